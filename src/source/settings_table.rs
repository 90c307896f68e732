//! [`SettingsTable`]: the tables of `dossier.toml` with the fields of each, and where a field that is none of a table's
//! belongs.

use super::slips::nearest;

/// A table of `dossier.toml`, or the file itself.
pub struct SettingsTable {
    /// What it is, to the publisher.
    pub name: &'static str,
    pub fields: &'static [&'static str],
    /// How to write a field there: "write it …".
    where_to: &'static str,
}

pub const SETTINGS: SettingsTable = SettingsTable {
    name: "dossier.toml",
    fields: &[
        "title",
        "standfirst",
        "language",
        "url",
        "publisher",
        "embed",
        "articles",
        "speaker",
        "correction",
        "telling",
    ],
    where_to: "above the first line in brackets",
};

pub const PUBLISHER: SettingsTable = SettingsTable {
    name: "`[publisher]`",
    fields: &["name", "url", "imprint", "privacy", "footer", "logo", "accent", "accent_dark"],
    where_to: "below a line `[publisher]`",
};

pub const EMBED: SettingsTable =
    SettingsTable { name: "`[embed]`", fields: &["hosts"], where_to: "below a line `[embed]`" };

pub const SPEAKER: SettingsTable = SettingsTable {
    name: "a speaker",
    fields: &["name", "aliases", "roles", "hidden"],
    where_to: "below a line `[[speaker]]`",
};

pub const CORRECTION: SettingsTable = SettingsTable {
    name: "a correction",
    fields: &[
        "article",
        "words",
        "mention",
        "occurrence",
        "speaker",
        "speakers",
        "unattributed",
        "not_quotation",
        "kind",
    ],
    where_to: "below a line `[[correction]]`",
};

pub const TELLING: SettingsTable = SettingsTable {
    name: "a telling quotation",
    fields: &["article", "words", "occurrence"],
    where_to: "below a line `[[telling]]`",
};

const TABLES: [&SettingsTable; 6] =
    [&SETTINGS, &PUBLISHER, &EMBED, &SPEAKER, &CORRECTION, &TELLING];

/// Fields of an article's front matter that the dossier as a whole does not have.
const ARTICLE_FIELDS: [&str; 9] = [
    "outlet",
    "label",
    "authors",
    "published",
    "slug",
    "copyright",
    "credit",
    "licence",
    "withdrawn",
];

/// Names that other programs have for what is meant, without hyphens and underscores, and ours.
const SYNONYMS: [(&str, &str); 27] = [
    ("headline", "title"),
    ("description", "standfirst"),
    ("subtitle", "standfirst"),
    ("summary", "standfirst"),
    ("lang", "language"),
    ("languagecode", "language"),
    ("locale", "language"),
    ("baseurl", "url"),
    ("siteurl", "url"),
    ("order", "articles"),
    ("speakers", "speaker"),
    ("corrections", "correction"),
    ("color", "accent"),
    ("colour", "accent"),
    ("domains", "hosts"),
    ("alias", "aliases"),
    ("role", "roles"),
    ("hide", "hidden"),
    ("text", "words"),
    ("author", "authors"),
    ("byline", "authors"),
    ("date", "published"),
    ("pubdate", "published"),
    ("publishdate", "published"),
    ("publishedat", "published"),
    ("datepublished", "published"),
    ("license", "licence"),
];

/// The likeness (Jaro and Winkler's) of a field and a slip in it, at least. With less, `categories` would be
/// taken for `articles`.
const SLIP: f64 = 0.8;

impl SettingsTable {
    /// What to do about a field of this name, which is none of this table's.
    pub fn remedy(&self, name: &str) -> String {
        let key = name.to_lowercase().replace(['-', '_'], "");
        let synonym = SYNONYMS.iter().find(|(other, _)| *other == key).map(|(_, ours)| *ours);
        if let Some(meant) = synonym.filter(|ours| self.fields.contains(ours)) {
            return format!("did you mean `{meant}`?");
        }
        let meant = synonym.unwrap_or(name);
        let elsewhere = TABLES.iter().filter(|table| table.fields.contains(&meant));
        let elsewhere: Vec<&str> = elsewhere.map(|table| table.where_to).collect();
        let written = if meant == name { "it".to_owned() } else { format!("`{meant}`") };
        if !elsewhere.is_empty() {
            return format!("write {written} {}", elsewhere.join(", or "));
        }
        if ARTICLE_FIELDS.contains(&meant) {
            return format!("write {written} into the front matter of the article");
        }
        match nearest(name, self.fields.iter().copied(), SLIP) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the fields are {}", self.fields.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_in_the_wrong_place_is_told_where_it_belongs() {
        let check = |table: &SettingsTable, name: &str, expected: &str| {
            assert_eq!(table.remedy(name), expected, "{name}");
        };
        check(&SETTINGS, "footer", "write it below a line `[publisher]`");
        check(&SETTINGS, "logo", "write it below a line `[publisher]`");
        check(&SETTINGS, "hosts", "write it below a line `[embed]`");
        check(&SETTINGS, "colour", "write `accent` below a line `[publisher]`");
        check(
            &SETTINGS,
            "name",
            "write it below a line `[publisher]`, or below a line `[[speaker]]`",
        );
        check(&PUBLISHER, "title", "write it above the first line in brackets");
        check(&SETTINGS, "outlet", "write it into the front matter of the article");
        for date in ["date", "publishDate", "pub_date"] {
            check(&SETTINGS, date, "write `published` into the front matter of the article");
        }
        check(&SETTINGS, "published", "write it into the front matter of the article");
    }

    #[test]
    fn a_slip_gets_the_field_that_is_meant_and_nothing_far_fetched() {
        let check = |table: &SettingsTable, name: &str, expected: &str| {
            assert_eq!(table.remedy(name), format!("did you mean `{expected}`?"), "{name}");
        };
        check(&SETTINGS, "titel", "title");
        check(&SETTINGS, "Title", "title");
        check(&SETTINGS, "baseURL", "url");
        check(&SETTINGS, "speakers", "speaker");
        check(&SPEAKER, "alias", "aliases");
        check(&PUBLISHER, "imprints", "imprint");
        assert_eq!(EMBED.remedy("theme"), "the fields are hosts");
        for name in ["categories", "layout", "tags"] {
            assert!(SETTINGS.remedy(name).starts_with("the fields are title, "), "{name}");
        }
    }
}
