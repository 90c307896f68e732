//! [`Bodies`]: the bodies (organizations, companies, institutions) that an article names, and which of
//! them "the ministry" or "UNHCR" means.
//!
//! A description without a name means the only body of that kind named before it. Where none of that
//! kind has been named yet, it is a body of its own, as a rule of the home government. An article may
//! name many companies without saying that they are, so "the company" means none of them.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{Tags, lists};
use super::mention::{self, Name};
use super::name::{body_key, name_key};
use super::word::{TaggedParagraph, Word, WordPosition};

/// Bodies before a phrase that are compared with it.
const MOST_COMPARED: usize = 100;

/// The bodies that one article names.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    /// In the order of the text, each as often as it is named.
    known: Vec<KnownBody>,
    /// Where "the ministry" stands first, by its noun.
    bare: BTreeMap<String, WordPosition>,
    /// Bodies by their short forms, where the article gives both: "Maritime Self-Defense Force (MSDF)".
    short_forms: BTreeMap<String, String>,
    /// The places in `known` of those with these initials, of several with other names none.
    initials: BTreeMap<String, Option<usize>>,
}

/// A body where an article names it.
#[derive(Debug)]
struct KnownBody {
    position: WordPosition,
    /// What it is, in lower case: "ministry".
    noun: String,
    name: String,
}

impl KnownBody {
    /// Its [`body_key`], made when it is asked for: few are.
    fn key(&self) -> BTreeSet<String> {
        body_key(&self.name).into_iter().collect()
    }

    /// Whether it has a name, rather than a description.
    fn is_named(&self) -> bool {
        self.name.starts_with(char::is_uppercase)
    }
}

/// Which body a phrase means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant<'a> {
    /// The one of that name.
    Known(&'a str),
    /// One of its own, which nothing names.
    Own,
    /// One of several.
    Unclear,
}

impl Bodies {
    /// Reads the bodies of all paragraphs.
    pub(super) fn read<'a, 'b>(paragraphs: impl Iterator<Item = &'b TaggedParagraph<'a>>) -> Self
    where
        'a: 'b,
    {
        let mut bodies = Bodies::default();
        for paragraph in paragraphs {
            let words = &paragraph.words;
            for name in mention::names(paragraph, 0..words.len()) {
                bodies.read_name(paragraph, &name);
            }
            for at in
                (0..words.len()).filter(|&at| words[at].has(Tags::BODY) && !words[at].is_capital())
            {
                bodies.read_phrase(paragraph, at);
            }
        }
        bodies.known.sort_by_key(|body| body.position);
        bodies.tell_apart_longer_names();
        bodies.read_initials();
        bodies
    }

    /// "School of the Americas Watch" is no school, where the School of the Americas is named too.
    fn tell_apart_longer_names(&mut self) {
        let names: BTreeSet<&str> = self.known.iter().map(|body| &*body.name).collect();
        let is_longer = |name: &str| {
            // Names of two words have no shorter one of two.
            let ends = name.match_indices(' ').skip(1).map(|(end, _)| end);
            ends.into_iter().any(|end| names.contains(&name[..end]))
        };
        let longer: Vec<usize> =
            (0..self.known.len()).filter(|&at| is_longer(&self.known[at].name)).collect();
        for at in longer {
            self.known[at].noun = noun_of(&self.known[at].name);
        }
    }

    fn read_initials(&mut self) {
        for (at, body) in self.known.iter().enumerate().filter(|(_, body)| body.is_named()) {
            let without_country = without_country(&body.name);
            for initials in [
                initials(&body.name, char::is_uppercase),
                initials(&body.name, char::is_alphabetic),
                initials(without_country, char::is_uppercase),
            ] {
                let first = self.initials.entry(initials).or_insert(Some(at));
                if let Some(other) = *first
                    && self.known[other].name != body.name
                {
                    let names = [&self.known[other], body];
                    *first = fullest(&names).map(|fullest| if fullest == 0 { other } else { at });
                }
            }
        }
    }

    fn read_name(&mut self, paragraph: &TaggedParagraph, name: &Name) {
        let words = &paragraph.words;
        if words[name.words.start].is_inside() {
            return;
        }
        let mut range = if name.is_body { name.words.clone() } else { name.titles..name.words.end };
        // "Japan's Defence Ministry" is not China's.
        let owner = range.start.checked_sub(1).map(|before| &words[before]);
        if owner
            .is_some_and(|owner| owner.is_possessive() && owner.has(Tags::PLACE) && owner.is_name())
        {
            range.start -= 1;
        }
        let shown = mention::shown(words, range.clone());
        // "U.S. Customs and Border Protection (CBP)"
        let is_of_place = words[range.start].has(Tags::PLACE);
        let without_place =
            shown.split_once(' ').filter(|_| is_of_place).map_or("", |(_, rest)| rest);
        if let [open, short, close, ..] = &words[range.end.min(words.len())..]
            && (open.text, close.text) == ("(", ")")
            && range.len() > 1
            && [&shown, without_place].iter().any(|name| are_initials_of(short.text, name))
        {
            self.short_forms.insert(name_key(short.text), shown.clone());
        } else if !name.is_body && !words[range.clone()].iter().any(|word| word.has(Tags::BODY)) {
            return;
        }
        // The noun stands last, but for "Centre for Tidal Studies".
        let head_end =
            range.clone().find(|&at| words[at].has(Tags::PREPOSITION) && !words[at].is_capital());
        let head = &words[range.start..head_end.unwrap_or(range.end)];
        let noun = head.iter().rev().find(|word| word.has(Tags::BODY)).or(head.last());
        let Some(noun) = noun else { return };
        self.add((paragraph.number, range.start), noun, shown);
    }

    /// "the Japanese government", "the ministry": the phrase whose last word, in lower case, is at `at`.
    fn read_phrase(&mut self, paragraph: &TaggedParagraph, at: usize) {
        let words = &paragraph.words;
        let mut start = at;
        while start > 0 && at - start < 5 && is_modifier(&words[start - 1]) {
            start -= 1;
            if words[start].is_possessive() {
                break;
            }
        }
        let position = (paragraph.number, start);
        if let Some(name) = (start..at).find(|&idx| words[idx].is_name()) {
            self.add(position, &words[at], mention::shown(words, name..at + 1));
        } else if start < at {
            self.add(position, &words[at], mention::shown(words, start..at + 1));
        } else if start > 0 && words[start - 1].is("the") {
            self.bare.entry(words[at].lower().into_owned()).or_insert(position);
        }
    }

    fn add(&mut self, position: WordPosition, noun: &Word, name: String) {
        self.known.push(KnownBody { position, noun: noun.lower().into_owned(), name });
    }

    /// Which body a phrase at `position` means that says what it is alone: "ministry", "foreign ministry".
    pub(super) fn meant(&self, name: &str, position: WordPosition) -> Meant<'_> {
        let noun = noun_of(name);
        let key: BTreeSet<String> = body_key(name).into_iter().collect();
        let fits = |body: &&KnownBody| {
            // "The government" is not local government.
            let is_set_apart = lists::SET_BODIES_APART.iter().any(|word| {
                body.name.split(' ').any(|of| of == *word) && !name.split(' ').any(|of| of == *word)
            });
            body.noun == noun && !is_set_apart && {
                let other = body.key();
                other.len() > key.len() && other.is_superset(&key)
            }
        };
        // "the Bank" with a capital is the one that was named, "the bank" may be any.
        let is_company =
            lists::COMPANIES.contains(&&*noun) && !name.starts_with(char::is_uppercase);
        if is_company || noun == "house" {
            return Meant::Own;
        }
        let before = self.known.partition_point(|body| body.position < position);
        let last_named = self.known[..before].iter().rev().take(MOST_COMPARED);
        let fitting: Vec<&KnownBody> = last_named.filter(fits).collect();
        let Some(first) = fitting.last() else { return Meant::Own };
        if key.len() == 1 && self.bare.get(&noun).is_some_and(|&bare| bare < first.position) {
            return Meant::Own;
        }
        let just_before = fitting.iter().filter(|body| body.position.0 + 1 >= position.0).copied();
        match only(&fitting).or_else(|| only(&just_before.collect::<Vec<_>>())) {
            Some(name) => Meant::Known(name),
            None => Meant::Unclear,
        }
    }

    /// The body of a short form: the one that the article gives it to, else the only one with these
    /// initials.
    pub(super) fn of_short_form(&self, short: &str) -> Option<&str> {
        if let Some(name) = self.short_forms.get(&name_key(short)) {
            return Some(name);
        }
        let initials: String = initials_of_short_form(short)?;
        let at = *self.initials.get(&initials)?;
        at.map(|at| &*self.known[at].name)
    }

    /// All short forms, in lower case, with the body of each.
    pub(super) fn short_forms(&self) -> impl Iterator<Item = (&str, &str)> {
        let given = self.short_forms.iter().map(|(short, name)| (&**short, &**name));
        let initials =
            self.initials.iter().filter_map(|(initials, at)| Some((&**initials, (*at)?)));
        given.chain(initials.map(|(initials, at)| (initials, &*self.known[at].name)))
    }

    /// All bodies that are named, as often as they are: what each is, and its name.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.known.iter().map(|body| (&*body.noun, &*body.name))
    }
}

/// The key under which a short form of three capitals or more has its body: "msdf".
pub(super) fn initials_of_short_form(short: &str) -> Option<String> {
    let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
    (letters.chars().count() >= 3 && !letters.contains(char::is_lowercase))
        .then(|| letters.to_lowercase())
}

/// The initials of those words of a name whose first character counts, in lower case.
fn initials(name: &str, counts: fn(char) -> bool) -> String {
    let words = name.split([' ', '-']).filter_map(|word| word.chars().next());
    words.filter(|&c| counts(c)).flat_map(char::to_lowercase).collect()
}

/// The name of a body without the country before it, which its short form leaves out: "US Customs and Border Protection".
fn without_country(name: &str) -> &str {
    const COUNTRIES: [&str; 5] = ["US ", "U.S. ", "United States ", "UK ", "U.K. "];
    COUNTRIES.iter().find_map(|country| name.strip_prefix(country)).unwrap_or(name)
}

/// `name` with the short form at its head written out: "SOA Watch" is "School of the Americas Watch", where
/// `of_short_form` knows the school.
pub(super) fn written_out<'a>(
    name: &str,
    of_short_form: impl Fn(&str) -> Option<&'a str>,
) -> Option<String> {
    let (short, rest) = name.split_once(' ')?;
    Some(format!("{} {rest}", of_short_form(short)?))
}

/// What a body is, in lower case: the last word of what it is called.
pub(super) fn noun_of(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_lowercase()
}

/// The fullest name, where all are names of one body: "the ministry", "the health ministry".
fn only<'a>(bodies: &[&'a KnownBody]) -> Option<&'a str> {
    fullest(bodies).map(|at| &*bodies[at].name)
}

/// Which of some bodies has the fullest name, where all are names of one.
fn fullest(bodies: &[&KnownBody]) -> Option<usize> {
    let keys: Vec<BTreeSet<String>> = bodies.iter().map(|body| body.key()).collect();
    let fullest = (0..bodies.len()).max_by_key(|&at| keys[at].len())?;
    keys.iter().all(|key| key.is_subset(&keys[fullest])).then_some(fullest)
}

/// Whether a word before a body's noun says which one it is.
fn is_modifier(word: &Word) -> bool {
    let other = Tags::DETERMINER
        | Tags::PREPOSITION
        | Tags::COORDINATOR
        | Tags::SUBORDINATOR
        | Tags::PRONOUN
        | Tags::OBJECT
        | Tags::AUXILIARY
        | Tags::FINITE
        | Tags::TIME
        | Tags::ADVERB
        | Tags::NEGATION;
    word.is_word()
        && !word.is_inside()
        && (word.is_name() || !word.has(other) && word.verb().is_none() && !word.is_possessive())
        && !word.text.ends_with("ly")
        && (word.is_name() || !word.text.ends_with("ed") && !word.text.ends_with("ing"))
}

/// Whether `short` is made of the initials of `name`, small words left out or not: "MSDF" of "Maritime
/// Self-Defense Force", "Ash" of "Action on Smoking and Health".
fn are_initials_of(short: &str, name: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    if !(2..=7).contains(&letters(short)) || !short.starts_with(char::is_uppercase) {
        return false;
    }
    let short = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
    let mut short = short.peekable();
    for word in name.split([' ', '-']) {
        let Some(initial) = word.chars().next() else { continue };
        let is_next = short.next_if(|c| initial.to_lowercase().eq([*c])).is_some();
        if !is_next && initial.is_uppercase() {
            return false;
        }
    }
    short.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_initials() {
        assert!(are_initials_of("MSDF", "Maritime Self-Defense Force"));
        assert!(are_initials_of("Ash", "Action on Smoking and Health"));
        assert!(are_initials_of("U.N.", "United Nations"));
        assert!(are_initials_of("SOA", "School of the Americas"));
        assert!(!are_initials_of("UNO", "United Nations"));
        assert!(!are_initials_of("R-Ohio", "Roe Ohio"));
    }
}
