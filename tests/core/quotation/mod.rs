//! Who said what: single rules on texts annotated in place, and properties of any text.

mod cases;
mod editorial;
mod golden;
mod properties;

use whosaid::article::Article;
use whosaid::quotation::{Attributions, Editorial, Kind, attribute};
use whosaid::span::Span;
use whosaid::wording::joined;

/// Attributes one text on its own.
fn attribute_text(text: &str) -> (Article<'static>, Attributions) {
    let articles = [Article::from_plain_text(text)];
    let found = attribute(&articles, &Editorial::default());
    let [article] = articles;
    (article, found)
}

/// The text with every quotation marked: `<q speaker="Name">…</q>` for a direct one, with
/// `kind="indirect"` or `kind="mixed"` for others, without a speaker for an unattributed one.
fn annotate(article: &Article, found: &Attributions, number: usize) -> String {
    // Tags sorted by place; at one place closing tags first, outer opening tags before inner.
    let mut tags: Vec<(u32, i64, String)> = Vec::new();
    for quotation in &found.quotations[number] {
        let speakers = quotation.attribution.speakers.iter();
        let names: Vec<&str> = speakers.map(|id| &*found.speakers[id.0 as usize].name).collect();
        let kind = match quotation.kind {
            Kind::Direct => String::new(),
            kind => format!(" kind=\"{}\"", kind.name()),
        };
        let speaker = match &*names {
            [] => String::new(),
            names => format!(" speaker=\"{}\"", joined(names)),
        };
        for Span { start, end } in &quotation.contents {
            tags.push((*start, i64::from(u32::MAX - end), format!("<q{kind}{speaker}>")));
            tags.push((*end, -i64::from(*start) - 1, "</q>".to_owned()));
        }
    }
    tags.sort();
    let mut annotated = article.text.to_string();
    for (at, _, tag) in tags.iter().rev() {
        annotated.insert_str(*at as usize, tag);
    }
    annotated
}

/// The text of an annotated one.
fn without_tags(annotated: &str) -> String {
    let mut text = String::new();
    let mut rest = annotated;
    while let Some(at) = rest.find("<q").into_iter().chain(rest.find("</q>")).min() {
        text.push_str(&rest[..at]);
        let end = rest[at..].find('>').expect("a tag ends");
        rest = &rest[at + end + 1..];
    }
    text + rest
}

/// Checks that of the text without tags exactly these quotations are found.
#[track_caller]
fn check(annotated: &str) {
    let (article, found) = attribute_text(&without_tags(annotated));
    assert_eq!(annotate(&article, &found, 0), annotated);
}
