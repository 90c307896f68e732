//! [`search`]: finds by sets of paragraphs, filters and counts, ranks, and reads the best in the text.

use std::ops::Range;

use super::facet::sift;
use super::parse::{Atom, Limit, Node, Part};
use super::rank::{Fields, proximity, saturation, weight};
use super::seek::{Found, Match, Seeker, disjoint, is_inside, max_edits, names, said_in};
use super::set::Set;
use super::words::{Grade, Others, Place, Sought, Words};
use super::{Answer, Corpus, Filter, Hit, Notice, Query};
use crate::article::{Article, ArticleId};
use crate::fold::fold;
use crate::quotation::SpeakerId;
use crate::sort::{first, key, least, sorted, third};
use crate::span::Span;

/// How many of the best hits are read to see how close together and how much in quotations their
/// words stand.
const N_READ: usize = 64;

/// The paragraphs that answer `query` and pass `filter`, at most `limit` of them.
///
/// A query without words and a filter that restricts nothing have no hits; a query without words and
/// a filter have all paragraphs with a fitting quotation, in the order of the dossier.
#[must_use]
pub fn search(corpus: Corpus, query: &Query, filter: &Filter, limit: usize) -> Answer {
    let articles = Articles::new(corpus);
    let finding = find(corpus, &articles, query);
    let asks_for_words = query.asks_for_words();
    let (hits, counts) = sift(corpus, &articles, &finding.paragraphs, filter, !asks_for_words);
    let mut answer = Answer { counts, ..Answer::default() };
    if !asks_for_words && filter.is_empty() && !query.asks_for_anything() {
        if !query.is_empty() {
            answer.notices.push(Notice::OnlyExclusions);
        }
        return answer;
    }
    answer.n_hits = hits.len();
    if finding.scattered {
        answer.notices.push(Notice::Scattered);
    }
    if finding.too_broad {
        answer.notices.push(Notice::TooBroad);
    }
    if finding.paragraphs.is_empty() && asks_for_words {
        answer.suggestions = suggestions(corpus, &articles, query);
    }
    for (score, paragraph) in best(corpus, &articles, &finding, hits, limit) {
        let Some((article, number)) = articles.locate(paragraph) else { continue };
        let article = ArticleId(article as u32);
        let source = corpus.open(article);
        let said = said_in(&source.quotations);
        let mut spans = Vec::new();
        each_place(&finding, &source.article, &said, number, &mut |found, places| {
            note_correction(&source.article.text, found, places, &mut answer.notices);
            places.iter().for_each(|place| spans.push(place.span));
        });
        let spans = disjoint(&spans);
        answer.hits.push(Hit { article, paragraph: number as u32, score, spans });
    }
    answer
}

/// Every place in one article that answers a word or phrase of `query`; sorted, disjoint.
#[must_use]
pub fn hits_in_article(corpus: Corpus, query: &Query, article: ArticleId) -> Vec<Span> {
    if !query.asks_for_words() {
        return Vec::new();
    }
    let finding = find(corpus, &Articles::new(corpus), query);
    let source = corpus.open(article);
    let said = said_in(&source.quotations);
    let mut spans = Vec::new();
    for number in 0..source.article.paragraphs.len() {
        each_place(&finding, &source.article, &said, number, &mut |_, places| {
            places.iter().for_each(|place| spans.push(place.span));
        });
    }
    disjoint(&spans)
}

/// Where the paragraphs of each article lie among those of the dossier.
pub(super) struct Articles {
    /// The first paragraph of each article, and the end; ascending.
    starts: Vec<u32>,
    /// The article of each paragraph.
    articles: Vec<u32>,
}

impl Articles {
    pub fn new(corpus: Corpus) -> Self {
        let mut starts = vec![0];
        let mut articles = Vec::new();
        for id in corpus.article_ids() {
            // An unsound table may speak of more paragraphs than there are.
            let left = corpus.articles.n_paragraphs() - articles.len();
            let n_paragraphs = corpus.articles.n_paragraphs_in(id).min(left);
            articles.resize(articles.len() + n_paragraphs, id.0);
            starts.push(articles.len() as u32);
        }
        Self { starts, articles }
    }

    /// The number of paragraphs in all articles.
    pub fn n_paragraphs(&self) -> u32 {
        self.articles.len() as u32
    }

    /// The paragraphs of an article.
    pub fn paragraphs(&self, article: usize) -> Range<u32> {
        self.starts[article]..self.starts[article + 1]
    }

    /// The article of a paragraph and its number there; `None` where there is no such paragraph.
    #[inline(never)]
    pub fn locate(&self, paragraph: u32) -> Option<(usize, usize)> {
        let article = *self.articles.get(paragraph as usize)? as usize;
        Some((article, (paragraph - self.starts[article]) as usize))
    }

    pub fn is_headline(&self, paragraph: u32) -> bool {
        self.locate(paragraph).is_some_and(|(_, number)| number == 0)
    }
}

/// What answers a query before any filter.
struct Finding<'q> {
    /// For each atom where it stands.
    atoms: Vec<Found<'q>>,
    paragraphs: Set,
    /// Whether no paragraph holds everything, but articles do.
    scattered: bool,
    /// Whether some words were not looked for.
    too_broad: bool,
}

impl<'q> Finding<'q> {
    fn wanted(&self) -> impl Iterator<Item = &Found<'q>> {
        self.atoms.iter().filter(|found| found.sought.atom.wanted)
    }
}

/// Where the words that a paragraph lacks may stand instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Paragraph,
    Headline,
    Article,
}

/// Finds what answers a query: in its own words if there is any; else as if words that the dossier
/// has not had typing errors, and last as if any word had. Each of these in paragraphs if there are
/// any, else scattered over articles.
fn find<'q>(corpus: Corpus, articles: &Articles, query: &'q Query) -> Finding<'q> {
    let mut seeker = Seeker::new(corpus, articles);
    let atoms = query.atoms.iter().map(|atom| seeker.seek(atom)).collect();
    let mut evaluation = Evaluation { corpus, articles, atoms };
    let (mut paragraphs, mut scattered) = evaluation.hits(query);
    for may_be_faulty in [|found: &Found| !found.is_present, |found: &Found| found.is_present] {
        if !paragraphs.is_empty() || !query.asks_for_words() {
            break;
        }
        let suspects = evaluation.atoms.iter_mut().filter(|found| may_be_faulty(found));
        if suspects.filter_map(|found| seeker.seek_near(found)).count() > 0 {
            (paragraphs, scattered) = evaluation.hits(query);
        }
    }
    Finding { atoms: evaluation.atoms, paragraphs, scattered, too_broad: seeker.too_broad }
}

struct Evaluation<'a, 'q> {
    corpus: Corpus<'a>,
    articles: &'a Articles,
    atoms: Vec<Found<'q>>,
}

impl Evaluation<'_, '_> {
    /// The paragraphs that answer a query, and whether what they lack is scattered over articles.
    fn hits(&self, query: &Query) -> (Set, bool) {
        let together = self.hits_within(query, Scope::Headline);
        if !together.is_empty() || query.atoms.len() < 2 {
            return (together, false);
        }
        let scattered = self.hits_within(query, Scope::Article);
        let any = !scattered.is_empty();
        (scattered, any)
    }

    /// The paragraphs that answer a query and hold at least one of its words.
    fn hits_within(&self, query: &Query, scope: Scope) -> Set {
        let mut hits = self.evaluate(&query.root, scope);
        if query.asks_for_words() {
            let mut holding = self.none();
            for found in self.atoms.iter().filter(|found| found.sought.atom.wanted) {
                holding.union(&Set::of(&found.matches, self.articles.n_paragraphs()));
            }
            hits.intersect(&holding);
        }
        hits
    }

    /// The paragraphs for which a part of the query holds. What is excluded is so paragraph by
    /// paragraph, whatever the scope.
    fn evaluate(&self, node: &Node, scope: Scope) -> Set {
        match node {
            Node::All(nodes) => {
                let mut all = Set::full(self.articles.n_paragraphs());
                nodes.iter().for_each(|node| all.intersect(&self.evaluate(node, scope)));
                all
            }
            Node::Any(nodes) => {
                let mut any = self.none();
                nodes.iter().for_each(|node| any.union(&self.evaluate(node, scope)));
                any
            }
            Node::Not(node) => {
                let mut rest = Set::full(self.articles.n_paragraphs());
                rest.subtract(&self.evaluate(node, Scope::Paragraph));
                rest
            }
            Node::Atom(idx) => self.spread(&self.atoms[*idx].matches, scope),
            Node::Limit(limit) => self.limit(limit),
        }
    }

    /// The paragraphs of matches, and those to which they count by the scope.
    fn spread(&self, matches: &[Match], scope: Scope) -> Set {
        let mut set = self.none();
        let mut spread_to = 0;
        for found in matches {
            set.insert(found.paragraph);
            if scope == Scope::Paragraph || found.paragraph < spread_to {
                continue;
            }
            if let Some((article, number)) = self.articles.locate(found.paragraph)
                && (number == 0 || scope == Scope::Article)
            {
                let paragraphs = self.articles.paragraphs(article);
                spread_to = paragraphs.end;
                paragraphs.for_each(|paragraph| set.insert(paragraph));
            }
        }
        set
    }

    /// The paragraphs within a limit.
    fn limit(&self, limit: &Limit) -> Set {
        let mut set = self.none();
        if let Limit::Speaker(asked) = limit {
            for (speaker, id) in self.corpus.speakers.iter().zip(0..) {
                if names(speaker).iter().any(|name| is_named(name, asked)) {
                    let quoted = self.corpus.index.quoted(Some(SpeakerId(id)));
                    quoted.for_each(|(paragraph, _)| set.insert(paragraph));
                }
            }
            return set;
        }
        for id in self.corpus.article_ids() {
            let byline = self.corpus.articles.byline(id);
            let published = byline.published.as_deref();
            let is_within = match limit {
                Limit::Outlet(asked) => {
                    byline.outlet.as_deref().is_some_and(|outlet| is_named(outlet, asked))
                }
                Limit::Before(date) => published.is_some_and(|published| published < date.as_str()),
                Limit::After(date) => published.is_some_and(|published| published >= date.as_str()),
                Limit::Speaker(_) => false,
            };
            if is_within {
                self.articles.paragraphs(id.0 as usize).for_each(|paragraph| set.insert(paragraph));
            }
        }
        set
    }

    fn none(&self) -> Set {
        Set::empty(self.articles.n_paragraphs())
    }
}

/// Whether a name has the words asked for, one after the other; the last may go on.
fn is_named(name: &str, asked: &Atom) -> bool {
    let words = Words::new(name, Span::from_range(0..name.len()));
    !words.places(&Sought { atom: asked, others: Others::default() }).is_empty()
}

/// The `limit` best of `hits`, best first, with their scores.
fn best(
    corpus: Corpus,
    articles: &Articles,
    finding: &Finding,
    hits: Vec<u32>,
    limit: usize,
) -> Vec<(f32, u32)> {
    let mut standings: Vec<Standing> = hits.into_iter().map(Standing::new).collect();
    let n_wanted = finding.wanted().count();
    for found in finding.wanted() {
        let weight = weight(found.matches.len(), articles.n_paragraphs());
        add_relevance(corpus, articles, found, weight, &mut standings);
    }
    // Scores are not negative, so their bits are in their order.
    let rank = |standing: &Standing| {
        let score = standing.score(n_wanted, finding.scattered);
        key(u32::MAX - score.to_bits(), 0, standing.paragraph)
    };
    // What the text tells only ever adds to a score, so reading the best is enough.
    let mut ranks = least(standings.iter().map(rank).collect(), limit.max(N_READ));
    for own in ranks.iter_mut().take(N_READ) {
        let found = standings.binary_search_by_key(&third(*own), |standing| standing.paragraph);
        if let Ok(idx) = found {
            standings[idx].relevance += bonus(corpus, articles, finding, standings[idx].paragraph);
            *own = rank(&standings[idx]);
        }
    }
    sorted(ranks)
        .into_iter()
        .take(limit)
        .map(|rank| (f32::from_bits(u32::MAX - first(rank)), third(rank)))
        .collect()
}

/// How a hit stands among others.
struct Standing {
    paragraph: u32,
    /// How many atoms stand in it or in its headline.
    n_held: u32,
    /// By how much its atoms are less than exact, together.
    inexactness: u32,
    relevance: f32,
}

impl Standing {
    fn new(paragraph: u32) -> Self {
        Self { paragraph, n_held: 0, inexactness: 0, relevance: 0.0 }
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

/// Adds to `standings`, by paragraph, what an atom of that weight earns each.
fn add_relevance(
    corpus: Corpus,
    articles: &Articles,
    found: &Found,
    weight: f32,
    standings: &mut [Standing],
) {
    let average = corpus.index.average_paragraph();
    let mut matches = &found.matches[..];
    let mut headline: Option<Match> = None;
    let mut article = usize::MAX;
    let mut blocks = Vec::new();
    for standing in standings {
        let Some((here, number)) = articles.locate(standing.paragraph) else { continue };
        if article != here {
            article = here;
            let first = articles.paragraphs(here).start;
            headline = match_in(first, &mut matches);
            blocks = corpus.articles.blocks(ArticleId(here as u32));
        }
        let own = match_in(standing.paragraph, &mut matches).filter(|_| number > 0);
        // What stands in the paragraph itself says how well it answers, if anything does.
        let Some(best) = own.or(headline) else { continue };
        standing.n_held += 1;
        standing.inexactness += best.grade as u32;
        let fields = Fields {
            headline: headline.map_or(0, |found| found.count),
            quotation: 0,
            body: own.map_or(0, |found| found.count),
        };
        let length = blocks.get(number).map_or(0, |block| block.span.len()) as f32 / average;
        standing.relevance += weight * saturation(fields, length);
    }
}

/// The match in a paragraph, if there is one; drops those before it.
fn match_in(paragraph: u32, matches: &mut &[Match]) -> Option<Match> {
    while let [first, rest @ ..] = *matches {
        if first.paragraph >= paragraph {
            return (first.paragraph == paragraph).then_some(*first);
        }
        *matches = rest;
    }
    None
}

/// What the text of a paragraph adds to its relevance: words in quotations, words close together.
fn bonus(corpus: Corpus, articles: &Articles, finding: &Finding, paragraph: u32) -> f32 {
    let Some((article, number)) = articles.locate(paragraph) else { return 0.0 };
    let source = corpus.open(ArticleId(article as u32));
    let span = source.article.paragraphs[number].span;
    let words = Words::new(&source.article.text, span);
    let length = span.len() as f32 / corpus.index.average_paragraph();
    let said = said_in(&source.quotations);
    let mut bonus = 0.0;
    let mut before: Option<(f32, Vec<Place>)> = None;
    for found in finding.wanted() {
        let weight = weight(found.matches.len(), articles.n_paragraphs());
        let places = words.places(&found.sought);
        let n_places = places.len() as u32;
        let quotation = places.iter().filter(|place| is_inside(&said, place.span)).count() as u32;
        let plain = Fields { body: n_places, ..Fields::default() };
        let quoted = Fields { quotation, body: n_places - quotation, ..Fields::default() };
        bonus += weight * (saturation(quoted, length) - saturation(plain, length)).max(0.0);
        if let Some((weight_before, places_before)) = &before {
            bonus += weight.min(*weight_before) * proximity(places_before, &places);
        }
        before = Some((weight, places));
    }
    bonus
}

/// Gives for each atom to be found its places in a paragraph, as far as they lie in the part that it
/// asks for. `said` is what is said in the article.
fn each_place(
    finding: &Finding,
    source: &Article,
    said: &[Span],
    number: usize,
    give: &mut dyn FnMut(&Found, &[Place]),
) {
    let words = Words::new(&source.text, source.paragraphs[number].span);
    for found in finding.wanted() {
        let mut places = words.places(&found.sought);
        match found.sought.atom.part {
            Part::Headline if number > 0 => places.clear(),
            Part::Quotation => places.retain(|place| is_inside(said, place.span)),
            _ => {}
        }
        give(found, &places);
    }
}

/// Notes which word was found in place of one that was asked for, where that was a typing error.
fn note_correction(text: &str, found: &Found, places: &[Place], notices: &mut Vec<Notice>) {
    let Some(best) = places.iter().min_by_key(|place| place.grade) else { return };
    let Some(asked) = &found.sought.atom.whole else { return };
    if best.grade < Grade::Near {
        return;
    }
    const MAX_SHOWN: usize = 3;
    let word = fold(best.span.of(text)).text().to_owned();
    for notice in notices.iter_mut() {
        if let Notice::Corrected { asked: other, found } = notice
            && other == asked
        {
            if !found.contains(&word) && found.len() < MAX_SHOWN {
                found.push(word);
            }
            return;
        }
    }
    notices.push(Notice::Corrected { asked: asked.clone(), found: vec![word] });
}

/// For each word asked for itself, if the dossier has it, or else the nearest words that it has.
fn suggestions(corpus: Corpus, articles: &Articles, query: &Query) -> Vec<(String, u32)> {
    const MAX_SHOWN: usize = 6;
    const MAX_WORDS: usize = 8;
    let words = query.atoms.iter().filter(|atom| atom.wanted).flat_map(|atom| &atom.words);
    let mut suggestions: Vec<(String, u32)> = Vec::new();
    for word in words.take(MAX_WORDS) {
        let mut near: Vec<(String, u32, u32)> = Vec::new();
        let mut order = Vec::new();
        // A little further than typing errors reach: nothing is shown as found here.
        let max_edits = max_edits(word.text.chars().count()).max(1);
        corpus.index.visit_near(&word.text, max_edits, false, &mut |entry, mut postings, edits| {
            let word = std::str::from_utf8(entry.word).unwrap_or_default().to_owned();
            let n_paragraphs = postings.count() as u32;
            let first = postings.next().map_or(0, |posting| posting.paragraph);
            order.push(key(
                edits.unwrap_or(u8::MAX).into(),
                u32::MAX - n_paragraphs,
                near.len() as u32,
            ));
            near.push((word, n_paragraphs, first));
        });
        let is_there = order.iter().any(|&rank| first(rank) == 0);
        for rank in least(order, if is_there { 1 } else { 3 }) {
            let (word, n_paragraphs, paragraph) = &near[third(rank) as usize];
            let written = as_written(corpus, articles, *paragraph, word);
            let written = written.unwrap_or_else(|| word.clone());
            if !suggestions.iter().any(|(other, _)| *other == written) {
                suggestions.push((written, *n_paragraphs));
            }
        }
    }
    suggestions.truncate(MAX_SHOWN);
    suggestions
}

/// A term as the paragraph writes it.
fn as_written(corpus: Corpus, articles: &Articles, paragraph: u32, term: &str) -> Option<String> {
    let (article, number) = articles.locate(paragraph)?;
    let source = corpus.article(ArticleId(article as u32));
    let (query, _) = Query::parse(&[term, " "].concat());
    let atom = query.atoms.first()?;
    let sought = Sought { atom, others: Others::default() };
    let words = Words::new(&source.text, source.paragraphs[number].span);
    Some(words.places(&sought).first()?.span.of(&source.text).to_owned())
}
