//! [`is_web_url`]: whether an address leads somewhere on the web.

use iri_string::types::IriStr;

/// Whether `text` is an absolute `http:` or `https:` URL with a host, as RFC 3987 writes them.
#[must_use]
pub fn is_web_url(text: &str) -> bool {
    IriStr::new(text).is_ok_and(|iri| {
        let scheme = iri.scheme_str();
        (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
            && iri.authority_components().is_some_and(|authority| !authority.host().is_empty())
    })
}
