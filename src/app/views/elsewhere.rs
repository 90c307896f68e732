//! What other articles have in the place of some words.

use super::element::{Element, el};
use super::reader::Reader;
use crate::article::Article;
use crate::dossier::OpenArticle;
use crate::reuse::{Pair, Version};
use crate::span::Span;
use crate::state::Action;
use crate::wording::{source_name, title};

/// A note on the words of an article that lie in one of `within` and that other articles have too.
/// Folded, it names the others behind `lead`; unfolded, it shows their words. `None` where nobody else
/// has them.
pub fn elsewhere(
    reader: &Reader<'_>,
    source: &OpenArticle,
    within: &[Span],
    lead: &'static str,
) -> Option<Element> {
    let mut summary = el("summary", "");
    let mut list = el("ul", "");
    let mut last = None;
    for Pair { one: here, other: there } in &source.shared {
        if !within.iter().any(|span| span.overlaps(here.span)) {
            continue;
        }
        let article = reader.dossier.article(there.article);
        // The pairs are sorted by article, so those with one other article follow each other.
        if last != Some(there.article) {
            let before = if last.is_none() { lead } else { ", " };
            summary = summary.text(before).text(&source_name(&article));
            last = Some(there.article);
        }
        let one = here.span.within(&source.article.text);
        list = list.child(version(reader, one, here, there, &article));
    }
    last.map(|_| el("details", "elsewhere").child(summary).child(list))
}

/// The words of `article` at `there`, those that differ from `one`, which are `here`, marked as added and
/// removed, and a link to them.
fn version(
    reader: &Reader<'_>,
    one: &str,
    here: &Version,
    there: &Version,
    article: &Article,
) -> Element {
    let other = there.span.within(&article.text);
    let language = reader.dossier.language_of(article);
    let mut words = el("p", "").attr("lang", language).attr("dir", "auto");
    let mut at = 0;
    for (removed, added) in here.differing.iter().zip(&there.differing) {
        words = words
            .text(other.get(at..added.start as usize).unwrap_or_default())
            .child(el("del", "").text(removed.within(one)))
            .text(" ")
            .child(el("ins", "").text(added.within(other)));
        at = added.end as usize;
    }
    let paragraph = article.paragraph_at(there.span.start) as u32;
    let open = reader
        .link(Action::ArticleOpened(there.article, Some(paragraph)))
        .text(&title(article))
        .text(&format!(", paragraph {paragraph}"));
    el("li", "").child(words.text(other.get(at..).unwrap_or_default())).child(open)
}
