//! The speakers of a pack: their table and records.

use super::records::{first, push};
use super::sections::{number, number_bytes};
use crate::quotation::{Quotation, Speaker, SpeakerId};

/// The speakers of an opened pack, read where they lie: a large dossier has thousands, and shows a dozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speakers<'a> {
    /// For each speaker, then for *unattributed* and for all quotations, the number of quotations and the
    /// place of the record.
    table: &'a [u8],
    records: &'a [u8],
}

/// The sections of `speakers`, most quotations first, of whom some said `quotations`: the table, and the
/// records.
pub(super) fn write(speakers: &[Speaker], quotations: &[Vec<Quotation>]) -> (Vec<u8>, Vec<u8>) {
    let mut n_quotations = vec![0; speakers.len() + 2];
    for quotation in quotations.iter().flatten() {
        let attribution = &quotation.attribution;
        let nobody = attribution.speakers.is_empty().then_some(speakers.len());
        for at in attribution.everyone().map(|id| id.0 as usize).chain(nobody) {
            n_quotations[at] += 1;
        }
        // A quotation of two counts for each of them, and once for all.
        n_quotations[speakers.len() + 1] += 1;
    }
    let (mut table, mut records) = (Vec::new(), Vec::new());
    for (at, n_quotations) in n_quotations.into_iter().enumerate() {
        table.extend(number_bytes(n_quotations));
        table.extend(number_bytes(records.len()));
        if let Some(speaker) = speakers.get(at) {
            push(speaker, &mut records);
        }
    }
    (table, records)
}

impl<'a> Speakers<'a> {
    const ROW_LEN: usize = 8;

    /// Takes the two sections; `None` where the first is no table.
    pub(super) fn open(table: &'a [u8], records: &'a [u8]) -> Option<Self> {
        let is_table =
            table.len() >= 2 * Self::ROW_LEN && table.len().is_multiple_of(Self::ROW_LEN);
        is_table.then_some(Self { table, records })
    }

    /// How many there are, *unattributed* not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.len() / Self::ROW_LEN - 2
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many quotations the speaker `at` that place has in all articles; behind the last speaker,
    /// those that are *unattributed*.
    #[must_use]
    pub fn n_quotations(&self, at: usize) -> usize {
        self.row(at).map_or(0, |[n_quotations, _]| n_quotations)
    }

    /// How many quotations there are in all articles, whoever said them.
    #[must_use]
    pub fn n_quotations_in_all(&self) -> usize {
        self.n_quotations(self.len() + 1)
    }

    /// The speaker of that id; one without a name where the pack is not sound or has no such id.
    #[must_use]
    pub fn speaker(&self, id: SpeakerId) -> Speaker<&'a str> {
        self.record(id).and_then(first).unwrap_or_default()
    }

    /// The name of a speaker, read without the rest; empty where there is no such speaker.
    #[must_use]
    pub fn name(&self, id: SpeakerId) -> &'a str {
        let record = self.record(id).and_then(first::<(&str, &str)>);
        record.map(|(_slug, name)| name).unwrap_or_default()
    }

    /// The slug of a speaker, read without the rest; empty where there is no such speaker.
    #[must_use]
    pub fn slug(&self, id: SpeakerId) -> &'a str {
        self.record(id).and_then(first).unwrap_or_default()
    }

    fn record(&self, id: SpeakerId) -> Option<&'a [u8]> {
        let at = id.0 as usize;
        let [_, start] = self.row(at).filter(|_| at < self.len())?;
        self.records.get(start..)
    }

    fn row(&self, at: usize) -> Option<[usize; 2]> {
        let row = self.table.get(at.checked_mul(Self::ROW_LEN)?..)?.get(..Self::ROW_LEN)?;
        Some([number(&row[..4]) as usize, number(&row[4..]) as usize])
    }
}

#[cfg(test)]
mod tests {
    use crate::dossier::{Dossier, Sample};
    use crate::quotation::{Speaker, SpeakerId};

    #[test]
    fn speakers_come_back_as_they_were() {
        let mut sample = Sample::new();
        sample.speakers.push(Speaker {
            slug: "group".to_owned(),
            name: "The group".to_owned(),
            spellings: vec!["Groupe".to_owned(), "Gruppe".to_owned()],
            roles: vec!["a body".to_owned()],
        });
        let pack = sample.pack();
        let dossier: Dossier = Dossier::open(&pack).expect("it was just encoded");
        assert_eq!(dossier.speakers.len(), 2);
        let group = dossier.speaker(SpeakerId(1));
        assert_eq!((group.slug, group.name), ("group", "The group"));
        assert_eq!(
            (&*group.spellings, &*group.roles),
            (&["Groupe", "Gruppe"][..], &["a body"][..])
        );
        assert_eq!(dossier.speakers.name(SpeakerId(1)), "The group");
        assert_eq!(dossier.speakers.slug(SpeakerId(1)), "group");
        assert_eq!(dossier.speaker(SpeakerId(0)).name, "Ada Voss");
        assert_eq!([0, 1, 2, 3].map(|at| dossier.speakers.n_quotations(at)), [1, 0, 0, 1]);
        assert_eq!(dossier.speaker_by_slug("group"), Some(SpeakerId(1)));
        assert_eq!(dossier.speaker_by_slug("groupe"), None);
    }

    #[test]
    fn a_speaker_that_is_not_there_has_no_name() {
        let dossier = Dossier::sample();
        for id in [1, 2, u32::MAX] {
            assert_eq!(dossier.speaker(SpeakerId(id)), Speaker::default(), "{id}");
            assert_eq!(dossier.speakers.name(SpeakerId(id)), "");
            assert_eq!(dossier.speakers.slug(SpeakerId(id)), "");
        }
    }

    #[test]
    fn what_two_say_together_counts_for_each_and_once_for_all() {
        let mut sample = Sample::new();
        sample.speakers.push(Speaker { slug: "group".to_owned(), ..Speaker::default() });
        let both = vec![SpeakerId(0), SpeakerId(1)];
        sample.quotations[0][0].attribution.speakers = both;
        let pack = sample.pack();
        let dossier: Dossier = Dossier::open(&pack).expect("it was just encoded");
        let counts: Vec<usize> = (0..4).map(|at| dossier.speakers.n_quotations(at)).collect();
        assert_eq!(counts, [1, 1, 0, 1]);
        assert_eq!(dossier.n_quotations(), 1);
    }
}
