//! Downloads of news archives in plain text, with many articles each: of Nexis Uni, of LexisNexis before it, and of
//! ProQuest. What an archive states of an article stands in lines with a name before a colon, around the text.
//!
//! [Nexis Uni](https://www.lexisnexis.com/en-us/products/nexis-uni.page) puts the title, the outlet and the date on top,
//! then `Byline:` and the like, and the text between the lines `Body` and `Load-Date:`; an article ends with
//! `End of Document`. LexisNexis began each with `1 of 500 DOCUMENTS`, the outlet and the date, and the text stands behind
//! `LENGTH:`. ProQuest has a line of underscores between articles, the text behind `Full text:`, and all else below it.

use std::collections::BTreeMap;

use super::byline;
use super::imported::Imported;
use super::line::line as one_line;
use super::markdown::from_plain_text;
use super::omission::Omission;
use crate::date;

/// What Nexis and LexisNexis state before the text.
const BEFORE_TEXT: [&str; 9] = [
    "section",
    "length",
    "byline",
    "dateline",
    "highlight",
    "headline",
    "series",
    "correction-date",
    "distribution",
];

/// What they state behind it, as `Name:` or, above a list, as a line of its own.
const BEHIND_TEXT: [&str; 12] = [
    "load-date",
    "classification",
    "graphic",
    "language",
    "publication-type",
    "document-type",
    "journal-code",
    "subject",
    "url",
    "notes",
    "update",
    "correction",
];

/// What ProQuest states behind the text.
const OF_PROQUEST: [&str; 12] = [
    "subject",
    "business indexing term",
    "location",
    "people",
    "company / organization",
    "identifier / keyword",
    "title",
    "alternate title",
    "publication title",
    "publication year",
    "publication date",
    "proquest document id",
];

/// The names of languages there, and their tags.
const LANGUAGES: [(&str, &str); 10] = [
    ("english", "en"),
    ("german", "de"),
    ("french", "fr"),
    ("spanish", "es"),
    ("italian", "it"),
    ("portuguese", "pt"),
    ("dutch", "nl"),
    ("russian", "ru"),
    ("arabic", "ar"),
    ("polish", "pl"),
];

/// Whose download it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Archive {
    NexisUni,
    LexisNexis,
    ProQuest,
}

/// An article of a download: the number of its first line, from 1, and its lines.
struct Document<'t> {
    first_line: u32,
    lines: Vec<&'t str>,
}

/// The articles of a download, each with its first line; `None` where the text is none of these downloads.
pub fn read(text: &str) -> Option<Vec<(u32, Result<Imported, Omission>)>> {
    let archive = archive_of(text)?;
    let documents = documents(text, archive);
    Some(
        documents
            .iter()
            .map(|document| (document.first_line, read_one(document, archive)))
            .collect(),
    )
}

/// Whether a text is such a download.
pub fn is_download(text: &str) -> bool {
    archive_of(text).is_some()
}

fn archive_of(text: &str) -> Option<Archive> {
    let has = |is_such: fn(&str) -> bool| text.lines().map(str::trim).any(is_such);
    if has(|line| line == END) && has(|line| line == BODY) {
        Some(Archive::NexisUni)
    } else if has(is_count) && has(|line| field(line).is_some_and(|(name, _)| name == "length")) {
        Some(Archive::LexisNexis)
    } else if has(|line| field(line).is_some_and(|(name, _)| name == "proquest document id")) {
        Some(Archive::ProQuest)
    } else {
        None
    }
}

/// The lines of Nexis Uni around a text and behind an article.
const BODY: &str = "Body";
const END: &str = "End of Document";

/// Whether a line counts documents, as LexisNexis begins each: "1 of 500 DOCUMENTS".
fn is_count(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(*words, [at, "of", all, "DOCUMENTS"] if is_number(at) && is_number(all))
}

/// Whether a line parts articles, as in downloads of ProQuest.
fn is_rule(line: &str) -> bool {
    line.len() >= 20 && line.bytes().all(|byte| byte == b'_')
}

/// The name and the value of a line `Name: value`; the name in lower case.
fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.trim().split_once(':')?;
    let is_name = (1..=40).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphabetic() || b" -/".contains(&byte));
    is_name.then(|| (name.to_ascii_lowercase(), value.trim()))
}

fn documents(text: &str, archive: Archive) -> Vec<Document<'_>> {
    let mut documents = vec![Document { first_line: 1, lines: Vec::new() }];
    for (number, line) in (1..).zip(text.lines()) {
        let trimmed = line.trim();
        let parts = match archive {
            Archive::NexisUni => trimmed == END,
            Archive::LexisNexis => is_count(trimmed),
            Archive::ProQuest => is_rule(trimmed),
        };
        let last = documents.last_mut().expect("there is one from the beginning");
        if parts {
            documents.push(Document { first_line: number + 1, lines: Vec::new() });
        } else if !last.lines.is_empty() || !trimmed.is_empty() {
            if last.lines.is_empty() {
                last.first_line = number;
            }
            last.lines.push(line);
        }
    }
    // What stands around all of them, such as a list of the titles, has none of their fields.
    let is_one = |document: &Document| {
        let fields = document.lines.iter().filter_map(|line| field(line));
        fields.into_iter().any(|(name, _)| match archive {
            Archive::ProQuest => name == "proquest document id",
            Archive::NexisUni | Archive::LexisNexis => name == "length" || name == "load-date",
        })
    };
    documents.retain(is_one);
    documents
}

fn read_one(document: &Document, archive: Archive) -> Result<Imported, Omission> {
    let (mut article, text) = match archive {
        Archive::ProQuest => of_proquest(&document.lines),
        Archive::NexisUni | Archive::LexisNexis => of_nexis(&document.lines, archive),
    };
    article.body = from_plain_text(&text.join("\n"));
    if article.body.is_empty() { Err(Omission::without_text(article.title)) } else { Ok(article) }
}

/// An article of Nexis without its text, and the lines of that.
fn of_nexis<'t>(lines: &[&'t str], archive: Archive) -> (Imported, Vec<&'t str>) {
    let is_of = |names: &[&str], line: &str| {
        let name = field(line).map_or_else(|| line.trim().to_lowercase(), |(name, _)| name);
        names.contains(&&*name)
    };
    let n_top = lines.iter().position(|line| is_of(&BEFORE_TEXT, line)).unwrap_or(lines.len());
    let body = lines.iter().position(|line| line.trim() == BODY);
    let start = body.map_or_else(|| end_of_fields(lines, n_top), |at| at + 1);
    let (before, rest) = lines.split_at(start);
    let len = rest.iter().position(|line| is_of(&BEHIND_TEXT, line)).unwrap_or(rest.len());

    let mut article = Imported::default();
    let mut stated = BTreeMap::new();
    for (name, value) in
        before[n_top.min(start)..].iter().chain(&rest[len..]).filter_map(|line| field(line))
    {
        stated.entry(name).or_insert(value);
    }
    article.authors = stated.get("byline").map_or_else(Vec::new, |names| byline::authors(names));
    article.language = stated.get("language").and_then(|name| language(name));
    read_top(&lines[..n_top.min(start)], archive, &mut article);
    article.title = stated.get("headline").and_then(|title| one_line(title)).or(article.title);
    let mut around = before.iter().chain(&rest[len..]);
    article.copyright = around.find(|line| is_copyright(line)).and_then(|line| one_line(line));
    (article, rest[..len].to_vec())
}

/// Where the fields before a text end that has no line `Body` before it. The value of a field may go on in the next line.
fn end_of_fields(lines: &[&str], n_top: usize) -> usize {
    let mut end = n_top;
    let mut is_in_field = false;
    for (at, line) in lines.iter().enumerate().skip(n_top) {
        let is_field = field(line).is_some_and(|(name, _)| BEFORE_TEXT.contains(&&*name));
        if line.trim().is_empty() {
            is_in_field = false;
        } else if is_field || is_in_field {
            is_in_field = true;
            end = at + 1;
        } else {
            break;
        }
    }
    end
}

/// Reads what stands above the fields: of Nexis Uni the title, the outlet and the date in a row, of LexisNexis the outlet, the
/// date with the edition, and the title, with empty lines between. A list of all documents may stand before the first.
fn read_top(lines: &[&str], archive: Archive, article: &mut Imported) {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut goes_on = false;
    for line in lines.iter().map(|line| line.trim()) {
        match blocks.last_mut().filter(|_| goes_on) {
            Some(block) if !line.is_empty() => block.push(line),
            _ if !line.is_empty() => blocks.push(vec![line]),
            _ => {}
        }
        goes_on = !line.is_empty();
    }
    blocks.retain(|block| !is_copyright(block[0]));
    let joined = |lines: &[&str]| one_line(&lines.join(" "));
    let dated = blocks.iter().enumerate().rev().find_map(|(at, block)| {
        let line = block.iter().position(|line| day(line).is_some())?;
        Some((at, line))
    });
    let Some((at, line)) = dated else {
        article.title = blocks.last().and_then(|block| joined(block));
        return;
    };
    article.published = day(blocks[at][line]);
    let before = if line > 0 { &blocks[at][..line] } else { &*blocks[at.saturating_sub(1)] };
    if archive == Archive::LexisNexis {
        article.outlet = joined(before);
        article.title = blocks[at + 1..].last().and_then(|block| joined(block));
    } else if let [title @ .., outlet] = before {
        article.outlet = one_line(outlet);
        article.title = joined(title);
    }
}

/// The day, and the time where it is stated, of a line such as "July 1, 2019 Monday 9:20 AM GMT".
fn day(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [month, day, year, rest @ ..] = &*words else { return None };
    let first = [*month, *day, *year].join(" ");
    let without_weekday = rest.get(1..).map(|time| format!("{first} {}", time.join(" ")));
    let readings = [Some(line.to_owned()), without_weekday, Some(first)];
    readings.into_iter().flatten().find_map(|reading| date::published(&reading).ok())
}

/// Whether a line says whose the text is.
fn is_copyright(line: &str) -> bool {
    ["©", "Copyright"].iter().any(|sign| line.trim_start().starts_with(sign))
}

/// An article of ProQuest without its text, and the lines of that.
fn of_proquest<'t>(lines: &[&'t str]) -> (Imported, Vec<&'t str>) {
    let is_text = |line: &&str| field(line).is_some_and(|(name, _)| name == "full text");
    let is_behind =
        |line: &&str| field(line).is_some_and(|(name, _)| OF_PROQUEST.contains(&&*name));
    let mut text = Vec::new();
    let mut below = lines;
    if let Some(at) = lines.iter().position(is_text) {
        let rest = &lines[at + 1..];
        let len = rest.iter().position(is_behind).unwrap_or(rest.len());
        text.extend(field(lines[at]).map(|(_, value)| value));
        text.extend(&rest[..len]);
        below = &rest[len..];
    }
    let mut stated = BTreeMap::new();
    for (name, value) in below.iter().chain(lines).filter_map(|line| field(line)) {
        stated.entry(name).or_insert(value);
    }
    let mut notes = Vec::new();
    let value = |name: &str| stated.get(name).copied().filter(|value| !value.is_empty());
    // "New York Times, Late Edition (East Coast); New York, N.Y."
    let outlet =
        value("publication title").map(|outlet| outlet.split(';').next().unwrap_or(outlet));
    let published = value("publication date");
    // "Voss, Ada; Lind, Otto"
    let authors = value("author").into_iter().flat_map(|names| names.split(';'));
    let authors = authors.map(|name| match name.trim().split_once(", ") {
        Some((family, given)) if !given.contains(',') => format!("{given} {family}"),
        _ => name.to_owned(),
    });
    let article = Imported {
        title: value("title").or_else(|| lines.first().copied()).and_then(one_line),
        outlet: outlet.and_then(one_line),
        authors: authors.flat_map(|name| byline::authors(&name)).collect(),
        published: published.and_then(|day| super::line::published(day, &mut notes)),
        language: value("language of publication").and_then(language),
        copyright: value("copyright").and_then(one_line),
        notes,
        ..Imported::default()
    };
    (article, text)
}

/// The tag of a language that is named in English.
fn language(name: &str) -> Option<String> {
    let first = name.split([',', ';']).next().unwrap_or_default().trim().to_lowercase();
    let (_, tag) = LANGUAGES.iter().find(|(known, _)| *known == first)?;
    Some((*tag).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_of_nexis_uni() {
        let text = "Date and Time: Friday, 6. March 2020 09:31:00 CET\nDocuments (2)\n1. All Calm\n2. Rain\n\n\n\n\
                    All Calm In Velmar\nThe Velmar Times\nMarch 5, 2020 Thursday 9:20 AM GMT\nLate Edition\n\nCopyright 2020 The \
                    Velmar Times All Rights Reserved\nSection: Section A; Pg. 1\nLength: 12 words\nByline: By ADA VOSS \
                    and Otto Lind\n\nBody\n\n\nIt is calm, the mayor said.\n\nNote: nobody was hurt.\n\nGraphic\n \
                    \nPHOTO: a square\n\nLoad-Date: March 6, 2020\n\nEnd of Document\n\n\nRain\nThe Velmar \
                    Times\nMarch 6, 2020\nLength: 0 words\nBody\n\nLoad-Date: March 6, 2020\n\nEnd of Document\n";
        let mut articles = read(text).expect("it is a download");
        assert_eq!(articles.len(), 2);
        let (line, none) = articles.pop().unwrap();
        assert_eq!((line, none), (34, Err(Omission::without_text(Some("Rain".to_owned())))));
        let (line, article) = articles.pop().unwrap();
        let article = article.expect("it has a text");
        assert_eq!((line, article.title.as_deref()), (1, Some("All Calm In Velmar")));
        assert_eq!(article.outlet.as_deref(), Some("The Velmar Times"));
        assert_eq!(article.published.as_deref(), Some("2020-03-05T09:20"));
        assert_eq!(article.authors, ["ADA VOSS", "Otto Lind"]);
        assert_eq!(
            article.copyright.as_deref(),
            Some("Copyright 2020 The Velmar Times All Rights Reserved")
        );
        assert_eq!(article.body.trim(), "It is calm, the mayor said.\n\nNote: nobody was hurt.");
    }

    #[test]
    fn an_article_of_lexisnexis_with_lines_cut_at_a_width() {
        let text = "\u{c}                             1 of 2 DOCUMENTS\n\n\n                      The Velmar \
                    Times\n\n                      March 5, 2010 Friday\n                        Final \
                    Edition\n\nAll calm in the old town of\nVelmar\n\nBYLINE: Ada Voss\n\nSECTION: NEWS; a long \
                    section that\ngoes on; Pg. 3\n\nLENGTH: 12  words\n\nIt is calm, the mayor of the town\nsaid.\n\n\
                    Nobody was hurt.\n\nLOAD-DATE: March 6, 2010\n\nLANGUAGE: GERMAN\n\nCopyright 2010 Velmar\n\n\
                    \u{c}        2 of 2 DOCUMENTS\n\nThe Sun\n\nMarch 6, 2010\n\nRain\n\nLENGTH: 3 words\n\nIt rained.\n";
        let articles = read(text).expect("it is a download");
        let articles: Vec<Imported> =
            articles.into_iter().map(|(_, article)| article.expect("it has a text")).collect();
        let [first, second] = &*articles else { panic!("{articles:?}") };
        assert_eq!(first.title.as_deref(), Some("All calm in the old town of Velmar"));
        assert_eq!(first.outlet.as_deref(), Some("The Velmar Times"));
        assert_eq!(first.published.as_deref(), Some("2010-03-05"));
        assert_eq!(
            (&*first.authors, first.language.as_deref()),
            (&["Ada Voss".to_owned()][..], Some("de"))
        );
        assert_eq!(
            first.body.trim(),
            "It is calm, the mayor of the town said.\n\nNobody was hurt."
        );
        assert_eq!(first.copyright.as_deref(), Some("Copyright 2010 Velmar"));
        assert_eq!((second.title.as_deref(), second.body.trim()), (Some("Rain"), "It rained."));
    }

    #[test]
    fn an_article_of_proquest() {
        let rule = "_".repeat(60);
        let text = format!(
            "{rule}\n\nAll Calm\n\nAuthor: Voss, Ada; Lind, Otto\n\nAbstract: It is calm.\n\nFull text: It is calm, the \
             mayor said.\n\nNobody was hurt.\n\nSubject: Towns; Rain\n\nTitle: All Calm in Velmar\n\nAuthor: Voss, Ada; \
             Lind, Otto\n\nPublication title: The Velmar Times, Late Edition; Velmar\n\nPublication date: Mar 5, \
             2020\n\nLanguage of publication: English\n\nProQuest document ID: 12\n\n{rule}\n\nContact us at: https://a.example\n"
        );
        let mut articles = read(&text).expect("it is a download");
        assert_eq!(articles.len(), 1);
        let (line, article) = articles.pop().unwrap();
        let article = article.expect("it has a text");
        assert_eq!((line, article.title.as_deref()), (3, Some("All Calm in Velmar")));
        assert_eq!(article.outlet.as_deref(), Some("The Velmar Times, Late Edition"));
        assert_eq!(article.published.as_deref(), Some("2020-03-05"));
        assert_eq!(article.authors, ["Ada Voss", "Otto Lind"]);
        assert_eq!(article.body.trim(), "It is calm, the mayor said.\n\nNobody was hurt.");
    }

    #[test]
    fn plain_text_is_no_download() {
        for text in [
            "",
            "It is calm.",
            "Length: 3 words\n\nBody\n\nIt is calm.",
            "1 of 2\n\nEnd of Document",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
