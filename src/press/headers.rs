//! `_headers`: what a host should say of each file, in the form that Netlify and Cloudflare Pages read.
//!
//! Rules of one name add up there, so no header is in two rules that fit the same file.

use std::collections::BTreeSet;

use super::part::{BLOCKS, MADE, MAKE, NOT_FOUND, ONE_FILE, PAGE_FOLDERS};

/// For every file: what it may be taken for, what its page may ask of the browser, and that any page
/// may load it, which a sandboxed frame without an origin needs.
const ALL: &str = "/*
  Access-Control-Allow-Origin: *
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
";

/// A year, the longest that caches heed, for what never changes under its name.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Kept, but asked for again each time, which costs a few bytes where nothing has changed.
const ASK: &str = "no-cache";

/// The policies of the pages of a site.
#[derive(Default)]
pub struct Policies {
    pub page: String,
    /// Of the pages in folders.
    pub page_below: String,
    pub one_file: String,
    pub not_found: String,
    /// Of the page on which a dossier is made, where there is one.
    pub make: Option<String>,
}

/// The file for a site of files at these `paths`. `hosts` are the origins that may frame it; where none is named,
/// all may.
pub fn headers(paths: &BTreeSet<&str>, policies: &Policies, hosts: &[String]) -> String {
    let ancestors =
        if hosts.is_empty() { "*".to_owned() } else { format!("'self' {}", hosts.join(" ")) };
    let mut text = ALL.to_owned();
    let mut rule = |path: &str, lifetime: &str, policy: Option<&str>| {
        text.push_str(&format!("/{path}\n  Cache-Control: {lifetime}\n"));
        if let Some(policy) = policy {
            text.push_str(&format!(
                "  Content-Security-Policy: {policy}; frame-ancestors {ancestors}\n"
            ));
        }
    };
    rule("", ASK, Some(&policies.page));
    for folder in PAGE_FOLDERS {
        rule(&format!("{folder}/*"), ASK, Some(&policies.page_below));
    }
    if paths.iter().any(|path| folder(path) == BLOCKS) {
        rule(&format!("{BLOCKS}/*"), FOREVER, None);
    }
    let is_in_folder = |path: &str| folder(path) == BLOCKS || PAGE_FOLDERS.contains(&folder(path));
    for path in paths.iter().filter(|path| !is_in_folder(path)) {
        let lifetime = if has_hash(path) { FOREVER } else { ASK };
        let policy = match *path {
            "index.html" => Some(&policies.page),
            NOT_FOUND => Some(&policies.not_found),
            ONE_FILE => Some(&policies.one_file),
            MADE => Some(&policies.page),
            MAKE => policies.make.as_ref(),
            _ => None,
        };
        rule(path, lifetime, policy.map(String::as_str));
    }
    text
}

/// The folder at the front of a path; empty where it is in none.
fn folder(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a file's name holds a hash of its content: hex digits after a hyphen, at most 16; Trunk
/// writes no leading zeros.
fn has_hash(name: &str) -> bool {
    name.rsplit_once('-').is_some_and(|(_, rest)| {
        let digits = rest.split(['.', '_']).next().unwrap_or_default();
        (8..=16).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_one_lifetime_and_every_page_its_policy() {
        let paths = BTreeSet::from([
            "404.html",
            "articles/a.html",
            "blocks/3f/3f.bin",
            "blocks/40/40.bin",
            "dossier.html",
            "icon-192.png",
            "index.html",
            "reader-123456789abcdef_bg.wasm",
        ]);
        let [page, page_below, one_file, not_found] =
            ["page", "below", "one", "none"].map(str::to_owned);
        let make = None;
        let policies = Policies { page, page_below, one_file, not_found, make };
        let named = headers(&paths, &policies, &["https://a.example".to_owned()]);
        assert!(named.contains("page; frame-ancestors 'self' https://a.example\n"), "{named}");
        let headers = headers(&paths, &policies, &[]);
        assert_eq!(
            headers.strip_prefix(ALL),
            Some(
                "/\n  Cache-Control: no-cache\n  Content-Security-Policy: page; frame-ancestors *\n\
                 /articles/*\n  Cache-Control: no-cache\n  Content-Security-Policy: below; frame-ancestors *\n\
                 /list/*\n  Cache-Control: no-cache\n  Content-Security-Policy: below; frame-ancestors *\n\
                 /speakers/*\n  Cache-Control: no-cache\n  Content-Security-Policy: below; frame-ancestors *\n\
                 /blocks/*\n  Cache-Control: public, max-age=31536000, immutable\n\
                 /404.html\n  Cache-Control: no-cache\n  Content-Security-Policy: none; frame-ancestors *\n\
                 /dossier.html\n  Cache-Control: no-cache\n  Content-Security-Policy: one; frame-ancestors *\n\
                 /icon-192.png\n  Cache-Control: no-cache\n\
                 /index.html\n  Cache-Control: no-cache\n  Content-Security-Policy: page; frame-ancestors *\n\
                 /reader-123456789abcdef_bg.wasm\n  Cache-Control: public, max-age=31536000, immutable\n"
            )
        );
    }
}
