//! How good an attribution is, against texts annotated by hand.
//!
//! - The *normal span* of a quotation leaves out what is neither letter nor digit at both ends, then a
//!   leading "that".
//! - Two quotations *match exactly* when their normal spans are equal, and *partially* when the word
//!   tokens in both are at least half of the tokens in either (Jaccard). Pairs are taken from the best
//!   down, one to one, required quotations before optional ones.
//! - Recall of a kind counts the annotated quotations of that kind, whatever was found; precision the
//!   found ones of that kind, whatever was annotated (Pareti et al. 2013). What lies on an optional
//!   quotation counts in neither.
//! - A *speaker* is right when its mention shares a word with the annotated one, other than a function
//!   word, or when its name fits. A *name* fits when, without titles, it is equal, or the shorter name's
//!   words are all in the longer one, its last word among them, spelling variants allowed, or when one
//!   is the other's initials.
//! - *End to end*: found, with the right speaker; *by name*: with the right name where one is annotated.
//! - A *wrong claim* is a matched quotation with a speaker that is not the right one.

use std::collections::BTreeSet;

use crate::annotation::{Annotation, Kind, Stretch};

/// A text, ready to be counted in characters and word tokens.
pub struct Text {
    pub chars: Vec<char>,
    /// For each character whether a word token begins there.
    starts: Vec<bool>,
    /// For each character whether it lies inside double quotation marks.
    inside: Vec<bool>,
}

/// An annotated or found quotation.
#[derive(Debug, Clone)]
pub struct Quote {
    pub stretch: Stretch,
    normal: Stretch,
    tokens: BTreeSet<usize>,
    pub kind: Kind,
    pub cue: Option<Stretch>,
    pub speaker: Option<Stretch>,
    pub name: Option<String>,
    pub confidence: Option<u8>,
    optional: bool,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Direct, Kind::Mixed, Kind::Indirect];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Direct => "direct",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
        }
    }
}

impl Text {
    pub fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let starts = (0..chars.len())
            .map(|at| word(chars[at]) && (at == 0 || !word(chars[at - 1])))
            .collect();
        let mut inside = vec![false; chars.len()];
        let mut open = false;
        for (at, c) in chars.iter().enumerate() {
            match c {
                '\n' if chars.get(at + 1) == Some(&'\n') => open = false,
                '“' | '„' | '«' => open = true,
                '”' | '»' => open = false,
                '"' => open = !open,
                _ => inside[at] = open,
            }
        }
        Self { chars, starts, inside }
    }

    pub fn of(&self, stretch: Stretch) -> String {
        self.chars[stretch.start.min(self.chars.len())..stretch.end.min(self.chars.len())]
            .iter()
            .collect()
    }

    fn normal(&self, stretch: Stretch) -> Stretch {
        let Stretch { mut start, mut end } = stretch;
        end = end.min(self.chars.len());
        let letter = |at: usize| self.chars[at].is_alphanumeric();
        while start < end && !letter(start) {
            start += 1;
        }
        while end > start && !letter(end - 1) {
            end -= 1;
        }
        let that = start + 4 < end
            && self.of(Stretch { start, end: start + 4 }).eq_ignore_ascii_case("that")
            && !letter(start + 4);
        if that {
            start += 4;
            while start < end && !letter(start) {
                start += 1;
            }
        }
        Stretch { start, end }
    }

    fn tokens(&self, stretch: Stretch) -> BTreeSet<usize> {
        (stretch.start..stretch.end).filter(|&at| self.starts[at] || at == stretch.start).collect()
    }
}

impl Quote {
    /// The quotations of a text, those without a word left out.
    pub fn all(text: &Text, annotations: &[Annotation]) -> Vec<Quote> {
        annotations.iter().filter_map(|annotation| Self::new(text, annotation)).collect()
    }

    fn new(text: &Text, annotation: &Annotation) -> Option<Quote> {
        let stretch = Stretch { start: annotation.start, end: annotation.end };
        let normal = text.normal(stretch);
        if normal.start >= normal.end {
            return None;
        }
        let tokens = text.tokens(normal);
        let from_marks = || match tokens.iter().filter(|&&at| text.inside[at]).count() {
            0 => Kind::Indirect,
            n if n == tokens.len() => Kind::Direct,
            _ => Kind::Mixed,
        };
        let kind = annotation.kind.unwrap_or_else(from_marks);
        Some(Quote {
            stretch,
            normal,
            tokens,
            kind,
            cue: annotation.cue,
            speaker: annotation.speaker,
            name: annotation.speaker_name.clone(),
            confidence: annotation.confidence,
            optional: annotation.optional,
        })
    }

    /// Whether it has a speaker, by mention or name.
    pub fn is_spoken(&self) -> bool {
        self.speaker.is_some() || self.name.is_some()
    }

    /// Whether it must be found.
    pub fn is_required(&self) -> bool {
        !self.optional
    }
}

/// The quotations of one text, paired.
pub struct Pairing {
    /// For each annotated quotation the found one that matches it partially.
    pub partial: Vec<Option<usize>>,
    exact: Vec<Option<usize>>,
    /// For each found quotation whether it lies on an optional one.
    lies_on_optional: Vec<bool>,
    /// For each found quotation whether it matches any.
    pub used: Vec<bool>,
}

pub fn pair(gold: &[Quote], found: &[Quote]) -> Pairing {
    let jaccard = |one: &Quote, other: &Quote| {
        let both = one.tokens.intersection(&other.tokens).count();
        both as f64 / (one.tokens.len() + other.tokens.len() - both) as f64
    };
    let partial =
        assign(gold, found, |one, other| Some(jaccard(one, other)).filter(|score| *score >= 0.5));
    let exact = assign(gold, found, |one, other| (one.normal == other.normal).then_some(1.0));
    let mut used = vec![false; found.len()];
    let mut lies_on_optional = vec![false; found.len()];
    for (at, found) in partial.iter().enumerate() {
        if let Some(found) = *found {
            used[found] = true;
            lies_on_optional[found] = gold[at].optional;
        }
    }
    for (at, quote) in found.iter().enumerate().filter(|(at, _)| !used[*at]) {
        lies_on_optional[at] = gold.iter().any(|gold| {
            gold.optional
                && 2 * gold.tokens.intersection(&quote.tokens).count() >= quote.tokens.len()
        });
    }
    for at in 0..found.len() {
        used[at] |= lies_on_optional[at];
    }
    Pairing { partial, exact, lies_on_optional, used }
}

fn assign(
    gold: &[Quote],
    found: &[Quote],
    score: impl Fn(&Quote, &Quote) -> Option<f64>,
) -> Vec<Option<usize>> {
    let mut candidates = Vec::new();
    for (at, one) in gold.iter().enumerate() {
        for (other_at, other) in found.iter().enumerate() {
            let meet = one.normal.start < other.normal.end && other.normal.start < one.normal.end;
            if let Some(score) = meet.then(|| score(one, other)).flatten() {
                candidates.push((one.optional, -score, one.normal.start, at, other_at));
            }
        }
    }
    candidates.sort_by(|one, other| one.partial_cmp(other).expect("scores are numbers"));
    let mut assigned = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (_, _, _, at, other) in candidates {
        if assigned[at].is_none() && !taken[other] {
            assigned[at] = Some(other);
            taken[other] = true;
        }
    }
    assigned
}

/// What is counted of one kind, or of all.
#[derive(Debug, Default, Clone)]
pub struct Counts {
    pub gold: usize,
    pub found: usize,
    pub found_exact: usize,
    pub matched: usize,
    pub matched_exact: usize,
    pub right: usize,
    pub right_exact: usize,
    with_speaker: usize,
    pub speaker_right: usize,
    pub claims: usize,
    pub wrong_claims: usize,
    with_name: usize,
    name_right: usize,
    end_to_end_recalled: usize,
    end_to_end: usize,
    by_name_recalled: usize,
    by_name: usize,
}

/// The counts of each kind and of all.
#[derive(Debug, Default, Clone)]
pub struct Tally {
    pub kinds: [Counts; 3],
    pub all: Counts,
}

impl Tally {
    /// Counts one text in.
    pub fn add(&mut self, text: &Text, gold: &[Quote], found: &[Quote], pairing: &Pairing) {
        let mut verdicts = vec![(false, false); found.len()];
        for (at, quote) in gold.iter().enumerate().filter(|(_, quote)| !quote.optional) {
            let matched = pairing.partial[at];
            let speaker = matched.is_some_and(|other| speaker_right(text, &found[other], quote));
            let name = matched.is_some_and(|other| name_right(text, &found[other], quote));
            let end_to_end = matched.is_some() && (speaker || !quote.is_spoken());
            let by_name = if quote.name.is_some() { name } else { end_to_end };
            if let Some(other) = matched {
                verdicts[other] = (end_to_end, by_name);
            }
            for counts in [&mut self.kinds[quote.kind as usize], &mut self.all] {
                counts.gold += 1;
                counts.matched_exact += usize::from(pairing.exact[at].is_some());
                counts.end_to_end_recalled += usize::from(end_to_end);
                counts.by_name_recalled += usize::from(by_name);
                let Some(other) = matched else { continue };
                counts.matched += 1;
                if quote.is_spoken() {
                    counts.with_speaker += 1;
                    counts.speaker_right += usize::from(speaker);
                    counts.claims += usize::from(found[other].is_spoken());
                    counts.wrong_claims += usize::from(found[other].is_spoken() && !speaker);
                }
                if quote.name.is_some() {
                    counts.with_name += 1;
                    counts.name_right += usize::from(name);
                }
            }
        }
        let required = |assigned: &[Option<usize>], optional: bool| -> BTreeSet<usize> {
            gold.iter()
                .zip(assigned)
                .filter(|(quote, _)| quote.optional == optional)
                .filter_map(|(_, other)| *other)
                .collect()
        };
        let (partial, exact) = (required(&pairing.partial, false), required(&pairing.exact, false));
        let exact_optional = required(&pairing.exact, true);
        for (at, quote) in found.iter().enumerate() {
            for counts in [&mut self.kinds[quote.kind as usize], &mut self.all] {
                let optional = pairing.lies_on_optional[at];
                if !optional {
                    counts.found += 1;
                    counts.right += usize::from(partial.contains(&at));
                    counts.end_to_end += usize::from(verdicts[at].0);
                    counts.by_name += usize::from(verdicts[at].1);
                }
                if !exact_optional.contains(&at) && (!optional || exact.contains(&at)) {
                    counts.found_exact += 1;
                    counts.right_exact += usize::from(exact.contains(&at));
                }
            }
        }
    }
}

/// Precision, recall and their harmonic mean, in percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

impl Rates {
    fn new(right: usize, found: usize, recalled: usize, gold: usize) -> Self {
        let ratio = |part: usize, whole: usize| {
            if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
        };
        let (precision, recall) = (ratio(right, found), ratio(recalled, gold));
        let f1 = if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        };
        Self { precision, recall, f1 }
    }
}

impl Counts {
    pub fn exact(&self) -> Rates {
        Rates::new(self.right_exact, self.found_exact, self.matched_exact, self.gold)
    }

    pub fn partial(&self) -> Rates {
        Rates::new(self.right, self.found, self.matched, self.gold)
    }

    pub fn end_to_end(&self) -> Rates {
        Rates::new(self.end_to_end, self.found, self.end_to_end_recalled, self.gold)
    }

    pub fn by_name(&self) -> Rates {
        Rates::new(self.by_name, self.found, self.by_name_recalled, self.gold)
    }

    /// How many of the claims are wrong, in percent.
    pub fn wrong_share(&self) -> f64 {
        100.0 * self.wrong_claims as f64 / self.claims.max(1) as f64
    }

    /// Of the matched quotations with an annotated speaker or name, the share that has it right.
    pub fn accuracy(&self) -> (Option<f64>, Option<f64>) {
        let share =
            |part: usize, whole: usize| (whole > 0).then(|| 100.0 * part as f64 / whole as f64);
        (share(self.speaker_right, self.with_speaker), share(self.name_right, self.with_name))
    }
}

const FUNCTION_WORDS: &str = "a an the of for and or in on at to by from with his her their its our my your this that these those s";

const PRONOUNS: &str = "i we you he she it they him them who his her";

const TITLES: &str = "mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor \
    senator sen congressman congresswoman representative rep governor gov mayor secretary general gen colonel col major maj \
    captain capt lieutenant lt sergeant sgt admiral ambassador envoy spokesman spokeswoman spokesperson chief director \
    chairman chairwoman chair ceo king queen prince princess pope bishop archbishop rabbi imam ayatollah sheikh judge justice \
    attorney detective officer coach author former acting deputy foreign defence defense interior undersecretary us uk \
    curator coauthor researcher senior";

fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

/// Whether the speaker of a found quotation is the annotated one.
pub fn speaker_right(text: &Text, found: &Quote, gold: &Quote) -> bool {
    let hit = found.speaker.zip(gold.speaker).is_some_and(|(one, other)| {
        let shared = Stretch { start: one.start.max(other.start), end: one.end.min(other.end) };
        shared.start < shared.end
            && words(&text.of(shared))
                .any(|word| !listed(FUNCTION_WORDS, &word) || listed(PRONOUNS, &word))
    });
    hit || name_right(text, found, gold)
}

fn name_right(text: &Text, found: &Quote, gold: &Quote) -> bool {
    let Some(wanted) = &gold.name else { return false };
    let name = found.name.clone().or_else(|| found.speaker.map(|speaker| text.of(speaker)));
    name.is_some_and(|name| compatible(&name, wanted))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The words of a name that tell it from others.
fn key(name: &str) -> Vec<String> {
    let words = folded(name);
    let kept = |titles: bool| -> Vec<String> {
        let drop = |word: &str| listed(FUNCTION_WORDS, word) || titles && listed(TITLES, word);
        words.iter().filter(|word| !drop(word)).cloned().collect()
    };
    [kept(true), kept(false), words.clone()]
        .into_iter()
        .find(|key| !key.is_empty())
        .unwrap_or_default()
}

/// Lower case without accents, possessives and punctuation; dots of short abbreviations close up.
fn folded(name: &str) -> Vec<String> {
    let plain: String =
        name.to_lowercase().replace('’', "'").chars().filter_map(without_accent).collect();
    let mut cut = String::new();
    let chars: Vec<char> = plain.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let possessive = chars[at] == '\''
            && chars.get(at + 1) == Some(&'s')
            && chars.get(at + 2).is_none_or(|c| !(c.is_alphanumeric() || *c == '_'));
        if possessive {
            at += 2;
        } else {
            cut.push(chars[at]);
            at += 1;
        }
    }
    let abbreviation = cut.contains('.') && cut.chars().count() < 12;
    let spaced: String = cut
        .chars()
        .filter_map(|c| match c {
            _ if c.is_alphanumeric() || c == '_' || c.is_whitespace() => Some(c),
            _ if abbreviation => None,
            _ => Some(' '),
        })
        .collect();
    spaced.split_whitespace().map(String::from).collect()
}

/// A letter without its accent; `None` for an accent that stands alone.
fn without_accent(c: char) -> Option<char> {
    const PLAIN: [(char, &str); 13] = [
        ('a', "àáâãäåāăą"),
        ('c', "çćč"),
        ('d', "ď"),
        ('e', "èéêëēęě"),
        ('g', "ğ"),
        ('i', "ìíîïī"),
        ('n', "ñńň"),
        ('o', "òóôõöōő"),
        ('r', "ř"),
        ('s', "śşšș"),
        ('t', "ţťț"),
        ('u', "ùúûüūůű"),
        ('z', "źżž"),
    ];
    if ('\u{300}'..='\u{36f}').contains(&c) {
        return None;
    }
    Some(PLAIN.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(plain, _)| *plain))
}

fn compatible(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    if one.is_empty() || other.is_empty() || one.len() == 1 && listed(PRONOUNS, &one[0]) {
        return false;
    }
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort();
        words
    };
    if sorted(&one) == sorted(&other) {
        return true;
    }
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let last = long.last().expect("not empty");
    if short.iter().all(|word| long.iter().any(|other| same(word, other)))
        && short.iter().any(|word| same(word, last))
    {
        return true;
    }
    let initials: String = long.iter().filter_map(|word| word.chars().next()).collect();
    short.len() == 1 && long.len() > 1 && short[0] == initials
}

/// Whether two words are one, or spelling variants.
fn same(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    one == other
        || shorter >= 5
            && one.len().abs_diff(other.len()) <= 2
            && edits(&one, &other) <= if shorter >= 8 { 2 } else { 1 }
}

/// Levenshtein's distance.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit() {
        for (one, other, expected) in [
            ("Mr. Smith", "John Smith", true),
            ("John", "John Smith", false),
            ("KCNA", "Korean Central News Agency", true),
            ("he", "John Smith", false),
            ("Ángel Díaz", "Angel Diaz", true),
            ("Sergei Lavrov's", "Sergei Lavrov", true),
            ("the U.S.", "US", true),
            ("Samir Kabulov", "Zamir Kabulov", true),
            ("Joan Smith", "John Smith", false),
        ] {
            assert_eq!(compatible(one, other), expected, "{one} / {other}");
        }
    }

    /// A text with one quotation, and what is found in it.
    fn tally(gold: &str, found: &str) -> Tally {
        let text = Text::new("Jane Roe said that taxes will rise soon, and left.");
        let quotes = |json: &str| {
            let annotations: Vec<Annotation> = serde_json::from_str(json).expect("it is JSON");
            Quote::all(&text, &annotations)
        };
        let (gold, found) = (quotes(gold), quotes(found));
        let mut tally = Tally::default();
        tally.add(&text, &gold, &found, &pair(&gold, &found));
        tally
    }

    const GOLD: &str = r#"[{"start": 19, "end": 39, "kind": "indirect", "speaker": {"start": 0, "end": 8}, "speaker_name": "Jane Roe"}]"#;

    #[test]
    fn a_leading_that_and_punctuation_do_not_matter() {
        let tally = tally(GOLD, r#"[{"start": 14, "end": 40, "speaker": {"start": 5, "end": 8}}]"#);
        assert_eq!(tally.all.exact().f1, 100.0);
        assert_eq!(tally.all.by_name().f1, 100.0);
        assert_eq!(tally.kinds[Kind::Indirect as usize].partial().f1, 100.0);
    }

    #[test]
    fn a_wrong_speaker_is_a_wrong_claim_and_no_speaker_is_none() {
        let wrong = tally(GOLD, r#"[{"start": 19, "end": 39, "speaker_name": "John Doe"}]"#);
        assert_eq!(
            (wrong.all.claims, wrong.all.wrong_claims, wrong.all.end_to_end().f1),
            (1, 1, 0.0)
        );
        let open = tally(GOLD, r#"[{"start": 19, "end": 39}]"#);
        assert_eq!((open.all.claims, open.all.wrong_claims, open.all.partial().f1), (0, 0, 100.0));
    }

    #[test]
    fn nothing_found_is_nothing_recalled() {
        assert_eq!(tally(GOLD, r#"[]"#).all.partial().recall, 0.0);
    }
}
