//! The blocks of a large dossier, on their way from the site.

use std::fmt;
use std::time::Duration;

use futures_util::future::join_all;
use gloo::timers::future::sleep;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom::window;
use super::{address, clock, page, page_script};
use crate::app::shared::DossierRef;
use crate::i18n::tr;
use crate::pack::block_path;
use crate::route::View;

/// How long a block may take: 64 kB take half of that over the slowest links that browsers' tools imitate.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the page waits for what its address asks for before it comes alive without.
const PATIENCE_AT_START: Duration = Duration::from_secs(2);
/// After what time a block that did not come is asked for once more.
const BEFORE_RETRY: Duration = Duration::from_secs(1);

/// How many blocks are on their way at a time: as many as browsers ask one host for over HTTP/1.1.
pub const MAX_AT_ONCE: usize = 6;

/// A block did not come, or is not the one that was written.
#[derive(Debug, Clone, Copy)]
pub struct Missing;

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(tr!("A part of the dossier did not arrive."))
    }
}

/// Loads a block and puts it in its place.
///
/// # Errors
///
/// When it did not come, also after a second.
pub async fn load(dossier: &DossierRef, block: usize) -> Result<(), Missing> {
    match load_in_time(dossier, block).await {
        Ok(()) => Ok(()),
        Err(Missing) => {
            sleep(BEFORE_RETRY).await;
            load_in_time(dossier, block).await
        }
    }
}

async fn load_in_time(dossier: &DossierRef, block: usize) -> Result<(), Missing> {
    clock::within(PATIENCE, load_once(dossier, block)).await.unwrap_or(Err(Missing))
}

async fn load_once(dossier: &DossierRef, block: usize) -> Result<(), Missing> {
    let blocks = dossier.blocks();
    if blocks.has(block) {
        return Ok(());
    }
    let bytes = page_script::block(&blocks.name(block)).await.map_err(|_| Missing)?;
    let bytes = bytes.dyn_into::<Uint8Array>().map_err(|_| Missing)?;
    blocks.supply(block, bytes.to_vec().into()).map_err(|_| Missing)
}

/// Loads the first of some blocks, and as many of the next at the same time as a browser asks one host for.
///
/// # Errors
///
/// When the first did not come.
pub async fn load_ahead(dossier: &DossierRef, blocks: &[usize]) -> Result<(), Missing> {
    let loads = blocks.iter().take(MAX_AT_ONCE).map(|block| load(dossier, *block));
    join_all(loads).await.into_iter().next().unwrap_or(Ok(()))
}

/// Has the service worker keep all blocks for reading offline, by asking for each: those that it has it answers itself.
/// `progress` is told how many have come, and says whether to go on.
///
/// # Errors
///
/// When one did not come; those before are kept.
pub async fn keep_all(
    dossier: &DossierRef,
    progress: impl Fn(usize) -> bool,
) -> Result<(), Missing> {
    let blocks = dossier.blocks();
    let names: Vec<String> = (0..blocks.len()).map(|block| blocks.name(block)).collect();
    let mut n_come = 0;
    for several in names.chunks(MAX_AT_ONCE) {
        if !progress(n_come) {
            return Ok(());
        }
        let asked = join_all(several.iter().map(|name| ask_for(name))).await;
        asked.into_iter().collect::<Result<(), _>>()?;
        n_come += several.len();
    }
    progress(n_come);
    Ok(())
}

/// Asks for the file of a block, and waits until it has come.
async fn ask_for(name: &str) -> Result<(), Missing> {
    let url = format!("{}{}", address::site(), block_path(name));
    let response = JsFuture::from(window().fetch_with_str(&url)).await.map_err(|_| Missing)?;
    let response = response.unchecked_into::<Response>();
    if !response.ok() {
        return Err(Missing);
    }
    let body = response.array_buffer().map_err(|_| Missing)?;
    JsFuture::from(body).await.map(drop).map_err(|_| Missing)
}

/// Loads what the page was drawn from, and, if that can be had, what its address asks for.
///
/// # Errors
///
/// When something that the page was drawn from did not come.
pub async fn load_first(dossier: &DossierRef) -> Result<(), Missing> {
    let blocks = dossier.blocks();
    let drawn = page::blocks();
    let drawn = drawn.iter().flat_map(|name| blocks.named(name));
    join_all(drawn.map(|block| load(dossier, block)))
        .await
        .into_iter()
        .collect::<Result<(), _>>()?;
    // To read the address is to ask for what it names.
    let (route, _, _) = address::current(dossier);
    if let View::Article(id, _) = route.view {
        let _ = dossier.article(id);
    }
    // Where it does not come, the page says so.
    let asked: Vec<usize> = blocks.take_missed().into_iter().collect();
    // Where they come later, they are drawn then.
    let _ = clock::within(PATIENCE_AT_START, load_ahead(dossier, &asked)).await;
    Ok(())
}
