//! Offices and trades where they stand with a name: before it ("Russian ambassador Dmitry Zhirnov"), or
//! behind it as an apposition ("Temur Umarov, an expert on Central Asia").

use std::ops::Range;

use super::lexicon::Tags;
use super::mention::Name;
use super::word::TaggedParagraph;

/// An office behind a name is looked at up to this many words.
const LONGEST: usize = 14;

/// The titles and offices before a name, up to its first word, or up to the comma between; perhaps empty.
pub(super) fn before(paragraph: &TaggedParagraph, name: &Name) -> Range<usize> {
    let words = &paragraph.words;
    let mut first = name.titles;
    // Lower-case words before the name that lead up to an office: "embassy spokesman".
    let comma = first > 1 && words[first - 1].text == ",";
    let mut at = if comma { first - 1 } else { first };
    let mut office = None;
    while at > 0 && name.titles - at < 10 && !words[at - 1].is_inside() {
        let word = &words[at - 1];
        let breaks = Tags::AUXILIARY
            | Tags::COORDINATOR
            | Tags::SUBORDINATOR
            | Tags::PRONOUN
            | Tags::TIME
            | Tags::DETERMINER;
        let part =
            word.is_word() && !word.has(breaks) && word.verb().is_none_or(|verb| verb.noun_too);
        let foreign = word.has(Tags::PREPOSITION)
            && office.is_none()
            && !word.is_any(&["to", "for", "of", "on"]);
        if !part || foreign {
            break;
        }
        if word.has(Tags::ROLE) {
            office = Some(at - 1);
        }
        at -= 1;
    }
    if let Some(office) = office {
        first = at.min(office);
    }
    let with_comma = comma && office.is_some() && first < name.words.start;
    first..name.words.start - usize::from(with_comma)
}

/// The office behind a name and a comma, without its determiners: "expert on Central Asia".
pub(super) fn behind(paragraph: &TaggedParagraph, name: &Name) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let comma = name.words.end;
    let next = words.get(comma + 1)?;
    if words[comma].text != "," || next.is_capital() && !next.has(Tags::ROLE | Tags::TITLE) {
        return None;
    }
    let mut start = comma + 1;
    while start < words.len() && start < comma + 3 && words[start].has(Tags::DETERMINER) {
        start += 1;
    }
    let length = words[start..]
        .iter()
        .take(LONGEST)
        .enumerate()
        .take_while(|(at, word)| {
            !word.is_inside()
                && (word.is_word() || word.text == "&")
                && !word.has(Tags::AUXILIARY | Tags::SUBORDINATOR)
                && word.verb().is_none_or(|verb| verb.noun_too)
                && !(word.is("and") && *at > 0)
        })
        .count();
    let office = start..start + length;
    // "According to Roe, the minister did not go": a clause, which goes on.
    let closes = words.get(office.end).is_none_or(|next| {
        !next.is_word() || next.has(Tags::SUBORDINATOR | Tags::COORDINATOR) || length == LONGEST
    });
    let has_role = words[head(paragraph, &office)].iter().any(|word| word.has(Tags::ROLE));
    (has_role && closes).then_some(office)
}

/// The head of an office, up to its first preposition: "expert".
pub(super) fn head(paragraph: &TaggedParagraph, office: &Range<usize>) -> Range<usize> {
    let preposition = office.clone().find(|&at| paragraph.words[at].has(Tags::PREPOSITION));
    office.start..preposition.unwrap_or(office.end)
}
