//! Searching equals a naive scan, and says what it did.

use std::collections::BTreeSet;

use proptest::prelude::*;
use whosaid::article::{Article, ArticleId, Byline, Masthead, Paragraph, ParagraphKind};
use whosaid::dossier;
use whosaid::i18n::Catalogue;
use whosaid::index;
use whosaid::pack::{self, Contents, take_apart};
use whosaid::query::{
    Filter, Hit, Query, QueryNotice, Search, SpeakerChoice, first_hits, hits_in_article,
    other_spellings, search, speakers_named,
};
use whosaid::quotation::{Attribution, Kind, Quotation, Rule, Speaker, SpeakerId, WhyOpen};
use whosaid::span::Span;

use crate::index::distance;

/// What texts and queries are made of: each item a row of words (as written, as folded) and what
/// lies between them. The scan below works on these, so it depends on no tokenizer.
const ITEMS: &[(&[(&str, &str)], &str)] = &[
    (&[("Kabul", "kabul")], ""),
    (&[("KABULOV", "kabulov")], ""),
    (&[("Kabluov", "kabluov")], ""),
    (&[("said", "said")], ""),
    (&[("São", "sao")], ""),
    (&[("Straße", "strasse")], ""),
    (&[("the", "the")], ""),
    (&[("then", "then")], ""),
    (&[("hard", "hard"), ("line", "line")], "-"),
    (&[("hardline", "hardline")], ""),
    (&[("line", "line")], ""),
    (&[("Russia", "russia"), ("s", "s")], "’"),
    (&[("russia", "russia")], ""),
    (&[("sanction", "sanction")], ""),
    (&[("sanctions", "sanctions")], ""),
    (&[("sanctioned", "sanctioned")], ""),
    (&[("Zamir", "zamir")], ""),
    (&[("Samir", "samir")], ""),
    (&[("3,000", "3000")], ""),
    (&[("塔", "塔"), ("利", "利"), ("班", "班")], ""),
    (&[("利", "利")], ""),
    (&[("كابول", "كابول")], ""),
    (&[("Ёлка", "елка")], ""),
    (&[("cafe\u{301}", "cafe")], ""),
    (&[("😀", "")], ""),
];

/// The stems of these words by Snowball's English, where they differ from the word.
const STEMS: &[(&str, &str)] = &[
    ("strasse", "strass"),
    ("hardline", "hardlin"),
    ("russias", "russia"),
    ("sanctions", "sanction"),
    ("sanctioned", "sanction"),
];

/// Spellings of the name of the first speaker.
const NAMES: [&str; 2] = ["Zamir Kabulov", "Samir Kabulov"];

fn stem(word: &str) -> &str {
    STEMS.iter().find(|(other, _)| *other == word).map_or(word, |(_, stem)| stem)
}

/// A word of a text or query as the scan sees it.
#[derive(Debug, Clone)]
struct Part {
    folded: &'static str,
    span: Span,
    /// The number of parts of the item that begins here and is joined; 0 elsewhere.
    n_joined: usize,
    touching: bool,
}

fn parts_of(items: &[usize], text: &mut String) -> Vec<Part> {
    let mut parts = Vec::new();
    for (idx, &item) in items.iter().enumerate() {
        if idx > 0 {
            text.push(' ');
        }
        let (words, between) = ITEMS[item];
        for (word_idx, (written, folded)) in words.iter().enumerate() {
            if word_idx > 0 {
                text.push_str(between);
            }
            let start = text.len();
            text.push_str(written);
            if folded.is_empty() {
                continue;
            }
            let is_joined = word_idx == 0 && words.len() > 1 && !between.is_empty();
            parts.push(Part {
                folded,
                span: Span::from_range(start..text.len()),
                n_joined: if is_joined { words.len() } else { 0 },
                touching: word_idx > 0 && between.is_empty(),
            });
        }
    }
    parts
}

/// The words of a row of parts, put together.
fn together(parts: &[Part]) -> String {
    parts.iter().map(|part| part.folded).collect()
}

/// A word or phrase, as the random queries have it.
#[derive(Debug, Clone)]
struct Asked {
    items: Vec<usize>,
    quoted: bool,
    excluded: bool,
    field: &'static str,
}

/// A random query.
#[derive(Debug, Clone)]
enum Tree {
    Leaf(Asked),
    Or(Vec<Tree>),
    Group(bool, Vec<Tree>),
}

impl Asked {
    fn typed(&self) -> String {
        let mut text = String::new();
        parts_of(&self.items, &mut text);
        let sign = if self.excluded { "-" } else { "" };
        let mark = if self.quoted { "\"" } else { "" };
        format!("{sign}{}{mark}{text}{mark}", self.field)
    }
}

impl Tree {
    fn typed(&self) -> String {
        let join = |trees: &[Tree], between: &str| {
            trees.iter().map(Tree::typed).collect::<Vec<_>>().join(between)
        };
        match self {
            Tree::Leaf(asked) => asked.typed(),
            Tree::Or(trees) => join(trees, " OR "),
            Tree::Group(excluded, trees) => {
                format!("{}({})", if *excluded { "-" } else { "" }, join(trees, " "))
            }
        }
    }

    /// Every word or phrase, and whether it is wanted.
    fn leaves<'t>(&'t self, wanted: bool, leaves: &mut Vec<(&'t Asked, bool)>) {
        match self {
            Tree::Leaf(asked) => leaves.push((asked, wanted != asked.excluded)),
            Tree::Or(trees) => trees.iter().for_each(|tree| tree.leaves(wanted, leaves)),
            Tree::Group(excluded, trees) => {
                trees.iter().for_each(|tree| tree.leaves(wanted != *excluded, leaves));
            }
        }
    }
}

/// How far words may be from those asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tolerance {
    None,
    Absent,
    All,
}

/// Where what a paragraph lacks may stand.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scope {
    Paragraph,
    Headline,
    Article,
}

struct Dossier {
    articles: Vec<Article<'static>>,
    parts: Vec<Vec<Vec<Part>>>,
    quotations: Vec<Vec<Quotation>>,
    speakers: Vec<Speaker>,
    /// Of all this.
    pack: Vec<u8>,
}

/// For each paragraph its items and its quotations, as first item, last item, speaker and kind.
type Paragraphs = Vec<(Vec<usize>, Vec<(usize, usize, Vec<u32>, usize)>)>;

const OUTLETS: [Option<&str>; 3] = [None, Some("The Moscow Times"), Some("Échos")];
const OUTLET_SLUGS: [&str; 3] = ["agency-copy", "the-moscow-times", "echos"];

impl Dossier {
    fn new(made: &[(usize, Paragraphs)]) -> Self {
        let mut dossier = Self {
            articles: Vec::new(),
            parts: Vec::new(),
            quotations: Vec::new(),
            speakers: vec![Speaker::default(); 3],
            pack: Vec::new(),
        };
        dossier.speakers[0].name = NAMES[0].to_owned();
        dossier.speakers[0].spellings = vec![NAMES[1].to_owned()];
        for (outlet, paragraphs) in made {
            let outlet = OUTLETS[*outlet].map(str::to_owned);
            // Stands for the outlet where there is none.
            let label = Some("Agency copy".to_owned());
            let mut article = Article {
                byline: Byline { outlet, label, ..Byline::default() },
                ..Article::default()
            };
            let mut all_parts = Vec::new();
            let mut quotations = Vec::new();
            for (number, (items, quoted)) in paragraphs.iter().enumerate() {
                if number > 0 {
                    article.text.to_mut().push('\n');
                }
                let start = article.text.len();
                let parts = parts_of(items, article.text.to_mut());
                let kind = if number == 0 { ParagraphKind::Headline } else { ParagraphKind::Text };
                let span = Span::from_range(start..article.text.len());
                article.paragraphs.push(Paragraph { span, kind });
                for (first, last, speakers, kind) in quoted.iter().filter(|_| !parts.is_empty()) {
                    let (first, last) = (*first % parts.len(), *last % parts.len());
                    let (first, last) = (first.min(last), first.max(last));
                    let content = Span::new(parts[first].span.start, parts[last].span.end);
                    quotations.push(quotation(content, speakers, Kind::ALL[*kind]));
                }
                all_parts.push(parts);
            }
            dossier.articles.push(article);
            dossier.parts.push(all_parts);
            dossier.quotations.push(quotations);
        }
        dossier.reindex();
        dossier
    }

    fn reindex(&mut self) {
        self.pack = pack::encode(Contents {
            catalogue: &Catalogue::default(),
            masthead: &Masthead::default(),
            articles: &self.articles,
            quotations: &self.quotations,
            speakers: &self.speakers,
            shared: Vec::new(),
            statements: &[],
            index: &index::build("en", &self.articles, &self.quotations),
        });
    }

    fn corpus(&self) -> dossier::Dossier<'_> {
        dossier::Dossier::open(&self.pack).unwrap()
    }

    /// All words, joined ones also put together.
    fn vocabulary(&self) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        for parts in self.parts.iter().flatten() {
            for (idx, part) in parts.iter().enumerate() {
                words.insert(part.folded.to_owned());
                words.insert(together(&parts[idx..idx + part.n_joined.max(1)]));
            }
        }
        words
    }

    fn passes(&self, article: usize, number: usize, filter: &Filter, must_quote: bool) -> bool {
        let span = self.articles[article].paragraphs[number].span;
        let outlet = OUTLETS
            .iter()
            .position(|outlet| *outlet == self.articles[article].byline.outlet.as_deref())
            .map(|idx| OUTLET_SLUGS[idx].to_owned());
        let said_here = self.quotations[article].iter().any(|quotation| {
            let speakers = &quotation.attribution.speakers;
            let is_chosen = |choice| filter.speakers.contains(&choice);
            let of_speaker = speakers.iter().any(|id| is_chosen(SpeakerChoice::Speaker(*id)))
                || speakers.is_empty() && is_chosen(SpeakerChoice::Unattributed);
            span.contains(quotation.contents[0])
                && (filter.speakers.is_empty() || of_speaker)
                && (filter.kinds.is_empty() || filter.kinds.contains(quotation.kind))
        });
        let needs_quotation = must_quote || !filter.speakers.is_empty() || !filter.kinds.is_empty();
        (filter.outlets.is_empty() || filter.outlets.contains(&outlet.unwrap()))
            && (said_here || !needs_quotation)
    }

    /// What is inside quotations, overlapping ones as one.
    fn said(&self, article: usize) -> Vec<Span> {
        let mut said: Vec<Span> =
            self.quotations[article].iter().map(|quotation| quotation.contents[0]).collect();
        loop {
            let overlapping = (0..said.len())
                .flat_map(|a| (0..a).map(move |b| (a, b)))
                .find(|&(a, b)| said[a].overlaps(said[b]));
            let Some((a, b)) = overlapping else { return said };
            let (start, end) = (said[a].start.min(said[b].start), said[a].end.max(said[b].end));
            said[b] = Span::new(start, end);
            said.remove(a);
        }
    }

    /// What is left of `found`, what a scan found for a query with words to find or without.
    fn filtered<'f>(
        &self,
        (found, any_wanted): &'f (Vec<FoundParagraph>, bool),
        filter: &Filter,
    ) -> Vec<&'f FoundParagraph> {
        let nothing_asked = !any_wanted && filter.is_empty();
        let passes = |&&(article, number, _): &&FoundParagraph| {
            !nothing_asked && self.passes(article, number, filter, !any_wanted)
        };
        found.iter().filter(passes).collect()
    }

    /// The answer without filters, in the dossier's order, by trying every paragraph; and whether
    /// there are words to find.
    fn scan(&self, trees: &[Tree]) -> (Vec<FoundParagraph>, bool) {
        let mut leaves = Vec::new();
        trees.iter().for_each(|tree| tree.leaves(true, &mut leaves));
        let any_wanted = leaves.iter().any(|&(_, wanted)| wanted);
        let vocabulary = self.vocabulary();
        for tolerance in [Tolerance::None, Tolerance::Absent, Tolerance::All] {
            for scope in [Scope::Headline, Scope::Article] {
                let scan = Scan {
                    dossier: self,
                    vocabulary: &vocabulary,
                    tolerance,
                    last: match trees.last() {
                        Some(Tree::Leaf(asked)) => Some(asked),
                        Some(Tree::Or(trees)) => match trees.last() {
                            Some(Tree::Leaf(asked)) => Some(asked),
                            _ => None,
                        },
                        _ => None,
                    },
                };
                let mut found = Vec::new();
                for (article, paragraphs) in self.parts.iter().enumerate() {
                    for number in 0..paragraphs.len() {
                        let mut covered = BTreeSet::new();
                        for (asked, _) in leaves.iter().filter(|&&(_, wanted)| wanted) {
                            for span in scan.places(asked, true, article, number) {
                                covered.extend(span.range());
                            }
                        }
                        let holds =
                            trees.iter().all(|tree| scan.holds(tree, true, scope, article, number));
                        if holds && (!any_wanted || !covered.is_empty()) {
                            found.push((article, number, stretches(&covered)));
                        }
                    }
                }
                if !found.is_empty() || !any_wanted {
                    return (found, any_wanted);
                }
            }
        }
        (Vec::new(), any_wanted)
    }
}

/// A paragraph that answers: article, number, spans.
type FoundParagraph = (usize, usize, Vec<Span>);

/// A scan with words so far from those asked for.
struct Scan<'a> {
    dossier: &'a Dossier,
    vocabulary: &'a BTreeSet<String>,
    tolerance: Tolerance,
    /// What the query ends with, which may still be in the typing.
    last: Option<&'a Asked>,
}

impl Scan<'_> {
    fn holds(
        &self,
        tree: &Tree,
        wanted: bool,
        scope: Scope,
        article: usize,
        number: usize,
    ) -> bool {
        let all = |trees: &[Tree], wanted: bool, scope: Scope| {
            trees.iter().all(|tree| self.holds(tree, wanted, scope, article, number))
        };
        match tree {
            Tree::Or(trees) => {
                trees.iter().any(|tree| self.holds(tree, wanted, scope, article, number))
            }
            Tree::Group(true, trees) => !all(trees, !wanted, Scope::Paragraph),
            Tree::Group(false, trees) => all(trees, wanted, scope),
            Tree::Leaf(asked) => {
                let scope = if asked.excluded { Scope::Paragraph } else { scope };
                let wanted = wanted != asked.excluded;
                let there = (0..self.dossier.parts[article].len()).any(|other| {
                    let counts = other == number
                        || scope == Scope::Article
                        || (scope == Scope::Headline && other == 0);
                    counts && !self.places(asked, wanted, article, other).is_empty()
                });
                there != asked.excluded
            }
        }
    }

    /// Every place in a paragraph, by trying each.
    fn places(&self, asked: &Asked, wanted: bool, article: usize, number: usize) -> Vec<Span> {
        let paragraph = &self.dossier.parts[article][number];
        let prefix =
            wanted && !asked.quoted && self.last.is_some_and(|last| std::ptr::eq(last, asked));
        let own = parts_of(&asked.items, &mut String::new());
        let whole = (own.len() == 1 || own[0].n_joined == own.len()).then(|| together(&own));
        let mut spans = Vec::new();
        for start in 0..paragraph.len() {
            let mut readings = Vec::new();
            if let Some(stretch) = paragraph.get(start..start + own.len()) {
                let fits = |idx: usize| {
                    let may_go_on = prefix && idx == own.len() - 1;
                    grade(stretch[idx].folded, own[idx].folded, may_go_on)
                        .filter(|_| !own[idx].touching || stretch[idx].touching)
                };
                let grades: Option<Vec<u8>> = (0..own.len()).map(fits).collect();
                readings.extend(grades.map(|grades| (*grades.iter().max().unwrap(), own.len())));
            }
            if let Some(whole) = &whole {
                let loose = wanted && !asked.quoted;
                let n_joined = paragraph[start].n_joined;
                for n_parts in BTreeSet::from([1, n_joined.max(1)]) {
                    let word = together(&paragraph[start..start + n_parts]);
                    readings.extend(
                        self.loose_grade(&word, whole, prefix, loose).map(|grade| (grade, n_parts)),
                    );
                }
            }
            // The best reading counts; of two alike, the first.
            readings.sort_by_key(|&(grade, _)| grade);
            if let Some((_, n_parts)) = readings.first() {
                let last = paragraph[start + n_parts - 1].span;
                spans.push(Span::new(paragraph[start].span.start, last.end));
            }
        }
        match asked.field {
            "title:" if number > 0 => spans.clear(),
            "said:" => {
                let said = self.dossier.said(article);
                spans.retain(|span| said.iter().any(|content| content.contains(*span)));
            }
            _ => {}
        }
        spans
    }

    /// How well one word answers another: 0 itself, 1 going on, 2 a form, 3 near, 4 far.
    fn loose_grade(&self, word: &str, asked: &str, prefix: bool, loose: bool) -> Option<u8> {
        if let Some(grade) = grade(word, asked, prefix) {
            return Some(grade);
        }
        if !loose {
            return None;
        }
        let spellings = NAMES.map(|name| name.split(' ').next().unwrap().to_lowercase());
        let is_spelling =
            spellings.contains(&word.to_owned()) && spellings.contains(&asked.to_owned());
        let is_known = self.vocabulary.contains(asked);
        if is_spelling || (is_known && stem(word) == stem(asked)) {
            return Some(2);
        }
        let is_present = self.vocabulary.iter().any(|known| grade(known, asked, prefix).is_some());
        if self.tolerance == Tolerance::None || (self.tolerance == Tolerance::Absent && is_present)
        {
            return None;
        }
        let is_guess = stem(word).len() >= 4
            && asked.strip_prefix(stem(word)).is_some_and(|ending| {
                !ending.is_empty()
                    && self
                        .vocabulary
                        .iter()
                        .any(|known| known.strip_prefix(stem(known)) == Some(ending))
            });
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        let (own, other) = (letters(asked), letters(word));
        let max_edits = match own.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        // A word that is there can be one slip from another, no more.
        let max_edits = if is_present { max_edits.min(1) } else { max_edits };
        let edits = distance(&own, &other);
        let longer = (0..=other.len()).map(|end| distance(&own, &other[..end])).min().unwrap();
        let is_guess = is_guess && (max_edits > 0 || !is_present);
        if is_guess || (edits <= max_edits && edits < 2) {
            Some(3)
        } else if edits <= max_edits || (prefix && !is_present && max_edits > 0 && longer <= 1) {
            Some(4)
        } else {
            None
        }
    }
}

fn grade(word: &str, asked: &str, prefix: bool) -> Option<u8> {
    if word == asked { Some(0) } else { (prefix && word.starts_with(asked)).then_some(1) }
}

/// The stretches of numbers that follow one another.
fn stretches(covered: &BTreeSet<usize>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for &byte in covered {
        match spans.last_mut() {
            Some(span) if span.end as usize == byte => span.end += 1,
            _ => spans.push(Span::from_range(byte..byte + 1)),
        }
    }
    spans
}

fn quotation(content: Span, speakers: &[u32], kind: Kind) -> Quotation {
    Quotation {
        contents: vec![content],
        kind,
        fragments: Vec::new(),
        attribution: Attribution {
            cue: None,
            mention: None,
            name_before: None,
            speakers: speakers.iter().copied().map(SpeakerId).collect(),
            bodies: Vec::new(),
            why_open: speakers.is_empty().then_some(WhyOpen::NoSpeaker),
            rule: Rule::Editor,
            confidence: 100,
        },
    }
}

fn dossier() -> impl Strategy<Value = Vec<(usize, Paragraphs)>> {
    let item = 0..ITEMS.len();
    let quotation =
        (0usize..9, 0usize..9, prop::sample::subsequence(vec![0u32, 1, 2], 0..=2), 0usize..3);
    let paragraph =
        (proptest::collection::vec(item, 0..9), proptest::collection::vec(quotation, 0..3));
    let article = (0usize..3, proptest::collection::vec(paragraph, 1..5));
    proptest::collection::vec(article, 0..5)
}

fn trees() -> impl Strategy<Value = Vec<Tree>> {
    let is_word = |item: &usize| !ITEMS[*item].0[0].1.is_empty();
    let item = (0..ITEMS.len()).prop_filter("a word", is_word);
    let rarely = || proptest::bool::weighted(0.2);
    let field = || prop_oneof![6 => Just(""), 1 => Just("title:"), 1 => Just("said:")];
    let word = (item.clone(), rarely(), field()).prop_map(|(item, excluded, field)| Asked {
        items: vec![item],
        quoted: false,
        excluded,
        field,
    });
    let phrase = (proptest::collection::vec(item, 1..4), rarely(), field())
        .prop_map(|(items, excluded, field)| Asked { items, quoted: true, excluded, field });
    let leaf = prop_oneof![3 => word, 1 => phrase].prop_map(Tree::Leaf);
    let or = |of: BoxedStrategy<Tree>| proptest::collection::vec(of, 2..4).prop_map(Tree::Or);
    let group = (
        rarely(),
        proptest::collection::vec(
            prop_oneof![3 => leaf.clone(), 1 => or(leaf.clone().boxed())],
            1..3,
        ),
    )
        .prop_map(|(excluded, trees)| Tree::Group(excluded, trees));
    let operand = prop_oneof![5 => leaf, 1 => group];
    proptest::collection::vec(
        prop_oneof![5 => operand.clone(), 1 => or(operand.clone().boxed())],
        0..4,
    )
}

fn filter() -> impl Strategy<Value = Filter> {
    let speaker = prop_oneof![
        (0u32..3).prop_map(|id| SpeakerChoice::Speaker(SpeakerId(id))),
        Just(SpeakerChoice::Unattributed),
    ];
    let kind = (0usize..3).prop_map(|idx| Kind::ALL[idx]);
    let outlet = (0usize..3).prop_map(|idx| OUTLET_SLUGS[idx].to_owned());
    (
        proptest::collection::btree_set(speaker, 0..2),
        proptest::collection::vec(kind, 0..2),
        proptest::collection::btree_set(outlet, 0..2),
    )
        .prop_map(|(speakers, kinds, outlets)| Filter {
            speakers: speakers.into_iter().collect(),
            kinds: kinds.into_iter().collect(),
            outlets: outlets.into_iter().collect(),
        })
}

/// Touching spans as one: the scan counts bytes, the search keeps words apart.
fn joined(spans: &[Span]) -> Vec<Span> {
    stretches(&spans.iter().flat_map(|span| span.range()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn search_equals_a_scan(
        made in dossier(),
        trees in trees(),
        filter in filter(),
        (block_len, here) in (1usize..400, any::<u32>()),
    ) {
        let dossier = Dossier::new(&made);
        let typed: Vec<String> = trees.iter().map(Tree::typed).collect();
        let (query, notices) = Query::parse(&typed.join(" "));
        prop_assert_eq!(notices, []);
        let answer = search(&dossier.corpus(), &query, &filter, usize::MAX);

        let mut got: Vec<FoundParagraph> = answer
            .hits
            .iter()
            .map(|hit| (hit.article.0 as usize, hit.paragraph as usize, joined(&hit.spans)))
            .collect();
        got.sort();
        let scanned = dossier.scan(&trees);
        let expected = dossier.filtered(&scanned, &filter);
        prop_assert_eq!(got.iter().collect::<Vec<_>>(), &expected[..], "{:?}", typed);
        prop_assert_eq!(answer.n_hits, expected.len());
        for pair in answer.hits.windows(2) {
            let place = |idx: usize| (pair[idx].article, pair[idx].paragraph);
            let in_order = pair[0].score > pair[1].score
                || (pair[0].score == pair[1].score && place(0) < place(1));
            prop_assert!(in_order, "best first, ties in the dossier's order");
        }

        // In slices it finds the same, and what it shows first is what it shows in the end.
        let corpus = dossier.corpus();
        let mut sliced = Search::new(&corpus, query.clone(), &filter, 3);
        let mut shown = None;
        while sliced.step(&corpus, 0) {
            if sliced.has_hits() && shown.is_none() {
                shown = Some(sliced.hits());
            }
        }
        let few = search(&corpus, &query, &filter, 3);
        prop_assert_eq!(&few.hits[..], &answer.hits[..few.hits.len()]);
        prop_assert_eq!(shown.as_ref().unwrap_or(&few.hits), &few.hits);
        prop_assert_eq!(&first_hits(&corpus, query.clone(), &filter, 3), &few.hits);
        prop_assert_eq!(&sliced.answer(&corpus), &few);

        // In blocks it finds the same, however few of them are there before it asks.
        let apart = take_apart(&dossier.pack, block_len).unwrap();
        let head = dossier::Dossier::open(&apart.head).unwrap();
        let supply = |block: usize| {
            head.blocks().supply(block, apart.blocks[block].clone()).unwrap();
        };
        (0..apart.blocks.len()).filter(|block| here >> block & 1 == 1).for_each(supply);
        let mut waiting = Search::new(&head, query.clone(), &filter, 3);
        let mut n_waits = 0;
        while !waiting.is_done() {
            if !waiting.step(&head, 0) && !waiting.is_done() {
                n_waits += 1;
                // The most urgent alone.
                let awaited = waiting.awaited(&head)[0];
                prop_assert!(!head.blocks().has(awaited));
                supply(awaited);
            }
        }
        prop_assert!(n_waits <= apart.blocks.len());
        prop_assert_eq!(waiting.answer(&head), few);

        // Each count is what choosing that value alone gives.
        for speaker in [None, Some(0), Some(1), Some(2)] {
            let choice = speaker
                .map_or(SpeakerChoice::Unattributed, |id| SpeakerChoice::Speaker(SpeakerId(id)));
            let chosen = Filter { speakers: vec![choice].into(), ..filter.clone() };
            let n_hits = dossier.filtered(&scanned, &chosen).len();
            prop_assert_eq!(answer.counts.speaker(choice) as usize, n_hits);
        }
        for kind in Kind::ALL {
            let chosen = Filter { kinds: kind.into(), ..filter.clone() };
            let n_hits = dossier.filtered(&scanned, &chosen).len();
            prop_assert_eq!(answer.counts.kind(kind) as usize, n_hits);
        }
        for outlet in OUTLET_SLUGS {
            let chosen = Filter { outlets: vec![outlet.to_owned()].into(), ..filter.clone() };
            let n_hits = dossier.filtered(&scanned, &chosen).len();
            let place = corpus.index.outlets().iter().position(|slug| *slug == outlet);
            let n_counted = place.map_or(0, |place| answer.counts.outlet(place));
            prop_assert_eq!(n_counted as usize, n_hits);
        }

        // A limit takes the best, and painting an article paints every hit in it.
        let limited = search(&dossier.corpus(), &query, &filter, 2);
        prop_assert_eq!(&limited.hits[..], &answer.hits[..answer.hits.len().min(2)]);
        prop_assert_eq!(limited.n_hits, answer.n_hits);
        for hit in &answer.hits {
            let source = corpus.open_article(hit.article);
            let painted = hits_in_article(&corpus, query.clone(), &source);
            prop_assert!(hit.spans.iter().all(|span| painted.contains(span)));
        }
    }

    #[test]
    fn any_query_is_a_query(
        text in prop_oneof![any::<String>(), "[a-c()\"\\-*: |OR]{0,30}", "(said:|-|\\(|a|OR| |\")*"],
    ) {
        let dossier = plain(&["“Kabul” is calm, a he said.", "Straße 😀 塔利班 b c"]);
        let (query, _) = Query::parse(&text);
        let answer = search(&dossier.corpus(), &query, &Filter::default(), 10);
        for hit in answer.hits {
            let text = &dossier.articles[hit.article.0 as usize].text;
            assert!(hit.spans.iter().all(|span| span.fits(text)));
        }
    }
}

/// A dossier of plain texts without quotations.
fn plain(texts: &[&str]) -> Dossier {
    let mut dossier = Dossier::new(&[]);
    dossier.articles = texts.iter().map(|text| Article::from_plain_text(text)).collect();
    dossier.quotations = vec![Vec::new(); texts.len()];
    dossier.reindex();
    dossier
}

fn answer(dossier: &Dossier, typed: &str) -> whosaid::query::Answer {
    let (query, _) = Query::parse(typed);
    search(&dossier.corpus(), &query, &Filter::default(), 10)
}

/// The hits of a query, best first: each paragraph with its hits in square brackets.
fn shown(dossier: &Dossier, typed: &str) -> Vec<String> {
    let show = |hit: &Hit| {
        let article = &dossier.articles[hit.article.0 as usize];
        let paragraph = article.paragraphs[hit.paragraph as usize].span;
        let mut shown = String::new();
        let mut at = paragraph.start;
        for span in &hit.spans {
            shown += Span::new(at, span.start).of(&article.text);
            shown += &format!("[{}]", span.of(&article.text));
            at = span.end;
        }
        shown + Span::new(at, paragraph.end).of(&article.text)
    };
    answer(dossier, typed).hits.iter().map(show).collect()
}

#[track_caller]
fn check(texts: &[&str], typed: &str, expected: &[&str]) {
    assert_eq!(shown(&plain(texts), typed), expected, "{typed}");
}

#[test]
fn words_and_phrases_are_marked_where_they_stand() {
    check(&["It is hard-line."], "hardline ", &["It is [hard-line]."]);
    check(&["It is hardline."], "hard-line ", &["It is [hardline]."]);
    check(&["It is hard, line by line."], "hard-line ", &["It is [hard, line] by line."]);
    check(&["not a single “hair”"], "\"single hair\"", &["not a [single “hair]”"]);
    check(&["Russia’s stance"], "russia ", &["[Russia]’s stance"]);
    check(&["ĠABUL and Ｋａｂｕｌ"], "kabul", &["ĠABUL and [Ｋａｂｕｌ]"]);
    check(&["الى كابول اليوم"], "كابول", &["الى [كابول] اليوم"]);
    check(&["塔利班進入喀布爾"], "喀布爾", &["塔利班進入[喀布爾]"]);
    check(&["👩‍👩‍👧 Kabul 🇦🇫"], "kabul", &["👩‍👩‍👧 [Kabul] 🇦🇫"]);
}

#[test]
fn the_last_word_may_be_in_the_typing() {
    check(&["Kabulov", "Kabul"], "kabul", &["[Kabul]", "[Kabulov]"]);
    check(&["Kabulov", "Kabul"], "kabul ", &["[Kabul]"]);
    check(&["Kabulov", "Kabul"], "kabul* ", &["[Kabul]", "[Kabulov]"]);
    check(&["Kabulovsky said", "Kabul"], "kabul said", &[]);
    // An excluded word is not excluded before it is there.
    check(&["Kabul said", "Kabul sat"], "kabul -sa", &["[Kabul] sat", "[Kabul] said"]);
}

#[test]
fn exact_words_come_before_longer_ones_forms_and_errors() {
    let texts = ["sanctioning it", "sanction it", "sanctions it", "sanktion it", "sanctionsx it"];
    check(
        &texts,
        "sanctions",
        &["[sanctions] it", "[sanctionsx] it", "[sanction] it", "[sanctioning] it"],
    );
    check(&texts, "\"sanctions\"", &["[sanctions] it"]);
    let near = ["[sanktion] it", "[sanctions] it", "[sanction] it", "[sanctionsx] it"];
    check(&texts, "sanktions ", &near);
}

#[test]
fn words_in_one_paragraph_come_before_words_in_one_article() {
    let texts = ["Kabul fell.\nLavrov spoke.", "Lavrov in Kabul."];
    check(&texts, "kabul lavrov", &["[Lavrov] in [Kabul]."]);
    check(&texts[..1], "kabul lavrov", &["[Kabul] fell.", "[Lavrov] spoke."]);
    let notices = answer(&plain(&texts[..1]), "kabul lavrov").notices;
    assert_eq!(notices, [QueryNotice::Scattered]);
}

#[test]
fn typing_errors_are_forgiven_and_told() {
    for typed in ["Kabluov", "Kabulow ", "Gabulov ", "Kabuov ", "Kabbulov ", "kabluo"] {
        let dossier = plain(&["Kabulov spoke.", "Kabul fell."]);
        assert_eq!(shown(&dossier, typed), ["[Kabulov] spoke."], "{typed}");
        let asked = typed.trim().to_lowercase();
        let found = vec!["kabulov".to_owned()];
        assert_eq!(answer(&dossier, typed).notices, [QueryNotice::Corrected { asked, found }]);
    }
    check(&["Mujahid spoke."], "mujaheed ", &["[Mujahid] spoke."]);
    check(&["Mujahid spoke."], "mojaheed ", &[]);
    check(&["the cat"], "cta ", &[]);
    check(&["Kabulov spoke."], "\"kabluov\"", &[]);
    check(&["Kabulov spoke."], "spoke -kabluov", &["Kabulov [spoke]."]);
}

#[test]
fn a_number_is_one_word() {
    check(&["3.5 % or 35 %"], "3.5 ", &["[3.5] % or 35 %"]);
    check(&["3.5 % or 35 %"], "35 ", &["3.5 % or [35] %"]);
    check(&["3,5 %"], "3.5 ", &["[3,5] %"]);
    check(&["cost €1.8bn, not 18"], "1.8 ", &["cost €[1.8]bn, not 18"]);
    check(&["cost €1.8bn, not 18"], "€1.8bn ", &["cost €[1.8bn], not 18"]);
    for typed in ["1,300 ", "1300 ", "1 300 ", "1\u{a0}300 "] {
        for text in ["1,300 km", "1300 km", "1 300 km", "1\u{202f}300 km"] {
            let number = &text[..text.len() - 3];
            check(&[text], typed, &[&format!("[{number}] km")]);
        }
    }
    check(&["a 1,300-kilometre border"], "300 kilometre ", &[]);
    check(&["a 1,300-kilometre border"], "1300 kilometre", &["a [1,300]-[kilometre] border"]);
    check(&["on 16.08.2021"], "2021 ", &["on 16.08.[2021]"]);
    check(&["\"165,41\" euros"], "\"165,41\"", &["\"[165,41]\" euros"]);
    // A digit more is no typing error.
    check(&["1306 men"], "1300 ", &[]);
}

#[test]
fn an_abbreviation_is_one_word_with_points_or_without() {
    check(
        &["The U.S. left", "The US left", "They left us"],
        "US ",
        &["The [US] left", "The [U.S]. left"],
    );
    check(
        &["The U.S. left", "The US left", "They left us"],
        "u.s. ",
        &["The [US] left", "The [U.S]. left"],
    );
    check(&["The U.S. left", "They left us"], "us ", &["They left [us]"]);
    check(&["TRUST US NOW"], "us ", &["TRUST [US] NOW"]);
    check(&["the E.U. mission"], "EU ", &["the [E.U]. mission"]);
    check(&["a PhD, a Ph.D. thesis"], "phd ", &["a [PhD], a [Ph.D]. thesis"]);
    check(&["Australia"], "US ", &[]);
}

#[test]
fn arabic_words_are_found_with_the_article_and_without() {
    check(&["في الكتاب", "في كتاب"], "كتاب ", &["في [كتاب]", "في [الكتاب]"]);
    check(&["في كتاب"], "الكتاب ", &["في [كتاب]"]);
}

#[test]
fn what_is_mistyped_is_what_is_likely() {
    let texts = ["not a single hair was hurt", "a single man in the square", "hard times"];
    assert_eq!(shown(&plain(&texts), "singel hare ")[0], "not a [single] [hair] was hurt");
    check(&["the movement", "the government"], "goverment ", &["the [government]"]);
}

#[test]
fn other_spellings_of_a_name_are_offered() {
    let dossier = plain(&[
        "The Mujahideen won",
        "The Mujahedin lost",
        "Ekho Moskvy",
        "Echo Moskwy",
        "a monster",
    ]);
    let offered = |typed| other_spellings(&dossier.corpus(), &Query::parse(typed).0);
    assert_eq!(offered("mujahideen "), [("Mujahedin".to_owned(), 1)]);
    assert_eq!(offered("moskvy "), [("Moskwy".to_owned(), 1)]);
    assert_eq!(offered("minister "), []);
}

#[test]
fn other_spellings_of_a_small_word_sound_alike_and_none_is_far() {
    let dossier = plain(&[
        "the mujahedin lost",
        "the mujahideen recover",
        "a receiver",
        "Ekho Moskvy",
        "in Moscow",
    ]);
    let offered = |typed| other_spellings(&dossier.corpus(), &Query::parse(typed).0);
    assert_eq!(offered("mujahideen "), [("mujahedin".to_owned(), 1)]);
    assert_eq!(offered("recover "), []);
    assert_eq!(offered("ekho moskvy "), []);
}

#[test]
fn a_query_that_names_a_speaker_is_known() {
    let dossier = plain(&["Zamir Kabulov"]);
    let named = |typed| speakers_named(&dossier.corpus(), &Query::parse(typed).0).len();
    assert_eq!(named("kabulov"), 1);
    assert_eq!(named("samir kabulov"), 1);
    assert_eq!(named("kabulov said"), 1);
    assert_eq!(named("what did Kabulov say"), 1);
    assert_eq!(named("kabulov embassy"), 1);
    assert_eq!(named("zamir kabulov embassy"), 1);
    assert_eq!(named("said by samir"), 0);
    assert_eq!(named("embassy"), 0);
    assert_eq!(named("kabulov speaker:zamir"), 0);
    // Written small it is a word like others.
    let dossier = plain(&["a kabulov in Moscow"]);
    let named = |typed| speakers_named(&dossier.corpus(), &Query::parse(typed).0).len();
    assert_eq!(named("kabulov moscow"), 0);
    assert_eq!(named("speaker:kabulov"), 0);
    assert_eq!(named("-kabulov"), 0);
}

#[test]
fn names_are_found_by_their_other_spellings() {
    check(&["Zamir Kabulov"], "samir kabulov", &["[Zamir] [Kabulov]"]);
    check(&["Zamir Kabulov", "Samir Kabulov"], "samir ", &["[Samir] Kabulov", "[Zamir] Kabulov"]);
}

#[test]
fn words_combine() {
    let texts = ["Putin spoke", "Lavrov spoke", "Putin slept", "Lavrov and Putin spoke"];
    check(
        &texts,
        "spoke Putin OR Lavrov",
        &["[Lavrov] and [Putin] [spoke]", "[Lavrov] [spoke]", "[Putin] [spoke]"],
    );
    check(&texts, "putin AND slept", &["[Putin] [slept]"]);
    check(&texts, "slept AND (putin OR lavrov) AND", &["[Putin] [slept]"]);
    check(&texts, "spoke NOT putin", &["Lavrov [spoke]"]);
    check(&texts, "spoke NOT(putin OR lavrov)", &[]);
    check(&texts, "slept NOT", &["Putin [slept]"]);
    check(&texts, "lavrov and putin", &["[Lavrov] [and] [Putin] spoke"]);
    check(&texts, "(putin slept) OR \"lavrov spoke\"", &["[Putin] [slept]", "[Lavrov spoke]"]);
    check(&texts, "spoke -(putin lavrov)", &["Putin [spoke]", "Lavrov [spoke]"]);
    check(&texts, "spoke -putin -lavrov", &[]);
    check(&texts, "((((slept", &["Putin [slept]"]);
    check(&texts, "slept )))", &["Putin [slept]"]);
    check(&texts, "OR slept OR", &["Putin [slept]"]);
}

#[test]
fn fields_limit() {
    let mut dossier =
        plain(&["\nHe said Kabul is calm.", "\nThe fall of Kabul.", "\nKabul again."]);
    let texts = ["Kabul falls", "Moscow waits", "Weather"];
    for (article, headline) in dossier.articles.iter_mut().zip(texts) {
        article.text.to_mut().insert_str(0, headline);
        let n_bytes = headline.len() as u32;
        article.paragraphs[0].span = Span::new(0, n_bytes);
        let body = article.paragraphs[1].span;
        article.paragraphs[1].span = Span::new(body.start + n_bytes, body.end + n_bytes);
    }
    for (article, published) in dossier.articles.iter_mut().zip(["2021-08-15", "2021-08-16T10:00"])
    {
        article.byline.published = Some(published.to_owned());
    }
    dossier.articles[1].byline.outlet = Some("The Moscow Times".to_owned());
    let said = dossier.articles[0].text.find("Kabul is").unwrap() as u32;
    dossier.quotations[0].push(quotation(Span::new(said, said + 13), &[0], Kind::Indirect));
    dossier.reindex();

    let first = "He said [Kabul] is calm.";
    let second = "The fall of [Kabul].";
    assert_eq!(shown(&dossier, "title:kabul "), ["[Kabul] falls"]);
    assert_eq!(shown(&dossier, "title:moscow kabul "), [second]);
    assert_eq!(shown(&dossier, "said:kabul "), [first]);
    assert_eq!(shown(&dossier, "said:\"kabul is\""), ["He said [Kabul is] calm."]);
    assert_eq!(shown(&dossier, "said:said "), [""; 0]);
    assert_eq!(shown(&dossier, "speaker:samir kabul "), [first]);
    assert_eq!(shown(&dossier, "speaker:kabulov"), ["He said Kabul is calm."]);
    assert_eq!(shown(&dossier, "-speaker:kabulov \"of kabul\""), ["The fall [of Kabul]."]);
    assert_eq!(shown(&dossier, "outlet:moscow kabul "), [second]);
    assert_eq!(shown(&dossier, "outlet:\"moscow times\" kabul "), [second]);
    assert_eq!(shown(&dossier, "before:2021-08-16 is "), ["He said Kabul [is] calm."]);
    assert_eq!(shown(&dossier, "after:2021-08-16 kabul "), [second]);
    assert_eq!(shown(&dossier, "after:2021 fall of kabul "), ["The [fall] [of] [Kabul]."]);

    // A name that nobody and no outlet has is said.
    let speaker = |asked: &str| QueryNotice::NoSuchSpeaker { asked: asked.to_owned() };
    let outlet = |asked: &str| QueryNotice::NoSuchOutlet { asked: asked.to_owned() };
    assert_eq!(answer(&dossier, "speaker:kab outlet:mosc").notices, []);
    assert_eq!(answer(&dossier, "speaker:\"Ann Petrov\"").notices, [speaker("ann petrov")]);
    let both = answer(&dossier, "kabul speaker:Petrov OR outlet:Herald").notices;
    assert_eq!(both, [speaker("petrov"), outlet("herald")]);

    // So are articles whose date nobody knows.
    let undated = [QueryNotice::Undated { n_articles: 1 }];
    assert_eq!(answer(&dossier, "before:2022 kabul").notices, undated);
    assert_eq!(answer(&dossier, "after:2020 before:2022 kabul").notices, undated);
    assert_eq!(answer(&dossier, "-before:2021 kabul").notices, []);

    // No text is read for what bylines and the index say, and none of an article that they rule out.
    let apart = take_apart(&dossier.pack, 1).unwrap();
    let head = dossier::Dossier::open(&apart.head).unwrap();
    let texts: Vec<usize> =
        head.article_ids().flat_map(|id| head.articles.blocks_of([id])).collect();
    assert_eq!(texts.len(), 3);
    let asked = |typed: &str| {
        let (mut asked, (query, _)) = (Vec::new(), Query::parse(typed));
        let mut search = Search::new(&head, query, &Filter::default(), 3);
        while search.step(&head, 0) || !search.is_done() {
            for block in search.awaited(&head) {
                head.blocks().supply(block, apart.blocks[block].clone()).unwrap();
                asked.push(block);
            }
        }
        asked.retain(|block| texts.contains(block));
        (search.answer(&head).n_hits, asked)
    };
    assert_eq!(asked("speaker:kabulov -outlet:moscow before:2021-08-16"), (1, vec![]));
    assert_eq!(asked("after:2021-08-16 kabul "), (1, vec![texts[1]]));
}

#[test]
fn nothing_found_offers_words_that_are_there() {
    let dossier = plain(&["Kabulov spoke.", "Kabulov and Lavrov", "Sea"]);
    let suggestions = answer(&dossier, "\"kabluov lawrow\"").suggestions;
    assert_eq!(suggestions, [("Kabulov".to_owned(), 2), ("Lavrov".to_owned(), 1)][..1]);
    assert_eq!(answer(&dossier, "\"tea\" ").suggestions, [("Sea".to_owned(), 1)]);
    assert_eq!(
        answer(&dossier, "\"sea spoke\"").suggestions,
        [("Sea".to_owned(), 1), ("spoke".to_owned(), 1)]
    );
    assert_eq!(answer(&dossier, "kabulov").suggestions, []);
}

#[track_caller]
fn check_notices(typed: &str, expected: &[QueryNotice]) {
    assert_eq!(Query::parse(typed).1, expected, "{typed}");
}

#[test]
fn half_a_query_is_a_query() {
    check_notices("", &[]);
    check_notices("   ", &[]);
    check_notices("!?", &[QueryNotice::NoWords]);
    check_notices("\"", &[QueryNotice::NoWords]);
    check_notices("“not a single", &[QueryNotice::OpenPhrase]);
    check_notices("-", &[QueryNotice::NoWords]);
    check_notices("()", &[QueryNotice::NoWords]);
    check_notices("<script>alert(1)</script>", &[]);
    check_notices("speaker:", &[QueryNotice::NoValue { field: "speaker:".to_owned() }]);
    for no_value in ["kabul speaker:!!", "speaker:\"…\" kabul", "speaker:…"] {
        check_notices(no_value, &[QueryNotice::NoValue { field: "speaker:".to_owned() }]);
    }
    check_notices("kabul title:&", &[QueryNotice::NoValue { field: "title:".to_owned() }]);
    for no_date in ["soon", "2021-13", "2021-02-29", "2021-8-16", "2021-08-16-01", "21"] {
        check_notices(
            &format!("before:{no_date}"),
            &[QueryNotice::NoDate { asked: no_date.to_owned() }],
        );
    }
    for date in ["2021", "2021-08", "2021-08-16", "2020-02-29"] {
        check_notices(&format!("before:{date}"), &[]);
    }
    check_notices("10:30", &[]);
}

#[test]
fn only_excluding_finds_nothing_and_says_so() {
    assert_eq!(answer(&plain(&["Kabul"]), "-taliban").notices, [QueryNotice::OnlyExclusions]);
}

#[test]
fn long_queries_are_cut_with_a_notice() {
    let long = "kabul lavrov ".repeat(400);
    let (query, notices) = Query::parse(&long);
    assert_eq!(notices, [QueryNotice::TooLong { n_words: 256 }]);
    let dossier = plain(&["Lavrov in Kabul."]);
    assert_eq!(search(&dossier.corpus(), &query, &Filter::default(), 10).n_hits, 1);
    let limits = "speaker:kabulov ".repeat(400);
    assert_eq!(Query::parse(&limits).1, [QueryNotice::TooLong { n_words: 256 }]);
}

/// Queries made to cost much: each ends, with what it could find.
#[test]
fn costly_queries_end() {
    let words: String = (0..2_000).map(|idx| format!("w{idx} ab{idx} ")).collect();
    let text = format!("{words}\n{}\n{}", "a ".repeat(3_000), "-a'".repeat(3_000));
    let article = "a word of ab1 and w7\n-a'b 塔".to_owned();
    let mut texts = vec![&*text];
    texts.resize(400, &article);
    let dossier = plain(&texts);
    let corpus = dossier.corpus();
    let queries = [
        "a* b* w* ".repeat(500),
        (0..400).map(|idx| format!("w{idx}* ")).collect(),
        format!("\"{}\"", "a ".repeat(2_500)),
        "a-".repeat(2_500),
        "(".repeat(5_000),
        "(a OR ".repeat(800),
        "-(".repeat(2_500) + "a",
        "a OR ".repeat(1_000),
        "wx".repeat(2_500),
        (0..300).map(|idx| format!("ba{idx}xy ")).collect(),
        "said:a ".repeat(700),
        "speaker:a outlet:b ".repeat(250),
        "😀".repeat(1_250),
        "塔".repeat(1_600),
        "\u{301}".repeat(2_500),
    ];
    for typed in queries {
        let (query, _) = Query::parse(&typed);
        let mut search = Search::new(&corpus, query.clone(), &Filter::default(), 10);
        let (mut most, mut before) = (0, 0);
        while search.step(&corpus, 0) {
            most = most.max(search.work() - before);
            before = search.work();
        }
        // Counted as text to be read, of which there are 40 kB here: so much work fits into a frame of
        // a slow machine, and so much is over before the reader wonders.
        let typed = &typed[..typed.floor_char_boundary(20)];
        assert!(most < 200_000, "{most} at once for {typed}");
        assert!(search.work() < 8_000_000, "{} in all for {typed}", search.work());
        assert!(search.answer(&corpus).hits.len() <= 10);
        assert!(
            hits_in_article(&corpus, query.clone(), &corpus.open_article(ArticleId(0))).len()
                < text.len()
        );
    }
}

#[test]
fn what_is_shown_first_stays_while_the_rest_is_counted() {
    let filler = "word ".repeat(1_000);
    let texts: Vec<String> = (0..40).map(|_| format!("Kabul.\n{filler}")).collect();
    let dossier = plain(&texts.iter().map(|text| &**text).collect::<Vec<_>>());
    let corpus = dossier.corpus();
    let (query, _) = Query::parse("kabul");
    let mut search = Search::new(&corpus, query, &Filter::default(), 3);
    while !search.has_hits() {
        assert!(search.step(&corpus, 0));
    }
    let (first, hits) = (search.answer(&corpus), search.hits());
    assert_eq!((hits.len(), &first.hits), (3, &hits));
    assert!(first.n_hits < 40, "most is still to be read");
    while search.step(&corpus, 0) {}
    let whole = search.answer(&corpus);
    assert_eq!((whole.n_hits, whole.hits), (40, hits));
}

#[test]
fn words_of_scripts_without_spaces_are_found_as_they_stand() {
    check(&["タリバンがカブールに入った。"], "カブール", &["タリバンが[カブール]に入った。"]);
    check(&["ﾀﾘﾊﾞﾝ"], "タリ", &["[ﾀﾘ]ﾊﾞﾝ"]);
    check(&["ตาลีบันเข้ากรุงคาบูลแล้ว"], "คาบูล", &["ตาลีบันเข้ากรุง[คาบูล]แล้ว"]);
    check(&["Die Taliban (塔利班) kamen."], "taliban 塔利班", &["Die [Taliban] ([塔利班]) kamen."]);
    check(&["塔利班與塔利班"], "利班", &["塔[利班]與塔[利班]"]);
    check(&["班利塔", "塔，利班"], "塔利班", &[]);
    check(&["塔利班在喀布爾", "塔利班"], "塔利班 -喀布爾", &["[塔利班]"]);
}

#[test]
fn an_article_that_is_not_there_has_nothing_to_paint() {
    let dossier = plain(&["Kabul"]);
    let (query, _) = Query::parse("kabul");
    let corpus = dossier.corpus();
    assert_eq!(hits_in_article(&corpus, query, &corpus.open_article(ArticleId(7))), []);
}
