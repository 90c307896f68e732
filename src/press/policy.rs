//! The Content-Security-Policy of a page: nothing but its own files, and its inline scripts and
//! styles by their hashes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::digest::Output;
use sha2::{Digest, Sha256};

/// The policy for a page with these inline scripts and styles, all of which are the engine's: what a
/// dossier puts into the page has none.
///
/// Where `has_worker`, one Trusted Types policy is allowed: the one by which the page's script names the
/// service worker, and can name nothing else.
/// `origin` is that of the site, where it is known: in a frame without an origin of its own, WebKit takes
/// `'self'` for nobody. Frames are for the page itself, in the preview of "Embed this view".
/// `frame-ancestors` and `sandbox` are not in it: browsers pass over them in a `<meta>`.
#[must_use]
pub fn policy<'a>(
    scripts: impl IntoIterator<Item = &'a str>,
    styles: impl IntoIterator<Item = &'a str>,
    has_worker: bool,
    origin: Option<&str>,
) -> String {
    let types = if has_worker { "worker" } else { "'none'" };
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    let own = origin.map_or_else(|| "'self'".to_owned(), |origin| format!("'self' {origin}"));
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{scripts}; style-src {own}{styles}; \
         connect-src {own}; img-src {own}; frame-src {own}; manifest-src {own}; base-uri 'none'; \
         form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types {types}"
    )
}

/// The policy for a page with everything in it, with scripts of these digests: it loads nothing, and its icon is a
/// `data:` URL.
#[must_use]
pub fn policy_of_one_file<'a>(
    scripts: impl IntoIterator<Item = Output<Sha256>>,
    styles: impl IntoIterator<Item = &'a str>,
) -> String {
    let scripts: String = scripts.into_iter().map(source).collect();
    let styles = hashes(styles);
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{scripts}; style-src{styles}; \
         img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// The policy for a page without scripts that loads nothing: its style sheets stand in it, and its icon is a
/// `data:` URL.
#[must_use]
pub fn policy_without_scripts<'a>(styles: impl IntoIterator<Item = &'a str>) -> String {
    let styles = hashes(styles);
    format!(
        "default-src 'none'; style-src{styles}; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The policy of the page on which a dossier is made, with one inline style sheet: it loads its own files and runs
/// its own worker, shows the reader in a frame, and speaks to nobody else.
#[must_use]
pub fn policy_of_maker(style: &str) -> String {
    let style = hashes([style]);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src{style}; \
         connect-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types maker"
    )
}

/// The CSP sources of inline elements with these texts, each with a space before it.
fn hashes<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().map(|text| source(Sha256::digest(text))).collect()
}

/// The CSP source of an inline element whose text has this digest, with a space before it.
fn source(digest: Output<Sha256>) -> String {
    format!(" 'sha256-{}'", STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_elements_stand_there_by_their_hashes() {
        let policy = policy(["let a"], ["p{}"], true, Some("https://example.org"));
        // printf 'let a' | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains(
                "'wasm-unsafe-eval' 'sha256-IfEXP/8HLuXoAiy0hZVrCAcjcLsZqYFpLOHDGj8enqE=';"
            ),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256-").count(), 2);
        assert!(policy.contains("connect-src 'self' https://example.org;"), "{policy}");
        assert!(policy.ends_with("; trusted-types worker"), "{policy}");
        let policy = policy_of_one_file([], ["p{}"]);
        assert!(policy.contains("script-src 'wasm-unsafe-eval'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("'self'"), "{policy}");
        assert!(policy.ends_with("; trusted-types 'none'"), "{policy}");
    }
}
