//! [`search`]: candidates by the index, verified in the text, filtered, counted, ranked.

use std::collections::BTreeMap;

use super::find::{Grade, Place, Words, candidates};
use super::parse::Atom;
use super::rank::{Fields, proximity, saturation, weight};
use super::{Answer, Corpus, Counts, Filter, Hit, Notice, Query, SpeakerChoice, outlet_slug};
use crate::article::ArticleId;
use crate::quotation::{Kind, Quotation};
use crate::span::Span;

/// The paragraphs that answer `query` and pass `filter`, at most `limit` of them.
///
/// A query without words and a filter that restricts nothing have no hits; a query without words and
/// a filter have all paragraphs with a fitting quotation, in the order of the dossier.
#[must_use]
pub fn search(corpus: Corpus, query: &Query, filter: &Filter, limit: usize) -> Answer {
    let mut answer = Answer::default();
    let asks_for_words = query.wanted().next().is_some();
    let found = if asks_for_words {
        let (found, scattered) = find(corpus, query);
        if scattered {
            answer.notices.push(Notice::Scattered);
        }
        found
    } else {
        if !query.is_empty() && filter.is_empty() {
            answer.notices.push(Notice::OnlyExclusions);
        }
        quoting(corpus, query)
    };
    let nothing_asked = !asks_for_words && filter.is_empty();
    let (mut hits, counts) = sift(corpus, found, filter, !asks_for_words);
    answer.counts = counts;
    if nothing_asked {
        return answer;
    }
    hits.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then((a.article, a.paragraph).cmp(&(b.article, b.paragraph)))
    });
    answer.n_hits = hits.len();
    hits.truncate(limit);
    answer.hits = hits;
    answer
}

/// Every place in one article that answers a word or phrase of `query`; sorted, disjoint.
#[must_use]
pub fn hits_in_article(corpus: Corpus, query: &Query, article: ArticleId) -> Vec<Span> {
    let Some(source) = corpus.articles.get(article.0 as usize) else { return Vec::new() };
    let mut spans = Vec::new();
    for paragraph in &source.paragraphs {
        let words = Words::new(&source.text, paragraph.span);
        spans.extend(query.wanted().flat_map(|atom| words.places(atom)).map(|place| place.span));
    }
    disjoint(spans)
}

/// Where the wanted atoms of a query stand in one paragraph.
struct Found {
    number: u32,
    n_words: usize,
    /// For each wanted atom its places, perhaps none.
    places: Vec<Vec<Place>>,
    excluded: bool,
}

/// The hits of a query with words, before any filter, in the dossier's order; and whether they are
/// scattered over paragraphs of articles.
fn find(corpus: Corpus, query: &Query) -> (Vec<Hit>, bool) {
    let wanted: Vec<&Atom> = query.wanted().collect();
    let unwanted: Vec<&Atom> = query.atoms.iter().filter(|atom| atom.excluded).collect();
    let by_atom: Vec<Vec<u32>> = wanted.iter().map(|atom| candidates(corpus.index, atom)).collect();

    // Only articles that may hold every atom count, and of those every paragraph that may hold one.
    let mut by_article: BTreeMap<ArticleId, BTreeMap<u32, ()>> = BTreeMap::new();
    let mut n_atoms_in: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for paragraphs in &by_atom {
        let mut last = None;
        for &paragraph in paragraphs {
            let Some((article, number)) = corpus.index.paragraph(paragraph) else { continue };
            by_article.entry(article).or_default().insert(number, ());
            if last.replace(article) != Some(article) {
                *n_atoms_in.entry(article).or_default() += 1;
            }
        }
    }

    let mut articles: Vec<(ArticleId, Vec<Found>)> = Vec::new();
    for (article, numbers) in by_article {
        let Some(source) = corpus.articles.get(article.0 as usize) else { continue };
        if n_atoms_in[&article] < wanted.len() {
            continue;
        }
        let found = numbers.into_keys().filter_map(|number| {
            let paragraph = source.paragraphs.get(number as usize)?;
            let words = Words::new(&source.text, paragraph.span);
            Some(Found {
                number,
                n_words: words.len(),
                places: wanted.iter().map(|atom| words.places(atom)).collect(),
                excluded: unwanted.iter().any(|atom| !words.places(atom).is_empty()),
            })
        });
        articles.push((article, found.collect()));
    }

    let n_with = (0..wanted.len()).map(|idx| {
        let all = articles.iter().flat_map(|(_, found)| found);
        // Phrases are counted where they stand; words, by the index, in all articles.
        if wanted[idx].words.len() > 1 {
            all.filter(|found| !found.places[idx].is_empty()).count() as u32
        } else {
            by_atom[idx].len() as u32
        }
    });
    let weights: Vec<f32> =
        n_with.map(|n_with| weight(n_with, corpus.index.n_paragraphs())).collect();

    let together = gather(corpus, &articles, &weights, false);
    if !together.is_empty() || wanted.len() < 2 {
        return (together, false);
    }
    let scattered = gather(corpus, &articles, &weights, true);
    let any = !scattered.is_empty();
    (scattered, any)
}

/// The paragraphs that hold all atoms, helped by their headline; where `scattered`, those that hold
/// any atom, of articles that hold all.
fn gather(
    corpus: Corpus,
    articles: &[(ArticleId, Vec<Found>)],
    weights: &[f32],
    scattered: bool,
) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (article, paragraphs) in articles {
        let holds_all = |paragraphs: &[&Found]| {
            (0..weights.len()).all(|idx| paragraphs.iter().any(|found| found.has(idx)))
        };
        let headline = paragraphs.iter().find(|found| found.number == 0);
        if scattered && !holds_all(&paragraphs.iter().collect::<Vec<_>>()) {
            continue;
        }
        for paragraph in paragraphs {
            let has_any = (0..weights.len()).any(|idx| paragraph.has(idx));
            let with_headline = [paragraph, headline.unwrap_or(paragraph)];
            if paragraph.excluded || !has_any || !(scattered || holds_all(&with_headline)) {
                continue;
            }
            let spans = paragraph.places.iter().flatten().map(|place| place.span).collect();
            hits.push(Hit {
                article: *article,
                paragraph: paragraph.number,
                score: score(corpus, *article, paragraph, headline, weights),
                spans: disjoint(spans),
            });
        }
    }
    hits
}

impl Found {
    /// Whether the wanted atom of that index stands here.
    fn has(&self, idx: usize) -> bool {
        !self.places[idx].is_empty()
    }
}

/// The score of a paragraph: the more atoms it or its headline holds the better, then the fewer of
/// them are inexact, then BM25F with proximity, squeezed to below 1.
fn score(
    corpus: Corpus,
    article: ArticleId,
    paragraph: &Found,
    headline: Option<&Found>,
    weights: &[f32],
) -> f32 {
    let quotations = corpus.quotations.get(article.0 as usize).map_or(&[][..], Vec::as_slice);
    let contents: Vec<Span> =
        quotations.iter().flat_map(|quotation| &quotation.contents).copied().collect();
    let is_quoted = |span: Span| contents.iter().any(|content| content.overlaps(span));
    let average = corpus.index.n_words() as f32 / corpus.index.n_paragraphs().max(1) as f32;
    let length = paragraph.n_words as f32 / average.max(1.0);

    let mut relevance = 0.0;
    let mut n_held = 0;
    let mut n_inexact = 0;
    for (idx, places) in paragraph.places.iter().enumerate() {
        let in_headline = headline.map_or(&[][..], |headline| &headline.places[idx]);
        let mut fields = Fields { headline: in_headline.len() as u32, ..Fields::default() };
        if paragraph.number > 0 {
            let n_quoted = places.iter().filter(|place| is_quoted(place.span)).count() as u32;
            fields.quotation = n_quoted;
            fields.body = places.len() as u32 - n_quoted;
        }
        relevance += weights[idx] * saturation(fields, length);
        if let Some(best) = places.iter().chain(in_headline).map(|place| place.grade).min() {
            n_held += 1;
            n_inexact += u32::from(best > Grade::Exact);
        }
    }
    for (idx, pair) in paragraph.places.windows(2).enumerate() {
        if let Some(gap) = closest(&pair[0], &pair[1]) {
            relevance += weights[idx].min(weights[idx + 1]) * proximity(gap);
        }
    }
    n_held as f32 * 2.0 - n_inexact as f32 + relevance / (1.0 + relevance)
}

/// The least number of words from a place in `a` to one in `b`; both in order of their Tokens.
fn closest(a: &[Place], b: &[Place]) -> Option<u32> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut least = None;
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        let gap = left.token.abs_diff(right.token);
        least = Some(least.map_or(gap, |least: u32| least.min(gap)));
        if left.token < right.token {
            a.next();
        } else {
            b.next();
        }
    }
    least
}

/// All paragraphs that hold a quotation and nothing that `query` excludes, in the dossier's order.
fn quoting(corpus: Corpus, query: &Query) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, article) in corpus.articles.iter().enumerate() {
        let quotations = by_paragraph(corpus, ArticleId(idx as u32));
        for (number, _) in quotations {
            let span = article.paragraphs[number as usize].span;
            let words = Words::new(&article.text, span);
            let excluded = query.atoms.iter().any(|atom| !words.places(atom).is_empty());
            if !excluded {
                let article = ArticleId(idx as u32);
                hits.push(Hit { article, paragraph: number, score: 0.0, spans: Vec::new() });
            }
        }
    }
    hits
}

/// The quotations of each paragraph of an article that has any.
fn by_paragraph(corpus: Corpus<'_>, article: ArticleId) -> BTreeMap<u32, Vec<&Quotation>> {
    let mut by_paragraph: BTreeMap<u32, Vec<&Quotation>> = BTreeMap::new();
    let idx = article.0 as usize;
    let (Some(source), Some(quotations)) = (corpus.articles.get(idx), corpus.quotations.get(idx))
    else {
        return by_paragraph;
    };
    for quotation in quotations {
        let mut last = None;
        for content in &quotation.contents {
            let number = source.paragraph_at(content.start) as u32;
            if last.replace(number) != Some(number) {
                by_paragraph.entry(number).or_default().push(quotation);
            }
        }
    }
    by_paragraph
}

/// Keeps the hits that pass the filter, and counts what each value of each kind of filter would keep.
///
/// `found` is in the dossier's order. Where `must_quote`, paragraphs without a quotation never pass;
/// else they do as long as no speaker and no kind is chosen.
fn sift(corpus: Corpus, found: Vec<Hit>, filter: &Filter, must_quote: bool) -> (Vec<Hit>, Counts) {
    let mut counts = Counts { speakers: vec![0; corpus.speakers.len()], ..Counts::default() };
    for article in corpus.articles {
        counts.outlets.entry(outlet_slug(article)).or_default();
    }
    let has_speaker = |quotation: &Quotation| {
        filter.speakers.is_empty() || filter.speakers.contains(&SpeakerChoice::of(quotation))
    };
    let has_kind =
        |quotation: &Quotation| filter.kinds.is_empty() || filter.kinds.contains(&quotation.kind);
    let any_quotation = filter.speakers.is_empty() && filter.kinds.is_empty() && !must_quote;

    let mut kept = Vec::new();
    let mut at = None;
    let mut outlet = String::new();
    let mut by_number = BTreeMap::new();
    for hit in found {
        if at.replace(hit.article) != Some(hit.article) {
            outlet = outlet_slug(&corpus.articles[hit.article.0 as usize]);
            by_number = by_paragraph(corpus, hit.article);
        }
        let quotations = by_number.get(&hit.paragraph).map_or(&[][..], Vec::as_slice);
        let fits =
            any_quotation || quotations.iter().any(|said| has_speaker(said) && has_kind(said));
        if fits {
            *counts.outlets.entry(outlet.clone()).or_default() += 1;
        }
        if !filter.outlets.is_empty() && !filter.outlets.contains(&outlet) {
            continue;
        }
        let mut speakers: Vec<SpeakerChoice> = quotations
            .iter()
            .filter(|said| has_kind(said))
            .map(|said| SpeakerChoice::of(said))
            .collect();
        speakers.sort_unstable();
        speakers.dedup();
        for choice in speakers {
            match choice {
                SpeakerChoice::Unattributed => counts.unattributed += 1,
                SpeakerChoice::Speaker(id) => {
                    if let Some(count) = counts.speakers.get_mut(id.0 as usize) {
                        *count += 1;
                    }
                }
            }
        }
        for kind in Kind::ALL {
            let has_it = quotations.iter().any(|said| said.kind == kind && has_speaker(said));
            counts.kinds[kind as usize] += u32::from(has_it);
        }
        if fits {
            kept.push(hit);
        }
    }
    (kept, counts)
}

/// Spans in order, those that overlap joined.
fn disjoint(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
