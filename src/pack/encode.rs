//! Writing a pack.

use super::record::{Record, write_list};
use super::vocabulary::{Coder, MIN_CODED};
use super::{MAGIC, N_COLUMNS, TAGS, VERSION, checksum, spellings};
use std::collections::BTreeSet;

use crate::article::Article;
use crate::dossier::Masthead;
use crate::quotation::{Quotation, Speaker};
use crate::reuse::Pair;

/// What a pack is made of.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// Title and the like.
    pub masthead: &'a Masthead,
    /// In the order in which they are shown; their slugs all differ.
    pub articles: &'a [Article<'a>],
    /// For each article its quotations, sorted by their first content Span.
    pub quotations: &'a [Vec<Quotation>],
    /// Everyone who is quoted, most quotations first; their slugs all differ.
    pub speakers: &'a [Speaker],
    /// What any two of the articles have in common, sorted by the articles, then by place.
    pub shared: &'a [Pair],
    /// The search index of the same articles and quotations.
    pub index: &'a [u8],
}

/// The pack of a dossier: the same bytes for the same contents, always.
///
/// # Panics
///
/// If a section is longer than 4 GiB.
#[must_use]
pub fn encode(contents: &Contents) -> Vec<u8> {
    let mut head = Vec::new();
    contents.masthead.write(&mut head);
    let mut n_quotations = vec![0u32; contents.speakers.len() + 1];
    for quotation in contents.quotations.iter().flatten() {
        let speaker = quotation.attribution.speaker;
        n_quotations[speaker.map_or(contents.speakers.len(), |id| id.0 as usize)] += 1;
    }
    let (mut who, mut speakers) = (Vec::new(), Vec::new());
    for (at, n_quotations) in n_quotations.into_iter().enumerate() {
        who.extend_from_slice(&n_quotations.to_le_bytes());
        who.extend_from_slice(&number(speakers.len()));
        if let Some(speaker) = contents.speakers.get(at) {
            speaker.write(&mut speakers);
        }
    }

    let mut spellings = Vec::new();
    spellings::write(contents.speakers, &mut spellings);

    let text_len: usize = contents.articles.iter().map(|article| article.text.len()).sum();
    let coder = (text_len >= MIN_CODED)
        .then(|| Coder::new(contents.articles.iter().map(|article| &*article.text)));

    let (mut table, mut articles) = (Vec::new(), Vec::new());
    let (mut texts, mut quotations, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    let mut earlier = vec![BTreeSet::new(); contents.articles.len()];
    for Pair { one, other } in contents.shared {
        earlier[other.article.0 as usize].insert(one.article.0);
    }
    let mut pairs = contents.shared;
    let mut n_paragraphs = 0;
    let no_quotations = Vec::new();
    for (idx, article) in contents.articles.iter().enumerate() {
        push_row(&mut table, n_paragraphs, [&articles, &texts, &quotations, &shared]);
        n_paragraphs += article.paragraphs.len();
        article.paragraphs.write(&mut articles);
        article.slug.write(&mut articles);
        article.byline.write(&mut articles);
        article.markup.write(&mut articles);
        match &coder {
            Some(coder) => coder.write(&article.text, &mut texts),
            None => texts.extend_from_slice(article.text.as_bytes()),
        }
        contents.quotations.get(idx).unwrap_or(&no_quotations).write(&mut quotations);
        earlier[idx].iter().copied().collect::<Vec<u32>>().write(&mut shared);
        let is_own = |pair: &Pair| pair.one.article.0 as usize == idx;
        let (own, rest) = pairs.split_at(pairs.iter().take_while(|pair| is_own(pair)).count());
        write_list(own, &mut shared);
        pairs = rest;
    }
    push_row(&mut table, n_paragraphs, [&articles, &texts, &quotations, &shared]);

    let vocabulary = coder.map_or_else(Vec::new, |coder| coder.vocabulary);
    let sections: [&[u8]; TAGS.len()] = [
        &head,
        &who,
        &speakers,
        &spellings,
        &table,
        &articles,
        &vocabulary,
        &texts,
        &quotations,
        &shared,
        contents.index,
    ];
    let mut checked = Vec::new();
    for (tag, section) in TAGS.iter().zip(sections) {
        checked.extend_from_slice(tag);
        checked.extend_from_slice(&number(section.len()));
        checked.extend_from_slice(&[0; 4]);
    }
    checked.extend(sections.concat());

    let mut pack = Vec::from(MAGIC);
    pack.extend_from_slice(&VERSION.to_le_bytes());
    pack.extend_from_slice(&number(TAGS.len()));
    pack.extend_from_slice(&checksum(&checked).to_le_bytes());
    pack.extend(checked);
    pack
}

/// Appends a row of the table of articles: where the next one begins.
fn push_row(table: &mut Vec<u8>, n_paragraphs: usize, sections: [&Vec<u8>; N_COLUMNS - 1]) {
    table.extend_from_slice(&number(n_paragraphs));
    sections.iter().for_each(|section| table.extend_from_slice(&number(section.len())));
}

pub(super) fn number(len: usize) -> [u8; 4] {
    u32::try_from(len).expect("a section is shorter than 4 GiB").to_le_bytes()
}
