//! Quotation marks: which characters of a paragraph open a quotation, and which close it.
//!
//! [`marked`] reads one paragraph at a time, so that a mark left open by mistake can never swallow
//! more than its own paragraph. All double marks are one family (`"` “ ” „ ‟ « » and `''`), all
//! single marks another (`'` ‘ ’ ‚ ‹ ›); a mark closes the nearest open mark of its family. Whether
//! a mark opens or closes follows from its character where that is unambiguous, and else from its
//! context: one with a space before and none behind opens. A single mark between letters, or without
//! a partner, is an apostrophe.

use super::lexicon::lists::CLIPPED_WORDS;
use crate::span::Span;

/// A stretch inside quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    /// With the marks; properly nested with, or disjoint from, every other.
    pub(super) outer: Span,
    /// Without the marks.
    pub(super) inner: Span,
    /// How many other stretches it lies in.
    pub(super) depth: u32,
    /// Whether the paragraph ends before a closing mark comes.
    pub(super) left_open: bool,
}

/// The stretches inside quotation marks of one paragraph, sorted by start, outer before inner.
///
/// Spans count from the start of `paragraph`. With `continues`, the paragraph before ended inside of
/// marks, so that a closing mark without an opening one closes what that paragraph opened. Linear in
/// the paragraph's length.
pub(super) fn marked(paragraph: &str, continues: bool) -> Vec<Marked> {
    let signs = signs(paragraph);
    if signs.is_empty() {
        return Vec::new();
    }
    let mut pairing = Pairing::new(paragraph, &signs, continues);
    for (idx, sign) in signs.iter().enumerate() {
        if sign.double {
            pairing.take_double(idx);
        } else {
            pairing.take_single(idx);
        }
    }
    let mut found = pairing.finish();
    found.sort_by_key(|marked| (marked.outer.start, std::cmp::Reverse(marked.outer.end)));
    let mut around: Vec<u32> = Vec::new();
    for marked in &mut found {
        while around.last().is_some_and(|&end| end <= marked.outer.start) {
            around.pop();
        }
        marked.depth = u32::try_from(around.len()).unwrap_or(u32::MAX);
        around.push(marked.outer.end);
    }
    found
}

/// The pairs found up to a sign, and what is still open there.
struct Pairing<'a> {
    paragraph: &'a str,
    signs: &'a [Sign],
    ahead: Vec<Ahead>,
    /// The signs that opened a stretch and have no partner yet, the innermost last.
    open: Vec<usize>,
    /// How many of the double marks to come close by their form.
    n_closers: usize,
    /// Whether the straight double marks can take turns, for there is an even number of them.
    is_even: bool,
    /// Whether what the paragraph before left open may still be closed.
    unopened: bool,
    found: Vec<Marked>,
}

impl<'a> Pairing<'a> {
    fn new(paragraph: &'a str, signs: &'a [Sign], continues: bool) -> Self {
        let closes = |sign: &&Sign| sign.direction == Direction::Close && sign.double;
        Self {
            paragraph,
            signs,
            ahead: ahead(signs),
            open: Vec::new(),
            n_closers: signs.iter().filter(closes).count(),
            is_even: signs.iter().filter(|sign| sign.straight()).count() % 2 == 0,
            unopened: continues,
            found: Vec::new(),
        }
    }

    fn take_double(&mut self, idx: usize) {
        let sign = self.signs[idx];
        if sign.direction == Direction::Close {
            self.n_closers -= 1;
        }
        let depth = self.open.iter().rev().take(3).filter(|&&at| self.signs[at].double).count();
        if self.double_closes(idx, depth) {
            while let Some(at) = self.open.pop() {
                if self.signs[at].double {
                    self.close(at, sign);
                    break;
                }
            }
            if depth == 0 && self.unopened {
                self.found.push(closed(self.paragraph, 0, 0, sign));
            }
        } else {
            // A second opening mark nests only where a closing mark is left for each.
            if depth > 0 && self.n_closers <= depth {
                self.open.retain(|&at| !self.signs[at].double);
            }
            self.open.push(idx);
        }
        self.unopened = false;
    }

    /// Whether a double mark closes, where `depth` double ones are open.
    fn double_closes(&self, idx: usize, depth: usize) -> bool {
        let sign = &self.signs[idx];
        let low = self.open.last().is_some_and(|&at| self.signs[at].low);
        match sign.direction {
            Direction::Close => depth > 0 || !sign.can_open() || self.unopened,
            Direction::Open => depth > 0 && (low || !sign.can_open()),
            // Straight marks take turns, unless an odd one shows by its surroundings what it is.
            Direction::Either if self.is_even => {
                depth > 0 || (self.unopened && idx == 0 && !sign.can_open())
            }
            Direction::Either if depth > 0 => !sign.opens_strongly(),
            Direction::Either => !sign.can_open() || (self.unopened && !sign.opens_strongly()),
        }
    }

    fn take_single(&mut self, idx: usize) {
        let sign = self.signs[idx];
        let ahead = self.ahead[idx];
        let innermost = self.open.last().copied().filter(|&at| !self.signs[at].double);
        if let Some(at) = innermost {
            let before_opener =
                || ahead.strong.is_none_or(|at| ahead.opener.is_some_and(|other| at >= other));
            if sign.closes_strongly() || sign.can_close() && before_opener() {
                self.open.pop();
                self.close(at, sign);
            }
        } else if sign.can_open() && ahead.closer {
            self.open.push(idx);
        }
    }

    /// Adds the stretch that the sign at `opener` opened and `sign` closes.
    fn close(&mut self, opener: usize, sign: Sign) {
        let Span { start, end } = self.signs[opener].span;
        self.found.push(closed(self.paragraph, start, end, sign));
    }

    /// All stretches, in any order. What is still open ends with its paragraph; single marks left over
    /// were apostrophes.
    fn finish(mut self) -> Vec<Marked> {
        let end = self.paragraph.trim_end().len();
        let end = u32::try_from(end).expect("a paragraph is shorter than 4 GiB");
        let outermost = self.open.iter().map(|&at| &self.signs[at]).find(|sign| sign.double);
        if let Some(sign) = outermost.filter(|sign| sign.span.end < end) {
            let inner = Span::new(sign.span.end, end).of(self.paragraph);
            let lead = (inner.len() - inner.trim_start().len()) as u32;
            // Found inside of it stays inside of it.
            self.found.push(Marked {
                outer: Span::new(sign.span.start, end),
                inner: Span::new(sign.span.end + lead, end),
                depth: 0,
                left_open: true,
            });
        }
        self.found
    }
}

/// The stretch that `sign` closes, with white space inside the marks left out.
fn closed(paragraph: &str, outer_start: u32, inner_start: u32, sign: Sign) -> Marked {
    let inner = Span::new(inner_start.min(sign.span.start), sign.span.start);
    let words = inner.of(paragraph);
    let lead = words.len() - words.trim_start().len();
    let inner = match words.trim().len() {
        0 => Span::new(inner.start, inner.start),
        length => {
            Span::from_range(inner.start as usize + lead..inner.start as usize + lead + length)
        }
    };
    Marked { outer: Span::new(outer_start, sign.span.end), inner, depth: 0, left_open: false }
}

/// Whether a mark opens or closes, as far as its character says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Open,
    Close,
    Either,
}

/// A quotation mark, or what may be one.
#[derive(Debug, Clone, Copy)]
struct Sign {
    span: Span,
    double: bool,
    direction: Direction,
    /// German low marks, which “ closes.
    low: bool,
    /// Whether what stands before and behind is a space or punctuation rather than a word.
    before: Neighbour,
    behind: Neighbour,
    /// "s" before and a space behind: perhaps the possessive of a plural.
    possessive: bool,
}

/// What stands beside a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    /// White space or the paragraph's edge.
    Space,
    /// Opening brackets, dashes and other marks.
    Punctuation,
    /// A letter, a digit, a full stop: something a word or sentence is made of.
    Word,
}

impl Sign {
    fn straight(&self) -> bool {
        self.double && self.direction == Direction::Either
    }

    fn opens_strongly(&self) -> bool {
        self.before == Neighbour::Space && self.behind != Neighbour::Space
    }

    fn can_open(&self) -> bool {
        match (self.double, self.direction) {
            (true, Direction::Open) => {
                !(self.before == Neighbour::Word && self.behind == Neighbour::Space)
            }
            (true, _) => self.before != Neighbour::Word,
            (false, Direction::Close) => false,
            (false, _) => self.before != Neighbour::Word && self.behind != Neighbour::Space,
        }
    }

    fn can_close(&self) -> bool {
        self.direction != Direction::Open
            && self.before != Neighbour::Space
            && self.behind != Neighbour::Word
    }

    fn closes_strongly(&self) -> bool {
        self.can_close() && !self.possessive
    }
}

/// All signs of a paragraph that may be quotation marks, apostrophes inside words left out.
fn signs(paragraph: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut from = 0;
    while let Some(skipped) = first_candidate(&paragraph.as_bytes()[from..]) {
        let at = from + skipped;
        let sign = paragraph[at..].chars().next().expect("a byte that begins a character");
        from = at + sign.len_utf8();
        let Some((mut double, mut direction)) = family_and_role(sign) else { continue };
        // Two single signs are how some sources type a double one.
        if matches!(sign, '\'' | '`') && paragraph[from..].starts_with(sign) {
            from += 1;
            double = true;
            direction = if sign == '`' { Direction::Open } else { Direction::Either };
        }
        let previous = paragraph[..at].chars().next_back();
        let next = paragraph[from..].chars().next();
        if !double
            && (is_inside_word(previous, next, &paragraph[from..]) || closes_n(&paragraph[..at]))
        {
            continue;
        }
        let (before, behind) = (neighbour_before(previous), neighbour_behind(&paragraph[from..]));
        let possessive =
            matches!(previous, Some('s' | 'S')) && next.is_none_or(char::is_whitespace);
        signs.push(Sign {
            span: Span::from_range(at..from),
            double,
            direction,
            low: sign == '„',
            before,
            behind,
            possessive,
        });
    }
    orient_guillemets(paragraph, &mut signs);
    signs
}

/// Tells guillemets what they do. They point outward in French («A»), inward in German (»A«), and all to
/// the right in Swedish (»A»). What stands beside all of a paragraph's guillemets decides; where that is
/// spaces alone, as in French («\u{a0}A\u{a0}»), they point outward.
fn orient_guillemets(paragraph: &str, signs: &mut [Sign]) {
    let points_left = |sign: &Sign| match sign.span.of(paragraph) {
        "«" => Some(true),
        "»" => Some(false),
        _ => None,
    };
    // How many more of them show that they point outward than that they point inward.
    let mut outward = 0;
    let mut n_left = 0;
    for sign in signs.iter() {
        let Some(left) = points_left(sign) else { continue };
        let side = match (sign.before == Neighbour::Word, sign.behind == Neighbour::Word) {
            (false, true) => 1,
            (true, false) => -1,
            _ => 0,
        };
        outward += if left { side } else { -side };
        n_left += usize::from(left);
    }
    for sign in signs {
        let Some(left) = points_left(sign) else { continue };
        let opens = match n_left {
            0 => sign.before != Neighbour::Word && sign.behind != Neighbour::Space,
            _ => left == (outward >= 0),
        };
        sign.direction = if opens { Direction::Open } else { Direction::Close };
    }
}

/// Whether a character is a double mark, and what it says of itself; `None` for no mark at all.
fn family_and_role(sign: char) -> Option<(bool, Direction)> {
    match sign {
        '"' | '\u{ff02}' | '«' | '»' => Some((true, Direction::Either)),
        '“' | '‟' | '〝' | '„' | '〟' => Some((true, Direction::Open)),
        '”' | '〞' => Some((true, Direction::Close)),
        '‘' | '‛' | '‚' | '‹' => Some((false, Direction::Open)),
        '’' | '›' => Some((false, Direction::Close)),
        '\'' | '`' => Some((false, Direction::Either)),
        _ => None,
    }
}

fn neighbour_before(previous: Option<char>) -> Neighbour {
    match previous {
        None => Neighbour::Space,
        Some(c) if c.is_whitespace() => Neighbour::Space,
        Some(
            '(' | '[' | '{' | '-' | '–' | '—' | '/' | '“' | '‘' | '"' | '\'' | '„' | '«' | '¿'
            | '¡',
        ) => Neighbour::Punctuation,
        Some(_) => Neighbour::Word,
    }
}

/// As [`neighbour_before`], but of other signs only those with which a word or a sentence may begin
/// count as a word: stops do before letters alone, as in "…and".
fn neighbour_behind(rest: &str) -> Neighbour {
    let behind_stops = rest.trim_start_matches(['.', '…']);
    let begins_word = behind_stops.starts_with(char::is_alphanumeric)
        || behind_stops.len() == rest.len() && rest.starts_with(['$', '#', '@', '€', '£']);
    match neighbour_before(rest.chars().next()) {
        Neighbour::Word if !begins_word => Neighbour::Punctuation,
        neighbour => neighbour,
    }
}

/// The first byte that may begin a sign. Most of a text is ASCII letters, so sixteen bytes at a time are
/// looked at together, which the processor does in a few steps.
fn first_candidate(bytes: &[u8]) -> Option<usize> {
    const MAY_BEGIN: [u8; 7] = [b'"', b'\'', b'`', 0xc2, 0xe2, 0xe3, 0xef];
    let (chunks, _) = bytes.as_chunks::<16>();
    // Without branches, so that it is done for all sixteen at once.
    let may_be_one = |byte: u8| (byte == b'"') | (byte == b'\'') | (byte == b'`') | (byte >= 0x80);
    let may_have_one =
        |chunk: &[u8; 16]| chunk.iter().fold(false, |one, &byte| one | may_be_one(byte));
    let skipped = 16 * chunks.iter().position(may_have_one).unwrap_or(chunks.len());
    bytes[skipped..].iter().position(|byte| MAY_BEGIN.contains(byte)).map(|at| skipped + at)
}

/// Whether a single mark is an apostrophe: between letters, before a decade, or in "'em".
fn is_inside_word(previous: Option<char>, next: Option<char>, rest: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if letter(previous) && letter(next) {
        return true;
    }
    if letter(previous) {
        return false;
    }
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
    CLIPPED_WORDS.contains(&word.to_ascii_lowercase().as_str())
        || word.len() >= 2 && word.as_bytes()[..2].iter().all(u8::is_ascii_digit) && word.len() <= 3
}

/// Whether what ends here is "’n", whose second apostrophe comes next: "rock ’n’ roll".
fn closes_n(before: &str) -> bool {
    before
        .strip_suffix(['n', 'N'])
        .and_then(|before| before.strip_suffix(['\'', '’', '‘']))
        .is_some_and(|before| before.ends_with(char::is_whitespace))
}

/// What stands behind a sign, for those that cannot tell from their neighbours what they do.
#[derive(Debug, Clone, Copy, Default)]
struct Ahead {
    /// The first single mark that can but close.
    strong: Option<usize>,
    /// Whether there is a single mark that can close.
    closer: bool,
    /// The first mark that can open.
    opener: Option<usize>,
}

/// What stands behind each sign; nothing where there is no single mark, for only these ask.
fn ahead(signs: &[Sign]) -> Vec<Ahead> {
    if signs.iter().all(|sign| sign.double) {
        return Vec::new();
    }
    let mut all = vec![Ahead::default(); signs.len()];
    let mut ahead = Ahead::default();
    for (idx, sign) in signs.iter().enumerate().rev() {
        all[idx] = ahead;
        if !sign.double && sign.can_close() {
            ahead.closer = true;
            if sign.closes_strongly() {
                ahead.strong = Some(idx);
            }
        }
        if sign.can_open() {
            ahead.opener = Some(idx);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Prints what stands inside marks: `[…]` for a closed stretch, `[…` for one left open.
    #[track_caller]
    fn check(paragraph: &str, expected: &[&str]) {
        check_after(paragraph, false, expected);
    }

    #[track_caller]
    fn check_after(paragraph: &str, continues: bool, expected: &[&str]) {
        let found: Vec<String> = marked(paragraph, continues)
            .iter()
            .map(|marked| {
                let end = if marked.left_open { "…" } else { "" };
                format!("{}{}{end}", ">".repeat(marked.depth as usize), marked.inner.of(paragraph))
            })
            .collect();
        assert_eq!(found, expected, "in {paragraph}");
    }

    #[test]
    fn marks_of_all_styles_pair() {
        check("\"A b,\" he said. \"C d.\"", &["A b,", "C d."]);
        check("“A b,” he said. “C d.”", &["A b,", "C d."]);
        check("Er sagte: „A b“ und „C d”.", &["A b", "C d"]);
        check("Il dit « A b » et «C d».", &["A b", "C d"]);
        check("Han sagde »A b« igen.", &["A b"]);
        check("Hon sa »A b» och »C».", &["A b", "C"]);
        // The spaces of French typesetting: U+0020, U+00A0 and U+202F.
        check("« A b », dit-elle. « C d. »", &["A b", "C d."]);
        check("«\u{a0}A b\u{a0}», dit-elle. «\u{a0}C d.\u{a0}»", &["A b", "C d."]);
        check("«\u{202f}A b\u{202f}», dit-elle. «\u{202f}C d.\u{202f}»", &["A b", "C d."]);
        check("«A b,»said X.", &["A b,"]);
        check("X said: «A b.»«C d,» said Y.", &["A b.", "C d,"]);
        check("»A b.«»C d,« sagte Y.", &["A b.", "C d,"]);
        check("« A b", &["A b…"]);
        check_after("A b », dit-elle. « C d »", true, &["A b", "C d"]);
        check("''A b,'' he said.", &["A b,"]);
        check("``A b,'' he said.", &["A b,"]);
    }

    #[test]
    fn single_marks_pair_and_apostrophes_do_not() {
        check("Kabul ‘is stabilizing’ and ‘calm’", &["is stabilizing", "calm"]);
        check("'Not an enemy' any more", &["Not an enemy"]);
        check("It's the officials' view, isn't it?", &[]);
        check("the '90s and rock 'n' roll", &[]);
        check("‘The officials’ view is fine,’ he said.", &["The officials’ view is fine,"]);
        check("Taliban’s and militants’ success", &[]);
        check(
            "‘Rock ’n’ roll died in ’68, ’tis said,’ he said",
            &["Rock ’n’ roll died in ’68, ’tis said,"],
        );
    }

    #[test]
    fn marks_nest() {
        check("“He said ‘no’ to me,” she said.", &["He said ‘no’ to me,", ">no"]);
        check("\"You say 'accept it,'\" he said.", &["You say 'accept it,'", ">accept it,"]);
        check("“A “b” c” d", &["A “b” c", ">b"]);
    }

    #[test]
    fn unbalanced_marks_recover_at_the_paragraph() {
        check("“A b. C d", &["A b. C d…"]);
        check("“A b. “C d,” he said", &["C d,"]);
        check("A b,” he said", &[]);
        check_after("and so on,” he said", true, &["and so on,"]);
        check("“Central Asia\"", &["Central Asia"]);
        check("a 6\" pipe", &[]);
    }
}
