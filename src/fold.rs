//! Text normalization for search: [`fold`] gives the form in which a text is searched, with an
//! offset map back to the source.
//!
//! Two spellings that a reader takes for the same word become the same characters: case goes, and so
//! do diacritics (*São* and *sao*), full and half width, the curl of quotation marks and apostrophes,
//! the kinds of hyphen, ligatures, soft hyphens and invisible direction marks. What the index holds
//! and what a query asks for both go through here, so the two cannot disagree.
//!
//! [`Folded`] has the folded text and the offset map: search runs on the folded text, and
//! [`Folded::source_from_folded`] maps a match to the characters of the source, which the page shows.
//!
//! Which characters are equal follows Unicode's compatibility decomposition without the combining
//! marks (UAX #15, NFKD) and its lower case, for the Latin, Greek and Cyrillic alphabets. It is
//! written as small tables of 3 kB, because the full ones (those of the `unicode-normalization` crate)
//! would cost every reader 50 kB in Brotli, twice as much as all of the search; a test compares the
//! tables with that crate. Vowel signs of scripts in which they tell words apart (Thai, the scripts of
//! India) stay.

use crate::span::Span;

/// A text in its searched form, with an offset map back to the source it was made from.
///
/// ```
/// use whosaid::fold::fold;
/// use whosaid::span::Span;
///
/// let source = "The S\u{e3}o Paulo caf\u{e9}\u{2019}s";
/// let folded = fold(source);
/// assert_eq!(folded.text(), "the sao paulo cafe's");
/// let found = folded.text().find("sao").unwrap();
/// let span = folded.source_from_folded(Span::from_range(found..found + 3));
/// assert_eq!(span.of(source), "S\u{e3}o");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Sorted by both places.
    segments: Vec<Segment>,
    source_len: u32,
}

/// A stretch of folded text up to the next segment, and the stretch of source it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    folded: u32,
    source: u32,
    /// Whether the bytes correspond one to one; otherwise the segment goes back to the source as a
    /// whole.
    parallel: bool,
}

impl Folded {
    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source characters that `folded`, a Span of the folded text, was made from.
    ///
    /// Covers whole characters with the combining marks that belong to them: half of a `ß` (folded
    /// to `ss`) leads back to all of it. An empty Span leads to an empty one.
    ///
    /// # Panics
    ///
    /// If `folded` does not lie in the folded text.
    #[must_use]
    pub fn source_from_folded(&self, folded: Span) -> Span {
        assert!(folded.end as usize <= self.text.len(), "the span lies in the folded text");
        let start_idx = self.segment_at(folded.start);
        let start = self.segments.get(start_idx).map_or(self.source_len, |segment| {
            segment.source + if segment.parallel { folded.start - segment.folded } else { 0 }
        });
        if folded.is_empty() {
            return Span::new(start, start);
        }
        let end_idx = self.segment_at(folded.end - 1);
        let segment = self.segments[end_idx];
        let end = if segment.parallel {
            segment.source + (folded.end - segment.folded)
        } else {
            self.segments.get(end_idx + 1).map_or(self.source_len, |next| next.source)
        };
        Span::new(start, end)
    }

    /// The index of the segment in which a byte of the folded text lies.
    fn segment_at(&self, byte: u32) -> usize {
        self.segments.partition_point(|segment| segment.folded <= byte).saturating_sub(1)
    }

    /// Notes that what is pushed to `text` from now on comes from `source`, byte by byte.
    fn begin_parallel(&mut self, source: u32) {
        let folded = self.text.len() as u32;
        self.segments.push(Segment { folded, source, parallel: true });
    }
}

/// Folds a text. Takes time in proportion to it.
#[must_use]
pub fn fold(source: &str) -> Folded {
    let source_len = u32::try_from(source.len()).expect("a text is shorter than 4 GiB");
    let mut folded = Folded { source_len, ..Folded::default() };
    folded.text.reserve(source.len());
    let mut in_parallel = false;
    let mut at = 0;
    while at < source.len() {
        // Most text is ASCII, which goes in whole stretches.
        let rest = &source[at..];
        let n_ascii = rest.bytes().take_while(u8::is_ascii).count();
        if n_ascii > 0 {
            if !in_parallel {
                folded.begin_parallel(at as u32);
                in_parallel = true;
            }
            let start = folded.text.len();
            folded.text.push_str(&rest[..n_ascii]);
            folded.text[start..].make_ascii_lowercase();
        }
        let Some(c) = rest[n_ascii..].chars().next() else { break };
        let source = (at + n_ascii) as u32;
        at += n_ascii + c.len_utf8();
        if is_dropped(c) {
            // It belongs to the character before it, which therefore goes back as a whole.
            if in_parallel {
                folded.isolate_last();
                in_parallel = false;
            }
            continue;
        }
        // Unlike ASCII, other letters may fold to several or to none of the same length, so each
        // is a segment, but for those that stay as long as they are.
        let before = folded.text.len();
        push_folded(c, &mut folded.text);
        let pushed = &folded.text[before..];
        let parallel = pushed.len() == c.len_utf8()
            && pushed.chars().next().map(char::len_utf8) == Some(c.len_utf8());
        if !(parallel && in_parallel) {
            folded.segments.push(Segment { folded: before as u32, source, parallel });
        }
        in_parallel = parallel;
    }
    folded
}

impl Folded {
    /// Makes the last character of the text a segment of its own that goes back as a whole.
    fn isolate_last(&mut self) {
        let Some(last) = self.text.chars().next_back() else { return };
        let folded = (self.text.len() - last.len_utf8()) as u32;
        let Some(segment) = self.segments.last_mut() else { return };
        if segment.folded == folded {
            segment.parallel = false;
        } else {
            let source = segment.source + (folded - segment.folded);
            self.segments.push(Segment { folded, source, parallel: false });
        }
    }
}

/// Whether a character has no part in the folded text.
fn is_dropped(c: char) -> bool {
    DROPPED.iter().any(|&[first, last]| (u32::from(first)..=u32::from(last)).contains(&(c as u32)))
}

/// From and to which code: combining marks of the alphabets whose letters are found without them, and
/// characters that cannot be seen.
static DROPPED: [[u16; 2]; 24] = [
    // Soft hyphen.
    [0xad, 0xad],
    // Combining marks: general, Cyrillic, Hebrew points, Arabic vowel signs, supplements.
    [0x300, 0x36f],
    [0x483, 0x489],
    [0x591, 0x5bd],
    [0x5bf, 0x5bf],
    [0x5c1, 0x5c2],
    [0x5c4, 0x5c5],
    [0x5c7, 0x5c7],
    [0x610, 0x61a],
    [0x64b, 0x65f],
    [0x670, 0x670],
    [0x6d6, 0x6dc],
    [0x6df, 0x6e4],
    [0x1ab0, 0x1aff],
    [0x1dc0, 0x1dff],
    [0x20d0, 0x20ff],
    [0xfe20, 0xfe2f],
    // Arabic tatweel, which only stretches a word.
    [0x640, 0x640],
    // Zero-width space and joiners, marks of direction, variation selectors.
    [0x61c, 0x61c],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x2069],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
];

/// Appends the folded form of one character that is neither ASCII nor dropped; at least one
/// character.
fn push_folded(c: char, text: &mut String) {
    let c = lower(c);
    let one = match c {
        // Full width, with ASCII 0xFEE0 below.
        '\u{ff01}'..='\u{ff5e}' => char::from((c as u32 - 0xfee0) as u8).to_ascii_lowercase(),
        // Arabic-Indic digits, both sets.
        '\u{660}'..='\u{669}' => digit(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c as u32 - 0x6f0),
        _ => in_tables(c).or_else(|| same(c)).unwrap_or(c),
    };
    if matches!(one, 'ß'..='ǳ' | 'ﬀ'..='ﬆ')
        && let Some(several) = SEVERAL.iter().find_map(|entry| entry.strip_prefix(one))
    {
        text.push_str(several);
    } else {
        text.push(one);
    }
}

/// The character for which `c` is searched, where it is one of [`SAME`].
fn same(c: char) -> Option<char> {
    SAME.iter().find(|same| same.chars().any(|other| other == c))?.chars().next()
}

/// Characters that are searched as one, namely as the first of them.
static SAME: [&str; 15] = [
    // Apostrophes and single quotation marks, of which the curl says nothing to a reader.
    "'\u{2018}\u{2019}\u{201a}\u{201b}\u{2032}\u{2bc}\u{b4}\u{2039}\u{203a}",
    "\"\u{201c}\u{201d}\u{201e}\u{201f}\u{2033}«»",
    // Hyphens; the en dash too, for `2019–2021`, but not the dash that parts clauses.
    "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}\u{fe63}",
    " \u{a0}\u{202f}\u{3000}",
    // Cyrillic letters that decompose.
    "еѐё",
    "ийѝ",
    "ії",
    "уў",
    "гѓ",
    "кќ",
    "ѵѷ",
    // Arabic: alef and its kin, the two forms of yeh and of heh at a word's end.
    "\u{627}\u{622}\u{623}\u{625}\u{671}",
    "\u{648}\u{624}",
    "\u{64a}\u{626}\u{649}\u{6cc}",
    "\u{643}\u{6a9}",
];

/// Characters and the several letters that they stand for.
static SEVERAL: [&str; 16] = [
    "ßss", "æae", "œoe", "þth", "ĳij", "ǆdz", "ǳdz", "ǉlj", "ǌnj", "ﬀff", "ﬁfi", "ﬂfl", "ﬃffi",
    "ﬄffl", "ﬅst", "ﬆst",
];

/// The small letter of a capital one of Cyrillic, whose part from U+04C0 on has a table below, Armenian, Georgian and
/// Adlam. Further scripts (Cherokee, Deseret) keep their capitals: an index has folded words, so that folding them
/// would be another version of it.
fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        0x460..=0x481 | 0x48a..=0x4bf | 0x500..=0x52f => code | 1,
        0x531..=0x556 => code + 48,
        0x1c90..=0x1cba | 0x1cbd..=0x1cbf => code - 0xbc0,
        0x1e900..=0x1e921 => code + 34,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// The ASCII digit of a value below ten.
fn digit(value: u32) -> char {
    char::from(b'0' + value as u8)
}

/// What stands for `c` in one of the tables, if it is there.
fn in_tables(c: char) -> Option<char> {
    TABLES.iter().find_map(|&(first, rows)| {
        let idx = (c as usize).checked_sub(first as usize)?;
        rows.get(idx / 64)?.chars().nth(idx % 64)
    })
}

/// Tables with their first character; 64 characters a row.
static TABLES: [(char, &[&str]); 5] = [
    ('\u{c0}', &LATIN),
    ('\u{370}', &GREEK),
    ('\u{4c0}', &CYRILLIC),
    ('\u{1e00}', &LATIN_ADDITIONAL),
    ('\u{ff66}', &KATAKANA),
];

/// U+04C0 to U+04FF, the part of Cyrillic that has most of its marks; as above.
static CYRILLIC: [&str; 1] = ["ӏжжӄӄӆӆӈӈӊӊӌӌӎӎӏааааӕӕееәәәәжжззӡӡииииооөөөөээууууууччӷӷыыӻӻӽӽӿӿ"];

/// U+FF66 to U+FF9D, half-width katakana: each in full width.
static KATAKANA: [&str; 1] = [
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン",
];

/// U+00C0 to U+024F, 64 characters a row: each without case and diacritics.
static LATIN: [&str; 7] = [
    "aaaaaaæceeeeiiiidnooooo×ouuuuyþßaaaaaaæceeeeiiiidnooooo÷ouuuuyþy",
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkqllllllŀ",
    "ŀllnnnnnnŉnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    "bɓƃƃƅƅɔccɖɗƌƌƍǝəɛffɠɣƕɩɨkklƛɯɲnɵooƣƣppʀƨƨʃƪƫttʈuuʊʋƴƴzzʒƹƹƺƻƽƽƾƿ",
    "ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææggggkkooooʒʒjǳǳǳggƕƿnnaaææoo",
    "aaaaeeeeiiiioooorrrruuuussttȝȝhhndȣȣzzaaeeooooooooyylntȷȸȹⱥcclⱦs",
    "zɂɂbʉʌeejjɋɋrryy",
];

/// U+0370 to U+03FF likewise.
static GREEK: [&str; 3] = [
    "ͱͱͳͳʹ͵ͷͷ͸͹ͺͻͼͽ;ϳ΀΁΂΃΄΅α·εηι΋ο΍υωιαβγδεζηθικλμνξοπρ΢στυφχψωιυαεηι",
    "υαβγδεζηθικλμνξοπρσστυφχψωιυουωϗβθυυυφπϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯ",
    "κρσϳθε϶ϸϸσϻϻϼͻͼͽ",
];

/// U+1E00 to U+1EFF likewise.
static LATIN_ADDITIONAL: [&str; 4] = [
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm",
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv",
    "wwwwwwwwwwxxxxyyzzzzzzhtwyẚsẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee",
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, folded: &str) {
        assert_eq!(fold(source).text(), folded);
    }

    #[test]
    fn spellings_a_reader_takes_for_one_are_one() {
        check("TALIBAN", "taliban");
        check("Zürich, Łódź, Gdańsk", "zurich, lodz, gdansk");
        check("Müller-Groß", "muller-gross");
        check("Ёлка Й", "елка и");
        check("ΆΓΓΕΛΟΣ άγγελος", "αγγελοσ αγγελοσ");
        check("“don’t” ‘so’ «да»", "\"don't\" 'so' \"да\"");
        check("hard\u{ad}line hard\u{2010}line", "hardline hard-line");
        check("Ｋａｂｕｌ ﾊ", "kabul ハ");
        check("ﬁrst eﬃcient", "first efficient");
        check("e\u{301}te\u{301}", "ete");
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        for range in [
            '\u{400}'..='\u{4bf}',
            '\u{500}'..='\u{52f}',
            '\u{531}'..='\u{58f}',
            '\u{1c90}'..='\u{1cbf}',
            '\u{1e900}'..='\u{1e943}',
        ] {
            for c in range {
                assert!(c.to_lowercase().eq([lower(c)]), "{c} U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn marks_that_tell_words_apart_stay() {
        check("กิน कि", "กิน कि");
        check("が", "が");
    }

    #[track_caller]
    fn check_way_back(source: &str, needle: &str, expected: &str) {
        let folded = fold(source);
        let at = folded.text().find(needle).expect("the needle is there");
        let span = folded.source_from_folded(Span::from_range(at..at + needle.len()));
        assert_eq!(span.of(source), expected);
    }

    #[test]
    fn the_way_back_covers_whole_characters() {
        check_way_back("Straße", "s", "S");
        check_way_back("die Straße", "as", "aß");
        check_way_back("die Straße", "se", "ße");
        check_way_back("cafe\u{301}s", "cafe", "cafe\u{301}");
        check_way_back("hard\u{ad}line", "hard", "hard\u{ad}");
        check_way_back("\u{feff}Kabul", "kabul", "Kabul");
        check_way_back("😀 ΆΓΓΕΛΟΣ 😀", "αγγ", "ΆΓΓ");
    }
}
