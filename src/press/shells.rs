//! The shells of the pages of a site: what they have around the dossier, and which policy that asks for.

use std::collections::BTreeMap;

use super::engine::Engine;
use super::headers::Policies;
use super::html::Shell;
use super::one_file::OneFile;
use crate::host_look::Accent;
use crate::source::Site;

/// The shells of the pages of a site.
pub struct Shells {
    /// Of the front page.
    pub front: Shell,
    /// Of the pages in folders.
    pub below: Shell,
    /// The files that the pages in folders share, by name.
    pub linked: BTreeMap<String, Vec<u8>>,
}

impl Shells {
    pub fn new(engine: &Engine, wasm_name: &str, is_large: bool) -> Self {
        let front = engine.shell.with_renamed(&engine.wasm_name, wasm_name);
        // A page of a small dossier has all in it that it is painted with, and costs one request. Of thousands of
        // pages that would be most of the bytes.
        let (below, linked) =
            if is_large { front.with_linked() } else { (front.clone(), BTreeMap::new()) };
        Self { below: below.below(&[&engine.script_name, wasm_name]), front, linked }
    }

    /// The policies of the pages that these shells are for, and of the edition in one file.
    pub fn policies(&self, site: &Site, one_file: &OneFile, is_offline: bool) -> Policies {
        let origin = site.origin();
        let look = site.accent.map(Accent::style_sheet);
        let policy = |shell: &Shell| shell.policy(is_offline, origin.as_deref(), look.as_deref());
        Policies {
            page: policy(&self.front),
            page_below: policy(&self.below),
            one_file: one_file.policy(look.as_deref()),
            ..Policies::default()
        }
    }
}
