//! Who said what: [`Quotation`]s found in articles and attributed to [`Speaker`]s.
//!
//! # Method
//!
//! [`attribute()`] reads English news with word lists and heuristics on word order: no parser, no
//! part-of-speech tagger, nothing learned. It is a pipeline; each stage is a plain function over the
//! results of those before it:
//!
//! 1. `marks` pairs the quotation marks of a paragraph; `transcript` finds the turns of an article that is
//!    one, and `truecase` gives text in capitals the case of prose.
//! 2. `word` cuts the paragraph into words and sentences (tokenizing and sentence splitting), and
//!    `lexicon` tags each word with what it may be.
//! 3. `cue` finds the words that signal speech, and `phrase` the noun phrase that names who spoke.
//! 4. `content` finds what was said: first the clauses that cues report (`reported`), then what is
//!    left in quotation marks (`direct`).
//! 5. `mention`, `cast` and `coreference` resolve that noun phrase to a person or body of its article: names,
//!    offices, pronouns (coreference); `bodies` knows which one "the ministry" is.
//! 6. `directory` merges the speakers of all articles into one list, whatever the spelling (`name`).
//! 7. `attribution` runs all of this, then applies the publisher's [`Editorial`].
//!
//! A rule fires only on evidence that a reader can be shown: cue, mention and [`Rule`] are kept with
//! every quotation. Where the text does not make the speaker plain, the speaker stays `None`: a missing
//! name costs a little, a wrong one costs trust.
//!
//! # What it does not do
//!
//! It knows no language but English; in articles that are said to be in another language it finds
//! only the words in quotation marks, without speakers. It does not judge whether something said is
//! true, takes neither thoughts and feelings nor what somebody denies for speech, and does not look up
//! names anywhere: it knows only what the articles and the publisher say. It does not depend on search, packs or pages.
//!
//! # Sources
//!
//! What counts as direct, indirect and mixed follows Pareti et al., "Automatically Detecting and
//! Attributing Indirect Quotations" (EMNLP 2013). Cue verbs and the orders in which speaker, cue and
//! words come: Krestel, Bergler and Witte, "Minding the Source" (LREC 2008), and the Gender Gap
//! Tracker (Asr et al. 2021). Speakers of paragraphs without a cue: O'Keefe et al., "A Sequence
//! Labelling Approach to Quote Attribution" (EMNLP 2012). Spelling variants of names: Pouliquen and
//! Steinberger, "Automatic construction of multilingual name dictionaries" (2009).

// The modules stand in reading order: each uses only those above it.

// The vocabulary of the results, and what a publisher may say of them.
mod model;

mod editorial;

// From text to words, and from words to phrases.
mod lexicon;
mod marks;
mod transcript;

mod truecase;
mod word;

mod phrase;

// What was said.
mod cue;
mod unresolved;

mod direct;
mod reported;

mod content;

// Who said it.
mod age;
mod entity;
mod name;

mod mention;
mod office;

mod bodies;
mod confidence;

mod cast;
mod coreference;
mod directory;

mod attribution;

pub use attribution::{attribute, attribute_with};
pub use editorial::{
    Correction, CorrectionTarget, Editorial, KnownSpeaker, QuotationVerdict, SpeakerVerdict,
};
pub use model::{
    AgesOfOne, Attribution, Attributions, Kind, MergeReason, MergeSuggestion, Nameless, Quotation,
    Rule, Speaker, SpeakerId, WhyOpen,
};
