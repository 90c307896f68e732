//! Comparisons: what somebody said, article by article, its versions in rows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::article::ArticleId;
use crate::dossier::{Dossier, OpenArticle};
use crate::query::{Filter, Finder, Query, SpeakerChoice};
use crate::quotation::Quotation;
use crate::reuse::Passage;
use crate::statement::Statement;

/// A dossier of at most so many articles has a column for each; a larger one for those with a quotation.
const MOST_EMPTY: usize = 8;
/// More columns than this cannot be read; those that share the most statements are shown.
const MOST_COLUMNS: usize = 10;

/// What a comparison shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// The articles that have a column, in the order of the dossier.
    pub columns: Vec<Column>,
    /// How many further articles have quotations that are compared.
    pub n_hidden: usize,
    /// The articles without such quotations that have no column, in the order of the dossier.
    pub lacking: Vec<ArticleId>,
    /// Statements that more than one article has, those in most columns first.
    pub rows: Vec<Statement>,
    /// Quotations that stand in one article alone: the article, and their numbers in it.
    pub alone: Vec<(ArticleId, Vec<usize>)>,
    /// How many of those have words that an article without a column has too: it is not of a chosen outlet, or it names
    /// another speaker for them.
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
    let choice = Choice::new(dossier, filter, query);
    let mut columns = Vec::new();
    let mut lacking = Vec::new();
    let mut open: BTreeMap<ArticleId, OpenArticle> = BTreeMap::new();
    let quoting = quoting(dossier, filter);
    for id in dossier.article_ids().filter(|id| choice.is_of_outlet(*id)) {
        let may_quote = quoting.as_ref().is_none_or(|quoting| quoting.contains(&id));
        // To open an article is what takes long.
        if !(may_quote && choice.may_choose_in(id)) && dossier.articles.len() > MOST_EMPTY {
            lacking.push(id);
            continue;
        }
        let source = dossier.open_article(id);
        let quotations = choice.of(&source);
        if !quotations.is_empty() || dossier.articles.len() <= MOST_EMPTY {
            columns.push(Column { article: id, quotations });
            open.insert(id, source);
        } else {
            lacking.push(id);
        }
    }

    let has_part = |version: &Passage, column: &Column, at: usize| {
        let source = open.get(&version.article).filter(|_| version.article == column.article);
        source.is_some_and(|source| {
            source.quotations[at].contents.iter().any(|content| content.overlaps(version.span))
        })
    };
    let column_of = |version: &Passage| {
        columns.binary_search_by_key(&version.article, |column| column.article).ok()
    };
    let mut rows: Vec<(usize, Statement)> = Vec::new();
    let mut in_rows: Vec<Vec<bool>> =
        columns.iter().map(|column| vec![false; column.quotations.len()]).collect();
    let mut elsewhere = in_rows.clone();
    for mut statement in dossier.statements.all() {
        statement.versions.retain(|version| column_of(version).is_some());
        let is_alone = statement.articles().count() < 2;
        let mut chosen: Vec<(usize, usize)> = Vec::new();
        for version in &statement.versions {
            let Some(at) = column_of(version) else { continue };
            let column = &columns[at];
            let own = (0..column.quotations.len())
                .filter(|own| has_part(version, column, column.quotations[*own]));
            chosen.extend(own.map(|own| (at, own)));
        }
        if is_alone {
            chosen.iter().for_each(|(at, own)| elsewhere[*at][*own] = true);
            continue;
        }
        if chosen.is_empty() {
            continue;
        }
        for (at, own) in &chosen {
            in_rows[*at][*own] = true;
        }
        chosen.dedup_by_key(|(at, _)| *at);
        rows.push((chosen.len(), statement));
    }
    rows.sort_by_key(|(n_columns, _)| Reverse(*n_columns));
    let alone = columns.iter().zip(&in_rows).filter_map(|(column, in_rows)| {
        let alone = column.quotations.iter().zip(in_rows).filter(|(_, in_row)| !**in_row);
        let alone: Vec<usize> = alone.map(|(at, _)| *at).collect();
        (!alone.is_empty()).then_some((column.article, alone))
    });
    let alone = alone.collect();
    let in_both = elsewhere.iter().flatten().zip(in_rows.iter().flatten());
    let n_elsewhere = in_both.filter(|(elsewhere, in_row)| **elsewhere && !**in_row).count();
    let n_quotations = columns.iter().map(|column| column.quotations.len()).sum();
    let rows: Vec<Statement> = rows.into_iter().map(|(_, statement)| statement).collect();
    let n_hidden = columns.len().saturating_sub(MOST_COLUMNS);
    if n_hidden > 0 {
        keep_best(&mut columns, &rows);
    }
    Comparison { columns, n_hidden, lacking, rows, alone, n_elsewhere, n_quotations }
}

/// Keeps the columns that share the most rows, in the order of the dossier.
fn keep_best(columns: &mut Vec<Column>, rows: &[Statement]) {
    let n_shared = |column: &Column| {
        rows.iter().filter(|row| row.articles().any(|article| article == column.article)).count()
    };
    columns.sort_by_cached_key(|column| {
        (Reverse(n_shared(column)), Reverse(column.quotations.len()), column.article)
    });
    columns.truncate(MOST_COLUMNS);
    columns.sort_unstable_by_key(|column| column.article);
}

/// Which quotations a filter and a query choose; all where neither does. A quotation answers a query whose words it
/// holds.
pub struct Choice<'d, 'a> {
    dossier: &'d Dossier<'a>,
    filter: &'d Filter,
    outlets: Vec<&'a str>,
    /// Where something is asked for.
    finder: Option<Finder<'d, 'a>>,
}

impl<'d, 'a> Choice<'d, 'a> {
    /// What `filter` and `query` choose.
    #[must_use]
    pub fn new(dossier: &'d Dossier<'a>, filter: &'d Filter, query: &str) -> Self {
        let query = query.trim();
        let finder = (!query.is_empty()).then(|| Finder::new(dossier, Query::parse(query).0));
        Self { dossier, filter, outlets: dossier.index.outlets(), finder }
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

    /// Whether any quotation of an article may be chosen, as far as the index knows.
    fn may_choose_in(&self, id: ArticleId) -> bool {
        self.finder.as_ref().is_none_or(|finder| finder.may_find_in(id))
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
