//! [`View`]: what the page has open, and what that is called in addresses.

use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::query::SpeakerChoice;

/// What the page has open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// The results, where there is something to search or filter by; else the front page.
    #[default]
    Overview,
    /// A further part of the list of articles, from 2; the front page has the first.
    Articles(u32),
    /// What several articles quote alike.
    Statements,
    /// What the query and the filter choose, article by article.
    Compare,
    /// The hits of the query, aligned on its words.
    Concordance,
    /// What the reader noted.
    Notebook,
    /// One statement alone, by the hash of its first version's words.
    Statement(u32),
    /// One quotation alone, by the hash of its words.
    Quotation(u32),
    /// One row of a comparison alone, by the hash of its first version's words.
    Row(u32),
    /// Who is quoted where, alone.
    Matrix,
    /// A part of the index of all speakers, from 1.
    Speakers(u32),
    /// All that one speaker said. [`Filter::speakers`](crate::query::Filter::speakers) then has this one and no other.
    Speaker(SpeakerChoice),
    /// An article, at a paragraph where one is named.
    Article(ArticleId, Option<u32>),
}

impl View {
    /// Whether the query and the filter choose what it shows.
    #[must_use]
    pub fn is_filtered(self) -> bool {
        match self {
            View::Overview
            | View::Speaker(_)
            | View::Article(..)
            | View::Compare
            | View::Row(_)
            | View::Concordance => true,
            View::Articles(_)
            | View::Speakers(_)
            | View::Statements
            | View::Notebook
            | View::Statement(_)
            | View::Quotation(_)
            | View::Matrix => false,
        }
    }

    /// Whether it is a comparison, or a row of one.
    #[must_use]
    pub fn is_comparison(self) -> bool {
        matches!(self, View::Compare | View::Row(_))
    }

    /// Whether it is a single finding.
    #[must_use]
    pub fn is_finding(self) -> bool {
        matches!(self, View::Statement(_) | View::Quotation(_) | View::Row(_) | View::Matrix)
    }

    /// Its name in the parameter `view`; `None` where that does not name it.
    #[must_use]
    pub fn name(self) -> Option<String> {
        match self {
            View::Statements => Some(STATEMENTS.to_owned()),
            View::Compare => Some(COMPARE.to_owned()),
            View::Concordance => Some(CONCORDANCE.to_owned()),
            View::Notebook => Some(NOTEBOOK.to_owned()),
            View::Statement(hash) => Some(format!("{STATEMENT}{hash:08x}")),
            View::Quotation(hash) => Some(format!("{QUOTATION}{hash:08x}")),
            View::Row(hash) => Some(format!("{ROW}{hash:08x}")),
            View::Matrix => Some(MATRIX.to_owned()),
            View::Speakers(1) => Some(SPEAKER_LIST.to_owned()),
            View::Speakers(number) => Some(format!("{SPEAKER_LIST}-{number}")),
            View::Articles(number) => Some(format!("{ARTICLE_LIST}-{number}")),
            _ => None,
        }
    }
}

/// How many articles are listed on one page.
pub const ARTICLES_PER_PAGE: usize = 50;
/// How many speakers are listed on one page.
pub const SPEAKERS_PER_PAGE: usize = 100;

/// How many pages list the articles of a dossier, the front page included.
#[must_use]
pub fn n_article_lists(dossier: &Dossier) -> u32 {
    dossier.articles.len().div_ceil(ARTICLES_PER_PAGE).max(1) as u32
}

/// How many pages the index of its speakers has.
#[must_use]
pub fn n_speaker_lists(dossier: &Dossier) -> u32 {
    dossier.speakers.len().div_ceil(SPEAKERS_PER_PAGE).max(1) as u32
}

/// The parts of lists in paths and parameters, with a hyphen and their number from 2.
pub(super) const ARTICLE_LIST: &str = "articles";
pub(super) const SPEAKER_LIST: &str = "speakers";

/// The views that have no page of their own, in the parameter `view`.
const STATEMENTS: &str = "statements";
const COMPARE: &str = "compare";
const CONCORDANCE: &str = "concordance";
const NOTEBOOK: &str = "notebook";
const MATRIX: &str = "matrix";
/// With a hash of words behind them.
const STATEMENT: &str = "statement-";
const QUOTATION: &str = "quotation-";
const ROW: &str = "row-";

/// The view of that name: `statements`, `compare`, `concordance`, `notebook`, `matrix`, a finding (`statement-HASH`,
/// `quotation-HASH`, `row-HASH` of a comparison), or a part of a list: `speakers`, `speakers-2`, `articles-2`.
pub(super) fn view_named(name: &str, dossier: &Dossier) -> Option<View> {
    match name {
        SPEAKER_LIST => return Some(View::Speakers(1)),
        STATEMENTS => return Some(View::Statements),
        COMPARE => return Some(View::Compare),
        CONCORDANCE => return Some(View::Concordance),
        NOTEBOOK => return Some(View::Notebook),
        MATRIX => return Some(View::Matrix),
        _ => {}
    }
    let hash = |hash: &str| (hash.len() == 8).then(|| u32::from_str_radix(hash, 16).ok())?;
    if let Some(statement) = name.strip_prefix(STATEMENT) {
        return hash(statement).map(View::Statement);
    }
    if let Some(quotation) = name.strip_prefix(QUOTATION) {
        return hash(quotation).map(View::Quotation);
    }
    if let Some(row) = name.strip_prefix(ROW) {
        return hash(row).map(View::Row);
    }
    let (list, number) = name.rsplit_once('-')?;
    let number: u32 = number.parse().ok().filter(|number| *number > 1)?;
    match list {
        ARTICLE_LIST if number <= n_article_lists(dossier) => Some(View::Articles(number)),
        SPEAKER_LIST if number <= n_speaker_lists(dossier) => Some(View::Speakers(number)),
        _ => None,
    }
}
