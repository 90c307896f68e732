//! [`Paragraph`]: a block of an article with its quotations, hits and attributions.

use yew::prelude::*;

use super::evidence::Evidence;
use super::hit_text::hits_attribute;
use crate::app::effects::highlight::is_painted;
use crate::app::store::{Reader, use_reader};
use crate::article::{ArticleId, MarkupKind, ParagraphKind};
use crate::compose::{self, Piece};
use crate::highlight;
use crate::query::SpeakerChoice;
use crate::route::{paragraph_id, speaker_slug};
use crate::span::Span;
use crate::state::Action;
use crate::wording::{class_of, short_name, speaker_name};

/// Which block, and what is to be marked in it.
#[derive(Properties, PartialEq)]
pub struct ParagraphProps {
    /// The article.
    pub article: ArticleId,
    /// The block's number; 0 is the headline.
    pub number: u32,
    /// All hits in the article, sorted and disjoint.
    pub hits: std::rc::Rc<Vec<Span>>,
    /// The hit at which the reader stands.
    pub current: Option<Span>,
}

/// A block of an article, with the evidence below it where that is open.
#[component]
pub fn Paragraph(ParagraphProps { article: id, number, hits, current }: &ParagraphProps) -> Html {
    let reader = use_reader();
    let article = reader.dossier.article(*id);
    let quotations = reader.dossier.quotations_in(*id);
    let paragraph = article.paragraphs[*number as usize];
    let wrapped_hits: &[Span] = if is_painted() { &[] } else { hits };
    let composed = compose::paragraph(article, quotations, *number as usize, wrapped_hits);
    let content = pieces(&reader, *id, &composed, true);

    let element_id = paragraph_id(&article.slug, *number);
    let painted = hits_attribute(&article.text, paragraph.span, hits);
    let current = current.and_then(|hit| hits_attribute(&article.text, paragraph.span, &[hit]));
    let open = reader.store.evidence.filter(|(article, quotation)| {
        let last = quotations[*quotation].contents.iter().rfind(|s| paragraph.span.contains(**s));
        article == id && last.is_some()
    });
    let evidence = open.and_then(|(_, at)| {
        let attribution = &quotations[at].attribution;
        let spans: Vec<Span> = attribution.cue.into_iter().chain(attribution.mention).collect();
        hits_attribute(&article.text, paragraph.span, &spans)
    });

    let tag = match paragraph.kind {
        ParagraphKind::Headline => "h1",
        ParagraphKind::Heading => "h2",
        _ => "p",
    };
    let anchor = ["#", &element_id].concat();
    html! {
        <>
            <@{tag}
                id={element_id}
                class={classes!("paragraph", class_of(paragraph.kind))}
                tabindex="-1"
                data-hits={painted}
                data-current-hit={current}
                data-evidence={evidence}
            >
                { content }
                if *number > 0 {
                    <a
                        class="paragraph-link"
                        href={anchor}
                        aria-label={["Link to paragraph ", &number.to_string()].concat()}
                    />
                }
            </@>
            if let Some((_, quotation)) = open {
                <Evidence article={*id} {quotation} paragraph={*number} />
            }
        </>
    }
}

/// Pieces as elements; `with_attributions` names the speaker behind each quotation.
pub fn pieces(
    reader: &Reader,
    article: ArticleId,
    list: &[Piece<'_>],
    with_attributions: bool,
) -> Html {
    let inner = |list: &[Piece<'_>]| pieces(reader, article, list, with_attributions);
    list.iter()
        .map(|piece| match piece {
            Piece::Text(words) => html! { { *words } },
            Piece::Quotation(at, list) => {
                let quotation = &reader.dossier.quotations_in(article)[*at];
                let speaker =
                    speaker_slug(SpeakerChoice::of(quotation), &reader.dossier).to_owned();
                let chosen = reader.chooses(quotation).then_some("true");
                html! {
                    <span
                        class="quotation"
                        data-speaker={speaker}
                        data-kind={quotation.kind.name()}
                        data-chosen={chosen}
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
            Piece::Attribution(at) if with_attributions => attribution(reader, article, *at),
            Piece::Attribution(_) => Html::default(),
        })
        .collect()
}

/// The button behind a quotation that names its speaker and opens the evidence. Its words are drawn
/// by the style sheet, so that the paragraph's text stays the source's.
fn attribution(reader: &Reader, article: ArticleId, at: usize) -> Html {
    let quotation = &reader.dossier.quotations_in(article)[at];
    let speaker = SpeakerChoice::of(quotation);
    let is_open = reader.store.evidence == Some((article, at));
    html! {
        <button
            type="button"
            class="attribution"
            data-name={short_name(speaker, &reader.dossier).to_owned()}
            data-chosen={reader.chooses(quotation).then_some("true")}
            aria-label={[
                speaker_name(speaker, &reader.dossier), ", ", quotation.kind.name(),
                " quotation. How do we know?",
            ].concat()}
            aria-expanded={is_open.to_string()}
            onclick={reader.on(Action::EvidenceToggled(article, at))}
        />
    }
}

/// The words of `within` with `<mark>` around the hits, where the browser cannot paint them; else
/// `None`.
pub fn hits_in_elements(text: &str, within: Span, hits: &[Span]) -> Option<Html> {
    if is_painted() {
        return None;
    }
    let marks: Vec<(Span, ())> = hits.iter().map(|hit| (*hit, ())).collect();
    let runs = highlight::runs(within, &marks);
    Some(
        runs.iter()
            .map(|run| {
                let words = run.span.of(text);
                if run.marks.is_empty() {
                    html! { { words } }
                } else {
                    html! { <mark>{ words }</mark> }
                }
            })
            .collect(),
    )
}
