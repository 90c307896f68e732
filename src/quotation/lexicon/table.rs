//! Looking a word up in the lists: a hash table of all forms of all words, made at the first call.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lists::{DOUBLING, LISTS, NAMED_BODIES, VERBS};
use super::tags::{Complement, Tags, Verb, VerbForm};

/// What is known of a lower-case word; the empty set and no verb for most.
pub(crate) fn lookup(word: &str) -> (Tags, Option<&'static Verb>) {
    find(word).map_or_else(Default::default, |entry| (entry.tags, entry.verb.as_ref()))
}

/// The entry of a word whatever the case of its ASCII letters.
pub(crate) fn find(word: &str) -> Option<&'static LexicalEntry> {
    find_first(word.as_bytes(), word.len())
}

/// The entry of the word that is the first `length` bytes of a text; as [`find`], and faster where the
/// text goes on.
///
/// # Panics
///
/// If the text is shorter.
pub(crate) fn find_first(text: &[u8], length: usize) -> Option<&'static LexicalEntry> {
    LEXICON.find(text, length)
}

/// What is known of a word.
#[derive(Debug)]
pub(crate) struct LexicalEntry {
    /// See [`head`].
    head: u64,
    /// What it may be.
    pub(crate) tags: Tags,
    word: Box<str>,
    /// The cue verb it may be a form of.
    pub(crate) verb: Option<Verb>,
}

impl LexicalEntry {
    /// The word in lower case.
    pub(crate) fn word(&self) -> &str {
        &self.word
    }
}

/// All entries by word: a hash table of its own, because every word of every article is looked up. Words
/// are told apart by their first eight letters as a number ([`head`]), so nearly every look-up is one
/// comparison. The words are ours, so nobody can choose them to collide.
struct LexiconTable {
    /// For each entry its number from 1, at the place of its hash or the next free one; 0 is free. A
    /// power of two, and at least four times the entries, so that nearly all are found at the first
    /// place, and nearly all other words meet a free one there.
    slots: Vec<u16>,
    entries: Vec<LexicalEntry>,
}

impl LexiconTable {
    fn new(entries: Vec<LexicalEntry>) -> Self {
        let mut slots = vec![0; (entries.len() * 4).next_power_of_two()];
        let mask = slots.len() - 1;
        for (number, entry) in (1..).zip(&entries) {
            let mut at = hash(entry.head, entry.word.len());
            while slots[at & mask] != 0 {
                at += 1;
            }
            slots[at & mask] = number;
        }
        Self { slots, entries }
    }

    fn find(&self, text: &[u8], length: usize) -> Option<&LexicalEntry> {
        let head = head(text, length);
        let mut at = hash(head, length);
        loop {
            let number = self.slots[at & (self.slots.len() - 1)];
            let entry = &self.entries[usize::from(number.checked_sub(1)?)];
            if entry.head == head && is_same_behind_head(&entry.word, &text[..length]) {
                return Some(entry);
            }
            at += 1;
        }
    }
}

/// The first eight bytes, or all, of the word that is the first `length` bytes of `text`, its ASCII
/// letters small, as a number: nearly all there is to compare of most words.
///
/// (Of other signs than letters only control characters could be taken for the apostrophes and hyphens
/// of the lists, and no word has them.)
fn head(text: &[u8], length: usize) -> u64 {
    // The bit that tells a small ASCII letter from a capital.
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let eight = match text.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => text.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    };
    let n_others = 64_u32.saturating_sub(8 * length.min(8) as u32);
    (eight | LOWER) & u64::MAX.checked_shr(n_others).unwrap_or(0)
}

/// Whether two words whose heads are the same are the same but for the case of ASCII letters.
fn is_same_behind_head(listed: &str, word: &[u8]) -> bool {
    listed.len() == word.len()
        && (word.len() <= 8 || listed.as_bytes()[8..].eq_ignore_ascii_case(&word[8..]))
}

/// A hash of a word in which the case of ASCII letters makes no difference: of its head and its length,
/// which few words of the lists have in common. Multiplied by the golden ratio, which spreads all bits
/// upward.
fn hash(head: u64, length: usize) -> usize {
    ((head ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

static LEXICON: LazyLock<LexiconTable> = LazyLock::new(|| {
    let mut lexicon: BTreeMap<String, (Tags, Option<Verb>)> = BTreeMap::new();
    for (tags, words) in LISTS {
        for word in words.split_whitespace() {
            let entry = lexicon.entry(word.to_owned()).or_default();
            entry.0 = entry.0 | *tags;
        }
    }
    for (complement, verbs) in VERBS {
        for spelled in verbs.split_whitespace() {
            for (form, verb) in forms(spelled, *complement) {
                let entry = lexicon.entry(form).or_default();
                entry.0 = entry.0 | Tags::CUE;
                entry.1.get_or_insert(verb);
            }
        }
    }
    let entry = |(word, (tags, verb)): (String, _)| LexicalEntry {
        head: head(word.as_bytes(), word.len()),
        tags,
        word: word.into(),
        verb,
    };
    LexiconTable::new(lexicon.into_iter().map(entry).collect())
});

/// The four forms of a verb written `base` or `base/past`, with `*` after the base where its letters
/// are as often a noun.
fn forms(spelled: &'static str, complement: Complement) -> Vec<(String, Verb)> {
    let (base, irregular) = match spelled.split_once('/') {
        Some((base, past)) => (base, Some(past)),
        None => (spelled, None),
    };
    let (lemma, noun_too) = match base.strip_suffix('*') {
        Some(lemma) => (lemma, true),
        None => (base, false),
    };
    let stem = lemma.strip_suffix('e').filter(|stem| !stem.ends_with('e'));
    let consonant_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let doubled = DOUBLING.contains(&lemma).then(|| lemma.chars().last()).flatten();
    let third = match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'z'])
            || lemma.ends_with("sh")
            || lemma.ends_with("ch") =>
        {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    };
    let double = doubled.map(String::from).unwrap_or_default();
    let past = match (irregular, stem, consonant_y) {
        (Some(past), ..) => past.to_owned(),
        (None, Some(stem), _) => format!("{stem}ed"),
        (None, None, Some(stem)) => format!("{stem}ied"),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ => format!("{lemma}{double}ed"),
    };
    let participle = match stem {
        Some(stem) => format!("{stem}ing"),
        None => format!("{lemma}{double}ing"),
    };
    let verb = |form, noun_too| Verb { lemma, complement, form, noun_too };
    vec![
        (past, verb(VerbForm::Past, false)),
        (participle, verb(VerbForm::Participle, false)),
        (third, verb(VerbForm::Third, noun_too)),
        (lemma.to_owned(), verb(VerbForm::Base, noun_too)),
    ]
}

/// Whether a word in lower case is the name of one body.
pub(crate) fn is_named_body(word: &str) -> bool {
    NAMED_BODIES.split(' ').any(|named| named == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, lemma: &str, form: VerbForm) {
        let verb = lookup(word).1.unwrap_or_else(|| panic!("{word} is a cue verb"));
        assert_eq!((verb.lemma, verb.form), (lemma, form), "{word}");
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        check("said", "say", VerbForm::Past);
        check("says", "say", VerbForm::Third);
        check("denies", "deny", VerbForm::Third);
        check("denied", "deny", VerbForm::Past);
        check("admitting", "admit", VerbForm::Participle);
        check("argued", "argue", VerbForm::Past);
        check("arguing", "argue", VerbForm::Participle);
        check("agreed", "agree", VerbForm::Past);
        check("told", "tell", VerbForm::Past);
        check("stresses", "stress", VerbForm::Third);
    }

    #[test]
    fn every_word_is_found_in_any_case_and_with_any_text_behind_it() {
        for entry in &LEXICON.entries {
            let word = entry.word();
            let shouted = word.to_uppercase();
            assert_eq!(find(word).map(LexicalEntry::word), Some(word));
            assert_eq!(find(&shouted).map(LexicalEntry::word), Some(word));
            let found = find_first((shouted + "S AND SO ON").as_bytes(), word.len());
            assert_eq!(found.map(LexicalEntry::word), Some(word));
        }
        for other in ["", "zz", "sai", "saidd", "administratiom", "administrationn", "présidents"]
        {
            assert!(find(other).is_none(), "{other}");
        }
    }

    #[test]
    fn a_word_may_be_several_things() {
        let (tags, verb) = lookup("may");
        assert!(tags.any(Tags::AUXILIARY) && tags.any(Tags::TIME) && verb.is_none());
    }
}
