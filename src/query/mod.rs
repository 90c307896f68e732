//! What a reader asks, and the paragraphs that answer it.
//!
//! 1. [`Query::parse`] reads what was typed. It never fails; what it could not use it says in a
//!    [`QueryNotice`].
//! 2. [`Search`] looks the words up in the index, reads the articles that may answer, best first, keeps
//!    what the [`Filter`] lets through, ranks, and counts what each other filter value would give (facet
//!    counts). It goes on in slices and has the first hits long before the last count; [`search()`] is
//!    all of it at once, [`first_hits`] its beginning.
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
//! A number is one word with its decimals, and thousands may be set apart or not: `1300` finds *1,300*. An
//! abbreviation is one with points and without; `US` in capitals and `us` are two words where the text is
//! not all in capitals.
//! Words are compared as [`fold`](crate::fold) leaves them. A word is answered by itself, by its
//! other forms (`sanction` by *sanctions*), and, if part of a name, by its other spellings in names
//! of the same speaker (`samir` by *Zamir*); the word itself ranks first. Words in quotation marks
//! and excluded words are answered by themselves alone.
//!
//! Only where all this finds nothing in any paragraph, paragraphs of articles count that answer as a
//! whole, those with most of it first; where that finds nothing, words that the dossier does not have
//! may have typing errors (one in a word of 4 letters, two from 8 on but for the first letter, two
//! vowels); and last, all words may. What was done is said in a [`QueryNotice`], and if nothing helps,
//! [`Answer::suggestions`] names words near to those asked for.

mod filter;
mod notice;

mod answer;

mod parse;

mod matcher;

mod lookup;
mod matches;

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
