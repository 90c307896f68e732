//! Writing a pack.

use super::record::Record;
use super::{MAGIC, TAGS, VERSION, checksum};
use crate::dossier::Dossier;

/// The pack of `dossier`: the same bytes for the same dossier, always.
///
/// # Panics
///
/// If a section is longer than 4 GiB.
#[must_use]
pub fn encode(dossier: &Dossier) -> Vec<u8> {
    let sections = [
        record(&dossier.masthead),
        record(&dossier.speakers),
        record(&dossier.articles),
        record(&dossier.quotations),
        record(&dossier.shared),
        dossier.index.as_bytes().to_vec(),
    ];

    let mut checked = Vec::new();
    for (tag, section) in TAGS.iter().zip(&sections) {
        let len = u32::try_from(section.len()).expect("a section is shorter than 4 GiB");
        checked.extend_from_slice(tag);
        checked.extend_from_slice(&len.to_le_bytes());
        checked.extend_from_slice(&[0; 4]);
    }
    checked.extend(sections.iter().flatten());

    let mut pack = Vec::from(MAGIC);
    pack.extend_from_slice(&VERSION.to_le_bytes());
    pack.extend_from_slice(&(TAGS.len() as u32).to_le_bytes());
    pack.extend_from_slice(&checksum(&checked).to_le_bytes());
    pack.extend(checked);
    pack
}

fn record<T: Record>(value: &T) -> Vec<u8> {
    let mut section = Vec::new();
    value.write(&mut section);
    section
}
