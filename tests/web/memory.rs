//! A page that is open all day takes no more memory than one that was just opened.

use core::arch::wasm32::memory_size;

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::dossier::Dossier;
use whosaid::query::{Filter, Query, search};

use crate::stage::{breathe, dossier};

const QUERIES: [&str; 8] = [
    "storm",
    "quiet stayed",
    "\"all was quiet\"",
    "quiat",
    "st*",
    "storm -quiet",
    "day OR storm",
    "speaker:nobody",
];

#[wasm_bindgen_test]
async fn memory_does_not_grow_over_20_000_queries() {
    let dossier = dossier();
    // What is worked out once stays.
    ask(&dossier, QUERIES.len() * 4);
    let n_pages = memory_size(0);
    for _ in 0..100 {
        ask(&dossier, 200);
        // The browser's driver asks the page how it gets on.
        breathe().await;
    }
    assert_eq!(memory_size(0), n_pages, "pages of 64 KiB");
}

fn ask(dossier: &Dossier, n_queries: usize) {
    for typed in QUERIES.iter().cycle().take(n_queries) {
        let (query, _) = Query::parse(typed);
        let _ = search(dossier, &query, &Filter::default(), 20);
    }
}
