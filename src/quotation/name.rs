//! Comparing names: when two spellings are one person's, and when two descriptions are one body's.
//!
//! Two full names are one person's only when the surnames agree and the given names are equal, an
//! initial of one another, or spelling variants (Samir and Zamir, Sergei and Sergey); never on the
//! surname alone. Variants are told by edit distance and by what the usual transliterations have in
//! common. The safeguards follow the literature on name matching in news (Pouliquen and Steinberger
//! 2009) in the small.

use std::collections::BTreeSet;

use super::lexicon::lists::SMALL_IN_BODIES;

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

/// Whether two full names can be one person's: surnames alike, given names equal, initials of one
/// another, or spelling variants.
pub(super) fn same_person(one: &[String], other: &[impl AsRef<str>]) -> bool {
    let ([one_given @ .., one_last], [other_given @ .., other_last]) = (one, other) else {
        return false;
    };
    if !same_word(one_last, other_last.as_ref()) {
        return false;
    }
    let ([one_first, one_middle @ ..], [other_first, other_middle @ ..]) = (one_given, other_given)
    else {
        return one.len() == other.len();
    };
    let same = |one: &String, other: &_| same_given(one, AsRef::as_ref(other));
    // The longer name has all middle names of the shorter.
    same(one_first, other_first)
        && if one.len() <= other.len() {
            one_middle.iter().all(|one| other_given.iter().any(|other| same(one, other)))
        } else {
            other_middle.iter().all(|other| one_given.iter().any(|one| same(one, other)))
        }
}

fn same_given(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (name_key(one), name_key(other));
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    initial(&one, &other) || initial(&other, &one) || same_key(&one, &other)
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
    edits(one, other) <= if shorter >= 8 { 2 } else { 1 }
        || lasting(one).eq(lasting(other)) && skeleton(one) == skeleton(other)
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

/// Levenshtein's distance.
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &b) in other.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

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
    fn check(one: &str, other: &str, expected: bool) {
        let words = |name: &str| name.split(' ').map(String::from).collect::<Vec<_>>();
        assert_eq!(same_person(&words(one), &words(other)), expected, "{one} / {other}");
    }

    #[test]
    fn spellings_of_one_name_are_one_person() {
        check("Samir Kabulov", "Zamir Kabulov", true);
        check("Sergei Lavrov", "Sergey Lavrov", true);
        check("Emomali Rakhmon", "Emomali Rachmon", true);
        check("J. Smith", "John Smith", true);
        check("Hillary Rodham Clinton", "Hillary Clinton", true);
    }

    #[test]
    fn no_transliteration_touches_the_lasting_letters() {
        for (from, to) in TRANSLITERATIONS {
            assert_eq!((lasting(from).next(), lasting(to).next()), (None, None), "{from}, {to}");
        }
    }

    #[test]
    fn a_surname_alone_is_not_a_person() {
        check("Bill Clinton", "Hillary Clinton", false);
        check("Joan Smith", "John Smith", false);
        check("Ahmed Mohamed", "El-Hassan Mohamed", false);
    }
}
