//! Full-text search: what a reader asks, and the paragraphs that answer it.
//!
//! 1. [`Query::parse`] reads what was typed. It never fails; what it could not use it says in a
//!    [`QueryNotice`].
//! 2. [`Search`] looks the words up in the index, reads the articles that may answer, best first, keeps
//!    what the [`Filter`] lets through, ranks, and counts what each other filter value would give (facet
//!    counts). It goes on in slices and has the first hits long before the last count; [`search()`] is
//!    all of it at once, [`first_hits`] its beginning.
//! 3. [`hits_in_article`] gives every span to highlight in one article.
//!
//! # What a query means
//!
//! The unit is the paragraph; the headline is paragraph 0. A paragraph answers a query when it holds
//! every word and phrase asked for and none that is excluded. Words in the article's headline count
//! for all of its paragraphs, but at least one must stand in the paragraph itself.
//!
//! | typed | asks for |
//! |---|---|
//! | `hard line`, `hard AND line` | both words, in any order; the last one may go on, as long as nothing follows it |
//! | `"hard line"` | the words one after the other, as they are; an open mark reaches to the end |
//! | `-word`, `-"a phrase"`, `-(…)`, `NOT word` | paragraphs without it |
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
//! Words are compared in their folded form ([`fold`](crate::fold)). A word is answered by itself, by
//! its other inflected forms (`sanction` by *sanctions*), and, if part of a name, by its other
//! spellings in names of the same speaker (`samir` by *Zamir*); the word itself ranks first. Words in
//! quotation marks and excluded words are answered by themselves alone.
//!
//! A number is one word with its decimals, with or without separators of thousands: `1300` finds
//! *1,300*. An abbreviation is the same word with points and without. `US` in capitals and `us` are two
//! words, unless the text is all in capitals.
//!
//! In scripts without spaces between words each character is a token, and a query is a phrase of
//! them. So every substring of such a text is found, without a dictionary to segment words by. An index
//! of bigrams would have a hundred times as many terms, only to exclude candidates that the scan of
//! their text excludes too.
//!
//! The search is relaxed only as far as it finds nothing in any paragraph: first the words may stand in
//! different paragraphs of an article, and paragraphs with most of them come first; then words that
//! the dossier does not have may have typing errors (one in a word of 4 letters, two from 8 on but for
//! the first letter, two vowels); and last, all words may. A [`QueryNotice`] says what was done, and if
//! nothing helps, [`Answer::suggestions`] has words of the dossier near to those asked for.

mod filter;
mod notice;

mod answer;

mod parse;

mod matcher;

mod lookup;
mod matches;

mod limits;

mod results;
mod score;

mod ranker;

mod facet;
mod suggest;

mod offers;

mod search;

pub use answer::{Answer, FacetCounts, Hit, by_article};
pub use filter::{Filter, SpeakerChoice};
pub use notice::QueryNotice;
pub use offers::{other_spellings, speakers_named};
pub use parse::Query;
pub use search::{Finder, Search, first_hits, hits_in_article, search};
