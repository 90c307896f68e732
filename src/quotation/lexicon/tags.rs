//! [`Tags`]: what a word may be; [`Verb`]: what is known of a cue verb.

/// What one word may be, as a set of the constants below: a bit each. All 32 are in
/// use; with 64 a word would no longer be 32 bytes, so what few rules ask for is in the lists alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tags(u32);

impl Tags {
    /// The empty set.
    pub(crate) const NONE: Tags = Tags(0);
    /// "he", "they": a pronoun that can be a subject.
    pub(crate) const PRONOUN: Tags = Tags(1);
    /// "the", "some", "his": opens a noun phrase.
    pub(crate) const DETERMINER: Tags = Tags(1 << 1);
    /// "is", "would", "don't": a finite auxiliary.
    pub(crate) const AUXILIARY: Tags = Tags(1 << 2);
    /// "in", "of".
    pub(crate) const PREPOSITION: Tags = Tags(1 << 3);
    /// "and", "but".
    pub(crate) const COORDINATOR: Tags = Tags(1 << 4);
    /// "that", "while", "who": opens a subordinate clause.
    pub(crate) const SUBORDINATOR: Tags = Tags(1 << 5);
    /// "also", "recently": may stand between subject and verb.
    pub(crate) const ADVERB: Tags = Tags(1 << 6);
    /// "monday", "july", "yesterday".
    pub(crate) const TIME: Tags = Tags(1 << 7);
    /// "mr", "president": stands before a name and is no part of it.
    pub(crate) const TITLE: Tags = Tags(1 << 8);
    /// "spokesman", "ambassador": a person by office or trade.
    pub(crate) const ROLE: Tags = Tags(1 << 9);
    /// "ministry", "party": a body.
    pub(crate) const BODY: Tags = Tags(1 << 10);
    /// "officials", "analysts": people who speak as one.
    pub(crate) const PEOPLE: Tags = Tags(1 << 11);
    /// A finite form of a frequent verb that no ending betrays ("went", "took").
    pub(crate) const FINITE: Tags = Tags(1 << 12);
    /// "de", "al", "von": inside a name.
    pub(crate) const PARTICLE: Tags = Tags(1 << 13);
    /// "statement", "interview": where or how something was said.
    pub(crate) const OCCASION: Tags = Tags(1 << 14);
    /// "report", "poll": a text that speaks.
    pub(crate) const TEXT: Tags = Tags(1 << 15);
    /// Never the first word of a name though a sentence may begin with it ("the", "but", "monday").
    pub(crate) const NO_NAME: Tags = Tags(1 << 16);
    /// "not", "never".
    pub(crate) const NEGATION: Tags = Tags(1 << 17);
    /// "him", "us": a pronoun that cannot be a subject.
    pub(crate) const OBJECT: Tags = Tags(1 << 18);
    /// "he", "mr", "spokesman", "john".
    pub(crate) const MALE: Tags = Tags(1 << 19);
    /// "she", "ms", "spokeswoman", "mary".
    pub(crate) const FEMALE: Tags = Tags(1 << 20);
    /// A frequent given name.
    pub(crate) const GIVEN: Tags = Tags(1 << 21);
    /// "yesterday", "last": begins or is a time as seen from now.
    pub(crate) const DEICTIC: Tags = Tags(1 << 23);
    /// A country, a continent, or the adjective of one.
    pub(crate) const PLACE: Tags = Tags(1 << 22);

    /// "said", "according": all cue verbs, and words that begin or end other cues.
    pub(crate) const CUE: Tags = Tags(1 << 28);

    /// Begins with a letter or digit; not in the lists, but set for a word as it stands in a text.
    pub(crate) const WORD: Tags = Tags(1 << 24);
    /// Begins with a capital; set as it stands in a text.
    pub(crate) const CAPITAL: Tags = Tags(1 << 25);
    /// Can be part of a name: a capital, and no word that any sentence may begin with; set as it stands
    /// in a text.
    pub(crate) const NAME: Tags = Tags(1 << 26);
    /// "Zhirnov", "al-Amr": a name of its own; set as it stands in a text.
    pub(crate) const NAME_PART: Tags = Tags(1 << 27);
    /// "Lavrov's", "officials'"; set as it stands in a text.
    pub(crate) const POSSESSIVE: Tags = Tags(1 << 29);
    /// Opens or closes a stretch inside marks; set as it stands in a text.
    pub(crate) const MARK: Tags = Tags(1 << 30);
    /// Lies inside of marks; set as it stands in a text.
    pub(crate) const INSIDE: Tags = Tags(1 << 31);

    /// The set with those of `other` too; as `|`, for constants.
    pub(crate) const fn with(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }

    /// What both sets have.
    pub(crate) const fn only(self, other: Tags) -> Tags {
        Tags(self.0 & other.0)
    }

    /// What is in the set and not in `other`.
    pub(crate) const fn without(self, other: Tags) -> Tags {
        Tags(self.0 & !other.0)
    }

    /// Whether any of `other` is in the set.
    pub(crate) fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Tags {
    type Output = Tags;

    fn bitor(self, other: Tags) -> Tags {
        self.with(other)
    }
}

/// What may stand as the content of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Complement {
    /// A clause, with or without "that": "said it was calm".
    Clause,
    /// A clause after "that", or words in marks: "wrote that it was calm".
    That,
    /// Somebody first, then a clause: "told reporters it was calm".
    Addressee,
    /// Something and what it is called: "called it a success", "described it as calm".
    Naming,
    /// What is asked, promised, blamed: a phrase without a clause of its own: "called for calm".
    Act,
    /// A thought; it counts as speech only when the words stand in marks.
    Thought,
    /// A manner of speaking; only words in marks: "shouted", "laughed".
    Manner,
}

/// How a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// "say".
    Base,
    /// "says".
    Third,
    /// "said"; also the past participle.
    Past,
    /// "saying".
    Participle,
}

/// A form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    /// Its base form: "say".
    pub(crate) lemma: &'static str,
    /// What may follow it.
    pub(crate) complement: Complement,
    /// How it stands.
    pub(crate) form: VerbForm,
    /// Whether the same letters are as often a noun ("claims", "report").
    pub(crate) noun_too: bool,
}
