//! A cue, and how it stands to its subject.

use std::ops::Range;

use crate::quotation::lexicon::{Complement, Verb, VerbForm};
use crate::quotation::word::Word;

/// No more words than this are looked at for what goes with a verb.
pub(super) const REACH: usize = 16;

/// Words that signal speech, and who is said to speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// The words themselves: a verb, or "according to".
    pub(crate) words: Range<usize>,
    /// The noun phrase of who spoke.
    pub(crate) subject: Range<usize>,
    /// How the two stand to one another.
    pub(crate) construction: Construction,
    /// The verb; `None` for "according to".
    pub(crate) verb: Option<Verb>,
    /// Whether the speech is denied ("did not say", "denied saying") or only thought of ("if he says", "should have
    /// said").
    pub(crate) negated: bool,
    /// The sentence it stands in.
    pub(crate) sentence: usize,
}

/// How a cue and its subject stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Construction {
    /// "Lavrov said".
    SubjectFirst,
    /// "said Lavrov" (inversion).
    VerbFirst,
    /// "Lavrov came and said"; "…, adding that": the subject is that of an earlier verb (ellipsis).
    SharedSubject,
    /// "according to Lavrov".
    AccordingTo,
    /// "was told by Lavrov": the agent of a passive.
    Agent,
}

impl Cue {
    /// The first word of the clause that cue and subject make.
    pub(crate) fn start(&self) -> usize {
        match self.construction {
            Construction::SubjectFirst => self.subject.start,
            Construction::VerbFirst
            | Construction::AccordingTo
            | Construction::SharedSubject
            | Construction::Agent => self.words.start,
        }
    }

    /// One past the last word of cue and subject.
    pub(crate) fn end(&self) -> usize {
        match self.construction {
            Construction::SubjectFirst | Construction::SharedSubject => self.words.end,
            Construction::VerbFirst | Construction::AccordingTo | Construction::Agent => {
                self.subject.end
            }
        }
    }

    /// Whether its subject gives the words of another, so that they are perhaps not its own: "Lavrov, quoting Zhirnov,
    /// said".
    pub(crate) fn relays(&self, words: &[Word]) -> bool {
        self.subject.end < self.words.start
            && words[self.subject.end..self.words.start].iter().any(|word| word.is("quoting"))
    }

    /// What may be its content.
    pub(crate) fn complement(&self) -> Complement {
        self.verb.map_or(Complement::Clause, |verb| verb.complement)
    }

    /// The base form of its verb, empty for "according to".
    pub(crate) fn lemma(&self) -> &'static str {
        self.verb.map_or("", |verb| verb.lemma)
    }
}

/// A verb with another word that together only lead to words in marks.
pub(super) const MANNER: Verb =
    Verb { lemma: "put", complement: Complement::Manner, form: VerbForm::Past, noun_too: false };
