//! What can be done with selected words: a bar at the foot of the window.

use gloo::events::EventListener;
use yew::prelude::*;

use super::pin::note_on;
use crate::app::effects::selection::{self, Selected};
use crate::app::effects::{focus, page};
use crate::app::reader::{ArticleRef, use_reader};
use crate::app::renders;
use crate::i18n::tr;
use crate::route::paragraph_of;
use crate::span::{Span, bytes_from_utf16};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct SelectionBarProps {
    /// The article.
    pub article: ArticleRef,
}

/// The id of the bar.
const ID: &str = "selection-bar";

/// The selected words of a paragraph, and whether words of several are selected.
#[hook]
fn use_selected() -> (UseStateHandle<Option<Selected>>, bool) {
    let selected = use_state_eq(|| None::<Selected>);
    let is_across = use_state_eq(|| false);
    {
        let (selected, is_across) = (selected.setter(), is_across.setter());
        use_effect_with((), move |()| {
            let listener =
                EventListener::new(&page::event_target(), "selectionchange", move |_| {
                    selected.set(selection::selected());
                    is_across.set(selection::is_across());
                });
            move || drop(listener)
        });
    }
    (selected, *is_across)
}

/// Whether it is said that words were highlighted: until others are selected, so that the next highlight is announced
/// as well.
#[hook]
fn use_announcement(is_selected: bool) -> UseStateHandle<bool> {
    let is_said = use_state_eq(|| false);
    {
        let is_said = is_said.setter();
        use_effect_with(is_selected, move |is_selected| {
            if *is_selected {
                is_said.set(false);
            }
        });
    }
    is_said
}

/// What becomes of the selected words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marking {
    /// They are highlighted.
    Highlight,
    /// So they are, and the reader goes on to write.
    Note,
}

/// Highlights or notes the selected words of a paragraph; nothing is seen of it while none are selected.
#[component]
pub fn SelectionBar(props: &SelectionBarProps) -> Html {
    renders::note("SelectionBar");
    let SelectionBarProps { article } = props;
    let reader = use_reader();
    let (selected, is_across) = use_selected();
    // The paragraph where the keyboard goes on when the bar goes, once that is drawn with its note.
    let goes_to = use_mut_ref(|| None::<String>);
    {
        let goes_to = goes_to.clone();
        use_effect(move || {
            if let Some(paragraph) = goes_to.take() {
                focus::go_to_id_quietly(&paragraph);
            }
        });
    }
    let was_highlighted = use_announcement(selected.is_some());
    let told = html! {
        <p class="visually-hidden" role="status">
            if *was_highlighted {
                { tr!("Highlighted, and kept in the notebook.") }
            } else if is_across {
                { tr!("To highlight or note words, select them in one paragraph.") }
            }
        </p>
    };
    if is_across {
        return html! {
            <>
                { told }
                <div id={ID} class="selection-bar" aria-hidden="true">
                    { tr!("To highlight or note words, select them in one paragraph.") }
                </div>
            </>
        };
    }
    let Some(words) = &*selected else { return told };
    let Some(span) = span_of(article, words) else { return told };
    let add = |marking: Marking| {
        let (reader, article, selected) = (reader.clone(), article.clone(), selected.setter());
        let (goes_to, was_highlighted) = (goes_to.clone(), was_highlighted.setter());
        let paragraph = words.id.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            let note = note_on(&article, span);
            let id = note.id.clone();
            reader.dispatch.dispatch(Action::NotePut(Box::new(note)));
            let goes_on = marking == Marking::Note;
            if goes_on {
                reader.dispatch.dispatch(Action::NoteOpened(Some(id)));
            }
            was_highlighted.set(!goes_on);
            // Who goes on to write goes to the field.
            if !goes_on && (focus::is_within(ID) || focus::is_lost()) {
                *goes_to.borrow_mut() = Some(paragraph.clone());
            }
            selection::clear();
            selected.set(None);
        })
    };
    // A press would else take the selection away before the click.
    let keep = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <>
        { told }
        <div
            id={ID}
            class="selection-bar"
            role="region"
            aria-label={tr!("Selected words")}
            onmousedown={keep}
        >
            <button type="button" onclick={add(Marking::Highlight)}>{ tr!("Highlight") }</button>
            <button type="button" onclick={add(Marking::Note)}>{ tr!("Note") }</button>
        </div>
        </>
    }
}

/// Where selected words stand in the article's text.
fn span_of(article: &ArticleRef, selected: &Selected) -> Option<Span> {
    let (slug, number) = paragraph_of(&selected.id)?;
    let paragraphs = (slug == article.article.slug).then_some(&article.article.paragraphs)?;
    let block = paragraphs.get(number as usize)?.span;
    let text = block.of(&article.article.text);
    let [start, end] = [selected.start, selected.end].map(|units| bytes_from_utf16(text, units));
    let span = Span::new(block.start + start?, block.start + end?);
    (!span.is_empty()).then_some(span)
}
