//! What stands above an article, and below its text.

use yew::prelude::*;

use super::pieces::external;
use crate::article::Article;
use crate::dossier::{OpenArticle, names_speakers};
use crate::i18n::{language, tr, trn};
use crate::wording::{self, authors, n_words, published, reading_minutes, withdrawn};

/// Authors, date, length and source of an article.
pub fn byline(article: &Article) -> Html {
    let byline = &article.byline;
    html! {
        <p class="byline">
            if !byline.authors.is_empty() {
                <span>{ tr!("By ") }<bdi>{ authors(article) }</bdi></span>
                { " " }
            }
            <time datetime={byline.published.clone()}>{ published(article) }</time>
            { " " }
            if let Some(url) = &byline.url {
                { external(url, html! { { tr!("At the publisher’s") } }) }
            }
        </p>
    }
}

/// How long an article is, and how much is quoted in it.
pub fn measures(source: &OpenArticle, n_speakers: usize) -> Html {
    let OpenArticle { article, quotations, .. } = source;
    let n_paragraphs = article.paragraphs.len() - 1;
    let quotations = trn!(quotations.len(), "{n} quotation", "{n} quotations");
    let facts = [
        trn!(n_paragraphs, "{n} paragraph", "{n} paragraphs"),
        trn!(n_words(article), "{n} word", "{n} words"),
        trn!(reading_minutes(article), "about {n} minute", "about {n} minutes"),
        if n_speakers == 0 && !names_speakers(&article.byline) {
            tr!("{quotations}; who speaks is not read, as it is not in English", quotations)
        } else {
            trn!(
                n_speakers,
                "{quotations} by {n} speaker",
                "{quotations} by {n} speakers",
                quotations
            )
        },
    ];
    html! { <p class="measures"><bdi>{ facts.join(" · ") }</bdi></p> }
}

/// Why an article has no text any more, where it was withdrawn.
pub fn tombstone(article: &Article) -> Html {
    let Some(reason) = &article.byline.withdrawn else { return Html::default() };
    html! {
        <p class="withdrawn" lang={language()}>
            <strong>{ withdrawn() }</strong>
            { ": " }
            <bdi>{ reason.clone() }</bdi>
        </p>
    }
}

/// The rights in an article; nothing where its publisher states none.
pub fn rights(article: &Article) -> Html {
    let rights = &article.byline.rights;
    if rights.is_empty() {
        return Html::default();
    }
    let licence = rights.licence.as_ref().map(|licence| {
        let name = html! { <bdi>{ licence.name.clone() }</bdi> };
        let name = match &licence.url {
            Some(url) => external(url, name),
            None => name,
        };
        html! { <span>{ wording::licence() }{ ": " }{ name }</span> }
    });
    let stated = [&rights.copyright, &rights.credit].into_iter().flatten();
    let stated = stated.map(|text| html! { <span dir="auto">{ text.clone() }</span> });
    html! {
        <footer class="rights"><p>{ for stated.chain(licence) }</p></footer>
    }
}
