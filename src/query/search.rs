//! [`Search`]: finds candidates by the index and scans their text, the best of them first for the hits
//! to show, then all others for the counts.

use std::collections::BinaryHeap;

use fixedbitset::FixedBitSet;

use super::answer::{Answer, Hit};
use super::facet::FilterIndex;
use super::filter::Filter;
use super::limits::Within;
use super::lookup::{Absent, Candidates, TermLookup};
use super::matcher::WordMatcher;
use super::matches::{ArticleMatches, Scope, disjoint};
use super::notice::QueryNotice;
use super::parse::{Atom, Limit, Node, Query};
use super::ranker::{RankedArticle, Ranker};
use super::results::{RankedHit, Results};
use super::suggest::{near_terms, note_correction, suggestion};
use crate::article::{Article, ArticleId};
use crate::dossier::{Dossier, OpenArticle};
use crate::span::Span;

/// How much text is read, in bytes, before the hits in it get their final rank: articles come in the
/// order of the scores that the index gives them.
const BATCH: usize = 32 << 10;
/// How many articles are asked for ahead.
const MAX_AWAITED: usize = 256;
/// How many articles are ranked in one step.
const RANKED_AT_ONCE: usize = 256;

/// The paragraphs that answer `query` and pass `filter`, at most `limit` of them.
///
/// A query without words and a filter that restricts nothing have no hits; a query without words and
/// a filter have all paragraphs with a fitting quotation, in the order of the dossier.
#[must_use]
pub fn search(dossier: &Dossier, query: &Query, filter: &Filter, limit: usize) -> Answer {
    let mut search = Search::new(dossier, query.clone(), filter, limit);
    while search.step(dossier, usize::MAX) {}
    search.answer(dossier)
}

/// The hits of [`search`] alone, sooner.
#[must_use]
pub fn first_hits(dossier: &Dossier, query: Query, filter: &Filter, limit: usize) -> Vec<Hit> {
    let mut search = Search::new(dossier, query, filter, limit);
    while !search.has_hits() && search.step(dossier, 0) {}
    search.hits()
}

/// The words and phrases of a query, ready to be found in article after article.
pub struct Finder<'d, 'a> {
    dossier: &'d Dossier<'a>,
    /// As far as it settles how words answer; nothing where no words are asked for.
    search: Option<Search>,
}

impl<'d, 'a> Finder<'d, 'a> {
    /// What `query` asks for.
    #[must_use]
    pub fn new(dossier: &'d Dossier<'a>, query: Query) -> Self {
        let search = query.asks_for_words().then(|| {
            // How words answer is settled by the first paragraph that holds them all, wherever it is.
            let mut search = Search::new(dossier, query, &Filter::default(), 0);
            while !search.together.any && !search.scattered.any && search.step(dossier, 0) {}
            // Until that paragraph has come, words are found as they are.
            for block in search.needed(dossier) {
                let _ = dossier.blocks().ask(block);
            }
            search
        });
        Self { dossier, search }
    }

    /// Whether an article may have such a place, as far as the index knows.
    #[must_use]
    pub fn may_find_in(&self, article: ArticleId) -> bool {
        let Some(search) = &self.search else { return false };
        let mut atoms = search.query.atoms.iter().zip(&search.candidates);
        atoms.any(|(atom, found)| atom.wanted && found.in_article(article.0 as usize).is_some())
    }

    /// Every place in one article that answers a word or phrase; sorted, disjoint.
    #[must_use]
    pub fn hits_in(&self, source: &OpenArticle) -> Vec<Span> {
        let may_find = self.may_find_in(source.id);
        let Some(search) = self.search.as_ref().filter(|_| may_find) else { return Vec::new() };
        let read = search.read(self.dossier, source.id, Some(&source.article));
        let matches = read.paragraphs.iter().flat_map(|paragraph| &paragraph.matches);
        disjoint(matches.map(|found| found.span).collect())
    }
}

/// Every place in one article that answers a word or phrase of `query`; sorted, disjoint.
#[must_use]
pub fn hits_in_article(dossier: &Dossier, query: Query, source: &OpenArticle) -> Vec<Span> {
    Finder::new(dossier, query).hits_in(source)
}

/// A search that goes on step by step.
///
/// 1. The index says which terms of the dossier answer each word of the query, and in which articles.
/// 2. Articles that have all that is asked for are candidates, ranked by what the index knows of them.
/// 3. They are read in that order. Paragraphs that answer are hits; those of the first articles, some
///    `BATCH` bytes, are ranked by their text. That is what is shown, and it stays as it is while the
///    rest is read, which tells how many hits there are.
/// 4. If there is none at all, words may have typing errors, and it begins anew.
///
/// Where posting lists or the text of an article are not there yet, it waits: nothing is passed over, so what it finds
/// does not depend on when they come.
pub struct Search {
    query: Query,
    limit: usize,
    filter: FilterIndex,
    stage: Stage,
    tolerance: Tolerance,
    /// Whether tolerance made any word answer that did not before.
    is_widened: bool,
    lookup: TermLookup,
    /// For each atom of the query.
    candidates: Vec<Candidates>,
    /// For each limit of the query, the paragraphs within it.
    within: Vec<FixedBitSet>,
    /// What is to be said of the limits of the query.
    limit_notices: Vec<QueryNotice>,
    /// The articles still to be read, best first.
    to_read: BinaryHeap<RankedArticle>,
    matcher: WordMatcher,
    /// The text read since hits were ranked, in bytes.
    batch: usize,
    together: Results,
    /// What holds all words only together with the rest of its article.
    scattered: Results,
    suggestions: Vec<(String, u32)>,
    /// The blocks for which it stopped last, the most urgent first.
    awaited: Vec<usize>,
    work: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The next atom to look up.
    LookUpAtom(usize),
    LookUpLimit(usize),
    /// The next article to rank.
    RankArticles(usize),
    ReadArticles,
    /// The next word for which there is nothing.
    Suggest(usize),
    Done,
}

/// What may have typing errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tolerance {
    Nothing,
    AbsentWords,
    PresentWords,
}

impl Search {
    /// A search that has not begun.
    #[must_use]
    pub fn new(dossier: &Dossier, query: Query, filter: &Filter, limit: usize) -> Self {
        let n_paragraphs = dossier.articles.n_paragraphs();
        let must_quote = !query.asks_for_words();
        Self {
            filter: FilterIndex::new(dossier, filter, must_quote),
            query,
            limit,
            stage: Stage::LookUpAtom(0),
            tolerance: Tolerance::Nothing,
            is_widened: true,
            lookup: TermLookup::new(),
            candidates: Vec::new(),
            within: Vec::new(),
            limit_notices: Vec::new(),
            to_read: BinaryHeap::new(),
            matcher: WordMatcher::default(),
            batch: 0,
            together: Results::new(n_paragraphs),
            scattered: Results::new(n_paragraphs),
            suggestions: Vec::new(),
            awaited: Vec::new(),
            work: 0,
        }
    }

    /// Goes on for about as much work as `budget` bytes of text are to read, and at least one step;
    /// whether it can go on: neither when it is done, nor where it [waits](Search::awaited).
    pub fn step(&mut self, dossier: &Dossier, budget: usize) -> bool {
        let end = self.work().saturating_add(budget);
        if !self.needed(dossier).is_empty() {
            return false;
        }
        loop {
            self.awaited.clear();
            self.stage = self.advance(dossier);
            if self.is_done() || !self.awaited.is_empty() {
                return false;
            }
            if self.work() >= end {
                return true;
            }
        }
    }

    /// The blocks without which it cannot go on, because they are not there yet, and some that it is likely to need
    /// after them; the most urgent first. Empty while it can go on.
    #[must_use]
    pub fn awaited(&self, dossier: &Dossier) -> Vec<usize> {
        if self.needed(dossier).is_empty() {
            return Vec::new();
        }
        self.awaited.iter().copied().filter(|block| !dossier.blocks().has(*block)).collect()
    }

    /// Those of them without which it cannot go on.
    fn needed(&self, dossier: &Dossier) -> Vec<usize> {
        let n_needed = match self.stage {
            // Articles are read one by one; of posting lists all are needed.
            Stage::ReadArticles => 1,
            _ => self.awaited.len(),
        };
        let needed = self.awaited.iter().copied().take(n_needed);
        needed.filter(|block| !dossier.blocks().has(*block)).collect()
    }

    /// The work done so far, in the measure of [`Search::step`].
    #[must_use]
    pub fn work(&self) -> usize {
        self.work + self.lookup.work
    }

    /// Whether the hits are there that will be in the answer; the counts may not be.
    #[must_use]
    pub fn has_hits(&self) -> bool {
        let n_ranked = self.together.ranked().len();
        self.is_done() || (n_ranked > 0 && n_ranked >= self.limit)
    }

    /// Whether there is nothing more to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// The best hits, best first; once [`Search::has_hits`], they stay as they are. While it
    /// [waits](Search::awaited), those that it has found so far.
    #[must_use]
    pub fn hits(&self) -> Vec<Hit> {
        if !self.can_have_hits() {
            return Vec::new();
        }
        if !self.awaited.is_empty() {
            let so_far = self.results().so_far(self.limit);
            return so_far.into_iter().map(|ranked| ranked.hit.clone()).collect();
        }
        self.results().ranked().iter().map(|ranked| ranked.hit.clone()).collect()
    }

    /// The answer: the whole one when there is nothing more to do, else what is known by now.
    #[must_use]
    pub fn answer(&self, dossier: &Dossier) -> Answer {
        let results = self.results();
        let (n_hits, counts) = self.filter.count(dossier, &results.paragraphs);
        let mut answer = Answer { counts, ..Answer::default() };
        if !self.can_have_hits() {
            if !self.query.is_empty() {
                answer.notices.push(QueryNotice::OnlyExclusions);
            }
            return answer;
        }
        (answer.n_hits, answer.hits) = (n_hits, self.hits());
        answer.notices.clone_from(&self.limit_notices);
        answer.suggestions.clone_from(&self.suggestions);
        if !self.together.any && self.scattered.any {
            answer.notices.push(QueryNotice::Scattered);
        }
        if self.lookup.too_broad {
            answer.notices.push(QueryNotice::TooBroad);
        }
        for (atom, word) in results.ranked().iter().flat_map(|ranked| &ranked.corrections) {
            if let Some(asked) = &self.query.atoms[*atom].whole {
                note_correction(asked, word, &mut answer.notices);
            }
        }
        answer
    }

    /// What was found.
    fn results(&self) -> &Results {
        if self.together.any { &self.together } else { &self.scattered }
    }

    /// Whether there is anything that can have hits.
    fn can_have_hits(&self) -> bool {
        self.query.asks_for_anything() || !self.filter.is_open()
    }

    /// Does the next piece of work; what comes after it.
    fn advance(&mut self, dossier: &Dossier) -> Stage {
        match self.stage {
            Stage::LookUpAtom(idx) if idx < self.query.atoms.len() => {
                match self.look_up_atom(dossier, idx) {
                    Ok(()) => Stage::LookUpAtom(idx + 1),
                    Err(absent) => self.wait_for(absent),
                }
            }
            Stage::LookUpAtom(_) if !self.is_widened => self.after_reading(),
            Stage::LookUpAtom(_) => Stage::LookUpLimit(self.within.len()),
            Stage::LookUpLimit(idx) if idx < self.query.limits.len() => {
                self.look_up_limit(dossier, idx);
                Stage::LookUpLimit(idx + 1)
            }
            // Nothing is asked for but what the filter says: there is nothing to read, and all counts.
            Stage::LookUpLimit(_) if self.query.is_empty() => {
                self.together = Results::all(dossier.articles.n_paragraphs());
                if !self.filter.is_open() {
                    self.take_passing(dossier);
                }
                Stage::Done
            }
            Stage::LookUpLimit(_) => {
                let alternatives = self.candidates.iter().map(|found| &found.alternatives);
                self.matcher = WordMatcher::new(self.query.atoms.iter().zip(alternatives));
                Stage::RankArticles(0)
            }
            Stage::RankArticles(from) if from < dossier.articles.len() => {
                let until = dossier.articles.len().min(from + RANKED_AT_ONCE);
                for article in from..until {
                    self.rank_article(dossier, ArticleId(article as u32));
                }
                Stage::RankArticles(until)
            }
            Stage::RankArticles(_) => Stage::ReadArticles,
            Stage::ReadArticles => match self.to_read.peek().map(|ranked| ranked.article) {
                // What limits leave is known without the text.
                Some(article) if self.query.reads_text() && !dossier.articles.is_here(article) => {
                    self.awaited = self.next_absent(dossier);
                    Stage::ReadArticles
                }
                Some(article) => {
                    self.to_read.pop();
                    self.read_article(dossier, article);
                    Stage::ReadArticles
                }
                None => {
                    self.close_batch();
                    self.after_reading()
                }
            },
            Stage::Suggest(idx) => self.suggest(dossier, idx),
            Stage::Done => Stage::Done,
        }
    }

    /// Looks up what answers an atom, for the first time or with more tolerance than before.
    fn look_up_atom(&mut self, dossier: &Dossier, idx: usize) -> Result<(), Absent> {
        let atom = &self.query.atoms[idx];
        match self.candidates.get_mut(idx) {
            None => self.candidates.push(self.lookup.candidates(dossier, atom)?),
            Some(found) if found.is_present == (self.tolerance == Tolerance::PresentWords) => {
                if let Some(widened) = self.lookup.fuzzy_candidates(dossier, atom, found)? {
                    *found = widened;
                    self.is_widened = true;
                }
            }
            Some(_) => {}
        }
        Ok(())
    }

    /// Stays at this stage until some posting lists have come.
    fn wait_for(&mut self, Absent(blocks): Absent) -> Stage {
        self.awaited = blocks.into_iter().collect();
        self.stage
    }

    /// Looks up what is within a limit, and what is to be said of it.
    fn look_up_limit(&mut self, dossier: &Dossier, idx: usize) {
        let limit = &self.query.limits[idx];
        let Within { paragraphs, notice, work } = Within::of(limit, dossier);
        self.within.push(paragraphs);
        self.work += work;
        // What is excluded by its date has one.
        let is_told =
            !matches!(limit, Limit::Before(_) | Limit::After(_)) || asks_for(&self.query.root, idx);
        let notice = notice.filter(|notice| is_told && !self.limit_notices.contains(notice));
        self.limit_notices.extend(notice);
    }

    /// What comes when all candidates are read.
    fn after_reading(&mut self) -> Stage {
        if self.together.any || self.scattered.any || !self.query.asks_for_words() {
            return Stage::Done;
        }
        self.is_widened = false;
        self.tolerance = match self.tolerance {
            Tolerance::Nothing => Tolerance::AbsentWords,
            Tolerance::AbsentWords => Tolerance::PresentWords,
            Tolerance::PresentWords => return Stage::Suggest(0),
        };
        Stage::LookUpAtom(0)
    }

    /// Puts an article among those to be read, if it may hold what is asked for.
    fn rank_article(&mut self, dossier: &Dossier, article: ArticleId) {
        self.work += 1 + self.query.atoms.len() / 4;
        if !self.may_answer(dossier, &self.query.root, article) {
            return;
        }
        let Some(score) = self.ranker(dossier).article_score(article) else { return };
        let mut paragraphs = dossier.articles.paragraphs(article);
        let passes = paragraphs.any(|number| self.filter.passes(dossier, article, number));
        self.to_read.push(RankedArticle { passes, score, article });
    }

    /// Takes the first paragraphs that pass the filter as the hits.
    fn take_passing(&mut self, dossier: &Dossier) {
        let (filter, limit) = (&self.filter, self.limit);
        self.work += dossier.articles.n_paragraphs();
        let passing = dossier.article_ids().flat_map(|article| {
            let numbers = (0..).zip(dossier.articles.paragraphs(article));
            numbers.filter_map(move |(in_article, number)| {
                let hit = Hit { article, paragraph: in_article, score: 0.0, spans: Vec::new() };
                filter.passes(dossier, article, number).then_some((number as usize, hit))
            })
        });
        for (paragraph, hit) in passing.take(limit) {
            self.together
                .add(paragraph, Some(RankedHit { paragraph, hit, corrections: Vec::new() }));
        }
        self.together.rank_batch(limit);
    }

    /// Whether a paragraph of an article may answer a part of the query, as far as the index knows.
    fn may_answer(&self, dossier: &Dossier, node: &Node, article: ArticleId) -> bool {
        match node {
            Node::All(nodes) => nodes.iter().all(|node| self.may_answer(dossier, node, article)),
            Node::Any(nodes) => nodes.iter().any(|node| self.may_answer(dossier, node, article)),
            Node::Not(_) => true,
            Node::Atom(idx) => self.candidates[*idx].in_article(article.0 as usize).is_some(),
            Node::Limit(idx) => {
                let mut paragraphs = dossier.articles.paragraphs(article);
                paragraphs.any(|number| self.within[*idx].contains(number as usize))
            }
        }
    }

    /// The blocks of the next articles to read whose text is not there, in order.
    fn next_absent(&self, dossier: &Dossier) -> Vec<usize> {
        let mut to_read = self.to_read.clone();
        let in_order = std::iter::from_fn(|| to_read.pop()).map(|ranked| ranked.article);
        let absent = in_order.filter(|id| !dossier.articles.is_here(*id)).take(MAX_AWAITED);
        dossier.articles.blocks_of(absent)
    }

    fn ranker<'s>(&'s self, dossier: &'s Dossier<'s>) -> Ranker<'s> {
        Ranker { dossier, query: &self.query, candidates: &self.candidates }
    }

    /// What occurs in an article of what is asked for.
    fn read<'a>(
        &self,
        dossier: &Dossier<'a>,
        article: ArticleId,
        open: Option<&'a Article<'a>>,
    ) -> ArticleMatches<'a> {
        ArticleMatches::read(dossier, article, open, &self.query, &self.matcher, &self.within)
    }

    /// Reads the next article, and adds its paragraphs that answer to the results.
    fn read_article(&mut self, dossier: &Dossier, id: ArticleId) {
        let read = self.read(dossier, id, None);
        self.work += read.work;
        self.batch += read.work;
        let may_be_scattered = self.query.atoms.len() > 1;
        for number in 0..read.paragraphs.len() {
            if self.query.asks_for_words() && read.paragraphs[number].matches.is_empty() {
                continue;
            }
            let holds = |scope| read.holds(&self.query.root, number, scope);
            let scattered = if holds(Scope::Headline) {
                false
            } else if may_be_scattered && !self.together.any && holds(Scope::Article) {
                true
            } else {
                continue;
            };
            let paragraph = read.first_paragraph + number as u32;
            let results = if scattered { &self.scattered } else { &self.together };
            let is_wanted = results.ranked().len() < self.limit;
            let hit = (is_wanted && self.filter.passes(dossier, id, paragraph))
                .then(|| self.ranker(dossier).hit(&read, number, scattered));
            let results = if scattered { &mut self.scattered } else { &mut self.together };
            results.add(paragraph as usize, hit);
        }
        if self.batch >= BATCH {
            self.close_batch();
        }
    }

    /// Ranks what was read since the last time.
    fn close_batch(&mut self) {
        self.batch = 0;
        self.together.rank_batch(self.limit);
        self.scattered.rank_batch(self.limit);
    }

    /// Looks for words near to one that is not there.
    fn suggest(&mut self, dossier: &Dossier, idx: usize) -> Stage {
        const MAX_SHOWN: usize = 6;
        const MAX_WORDS: usize = 8;
        let wanted = self.query.atoms.iter().filter(|atom| atom.wanted);
        let mut words = wanted.flat_map(|atom: &Atom| &atom.words).take(MAX_WORDS);
        let Some(word) = words.nth(idx) else { return Stage::Done };
        let near = match near_terms(dossier, &word.text) {
            Ok(near) => near,
            Err(absent) => return self.wait_for(absent),
        };
        // They are shown as the articles write them.
        let shown = near.iter().map(|term| term.article);
        let absent = shown.filter(|id| !dossier.articles.is_here(*id));
        self.awaited = dossier.articles.blocks_of(absent);
        if !self.awaited.is_empty() {
            return Stage::Suggest(idx);
        }
        for (word, n_articles) in near.into_iter().map(|near| suggestion(dossier, near)) {
            let is_known = self.suggestions.iter().any(|(other, _)| *other == word);
            if self.suggestions.len() < MAX_SHOWN && !is_known {
                self.suggestions.push((word, n_articles));
            }
        }
        self.work += dossier.index.n_terms();
        Stage::Suggest(idx + 1)
    }
}

/// Whether a part of a query asks for what a limit says, rather than excluding it.
fn asks_for(node: &Node, limit: usize) -> bool {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(|node| asks_for(node, limit)),
        Node::Limit(idx) => *idx == limit,
        Node::Not(_) | Node::Atom(_) => false,
    }
}
