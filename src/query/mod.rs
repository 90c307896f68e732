//! What a reader asks, and the paragraphs that answer it.
//!
//! 1. [`Query::parse`] reads what was typed. It never fails; what it could not use it says in a
//!    [`Notice`].
//! 2. [`Search`] looks the words up in the index, reads the articles that may answer, best first, keeps
//!    what the [`Filter`] lets through, ranks, and counts what each other filter value would give. It
//!    goes on in slices and has the first hits long before the last count; [`search()`] is all of it at
//!    once, [`first_hits`] its beginning.
//! 3. [`hits_in_article`] gives every place to paint in one article.
//!
//! # What a query means
//!
//! The unit is the paragraph; the headline is paragraph 0. A paragraph answers a query when it holds
//! every word and phrase asked for and none that is excluded. Words in the article's headline count
//! for all of its paragraphs, but at least one must stand in the paragraph itself.
//!
//! | typed | asks for |
//! |---|---|
//! | `hard line` | both words, in any order; the last one may go on, as long as nothing follows it |
//! | `"hard line"` | the words one after the other, as they are; an open mark reaches to the end |
//! | `-word`, `-"a phrase"`, `-(…)` | paragraphs without it |
//! | `Putin OR Lavrov` | either; `OR` joins its two neighbours only |
//! | `(…)` | what stands in brackets, as one |
//! | `word*` | a word with this beginning |
//! | `hard-line` | *hard-line*, *hardline* and *hard line*; `hardline` finds the first two |
//! | `title:word` | it in the headline |
//! | `said:word`, `said:"a phrase"` | it inside a quotation |
//! | `speaker:name` | paragraphs that quote someone of this name |
//! | `outlet:name` | articles of this outlet |
//! | `before:2021-08-16` | articles published earlier; also with a month or a year |
//! | `after:2021-08-16` | articles published then or later |
//!
//! # What answers a word
//!
//! In scripts without spaces between words each character is a word, and what is asked for is a phrase
//! of them; so every stretch of such a text is found, marked character by character, without a
//! dictionary. Pairs of characters would be terms a hundred times as many, to rule out candidates that
//! reading them rules out too.
//!
//! Words are compared as [`fold`](crate::fold) leaves them. A word is answered by itself, by its
//! other forms (`sanction` by *sanctions*), and, if part of a name, by its other spellings in names
//! of the same speaker (`samir` by *Zamir*); the word itself ranks first. Words in quotation marks
//! and excluded words are answered by themselves alone.
//!
//! Only where all this finds nothing in any paragraph, paragraphs of articles count that answer as a
//! whole, those with most of it first; where that finds nothing, words that the dossier has not may
//! have typing errors (one in a word of 4 letters, two from 8 on); and last, all words may. What was
//! done is said in a [`Notice`], and if nothing helps, [`Answer::suggestions`] names words near to
//! those asked for.

use std::fmt;

use crate::article::ArticleId;
use crate::decimal::decimal;
use crate::dossier::Dossier;
use crate::quotation::{Kind, Quotation, SpeakerId};
use crate::sort::{first, key, second, sorted};
use crate::span::Span;

pub use crate::slug::{OUTLET_NOT_STATED, outlet_slug};
pub use parse::Query;
pub use picks::Picks;
pub use search::{Search, first_hits, hits_in_article, search};

mod facet;
mod parse;
mod picks;
mod rank;
mod search;
mod seek;
mod set;
mod words;

/// What is searched.
pub type Corpus<'a> = &'a Dossier<'a>;

/// Which quotations and outlets to keep. An empty set restricts nothing.
///
/// Values of one set are alternatives, the sets apply together. A paragraph passes `speakers` and
/// `kinds` when one and the same quotation in it has a chosen speaker and a chosen kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Who said it.
    pub speakers: Picks<SpeakerChoice>,
    /// How it is quoted.
    pub kinds: Picks<Kind>,
    /// Slugs as [`outlet_slug`] makes them.
    pub outlets: Picks<String>,
}

/// A speaker to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpeakerChoice {
    /// This one.
    Speaker(SpeakerId),
    /// Quotations of which nobody knows who said them.
    Unattributed,
}

impl SpeakerChoice {
    /// The choice that a quotation falls under.
    #[must_use]
    pub fn of(quotation: &Quotation) -> Self {
        quotation.attribution.speaker.map_or(Self::Unattributed, Self::Speaker)
    }
}

impl Filter {
    /// Whether `speakers` and `kinds` choose this quotation. Where both are empty they choose none.
    #[must_use]
    pub fn chooses(&self, quotation: &Quotation) -> bool {
        let is_restricted = !self.speakers.is_empty() || !self.kinds.is_empty();
        let of_speaker =
            self.speakers.is_empty() || self.speakers.contains(&SpeakerChoice::of(quotation));
        let of_kind = self.kinds.is_empty() || self.kinds.contains(&quotation.kind);
        is_restricted && of_speaker && of_kind
    }

    /// Whether it restricts nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.speakers.is_empty() && self.kinds.is_empty() && self.outlets.is_empty()
    }
}

/// What answers a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Best first, as many as were asked for; hits of equal score in the order of the dossier.
    pub hits: Vec<Hit>,
    /// How many there are without that limit.
    pub n_hits: usize,
    /// What other filters would give.
    pub counts: Counts,
    /// How the query was answered, where that is not plain.
    pub notices: Vec<Notice>,
    /// Where nothing was found: words of the dossier near to those asked for, with the number of
    /// paragraphs that hold them; most likely first.
    pub suggestions: Vec<(String, u32)>,
}

/// One paragraph that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// The paragraph's number in it; 0 is the headline.
    pub paragraph: u32,
    /// Higher is better; comparable inside one answer only.
    pub score: f32,
    /// The words found, in the article's text; sorted, disjoint, all inside the paragraph. Empty when
    /// the query asks for no words.
    pub spans: Vec<Span>,
}

/// The hits with those of one article together; articles in the order of their first hits.
#[must_use]
pub fn by_article(hits: &[Hit]) -> Vec<&Hit> {
    let keys = hits.iter().zip(0..).map(|(hit, idx)| key(hit.article.0, idx, 0)).collect();
    let mut order = Vec::new();
    for same in sorted(keys).chunk_by(|one, other| first(*one) == first(*other)) {
        order.extend(same.iter().map(|idx| key(second(same[0]), second(*idx), 0)));
    }
    sorted(order).iter().map(|idx| &hits[second(*idx) as usize]).collect()
}

/// How many hits there would be if of one kind of filter exactly one value were chosen, the query and
/// the other kinds staying as they are. Every value of the dossier is there, with 0 if need be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// By [`SpeakerId`].
    pub speakers: Vec<u32>,
    /// Quotations without a speaker.
    pub unattributed: u32,
    /// In the order of [`Kind::ALL`].
    pub kinds: [u32; 3],
    /// By [`outlet_slug`], in the order of [`Index::outlets`](crate::index::Index::outlets).
    pub outlets: Vec<(String, u32)>,
}

impl Counts {
    /// The count of a speaker; 0 if the dossier has no such speaker.
    #[must_use]
    pub fn speaker(&self, choice: SpeakerChoice) -> u32 {
        match choice {
            SpeakerChoice::Speaker(id) => self.speakers.get(id.0 as usize).copied().unwrap_or(0),
            SpeakerChoice::Unattributed => self.unattributed,
        }
    }

    /// The count of a kind.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> u32 {
        self.kinds[kind as usize]
    }

    /// The count of an outlet by its slug; 0 if the dossier has no such outlet.
    #[must_use]
    pub fn outlet(&self, slug: &str) -> u32 {
        self.outlets.iter().find(|(own, _)| own == slug).map_or(0, |(_, n_hits)| *n_hits)
    }
}

/// How a query was read or answered, where that is not plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The query has signs but no words.
    NoWords,
    /// The query only excludes, so there is nothing to find.
    OnlyExclusions,
    /// A quotation mark was not closed; the phrase goes to the end.
    OpenPhrase,
    /// The query is longer than can be searched; only its beginning counts.
    TooLong {
        /// The number of words that count.
        n_words: usize,
    },
    /// A field such as `speaker:` with nothing after it; it plays no part.
    NoValue {
        /// The field with its colon.
        field: String,
    },
    /// Not a date; it plays no part.
    NoDate {
        /// What was typed.
        asked: String,
    },
    /// So many words begin like those in the query that not all of them were looked for.
    TooBroad,
    /// No paragraph holds everything; the articles shown do.
    Scattered,
    /// A word was found only as if it had a typing error.
    Corrected {
        /// The word asked for, folded.
        asked: String,
        /// Words found instead, folded, the best first; not empty.
        found: Vec<String>,
    },
}

impl Notice {
    /// The notice as a sentence for the reader.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::NoWords => "There are no words in this query; type a word or a name.".into(),
            Self::OnlyExclusions => {
                "This query only excludes words; add a word to look for.".into()
            }
            Self::OpenPhrase => {
                "The quotation mark is not closed; the phrase was read to the end.".into()
            }
            Self::TooLong { n_words } => {
                ["This query is long; its first ", &decimal(*n_words), " words were looked for."]
                    .concat()
            }
            Self::NoValue { field } => {
                ["Type a name or a word right after “", field, "”."].concat()
            }
            Self::NoDate { asked } => {
                ["“", asked, "” is not a date; type it as 2021-08-16, 2021-08 or 2021."].concat()
            }
            Self::Corrected { asked, found } => {
                let found: Vec<&str> = found.iter().map(|word| &**word).collect();
                let found = found.join("”, “");
                let also = "”. In quotation marks it is searched as it is.";
                ["Nothing was found for “", asked, "”; these have “", &found, also].concat()
            }
            Self::TooBroad => {
                "Too many words begin like these; type more letters to look for all of them.".into()
            }
            Self::Scattered => {
                "No paragraph has all of these words; these are from articles that have them all."
                    .into()
            }
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}
