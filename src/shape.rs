//! The shape of a dossier: who is quoted in which article, how often and where in it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use fixedbitset::FixedBitSet;

use crate::article::{Article, ArticleId};
use crate::dossier::{Dossier, OpenArticle, names_speakers};
use crate::query::SpeakerChoice;
use crate::quotation::Quotation;

/// Up to how many articles, or outlets, a table of them can be read.
const MOST_ARTICLES: usize = 12;
const MOST_OUTLETS: usize = MOST_ARTICLES;
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
fn shape(dossier: &Dossier) -> Option<Shape> {
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

/// Who is quoted where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhoIsWhere {
    /// Where the articles are few.
    ByArticle(Shape),
    /// Where they are many, of several outlets.
    ByOutlet(ByOutlet),
}

impl WhoIsWhere {
    /// Opens the articles where they are few. `None` where they are many and fewer than two outlets are stated.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Option<Self> {
        shape(dossier).map(Self::ByArticle).or_else(|| by_outlet(dossier).map(Self::ByOutlet))
    }
}

/// Speakers by outlets, in paragraphs that quote them, as a filter by both counts them. By the index alone: no
/// article is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByOutlet {
    /// The outlets with a column of their own, most quoting first.
    pub columns: Vec<Column>,
    /// Who is quoted most, then the words of which nobody knows who said them, where there are any.
    pub rows: Vec<(SpeakerChoice, Row)>,
    /// Everyone.
    pub all: Row,
    /// How many outlets are stated.
    pub n_outlets: usize,
    /// Whether articles that quote somebody state none, and so are in no column.
    pub has_unstated: bool,
    /// How many speakers have no row of their own.
    pub n_others: usize,
}

/// An outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its slug.
    pub slug: String,
    /// The first of its articles, which has its name.
    pub first: ArticleId,
    /// Whether who speaks is read in any of its articles.
    pub is_read: bool,
}

/// How many paragraphs quote somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// In the outlet of each column.
    pub counts: Vec<usize>,
    /// In all of the dossier.
    pub total: usize,
}

/// The shape of a dossier with too many articles for [`shape`]; `None` where fewer than two outlets are stated.
fn by_outlet(dossier: &Dossier) -> Option<ByOutlet> {
    if dossier.articles.len() <= MOST_ARTICLES {
        return None;
    }
    let index = &dossier.index;
    let slugs = index.outlets();
    let mut firsts: Vec<Option<ArticleId>> = vec![None; slugs.len()];
    for id in dossier.article_ids().rev().filter(|id| dossier.articles.outlet(*id).is_some()) {
        if let Some(first) = index.outlet_of(id).and_then(|outlet| firsts.get_mut(outlet)) {
            *first = Some(id);
        }
    }
    let n_outlets = firsts.iter().flatten().count();
    if n_outlets < 2 {
        return None;
    }

    let mut quoting = FixedBitSet::with_capacity(dossier.articles.n_paragraphs());
    for (paragraph, _) in index.speakers().flat_map(|speaker| index.quoted(speaker)) {
        quoting.insert(paragraph as usize);
    }
    let all = count_by_outlet(dossier, quoting.ones().map(|paragraph| paragraph as u32));
    let mut outlets: Vec<usize> = (0..slugs.len()).filter(|at| firsts[*at].is_some()).collect();
    outlets.sort_unstable_by_key(|outlet| (Reverse(all[*outlet]), *outlet));
    outlets.truncate(MOST_OUTLETS);
    let row = |counts: &[usize]| Row {
        counts: outlets.iter().map(|outlet| counts[*outlet]).collect(),
        total: counts.iter().sum(),
    };
    // Speakers are in the order of how often they are quoted.
    let most = dossier.speaker_ids().take(MOST_SPEAKERS).map(Some);
    let rows = most.chain([None]).map(|speaker| {
        let paragraphs = index.quoted(speaker).map(|(paragraph, _)| paragraph);
        (SpeakerChoice::from(speaker), row(&count_by_outlet(dossier, paragraphs)))
    });
    let column = |outlet: &usize| {
        let mut own = dossier.article_ids().filter(|id| index.outlet_of(*id) == Some(*outlet));
        Some(Column {
            slug: slugs[*outlet].to_owned(),
            first: firsts[*outlet]?,
            is_read: own.any(|id| names_speakers(&dossier.articles.byline(id))),
        })
    };
    Some(ByOutlet {
        columns: outlets.iter().filter_map(column).collect(),
        rows: rows.filter(|(_, row)| row.total > 0).collect(),
        all: row(&all),
        n_outlets,
        // Each stands for itself.
        has_unstated: all.iter().zip(&firsts).any(|(n, first)| *n > 0 && first.is_none()),
        n_others: dossier.speakers.len().saturating_sub(MOST_SPEAKERS),
    })
}

/// How many of some paragraphs, ascending, are in each outlet of the index.
fn count_by_outlet(dossier: &Dossier, paragraphs: impl Iterator<Item = u32>) -> Vec<usize> {
    let mut counts = vec![0; dossier.index.n_outlets()];
    for article in dossier.articles_of(paragraphs) {
        let outlet = dossier.index.outlet_of(article);
        if let Some(count) = outlet.and_then(|outlet| counts.get_mut(outlet)) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use enumset::EnumSet;

    use super::*;
    use crate::article::{Byline, Masthead};
    use crate::compile::{Sharing, compile};
    use crate::query::{Filter, Query, search};
    use crate::quotation::Editorial;

    const NAMES: [&str; 13] = [
        "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Iris", "Juniper",
        "Larch", "Maple", "Oak",
    ];

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

    /// Every cell leads to as many passages as it says.
    #[test]
    fn counts_by_outlet_are_those_of_the_filter() {
        let articles: Vec<Article> = (0..40)
            .map(|at| {
                let outlet = (at % 3 > 0).then(|| format!("Outlet {}", at % 14));
                let text = format!(
                    "Title {at}\n“Somebody goes.”\n“We go,” said Tom Ash. “They stay,” said Eva Beech.\n\
                     Tom Ash said they go.\n“All go,” said Ada {name}.",
                    name = NAMES[at % NAMES.len()]
                );
                let article = Article::from_plain_text_with_headline(&text);
                let byline = Byline { outlet, ..article.byline };
                Article { slug: format!("a{at}"), byline, ..article }
            })
            .collect();
        let (masthead, editorial) = (Masthead::default(), Editorial::default());
        let compiled = compile(&masthead, &articles, &editorial, Sharing::Find);
        let dossier = compiled.dossier();
        assert_eq!(shape(&dossier), None);
        let by_outlet = by_outlet(&dossier).expect("it has many articles of many outlets");
        assert_eq!((by_outlet.columns.len(), by_outlet.n_outlets), (MOST_OUTLETS, 14));
        assert_eq!(by_outlet.n_others, dossier.speakers.len() - MOST_SPEAKERS);
        assert!(by_outlet.has_unstated);
        assert_eq!(by_outlet.rows.last().map(|(who, _)| *who), Some(SpeakerChoice::Unattributed));
        let found = |speakers: Vec<SpeakerChoice>, outlets: Vec<String>| {
            let kinds = if speakers.is_empty() { EnumSet::all() } else { EnumSet::empty() };
            let filter = Filter { speakers: speakers.into(), outlets: outlets.into(), kinds };
            search(&dossier, &Query::default(), &filter, 0).n_hits
        };
        let of = |speakers: &[SpeakerChoice]| Row {
            counts: by_outlet
                .columns
                .iter()
                .map(|column| found(speakers.to_vec(), vec![column.slug.clone()]))
                .collect(),
            total: found(speakers.to_vec(), Vec::new()),
        };
        for (speaker, row) in &by_outlet.rows {
            assert_eq!(*row, of(&[*speaker]), "{speaker:?}");
        }
        assert_eq!(by_outlet.all, of(&[]));
    }

    #[test]
    fn without_outlets_there_is_no_table_of_them() {
        let article = Article::from_plain_text_with_headline("All go\n“We go,” said Ada Alder.");
        let articles: Vec<Article> =
            (0..20).map(|at| Article { slug: format!("a{at}"), ..article.clone() }).collect();
        let (masthead, editorial) = (Masthead::default(), Editorial::default());
        let compiled = compile(&masthead, &articles, &editorial, Sharing::Find);
        assert_eq!(by_outlet(&compiled.dossier()), None);
    }

    #[test]
    fn where_they_are_many_whom_one_article_quotes_is_one_of_the_others() {
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
