//! What the page has loaded, and what the browser keeps of it.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, Cache, CacheQueryOptions, CacheStorage, Headers, HtmlDocument, Request, Response,
};

use super::dom::{document, property, window};
use super::{address, storage};

/// A file that was loaded or is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Its address.
    pub url: String,
    /// Its bytes, where they are told.
    pub n_bytes: Option<f64>,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loads {
    /// The origin of the page.
    pub origin: String,
    /// Every request so far, to the page's own origin.
    pub requests: Vec<File>,
    /// How many requests went elsewhere.
    pub n_elsewhere: usize,
    /// Whether cookies are set at the page's address.
    pub has_cookies: bool,
    /// The keys of what is stored; `None` where the browser refuses.
    pub stored: Option<Vec<String>>,
    /// The files that are kept for reading offline; `None` where the browser does not say.
    pub kept: Option<Vec<File>>,
}

/// Looks at all of it.
pub async fn all() -> Loads {
    let origin = window().location().origin().unwrap_or_default();
    let mut requests = requests();
    let worker = worker_script().await;
    // What a page asks of the browser for its worker is not among its requests, but in WebKit.
    if let Some(url) = &worker
        && requests.iter().all(|request| request.url != *url)
    {
        requests.push(File { url: url.clone(), n_bytes: None });
    }
    let n_requests = requests.len();
    requests
        .retain(|request| web_sys::Url::new(&request.url).is_ok_and(|url| url.origin() == origin));
    let stored = storage::kept();
    Loads {
        origin,
        n_elsewhere: n_requests - requests.len(),
        requests,
        // In a strict frame the mere asking throws.
        has_cookies: document()
            .unchecked_into::<HtmlDocument>()
            .cookie()
            .is_ok_and(|cookies| !cookies.is_empty()),
        stored,
        // Without a worker nothing is.
        kept: kept().await.or_else(|| worker.is_none().then(Vec::new)),
    }
}

/// Every request of the page so far.
pub fn requests() -> Vec<File> {
    let Some(performance) = window().performance() else { return Vec::new() };
    let entries = ["navigation", "resource"].map(|kind| performance.get_entries_by_type(kind));
    let entries = entries.iter().flat_map(Array::iter);
    let file = |entry: JsValue| File {
        url: property(&entry, "name").as_string().unwrap_or_default(),
        n_bytes: property(&entry, "encodedBodySize").as_f64().filter(|n_bytes| *n_bytes > 0.0),
    };
    entries.map(file).collect()
}

async fn worker_script() -> Option<String> {
    let workers = property(&window().navigator(), "serviceWorker");
    if workers.is_undefined() {
        return None;
    }
    let registration =
        JsFuture::from(window().navigator().service_worker().get_registration()).await.ok()?;
    property(&property(&registration, "active"), "scriptURL").as_string()
}

/// The files in the caches of this site.
async fn kept() -> Option<Vec<File>> {
    // In a strict frame the mere asking throws.
    let caches: CacheStorage = window().caches().ok()?;
    let prefix = format!("whosaid {} ", address::site().trim_end_matches("index.html"));
    let names: Array = JsFuture::from(caches.keys()).await.ok()?.unchecked_into();
    let mut files = Vec::new();
    for name in names.iter().filter_map(|name| name.as_string()) {
        if !name.starts_with(&prefix) {
            continue;
        }
        let cache: Cache = JsFuture::from(caches.open(&name)).await.ok()?.unchecked_into();
        let requests: Array = JsFuture::from(cache.keys()).await.ok()?.unchecked_into();
        for request in requests.iter() {
            let url = request.unchecked_ref::<Request>().url();
            let options = CacheQueryOptions::new();
            options.set_ignore_vary(true);
            let found = JsFuture::from(cache.match_with_str_and_options(&url, &options)).await;
            let n_bytes = match found.map(JsValue::dyn_into::<Response>) {
                // It has gone meanwhile.
                Ok(Err(_)) => continue,
                Ok(Ok(response)) => length_of(&response).await,
                Err(_) => None,
            };
            files.push(File { url, n_bytes });
        }
    }
    Some(files)
}

/// How many bytes a response has, without compression. Its body is read only where its headers do not say so.
pub async fn length_of(response: &Response) -> Option<f64> {
    if let Some(n_bytes) = stated_length(&response.headers()) {
        return Some(n_bytes);
    }
    let blob: Blob = JsFuture::from(response.blob().ok()?).await.ok()?.unchecked_into();
    Some(blob.size())
}

/// The length that headers state: that of a body that was sent compressed says nothing of what it holds.
fn stated_length(headers: &Headers) -> Option<f64> {
    let header = |name| headers.get(name).ok().flatten();
    let n_bytes = header("content-length").filter(|_| header("content-encoding").is_none())?;
    n_bytes.parse().ok()
}
