//! [`fold`]: the form of a text in which it is searched, with the way back to the source.
//!
//! Two spellings that a reader takes for the same word become the same characters: case goes, and so
//! do diacritics (*São* and *sao*), full and half width, the curl of quotation marks and apostrophes,
//! the kinds of hyphen, ligatures, soft hyphens and invisible direction marks. What the index holds
//! and what a query asks for both go through here, so the two cannot disagree.
//!
//! [`Folded`] keeps the folded text and the map back: search runs on the one, the page shows the
//! other, and [`Folded::source_from_folded`] leads from a place found to the characters on the page.
//!
//! Which characters are equal follows Unicode's compatibility decomposition without the combining
//! marks (UAX #15, NFKD) and its lower case, for the Latin, Greek and Cyrillic alphabets. It is
//! written as small tables, because the full ones (those of the `unicode-normalization` crate) would
//! more than double what a reader downloads for searching; a test holds the tables against that
//! crate. Vowel signs of scripts in which they tell words apart (Thai, the scripts of India) stay.

use crate::span::Span;

/// A text in its searched form, with the way back to the source it was made from.
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
    pieces: Vec<Piece>,
    source_len: u32,
}

/// A stretch of folded text up to the next piece, and the stretch of source it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    folded: u32,
    source: u32,
    /// Whether the bytes correspond one to one; otherwise the piece goes back to the source as a
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
        let start_idx = self.piece_at(folded.start);
        let start = self.pieces.get(start_idx).map_or(self.source_len, |piece| {
            piece.source + if piece.parallel { folded.start - piece.folded } else { 0 }
        });
        if folded.is_empty() {
            return Span::new(start, start);
        }
        let end_idx = self.piece_at(folded.end - 1);
        let piece = self.pieces[end_idx];
        let end = if piece.parallel {
            piece.source + (folded.end - piece.folded)
        } else {
            self.pieces.get(end_idx + 1).map_or(self.source_len, |next| next.source)
        };
        Span::new(start, end)
    }

    /// The index of the piece in which a byte of the folded text lies.
    fn piece_at(&self, byte: u32) -> usize {
        self.pieces.partition_point(|piece| piece.folded <= byte).saturating_sub(1)
    }

    /// Notes that what is pushed to `text` from now on comes from `source`.
    fn begin_piece(&mut self, source: u32, parallel: bool) {
        let folded = self.text.len() as u32;
        self.pieces.push(Piece { folded, source, parallel });
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
                folded.begin_piece(at as u32, true);
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
        // is a piece, but for those that stay as long as they are.
        let before = folded.text.len();
        push_folded(c, &mut folded.text);
        let pushed = &folded.text[before..];
        let parallel = pushed.len() == c.len_utf8()
            && pushed.chars().next().map(char::len_utf8) == Some(c.len_utf8());
        if !(parallel && in_parallel) {
            folded.pieces.push(Piece { folded: before as u32, source, parallel });
        }
        in_parallel = parallel;
    }
    folded
}

impl Folded {
    /// Makes the last character of the text a piece of its own that goes back as a whole.
    fn isolate_last(&mut self) {
        let Some(last) = self.text.chars().next_back() else { return };
        let folded = (self.text.len() - last.len_utf8()) as u32;
        let Some(piece) = self.pieces.last_mut() else { return };
        if piece.folded == folded {
            piece.parallel = false;
        } else {
            let source = piece.source + (folded - piece.folded);
            self.pieces.push(Piece { folded, source, parallel: false });
        }
    }
}

/// Whether a character has no part in the folded text: combining marks of the alphabets whose
/// letters are found without them, and characters that cannot be seen.
fn is_dropped(c: char) -> bool {
    matches!(c,
        // Combining marks: general, Cyrillic, Hebrew points, Arabic vowel signs, supplements.
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}'
        // Arabic tatweel, which only stretches a word.
        | '\u{640}'
        // Soft hyphen, zero-width space and joiners, marks of direction, variation selectors.
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Appends the folded form of one character that is neither ASCII nor dropped; at least one
/// character.
fn push_folded(c: char, text: &mut String) {
    let several = match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' | 'ǽ' | 'Ǽ' | 'ǣ' | 'Ǣ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ĳ' | 'Ĳ' => "ij",
        'ǆ' | 'ǅ' | 'Ǆ' | 'ǳ' | 'ǲ' | 'Ǳ' => "dz",
        'ǉ' | 'ǈ' | 'Ǉ' => "lj",
        'ǌ' | 'ǋ' | 'Ǌ' => "nj",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => "",
    };
    if !several.is_empty() {
        text.push_str(several);
        return;
    }
    let one = match c {
        // Apostrophes and single quotation marks, of which the curl says nothing to a reader.
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' | '\u{b4}' | '\u{2039}' | '\u{203a}' => {
            '\''
        }
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => '"',
        // Hyphens; the en dash too, for `2019–2021`, but not the dash that parts clauses.
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' => '-',
        '\u{a0}' | '\u{202f}' | '\u{3000}' => ' ',
        // Full width.
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = char::from_u32(c as u32 - 0xfee0).expect("ASCII lies 0xFEE0 below");
            narrow.to_ascii_lowercase()
        }
        // Half width.
        '\u{ff66}'..='\u{ff9d}' => row_entry(&KATAKANA, '\u{ff66}', c),
        '\u{c0}'..='\u{24f}' => row_entry(&LATIN, '\u{c0}', c),
        '\u{370}'..='\u{3ff}' => row_entry(&GREEK, '\u{370}', c),
        '\u{1e00}'..='\u{1eff}' => row_entry(&LATIN_ADDITIONAL, '\u{1e00}', c),
        '\u{1f00}'..='\u{1fff}' => row_entry(&GREEK_EXTENDED, '\u{1f00}', c),
        // Cyrillic letters that decompose.
        'Ѐ' | 'Ё' | 'ѐ' | 'ё' => 'е',
        'Й' | 'й' | 'Ѝ' | 'ѝ' => 'и',
        'Ї' | 'ї' => 'і',
        'Ў' | 'ў' => 'у',
        'Ѓ' | 'ѓ' => 'г',
        'Ќ' | 'ќ' => 'к',
        // Arabic: alef and its kin, the two forms of yeh and of heh at a word's end.
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => '\u{627}',
        '\u{624}' => '\u{648}',
        '\u{626}' | '\u{649}' | '\u{6cc}' => '\u{64a}',
        '\u{6a9}' => '\u{643}',
        // Arabic-Indic digits, both sets.
        '\u{660}'..='\u{669}' => digit(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c as u32 - 0x6f0),
        _ => lower(c),
    };
    text.push(one);
}

/// The small letter of a capital one in the alphabets that have no table below: Cyrillic, Armenian,
/// Georgian, Adlam. The standard library knows all of Unicode's, at the price of a table of 10 kB.
fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => code | 1,
        0x4c0 => 0x4cf,
        0x4c1..=0x4ce => (code + 1) & !1,
        0x531..=0x556 => code + 48,
        0x1c90..=0x1cba | 0x1cbd..=0x1cbf => code - 0xbc0,
        0x1e900..=0x1e921 => code + 34,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// The ASCII digit of a value below ten.
fn digit(value: u32) -> char {
    char::from_digit(value, 10).expect("a digit is below ten")
}

/// What stands for `c` in a table that begins at `first` and has 64 characters a row.
fn row_entry(rows: &[&str], first: char, c: char) -> char {
    let idx = (c as usize) - (first as usize);
    rows[idx / 64].chars().nth(idx % 64).unwrap_or(c)
}

/// U+FF66 to U+FF9D, half-width katakana: each in full width.
static KATAKANA: [&str; 1] = [
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン",
];

/// U+00C0 to U+024F, 64 characters a row: each without case and diacritics.
static LATIN: [&str; 7] = [
    "aaaaaaæceeeeiiiidnooooo×ouuuuyþßaaaaaaæceeeeiiiidnooooo÷ouuuuyþy",
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkqllllllŀ",
    "ŀllnnnnnnŉnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    "bbƃƃƅƅɔccddƌƌƍǝəɛffgɣƕɩikklƛɯnnɵooƣƣppʀƨƨʃƪƫttʈuuʊʋƴƴzzʒƹƹƺƻƽƽƾƿ",
    "ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææggggkkooooʒʒjǳǳǳggƕƿnnaaææoo",
    "aaaaeeeeiiiioooorrrruuuussttȝȝhhndȣȣzzaaeeooooooooyylntȷȸȹacclⱦs",
    "zɂɂbuʌeejjɋɋrryy",
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

/// U+1F00 to U+1FFF likewise.
static GREEK_EXTENDED: [&str; 4] = [
    "ααααααααααααααααεεεεεε἖἗εεεεεε἞἟ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι",
    "οοοοοο὆὇οοοοοο὎὏υυυυυυυυ὘υ὚υ὜υ὞υωωωωωωωωωωωωωωωωααεεηηιιοουυωω὾὿",
    "ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα᾵ααααααα᾽ι᾿",
    "῀῁ηηη῅ηηεεηηη῍῎῏ιιιι῔῕ιιιιιι῜῝῞῟υυυυρρυυυυυυρ῭΅`῰῱ωωω῵ωωοοωωω´῾῿",
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
            '\u{400}'..='\u{52f}',
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
