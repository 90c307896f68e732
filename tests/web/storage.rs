//! What is kept across visits, a browser that keeps nothing, and notes of a file.

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::{notes, storage};
use whosaid::notebook::About;
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

#[wasm_bindgen_test]
fn annotations_of_a_file_are_read() {
    let file = r#"[
        {"id":"a","created":"2026-11-27T20:15:00Z","body":"A","target":{
            "source":{"id":"https://a.example/articles/calm.html"},
            "selector":[{"type":"RangeSelector","start":{}},{"exact":"calm"},{"start":7,"end":11}]
        }},
        {"target":"?q=calm"}, null, 1.5, -1, 1e300, true, []
    ]"#;
    let (notes, n_unreadable) = notes::from_json(file).expect("it holds annotations");
    assert_eq!((notes.len(), n_unreadable), (2, 6));
    let About::Words { article, anchor } = &notes[0].about else { panic!("{notes:?}") };
    assert_eq!((&**article, &*anchor.exact, anchor.start, anchor.end), ("calm", "calm", 7, 11));
    assert_eq!(notes::from_json(&"[".repeat(100_000)), None);
    assert_eq!(notes::from_json(r#"{"notes":[]}"#), None);
}
