//! What is offered beside an answer: the speakers whom a query names, and other spellings of its words.

use super::matcher::{Alternatives, WordMatcher};
use super::parse::{Node, Query, Zone};
use super::suggest::as_written;
use crate::anchor::words_alone;
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::quotation::SpeakerId;
use crate::span::Span;

/// How many speakers are looked through for one that the query names, and how many are offered.
const MOST_SPEAKERS: usize = 5_000;
const MOST_NAMED: usize = 3;
/// How many spellings are offered.
const MOST_SPELLINGS: usize = 6;
/// A word with fewer letters, or fewer consonants, is spelt like many others.
const FEWEST_LETTERS: usize = 5;
const FEWEST_CONSONANTS: usize = 3;

/// A word in small letters with fewer letters has look-alikes among words that mean something else.
const FEWEST_SMALL_LETTERS: usize = 7;
/// Words that ask who said something, and name nobody.
const ASKING: [&str; 5] = ["by", "did", "said", "say", "what"];

/// The speakers whose name, or whose spellings in the articles, have every word of the query, most quoted first; else
/// those whose whole name or surname stands in it, of whom it has the most words. None where it asks for anything else
/// than words.
#[must_use]
pub fn speakers_named(dossier: &Dossier, query: &Query) -> Vec<SpeakerId> {
    let Query { atoms, limits, root: Node::All(nodes) } = query else { return Vec::new() };
    let is_plain = limits.is_empty()
        && !atoms.is_empty()
        && nodes.iter().all(|node| matches!(node, Node::Atom(_)))
        && atoms.iter().all(|atom| atom.zone == Zone::Anywhere);
    let has_a_name = atoms.iter().any(|atom| atom.words.iter().any(|word| word.text.len() > 2));
    if !is_plain || !has_a_name {
        return Vec::new();
    }
    let none = Alternatives::new();
    let matcher = WordMatcher::new(atoms.iter().map(|atom| (atom, &none)));
    let is_named = |id: &SpeakerId| {
        let speaker = dossier.speaker(*id);
        let names = std::iter::once(speaker.name).chain(speaker.spellings);
        let mut names = names.map(|name| {
            let found = matcher.matches(atoms, name, Span::from_range(0..name.len()));
            (0..atoms.len()).all(|at| found.iter().any(|one| one.atom == at))
        });
        names.any(|has_all| has_all)
    };
    let speakers = dossier.speaker_ids().take(MOST_SPEAKERS);
    let named: Vec<SpeakerId> = speakers.filter(is_named).take(MOST_NAMED).collect();
    if named.is_empty() { speakers_within(dossier, query) } else { named }
}

/// The speakers whose whole name or surname stands in a query, of whom it has the most words, most quoted first.
fn speakers_within(dossier: &Dossier, query: &Query) -> Vec<SpeakerId> {
    let words = query.atoms.iter().flat_map(|atom| &atom.words).map(|word| &*word.text);
    let words: Vec<&str> = words.filter(|word| !ASKING.contains(word)).collect();
    // How many words of a name stand there, and the last of them.
    let named = |name: &str| {
        let own = words_alone(name);
        let own: Vec<&str> = own.split(' ').collect();
        let last = words.iter().copied().find(|word| own.last() == Some(word))?;
        if words.windows(own.len()).any(|row| row == own) {
            return Some((own.len(), last));
        }
        name.rsplit(' ').next().filter(|surname| is_capital(surname)).map(|_| (1, last))
    };
    let mut found: Vec<(usize, &str, SpeakerId)> = Vec::new();
    for id in dossier.speaker_ids().take(MOST_SPEAKERS) {
        let speaker = dossier.speaker(id);
        let names = std::iter::once(speaker.name).chain(speaker.spellings);
        let Some((n_words, last)) = names.filter_map(named).max() else { continue };
        if found.iter().all(|(most, ..)| *most <= n_words) {
            found.retain(|(most, ..)| *most == n_words);
            found.push((n_words, last, id));
        }
    }
    // A word that the articles write small is no name where it stands alone.
    let is_name = |word: &str| {
        let mut article = None;
        dossier.index.visit_term(word, |entry| {
            let mut postings = dossier.postings(entry.list).into_iter().flatten();
            article = postings.next().map(|posting| ArticleId(posting.article));
        });
        let written = article.and_then(|article| as_written(dossier, article, word));
        written.is_some_and(|written| is_capital(&written))
    };
    let found = found.into_iter().take(MOST_NAMED);
    found.filter(|(n, last, _)| *n > 1 || is_name(last)).map(|(.., id)| id).collect()
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Words that are probably the query's in another spelling (*mujahedin*, *Mujahideen*), as an article writes them,
/// with the number of articles; those of most first. Names and terms, which are written with a capital, and of other words
/// those that sound alike.
#[must_use]
pub fn other_spellings(dossier: &Dossier, query: &Query) -> Vec<(String, u32)> {
    let mut found: Vec<(String, u32)> = Vec::new();
    let wanted = query.atoms.iter().filter(|atom| atom.wanted && !atom.quoted);
    for word in wanted.flat_map(|atom| &atom.words) {
        let asked = &*word.text;
        let sound = sound(asked);
        let Some(first) = asked.chars().next() else { continue };
        if asked.chars().count() < FEWEST_LETTERS || sound.chars().count() < FEWEST_CONSONANTS {
            continue;
        }
        let mut forms: Vec<String> = Vec::new();
        dossier.index.visit_forms(asked, |entry| {
            forms.push(String::from_utf8_lossy(entry.word).into_owned());
        });
        let mut near: Vec<(String, u32, ArticleId)> = Vec::new();
        dossier.index.visit_prefix(first.encode_utf8(&mut [0; 4]), |entry| {
            let Ok(term) = std::str::from_utf8(entry.word) else { return };
            let is_other = term != asked && !forms.iter().any(|form| form == term);
            let is_near = || strsim::levenshtein(asked, term) <= (asked.chars().count() / 3).max(2);
            if is_other
                && term.chars().count() >= FEWEST_LETTERS
                && self::sound(term) == sound
                && is_near()
            {
                let Some(postings) = dossier.postings(entry.list) else { return };
                let article = postings.into_iter().next().map_or(0, |posting| posting.article);
                near.push((term.to_owned(), postings.count() as u32, ArticleId(article)));
            }
        });
        for (term, n_articles, article) in near {
            let sounds_alike = || {
                [asked, &*term].iter().all(|word| word.chars().count() >= FEWEST_SMALL_LETTERS)
                    && pronounced(asked) == pronounced(&term)
            };
            let written = as_written(dossier, article, &term)
                .filter(|written| is_capital(written) || sounds_alike());
            if let Some(written) = written
                && !found.iter().any(|(other, _)| *other == written)
            {
                found.push((written, n_articles));
            }
        }
    }
    found.sort_by_key(|(_, n_articles)| std::cmp::Reverse(*n_articles));
    found.truncate(MOST_SPELLINGS);
    found
}

/// A folded word by its sounds, vowels alike that transcriptions confuse: *mujahideen* and *mujahedin*, but not *recover*
/// and *receiver*.
fn pronounced(word: &str) -> String {
    let mut sounds: Vec<char> = word
        .chars()
        .map(|c| match c {
            'e' | 'y' => 'i',
            'o' => 'u',
            'c' | 'q' => 'k',
            'w' => 'v',
            'z' => 's',
            c => c,
        })
        .collect();
    sounds.dedup();
    sounds.into_iter().collect()
}

/// A folded word by its consonants, those alike that transcriptions confuse.
fn sound(word: &str) -> String {
    let mut sound = String::new();
    let mut before = ' ';
    for c in word.chars() {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' => {
                before = c;
                continue;
            }
            'c' | 'q' => 'k',
            'w' => 'v',
            'z' => 's',
            c => c,
        };
        if c != before {
            sound.push(c);
        }
        before = c;
    }
    sound
}
