//! The shape of a dossier: who is quoted in which article, how often and where in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, ArticleId};
use crate::dossier::{Dossier, OpenArticle};
use crate::query::SpeakerChoice;
use crate::quotation::Quotation;

/// Up to how many articles a table of them can be read.
pub const MOST_ARTICLES: usize = 12;
/// How many speakers have a row of their own.
const MOST_SPEAKERS: usize = 12;

/// Speakers by articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    /// A column for each article: all its quotations.
    pub columns: Vec<(ArticleId, Places)>,
    /// All speakers where they are few; else those whom several articles quote, as far as they have a row of their
    /// own, most quoted first; then the words of which nobody knows who said them, where there are any.
    pub rows: Vec<(SpeakerChoice, Vec<Places>)>,
    /// All others together, and how many they are.
    pub others: (usize, Vec<Places>),
    /// Everyone whom several articles quote.
    several: BTreeSet<SpeakerChoice>,
}

/// Where in an article quotations stand, or what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// How many there are.
    pub count: usize,
    /// The numbers of the paragraphs, sorted, each once.
    pub paragraphs: Vec<u32>,
    /// How many paragraphs the article has below its headline.
    pub n_paragraphs: u32,
}

impl Places {
    /// None yet, in an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self { n_paragraphs: article.paragraphs.len() as u32 - 1, ..Self::default() }
    }

    /// Adds a quotation of the article.
    pub fn add(&mut self, source: &OpenArticle, quotation: &Quotation) {
        self.count += 1;
        for content in &quotation.contents {
            self.add_paragraph(source.article.paragraph_at(content.start) as u32);
        }
    }

    /// Adds a paragraph that was found.
    pub fn add_found(&mut self, paragraph: u32) {
        self.count += 1;
        self.add_paragraph(paragraph);
    }

    fn add_paragraph(&mut self, paragraph: u32) {
        if let Err(at) = self.paragraphs.binary_search(&paragraph) {
            self.paragraphs.insert(at, paragraph);
        }
    }

    /// How many of the paragraphs lie in the first, second and last third of the article.
    #[must_use]
    pub fn thirds(&self) -> [usize; 3] {
        let mut thirds = [0; 3];
        for paragraph in &self.paragraphs {
            let at = paragraph.saturating_sub(1) * 3 / self.n_paragraphs.max(1);
            thirds[(at as usize).min(2)] += 1;
        }
        thirds
    }
}

impl Shape {
    /// Whether several articles quote a speaker.
    #[must_use]
    pub fn is_in_several(&self, choice: SpeakerChoice) -> bool {
        self.several.contains(&choice)
    }
}

/// The shape of a dossier of at most [`MOST_ARTICLES`].
#[must_use]
pub fn shape(dossier: &Dossier) -> Option<Shape> {
    if dossier.articles.len() > MOST_ARTICLES {
        return None;
    }
    let n_articles = dossier.articles.len();
    let mut columns = Vec::new();
    let mut lengths = Vec::new();
    let mut by_speaker: BTreeMap<SpeakerChoice, Vec<Places>> = BTreeMap::new();
    for (at, id) in dossier.article_ids().enumerate() {
        let source = dossier.open_article(id);
        let mut all = Places::of(&source.article);
        lengths.push(all.n_paragraphs);
        for quotation in &source.quotations {
            all.add(&source, quotation);
            for choice in SpeakerChoice::of(quotation) {
                let row =
                    by_speaker.entry(choice).or_insert_with(|| vec![Places::default(); n_articles]);
                row[at].add(&source, quotation);
            }
        }
        columns.push((id, all));
    }
    let n_articles_of = |row: &[Places]| row.iter().filter(|places| places.count > 0).count();
    let several: BTreeSet<SpeakerChoice> = by_speaker
        .iter()
        .filter(|(_, row)| n_articles_of(row) > 1)
        .map(|(choice, _)| *choice)
        .collect();
    let unattributed = by_speaker.remove_entry(&SpeakerChoice::Unattributed);
    let mut rows: Vec<(SpeakerChoice, Vec<Places>)> = Vec::new();
    let mut others = (0, vec![Places::default(); n_articles]);
    let are_few = by_speaker.len() <= MOST_SPEAKERS;
    // Speakers are in the order of how often they are quoted.
    for (choice, row) in by_speaker {
        if are_few || several.contains(&choice) && rows.len() < MOST_SPEAKERS {
            rows.push((choice, row));
            continue;
        }
        others.0 += 1;
        for (all, places) in others.1.iter_mut().zip(row) {
            all.count += places.count;
            all.paragraphs.extend(places.paragraphs);
            all.paragraphs.sort_unstable();
            all.paragraphs.dedup();
        }
    }
    rows.extend(unattributed);
    for row in rows.iter_mut().map(|(_, row)| row).chain([&mut others.1]) {
        for (places, n_paragraphs) in row.iter_mut().zip(&lengths) {
            places.n_paragraphs = *n_paragraphs;
        }
    }
    Some(Shape { columns, rows, others, several })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Masthead;
    use crate::compile::{Sharing, compile};
    use crate::quotation::Editorial;

    #[test]
    fn thirds_are_of_the_paragraphs_below_the_headline() {
        let places = |paragraphs: &[u32]| Places {
            count: 0,
            paragraphs: paragraphs.to_vec(),
            n_paragraphs: 6,
        };
        assert_eq!(places(&[1, 2, 3, 6]).thirds(), [2, 1, 1]);
        assert_eq!(places(&[0, 6]).thirds(), [1, 0, 1]);
        assert_eq!(Places { n_paragraphs: 0, ..places(&[0]) }.thirds(), [1, 0, 0]);
    }

    #[test]
    fn where_speakers_are_few_each_has_a_row() {
        let shape = shape(&Dossier::sample()).expect("it has one article");
        assert_eq!(shape.columns[0].1.count, 1);
        assert_eq!((shape.rows.len(), shape.others.0), (1, 0));
        assert_eq!(shape.rows[0].1[0].paragraphs, [1]);
        assert!(!shape.is_in_several(shape.rows[0].0));
    }

    #[test]
    fn where_they_are_many_whom_one_article_quotes_is_one_of_the_others() {
        const NAMES: [&str; 13] = [
            "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Iris",
            "Juniper", "Larch", "Maple", "Oak",
        ];
        let lines = NAMES.map(|name| format!("“We go,” said Ada {name}.\n"));
        let text = format!("All go\n{}", lines.concat());
        let article = Article::from_plain_text_with_headline(&text);
        let article = Article { slug: "all".to_owned(), ..article };
        let (masthead, editorial) = (Masthead::default(), Editorial::default());
        let compiled = compile(&masthead, &[article], &editorial, Sharing::Find);
        let shape = shape(&compiled.dossier()).expect("it has one article");
        assert_eq!((shape.rows.len(), shape.others.0), (0, 13));
        assert_eq!(shape.others.1[0].count, 13);
    }
}
