//! A version of a statement: its words, who says them there, and where.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::pieces::PieceView;
use crate::app::reader::{ArticleRef, Here, Reader};
use crate::article::ArticleId;
use crate::compose;
use crate::i18n::tr;
use crate::query::SpeakerChoice;
use crate::quotation::WhyOpen;
use crate::reuse::Passage;
use crate::span::Span;
use crate::statement::Statement;
use crate::wording::{kind_name, place_sign, source_in, source_name, speaker_names, title};

/// Articles that a page shows several of, each opened once.
pub type OpenArticles = BTreeMap<ArticleId, ArticleRef>;

/// Opens the articles that have some statements.
pub fn open_articles<'a>(
    reader: &Reader,
    statements: impl IntoIterator<Item = &'a Statement>,
) -> OpenArticles {
    let mut open = OpenArticles::new();
    let n_articles = reader.dossier.articles.len() as u32;
    for article in statements.into_iter().flat_map(Statement::articles) {
        if article.0 < n_articles {
            open.entry(article).or_insert_with(|| {
                ArticleRef::new(reader.dossier.open_article(article).into_owned())
            });
        }
    }
    open
}

/// The words of a passage with their quotations; `own` are those that no other version has.
pub fn version_words(
    reader: &Reader,
    here: &Here,
    source: &ArticleRef,
    passage: Passage,
    own: &[Span],
) -> Html {
    let article = &source.article;
    if !passage.span.fits(&article.text) {
        return Html::default();
    }
    let pieces = compose::passage(article, &source.quotations, passage.span, own);
    let filter = &here.route.filter;
    let view = PieceView { reader, source, filter, tied: &[], is_version: true };
    html! {
        <p class="version-words" lang={reader.dossier.language_of(article).to_owned()} dir="auto">
            { view.all(&pieces) }
        </p>
    }
}

/// A link to the paragraph of a passage.
pub fn place_link(reader: &Reader, here: &Here, source: &ArticleRef, passage: Passage) -> Html {
    let paragraph = source.article.paragraph_at(passage.span.start) as u32;
    let route = here.route.results().article(source.id, Some(paragraph));
    let words = html! {
        <>
            { place_sign(paragraph) }
            <span class="visually-hidden">{ tr!(" of {title}", title = title(&source.article)) }</span>
        </>
    };
    reader.link(here.base, route, "place", words)
}

/// Who has a passage: a link to the article.
pub fn source_link(reader: &Reader, here: &Here, source: &ArticleRef) -> Html {
    let name = source_in(&reader.dossier, source.id, &source.article);
    let words = html! { <bdi>{ name }</bdi> };
    reader.link(here.base, here.route.results().article(source.id, None), "source", words)
}

/// How many articles are named where they lack something.
const MOST_NAMED: usize = 100;

/// The outlets of articles that lack something, each once, with the number of its articles where it has several; folded
/// under the number of all.
pub fn folded_sources(reader: &Reader, summary: String, articles: &[ArticleId]) -> Html {
    let named = articles.iter().take(MOST_NAMED);
    let mut names: Vec<String> =
        named.map(|article| source_name(&reader.dossier.listed(*article))).collect();
    names.sort_unstable();
    let sources = names.chunk_by(|one, next| one == next).map(|same| match same {
        [name] => name.clone(),
        _ => format!("{} ({})", same[0], same.len()),
    });
    let more = if articles.len() > MOST_NAMED { ", …" } else { "" };
    html! {
        <details>
            <summary dir="auto">{ summary }</summary>
            <bdi>{ sources.collect::<Vec<_>>().join(", ") + more }</bdi>
        </details>
    }
}

/// Who says a passage there, and how it is quoted; that the article says it itself where nobody is quoted.
pub fn told(reader: &Reader, source: &ArticleRef, quotations: &[usize]) -> Html {
    if quotations.is_empty() {
        return html! { { tr!("Stated by the article itself; nobody is quoted.") } };
    }
    let mut said: Vec<String> = Vec::new();
    for at in quotations {
        let quotation = &source.quotations[*at];
        let kind = kind_name(quotation.kind).to_lowercase();
        let nobody =
            SpeakerChoice::speakers_of(quotation).all(|c| c == SpeakerChoice::Unattributed);
        let who = match (nobody, quotation.attribution.why_open) {
            (true, Some(WhyOpen::Language)) => {
                tr!("who speaks is not read in this language, {kind}", kind)
            }
            (true, _) => tr!("nobody is named, {kind}", kind),
            (false, _) => format!("{}, {kind}", speaker_names(quotation, &reader.dossier)),
        };
        if !said.contains(&who) {
            said.push(who);
        }
    }
    html! { <bdi>{ said.join("; ") }</bdi> }
}
