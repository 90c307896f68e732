//! What the page and its views are called.

use std::collections::BTreeMap;

use super::names::{first_words_of, in_marks, joined, named_query, speaker_name, speaker_names};
use super::sources::title;
use crate::article::ArticleId;
use crate::collation::{Heading, collate};
use crate::dossier::{Dossier, OpenArticle, words_of};
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::quotation::Kind;
use crate::route::{Route, View};

/// What a page is called in tabs, histories and bookmarks: what it shows, then the dossier.
#[must_use]
pub fn page_title(dossier: &Dossier, route: &Route) -> String {
    let title = &dossier.masthead.title;
    match &*view_title(dossier, route) {
        "" => title.clone(),
        shown => format!("{shown} – {title}"),
    }
}

/// What a view is called; empty where it is the front page.
#[must_use]
pub fn view_title(dossier: &Dossier, route: &Route) -> String {
    let query = route.query.trim();
    match route.view {
        View::Article(article, _) => title(&dossier.listed(article)),
        View::Speakers(1) => tr!("Who speaks").to_owned(),
        View::Speakers(number) => tr!("Who speaks, page {number}", number),
        View::Articles(number) => tr!("Articles, page {number}", number),
        View::Statements => tr!("Statements").to_owned(),
        View::Notebook => tr!("Notebook").to_owned(),
        View::Statement(code) => statement_title(dossier, code),
        View::Quotation(code) => quotation_title(dossier, code),
        View::Matrix => tr!("Who is quoted where").to_owned(),
        View::Concordance if !query.is_empty() => {
            tr!("{query}, aligned", query = named_query(query))
        }
        View::Compare | View::Row(_) => compared(dossier, route),
        _ if !query.is_empty() => named_query(query),
        _ => match &***route.filter.speakers {
            [] if route.filter.is_empty() => String::new(),
            [] => tr!("Quotations").to_owned(),
            [one] => said_by(*one, dossier),
            _ => tr!("What they said").to_owned(),
        },
    }
}

/// A statement by the words that its versions have.
fn statement_title(dossier: &Dossier, code: u32) -> String {
    let title = dossier.statement_by_code(code).and_then(|statement| {
        let open = |id| (id, dossier.open_article(id).into_owned());
        let open: BTreeMap<ArticleId, OpenArticle<'static>> =
            statement.articles().map(open).collect();
        Some(heading(&collate(&statement, |id| open.get(&id))?.heading))
    });
    title.unwrap_or_else(|| tr!("A statement").to_owned())
}

/// A quotation by who said it and its words.
fn quotation_title(dossier: &Dossier, code: u32) -> String {
    let Some((source, at)) = dossier.quotation_by_code(code) else {
        return tr!("A quotation").to_owned();
    };
    let quotation = &source.quotations[at];
    let words = first_words_of(&words_of(&source.article, &quotation.contents));
    let words = if quotation.kind == Kind::Direct { in_marks(&words) } else { words };
    format!("{}: {words}", speaker_names(quotation, dossier))
}

/// What the page of one speaker is called.
#[must_use]
fn said_by(choice: SpeakerChoice, dossier: &Dossier) -> String {
    match choice {
        SpeakerChoice::Speaker(_) => tr!("What {name} said", name = speaker_name(choice, dossier)),
        SpeakerChoice::Unattributed => tr!("What nobody is named for").to_owned(),
    }
}

/// What is compared, as a heading.
#[must_use]
pub fn compared(dossier: &Dossier, route: &Route) -> String {
    let names = route.filter.speakers.iter().map(|choice| speaker_name(*choice, dossier));
    let names = joined(&names.collect::<Vec<_>>());
    let query = route.query.trim();
    match (&*names, query) {
        ("", "") => tr!("Compare what was said").to_owned(),
        (names, "") => tr!("{names}, article by article", names),
        ("", query) => tr!("{query}, article by article", query = named_query(query)),
        (names, query) => {
            tr!("{names} on {query}, article by article", names, query = named_query(query))
        }
    }
}

/// What a statement is called: a speaker's own words in marks, an outlet's without.
#[must_use]
pub fn heading(heading: &Heading) -> String {
    // It stands with the last word.
    let more = if heading.is_cut { "\u{a0}…" } else { "" };
    let words = format!("{}{more}", heading.words);
    if heading.is_spoken { in_marks(&words) } else { words }
}

/// What the program does, and what it has here, in two sentences.
#[must_use]
pub fn strap(dossier: &Dossier) -> String {
    let here = tr!(
        "Here: {speakers} and {quotations}",
        speakers = trn!(dossier.speakers.len(), "{n} speaker", "{n} speakers"),
        quotations = trn!(dossier.n_quotations(), "{n} quotation", "{n} quotations"),
    );
    let here = match dossier.speakers.n_quotations(dossier.speakers.len()) {
        0 => format!("{here}."),
        n => trn!(
            n,
            "{here}, one of them without a named speaker.",
            "{here}, {n} of them without a named speaker.",
            here
        ),
    };
    tr!(
        "Whosaid reads a dossier of articles with you and shows who said what: in whose words, in which \
         article, and where the articles differ. {here}",
        here
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_title_of_its_own() {
        let dossier = Dossier::sample();
        let speaker = SpeakerChoice::Speaker(crate::quotation::SpeakerId(0));
        let front = Route::default();
        for (route, expected) in [
            (front.clone(), "Calm"),
            (front.article(ArticleId(0), Some(1)), "All calm – Calm"),
            (front.speakers(1), "Who speaks – Calm"),
            (front.speaker(speaker), "What Ada Voss said – Calm"),
            (front.with_query("hair ".to_owned()), "“hair” – Calm"),
            (front.with_query("\"a hair\"".to_owned()), "\"a hair\" – Calm"),
            (front.finding(View::Concordance), "Calm"),
            (
                Route { view: View::Concordance, ..front.speaker(speaker) },
                "What Ada Voss said – Calm",
            ),
        ] {
            assert_eq!(page_title(&dossier, &route), expected);
        }
    }
}
