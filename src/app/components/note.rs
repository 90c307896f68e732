//! A note: its text and tags, to be read and changed.

use gloo::timers::callback::Timeout;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::effects::{focus, notes};
use crate::app::hooks::use_field_value;
use crate::app::reader::use_reader;
use crate::app::renders;
use crate::i18n::tr;
use crate::notebook::Note;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct NoteFieldsProps {
    /// The note.
    pub note: Note,
    /// Whether its text takes the focus when it is first drawn.
    #[prop_or_default]
    pub takes_focus: bool,
}

/// How long nothing is written before the text is kept, in milliseconds.
const PAUSE_MS: u32 = 400;

/// The fields of a note. The text is kept whenever the writing pauses, and both when a field is left.
#[component]
pub fn NoteFields(props: &NoteFieldsProps) -> Html {
    renders::note("NoteFields");
    let NoteFieldsProps { note, takes_focus } = props;
    let reader = use_reader();
    let id = format!("note_{}", note.id.rsplit([':', '-']).next().unwrap_or_default());
    // Before the focus comes into the field, which is not filled any more from then on.
    let text_node = use_field_value(note.text.clone());
    let tags_node = use_field_value(note.tags.join(", "));
    {
        let (id, takes_focus) = (id.clone(), *takes_focus);
        use_effect_with(takes_focus, move |takes_focus| {
            if *takes_focus {
                focus::go_to_id(&id);
            }
        });
    }
    // The note as it is now, not as it was when the writing began.
    let latest = use_mut_ref(|| note.clone());
    *latest.borrow_mut() = note.clone();
    let change = {
        let (dispatch, latest) = (reader.dispatch.clone(), latest.clone());
        move |change: &dyn Fn(&mut Note)| {
            let mut next = latest.borrow().clone();
            change(&mut next);
            if next != *latest.borrow() {
                next.modified = notes::now();
                dispatch.dispatch(Action::NotePut(Box::new(next)));
            }
        }
    };
    // The text that is about to be kept, when the pause ends.
    let pending = use_mut_ref(|| None::<(String, Timeout)>);
    let keep = {
        let (change, pending) = (change.clone(), pending.clone());
        move || {
            let text = pending.take().map(|(text, _)| text);
            if let Some(text) = text {
                change(&|note| note.text.clone_from(&text));
            }
        }
    };
    {
        let keep = keep.clone();
        use_effect_with((), move |()| keep);
    }
    let oninput = {
        let keep = keep.clone();
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            pending.replace(Some((field.value(), Timeout::new(PAUSE_MS, keep.clone()))));
        })
    };
    let on_text = {
        let keep = keep.clone();
        Callback::from(move |_: Event| keep())
    };
    let on_tags = Callback::from(move |event: Event| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        change(&|note| note.set_tags(&field.value()));
    });
    let on_delete = {
        let (dispatch, id) = (reader.dispatch.clone(), note.id.clone());
        Callback::from(move |_: MouseEvent| {
            // The note comes back with all that was written.
            keep();
            dispatch.dispatch(Action::NoteRemoved(id.clone()));
        })
    };
    html! {
        <div class="note-fields">
            <label>
                <span class="visually-hidden">{ tr!("Note") }</span>
                <textarea
                    {id}
                    rows="2"
                    placeholder={tr!("A note")}
                    dir="auto"
                    ref={text_node}
                    {oninput}
                    onchange={on_text}
                />
            </label>
            <label>
                <span class="visually-hidden">{ tr!("Tags, with commas between them") }</span>
                <input
                    type="text"
                    placeholder={tr!("tags, with commas")}
                    dir="auto"
                    ref={tags_node}
                    onchange={on_tags}
                />
            </label>
            <button type="button" onclick={on_delete}>
                { tr!("Delete") }
            </button>
        </div>
    }
}
