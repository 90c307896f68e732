//! What opens, continues and ends the subject of a verb.

/// "Lavrov himself said": may stand between subject and verb, and ends no phrase.
pub(crate) const REFLEXIVES: &[&str] = &["himself", "herself", "themselves", "itself"];

/// "some say": determiners that also stand alone, for people.
pub(crate) const QUANTIFIERS: &[&str] =
    &["some", "others", "many", "most", "all", "both", "one", "another", "few", "several"];

/// Stand alone as a subject before a verb that any determiner else would make a noun: "some raised
/// it".
pub(crate) const QUANTIFIERS_BEFORE_VERB: &[&str] = &["some", "all", "both", "others"];

/// "an official": no particular one.
pub(crate) const INDEFINITE: &[&str] =
    &["a", "an", "one", "another", "some", "no", "any", "each", "every"];

/// "spoke to a farmer": bring in whom others spoke with.
pub(crate) const SPEAK_WITH: &[&str] = &["spoke", "talked", "speaking", "talking"];

/// Before whom the author or a paper has sought out: "I met Lavrov".
pub(crate) const VERBS_OF_MEETING: &[&str] =
    &["met", "called", "reached", "visited", "interviewed", "phoned", "contacted", "asked"];

/// "his office": whose it is, another phrase says.
pub(crate) const POSSESSIVE_DETERMINERS: &[&str] =
    &["his", "her", "their", "its", "my", "our", "your"];

/// Pronouns with which a verb stands in the third person singular.
pub(crate) const SINGULAR_PRONOUNS: &[&str] = &["he", "she", "it"];

/// Before "but", leave out who is named behind it: "everyone but Lavrov".
pub(crate) const EVERYBODY: &[&str] =
    &["everyone", "everybody", "all", "nobody", "none", "one", "anyone", "anybody"];

/// Pronouns behind which a finite verb is their own: "announced it added jobs".
pub(crate) const SUBJECT_PRONOUNS: &[&str] = &["he", "she", "it", "they", "we", "i"];

/// Stand before a subject and are no part of it: "Meanwhile officials said".
pub(crate) const BEFORE_SUBJECT: &[&str] = &[
    "but",
    "and",
    "then",
    "yesterday",
    "today",
    "still",
    "meanwhile",
    "however",
    "also",
    "later",
    "or",
    "so",
    "yet",
    "nor",
    "now",
    "earlier",
    "afterward",
    "afterwards",
    "instead",
    "thus",
    "therefore",
    "indeed",
    "&",
    "-",
    "even",
    "only",
    "here",
    "there",
    "again",
    "too",
];

/// End the noun phrase behind a cue: "said Lavrov during".
pub(crate) const BEHIND_SUBJECT: &[&str] = &[
    "in",
    "on",
    "at",
    "to",
    "during",
    "after",
    "while",
    "when",
    "as",
    "who",
    "that",
    "about",
    "following",
    "from",
    "with",
    "by",
    "before",
    "because",
    "if",
    "since",
    "outside",
    "through",
    "via",
    "into",
    "where",
    "which",
    "referring",
    "adding",
    "noting",
    "whose",
    "amid",
    "over",
    "shortly",
    "just",
    "even",
    "against",
];

/// Predicates with an infinitive, which belong to no phrase behind it: "likely to please critics".
pub(crate) const BEFORE_INFINITIVE: &[&str] = &[
    "likely",
    "unlikely",
    "able",
    "unable",
    "ready",
    "willing",
    "unwilling",
    "eager",
    "due",
    "sure",
    "certain",
    "bound",
    "free",
    "set",
];

/// Never open a subject.
pub(crate) const NO_SUBJECT_OPENERS: &[&str] = &["not", "be", "being", "been", "that"];

/// What stands before a time or a clause at the head of a sentence and is no subject: "Shortly
/// after …", "Back in …".
pub(crate) const BEFORE_SIDE_CLAUSE: &[&str] = &[
    "back",
    "down",
    "up",
    "out",
    "shortly",
    "soon",
    "early",
    "earlier",
    "later",
    "late",
    "just",
    "long",
    "even",
    "immediately",
    "right",
    "only",
    "exactly",
    "moments",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "much",
];

/// Numbers in words, as parts of a whole begin: "six in 10".
pub(crate) const NUMBERS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Tens in words.
pub(crate) const TENS: &[&str] =
    &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Numbers behind tens and a hyphen: "thirty-seven".
pub(crate) const NUMBERS_BEHIND_TENS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// End the name of a part of a whole: "26 percent", "almost half".
pub(crate) const SHARES: &[&str] = &[
    "percent",
    "%",
    "half",
    "third",
    "thirds",
    "two-thirds",
    "quarter",
    "quarters",
    "three-quarters",
    "majority",
    "plurality",
];

/// Stand in pairs before people: "current and former officials".
pub(crate) const PAIRED_ADJECTIVES: &[&str] = &[
    "current",
    "former",
    "present",
    "past",
    "local",
    "state",
    "federal",
    "national",
    "regional",
    "foreign",
    "domestic",
    "civil",
    "military",
    "senior",
    "junior",
    "young",
    "old",
    "male",
    "female",
    "liberal",
    "conservative",
    "democratic",
    "republican",
    "legal",
    "medical",
];

/// Behind a participle at the head of a sentence, show that it is what somebody does: "Speaking at".
pub(crate) const BEHIND_PARTICIPLE_AT_HEAD: &[&str] =
    &["in", "on", "at", "to", "with", "from", "about", "before", "after", "during", "as", "via"];
