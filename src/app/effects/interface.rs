//! `window.whosaid`: the search for other scripts on the page.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::{failure, window};
use crate::app::store::DossierRef;
use crate::query::{self, Filter, Hit, Query};
use crate::quotation::Kind;
use crate::route::speaker_choice;
use crate::span::utf16_from_bytes;

/// How many hits `search` gives when it is not told.
const DEFAULT_LIMIT: usize = 50;

/// Adds `search` to `window.whosaid`, and resolves its `ready`.
#[hook]
pub fn use_install(dossier: &DossierRef) {
    use_effect_with(dossier.clone(), |dossier| {
        let dossier = dossier.clone();
        let search = Closure::<dyn Fn(JsValue, JsValue) -> Array>::new(move |query, options| {
            search(&dossier, &query, &options)
        });
        if let Ok(whosaid) = Reflect::get(&window(), &"whosaid".into()) {
            // `index.html` has made the object, so this cannot fail there.
            let _ = Reflect::set(&whosaid, &"search".into(), &search.into_js_value());
        }
        failure::clear();
    });
}

fn search(dossier: &DossierRef, query: &JsValue, options: &JsValue) -> Array {
    let (query, _) = Query::parse(&query.as_string().unwrap_or_default());
    let filter = Filter {
        speakers: strings(options, "speakers")
            .iter()
            .filter_map(|slug| speaker_choice(slug, dossier))
            .collect(),
        kinds: strings(options, "kinds").iter().filter_map(|name| Kind::from_name(name)).collect(),
        outlets: strings(options, "outlets").into_iter().collect(),
    };
    let limit = option(options, "limit").as_f64().map_or(DEFAULT_LIMIT, |limit| limit as usize);
    let answer = query::search(dossier.corpus(), &query, &filter, limit);
    answer.hits.iter().map(|hit| object(dossier, hit)).collect()
}

fn option(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn strings(options: &JsValue, name: &str) -> Vec<String> {
    let value = option(options, name);
    if Array::is_array(&value) {
        Array::from(&value).iter().filter_map(|value| value.as_string()).collect()
    } else {
        value.as_string().into_iter().collect()
    }
}

/// A hit as `{article, paragraph, score, ranges: [[start, end], …]}`, ranges in UTF-16 units of the
/// paragraph's text.
fn object(dossier: &DossierRef, hit: &Hit) -> JsValue {
    let article = dossier.article(hit.article);
    let paragraph = article.paragraphs[hit.paragraph as usize].span;
    let words = paragraph.of(&article.text);
    let ranges: Array = hit
        .spans
        .iter()
        .filter_map(|span| span.intersection(paragraph))
        .map(|span| {
            let span = span.relative_to(paragraph.start);
            let start = utf16_from_bytes(words, span.start);
            let end = utf16_from_bytes(words, span.end);
            Array::of2(&start.into(), &end.into())
        })
        .collect();
    let object = Object::new();
    let fields: [(&str, JsValue); 4] = [
        ("article", article.slug.as_str().into()),
        ("paragraph", hit.paragraph.into()),
        ("score", hit.score.into()),
        ("ranges", ranges.into()),
    ];
    for (name, value) in fields {
        // A new object takes every property.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
