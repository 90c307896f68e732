//! What other articles have in the place of some words.

use yew::prelude::*;

use crate::app::reader::{Here, Reader};
use crate::article::Article;
use crate::dossier::OpenArticle;
use crate::i18n::{language, tr};
use crate::reuse::{Pair, Version};
use crate::span::Span;
use crate::wording::{source_name, title};

/// A note on the words of an article that lie in one of `within` and that other articles have too.
/// Folded, it names the others; unfolded, it shows their words. Nothing where nobody else has them.
pub fn elsewhere(
    reader: &Reader,
    here: &Here,
    source: &OpenArticle,
    within: &[Span],
    is_open: bool,
    ontoggle: Callback<Event>,
) -> Html {
    let mut names: Vec<String> = Vec::new();
    let mut versions = Vec::new();
    let mut last = None;
    for Pair { one, other } in &source.shared {
        if !within.iter().any(|span| span.overlaps(one.span)) {
            continue;
        }
        let article = reader.dossier.article(other.article);
        // The pairs are sorted by article, so those with one other article follow each other.
        if last.replace(other.article) != Some(other.article) {
            names.push(source_name(&article));
        }
        let words = one.span.within(&source.article.text);
        versions.push(version(reader, here, Html::default(), words, one, other, &article));
    }
    if names.is_empty() {
        return Html::default();
    }
    html! {
        <details class="elsewhere" lang={language()} open={is_open} {ontoggle}>
            <summary>{ tr!("Also quoted in {sources}", sources = names.join(", ")) }</summary>
            <ul>{ for versions }</ul>
        </details>
    }
}

/// Behind `own`, the words of `article` at `other`, those that differ from `words`, which are at `one`, marked as added
/// and removed, and a link to them.
pub fn version(
    reader: &Reader,
    here: &Here,
    own: Html,
    words: &str,
    one: &Version,
    other: &Version,
    article: &Article,
) -> Html {
    let text = other.span.within(&article.text);
    let differing = one.differing.iter().copied().zip(other.differing.iter().copied());
    let paragraph = article.paragraph_at(other.span.start) as u32;
    let route = here.route.article(other.article, Some(paragraph));
    let place = tr!("{title}, paragraph {paragraph}", title = title(article), paragraph);
    html! {
        <li>
            { own }
            <p lang={reader.dossier.language_of(article).to_owned()} dir="auto">{ with_differences(words, text, differing) }</p>
            { reader.link(here.base, route, "", html! { <bdi>{ place }</bdi> }) }
        </li>
    }
}

/// A text with what another has in the place of some of its words. Each difference is a Span of the other text,
/// which is removed, and one of `text`, which is added; in order.
pub fn with_differences(
    other: &str,
    text: &str,
    differences: impl Iterator<Item = (Span, Span)>,
) -> Html {
    let mut at = 0;
    let mut parts = Vec::new();
    for (removed, added) in differences {
        let same = text.get(at..added.start as usize).unwrap_or_default().to_owned();
        parts.push(html! {
            <>
                { same }
                <del>{ removed.within(other).to_owned() }</del>
                { " " }
                <ins>{ added.within(text).to_owned() }</ins>
            </>
        });
        at = added.end as usize;
    }
    let rest = text.get(at..).unwrap_or_default().to_owned();
    html! { <>{ for parts }{ rest }</> }
}
