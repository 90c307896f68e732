//! The dialog that is open, if one is.

use yew::prelude::*;

use super::check_dialog::CheckDialog;
use super::dialog::Modal;
use super::embed_dialog::EmbedDialog;
use super::keys_dialog::keys_dialog;
use super::loads_dialog::LoadsDialog;
use super::settings::segments;
use super::take_dialog::TakeDialog;
use crate::app::reader::{Here, Reader};
use crate::preferences::{LineHeight, Preferences, TextSize, TextWidth, Theme, Typeface};
use crate::state::{Action, Dialog, State};

/// The open dialog.
pub fn dialogs(reader: &Reader, here: &Here, state: &State) -> Html {
    match state.dialog {
        None => Html::default(),
        Some(Dialog::Keys) => keys_dialog(reader, &state.preferences),
        Some(Dialog::Display) => display_dialog(reader, &state.preferences, state.theme()),
        Some(Dialog::Embed) => html! { <EmbedDialog here={here.clone()} /> },
        Some(Dialog::Take) => html! { <TakeDialog here={here.clone()} /> },
        Some(Dialog::Check) => html! { <CheckDialog here={here.clone()} /> },
        Some(Dialog::Loads) => html! { <LoadsDialog /> },
    }
}

/// Size, length, distance and face of the lines, and the colours.
fn display_dialog(reader: &Reader, preferences: &Preferences, theme: Theme) -> Html {
    let set = |preferences| reader.on(Action::PreferencesChanged(preferences));
    let text_size = segments(
        "text-size",
        "Text",
        preferences.text_size,
        |size| match size {
            TextSize::Usual => "Usual",
            TextSize::Larger => "Larger",
            TextSize::Largest => "Largest",
        },
        |text_size| set(Preferences { text_size, ..*preferences }),
    );
    let text_width = segments(
        "text-width",
        "Width",
        preferences.text_width,
        |width| match width {
            TextWidth::Usual => "Usual",
            TextWidth::Narrow => "Narrow",
            TextWidth::Wide => "Wide",
        },
        |text_width| set(Preferences { text_width, ..*preferences }),
    );
    let line_height = segments(
        "line-height",
        "Lines",
        preferences.line_height,
        |height| match height {
            LineHeight::Usual => "Usual",
            LineHeight::Loose => "Loose",
        },
        |line_height| set(Preferences { line_height, ..*preferences }),
    );
    let typeface = segments(
        "typeface",
        "Typeface",
        preferences.typeface,
        |typeface| match typeface {
            Typeface::Serif => "Serif",
            Typeface::Sans => "Sans",
        },
        |typeface| set(Preferences { typeface, ..*preferences }),
    );
    let colours = segments(
        "colours",
        "Colours",
        theme,
        |theme| match theme {
            Theme::Auto => "Auto",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        },
        |theme| reader.on(Action::ThemeChosen(theme)),
    );
    html! {
        <Modal title="Display" class="display">
            { text_size }
            { text_width }
            { line_height }
            { typeface }
            { colours }
        </Modal>
    }
}
