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
/// `frame-ancestors` and `sandbox` are not in it: browsers pass over them in a `<meta>`.
#[must_use]
pub fn policy(page: &str) -> String {
    let scripts = hashes(page, "script");
    let styles = hashes(page, "style");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
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
        let policy = policy(page);
        // printf 'let a' | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains(
                "'wasm-unsafe-eval' 'sha256-IfEXP/8HLuXoAiy0hZVrCAcjcLsZqYFpLOHDGj8enqE=';"
            ),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256-").count(), 2);
    }
}
