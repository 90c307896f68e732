//! A passage among the results.

use yew::prelude::*;

use super::arrivals::absent;
use super::elsewhere::elsewhere;
use super::evidence::Evidence;
use super::paragraph::stretch;
use super::pieces::PieceView;
use super::strip::strip;
use super::who::{tied, who};
use crate::app::effects::highlight::{Layer, can_paint};
use crate::app::hooks::use_painting;
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::compose;
use crate::dossier::OpenArticle;
use crate::i18n::{tr, trn};
use crate::query::Hit;
use crate::route::paragraph_id;
use crate::shape::Places;
use crate::snippet::snippet;
use crate::span::Span;
use crate::wording::{outlet, place_sign, published, title};

/// How many characters of a long passage are shown around its hits.
const SNIPPET_CHARS: usize = 280;

#[derive(Properties, PartialEq)]
pub struct PassageProps {
    /// Where the page is.
    pub here: Here,
    /// What was found.
    pub hit: Hit,
    /// Whether it is the first of its article among the results.
    pub is_first: bool,
    /// Where in the article all results stand; of the first one, once all are known.
    pub places: Option<Places>,
    /// The quotation whose evidence is open below it.
    pub open: Option<usize>,
}

/// A passage: whole where the reader asked for what somebody said, else the part around the hits.
#[component]
pub fn Passage(props: &PassageProps) -> Html {
    renders::note("Passage");
    let PassageProps { here, hit, is_first, places, open } = props;
    let reader = use_reader();
    let source = use_memo((reader.dossier.clone(), hit.article), |(dossier, id)| {
        ArticleRef::new(dossier.open_article(*id).into_owned())
    });
    let source = &*source;
    let article = &source.article;
    let number = hit.paragraph;
    let route = here.route.article(hit.article, Some(number));
    let in_context = html! {
        <>
            { tr!("In context") }
            <span class="visually-hidden">
                { tr!(": paragraph {number} of {title}", number, title = title(article)) }
            </span>
        </>
    };
    html! {
        <li
            class="result"
            data-article={article.slug.clone()}
            data-paragraph={number.to_string()}
        >
            if *is_first {
                <p class="kicker"><bdi>{ outlet(article) }</bdi>{ " · " }<bdi>{ published(article) }</bdi></p>
                <h2 class="result-article" lang={reader.dossier.language_of(article).to_owned()} dir="auto">
                    { reader.link(here.base, here.route.article(hit.article, None), "", html! { { title(article) } }) }
                </h2>
                if let Some(places) = places {
                    <p class="result-strip">
                        <span class="fine">{ trn!(places.count, "{n} passage", "{n} passages") }</span>
                        { strip(places) }
                    </p>
                }
            }
            <div class="result-passage" lang={reader.dossier.language_of(article).to_owned()}>
                if !source.is_whole {
                    { absent() }
                } else if here.route.query.trim().is_empty() {
                    { whole(&reader, here, source, number, *open) }
                } else {
                    <Snippet here={here.clone()} article={source.clone()} hit={hit.clone()} open={*open} />
                }
                if let Some(at) = open {
                    <Evidence here={here.clone()} article={source.clone()} at={*at} />
                }
            </div>
            <p class="result-open">
                { reader.link(here.base, route, "result-link", in_context) }
                { " " }
                <span class="result-place">{ place_sign(number) }</span>
            </p>
        </li>
    }
}

/// A whole paragraph with its speakers.
fn whole(
    reader: &Reader,
    here: &Here,
    source: &ArticleRef,
    number: u32,
    open: Option<usize>,
) -> Html {
    let OpenArticle { article, quotations, .. } = &**source;
    let composed = compose::paragraph(article, quotations, number as usize, &[]);
    let tied = tied(source, number);
    let filter = &here.route.filter;
    let paragraph = article.paragraphs[number as usize].span;
    let chosen = quotations.iter().filter(|quotation| filter.chooses(quotation));
    let contents = chosen.flat_map(|quotation| &quotation.contents);
    let said: Vec<Span> = contents.filter(|span| paragraph.contains(**span)).copied().collect();
    html! {
        <>
            { who(reader, here, source, number, &tied, open) }
            <p dir="auto">{ PieceView { reader, source, filter, tied: &tied, is_version: false }.all(&composed) }</p>
            { elsewhere(reader, here, source, &said, false) }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SnippetProps {
    here: Here,
    article: ArticleRef,
    hit: Hit,
    open: Option<usize>,
}

/// The part of a paragraph around the hits, with those who speak in the paragraph.
#[component]
fn Snippet(props: &SnippetProps) -> Html {
    renders::note("Snippet");
    let SnippetProps { here, article: source, hit, open } = props;
    let reader = use_reader();
    let node = use_node_ref();
    let article = &source.article;
    let paragraph = article.paragraphs[hit.paragraph as usize].span;
    let snippet = snippet(&article.text, paragraph, &hit.spans, SNIPPET_CHARS);
    let to_stretch = |span: &Span| stretch(Layer::Hit, &article.text, snippet.window, *span);
    use_painting(&node, snippet.highlights.iter().filter_map(to_stretch).collect(), false);

    let mut parts = Vec::new();
    let mut at = snippet.window.start;
    let marked: &[Span] = if can_paint() { &[] } else { &snippet.highlights };
    for hit in marked {
        let before = Span::new(at, hit.start).of(&article.text).to_owned();
        parts.push(html! { <>{ before }<mark>{ hit.of(&article.text).to_owned() }</mark></> });
        at = hit.end;
    }
    let rest = Span::new(at, snippet.window.end).of(&article.text).to_owned();
    let id = paragraph_id(&article.slug, hit.paragraph);
    html! {
        <>
            { who(&reader, here, source, hit.paragraph, &[], *open) }
            <p dir="auto" key={id}>
                if snippet.clipped_start { { "… " } }
                <span ref={node}>{ for parts }{ rest }</span>
                if snippet.clipped_end { { " …" } }
            </p>
        </>
    }
}
