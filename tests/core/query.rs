//! Searching equals a naive scan, and says what it did.

use std::collections::BTreeSet;

use proptest::prelude::*;
use whosaid::article::{Article, ArticleId, Byline, Paragraph, ParagraphKind};
use whosaid::index::{self, Index};
use whosaid::query::{Corpus, Filter, Notice, Query, SpeakerChoice, hits_in_article, search};
use whosaid::quotation::{Attribution, Kind, Quotation, Rule, Speaker, SpeakerId};
use whosaid::span::Span;

/// What texts and queries are made of: each item a row of words (as written, as folded) and what
/// lies between them. The scan below works on these, so it depends on no tokenizer.
const ITEMS: &[(&[(&str, &str)], &str)] = &[
    (&[("Kabul", "kabul")], ""),
    (&[("KABULOV", "kabulov")], ""),
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
    (&[("3", "3"), ("000", "000")], ","),
    (&[("塔", "塔"), ("利", "利"), ("班", "班")], ""),
    (&[("利", "利")], ""),
    (&[("كابول", "كابول")], ""),
    (&[("Ёлка", "елка")], ""),
    (&[("cafe\u{301}", "cafe")], ""),
    (&[("😀", "")], ""),
];

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

/// One thing asked for, as the random queries have it.
#[derive(Debug, Clone)]
struct Asked {
    items: Vec<usize>,
    quoted: bool,
    excluded: bool,
}

impl Asked {
    fn parts(&self) -> Vec<Part> {
        parts_of(&self.items, &mut String::new())
    }

    fn typed(&self) -> String {
        let mut text = String::new();
        parts_of(&self.items, &mut text);
        let sign = if self.excluded { "-" } else { "" };
        if self.quoted { format!("{sign}\"{text}\"") } else { format!("{sign}{text}") }
    }

    /// Every place in a paragraph, by trying each.
    fn places(&self, paragraph: &[Part], prefix: bool) -> Vec<Span> {
        let asked = self.parts();
        let n_asked = asked.len();
        let fits = |word: &str, asked: &str, may_go_on: bool| {
            if may_go_on { word.starts_with(asked) } else { word == asked }
        };
        let whole: Option<String> = match (n_asked, self.items.len()) {
            (1, _) => Some(asked[0].folded.to_owned()),
            _ if asked[0].n_joined == n_asked => {
                Some(asked.iter().map(|part| part.folded).collect())
            }
            _ => None,
        };
        let mut spans = Vec::new();
        for start in 0..paragraph.len() {
            let mut ends = Vec::new();
            if let Some(stretch) = paragraph.get(start..start + n_asked)
                && stretch.iter().zip(&asked).enumerate().all(|(idx, (part, asked))| {
                    fits(part.folded, asked.folded, prefix && idx == n_asked - 1)
                        && (!asked.touching || part.touching)
                })
            {
                ends.push((n_asked, stretch[n_asked - 1].folded != asked[n_asked - 1].folded));
            }
            if let Some(whole) = &whole {
                let alone = paragraph[start].folded;
                if fits(alone, whole, prefix) {
                    ends.push((1, alone != whole));
                }
                let n_joined = paragraph[start].n_joined;
                let joined: String =
                    paragraph[start..start + n_joined].iter().map(|part| part.folded).collect();
                if n_joined > 0 && fits(&joined, whole, prefix) {
                    ends.push((n_joined, joined != *whole));
                }
            }
            // The exact reading wins; of two alike, the first.
            ends.sort_by_key(|&(_, inexact)| inexact);
            if let Some((n_parts, _)) = ends.first() {
                let last = paragraph[start + n_parts - 1].span;
                spans.push(Span::new(paragraph[start].span.start, last.end));
            }
        }
        spans
    }
}

struct Dossier {
    articles: Vec<Article>,
    parts: Vec<Vec<Vec<Part>>>,
    quotations: Vec<Vec<Quotation>>,
    speakers: Vec<Speaker>,
    index: Index,
}

/// For each paragraph its items and its quotations, as first item, last item, speaker and kind.
type Paragraphs = Vec<(Vec<usize>, Vec<(usize, usize, Option<u32>, usize)>)>;

const OUTLETS: [Option<&str>; 3] = [None, Some("The Moscow Times"), Some("Échos")];
const OUTLET_SLUGS: [&str; 3] = ["not-stated", "the-moscow-times", "echos"];

impl Dossier {
    fn new(made: &[(usize, Paragraphs)]) -> Self {
        let mut dossier = Self {
            articles: Vec::new(),
            parts: Vec::new(),
            quotations: Vec::new(),
            speakers: vec![Speaker::default(); 3],
            index: Index::open(index::build(&[], &[])).unwrap(),
        };
        for (outlet, paragraphs) in made {
            let mut article = Article {
                byline: Byline { outlet: OUTLETS[*outlet].map(str::to_owned), ..Byline::default() },
                ..Article::default()
            };
            let mut all_parts = Vec::new();
            let mut quotations = Vec::new();
            for (number, (items, quoted)) in paragraphs.iter().enumerate() {
                if number > 0 {
                    article.text.push('\n');
                }
                let start = article.text.len();
                let parts = parts_of(items, &mut article.text);
                let kind = if number == 0 { ParagraphKind::Headline } else { ParagraphKind::Text };
                let span = Span::from_range(start..article.text.len());
                article.paragraphs.push(Paragraph { span, kind });
                for &(first, last, speaker, kind) in quoted {
                    if parts.is_empty() {
                        continue;
                    }
                    let (first, last) = (first % parts.len(), last % parts.len());
                    let (first, last) = (first.min(last), first.max(last));
                    quotations.push(Quotation {
                        contents: vec![Span::new(parts[first].span.start, parts[last].span.end)],
                        kind: Kind::ALL[kind],
                        fragments: Vec::new(),
                        attribution: Attribution {
                            cue: None,
                            mention: None,
                            speaker: speaker.map(SpeakerId),
                            rule: Rule::Editor,
                            confidence: 100,
                        },
                    });
                }
                all_parts.push(parts);
            }
            dossier.articles.push(article);
            dossier.parts.push(all_parts);
            dossier.quotations.push(quotations);
        }
        dossier.index = Index::open(index::build(&dossier.articles, &dossier.quotations)).unwrap();
        dossier
    }

    fn corpus(&self) -> Corpus<'_> {
        Corpus {
            articles: &self.articles,
            quotations: &self.quotations,
            speakers: &self.speakers,
            index: &self.index,
        }
    }

    fn passes(&self, article: usize, number: usize, filter: &Filter, must_quote: bool) -> bool {
        let span = self.articles[article].paragraphs[number].span;
        let outlet = OUTLETS
            .iter()
            .position(|outlet| *outlet == self.articles[article].byline.outlet.as_deref())
            .map(|idx| OUTLET_SLUGS[idx].to_owned());
        let said_here = self.quotations[article].iter().any(|quotation| {
            let speaker = match quotation.attribution.speaker {
                Some(id) => SpeakerChoice::Speaker(id),
                None => SpeakerChoice::Unattributed,
            };
            span.contains(quotation.contents[0])
                && (filter.speakers.is_empty() || filter.speakers.contains(&speaker))
                && (filter.kinds.is_empty() || filter.kinds.contains(&quotation.kind))
        });
        let needs_quotation = must_quote || !filter.speakers.is_empty() || !filter.kinds.is_empty();
        (filter.outlets.is_empty() || filter.outlets.contains(&outlet.unwrap()))
            && (said_here || !needs_quotation)
    }

    /// The answer by trying every paragraph: article, paragraph, spans; in the dossier's order.
    fn scan(&self, asked: &[Asked], filter: &Filter) -> Vec<(usize, usize, Vec<Span>)> {
        let may_go_on = |idx: usize| idx == asked.len() - 1 && !asked[idx].quoted;
        let wanted: Vec<usize> = (0..asked.len()).filter(|&idx| !asked[idx].excluded).collect();
        let excluded = |parts: &[Part]| {
            asked
                .iter()
                .enumerate()
                .any(|(idx, atom)| atom.excluded && !atom.places(parts, may_go_on(idx)).is_empty())
        };
        let holds =
            |idx: usize, parts: &[Part]| !asked[idx].places(parts, may_go_on(idx)).is_empty();
        let scan = |scattered: bool| {
            let mut found = Vec::new();
            for (article, paragraphs) in self.parts.iter().enumerate() {
                let everything_here =
                    wanted.iter().all(|&idx| paragraphs.iter().any(|parts| holds(idx, parts)));
                for (number, parts) in paragraphs.iter().enumerate() {
                    let any = wanted.iter().any(|&idx| holds(idx, parts));
                    let all =
                        wanted.iter().all(|&idx| holds(idx, parts) || holds(idx, &paragraphs[0]));
                    let answers = any && if scattered { everything_here } else { all };
                    if (answers || wanted.is_empty()) && !excluded(parts) {
                        found.push((article, number));
                    }
                }
            }
            found
        };
        let mut found = scan(false);
        if found.is_empty() {
            found = scan(true);
        }
        if wanted.is_empty() && filter.is_empty() {
            return Vec::new();
        }
        found
            .into_iter()
            .filter(|&(article, number)| self.passes(article, number, filter, wanted.is_empty()))
            .map(|(article, number)| {
                let mut covered = BTreeSet::new();
                for &idx in &wanted {
                    for span in asked[idx].places(&self.parts[article][number], may_go_on(idx)) {
                        covered.extend(span.range());
                    }
                }
                (article, number, covered)
            })
            .map(|(article, number, covered)| (article, number, stretches(&covered)))
            .collect()
    }
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

fn item() -> impl Strategy<Value = usize> {
    0..ITEMS.len()
}

fn dossier() -> impl Strategy<Value = Vec<(usize, Paragraphs)>> {
    let quotation = (0usize..9, 0usize..9, proptest::option::of(0u32..3), 0usize..3);
    let paragraph =
        (proptest::collection::vec(item(), 0..9), proptest::collection::vec(quotation, 0..3));
    let article = (0usize..3, proptest::collection::vec(paragraph, 1..5));
    proptest::collection::vec(article, 0..5)
}

fn asked() -> impl Strategy<Value = Vec<Asked>> {
    let is_word = |item: &usize| !ITEMS[*item].0[0].1.is_empty();
    let word = (item().prop_filter("a word", is_word), proptest::bool::weighted(0.2))
        .prop_map(|(item, excluded)| Asked { items: vec![item], quoted: false, excluded });
    let phrase = (
        proptest::collection::vec(item().prop_filter("a word", is_word), 1..4),
        proptest::bool::weighted(0.2),
    )
        .prop_map(|(items, excluded)| Asked { items, quoted: true, excluded });
    proptest::collection::vec(prop_oneof![3 => word, 1 => phrase], 0..4)
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
        proptest::collection::btree_set(kind, 0..2),
        proptest::collection::btree_set(outlet, 0..2),
    )
        .prop_map(|(speakers, kinds, outlets)| Filter { speakers, kinds, outlets })
}

/// Touching spans as one: the scan counts bytes, the search keeps words apart.
fn joined(spans: &[Span]) -> Vec<Span> {
    stretches(&spans.iter().flat_map(|span| span.range()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn search_equals_a_scan(made in dossier(), asked in asked(), filter in filter()) {
        let dossier = Dossier::new(&made);
        let typed: Vec<String> = asked.iter().map(Asked::typed).collect();
        let (query, _) = Query::parse(&typed.join(" "));
        let answer = search(dossier.corpus(), &query, &filter, usize::MAX);

        let mut got: Vec<(usize, usize, Vec<Span>)> = answer
            .hits
            .iter()
            .map(|hit| (hit.article.0 as usize, hit.paragraph as usize, joined(&hit.spans)))
            .collect();
        got.sort();
        let expected = dossier.scan(&asked, &filter);
        prop_assert_eq!(&got, &expected, "{:?}", typed);
        prop_assert_eq!(answer.n_hits, expected.len());
        for pair in answer.hits.windows(2) {
            let place = |idx: usize| (pair[idx].article, pair[idx].paragraph);
            let in_order = pair[0].score > pair[1].score
                || (pair[0].score == pair[1].score && place(0) < place(1));
            prop_assert!(in_order, "best first, ties in the dossier's order");
        }

        // Each count is what choosing that value alone gives.
        for speaker in [None, Some(0), Some(1), Some(2)] {
            let choice = speaker
                .map_or(SpeakerChoice::Unattributed, |id| SpeakerChoice::Speaker(SpeakerId(id)));
            let chosen = Filter { speakers: [choice].into(), ..filter.clone() };
            let n_hits = dossier.scan(&asked, &chosen).len();
            prop_assert_eq!(answer.counts.speaker(choice) as usize, n_hits);
        }
        for kind in Kind::ALL {
            let chosen = Filter { kinds: [kind].into(), ..filter.clone() };
            let n_hits = dossier.scan(&asked, &chosen).len();
            prop_assert_eq!(answer.counts.kind(kind) as usize, n_hits);
        }
        for outlet in OUTLET_SLUGS {
            let chosen = Filter { outlets: [outlet.to_owned()].into(), ..filter.clone() };
            let n_hits = dossier.scan(&asked, &chosen).len();
            prop_assert_eq!(answer.counts.outlet(outlet) as usize, n_hits);
        }

        // A limit takes the best, and painting an article paints every hit in it.
        let limited = search(dossier.corpus(), &query, &filter, 2);
        prop_assert_eq!(&limited.hits[..], &answer.hits[..answer.hits.len().min(2)]);
        prop_assert_eq!(limited.n_hits, answer.n_hits);
        for hit in &answer.hits {
            let painted = hits_in_article(dossier.corpus(), &query, hit.article);
            prop_assert!(hit.spans.iter().all(|span| painted.contains(span)));
        }
    }

    #[test]
    fn any_query_is_a_query(text in any::<String>()) {
        let dossier = plain(&["“Kabul” is calm, he said.", "Straße 😀 塔利班"]);
        let (query, _) = Query::parse(&text);
        let answer = search(dossier.corpus(), &query, &Filter::default(), 10);
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
    dossier.index = Index::open(index::build(&dossier.articles, &dossier.quotations)).unwrap();
    dossier
}

/// The hits of a query, best first: each paragraph with its hits in square brackets.
fn shown(texts: &[&str], typed: &str) -> Vec<String> {
    let dossier = plain(texts);
    let (query, _) = Query::parse(typed);
    let answer = search(dossier.corpus(), &query, &Filter::default(), 10);
    let show = |hit: &whosaid::query::Hit| {
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
    answer.hits.iter().map(show).collect()
}

#[track_caller]
fn check(texts: &[&str], typed: &str, expected: &[&str]) {
    assert_eq!(shown(texts, typed), expected, "{typed}");
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
}

#[test]
fn the_last_word_may_be_in_the_typing() {
    check(&["Kabulov", "Kabul"], "kabul", &["[Kabul]", "[Kabulov]"]);
    check(&["Kabulov", "Kabul"], "kabul ", &["[Kabul]"]);
    check(&["Kabulov", "Kabul"], "kabul* ", &["[Kabul]", "[Kabulov]"]);
    check(&["Kabulov said"], "kabul said", &[]);
}

#[test]
fn words_in_one_paragraph_come_before_words_in_one_article() {
    let texts = ["Kabul fell.\nLavrov spoke.", "Lavrov in Kabul."];
    check(&texts, "kabul lavrov", &["[Lavrov] in [Kabul]."]);
    check(&texts[..1], "kabul lavrov", &["[Kabul] fell.", "[Lavrov] spoke."]);
    let dossier = plain(&texts[..1]);
    let (query, _) = Query::parse("kabul lavrov");
    let answer = search(dossier.corpus(), &query, &Filter::default(), 10);
    assert_eq!(answer.notices, [Notice::Scattered]);
}

#[track_caller]
fn check_notices(typed: &str, expected: &[Notice]) {
    assert_eq!(Query::parse(typed).1, expected, "{typed}");
}

#[test]
fn half_a_query_is_a_query() {
    check_notices("", &[]);
    check_notices("   ", &[]);
    check_notices("!?", &[Notice::NoWords]);
    check_notices("\"", &[Notice::NoWords]);
    check_notices("“not a single", &[Notice::OpenPhrase]);
    check_notices("-", &[Notice::NoWords]);
    check_notices("<script>alert(1)</script>", &[]);
}

#[test]
fn long_queries_are_cut_with_a_notice() {
    let long = "kabul lavrov ".repeat(400);
    let (query, notices) = Query::parse(&long);
    assert_eq!(notices, [Notice::TooLong { n_words: 256 }]);
    let dossier = plain(&["Lavrov in Kabul."]);
    assert_eq!(search(dossier.corpus(), &query, &Filter::default(), 10).n_hits, 1);
}

#[test]
fn an_article_that_is_not_there_has_nothing_to_paint() {
    let dossier = plain(&["Kabul"]);
    let (query, _) = Query::parse("kabul");
    assert_eq!(hits_in_article(dossier.corpus(), &query, ArticleId(7)), []);
}
