//! `window.whosaid`: the search for other scripts on the page.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::window;
use crate::dossier::Dossier;
use crate::query::{self, Filter, Hit, Picks, Query};
use crate::quotation::Kind;
use crate::route::speaker_choice;
use crate::span::utf16_from_bytes;

/// How many hits `search` gives when it is not told.
const DEFAULT_LIMIT: usize = 50;

/// Adds `search` to `window.whosaid`.
pub fn install(dossier: Rc<Dossier>) {
    let search = Closure::<dyn Fn(JsValue, JsValue) -> Array>::new(move |query, options| {
        search(&dossier, &query, &options)
    });
    if let Ok(whosaid) = Reflect::get(&window(), &"whosaid".into()) {
        // `index.html` has made the object, so this cannot fail there.
        let _ = Reflect::set(&whosaid, &"search".into(), &search.into_js_value());
    }
}

fn search(dossier: &Dossier, query: &JsValue, options: &JsValue) -> Array {
    let Ok(filter) = filter(dossier, options) else { return Array::new() };
    let (query, _) = Query::parse(&query.as_string().unwrap_or_default());
    let limit = option(options, "limit").as_f64().map_or(DEFAULT_LIMIT, |limit| limit as usize);
    let answer = query::search(dossier.corpus(), &query, &filter, limit);
    answer.hits.iter().map(|hit| object(dossier, hit)).collect()
}

fn filter(dossier: &Dossier, options: &JsValue) -> Result<Filter, Unknown> {
    Ok(Filter {
        speakers: chosen(options, "speakers", |slug| speaker_choice(slug, dossier))?,
        kinds: chosen(options, "kinds", Kind::from_name)?,
        outlets: chosen(options, "outlets", |slug| Some(slug.to_owned()))?,
    })
}

fn option(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The values that an option chooses: a string, or an array of strings. Where it names only values
/// that the dossier does not have, nothing can be found, which the caller has to be told.
fn chosen<T: Ord>(
    options: &JsValue,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Picks<T>, Unknown> {
    let value = option(options, name);
    let names = if Array::is_array(&value) { Array::from(&value) } else { Array::of1(&value) };
    let mut chosen = Picks::default();
    let mut unknown = false;
    for name in names.iter().filter_map(|name| name.as_string()) {
        match parse(&name) {
            Some(value) => _ = chosen.insert(value),
            None => unknown = true,
        }
    }
    if unknown && chosen.is_empty() { Err(Unknown) } else { Ok(chosen) }
}

/// An option names no value of this dossier.
struct Unknown;

/// A hit as `{article, paragraph, score, ranges: [{start, end}, …]}`, ranges in UTF-16 units of the
/// paragraph's text.
fn object(dossier: &Dossier, hit: &Hit) -> JsValue {
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
            plain([("start", start.into()), ("end", end.into())])
        })
        .collect();
    plain([
        ("article", article.slug.as_str().into()),
        ("paragraph", hit.paragraph.into()),
        ("score", hit.score.into()),
        ("ranges", ranges.into()),
    ])
}

fn plain<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A new object takes every property.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
