//! A block of an article with its quotations, hits and attributions.

use yew::Html;

use super::element::{Element, button, el, optional, row};
use super::elsewhere::elsewhere;
use super::evidence::evidence;
use super::link::external;
use super::reader::Reader;
use crate::app::effects::highlight::is_painted;
use crate::article::{MarkupKind, ParagraphKind};
use crate::compose::{self, Piece};
use crate::dossier::OpenArticle;
use crate::query::SpeakerChoice;
use crate::reuse::Pair;
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

/// Block `number` of an article, with a note of who else has its words, and the
/// evidence where that is open, below it.
pub fn paragraph(reader: &Reader<'_>, source: &OpenArticle, number: u32, marks: &Marks) -> Html {
    let OpenArticle { article, quotations, .. } = source;
    let block = article.paragraphs[number as usize];
    let wrapped_hits: &[Span] = if is_painted() { &[] } else { &marks.hits };
    let composed = compose::paragraph(article, quotations, number as usize, wrapped_hits);
    let element_id = paragraph_id(&article.slug, number);

    let open = reader.state.evidence_in(source, number);
    let evidence_spans: Vec<Span> = open.map_or_else(Vec::new, |at| {
        let attribution = &quotations[at].attribution;
        attribution.cue.into_iter().chain(attribution.mention).collect()
    });
    let mut shared = Vec::new();
    for Pair { one, .. } in &source.shared {
        if one.span.fits(&article.text) {
            shared.push(one.span);
        }
    }
    let ranges = |spans: &[Span]| ranges_attribute(&article.text, block.span, spans);

    let tag = match block.kind {
        ParagraphKind::Headline => "h1",
        ParagraphKind::Heading => "h2",
        _ => "p",
    };
    let mut element = el(tag, "")
        .attr("class", &format!("paragraph {}", class_of(block.kind)))
        .attr("id", &element_id)
        .attr("tabindex", "-1")
        .attr_if("data-hits", ranges(&marks.hits).as_deref())
        .attr_if("data-current-hit", ranges(marks.current.as_slice()).as_deref())
        .attr_if("data-evidence", ranges(&evidence_spans).as_deref())
        .attr_if("data-shared", ranges(&shared).as_deref());
    element = pieces(reader, source, &composed, element);
    if number > 0 {
        let link = el("a", "paragraph-link")
            .attr("href", &format!("#{element_id}"))
            .attr("aria-label", &format!("Link to paragraph {number}"));
        element = element.child(link);
    }
    row(vec![
        element.into(),
        optional(elsewhere(reader, source, &[block.span], "Also in ")),
        optional(open.map(|at| evidence(reader, source, at))),
    ])
}

/// `element` with pieces added to it.
pub fn pieces(
    reader: &Reader<'_>,
    source: &OpenArticle,
    list: &[Piece<'_>],
    mut element: Element,
) -> Element {
    for piece in list {
        let (inner, list) = match piece {
            Piece::Text(words) => {
                element = element.text(words);
                continue;
            }
            Piece::Attribution(at) => {
                element = element.child(attribution(reader, source, *at));
                continue;
            }
            Piece::Quotation(at, list) => {
                let quotation = &source.quotations[*at];
                let speaker = speaker_slug(SpeakerChoice::of(quotation), reader.dossier);
                let chosen = reader.state.route.filter.chooses(quotation).then_some("true");
                let span = el("span", "quotation")
                    .attr("data-speaker", speaker)
                    .attr("data-kind", quotation.kind.name())
                    .attr_if("data-chosen", chosen);
                (span, list)
            }
            Piece::OwnWords(list) => (el("span", "own-words"), list),
            Piece::Markup(MarkupKind::Emphasis, list) => (el("em", ""), list),
            Piece::Markup(MarkupKind::Strong, list) => (el("strong", ""), list),
            Piece::Markup(MarkupKind::Link(url), list) => (external(url), list),
            Piece::Hit(list) => (el("mark", ""), list),
        };
        element = element.child(pieces(reader, source, list, inner));
    }
    element
}

/// The button behind a quotation that names its speaker and opens the evidence. Its words are drawn
/// by the style sheet, so that the paragraph's text stays the source's.
fn attribution(reader: &Reader<'_>, source: &OpenArticle, at: usize) -> Element {
    let quotation = &source.quotations[at];
    let speaker = SpeakerChoice::of(quotation);
    let name = speaker_name(speaker, reader.dossier);
    let chosen = reader.state.route.filter.chooses(quotation).then_some("true");
    let kind = quotation.kind.name();
    let label = format!("{name}, {kind} quotation. How do we know?");
    button("attribution", reader.on_click(Action::EvidenceToggled(source.id, at)))
        .attr("data-name", short_name(speaker, reader.dossier))
        .attr_if("data-chosen", chosen)
        .attr("aria-label", &label)
        .flag("aria-expanded", reader.state.evidence == Some((source.id, at)))
}

/// The words of `within` as an element in which the hits, sorted and disjoint, are marked.
pub fn marked(text: &str, within: Span, hits: &[Span]) -> Element {
    let mut element =
        el("span", "").attr_if("data-hits", ranges_attribute(text, within, hits).as_deref());
    let mut at = within.start;
    for hit in hits.iter().filter(|_| !is_painted()) {
        element = element
            .text(Span::new(at, hit.start).of(text))
            .child(el("mark", "").text(hit.of(text)));
        at = hit.end;
    }
    element.text(Span::new(at, within.end).of(text))
}

/// The value of an attribute that says where an element's text is to be painted
/// ([`crate::app::effects::highlight`]): the spans that lie in `within`, as `start-end` in UTF-16
/// units from its start, separated by spaces. `None` where there are none.
fn ranges_attribute(text: &str, within: Span, spans: &[Span]) -> Option<String> {
    let words = within.of(text);
    let ranges: Vec<String> = spans
        .iter()
        .filter_map(|span| span.intersection(within))
        .map(|span| {
            let span = span.relative_to(within.start);
            let [start, end] = [span.start, span.end].map(|byte| utf16_from_bytes(words, byte));
            format!("{start}-{end}")
        })
        .collect();
    (!ranges.is_empty()).then(|| ranges.join(" "))
}
