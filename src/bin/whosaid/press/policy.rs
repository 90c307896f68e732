//! The Content-Security-Policy of a page: nothing but its own files, and its inline scripts and
//! styles by their hashes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a page without any script.
pub const WITHOUT_SCRIPTS: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
                                   base-uri 'none'; form-action 'none'";

/// The policy for `page`, whose inline scripts and styles are all of this program's own making.
///
/// Where `has_worker`, one Trusted Types policy is allowed: the one by which the page's script names the
/// service worker, and can name nothing else.
/// `origin` is that of the site, where it is known: in a frame without an origin of its own, WebKit takes
/// `'self'` for nobody. Frames are for the page itself, in the preview of "Embed this view".
/// `frame-ancestors` and `sandbox` are not in it: browsers pass over them in a `<meta>`.
#[must_use]
pub fn policy(page: &str, has_worker: bool, origin: Option<&str>) -> String {
    let types = if has_worker { "worker" } else { "'none'" };
    let scripts = hashes(page, "script");
    let styles = hashes(page, "style");
    let own = origin.map_or("'self'".to_owned(), |origin| format!("'self' {origin}"));
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{scripts}; style-src {own}{styles}; \
         connect-src {own}; img-src {own}; frame-src {own}; manifest-src {own}; base-uri 'none'; \
         form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types {types}"
    )
}

/// The policy for a `page` with everything in it: it loads nothing, and its icon is a `data:` URL.
#[must_use]
pub fn policy_of_one_file(page: &str) -> String {
    let scripts = hashes(page, "script");
    let styles = hashes(page, "style");
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{scripts}; style-src{styles}; \
         img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// The CSP sources of all inline elements of that name, each with a space before it.
fn hashes(page: &str, element: &str) -> String {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut hashes = String::new();
    let mut rest = page;
    while let Some((_, from_tag)) = rest.split_once(&open) {
        let Some((attributes, body)) = from_tag.split_once('>') else { break };
        let Some((body, after)) = body.split_once(&close) else { break };
        let is_this_element = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        if is_this_element && !attributes.contains("src=") {
            let hash = STANDARD.encode(Sha256::digest(body.as_bytes()));
            hashes.push_str(&format!(" 'sha256-{hash}'"));
        }
        rest = after;
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_elements_are_hashed_and_files_are_not() {
        let page =
            "<script>let a</script><script type=module src=\"b.js\"></script><style>p{}</style>";
        let policy = policy(page, true, Some("https://example.org"));
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
        let policy = policy_of_one_file("<style>p{}</style>");
        assert!(policy.contains("script-src 'wasm-unsafe-eval'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("'self'"), "{policy}");
        assert!(policy.ends_with("; trusted-types 'none'"), "{policy}");
    }
}
