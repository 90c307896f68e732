//! Offices and trades where they stand with a name: before it ("Russian ambassador Dmitry Zhirnov"), behind
//! it as an apposition ("Temur Umarov, an expert on Central Asia"), or behind it with a copula ("Umarov is
//! an expert on Central Asia").
//!
//! Each is a plain noun phrase whose head says what somebody is. "adviser to Mr. Roe" gives Roe no office,
//! nor does "the mayor praised Roe", and being somebody's wife is none.

use std::ops::Range;

use super::lexicon::{self, Tags, lists};
use super::mention::{Name, is_common};
use super::name::name_key;
use super::word::{TaggedParagraph, Word};

/// An office behind a name is looked at up to this many words.
const LONGEST: usize = 14;
/// What an office is of, to or for has no more words than this before a name: "Director of National
/// Intelligence Ada Voss".
const LONGEST_COMPLEMENT: usize = 4;

/// The office before a name, titles that say no more than how to address somebody left out: "Russian
/// ambassador".
pub(super) fn before(paragraph: &TaggedParagraph, name: &Name) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let mut end = name.words.start;
    // "an embassy spokesman, John Roe, said", but "asked by the mayor, John Roe said"
    let is_open = end > 1
        && words[end - 1].text == ","
        && words.get(name.words.end).is_some_and(|next| next.is_word() && !next.is("and"));
    if end > 1 && words[end - 1].text == "," {
        end -= 1;
    }
    while end > 0 && is_address(&words[end - 1]) {
        end -= 1;
    }
    let mut start = end;
    let last = words.get(start.checked_sub(1)?)?;
    if !last.has(Tags::ROLE) {
        // "Secretary of State John Kerry": back to the preposition, with an office before it.
        let of = (start.saturating_sub(LONGEST_COMPLEMENT + 1)..start)
            .rev()
            .take_while(|&at| words[at].is_word() && !words[at].is_inside())
            .find(|&at| words[at].has(Tags::PREPOSITION))?;
        let leads =
            words[of].is("of") || words[of].is_any(&["to", "for"]) && is_seat(words, of, start);
        let complement = &words[of + 1..start];
        if !leads
            || complement.is_empty()
            || complement.iter().any(|word| word.has(Tags::ROLE | Tags::DETERMINER))
            || of == 0
            || !words[of - 1].has(Tags::ROLE)
        {
            return None;
        }
        start = of;
    }
    // Its head, and what describes it.
    start -= 1;
    while start > 0 && end - start < LONGEST && describes(&words[start - 1]) {
        start -= 1;
    }
    // "will host Ada Voss"
    let is_verb = start > 0
        && (words[start - 1].has(Tags::AUXILIARY)
            && !words[start - 1].is_any(&["is", "was", "are", "were"])
            || words[start - 1].is("to"))
        && !words[start].is_capital();
    // "his opponent for president, Ada Voss": who wants an office has none.
    let is_wanted =
        end < name.titles.min(name.words.start) && start > 0 && words[start - 1].is("for");
    if is_verb || is_wanted || start > 0 && takes_an_office(&words[start - 1]) {
        return None;
    }
    let opens_sentence = |at: usize| at == 0 || words[at - 1].is_stop();
    let is_subject =
        start > 0 && words[start - 1].has(Tags::DETERMINER) && opens_sentence(start - 1);
    (start < end && has_head(words, start..end) && (!is_open || is_subject)).then_some(start..end)
}

/// The state or country behind a name of which its bearer holds an office: "Senator Ada Voss of Missouri".
pub(super) fn seat_behind(paragraph: &TaggedParagraph, name: &Name) -> Vec<String> {
    let words = &paragraph.words;
    let is_of = words.get(name.words.end).is_some_and(|word| word.is("of"));
    // "of New York"
    let behind = words.iter().skip(name.words.end + 1).take(if is_of { 2 } else { 0 });
    let place = behind.take_while(|word| word.is_capital()).map(|word| word.lower().into_owned());
    place.filter(|word| is_place(word)).collect()
}

/// Whether a word in lower case is a country or a state, or of one.
pub(super) fn is_place(word: &str) -> bool {
    lexicon::lookup(word).0.any(Tags::PLACE) || lists::STATES.contains(&word)
}

/// Whether what stands behind "to" or "for" is where an office is held: "ambassador to Germany", "minister
/// for Trade".
fn is_seat(words: &[Word], preposition: usize, end: usize) -> bool {
    let is_office = preposition > 0 && words[preposition - 1].is_any(lists::OFFICES_WITH_A_SEAT);
    is_office && words[preposition + 1..end].iter().all(Word::is_capital)
}

/// Whether a title or an office stands in a phrase that names somebody: "Sen. Voss", but not "Mr. Voss".
pub(super) fn is_with_name(words: &[Word]) -> bool {
    let is_short_form = |word: &Word| {
        let title = word.text.trim_end_matches('.');
        lists::OFFICES_OF_TITLES.iter().any(|(short, _)| title.eq_ignore_ascii_case(short))
    };
    words.iter().any(|word| word.has(Tags::ROLE) && !is_address(word) || is_short_form(word))
}

/// Whether a title says how somebody is addressed, and no office.
fn is_address(word: &Word) -> bool {
    word.has(Tags::TITLE) && lists::ADDRESSES.contains(&&*word.lower())
}

/// Whether a word may describe an office that stands behind it: "embassy", "Russian", "former".
pub(super) fn describes(word: &Word) -> bool {
    let other = Tags::AUXILIARY
        | Tags::COORDINATOR
        | Tags::SUBORDINATOR
        | Tags::PRONOUN
        | Tags::OBJECT
        | Tags::TIME
        | Tags::DETERMINER
        | Tags::PREPOSITION
        | Tags::NEGATION
        | Tags::FINITE
        | Tags::PEOPLE;
    let is_verb = word.verb().is_some()
        || !word.is_capital()
            && (word.ends_with("ed") || word.ends_with("ing"))
            && !lists::PARTICIPLES_OF_OFFICES.contains(&word.text);
    word.is_word()
        && !word.is_inside()
        && !word.is_possessive()
        && !word.text.starts_with(char::is_numeric)
        && (word.is_name() || !word.has(other))
        && !is_verb
        && !word.has(Tags::ADVERB)
        && !is_address(word)
        && !lists::NO_PART_OF_AN_OFFICE.contains(&&*word.lower())
        && !takes_an_office(word)
}

/// Whether the office behind a word is that of whom the sentence speaks: "become".
fn takes_an_office(word: &Word) -> bool {
    lists::TAKE_AN_OFFICE.contains(&&*word.lower())
}

/// Whether the head of a phrase says what somebody is, for themselves or to another.
fn has_head(words: &[Word], office: Range<usize>) -> bool {
    head_of(words, &office).has(Tags::ROLE)
}

/// Whether a name stands with what its bearer is to another of whom the text tells: "his nephew, Otto Roe", "Otto Roe, his
/// nephew".
pub(super) fn is_kin_of_another(paragraph: &TaggedParagraph, name: &Name) -> bool {
    let words = &paragraph.words;
    let is_kin = |word: &Word| lists::KIN.contains(&word.text);
    let is_owner = |word: &Word| {
        word.is_any(lists::POSSESSIVE_DETERMINERS) || word.is_possessive() && word.is_name()
    };
    // "his father Otto" has no "Father" for a title.
    let titles = name.titles..name.words.start;
    let start = titles.clone().find(|&at| !is_kin(&words[at])).unwrap_or(titles.end);
    let end = if start > 0 && words[start - 1].text == "," { start - 1 } else { start };
    let before = &words[end.saturating_sub(4)..end];
    let is_behind = before.last().is_some_and(is_kin) && before.iter().any(is_owner);
    let behind = words.get(name.words.end..).unwrap_or_default();
    let is_before = matches!(behind, [comma, owner, ..] if comma.text == "," && is_owner(owner))
        && behind.iter().skip(2).take(2).any(is_kin);
    is_behind || is_before
}

/// Whether a phrase says what somebody is, rather than what they are to another: "her brother".
pub(super) fn is_role(paragraph: &TaggedParagraph, office: &Range<usize>) -> bool {
    !lists::TIES.contains(&&*head_of(&paragraph.words, office).lower())
}

fn head_of<'b, 'a>(words: &'b [Word<'a>], office: &Range<usize>) -> &'b Word<'a> {
    let preposition = office.clone().skip(1).find(|&at| words[at].has(Tags::PREPOSITION));
    &words[preposition.unwrap_or(office.end) - 1]
}

/// The office behind a name and a comma, or behind a name and "is" or "was", without its determiners:
/// "expert on Central Asia".
pub(super) fn behind(paragraph: &TaggedParagraph, name: &Name) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let comma = name.words.end;
    let next = words.get(comma + 1)?;
    let is_copula = words[comma].is_any(&["is", "was"]);
    if is_copula && (!next.has(Tags::DETERMINER) || next.is("no"))
        || !is_copula && words[comma].text != ","
        || next.is_capital() && !next.has(Tags::ROLE | Tags::TITLE | Tags::PLACE)
    {
        return None;
    }
    let mut start = comma + 1;
    while start < words.len() && start < comma + 3 && words[start].has(Tags::DETERMINER) {
        start += 1;
    }
    // "Mr. Roe's former aide"
    let possessor = (start..words.len().min(start + 4)).find(|&at| words[at].is_possessive());
    start = possessor.map_or(start, |at| at + 1);
    let head = (start..words.len().min(start + LONGEST))
        .take_while(|&at| {
            describes(&words[at]) || words[at].has(Tags::ROLE) && !words[at].is_inside()
        })
        .last()?
        + 1;
    let mut end = head;
    // "expert on Central Asia": up to the sign or the verb behind.
    if words.get(head).is_some_and(|word| word.is_any(lists::BEHIND_OFFICE_IN_APPOSITION)) {
        end += words[head..]
            .iter()
            .take(LONGEST - (head - start).min(LONGEST))
            .enumerate()
            .take_while(|(at, word)| {
                !word.is_inside()
                    && (word.is_word() || word.text == "&")
                    && !word
                        .has(Tags::AUXILIARY | Tags::SUBORDINATOR | Tags::PRONOUN | Tags::OBJECT)
                    && word.verb().is_none_or(|verb| verb.noun_too)
                    && !(word.is("and") && *at > 0)
            })
            .count();
    }
    // "According to Roe, the minister did not go": a clause, which goes on.
    let closes = words.get(end).is_none_or(|next| {
        !next.is_word()
            || next.has(Tags::SUBORDINATOR | Tags::COORDINATOR)
            || end - start >= LONGEST
            || is_copula && next.has(Tags::PREPOSITION)
    });
    let of = words[start..end].iter().position(|word| word.is("of"));
    let is_figure = is_copula
        && of.is_some_and(|of| of > 0 && lists::FIGURES.contains(&&*words[start + of - 1].lower()));
    (start < head && closes && has_head(words, start..end) && !is_figure).then_some(start..end)
}

/// The head of an office, up to its first preposition: "expert".
pub(super) fn head(paragraph: &TaggedParagraph, office: &Range<usize>) -> Range<usize> {
    let preposition = office.clone().find(|&at| paragraph.words[at].has(Tags::PREPOSITION));
    office.start..preposition.unwrap_or(office.end)
}

/// Whose an office is, as its phrase says: "Roe" of "Roe's lawyer", "firm" of "the lawyer for the firm".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Owner {
    /// By the key of a name.
    pub(super) key: String,
    /// Whether a name says so, rather than what the owner is.
    pub(super) is_name: bool,
    /// Whether the office may be that of somebody whose owner is not told: a country's, or another person's.
    pub(super) may_be_untold: bool,
}

/// Whose the office is of which a phrase tells.
pub(super) fn owner(words: &[Word], phrase: &Range<usize>) -> Option<Owner> {
    let owner = |at: usize| {
        let word = &words[at];
        Some(Owner {
            key: name_key(word.stem()),
            is_name: word.is_name() && !is_common(word.stem()) && !is_field(word),
            may_be_untold: word.is_possessive() && !word.has(Tags::BODY),
        })
    };
    let is_role = |word: &Word| word.has(Tags::ROLE | Tags::TITLE | Tags::PEOPLE);
    let of = phrase.clone().skip(1).find(|&at| words[at].has(Tags::PREPOSITION));
    // "the Ministry of Foreign Affairs spokesman"
    let is_of_body = |of: usize| {
        let last = &words[phrase.end - 1];
        words[of - 1].has(Tags::BODY)
            && words[of - 1].is_capital()
            && words[of + 1..phrase.end - 1].iter().all(Word::is_name)
            && last.has(Tags::ROLE)
            && !last.is_capital()
    };
    if of.is_some_and(|of| phrase.end > of + 2 && is_of_body(of)) {
        return Some(Owner { is_name: true, ..owner(phrase.end - 2)? });
    }
    let head = of.unwrap_or(phrase.end);
    let is_possessor = |at: &usize| words[*at].is_possessive() && !words[*at].has(Tags::TIME);
    if let Some(possessor) = (phrase.start..head).rev().find(is_possessor) {
        return owner(possessor);
    }
    if let Some(of) = of.filter(|&of| words[of].is_any(&["of", "for", "to", "at"])) {
        let ends = |at: &usize| {
            !words[*at].is_word()
                || words[*at].has(Tags::PREPOSITION | Tags::COORDINATOR | Tags::SUBORDINATOR)
        };
        let end = (of + 1..phrase.end).find(ends).unwrap_or(phrase.end);
        if end == of + 1 {
            return None;
        }
        // "the head of the Labour Party"
        let is_of_named_body =
            end > of + 2 && words[end - 1].has(Tags::BODY) && words[end - 2].is_name();
        return if is_of_named_body {
            Some(Owner { is_name: true, ..owner(end - 2)? })
        } else {
            owner(end - 1)
        };
    }
    // "the Velmar spokesman", but "the Republican senator"
    let is_kind = |word: &Word| {
        ["ic", "an", "ive", "ish", "al", "ist"].iter().any(|ending| word.ends_with(ending))
    };
    // "Retired police officer" at the head of a sentence
    let is_participle =
        |at: usize| words[at].ends_with("ed") && (at == 0 || words[at - 1].is_stop());
    let says_whose = |at: &usize| {
        words[*at].is_name()
            && !is_role(&words[*at])
            && !is_kind(&words[*at])
            && !is_participle(*at)
    };
    let modifiers = || (phrase.start..head.saturating_sub(1)).rev();
    if let Some(name) = modifiers().find(says_whose) {
        let is_seat = is_place(&words[name].lower()) || words[name].has(Tags::TIME);
        return if is_seat { None } else { owner(name) };
    }
    // "the army spokesman", "the defence minister"
    modifiers().find(|&at| words[at].has(Tags::BODY) || is_field(&words[at])).and_then(owner)
}

/// Whether a word says what an office is about: "defence".
fn is_field(word: &Word) -> bool {
    lists::FIELDS_OF_OFFICES.contains(&&*word.lower())
}

/// Whose an office is of which somebody is named behind it with where they hold it: "Mayor Ada Voss of Norland".
pub(super) fn owner_behind(paragraph: &TaggedParagraph, name: &Name) -> Option<Owner> {
    let [of, place, ..] = paragraph.words.get(name.words.end..)? else { return None };
    let is_seat = of.is("of") && place.is_name();
    let owner = || Owner { key: name_key(place.stem()), is_name: true, may_be_untold: false };
    is_seat.then(owner)
}

/// The endings of countries, and of what belongs to them; a word may have none of its own.
const COUNTRY: [&str; 11] = ["", "a", "ia", "y", "e", "o", "ey", "en", "ain", "and", "land"];
const OF_COUNTRY: [&str; 7] = ["an", "ian", "ean", "vian", "ese", "ish", "i"];
/// The endings that make a country of a word that is already of one: "German", "Slovak".
const COUNTRY_BEHIND: [&str; 3] = ["y", "ia", "land"];
/// The shortest that may be left without its ending, in bytes: "Cub-a".
const SHORTEST_COUNTRY: usize = 3;

/// Whether two words name one country: "Russia" and "Russian", not "Austria" and "Australian".
pub(super) fn same_place(one: &str, other: &str) -> bool {
    // "Nigerian" is of Nigeria, which begins as Niger does.
    let is_alone = |word: &str| word == "niger";
    let pairs = |country: &str, of: &str| {
        let stems = |word: &'_ str, endings: &[&str]| {
            let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending));
            stems
                .filter(|stem| stem.len() >= SHORTEST_COUNTRY)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let of_country = stems(of, &OF_COUNTRY);
        stems(country, &COUNTRY).iter().any(|stem| of_country.contains(stem))
            || stems(country, &COUNTRY_BEHIND).iter().any(|stem| stem == of)
    };
    one == other || !is_alone(one) && !is_alone(other) && (pairs(one, other) || pairs(other, one))
}
