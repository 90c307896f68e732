//! A block of an article with its quotations, hits and attributions.

use yew::prelude::*;

use super::evidence::open_evidence;
use super::{View, text_node};
use crate::app::effects::highlight::is_painted;
use crate::article::{ArticleId, MarkupKind, ParagraphKind};
use crate::compose::{self, Piece};
use crate::highlight;
use crate::query::SpeakerChoice;
use crate::route::{paragraph_id, speaker_slug};
use crate::span::{Span, utf16_from_bytes};
use crate::state::Action;
use crate::wording::{class_of, short_name, speaker_name};

/// What is to be marked in an article.
pub struct Marks {
    /// All hits, sorted and disjoint.
    pub hits: Vec<Span>,
    /// The one at which the reader stands.
    pub current: Option<Span>,
}

/// Block `number` of an article, with the evidence below it where that is open.
pub fn paragraph(view: &View<'_>, id: ArticleId, number: u32, marks: &Marks) -> Html {
    let article = view.dossier.article(id);
    let quotations = view.dossier.quotations_in(id);
    let block = article.paragraphs[number as usize];
    let wrapped_hits: &[Span] = if is_painted() { &[] } else { &marks.hits };
    let composed = compose::paragraph(article, quotations, number as usize, wrapped_hits);
    let element_id = paragraph_id(&article.slug, number);

    let open = view.state.evidence_in(view.dossier, id, number);
    let evidence_spans: Vec<Span> = open.map_or_else(Vec::new, |at| {
        let attribution = &quotations[at].attribution;
        attribution.cue.into_iter().chain(attribution.mention).collect()
    });
    let ranges = |spans: &[Span]| ranges_attribute(&article.text, block.span, spans);

    let tag = match block.kind {
        ParagraphKind::Headline => "h1",
        ParagraphKind::Heading => "h2",
        _ => "p",
    };
    html! {
        <>
            <@{tag}
                id={element_id.clone()}
                class={["paragraph ", class_of(block.kind)].concat()}
                tabindex="-1"
                data-hits={ranges(&marks.hits)}
                data-current-hit={ranges(marks.current.as_slice())}
                data-evidence={ranges(&evidence_spans)}
            >
                { pieces(view, id, &composed) }
                if number > 0 {
                    <a
                        class="paragraph-link"
                        href={["#", &element_id].concat()}
                        aria-label={["Link to paragraph ", &number.to_string()].concat()}
                    />
                }
            </@>
            { open_evidence(view, id, number) }
        </>
    }
}

/// Pieces as elements.
pub fn pieces(view: &View<'_>, article: ArticleId, list: &[Piece<'_>]) -> Html {
    let inner = |list: &[Piece<'_>]| pieces(view, article, list);
    list.iter()
        .map(|piece| match piece {
            Piece::Text(words) => text_node((*words).to_owned()),
            Piece::Quotation(at, list) => {
                let quotation = &view.dossier.quotations_in(article)[*at];
                let speaker = speaker_slug(SpeakerChoice::of(quotation), view.dossier).to_owned();
                html! {
                    <span
                        class="quotation"
                        data-speaker={speaker}
                        data-kind={quotation.kind.name()}
                        data-chosen={view.chooses(quotation).then_some("true")}
                    >
                        { inner(list) }
                    </span>
                }
            }
            Piece::OwnWords(list) => html! { <span class="own-words">{ inner(list) }</span> },
            Piece::Markup(MarkupKind::Emphasis, list) => html! { <em>{ inner(list) }</em> },
            Piece::Markup(MarkupKind::Strong, list) => html! { <strong>{ inner(list) }</strong> },
            Piece::Markup(MarkupKind::Link(url), list) => html! {
                <a href={url.clone()} rel="noopener noreferrer external">{ inner(list) }</a>
            },
            Piece::Hit(list) => html! { <mark>{ inner(list) }</mark> },
            Piece::Attribution(at) => attribution(view, article, *at),
        })
        .collect()
}

/// The button behind a quotation that names its speaker and opens the evidence. Its words are drawn
/// by the style sheet, so that the paragraph's text stays the source's.
fn attribution(view: &View<'_>, article: ArticleId, at: usize) -> Html {
    let quotation = &view.dossier.quotations_in(article)[at];
    let speaker = SpeakerChoice::of(quotation);
    let is_open = view.state.evidence == Some((article, at));
    let name = speaker_name(speaker, view.dossier);
    html! {
        <button
            type="button"
            class="attribution"
            data-name={short_name(speaker, view.dossier).to_owned()}
            data-chosen={view.chooses(quotation).then_some("true")}
            aria-label={[name, ", ", quotation.kind.name(), " quotation. How do we know?"].concat()}
            aria-expanded={is_open.to_string()}
            onclick={view.on_click(Action::EvidenceToggled(article, at))}
        />
    }
}

/// The words of `within` as an element in which the hits are marked.
pub fn marked(text: &str, within: Span, hits: &[Span]) -> Html {
    let marks: Vec<(Span, ())> =
        if is_painted() { Vec::new() } else { hits.iter().map(|hit| (*hit, ())).collect() };
    let runs = highlight::runs(within, &marks);
    let runs = runs.iter().map(|run| {
        let words = text_node(run.span.of(text).to_owned());
        if run.marks.is_empty() {
            words
        } else {
            html! { <mark>{ words }</mark> }
        }
    });
    html! { <span data-hits={ranges_attribute(text, within, hits)}>{ for runs }</span> }
}

/// The value of an attribute that says where an element's text is to be painted
/// ([`crate::app::effects::highlight`]): the spans that lie in `within`, as `start-end` in UTF-16
/// units from its start, separated by spaces. `None` where there are none.
fn ranges_attribute(text: &str, within: Span, spans: &[Span]) -> Option<String> {
    let words = within.of(text);
    let mut ranges = String::new();
    for span in spans.iter().filter_map(|span| span.intersection(within)) {
        let span = span.relative_to(within.start);
        if !ranges.is_empty() {
            ranges.push(' ');
        }
        ranges.push_str(&utf16_from_bytes(words, span.start).to_string());
        ranges.push('-');
        ranges.push_str(&utf16_from_bytes(words, span.end).to_string());
    }
    (!ranges.is_empty()).then_some(ranges)
}
