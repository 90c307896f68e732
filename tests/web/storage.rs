//! What is kept across visits, and a browser that keeps nothing.

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::storage;
use whosaid::preferences::{Preferences, TextSize, Theme};

use crate::stage::{js, window};

fn dark() -> Preferences {
    Preferences {
        theme: Theme::Dark,
        text_size: TextSize::Larger,
        shortcuts: false,
        ..Preferences::default()
    }
}

/// Puts `text` where the preferences are kept.
fn keep(text: &str) {
    // The app itself says where that is.
    storage::keep_preferences(dark());
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

#[wasm_bindgen_test]
fn what_was_chosen_is_there_on_the_next_visit() {
    forget();
    assert_eq!(storage::preferences(), (Preferences::default(), None));
    storage::keep_preferences(dark());
    assert_eq!(storage::preferences(), (dark(), None));
    // As an earlier version left it.
    keep("2;theme=dark;text=larger;shortcuts=off");
    assert_eq!(storage::preferences(), (dark(), None));
    forget();
}

#[wasm_bindgen_test]
fn what_cannot_be_read_gives_the_usual_with_a_notice() {
    for text in [
        "",
        "{",
        "null",
        "{\"version\":3}",
        "{\"version\":3,\"preferences\":{\"theme\":[\"dark\"]}}",
        "2;theme=dark",
        "2;theme=dark;text=usual;shortcuts=perhaps",
        "\u{0}\u{fffd}",
    ] {
        keep(text);
        let (preferences, notice) = storage::preferences();
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
    storage::keep_preferences(dark());
    let read = (storage::preferences(), storage::kept());
    js("delete window.localStorage, ''");
    assert_eq!(read, ((Preferences::default(), None), None));
}

/// As when the disk is full, or storage is blocked for this site.
#[wasm_bindgen_test]
fn a_storage_that_throws_is_done_without() {
    js("window.keptMethods = [Storage.prototype.getItem, Storage.prototype.setItem],
        Storage.prototype.getItem = Storage.prototype.setItem = () => {
            throw new DOMException('no', 'QuotaExceededError');
        }, ''");
    storage::keep_preferences(dark());
    let read = storage::preferences();
    js("[Storage.prototype.getItem, Storage.prototype.setItem] = window.keptMethods, ''");
    assert_eq!(read, (Preferences::default(), None));
}
