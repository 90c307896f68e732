//! [`compile`]: articles become a pack, which is all that a reader needs of them.
//!
//! 1. [`attribute_with`] finds who said what.
//! 2. [`reuse`] finds what several articles have in common, and [`statement`] what they quote alike, where it is
//!    wanted.
//! 3. [`index`] makes the search index.
//! 4. [`pack`] writes it all as bytes.
//!
//! Natively the second and the third step, which take longest and do not need each other, run at the
//! same time; on wasm32, which has no threads, one after the other. The answer is the same.

use crate::article::{Article, Masthead};
use crate::dossier::Dossier;
use crate::i18n;
use crate::index;
use crate::pack::{self, Contents};
use crate::quotation::{Attributions, Editorial, attribute_with};
use crate::reuse;
use crate::statement;
use crate::threads::join;

/// Whether [`compile`] looks for what several articles have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// Repeated statements and agency copy are found and kept in the pack.
    Find,
    /// The pack has none: for searching, which does not ask for them.
    Skip,
}

/// A stage of [`compile`], for those who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The articles are read for who said what.
    Quotations,
    /// What they share is found, and they are indexed.
    Shared,
}

/// Compiled articles.
#[derive(Debug)]
pub struct Compiled {
    /// The bytes of the pack: see [`crate::pack`].
    pub pack: Vec<u8>,
    /// Who said what, as it is in the pack.
    pub attributions: Attributions,
}

impl Compiled {
    /// Opens the pack.
    ///
    /// # Panics
    ///
    /// If `pack` is not what [`compile`] made.
    #[must_use]
    pub fn dossier(&self) -> Dossier<'_> {
        Dossier::open(&self.pack).expect("a pack that was just encoded can be opened")
    }
}

/// Compiles `articles`, which have unique slugs, into a pack with `masthead` at its head. The same input
/// gives the same bytes.
///
/// ```
/// use whosaid::article::{Article, Masthead};
/// use whosaid::compile::{Sharing, compile};
/// use whosaid::quotation::Editorial;
///
/// let article = Article::from_plain_text_with_headline("All calm\n“It is calm,” said Ada Voss.");
/// let article = Article { slug: "calm".to_owned(), ..article };
/// let masthead = Masthead { title: "Weather".to_owned(), ..Masthead::default() };
/// let compiled = compile(&masthead, &[article], &Editorial::default(), Sharing::Find);
/// let dossier = compiled.dossier();
/// assert_eq!(dossier.speakers.name(dossier.speaker_ids().next().unwrap()), "Ada Voss");
/// ```
#[must_use]
pub fn compile(
    masthead: &Masthead,
    articles: &[Article],
    editorial: &Editorial,
    sharing: Sharing,
) -> Compiled {
    compile_with(masthead, articles, editorial, sharing, |_, _| {})
}

/// As [`compile`]; `progress` is told of each stage, and how many of the articles are done with.
#[must_use]
pub fn compile_with(
    masthead: &Masthead,
    articles: &[Article],
    editorial: &Editorial,
    sharing: Sharing,
    mut progress: impl FnMut(Stage, usize),
) -> Compiled {
    let attributions =
        attribute_with(articles, editorial, |n_read| progress(Stage::Quotations, n_read));
    progress(Stage::Shared, 0);
    let quotations = &attributions.quotations;
    let ((shared, statements), index) = join(
        || match sharing {
            Sharing::Find => {
                let shared = reuse::find_with(articles, quotations, |n_read| {
                    progress(Stage::Shared, n_read);
                });
                let statements = statement::find(articles, quotations, &shared);
                (shared, statements)
            }
            Sharing::Skip => (Vec::new(), Vec::new()),
        },
        || index::build(&masthead.language, articles, quotations),
    );
    let pack = pack::encode(Contents {
        masthead,
        catalogue: &i18n::catalogue_of(&masthead.language),
        articles,
        quotations,
        speakers: &attributions.speakers,
        shared,
        statements: &statements,
        index: &index,
    });
    Compiled { pack, attributions }
}
