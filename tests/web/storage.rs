//! What is kept across visits, and a browser that keeps nothing.

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::storage;
use whosaid::route::Theme;
use whosaid::state::{Action, Preferences, State, TextSize};

use crate::stage::{js, window};

const DARK: Preferences =
    Preferences { theme: Theme::Dark, text_size: TextSize::Larger, shortcuts: false };

/// Puts `text` where the preferences are kept.
fn keep(text: &str) {
    // The app itself says where that is.
    storage::follow(&State::default(), &with(DARK));
    let storage = window().local_storage().expect("it is not refused").expect("it is there");
    let key = storage.key(0).expect("it can be asked").expect("something is kept");
    storage.set_item(&key, text).expect("there is room");
}

fn forget() {
    window()
        .local_storage()
        .expect("it is not refused")
        .expect("it is there")
        .clear()
        .expect("it may");
}

fn with(preferences: Preferences) -> State {
    State::default().apply(Action::PreferencesRestored(preferences))
}

#[wasm_bindgen_test]
fn what_was_chosen_is_there_on_the_next_visit() {
    forget();
    assert_eq!(storage::read(), (Preferences::default(), None));
    storage::follow(&State::default(), &with(DARK));
    assert_eq!(storage::read(), (DARK, None));
    forget();
}

#[wasm_bindgen_test]
fn nothing_is_kept_before_something_is_chosen() {
    forget();
    storage::follow(&with(DARK), &with(DARK));
    assert_eq!(js("String(localStorage.length)"), "0");
}

#[wasm_bindgen_test]
fn what_cannot_be_read_gives_the_usual_with_a_notice() {
    for text in
        ["", "{", "2;theme=dark", "2;theme=dark;text=usual;shortcuts=perhaps", "\u{0}\u{fffd}"]
    {
        keep(text);
        let (preferences, notice) = storage::read();
        assert_eq!(preferences, Preferences::default(), "{text:?}");
        assert!(notice.is_some(), "{text:?}");
    }
    forget();
}

/// As in a frame with `sandbox="allow-scripts"`, where the mere asking throws.
#[wasm_bindgen_test]
fn a_browser_that_refuses_is_done_without() {
    js("Object.defineProperty(window, 'localStorage', {
            configurable: true,
            get() { throw new DOMException('no', 'SecurityError'); },
        }), ''");
    storage::follow(&State::default(), &with(DARK));
    let read = storage::read();
    js("delete window.localStorage, ''");
    assert_eq!(read, (Preferences::default(), None));
}

/// As when the disk is full, or storage is blocked for this site.
#[wasm_bindgen_test]
fn a_storage_that_throws_is_done_without() {
    js("window.keptMethods = [Storage.prototype.getItem, Storage.prototype.setItem],
        Storage.prototype.getItem = Storage.prototype.setItem = () => {
            throw new DOMException('no', 'QuotaExceededError');
        }, ''");
    storage::follow(&State::default(), &with(DARK));
    let read = storage::read();
    js("[Storage.prototype.getItem, Storage.prototype.setItem] = window.keptMethods, ''");
    assert_eq!(read, (Preferences::default(), None));
}
