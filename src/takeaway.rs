//! Take-away: the quotations that a view shows, as records for a table or a program.
//!
//! `docs/data.md` describes the fields.

use std::collections::BTreeMap;
use std::iter;

use serde::Serialize;

use crate::anchor::words_hash;
use crate::article::ArticleId;
use crate::citation::{Cited, Subject, link, words_of};
use crate::collation::collate;
use crate::comparison::{Chosen, Column, Comparison};
use crate::dossier::{Dossier, OpenArticle};
use crate::query::SpeakerChoice;
use crate::route::{Route, View};
use crate::span::{Span, utf16_from_bytes};
use crate::statement::Statement;
use crate::wording::{heading, source_in, speaker_name, title};

/// A quotation with its source. Absent values are empty in CSV and `null` in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The article's slug.
    pub article: String,
    /// Its headline, or its first words.
    pub title: String,
    /// Its outlet, where it states one.
    pub outlet: Option<String>,
    /// Its authors, separated by semicolons.
    pub authors: String,
    /// ISO 8601.
    pub published: Option<String>,
    /// At the publisher's.
    pub url: Option<String>,
    /// The paragraph, from 1; 0 is the headline.
    pub paragraph: u32,
    /// Where the quotation begins in the article's text, in UTF-16 units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Who said it, separated by semicolons; empty where nobody is named.
    pub speakers: String,
    /// `direct`, `indirect` or `mixed`.
    pub kind: &'static str,
    /// The words; stretches of one quotation are joined by ` […] `.
    pub words: String,
    /// The words that name the speaker there.
    pub mention: Option<String>,
    /// The words that signal speech.
    pub cue: Option<String>,
    /// How sure the attribution is, in per cent; `null` where nobody is named.
    pub confidence: Option<u8>,
    /// The [hash](words_hash) of the words.
    pub hash: String,
    /// The address in the dossier; empty where that is at none.
    pub link: String,
}

/// The quotations that the route's query and filter choose, in the article that is open or in all; all
/// where it chooses none. Of a finding those that it shows, and of the notebook, which has files of its own, none.
#[must_use]
pub fn records(dossier: &Dossier, route: &Route, cited: &Cited) -> Vec<Record> {
    let mut records = Vec::new();
    for (source, shown) in shown(dossier, route) {
        let article = &source.article;
        let text = |span: Span| span.of(&article.text).to_owned();
        for at in shown {
            let quotation = &source.quotations[at];
            let attribution = &quotation.attribution;
            let named = attribution.speakers.iter();
            let speakers: Vec<&str> = named
                .map(|speaker| speaker_name(SpeakerChoice::Speaker(*speaker), dossier))
                .collect();
            let (first, last) =
                (quotation.contents[0], quotation.contents[quotation.contents.len() - 1]);
            let words = words_of(article, &quotation.contents);
            records.push(Record {
                article: article.slug.clone(),
                title: title(article),
                outlet: article.byline.outlet.clone(),
                authors: article.byline.authors.join("; "),
                published: article.byline.published.clone(),
                url: article.byline.url.clone(),
                paragraph: article.paragraph_at(first.start) as u32,
                start: utf16_from_bytes(&article.text, first.start),
                end: utf16_from_bytes(&article.text, last.end),
                speakers: speakers.join("; "),
                kind: quotation.kind.name(),
                hash: words_hash(&words),
                words,
                mention: attribution.mention.map(text),
                cue: attribution.cue.map(text),
                confidence: attribution.why_open.is_none().then_some(attribution.confidence),
                link: link(dossier, &source, Subject::Quotation(at), cited).unwrap_or_default(),
            });
        }
    }
    records
}

/// How many [`records`] there are.
#[must_use]
pub fn n_records(dossier: &Dossier, route: &Route) -> usize {
    let is_part = matches!(
        route.view,
        View::Notebook | View::Quotation(_) | View::Statement(_) | View::Article(..)
    );
    // For all no article need be opened.
    if !is_part && !route.asks_for_results() {
        return dossier.n_quotations();
    }
    shown(dossier, route).map(|(_, shown)| shown.len()).sum()
}

/// The quotations that a route shows: articles, each with the numbers of its own.
fn shown<'a>(
    dossier: &'a Dossier,
    route: &'a Route,
) -> Box<dyn Iterator<Item = (OpenArticle<'a>, Vec<usize>)> + 'a> {
    let chosen = Chosen::new(dossier, &route.filter, &route.query);
    let of_article = move |id| {
        let source = chosen.may_choose_in(id).then(|| dossier.open_article(id))?;
        let shown = chosen.of(&source);
        Some((source, shown))
    };
    match route.view {
        View::Notebook => Box::new(iter::empty()),
        View::Quotation(code) => {
            let found = dossier.quotation_by_code(code);
            Box::new(found.map(|(source, at)| (source, vec![at])).into_iter())
        }
        View::Statement(code) => {
            let statement = dossier.statement_by_code(code);
            Box::new(statement.into_iter().flat_map(|statement| within(dossier, &statement)))
        }
        View::Article(id, _) => Box::new(of_article(id).into_iter()),
        _ => Box::new(dossier.article_ids().filter_map(of_article)),
    }
}

/// The quotations in the versions of a statement.
fn within<'a>(dossier: &Dossier<'a>, statement: &Statement) -> Vec<(OpenArticle<'a>, Vec<usize>)> {
    let of_articles = statement.versions.chunk_by(|one, next| one.article == next.article);
    let of_articles = of_articles.map(|versions| {
        let source = dossier.open_article(versions[0].article);
        let is_within = |at: &usize| {
            let mut contents = source.quotations[*at].contents.iter();
            contents.any(|words| versions.iter().any(|version| words.overlaps(version.span)))
        };
        let shown = (0..source.quotations.len()).filter(is_within).collect();
        (source, shown)
    });
    of_articles.collect()
}

impl Record {
    /// The names of the fields, in order.
    pub const NAMES: [&str; 17] = [
        "article",
        "title",
        "outlet",
        "authors",
        "published",
        "url",
        "paragraph",
        "start",
        "end",
        "speakers",
        "kind",
        "words",
        "mention",
        "cue",
        "confidence",
        "hash",
        "link",
    ];

    /// The fields in that order.
    #[must_use]
    pub fn values(&self) -> [String; 17] {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        [
            self.article.clone(),
            self.title.clone(),
            text(&self.outlet),
            self.authors.clone(),
            text(&self.published),
            text(&self.url),
            self.paragraph.to_string(),
            self.start.to_string(),
            self.end.to_string(),
            self.speakers.clone(),
            self.kind.to_owned(),
            self.words.clone(),
            text(&self.mention),
            text(&self.cue),
            self.confidence.map_or_else(String::new, |confidence| confidence.to_string()),
            self.hash.clone(),
            self.link.clone(),
        ]
    }
}

/// A table as CSV (RFC 4180), with a line of names and a byte order mark, by which spreadsheets know UTF-8. A value
/// that a spreadsheet would take for a formula has an apostrophe before it.
///
/// # Panics
///
/// Never: a vector takes all that is written.
#[must_use]
pub fn csv<const N: usize>(
    names: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut write =
        |row: &[String]| writer.write_record(row).expect("a vector takes all that is written");
    write(&names.map(str::to_owned));
    for row in rows {
        write(&row.map(no_formula));
    }
    let bytes = writer.into_inner().expect("a vector takes all that is written");
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A value that no spreadsheet takes for a formula.
fn no_formula(value: String) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{value}") } else { value }
}

/// A comparison as lines to paste into a spreadsheet, with tabs between their cells: a column an article, a line a
/// statement that its first cell names, and a line each quotation that one article alone has.
#[must_use]
pub fn pasted(dossier: &Dossier, comparison: &Comparison, columns: &[Column]) -> String {
    let open =
        |column: &Column| (column.article, dossier.open_article(column.article).into_owned());
    let open: BTreeMap<ArticleId, OpenArticle<'static>> = columns.iter().map(open).collect();
    let line = |first: String, cell: &dyn Fn(&OpenArticle<'static>) -> String| {
        let cells = columns.iter().filter_map(|column| open.get(&column.article)).map(cell);
        let cells = iter::once(first)
            .chain(cells)
            .map(|cell| no_formula(cell.split_whitespace().collect::<Vec<_>>().join(" ")));
        cells.collect::<Vec<_>>().join("\t")
    };
    let mut lines =
        vec![line(String::new(), &|source| source_in(dossier, source.id, &source.article))];
    for statement in comparison.rows_among(columns) {
        let Some(collation) = collate(statement, |id| open.get(&id)) else { continue };
        lines.push(line(heading(&collation.heading), &|source| {
            let versions = statement.versions.iter().filter(|v| v.article == source.id);
            let words = versions.map(|version| version.span.within(&source.article.text));
            words.collect::<Vec<_>>().join(" / ")
        }));
    }
    for (article, quotations) in &comparison.alone {
        for at in quotations.iter().filter(|_| open.contains_key(article)) {
            lines.push(line(String::new(), &|source| {
                let own = source.quotations.get(*at).filter(|_| source.id == *article);
                own.map_or_else(String::new, |own| words_of(&source.article, &own.contents))
            }));
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::words_code;
    use crate::route::Base;

    fn cited() -> Cited {
        Cited {
            site: "https://a.example/".to_owned(),
            base: Base::Site(""),
            edition: String::new(),
            day: String::new(),
        }
    }

    #[test]
    fn a_table_has_a_line_for_each_quotation() {
        let dossier = Dossier::sample();
        let records = records(&dossier, &Route::default(), &cited());
        let table = csv(Record::NAMES, records.iter().map(Record::values));
        let hash = words_hash("It is calm");
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[0], format!("\u{feff}{}", Record::NAMES.join(",")));
        assert_eq!(
            lines[1],
            format!(
                "calm,All calm,,,,,1,10,20,Ada Voss,direct,It is calm,,,100,{hash},\
                 https://a.example/articles/calm.html?words={hash}#calm-p1"
            )
        );
    }

    #[test]
    fn table_and_data_have_the_same_fields_in_the_same_order() {
        let dossier = Dossier::sample();
        for record in records(&dossier, &Route::default(), &cited()) {
            let json = serde_json::to_string(&record).unwrap();
            let fields: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(&json).unwrap();
            assert_eq!(fields.len(), Record::NAMES.len());
            let places = Record::NAMES.map(|name| json.find(&format!("\"{name}\":")));
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{json}");
            for (name, value) in Record::NAMES.into_iter().zip(record.values()) {
                let field = match &fields[name] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    number => number.to_string(),
                };
                assert_eq!(field, value, "{name}");
            }
        }
    }

    #[test]
    fn of_a_finding_what_it_shows_is_taken_away() {
        let dossier = Dossier::sample();
        let taken = |view| {
            let route = Route { view, ..Route::default() };
            let n_taken = records(&dossier, &route, &cited()).len();
            assert_eq!(n_records(&dossier, &route), n_taken, "{view:?}");
            n_taken
        };
        assert_eq!(taken(View::Overview), 1);
        assert_eq!(taken(View::Article(ArticleId(0), None)), 1);
        let code = words_code("It is calm");
        assert_eq!(taken(View::Quotation(code)), 1);
        assert_eq!(taken(View::Quotation(code + 1)), 0);
        assert_eq!(taken(View::Statement(code)), 0);
        assert_eq!(taken(View::Notebook), 0);
    }

    #[test]
    fn no_value_is_a_formula() {
        let table = csv(["a", "b"], [["=1+1".to_owned(), "x, \"y\"".to_owned()]]);
        assert_eq!(table, "\u{feff}a,b\r\n'=1+1,\"x, \"\"y\"\"\"\r\n");
    }
}
