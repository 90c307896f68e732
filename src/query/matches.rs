//! [`ArticleMatches`]: the matches of a query in the text of one article, and which of its paragraphs
//! answer it.

use std::borrow::Cow;
use std::cell::OnceCell;

use fixedbitset::FixedBitSet;

use super::matcher::{Match, WordMatcher};
use super::parse::{Atom, Node, Query, Zone};
use crate::article::{Article, ArticleId};
use crate::dossier::Dossier;
use crate::span::Span;

/// What opening an article costs, in bytes that could be read instead.
const WORK_PER_ARTICLE: usize = 256;

/// Where the words that a paragraph lacks may stand instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Paragraph,
    Headline,
    Article,
}

/// An article, with what occurs in it of what a query asks for.
pub(super) struct ArticleMatches<'a> {
    pub id: ArticleId,
    /// The article; empty where the query can be answered without its text.
    pub article: Cow<'a, Article<'a>>,
    /// Its first paragraph, counted through all articles.
    pub first_paragraph: u32,
    /// In their order, the headline first.
    pub paragraphs: Vec<ParagraphMatches>,
    /// The atoms that occur in any paragraph.
    anywhere: FixedBitSet,
    /// What is said in it, once that is asked for.
    said: OnceCell<Vec<Span>>,
    /// What reading it cost, in bytes of text that could be read instead.
    pub work: usize,
}

/// What occurs in a paragraph.
pub(super) struct ParagraphMatches {
    /// The atoms, also those to be excluded.
    atoms: FixedBitSet,
    /// The limits of the query within which it is.
    limits: FixedBitSet,
    /// Where the atoms to be found are, in order.
    pub matches: Vec<Match>,
}

impl<'a> ArticleMatches<'a> {
    /// Reads an article, which need not be opened where it is `open`. `within` has the paragraphs of the dossier that are
    /// within each limit of the query.
    pub fn read(
        dossier: &Dossier<'a>,
        id: ArticleId,
        open: Option<&'a Article<'a>>,
        query: &Query,
        matcher: &WordMatcher,
        within: &[FixedBitSet],
    ) -> Self {
        let Query { atoms, limits, .. } = query;
        let numbers = dossier.articles.paragraphs(id);
        let nothing = |_| ParagraphMatches {
            atoms: FixedBitSet::with_capacity(atoms.len()),
            limits: FixedBitSet::with_capacity(limits.len()),
            matches: Vec::new(),
        };
        let mut read = Self {
            id,
            article: Cow::default(),
            first_paragraph: numbers.start,
            paragraphs: numbers.map(nothing).collect(),
            anywhere: FixedBitSet::with_capacity(atoms.len()),
            said: OnceCell::new(),
            work: 0,
        };
        let n_paragraphs = read.paragraphs.len();
        read.work += n_paragraphs;
        read.apply_limits(within);
        if !query.reads_text() {
            return read;
        }
        read.article = open.map_or_else(|| Cow::Owned(dossier.article(id)), Cow::Borrowed);
        read.work += WORK_PER_ARTICLE + read.article.text.len() + n_paragraphs * atoms.len() / 8;
        read.find_atoms(dossier, atoms, matcher);
        read
    }

    /// Notes which paragraphs are within which limits.
    fn apply_limits(&mut self, within: &[FixedBitSet]) {
        for (idx, within) in within.iter().enumerate() {
            for (number, paragraph) in (self.first_paragraph as usize..).zip(&mut self.paragraphs) {
                paragraph.limits.set(idx, within.contains(number));
            }
        }
    }

    /// Notes which atoms occur where.
    fn find_atoms(&mut self, dossier: &Dossier<'a>, atoms: &[Atom], matcher: &WordMatcher) {
        for number in 0..self.paragraphs.len().min(self.article.paragraphs.len()) {
            let span = self.article.paragraphs[number].span;
            let mut matches = matcher.matches(atoms, &self.article.text, span);
            matches.retain(|found| match atoms[found.atom].zone {
                Zone::Anywhere => true,
                Zone::Headline => number == 0,
                Zone::Quotation => is_inside(self.said(dossier), found.span),
            });
            let paragraph = &mut self.paragraphs[number];
            for found in &matches {
                paragraph.atoms.insert(found.atom);
                self.anywhere.insert(found.atom);
            }
            matches.retain(|found| atoms[found.atom].wanted);
            paragraph.matches = matches;
        }
    }

    /// What is said in the article: the contents of its quotations; sorted, disjoint.
    pub fn said(&self, dossier: &Dossier) -> &[Span] {
        self.said.get_or_init(|| {
            let quotations = dossier.quotations_in(self.id, &self.article);
            disjoint(quotations.into_iter().flat_map(|quotation| quotation.contents).collect())
        })
    }

    /// Whether a part of the query holds for a paragraph. What is excluded is so paragraph by
    /// paragraph, whatever the scope.
    pub fn holds(&self, node: &Node, number: usize, scope: Scope) -> bool {
        let holds = |node: &Node| self.holds(node, number, scope);
        match node {
            Node::All(nodes) => nodes.iter().all(holds),
            Node::Any(nodes) => nodes.iter().any(holds),
            Node::Not(node) => !self.holds(node, number, Scope::Paragraph),
            Node::Atom(idx) => {
                self.paragraphs[number].atoms.contains(*idx)
                    || (scope != Scope::Paragraph && self.paragraphs[0].atoms.contains(*idx))
                    || (scope == Scope::Article && self.anywhere.contains(*idx))
            }
            Node::Limit(idx) => self.paragraphs[number].limits.contains(*idx),
        }
    }
}

impl ParagraphMatches {
    /// The matches of one atom.
    pub fn of_atom(&self, atom: usize) -> Vec<&Match> {
        self.matches.iter().filter(|found| found.atom == atom).collect()
    }

    /// Where the matches are; sorted, disjoint.
    pub fn spans(&self) -> Vec<Span> {
        disjoint(self.matches.iter().map(|found| found.span).collect())
    }
}

/// Whether a name has the words asked for, one after the other; the last may go on.
pub(super) fn is_named(matcher: &WordMatcher, name: &str, asked: &Atom) -> bool {
    let atoms = std::slice::from_ref(asked);
    !matcher.matches(atoms, name, Span::from_range(0..name.len())).is_empty()
}

/// Whether one of sorted, disjoint `spans` contains `span`.
pub(super) fn is_inside(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|other| other.start <= span.start);
    after > 0 && spans[after - 1].contains(span)
}

/// Spans in order, those that overlap joined.
pub(super) fn disjoint(spans: Vec<Span>) -> Vec<Span> {
    // Matches come in order but for those that begin with the same word.
    let mut in_order: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let at = in_order.partition_point(|other| *other <= span);
        in_order.insert(at, span);
    }
    let mut joined: Vec<Span> = Vec::new();
    for span in in_order {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
