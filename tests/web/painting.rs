//! Hits are painted on the words that the attributes count out, whatever elements lie between.

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::highlight;
use whosaid::state::State;

use crate::stage::{Place, js};

/// The words painted under a name, with a bar between them.
fn painted(name: &str) -> String {
    js(&format!("[...CSS.highlights.get('{name}')].map(range => range.toString()).join('|')"))
}

#[wasm_bindgen_test]
fn words_are_painted_across_elements_and_beyond_the_basic_plane() {
    // In UTF-16 units: `“` 0, `😀` 1 and 2, space 3, `so` 4 and 5, space 6, `calm` 7 to 10.
    let _place = Place::with(
        "<p data-hits='0-5 7-11' data-current-hit='7-11'>“😀 <em>so</em> c<b>al</b>m</p>\
         <p data-hits='0-3'>end</p>",
    );
    highlight::follow(None, &State::default());
    assert_eq!(painted("whosaid-hit"), "“😀 s|calm|end");
    assert_eq!(painted("whosaid-current-hit"), "calm");
}

#[wasm_bindgen_test]
fn what_is_gone_is_painted_no_more() {
    {
        let _place = Place::with("<p data-hits='0-4'>calm</p>");
        highlight::follow(None, &State::default());
        assert_eq!(painted("whosaid-hit"), "calm");
    }
    highlight::follow(None, &State::default());
    assert_eq!(painted("whosaid-hit"), "");
}

#[wasm_bindgen_test]
fn attributes_that_make_no_sense_paint_nothing() {
    let _place = Place::with(
        "<p data-hits='9-14 3-1 x - 4294967295-0 -1-2 0-0'>calm</p><p data-hits='0-1'></p>",
    );
    highlight::follow(None, &State::default());
    assert_eq!(painted("whosaid-hit"), "");
}
