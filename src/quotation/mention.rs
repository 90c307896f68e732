//! Mentions: what kind of phrase names a speaker, and which of its words are the name.
//!
//! [`read`] sorts a noun phrase into a name ("Russian Ambassador Dmitry Zhirnov"), a pronoun, an
//! office without a name ("the ambassador"), a body ("the foreign ministry"), people who speak as one
//! ("analysts"), or none of these.

use std::borrow::Cow;
use std::ops::Range;

use super::entity::Gender;
use super::lexicon::{self, Tags, VerbForm, lists};
use super::phrase;
use super::word::{TaggedParagraph, Word};

/// What a phrase says of the speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reference<'a> {
    /// A name.
    Name {
        /// One word or more, without titles and possessive ending.
        words: Vec<&'a str>,
        /// As the titles show it.
        gender: Option<Gender>,
    },
    /// "he", "she", "they", "it".
    Pronoun(String),
    /// "the Russian foreign minister": the words without determiner.
    Office(Vec<String>),
    /// "the Russian foreign ministry", "analysts".
    Body {
        /// As it is to be shown.
        name: String,
        /// Whether that says what it is and not which one: "the company". Never of people ("analysts"),
        /// who are anybody of that kind.
        is_nameless: bool,
    },
    /// "the letter": a text by somebody whom the phrase does not name; its noun.
    Text(String),
    /// Someone who is not to be known from here: "a source".
    Unknown,
}

/// A name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The words of the name, titles left out.
    pub(super) words: Range<usize>,
    /// The first word of the titles before it; `words.start` where there are none.
    pub(super) titles: usize,
    /// Whether its words show that it is a body's: "Action on Smoking and Health".
    pub(super) is_body: bool,
}

/// Whether a word can be inside a name: "Zhirnov", "al-Amr".
fn is_name_word(word: &Word) -> bool {
    word.has(Tags::NAME_PART)
}

/// Whether a word stands before a name and is no part of it. "PC" does before a given name alone: not in "PC World".
fn is_title(words: &[Word], at: usize) -> bool {
    let is_abbreviated = || match words[at].text {
        "PM" => words[at + 1].is_name(),
        // "Leeds DA Ada Voss"
        "DA" => {
            let other = Tags::BODY | Tags::ROLE | Tags::TITLE;
            at > 0
                && words[at - 1].is_name()
                && words[at + 1..].iter().take(2).filter(|word| is_name_word(word)).count() == 2
                && !words[at + 1].has(other)
        }
        "PC" | "Gran" | "QC" => words[at + 1].has(Tags::GIVEN),
        // "Senate President Pro Tem Ada Voss"
        "Tem" => at > 0 && words[at - 1].text == "Pro",
        // "Browns QB Otto Voss"
        "GM" | "QB" | "RB" | "WR" | "TE" | "DL" | "OL" | "LB" | "CB" | "DE" | "DT" => {
            words[at + 1].has(Tags::GIVEN) && words.get(at + 2).is_some_and(is_name_word)
        }
        _ => false,
    };
    // "General Motors"
    let is_of_name = words[at].text == "General"
        && words.get(at + 1).is_some_and(|next| lists::BEHIND_GENERAL.contains(&next.stem()));
    // "FBI Special Agent Ada Voss"
    let is_before_name = words[at].has(Tags::ROLE)
        && !words[at].has(Tags::GIVEN)
        && words.get(at + 1).is_some_and(|next| next.has(Tags::GIVEN) && next.is_name())
        && words.get(at + 2).is_some_and(is_name_word);
    words[at].has(Tags::TITLE) && !is_of_name || is_before_name || is_abbreviated()
}

/// Whether a name in capitals is the place of a dateline: "CHARLOTTE, N.C. — The storm passed."
fn is_dateline(words: &[Word], name: &Name) -> bool {
    let [word, next, ..] = words else { return false };
    name.words.start == 0
        && name.words.len() == 1
        && word.text.len() > 2
        && !word.text.contains(char::is_lowercase)
        && (matches!(next.text, "," | "(") || next.is_dash())
        && words.iter().any(|word| word.text.contains(char::is_lowercase))
}

/// Whether a word says where an office is held, with the office before it: a place, or "the U.N.".
fn is_seat(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let has_initials_alone = word.text.chars().filter(|sign| sign.is_uppercase()).count() > 1
        && !word.text.contains(char::is_lowercase);
    word.has(Tags::PLACE) || has_initials_alone && at > 0 && words[at - 1].is_any(&["the", "to"])
}

/// All names of a range of words, in order.
pub(super) fn names<'b>(
    paragraph: &'b TaggedParagraph,
    range: Range<usize>,
) -> impl Iterator<Item = Name> + 'b {
    let words = &paragraph.words;
    let mut at = range.start;
    std::iter::from_fn(move || {
        let mut start = at + words.get(at..range.end)?.iter().position(is_name_word)?;
        if start > at && (is_behind_time_of_paper(words, start) || is_behind_ordinal(words, start))
        {
            start -= 1;
        }
        let (end, joint) = name_end(words, start, range.end);
        at = end;
        // "Campaigners Action on Smoking", "Republicans Ada Voss", but "Workers Party", "Doctors for Peace"
        let is_joint_behind = joint.is_some_and(|joint| joint > start + 1);
        let people = (words[start].has(Tags::PEOPLE) || are_by_role(words, start))
            && !words[start].has(Tags::GIVEN | Tags::BODY);
        let apart = end - start > 1
            && is_name_word(&words[start + 1])
            && !words[start + 1].has(Tags::BODY | Tags::TITLE);
        // A capital at the head of a sentence shows nothing: "Rival Acme said".
        let is_tie = (start == 0 || words[start - 1].is_stop())
            && lists::TIES_BEFORE_A_NAME.contains(&&*words[start].lower());
        // "Watching Ada Voss win" at the head of a headline, or behind its colon.
        let opens_with_participle = (start == 0 || words[start - 1].is_any(&[":", "."]))
            && words[start].ends_with("ing")
            && !words[start].has(Tags::GIVEN | Tags::BODY)
            && end - start > 2
            && words[start + 1].has(Tags::GIVEN);
        // "Said Ada Voss: …"
        let opens_with_verb =
            (start == 0 || words[start - 1].is_stop() || words[start - 1].is_mark())
                && words[start].verb().is_some_and(|verb| verb.form == VerbForm::Past)
                && end - start > 1
                && (words[start + 1].has(Tags::GIVEN | Tags::TITLE)
                    || words.get(end).is_some_and(|word| word.text == ":")
                    || words[start].ends_with("ed") && end - start > 2);
        // "Ask Ada Voss, who was there"
        let opens_with_imperative =
            (start == 0 || words[start - 1].is_stop() || words[start - 1].is_mark())
                && lists::OPEN_BEFORE_A_NAME.contains(&words[start].text)
                && end - start > 2
                && words[start + 1].has(Tags::GIVEN | Tags::TITLE);
        // "French-language Acme Sports"
        let opens_with_attribute = words[start].text.ends_with("-language")
            && end - start > 1
            && is_name_word(&words[start + 1]);
        let is_no_part = opens_with_imperative
            || opens_with_attribute
            || (people || is_tie) && apart && (joint.is_none() || is_joint_behind)
            || opens_with_verb
            || opens_with_participle;
        let start = if is_no_part { start + 1 } else { start };
        // "Russian Foreign Minister Sergei Lavrov": all up to the last title is no name.
        let title =
            (start..end - 1).rev().find(|&idx| is_title(words, idx) && !words[idx].is_possessive());
        // In a body's name they are none ("Ministry of Foreign Affairs"), but for an office behind it.
        let title = title.filter(|&title| {
            joint.is_none_or(|joint| {
                title > joint + 1 && words[title].has(Tags::ROLE) && words[title + 1].is_name()
            })
        });
        if title.is_none() && joint.is_some() {
            return Some(Name { words: start..end, titles: start, is_body: true });
        }
        let first = behind_department(words, title.map_or(start, |title| title + 1), end);
        let first = behind_place(words, first, end);
        Some(Name { words: first..end, titles: start, is_body: false })
    })
    .filter(|name| !is_dateline(words, name))
}

/// Whether a word means several by what they are, and a given name stands behind it: "Owners Ada Voss (and Ben Roe)".
fn are_by_role(words: &[Word], at: usize) -> bool {
    let is_role = |singular: &str| lexicon::lookup(singular).0.any(Tags::ROLE | Tags::TITLE);
    let is_plural = |word: &str| match word.strip_suffix("men") {
        Some(stem) => is_role(&[stem, "man"].concat()),
        None => word.strip_suffix('s').is_some_and(is_role),
    };
    words.get(at + 1).is_some_and(|next| next.has(Tags::GIVEN))
        && !words[at].is_possessive()
        && is_plural(&words[at].lower())
}

/// One past the last word of the name that begins at `start`, with the titles before it; and where it
/// goes on behind a preposition, "and" or "Our" as only the name of a body does, the last of these.
fn name_end(words: &[Word], start: usize, ceiling: usize) -> (usize, Option<usize>) {
    let mut end = start + 1;
    let mut joint = None;
    while end < ceiling && !words[end - 1].is_possessive() && end - start < 12 {
        let word = &words[end];
        // No name goes on behind "Jr.", nor a state behind its town: "in Salem, Ore. Ada Voss said".
        let is_state = end == start + 1
            && start > 1
            && words[start - 1].text == ","
            && words[start - 2].is_name()
            && words[start]
                .text
                .strip_suffix('.')
                .is_some_and(|state| lists::SHORT_STATES.contains(&state));
        if words[end - 1].is_generation() || is_state {
            break;
        }
        let name_follows = || end + 1 < ceiling && is_name_word(&words[end + 1]);
        // "van der Meulen"
        let is_particle = |word: &Word| word.has(Tags::PARTICLE) && !word.is_capital();
        let particle_follows =
            || end + 2 < ceiling && is_particle(&words[end + 1]) && is_name_word(&words[end + 2]);
        let joins = is_name_word(word)
            || is_particle(word) && (name_follows() || particle_follows())
            || word.text == "&" && name_follows();
        let is_of_campaign = || {
            words[end - 1].is_name()
                && name_follows()
                && lists::WITHIN_NAMES_OF_CAMPAIGNS.contains(&word.text)
        };
        let goes_on =
            !joins && end + 1 < ceiling && (is_of_campaign() || phrase::body_goes_on(words, end));
        if goes_on {
            joint = Some(end);
            end += usize::from(words[end + 1].is("the"));
        }
        if !joins && !goes_on || end + 1 >= ceiling && goes_on {
            break;
        }
        end += 1;
    }
    (end, joint)
}

/// Where a person's name begins in the words from `first` to `end`, which may open with what an office before them is for:
/// "Secretary for National Security Ada Voss".
fn behind_department(words: &[Word], first: usize, end: usize) -> usize {
    let is_behind_office = first > 1
        && words[first - 1].is("for")
        && words[first - 2].has(Tags::ROLE | Tags::TITLE)
        && words[first - 2].is_capital();
    let given = (first + 1..end.saturating_sub(1)).find(|&at| words[at].has(Tags::GIVEN));
    given.filter(|_| is_behind_office && !words[first].has(Tags::GIVEN)).unwrap_or(first)
}

/// Where a person's name begins in the words from `first` to `end`, which may open with where an office is
/// held or its holder is from: "envoy to Afghanistan Zamir Kabulov", "ambassador to the U.N. Ada Voss",
/// "British Marie Curie".
fn behind_place(words: &[Word], mut first: usize, end: usize) -> usize {
    let given = (first + 1..end.saturating_sub(1)).find(|&idx| words[idx].has(Tags::GIVEN));
    if let Some(given) = given.filter(|_| !words[first].has(Tags::GIVEN) && is_seat(words, first)) {
        first = given;
    }
    // "the Australian Grain Market Operator" is no Australian.
    let is_of_body = |first: usize| {
        first > 0 && words[first - 1].is("the") && !words[first + 1].has(Tags::GIVEN)
    };
    if end - first > 2
        && words[first].has(Tags::PLACE)
        && !is_of_body(first)
        && !words[first..end].iter().any(|word| word.has(Tags::BODY))
    {
        first += 1;
    }
    while first < end - 1 && words[first].has(Tags::PARTICLE) && !words[first].is_capital() {
        first += 1;
    }
    first
}

/// Whether the name at `at` begins with a number before it: "21st Century Norland", "the 9th Circuit", but "on the 21st Ada
/// Voss".
fn is_behind_ordinal(words: &[Word], at: usize) -> bool {
    let before = words[at - 1].text;
    let ending = before.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_ordinal = ending.len() < before.len() && matches!(ending, "st" | "nd" | "rd" | "th");
    let other = Tags::GIVEN | Tags::TITLE | Tags::ROLE | Tags::TIME | Tags::PLACE | Tags::PARTICLE;
    is_ordinal && !words[at].has(other)
}

/// Whether the name at `at` is that of a paper behind when it comes out, which alone is no name: "the Evening Standard".
fn is_behind_time_of_paper(words: &[Word], at: usize) -> bool {
    let [the, time] = &words[at.saturating_sub(2)..at] else { return false };
    the.is("the")
        && time.is_capital()
        && time.has(Tags::TIME)
        && lists::NAMES_OF_PAPERS.contains(&words[at].stem())
}

/// Whether a phrase brings in one person, and does not say who that is: "a police officer". "The former general" may
/// be somebody who was named before.
pub(super) fn is_unnamed_person(paragraph: &TaggedParagraph, range: &Range<usize>) -> bool {
    let head = &paragraph.words[head(&paragraph.words, range).end - 1];
    let words = &paragraph.words[range.clone()];
    words[0].is_any(lists::INDEFINITE)
        && head.has(Tags::ROLE)
        && !head.has(Tags::PEOPLE | Tags::BODY)
        && !words.iter().any(Word::is_name)
}

/// Where the head of a phrase stands that means one person by what they are, be it to another: "the judge", "his mother", "a friend of
/// Ada Voss".
pub(super) fn person_by_office(paragraph: &TaggedParagraph, range: &Range<usize>) -> Option<usize> {
    let head = head(&paragraph.words, range);
    let last = &paragraph.words[head.end - 1];
    let is_role = last.has(Tags::ROLE) || lists::PEOPLE_OF_ANOTHER.contains(&&*last.lower());
    let is_person = is_role && !last.has(Tags::PEOPLE | Tags::BODY) && !last.is_capital();
    is_person.then(|| head.end - 1)
}

/// The words of a name as they are to be shown: without possessive ending.
pub(super) fn name_words<'a>(paragraph: &TaggedParagraph<'a>, name: &Range<usize>) -> Vec<&'a str> {
    let words = paragraph.words[name.clone()].iter().map(without_possessive);
    // Without a nickname in marks.
    // "in 't Veld"
    let is_clipped_article = |word: &str| matches!(word, "'t" | "’t");
    words
        .filter(|word| {
            word.starts_with(char::is_alphanumeric) || *word == "&" || is_clipped_article(word)
        })
        .collect()
}

/// What the phrase at `range` says.
pub(super) fn read<'a>(paragraph: &TaggedParagraph<'a>, range: &Range<usize>) -> Reference<'a> {
    let words = &paragraph.words;
    let first = &words[range.start];
    if range.len() == 1 && first.has(Tags::PRONOUN) {
        let lower = first.lower();
        return Reference::Pronoun(lower.split('\'').next().unwrap_or_default().to_owned());
    }
    let head = head(words, range);
    // "Three-quarters said": large only because it begins the sentence.
    let is_share = range.len() == 1 && phrase::is_part_of_whole(first);
    if is_share || is_by_another(paragraph, range, &head) {
        return Reference::Unknown;
    }
    if let Some(name) = name_behind_office(paragraph, range, &head) {
        return person_named(paragraph, &name);
    }
    if is_of_somebody_unclear(words, &head, range.end) {
        return Reference::Unknown;
    }
    let last = &words[head.end - 1];
    // "Data showed": large only because it begins the sentence.
    let opens_sentence = range.start == 0 || words[range.start - 1].is_stop();
    if range.len() == 1 && opens_sentence && last.has(Tags::TEXT) && !last.has(Tags::PEOPLE) {
        return read_text(paragraph, head, range.end);
    }
    // "the Ghana international", "the Frenchman"
    if is_player(words, &head) || is_from_somewhere(words, &head) {
        return office_or_unknown(words, head);
    }
    if let Some(reference) = people_of_a_body(paragraph, &head, range.end) {
        return reference;
    }
    if last.text == "PM" {
        let before = words[head.start..head.end - 1].iter().filter(|word| word.has(Tags::PLACE));
        let office = before.map(Word::lower).map(Cow::into_owned);
        return Reference::Office(office.chain(["prime", "minister"].map(str::to_owned)).collect());
    }
    if is_name_word(last)
        && let Some(name) = names(paragraph, head.clone()).last()
    {
        return read_name(paragraph, head, &name);
    }
    if last.has(Tags::TEXT) {
        return read_text(paragraph, head, range.end);
    }
    if last.has(Tags::PEOPLE)
        || last.has(Tags::BODY) && !last.has(Tags::ROLE)
        || phrase::is_bare_plural(&words[range.clone()])
    {
        return collective(words, head);
    }
    if last.has(Tags::ROLE) {
        return office_or_unknown(words, head);
    }
    Reference::Unknown
}

/// Whether a phrase means somebody by the country for which they play: "the Ghana international".
fn is_player(words: &[Word], head: &Range<usize>) -> bool {
    let last = &words[head.end - 1];
    head.len() > 1 && last.text == "international" && words[head.end - 2].is_name()
}

/// Whether a phrase means somebody by where they are from: "the Frenchman", "the Dane".
fn is_from_somewhere(words: &[Word], head: &Range<usize>) -> bool {
    let last = &words[head.end - 1];
    let is_of_people =
        last.text.len() > 5 && (last.text.ends_with("man") || last.text.ends_with("woman"));
    // Not "both Feldman (and Ada Voss)".
    head.len() > 1
        && words[head.start].has(Tags::DETERMINER)
        && !words[head.start].is("both")
        && words[head.start + 1..head.end - 1].iter().all(|word| !word.is_name())
        && last.is_capital()
        && !last.has(Tags::GIVEN | Tags::BODY)
        && !(last.has(Tags::PLACE) && head.len() > 2)
        && (is_of_people
            || lists::PEOPLE_OF_PLACES.contains(&last.text)
            || head.len() == 2 && lists::ALSO_OF_PLACES.contains(&last.text))
}

/// Whether an office is followed by a name that may be its holder's or what it is for, where nothing shows which:
/// "Minister of Labour Ada Voss". `end` is where the phrase ends.
fn is_of_somebody_unclear(words: &[Word], head: &Range<usize>, end: usize) -> bool {
    let behind = words[head.end..end].iter().rev().take_while(|word| is_name_word(word));
    let is_apart = |word: &Word| word.has(Tags::PLACE | Tags::BODY | Tags::ROLE);
    let n_behind = behind.clone().count();
    words[head.end - 1].has(Tags::ROLE)
        && n_behind > 2
        && n_behind + 1 == end - head.end
        && !behind.take(2).any(is_apart)
}

/// People who speak for a body that their phrase names, by their own term: "Port Agency officials",
/// "lawyers for the Port Agency", "a spokesman for the ministry".
fn people_of_a_body<'a>(
    paragraph: &TaggedParagraph<'a>,
    head: &Range<usize>,
    end: usize,
) -> Option<Reference<'a>> {
    let words = &paragraph.words;
    let body = body_spoken_for(paragraph, &(head.start..end))?;
    // "the agency" and its like are no name by which to know its officials elsewhere.
    let names_body = words[body.clone()].iter().any(|word| word.is_name() && !is_common(word.text));
    let (start, end) = match body.start < head.end {
        true => (body.start, head.end),
        false => (head.end - 1, body.end),
    };
    names_body.then(|| Reference::Body { name: shown(words, start..end), is_nameless: false })
}

/// The words that name the body for which the people of a phrase speak: before them ("Port Agency officials")
/// or behind ("a spokesman for the Port Agency").
pub(super) fn body_spoken_for(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let head = head(words, range);
    let people = &words[head.end - 1];
    if !lists::SPEAK_FOR_BODIES.contains(&&*people.lower()) {
        return None;
    }
    let before = (head.start..head.end - 1).rev().find(|&at| words[at].has(Tags::BODY));
    if let Some(last) = before.filter(|&last| last + 2 >= head.end) {
        let start = (head.start..=last).find(|&at| words[at].is_name()).unwrap_or(last);
        return Some(start..last + 1);
    }
    let joint = words.get(head.end).filter(|_| head.end < range.end)?;
    if !joint.is_any(lists::OF_A_BODY) {
        return None;
    }
    let body = phrase::noun_phrase_after(paragraph, head.end + 1, range.end)?;
    let is_body = match names(paragraph, body.clone()).last() {
        Some(name) => {
            name.is_body || words[name.words.clone()].iter().any(|word| word.has(Tags::BODY))
        }
        None => words[body.end - 1].has(Tags::BODY),
    };
    let has_initials = words[body.end - 1].text.chars().filter(|c| c.is_uppercase()).count() > 2;
    (is_body || has_initials).then_some(body)
}

/// The parts of a phrase that names several ("A and B", "the minister, A and two others"), in order; of any
/// other phrase itself. A body with "and" in its name ("Department of Health and Human Services") is one.
/// `is_known` says whether a word is a person's surname.
pub(super) fn conjuncts(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    is_known: impl Fn(&Word) -> bool,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let mut parts = Vec::new();
    let mut start = range.start;
    // "officials overseeing the police and other bodies": what they do.
    if participle_of_people(words, range).is_some() {
        return vec![range.clone()];
    }
    // "lawyers for both Ada Voss and Ben Roe": those two are one party's.
    let is_inside = range
        .clone()
        .skip(1)
        .any(|at| words[at].is("both") && words[at - 1].has(Tags::PREPOSITION));
    if let Some(items) = listed(words, range, &is_known) {
        return items;
    }
    // "Mr. and Mrs. Voss": two, of whom one has no name here.
    let is_address = |word: &Word| word.has(Tags::TITLE) && word.has(Tags::MALE | Tags::FEMALE);
    if let [mr, and, mrs, ..] = &words[range.clone()]
        && and.is("and")
        && is_address(mr)
        && is_address(mrs)
    {
        return Vec::new();
    }
    // "Ada Voss or Ben Roe": one of them.
    let is_or =
        |at: usize| words[at].is("or") && words[at - 1].is_name() && words[at + 1].is_name();
    if (range.start + 1..range.end.saturating_sub(1)).any(is_or) {
        return Vec::new();
    }
    // "Ada Voss and Ben Roe's mother": hers and whose is not plain.
    if is_of_two_owners(words, range) {
        return Vec::new();
    }
    for and in range.clone().filter(|&at| words[at].is("and")) {
        if is_inside && words[start..and].iter().any(|word| word.is("both")) {
            continue;
        }
        if is_behind_relation(words, start, and) || joins_attributes(words, and) {
            continue;
        }
        let left = if words[and - usize::from(and > start)].text == "," { and - 1 } else { and };
        if left <= start
            || and + 1 >= range.end
            || !(joins_speakers(words, start..left, and + 1, &is_known)
                || joins_names_behind_titles(words, start..left, and + 1)
                || joins_titled_names(words, start..left, and + 1..range.end)
                || joins_names_behind_plural(words, start..left, and + 1..range.end)
                || joins_single_names(words, start..left, and + 1..range.end, &is_known))
        {
            continue;
        }
        let left = start_of_description(words, start..left, and).unwrap_or(left);
        // The list before the last two: "A, B and C".
        let mut item = start;
        for comma in (start..left).filter(|&at| words[at].text == ",") {
            if joins_speakers(words, item..comma, comma + 1, &is_known)
                || joins_titled_names(words, item..comma, comma + 1..left.min(comma + LONGEST_ITEM))
            {
                parts.push(item..comma);
                item = comma + 1;
            }
        }
        parts.push(item..left);
        // "A and other critics": nobody more is named.
        if words[and + 1].is_any(lists::OTHERS) {
            return parts;
        }
        start = and + 1;
    }
    parts.push(start..range.end);
    parts
}

/// A person in a list has no more words than this, offices and all: "House Minority Leader Ada van der Voss".
const LONGEST_ITEM: usize = 10;

/// Whether the "and" at `and` joins two to whom those are something of whom a phrase speaks from `start` on: "the mother of
/// Ada Voss and Ben Roe".
fn is_behind_relation(words: &[Word], start: usize, and: usize) -> bool {
    let of = (start + 1..and).find(|&at| words[at].has(Tags::PREPOSITION));
    let Some(of) = of.filter(|&of| words[of].is_any(&["of", "for", "to"])) else { return false };
    let head = words[of - 1].lower();
    let is_relation = lists::TIES.contains(&&*head)
        || head.strip_suffix('s').is_some_and(|one| lists::TIES.contains(&one))
        || lists::PEOPLE_OF_ANOTHER.contains(&&*head)
        || lists::SPEAK_FOR_BODIES.contains(&&*head)
        || lists::RELATIVES_IN_PLURAL.contains(&&*head);
    let is_person = |at: usize| words[at].has(Tags::GIVEN | Tags::TITLE) && words[at].is_name();
    is_relation && is_person(of + 1) && words[and + 1].is_name()
}

/// A list of names of which somebody is the parents, lawyers or officials has no more words than this.
const LONGEST_LIST_OF_OTHERS: usize = 40;

/// Whether a phrase is the end of a list of those whose people speak, at the head of a sentence: "Karl Roe and Ada Voss" of
/// "The parents of Otto Lind, Karl Roe and Ada Voss said". What is listed is of one kind: "Officials in Leeds, Otto Lind and
/// Ada Voss said" are three.
pub(super) fn ends_list_of_others(paragraph: &TaggedParagraph, range: &Range<usize>) -> bool {
    let words = &paragraph.words;
    let start = paragraph.sentences[paragraph.sentence_of(range.start)].start;
    let is_listed = |word: &Word| word.is_name() || word.text == "," || word.is("and");
    let before = &words[start..range.start];
    let n_listed =
        before.iter().rev().take(LONGEST_LIST_OF_OTHERS).take_while(|word| is_listed(word)).count();
    let (head, listed) = before.split_at(before.len() - n_listed);
    let [.., people, preposition] = head else { return false };
    // At the head of a sentence a capital shows no name.
    let is_name = people.is_name() && head.len() > 2;
    let people_speak = people.is("police") || !is_name && people.text.ends_with('s');
    let is_head =
        head.len() <= 5 && !head.iter().any(|word| word.has(Tags::AUXILIARY) || !word.is_word());
    let is_of = preposition.is_any(&["of", "for", "in", "from", "with"]);
    let is_given = |word: &Word| word.has(Tags::GIVEN);
    // "In his years in Leeds, Voss said"
    let is_joined = listed.iter().chain(&words[range.clone()]).any(|word| word.is("and"));
    is_joined
        && listed.iter().any(|word| word.text == ",")
        && listed.last().is_some_and(|word| word.text == "," || word.is("and"))
        && listed.first().is_some_and(|first| {
            first.is_name() && is_given(first) == is_given(&words[range.start])
        })
        && words[range.start].is_name()
        && people_speak
        && is_head
        && is_of
}

/// Whether the "and" at `and` joins two words that say what the people behind them are: "Federal and military officials".
fn joins_attributes(words: &[Word], and: usize) -> bool {
    let is_attribute =
        |word: &Word| lists::PAIRED_ADJECTIVES.contains(&&*word.lower()) && !word.is_possessive();
    is_attribute(&words[and - 1])
        && words.get(and + 1).is_some_and(|next| is_attribute(next) && !next.is_capital())
}

/// Whether a phrase names two whose something is, or one and what is the other's: "Ada Voss and Ben Roe's website".
fn is_of_two_owners(words: &[Word], range: &Range<usize>) -> bool {
    let Some(and) = range.clone().find(|&at| words[at].is("and")) else { return false };
    let behind = &words[and + 1..range.end];
    let owner = behind.iter().take_while(|word| word.is_name() || word.has(Tags::TITLE));
    let owner = owner.last().is_some_and(Word::is_possessive);
    let is_person = |word: &Word| word.has(Tags::GIVEN) && word.is_name();
    let last = behind.last();
    owner
        && is_person(&words[range.start])
        && words[range.start..and].iter().all(Word::is_name)
        && last.is_some_and(|last| !last.is_name() && !last.is_possessive())
}

/// The items of a list of three or more that names each, or says of what kind they are: "Norland, Poland and Chad". None
/// where it may be the name of one firm.
fn listed(
    words: &[Word],
    range: &Range<usize>,
    is_known: &impl Fn(&Word) -> bool,
) -> Option<Vec<Range<usize>>> {
    let last_comma = range.clone().rev().find(|&at| words[at].text == ",")?;
    let and = (last_comma + 1..range.end).find(|&at| words[at].is("and"))?;
    let is_sign = |at: &usize| words[*at].text == "," || *at == and;
    let mut items = Vec::new();
    let mut start = range.start;
    for end in range.clone().filter(is_sign).chain([range.end]) {
        if start < end {
            items.push(start..end);
        }
        start = end + 1;
    }
    let is_name = |word: &Word| word.is_name() && !word.has(Tags::TIME) && !word.is_possessive();
    let is_named = |item: &[Word]| {
        item.iter().enumerate().all(|(at, word)| is_name(word) || at == 0 && word.is("the"))
            && item.last().is_some_and(|last| is_name(last) && !is_remnant(last.text))
    };
    // "Voss, Roe and Lind" alone may be a firm.
    let is_shown = |item: &[Word]| match item {
        [one] => {
            one.has(Tags::PLACE | Tags::BODY | Tags::PEOPLE) || one.is_acronym() || is_known(one)
        }
        _ => true,
    };
    let all = || items.iter().map(|item| &words[item.clone()]);
    let are_speakers = all().all(|item| is_named(item) || phrase::is_bare_plural(item));
    if items.len() < 3 || !are_speakers {
        return None;
    }
    if !all().any(is_shown) {
        items.clear();
    }
    Some(items)
}

/// Where what somebody is stands behind their name, between commas before the "and" at `and`: "Otto Roe, the mayor, and".
fn start_of_description(words: &[Word], left: Range<usize>, and: usize) -> Option<usize> {
    let comma = left.clone().find(|&at| words[at].text == ",")?;
    let description = words.get(comma + 1..left.end)?;
    let says_what = description.first()?.has(Tags::DETERMINER)
        && description.iter().any(|word| word.has(Tags::ROLE))
        && description.iter().all(|word| word.is_word() && !word.is_name());
    let is_named = words[left.start..comma].iter().all(is_name_word);
    (left.end < and && says_what && is_named).then_some(comma)
}

/// Whether what ends before a conjunction and what begins at `right` behind it are two who may speak, rather
/// than words of one name.
fn joins_speakers(
    words: &[Word],
    left: Range<usize>,
    right: usize,
    is_known: &impl Fn(&Word) -> bool,
) -> bool {
    let (last, next) = (&words[left.end - 1], &words[right]);
    let person = |word: &Word| word.has(Tags::GIVEN | Tags::TITLE) && word.is_name();
    let speaks = Tags::ROLE | Tags::PEOPLE | Tags::BODY;
    // "the Bank of England and Wales"
    let in_body = words[left.clone()].iter().any(|word| word.has(Tags::BODY))
        && words[left.clone()].iter().any(|word| word.has(Tags::PREPOSITION));
    if !(last.is_name() || last.has(speaks)) {
        return false;
    }
    if next.has(Tags::DETERMINER)
        || next.is_any(lists::OTHERS)
        || next.text.starts_with(char::is_numeric) && last.is_name()
        || person(next)
        || is_known(last) && is_known(next)
    {
        return true;
    }
    let is_full_name = |from: usize| {
        words[from].is_name()
            && !words[from].has(Tags::PLACE | Tags::BODY | Tags::TIME)
            && words.get(from + 1).is_some_and(is_name_word)
    };
    let named_left = person(&words[left.start]) || is_full_name(left.start);
    // "minister for Women and Equalities Ada Voss"
    let in_office = words[left.clone()].iter().any(|word| word.has(Tags::PREPOSITION))
        && words[left.clone()].iter().any(|word| word.has(Tags::ROLE));
    !in_body
        && !in_office
        && (is_full_name(right) && named_left
            || last.is_name() && next.has(speaks) && !next.is_capital())
}

/// Whether both parts end in full names, each behind offices: "House Speaker Ada Voss and Senate Republican Leader Ben Roe".
fn joins_titled_names(words: &[Word], left: Range<usize>, right: Range<usize>) -> bool {
    let of_office = Tags::TITLE | Tags::ROLE | Tags::BODY;
    // "Senate Minority Leader", "Senate Democratic Leader"
    let is_of_office = |word: &Word| {
        word.is_capital()
            || word.has(of_office)
            || lists::PAIRED_ADJECTIVES.contains(&&*word.lower())
    };
    let end_of_name = |part: Range<usize>| {
        let given = part.clone().find(|&at| words[at].has(Tags::GIVEN) && words[at].is_name())?;
        let n_words = words[given..part.end].iter().take_while(|word| is_name_word(word)).count();
        let office = &words[part.start..given];
        let is_titled =
            office.iter().all(is_of_office) && office.last().is_none_or(|last| last.has(of_office));
        (n_words > 1 && is_titled).then_some(given + n_words)
    };
    end_of_name(left.clone()) == Some(left.end) && end_of_name(right).is_some()
}

/// Whether two full names stand behind what both are: "her lawyers Otto Roe and Jo Lind".
fn joins_names_behind_plural(words: &[Word], left: Range<usize>, right: Range<usize>) -> bool {
    let is_name = |word: &Word| word.is_name() && !word.is_possessive();
    let is_full_name = |name: &[Word]| name.len() > 1 && name[..2].iter().all(is_name);
    let is_of_both = |at: &usize| {
        let word = &words[*at];
        word.has(Tags::ROLE | Tags::PEOPLE) && word.text.ends_with('s') && !word.has(Tags::GIVEN)
    };
    left.clone().rev().take(LONGEST_ITEM).find(is_of_both).is_some_and(|both| {
        let names = [&words[both + 1..left.end], &words[right]];
        names.iter().all(|name| is_full_name(name) && !name[1].has(Tags::BODY | Tags::PLACE))
            && names[0].iter().all(is_name)
    })
}

/// Whether the title before two names is that of both: "Senators Voss and Roe".
fn joins_names_behind_titles(words: &[Word], left: Range<usize>, right: usize) -> bool {
    let [title, names @ ..] = &words[left] else { return false };
    let is_name = |word: &Word| word.is_name() && !word.is_possessive();
    title.is_capital()
        && lists::TITLES_OF_SEVERAL.contains(&title.lower().trim_end_matches('.'))
        && !names.is_empty()
        && names.iter().all(is_name)
        && is_name(&words[right])
}

/// Whether two names side by side, the second of one word, are two bodies, countries or known persons, rather than one
/// name: "France and Spain", "the European Union and NATO", but "Deere and Co".
fn joins_single_names(
    words: &[Word],
    left: Range<usize>,
    right: Range<usize>,
    is_known: &impl Fn(&Word) -> bool,
) -> bool {
    let (last, next) = (&words[left.end - 1], &words[right.start]);
    let is_name = |word: &Word| word.is_name() && !word.is_possessive();
    let is_named = words[left.clone()]
        .iter()
        .enumerate()
        .all(|(at, word)| is_name(word) || at == 0 && word.is_any(&["the", "both"]));
    let is_body = |word: &Word| word.has(Tags::PLACE | Tags::BODY) || word.is_acronym();
    // "both Acme News and Voss"
    let is_both = words[left.start].is("both");
    let is_one_place = lists::BEHIND_AND_IN_PLACES.contains(&next.text);
    is_named
        && right.len() == 1
        && is_name(next)
        && !is_remnant(next.text)
        && !is_one_place
        && (is_both || is_body(last) && is_body(next) || is_known(last) || is_known(next))
}

/// Where the participle stands that says what the people do with whom a phrase begins: "officials overseeing the police".
fn participle_of_people(words: &[Word], range: &Range<usize>) -> Option<usize> {
    let mut at = (range.start + 1..range.end).take(4);
    let at = at.find(|&at| words[at].ends_with("ing") && !words[at].is_capital())?;
    let next = words.get(at + 1).filter(|_| at + 1 < range.end)?;
    let is_of_people = words[at - 1].has(Tags::PEOPLE)
        && !words[range.start..at].iter().any(|word| word.has(Tags::PREPOSITION));
    let has_object = next.has(Tags::DETERMINER) || next.is_name();
    (is_of_people && has_object && !words[at].has(Tags::PREPOSITION)).then_some(at)
}

/// The head of a noun phrase with all that stands before it: up to the first preposition, comma or
/// relative pronoun.
fn head(words: &[Word], range: &Range<usize>) -> Range<usize> {
    if let Some(end) = participle_of_people(words, range) {
        return range.start..end;
    }
    let cut = (range.start + 1..range.end).find(|&idx| {
        let word = &words[idx];
        word.has(Tags::PREPOSITION | Tags::SUBORDINATOR)
            && !word.is_capital()
            && !phrase::body_goes_on(words, idx)
            || word.text == ","
    });
    let mut end = cut.unwrap_or(range.end);
    while end > range.start + 1 {
        let last = &words[end - 1];
        let trails = last.has(Tags::ADVERB | Tags::TIME) && !last.is("may")
            || last.is_any(lists::REFLEXIVES);
        if !trails || last.has(Tags::PEOPLE) {
            break;
        }
        end -= 1;
    }
    range.start..end
}

/// The name at the end of a phrase whose head is an office: "Chief of Staff Valery Gerasimov", "the
/// minister, Sergei Lavrov".
fn name_behind_office(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    head: &Range<usize>,
) -> Option<Name> {
    let words = &paragraph.words;
    let office = Tags::ROLE | Tags::TITLE;
    if head.end == range.end
        || !words[head.clone()].iter().any(|word| word.has(office))
        || !is_name_word(&words[range.end - 1])
    {
        return None;
    }
    let mut name = names(paragraph, head.end..range.end).last()?;
    // "minister for Women and Equalities Ada Voss"
    let given = name.words.clone().skip(1).find(|&idx| words[idx].has(Tags::GIVEN));
    if let Some(given) = given.filter(|&given| {
        given + 1 < name.words.end && !words[name.words.start].has(Tags::GIVEN) && !name.is_body
    }) {
        name = Name { words: given..name.words.end, titles: given, is_body: false };
    }
    // "her husband, Otto"
    let is_relative = words[head.end].text == ","
        && lists::TIES.contains(&&*words[head.end - 1].lower())
        && name.titles == head.end + 1;
    let name = Some(name)
        .filter(|name| name.words.len() > 1 || name.titles < name.words.start || is_relative)?;
    let follows = words[head.end].text == "," || words[head.end - 1].has(office);
    let body = words[name.words.clone()].iter().any(|word| word.has(Tags::BODY));
    // "chairman of the club in Salem, New York"
    let is_place = name.words.clone().all(|at| is_of_place(words, at));
    let personal = words[name.words.start].has(Tags::GIVEN)
        || name.titles < name.words.start
        || words[name.titles - 1].text == "," && !is_place;
    (follows && !body && personal).then_some(name)
}

/// Whether a word names a place, or does with the one beside it: "Norland", both of "New York".
fn is_of_place(words: &[Word], at: usize) -> bool {
    let is_new = |at: usize| words[at].text == "New";
    words[at].has(Tags::PLACE)
        || is_new(at)
        || at > 0 && is_new(at - 1) && lists::PLACES_BEHIND_NEW.contains(&words[at].stem())
}

/// Whether a phrase means somebody by another person, who stands right behind its head: "a friend of Ada Voss", but
/// not "Secretary of State Ada Voss".
fn is_by_another(paragraph: &TaggedParagraph, range: &Range<usize>, head: &Range<usize>) -> bool {
    let words = &paragraph.words;
    if head.end + 1 >= range.end || !words[head.end].is_any(&["of", "for", "to"]) {
        return false;
    }
    let mut named = names(paragraph, head.end + 1..range.end);
    let Some(name) = named.next() else { return false };
    // "A lawyer for Ada Voss, Ben Roe, (said)": who that is.
    let is_named = named.last().is_some_and(|last| {
        let is_full = last.words.len() > 1 && words[last.words.start].has(Tags::GIVEN);
        is_full && last.words.end == range.end && words[last.titles - 1].text == ","
    });
    if is_named {
        return false;
    }
    let (first, person) = (&words[name.titles], &words[head.end - 1]);
    // "Secretary of State Ada Voss" has an office, "an aide to Governor Voss" is another's.
    let is_of_another = lists::PEOPLE_OF_ANOTHER.contains(&&*person.lower())
        || lists::TIES.contains(&&*person.lower());
    // "a spokesman for House Speaker Ada Voss"
    let mut titles = words[name.titles..name.words.start].iter();
    let has_title = first.has(Tags::TITLE) && first.has(Tags::MALE | Tags::FEMALE)
        || is_of_another
            && !person.is_capital()
            && titles.any(|title| title.has(Tags::TITLE) && title.is_capital());
    let is_person = first.has(Tags::GIVEN) && name.words.len() > 1
        || has_title && name.titles < name.words.start;
    // "the mother of murdered student Ada Voss": what she is stands before her name.
    let before_name = &words[head.end + 1..name.titles];
    // But "father of two Ada Voss", "man of the match Ada Voss".
    let is_kin = lists::TIES.contains(&&*person.lower()) && !person.is_any(&["man", "woman"]);
    let is_described = before_name.iter().all(|word| word.is_word() && !word.is_capital())
        && before_name.last().is_some_and(|last| {
            last.has(Tags::ROLE) && !last.has(Tags::PEOPLE)
                || is_kin && !last.is_any(lists::NUMBERS)
        });
    let begins_there = (before_name.is_empty() || is_described) && !name.is_body;
    // "the family of Ada Voss" is not that of Ben Roe.
    let is_of_person =
        person.has(Tags::ROLE) && !person.has(Tags::PEOPLE) || person.text == "family";
    is_person && begins_there && is_of_person
}

/// What a phrase says whose head ends in `name`.
fn read_name<'a>(
    paragraph: &TaggedParagraph<'a>,
    head: Range<usize>,
    name: &Name,
) -> Reference<'a> {
    let words = &paragraph.words;
    if is_office(words, name) {
        return office_or_unknown(words, head);
    }
    if is_shouted(words, name) {
        return Reference::Unknown;
    }
    if name.is_body {
        return body_named(paragraph, name);
    }
    // "Navy Captain Ruth Alder" is no body, though her office is with one.
    let start = if name.words.len() > 1 { name.words.start } else { name.titles };
    if words[start..name.words.end].iter().any(|word| word.has(Tags::BODY)) {
        // "Russian Foreign Ministry", "US State Department": the adjective belongs to it.
        return collective(words, head);
    }
    // "Plato and Aristotle", where the text shows no more of either: half of a pair is not who spoke.
    if let Some(pair) = pair_of_names(words, &head, name) {
        return Reference::Body { name: shown(words, pair), is_nameless: false };
    }
    if name.words.clone().all(|idx| is_remnant(words[idx].text)) {
        // "Deere and Co" is a name; "Co" and "L" are what is left of one.
        let is_whole = words[head.start..name.words.start].iter().any(Word::is_name);
        return match is_whole {
            true => Reference::Body { name: shown(words, head), is_nameless: false },
            false => Reference::Unknown,
        };
    }
    // "the U.S." and "Kabul and Moscow" too are names of a kind.
    if is_no_person(words, name) {
        return body_named(paragraph, name);
    }
    person_named(paragraph, name)
}

/// The words of a phrase that is two names, of which `name` is the second, and neither is plainly a person's: "Plato and
/// Aristotle", "Norbank and Sorrel Oil".
fn pair_of_names(words: &[Word], head: &Range<usize>, name: &Name) -> Option<Range<usize>> {
    let start = head.start + usize::from(words[head.start].is("the"));
    let and = (start + 1..head.end).find(|&at| words[at].is("and"))?;
    let other = Tags::ROLE | Tags::TITLE | Tags::TIME;
    let is_name = |names: &[Word]| {
        let is_part = |word: &Word| word.is_name() && !word.has(other) || word.text == "&";
        let is_person = names.len() > 1 && names[0].has(Tags::GIVEN);
        !is_person && names.iter().all(is_part)
    };
    let is_pair = is_name(&words[start..and])
        && !words[start..and].iter().any(Word::is_possessive)
        && is_name(&words[and + 1..head.end])
        && name.words == (and + 1..head.end);
    is_pair.then_some(start..head.end)
}

/// A text speaks for the body or person who made it: "A Russian foreign ministry statement", "a report by the
/// Harbour Institute"; `end` is where the phrase ends. Where nobody is named, it is a text.
fn read_text<'a>(paragraph: &TaggedParagraph<'a>, head: Range<usize>, end: usize) -> Reference<'a> {
    let words = &paragraph.words;
    if let Some(owner) = owner_of_text(words, &head) {
        return read_owner(paragraph, owner);
    }
    let text = words[head.end - 1].lower().into_owned();
    let is_part = lists::PARTS_OF_BODIES.contains(&&*text);
    let leads_to_maker = |&at: &usize| {
        words[at].is_any(&["by", "from"]) || words[at].is("of") && (is_part || at > head.end)
    };
    // Not of "the president of Acme", if such a one made it.
    let leads = (head.end..end.saturating_sub(1)).find(leads_to_maker);
    let named = leads.map(|at| (at, read(paragraph, &(at + 1..end)))).filter(|(at, maker)| {
        // "a report from Vancour": perhaps a place.
        let may_be_place = |name: &[&str]| words[*at].is("from") && name.len() == 1;
        match maker {
            Reference::Name { words, gender } => gender.is_some() || !may_be_place(words),
            Reference::Body { .. } => true,
            _ => false,
        }
    });
    if let Some((_, maker)) = named {
        return maker;
    }
    if words[head.start..head.end].iter().any(|word| word.is_any(lists::POSSESSIVE_DETERMINERS)) {
        return Reference::Unknown;
    }
    Reference::Text(text)
}

/// The words before a text that say whose it is: "the ministry's", "Harbour Institute".
fn owner_of_text(words: &[Word], head: &Range<usize>) -> Option<Range<usize>> {
    let owner = head.start..head.end - 1;
    let possessor = owner.clone().rev().find(|&idx| words[idx].is_possessive());
    let is_body = |word: &Word| {
        word.has(Tags::BODY) && !word.has(Tags::TEXT) && !lists::KINDS_OF_TEXTS.contains(&word.text)
    };
    // "the Swedish brochure": where it is from, which is nobody.
    let is_owner = |word: &Word| word.is_name() && !says_origin(word);
    let names_owner = words[owner.clone()].iter().any(is_body)
        || possessor.is_some()
        || words[owner.clone()].last().is_some_and(is_owner);
    let owner = owner.start..possessor.map_or(owner.end, |idx| idx + 1);
    names_owner.then_some(owner)
}

/// Whether a word is the adjective of a country: "Swedish", but not "Pakistan".
fn says_origin(word: &Word) -> bool {
    word.has(Tags::PLACE)
        && !word.is_possessive()
        && (lists::ALSO_OF_PLACES.contains(&word.text)
            || lists::ENDS_OF_ORIGINS.iter().any(|ending| word.text.ends_with(ending)))
}

/// A text that says whose it is, where it is mentioned first: "Voss's letter of resignation". Its noun, and
/// the words that name the owner.
pub(super) fn texts_with_owner<'b>(
    paragraph: &'b TaggedParagraph,
) -> impl Iterator<Item = (usize, Range<usize>)> + 'b {
    let words = &paragraph.words;
    (1..words.len()).filter(|&at| words[at].has(Tags::TEXT) && !words[at].is_inside()).filter_map(
        move |at| {
            let floor = at.saturating_sub(5);
            let possessor =
                (floor..at).rev().find(|&idx| words[idx].is_possessive() && words[idx].is_name());
            if let Some(possessor) = possessor {
                let between = &words[possessor + 1..at];
                // "Voss's lawyer issued a statement"
                let other = Tags::PREPOSITION | Tags::ROLE | Tags::PEOPLE | Tags::FINITE;
                let fits = between
                    .iter()
                    .all(|word| word.is_word() && !word.has(other) && word.verb().is_none())
                    && !(possessor + 1..at).any(|at| phrase::is_finite_verb(words, at));
                let owner = phrase::noun_phrase_before(paragraph, possessor, 0)?;
                return fits.then_some((at, owner));
            }
            let by = words.get(at + 1).filter(|word| word.is_any(&["by", "from"]))?;
            let owner = phrase::noun_phrase_after(paragraph, at + 2, words.len())?;
            (!by.is_inside() && words[owner.clone()].iter().any(Word::is_name))
                .then_some((at, owner))
        },
    )
}

/// Texts that a paragraph brings in without saying whose they are: "a letter", "a second report".
pub(super) fn new_texts<'b>(paragraph: &'b TaggedParagraph) -> impl Iterator<Item = usize> + 'b {
    let words = &paragraph.words;
    let is_new = |at: &usize| {
        let before = &words[at.saturating_sub(2)..*at];
        words[*at].has(Tags::TEXT)
            && !words[*at].is_inside()
            && before.iter().any(|word| word.is_any(lists::INDEFINITE))
    };
    (1..words.len()).filter(is_new)
}

/// The body or person that a text belongs to.
fn read_owner<'a>(paragraph: &TaggedParagraph<'a>, owner: Range<usize>) -> Reference<'a> {
    let words = &paragraph.words;
    let last = &words[owner.end - 1];
    if last.has(Tags::BODY) {
        return collective(words, owner);
    }
    match names(paragraph, owner).last() {
        Some(name) if is_no_person(words, &name) => body_named(paragraph, &name),
        Some(name) => person_named(paragraph, &name),
        None => Reference::Unknown,
    }
}

fn person_named<'a>(paragraph: &TaggedParagraph<'a>, name: &Name) -> Reference<'a> {
    let titles = &paragraph.words[name.titles..name.words.start];
    Reference::Name { words: name_words(paragraph, &name.words), gender: gender_shown(titles) }
}

/// The gender that the first of the words to do so shows: "Mr.", "chairwoman", "her brother". Given names say
/// less.
pub(super) fn gender_shown(words: &[Word]) -> Option<Gender> {
    words.iter().filter(|word| !word.has(Tags::GIVEN)).find_map(|word| {
        if word.has(Tags::MALE) {
            Some(Gender::Male)
        } else if word.has(Tags::FEMALE) {
            Some(Gender::Female)
        } else {
            None
        }
    })
}

fn body_named<'a>(paragraph: &TaggedParagraph<'a>, name: &Name) -> Reference<'a> {
    let words = &paragraph.words;
    // "the Governor's Office of Emergency Services"
    let mut start = name.words.start;
    let is_of_office = |word: &Word| word.is_possessive() && word.is_name() && word.has(Tags::ROLE);
    if name.is_body && start > 0 && is_of_office(&words[start - 1]) {
        start -= 1;
        while start > 0 && is_name_word(&words[start - 1]) && !words[start - 1].is_possessive() {
            start -= 1;
        }
    }
    Reference::Body { name: shown(words, start..name.words.end), is_nameless: false }
}

fn office_or_unknown<'a>(words: &[Word<'a>], head: Range<usize>) -> Reference<'a> {
    // "The Economist"
    if let [the, paper] = &words[head.clone()]
        && the.is("the")
        && lists::PAPERS_LIKE_OFFICES.contains(&paper.stem())
    {
        return Reference::Body { name: paper.stem().to_owned(), is_nameless: false };
    }
    // "Chance the Rapper"
    let the = head.clone().skip(1).find(|&at| words[at].is("the"));
    if let Some(name) = the.map(|the| &words[head.start..the])
        && name.iter().all(is_name_word)
    {
        return Reference::Name {
            words: name.iter().map(|word| word.text).collect(),
            gender: None,
        };
    }
    let mut start = head.start;
    let definite = !words[start].is_any(lists::INDEFINITE);
    let opens = words[start].has(Tags::DETERMINER) || words[start].is("that");
    if opens && start + 1 < head.end {
        start += 1;
    }
    if !definite {
        return Reference::Unknown;
    }
    Reference::Office(words[start..head.end].iter().map(|word| word.lower().into_owned()).collect())
}

/// People or a body as one speaker: shown without determiner and without numbers.
fn collective<'a>(words: &[Word<'a>], head: Range<usize>) -> Reference<'a> {
    let mut start = head.start;
    while start + 1 < head.end
        && words[start].has(Tags::DETERMINER)
        && !words[start].is_possessive()
    {
        if words[start].is_any(lists::POSSESSIVE_DETERMINERS) {
            return Reference::Unknown;
        }
        start += 1;
    }
    if words[start].has(Tags::DETERMINER | Tags::PRONOUN)
        || words[start].is_any(lists::ANYBODY) && head.end - start == 1
    {
        return Reference::Unknown;
    }
    // "the increasingly frantic Biden administration": from its name on.
    let name = (start..head.end).find(|&idx| words[idx].is_name());
    let name = name.map(|name| name - usize::from(is_behind_time_of_paper(words, name)));
    Reference::Body {
        is_nameless: !words[head.end - 1].has(Tags::PEOPLE)
            && !phrase::are_bodies(&words[head.end - 1])
            && words[start..head.end].iter().all(|word| !word.is_name() || is_common(word.text)),
        name: shown(words, name.unwrap_or(start)..head.end),
    }
}

/// Whether a name stands as no person's does: "the Taliban", "in Palo Alto", "Western Europe", but "the late Michael Jackson",
/// "the Michael Jackson estate", "in Brown's words".
pub(super) fn is_no_person(words: &[Word], name: &Name) -> bool {
    let Range { start, end } = name.words;
    let before = start.checked_sub(1).map(|before| &words[before]);
    let is_behind = |text| before.is_some_and(|before| before.is(text));
    // "Ada Voss of Royal Voss"
    let is_employer =
        start > 1 && (is_behind("of") || is_behind("at")) && words[start - 2].is_name();
    // "Voss & Roe"
    let is_firm = words[start..end].iter().any(|word| word.text == "&")
        || words[start].text.starts_with(char::is_numeric);
    // "St Mirren"
    let is_of_saint = end - start > 1 && matches!(words[start].text, "St" | "St.");
    // "Norton County"
    let is_place = end - start > 1 && lists::ENDS_OF_PLACES.contains(&words[end - 1].stem());
    // "the Christian Science Monitor"
    let is_paper = is_behind("the")
        && end - start > 2
        && lists::NAMES_OF_PAPERS.contains(&words[end - 1].stem());
    // "the northern Sierra Nevada"
    let is_region = before.is_some_and(|before| lists::DIRECTIONS.contains(&before.text));
    // "her dog Nelly Voss", "the cafe Jack Voss"
    let is_thing = before.is_some_and(|before| lists::THINGS_WITH_NAMES.contains(&before.text));
    if name.titles == start
        && (is_firm
            || is_described_as_body(words, &name.words)
            || is_thing
            || is_region
            || is_of_saint
            || is_place
            || is_paper
            || is_class(words, &name.words))
    {
        return true;
    }
    name.titles == start
        && !words[start].has(Tags::GIVEN)
        && (is_employer
            || is_behind("the")
            || is_behind("in") && !words[end - 1].is_possessive()
            || words[end - 1].has(Tags::PLACE)
                && lists::PARTS_OF_PLACES.contains(&&*words[start].lower()))
}

/// Words between "a" and the body that a name is said to be.
const MOST_WORDS_OF_KIND: usize = 4;

/// Whether what stands behind a name between commas says that it is a body's: "SBM Intel, a Leeds firm, said". A given name
/// opens no such name; it may stand in a list: "met Ada Voss, a school, and".
fn is_described_as_body(words: &[Word], name: &Range<usize>) -> bool {
    let [comma, article, rest @ ..] = &words[name.end..] else { return false };
    if comma.text != "," || !article.is_any(&["a", "an"]) || words[name.start].has(Tags::GIVEN) {
        return false;
    }
    // "a chemist at the school" is none.
    let is_of_kind =
        |word: &&Word| word.is_word() && !word.has(Tags::PREPOSITION | Tags::ROLE | Tags::PEOPLE);
    let kind = rest.iter().take(MOST_WORDS_OF_KIND).take_while(is_of_kind);
    let length = kind.count();
    let is_body = length.checked_sub(1).is_some_and(|last| {
        let last = &rest[last];
        last.has(Tags::BODY) && !last.is_capital()
    });
    is_body && rest.get(length).is_some_and(|closing| closing.text == ",")
}

/// Words between "a" and a class of people.
const MOST_ADJECTIVES: usize = 3;

/// Whether a name says what somebody is who is named behind it: "A devout Roman Catholic, Voss".
fn is_class(words: &[Word], name: &Range<usize>) -> bool {
    let mut before = words[..name.start].iter().rev().take(MOST_ADJECTIVES + 1);
    let article = before.find(|word| word.is_any(lists::INDEFINITE) || !word.is_word());
    let opens = article.is_some_and(|article| article.is_capital() && article.is_word());
    let next = &words[name.end..];
    opens && matches!(next, [comma, name, ..] if comma.text == "," && name.is_name())
}

/// Whether a name of several words is in capitals and begins with no given name: "FULL TEXT" is none.
pub(super) fn is_shouted(words: &[Word], name: &Name) -> bool {
    let words = &words[name.words.clone()];
    words.len() > 1
        && !words[0].has(Tags::GIVEN)
        && words.iter().all(|word| word.text.len() > 2 && !word.text.contains(char::is_lowercase))
}

/// Whether what looks like a name is an office without one: "Ambassador", "Health Secretary".
pub(super) fn is_office(words: &[Word], name: &Name) -> bool {
    let (first, last) = (&words[name.words.start], &words[name.words.end - 1]);
    last.has(Tags::ROLE) && !last.has(Tags::GIVEN) && !first.has(Tags::GIVEN)
}

/// Whether a body's name is a word for any such body: "the Bank" is one, "the Kremlin" is not.
pub(super) fn is_common(name: &str) -> bool {
    let name = name.to_lowercase();
    lexicon::lookup(&name).0.any(Tags::BODY) && !lexicon::is_named_body(&name)
}

/// Whether a word alone names nobody: a letter, or what follows the names of companies.
fn is_remnant(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '\'', '’', 's']);
    word.len() < 2 || lists::COMPANY_SUFFIXES.contains(&word)
}

/// Words joined as they are to be shown: as written, without a last possessive ending.
pub(super) fn shown(words: &[Word], range: Range<usize>) -> String {
    let mut shown = as_written(words, range.clone());
    let last = &words[range.end - 1];
    if last.is_possessive() {
        shown.truncate(shown.len() - last.text.len());
        shown.push_str(without_possessive(last));
    }
    shown
}

/// Words joined as written.
pub(super) fn as_written(words: &[Word], range: Range<usize>) -> String {
    let mut written = String::new();
    for idx in range.clone() {
        if idx > range.start && words[idx].span().start > words[idx - 1].span().end {
            written.push(' ');
        }
        written.push_str(words[idx].text);
    }
    written
}

/// A word without its possessive ending.
fn without_possessive<'a>(word: &Word<'a>) -> &'a str {
    let text = word.text;
    if !word.is_possessive() {
        return text;
    }
    text.strip_suffix("'s")
        .or(text.strip_suffix("’s"))
        .unwrap_or(text.trim_end_matches(['\'', '’']))
}
