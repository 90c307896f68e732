//! Coreference within an article: [`Cast`] has everyone whom the article names, and resolves
//! mentions to them.
//!
//! A bare surname means the person last named in full with it, an office ("the ambassador") the person
//! last named with that office, a pronoun the subject or speaker before it of fitting gender and number.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::bodies::{Bodies, Meant};
use super::entity::{Entity, EntityKind, Gender};
use super::lexicon::{self, Tags, lists};
use super::mention::{self, Name, Reference};
use super::model::WhyOpen;
use super::name::{self, Likeness, is_initial, likeness, name_key, push_name_key};
use super::office;
use super::phrase;
use super::unresolved::Mention;
use super::word::{TaggedParagraph, Word, WordPosition, compound_office};

/// Namesakes looked at before a name is taken for a new one.
const MOST_NAMESAKES: usize = 16;

/// How many offices of one noun are looked at, from the beginning or from where one is meant.
const MOST_HOLDERS: usize = 200;

/// How many sentences of the paragraph before are looked through for whom "he" means in its last one.
const MOST_SENTENCES_BACK: usize = 4;
/// How many sentences may lie between somebody unnamed and a pronoun that means them.
const MOST_SENTENCES_OF_ONE: usize = 5;
/// How many of the names before a pronoun, in its paragraph, are looked at for somebody whom it brings in.
const MOST_BROUGHT_IN: usize = 8;

/// Those who spoke last, and where they are named.
#[derive(Debug)]
pub(super) struct Spoke {
    position: WordPosition,
    speakers: Vec<EntityIdx>,
    /// Whether they do in a clause within another, which is not what its sentence is about: "whom Ada Voss said she
    /// knew", "noted that Ada Voss had said so".
    is_inside: bool,
}

/// Whose words an article has reported last, before the mention that is to be resolved.
#[derive(Debug, Default)]
pub(super) struct LastWords {
    spoke: Option<Spoke>,
    /// Where somebody speaks who stays unnamed: "a police officer said".
    unnamed: Option<WordPosition>,
}

impl LastWords {
    /// Notes who spoke in the words of a mention.
    pub(super) fn note(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        mention: &Mention,
        by: &Resolved,
    ) {
        let Some(paragraph) = &paragraphs[mention.paragraph] else { return };
        let position = mention.position();
        if let Ok(speakers) = by {
            let is_inside = phrase::is_in_side_clause(paragraph, &mention.words);
            self.spoke = Some(Spoke { position, speakers: speakers.clone(), is_inside });
        } else if mention::is_unnamed_person(paragraph, &mention.words) {
            self.unnamed = Some(position);
        }
    }

    /// Those who spoke not long before a mention.
    fn spoke_before(&self, mention: &Mention) -> Option<&Spoke> {
        self.spoke.as_ref().filter(|spoke| spoke.position.0 + 3 > mention.paragraph)
    }
}

/// An office or trade where it is given to a person.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Office {
    position: WordPosition,
    /// "minister".
    name: String,
    /// All words of the phrase, in lower case, and the one that says whose office it is before it.
    words: Vec<String>,
    /// Whether that or a name in the phrase says whose it is.
    is_owned: bool,
    holder: EntityIdx,
}

/// An entity's place in [`Cast::entities`].
pub(super) type EntityIdx = usize;

/// Whom a mention means, one or several, or why that is not plain.
pub(super) type Resolved = Result<Vec<EntityIdx>, WhyOpen>;

/// Everyone whom one article names, and where.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// In the order in which their full names first occur.
    pub(super) entities: Vec<Entity>,
    /// By the key of their surnames, in the order of first occurrence.
    by_surname: BTreeMap<String, Vec<EntityIdx>>,
    /// By the key of their given names.
    by_given: BTreeMap<String, Vec<EntityIdx>>,
    /// Bodies by the key of their names.
    by_body: BTreeMap<String, EntityIdx>,
    /// Names of persons where they stand, in order: paragraph, first word, who.
    positions: Vec<(usize, usize, EntityIdx)>,
    /// The paragraph in which each of them is named first.
    first_named: Vec<Option<usize>>,
    /// Offices where they are given to a person, in the order of the text.
    offices: Vec<Office>,
    /// Bodies that the article names, whether they are quoted or not.
    pub(super) bodies: Bodies,
    /// Texts where they are given to whoever wrote them, in order: position, noun, and the words for the owner.
    texts: Vec<(WordPosition, String, Mention)>,
    /// Bare names that somewhere stand behind a title or an office, by their keys: "President Obama".
    titled: BTreeSet<String>,
    /// Those whom the article calls by their surnames alone.
    called_by_surname: BTreeSet<EntityIdx>,
    /// By the keys of surnames that stand alone, where each does so first, and whom it means there.
    first_called: BTreeMap<String, (WordPosition, EntityIdx)>,
    /// The offices that stand with bare names, by their keys, each as often as it occurs.
    bare_roles: BTreeMap<String, Vec<String>>,
}

impl Cast {
    /// Reads the names of all paragraphs. Paragraphs in which most words begin with a capital are left out:
    /// a title shows no names.
    pub(super) fn read(paragraphs: &[Option<TaggedParagraph>]) -> Self {
        let mut cast = Cast::default();
        let mut bare: Vec<(&TaggedParagraph, Name)> = Vec::new();
        let mut behind_verbs = Vec::new();
        let mut surname = String::new();
        for paragraph in paragraphs.iter().flatten().filter(|paragraph| !is_title_case(paragraph)) {
            for name in mention::names(paragraph, 0..paragraph.words.len()) {
                if name.words.len() == 1 {
                    bare.push((paragraph, name));
                } else if may_open_with_verb(paragraph, &name) {
                    behind_verbs.push((paragraph, name));
                } else {
                    cast.read_full_name(paragraph, &name);
                }
            }
        }
        for (paragraph, name) in behind_verbs {
            let last = name.words.end - 1;
            let key = name_key(paragraph.words[last].stem());
            if cast.by_surname.contains_key(&key) {
                bare.push((
                    paragraph,
                    Name { words: last..last + 1, titles: last, is_body: false },
                ));
            } else {
                cast.read_full_name(paragraph, &name);
            }
        }
        cast.positions.sort_unstable();
        // The places of full names are in order now, as looking up bare ones asks.
        let n_full = cast.positions.len();
        for (paragraph, name) in bare {
            surname.clear();
            push_name_key(paragraph.words[name.words.start].stem(), &mut surname);
            if name.titles < name.words.start {
                cast.titled.insert(surname.clone());
            }
            let position = (paragraph.number, name.words.start);
            let titles = &paragraph.words[name.titles..name.words.start];
            let gender = mention::gender_shown(titles);
            if let Some(idx) = cast.known_person(&surname, gender, position, n_full) {
                cast.positions.push((paragraph.number, name.words.start, idx));
                cast.called_by_surname.insert(idx);
                cast.first_called.entry(surname.clone()).or_insert((position, idx));
                cast.note_offices(paragraph, &name, idx);
            } else if let Some(office) = office::before(paragraph, &name)
                && office::is_role(paragraph, &office)
            {
                let shown = mention::as_written(&paragraph.words, office);
                cast.bare_roles.entry(surname.clone()).or_default().push(shown);
            }
        }
        cast.bodies = Bodies::read(paragraphs.iter().flatten());
        for paragraph in paragraphs.iter().flatten() {
            let texts = mention::texts_with_owner(paragraph).map(|(at, owner)| {
                let noun = paragraph.words[at].lower().into_owned();
                ((paragraph.number, at), noun, Mention::new(paragraph, owner))
            });
            cast.texts.extend(texts);
        }
        cast.positions.sort_unstable();
        cast.positions.dedup();
        cast.first_named = vec![None; cast.entities.len()];
        for &(paragraph, _, idx) in &cast.positions {
            cast.first_named[idx].get_or_insert(paragraph);
        }
        cast.offices.sort_unstable();
        cast
    }

    fn read_full_name(&mut self, paragraph: &TaggedParagraph, name: &Name) {
        let words = &paragraph.words[name.words.clone()];
        if name.words.len() > 5
            || words.iter().any(|word| word.has(Tags::BODY | Tags::TIME))
            || mention::is_no_person(&paragraph.words, name)
            || mention::is_shouted(&paragraph.words, name)
            || mention::is_office(&paragraph.words, name)
        {
            return;
        }
        let words = mention::name_words(paragraph, &name.words);
        let idx = self.by_whole_surname(&words).unwrap_or_else(|| self.person(&words));
        self.positions.push((paragraph.number, name.words.start, idx));
        self.note_offices(paragraph, name, idx);
    }

    /// The only person whose name ends with these words, where they are a surname of several: "Van Der Beek".
    fn by_whole_surname(&self, words: &[&str]) -> Option<EntityIdx> {
        if !lexicon::lookup(&name_key(words.first()?)).0.any(Tags::PARTICLE) {
            return None;
        }
        let namesakes = self.by_surname.get(&name_key(words.last()?))?.iter().take(MOST_NAMESAKES);
        let ends_so = |idx: &&EntityIdx| {
            let name = &self.entities[**idx].name;
            name.len() > words.len() && name[name.len() - words.len()..] == *words
        };
        let mut found = namesakes.filter(ends_so);
        found.next().copied().filter(|_| found.next().is_none())
    }

    /// The person of a full name, new where nobody has it.
    fn person(&mut self, name: &[&str]) -> EntityIdx {
        let namesakes = self.by_surname.entry(name_key(name::surname(name))).or_default();
        for &idx in namesakes.iter().rev().take(MOST_NAMESAKES) {
            // Within one article a letter makes two names.
            let likeness = likeness(&self.entities[idx].name, name);
            if matches!(likeness, Some(Likeness::Same | Likeness::Initial)) {
                let entity = &mut self.entities[idx];
                // An initial is less than the name that it stands for: "A. Roe" is Ada Roe from then on, and
                // not Adam Roe.
                let writes_out = entity.name.len() == name.len()
                    && is_initial(&entity.name[0])
                    && !is_initial(name[0]);
                if entity.name.len() < name.len() || writes_out {
                    entity.spellings.insert(entity.name.join(" "));
                    entity.name = owned(name);
                } else if entity.name != name {
                    entity.spellings.insert(name.join(" "));
                }
                return idx;
            }
        }
        let idx = self.entities.len();
        namesakes.push(idx);
        self.by_given.entry(name_key(name[0])).or_default().push(idx);
        self.entities.push(Entity {
            name: owned(name),
            spellings: BTreeSet::new(),
            kind: EntityKind::Person,
            is_nameless: false,
            has_spoken: false,
            gender: gender_of(name),
            body: None,
            roles: Vec::new(),
        });
        idx
    }

    /// The person whom a bare surname, given by its key, means at `position`: the only one whom nothing shows to be
    /// of another gender. Of several it is the last one named in full, where that was just before and no other
    /// one was in that paragraph; else it is not plain who is meant.
    ///
    /// Only the first `n_positions` names are looked at; they are in order.
    fn known_person(
        &self,
        surname: &str,
        gender: Option<Gender>,
        position: WordPosition,
        n_positions: usize,
    ) -> Option<EntityIdx> {
        let namesakes = self.by_surname.get(surname)?;
        // Who is known as "Roe Jr." is called that where the article is about another Roe, but for right behind his
        // full name.
        let is_junior = |idx: EntityIdx| name::is_junior(&self.entities[idx].name);
        let first_ones = || namesakes.iter().take(MOST_NAMESAKES).copied();
        // They are listed as they came, so in order.
        let is_namesake = |idx: &EntityIdx| namesakes.binary_search(idx).is_ok();
        let has_senior = first_ones().any(is_junior)
            && self.positions[..n_positions]
                .iter()
                .find(|(_, _, idx)| is_namesake(idx))
                .is_some_and(|(_, _, idx)| !is_junior(*idx));
        let fits = |idx: &EntityIdx| {
            Gender::may_agree(self.entities[*idx].gender, gender)
                && !(has_senior && is_junior(*idx))
        };
        let positions = &self.positions[..n_positions];
        let before =
            positions.partition_point(|&(paragraph, word, _)| (paragraph, word) < position);
        let just_before = || {
            positions[..before]
                .iter()
                .rev()
                .take_while(|(paragraph, _, _)| paragraph + 1 >= position.0)
                .take(200)
                .filter(|(_, _, idx)| is_namesake(idx))
        };
        if has_senior && just_before().next().is_some_and(|(_, _, idx)| is_junior(*idx)) {
            return None;
        }
        // "Mr. Roe" is the one who is known for a man, rather than one of whom nothing is known.
        let mut shown =
            first_ones().filter(|&idx| self.entities[idx].gender == gender && fits(&idx));
        if let (Some(_), Some(idx), None) = (gender, shown.next(), shown.next()) {
            return Some(idx);
        }
        let mut fitting = first_ones().filter(fits);
        let one = fitting.next()?;
        if fitting.next().is_none() {
            return Some(one);
        }
        let mut named = just_before().filter(|(_, _, idx)| fits(idx));
        let (last, _, idx) = named.next()?;
        // Who was "Roe" before another Roe came in may go on being called so.
        let first = self.first_called.get(surname);
        if first.is_some_and(|(at, first)| *at < position && first != idx && fits(first)) {
            return None;
        }
        // Of two side by side ("Ada Voss and her husband Otto Voss") it may be either.
        let mut beside = named.take_while(|(paragraph, _, _)| paragraph == last);
        beside.all(|(_, _, other)| other == idx).then_some(*idx)
    }

    /// Notes the offices that stand with a name, before it or behind it, and the gender that they show.
    fn note_offices(&mut self, paragraph: &TaggedParagraph, name: &Name, idx: EntityIdx) {
        let words = &paragraph.words;
        let titles = &words[name.titles..name.words.start];
        self.note_gender(idx, titles);
        self.note_offices_of_titles(titles, (paragraph.number, name.words.start), idx);
        if let Some(before) = office::before(paragraph, name) {
            self.note_gender(idx, &words[before.clone()]);
            self.add_office(paragraph, name.words.start, before, idx);
        }
        if let Some(apposition) = office::behind(paragraph, name) {
            let head = office::head(paragraph, &apposition);
            self.add_office(paragraph, name.words.start, apposition, idx);
            self.note_gender(idx, &words[head]);
        }
    }

    /// Notes the offices of which titles are the abbreviations.
    fn note_offices_of_titles(
        &mut self,
        titles: &[Word],
        position: WordPosition,
        holder: EntityIdx,
    ) {
        for title in titles.iter().filter(|title| title.has(Tags::TITLE)) {
            let title = title.text.trim_end_matches('.');
            let offices = lists::OFFICES_OF_TITLES.iter();
            let offices = offices.filter(|(short, _)| title.eq_ignore_ascii_case(short));
            for &office in offices.flat_map(|(_, offices)| *offices) {
                let name = office.to_owned();
                let words = vec![name.clone()];
                self.offices.push(Office { position, words, name, is_owned: false, holder });
            }
        }
    }

    /// Takes over the gender of the first word that shows one; given names were looked at before.
    fn note_gender(&mut self, idx: EntityIdx, words: &[Word]) {
        let gender = &mut self.entities[idx].gender;
        *gender = gender.or(mention::gender_shown(words));
    }

    /// Notes that the phrase `words` gives an office to the person whose name begins at `at`.
    fn add_office(
        &mut self,
        paragraph: &TaggedParagraph,
        at: usize,
        words: Range<usize>,
        idx: EntityIdx,
    ) {
        let phrase = &paragraph.words[words.clone()];
        let owner = words.start.checked_sub(1).map(|before| &paragraph.words[before]);
        let owner = owner.filter(|word| word.is_possessive());
        let is_owned = owner.is_some() || phrase.iter().any(is_owner);
        let mut all: Vec<String> = phrase.iter().map(|word| word.lower().into_owned()).collect();
        all.extend(owner.map(|word| name_key(word.stem())));
        for word in paragraph.words[words.clone()].iter().filter(|word| word.has(Tags::ROLE)) {
            self.offices.push(Office {
                position: (paragraph.number, at),
                name: word.lower().into_owned(),
                words: all.clone(),
                is_owned,
                holder: idx,
            });
        }
        if office::is_role(paragraph, &words) {
            self.entities[idx].roles.push(mention::as_written(&paragraph.words, words));
        }
    }

    /// The body that a phrase at `position` means; nobody where it is one of several.
    fn body_meant(
        &mut self,
        name: &str,
        is_nameless: bool,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        if let Some(full) = self.bodies.of_short_form(name) {
            let full = full.to_owned();
            return Some(self.body_spelt(&full, name));
        }
        if !is_nameless {
            return Some(self.known_body(name, false));
        }
        match self.bodies.meant(name, position) {
            Meant::Known(full) => {
                let full = full.to_owned();
                Some(self.known_body(&full, mention::is_common(&full)))
            }
            Meant::Own => Some(self.known_body(name, true)),
            Meant::Unclear => None,
        }
    }

    /// The body of that name, which the article also calls by a short form.
    fn body_spelt(&mut self, name: &str, short: &str) -> EntityIdx {
        let idx = self.known_body(name, false);
        self.entities[idx].spellings.insert(short.to_owned());
        idx
    }

    /// Whose words a text at `position` has: of whoever is said to have written one of that noun before, else
    /// its own.
    fn text(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        noun: &str,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let before = self.texts.partition_point(|(at, _, _)| *at < position);
        let owner = self.texts[..before].iter().rev().take(200).find(|(_, other, _)| other == noun);
        let Some((_, _, owner)) = owner else { return Some(self.known_body(noun, true)) };
        let owner = owner.clone();
        let paragraph = paragraphs[owner.paragraph].as_ref()?;
        match mention::read(paragraph, &owner.words) {
            Reference::Name { words, gender } => self.named(&words, gender, owner.position()),
            Reference::Body { name, is_nameless } => {
                self.body_meant(&name, is_nameless, owner.position())
            }
            _ => None,
        }
    }

    /// What has that name and is a body, even if that was not clear before.
    fn known_body(&mut self, name: &str, is_nameless: bool) -> EntityIdx {
        let idx = self.body(name, is_nameless);
        self.entities[idx].kind = EntityKind::Body;
        idx
    }

    /// The body of that name, new where it was not yet known.
    fn body(&mut self, name: &str, is_nameless: bool) -> EntityIdx {
        let key = name_key(name);
        if let Some(&idx) = self.by_body.get(&key) {
            self.entities[idx].is_nameless &= is_nameless;
            return idx;
        }
        let idx = self.entities.len();
        self.by_body.insert(key, idx);
        self.entities.push(Entity {
            name: vec![capitalised(name)],
            spellings: BTreeSet::new(),
            kind: EntityKind::Body,
            is_nameless,
            has_spoken: false,
            gender: None,
            body: None,
            roles: Vec::new(),
        });
        idx
    }

    /// Whether somebody is named, as others are, in a range of words: "he said Roe was late" is not Roe.
    pub(super) fn is_named_in(
        &self,
        paragraph: &TaggedParagraph,
        idx: EntityIdx,
        range: Range<usize>,
    ) -> bool {
        let at = |word| {
            let position = (paragraph.number, word);
            self.positions.partition_point(|&(paragraph, word, _)| (paragraph, word) < position)
        };
        let words = &paragraph.words;
        let named = self.positions[at(range.start)..at(range.end)].iter();
        let mut named = named.filter(|(_, _, other)| *other == idx).map(|&(_, first, _)| first);
        named.any(|first| {
            let end = (first..words.len()).find(|&at| !words[at].is_name());
            // "the Roe campaign" is more than Roe.
            let is_of_body = end.is_some_and(|end| words[end].has(Tags::BODY))
                || first > 0 && words[first - 1].has(Tags::DETERMINER);
            !is_of_body
        })
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
        for words in mention::conjuncts(paragraph, &mention.words, is_known) {
            match self.resolve_one(paragraphs, &Mention::new(paragraph, words), last) {
                Ok(found) => speakers.extend(found),
                Err(reason) => why = reason,
            }
        }
        if speakers.is_empty() { Err(why) } else { Ok(speakers) }
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
        let [noun] = &*words else { return None };
        let at = |start| {
            self.positions.partition_point(|&(paragraph, word, _)| (paragraph, word) < start)
        };
        let here = at((mention.paragraph, 0))..at(mention.position());
        let before = at((mention.paragraph.saturating_sub(1), 0))..here.start;
        let named = &self.positions[if here.is_empty() { before } else { here }];
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
                let named = self.named(&words, gender, position);
                // Whoever speaks is somebody.
                if let Some(idx) = named {
                    self.entities[idx].has_spoken = true;
                }
                (named, WhyOpen::Namesakes)
            }
            Reference::Body { name, is_nameless } => {
                (self.body_meant(&name, is_nameless, position), WhyOpen::NamelessBody)
            }
            Reference::Office(words) => {
                let surname = surname_like_office(paragraph, &mention.words);
                let named = surname.and_then(|surname| {
                    self.known_person(&surname, None, position, self.positions.len())
                });
                let owner = owner_named(paragraph, &mention.words);
                let holder = named.or_else(|| self.office(&words, owner.as_deref(), position));
                (holder, WhyOpen::Office)
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
            Reference::Text(noun) => (self.text(paragraphs, &noun, position), WhyOpen::Anonymous),
            Reference::Unknown => (None, WhyOpen::Anonymous),
        };
        if let Some(idx) = found
            && let Some(words) = mention::body_spoken_for(paragraph, &mention.words)
        {
            self.entities[idx].body = self.body_at(paragraph, words).filter(|body| *body != idx);
        }
        found.map(|idx| vec![idx]).ok_or(why)
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

    /// Whom a name means; nobody where all of that name are of another gender than its title shows: "Mr. Roe" is
    /// not Ada Roe.
    fn named(
        &mut self,
        name: &[&str],
        gender: Option<Gender>,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let [only] = name else {
            return Some(self.by_whole_surname(name).unwrap_or_else(|| self.person(name)));
        };
        if let Some(full) = self.bodies.of_short_form(only) {
            let full = full.to_owned();
            return Some(self.body_spelt(&full, only));
        }
        let folded = name_key(only);
        if self.by_surname.contains_key(&folded) {
            return self.known_person(&folded, gender, position, self.positions.len());
        }
        let is_place = lexicon::lookup(&only.to_lowercase()).0.any(Tags::PLACE | Tags::BODY);
        let is_given = lexicon::lookup(&folded).0.any(Tags::GIVEN);
        // "Anna Smith", then "Anna"; or the family name comes first: "Bo Lun", then "Bo". Of several nobody.
        if let Some(namesakes) = self.by_given.get(&folded)
            && (is_given || !is_place)
        {
            let fits = |idx: &EntityIdx| Gender::may_agree(self.entities[*idx].gender, gender);
            return if let [only] = namesakes[..] { Some(only).filter(fits) } else { None };
        }
        if is_given {
            return Some(self.person(name));
        }
        let n_entities = self.entities.len();
        let idx = self.body(only, mention::is_common(only));
        let entity = &mut self.entities[idx];
        if !is_place && idx == n_entities {
            entity.kind = EntityKind::Unclear;
            entity.roles = self.bare_roles.get(&folded).cloned().unwrap_or_default();
        }
        // Mr. and Mrs. Roe are two, and nothing more tells them apart.
        let agrees = Gender::may_agree(entity.gender, gender);
        entity.gender = entity.gender.or(gender);
        agrees.then_some(idx)
    }

    /// The person last named with this office, and with its `owner` where the words name one ("Roe's lawyer"); of a
    /// later one, where the article gives it to nobody else.
    fn office(
        &self,
        words: &[String],
        owner: Option<&str>,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let is_role = |word: &&String| {
            lexicon::lookup(word).0.any(Tags::ROLE) || compound_office(word).is_some()
        };
        let name = words.iter().rev().find(is_role)?;
        // "the Ukrainian ambassador" is not the Russian one, and the health secretary not his shadow.
        let is_place = |word: &String| {
            lexicon::lookup(word).0.any(Tags::PLACE) || lists::STATES.contains(&word.as_str())
        };
        let places: Vec<&String> = words.iter().filter(|word| is_place(word)).collect();
        let has = |office: &Office, place: &String| {
            office.words.iter().any(|word| same_place(word, place))
        };
        // Nor is the vice president the president, be it that the article names one or not.
        let sets_apart = |word: &&String| lists::SET_OFFICES_APART.contains(&word.as_str());
        // Who is called "the former governor" may have been "Governor Voss" before.
        let is_past = |word: &String| matches!(word.as_str(), "former" | "ex");
        let is_other = |office: &Office| {
            office.words.iter().filter(sets_apart).any(|word| !words.contains(word))
                || words
                    .iter()
                    .filter(sets_apart)
                    .any(|word| !is_past(word) && !office.words.contains(word))
        };
        // "Roe's lawyer" is not Smith's.
        let is_owners = |office: &Office| {
            owner.is_none_or(|owner| {
                !office.is_owned
                    || office.words.iter().any(|word| word == owner || same_place(word, owner))
            })
        };
        let held: Vec<&Office> =
            self.offices.iter().filter(|office| office.name == *name).take(MOST_HOLDERS).collect();
        // Where the office is given to one person alone, and never with a place, that is the one.
        let is_placed = |office: &Office| office.words.iter().any(is_place);
        if let [first, others @ ..] = &*held
            && !held
                .iter()
                .any(|office| is_placed(office) || is_other(office) || !is_owners(office))
            && others.iter().all(|other| other.holder == first.holder)
        {
            return Some(first.holder);
        }
        let fits = |office: &&Office| {
            office.name == *name
                && places.iter().all(|place| has(office, place))
                && !is_other(office)
                && is_owners(office)
        };
        let split = self.offices.partition_point(|office| office.position < position);
        let mut before = self.offices[..split].iter().rev().take(MOST_HOLDERS).filter(fits);
        if let Some(office) = before.next() {
            // "The president" may be the country's, though a bank's was named since.
            let is_bare = owner.is_none() && places.is_empty();
            let has_rival = |other: &Office| !other.is_owned && other.holder != office.holder;
            if is_bare && office.is_owned && before.clone().any(has_rival) {
                return None;
            }
            // Of two named side by side it may be either.
            let mut beside = before.take_while(|other| other.position.0 == office.position.0);
            return beside.all(|other| other.holder == office.holder).then_some(office.holder);
        }
        let mut later = self.offices[split..].iter().take(MOST_HOLDERS).filter(fits);
        let holder = later.next()?.holder;
        later.all(|office| office.holder == holder).then_some(holder)
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
        let spoke = last.spoke_before(mention).filter(|spoke| spoke.speakers.len() == 1);
        let wanted = match pronoun {
            "he" => Some(Gender::Male),
            "she" => Some(Gender::Female),
            "they" | "it" => None,
            _ => return None,
        };
        let (mut candidates, n_here) = self.subjects_before(paragraphs, mention, pronoun, spoke)?;
        let speaker = spoke.map(|spoke| (spoke.speakers[0], spoke.position));
        candidates.extend(speaker);
        let n_in_focus = candidates.len();
        let here = self
            .positions
            .partition_point(|&(paragraph, word, _)| (paragraph, word) < mention.position());
        let named = self.positions[..here].iter().rev().take(3);
        let named = named.filter(|position| {
            position.0 + 2 > mention.paragraph && self.is_shown_person(position.2)
        });
        candidates.extend(named.map(|&(paragraph, word, idx)| (idx, (paragraph, word))));
        let fits = |idx: EntityIdx| {
            let entity = &self.entities[idx];
            match wanted {
                Some(_) => {
                    self.may_be_a_person(entity)
                        && (entity.gender.is_none() || entity.gender == wanted)
                }
                None => entity.kind != EntityKind::Person && entity.gender.is_none(),
            }
        };
        let place = candidates.iter().position(|&(idx, _)| fits(idx))?;
        let (mut found, position) = candidates[place];
        if place >= n_in_focus
            && wanted.is_some()
            && let Some((words, owner, position)) = office_in_focus(paragraphs, mention)
        {
            found = self.office(&words, owner.as_deref(), position).filter(|idx| fits(*idx))?;
        }
        if wanted.is_some() {
            // Whoever speaks behind the subject of an earlier sentence is nearer, named or not.
            let is_inside = spoke.is_some_and(|spoke| spoke.is_inside);
            let speaker = speaker.filter(|&(_, at)| at > position && !is_inside);
            let at = speaker.map_or(position, |(_, at)| at);
            if last.unnamed.is_some_and(|unnamed| unnamed > at) {
                return None;
            }
            if let Some((speaker, _)) = speaker.filter(|&(speaker, _)| fits(speaker)) {
                found = speaker;
            }
        }
        if let Some(wanted) = wanted
            && is_somebody_unnamed(paragraphs, mention, wanted, position)
        {
            return None;
        }
        if wanted.is_some() && self.turns_to_other(paragraphs, mention, found) {
            return None;
        }
        // Whoever comes in only now may be meant as well as who spoke in the paragraph before.
        let may_be_other = wanted.is_some() && place >= n_here;
        if may_be_other && self.brought_in(paragraphs, mention).any(|idx| idx != found && fits(idx))
        {
            return None;
        }
        // Whoever was just "she" is not "he".
        let gender = &mut self.entities[found].gender;
        *gender = gender.or(wanted);
        Some(found)
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
        let at = |start| {
            self.positions.partition_point(|&(paragraph, word, _)| (paragraph, word) < start)
        };
        let here = at((mention.paragraph, 0))..at(mention.position());
        let paragraph = paragraphs[mention.paragraph].as_ref();
        let named = self.positions[here].iter().rev().take(MOST_BROUGHT_IN);
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
            let named = self.resolve_name(paragraph, &subject);
            found.extend(named.map(|idx| (idx, (paragraph.number, subject.start))));
        }
        let here = &paragraph.sentences[sentence.saturating_sub(2)..=sentence];
        if self.add_subjects(paragraph, here, mention, pronoun, &mut found)? {
            found.extend(spoke.map(|spoke| (spoke.speakers[0], spoke.position)));
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
    /// Ada Voss. She said".
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
        let Some(sentence) =
            sentence.filter(|sentence| words[sentence.start].is_any(&["it", "that", "this"]))
        else {
            return false;
        };
        let own = &self.entities[found];
        mention::names(paragraph, sentence).any(|name| {
            let (first, last) = (&words[name.words.start], &words[name.words.end - 1]);
            let gender = mention::gender_shown(&words[name.titles..name.words.start]);
            !first.is_inside()
                && (first.has(Tags::GIVEN) || name.titles < name.words.start)
                && Gender::may_agree(own.gender, gender)
                && !own.name.iter().any(|word| word == last.stem())
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
            let subject = phrase::point_of_view(paragraph, sentence)
                .or_else(|| phrase::main_subject(paragraph, sentence));
            let Some(words) = subject else { continue };
            // "The head teacher, Ada Voss, …"
            let words = phrase::name_apposed(paragraph, words.start).unwrap_or(words);
            let subject = Mention::new(paragraph, words);
            if subject.position() >= mention.position() {
                continue;
            }
            // "Her Nobel prize" is a thing, and "Roe's prize" Roe's.
            if is_thing(paragraph, &subject.words) {
                let owner = owner_before(paragraph, &subject.words);
                let owner = owner.filter(|_| matches!(pronoun, "he" | "she"));
                if let Some(Reference::Name { words, gender }) =
                    owner.map(|owner| mention::read(paragraph, &owner))
                {
                    let idx = self.named(&words, gender, subject.position());
                    found.extend(idx.map(|idx| (idx, subject.position())));
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
                Reference::Pronoun(other) => has_pronoun |= other == pronoun,
                _ => {}
            }
        }
        Some(has_pronoun)
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

/// The words of the office, its owner, and where they stand, where the sentence before a pronoun is about somebody by
/// office alone: "The actress had the same illness as Ada Voss. She said".
fn office_in_focus(
    paragraphs: &[Option<TaggedParagraph>],
    mention: &Mention,
) -> Option<(Vec<String>, Option<String>, WordPosition)> {
    let own = paragraphs[mention.paragraph].as_ref()?;
    let (paragraph, sentence) = match own.sentence_of(mention.words.start).checked_sub(1) {
        Some(before) => (own, before),
        None => {
            let previous = paragraphs[mention.paragraph.checked_sub(1)?].as_ref()?;
            (previous, previous.sentences.len().checked_sub(1)?)
        }
    };
    let subject = phrase::main_subject(paragraph, &paragraph.sentences[sentence])?;
    // "Her son, filmmaker Otto Voss, …" says who that is.
    let behind = paragraph.words.get(subject.end..).unwrap_or_default();
    let apposition = behind.iter().skip(1).take(4).take_while(|word| word.is_word());
    let is_named = behind.first().is_some_and(|word| word.text == ",")
        && apposition.into_iter().any(Word::is_name);
    if is_named {
        return None;
    }
    let Reference::Office(words) = mention::read(paragraph, &subject) else { return None };
    Some((words, owner_named(paragraph, &subject), (paragraph.number, subject.start)))
}

/// Whether the first of two words at the head of a sentence may be a verb with its capital from there: "Hosting Roe".
fn may_open_with_verb(paragraph: &TaggedParagraph, name: &Name) -> bool {
    let words = &paragraph.words;
    let Range { start, end } = name.words;
    let first = &words[start];
    end - start == 2
        && name.titles == start
        && !name.is_body
        && (start == 0 || words[start - 1].is_stop())
        && first.ends_with("ing")
        && !first.has(Tags::GIVEN)
}

/// Whether a word of an office may say whose it is: a name that is no country's.
fn is_owner(word: &Word) -> bool {
    word.is_name() && !word.has(Tags::ROLE | Tags::TITLE)
}

/// Whose office a phrase means, by the key of the name: "Roe's lawyer".
fn owner_named(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> Option<String> {
    let words = &paragraph.words[phrase.clone()];
    let owner = words.iter().find(|word| word.is_possessive() && word.is_name())?;
    Some(name_key(owner.stem()))
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

/// Whether a phrase with a name in it means a thing rather than whose name that is.
fn is_thing(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words[phrase.clone()];
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

/// Whether most words of a paragraph begin with a capital.
fn is_title_case(paragraph: &TaggedParagraph) -> bool {
    let words = paragraph.words.iter().filter(|word| word.is_word()).take(40);
    let (capital, all) = words
        .fold((0, 0), |(capital, all), word| (capital + usize::from(word.is_capital()), all + 1));
    // "But Ada Voss disagrees." is a sentence.
    let is_sentence = || {
        let mut words = paragraph.words.iter().rev();
        words.next().is_some_and(Word::is_stop)
            && words.next().is_some_and(|word| word.is_word() && !word.is_capital())
    };
    all > 3 && capital * 10 > all * 7 && !(all < 8 && is_sentence())
}

fn owned(name: &[&str]) -> Vec<String> {
    name.iter().map(|&word| word.to_owned()).collect()
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn gender_of(name: &[&str]) -> Option<Gender> {
    let tags = lexicon::lookup(&name_key(name.first()?)).0;
    if !tags.any(Tags::GIVEN) || tags.any(Tags::MALE) == tags.any(Tags::FEMALE) {
        return None;
    }
    Some(if tags.any(Tags::MALE) { Gender::Male } else { Gender::Female })
}

/// The endings of countries, and of what belongs to them; a word may have none of its own.
const COUNTRY: [&str; 11] = ["", "a", "ia", "y", "e", "o", "ey", "en", "ain", "and", "land"];
const OF_COUNTRY: [&str; 7] = ["an", "ian", "ean", "vian", "ese", "ish", "i"];
/// The endings that make a country of a word that is already of one: "German", "Slovak".
const COUNTRY_BEHIND: [&str; 3] = ["y", "ia", "land"];
/// The shortest that may be left without its ending, in bytes: "Cub-a".
const SHORTEST_COUNTRY: usize = 3;

/// Whether two words name one country: "Russia" and "Russian", not "Austria" and "Australian".
fn same_place(one: &str, other: &str) -> bool {
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
