//! [`Search`]: finds candidates by the index, reads the best of them in the text first, and goes on to
//! read the others for the counts.

use std::collections::BinaryHeap;

use super::facet::Gate;
use super::parse::{Atom, Limit, Node, Part};
use super::rank::{Fields, proximity, saturation, weight};
use super::seek::{Found, Seeker, disjoint, is_inside, max_edits, said_in};
use super::set::Set;
use super::words::{Grade, Lexicon, Place};
use super::{Answer, Corpus, Filter, Hit, Notice, Query};
use crate::article::{Article, ArticleId};
use crate::fold::fold;
use crate::quotation::Speaker;
use crate::sort::{first, key, least, second, third};
use crate::span::Span;

/// How much text is read, in bytes, before the hits in it are put in order for good: the articles that
/// promise most come first.
const BATCH: usize = 32 << 10;
/// What opening an article costs, in bytes that could be read instead.
const WORK_PER_ARTICLE: usize = 256;
/// How many articles are ranked in one step.
const RANKED_AT_ONCE: usize = 256;

/// The paragraphs that answer `query` and pass `filter`, at most `limit` of them.
///
/// A query without words and a filter that restricts nothing have no hits; a query without words and
/// a filter have all paragraphs with a fitting quotation, in the order of the dossier.
#[must_use]
pub fn search(corpus: Corpus, query: &Query, filter: &Filter, limit: usize) -> Answer {
    let mut search = Search::new(corpus, query.clone(), filter, limit);
    while search.step(corpus, usize::MAX) {}
    search.answer(corpus)
}

/// The hits of [`search`] alone, sooner.
#[must_use]
pub fn first_hits(corpus: Corpus, query: Query, filter: &Filter, limit: usize) -> Vec<Hit> {
    let mut search = Search::new(corpus, query, filter, limit);
    while !search.has_hits() && search.step(corpus, 0) {}
    search.hits()
}

/// Every place in one article that answers a word or phrase of `query`; sorted, disjoint.
#[must_use]
pub fn hits_in_article(corpus: Corpus, query: Query, article: ArticleId) -> Vec<Span> {
    if article.0 as usize >= corpus.articles.len() || !query.asks_for_words() {
        return Vec::new();
    }
    // How words answer is settled by the first paragraph that holds them all, wherever it is.
    let mut search = Search::new(corpus, query, &Filter::default(), 0);
    while !search.together.any && !search.scattered.any && search.step(corpus, 0) {}
    let page = search.page(corpus, article);
    disjoint(&page.places.iter().map(|(_, place)| place.span).collect::<Vec<_>>())
}

/// A search that goes on step by step.
///
/// 1. The index says which words of the dossier answer each word of the query, and in which articles.
/// 2. Articles that have all that is asked for are ranked by what the index knows of them.
/// 3. They are read in that order. Paragraphs that answer are hits; those of the first articles, some
///    `BATCH` bytes, are put in order by their text. That is what is shown, and it stays as it is
///    while the rest is read, which tells how many hits there are.
/// 4. If there is none at all, words may have typing errors, and it begins anew.
pub struct Search {
    query: Query,
    limit: usize,
    gate: Gate,
    stage: Stage,
    tolerance: Tolerance,
    /// Whether tolerance made any word answer that did not before.
    is_widened: bool,
    seeker: Seeker,
    /// For each atom of the query.
    found: Vec<Found>,
    /// For each limit of the query the paragraphs within it, where that is a matter of paragraphs.
    limits: Vec<Set>,
    /// The articles still to be read, best first.
    ranks: BinaryHeap<u128>,
    lexicon: Lexicon,
    /// The text read since hits were put in order.
    batch: usize,
    together: Finds,
    /// What holds all words only together with the rest of its article.
    scattered: Finds,
    suggestions: Vec<(String, u32)>,
    work: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The next atom to look up.
    SeekAtom(usize),
    SeekLimit(usize),
    /// The next article to rank.
    Rank(usize),
    Read,
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

/// Where the words that a paragraph lacks may stand instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Paragraph,
    Headline,
    Article,
}

/// Paragraphs found.
#[derive(Default)]
struct Finds {
    any: bool,
    paragraphs: Set,
    /// Those that pass the filter, as far as they are wanted.
    hits: Vec<Scored>,
    /// How many hits are in order for good.
    n_ordered: usize,
}

struct Scored {
    /// Counted through all articles.
    paragraph: u32,
    hit: Hit,
    /// Atoms that are only there as if mistyped, with the words there.
    corrections: Vec<(u32, String)>,
}

impl Finds {
    fn new(n_paragraphs: usize) -> Self {
        Self { paragraphs: Set::empty(n_paragraphs as u32), ..Self::default() }
    }

    /// Puts the new hits in order behind those that are.
    fn order(&mut self, limit: usize) {
        let mut new: Vec<Option<Scored>> = self.hits.drain(self.n_ordered..).map(Some).collect();
        let mut keys = Vec::new();
        for (scored, idx) in new.iter().flatten().zip(0..) {
            // Scores are not negative, so their bits are in their order.
            keys.push(key(u32::MAX - scored.hit.score.to_bits(), scored.paragraph, idx));
        }
        for key in least(keys, limit.saturating_sub(self.n_ordered)) {
            self.hits.extend(new[third(key) as usize].take());
        }
        self.n_ordered = self.hits.len();
    }
}

impl Search {
    /// A search that has not begun.
    #[must_use]
    pub fn new(corpus: Corpus, query: Query, filter: &Filter, limit: usize) -> Self {
        let n_paragraphs = corpus.articles.n_paragraphs();
        let must_quote = !query.asks_for_words();
        Self {
            gate: Gate::new(corpus, filter, must_quote),
            query,
            limit,
            stage: Stage::SeekAtom(0),
            tolerance: Tolerance::Nothing,
            is_widened: true,
            seeker: Seeker::new(),
            found: Vec::new(),
            limits: Vec::new(),
            ranks: BinaryHeap::new(),
            lexicon: Lexicon::default(),
            batch: 0,
            together: Finds::new(n_paragraphs),
            scattered: Finds::new(n_paragraphs),
            suggestions: Vec::new(),
            work: 0,
        }
    }

    /// Goes on for about as much work as `budget` bytes of text are to read, and at least one step;
    /// whether there is more to do.
    pub fn step(&mut self, corpus: Corpus, budget: usize) -> bool {
        let end = self.work().saturating_add(budget);
        loop {
            self.advance(corpus);
            if self.is_done() {
                return false;
            }
            if self.work() >= end {
                return true;
            }
        }
    }

    /// The work done so far, in the measure of [`Search::step`].
    #[must_use]
    pub fn work(&self) -> usize {
        self.work + self.seeker.work
    }

    /// Whether the hits are there that will be in the answer; the counts may not be.
    #[must_use]
    pub fn has_hits(&self) -> bool {
        let n_ordered = self.together.n_ordered;
        self.is_done() || (n_ordered > 0 && n_ordered >= self.limit)
    }

    /// Whether there is nothing more to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    fn advance(&mut self, corpus: Corpus) {
        self.stage = match self.stage {
            Stage::SeekAtom(idx) if idx < self.query.atoms.len() => {
                self.seek_atom(corpus, idx);
                Stage::SeekAtom(idx + 1)
            }
            Stage::SeekAtom(_) if !self.is_widened => self.after_reading(),
            Stage::SeekAtom(_) => Stage::SeekLimit(self.limits.len()),
            Stage::SeekLimit(idx) if idx < self.query.limits.len() => {
                self.seek_limit(corpus, idx);
                Stage::SeekLimit(idx + 1)
            }
            // Nothing is asked for: there is nothing to read, and all counts.
            Stage::SeekLimit(_) if self.query.is_empty() && self.gate.is_open() => {
                self.together.any = true;
                self.together.paragraphs = Set::full(corpus.articles.n_paragraphs() as u32);
                Stage::Done
            }
            Stage::SeekLimit(_) => {
                let others = self.found.iter().map(|found| &found.others);
                self.lexicon = Lexicon::new(self.query.atoms.iter().zip(others));
                Stage::Rank(0)
            }
            Stage::Rank(from) if from < corpus.articles.len() => {
                let until = corpus.articles.len().min(from + RANKED_AT_ONCE);
                (from..until).for_each(|article| self.rank(corpus, article));
                Stage::Rank(until)
            }
            Stage::Rank(_) => Stage::Read,
            Stage::Read => match self.ranks.pop() {
                Some(rank) => {
                    self.read(corpus, ArticleId(u32::MAX - second(rank)));
                    Stage::Read
                }
                None => {
                    self.close_batch();
                    self.after_reading()
                }
            },
            Stage::Suggest(idx) => self.suggest(corpus, idx),
            Stage::Done => Stage::Done,
        };
    }

    fn seek_atom(&mut self, corpus: Corpus, idx: usize) {
        let atom = &self.query.atoms[idx];
        match self.found.get_mut(idx) {
            None => self.found.push(self.seeker.seek(corpus, atom, None)),
            Some(found) if found.is_present == (self.tolerance == Tolerance::PresentWords) => {
                if let Some(widened) = self.seeker.seek_near(corpus, atom, found) {
                    *found = widened;
                    self.is_widened = true;
                }
            }
            Some(_) => {}
        }
    }

    fn seek_limit(&mut self, corpus: Corpus, idx: usize) {
        let mut within = Set::default();
        if let Limit::Speaker(asked) = &self.query.limits[idx] {
            within = Set::empty(corpus.articles.n_paragraphs() as u32);
            let lexicon = Lexicon::of(asked);
            for id in corpus.speaker_ids() {
                self.work += 32;
                let Speaker { name, mut spellings, .. } = corpus.speaker(id);
                spellings.push(name);
                if spellings.iter().any(|name| is_named(&lexicon, name, asked)) {
                    let quoted = corpus.index.quoted(Some(id));
                    quoted.for_each(|(paragraph, _)| within.insert(paragraph));
                }
            }
        }
        self.limits.push(within);
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
        Stage::SeekAtom(0)
    }

    /// Puts an article among those to be read, if it may hold what is asked for.
    fn rank(&mut self, corpus: Corpus, article: usize) {
        self.work += 1 + self.query.atoms.len() / 4;
        let wanted = || {
            let atoms = self.query.atoms.iter().zip(&self.found);
            atoms.filter(|(atom, _)| atom.wanted).map(|(_, found)| found)
        };
        let holds_any = || wanted().any(|found| found.in_article(article).is_some());
        if !self.may_answer(corpus, &self.query.root, article)
            || (self.query.asks_for_words() && !holds_any())
        {
            return;
        }
        let id = ArticleId(article as u32);
        let n_articles = corpus.articles.len() as u32;
        let mut standing = Standing::default();
        for found in wanted() {
            if let Some((grade, often)) = found.in_article(article) {
                let fields = Fields { body: if often { 2 } else { 1 }, ..Fields::default() };
                let relevance = weight(found.n_articles, n_articles) * saturation(fields, 1.0);
                standing.add(grade, relevance);
            }
        }
        let score = standing.score(wanted().count(), false).to_bits();
        let passes = corpus.articles.paragraphs(id).any(|p| self.gate.passes(corpus, id, p));
        // What does not pass the filter is read too, last: other filters would count it.
        self.ranks.push(key(score | u32::from(passes) << 31, u32::MAX - article as u32, 0));
    }

    /// Whether a paragraph of an article may answer a part of the query, as far as the index knows.
    fn may_answer(&self, corpus: Corpus, node: &Node, article: usize) -> bool {
        match node {
            Node::All(nodes) => nodes.iter().all(|node| self.may_answer(corpus, node, article)),
            Node::Any(nodes) => nodes.iter().any(|node| self.may_answer(corpus, node, article)),
            Node::Not(_) => true,
            Node::Atom(idx) => self.found[*idx].in_article(article).is_some(),
            Node::Limit(idx) => {
                let mut paragraphs = corpus.articles.paragraphs(ArticleId(article as u32));
                !matches!(self.query.limits[*idx], Limit::Speaker(_))
                    || paragraphs.any(|paragraph| self.limits[*idx].contains(paragraph))
            }
        }
    }

    /// Reads the next article.
    fn read(&mut self, corpus: Corpus, id: ArticleId) {
        let page = self.page(corpus, id);
        self.work += page.work;
        self.batch += page.work;
        let may_be_scattered = self.query.atoms.len() > 1;
        for number in 0..page.n_paragraphs {
            if self.query.asks_for_words() && !page.holds_any(&self.query, number) {
                continue;
            }
            let holds = |scope| page.holds(self, &self.query.root, number, scope);
            let scattered = if holds(Scope::Headline) {
                false
            } else if may_be_scattered && !self.together.any && holds(Scope::Article) {
                true
            } else {
                continue;
            };
            let paragraph = page.start + number as u32;
            let finds = if scattered { &self.scattered } else { &self.together };
            let is_wanted = finds.n_ordered < self.limit;
            let scored = (is_wanted && self.gate.passes(corpus, id, paragraph))
                .then(|| self.scored(corpus, &page, id, number, scattered));
            let finds = if scattered { &mut self.scattered } else { &mut self.together };
            finds.any = true;
            finds.paragraphs.insert(paragraph);
            finds.hits.extend(scored);
        }
        if self.batch >= BATCH {
            self.close_batch();
        }
    }

    /// Puts in order what was read since the last time.
    fn close_batch(&mut self) {
        self.batch = 0;
        self.together.order(self.limit);
        self.scattered.order(self.limit);
    }

    /// What stands in an article of what is asked for.
    fn page<'c>(&self, corpus: Corpus<'c>, id: ArticleId) -> Page<'c> {
        let atoms = &self.query.atoms;
        let paragraphs = corpus.articles.paragraphs(id);
        let n_paragraphs = paragraphs.len();
        let mut page = Page {
            start: paragraphs.start,
            n_paragraphs,
            n_atoms: atoms.len(),
            held: vec![false; n_paragraphs * atoms.len()],
            anywhere: vec![false; atoms.len()],
            ..Page::default()
        };
        let asks_for_text = !atoms.is_empty();
        page.work = n_paragraphs;
        if !asks_for_text && self.query.limits.is_empty() {
            return page;
        }
        let article = corpus.article(id);
        page.work += WORK_PER_ARTICLE + article.text.len() + page.held.len() / 8;
        page.limits = self.query.limits.iter().map(|limit| is_within(&article, limit)).collect();
        if !asks_for_text {
            return page;
        }
        if atoms.iter().any(|atom| atom.part == Part::Quotation) {
            page.said = Some(said_in(&corpus.quotations_in(id, &article)));
        }
        for (number, block) in article.paragraphs.iter().enumerate().take(n_paragraphs) {
            for place in self.lexicon.read(atoms, &article.text, block.span) {
                let is_there = match atoms[place.atom as usize].part {
                    Part::Anywhere => true,
                    Part::Headline => number == 0,
                    Part::Quotation => is_inside(page.said.as_deref().unwrap_or(&[]), place.span),
                };
                if is_there {
                    page.held[number * atoms.len() + place.atom as usize] = true;
                    page.anywhere[place.atom as usize] = true;
                    if atoms[place.atom as usize].wanted {
                        page.places.push((number as u32, place));
                    }
                }
            }
        }
        page.article = article;
        page
    }

    /// A hit in paragraph `number` of an article.
    fn scored(
        &self,
        corpus: Corpus,
        page: &Page,
        id: ArticleId,
        number: usize,
        scattered: bool,
    ) -> Scored {
        let places = page.places_in(number);
        let text = &page.article.text;
        let spans: Vec<Span> = places.iter().map(|(_, place)| place.span).collect();
        let mut corrections = Vec::new();
        let mut standing = Standing::default();
        let mut n_wanted = 0;
        if !places.is_empty() {
            let block = page.article.paragraphs[number].span;
            let length = block.len() as f32 / corpus.index.average_paragraph();
            let said = said_in(&corpus.quotations_in(id, &page.article));
            let headline = page.places_in(0);
            let mut before: Option<(f32, Vec<u32>)> = None;
            for (idx, atom) in self.query.atoms.iter().enumerate().filter(|(_, atom)| atom.wanted) {
                n_wanted += 1;
                let own = of_atom(places, idx);
                let in_headline = of_atom(headline, idx);
                let weight = weight(self.found[idx].n_articles, corpus.articles.len() as u32);
                // What stands in the paragraph itself says how well it answers, if anything does.
                let telling = if own.is_empty() { &in_headline } else { &own };
                let Some(best) = telling.iter().min_by_key(|place| place.grade) else { continue };
                let is_said = |place: &&&Place| is_inside(&said, place.span);
                let n_said = own.iter().filter(is_said).count() as u32;
                let in_body = if number == 0 { 0 } else { own.len() as u32 - n_said };
                let quotation = if number == 0 { 0 } else { n_said };
                let fields =
                    Fields { headline: in_headline.len() as u32, quotation, body: in_body };
                let mut relevance = weight * saturation(fields, length);
                let tokens: Vec<u32> = own.iter().map(|place| place.token).collect();
                if let Some((weight_before, tokens_before)) = &before {
                    relevance += weight.min(*weight_before) * proximity(tokens_before, &tokens);
                }
                before = Some((weight, tokens));
                standing.add(best.grade, relevance);
                if best.grade >= Grade::Near && !own.is_empty() && atom.whole.is_some() {
                    corrections.push((idx as u32, fold(best.span.of(text)).text().to_owned()));
                }
            }
        }
        let hit = Hit {
            article: id,
            paragraph: number as u32,
            score: standing.score(n_wanted, scattered),
            spans: disjoint(&spans),
        };
        Scored { paragraph: page.start + number as u32, hit, corrections }
    }

    /// Looks for words near to one that is not there.
    fn suggest(&mut self, corpus: Corpus, idx: usize) -> Stage {
        const MAX_SHOWN: usize = 6;
        const MAX_WORDS: usize = 8;
        let words = self.query.atoms.iter().filter(|atom| atom.wanted).flat_map(|atom| &atom.words);
        let Some(word) = words.take(MAX_WORDS).nth(idx) else { return Stage::Done };
        let mut near: Vec<(String, u32, u32)> = Vec::new();
        let mut order = Vec::new();
        // A little further than typing errors reach: nothing is shown as found here.
        let max_edits = max_edits(word.text.chars().count()).max(1);
        corpus.index.visit_near(&word.text, max_edits, false, &mut |entry, mut postings, edits| {
            let word = std::str::from_utf8(entry.word).unwrap_or_default().to_owned();
            let n_articles = postings.count() as u32;
            let first = postings.next().map_or(0, |posting| posting.article);
            let idx = near.len() as u32;
            order.push(key(edits.unwrap_or(u8::MAX).into(), u32::MAX - n_articles, idx));
            near.push((word, n_articles, first));
        });
        self.work += corpus.index.n_terms();
        let is_there = order.iter().any(|&rank| first(rank) == 0);
        for rank in least(order, if is_there { 1 } else { 3 }) {
            let (word, n_articles, article) = &near[third(rank) as usize];
            let written = as_written(corpus, ArticleId(*article), word);
            let written = written.unwrap_or_else(|| word.clone());
            if self.suggestions.len() < MAX_SHOWN
                && !self.suggestions.iter().any(|(other, _)| *other == written)
            {
                self.suggestions.push((written, *n_articles));
            }
        }
        Stage::Suggest(idx + 1)
    }

    /// What was found.
    fn finds(&self) -> &Finds {
        if self.together.any { &self.together } else { &self.scattered }
    }

    /// Whether there is anything that can have hits.
    fn can_have_hits(&self) -> bool {
        self.query.asks_for_anything() || !self.gate.is_open()
    }

    /// The best hits, best first; once [`Search::has_hits`], they stay as they are.
    #[must_use]
    pub fn hits(&self) -> Vec<Hit> {
        let finds = self.finds();
        let ordered = &finds.hits[..if self.can_have_hits() { finds.n_ordered } else { 0 }];
        ordered.iter().map(|scored| scored.hit.clone()).collect()
    }

    /// The answer: the whole one when there is nothing more to do, else what is known by now.
    #[must_use]
    pub fn answer(&self, corpus: Corpus) -> Answer {
        let finds = self.finds();
        let (n_hits, counts) = self.gate.count(corpus, &finds.paragraphs);
        let mut answer = Answer { counts, ..Answer::default() };
        if !self.can_have_hits() {
            if !self.query.is_empty() {
                answer.notices.push(Notice::OnlyExclusions);
            }
            return answer;
        }
        (answer.n_hits, answer.hits) = (n_hits, self.hits());
        answer.suggestions.clone_from(&self.suggestions);
        if !self.together.any && self.scattered.any {
            answer.notices.push(Notice::Scattered);
        }
        if self.seeker.too_broad {
            answer.notices.push(Notice::TooBroad);
        }
        for (atom, word) in finds.hits[..finds.n_ordered].iter().flat_map(|hit| &hit.corrections) {
            if let Some(asked) = &self.query.atoms[*atom as usize].whole {
                note_correction(asked, word, &mut answer.notices);
            }
        }
        answer
    }
}

/// An article, read.
#[derive(Default)]
struct Page<'c> {
    article: Article<'c>,
    /// Its first paragraph, counted through all articles.
    start: u32,
    n_paragraphs: usize,
    n_atoms: usize,
    /// For each paragraph and atom whether it is there.
    held: Vec<bool>,
    /// For each atom whether any paragraph has it.
    anywhere: Vec<bool>,
    /// For each limit whether the article is within it.
    limits: Vec<bool>,
    /// The places of what is to be found, with their paragraphs; in order of these.
    places: Vec<(u32, Place)>,
    /// What is said, where that is asked for.
    said: Option<Vec<Span>>,
    /// What reading it cost.
    work: usize,
}

impl Page<'_> {
    fn places_in(&self, number: usize) -> &[(u32, Place)] {
        let number = number as u32;
        let start = self.places.partition_point(|(own, _)| *own < number);
        let end = self.places.partition_point(|(own, _)| *own <= number);
        &self.places[start..end]
    }

    /// Whether a paragraph itself has anything that is to be found.
    fn holds_any(&self, query: &Query, number: usize) -> bool {
        self.held_in(number).iter().zip(&query.atoms).any(|(held, atom)| *held && atom.wanted)
    }

    fn held_in(&self, number: usize) -> &[bool] {
        &self.held[number * self.n_atoms..][..self.n_atoms]
    }

    /// Whether a part of the query holds for a paragraph. What is excluded is so paragraph by
    /// paragraph, whatever the scope.
    fn holds(&self, search: &Search, node: &Node, number: usize, scope: Scope) -> bool {
        let holds = |node: &Node| self.holds(search, node, number, scope);
        match node {
            Node::All(nodes) => nodes.iter().all(holds),
            Node::Any(nodes) => nodes.iter().any(holds),
            Node::Not(node) => !self.holds(search, node, number, Scope::Paragraph),
            Node::Atom(idx) => {
                self.held_in(number)[*idx]
                    || (scope != Scope::Paragraph && self.held_in(0)[*idx])
                    || (scope == Scope::Article && self.anywhere[*idx])
            }
            Node::Limit(idx) => match &search.query.limits[*idx] {
                Limit::Speaker(_) => search.limits[*idx].contains(self.start + number as u32),
                _ => self.limits[*idx],
            },
        }
    }
}

/// The places of one atom among some.
fn of_atom(places: &[(u32, Place)], atom: usize) -> Vec<&Place> {
    places.iter().map(|(_, place)| place).filter(|place| place.atom as usize == atom).collect()
}

/// Whether an article is within a limit, as far as that is a matter of articles.
fn is_within(article: &Article, limit: &Limit) -> bool {
    let published = article.byline.published.as_deref();
    match limit {
        Limit::Outlet(asked) => {
            let lexicon = Lexicon::of(asked);
            let outlet = article.byline.outlet.as_deref();
            outlet.is_some_and(|outlet| is_named(&lexicon, outlet, asked))
        }
        Limit::Before(date) => published.is_some_and(|published| published < date.as_str()),
        Limit::After(date) => published.is_some_and(|published| published >= date.as_str()),
        Limit::Speaker(_) => true,
    }
}

/// Whether a name has the words asked for, one after the other; the last may go on.
fn is_named(lexicon: &Lexicon, name: &str, asked: &Atom) -> bool {
    let atoms = std::slice::from_ref(asked);
    !lexicon.read(atoms, name, Span::from_range(0..name.len())).is_empty()
}

/// How a paragraph or an article stands among others.
#[derive(Default)]
struct Standing {
    /// How many atoms stand in it or in its headline.
    n_held: u32,
    /// By how much its atoms are less than exact, together.
    inexactness: u32,
    relevance: f32,
}

impl Standing {
    fn add(&mut self, grade: Grade, relevance: f32) {
        self.n_held += 1;
        self.inexactness += grade as u32;
        self.relevance += relevance;
    }

    /// Where words are scattered, the more a paragraph holds the better; then the less inexact; then
    /// the more relevant.
    fn score(&self, n_wanted: usize, scattered: bool) -> f32 {
        let held = if scattered { self.n_held as f32 } else { 0.0 };
        let steps = (n_wanted * Grade::Far as usize + 1) as f32;
        let relevance = self.relevance / (1.0 + self.relevance);
        held + (steps - 1.0 - self.inexactness as f32 + relevance) / steps
    }
}

/// Notes which word was found in place of one that was asked for.
fn note_correction(asked: &str, word: &str, notices: &mut Vec<Notice>) {
    const MAX_SHOWN: usize = 3;
    for notice in notices.iter_mut() {
        if let Notice::Corrected { asked: other, found } = notice
            && other == asked
        {
            if !found.iter().any(|other| other == word) && found.len() < MAX_SHOWN {
                found.push(word.to_owned());
            }
            return;
        }
    }
    notices.push(Notice::Corrected { asked: asked.to_owned(), found: vec![word.to_owned()] });
}

/// A term as an article writes it.
fn as_written(corpus: Corpus, article: ArticleId, term: &str) -> Option<String> {
    let article = corpus.article(article);
    let (query, _) = Query::parse(&[term, " "].concat());
    let atom = query.atoms.first()?;
    let lexicon = Lexicon::of(atom);
    let mut blocks = article.paragraphs.iter();
    let first = blocks
        .find_map(|block| lexicon.read(&query.atoms, &article.text, block.span).into_iter().next());
    Some(first?.span.of(&article.text).to_owned())
}
