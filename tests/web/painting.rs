//! Words are painted where they are counted out, whatever elements lie between.

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::highlight::{Layer, Painted, Stretch};

use crate::stage::{Container, js};

/// The words painted under a name, with a bar between them.
fn painted(name: &str) -> String {
    js(&format!("[...CSS.highlights.get('{name}') ?? []].map(range => range.toString()).join('|')"))
}

fn paint(container: &Container, stretches: &[Stretch]) -> Painted {
    Painted::new(&container.find("p").expect("it has a paragraph"), stretches)
}

#[wasm_bindgen_test]
fn words_are_painted_across_elements_and_beyond_the_basic_plane() {
    // In UTF-16 units: `“` 0, `😀` 1 and 2, space 3, `so` 4 and 5, space 6, `calm` 7 to 10.
    let container = Container::with("<p>“😀 <em>so</em> c<b>al</b>m</p>");
    let other = Container::with("<p>end</p>");
    let stretches = [(Layer::Hit, 0, 5), (Layer::Hit, 7, 11), (Layer::CurrentHit, 7, 11)];
    let _painted = (paint(&container, &stretches), paint(&other, &[(Layer::Hit, 0, 3)]));
    assert_eq!(painted("whosaid-hit"), "“😀 s|calm|end");
    assert_eq!(painted("whosaid-current-hit"), "calm");
}

#[wasm_bindgen_test]
fn what_is_gone_is_painted_no_more() {
    let container = Container::with("<p>calm</p>");
    let other = Container::with("<p>storm</p>");
    let _stays = paint(&other, &[(Layer::Hit, 0, 5)]);
    {
        let _painted = paint(&container, &[(Layer::Hit, 0, 4)]);
        assert_eq!(painted("whosaid-hit"), "storm|calm");
    }
    assert_eq!(painted("whosaid-hit"), "storm");
}

#[wasm_bindgen_test]
fn stretches_that_make_no_sense_paint_nothing() {
    let container = Container::with("<p>calm</p>");
    let stretches = [(9, 14), (3, 1), (u32::MAX, 0), (0, 0)].map(|(a, b)| (Layer::Hit, a, b));
    let _painted = paint(&container, &stretches);
    assert_eq!(painted("whosaid-hit"), "");
    let empty = Container::with("<p></p>");
    let _painted = paint(&empty, &[(Layer::Hit, 0, 1)]);
    assert_eq!(painted("whosaid-hit"), "");
}
