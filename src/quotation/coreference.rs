//! Coreference within an article: to whom of the [`Cast`] a [`Mention`] goes back.
//!
//! A bare surname means the person last named in full with it, an office ("the ambassador") the person
//! last named with that office, a pronoun the subject or speaker before it of fitting gender and number: nobody where
//! somebody's mother or lawyer has come in since, who may be meant as well. Of several with a bare surname it means
//! nobody unless the text settles it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::age::in_years;
use super::cast::{Cast, EntityIdx, NamedPerson};
use super::entity::{Entity, EntityKind, Gender};
use super::lexicon::{self, Tags, lists};
use super::mention::{self, Reference};
use super::model::{Rule, WhyOpen};
use super::name::{self, is_initial, name_key};
use super::office::{self, Owner};
use super::phrase;
use super::unresolved::Mention;
use super::word::{TaggedParagraph, Word, WordPosition};
use crate::span::Span;

/// How many sentences of the paragraph before are looked through for whom "he" means in its last one.
const MOST_SENTENCES_BACK: usize = 4;
/// How many sentences may lie between somebody unnamed and a pronoun that means them.
const MOST_SENTENCES_OF_ONE: usize = 5;
/// How many of the names before a pronoun, in its paragraph, are looked at for somebody whom it brings in.
const MOST_BROUGHT_IN: usize = 8;

/// How many names are gone back over to the one for which a mention stands.
const MOST_NAMES_BACK: usize = 500;
/// In how many paragraphs behind their words somebody is meant who alone is named.
const PARAGRAPHS_OF_ONE: usize = 8;
/// An article on one person names that person and others no more often than this.
const MOST_NAMED_OF_ONE: usize = 200;

/// Among no more persons and bodies is somebody looked for by their age.
const MOST_OF_AN_AGE: usize = 500;
/// An adjunct before the subject of a sentence has fewer words than this.
const LONGEST_ADJUNCT: usize = 40;
/// Whose a speech or a text is stands within so many words before it.
const LONGEST_OF_OCCASION: usize = 4;
/// The name of who asks stands within so many words behind "asked by".
const MOST_WORDS_OF_AGENT: usize = 8;

/// Those who spoke last, and where they are named.
#[derive(Debug)]
pub(super) struct Spoke {
    position: WordPosition,
    speakers: Vec<EntityIdx>,
    /// Whether they do in a clause within another, which is not what its sentence is about, or are quoted by its subject:
    /// "whom Ada Voss said she knew", "noted that Ada Voss had said so", "quoted Ada Voss: “…”".
    is_inside: bool,
}

/// Whose words an article has reported last, before the mention that is to be resolved.
#[derive(Debug, Default)]
pub(super) struct LastWords {
    spoke: Option<Spoke>,
    unnamed: Option<Unnamed>,
}

/// Somebody who speaks and stays unnamed: "a police officer said", "his mother said".
#[derive(Debug, Clone)]
struct Unnamed {
    position: WordPosition,
    /// As the phrase shows it, where it may be somebody who was named.
    gender: Option<Gender>,
    /// Whether that is none of those who were named: "the judge" may be.
    is_other: bool,
    /// What they are, where the phrase brings them in: "officer".
    new_noun: Option<String>,
    /// The key of the surname by which they are called, where several bear it.
    surname: Option<String>,
}

/// Whom or what a pronoun may mean, the likeliest first.
struct Candidates {
    all: Vec<(EntityIdx, WordPosition)>,
    /// How many stand in the pronoun's own paragraph.
    n_here: usize,
    /// How many are subjects or spoke last; the others are only named.
    n_in_focus: usize,
    /// Whom it cannot mean, wherever they are named.
    excluded: BTreeSet<EntityIdx>,
}

impl LastWords {
    /// Notes who spoke in the words of a mention.
    pub(super) fn note(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        rule: Rule,
        by: &Resolved,
    ) {
        let Some(paragraph) = &paragraphs[mention.paragraph] else { return };
        let position = mention.position();
        if let Ok(speakers) = by {
            let is_inside = phrase::is_in_side_clause(paragraph, &mention.words)
                || rule == Rule::Announced && is_behind_subject(paragraph, &mention.words);
            self.spoke = Some(Spoke { position, speakers: speakers.clone(), is_inside });
        } else if *by == Err(WhyOpen::Namesakes)
            && !phrase::is_in_side_clause(paragraph, &mention.words)
        {
            // "Roe said it was late. He said": if nobody knows which Roe, nobody knows whom "he" means.
            let words = &paragraph.words[mention.words.clone()];
            let gender = mention::gender_shown(words);
            let surname = words.last().map(|last| name_key(last.stem()));
            let unnamed = Unnamed { position, gender, is_other: true, new_noun: None, surname };
            self.unnamed = Some(unnamed);
        } else if mention::is_unnamed_person(paragraph, &mention.words) {
            let new_noun = mention::person_by_office(paragraph, &mention.words)
                .map(|head| paragraph.words[head].lower().into_owned());
            let unnamed =
                Unnamed { position, gender: None, is_other: true, new_noun, surname: None };
            self.unnamed = Some(unnamed);
        } else if let Some(head) = mention::person_by_office(paragraph, &mention.words) {
            let words = &paragraph.words[mention.words.clone()];
            let is_owned = words
                .iter()
                .any(|word| word.is_any(lists::POSSESSIVE_DETERMINERS) || word.is_possessive());
            let noun = paragraph.words[head].lower();
            let is_tie = lists::TIES.contains(&&*noun);
            let is_new = words[0].is_any(lists::INDEFINITE);
            self.unnamed = Some(Unnamed {
                // "a friend of Ada Voss said" is behind her.
                position: (mention.paragraph, mention.words.end - 1),
                gender: mention::gender_shown(&paragraph.words[head..=head]),
                is_other: is_owned || is_tie,
                new_noun: is_new.then(|| noun.into_owned()),
                surname: None,
            });
        }
    }

    /// Those who spoke not long before a mention.
    fn spoke_before(&self, mention: &Mention) -> Option<&Spoke> {
        self.spoke.as_ref().filter(|spoke| spoke.position.0 + 3 > mention.paragraph)
    }

    /// The same where it was one alone.
    fn one_spoke_before(&self, mention: &Mention) -> Option<&Spoke> {
        self.spoke_before(mention).filter(|spoke| spoke.speakers.len() == 1)
    }
}

/// Whom a mention means, one or several, or why that is not plain.
pub(super) type Resolved = Result<Vec<EntityIdx>, WhyOpen>;

impl Cast {
    /// Whether somebody is named, as others are, in a range of words: "he said Roe was late" is not Roe.
    pub(super) fn is_named_in(
        &self,
        paragraph: &TaggedParagraph,
        idx: EntityIdx,
        range: Range<usize>,
    ) -> bool {
        let words = &paragraph.words;
        let named = self.named_in(paragraph, range).iter();
        let mut named = named.filter(|(_, _, other)| *other == idx).map(|&(_, first, _)| first);
        named.any(|first| {
            let end = (first..words.len()).find(|&at| !words[at].is_name());
            // "the Roe campaign" is more than Roe.
            let is_of_body = end.is_some_and(|end| words[end].has(Tags::BODY))
                || first > 0 && words[first - 1].has(Tags::DETERMINER);
            !is_of_body
        })
    }

    /// Where the article names a person last before a position, without titles.
    pub(super) fn name_before(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        idx: EntityIdx,
        position: WordPosition,
    ) -> Option<Span> {
        let mut named = self.named_before(position).iter().rev().take(MOST_NAMES_BACK);
        let &(number, first, _) = named.find(|(_, _, other)| *other == idx)?;
        let paragraph = paragraphs[number].as_ref()?;
        let name = mention::names(paragraph, first..paragraph.words.len()).next()?;
        Some(paragraph.span(&name.words))
    }

    /// Whom a mention means, where the text makes it plain: of "A and B" both, or the one of them who is
    /// known.
    pub(super) fn resolve(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        last: &LastWords,
    ) -> Resolved {
        let Some(paragraph) = &paragraphs[mention.paragraph] else {
            return Err(WhyOpen::NoSpeaker);
        };
        let mut why = WhyOpen::NoSpeaker;
        let mut speakers = Vec::new();
        let is_known = |word: &Word| self.by_surname.contains_key(&name_key(word.stem()));
        if let Some(couple) = self.couple(paragraph, &mention.words) {
            return Ok(couple);
        }
        for words in mention::conjuncts(paragraph, &mention.words, is_known) {
            match self.resolve_one(paragraphs, &Mention::new(paragraph, words), last) {
                Ok(found) => speakers.extend(found),
                Err(reason) => why = reason,
            }
        }
        if speakers.is_empty() { Err(why) } else { Ok(speakers) }
    }

    /// The two of one surname whom a phrase names that gives it once, and the article in full: "Otto and Ada Voss".
    fn couple(&self, paragraph: &TaggedParagraph, range: &Range<usize>) -> Option<Vec<EntityIdx>> {
        let [first, and, names @ ..] = &paragraph.words[range.clone()] else { return None };
        let ([second, .., last], true) = (names, and.is("and")) else { return None };
        let namesakes = self.by_surname.get(&name_key(last.stem()))?;
        let of_given = |given: &Word| {
            let is_called = |idx: &&EntityIdx| self.entities[**idx].name[0] == given.text;
            namesakes.iter().find(is_called).copied()
        };
        Some(vec![of_given(first)?, of_given(second)?])
    }

    /// The only person whom the text names before an office in its paragraph, or else in the one before that, and the
    /// office's noun: of "Ada Voss was glad. “…,” the minister said" Ada Voss, who may be a minister in another article.
    pub(super) fn epithet(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
    ) -> Option<(EntityIdx, String)> {
        let paragraph = paragraphs[mention.paragraph].as_ref()?;
        let Reference::Office(words) = mention::read(paragraph, &mention.words) else {
            return None;
        };
        // "The vice president" is not the president, nor "the Florida senator" any senator.
        // Where "President Roe" is named, "the president" is nobody for want of another.
        let [noun] = &*words else { return None };
        if self.is_address(noun) {
            return None;
        }
        let start = (mention.paragraph, 0);
        let before = (mention.paragraph.saturating_sub(1), 0);
        let named = match self.named_between(start..mention.position()) {
            [] => self.named_between(before..start),
            here => here,
        };
        let mut named = named.iter().map(|&(_, _, idx)| idx);
        let one = named.next()?;
        let is_without_office = self.entities[one].roles.is_empty();
        (is_without_office && named.all(|idx| idx == one)).then(|| (one, noun.clone()))
    }

    /// Whom a mention means that joins no two others.
    fn resolve_one(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        last: &LastWords,
    ) -> Resolved {
        let spoke = last.spoke_before(mention);
        let paragraph = paragraphs[mention.paragraph].as_ref().ok_or(WhyOpen::NoSpeaker)?;
        let position = mention.position();
        let (found, why) = match mention::read(paragraph, &mention.words) {
            Reference::Name { words, gender } => {
                (self.bearer(paragraph, mention, &words, gender), WhyOpen::Namesakes)
            }
            Reference::Body { name, is_nameless } => {
                let firm = if is_nameless && lists::COMPANIES.contains(&&*name) {
                    self.firm_in_focus(paragraphs, mention)
                } else {
                    None
                };
                let body = firm.or_else(|| self.body_meant(&name, is_nameless, position));
                (body, WhyOpen::NamelessBody)
            }
            // "Director of planning and housing for Leeds, Ada Voss, said": nobody else.
            Reference::Office(_) if phrase::is_half_of_office(paragraph, &mention.words) => {
                (None, WhyOpen::Office)
            }
            Reference::Office(words) => {
                (self.holder(paragraph, mention, &words, last), WhyOpen::Office)
            }
            // "A and B said": "they" are both.
            Reference::Pronoun(pronoun)
                if pronoun == "they"
                    && let Some(spoke) = spoke
                    && spoke.speakers.len() > 1 =>
            {
                return Ok(spoke.speakers.clone());
            }
            Reference::Pronoun(pronoun) => {
                if pronoun == "they"
                    && let Some(both) = self.both_before(paragraph, mention, spoke)
                {
                    return Ok(both);
                }
                (self.pronoun(paragraphs, mention, &pronoun, last), WhyOpen::Pronoun)
            }
            Reference::Text(noun) => {
                // "a letter" is none that was named before.
                let is_new = paragraph.words[mention.words.start].is_any(lists::INDEFINITE);
                (self.text(paragraphs, &noun, is_new, position), WhyOpen::Anonymous)
            }
            Reference::Unknown => (self.of_age(paragraph, &mention.words), WhyOpen::Anonymous),
        };
        if let Some(idx) = found
            && let Some(words) = mention::body_spoken_for(paragraph, &mention.words)
        {
            self.entities[idx].body = self.body_at(paragraph, words).filter(|body| *body != idx);
        }
        found.map(|idx| vec![idx]).ok_or(why)
    }

    /// Whom a name means, who speaks.
    fn bearer(
        &mut self,
        paragraph: &TaggedParagraph,
        mention: &Mention,
        name: &[&str],
        gender: Option<Gender>,
    ) -> Option<EntityIdx> {
        let position = mention.position();
        let named = self.named(name, gender, position);
        let shown = gender_behind(paragraph, &mention.words);
        let by_gender = || shown.and_then(|shown| self.owner_by_gender(name, shown, position));
        let idx =
            named.or_else(|| self.owner_of_surname(name, gender, position)).or_else(by_gender)?;
        // "Roe said she was late" may not be Adam Roe, where Eve Roe is named too.
        let may_be =
            !self.has_namesake(name) || Gender::may_agree(self.entities[idx].gender, shown);
        let has_office = office::is_with_name(&paragraph.words[mention.words.clone()]);
        if !may_be || (!has_office && self.may_be_kin(name, gender, idx, position)) {
            return None;
        }
        // Whoever speaks is somebody.
        self.entities[idx].has_spoken = true;
        Some(idx)
    }

    /// Who has the office that a mention names by these words.
    fn holder(
        &mut self,
        paragraph: &TaggedParagraph,
        mention: &Mention,
        words: &[String],
        last: &LastWords,
    ) -> Option<EntityIdx> {
        let position = mention.position();
        let surname = surname_like_office(paragraph, &mention.words);
        let named = surname
            .and_then(|surname| self.known_person(&surname, None, position, self.positions.len()));
        let owner = office::owner(&paragraph.words, &mention.words);
        let holder = named.or_else(|| self.office(words, owner.as_ref(), position));
        let holder = holder.or_else(|| match words {
            // "President Roe left. (…,) the president said"
            [office] if owner.is_none() => {
                let name = self.addressed_by(office)?.to_owned();
                self.named(&[&*name], None, position)
            }
            _ => None,
        })?;
        // "A nurse said it was full. (…,) the nurse said": she, and no nurse who was named before.
        let is_new = last.unnamed.as_ref().is_some_and(|unnamed| {
            unnamed.new_noun.is_some()
                && unnamed.new_noun.as_ref() == words.last()
                && !self.is_office_given(words.last(), unnamed.position, position)
        });
        (!is_new).then_some(holder)
    }

    /// The only person of the age by which a phrase calls somebody: "the 75-year-old".
    fn of_age(&self, paragraph: &TaggedParagraph, phrase: &Range<usize>) -> Option<EntityIdx> {
        let [the, person] = &paragraph.words[phrase.clone()] else { return None };
        let age = in_years(person.text.strip_suffix("-year-old")?).filter(|_| the.is("the"))?;
        if self.entities.len() > MOST_OF_AN_AGE {
            return None;
        }
        let mut found = (0..self.entities.len()).filter(|&idx| self.entities[idx].age == Some(age));
        found.next().filter(|_| found.next().is_none())
    }

    /// The firm that is the subject of the sentence before a mention, and has spoken or would not speak there: "Acme declined
    /// to comment. The firm wrote".
    fn firm_in_focus(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
    ) -> Option<EntityIdx> {
        let (paragraph, sentence) = sentence_before(paragraphs, mention)?;
        let words = &paragraph.words;
        let subject = phrase::main_subject(paragraph, &sentence)?;
        let speaks = words[subject.end..].iter().take(3).any(|word| {
            word.verb().is_some_and(|verb| !verb.noun_too) || word.is_any(lists::DECLINING_VERBS)
        });
        let is_other = |word: &Word| {
            word.has(Tags::PLACE | Tags::GIVEN | Tags::TITLE | Tags::ROLE | Tags::PEOPLE)
                || word.has(Tags::BODY) && !lists::COMPANIES.contains(&&*word.lower())
        };
        let is_name = words[subject.clone()].iter().all(Word::is_name);
        if !speaks || !is_name || words[subject.clone()].iter().any(is_other) {
            return None;
        }
        let idx = self.resolve_name(paragraph, &subject)?;
        (self.entities[idx].kind != EntityKind::Person).then_some(idx)
    }

    /// Whether the article names several persons of a bare surname.
    pub(super) fn has_namesake(&self, name: &[&str]) -> bool {
        let [only] = name else { return false };
        self.by_surname.get(&name_key(only)).is_some_and(|namesakes| namesakes.len() > 1)
    }

    /// The body that these words of a paragraph name.
    fn body_at(&mut self, paragraph: &TaggedParagraph, words: Range<usize>) -> Option<EntityIdx> {
        let position = (paragraph.number, words.start);
        match mention::read(paragraph, &words) {
            Reference::Body { name, is_nameless } => self.body_meant(&name, is_nameless, position),
            // A short form.
            Reference::Name { words, .. } => {
                let name = words.join(" ");
                let idx = self.body_meant(&name, false, position)?;
                (self.entities[idx].kind == EntityKind::Body).then_some(idx)
            }
            _ => None,
        }
    }

    /// Whom a pronoun means: the first of those named before it whose gender and number fit, of the
    /// subjects of its own and the last sentences, who spoke last, and the names right before it.
    fn pronoun(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        pronoun: &str,
        last: &LastWords,
    ) -> Option<EntityIdx> {
        let spoke = last.one_spoke_before(mention);
        let gender = match pronoun {
            "he" => Some(Gender::Male),
            "she" => Some(Gender::Female),
            "they" | "it" => None,
            _ => return None,
        };
        if let Some(owner) = gender.and_then(|_| self.owner_of_occasion(paragraphs, mention))
            && self.agrees(owner, gender)
        {
            return Some(owner);
        }
        if gender.is_some() && self.is_of_occasion_of_either(paragraphs, mention, gender) {
            return None;
        }
        let candidates = self.candidates(paragraphs, mention, pronoun, spoke)?;
        let is_one = |idx: EntityIdx| match pronoun {
            "it" => !is_plural(&self.entities[idx]),
            "they" => !is_one_text(&self.entities[idx]),
            _ => true,
        };
        let may_be = |idx: EntityIdx| {
            self.agrees(idx, gender) && is_one(idx) && !candidates.excluded.contains(&idx)
        };
        let mut all = candidates.all.iter();
        let Some(place) = all.position(|&(idx, _)| may_be(idx)) else {
            let one =
                gender.and_then(|gender| self.only_speaker(paragraphs, mention, gender, last));
            return one.filter(|one| !self.is_in_adjunct(paragraphs, mention, *one));
        };
        let Some(gender) = gender else {
            let (found, position) = candidates.all[place];
            let source = spoke.and_then(|spoke| source_behind(spoke, mention, position));
            let source = source.filter(|&source| may_be(source));
            return source.map_or(Some(found), |source| self.source_or_subject(source, found));
        };
        self.person_meant(paragraphs, mention, gender, last, &candidates, place)
    }

    /// Whom "he" or "she" means, of whom the candidate at `place` is the first that fits; `None` where it may as well be
    /// somebody else.
    fn person_meant(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        gender: Gender,
        last: &LastWords,
        candidates: &Candidates,
        place: usize,
    ) -> Option<EntityIdx> {
        let (mut found, position) = candidates.all[place];
        let is_excluded = |idx: &EntityIdx| candidates.excluded.contains(idx);
        let fits = |idx: &EntityIdx| self.agrees(*idx, Some(gender));
        if place >= candidates.n_in_focus
            && let Some((words, owner, position)) = office_in_focus(paragraphs, mention)
        {
            found = self.office(&words, owner.as_ref(), position).filter(fits)?;
        }
        // Whoever speaks behind the subject of an earlier sentence is nearer, named or not.
        let speaker = last
            .one_spoke_before(mention)
            .filter(|spoke| spoke.position > position && !spoke.is_inside)
            .map(|spoke| (spoke.speakers[0], spoke.position))
            .filter(|(speaker, _)| !is_excluded(speaker));
        let at = speaker.map_or(position, |(_, at)| at);
        let unnamed = last.unnamed.as_ref().filter(|unnamed| {
            unnamed.position > at && Gender::may_agree(unnamed.gender, Some(gender))
        });
        // "A nurse said Ada Voss was ill. She said": the nurse, named or not, is the likelier one.
        if place >= candidates.n_in_focus
            && !is_in_sentence_of(paragraphs, mention, position)
            && is_beside_unnamed(paragraphs, position, gender, last.unnamed.as_ref())
        {
            return None;
        }
        let mut antecedent = position;
        if let Some((speaker, at)) = speaker.filter(|(speaker, _)| fits(speaker)) {
            found = speaker;
            antecedent = at;
        }
        if unnamed.is_some_and(|unnamed| {
            unnamed.is_other && !self.is_only_bearer(found, gender, unnamed.surname.as_deref())
        }) {
            return None;
        }
        // "Ada Voss was glad. Her mother laughed. “…,” she said"
        if let Some(holder) = self.relative_in_focus(paragraphs, mention, gender, antecedent) {
            found = holder.filter(fits)?;
        }
        let is_other = |idx: EntityIdx| idx != found && fits(&idx) && !is_excluded(&idx);
        // "Acme said Ada Voss was out. She said": a firm may have spoken.
        let is_person =
            |idx: EntityIdx| self.entities[idx].kind == EntityKind::Person && is_other(idx);
        if self.may_be_firm(found) && candidates.all.iter().any(|&(idx, _)| is_person(idx)) {
            return None;
        }
        if is_somebody_unnamed(paragraphs, mention, gender, position)
            || self.may_be_another(paragraphs, mention, found, antecedent)
        {
            return None;
        }
        // Whoever comes in only now may be meant as well as who spoke in the paragraph before.
        if place >= candidates.n_here && self.brought_in(paragraphs, mention).any(is_other) {
            return None;
        }
        // "Ada Voss was glad. The judge laughed. “…,” she said": perhaps not Voss.
        if unnamed.is_some() || is_office_in_focus(paragraphs, mention, antecedent) {
            self.doubtful.insert(mention.position());
        }
        // Whoever was just "she" is not "he".
        self.entities[found].gender.get_or_insert(gender);
        Some(found)
    }

    /// Whether what stands between `found` and a pronoun, or beside it, shows that somebody else may be meant.
    fn may_be_another(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        found: EntityIdx,
        antecedent: WordPosition,
    ) -> bool {
        self.turns_to_other(paragraphs, mention, found)
            || !is_in_sentence_of(paragraphs, mention, antecedent)
                && self.introduces_other(paragraphs, mention, found)
            || is_answer_to_own(paragraphs, mention, antecedent)
            || self.is_in_adjunct(paragraphs, mention, found)
    }

    /// Whether the adjunct before a pronoun names somebody, who is therefore not whom it means.
    fn is_in_adjunct(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        idx: EntityIdx,
    ) -> bool {
        let Some(paragraph) = &paragraphs[mention.paragraph] else { return false };
        let words = &paragraph.words;
        let adjunct = adjunct_before(paragraph, mention);
        self.named_in(paragraph, adjunct.clone()).iter().any(|&(_, word, other)| {
            let end = (word..adjunct.end).find(|&at| !words[at].is_name());
            let is_owner = words[end.unwrap_or(adjunct.end) - 1].is_possessive();
            other == idx && !is_owner && !words[word].is_inside()
        })
    }

    /// Whether nobody but `idx` bears a surname who may be of this gender: "Roe said it was late. He said", where the other
    /// Roe is a woman.
    fn is_only_bearer(&self, idx: EntityIdx, gender: Gender, surname: Option<&str>) -> bool {
        let Some(bearers) = surname.and_then(|surname| self.by_surname.get(surname)) else {
            return false;
        };
        let mut may_be = bearers.iter().filter(|idx| self.agrees(**idx, Some(gender)));
        may_be.next() == Some(&idx) && may_be.next().is_none()
    }

    /// Who spoke not too long before a pronoun, where the article names nobody else who may be meant, nor has anybody spoken
    /// unnamed: an article on one person goes on about that person.
    fn only_speaker(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        gender: Gender,
        last: &LastWords,
    ) -> Option<EntityIdx> {
        let spoke = last.spoke.as_ref().filter(|spoke| {
            spoke.position.0 + PARAGRAPHS_OF_ONE > mention.paragraph && last.unnamed.is_none()
        })?;
        let [speaker] = *spoke.speakers else { return None };
        let is_rival = |&(_, _, idx): &NamedPerson| {
            idx != speaker && Gender::may_agree(self.entities[idx].gender, Some(gender))
        };
        let is_meant = self.entities[speaker].kind == EntityKind::Person
            && self.entities[speaker].gender == Some(gender)
            && self.positions.len() < MOST_NAMED_OF_ONE;
        // "A driver came by. ¶ “…,” he says"
        let is_person = |word: &Word| {
            word.has(Tags::ROLE | Tags::TITLE)
                && !word.is_capital()
                && !word.is_inside()
                && Gender::may_agree(
                    mention::gender_shown(std::slice::from_ref(word)),
                    Some(gender),
                )
        };
        let between = paragraphs[spoke.position.0 + 1..=mention.paragraph].iter().flatten();
        let is_other_told_of = between
            .flat_map(|paragraph| {
                let is_own = paragraph.number == mention.paragraph;
                &paragraph.words[..if is_own { mention.words.start } else { paragraph.words.len() }]
            })
            .any(is_person);
        (is_meant && !self.positions.iter().any(is_rival) && !is_other_told_of).then_some(speaker)
    }

    /// Whom "it" or "they" means behind words whose subject is `found` and which are `source`'s: the source ("Sales fell, Acme
    /// said. It said"), unless the subject speaks elsewhere.
    fn source_or_subject(&self, source: EntityIdx, found: EntityIdx) -> Option<EntityIdx> {
        let is_rival = source != found && self.entities[found].has_spoken;
        (!is_rival).then_some(source)
    }

    /// Whether nothing shows that one is a person, or a body: "Acme", "Voss".
    fn may_be_firm(&self, idx: EntityIdx) -> bool {
        let entity = &self.entities[idx];
        entity.kind == EntityKind::Unclear
            && entity.gender.is_none()
            && entity.roles.is_empty()
            && !self.titled.contains(&name_key(&entity.name.join(" ")))
    }

    /// Who held the speech or wrote the letter that the clause of a pronoun is about: "Otto Lind's speech, in which he said",
    /// "the letter by Otto Lind in which he said".
    fn owner_of_occasion(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
    ) -> Option<EntityIdx> {
        let paragraph = paragraphs[mention.paragraph].as_ref()?;
        let words = &paragraph.words;
        let floor = paragraph.sentences[paragraph.sentence_of(mention.words.start)].start;
        let last = before_relative_of_occasion(paragraph, mention)?;
        let name = mention::names(paragraph, floor..last + 1).last()?;
        let is_owner = words[name.words.end - 1].is_possessive()
            && words[name.words.end..=last].iter().all(|word| word.is_word() && !word.is_capital())
            && is_occasion(&words[last]);
        let is_author = name.words.end > last
            && matches!(&words[floor..name.titles],
                [.., noun, by] if is_occasion(noun) && by.is_any(&["by", "from", "of"]));
        let idx = self.resolve_name(paragraph, &name.words).filter(|_| is_owner || is_author)?;
        (self.entities[idx].kind == EntityKind::Person).then_some(idx)
    }

    /// Whether the clause of a pronoun is about what may be of the subject of its sentence or of its object: "Roe mocked Lind
    /// for his speech, in which he said".
    fn is_of_occasion_of_either(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        gender: Option<Gender>,
    ) -> bool {
        let Some(paragraph) = &paragraphs[mention.paragraph] else { return false };
        let words = &paragraph.words;
        let sentence = paragraph.sentence_of(mention.words.start);
        let floor = paragraph.sentences[sentence].start;
        let Some(last) = before_relative_of_occasion(paragraph, mention) else { return false };
        let reach = floor.max(last.saturating_sub(LONGEST_OF_OCCASION))..last;
        let owner = reach.rev().find(|&at| words[at].is_any(lists::POSSESSIVE_DETERMINERS));
        let Some(owner) = owner.filter(|_| is_occasion(&words[last])) else { return false };
        // The subject may be a pronoun: the object alone is somebody else.
        let named = self.named_in(paragraph, floor..owner);
        named.iter().any(|&(_, word, idx)| word > floor + 1 && self.agrees(idx, gender))
    }

    /// Whom a pronoun cannot mean: those whom its own clause names behind it ("He called Roe a liar", Chomsky's principle
    /// C), whoever is named in the words in marks before it ("“Roe must pay,” he said"), and who asks ("When Roe asked him
    /// why, he said").
    fn named_beside(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
    ) -> BTreeSet<EntityIdx> {
        let Some(paragraph) = &paragraphs[mention.paragraph] else { return BTreeSet::new() };
        let words = &paragraph.words;
        let sentence = &paragraph.sentences[paragraph.sentence_of(mention.words.start)];
        let is_end = |word: &Word| {
            !word.is_word() || word.is("and") || word.has(Tags::SUBORDINATOR) && !word.is("that")
        };
        let mut behind = mention.words.end..sentence.end;
        let end = behind.find(|&at| is_end(&words[at])).unwrap_or(sentence.end);
        let is_in_marks = words[mention.words.start].is_inside();
        let is_other = |&word: &usize| match word < mention.words.start {
            true => words[word].is_inside() && !is_in_marks,
            // "a Roe campaign"
            false => !words[word - 1].has(Tags::DETERMINER),
        };
        // "He asked the congressman why" is about another.
        let office = phrase::noun_phrase_after(paragraph, mention.words.end + 1, sentence.end)
            .filter(|_| words.get(mention.words.end).is_some_and(|word| word.verb().is_some()))
            .filter(|object| words[object.start].is("the"));
        let office = office.and_then(|object| match mention::read(paragraph, &object) {
            Reference::Office(office) => self.office(&office, None, mention.position()),
            _ => None,
        });
        // "Asked by Ada Voss why, she said"
        let asks = |&word: &usize| {
            word < mention.words.start && is_agent_of_asking(words, sentence.start, word)
        };
        let named = self.named_in(paragraph, sentence.start..end).iter();
        let mut others: BTreeSet<EntityIdx> = named
            .filter(|(_, word, _)| is_other(word) || asks(word))
            .map(|&(_, _, idx)| idx)
            .chain(office)
            .collect();
        let number = paragraph.sentence_of(mention.words.start);
        for subject in phrase::clause_subjects(paragraph, number, mention.words.start) {
            if has_pronoun_for_object(paragraph, &subject, mention) || is_asker(words, subject.end)
            {
                others.extend(self.resolve_name(paragraph, &subject));
            }
        }
        others
    }

    /// Whom a pronoun may mean.
    fn candidates(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        pronoun: &str,
        spoke: Option<&Spoke>,
    ) -> Option<Candidates> {
        let (mut all, n_here) = self.subjects_before(paragraphs, mention, pronoun, spoke)?;
        all.extend(spoke.map(|spoke| (spoke.speakers[0], spoke.position)));
        let n_in_focus = all.len();
        let named = self.named_before(mention.position()).iter().rev().take(3);
        let named = named.filter(|position| {
            position.0 + 2 > mention.paragraph
                && self.is_shown_person(position.2)
                && !is_beside_pronoun(paragraphs, (position.0, position.1), pronoun)
        });
        all.extend(named.map(|&(paragraph, word, idx)| (idx, (paragraph, word))));
        let excluded = self.named_beside(paragraphs, mention);
        Some(Candidates { all, n_here, n_in_focus, excluded })
    }

    /// Whether somebody may be "he" or "she"; without a gender, whether something may be "they" or "it".
    fn agrees(&self, idx: EntityIdx, gender: Option<Gender>) -> bool {
        let entity = &self.entities[idx];
        match gender {
            Some(_) => {
                self.may_be_a_person(entity) && (entity.gender.is_none() || entity.gender == gender)
            }
            None => entity.kind != EntityKind::Person && entity.gender.is_none(),
        }
    }

    /// The last subject between an antecedent and a pronoun of this gender that is somebody by what they are to another:
    /// "her mother". Whom that means, where the article says so; `None` where there is no such subject.
    fn relative_in_focus(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        gender: Gender,
        antecedent: WordPosition,
    ) -> Option<Option<EntityIdx>> {
        let first = mention.paragraph.saturating_sub(1).max(antecedent.0);
        let paragraphs = paragraphs[first..=mention.paragraph].iter().rev().flatten();
        for paragraph in paragraphs {
            let last = match paragraph.number == mention.paragraph {
                true => paragraph.sentence_of(mention.words.start) + 1,
                false => paragraph.sentences.len(),
            };
            let nearest = paragraph.sentences[..last].iter().rev().take(MOST_SENTENCES_OF_ONE);
            for sentence in nearest {
                let Some(subject) = relative_as_subject(paragraph, sentence) else { continue };
                let at = (paragraph.number, subject.start);
                let shown = mention::gender_shown(&paragraph.words[subject.start + 1..subject.end]);
                if at <= antecedent
                    || at >= mention.position()
                    || !Gender::may_agree(shown, Some(gender))
                {
                    continue;
                }
                let Reference::Office(words) = mention::read(paragraph, &subject) else {
                    return Some(None);
                };
                let owner = office::owner(&paragraph.words, &subject);
                return Some(self.office(&words, owner.as_ref(), at));
            }
        }
        None
    }

    /// The persons whom the last subject before "they" joins, in its paragraph and behind who spoke last: "Ada Voss and
    /// Ben Roe were glad. They said".
    fn both_before(
        &mut self,
        paragraph: &TaggedParagraph,
        mention: &Mention,
        spoke: Option<&Spoke>,
    ) -> Option<Vec<EntityIdx>> {
        let sentence = paragraph.sentence_of(mention.words.start).checked_sub(1)?;
        let subject = phrase::main_subject(paragraph, &paragraph.sentences[sentence])?;
        let subject = Mention::new(paragraph, subject);
        if spoke.is_some_and(|spoke| spoke.position >= subject.position()) {
            return None;
        }
        let is_known = |word: &Word| self.by_surname.contains_key(&name_key(word.stem()));
        let parts = mention::conjuncts(paragraph, &subject.words, is_known);
        let named = parts.iter().filter_map(|part| match mention::read(paragraph, part) {
            Reference::Name { words, gender } => Some((words, gender)),
            _ => None,
        });
        let named: Vec<_> = named.collect();
        if parts.len() < 2 || named.len() < parts.len() {
            return None;
        }
        named.iter().map(|(words, gender)| self.named(words, *gender, subject.position())).collect()
    }

    /// The persons whom a mention's own paragraph brings into the article, by their full names before it: "It was too
    /// much for Ada Voss, a nurse."
    fn brought_in(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
    ) -> impl Iterator<Item = EntityIdx> {
        let paragraph = paragraphs[mention.paragraph].as_ref();
        let named = self.named_between((mention.paragraph, 0)..mention.position());
        let named = named.iter().rev().take(MOST_BROUGHT_IN);
        named.filter_map(move |&(_, word, idx)| {
            let word = &paragraph?.words[word];
            let is_name = !word.is_inside() && word.has(Tags::GIVEN);
            (is_name && self.first_named[idx] == Some(mention.paragraph)).then_some(idx)
        })
    }

    /// What the subjects before a pronoun mean, the nearest first: those of its own sentence, of the two
    /// before it, and of the last one of the paragraph before; and how many of them are in its own paragraph. Where one
    /// of these is the same pronoun, it is a subject further up, or else who spoke last.
    /// `None` where one of them may be a person whom nothing shows to be one, so that it is not plain whom "he" means.
    fn subjects_before(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        pronoun: &str,
        spoke: Option<&Spoke>,
    ) -> Option<(Vec<(EntityIdx, WordPosition)>, usize)> {
        let mut found = Vec::new();
        let paragraph = paragraphs[mention.paragraph].as_ref()?;
        let sentence = paragraph.sentence_of(mention.words.start);
        // "While Ada Voss was glad, she said": of a clause before that of the pronoun.
        for subject in phrase::clause_subjects(paragraph, sentence, mention.words.start) {
            let subject = Mention::new(paragraph, subject);
            self.add_clause_subject(paragraph, &subject, pronoun, &mut found)?;
        }
        let here = &paragraph.sentences[sentence.saturating_sub(2)..=sentence];
        if self.add_subjects(paragraph, here, mention, pronoun, &mut found)? {
            found.extend(spoke.map(|spoke| (spoke.speakers[0], spoke.position)));
        }
        // "As Ada Voss came, rain fell. She said": of a clause in a sentence before.
        let is_person = matches!(pronoun, "he" | "she");
        for number in (sentence.saturating_sub(2)..sentence).rev() {
            if !is_person || !found.is_empty() {
                break;
            }
            let end = paragraph.sentences[number].end;
            for subject in phrase::clause_subjects(paragraph, number, end) {
                let subject = Mention::new(paragraph, subject);
                self.add_clause_subject(paragraph, &subject, pronoun, &mut found)?;
            }
        }
        let n_here = found.len();
        let previous = mention.paragraph.checked_sub(1).and_then(|at| paragraphs[at].as_ref());
        if let Some(paragraph) = previous {
            // Further up only as long as the subject is the pronoun, and nobody spoke there, who would be meant.
            let is_silent = spoke.is_none_or(|spoke| spoke.position.0 != paragraph.number);
            let n_sentences = if is_silent { MOST_SENTENCES_BACK } else { 1 };
            for number in (0..paragraph.sentences.len()).rev().take(n_sentences) {
                let sentence = &paragraph.sentences[number..=number];
                if !self.add_subjects(paragraph, sentence, mention, pronoun, &mut found)? {
                    break;
                }
            }
        }
        Some((found, n_here))
    }

    /// Adds whom the subject of a clause before that of a pronoun means. `None` where it is a bare name of several, of whom
    /// the pronoun may mean any: "While Roe defended it, he said".
    fn add_clause_subject(
        &mut self,
        paragraph: &TaggedParagraph,
        subject: &Mention,
        pronoun: &str,
        found: &mut Vec<(EntityIdx, WordPosition)>,
    ) -> Option<()> {
        let named = self.resolve_name(paragraph, &subject.words);
        found.extend(named.map(|idx| (idx, subject.position())));
        let is_unclear = named.is_none()
            && found.is_empty()
            && matches!(pronoun, "he" | "she")
            && matches!(&paragraph.words[subject.words.clone()],
                [name] if self.has_namesake(&[name.stem()]));
        (!is_unclear).then_some(())
    }

    /// The person or body that a phrase names.
    fn resolve_name(
        &mut self,
        paragraph: &TaggedParagraph,
        phrase: &Range<usize>,
    ) -> Option<EntityIdx> {
        let position = (paragraph.number, phrase.start);
        match mention::read(paragraph, phrase) {
            Reference::Name { words, gender } => self.named(&words, gender, position),
            Reference::Body { name, is_nameless } => self.body_meant(&name, is_nameless, position),
            _ => None,
        }
    }

    /// Whether the sentence before a pronoun turns to a person who may be meant as well as `found`: "It did not please
    /// Ada Voss. She said", "The storm helped Mr. Voss. He said".
    fn turns_to_other(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        found: EntityIdx,
    ) -> bool {
        let Some(paragraph) = &paragraphs[mention.paragraph] else { return false };
        let words = &paragraph.words;
        let before = paragraph.sentence_of(mention.words.start).checked_sub(1);
        let sentence = before.map(|before| paragraph.sentences[before].clone());
        let Some(sentence) = sentence else { return false };
        let own = &self.entities[found];
        let is_own = |name: &mention::Name| {
            let last = words[name.words.end - 1].stem();
            own.name.iter().any(|word| word == last)
        };
        let is_of_it = words[sentence.start].is_any(&["it", "that", "this"]);
        let opens = paragraph.sentences[paragraph.sentence_of(mention.words.start)].start
            == mention.words.start;
        let is_of_thing = opens
            && phrase::main_subject(paragraph, &sentence)
                .is_some_and(|subject| is_of_thing(&words[subject]))
            && !mention::names(paragraph, sentence.clone()).any(|name| is_own(&name))
            && !words[sentence.clone()].iter().any(|word| word.is_any(&["he", "she"]));
        if !is_of_it && !is_of_thing {
            return false;
        }
        mention::names(paragraph, sentence).any(|name| {
            let first = &words[name.words.start];
            let gender = mention::gender_shown(&words[name.titles..name.words.start]);
            let key = name_key(first.stem());
            let is_surname = name.words.len() == 1
                && (self.titled.contains(&key) || self.by_surname.contains_key(&key));
            !first.is_inside()
                && (first.has(Tags::GIVEN) || name.titles < name.words.start || is_surname)
                && Gender::may_agree(own.gender, gender)
                && !is_own(&name)
        })
    }

    /// Whether the sentence before a pronoun brings a person in as what its subject is or who did what it tells, who may be
    /// meant rather than `found`: "One of the nurses was Ada Voss. She said".
    fn introduces_other(
        &self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        found: EntityIdx,
    ) -> bool {
        let Some((paragraph, sentence)) = sentence_before(paragraphs, mention) else {
            return false;
        };
        let words = &paragraph.words;
        let gender = self.entities[found].gender;
        let is_of_thing = phrase::main_subject(paragraph, &sentence)
            .is_some_and(|subject| is_of_thing(&words[subject]));
        let named = self.named_in(paragraph, sentence.clone());
        named.iter().any(|&(_, first, idx)| {
            let is_predicate = first > sentence.start
                && words[first - 1].is_any(&["was", "is", "were"])
                && words[first].has(Tags::GIVEN);
            // "It was first raised by Ada Voss.", "The job went to Ada Voss."
            let is_agent = first > sentence.start
                && (words[first - 1].is("by")
                    || words[first - 1].is_any(&["to", "for", "with"])
                        && words[first].has(Tags::GIVEN))
                && words.get(first + 1).is_some_and(Word::is_name)
                && is_of_thing;
            (is_predicate || is_agent)
                && idx != found
                && self.first_named[idx] == Some(paragraph.number)
                && Gender::may_agree(self.entities[idx].gender, gender)
        })
    }

    /// Adds what the subjects of some sentences before a pronoun mean, the nearest first; whether one of them is the same
    /// pronoun. `None` as in [`Cast::subjects_before`].
    fn add_subjects(
        &mut self,
        paragraph: &TaggedParagraph,
        sentences: &[Range<usize>],
        mention: &Mention,
        pronoun: &str,
        found: &mut Vec<(EntityIdx, WordPosition)>,
    ) -> Option<bool> {
        let mut has_pronoun = false;
        for sentence in sentences.iter().rev() {
            let is_person = matches!(pronoun, "he" | "she");
            let subject = phrase::point_of_view(paragraph, sentence)
                .or_else(|| phrase::interviewed(paragraph, sentence).filter(|_| is_person))
                .or_else(|| phrase::main_subject(paragraph, sentence));
            let Some(words) = subject else { continue };
            // "The head teacher, Ada Voss, …"
            let words = phrase::name_apposed(paragraph, words.start).unwrap_or(words);
            let subject = Mention::new(paragraph, words);
            if subject.position() >= mention.position() {
                continue;
            }
            let is_own =
                mention.paragraph == paragraph.number && sentence.contains(&mention.words.start);
            // "Schools will close, they said": no subject of a statement makes it.
            if is_own && matches!(pronoun, "they" | "it") && is_behind_words(paragraph, mention) {
                continue;
            }
            if is_thing(paragraph, &subject.words) {
                if is_person && let Some(owner) = self.owner_of_thing(paragraph, &subject) {
                    found.push((owner, subject.position()));
                }
                continue;
            }
            match mention::read(paragraph, &subject.words) {
                Reference::Name { words, gender } => {
                    let idx = self.named(&words, gender, subject.position())?;
                    // A word at the head of a sentence may have its capital from there alone; any other
                    // name may be the one that is meant.
                    let entity = &self.entities[idx];
                    if matches!(pronoun, "he" | "she")
                        && entity.kind == EntityKind::Unclear
                        && !is_group(entity)
                        && !self.may_be_a_person(entity)
                        && !opens_with_name(paragraph, &subject.words, sentence)
                    {
                        return None;
                    }
                    found.push((idx, subject.position()));
                }
                Reference::Body { name, is_nameless } => {
                    let body = self.body_meant(&name, is_nameless, subject.position());
                    found.extend(body.map(|idx| (idx, subject.position())));
                }
                Reference::Pronoun(other) if other == pronoun => {
                    has_pronoun = true;
                    // "While Ada Voss was glad, she left. She said"
                    let number = paragraph.sentence_of(sentence.start);
                    let before = subject.words.start;
                    for clause in phrase::clause_subjects(paragraph, number, before) {
                        let clause = Mention::new(paragraph, clause);
                        self.add_clause_subject(paragraph, &clause, pronoun, found)?;
                    }
                }
                _ => {}
            }
        }
        Some(has_pronoun)
    }

    /// Whose a thing is by its name: "Roe's prize".
    fn owner_of_thing(
        &mut self,
        paragraph: &TaggedParagraph,
        thing: &Mention,
    ) -> Option<EntityIdx> {
        let owner = owner_before(paragraph, &thing.words)?;
        match mention::read(paragraph, &owner) {
            Reference::Name { words, gender } => self.named(&words, gender, thing.position()),
            _ => None,
        }
    }

    /// Whether a name is plainly a person's: by a given name, a title or an office, because they spoke, or because the
    /// surname stands alone elsewhere.
    fn is_shown_person(&self, idx: EntityIdx) -> bool {
        let entity = &self.entities[idx];
        let first = entity.name.first();
        let has_given = first.is_some_and(|first| name::is_given(first) || is_initial(first));
        entity.kind != EntityKind::Person
            || has_given
            || entity.gender.is_some()
            || entity.has_spoken
            || !entity.roles.is_empty()
            || self.called_by_surname.contains(&idx)
    }

    /// Whether "he" may mean it: of a bare name something has to show that it is a person's, for words
    /// with a capital are places ("Iowa") and firms, or only begin a sentence ("Moments later").
    fn may_be_a_person(&self, entity: &Entity) -> bool {
        match entity.kind {
            EntityKind::Person => true,
            EntityKind::Unclear => {
                !is_group(entity)
                    && (entity.has_spoken
                        || self.titled.contains(&name_key(&entity.name.join(" "))))
            }
            EntityKind::Body => false,
        }
    }
}

/// The words of the adjunct before a pronoun that is the subject of its sentence: "Asked about Karl Roe, he said". It is a
/// part of the same clause, so that nobody whom it names is the pronoun (Chomsky's principle C, as the adjunct is read
/// behind its verb); but for the owners of things ("In Roe's letter, he said"), and a clause of its own may tell of the
/// same person ("After Roe left, he said"). What somebody is asked is never about themselves by name.
fn adjunct_before(paragraph: &TaggedParagraph, mention: &Mention) -> Range<usize> {
    let words = &paragraph.words;
    let sentence = &paragraph.sentences[paragraph.sentence_of(mention.words.start)];
    let adjunct = sentence.start..mention.words.start;
    let none = sentence.start..sentence.start;
    if !words[mention.words.start].is_any(&["he", "she"])
        || adjunct.is_empty()
        || adjunct.len() >= LONGEST_ADJUNCT
    {
        return none;
    }
    // "Told of Roe, he said", "When asked about Roe, he said"
    let when = usize::from(words[sentence.start].is("when"));
    let is_passive = matches!(&*words[sentence.start + when].lower(), "asked" | "told");
    let is_listed = is_passive || lists::OPEN_ADJUNCTS.contains(&words[sentence.start].text);
    let is_subject = is_listed && words[mention.words.start - 1].text == ","
        || phrase::main_subject(paragraph, sentence).as_ref() == Some(&mention.words);
    let has_clause = || adjunct.clone().any(|at| phrase::is_finite_verb(words, at));
    if is_subject && (is_passive || !has_clause()) { adjunct } else { none }
}

/// Who spoke behind the subject at `subject` and before a pronoun: not the Post of "They sued Acme, the Post reported", which
/// stands behind it.
fn source_behind(spoke: &Spoke, mention: &Mention, subject: WordPosition) -> Option<EntityIdx> {
    let is_between = subject < spoke.position && spoke.position < mention.position();
    (is_between && !spoke.is_inside).then(|| spoke.speakers[0])
}

/// Whether a word is that for a speech or a text.
fn is_occasion(word: &Word) -> bool {
    word.has(Tags::OCCASION | Tags::TEXT)
}

/// The last word before the clause of a pronoun, where that tells of something that was said or written: "speech" of "a
/// speech, in which he said".
fn before_relative_of_occasion(paragraph: &TaggedParagraph, mention: &Mention) -> Option<usize> {
    let words = &paragraph.words;
    let n_openers = match &words[..mention.words.start] {
        [.., preposition, which] if which.is("which") => {
            2 * usize::from(preposition.has(Tags::PREPOSITION))
        }
        [.., opener] if opener.is_any(&["where", "when"]) => 1,
        _ => 0,
    };
    let floor = paragraph.sentences[paragraph.sentence_of(mention.words.start)].start;
    let mut before = (floor..mention.words.start - n_openers).rev();
    before.find(|&at| words[at].is_word()).filter(|_| n_openers > 0)
}

/// Whether a pronoun and its verb stand behind what was said: "Acme cheated us, they said." A name in the words is then
/// not whom the pronoun means (Chomsky's principle C, as those words are the object of its verb).
fn is_behind_words(paragraph: &TaggedParagraph, mention: &Mention) -> bool {
    let words = &paragraph.words;
    let is_behind = mention.words.start.checked_sub(1).is_some_and(|at| words[at].text == ",");
    let behind = words[mention.words.end..].iter();
    let mut behind = behind.skip_while(|word| word.has(Tags::AUXILIARY | Tags::ADVERB));
    is_behind && behind.nth(1).is_none_or(|next| !next.is_word())
}

/// Whether a clause before a pronoun has the same person for its object, so that its subject is another: "When Roe asked
/// him why, he said".
fn has_pronoun_for_object(
    paragraph: &TaggedParagraph,
    subject: &Range<usize>,
    mention: &Mention,
) -> bool {
    let words = &paragraph.words;
    let object = match &*words[mention.words.start].lower() {
        "he" => "him",
        "she" => "her",
        _ => return false,
    };
    let mut behind = (subject.end..mention.words.start).take(4);
    behind.any(|at| {
        // "her house"
        let is_owner = words[at + 1].is_word()
            && !words[at + 1].has(Tags::SUBORDINATOR | Tags::PREPOSITION | Tags::ADVERB);
        words[at].is(object) && !words[at].is_inside() && !(object == "her" && is_owner)
    })
}

/// Whether whose verb is at `at` asks what is answered behind it: "When Roe asked why, he said".
fn is_asker(words: &[Word], at: usize) -> bool {
    let asks = words[at].is_any(&["asked", "asks"]) && !words[at].is_inside();
    let question = words.get(at + 1);
    asks && question.is_some_and(|word| word.has(Tags::SUBORDINATOR) && !word.is("that"))
}

/// Whether the name at `at` is that of who asks in a passive before it, from `floor` on: "Asked by the host, Ada Voss, why".
fn is_agent_of_asking(words: &[Word], floor: usize, at: usize) -> bool {
    let mut before = (floor + 1..at).rev().take(MOST_WORDS_OF_AGENT);
    let by = before.find(|&at| words[at].is("by") || words[at].verb().is_some());
    by.is_some_and(|by| words[by].is("by") && words[by - 1].is("asked"))
}

/// Whether a name is none of those a pronoun may mean: it lies in marks, or its sentence has the same pronoun for its
/// subject, who is another: "He rang the office of Ada Voss".
fn is_beside_pronoun(
    paragraphs: &[Option<TaggedParagraph>],
    (paragraph, word): WordPosition,
    pronoun: &str,
) -> bool {
    let Some(paragraph) = &paragraphs[paragraph] else { return false };
    let sentence = &paragraph.sentences[paragraph.sentence_of(word)];
    let is_same = |subject: Range<usize>| {
        subject.end <= word
            && subject.len() == 1
            && *paragraph.words[subject.start].lower() == *pronoun
    };
    paragraph.words[word].is_inside()
        || matches!(pronoun, "he" | "she")
            && phrase::main_subject(paragraph, sentence).is_some_and(is_same)
}

/// Whether a pronoun answers what its antecedent asks just before: "Ada Voss asks why it is late. “…,” she replies".
fn is_answer_to_own(
    paragraphs: &[Option<TaggedParagraph>],
    mention: &Mention,
    antecedent: WordPosition,
) -> bool {
    let has_verb = |(paragraph, word): WordPosition, lemmas: &[&str]| {
        let words = paragraphs[paragraph].as_ref().map_or(&[][..], |paragraph| &paragraph.words);
        let behind = words.get(word + 1..).unwrap_or_default().iter().take(3);
        behind.filter_map(Word::verb).any(|verb| lemmas.contains(&verb.lemma))
    };
    has_verb(mention.position(), &["reply", "answer", "respond", "retort", "counter"])
        && has_verb(antecedent, &["ask"])
}

/// Whether a subject means no person.
fn is_of_thing(subject: &[Word]) -> bool {
    let person = Tags::MALE | Tags::FEMALE | Tags::ROLE | Tags::PEOPLE;
    !subject.iter().any(|word| word.is_name() || word.has(person))
}

/// The sentence before the one in which a mention stands, in its paragraph or the one before.
fn sentence_before<'b, 'a>(
    paragraphs: &'b [Option<TaggedParagraph<'a>>],
    mention: &Mention,
) -> Option<(&'b TaggedParagraph<'a>, Range<usize>)> {
    let own = paragraphs[mention.paragraph].as_ref()?;
    if let Some(before) = own.sentence_of(mention.words.start).checked_sub(1) {
        return Some((own, own.sentences[before].clone()));
    }
    let previous = paragraphs[mention.paragraph.checked_sub(1)?].as_ref()?;
    Some((previous, previous.sentences.last()?.clone()))
}

/// Whether the sentences up to a pronoun, from `position` on, are about a person of its gender whom they leave unnamed:
/// "One woman came to the shop. She said".
fn is_somebody_unnamed(
    paragraphs: &[Option<TaggedParagraph>],
    mention: &Mention,
    gender: Gender,
    position: WordPosition,
) -> bool {
    let Some(paragraph) = &paragraphs[mention.paragraph] else { return false };
    let last = paragraph.sentence_of(mention.words.start);
    let first = last.saturating_sub(MOST_SENTENCES_OF_ONE);
    paragraph.sentences[first..=last].iter().any(|sentence| {
        let subject = phrase::main_subject(paragraph, sentence);
        subject.into_iter().chain(phrase::spoken_to(paragraph, sentence)).any(|words| {
            let at = (paragraph.number, words.start);
            let shown = mention::gender_shown(&paragraph.words[words.clone()]);
            position < at
                && at < mention.position()
                && mention::is_unnamed_person(paragraph, &words)
                && Gender::may_agree(shown, Some(gender))
        })
    })
}

/// Whether a word stands in the sentence of a mention.
fn is_in_sentence_of(
    paragraphs: &[Option<TaggedParagraph>],
    mention: &Mention,
    (number, word): WordPosition,
) -> bool {
    number == mention.paragraph
        && paragraphs[number].as_ref().is_some_and(|paragraph| {
            paragraph.sentence_of(word) == paragraph.sentence_of(mention.words.start)
        })
}

/// Whether the sentence that names somebody, elsewhere than as its subject, has a person of this gender for its subject or
/// speaker who stays unnamed and is therefore the first that a pronoun may mean: "A nurse said Ada Voss was ill", "The father
/// of Otto Lind wept".
fn is_beside_unnamed(
    paragraphs: &[Option<TaggedParagraph>],
    (number, word): WordPosition,
    gender: Gender,
    unnamed: Option<&Unnamed>,
) -> bool {
    let Some(paragraph) = &paragraphs[number] else { return false };
    let sentence = &paragraph.sentences[paragraph.sentence_of(word)];
    let speaks = unnamed.is_some_and(|unnamed| {
        unnamed.position.0 == number
            && sentence.contains(&unnamed.position.1)
            && !is_name_apposed(paragraph, unnamed.position.1 + 1)
            && Gender::may_agree(unnamed.gender, Some(gender))
    });
    let is_unnamed = |subject: &Range<usize>| {
        let head = mention::person_by_office(paragraph, subject);
        let shown = head.map(|head| mention::gender_shown(&paragraph.words[head..=head]));
        shown.is_some_and(|shown| Gender::may_agree(shown, Some(gender)))
            && !is_name_apposed(paragraph, subject.end)
    };
    speaks || phrase::main_subject(paragraph, sentence).is_some_and(|subject| is_unnamed(&subject))
}

/// Whether the sentence before a pronoun, behind its antecedent, is about somebody by office alone, who may be the
/// antecedent or not.
fn is_office_in_focus(
    paragraphs: &[Option<TaggedParagraph>],
    mention: &Mention,
    antecedent: WordPosition,
) -> bool {
    office_in_focus(paragraphs, mention).is_some_and(|(_, _, at)| at > antecedent)
}

/// Whether a phrase stands behind the subject of its sentence: "Otto Lind quoted Ada Voss:".
fn is_behind_subject(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let sentence = &paragraph.sentences[paragraph.sentence_of(phrase.start)];
    let subject = phrase::main_subject(paragraph, sentence);
    subject.is_some_and(|subject| subject.end <= phrase.start)
}

/// Whether a comma and a name stand behind the phrase that ends at `end`.
fn is_name_apposed(paragraph: &TaggedParagraph, end: usize) -> bool {
    let behind = paragraph.words.get(end..).unwrap_or_default();
    let apposition = behind.iter().skip(1).take(4).take_while(|word| word.is_word());
    behind.first().is_some_and(|word| word.text == ",") && apposition.into_iter().any(Word::is_name)
}

/// The subject of a sentence, or what stands behind its verb for it, that is somebody by what they are to another and has
/// no name there: "his mother", "Roe's lawyer", "next to him stood his sister".
fn relative_as_subject(
    paragraph: &TaggedParagraph,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let is_of_another = |phrase: &Range<usize>| {
        let (head, before) = words[phrase.clone()].split_last()?;
        let is_owned = before.iter().any(|word| {
            word.is_any(lists::POSSESSIVE_DETERMINERS)
                || word.is_possessive() && !word.has(Tags::TIME)
        });
        let is_person = head.has(Tags::ROLE) && !head.has(Tags::PEOPLE | Tags::BODY);
        // "His mother, Ada Voss,", "Ada Voss, his mother,"
        let is_behind_name = phrase.start > 1
            && words[phrase.start - 1].text == ","
            && words[phrase.start - 2].is_name();
        let is_named = head.is_name() || is_behind_name || is_name_apposed(paragraph, phrase.end);
        (is_owned && is_person && !is_named).then_some(())
    };
    if let Some(subject) = phrase::main_subject(paragraph, sentence) {
        // "It was his mother who laughed"
        let cleft = subject.end + 1;
        if words[subject.start].is("it")
            && words.get(subject.end).is_some_and(|word| word.is_any(&["was", "is"]))
            && words.get(cleft).is_some_and(|word| word.is_any(lists::POSSESSIVE_DETERMINERS))
        {
            let phrase = phrase::noun_phrase_after(paragraph, cleft, sentence.end)?;
            return is_of_another(&phrase).map(|()| phrase);
        }
        // "her father's lawyer in London"
        let end = subject.clone().skip(1).find(|&at| words[at].has(Tags::PREPOSITION));
        let subject = subject.start..end.unwrap_or(subject.end);
        return is_of_another(&subject).map(|()| subject);
    }
    // "Next to him stood his sister", "“…,” said his sister", but "“…,” said Roe, who thanked his sister"
    let opens_with_place =
        words[sentence.start].has(Tags::PREPOSITION) || words[sentence.start].is("next");
    let mut outside = sentence.clone().filter(|&at| !words[at].is_inside());
    let verb = outside.find(|&at| phrase::is_finite_verb(words, at))?;
    let is_inverted = opens_with_place || verb > sentence.start && words[verb - 1].is_mark();
    let start = verb + 1;
    let owned = words.get(start).is_some_and(|word| word.is_any(lists::POSSESSIVE_DETERMINERS));
    let phrase = phrase::noun_phrase_after(paragraph, start, sentence.end)
        .filter(|_| is_inverted && owned)?;
    is_of_another(&phrase).map(|()| phrase)
}

/// The words of the office, its owner, and where they stand, where the sentence before a pronoun is about somebody by
/// office alone: "The actress had the same illness as Ada Voss. She said".
fn office_in_focus(
    paragraphs: &[Option<TaggedParagraph>],
    mention: &Mention,
) -> Option<(Vec<String>, Option<Owner>, WordPosition)> {
    let (paragraph, sentence) = sentence_before(paragraphs, mention)?;
    let subject = phrase::main_subject(paragraph, &sentence)?;
    // "Her son, filmmaker Otto Voss, …" says who that is.
    if is_name_apposed(paragraph, subject.end) {
        return None;
    }
    let Reference::Office(words) = mention::read(paragraph, &subject) else { return None };
    Some((words, office::owner(&paragraph.words, &subject), (paragraph.number, subject.start)))
}

/// The gender of the pronoun with which the clause begins behind a name and its verb: "Roe said she was late".
fn gender_behind(paragraph: &TaggedParagraph, name: &Range<usize>) -> Option<Gender> {
    let behind = paragraph.words.get(name.end..)?;
    let (verb, rest) = behind.split_first()?;
    let that = usize::from(rest.first().is_some_and(|word| word.is("that")));
    let pronoun = rest.get(that).filter(|_| verb.verb().is_some())?;
    let is_pronoun = pronoun.has(Tags::PRONOUN) && !pronoun.is_inside();
    if is_pronoun { mention::gender_shown(std::slice::from_ref(pronoun)) } else { None }
}

/// The key of a word that stands alone with its capital as an office does, and may be a surname: "Doctor said".
fn surname_like_office(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> Option<String> {
    let [word] = &paragraph.words[phrase.clone()] else { return None };
    word.is_capital().then(|| name_key(word.stem()))
}

/// Whether a name is that of several: "Democrats".
fn is_group(entity: &Entity) -> bool {
    let last = entity.name.last();
    last.is_some_and(|last| lexicon::lookup(&name_key(last)).0.any(Tags::PEOPLE))
}

/// Whether something is a text, called by what it is: "the statement".
fn is_one_text(entity: &Entity) -> bool {
    let last = entity.name.last().map_or("", |name| name);
    let tags = lexicon::lookup(&name_key(last)).0;
    entity.is_nameless && tags.any(Tags::TEXT) && !tags.any(Tags::BODY) && !is_plural(entity)
}

/// Whether what people, a text or a body are called says that there are several: "Officials", "Videos", "Human rights
/// groups".
fn is_plural(entity: &Entity) -> bool {
    let last = entity.name.last().map_or("", |name| name);
    let noun = last.rsplit(' ').next().unwrap_or_default();
    let is_kind = noun == last || !noun.starts_with(char::is_uppercase);
    if is_group(entity) && is_kind && (noun.ends_with('s') || noun.ends_with("men")) {
        return true;
    }
    entity.is_nameless && last.ends_with('s') && !last.ends_with("ss")
        || is_kind && lists::BODIES_OF_SOME_KIND.contains(&&*noun.to_lowercase())
}

/// Whether a phrase with a name in it means a thing rather than whose name that is: "her Nobel prize", and the "Debate" of
/// "Debate was lively".
fn is_thing(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words[phrase.clone()];
    if let [word] = words
        && word.has(Tags::OCCASION)
        && !word.has(Tags::TEXT)
    {
        return true;
    }
    let is_somebody = Tags::PRONOUN | Tags::ROLE | Tags::PEOPLE | Tags::BODY | Tags::TITLE;
    let last = words.last().is_some_and(|last| !last.is_capital() && !last.has(is_somebody));
    last && words.iter().any(Word::is_name)
}

/// Whose a thing is, where its phrase begins with that: "Ada Voss's" of "Ada Voss's first songs".
fn owner_before(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> Option<Range<usize>> {
    let last = phrase.clone().find(|&at| paragraph.words[at].is_possessive())?;
    Some(phrase.start..last + 1)
}

/// Whether a subject that is read as a bare name may be one only because it begins its sentence: not "their sister
/// Veronika".
fn opens_with_name(
    paragraph: &TaggedParagraph,
    subject: &Range<usize>,
    sentence: &Range<usize>,
) -> bool {
    let words = &paragraph.words[subject.clone()];
    let is_behind_noun = words[0].has(Tags::DETERMINER)
        && words.iter().skip(1).all(|word| word.is_word() && !word.has(Tags::PREPOSITION));
    subject.start == sentence.start && !is_behind_noun
}
