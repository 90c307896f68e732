//! What others may do with an article: its licence.

use crate::article::Licence;
use crate::web_url::is_web_url;

/// A licence as it is stated: a name, a URL, or the SPDX identifier of one of Creative Commons', which are
/// the ones that articles have. Those get the name by which readers know them, and their address.
pub fn licence_of(stated: &str) -> Licence {
    if let Some((kind, version)) = creative_commons(stated) {
        let name = format!("CC {} {version}", kind.to_uppercase());
        let url = format!("https://creativecommons.org/licenses/{kind}/{version}/");
        return Licence { name, url: Some(url) };
    }
    let is_cc0 = |stated: &str| {
        stated.eq_ignore_ascii_case("CC0-1.0")
            || without_scheme(stated).starts_with("creativecommons.org/publicdomain/zero/1.0")
    };
    if is_cc0(stated) {
        let url = "https://creativecommons.org/publicdomain/zero/1.0/".to_owned();
        return Licence { name: "CC0 1.0".to_owned(), url: Some(url) };
    }
    if is_web_url(stated) {
        let name = without_scheme(stated).trim_end_matches('/').to_owned();
        return Licence { name, url: Some(stated.to_owned()) };
    }
    Licence { name: stated.to_owned(), url: None }
}

/// The kind (`by-nc-sa`) and the version of a licence of Creative Commons, by its identifier or its address.
/// Ports to the law of a country are none: their addresses have that behind.
fn creative_commons(stated: &str) -> Option<(String, &str)> {
    let (kind, version) = match without_scheme(stated).strip_prefix("creativecommons.org/licenses/")
    {
        Some(path) => {
            let (kind, rest) = path.split_once('/')?;
            let version = rest.strip_suffix('/').unwrap_or(rest);
            (kind.to_lowercase(), version)
        }
        None => {
            let (kind, version) = stated.rsplit_once('-')?;
            let kind = kind.to_lowercase();
            (kind.strip_prefix("cc-")?.to_owned(), version)
        }
    };
    let kinds = ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"];
    let versions = ["1.0", "2.0", "2.5", "3.0", "4.0"];
    (kinds.contains(&kind.as_str()) && versions.contains(&version)).then_some((kind, version))
}

fn without_scheme(url: &str) -> &str {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let rest = rest.unwrap_or(url);
    rest.strip_prefix("www.").unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_has_the_name_that_readers_know() {
        let check = |stated: &str, name: &str, url: Option<&str>| {
            let licence = licence_of(stated);
            assert_eq!((&*licence.name, licence.url.as_deref()), (name, url), "{stated}");
        };
        let by = Some("https://creativecommons.org/licenses/by/4.0/");
        check("CC-BY-4.0", "CC BY 4.0", by);
        check("http://creativecommons.org/licenses/by/4.0", "CC BY 4.0", by);
        let by_nc_sa = Some("https://creativecommons.org/licenses/by-nc-sa/3.0/");
        check("cc-by-nc-sa-3.0", "CC BY-NC-SA 3.0", by_nc_sa);
        let zero = Some("https://creativecommons.org/publicdomain/zero/1.0/");
        check("CC0-1.0", "CC0 1.0", zero);
        check("https://creativecommons.org/publicdomain/zero/1.0/deed.de", "CC0 1.0", zero);
        // What is none of them is taken as it stands.
        check("CC-BY-9.0", "CC-BY-9.0", None);
        check("All rights reserved", "All rights reserved", None);
        check("javascript:alert(1)", "javascript:alert(1)", None);
        let ported = "https://creativecommons.org/licenses/by/3.0/de/";
        check(ported, "creativecommons.org/licenses/by/3.0/de", Some(ported));
        check("https://a.example/terms", "a.example/terms", Some("https://a.example/terms"));
    }
}
