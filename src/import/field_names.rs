//! The names that fields of front matter and columns of tables have: ours, and those that generators of sites and
//! extractors of text write.

/// Our own names, which are offered where another one is likely a slip.
pub const OURS: [&str; 13] = [
    "title",
    "outlet",
    "label",
    "authors",
    "published",
    "url",
    "language",
    "slug",
    "description",
    "copyright",
    "credit",
    "licence",
    WITHDRAWN,
];

/// The name that says that an article is not to be shown: a slip in it is an error.
pub const WITHDRAWN: &str = "withdrawn";

/// The headline, by whatever name; and so on.
pub const TITLE: &[&str] = &["title", "headline"];
pub const OUTLET: &[&str] = &[
    "outlet",
    "sitename",
    "site_name",
    "publisher",
    "publication",
    "newspaper",
    "source_hostname",
    "source",
    "hostname",
    "source_domain",
];
pub const AUTHORS: &[&str] = &["authors", "author", "byline", "creator"];
pub const PUBLISHED: &[&str] = &[
    "published",
    "date",
    "publish_date",
    "published_at",
    "date_published",
    "date_publish",
    "published_time",
    "pub_date",
    "pubdate",
    "created",
];
pub const URL: &[&str] = &[
    "url",
    "canonical",
    "canonical_url",
    "original_url",
    "source_url",
    "source",
    "link",
    "external_url",
    "permalink",
];
/// Those of them that hold nothing but a whole address. Generators write a part of one into the others.
pub const ADDRESSES: [&str; 5] =
    ["url", "canonical", "canonical_url", "original_url", "source_url"];
pub const LANGUAGE: &[&str] = &["language", "lang", "locale", "in_language"];
pub const LICENCE: &[&str] = &["licence", "license"];
pub const DESCRIPTION: &[&str] =
    &["description", "summary", "excerpt", "custom_excerpt", "subtitle", "standfirst"];

/// Those of all these that count only where no other field states the same: they speak of the site, or of the file.
pub const FALLBACKS: [&str; 3] = ["hostname", "source_domain", "created"];

/// What says whether an article is shown yet.
const STATES: &[&str] = &["draft", "publish", "status"];

/// Whether a field of this name says something of an article, or whether it is to be shown.
pub fn is_known(name: &str) -> bool {
    let lists =
        [TITLE, OUTLET, AUTHORS, PUBLISHED, URL, LANGUAGE, LICENCE, DESCRIPTION, STATES, &OURS];
    let key = key_of(name);
    lists.iter().any(|names| names.contains(&key.as_str()))
}

/// A name in small letters, its words joined by underscores: `publishDate` and `publish-date` are
/// `publish_date`.
pub fn key_of(name: &str) -> String {
    let mut key = String::new();
    let mut was_small = false;
    for c in name.trim().chars() {
        if c.is_uppercase() && was_small {
            key.push('_');
        }
        was_small = c.is_lowercase();
        key.extend(if matches!(c, '-' | ' ' | ':') { '_' } else { c }.to_lowercase());
    }
    key
}

/// Whether a name is among `names`, in whatever way its words are joined: `publishedat` is `published_at` too.
pub fn is_among(names: &[&str], name: &str) -> bool {
    let joined = |name: &str| name.replace('_', "");
    let key = joined(&key_of(name));
    names.iter().any(|known| joined(known) == key)
}
