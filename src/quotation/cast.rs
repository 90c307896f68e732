//! [`Cast`]: everyone whom an article names, where, and in which office.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};

use super::age::age_with;
use super::bodies::{Bodies, Meant};
use super::entity::{Entity, EntityKind, Gender};
use super::lexicon::{self, Tags, lists};
use super::mention::{self, Name, Reference};
use super::name::{self, Likeness, is_initial, likeness, name_key, push_name_key};
use super::office::{self, Owner, is_place, same_place};
use super::unresolved::Mention;
use super::word::{TaggedParagraph, Word, WordPosition, compound_office};

/// Namesakes looked at before a name is taken for a new one.
const MOST_NAMESAKES: usize = 16;

/// In how many paragraphs before a bare surname somebody who is named there may be meant by it.
const PARAGRAPHS_IN_PLAY: usize = 4;

/// How many offices of one noun are looked at, from the beginning or from where one is meant.
const MOST_HOLDERS: usize = 200;

/// How many letters an abbreviation has.
const LETTERS_OF_SHORT_NAMES: RangeInclusive<usize> = 2..=5;

/// The age from which somebody is called "Mr." or "Mrs.".
const GROWN_UP: u8 = 16;

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
    /// Whether the phrase sets its holder apart from whoever had the office so far: "another officer, Otto Roe".
    is_another: bool,
    owner: Option<Owner>,
    holder: EntityIdx,
}

/// An entity's place in [`Cast::entities`].
pub(super) type EntityIdx = usize;

/// The name of a person where it stands: its paragraph, its first word, and who.
pub(super) type NamedPerson = (usize, usize, EntityIdx);

/// Everyone whom one article names, and where.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// In the order in which their full names first occur.
    pub(super) entities: Vec<Entity>,
    /// By the key of their surnames, in the order of first occurrence.
    pub(super) by_surname: BTreeMap<String, Vec<EntityIdx>>,
    /// By the key of their given names.
    by_given: BTreeMap<String, Vec<EntityIdx>>,
    /// Bodies by the key of their names.
    by_body: BTreeMap<String, EntityIdx>,
    /// Names of persons where they stand, in order.
    pub(super) positions: Vec<NamedPerson>,
    /// The paragraph in which each of them is named first.
    pub(super) first_named: Vec<Option<usize>>,
    /// Those whom the article brings in as somebody's kin: "his nephew, Otto Roe".
    kin: BTreeSet<EntityIdx>,
    /// Those who come in as kin of somebody behind where their surname stands alone, which is therefore not theirs.
    later_than_surname: BTreeSet<EntityIdx>,
    /// Where kin of somebody come in by a given name alone, and that, by the key of the surname of whose kin they are: "Ada
    /// Roe left. Her brother Otto said".
    kin_by_given: BTreeMap<String, Vec<(WordPosition, String)>>,
    /// Surnames, by their keys, that stand alone before all who bear them come in as kin, and the gender of who is meant:
    /// "Mr. Roe", his uncle.
    of_elders: BTreeMap<String, Option<Gender>>,
    /// Where each person is named in full first.
    first_in_full: BTreeMap<EntityIdx, WordPosition>,
    /// Where pronouns stand that are resolved to somebody though they may mean another.
    pub(super) doubtful: BTreeSet<WordPosition>,
    /// Offices where they are given to a person, in the order of the text.
    offices: Vec<Office>,
    /// Bodies that the article names, whether they are quoted or not.
    pub(super) bodies: Bodies,
    /// Texts where they are given to whoever wrote them or are brought in, in order: position, noun, and the words for the
    /// owner.
    texts: Vec<(WordPosition, String, Option<Mention>)>,
    /// Bare names that somewhere stand behind a title or an office, by their keys: "President Obama".
    pub(super) titled: BTreeSet<String>,
    /// Those whom the article calls by their surnames alone.
    pub(super) called_by_surname: BTreeSet<EntityIdx>,
    /// By the keys of surnames that stand alone, where each does so first, and whom it means there.
    first_called: BTreeMap<String, (WordPosition, EntityIdx)>,
    /// Where each person is named in full first but in passing: "a law of Ada Voss", "Ada Voss's law".
    first_upright: BTreeMap<EntityIdx, WordPosition>,
    /// Where a surname stands alone first, by its key.
    first_bare: BTreeMap<String, WordPosition>,
    /// Where a word stands alone first that is also the first one of a full name, by its key.
    first_alone: BTreeMap<String, WordPosition>,
    /// Offices, in lower case, by which somebody is addressed who is nowhere named in full: "President Roe". With the name,
    /// where it is one alone, and the office is never more than that: not "former President Roe".
    offices_of_bare_names: BTreeMap<String, Option<String>>,
    /// Offices, in lower case, that stand before a surname alone, whether its bearer is named in full or not.
    offices_of_surnames: BTreeSet<String>,
    /// The first words of firms with "&" in their names, by their keys.
    first_of_firms: BTreeSet<String>,
    /// The offices that stand with bare names, by their keys, each as often as it occurs.
    bare_roles: BTreeMap<String, Vec<String>>,
}

impl Cast {
    /// What other articles are joined by. The rest is asked for while the article itself is read, and would take more
    /// memory than all else of a hundred thousand articles.
    pub(super) fn into_joinable(self) -> Self {
        let Self { entities, by_surname, bodies, .. } = self;
        Self { entities, by_surname, bodies, ..Self::default() }
    }

    /// Reads the names of all paragraphs. Paragraphs in which most words begin with a capital are left out:
    /// a title shows no names.
    pub(super) fn read(paragraphs: &[Option<TaggedParagraph>]) -> Self {
        let mut cast = Cast::default();
        let mut bare: Vec<(&TaggedParagraph, Name)> = Vec::new();
        let mut behind_verbs = Vec::new();
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
        for &(paragraph, word, idx) in &cast.positions {
            cast.first_in_full.entry(idx).or_insert((paragraph, word));
        }
        cast.read_bare_names(bare);
        cast.bodies = Bodies::read(paragraphs.iter().flatten());
        for paragraph in paragraphs.iter().flatten() {
            cast.note_texts(paragraph);
        }
        cast.positions.sort_unstable();
        cast.positions.dedup();
        cast.first_named = vec![None; cast.entities.len()];
        for &(paragraph, _, idx) in &cast.positions {
            cast.first_named[idx].get_or_insert(paragraph);
        }
        cast.offices.sort_unstable();
        cast.note_genders_of_owners(paragraphs);
        cast
    }

    /// Reads the names of one word, behind all full ones.
    fn read_bare_names(&mut self, bare: Vec<(&TaggedParagraph, Name)>) {
        let n_full = self.positions.len();
        let mut surname = String::new();
        for (paragraph, name) in bare {
            surname.clear();
            push_name_key(paragraph.words[name.words.start].stem(), &mut surname);
            if name.titles < name.words.start {
                self.titled.insert(surname.clone());
            }
            let position = (paragraph.number, name.words.start);
            let titles = &paragraph.words[name.titles..name.words.start];
            let gender = mention::gender_shown(titles);
            if self.by_surname.contains_key(&surname) {
                let first = self.first_bare.entry(surname.clone()).or_insert(position);
                *first = position.min(*first);
            }
            self.note_alone(paragraph, &name, &surname);
            self.note_elder(&surname, position, titles);
            self.note_kin_by_given(paragraph, &name, n_full);
            if let Some(idx) = self.known_person(&surname, gender, position, n_full) {
                self.positions.push((paragraph.number, name.words.start, idx));
                self.called_by_surname.insert(idx);
                // "the Voss family" calls nobody so.
                let before = name.titles.checked_sub(1).map(|before| &paragraph.words[before]);
                if !before.is_some_and(|before| before.is("the")) {
                    self.first_called.entry(surname.clone()).or_insert((position, idx));
                }
                self.note_offices(paragraph, &name, idx);
            } else if let Some(office) = office::before(paragraph, &name)
                && office::is_role(paragraph, &office)
            {
                let shown = mention::as_written(&paragraph.words, office);
                self.bare_roles.entry(surname.clone()).or_default().push(shown);
            }
        }
    }

    /// Notes the texts of a paragraph: whose they are, and those that come in.
    fn note_texts(&mut self, paragraph: &TaggedParagraph) {
        let texts = mention::texts_with_owner(paragraph).map(|(at, owner)| {
            let noun = paragraph.words[at].lower().into_owned();
            ((paragraph.number, at), noun, Some(Mention::new(paragraph, owner)))
        });
        let new = mention::new_texts(paragraph)
            .map(|at| ((paragraph.number, at), paragraph.words[at].lower().into_owned(), None));
        let mut here: Vec<_> = texts.chain(new).collect();
        here.sort_by_key(|(at, _, owner)| (*at, owner.is_none()));
        here.dedup_by_key(|(at, _, _)| *at);
        self.texts.extend(here);
    }

    /// Notes the gender of whom a sentence calls "he", "she", "his" or "her": with its first word, where the sentence
    /// before it names one person alone, or behind the only one that it names itself; and nobody else can be meant.
    /// "Ada Voss left. Her mother", "Ada Voss hugged her mother".
    fn note_genders_of_owners(&mut self, paragraphs: &[Option<TaggedParagraph>]) {
        let mut before: Option<(&TaggedParagraph, Range<usize>)> = None;
        for paragraph in paragraphs.iter().flatten() {
            for sentence in &paragraph.sentences {
                let first = &paragraph.words[sentence.start];
                let shown = if first.is_any(&["his", "he"]) {
                    Some(Gender::Male)
                } else if first.is_any(&["her", "she"]) {
                    Some(Gender::Female)
                } else {
                    None
                };
                if let Some((at, gender)) = owner_of_kin(paragraph, sentence) {
                    self.note_gender_of_owner(paragraph, sentence.start..at, gender);
                }
                if let Some(gender) = shown
                    && !first.is_inside()
                    && let Some((last, words)) = before.take()
                    && last.number + 1 >= paragraph.number
                {
                    self.note_gender_of_owner(last, words, gender);
                }
                before = Some((paragraph, sentence.clone()));
            }
        }
    }

    /// The names of persons before a position.
    pub(super) fn named_before(&self, position: WordPosition) -> &[NamedPerson] {
        let is_before = |&(paragraph, word, _): &NamedPerson| (paragraph, word) < position;
        &self.positions[..self.positions.partition_point(is_before)]
    }

    /// The names of persons between two positions.
    pub(super) fn named_between(&self, positions: Range<WordPosition>) -> &[NamedPerson] {
        let from = self.named_before(positions.start).len();
        self.named_before(positions.end).get(from..).unwrap_or_default()
    }

    /// The names of persons in a stretch of a paragraph.
    pub(super) fn named_in(
        &self,
        paragraph: &TaggedParagraph,
        words: Range<usize>,
    ) -> &[NamedPerson] {
        self.named_between((paragraph.number, words.start)..(paragraph.number, words.end))
    }

    /// As [`Cast::note_genders_of_owners`], of the only person whom `words` name.
    fn note_gender_of_owner(
        &mut self,
        paragraph: &TaggedParagraph,
        words: Range<usize>,
        gender: Gender,
    ) {
        let number = paragraph.number;
        let here = self.named_in(paragraph, words.clone());
        let around = self.named_between((number.saturating_sub(2), 0)..(number, words.end));
        let Some(&(_, _, one)) = here.first() else { return };
        let is_rival = |&(_, _, other): &NamedPerson| {
            other != one && Gender::may_agree(self.entities[other].gender, Some(gender))
        };
        let is_other_person = |word: &Word| {
            word.has(Tags::ROLE | Tags::PEOPLE) && !word.is_capital()
                || word.has(Tags::PRONOUN) && word.has(Tags::MALE | Tags::FEMALE)
        };
        let is_alone = !around.iter().any(is_rival)
            && here.iter().all(|&(_, _, other)| other == one)
            && !paragraph.words[words].iter().any(is_other_person);
        if is_alone {
            self.entities[one].gender.get_or_insert(gender);
        }
    }

    /// Notes a word that stands alone as a name does, by its key, with the titles before it.
    fn note_alone(&mut self, paragraph: &TaggedParagraph, name: &Name, key: &str) {
        if self.by_given.contains_key(key) {
            let position = (paragraph.number, name.words.start);
            self.first_alone.entry(key.to_owned()).or_insert(position);
        }
        let words = &paragraph.words;
        let titles = words[name.titles..name.words.start].iter();
        let offices = titles.filter(|title| title.has(Tags::ROLE));
        let offices: Vec<String> = offices.map(|title| title.lower().into_owned()).collect();
        self.offices_of_surnames.extend(offices.iter().cloned());
        if self.by_surname.contains_key(key) {
            return;
        }
        let is_plain = name.titles + 1 == name.words.start
            && name.titles.checked_sub(1).is_none_or(|before| !office::describes(&words[before]));
        for office in offices {
            let named = is_plain.then(|| words[name.words.start].stem().to_owned());
            let holder = self.offices_of_bare_names.entry(office);
            let holder = holder.or_insert_with(|| named.clone());
            if *holder != named {
                *holder = None;
            }
        }
    }

    /// Whether an office stands before a surname alone: "President Roe".
    pub(super) fn is_address(&self, office: &str) -> bool {
        self.offices_of_surnames.contains(office)
    }

    /// The bare name of who alone is addressed by an office that nobody else has: "Roe" of "President Roe", for "the
    /// president".
    pub(super) fn addressed_by(&self, office: &str) -> Option<&str> {
        let name = self.offices_of_bare_names.get(office)?.as_deref()?;
        // The president is not Norland's, where one is addressed without a country.
        let mut held = self.offices.iter().filter(|held| held.name == office);
        held.all(is_placed).then_some(name)
    }

    /// Notes a surname that stands alone where nobody has come in who bears it but, later on, as somebody's kin, or behind an
    /// office as women who have none: "President Roe", before Ada Roe.
    fn note_elder(&mut self, surname: &str, position: WordPosition, titles: &[Word]) {
        let Some(namesakes) = self.by_surname.get(surname) else { return };
        let has_office = titles.iter().any(|title| title.has(Tags::ROLE));
        let gender = mention::gender_shown(titles);
        // "Mr. Roe won. … Otto Roe Jr. was glad."
        let is_addressed = !titles.is_empty();
        let is_other = |idx: &EntityIdx| {
            let entity = &self.entities[*idx];
            let may_be_son = name::is_junior(&entity.name) && entity.roles.is_empty();
            self.kin.contains(idx)
                || is_addressed && may_be_son
                || has_office && entity.gender == Some(Gender::Female) && entity.roles.is_empty()
        };
        let comes_later = |idx: &EntityIdx| {
            is_other(idx) && self.first_in_full.get(idx).is_some_and(|at| *at > position)
        };
        let may_be = |idx: &&EntityIdx| Gender::may_agree(self.entities[**idx].gender, gender);
        let fitting = || namesakes.iter().take(MOST_NAMESAKES).filter(may_be);
        let later: Vec<EntityIdx> = fitting().copied().filter(comes_later).collect();
        if !later.is_empty() && later.len() == fitting().count() {
            let elder = self.of_elders.entry(surname.to_owned()).or_default();
            *elder = elder.or(gender);
        }
        self.later_than_surname.extend(later);
    }

    /// Notes a bare given name with which somebody comes in as kin of whoever is named in full before it.
    fn note_kin_by_given(&mut self, paragraph: &TaggedParagraph, name: &Name, n_full: usize) {
        let given = &paragraph.words[name.words.start];
        if !given.has(Tags::GIVEN) || !office::is_kin_of_another(paragraph, name) {
            return;
        }
        let position = (paragraph.number, name.words.start);
        let before = self.positions[..n_full]
            .partition_point(|&(paragraph, word, _)| (paragraph, word) < position);
        let Some(&(number, _, owner)) = self.positions[..before].last() else { return };
        if number + 1 >= paragraph.number {
            let surname = name_key(name::surname(&self.entities[owner].name));
            let kin = self.kin_by_given.entry(surname).or_default();
            kin.push((position, name_key(given.stem())));
        }
    }

    /// Whether a bare surname may mean kin of `one` who spoke by a given name, where `one` has not: "Ada Voss was killed. Her
    /// brother Otto said it was late. Voss said".
    pub(super) fn may_be_kin(
        &self,
        name: &[&str],
        gender: Option<Gender>,
        one: EntityIdx,
        position: WordPosition,
    ) -> bool {
        let [only] = name else { return false };
        let key = name_key(only);
        let entity = &self.entities[one];
        if entity.has_spoken || name_key(name::surname(&entity.name)) != key {
            return false;
        }
        let kin = self.kin_by_given.get(&key).into_iter().flatten();
        let has_spoken = |idx: &EntityIdx| {
            let entity = &self.entities[*idx];
            entity.has_spoken && Gender::may_agree(entity.gender, gender)
        };
        kin.take(MOST_NAMESAKES).filter(|(at, _)| *at < position).any(|(_, given)| {
            let called = self.by_surname.get(given).into_iter().flatten();
            called.take(MOST_NAMESAKES).any(has_spoken)
        })
    }

    /// Who goes on being called by a surname alone though kin of theirs have come in by it, or others in passing: whoever has
    /// been called so before, and has spoken, as none of the others has. They go by their given or full names then: "Roe said
    /// …. Roe's mother, Ada Roe, …. Roe said". Nobody in a paragraph that names one of the kin before, who may be meant there.
    pub(super) fn owner_of_surname(
        &self,
        name: &[&str],
        gender: Option<Gender>,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let [only] = name else { return None };
        let key = name_key(only);
        let (first, owner) = *self.first_called.get(&key)?;
        let entity = &self.entities[owner];
        let namesakes = self.by_surname.get(&key)?;
        let mut others = namesakes.iter().filter(|idx| **idx != owner);
        let is_owner = first < position
            && entity.has_spoken
            && Gender::may_agree(entity.gender, gender)
            && namesakes.len() <= MOST_NAMESAKES
            && !self.kin.contains(&owner)
            && others.all(|idx| {
                let is_aside = self.kin.contains(idx) || self.is_named_in_passing(*idx, position);
                is_aside && !self.entities[*idx].has_spoken
            });
        let here = self.named_between((position.0, 0)..position);
        let is_kin_here = here.iter().any(|(_, _, idx)| {
            *idx != owner && namesakes.contains(idx) && !self.is_named_in_passing(*idx, position)
        });
        (is_owner && !is_kin_here).then_some(owner)
    }

    /// Whether the text up to a position names somebody in passing alone.
    fn is_named_in_passing(&self, idx: EntityIdx, position: WordPosition) -> bool {
        self.first_upright.get(&idx).is_none_or(|first| *first > position)
    }

    /// The only one of a surname who is of the gender that the clause behind it shows ("Roe said she was late"), and has
    /// spoken, as none of the others has.
    pub(super) fn owner_by_gender(
        &self,
        name: &[&str],
        gender: Gender,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let [only] = name else { return None };
        let namesakes = self.by_surname.get(&name_key(only))?;
        if namesakes.len() > MOST_NAMESAKES {
            return None;
        }
        let is_introduced =
            |idx: &&EntityIdx| self.first_in_full.get(idx).is_some_and(|first| *first < position);
        let mut known = namesakes.iter().filter(is_introduced);
        let mut of_gender = known
            .clone()
            .filter(|idx| Gender::may_agree(self.entities[**idx].gender, Some(gender)));
        let one = of_gender.next().copied().filter(|_| of_gender.next().is_none())?;
        let is_shown = self.entities[one].gender == Some(gender) && self.entities[one].has_spoken;
        let others_are_silent = known.all(|idx| *idx == one || !self.entities[*idx].has_spoken);
        (is_shown && others_are_silent).then_some(one)
    }

    /// Whether a surname is that of an elder who is only called by it.
    fn is_of_elder(&self, surname: &str, gender: Option<Gender>) -> bool {
        self.of_elders.get(surname).is_some_and(|elder| Gender::may_agree(*elder, gender))
    }

    fn read_full_name(&mut self, paragraph: &TaggedParagraph, name: &Name) {
        let words = &paragraph.words[name.words.clone()];
        if words.iter().any(|word| word.text == "&") {
            self.first_of_firms.insert(name_key(words[0].stem()));
        }
        if name.words.len() > 5
            || words.iter().any(|word| word.has(Tags::BODY | Tags::TIME))
            || mention::is_no_person(&paragraph.words, name)
            || mention::is_shouted(&paragraph.words, name)
            || mention::is_office(&paragraph.words, name)
        {
            return;
        }
        if self.is_nickname(words) {
            return;
        }
        let words = mention::name_words(paragraph, &name.words);
        if let Some(given) = shares_surname(paragraph, name)
            && let [_, surname] = *words
        {
            let idx = self.person(&[paragraph.words[given].text, surname]);
            self.positions.push((paragraph.number, given, idx));
        }
        let n_entities = self.entities.len();
        let idx = self.by_whole_surname(&words).unwrap_or_else(|| self.person(&words));
        if idx == n_entities && office::is_kin_of_another(paragraph, name) {
            self.kin.insert(idx);
        }
        self.positions.push((paragraph.number, name.words.start, idx));
        if !is_in_passing(paragraph, name) {
            let position = (paragraph.number, name.words.start);
            let first = self.first_upright.entry(idx).or_insert(position);
            *first = position.min(*first);
        }
        self.note_offices(paragraph, name, idx);
        let entity = &mut self.entities[idx];
        entity.age = entity.age.or_else(|| age_with(&paragraph.words, &name.words));
    }

    /// Whether a name in marks is how somebody is called who has its surname: "Jim Roe, nicknamed “Mad Dog Roe”".
    fn is_nickname(&self, name: &[Word]) -> bool {
        let [first, .., last] = name else { return false };
        first.is_inside()
            && !first.has(Tags::GIVEN | Tags::TITLE)
            && !last.has(Tags::PLACE | Tags::PEOPLE | Tags::BODY)
            && self.by_surname.contains_key(&name_key(last.stem()))
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
            age: None,
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
    pub(super) fn known_person(
        &self,
        surname: &str,
        gender: Option<Gender>,
        position: WordPosition,
        n_positions: usize,
    ) -> Option<EntityIdx> {
        let idx = self.likely_person(surname, gender, position, n_positions)?;
        if let Some(one) = self.called_by_given(surname, gender, position)
            && self.first_in_full.get(&idx).is_some_and(|first| *first > position)
        {
            return Some(one);
        }
        let is_other = self.is_of_elder(surname, gender) || self.later_than_surname.contains(&idx);
        (!is_other).then_some(idx)
    }

    /// The only person who has come in before `position` with this word for the first of their name: "Dar" is Dar Voss as
    /// long as no Otto Roe Dar is told of.
    fn called_by_given(
        &self,
        word: &str,
        gender: Option<Gender>,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let namesakes = self.by_given.get(word)?;
        let is_told_of = |idx: &EntityIdx| {
            let entity = &self.entities[*idx];
            let is_person = name::is_given(&entity.name[0]) || !entity.roles.is_empty();
            self.first_in_full.get(idx).is_some_and(|first| *first < position)
                && is_person
                && Gender::may_agree(entity.gender, gender)
        };
        let mut told_of = namesakes.iter().take(MOST_NAMESAKES).copied().filter(is_told_of);
        told_of.next().filter(|_| told_of.next().is_none())
    }

    /// As [`Cast::known_person`], be it that the surname stood alone before that person came in.
    fn likely_person(
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
            let entity = &self.entities[*idx];
            let is_child = entity.age.is_some_and(|age| age < GROWN_UP);
            Gender::may_agree(entity.gender, gender)
                && !(has_senior && is_junior(*idx))
                && (gender.is_none() || !is_child)
        };
        let positions = &self.positions[..n_positions];
        let before =
            positions.partition_point(|&(paragraph, word, _)| (paragraph, word) < position);
        let just_before = || named_just_before(&positions[..before], namesakes, position);
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
        if let Some(only) = self.only_introduced(surname, first_ones().filter(fits), position) {
            return Some(only);
        }
        let mut named = just_before().filter(|(_, _, idx)| fits(idx));
        let (last, _, idx) = named.next()?;
        // Who was "Roe" before another Roe came in may go on being called so.
        let first = self.first_called.get(surname);
        if first.is_some_and(|(at, first)| *at < position && first != idx && fits(first)) {
            return None;
        }
        // Where another was in play just before, only the paragraph that names one of them settles whom it means, unless
        // that one has been called so before.
        let is_settled = first.is_some_and(|(at, first)| *at < position && first == idx);
        let in_play = positions[..before]
            .iter()
            .rev()
            .take_while(|(paragraph, _, _)| paragraph + PARAGRAPHS_IN_PLAY >= position.0)
            .take(200);
        let name = &self.entities[*idx].name;
        let mut rivals = in_play.filter(|(_, _, other)| {
            is_namesake(other)
                && other != idx
                && fits(other)
                && name::are_two(name, &self.entities[*other].name)
        });
        if *last < position.0 && !is_settled && rivals.next().is_some() {
            return None;
        }
        // Of two side by side ("Ada Voss and her husband Otto Voss") it may be either.
        let mut beside = named.take_while(|(paragraph, _, _)| paragraph == last);
        beside.all(|(_, _, other)| other == idx).then_some(*idx)
    }

    /// The only one of some namesakes whom the text has named in full before `position`, where it does so before their surname
    /// stands alone: whoever reads on knows of no other yet.
    fn only_introduced(
        &self,
        surname: &str,
        namesakes: impl Iterator<Item = EntityIdx>,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let introduced = |idx: &EntityIdx| self.first_in_full.get(idx).copied();
        // "Otto Voss, with his wife Ada Voss, left. Voss said"
        let is_aside =
            |idx: &EntityIdx| self.kin.contains(idx) && self.is_named_in_passing(*idx, position);
        let mut known = namesakes
            .filter(|idx| introduced(idx).is_some_and(|at| at < position) && !is_aside(idx));
        let only = known.next().filter(|_| known.next().is_none())?;
        let alone = self.first_bare.get(surname);
        // "Bull Sharks"
        let given = name_key(&self.entities[only].name[0]);
        let may_be_plural = surname.ends_with('s') && !lexicon::lookup(&given).0.any(Tags::GIVEN);
        (alone.is_some_and(|alone| Some(*alone) > introduced(&only)) && !may_be_plural)
            .then_some(only)
    }

    /// Whether a person's full name first comes in a paragraph behind `position`.
    pub(super) fn is_named_only_behind(&self, idx: EntityIdx, position: WordPosition) -> bool {
        self.first_in_full.get(&idx).is_some_and(|first| first.0 > position.0)
    }

    /// Notes the offices that stand with a name, before it or behind it, and the gender that they show.
    fn note_offices(&mut self, paragraph: &TaggedParagraph, name: &Name, idx: EntityIdx) {
        let words = &paragraph.words;
        let titles = &words[name.titles..name.words.start];
        self.note_gender(idx, titles);
        let seat = office::seat_behind(paragraph, name);
        self.note_offices_of_titles(titles, &seat, (paragraph.number, name.words.start), idx);
        if let Some(before) = office::before(paragraph, name) {
            self.note_gender(idx, &words[before.clone()]);
            self.add_office(paragraph, name, before, &seat, idx);
        }
        if let Some(apposition) = office::behind(paragraph, name) {
            let head = office::head(paragraph, &apposition);
            self.add_office(paragraph, name, apposition, &[], idx);
            self.note_gender(idx, &words[head]);
        }
    }

    /// Notes the offices of which titles are the abbreviations, with their `seat`: "Missouri Sen. Ada Voss", "Sen. Ada Voss of
    /// Missouri".
    fn note_offices_of_titles(
        &mut self,
        titles: &[Word],
        seat: &[String],
        position: WordPosition,
        holder: EntityIdx,
    ) {
        let before = titles.iter().take_while(|word| !word.has(Tags::TITLE));
        let mut seat = seat.to_vec();
        seat.extend(before.map(|word| word.lower().into_owned()).filter(|word| is_place(word)));
        for title in titles.iter().filter(|title| title.has(Tags::TITLE)) {
            let title = title.text.trim_end_matches('.');
            let offices = lists::OFFICES_OF_TITLES.iter();
            let offices = offices.filter(|(short, _)| title.eq_ignore_ascii_case(short));
            for &office in offices.flat_map(|(_, offices)| *offices) {
                let name = office.to_owned();
                let words = seat.iter().cloned().chain([name.clone()]).collect();
                self.offices.push(Office {
                    position,
                    words,
                    name,
                    is_owned: false,
                    is_another: false,
                    owner: None,
                    holder,
                });
            }
        }
    }

    /// Takes over the gender of the first word that shows one; given names were looked at before.
    fn note_gender(&mut self, idx: EntityIdx, words: &[Word]) {
        let gender = &mut self.entities[idx].gender;
        *gender = gender.or(mention::gender_shown(words));
    }

    /// Notes that the phrase `words` gives an office to the person of this name, with its `seat` where that stands
    /// elsewhere.
    fn add_office(
        &mut self,
        paragraph: &TaggedParagraph,
        name: &Name,
        words: Range<usize>,
        seat: &[String],
        idx: EntityIdx,
    ) {
        let phrase = &paragraph.words[words.clone()];
        let owner = words.start.checked_sub(1).map(|before| &paragraph.words[before]);
        let is_another = owner.is_some_and(|word| word.is("another"));
        let owner = owner.filter(|word| word.is_possessive());
        let possessor = owner.map(|word| Owner {
            key: name_key(word.stem()),
            is_name: word.is_name(),
            may_be_untold: false,
        });
        let owner_shown = possessor.or_else(|| office::owner(&paragraph.words, &words));
        let owner_shown = owner_shown.or_else(|| office::owner_behind(paragraph, name));
        let is_owned = owner.is_some() || phrase.iter().any(is_owner);
        let mut all: Vec<String> = phrase.iter().map(|word| word.lower().into_owned()).collect();
        all.extend(owner.map(|word| name_key(word.stem())));
        all.extend_from_slice(seat);
        // "the son of a coach" is no coach.
        let head = office::head(paragraph, &words);
        for word in paragraph.words[head].iter().filter(|word| word.has(Tags::ROLE)) {
            self.offices.push(Office {
                position: (paragraph.number, name.words.start),
                name: word.lower().into_owned(),
                words: all.clone(),
                is_owned,
                is_another,
                owner: owner_shown.clone(),
                holder: idx,
            });
        }
        if office::is_role(paragraph, &words) {
            self.entities[idx].roles.push(mention::as_written(&paragraph.words, words));
        }
    }

    /// The body that a phrase at `position` means; nobody where it is one of several.
    pub(super) fn body_meant(
        &mut self,
        name: &str,
        is_nameless: bool,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        if let Some(full) = self.bodies.of_short_form(name) {
            let full = full.to_owned();
            return Some(self.body_spelt(&full, name));
        }
        // "St John", of Jo St John.
        if let Some(idx) = self.by_whole_surname(&name.split(' ').collect::<Vec<_>>()) {
            return Some(idx);
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

    /// Whose words a text at `position` has: unless it is new, of whoever is said to have written one of that noun
    /// before, else its own.
    pub(super) fn text(
        &mut self,
        paragraphs: &[Option<TaggedParagraph>],
        noun: &str,
        is_new: bool,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let before = self.texts.partition_point(|(at, _, _)| *at < position);
        let owner = self.texts[..before].iter().rev().take(200).find(|(_, other, _)| other == noun);
        let owner = owner.filter(|_| !is_new);
        let Some((_, _, Some(owner))) = owner else { return Some(self.known_body(noun, true)) };
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
            age: None,
            body: None,
            roles: Vec::new(),
        });
        idx
    }

    /// Whom a name means; nobody where all of that name are of another gender than its title shows: "Mr. Roe" is
    /// not Ada Roe.
    pub(super) fn named(
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
        if self.is_surname(&folded, gender) {
            return self.known_person(&folded, gender, position, self.positions.len());
        }
        let is_place = lexicon::lookup(&only.to_lowercase()).0.any(Tags::PLACE | Tags::BODY);
        let is_given = lexicon::lookup(&folded).0.any(Tags::GIVEN);
        // "Anna Smith", then "Anna"; or the family name comes first: "Bo Lun", then "Bo". Of several nobody.
        if let Some(namesakes) = self.by_given.get(&folded)
            && (is_given || !is_place)
        {
            let fits = |idx: &EntityIdx| Gender::may_agree(self.entities[*idx].gender, gender);
            // "Otto Jr." is always called that.
            let is_senior = |idx: &&EntityIdx| !name::is_junior(&self.entities[**idx].name);
            let namesakes: Vec<EntityIdx> =
                namesakes.iter().take(MOST_NAMESAKES).filter(is_senior).copied().collect();
            // "Acme" that stood alone before "Acme Watch Series" is more than that, but "his wife Fran" may be Fran
            // Voss.
            let is_firm = |idx: &EntityIdx| {
                let alone = self.first_alone.get(&folded);
                // "Acme Asia"
                let full = &self.entities[*idx].name;
                let is_arm = lexicon::lookup(&name_key(&full[full.len() - 1])).0.any(Tags::PLACE);
                let is_long = full.len() > 2 || is_arm || !only.contains(char::is_lowercase);
                let is_long = is_long || self.first_of_firms.contains(&folded);
                !is_given
                    && is_long
                    && alone.is_some_and(|alone| self.first_in_full.get(idx) > Some(alone))
            };
            if let [only] = namesakes[..]
                && !is_firm(&only)
            {
                return Some(only).filter(fits);
            }
            if !namesakes.iter().any(is_firm) {
                return None;
            }
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

    /// Whether an office of this noun is given to somebody between two positions.
    pub(super) fn is_office_given(
        &self,
        noun: Option<&String>,
        from: WordPosition,
        to: WordPosition,
    ) -> bool {
        let from = self.offices.partition_point(|office| office.position < from);
        let between = self.offices[from..].iter().take_while(|office| office.position < to);
        between.take(MOST_HOLDERS).any(|office| Some(&office.name) == noun)
    }

    /// Whether a person is meant, so far as the article shows.
    pub(super) fn is_person(&self, idx: EntityIdx) -> bool {
        let entity = &self.entities[idx];
        entity.kind == EntityKind::Person || entity.gender.is_some() || !entity.roles.is_empty()
    }

    /// Whether somebody has that surname, by its key: not only "Otto Jr.", who is told apart by what he is called.
    fn is_surname(&self, key: &str, gender: Option<Gender>) -> bool {
        let is_junior_by_given = |idx: &EntityIdx| {
            let name = &self.entities[*idx].name;
            name.len() == 2 && name::is_junior(name)
        };
        let namesakes = self.by_surname.get(key);
        let is_some = namesakes.is_some_and(|all| !all.iter().all(is_junior_by_given));
        is_some && !self.is_of_elder(key, gender)
    }

    /// The person last named with this office, and with its `owner` where the words name one ("Roe's lawyer"); of a
    /// later one, where the article gives it to nobody else.
    pub(super) fn office(
        &self,
        words: &[String],
        owner: Option<&Owner>,
        position: WordPosition,
    ) -> Option<EntityIdx> {
        let is_role = |word: &&String| {
            lexicon::lookup(word).0.any(Tags::ROLE) || compound_office(word).is_some()
        };
        let name = words.iter().rev().find(is_role)?;
        // "the Ukrainian ambassador" is not the Russian one, and the health secretary not his shadow.
        let places: Vec<&String> = words.iter().filter(|word| is_place(word)).collect();
        let has = |office: &Office, place: &String| {
            office.words.iter().any(|word| same_place(word, place))
        };
        let is_other = |office: &Office| is_set_apart(office, words);
        // "Roe's lawyer" is not Smith's, nor the firm's the widow's.
        let is_owners = |office: &Office| {
            owner.is_none_or(|owner| {
                let is_same = |word: &String| *word == owner.key || same_place(word, &owner.key);
                let is_said =
                    office.words.iter().any(is_same) || has_initials(&office.words, &owner.key);
                let may_be = office.owner.as_ref().is_none_or(|other| {
                    let is_nameless = lists::BODIES_WITHOUT_NAMES.contains(&&*owner.key);
                    owner.is_name != other.is_name && !(other.is_name && is_nameless)
                });
                is_said || may_be && !owner.is_name || owner.may_be_untold && !office.is_owned
            })
        };
        let held: Vec<&Office> =
            self.offices.iter().filter(|office| office.name == *name).take(MOST_HOLDERS).collect();
        let is_bare = owner.is_none() && places.is_empty() && words.len() == 1;
        if is_bare && self.addressed_by(name).is_some() {
            return None;
        }
        // Where the office is given to one person alone, and never with a place, that is the one.
        if let [first, others @ ..] = &*held
            && !held
                .iter()
                .any(|office| is_placed(office) || is_other(office) || !is_owners(office))
            && !(first.is_another && first.position > position)
            && !(first.is_owned && self.offices_of_bare_names.contains_key(name))
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
            let is_addressed = self.offices_of_bare_names.contains_key(name);
            if is_bare && office.is_owned && (is_addressed || before.clone().any(has_rival)) {
                return None;
            }
            // Of two named side by side it may be either.
            let mut beside = before.take_while(|other| other.position.0 == office.position.0);
            return beside.all(|other| other.holder == office.holder).then_some(office.holder);
        }
        let later = self.offices[split..].iter().take(MOST_HOLDERS).filter(fits);
        let mut later = later.filter(|office| !office.is_another);
        let holder = later.next()?.holder;
        later.all(|office| office.holder == holder).then_some(holder)
    }
}

/// Whether an office is given with where it is held: "the Norland president".
fn is_placed(office: &Office) -> bool {
    office.words.iter().any(|word| is_place(word))
}

/// The given name that stands before "and" and a full name, whose surname is that of both: "Ada and Otto Roe".
fn shares_surname(paragraph: &TaggedParagraph, name: &Name) -> Option<usize> {
    let words = &paragraph.words;
    let given = name.words.start.checked_sub(2)?;
    let is_given = |at: usize| {
        words[at].is_name()
            && words[at].has(Tags::GIVEN)
            && !words[at].has(Tags::PLACE | Tags::TIME)
    };
    let is_alone = given == 0 || !words[given - 1].is_name() && words[given - 1].text != ",";
    (name.titles == name.words.start
        && words[given + 1].is("and")
        && is_given(given)
        && is_given(name.words.start)
        && is_alone
        && !words[given].is_possessive()
        && !words[given].is_inside())
    .then_some(given)
}

/// Whether an office is another than the one that `words` mean: the vice president is not the president, be it that the
/// article names one or not.
fn is_set_apart(office: &Office, words: &[String]) -> bool {
    let sets_apart = |word: &&String| lists::SET_OFFICES_APART.contains(&word.as_str());
    // Who is called "the former governor" may have been "Governor Voss" before, but not "the Velmar governor".
    let is_past = |word: &String| matches!(word.as_str(), "former" | "ex") && !office.is_owned;
    // "the budget director" is not the policy director.
    let is_field = |word: &&String| !is_place(word) && **word != office.name;
    let is_of_field = lists::OFFICES_OF_FIELDS.contains(&office.name.as_str());
    let has_field = |words: &[String]| words.iter().any(|word| is_field(&word));
    let is_of_other_field = is_of_field
        && has_field(&office.words)
        && has_field(words)
        && !office.words.iter().filter(is_field).any(|word| words.contains(word));
    is_of_other_field
        || office.words.iter().filter(sets_apart).any(|word| !words.contains(word))
        || words
            .iter()
            .filter(sets_apart)
            .any(|word| !is_past(word) && !office.words.contains(word))
}

/// Whether an abbreviation is of letters with which words begin: "fda", of "the Food and Drug Administration".
fn has_initials(words: &[String], short: &str) -> bool {
    let mut initials = words.iter().filter_map(|word| word.chars().next());
    LETTERS_OF_SHORT_NAMES.contains(&short.len()) && short.chars().all(|c| initials.any(|i| i == c))
}

/// Where within a sentence "his" or "her" stands before what somebody is to another, and the gender that this shows of
/// whom the words before it name: "Ada Voss hugged her mother".
fn owner_of_kin(paragraph: &TaggedParagraph, sentence: &Range<usize>) -> Option<(usize, Gender)> {
    let words = &paragraph.words;
    let is_owner = |word: &Word| word.has(Tags::DETERMINER) && word.is_any(&["his", "her"]);
    let at = sentence.clone().skip(1).find(|&at| is_owner(&words[at]))?;
    let is_kin = words[at + 1..sentence.end]
        .iter()
        .take(2)
        .any(|word| lists::TIES.contains(&&*word.lower()) && !word.is_capital());
    let is_before_marks = !words[sentence.start..=at].iter().any(Word::is_mark);
    let gender = if words[at].is("his") { Gender::Male } else { Gender::Female };
    (is_kin && is_before_marks).then_some((at, gender))
}

/// Where some namesakes are named not long before a position, the last first; all names before it are given.
fn named_just_before<'c>(
    before: &'c [NamedPerson],
    namesakes: &'c [EntityIdx],
    position: WordPosition,
) -> impl Iterator<Item = &'c NamedPerson> {
    before
        .iter()
        .rev()
        .take_while(move |(paragraph, _, _)| paragraph + 1 >= position.0)
        .take(200)
        .filter(|(_, _, idx)| namesakes.binary_search(idx).is_ok())
}

/// Whether a name stands where what it names is told of something else: "a law of Ada Voss", "Ada Voss's law". Whoever speaks
/// or does something is told of otherwise.
fn is_in_passing(paragraph: &TaggedParagraph, name: &Name) -> bool {
    let words = &paragraph.words;
    // "with his wife, Ada Voss"
    let is_of_phrase = |word: &Word| {
        word.text == ","
            || word.has(Tags::DETERMINER)
            || word.is_possessive()
            || lists::KIN.contains(&word.text)
    };
    let mut before = words[..name.titles].iter().rev();
    let first = before.clone().next();
    let is_kin = office::is_kin_of_another(paragraph, name);
    let before = if is_kin { before.find(|word| !is_of_phrase(word)) } else { first };
    words[name.words.end - 1].is_possessive()
        || before.is_some_and(|before| {
            before.has(Tags::PREPOSITION)
                && (is_kin || !before.is_any(&["by", "from", "to", "with"]))
        })
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
