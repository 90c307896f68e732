//! Function words by the clauses that they open, join or leave.

/// Open a reported question: "asked whether".
pub(crate) const QUESTION_WORDS: &[&str] = &["whether", "if", "how", "why", "what", "who", "where"];

/// Open a question that somebody was asked: "asked which way".
pub(crate) const OPEN_QUESTIONS: &[&str] =
    &["whether", "if", "how", "why", "what", "who", "where", "which", "whom", "when"];

/// Open a relative clause: "the minister who".
pub(crate) const RELATIVE_PRONOUNS: &[&str] = &["who", "which", "whose", "that"];

/// Open a relative clause behind a comma: "the minister, whose".
pub(crate) const RELATIVES_BEHIND_COMMA: &[&str] = &["who", "which", "whose", "where"];

/// Before the subject of a cue, make a relative clause of its own of it: "Lavrov, whose deputy said".
pub(crate) const RELATIVES_OF_A_CLAUSE: &[&str] = &["which", "who", "whom", "whose"];

/// Before the subject of a cue, stand for the subject of what it reports: "which officials insisted
/// was no threat".
pub(crate) const RELATIVES_BEFORE_CUE: &[&str] = &["which", "who", "what", "that"];

/// Never open a reported clause without "that": "said to", "said nothing".
pub(crate) const NO_CLAUSE_OPENERS: &[&str] = &[
    "to",
    "of",
    "by",
    "for",
    "about",
    "with",
    "as",
    "so",
    "and",
    "or",
    "but",
    "goodbye",
    "hello",
    "goodnight",
    "farewell",
    "yes",
    "nothing",
    "than",
    "like",
    "more",
    "from",
    "out",
];

/// Are whole answers: "said yes".
pub(crate) const ANSWERS: &[&str] = &["yes", "no"];

/// Lead to whom or what "the same" is said of: "said the same of Lavrov".
pub(crate) const BEHIND_THE_SAME: &[&str] = &["of", "about", "for"];

/// Join the clause of another cue to a reported one: "A, but Lavrov said B".
pub(crate) const CLAUSE_JOINERS: &[&str] =
    &["and", "but", "while", "whereas", "with", "though", "although", "as", "also"];

/// Have a "that" of their own, which opens nothing reported: "to the extent that", "so that".
pub(crate) const BEFORE_OTHER_THAT: &[&str] = &["point", "extent", "fact", "so"];

/// Subordinators that are as often prepositions, and so may stand between a cue and its "that":
/// "said after the talks that".
pub(crate) const SUBORDINATORS_AND_PREPOSITIONS: &[&str] = &["as", "before", "after", "since"];

/// May open what stands between a cue and its "that": "said last week that", "told reporters that".
pub(crate) const BETWEEN_CUE_AND_THAT: &[&str] =
    &["last", "this", "late", "early", "reporters", "out"];

/// Behind a cue and a comma, do not go on with what is reported: "it was calm, said Lavrov, who".
pub(crate) const NO_CONTINUATION: &[&str] = &["who", "which", "referring", "citing"];

/// Participles without "-ed" that tell more of the noun before them: "people hit by the storm".
pub(crate) const PARTICIPLES_BEHIND_NOUNS: &[&str] =
    &["hit", "shot", "hurt", "led", "run", "held", "seen", "known", "caught", "chosen", "written"];

/// End two words before a clause that say nothing themselves: "For example, as Lavrov said, …".
pub(crate) const ENDS_OF_FRAMES: &[&str] =
    &["example", "instance", "fact", "short", "particular", "addition", "general", "contrast"];

/// At the head of a sentence, tell what was asked or said of those who answer: "Asked whether it was late, Lavrov said".
pub(crate) const OPEN_WHAT_OTHERS_SAID: &[&str] =
    &["Asked", "Told", "Pressed", "Questioned", "Challenged", "Reminded", "Informed", "Quizzed"];

/// Before a clause that tells more of it, stand for what was said and do not say what: "said something that".
pub(crate) const SAID_OF_ANYTHING: &[&str] = &["something", "anything", "everything", "things"];

/// Stand before whom words are for, or where they can be read or heard: "a letter to Lavrov saying".
pub(crate) const BEFORE_ADDRESSEE: &[&str] = &["to", "on", "at", "via", "through", "against"];

/// Behind words in marks, with "a" before them, say what these are: "“late,” a remark that".
pub(crate) const COMMENTS: &[&str] = &[
    "remark",
    "comment",
    "phrase",
    "word",
    "term",
    "reference",
    "description",
    "dig",
    "jab",
    "swipe",
    "nod",
    "allusion",
    "accusation",
    "charge",
    "claim",
    "assertion",
    "characterization",
    "characterisation",
    "play",
];

/// Before a participle at the head of a sentence, leave it to the subject of the main clause: "After saying that it was
/// late, Lavrov".
pub(crate) const BEFORE_PARTICIPLE_AT_HEAD: &[&str] =
    &["after", "before", "while", "when", "by", "in", "since", "besides"];

/// Before a participle that tells of what the subject of the sentence said: "angered them by saying".
pub(crate) const BEFORE_ACT_OF_SUBJECT: &[&str] = &["by", "before", "upon"];

/// Open an adjunct before the subject of a sentence, besides prepositions and participles.
pub(crate) const OPEN_ADJUNCTS: &[&str] = &["Unlike", "Contrary"];

/// What things do as well as people: "theories suggesting".
pub(crate) const SAID_OF_THINGS: &[&str] =
    &["suggesting", "showing", "indicating", "demonstrating", "finding"];

/// Behind a comma, give the word back to the author: ", referring to".
pub(crate) const AUTHORS_ADDITIONS: &[&str] = &["referring", "citing", "alluding", "according"];

/// Open a clause with a subject of its own beside the main one.
pub(crate) const CLAUSE_OPENERS: &[&str] = &[
    "while", "although", "though", "whereas", "as", "when", "because", "since", "after", "before",
];

/// Stand alone at the head of a sentence before a comma and are no name, though no other list has them.
pub(crate) const ALONE_AT_HEAD: &[&str] = &[
    "abroad",
    "backstage",
    "fine",
    "meantime",
    "offline",
    "ok",
    "okay",
    "online",
    "onstage",
    "overnight",
    "right",
    "sure",
    "true",
];
