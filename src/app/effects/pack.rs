//! Where the dossier's bytes come from.

use super::page_script;
use crate::dossier::Dossier;
use crate::pack::PackError;

/// Opens the dossier. Its bytes stay for as long as the page.
///
/// # Errors
///
/// Where there is none, or one that cannot be read.
pub fn open() -> Result<Dossier<'static>, PackError> {
    Dossier::open(page_script::take_dossier().leak())
}
