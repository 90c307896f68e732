//! A note: its text and tags, to be read and changed.

use gloo::timers::callback::Timeout;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::effects::{focus, notes};
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
    {
        let (id, takes_focus) = (id.clone(), *takes_focus);
        use_effect_with(takes_focus, move |takes_focus| {
            if *takes_focus {
                focus::go_to_id(&id);
            }
        });
    }
    // The text that is about to be kept.
    let pause = use_mut_ref(|| None::<Timeout>);
    let change = |change: fn(&mut Note, &str)| {
        let (dispatch, note, pause) = (reader.dispatch.clone(), note.clone(), pause.clone());
        Callback::from(move |event: Event| {
            pause.take();
            let text = event.target_dyn_into::<HtmlTextAreaElement>().map(|field| field.value());
            let line = event.target_dyn_into::<HtmlInputElement>().map(|field| field.value());
            let mut next = note.clone();
            change(&mut next, &text.or(line).unwrap_or_default());
            if next != note {
                next.modified = notes::now();
                dispatch.dispatch(Action::NotePut(Box::new(next)));
            }
        })
    };
    let oninput = {
        let (dispatch, note, pause) = (reader.dispatch.clone(), note.clone(), pause.clone());
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            let (dispatch, note) = (dispatch.clone(), note.clone());
            let keep = move || {
                let next = Note { text: field.value(), modified: notes::now(), ..note };
                dispatch.dispatch(Action::NotePut(Box::new(next)));
            };
            pause.replace(Some(Timeout::new(PAUSE_MS, keep)));
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
                    value={note.text.clone()}
                    {oninput}
                    onchange={change(|note, text| note.text = text.to_owned())}
                />
            </label>
            <label>
                <span class="visually-hidden">{ tr!("Tags, with commas between them") }</span>
                <input
                    type="text"
                    placeholder={tr!("tags, with commas")}
                    dir="auto"
                    value={note.tags.join(", ")}
                    onchange={change(Note::set_tags)}
                />
            </label>
            <button type="button" onclick={reader.on(Action::NoteRemoved(note.id.clone()))}>
                { tr!("Delete") }
            </button>
        </div>
    }
}
