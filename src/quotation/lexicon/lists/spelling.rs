//! Letters behind names, clipped words, titles of works, and signs.

/// Letters behind a name for an honour or a degree: "Ada Voss KC".
pub(crate) const HONOURS_BEHIND_NAMES: &[&str] = &[
    "KC", "QC", "OBE", "MBE", "CBE", "KBE", "DBE", "BEM", "CMG", "KCMG", "DSO", "PhD", "Ph.D.",
    "DPhil", "FRS", "FRSE", "FBA", "LLB", "MBA", "BSc", "MSc",
];

/// The same of what other words are written with too: "Ada Voss MP", but "the Leeds MP".
pub(crate) const SEATS_BEHIND_NAMES: &[&str] =
    &["MP", "MEP", "MSP", "MLA", "TD", "AM", "MS", "MD", "RN", "JP", "DL", "BA", "MA"];

/// What tells father and son apart, behind their name. The numbers of kings and popes ("John Paul II") do not, because
/// who has one is called without it as well.
pub(crate) const GENERATIONS: &[&str] =
    &["Jr.", "Jr", "Sr.", "Sr", "jr.", "sr.", "II", "III", "IV"];

/// Words with a capital that are names where a given name, an address or a surname stands beside them, and elsewhere
/// months, days or verbs.
pub(crate) const NAMES_AND_WORDS: NamesAndWords = NamesAndWords {
    surnames: &[
        "May", "Day", "March", "Read", "Weeks", "Long", "Will", "From", "Jun", "Mon", "Sat", "Sun",
        "Wed",
    ],
    given: &["Will", "Jan", "April", "June", "August"],
};

/// What adverbs end in and no names do: a word at the head of a sentence, with a comma behind it, may be either.
pub(crate) const ENDS_OF_ADVERBS: &[&str] = &[
    "ically", "ially", "ually", "onally", "ingly", "edly", "antly", "ently", "ably", "ibly",
    "ously", "ively", "fully", "lessly", "ately", "estly",
];

/// Words that are parts of a name between a given name and a surname: "Gerda ten Brink".
pub(crate) const WORDS_AND_PARTICLES: &[&str] = &["ten", "op"];

/// See [`NAMES_AND_WORDS`].
pub(crate) struct NamesAndWords {
    pub(crate) surnames: &'static [&'static str],
    pub(crate) given: &'static [&'static str],
}

/// Words in lower case that an apostrophe may begin: "'em".
pub(crate) const CLIPPED_WORDS: &[&str] = &["em", "til", "tis", "twas", "cause", "n", "t"];

/// Small words in a title in which all others have capitals: "Gone with the Wind".
pub(crate) const SMALL_IN_TITLES: &[&str] = &["the", "a", "an", "is", "that"];

/// Signs with which a clause may begin: "$5 million was paid".
pub(crate) const SIGNS_OF_WORDS: &[&str] = &["$", "#", "@", "£", "€"];

/// Behind a hyphen, make an adjective of a name: "US-based".
pub(crate) const ENDS_OF_ADJECTIVES: &[&str] =
    &["based", "born", "led", "backed", "owned", "controlled", "run", "funded", "occupied", "term"];
