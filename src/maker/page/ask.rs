//! [`Ask`]: what the parts of the page ask the desk by.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::effects::focus;
use crate::maker::effects::dropped::{self, GivenFile, Named};
use crate::maker::message::Command;

/// What the dossier has, which takes the focus of buttons that go when they are pressed.
pub const STATUS: &str = "status";

/// What the parts of the page ask the desk by.
#[derive(Clone)]
pub struct Ask(Rc<dyn Fn(Command, Vec<GivenFile>)>);

impl PartialEq for Ask {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Ask {
    /// Asks by this function, which takes the files beside a command.
    pub fn by(ask: impl Fn(Command, Vec<GivenFile>) + 'static) -> Self {
        Self(Rc::new(ask))
    }

    /// Asks for something that needs no files.
    pub fn of(&self, command: Command) {
        (self.0)(command, Vec::new());
    }

    /// A listener that asks for the same each time.
    pub fn on<E: 'static>(&self, command: Command) -> Callback<E> {
        let ask = self.clone();
        Callback::from(move |_| ask.of(command.clone()))
    }

    /// The same for a button that may be gone then.
    pub fn on_leaving(&self, command: Command) -> Callback<MouseEvent> {
        let ask = self.clone();
        Callback::from(move |_| {
            focus::go_to_id(STATUS);
            ask.of(command.clone());
        })
    }

    /// Adds files.
    pub fn add(&self, files: Vec<Named>) {
        if files.is_empty() {
            return;
        }
        let (names, files) = files.into_iter().unzip();
        (self.0)(Command::Add(names), files);
    }

    /// A listener that adds what was chosen in a field.
    pub fn chosen(&self) -> Callback<Event> {
        let ask = self.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(files) = field.files() {
                ask.add(dropped::chosen(&files));
            }
            field.set_value("");
        })
    }
}
