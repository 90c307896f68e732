//! Offices and titles.

/// What somebody is who is addressed by an abbreviated title: "Sen. Voss", later "the senator".
pub(crate) const OFFICES_OF_TITLES: &[(&str, &[&str])] = &[
    ("sen", &["senator", "lawmaker"]),
    ("rep", &["representative", "congressman", "congresswoman", "lawmaker"]),
    ("gov", &["governor"]),
    ("gen", &["general"]),
    ("col", &["colonel"]),
    ("capt", &["captain"]),
    ("lt", &["lieutenant"]),
    ("maj", &["major"]),
    ("sgt", &["sergeant"]),
    ("adm", &["admiral"]),
    ("cmdr", &["commander"]),
    ("supt", &["superintendent"]),
    ("insp", &["inspector"]),
    ("pc", &["constable"]),
    ("cllr", &["councillor"]),
    ("prof", &["professor"]),
    ("dr", &["doctor", "physician"]),
    ("rev", &["reverend", "pastor"]),
];

/// Titles in lower case that say how somebody is addressed, and no office: not shown as somebody's
/// role.
pub(crate) const ADDRESSES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sir", "dame", "lord", "lady", "miss", "sen", "rep", "gov",
    "gen", "col", "lt", "capt", "sgt", "maj", "adm", "rev", "hon", "mr.", "mrs.", "ms.", "dr.",
    "prof.", "sen.", "rep.", "gov.", "gen.", "col.", "lt.", "capt.", "sgt.", "maj.", "adm.",
    "rev.", "hon.", "cpl", "cpl.", "cmdr", "cmdr.", "pc", "insp", "det", "supt", "dci", "cllr",
];

/// Offices that are held for, to or at something: "ambassador to Germany".
pub(crate) const OFFICES_WITH_A_SEAT: &[&str] =
    &["minister", "secretary", "commissioner", "ambassador", "envoy"];

/// Lead from an office to where or over what it is held: "ambassador to Germany".
pub(crate) const BEHIND_OFFICE: &[&str] = &["of", "for", "to", "on", "at", "in"];

/// Lead from an office to where it is held, or where its holder is from, in an apposition: "Lavrov,
/// an analyst from Moscow".
pub(crate) const BEHIND_OFFICE_IN_APPOSITION: &[&str] =
    &["of", "for", "to", "on", "at", "in", "from", "with"];

/// Offices of which there are many in one place, each for something of its own: "budget director".
pub(crate) const OFFICES_OF_FIELDS: &[&str] =
    &["director", "secretary", "minister", "commissioner", "editor", "manager", "officer"];

/// Make another office of an office: the deputy minister is not the minister.
pub(crate) const SET_OFFICES_APART: &[&str] = &[
    "vice-presidential",
    "prime",
    "shadow",
    "deputy",
    "vice",
    "assistant",
    "acting",
    "junior",
    "former",
    "ex",
    "associate",
];

/// Before an office and a hyphen: "then-president".
pub(crate) const BEFORE_OFFICES: &[&str] =
    &["then", "ex", "vice", "deputy", "co", "interim", "former", "acting", "great", "soon-to-be"];

/// Behind somebody by office or kinship and a hyphen: "governor-elect", "sister-in-law".
pub(crate) const BEHIND_OFFICES: &[&str] =
    &["elect", "designate", "general", "in-law", "in-chief", "in-residence", "at-law"];

/// Participles in lower case that describe an office: "the retired general".
pub(crate) const PARTICIPLES_OF_OFFICES: &[&str] =
    &["acting", "retired", "elected", "appointed", "leading", "visiting"];

/// Behind these an office is that of whom the sentence speaks, and not of the name behind it: "He went on to become
/// prime minister, John Roe said", without its comma.
pub(crate) const TAKE_AN_OFFICE: &[&str] = &["become", "becomes", "became", "becoming"];

/// Words in lower case that may stand before an office and are no part of it: "the only candidate".
pub(crate) const NO_PART_OF_AN_OFFICE: &[&str] = &[
    "only", "first", "second", "third", "last", "next", "best", "same", "one", "other", "fellow",
    "neither", "even", "like", "when", "about", "not",
];

/// What somebody is only in a figure of speech, with "of" behind it: "a source of strength", "a student of history".
pub(crate) const FIGURES: &[&str] =
    &["child", "critic", "fan", "father", "friend", "mother", "source", "student", "victim"];

/// What an office is about, which tells two of one noun apart: "the defence minister".
pub(crate) const FIELDS_OF_OFFICES: &[&str] = &[
    "agriculture",
    "athletic",
    "campaign",
    "communications",
    "culture",
    "defence",
    "defense",
    "education",
    "energy",
    "environment",
    "finance",
    "financial",
    "fire",
    "foreign",
    "health",
    "home",
    "interior",
    "investment",
    "justice",
    "labor",
    "labour",
    "legal",
    "marketing",
    "medical",
    "nursing",
    "operating",
    "police",
    "political",
    "prison",
    "probation",
    "prosecution",
    "research",
    "sales",
    "science",
    "security",
    "sporting",
    "sports",
    "technology",
    "trade",
    "transport",
    "transportation",
];

/// Bodies that are called by what they are, so that they are none that has a name: "the army spokesman".
pub(crate) const BODIES_WITHOUT_NAMES: &[&str] =
    &["army", "coastguard", "court", "fire", "military", "navy", "police"];

/// Titles of all who are named behind them: "Senators Voss and Roe".
pub(crate) const TITLES_OF_SEVERAL: &[&str] = &[
    "presidents",
    "ministers",
    "senators",
    "judges",
    "justices",
    "professors",
    "generals",
    "governors",
    "mayors",
    "reps",
    "sens",
    "govs",
    "gens",
    "drs",
    "messrs",
    "dels",
];
