//! Who said what: [`Quotation`]s found in articles and attributed to [`Speaker`]s.
//!
//! # Method
//!
//! [`attribute`] reads English news with word lists and word order alone: no parser, no tagger,
//! nothing learned. The stages, each a plain function over the one before:
//!
//! 1. `marks`: which signs of a paragraph open and close quotations.
//! 2. `word`: the paragraph as words and sentences; `lexicon` says what each word may be.
//! 3. `cue`: words that signal speech, each with the phrase that names who spoke; `phrase` finds
//!    those phrases.
//! 4. `content`: the clauses that cues report (`reported`), then what is left in marks (`direct`).
//! 5. `mention`, `speaker`: whom the phrase means in its article: names, offices, pronouns.
//! 6. `directory`: one list of speakers over all articles, whatever the spelling.
//! 7. `attribution`: all together, then what the publisher lays down in an [`Editorial`].
//!
//! A rule fires only on evidence that a reader can be shown: cue, mention and [`Rule`] are kept with
//! every quotation. Where nothing is plain the speaker stays `None`: a missing name costs a little, a
//! wrong one costs trust.
//!
//! # What it does not do
//!
//! It knows no language but English; of other texts it takes the words in marks and claims no
//! speaker. It does not judge whether something said is true, does not read thoughts and feelings as
//! speech, and does not look a name up anywhere: it knows only what the articles and the publisher
//! say. It knows nothing of search, packs or pages.
//!
//! # Sources
//!
//! What counts as direct, indirect and mixed follows Pareti et al., "Automatically Detecting and
//! Attributing Indirect Quotations" (EMNLP 2013). Cue verbs and the orders in which speaker, cue and
//! words come: Krestel, Bergler and Witte, "Minding the Source" (LREC 2008), and the Gender Gap
//! Tracker (Asr et al. 2021). Speakers of paragraphs without a cue: O'Keefe et al., "A Sequence
//! Labelling Approach to Quote Attribution" (EMNLP 2012). Spelling variants of names: Pouliquen and
//! Steinberger, "Automatic construction of multilingual name dictionaries" (2009).

use std::collections::BTreeMap;

mod attribution;
mod content;
mod cue;
mod direct;
mod directory;
mod lexicon;
mod marks;
mod mention;
mod phrase;
mod reported;
mod speaker;
mod word;

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId};
use crate::span::Span;

/// A speaker's place in the dossier's list of speakers, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SpeakerId(pub u32);

/// Something said, as one article has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// What was said: one or more Spans of the article's text, sorted, disjoint, not empty, quotation
    /// marks excluded. Each lies inside one paragraph; a quotation that a cue splits, or that runs on
    /// over paragraphs, has several.
    pub contents: Vec<Span>,
    /// Whether the words are the speaker's own.
    pub kind: Kind,
    /// For a mixed quotation the stretches inside marks, sorted, each inside one of `contents`;
    /// else empty.
    pub fragments: Vec<Span>,
    /// Who said it, and how we know.
    pub attribution: Attribution,
}

/// Whether the words of a quotation are the speaker's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Inside quotation marks.
    Direct,
    /// Reported without marks.
    Indirect,
    /// Reported, with stretches inside marks.
    Mixed,
}

impl Kind {
    /// All, in the order in which they are listed.
    pub const ALL: [Kind; 3] = [Kind::Direct, Kind::Indirect, Kind::Mixed];

    /// The name in URLs, attributes and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Direct => "direct",
            Kind::Indirect => "indirect",
            Kind::Mixed => "mixed",
        }
    }

    /// The kind of that [`Kind::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The link from a quotation to its speaker, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The words that signal speech ("said", "according to"), where there are any.
    pub cue: Option<Span>,
    /// The words that name or point to the speaker ("he", "the ambassador").
    pub mention: Option<Span>,
    /// The person or body; `None` is *unattributed*.
    pub speaker: Option<SpeakerId>,
    /// The rule that made the link.
    pub rule: Rule,
    /// How often attributions made like this one are right, in percent; 0 to 100.
    pub confidence: u8,
}

/// The rule by which a quotation was found and attributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// The dossier's editors say so.
    Editor,
    /// A cue with its speaker stands right behind the words: "…," said Lavrov.
    CueBehind,
    /// A cue with its speaker stands right before the words: Lavrov said: "…".
    CueBefore,
    /// A clause behind a verb of speech: Lavrov said that ….
    ReportedClause,
    /// A phrase behind a verb that calls, asks, promises or blames: Lavrov called for ….
    ReportedAct,
    /// "According to" and its like.
    AccordingTo,
    /// The verb shares its subject with an earlier one: Lavrov praised them and said that ….
    SharedSubject,
    /// The words run on from others in the same paragraph.
    Continued,
    /// A paragraph of speech behind one by the same speaker.
    Inherited,
    /// The sentence before is about the speaker.
    SubjectBefore,
    /// A sentence about the speaker leads up to the words with a colon.
    Announced,
    /// A name signs the words: "…" — Lavrov.
    Signed,
    /// The words stand behind the speaker's name in a transcript.
    Labelled,
    /// Words in marks, and nothing to tell whose.
    Marks,
}

impl Rule {
    /// The rule in words for a reader: a sentence, without the evidence itself.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        match self {
            Rule::Editor => "The editors of this dossier attributed these words by hand.",
            Rule::CueBehind => "The words right after the quotation name its speaker.",
            Rule::CueBefore => "The words right before the quotation name its speaker.",
            Rule::ReportedClause => "The sentence reports in its own words what the speaker said.",
            Rule::ReportedAct => {
                "The sentence tells what the speaker called, asked for, promised or blamed."
            }
            Rule::AccordingTo => "The article says that this is according to the speaker.",
            Rule::SharedSubject => {
                "The verb of speech has the same subject as the verb before it in the sentence."
            }
            Rule::Continued => "The quotation runs on from one just before it by the same speaker.",
            Rule::Inherited => {
                "A paragraph of speech without a speaker of its own follows the speaker before it."
            }
            Rule::SubjectBefore => "The sentence before the quotation is about the speaker.",
            Rule::Announced => {
                "A sentence about the speaker leads up to the quotation with a colon."
            }
            Rule::Signed => "The speaker's name stands under the quotation as a signature.",
            Rule::Labelled => "The speaker's name stands before the words, as in a transcript.",
            Rule::Marks => {
                "The words stand in quotation marks, but the article does not say plainly whose they are."
            }
        }
    }
}

/// The person or body behind the mentions, across all articles of a dossier. `T` is `&str` where it lies in
/// a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker<T = String> {
    /// The id in URLs and attributes: lower-case letters, digits and hyphens; unique in a dossier and
    /// never `unattributed`.
    pub slug: T,
    /// The name to show.
    pub name: T,
    /// Every other way in which the articles spell the name; sorted, without `name`.
    pub spellings: Vec<T>,
    /// Roles and affiliations as the articles or the editors give them ("Russian foreign minister");
    /// the editors' first, then the most frequent first.
    pub roles: Vec<T>,
}

/// What a publisher lays down about a dossier's speakers and quotations; the engine obeys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editorial {
    /// Speakers the publisher names.
    pub speakers: Vec<KnownSpeaker>,
    /// Corrections by article; any order.
    pub corrections: BTreeMap<ArticleId, Vec<Correction>>,
}

/// A speaker as the publisher names one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownSpeaker {
    /// The name to show.
    pub name: String,
    /// Other names and spellings that mean the same person or body in this dossier.
    pub aliases: Vec<String>,
    /// Roles, in the order to show.
    pub roles: Vec<String>,
}

/// What the publisher says of one stretch of an article's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The words in question: not empty, inside one paragraph. It speaks of the quotation that has a
    /// content Span overlapping these words; where there is none, it makes one of exactly these words.
    pub words: Span,
    /// What is to hold.
    pub verdict: Verdict,
}

/// What is to hold for the words of a [`Correction`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They are no quotation.
    NotQuotation,
    /// They are a quotation.
    Quotation {
        /// Its kind; `None` leaves what was found (a new one is direct when marks enclose the words,
        /// else indirect).
        kind: Option<Kind>,
        /// Who said it.
        speaker: SpeakerVerdict,
    },
}

/// What the publisher says of a quotation's speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpeakerVerdict {
    /// Leave what was found.
    AsFound,
    /// Nobody can be named.
    Unattributed,
    /// The speaker of this name or alias; a new speaker where none has it.
    Named(String),
}

/// What the engine found in a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributions {
    /// For each article in order its quotations, sorted by their first content Span.
    pub quotations: Vec<Vec<Quotation>>,
    /// Everyone who is quoted, most quotations first, then by name.
    pub speakers: Vec<Speaker>,
    /// Speakers that may be one: probable, so left apart and offered to the publisher.
    pub suggestions: Vec<MergeSuggestion>,
    /// Bodies that several articles quote without a name, most quotations first. Their quotations are
    /// unattributed, for each article may mean another.
    pub nameless: Vec<Nameless>,
}

/// A body that articles call by what it is alone ("the company").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nameless {
    /// What it is.
    pub name: String,
    /// How many quotations it would have.
    pub n_quotations: usize,
    /// In how many articles.
    pub n_articles: usize,
}

/// Two speakers that may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeSuggestion {
    /// The one with more quotations.
    pub keep: SpeakerId,
    /// The one that may be the same.
    pub merge: SpeakerId,
    /// Why it seems so, as a clause: "the surnames differ by one letter".
    pub reason: String,
}

/// Finds and attributes the quotations of all `articles`, and joins their speakers into one list.
#[must_use]
pub fn attribute(articles: &[Article], editorial: &Editorial) -> Attributions {
    attribution::attribute(articles, editorial)
}
