//! What stands above an article.

use yew::prelude::*;

use super::pieces::external;
use crate::article::Article;
use crate::dossier::OpenArticle;
use crate::wording::{authors, counted, n_words, published, reading_minutes};

/// Authors, date, length and source of an article.
pub fn byline(article: &Article) -> Html {
    let byline = &article.byline;
    html! {
        <p class="byline">
            if !byline.authors.is_empty() {
                <span>{ "By " }<bdi>{ authors(article) }</bdi></span>
                { " " }
            }
            <time datetime={byline.published.clone()}>{ published(article) }</time>
            { " " }
            if let Some(url) = &byline.url {
                { external(url, html! { { "At the publisher’s" } }) }
            }
        </p>
    }
}

/// How long an article is, and how much is quoted in it.
pub fn measures(source: &OpenArticle, n_speakers: usize) -> Html {
    let OpenArticle { article, quotations, .. } = source;
    let n_paragraphs = article.paragraphs.len() - 1;
    let facts = [
        counted(n_paragraphs, "paragraph", "paragraphs"),
        counted(n_words(article), "word", "words"),
        format!("about {}", counted(reading_minutes(article), "minute", "minutes")),
        format!(
            "{} by {}",
            counted(quotations.len(), "quotation", "quotations"),
            counted(n_speakers, "speaker", "speakers")
        ),
    ];
    html! { <p class="measures"><bdi>{ facts.join(" · ") }</bdi></p> }
}
