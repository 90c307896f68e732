//! [`start`]: where the page begins.

use yew::Renderer;
use yew::platform::spawn_local;

use super::effects::{blocks, interface, pack, page, page_script};
use super::reader::DossierRef;
use super::root::{App, AppProps};
use crate::i18n;
use crate::route::{Base, Page};

/// Opens the dossier in this wasm and hydrates the page, once the blocks are there that it was drawn from; where there
/// is none to open, says so above the page and leaves that to be read.
///
/// A page that is not as the app would have written it is beyond Yew, which panics; then `static/start.js`
/// starts the app once more and has it draw the page anew.
pub fn start() {
    page_script::report_panics();
    let dossier = match pack::open() {
        Ok(dossier) => DossierRef::new(dossier),
        Err(error) => return page_script::failed(&error.to_string()),
    };
    i18n::speak(dossier.catalogue.clone());
    page::set_language(i18n::language());
    interface::install(dossier.clone());
    if dossier.blocks().is_empty() {
        return take_over(dossier);
    }
    spawn_local(async move {
        match blocks::load_first(&dossier).await {
            Ok(()) => take_over(dossier),
            Err(missing) => page_script::failed(&missing.to_string()),
        }
    });
}

/// Hydrates the page, for which everything is there that it was drawn from.
fn take_over(dossier: DossierRef) {
    let root = page::root();
    let (page, base) = match page::path() {
        // A page of another dossier than the one in the wasm has to be drawn anew.
        Some(path) => {
            let page = Page::from_path(&path, &dossier).unwrap_or_default();
            (page, Base::of(page))
        }
        None => (Page::Front, Base::OneFile),
    };
    let files = page::files().into_iter().map(|(path, url)| (path, url.into())).collect();
    let typed = page::typed().into();
    let renderer =
        Renderer::<App>::with_root_and_props(root, AppProps { dossier, page, base, typed, files });
    if page::is_prerendered() {
        page_script::keep_equal_text();
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
