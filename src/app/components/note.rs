//! A note: its text and tags, to be read and changed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::effects::{clock, focus, page};
use crate::app::hooks::use_field_value;
use crate::app::reader::{Reader, use_reader};
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

/// What is being written in a note.
#[derive(Clone)]
struct Writing {
    reader: Reader,
    /// The note as it is now, not as it was when the writing began.
    latest: Rc<RefCell<Note>>,
    /// The text that is about to be kept, when the pause ends.
    pending: Rc<RefCell<Option<(String, Timeout)>>>,
    /// The line of tags, which is kept when its field is left: half a tag is none.
    line: Rc<RefCell<Option<String>>>,
}

impl Writing {
    fn change(&self, change: impl FnOnce(&mut Note)) {
        let mut next = self.latest.borrow().clone();
        change(&mut next);
        if next != *self.latest.borrow() {
            next.modified = clock::timestamp();
            // The next change may come before the next drawing.
            self.latest.replace(next.clone());
            self.reader.dispatch.dispatch(Action::NotePut(Box::new(next)));
        }
    }

    /// Keeps a text when nothing further is written for a while.
    fn pause(&self, text: String) {
        let writing = self.clone();
        self.pending.replace(Some((text, Timeout::new(PAUSE_MS, move || writing.keep_text()))));
    }

    fn keep_text(&self) {
        if let Some((text, _)) = self.pending.take() {
            self.change(|note| note.text = text);
        }
    }

    /// Keeps all that is pending now.
    fn keep(&self) {
        let (text, line) = (self.pending.take(), self.line.take());
        self.change(|note| {
            if let Some((text, _)) = text {
                note.text = text;
            }
            if let Some(line) = line {
                note.set_tags(&line);
            }
        });
    }
}

/// The writing in a note, of which nothing is lost when its fields go, or the page.
#[hook]
fn use_writing(note: &Note) -> Writing {
    let latest = use_mut_ref(|| note.clone());
    *latest.borrow_mut() = note.clone();
    let (pending, line) = (use_mut_ref(|| None), use_mut_ref(|| None));
    let writing = Writing { reader: use_reader(), latest, pending, line };
    {
        let writing = writing.clone();
        use_effect_with((), move |()| {
            let leaving = {
                let writing = writing.clone();
                // The last that a page hears of a reader who leaves, on a phone too.
                EventListener::new(&page::event_target(), "visibilitychange", move |_| {
                    writing.keep();
                })
            };
            move || {
                drop(leaving);
                writing.keep();
            }
        });
    }
    writing
}

/// The fields of a note. The text is kept whenever the writing pauses, and both when a field is left.
#[component]
pub fn NoteFields(props: &NoteFieldsProps) -> Html {
    renders::note("NoteFields");
    let NoteFieldsProps { note, takes_focus } = props;
    let reader = use_reader();
    // Before the focus comes into the field, which is not filled any more from then on.
    let text_node = use_field_value(note.text.clone());
    let tags_node = use_field_value(note.tags.join(", "));
    {
        let text_node = text_node.clone();
        use_effect_with(*takes_focus, move |takes_focus| {
            if let Some(field) = text_node.cast::<HtmlElement>().filter(|_| *takes_focus) {
                focus::go_to(&field);
            }
        });
    }
    let writing = use_writing(note);
    let on_text = {
        let writing = writing.clone();
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            writing.pause(field.value());
        })
    };
    let on_tags = {
        let writing = writing.clone();
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            writing.line.replace(Some(field.value()));
        })
    };
    let onchange = {
        let writing = writing.clone();
        Callback::from(move |_: Event| writing.keep())
    };
    let on_delete = {
        let (dispatch, id) = (reader.dispatch.clone(), note.id.clone());
        Callback::from(move |_: MouseEvent| {
            // The note comes back with all that was written.
            writing.keep();
            dispatch.dispatch(Action::NoteRemoved(id.clone()));
        })
    };
    html! {
        <>
        // Paper cannot be scrolled as a field is.
        if !note.text.is_empty() {
            <p class="print-alone" dir="auto">{ note.text.clone() }</p>
        }
        if !note.tags.is_empty() {
            <p class="print-alone" dir="auto">{ note.tags.join(", ") }</p>
        }
        <div class="note-fields">
            <label>
                <span class="visually-hidden">{ tr!("Note") }</span>
                <textarea
                    rows="2"
                    placeholder={tr!("A note")}
                    dir="auto"
                    ref={text_node}
                    oninput={on_text}
                    onchange={&onchange}
                />
            </label>
            <label>
                <span class="visually-hidden">{ tr!("Tags, with commas between them") }</span>
                <input
                    type="text"
                    placeholder={tr!("tags, with commas")}
                    dir="auto"
                    ref={tags_node}
                    oninput={on_tags}
                    {onchange}
                />
            </label>
            <button type="button" onclick={on_delete}>
                { tr!("Delete") }
            </button>
        </div>
        </>
    }
}
