//! What the engine finds: [`Quotation`]s, who said them and how we know, and the [`Speaker`]s of a
//! dossier.

use enumset::EnumSetType;
use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
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
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumSetType,
)]
#[enumset(no_super_impls)]
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
    /// Of a mention without a name, the name of the person for whom it stands, where the article names them last before
    /// it: of "he" "Lavrov".
    pub name_before: Option<Span>,
    /// The person or body; several where they speak together ("A and B said"), in the order of the
    /// text. None is *unattributed*.
    pub speakers: Vec<SpeakerId>,
    /// The bodies for which the speakers speak, where their phrase says so: of "agency officials" the agency.
    /// None of them is among the speakers.
    pub bodies: Vec<SpeakerId>,
    /// Why nobody is named; there exactly where `speakers` is empty.
    pub why_open: Option<WhyOpen>,
    /// The rule that made the link.
    pub rule: Rule,
    /// How often attributions made like this one are right, in percent; 0 to 100. For words that stay
    /// open: how often their speaker is the `mention`.
    pub confidence: u8,
}

impl Attribution {
    /// Everyone whose words these are: the speakers, and the bodies for which they speak.
    pub fn everyone(&self) -> impl Iterator<Item = SpeakerId> + '_ {
        self.speakers.iter().chain(&self.bodies).copied()
    }
}

/// Why a quotation is *unattributed*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WhyOpen {
    /// The article is not in English.
    Language,
    /// No phrase near the words names a speaker.
    NoSpeaker,
    /// The name is that of several people, or of none whom its title fits.
    Namesakes,
    /// "he", "she", "they": it is not plain whom the pronoun means.
    Pronoun,
    /// "the minister": nobody in the article has that office, or several have.
    Office,
    /// "a source": nobody in particular, or a thing.
    Anonymous,
    /// "the company", of which the articles name several or none.
    NamelessBody,
    /// The dossier's editors name nobody.
    Editor,
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

/// The person or body behind the mentions, across all articles of a dossier. `T` is `&str` where it lies in
/// a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker<T = String> {
    /// The id in URLs and attributes: lower-case letters, digits and hyphens; unique in a dossier and
    /// never `unattributed`.
    pub slug: T,
    /// The name to show.
    pub name: T,
    /// Every other way in which the articles spell the name; sorted, without `name`. Apostrophes may be other signs.
    pub spellings: Vec<T>,
    /// Roles and affiliations as the articles or the editors give them ("Russian foreign minister");
    /// the editors' first, then the most frequent first.
    pub roles: Vec<T>,
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
    /// Speakers whose ages in several articles are not those of one person, most quotations first.
    pub ages: Vec<AgesOfOne>,
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

/// A speaker who may be two people of one name, because their ages differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgesOfOne {
    /// Who.
    pub speaker: SpeakerId,
    /// The two ages furthest apart, each with an article that states it.
    pub ages: [(ArticleId, u8); 2],
}

/// Two speakers that may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeSuggestion {
    /// The one with more quotations.
    pub keep: SpeakerId,
    /// The one that may be the same.
    pub merge: SpeakerId,
    /// Why it seems so.
    pub reason: MergeReason,
}

/// Why two speakers may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeReason {
    /// One name is the last word of the other.
    BareSurname,
    /// The given names are equal, and the surnames are spelling variants.
    SimilarSurnames,
    /// The surnames are equal, and the given names differ by little or one is an initial.
    SimilarGivenNames,
}
