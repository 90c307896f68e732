//! Cross-document coreference: [`Directory`] merges the entities of all articles into the dossier's
//! speakers.
//!
//! The publisher's names come first, full names next, bare names last, so that the order of articles
//! does not decide who is merged with whom.
//!
//! A body that articles describe but never name ("the company") is one body within an article, and may
//! be another in the next: where several articles quote one, it is no speaker, unless the publisher
//! says who it is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::editorial::Editorial;
use super::entity::{Entity, EntityKind, Gender};
use super::lexicon::lists;
use super::model::{AgesOfOne, MergeReason, MergeSuggestion, Nameless, Speaker, SpeakerId};
use super::name::{
    Likeness, body_key, generation, is_given, is_junior, likeness, name_key, same_word, surname,
};
use super::office::same_place;
use crate::article::ArticleId;
use crate::slug::{Slugs, slug};

/// Speakers compared with a new name before it counts as new.
const MOST_COMPARED: usize = 64;

/// Years by which the ages of one person may differ: a birthday, and what an outlet has from an older report.
const MOST_YEARS_APART: i32 = 3;

/// A speaker's place in a directory that is not yet in order.
pub(super) type DraftIdx = usize;

/// A speaker being put together.
#[derive(Debug, Default)]
struct SpeakerDraft {
    /// The publisher's name.
    given: Option<String>,
    kind: Option<EntityKind>,
    /// As the first article to do so shows it.
    gender: Option<Gender>,
    /// In articles with and without a date.
    ages: [Vec<StatedAge>; 2],
    /// How many articles say which one it is, less those that only say what it is.
    named: i32,
    /// Every spelling with the number of quotations under it.
    spellings: BTreeMap<String, usize>,
    /// Whether the publisher says that it is nobody who speaks.
    is_hidden: bool,
    /// Whether it is no more than a surname, which several persons have.
    is_one_of_several: bool,
    /// The publisher's roles.
    given_roles: Option<Vec<String>>,
    /// The articles' roles, by the key of their text: as written, and how often.
    roles: BTreeMap<String, (String, usize)>,
    quotations: usize,
    /// The articles with these quotations.
    articles: BTreeSet<ArticleId>,
}

/// How old an article says that somebody is.
#[derive(Debug, Clone, Copy)]
struct StatedAge {
    article: ArticleId,
    age: u8,
    /// The year of birth; where the article has no date, as if it were of the year 0.
    born: i32,
}

/// All speakers, while they are being joined.
#[derive(Debug, Default)]
pub(super) struct Directory {
    drafts: Vec<SpeakerDraft>,
    /// By the key ([`name_key`]) of a name or alias.
    by_name: BTreeMap<String, DraftIdx>,
    /// By the key of an alias that the publisher gives, with that as it is written.
    by_alias: BTreeMap<String, (DraftIdx, String)>,
    /// Persons by the keys of their surnames and of their given names.
    by_part: BTreeMap<String, Vec<(Vec<String>, DraftIdx)>>,
    /// Bodies by the words of their names.
    by_words: BTreeMap<Vec<String>, DraftIdx>,
}

/// A directory in its final order.
pub(super) struct Finished {
    /// Everyone who is quoted.
    pub(super) speakers: Vec<Speaker>,
    /// For each draft its id; `None` where it is nobody.
    pub(super) ids: Vec<Option<SpeakerId>>,
    /// The drafts that are nobody because the publisher says so.
    pub(super) hidden: BTreeSet<DraftIdx>,
    /// The drafts that are nobody because several are called so: "Roe", of Ada Roe and Otto Roe.
    pub(super) namesakes: BTreeSet<DraftIdx>,
    /// Speakers that may be one.
    pub(super) suggestions: Vec<MergeSuggestion>,
    /// Speakers who may be two.
    pub(super) ages: Vec<AgesOfOne>,
    /// Who is nobody for want of a name.
    pub(super) nameless: Vec<Nameless>,
}

impl Directory {
    /// A directory of the speakers whom the publisher names.
    pub(super) fn new(editorial: &Editorial) -> Self {
        let mut directory = Directory::default();
        for speaker in &editorial.speakers {
            let idx = directory.drafts.len();
            directory.drafts.push(SpeakerDraft {
                given: Some(speaker.name.clone()),
                given_roles: speaker.roles.clone(),
                is_hidden: speaker.is_hidden,
                ..SpeakerDraft::default()
            });
            for alias in &speaker.aliases {
                directory.by_alias.entry(name_key(alias)).or_insert((idx, alias.clone()));
            }
            for name in std::iter::once(&speaker.name).chain(&speaker.aliases) {
                directory.by_name.entry(name_key(name)).or_insert(idx);
                let words: Vec<String> = name.split_whitespace().map(String::from).collect();
                directory.by_words.entry(body_key(name)).or_insert(idx);
                directory.index_person(&words, idx);
            }
        }
        directory
    }

    /// The speaker of a name or alias that the publisher writes; new where nobody has it.
    pub(super) fn named(&mut self, name: &str) -> DraftIdx {
        let words: Vec<String> = name.split_whitespace().map(String::from).collect();
        if let Some(&idx) = self.by_name.get(&name_key(name)) {
            return idx;
        }
        if let Some(idx) = self.find_person(&words, None, &[], &[]) {
            return idx;
        }
        if let Some(&idx) = self.by_words.get(&body_key(name)) {
            return idx;
        }
        let idx = self.drafts.len();
        self.drafts.push(SpeakerDraft { given: Some(name.to_owned()), ..SpeakerDraft::default() });
        self.by_name.insert(name_key(name), idx);
        self.by_words.insert(body_key(name), idx);
        self.index_person(&words, idx);
        idx
    }

    /// The speaker whom an article's entity is; new where it is nobody known. `offices` are those that the
    /// articles give to that name, and `others` are those whom the article names beside it.
    pub(super) fn join(
        &mut self,
        entity: &Entity,
        offices: &[String],
        others: &[Option<DraftIdx>],
    ) -> DraftIdx {
        let name = entity.name.join(" ");
        // A full name says enough. Of a bare one "Mr." and "Mrs." make two.
        let is_bare = entity.name.len() == 1;
        let agrees =
            |&idx: &DraftIdx| !is_bare || Gender::may_agree(self.drafts[idx].gender, entity.gender);
        let known = self.by_name.get(&name_key(&name)).copied().filter(agrees);
        let known = known.or_else(|| match entity.kind {
            EntityKind::Person => self.find_person(&entity.name, entity.gender, offices, others),
            EntityKind::Unclear => self
                .find_person(&entity.name, entity.gender, offices, others)
                .or_else(|| self.by_words.get(&body_key(&name)).copied()),
            EntityKind::Body => self.by_words.get(&body_key(&name)).copied(),
        });
        let is_new = known.is_none();
        let idx = known.unwrap_or_else(|| {
            self.drafts.push(SpeakerDraft::default());
            self.drafts.len() - 1
        });
        let is_one_of_several = is_new && is_bare && self.has_several(&name, entity);
        let draft = &mut self.drafts[idx];
        draft.is_one_of_several |= is_one_of_several;
        draft.kind.get_or_insert(entity.kind);
        draft.gender = draft.gender.or(entity.gender);
        draft.named += if entity.is_nameless { -1 } else { 1 };
        for spelling in entity.spellings.iter().chain([&name]) {
            draft.spellings.entry(spelling.clone()).or_default();
        }
        for role in &entity.roles {
            draft.roles.entry(name_key(role)).or_insert_with(|| (role.clone(), 0)).1 += 1;
        }
        // "Mrs. Roe" is Ada Roe; that "Roe" alone is she, another article does not say by that.
        if is_new || !is_bare || entity.kind == EntityKind::Body {
            self.by_name.entry(name_key(&name)).or_insert(idx);
            match entity.kind {
                EntityKind::Person => self.index_person(&entity.name, idx),
                EntityKind::Unclear | EntityKind::Body => {
                    self.by_words.entry(body_key(&name)).or_insert(idx);
                }
            }
        }
        idx
    }

    /// Whether several persons of known names, whom nothing shows to be of another gender, have a surname.
    fn has_several(&self, surname_alone: &str, entity: &Entity) -> bool {
        let entries = self.by_part.get(&name_key(surname_alone)).into_iter().flatten();
        let owners = entries.rev().take(MOST_COMPARED).filter(|(name, idx)| {
            name.len() > 1
                && name_key(surname(name)) == name_key(surname_alone)
                && Gender::may_agree(self.drafts[*idx].gender, entity.gender)
        });
        let owners: BTreeSet<DraftIdx> = owners.map(|(_, idx)| *idx).collect();
        entity.kind != EntityKind::Body && owners.len() > 1
    }

    /// The speaker who has this alias from the publisher, written just so.
    pub(super) fn by_alias(&self, words: &str) -> Option<DraftIdx> {
        self.by_alias.get(&name_key(words)).map(|(idx, _)| *idx)
    }

    /// Notes how old an article, of that year where it has a date, says that a speaker is.
    pub(super) fn note_age(
        &mut self,
        idx: DraftIdx,
        article: ArticleId,
        year: Option<i32>,
        age: u8,
    ) {
        let born = year.unwrap_or_default() - i32::from(age);
        self.drafts[idx].ages[usize::from(year.is_none())].push(StatedAge { article, age, born });
    }

    /// Counts a quotation of a speaker under a spelling in an article. An alias that no article has as a name, such as
    /// "the mayor", is a spelling once the speaker is quoted under it.
    pub(super) fn count(&mut self, idx: DraftIdx, spelling: Option<&str>, article: ArticleId) {
        let draft = &mut self.drafts[idx];
        draft.quotations += 1;
        draft.articles.insert(article);
        let Some(spelling) = spelling else { return };
        if let Some(count) = draft.spellings.get_mut(spelling) {
            *count += 1;
        } else if let Some((owner, alias)) = self.by_alias.get(&name_key(spelling))
            && *owner == idx
            && !draft.spellings.keys().any(|known| body_key(known) == body_key(alias))
        {
            *draft.spellings.entry(alias.clone()).or_default() += 1;
        }
    }

    /// The speakers who are quoted, in their final order, and for each draft its id.
    pub(super) fn finish(mut self) -> Finished {
        let mut nameless = Vec::new();
        let (mut hidden, mut namesakes) = (BTreeSet::new(), BTreeSet::new());
        for (idx, draft) in self.drafts.iter_mut().enumerate() {
            if draft.is_hidden {
                draft.quotations = 0;
                hidden.insert(idx);
            }
            if draft.is_one_of_several && draft.given.is_none() {
                draft.quotations = 0;
                namesakes.insert(idx);
            }
            if draft.given.is_none() && draft.named < 0 && draft.articles.len() > 1 {
                nameless.push(Nameless {
                    name: draft.name(),
                    n_quotations: draft.quotations,
                    n_articles: draft.articles.len(),
                });
                draft.quotations = 0;
            }
        }
        nameless.sort_by_key(|body| (Reverse(body.n_quotations), body.name.clone()));
        let mut order: Vec<(Reverse<usize>, String, DraftIdx)> = self
            .drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| draft.quotations > 0)
            .map(|(idx, draft)| (Reverse(draft.quotations), draft.name(), idx))
            .collect();
        order.sort();
        let mut ids = vec![None; self.drafts.len()];
        let mut speakers: Vec<Speaker> = Vec::with_capacity(order.len());
        let mut ages = Vec::new();
        let mut slugs = Slugs::default();
        for (place, (_, name, idx)) in order.iter().enumerate() {
            ids[*idx] =
                Some(SpeakerId(u32::try_from(place).expect("fewer than 4 billion speakers")));
            let draft = &self.drafts[*idx];
            ages.extend(
                ids[*idx]
                    .zip(draft.ages_of_two())
                    .map(|(speaker, ages)| AgesOfOne { speaker, ages }),
            );
            let slug = slugs.give(&speaker_slug(name));
            // A bare surname is no other spelling.
            let part = |spelling: &str| name.split(' ').any(|word| word == spelling);
            // Nor is a name with the other sign for an apostrophe.
            let with_signs_alike = |spelling: &str| spelling.replace('’', "'");
            let mut listed = BTreeSet::from([with_signs_alike(name)]);
            let others = draft
                .spellings
                .keys()
                .filter(|spelling| !part(spelling) && listed.insert(with_signs_alike(spelling)));
            let spellings = others.cloned().collect();
            speakers.push(Speaker { slug, name: name.clone(), spellings, roles: draft.roles() });
        }
        let persons: Vec<usize> = (0..order.len())
            .filter(|&at| self.drafts[order[at].2].kind != Some(EntityKind::Body))
            .collect();
        let suggestions = suggestions(&speakers, &persons);
        Finished { speakers, ids, hidden, namesakes, suggestions, ages, nameless }
    }

    fn index_person(&mut self, words: &[String], idx: DraftIdx) {
        let [first, .., _] = words else {
            if let [only] = words {
                self.by_part.entry(name_key(only)).or_default().push((words.to_vec(), idx));
            }
            return;
        };
        for part in [first, surname(words)] {
            let entries = self.by_part.entry(name_key(part)).or_default();
            if !entries.iter().rev().take(MOST_COMPARED).any(|(other, _)| other == words) {
                entries.push((words.to_vec(), idx));
            }
        }
    }

    /// The person of a full name; of a bare surname where only one person, of that gender, has it.
    fn find_person(
        &self,
        words: &[String],
        gender: Option<Gender>,
        roles: &[String],
        others: &[Option<DraftIdx>],
    ) -> Option<DraftIdx> {
        let (first, last) = (words.first()?, surname(words));
        if words.len() == 1 {
            let of_name = self.by_part.get(&name_key(last))?.iter().rev().take(MOST_COMPARED);
            let of_name = of_name.filter(|(other, idx)| {
                name_key(surname(other)) == name_key(last)
                    && Gender::may_agree(self.drafts[*idx].gender, gender)
            });
            // The son is called "Roe Jr." where the father is known.
            let has_senior = of_name.clone().any(|(other, _)| !is_junior(other));
            let mut owners = of_name.filter(|(other, _)| !(has_senior && is_junior(other)));
            let (_, idx) = owners.next()?;
            if owners.clone().all(|(_, other)| other == idx) {
                return Some(*idx);
            }
            // Of several the one who has the office that the articles give the bare name, more often than all
            // others together: "President Obama".
            let n_held = |idx: DraftIdx| -> usize {
                let held = &self.drafts[idx].roles;
                let counts =
                    held.iter().filter(|(key, _)| roles.iter().any(|role| name_key(role) == **key));
                counts.map(|(_, (_, count))| count).sum()
            };
            let all: BTreeSet<DraftIdx> =
                std::iter::once(*idx).chain(owners.map(|(_, idx)| *idx)).collect();
            let n_all: usize = all.iter().map(|&idx| n_held(idx)).sum();
            return all.into_iter().find(|&idx| 2 * n_held(idx) > n_all);
        }
        // By how much they are alike; each as often as it is found.
        let mut alike: BTreeMap<Likeness, BTreeSet<DraftIdx>> = BTreeMap::new();
        for part in [first, last] {
            let entries = self.by_part.get(&name_key(part)).into_iter().flatten();
            for (other, idx) in entries.rev().take(MOST_COMPARED) {
                if let Some(likeness) = likeness(other, words) {
                    alike.entry(likeness).or_default().insert(*idx);
                }
            }
        }
        let only = |likeness: Likeness| match alike.get(&likeness) {
            Some(found) if found.len() == 1 => found.first().copied(),
            _ => None,
        };
        let same = alike.get(&Likeness::Same).and_then(|found| found.first().copied());
        // "J. Roe" is John Roe where nobody else of that initial is known.
        let initial = same.or_else(|| only(Likeness::Initial));
        // A letter more or less makes a misspelling, unless the roles differ, both are known given names, or one article
        // names both.
        let is_misspelt = |idx: &DraftIdx| {
            let draft = &self.drafts[*idx];
            let shares_role = || {
                roles.iter().any(|role| draft.roles.keys().any(|other| share_a_head(role, other)))
            };
            let are_two = || {
                others.contains(&Some(*idx))
                    || is_given(first)
                        && draft.spellings.keys().any(|name| is_other_given(name, first))
            };
            if roles.is_empty() || draft.roles.is_empty() { !are_two() } else { shares_role() }
        };
        initial.or_else(|| only(Likeness::Near).filter(is_misspelt))
    }
}

/// Whether a name begins with a known given name that is not `given`: Ivanka, of Ivana.
fn is_other_given(name: &str, given: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let (first_key, given_key) = (name_key(first), name_key(given));
    let is_spelling = lists::SPELLINGS_OF_GIVEN_NAMES
        .iter()
        .any(|names| names.contains(&&*first_key) && names.contains(&&*given_key));
    first_key != given_key && !is_spelling && is_given(first)
}

/// Whether two roles are of one office: they have their last word before any preposition in common.
pub(super) fn share_a_head(one: &str, other: &str) -> bool {
    let head = |role: &str| {
        let words = role.split(' ').take_while(|word| !lists::BEHIND_OFFICE.contains(word));
        words.last().map(name_key)
    };
    head(one) == head(other)
}

impl SpeakerDraft {
    /// The publisher's name; else the fullest of the spellings, of these the most quoted.
    fn name(&self) -> String {
        if let Some(name) = &self.given {
            return name.clone();
        }
        let best = self.spellings.iter().max_by_key(|&(spelling, count)| {
            let words = spelling.split(' ').count();
            (
                if self.kind == Some(EntityKind::Person) { words } else { 0 },
                count,
                Reverse(spelling),
            )
        });
        best.map(|(spelling, _)| spelling.clone()).unwrap_or_default()
    }

    /// The ages furthest apart, where they are too far apart for one person. Whom the publisher names is one.
    fn ages_of_two(&self) -> Option<[(ArticleId, u8); 2]> {
        if self.given.is_some() {
            return None;
        }
        self.ages.iter().find_map(|ages| {
            // Where a correction says who it is, it is settled.
            let open = ages.iter().filter(|stated| self.articles.contains(&stated.article));
            let younger = open.clone().max_by_key(|stated| stated.born)?;
            let older = open.min_by_key(|stated| stated.born)?;
            let is_too_far = younger.born - older.born > MOST_YEARS_APART;
            is_too_far.then(|| [younger, older].map(|stated| (stated.article, stated.age)))
        })
    }

    fn roles(&self) -> Vec<String> {
        if let Some(roles) = &self.given_roles {
            return roles.clone();
        }
        // What is said once of somebody who is much written about is seldom their role.
        let most = self.roles.values().map(|(_, count)| *count).max().unwrap_or(0);
        let often = self.roles.iter().filter(|(_, (_, count))| count * 10 >= most);
        let mut often: Vec<(&String, &(String, usize))> = often.collect();
        often.sort_by_key(|(_, (_, count))| Reverse(*count));
        // Of one office in two forms the one that is written more often stands for both.
        let mut found: Vec<(String, &str, usize)> = Vec::new();
        for (key, (role, count)) in often {
            let key = key.replace('-', " ");
            match found.iter_mut().find(|(known, ..)| is_same_office(known, &key)) {
                Some((.., all)) => *all += count,
                None => found.push((key, role, *count)),
            }
        }
        // "commander" says no more than "coastguard commander", for which it counts too.
        let is_told_by = |key: &str, other: &str| {
            other.strip_prefix(key).is_some_and(|rest| rest.starts_with(' '))
                || other.strip_suffix(key).is_some_and(|rest| rest.ends_with(' '))
        };
        let fuller = found
            .iter()
            .filter(|(key, ..)| !found.iter().any(|(other, ..)| is_told_by(key, other)));
        let mut fuller: Vec<(&str, usize)> = fuller
            .map(|(key, role, count)| {
                let parts = found.iter().filter(|(part, ..)| is_told_by(part, key));
                (*role, count + parts.map(|(.., count)| count).sum::<usize>())
            })
            .collect();
        fuller.sort_by(|(one, one_count), (other, other_count)| {
            other_count.cmp(one_count).then_with(|| one.cmp(other))
        });
        fuller.into_iter().map(|(role, _)| role.to_owned()).collect()
    }
}

/// Whether two roles, given by their keys, are one office in two forms: "Russian foreign minister" and "foreign minister
/// of Russia".
fn is_same_office(one: &str, other: &str) -> bool {
    let has_before = |short: &str, long: &str| {
        let parts = short.split_once(' ').zip(long.split_once(" of "));
        parts.is_some_and(|((of_country, office), (same, country))| {
            office == same && of_country != country && same_place(of_country, country)
        })
    };
    one == other || has_before(one, other) || has_before(other, one)
}

/// The slug of a speaker: the ASCII letters and digits of the [`name_key`], with single hyphens between
/// words ("O'Brien" is `obrien`). A name without any, in another script, has the slug of [`slug()`].
///
/// All names could have that one, but slugs are part of published URLs, and those of names with
/// apostrophes, dots or rare accents would change.
fn speaker_slug(name: &str) -> String {
    let key = name_key(name);
    let words = key.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut speaker = words.collect::<Vec<_>>().join("-");
    if speaker.is_empty() {
        speaker = slug(name);
    }
    match &*speaker {
        "" => "speaker".to_owned(),
        // The names of a choice and of a page.
        "unattributed" | "index" => format!("speaker-{speaker}"),
        _ => speaker,
    }
}

/// Pairs of persons that may be one: a bare surname beside full names, or names a little apart.
fn suggestions(speakers: &[Speaker], persons: &[usize]) -> Vec<MergeSuggestion> {
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_given: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let words: Vec<Vec<&str>> =
        speakers.iter().map(|speaker| speaker.name.split(' ').collect()).collect();
    for &idx in persons {
        let words = &words[idx];
        by_surname.entry(name_key(surname(words))).or_default().push(idx);
        if words.len() > 1 {
            by_given.entry(name_key(words[0])).or_default().push(idx);
        }
    }
    let mut found: BTreeMap<(usize, usize), MergeReason> = BTreeMap::new();
    for namesakes in by_surname.values() {
        for (at, &one) in namesakes.iter().enumerate() {
            for &other in namesakes[at + 1..].iter().take(MOST_COMPARED) {
                // Whether "John Roe" is the son or the father, a publisher knows.
                let [one_words, other_words] =
                    [&words[one], &words[other]].map(|words| generation(words).0);
                let owned: Vec<String> = one_words.iter().map(ToString::to_string).collect();
                if (one_words.len() == 1) != (other_words.len() == 1) {
                    found.insert((one, other), MergeReason::BareSurname);
                } else if likeness(&owned, other_words).is_some() {
                    found.insert((one, other), MergeReason::SimilarGivenNames);
                }
            }
        }
    }
    for namesakes in by_given.values() {
        for (at, &one) in namesakes.iter().enumerate() {
            for &other in namesakes[at + 1..].iter().take(MOST_COMPARED) {
                let (one_last, other_last) = (surname(&words[one]), surname(&words[other]));
                if one_last != other_last && same_word(one_last, other_last) {
                    found.insert((one, other), MergeReason::SimilarSurnames);
                }
            }
        }
    }
    let id = |idx: usize| SpeakerId(u32::try_from(idx).expect("fewer than 4 billion speakers"));
    found
        .into_iter()
        .map(|((keep, merge), reason)| MergeSuggestion { keep: id(keep), merge: id(merge), reason })
        .collect()
}
