//! `window.whosaid`: the search for other scripts on the page.

use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::dom::property;
use super::{blocks, page_script};
use crate::app::shared::DossierRef;
use crate::dossier::Dossier;
use crate::query::{Filter, Hit, Query, Search, first_hits};
use crate::quotation::Kind;
use crate::route::{outlets_named, speaker_choice};
use crate::span::utf16_from_bytes;

/// How many hits `search` gives when it is not told.
const DEFAULT_LIMIT: usize = 50;

/// Adds `search` to `window.whosaid`.
pub fn install(dossier: DossierRef) {
    let search = Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(move |query, options| {
        search(&dossier, &query, &options)
    });
    page_script::offer_search(&search.into_js_value());
}

/// An array of hits; where articles may have to come first, a promise of one.
fn search(dossier: &DossierRef, query: &JsValue, options: &JsValue) -> JsValue {
    let asked = asked(dossier, query, options);
    if dossier.blocks().is_empty() {
        let hits = asked.map(|(query, filter, limit)| first_hits(dossier, query, &filter, limit));
        return array(dossier, &hits.unwrap_or_default()).into();
    }
    let dossier = dossier.clone();
    future_to_promise(async move {
        let hits = match asked {
            Some((query, filter, limit)) => {
                hits_to_come(&dossier, Search::new(&dossier, query, &filter, limit)).await?
            }
            None => Vec::new(),
        };
        Ok(array(&dossier, &hits).into())
    })
    .into()
}

/// The first hits of a search, for which articles come as it needs them.
async fn hits_to_come(dossier: &DossierRef, mut search: Search) -> Result<Vec<Hit>, JsValue> {
    while !search.has_hits() {
        if search.step(dossier, 0) {
            continue;
        }
        if search.is_done() {
            break;
        }
        let loaded = blocks::load_ahead(dossier, &search.awaited(dossier)).await;
        loaded.map_err(|missing| Error::new(&missing.to_string()))?;
    }
    Ok(search.hits())
}

/// What a script asks for; `None` where only what the dossier does not have.
fn asked(dossier: &Dossier, query: &JsValue, options: &JsValue) -> Option<(Query, Filter, usize)> {
    let speakers = strings(options, "speakers");
    let kinds = strings(options, "kinds");
    let mut filter = Filter::default();
    filter.speakers.extend(speakers.iter().filter_map(|slug| speaker_choice(slug, dossier)));
    filter.kinds.extend(kinds.iter().filter_map(|name| Kind::from_name(name)));
    let outlets = strings(options, "outlets");
    filter.outlets.extend(outlets.iter().flat_map(|name| outlets_named(name, dossier)));
    // Where only unknown values are asked for, nothing can be found; an empty set would find all.
    if filter.speakers.is_empty() && !speakers.is_empty()
        || filter.kinds.is_empty() && !kinds.is_empty()
        || filter.outlets.is_empty() && !outlets.is_empty()
    {
        return None;
    }
    let (query, _) = Query::parse(&query.as_string().unwrap_or_default());
    let limit = property(options, "limit").as_f64().map_or(DEFAULT_LIMIT, |limit| limit as usize);
    Some((query, filter, limit))
}

fn array(dossier: &Dossier, hits: &[Hit]) -> Array {
    hits.iter().map(|hit| object(dossier, hit)).collect()
}

/// The strings that an option holds: one, or an array of them.
fn strings(options: &JsValue, name: &str) -> Vec<String> {
    let value = property(options, name);
    let values = if Array::is_array(&value) { Array::from(&value) } else { Array::of1(&value) };
    values.iter().filter_map(|value| value.as_string()).collect()
}

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
