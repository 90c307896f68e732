//! The pages beside the front page, one by one.

use super::blocks::Packed;
use super::frame::{self, Edition, Offers};
use super::html::{Content, Shell};
use super::prerender;
use crate::app::DossierRef;
use crate::app::reader::Files;
use crate::language::direction;
use crate::route::{Base, Page};
use crate::source::Site;

/// What the pages beside the front page are made of.
pub struct Binder {
    pub packed: Packed,
    pub site: Site,
    pub shell: Shell,
    pub policy: String,
    pub edition: Edition,
    /// The length of the one-file edition in bytes.
    pub one_file_len: usize,
    pub offers: Offers,
}

impl Binder {
    /// A whole page.
    pub fn bind(&self, dossier: &DossierRef, page: Page) -> String {
        let Self { site, shell, policy, edition, one_file_len, offers, .. } = self;
        let home = page.home();
        let drawn = prerender::page(dossier, page, Base::of(page), &Files::default());
        shell.filled(&Content {
            direction: direction(&dossier.masthead.language),
            blocks: &drawn.blocks,
            home,
            path: Some(&page.path(dossier)),
            head: &frame::head(dossier, site, page, policy).into_string(),
            page: &drawn.page,
            after: "",
            foot: &frame::foot(dossier, site, home, edition, *one_file_len, *offers).into_string(),
        })
    }
}
