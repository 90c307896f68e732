//! An article as text, without what can be done with it.

use yew::prelude::*;

use super::agreement::agreement;
use super::arrivals::absent;
use super::article_card::speakers;
use super::article_head::{byline, measures, rights, tombstone};
use super::headline::headline;
use super::paragraph::Paragraph;
use super::picture::figures;
use crate::app::reader::{ArticleRef, Here, Reader};
use crate::dossier::title_of;
use crate::i18n::language;
use crate::notebook::Note;
use crate::route::paragraph_id;
use crate::span::Span;
use crate::wording::outlet;

/// What is marked in an article.
#[derive(Default)]
pub struct Marks<'a> {
    /// The hits, sorted and disjoint.
    pub hits: &'a [Span],
    /// The mark at which the reader stands.
    pub current: Option<Span>,
    /// Whether the reader has stepped to that mark.
    pub is_stepped_to: bool,
    /// The words that the reader noted, in order, each with the note.
    pub noted: &'a [(Span, Note)],
    /// The words of the note that was deleted last, with the note.
    pub deleted: Option<&'a (Span, Note)>,
    /// The id of the note whose text has the focus.
    pub open_note: Option<&'a str>,
    /// The quotation whose evidence is open.
    pub open: Option<usize>,
    /// Whether the browser may be asked what it can.
    pub is_live: bool,
}

/// An article with its quotations and hits marked.
pub fn article_body(reader: &Reader, here: &Here, source: &ArticleRef, marks: &Marks) -> Html {
    let Marks { hits, current, open, is_live, noted, deleted, open_note, is_stepped_to } = *marks;
    let article = &source.article;
    let paragraph = |number: u32| {
        let within = article.paragraphs[number as usize].span;
        let noted = noted.iter().filter(|(span, _)| span.overlaps(within));
        let noted: Vec<(Span, Note)> = noted.cloned().collect();
        let open_note = noted.iter().find(|(_, note)| Some(&*note.id) == open_note);
        let open_note = open_note.map(|(_, note)| note.id.clone());
        let deleted = deleted.filter(|(span, _)| span.overlaps(within));
        let current = current.and_then(|stop| stop.intersection(within));
        let hits: Vec<Span> = hits.iter().filter_map(|hit| hit.intersection(within)).collect();
        html! {
            <Paragraph
                key={number}
                here={here.clone()}
                article={source.clone()}
                {number}
                {hits}
                {noted}
                {open_note}
                deleted={deleted.map(|(_, note)| note.clone())}
                {current}
                is_stepped_to={is_stepped_to && current.is_some()}
                open={open.filter(|at| source.ends_in(*at, number))}
                {is_live}
            />
        }
    };
    let n_paragraphs = if source.is_whole { article.paragraphs.len() as u32 } else { 1 };
    let mut blocks: Vec<Html> = figures(reader, here.base, &article.figures, 0).collect();
    for number in 1..n_paragraphs {
        blocks.push(paragraph(number));
        blocks.extend(figures(reader, here.base, &article.figures, number));
    }
    if !source.is_whole {
        blocks.push(absent());
    }
    let n_speakers = reader.dossier.speakers_in(&source.quotations).len();
    html! {
        <article
            id={article.slug.clone()}
            data-article={article.slug.clone()}
            lang={reader.dossier.language_of(article).to_owned()}
        >
            <header class="article-head">
                <p class="kicker" lang={language()}><bdi>{ outlet(article) }</bdi></p>
                if article.headline().is_some() {
                    { paragraph(0) }
                } else {
                    <h1
                        class="paragraph headline"
                        id={paragraph_id(&article.slug, 0)}
                        tabindex="-1"
                        dir="auto"
                    >
                        { headline(title_of(article)) }
                    </h1>
                }
                <div class="article-facts" lang={language()}>
                    { byline(article) }
                    if source.is_whole && article.byline.withdrawn.is_none() {
                        { measures(source, n_speakers) }
                    }
                    { speakers(reader, &here.route.front(), here.base, source) }
                    { agreement(reader, here, source) }
                </div>
            </header>
            { tombstone(article) }
            <>{ for blocks }</>
            { rights(article) }
        </article>
    }
}
