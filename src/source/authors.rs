//! `authors.yml`: the names behind keys of authors.

use std::collections::BTreeMap;
use std::io;

use super::encoding::text_of;
use super::field::{Data, Located};
use super::{front_matter, plain};
use crate::article::Byline;
use crate::diagnostics::Diagnostics;

/// The names behind the keys that Docusaurus and Jekyll have for authors: `key: {name: …}`.
pub fn read(
    content: io::Result<Vec<u8>>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, String> {
    let Some(text) = text_of(content, diagnostics) else { return BTreeMap::new() };
    let authors = front_matter::yaml_fields(&text, 1, diagnostics).into_iter();
    let named = authors.filter_map(|(key, value)| {
        let Data::Table(table) = value.value else { return None };
        let name = table.into_iter().find(|(name, _)| name == "name");
        match name {
            Some((_, Located { line, value: Data::Text(name) })) => {
                Some((key, plain::words_of(&name, line, diagnostics)))
            }
            _ => None,
        }
    });
    named.collect()
}

/// Puts names in the place of keys.
pub fn put_names(byline: &mut Byline, names: &BTreeMap<String, String>) {
    for author in &mut byline.authors {
        if let Some(name) = names.get(author) {
            author.clone_from(name);
        }
    }
}
