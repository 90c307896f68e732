//! What a publisher says of the site and of itself: [`Site`].

use std::collections::BTreeMap;

use super::field::origin_of;
use crate::host_look::Accent;

/// Where a site stands, and what its publisher adds to every page, as far as that is stated.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The address of the site's folder; ends with `/`, has no query and an ASCII host.
    pub url: Option<String>,
    /// The origins of the host pages with which a framed page speaks, as browsers write them; all may
    /// where none is named.
    pub hosts: Vec<String>,
    /// What the foot says of the publisher.
    pub colophon: Colophon,
    /// The publisher's colour.
    pub accent: Option<Accent>,
    /// What the publisher says that articles are about, by their slugs; not of those that are withdrawn.
    pub descriptions: BTreeMap<String, String>,
    /// The dossier's own files by their path in the site.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// What the foot of a page says of its publisher.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colophon {
    /// The publisher's name.
    pub name: Option<String>,
    /// Its own site: an absolute `http:` or `https:` URL, as the next two are.
    pub url: Option<String>,
    /// Who is responsible for the site.
    pub imprint: Option<String>,
    /// What becomes of readers' data.
    pub privacy: Option<String>,
    /// Whatever else is to be said, in a line.
    pub footer: Option<String>,
}

impl Site {
    /// The origin of the site, where its address is known.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        self.url.as_deref().and_then(origin_of)
    }
}
