//! A block of an article with its quotations, hits and speakers.

use yew::prelude::*;

use super::cite::Cite;
use super::evidence::Evidence;
use super::note::NoteFields;
use super::pieces::PieceView;
use super::who::{tied, who};
use crate::app::effects::highlight::{Layer, Stretch, can_paint};
use crate::app::effects::{focus, pointer};
use crate::app::hooks::use_painting;
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::article::ParagraphKind;
use crate::citation::Subject;
use crate::compose;
use crate::dossier::OpenArticle;
use crate::i18n::{language, tr};
use crate::notebook::Note;
use crate::route::paragraph_id;
use crate::span::{Span, utf16_from_bytes};
use crate::state::Action;
use crate::wording::{class_of, first_words_of, in_marks, objection};

#[derive(Properties, PartialEq)]
pub struct ParagraphProps {
    /// Where the page is.
    pub here: Here,
    /// The article.
    pub article: ArticleRef,
    /// The number of the block in it.
    pub number: u32,
    /// The hits in it, sorted and disjoint.
    pub hits: Vec<Span>,
    /// The words in it that the reader noted, each with the note.
    pub noted: Vec<(Span, Note)>,
    /// The id of the note whose text has the focus.
    pub open_note: Option<String>,
    /// The note in it that was deleted last, and can be had back.
    pub deleted: Option<Note>,
    /// The mark at which the reader stands, where that is in it.
    pub current: Option<Span>,
    /// Whether the reader has stepped to it, so that it comes into view.
    pub is_stepped_to: bool,
    /// The quotation whose evidence is open below it.
    pub open: Option<usize>,
    /// Whether the browser may be asked what it can.
    pub is_live: bool,
}

/// A block of an article, and the evidence where that is open.
#[component]
pub fn Paragraph(props: &ParagraphProps) -> Html {
    renders::note("Paragraph");
    let ParagraphProps { here, article: source, number, hits, open, is_live, .. } = props;
    let reader = use_reader();
    let node = use_node_ref();
    let is_cited = use_state_eq(|| false);
    use_focus_after_deletion(props);
    let OpenArticle { article, quotations, .. } = &**source;
    let block = article.paragraphs[*number as usize];

    use_painting(&node, painted(props), props.is_stepped_to);

    let marked: &[Span] = if *is_live && !can_paint() { hits } else { &[] };
    let composed = compose::paragraph(article, quotations, *number as usize, marked);
    let tied = tied(source, *number);
    let filter = &here.route.filter;
    let pieces = PieceView { reader: &reader, source, filter, tied: &tied, is_version: false }
        .all(&composed);
    let id = paragraph_id(&article.slug, *number);
    let tag = match block.kind {
        ParagraphKind::Headline => "h1",
        ParagraphKind::Heading => "h2",
        _ => "p",
    };
    // Before the page is alive, the number is a link to its paragraph.
    let onclick = {
        let is_cited = is_cited.clone();
        Callback::from(move |event: MouseEvent| {
            if !pointer::opens_elsewhere(&event) {
                event.prevent_default();
                is_cited.set(!*is_cited);
            }
        })
    };
    let cite = tr!("Cite paragraph {number}", number);
    let class = classes!("paragraph", class_of(block.kind));
    html! {
        <div class="para">
            { who(&reader, here, source, *number, &tied, *open) }
            <@{tag} {class} id={id.clone()} tabindex="-1" dir="auto" ref={node}>{ pieces }</@>
            if *number > 0 {
                <a
                    class="paragraph-link"
                    href={format!("#{id}")}
                    aria-label={cite.clone()}
                    aria-expanded={is_cited.to_string()}
                    {onclick}
                >
                    { number }
                </a>
            }
            // As one node: the block before it stays the same element, however many there are.
            <>{ for props.noted.iter().map(|(span, note)| noted(&reader, props, *span, note)) }</>
            if let Some(note) = &props.deleted {
                { undo(&reader, note) }
            }
            if *is_cited {
                <aside class="evidence" aria-label={cite} lang={language()} dir="ltr">
                    <Cite article={source.clone()} subject={Subject::Paragraph(*number)} />
                </aside>
            }
            if let Some(at) = open {
                <Evidence here={here.clone()} article={source.clone()} at={*at} />
            }
        </div>
    }
}

/// What is painted in a block, once the browser may be asked what it can.
fn painted(props: &ParagraphProps) -> Vec<Stretch> {
    let ParagraphProps { article: source, number, hits, current, open, is_live, .. } = props;
    let OpenArticle { article, quotations, .. } = &**source;
    let block = article.paragraphs[*number as usize];
    let mut stretches = Vec::new();
    if *is_live {
        let mut paint = |layer, spans: &[Span]| {
            stretches.extend(
                spans.iter().filter_map(|span| stretch(layer, &article.text, block.span, *span)),
            );
        };
        if let Some(at) = open {
            let attribution = &quotations[*at].attribution;
            paint(Layer::Evidence, attribution.cue.as_slice());
            paint(Layer::Evidence, attribution.mention.as_slice());
        }
        let noted: Vec<Span> = props.noted.iter().map(|(span, _)| *span).collect();
        paint(Layer::Note, &noted);
        paint(Layer::Hit, hits);
        paint(Layer::CurrentHit, current.as_slice());
    }
    stretches
}

/// A note below its paragraph: what was written, or its fields while it is open. Of words that are only highlighted it
/// says which.
fn noted(reader: &Reader, props: &ParagraphProps, span: Span, note: &Note) -> Html {
    let is_open = props.open_note.as_ref() == Some(&note.id);
    let is_highlight = note.text.is_empty() && note.tags.is_empty() && note.says.is_none();
    let words = span.within(&props.article.article.text);
    let open = (tr!("Edit"), Action::NoteOpened(Some(note.id.clone())));
    let remove = Action::NoteRemoved(note.id.clone());
    let actions = match note.says {
        _ if is_highlight => vec![(tr!("Note"), open.1), (tr!("Remove"), remove)],
        Some(_) => vec![(tr!("Delete"), remove)],
        None => vec![open],
    };
    let buttons = actions.into_iter().map(|(name, action)| {
        html! { <button type="button" lang={language()} onclick={reader.on(action)}>{ name }</button> }
    });
    html! {
        <aside class="noted" key={note.id.clone()} aria-label={tr!("Your note")} lang="">
            if is_open {
                <NoteFields note={note.clone()} takes_focus=true />
            } else {
                if is_highlight {
                    <p class="highlighted" lang={language()}>
                        { tr!("Highlighted: ") }
                        <bdi lang={reader.dossier.language_of(&props.article.article).to_owned()}>
                            { in_marks(&first_words_of(words)) }
                        </bdi>
                    </p>
                }
                if let Some(says) = &note.says {
                    <p lang={language()}><bdi>{ objection(says) }</bdi></p>
                }
                if !note.text.is_empty() {
                    <p dir="auto">{ note.text.clone() }</p>
                }
                if !note.tags.is_empty() {
                    <p class="fine" dir="auto">{ note.tags.join(", ") }</p>
                }
                { for buttons }
            }
        </aside>
    }
}

/// Leads the keyboard, which had its place in what is gone, to the way to have a note back that was deleted, and from there
/// to the paragraph.
#[hook]
fn use_focus_after_deletion(props: &ParagraphProps) {
    let was_deleted = use_mut_ref(|| None::<bool>);
    let id = paragraph_id(&props.article.article.slug, props.number);
    use_effect_with(props.deleted.as_ref().map(|note| note.id.clone()), move |deleted| {
        let Some(was_deleted) = was_deleted.replace(Some(deleted.is_some())) else { return };
        focus::rescue(".undo button");
        if was_deleted && focus::is_lost() {
            focus::go_to_id_quietly(&id);
        }
    });
}

/// The way to have a note back that was deleted.
fn undo(reader: &Reader, note: &Note) -> Html {
    let onclick = reader.on(Action::NotePut(Box::new(note.clone())));
    html! {
        <p class="undo" lang={language()}>
            { tr!("Deleted. ") }
            <button type="button" aria-label={tr!("Undo: bring back the note that was deleted")} {onclick}>
                { tr!("Undo") }
            </button>
        </p>
    }
}

/// What to paint of a span in an element whose text is that of `within`; `None` where it has none of it.
pub fn stretch(layer: Layer, text: &str, within: Span, span: Span) -> Option<Stretch> {
    let words = within.of(text);
    let span = span.intersection(within)?.relative_to(within.start);
    let [start, end] = [span.start, span.end].map(|byte| utf16_from_bytes(words, byte));
    Some((layer, start, end))
}
