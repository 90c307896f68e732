//! Verification: whether the words of a citation stand in the dossier, where, and what differs.
//!
//! [`Verification`] goes on step by step, so that a page can let its reader go on meanwhile; [`verify`] is all of it at
//! once. Each quotation is looked for as a phrase, and at the place that the citation names. Those that stand nowhere
//! are compared with every paragraph, all of them in one walk.

mod nearest;
mod who;

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::iter;
use std::ops::Range;

use self::nearest::Walk;
use self::who::{Names, is_who_named};
use crate::anchor::{words_alone, words_hash};
use crate::article::{Article, ArticleId};
use crate::citation::words_of;
use crate::dossier::{Dossier, OpenArticle};
use crate::fold::fold;
use crate::i18n::tr;
use crate::query::{Filter, Query, Search};
use crate::quotation::Speaker;
use crate::reuse::{Difference, differences};
use crate::route::{Page, Route, View, id_in, paragraph_of};
use crate::shorten::first_chars;
use crate::span::Span;
use crate::token::{Token, tokenize};
use crate::wording::{date, published, title};

/// From this share of cited words on, a paragraph has nearly all of them.
const NEARLY: f64 = 0.75;
/// In how many places that have the words as a phrase they are looked for.
const MOST_PLACES: usize = 20;
/// Up to how many articles are looked through for words like those that stand nowhere as they are.
const MOST_ARTICLES: usize = 1000;
/// How much of a search is done in a step, in bytes of text that could be read.
const STEP: usize = 16 << 10;
/// How many characters of what was pasted are read.
const MOST_CHARS: usize = 10_000;

/// How many cited words, or, in scripts without spaces, letters, tell a passage from others.
const FEWEST_WORDS: usize = 2;
const FEWEST_LETTERS: usize = 8;

/// Words that are cited, and what they come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The words.
    pub cited: String,
    /// What they come to.
    pub verdict: Verdict,
}

/// What cited words come to.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// There are no words to look for.
    Empty,
    /// There are too few to tell anything.
    TooFew,
    /// The words stand here; marks and the case of letters do not count.
    Stands {
        /// Where, and as whose, they are cited; where that fits no place, one of those where they stand.
        found: FoundPassage,
        /// Where else they stand.
        elsewhere: Vec<FoundPassage>,
    },
    /// The words of which the address has the hash do not stand in the paragraph that it names.
    Edited(FoundPassage),
    /// They stand here in another wording.
    Differs {
        /// Where.
        found: FoundPassage,
        /// What differs: `one` in what was cited, `other` in the article's words.
        differences: Vec<Difference>,
    },
    /// They stand nowhere as they are, and nothing like them was found.
    Nowhere {
        /// How many articles were looked through for words like them, where these are not all.
        n_compared: Option<usize>,
    },
}

/// Where cited words stand.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundPassage {
    /// The article.
    pub article: ArticleId,
    /// The number of the paragraph.
    pub paragraph: u32,
    /// The words, in the article's text.
    pub span: Span,
    /// The numbers of the quotations that have part in them.
    pub quotations: Vec<usize>,
    /// Whether the citation names this paragraph; `None` where it names none of this dossier.
    pub is_where_named: Option<bool>,
    /// Whether the citation names who is quoted with them; `None` where it names nobody.
    pub is_who_named: Option<bool>,
    /// What the citation says of the source, such as an outlet or a date, that this article does not.
    pub unconfirmed: Vec<String>,
    /// Whether marks and the case of letters are those of the citation as well.
    pub is_exact: bool,
}

/// Verifies a pasted citation: its words, and its address where it has one of this dossier. Several quotations in one
/// line, such as `“…” and “…”`, are each looked for.
#[must_use]
pub fn verify(dossier: &Dossier, pasted: &str) -> Vec<Checked> {
    let mut verification = Verification::new(dossier, pasted);
    while verification.step(dossier) {}
    verification.finish()
}

/// A verification that goes on step by step.
pub struct Verification {
    citation: Citation,
    asked: Vec<Asked>,
    task: Task,
    /// The quotations that stand here in another wording, with the paragraph.
    near: Vec<(usize, (ArticleId, u32))>,
    /// Those like which nothing has been found so far.
    lost: Vec<usize>,
    /// How many articles these are compared with, where the dossier has more.
    n_compared: Option<usize>,
}

/// What is known of a citation beside its quotations.
struct Citation {
    /// What further lines say of the source.
    further: String,
    /// The place that its address names.
    named: Option<(ArticleId, Option<u32>)>,
    /// The hash of the words that its address has.
    hash: Option<String>,
    /// The speakers whom it may name, once that is asked.
    names: OnceCell<Names>,
}

/// A quotation, and what it comes to.
struct Asked {
    quoted: Quoted,
    verdict: Option<Verdict>,
}

/// What comes next.
enum Task {
    /// To look at the quotation of this number.
    LookAt(usize),
    /// To search for it as a phrase.
    Search(usize, Box<Search>),
    /// To compare it with the places that are named or have its words.
    CompareThere(usize, Walk),
    /// To compare all that are lost with everything.
    CompareAll(Walk),
    /// To tell what is near by its differences.
    TellApart,
}

impl Verification {
    /// One that has not begun.
    #[must_use]
    pub fn new(dossier: &Dossier, pasted: &str) -> Self {
        let pasted = first_chars(pasted, MOST_CHARS);
        let named = named_place(dossier, pasted);
        let hash = pasted.split_once("words=").map(|(_, rest)| {
            rest.split(|c: char| !c.is_ascii_hexdigit()).next().unwrap_or_default().to_owned()
        });
        let paragraph = named.and_then(|(article, number)| {
            let article = dossier.article(article);
            Some(article.paragraphs.get(number? as usize)?.span.of(&article.text).to_owned())
        });
        let parts = Parts::of(pasted);
        let several = if hash.is_none() { parts.several() } else { Vec::new() };
        let quoted = if several.len() > 1 && parts.words.starts_with(MARKS) {
            several
        } else {
            vec![parts.around(cited_words(&parts.words, hash.as_deref(), paragraph.as_deref()))]
        };
        Self {
            citation: Citation { further: parts.further, named, hash, names: OnceCell::new() },
            asked: quoted.into_iter().map(|quoted| Asked { quoted, verdict: None }).collect(),
            task: Task::LookAt(0),
            near: Vec::new(),
            lost: Vec::new(),
            n_compared: (dossier.articles.len() > MOST_ARTICLES).then_some(MOST_ARTICLES),
        }
    }

    /// Goes on for a millisecond or two, on a slow phone some more; whether there is more to do.
    pub fn step(&mut self, dossier: &Dossier) -> bool {
        let Self { citation, asked, task, near, lost, .. } = self;
        let next = match task {
            Task::LookAt(at) => match asked.get_mut(*at) {
                Some(Asked { quoted, verdict }) => {
                    *verdict = citation.at_once(dossier, quoted);
                    if verdict.is_some() {
                        Task::LookAt(*at + 1)
                    } else {
                        let query = format!("\"{}\"", words_alone(&quoted.words));
                        let query = Query::parse(&query).0;
                        let search = Search::new(dossier, query, &Filter::default(), MOST_PLACES);
                        Task::Search(*at, Box::new(search))
                    }
                }
                None if lost.is_empty() => Task::TellApart,
                None => {
                    let all = dossier.article_ids().take(MOST_ARTICLES);
                    let all = all.map(|id| (id, all_paragraphs(dossier, id)));
                    let cited = lost.iter().map(|at| &*asked[*at].quoted.words);
                    Task::CompareAll(Walk::new(cited, all))
                }
            },
            Task::Search(at, search) => {
                if !search.has_hits() && search.step(dossier, STEP) {
                    return true;
                }
                let found = search.hits().into_iter().map(|hit| (hit.article, hit.paragraph));
                let places: Vec<_> = citation.named_places(dossier).chain(found).collect();
                let Asked { quoted, verdict } = &mut asked[*at];
                *verdict = citation.as_it_stands(dossier, quoted, &places);
                if verdict.is_some() {
                    Task::LookAt(*at + 1)
                } else {
                    let places = places.into_iter().map(|(id, number)| (id, number..number + 1));
                    Task::CompareThere(*at, Walk::new([&*quoted.words], places))
                }
            }
            Task::CompareThere(at, walk) => {
                if walk.step(dossier) {
                    return true;
                }
                match walk.found().next().flatten() {
                    Some(place) => near.push((*at, place)),
                    None => lost.push(*at),
                }
                Task::LookAt(*at + 1)
            }
            Task::CompareAll(walk) => {
                if walk.step(dossier) {
                    return true;
                }
                let found = lost.drain(..).zip(walk.found());
                near.extend(found.filter_map(|(at, place)| Some((at, place?))));
                Task::TellApart
            }
            Task::TellApart => {
                let Some((at, place)) = near.pop() else { return false };
                let Asked { quoted, verdict } = &mut asked[at];
                *verdict = Some(citation.differing(dossier, quoted, place));
                return true;
            }
        };
        *task = next;
        true
    }

    /// What the quotations come to, in order, once there is nothing more to do.
    #[must_use]
    pub fn finish(self) -> Vec<Checked> {
        let n_compared = self.n_compared;
        let checked = self.asked.into_iter().map(|Asked { quoted, verdict }| Checked {
            cited: quoted.words,
            verdict: verdict.unwrap_or(Verdict::Nowhere { n_compared }),
        });
        checked.collect()
    }
}

/// The numbers of an article's paragraphs.
fn all_paragraphs(dossier: &Dossier, article: ArticleId) -> Range<u32> {
    0..dossier.articles.n_paragraphs_in(article) as u32
}

impl Citation {
    /// What a quotation comes to that need not be looked for.
    fn at_once(&self, dossier: &Dossier, quoted: &Quoted) -> Option<Verdict> {
        let cited = &*quoted.words;
        let alone = words_alone(cited);
        if alone.is_empty() {
            let stands = || in_order(self.by_hash(dossier, quoted).into_iter().collect());
            let edited = || self.named_paragraph(dossier, quoted).map(Verdict::Edited);
            return stands().or_else(edited).or(Some(Verdict::Empty));
        }
        let n_words = tokenize(&fold(cited)).len();
        let is_short = n_words < FEWEST_WORDS && alone.chars().count() < FEWEST_LETTERS;
        (self.named.is_none() && is_short).then_some(Verdict::TooFew)
    }

    /// That a quotation stands at one of some places, or by its hash, if it does.
    fn as_it_stands(
        &self,
        dossier: &Dossier,
        quoted: &Quoted,
        places: &[(ArticleId, u32)],
    ) -> Option<Verdict> {
        let mut stands: Vec<FoundPassage> = self.by_hash(dossier, quoted).into_iter().collect();
        for places in places.chunk_by(|(one, _), (next, _)| one == next) {
            let source = dossier.open_article(places[0].0);
            for &(article, paragraph) in places {
                let blocks = &source.article.paragraphs;
                let Some(block) = blocks.get(paragraph as usize) else { continue };
                let is_here =
                    |known: &FoundPassage| (known.article, known.paragraph) == (article, paragraph);
                if !stands.iter().any(is_here)
                    && let Some(span) = stands_in(&quoted.words, block.span, &source.article.text)
                {
                    stands.push(self.found(dossier, &source, quoted, paragraph, span));
                }
            }
        }
        in_order(stands)
    }

    /// The words that the address has the hash of, which may be of several stretches.
    fn by_hash(&self, dossier: &Dossier, quoted: &Quoted) -> Option<FoundPassage> {
        let ((article, number), hash) = (self.named?, self.hash.as_deref()?);
        if !words_alone(&quoted.words).is_empty() && words_hash(&quoted.words) != hash {
            return None;
        }
        let source = dossier.open_article(article);
        let (paragraph, span) = words_of_hash(&source, hash, number)?;
        Some(self.found(dossier, &source, quoted, paragraph, span))
    }

    /// The paragraph that an address with a hash names, as it is now.
    fn named_paragraph(&self, dossier: &Dossier, quoted: &Quoted) -> Option<FoundPassage> {
        let ((article, number), _) = (self.named?, self.hash.as_ref()?);
        let source = dossier.open_article(article);
        let block = source.article.paragraphs.get(number? as usize)?.span;
        Some(self.found(dossier, &source, quoted, number?, block))
    }

    /// The paragraphs that the citation names.
    fn named_places(&self, dossier: &Dossier) -> impl Iterator<Item = (ArticleId, u32)> {
        self.named.into_iter().flat_map(|(article, number)| {
            let all = all_paragraphs(dossier, article);
            let numbers = all.filter(move |own| number.is_none_or(|number| number == *own));
            numbers.map(move |number| (article, number))
        })
    }

    /// What differs between a quotation and the paragraph that was meant.
    fn differing(
        &self,
        dossier: &Dossier,
        quoted: &Quoted,
        (article, paragraph): (ArticleId, u32),
    ) -> Verdict {
        let cited = &*quoted.words;
        let source = dossier.open_article(article);
        let text = &*source.article.text;
        let block = source.article.paragraphs[paragraph as usize].span;
        // A quotation that has as many of the words as the whole paragraph is what was meant.
        let share = share_kept(cited, block.of(text));
        let said = source.quotations.iter().flat_map(|quotation| &quotation.contents);
        let said = said.filter(|content| {
            block.contains(**content) && share_kept(cited, content.of(text)) >= share
        });
        let block = said.min_by_key(|content| content.len()).copied().unwrap_or(block);
        let span = meant(cited, block, text);
        let differences = differences(cited, span.of(text));
        Verdict::Differs {
            found: self.found(dossier, &source, quoted, paragraph, span),
            differences,
        }
    }

    fn found(
        &self,
        dossier: &Dossier,
        source: &OpenArticle,
        quoted: &Quoted,
        paragraph: u32,
        span: Span,
    ) -> FoundPassage {
        let Self { further, named, names, .. } = self;
        let names = names.get_or_init(|| Names::of(dossier));
        let overlaps = |at: &usize| {
            source.quotations[*at].contents.iter().any(|content| content.overlaps(span))
        };
        let quotations: Vec<usize> = (0..source.quotations.len()).filter(overlaps).collect();
        FoundPassage {
            article: source.id,
            paragraph,
            span,
            is_where_named: named.map(|(article, number)| {
                article == source.id && number.is_none_or(|number| number == paragraph)
            }),
            is_who_named: [&quoted.behind, &quoted.before]
                .into_iter()
                .find_map(|part| is_who_named(dossier, names, source, &quotations, part)),
            unconfirmed: unconfirmed(
                dossier,
                source,
                (paragraph, &quotations),
                &[&quoted.before, &quoted.behind, further],
            ),
            is_exact: quoted.words.contains(span.within(&source.article.text)),
            quotations,
        }
    }
}

/// That words stand at some places, those first that fit the citation best; `None` without places.
fn in_order(mut places: Vec<FoundPassage>) -> Option<Verdict> {
    places.sort_by_key(|place| {
        let is_of_another = place.is_who_named == Some(false);
        let is_moved = place.is_where_named == Some(false);
        (is_of_another, is_moved, place.unconfirmed.len(), !place.is_exact)
    });
    let mut places = places.into_iter();
    let found = places.next()?;
    Some(Verdict::Stands { found, elsewhere: places.collect() })
}

/// Where words stand in a part of a text, one after the other; marks and the case of letters do not count.
fn stands_in(cited: &str, within: Span, text: &str) -> Option<Span> {
    let [asked, there] = [cited, within.of(text)].map(fold);
    let [asked_words, words] = [&asked, &there].map(tokenize);
    let is_equal = |window: &[Token]| {
        window.iter().zip(&asked_words).all(|(one, other)| one.text(&there) == other.text(&asked))
    };
    let at = words.windows(asked_words.len().max(1)).position(is_equal)?;
    let [first, last] = [at, at + asked_words.len().max(1) - 1].map(|at| words[at].span(&there));
    Some(Span::new(within.start + first.start, within.start + last.end))
}

/// The part of a paragraph that is compared with cited words: without what only the paragraph has before and
/// behind them.
fn meant(cited: &str, within: Span, text: &str) -> Span {
    let words = within.of(text);
    let differences = differences(cited, words);
    let mut span = Span::new(0, within.len());
    let is_added = |difference: &Difference| difference.one.is_empty();
    if let Some(first) = differences.first().filter(|first| is_added(first) && first.one.start == 0)
        && words_alone(&words[..first.other.start as usize]).is_empty()
    {
        span.start = first.other.end;
    }
    if let Some(last) = differences.last().filter(|last| is_added(last))
        && last.other.start >= span.start
        && words_alone(&words[last.other.end as usize..]).is_empty()
    {
        span.end = last.other.start;
    }
    let inner = &words[span.range()];
    // Marks that end what stands before are none of it.
    let ends = |c: char| c.is_whitespace() || ".,;:!?…)]»”’".contains(c);
    let lead = inner.len() - inner.trim_start_matches(ends).len();
    let inner = &inner[lead..];
    let start = within.start + span.start + lead as u32;
    Span::new(start, start + inner.trim_end().len() as u32)
}

/// Where in an article the words of a hash stand, as a quotation or a paragraph: in the paragraph of that number, if
/// they stand there.
fn words_of_hash(source: &OpenArticle, hash: &str, number: Option<u32>) -> Option<(u32, Span)> {
    let article = &source.article;
    let quoted = source.quotations.iter().map(|quotation| &quotation.contents);
    let quoted = quoted.filter(|contents| words_hash(&words_of(article, contents)) == hash);
    let quoted = quoted.filter_map(|contents| {
        let (first, last) = (contents.first()?, contents.last()?);
        Some((article.paragraph_at(first.start) as u32, Span::new(first.start, last.end)))
    });
    let paragraphs = (0..article.paragraphs.len())
        .filter(|number| words_hash(article.paragraph_text(*number)) == hash)
        .map(|number| (number as u32, article.paragraphs[number].span));
    let holders: Vec<(u32, Span)> = quoted.chain(paragraphs).collect();
    let named = holders.iter().find(|(own, _)| Some(*own) == number);
    named.or(holders.first()).copied()
}

/// The parts of a pasted citation, whatever its [format](crate::citation::Format).
struct Parts {
    /// The line with the words.
    words: String,
    /// What stands behind that line: who said it, and where; may be empty.
    source: String,
    /// All that stands behind that line, but addresses and when they were looked up.
    further: String,
}

impl Parts {
    fn of(pasted: &str) -> Self {
        let pasted = pasted.trim();
        if pasted.starts_with('@') && pasted.contains("quote = {") {
            let field = |name: &str| {
                let (_, rest) = pasted.split_once(&format!(" {name} = {{")).unwrap_or_default();
                let end = rest.find("},\n").or_else(|| rest.rfind('}')).unwrap_or(rest.len());
                rest[..end].replace(['\\', '{', '}'], "")
            };
            let further = ["title", "organization", "date"].map(field).join("\n");
            return Self { words: field("quote"), source: field("quotedspeaker"), further };
        }
        if pasted.starts_with("TY  -") {
            let note = pasted.lines().find_map(|line| line.strip_prefix("N1  - "));
            let note = note.unwrap_or_default();
            let (words, source) = note.rsplit_once(DASHES[0]).unwrap_or((note, ""));
            let is_further =
                |line: &&str| ["TI", "T2", "DA"].iter().any(|tag| line.starts_with(tag));
            let further = pasted.lines().filter(is_further);
            let further =
                further.filter_map(|line| line.split_once("  - ")).map(|(_, value)| value);
            let further = further.collect::<Vec<_>>().join("\n");
            return Self { words: words.to_owned(), source: source.to_owned(), further };
        }
        let text = if pasted.starts_with('<') { without_tags(pasted) } else { pasted.to_owned() };
        let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ']).trim());
        let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with("http"));
        let words = lines.next().unwrap_or_default().to_owned();
        let source = lines.next().unwrap_or_default().to_owned();
        let further = iter::once(&*source).chain(lines).collect::<Vec<_>>().join("\n");
        let end = looked_up(&further).unwrap_or(further.len());
        Self { words, source, further: further[..end].to_owned() }
    }

    /// The quotations in the line, each with what stands around it up to the next.
    fn several(&self) -> Vec<Quoted> {
        let line = &*self.words;
        let found = in_marks(line);
        let mut quoted = Vec::with_capacity(found.len());
        let mut end_before = 0;
        for (at, words) in found.iter().enumerate() {
            let end = found.get(at + 1).map_or(line.len(), |next| next.start);
            let behind = &line[words.end..end];
            quoted.push(Quoted {
                words: line[words.clone()].to_owned(),
                before: line[end_before..words.start].to_owned(),
                behind: if end == line.len() { self.or_source(behind) } else { behind }.to_owned(),
            });
            end_before = words.end;
        }
        quoted
    }

    /// Cited words with what stands around them in their line.
    fn around(&self, words: String) -> Quoted {
        let at = self.words.find(&words);
        let (before, behind) =
            at.map_or(("", ""), |at| (&self.words[..at], &self.words[at + words.len()..]));
        let (before, behind) = (before.to_owned(), self.or_source(behind).to_owned());
        Quoted { words, before, behind }
    }

    /// What stands behind cited words in their line, or, where that is nothing, in the next one.
    fn or_source<'p>(&'p self, behind: &'p str) -> &'p str {
        if behind.contains(char::is_alphanumeric) { behind } else { &self.source }
    }
}

/// Cited words, and what stands before and behind them, which may say whose they are.
struct Quoted {
    words: String,
    before: String,
    behind: String,
}

/// What a quotation begins with.
const MARKS: [char; 4] = ['“', '"', '«', '„'];

/// The text of a piece of HTML, a line for each element.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (_, words) = piece.split_once('>').unwrap_or(("", piece));
        text.push('\n');
        text.push_str(words);
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, sign)| text.replace(entity, sign))
}

/// What some parts of a citation name that the article does not have: neither as its source, nor as who is quoted with
/// the words, nor beside them in their paragraph. Names and numbers count, other words do not.
fn unconfirmed(
    dossier: &Dossier,
    source: &OpenArticle,
    (paragraph, quotations): (u32, &[usize]),
    parts: &[&str],
) -> Vec<String> {
    let Article { byline, slug, .. } = &source.article;
    let mut known = format!("{} {slug} {}", title(&source.article), published(&source.article));
    let mut add = |words: &str| {
        known.push(' ');
        known.push_str(words);
    };
    for own in byline.authors.iter().chain(&byline.outlet).chain(&byline.label) {
        add(own);
    }
    if let Some(published) = &byline.published {
        // The parts of a date as its words and its numbers have them: "August" and "Aug", "08" and "8".
        add(published);
        add(&date(published));
        date(published).split_whitespace().for_each(|word| add(first_chars(word, 3)));
        published.split(['-', 'T']).for_each(|part| add(part.trim_start_matches('0')));
        published.split(['-', 'T']).for_each(&mut add);
    }
    for id in quotations.iter().flat_map(|at| source.quotations[*at].attribution.everyone()) {
        let Speaker { name, spellings, roles, .. } = dossier.speaker(id);
        [name].into_iter().chain(spellings).chain(roles).for_each(&mut add);
    }
    add(tr!("speaker not identified"));
    add(source.article.paragraph_text(paragraph as usize));
    let known = format!(" {} ", words_alone(&known));
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let is_unknown = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let alone = words_alone(word);
        is_name(word) && !alone.is_empty() && !known.contains(&format!(" {alone} "))
    };
    let mut unconfirmed: Vec<String> = Vec::new();
    for part in parts {
        let end = looked_up(part).unwrap_or(part.len());
        let is_sign = |c: char| ",;()[]<>*\n—–".contains(c);
        let pieces = part[..end].split(is_sign).flat_map(|piece| piece.split(". "));
        for piece in pieces.filter(|piece| piece.split_whitespace().any(is_unknown)) {
            let piece = piece.trim_matches(|c: char| !c.is_alphanumeric());
            let is_address = piece.contains("://") || piece.contains("words=");
            if !is_address && !unconfirmed.iter().any(|other| other == piece) {
                unconfirmed.push(piece.to_owned());
            }
        }
    }
    unconfirmed
}

/// Stands for what fills a message.
const HERE: char = '\0';

/// Where a citation begins to say when it was looked up, and where to look.
fn looked_up(text: &str) -> Option<usize> {
    let accessed = tr!("Accessed {date}", date = HERE);
    let edition = tr!("Edition {edition}, accessed {date}", edition = HERE, date = HERE);
    let begins = [&*accessed, &*edition, tr!("In its context")];
    let begins = begins.map(|words| words.split(HERE).next().unwrap_or_default());
    begins.into_iter().filter_map(|words| text.find(words)).min()
}

/// The words that are cited. Where the address has the hash of its words, those of that hash; else, in the
/// paragraph that it names, the longest that are nearly its; else what stands in quotation marks, or before a
/// dash, in the first line.
fn cited_words(line: &str, hash: Option<&str>, named: Option<&str>) -> String {
    let longest = in_marks(line).into_iter().max_by_key(ExactSizeIterator::len);
    let in_marks = longest.map_or("", |words| &line[words]);
    let before_dashes = DASHES.iter().flat_map(|dash| line.match_indices(dash));
    let before_dashes = before_dashes.map(|(at, _)| &line[..at]);
    let mut candidates: Vec<&str> = before_dashes.chain([in_marks, line]).collect();
    candidates.sort_by_key(|candidate| Reverse(candidate.len()));
    if let Some(words) = candidates.iter().find(|words| hash == Some(&*words_hash(words))) {
        return (*words).to_owned();
    }
    if let Some(paragraph) = named
        && let Some(words) = candidates.iter().find(|words| share_kept(words, paragraph) >= NEARLY)
    {
        return (*words).to_owned();
    }
    // Behind a colon they are what is cited, and what stands before it says whose they are.
    let is_led_in = line.find(MARKS).is_some_and(|at| line[..at].trim_end().ends_with(':'));
    let starts_with_marks = line.starts_with(MARKS) || is_led_in;
    let words = match DASHES.iter().find_map(|dash| line.split_once(dash)) {
        _ if starts_with_marks && in_marks.split_whitespace().count() > 2 => in_marks,
        Some((words, _)) => words,
        None => line,
    };
    words.to_owned()
}

/// What stands between words and their source, in citations of different languages.
const DASHES: [&str; 2] = [" — ", " – "];

/// How many quotations of a line are looked for.
const MOST_QUOTED: usize = 20;

/// Where a line has words in quotation marks, in order; of those within others the outer ones alone.
fn in_marks(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, open)) = line[at..].char_indices().find(|(_, c)| MARKS.contains(c))
        && found.len() < MOST_QUOTED
    {
        let start = at + start + open.len_utf8();
        let close = match open {
            '“' => '”',
            '«' => '»',
            '„' => '“',
            other => other,
        };
        at = start;
        if let Some(len) = line[start..].find(close) {
            let words = start..start + len;
            at = words.end + close.len_utf8();
            if !words_alone(&line[words.clone()]).is_empty() {
                found.push(words);
            }
        }
    }
    found
}

/// The share of cited words that a text has in the same order.
fn share_kept(cited: &str, text: &str) -> f64 {
    let count = |words: &str| words_alone(words).split(' ').filter(|word| !word.is_empty()).count();
    let lacking = differences(cited, text);
    let n_lacking: usize = lacking.iter().map(|difference| count(difference.one.of(cited))).sum();
    let n_words = count(cited);
    if n_words == 0 { 0.0 } else { 1.0 - n_lacking as f64 / n_words as f64 }
}

/// The article of this dossier that an address in the text names, and the number of the paragraph, though there be none of
/// that number.
fn named_place(dossier: &Dossier, pasted: &str) -> Option<(ArticleId, Option<u32>)> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | '{' | '}');
    pasted.split(ends).find_map(|word| {
        let at = word.find("articles/").or_else(|| word.find('?')).or_else(|| word.find('#'))?;
        let url = &word[at..];
        let (url, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
        let (path, search) = url.split_at(url.find('?').unwrap_or(url.len()));
        let page = Page::from_path(path, dossier)?;
        let View::Article(article, _) = Route::parse(page, search, fragment, dossier).0.view else {
            return None;
        };
        let number = paragraph_of(&id_in(fragment)).map(|(_, number)| number);
        Some((article, number))
    })
}
