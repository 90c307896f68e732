//! Who is named beside cited words.

use std::collections::BTreeMap;

use crate::anchor::words_alone;
use crate::article::Article;
use crate::dossier::{Dossier, OpenArticle};
use crate::quotation::{Speaker, SpeakerId};
use crate::wording::title;

/// The speakers of a dossier by their names as [words alone](words_alone).
pub(super) struct Names {
    /// By the whole name.
    whole: BTreeMap<String, Vec<SpeakerId>>,
    /// By the surname, of names of several words.
    surnames: BTreeMap<String, Vec<SpeakerId>>,
    /// How many words the longest name has.
    longest: usize,
}

impl Names {
    pub fn of(dossier: &Dossier) -> Self {
        let mut names = Self { whole: BTreeMap::new(), surnames: BTreeMap::new(), longest: 0 };
        for id in dossier.speaker_ids() {
            let name = dossier.speakers.name(id);
            let words = words_alone(name);
            names.longest = names.longest.max(words.split(' ').count());
            // Of signs alone nothing could be told.
            if words.is_empty() {
                continue;
            }
            if name.contains(' ') {
                names.surnames.entry(surname(name)).or_default().push(id);
            }
            names.whole.entry(words).or_default().push(id);
        }
        names
    }

    /// The speakers whose whole name stands in some words.
    fn within(&self, words: &str) -> impl Iterator<Item = SpeakerId> {
        let starts = words.match_indices(' ').map(|(space, _)| space + 1);
        let found =
            std::iter::once(0).chain(starts).flat_map(|start| self.at_start(&words[start..]));
        found.copied()
    }

    /// The speakers with whose whole name some words begin.
    fn at_start(&self, words: &str) -> impl Iterator<Item = &SpeakerId> {
        let ends = words.match_indices(' ').map(|(space, _)| space);
        let ends = ends.chain([words.len()]).take(self.longest);
        ends.filter_map(|end| self.whole.get(&words[..end])).flatten()
    }
}

/// The last word of a name.
fn surname(name: &str) -> String {
    words_alone(name.split(' ').next_back().unwrap_or_default())
}

/// Whether what stands behind cited words names who is quoted with them; `None` where it names nobody, but the
/// source, or a name cannot be told from it.
pub(super) fn is_who_named(
    dossier: &Dossier,
    all: &Names,
    source: &OpenArticle,
    quotations: &[usize],
    named: &str,
) -> Option<bool> {
    let named = named.trim_matches(|c: char| !c.is_alphanumeric());
    let Article { byline, .. } = &source.article;
    let own = byline.authors.iter().chain(&byline.outlet).chain(&byline.label).cloned();
    let own = own.chain([title(&source.article)]).map(|own| words_alone(&own));
    let own: Vec<String> = own.filter(|own| !own.is_empty()).collect();
    // Names in the headline are none of those who are cited.
    let mut words = format!(" {} ", words_alone(named));
    for own in &own {
        words = words.replacen(&format!(" {own} "), " ", 1);
    }
    let has = |name: &str| {
        let name = words_alone(name);
        !name.is_empty() && words.contains(&format!(" {name} "))
    };
    let speakers = quotations.iter().flat_map(|at| source.quotations[*at].attribution.everyone());
    let names = speakers.flat_map(|id| {
        let Speaker { name, spellings, .. } = dossier.speaker(id);
        [name].into_iter().chain(spellings)
    });
    let names: Vec<&str> = names.collect();
    let others = all.within(words.trim()).map(|id| dossier.speakers.name(id));
    let others: Vec<&str> = others.filter(|name| name.contains(' ')).collect();
    // A surname will do, but not that of a namesake.
    let has_surname = |name: &&str| name.split(' ').next_back().is_some_and(has);
    let mut by_surname = names.iter().copied().filter(has_surname);
    let is_namesake = |other: &str, name: &str| other != name && surname(other) == surname(name);
    if names.iter().any(|name| has(name))
        || by_surname.any(|name| !others.iter().any(|other| is_namesake(other, name)))
    {
        return Some(true);
    }
    // A part of the source's own name or headline names nobody.
    let first = named.split([',', '.', '(', '\n']).next().unwrap_or_default();
    let first_words = words_alone(first);
    if own.iter().any(|own| format!(" {own} ").contains(&format!(" {first_words} "))) {
        return None;
    }
    // "… said Ada Voss" and "Ada Voss: …" name her, wherever in the line that stands.
    if !others.is_empty() {
        return Some(false);
    }
    // A name that nobody in the dossier has is a name too.
    let looks_like_name = (2..=5).contains(&first.split_whitespace().count())
        && first.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    // A speaker's whole name, or a surname alone.
    let is_surname = || !first_words.is_empty() && all.surnames.contains_key(&first_words);
    let is_speaker = || all.at_start(words.trim()).next().is_some() || is_surname();
    (looks_like_name || is_speaker()).then_some(false)
}
