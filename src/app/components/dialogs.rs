//! The dialog that is open, if one is.

use yew::prelude::*;

use super::arrivals::{missing, on_the_way};
use super::check_dialog::CheckDialog;
use super::dialog::Modal;
use super::embed_dialog::EmbedDialog;
use super::keys_dialog::keys_dialog;
use super::loads_dialog::LoadsDialog;
use super::settings::segments;
use super::take_dialog::TakeDialog;
use crate::app::hooks::Blocks;
use crate::app::reader::{Here, Reader};
use crate::i18n::tr;
use crate::preferences::{LineHeight, Preferences, TextSize, TextWidth, Theme};
use crate::state::{Action, Dialog, State};
use crate::wording::{theme_name, typeface_name};

/// The open dialog.
pub fn dialogs(reader: &Reader, here: &Here, state: &State, blocks: &Blocks) -> Html {
    match state.dialog {
        None => Html::default(),
        Some(Dialog::Keys) => keys_dialog(reader, &state.preferences),
        Some(Dialog::Display) => display_dialog(reader, &state.preferences, state.theme()),
        Some(Dialog::Embed) => html! { <EmbedDialog here={here.clone()} /> },
        Some(Dialog::Take) => {
            html! { <TakeDialog here={here.clone()} waiting={waiting(blocks)} /> }
        }
        Some(Dialog::Check) => {
            html! { <CheckDialog here={here.clone()} waiting={waiting(blocks)} /> }
        }
        Some(Dialog::Loads) => html! { <LoadsDialog /> },
    }
}

/// What a dialog that needs all articles shows as long as some are on their way.
fn waiting(blocks: &Blocks) -> Option<Html> {
    let waits = !blocks.are_all_here();
    waits.then(|| html! { <>{ missing(blocks) }{ on_the_way(blocks) }</> })
}

/// Size, length, distance and face of the lines, and the colours.
fn display_dialog(reader: &Reader, preferences: &Preferences, theme: Theme) -> Html {
    let set = |preferences| reader.on(Action::PreferencesChanged(preferences));
    let text_size = segments(
        "text-size",
        tr!("Text"),
        preferences.text_size,
        |size| match size {
            TextSize::Usual => tr!("Usual"),
            TextSize::Larger => tr!("Larger"),
            TextSize::Largest => tr!("Largest"),
        },
        |text_size| set(Preferences { text_size, ..*preferences }),
    );
    let text_width = segments(
        "text-width",
        tr!("Width"),
        preferences.text_width,
        |width| match width {
            TextWidth::Usual => tr!("Usual"),
            TextWidth::Narrow => tr!("Narrow"),
            TextWidth::Wide => tr!("Wide"),
        },
        |text_width| set(Preferences { text_width, ..*preferences }),
    );
    let line_height = segments(
        "line-height",
        tr!("Line spacing"),
        preferences.line_height,
        |height| match height {
            LineHeight::Usual => tr!("Usual"),
            LineHeight::Loose => tr!("Loose"),
        },
        |line_height| set(Preferences { line_height, ..*preferences }),
    );
    let typeface =
        segments("typeface", tr!("Typeface"), preferences.typeface, typeface_name, |typeface| {
            set(Preferences { typeface, ..*preferences })
        });
    let colours = segments("colours", tr!("Colours"), theme, theme_name, |theme| {
        reader.on(Action::ThemeChosen(theme))
    });
    html! {
        <Modal title={tr!("Display")} class="display">
            { text_size }
            { text_width }
            { line_height }
            { typeface }
            { colours }
        </Modal>
    }
}
