//! Name matching: when two spellings are one person's, and when two descriptions are one body's.
//!
//! Two full names are one person's only when the surnames agree and the given names are equal, an
//! initial of one another, or spelling variants (Samir and Zamir, Sergei and Sergey); never on the
//! surname alone. Variants are recognized by edit distance and by what the usual transliterations have
//! in common. The safeguards follow the literature on name matching in news (Pouliquen and Steinberger
//! 2009).

use std::collections::BTreeSet;

use super::lexicon::lists::{GENERATIONS, SHORT_FORMS, SMALL_IN_BODIES};
use super::lexicon::{self, Tags};

/// The form in which names are compared: lower case, without the accents of European Latin alphabets,
/// apostrophes and dots, so that "O'Brien" and "Ó Briain" have the keys "obrien" and "o briain".
///
/// Not the form in which a text is searched ([`crate::fold`]), which keeps apostrophes and dots and the
/// way back to the source, and knows more alphabets.
pub(super) fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    push_name_key(name, &mut key);
    key
}

/// Appends the [`name_key`] of a name to `key`.
pub(super) fn push_name_key(name: &str, key: &mut String) {
    if name.is_ascii() {
        key.push_str(name);
        key.make_ascii_lowercase();
        // Nearly every word is its own key, but for its case.
        if name.bytes().any(|byte| matches!(byte, b'\'' | b'.')) {
            key.retain(|c| c != '\'' && c != '.');
        }
        return;
    }
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => key.push('a'),
            'ç' | 'ć' | 'č' => key.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => key.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => key.push('i'),
            'ñ' | 'ń' | 'ň' => key.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => key.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => key.push('u'),
            'ý' | 'ÿ' => key.push('y'),
            'š' | 'ś' | 'ş' | 'ș' => key.push('s'),
            'ž' | 'ź' | 'ż' => key.push('z'),
            'ł' => key.push('l'),
            'ğ' => key.push('g'),
            'đ' => key.push('d'),
            'ţ' | 'ț' | 'ť' => key.push('t'),
            'ř' => key.push('r'),
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            '\'' | '’' | '.' | '\u{300}'..='\u{36f}' => {}
            _ => key.push(c),
        }
    }
}

/// Splits what tells father and son apart ("Jr.", "Sr.") off a name: its other words, and that.
pub(super) fn generation<W: AsRef<str>>(name: &[W]) -> (&[W], Option<&str>) {
    match name {
        [words @ .., last] if !words.is_empty() && GENERATIONS.contains(&last.as_ref()) => {
            (words, Some(last.as_ref().trim_end_matches('.')))
        }
        _ => (name, None),
    }
}

/// Whether a name is the son's of a father who has the same.
pub(super) fn is_junior<W: AsRef<str>>(name: &[W]) -> bool {
    generation(name).1.is_some_and(|word| word.eq_ignore_ascii_case("jr"))
}

/// The surname of a person, as it stands alone: "Sisi" of "Abdel Fattah el-Sisi".
pub(super) fn surname<W: AsRef<str>>(name: &[W]) -> &str {
    let surname = generation(name).0.last().map_or("", AsRef::as_ref);
    let bare = surname.strip_prefix("el-").or(surname.strip_prefix("al-"));
    bare.unwrap_or(surname)
}

/// How much two full names are alike that may be one person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// But for what is left out, an order or a transliteration they are one name: "Hillary Rodham Clinton" and
    /// "Hillary Clinton", "Sergei Lavrov" and "Sergey Lavrov", "Lun Bo" and "Bo Lun".
    Same,
    /// As [`Likeness::Same`], but that one has an initial for a given name: "J. Smith" and "John Smith".
    Initial,
    /// A word differs in a letter or two, or one given name is the short form of the other: "Samir Kabulov" and "Zamir
    /// Kabulov", "Ivana Roe" and "Ivanka Roe", "Jim Roe" and "James Roe".
    Near,
}

/// How alike two full names are; `None` where they are two people's, as father and son are.
pub(super) fn likeness(one: &[String], other: &[impl AsRef<str>]) -> Option<Likeness> {
    let ((one, of_one), (other, of_other)) = (generation(one), generation(other));
    let is_same = |of_one: &str, of_other: &str| of_one.eq_ignore_ascii_case(of_other);
    match (of_one, of_other) {
        (None, None) => {}
        // "Roe Jr." is John Roe Jr.
        (Some(of_one), Some(of_other)) if is_same(of_one, of_other) => {
            let is_bare = one.len() == 1 || other.len() == 1;
            if is_bare && name_key(surname(one)) == name_key(surname(other)) {
                return Some(Likeness::Same);
            }
        }
        _ => return None,
    }
    let one: Vec<String> = one.iter().map(|word| name_key(word)).collect();
    let other: Vec<String> = other.iter().map(|word| name_key(word.as_ref())).collect();
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let ([short_first, short_middle @ .., short_last], [long_first, long_middle @ .., long_last]) =
        (&short[..], &long[..])
    else {
        return (one == other).then_some(Likeness::Same);
    };
    // The family name first; of two family names the first alone, or both without the given name.
    let is_turned = long.len() == 2 && short_first == long_last && short_last == long_first;
    let is_part = long.len() == 3
        && short.len() == 2
        && !is_given(&long[1])
        && (short[..] == long[..2] || short[..] == long[1..]);
    if is_turned || is_part {
        return Some(Likeness::Same);
    }
    let last = word_likeness(short_last, long_last)?;
    // Who shortens the first given name and writes the second is called by the second.
    let (long_first, long_middle) = match long_middle {
        [called, rest @ ..]
            if is_letter(long_first)
                && !is_letter(called)
                && !is_letter(short_first)
                && short_middle.is_empty() =>
        {
            (called, rest)
        }
        _ => (long_first, long_middle),
    };
    let first = given_likeness(short_first, long_first)?;
    // Of two that both have further given names these are the same, one by one; else they may be left out.
    let middle = match (short_middle, long_middle) {
        ([], _) => Likeness::Same,
        (one, other) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other);
            pairs.try_fold(Likeness::Same, |most, (one, other)| {
                match given_likeness(one, other)? {
                    Likeness::Initial => Some(most),
                    likeness => Some(most.max(likeness)),
                }
            })?
        }
        _ => return None,
    };
    let likeness = last.max(first).max(middle);
    // "Mohamed Abdel Salam" is no misspelling of Mohamed Salah.
    let is_longer = short_middle.len() != long_middle.len();
    Some(likeness).filter(|likeness| *likeness != Likeness::Near || !is_longer)
}

/// Whether two full names are plainly of two persons: neither spelling variants, nor one the end of the other, as
/// "Billionaire Ada Voss" may be read.
pub(super) fn are_two(one: &[String], other: &[String]) -> bool {
    likeness(one, other).is_none() && !one.ends_with(other) && !other.ends_with(one)
}

/// Whether a word is a known given name.
pub(super) fn is_given(word: &str) -> bool {
    lexicon::lookup(&name_key(word)).0.any(Tags::GIVEN)
}

/// Whether a given name, as written, is an initial: "J.".
pub(super) fn is_initial(name: &str) -> bool {
    is_letter(name.trim_end_matches('.'))
}

/// Whether the [`name_key`] of a given name is an initial.
fn is_letter(key: &str) -> bool {
    key.chars().count() == 1
}

/// How alike two given names are, as [`name_key`]s.
fn given_likeness(one: &str, other: &str) -> Option<Likeness> {
    let is_short_for = |short: &str, long: &str| {
        SHORT_FORMS.iter().any(|(form, names)| *form == short && names.contains(&long))
    };
    if is_short_for(one, other) || is_short_for(other, one) {
        return Some(Likeness::Near);
    }
    let initial = |short: &str, long: &str| is_letter(short) && long.starts_with(short);
    if one != other && (initial(one, other) || initial(other, one)) {
        return Some(Likeness::Initial);
    }
    word_likeness(one, other)
}

/// How alike two words of names are, as [`name_key`]s.
fn word_likeness(one: &str, other: &str) -> Option<Likeness> {
    if one == other || same_skeleton(one, other) {
        return Some(Likeness::Same);
    }
    same_key(one, other).then_some(Likeness::Near)
}

/// Whether two words are one, or spelling variants: alike after transliteration, or both of five
/// letters and more and one edit apart, or of eight and more and two.
pub(super) fn same_word(one: &str, other: &str) -> bool {
    one == other || same_key(&name_key(one), &name_key(other))
}

/// As [`same_word`], of the [`name_key`]s of two words.
fn same_key(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one_length, other_length) = (one.chars().count(), other.chars().count());
    let shorter = one_length.min(other_length);
    if shorter < 5 || one_length.max(other_length) > 40 {
        return false;
    }
    strsim::levenshtein(one, other) <= if shorter >= 8 { 2 } else { 1 } || same_skeleton(one, other)
}

/// Whether two [`name_key`]s of five letters and more are transliterations of one name.
fn same_skeleton(one: &str, other: &str) -> bool {
    one.len().min(other.len()) >= 5
        && lasting(one).eq(lasting(other))
        && skeleton(one) == skeleton(other)
}

/// A name as the common transliterations into English agree on it: "Rakhmon" and "Rachmon",
/// "Sergei" and "Sergey", "Zelensky" and "Zelenskiy".
fn skeleton(key: &str) -> String {
    let mut name = key.to_owned();
    for (from, to) in TRANSLITERATIONS {
        if name.contains(from) {
            name = name.replace(from, to);
        }
    }
    name
}

/// The letters of a name that are in its skeleton too, whatever stands beside them. Names of which
/// they differ have no skeleton in common, which settles nearly all comparisons.
fn lasting(key: &str) -> impl Iterator<Item = u8> {
    key.bytes().filter(|letter| b"bdglmnrtz".contains(letter))
}

/// How transliterations differ, and what stands for both, one after the other.
const TRANSLITERATIONS: [(&str, &str); 23] = [
    ("kh", "h"),
    ("ch", "h"),
    ("ck", "k"),
    ("ph", "f"),
    ("ks", "x"),
    ("yu", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("ey", "i"),
    ("ei", "i"),
    ("ij", "i"),
    ("iy", "i"),
    ("ii", "i"),
    ("yi", "i"),
    ("ou", "u"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
    ("ii", "i"),
    ("q", "k"),
];

/// What is compared of a body's name: its words as [`name_key`]s, sorted, each once, without small words,
/// possessive endings and the "n" of adjectives, so that "Russia's" and "Russian" are the same.
pub(super) fn body_key(name: &str) -> Vec<String> {
    let key: BTreeSet<String> = name
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’' && c != '.')
        .map(|word| word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word))
        .map(name_key)
        .filter(|word| !word.is_empty() && !SMALL_IN_BODIES.contains(&word.as_str()))
        .map(|word| {
            if word.chars().count() > 6 && word.ends_with("n") {
                word[..word.len() - 1].to_owned()
            } else {
                word
            }
        })
        .collect();
    key.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: Option<Likeness>) {
        let words = |name: &str| name.split(' ').map(String::from).collect::<Vec<_>>();
        assert_eq!(likeness(&words(one), &words(other)), expected, "{one} / {other}");
        assert_eq!(likeness(&words(other), &words(one)), expected, "{other} / {one}");
    }

    #[test]
    fn spellings_of_one_name_are_one_person() {
        check("Sergei Lavrov", "Sergey Lavrov", Some(Likeness::Same));
        check("Emomali Rakhmon", "Emomali Rachmon", Some(Likeness::Same));
        check("Hillary Rodham Clinton", "Hillary Clinton", Some(Likeness::Same));
        check("Donald J. Trump", "Donald John Trump", Some(Likeness::Same));
        check("Lun Bo", "Bo Lun", Some(Likeness::Same));
        check("Gabriel García Márquez", "Gabriel García", Some(Likeness::Same));
        check("Gabriel García Márquez", "García Márquez", Some(Likeness::Same));
        check("John A. Roe Jr.", "John Roe Jr", Some(Likeness::Same));
        check("John Roe Jr.", "Roe Jr.", Some(Likeness::Same));
    }

    #[test]
    fn father_and_son_are_two() {
        check("John Roe", "John Roe Jr.", None);
        check("John Roe Sr.", "John Roe Jr.", None);
        check("John Roe Jr.", "James Roe Jr.", None);
        check("Roe", "Roe Jr.", None);
        assert_eq!(surname(&["John", "Roe", "Jr."]), "Roe");
        assert_eq!(surname(&["Roe"]), "Roe");
    }

    #[test]
    fn an_initial_and_a_letter_or_two_are_less_than_a_name() {
        check("Jim Mattis", "James Mattis", Some(Likeness::Near));
        check("John Martin", "John Paul Marvin", None);
        check("J. Smith", "John Smith", Some(Likeness::Initial));
        check("J. Adam Smith", "Adam Smith", Some(Likeness::Same));
        check("Samir Kabulov", "Zamir Kabulov", Some(Likeness::Near));
        check("Ivana Roe", "Ivanka Roe", Some(Likeness::Near));
    }

    #[test]
    fn no_transliteration_touches_the_lasting_letters() {
        for (from, to) in TRANSLITERATIONS {
            assert_eq!((lasting(from).next(), lasting(to).next()), (None, None), "{from}, {to}");
        }
    }

    #[test]
    fn a_surname_alone_is_not_a_person() {
        check("Bill Clinton", "Hillary Clinton", None);
        check("Joan Smith", "John Smith", None);
        check("Ahmed Mohamed", "El-Hassan Mohamed", None);
        check("J. Adam Smith", "John Brian Smith", None);
        check("J. Adam Smith", "John Smith", None);
        check("George W. Bush", "George H. W. Bush", None);
        check("Mary Anne Smith", "Mary Anne", None);
    }
}
