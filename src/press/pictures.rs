//! The pictures of a site: which of them are kept offline, and how the edition in one file has them.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use yew::AttrValue;

use crate::app::reader::Files;
use crate::dossier::Dossier;
use crate::source::Site;

/// The most bytes of articles' pictures that are kept offline, and that are in the edition in one file.
pub const MAX_PICTURES: usize = 5_000_000;

/// Takes out of a site's files the pictures that are not kept offline.
pub fn take_not_kept(
    files: &mut BTreeMap<String, Vec<u8>>,
    site: &Site,
    kept: &BTreeSet<String>,
) -> BTreeMap<String, Vec<u8>> {
    files.extract_if(.., |path, _| site.files.contains_key(path) && !kept.contains(path)).collect()
}

/// The pictures that are kept offline, and that the edition in one file has in it, by their paths in the site: the
/// logo, and of the articles' the first ones, up to [`MAX_PICTURES`]. `files` are all pictures of the site.
#[must_use]
pub fn kept_pictures(dossier: &Dossier, files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let logo = dossier.masthead.publisher.as_ref().and_then(|publisher| publisher.logo.as_ref());
    let mut kept: BTreeSet<String> = logo.map(|logo| logo.file.clone()).into_iter().collect();
    if files.len() == kept.len() {
        return kept;
    }
    let mut n_bytes = 0;
    for figure in dossier.article_ids().flat_map(|id| dossier.article(id).figures) {
        let file = figure.picture.file;
        if let Some(bytes) = files.get(&file).filter(|_| !kept.contains(&file)) {
            n_bytes += bytes.len();
            if n_bytes > MAX_PICTURES {
                break;
            }
            kept.insert(file);
        }
    }
    kept
}

/// Files as the edition in one file has them in it, as far as they are `kept`.
pub fn data_urls(files: &BTreeMap<String, Vec<u8>>, kept: &BTreeSet<String>) -> Files {
    let url = |(path, bytes): (&String, &Vec<u8>)| {
        let kind = match path.rsplit('.').next() {
            Some("svg") => "svg+xml",
            Some("jpg") => "jpeg",
            kind => kind.unwrap_or_default(),
        };
        let url = format!("data:image/{kind};base64,{}", STANDARD.encode(bytes));
        (path.clone(), AttrValue::from(url))
    };
    files.iter().filter(|(path, _)| kept.contains(*path)).map(url).collect()
}
