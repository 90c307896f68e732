//! Comparisons: what somebody said, article by article, its versions in rows.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::article::ArticleId;
use crate::dossier::{Dossier, OpenArticle};
use crate::query::{Filter, Finder, Query, SpeakerChoice};
use crate::quotation::Quotation;
use crate::reuse::Passage;
use crate::span::Span;
use crate::statement::Statement;

/// So many columns fit beside each other; where more articles have something to show, those are shown at first that share
/// the most statements.
pub const MOST_AT_FIRST: usize = 5;
/// More columns than this cannot be read, whoever asks for them.
pub const MOST_COLUMNS: usize = 10;

/// What a comparison shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The articles that have something to show, in the order of the dossier: quotations that are compared, or words of
    /// a row.
    pub columns: Vec<Column>,
    /// The other articles that were asked, in the order of the dossier.
    pub lacking: Vec<ArticleId>,
    /// Statements that more than one article has, those in most columns first.
    pub rows: Vec<Statement>,
    /// Quotations that stand in one article alone: the article, and their numbers in it.
    pub alone: Vec<(ArticleId, Vec<usize>)>,
    /// How many of those have words that an article of no chosen outlet has too.
    pub n_elsewhere: usize,
    /// How many quotations are compared.
    pub n_quotations: usize,
}

/// An article in a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The article.
    pub article: ArticleId,
    /// The numbers of those of its quotations that are compared.
    pub quotations: Vec<usize>,
}

/// Compares the quotations that the filter and the query choose; all where neither does. A quotation answers
/// a query whose words it holds.
#[must_use]
pub fn compare(dossier: &Dossier, filter: &Filter, query: &str) -> Comparison {
    let chosen = Chosen::new(dossier, filter, query);
    let mut table = Table::default();
    for id in dossier.article_ids().filter(|id| chosen.is_of_outlet(*id)) {
        let source = chosen.may_choose_in(id).then(|| dossier.open_article(id));
        let quotations = source.as_ref().map_or_else(Vec::new, |source| chosen.of(source));
        match source.filter(|_| !quotations.is_empty()) {
            None => table.lacking.push(id),
            Some(source) => {
                table.quoting.push(Quoting::new(Column { article: id, quotations }, source));
            }
        }
    }
    for statement in dossier.statements() {
        table.take(statement, |id| chosen.is_of_outlet(id));
    }
    table.into_comparison()
}

/// A comparison while it is made.
#[derive(Default)]
struct Table<'a> {
    /// The articles with quotations that are compared, in the order of the dossier.
    quoting: Vec<Quoting<'a>>,
    lacking: Vec<ArticleId>,
    /// The rows, each with the number of columns that quote with its words.
    rows: Vec<(usize, Statement)>,
}

/// A column with its article, and what is known of each of its quotations.
struct Quoting<'a> {
    column: Column,
    source: OpenArticle<'a>,
    /// Whether it is in a row.
    in_rows: Vec<bool>,
    /// Whether an article that was not asked has its words.
    elsewhere: Vec<bool>,
}

impl<'a> Quoting<'a> {
    fn new(column: Column, source: OpenArticle<'a>) -> Self {
        let none = vec![false; column.quotations.len()];
        Self { column, source, in_rows: none.clone(), elsewhere: none }
    }

    /// The places in the column of the quotations that have a part in a passage of its article.
    fn with_part_in(&self, span: Span) -> impl Iterator<Item = usize> {
        let contents = |at: usize| &self.source.quotations[self.column.quotations[at]].contents;
        let has_part = move |at: &usize| contents(*at).iter().any(|own| own.overlaps(span));
        (0..self.column.quotations.len()).filter(has_part)
    }
}

impl Table<'_> {
    /// Takes a statement up: as a row where several of the articles that are `asked` have it.
    fn take(&mut self, mut statement: Statement, asked: impl Fn(ArticleId) -> bool) {
        statement.versions.retain(|version| asked(version.article));
        let is_alone = statement.articles().count() < 2;
        let mut with_part: Vec<ArticleId> = Vec::new();
        for Passage { article, span } in &statement.versions {
            let at = self.quoting.binary_search_by_key(article, |quoting| quoting.column.article);
            let Ok(at) = at else { continue };
            let quoting = &mut self.quoting[at];
            let chosen: Vec<usize> = quoting.with_part_in(*span).collect();
            let marks = if is_alone { &mut quoting.elsewhere } else { &mut quoting.in_rows };
            chosen.iter().for_each(|at| marks[*at] = true);
            if !chosen.is_empty() && with_part.last() != Some(article) {
                with_part.push(*article);
            }
        }
        if !is_alone && !with_part.is_empty() {
            self.rows.push((with_part.len(), statement));
        }
    }

    fn into_comparison(mut self) -> Comparison {
        self.rows.sort_by_key(|(n_columns, _)| Reverse(*n_columns));
        let rows: Vec<Statement> = self.rows.into_iter().map(|(_, statement)| statement).collect();
        let (mut alone, mut n_elsewhere, mut n_quotations) = (Vec::new(), 0, 0);
        let mut columns = Vec::new();
        for Quoting { column, in_rows, elsewhere, .. } in self.quoting {
            n_quotations += column.quotations.len();
            let own = column.quotations.iter().zip(&in_rows).filter(|(_, in_row)| !**in_row);
            let own: Vec<usize> = own.map(|(at, _)| *at).collect();
            if !own.is_empty() {
                alone.push((column.article, own));
            }
            let in_both = elsewhere.iter().zip(&in_rows);
            n_elsewhere += in_both.filter(|(elsewhere, in_row)| **elsewhere && !**in_row).count();
            columns.push(column);
        }
        // Who says it otherwise, or says it is another's, has something to show too.
        let holders: BTreeSet<ArticleId> = rows.iter().flat_map(Statement::articles).collect();
        let mut lacking = Vec::new();
        for article in self.lacking {
            if holders.contains(&article) {
                columns.push(Column { article, quotations: Vec::new() });
            } else {
                lacking.push(article);
            }
        }
        columns.sort_unstable_by_key(|column| column.article);
        Comparison { columns, lacking, rows, alone, n_elsewhere, n_quotations }
    }
}

impl Comparison {
    /// How many articles have quotations that are compared.
    #[must_use]
    pub fn n_quoting(&self) -> usize {
        self.columns.iter().filter(|column| !column.quotations.is_empty()).count()
    }

    /// The columns of these articles, which are in the order of the dossier; where none of them was asked, those of the
    /// articles that share the most statements.
    #[must_use]
    pub fn columns_of(&self, articles: &[ArticleId]) -> Vec<Column> {
        let column_of = |article: &ArticleId| {
            let at = self.columns.binary_search_by_key(article, |column| column.article);
            let is_lacking = || self.lacking.binary_search(article).is_ok();
            let empty = || Column { article: *article, quotations: Vec::new() };
            at.map_or_else(|_| is_lacking().then(empty), |at| Some(self.columns[at].clone()))
        };
        // Of one that was not asked, as it is of another outlet, nothing could be said.
        let named: Vec<Column> = articles.iter().filter_map(column_of).take(MOST_COLUMNS).collect();
        if !named.is_empty() {
            return named;
        }
        self.usual_articles().iter().filter_map(column_of).collect()
    }

    /// The articles whose columns are shown where none was asked, in the order of the dossier: those that share the most
    /// statements.
    #[must_use]
    pub fn usual_articles(&self) -> BTreeSet<ArticleId> {
        let mut n_shared = vec![0_usize; self.columns.len()];
        for article in self.rows.iter().flat_map(Statement::articles) {
            let at = self.columns.binary_search_by_key(&article, |column| column.article);
            at.into_iter().for_each(|at| n_shared[at] += 1);
        }
        let mut columns: Vec<(usize, &Column)> = n_shared.into_iter().zip(&self.columns).collect();
        if columns.len() > MOST_AT_FIRST {
            columns.sort_by_key(|(n_shared, column)| {
                (Reverse(*n_shared), Reverse(column.quotations.len()), column.article)
            });
            columns.truncate(MOST_AT_FIRST);
        }
        columns.into_iter().map(|(_, column)| column.article).collect()
    }

    /// The rows that have words of one of these columns, those of the most columns first.
    #[must_use]
    pub fn rows_among(&self, columns: &[Column]) -> Vec<&Statement> {
        let n_among = |row: &Statement| row.articles().filter(|id| has(columns, *id)).count();
        if columns.len() == self.columns.len() {
            return self.rows.iter().collect();
        }
        let with = |n: usize| self.rows.iter().filter(move |row| n_among(row) == n);
        (1..=columns.len()).rev().flat_map(with).collect()
    }
}

/// Whether an article is one of those columns'.
#[must_use]
pub fn has(columns: &[Column], article: ArticleId) -> bool {
    columns.binary_search_by_key(&article, |column| column.article).is_ok()
}

/// Which quotations a filter and a query choose; all where neither does. A quotation answers a query whose words it
/// holds.
pub struct Chosen<'d, 'a> {
    dossier: &'d Dossier<'a>,
    filter: &'d Filter,
    outlets: Vec<&'a str>,
    /// The articles that quote a chosen speaker, where one is chosen.
    quoting: Option<BTreeSet<ArticleId>>,
    /// Where something is asked for.
    finder: Option<Finder<'d, 'a>>,
}

impl<'d, 'a> Chosen<'d, 'a> {
    /// What `filter` and `query` choose.
    #[must_use]
    pub fn new(dossier: &'d Dossier<'a>, filter: &'d Filter, query: &str) -> Self {
        let query = query.trim();
        let finder = (!query.is_empty()).then(|| Finder::new(dossier, Query::parse(query).0));
        let (outlets, quoting) = (dossier.index.outlets(), quoting(dossier, filter));
        Self { dossier, filter, outlets, quoting, finder }
    }

    /// The numbers of the quotations of an article that are chosen.
    #[must_use]
    pub fn of(&self, source: &OpenArticle) -> Vec<usize> {
        if !self.is_of_outlet(source.id) {
            return Vec::new();
        }
        let Self { filter, .. } = self;
        let is_named = !filter.speakers.is_empty() || !filter.kinds.is_empty();
        let hits = self.finder.as_ref().map(|finder| finder.hits_in(source));
        let is_chosen = |quotation: &Quotation| {
            let answers = hits.as_ref().is_none_or(|hits| {
                let mut contents = quotation.contents.iter();
                contents.any(|content| hits.iter().any(|hit| hit.overlaps(*content)))
            });
            answers && (!is_named || filter.chooses(quotation))
        };
        (0..source.quotations.len()).filter(|at| is_chosen(&source.quotations[*at])).collect()
    }

    /// Whether any quotation of an article may be chosen, as far as the index knows: to open the article is what takes
    /// long.
    #[must_use]
    pub fn may_choose_in(&self, id: ArticleId) -> bool {
        self.is_of_outlet(id)
            && self.quoting.as_ref().is_none_or(|quoting| quoting.contains(&id))
            && self.finder.as_ref().is_none_or(|finder| finder.may_find_in(id))
    }

    /// Whether an article is of a chosen outlet.
    fn is_of_outlet(&self, id: ArticleId) -> bool {
        let outlet = self.dossier.index.outlet_of(id).and_then(|at| self.outlets.get(at));
        let chosen = &self.filter.outlets;
        chosen.is_empty() || chosen.iter().any(|own| outlet.is_some_and(|outlet| outlet == own))
    }
}

/// The articles that quote a chosen speaker, by the index; `None` where no speaker is chosen.
fn quoting(dossier: &Dossier, filter: &Filter) -> Option<BTreeSet<ArticleId>> {
    if filter.speakers.is_empty() {
        return None;
    }
    let articles = filter.speakers.iter().flat_map(|choice| {
        dossier.articles_quoting(match choice {
            SpeakerChoice::Speaker(id) => Some(*id),
            SpeakerChoice::Unattributed => None,
        })
    });
    Some(articles.collect())
}
