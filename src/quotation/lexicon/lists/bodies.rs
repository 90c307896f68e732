//! Bodies: organisations, companies and institutions.

/// Bodies of which there is one: their word is a name, where "the bank" is any bank.
pub(crate) const NAMED_BODIES: &str =
    "afp ap bbc cnn congress guardian kremlin pentagon reuters senate states";

/// Words that stand at the head of a body's name though no list of bodies has them: "Action on
/// Smoking".
pub(crate) const HEADS_OF_BODIES: &[&str] = &[
    "Action",
    "Centers",
    "Centres",
    "Chiefs",
    "Citizens",
    "Doctors",
    "Families",
    "Friends",
    "Mothers",
    "Parents",
    "Physicians",
    "Reporters",
    "Scientists",
    "Students",
    "Veterans",
    "Women",
    "Workers",
    "Americans",
];

/// Bodies that speak as people of some kind do, without a name: "companies".
pub(crate) const BODIES_OF_SOME_KIND: &[&str] = &[
    "agencies",
    "airlines",
    "associations",
    "banks",
    "businesses",
    "charities",
    "churches",
    "colleges",
    "companies",
    "corporations",
    "councils",
    "firms",
    "governments",
    "groups",
    "hospitals",
    "insurers",
    "nonprofits",
    "organisations",
    "organizations",
    "parties",
    "schools",
    "universities",
];

/// Bodies of which a country has one, so that all articles of a dossier mean the same one, unless
/// they name several: "the government".
pub(crate) const BODIES_OF_STATE: &[&str] =
    &["government", "parliament", "cabinet", "administration", "legislature"];

/// Bodies of which an article may well know several, so that what it is does not say which: "the
/// company".
pub(crate) const COMPANIES: &[&str] = &[
    "company",
    "corporation",
    "corp",
    "firm",
    "group",
    "bank",
    "airline",
    "airlines",
    "studio",
    "studios",
    "newspaper",
    "magazine",
    "network",
    "team",
    "club",
    "website",
    "site",
    "app",
    "service",
    "services",
    "label",
    "band",
    "times",
    "post",
    "journal",
    "news",
    "press",
];

/// What follows the names of companies, and names nobody alone.
pub(crate) const COMPANY_SUFFIXES: &[&str] =
    &["Co", "Corp", "Inc", "Ltd", "Llc", "LLC", "Plc", "PLC"];

/// Bodies whose names have one subject behind "of": in "the University of York and Leeds" the "and"
/// joins two things.
pub(crate) const BODIES_OF_ONE_SUBJECT: &[&str] =
    &["university", "bank", "government", "house", "army"];

/// Texts that are a part or a place of a body's, so that "of" says whose: "the website of the
/// school".
pub(crate) const PARTS_OF_BODIES: &[&str] =
    &["site", "website", "webpage", "homepage", "edition", "blog", "newsletter"];

/// What stands between such people and their body: "lawyers for the agency".
pub(crate) const OF_A_BODY: &[&str] = &["for", "of", "at", "from", "with", "in"];

/// Words in lower case that make no difference between the names of two bodies.
pub(crate) const SMALL_IN_BODIES: &[&str] = &["the", "a", "an", "of", "for", "and"];

/// Behind "General", make the name of a body: "General Motors".
pub(crate) const BEHIND_GENERAL: &[&str] = &[
    "Motors", "Electric", "Mills", "Dynamics", "Assembly", "Atomics", "Hospital", "Synod",
    "Council", "Foods",
];

/// Papers whose names are offices or trades, with a capital: "the Economist".
pub(crate) const PAPERS_LIKE_OFFICES: &[&str] = &[
    "Economist",
    "Spectator",
    "Observer",
    "Advocate",
    "Scotsman",
    "Statesman",
    "Examiner",
    "Inquirer",
];

/// Before a word for the one body of its kind, make it the name of another: "National Congress of …".
pub(crate) const BEFORE_BODIES: &[&str] =
    &["National", "World", "General", "International", "African"];

/// The first of two subjects in the name of a body: "Customs and Border Protection".
pub(crate) const SUBJECTS_OF_BODIES: &[&str] = &[
    "Customs",
    "Highlands",
    "Immigration",
    "Food",
    "Health",
    "Trade",
    "Drug",
    "Drugs",
    "Safety",
    "Energy",
    "Housing",
    "Securities",
    "Science",
    "Education",
    "Medicines",
    "Fish",
    "Alcohol",
    "Commodity",
    "Commodities",
    "Revenue",
    "Transport",
    "Fire",
    "Civil",
    "Aviation",
    "Innovation",
    "Business",
    "Agriculture",
];

/// End the names of such bodies, and are no bodies elsewhere.
pub(crate) const ENDS_OF_BODIES: &[&str] = &[
    "Protection",
    "Enforcement",
    "Services",
    "Affairs",
    "Exchange",
    "Security",
    "Control",
    "Trade",
    "Airports",
    "Enterprise",
];

/// Behind the time when a paper comes out: "the Evening Standard".
pub(crate) const NAMES_OF_PAPERS: &[&str] = &[
    "Standard",
    "Times",
    "Post",
    "Monitor",
    "Telegraph",
    "Mail",
    "Mirror",
    "Express",
    "Herald",
    "Star",
    "News",
    "Sun",
    "People",
    "Independent",
    "Tribune",
    "Gazette",
    "Chronicle",
    "Argus",
    "Echo",
    "Record",
    "World",
    "Paper",
];

/// With a capital within a name, as only those of campaigns and the like have them: "Save Our Shelves".
pub(crate) const WITHIN_NAMES_OF_CAMPAIGNS: &[&str] =
    &["Our", "Your", "My", "Against", "For", "With", "Without"];

/// Before what a body is, make it another than the one that is called so alone: "local government".
pub(crate) const SET_BODIES_APART: &[&str] =
    &["local", "regional", "previous", "next", "future", "last", "other", "new"];

/// Works and the like, right before a title in marks: "his podcast “Beyond Walls”".
pub(crate) const WORKS: &[&str] = &[
    "podcast",
    "film",
    "movie",
    "novel",
    "book",
    "album",
    "song",
    "single",
    "series",
    "play",
    "musical",
    "sitcom",
    "documentary",
    "memoir",
    "poem",
    "painting",
    "exhibition",
    "magazine",
    "newsletter",
    "programme",
    "campaign",
    "opera",
    "thriller",
];

/// Stand before the name of a thing or an animal, which may look like a person's: "the cafe Jack Voss".
pub(crate) const THINGS_WITH_NAMES: &[&str] = &[
    "album",
    "band",
    "boat",
    "book",
    "business",
    "cafe",
    "café",
    "cat",
    "company",
    "dog",
    "film",
    "firm",
    "horse",
    "hotel",
    "hurricane",
    "label",
    "movie",
    "musical",
    "novel",
    "opera",
    "pub",
    "restaurant",
    "ship",
    "shop",
    "song",
    "startup",
    "storm",
    "vessel",
    "yacht",
];
