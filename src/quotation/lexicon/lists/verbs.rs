//! Verbs of speech, and the patterns in which they report.

use super::super::tags::Complement;

/// Cue verbs by complement; `base/past` where irregular, `*` where the base is as often a noun.
pub(crate) const VERBS: &[(Complement, &str)] = &[
    (
        Complement::Clause,
        "say/said add claim* state* insist explain argue note* announce assert allege maintain contend \
         warn admit acknowledge concede deny declare confirm reiterate stress* emphasize emphasise \
         predict complain joke* boast* vow* promise* testify theorize theorise conclude observe \
         remark* suggest report* reveal caution* agree* hint* estimate* imply affirm speculate pledge* \
         underscore lament* posit swear/swore quip* recall* repeat* grumble* retort* opine surmise \
         figure* mention* disclose calculate recount postulate clarify underline hypothesize profess reckon",
    ),
    (Complement::Addressee, "tell/told assure inform remind advise notify convince persuade"),
    (
        Complement::That,
        "accept write/wrote write/written tweet* post* comment* respond reply counter* reason* continue point* \
         indicate signal* signal/signalled demand* propose project* recognize recognise charge* protest* rule* proclaim intone \
         ask read/read show*/showed find/found demonstrate answer* object* guarantee* recommend text* blog* rebut question*",
    ),
    (
        Complement::Naming,
        "call* describe dub label* label/labelled brand* characterize characterise portray depict term* refer deem \
         denounce condemn decry deride dismiss blast* slam* criticize criticise praise* accuse blame* \
         mock* ridicule* hail* chide attack* defend compare liken quote* cite tout rip* paint* lambaste \
         castigate bash excoriate",
    ),
    (
        Complement::Act,
        "urge* judge* request* appeal* threaten* offer* vow* promise* pledge* plead beg* advocate* oppose reject endorse",
    ),
    (
        Complement::Thought,
        "think/thought believe know/knew feel/felt hope* fear* expect mean/meant wonder* muse* doubt* worry* understand/understood",
    ),
    (
        Complement::Manner,
        "shout* yell* scream* cry* exclaim whisper* mutter* murmur* laugh* smile* chant* \
         sigh* snap* bark* gush rant* rail* vent* croon sing/sang thunder* roar* groan* moan* growl* \
         stammer* sob* nod* shrug* grin* chuckle* interrupt interject ejaculate gasp* persist \
         pursue inquire enquire rejoin return* echo* resume wail* drawl* falter pronounce hiss* \
         sneer* snarl* plead urge*",
    ),
];

/// Verbs that double their last letter before an ending.
pub(crate) const DOUBLING: &[&str] =
    &["admit", "shrug", "grin", "quip", "slam", "rebut", "chat", "sob", "dub", "rap", "pan", "nod"];

/// Verbs that signal speech with "back" or "in" behind them: "shot back", "chimed in".
pub(crate) const VERBS_WITH_PARTICLE: &[(&str, &[&str])] = &[
    (
        "back",
        &[
            "shot", "shoots", "fired", "fires", "hit", "hits", "pushed", "pushes", "clapped",
            "claps", "punched",
        ],
    ),
    ("on", &["went", "goes"]),
    (
        "in",
        &[
            "chimed", "chimes", "weighed", "weighs", "jumped", "jumps", "broke", "breaks", "cut",
            "cuts",
        ],
    ),
];

/// Verbs that tell of speech only where words in marks lead on to them: "“…,” she began", "“…?” he pressed".
pub(crate) const VERBS_BEHIND_MARKS: &[&str] = &[
    "began",
    "begins",
    "fumes",
    "fumed",
    "beams",
    "beamed",
    "scoffs",
    "scoffed",
    "riffs",
    "remembers",
    "shares",
    "reflects",
    "summarizes",
    "summarises",
    "narrates",
    "recounts",
    "presses",
    "pressed",
    "starts",
    "reacts",
    "reacted",
    "boomed",
    "booms",
    "blurted",
    "quizzed",
    "prodded",
];

/// What is called without being said: "called an early election".
pub(crate) const EVENTS_THAT_ARE_CALLED: &[&str] = &[
    "meeting",
    "election",
    "elections",
    "vote",
    "strike",
    "hearing",
    "session",
    "conference",
    "referendum",
    "summit",
    "halt",
    "truce",
    "ambulance",
    "taxi",
];

/// Stand behind "warning" where it says what they are for: "warning signs".
pub(crate) const THINGS_THAT_WARN: &[&str] = &[
    "sign", "signs", "siren", "sirens", "system", "systems", "shot", "shots", "light", "lights",
    "label", "labels", "letter", "letters", "bell", "bells", "signal", "signals",
];

/// "quoted a spokesman as saying".
pub(crate) const QUOTING_VERBS: &[&str] = &["quoted", "quotes", "cited", "quoting", "citing"];

/// What somebody does with words that are another's: "heard a neighbour saying", "received a letter from Lavrov saying".
pub(crate) const VERBS_OF_RELAYING: &[&str] = &[
    "heard",
    "hears",
    "hear",
    "hearing",
    "overheard",
    "saw",
    "sees",
    "seen",
    "received",
    "receives",
    "receiving",
    "got",
    "gets",
    "getting",
    "obtained",
    "obtains",
    "read",
    "reads",
    "played",
    "plays",
    "playing",
    "showed",
    "shows",
    "showing",
    "aired",
    "airs",
    "recorded",
    "filmed",
    "caught",
    "retweeted",
    "retweets",
    "cited",
    "cites",
    "citing",
    "quoted",
    "quotes",
    "quoting",
];

/// Have words on them or in them, besides texts: "got calls from members saying".
pub(crate) const CARRY_WORDS: &[&str] = &[
    "call",
    "calls",
    "text",
    "texts",
    "sign",
    "signs",
    "banner",
    "banners",
    "placard",
    "placards",
    "poster",
    "posters",
    "clip",
    "clips",
    "video",
    "videos",
    "recording",
    "recordings",
    "footage",
    "tape",
    "letters",
    "emails",
    "e-mails",
    "messages",
    "tweets",
    "comments",
    "complaints",
    "claims",
    "rumours",
    "rumors",
    "suit",
    "suits",
    "lawsuits",
    "petitions",
    "papers",
    "articles",
    "stories",
    "notes",
    "note",
    "post",
    "posts",
    "op-ed",
    "advert",
    "adverts",
    "ads",
    "voicemail",
    "voicemails",
    "plan",
    "resolution",
    "protest",
    "protests",
    "motion",
    "shirt",
    "t-shirt",
    "T-shirt",
];

/// Before "of", say how many: "a series of messages".
pub(crate) const SERIES: &[&str] = &[
    "series",
    "number",
    "string",
    "set",
    "flurry",
    "couple",
    "pair",
    "handful",
    "one",
    "raft",
    "slew",
    "spate",
    "lot",
    "crop",
    "dozens",
    "hundreds",
    "thousands",
    "some",
    "all",
    "both",
    "many",
    "most",
];

/// With these somebody gets, shows or turns against what is another's: "rejected a report claiming".
pub(crate) const VERBS_OF_GETTING: &[&str] = &[
    "got",
    "gets",
    "get",
    "getting",
    "received",
    "receives",
    "receiving",
    "receive",
    "obtained",
    "obtains",
    "faces",
    "faced",
    "facing",
    "rejected",
    "rejects",
    "rejecting",
    "dismissed",
    "dismisses",
    "dismissing",
    "disputed",
    "disputes",
    "criticised",
    "criticized",
    "criticises",
    "criticizes",
    "slammed",
    "slams",
    "blasted",
    "denounced",
    "denied",
    "denies",
    "found",
    "finds",
    "discovered",
    "discovers",
    "saw",
    "sees",
    "won",
    "cited",
    "cites",
    "citing",
    "read",
    "heard",
];

/// With these somebody shows the one text that they hold; of several the words are theirs: "held up a sign saying".
pub(crate) const VERBS_OF_HOLDING: &[&str] = &[
    "held", "holds", "holding", "hold", "carried", "carries", "carrying", "waved", "waving",
    "waves", "wore", "wears", "wearing",
];

/// Forms of these and no others of what somebody does who gives the words of another: "likes to quote his father:".
pub(crate) const VERBS_OF_QUOTING: &[&str] =
    &["quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"];

/// What somebody does with the words of another, before a colon behind which these stand.
pub(crate) const READING_VERBS: &[&str] = &[
    "quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing", "read", "reads",
    "reading", "received", "receives",
];

/// What somebody does with a text of their own too, unless it says whose it is: "posted a note from Lavrov:".
pub(crate) const SHOWING_VERBS: &[&str] = &[
    "showed",
    "shows",
    "shared",
    "shares",
    "posted",
    "posts",
    "held",
    "holds",
    "found",
    "finds",
    "got",
    "gets",
    "opened",
    "opens",
    "retweeted",
    "forwarded",
    "recalled",
    "recalls",
    "remembered",
    "remembers",
    "repeated",
    "repeats",
    "kept",
    "keeps",
];

/// How somebody looks at what stands written: "smiled at the inscription:".
pub(crate) const LOOKING_VERBS: &[&str] = &[
    "smiled", "smiles", "laughed", "laughs", "nodded", "nods", "pointed", "points", "looked",
    "looks", "stared", "stares", "glanced", "glances", "gestured", "gestures",
];

/// What somebody reads and did not write, where they look at it or read it out.
pub(crate) const TEXTS_TO_READ: &[&str] = &[
    "inscription",
    "sign",
    "plaque",
    "banner",
    "placard",
    "headline",
    "slogan",
    "notice",
    "poster",
    "label",
    "note",
    "letter",
    "email",
    "e-mail",
    "message",
    "text",
    "poem",
    "verse",
    "passage",
    "graffiti",
    "epitaph",
    "postcard",
    "card",
    "diary",
    "screen",
    "reply",
    "words",
];

/// What a clause behind it without "that" tells more of: "a claim he denies".
pub(crate) const CLAIMS: &[&str] =
    &["claim", "charge", "accusation", "allegation", "assertion", "suggestion", "notion"];

/// Make a passive of a participle: "was told".
pub(crate) const PASSIVE_AUXILIARIES: &[&str] = &[
    "was", "were", "been", "being", "is", "are", "be", "get", "got", "gets", "isn't", "wasn't",
    "weren't", "aren't", "it's", "he's", "she's", "they're",
];

/// Verbs, in their base form, that have a plain object as often as a clause without "that": "denied
/// the charges".
pub(crate) const OBJECT_VERBS: &[&str] = &[
    "announce",
    "deny",
    "report",
    "confirm",
    "suggest",
    "promise",
    "reveal",
    "declare",
    "repeat",
    "admit",
    "acknowledge",
    "allege",
    "predict",
    "recall",
    "mention",
    "pledge",
    "vow",
    "stress",
    "recount",
    "affirm",
    "maintain",
    "assure",
    "guarantee",
    "agree",
    "caution",
    "boast",
    "joke",
    "hint",
    "observe",
    "lament",
    "emphasize",
    "emphasise",
    "underscore",
    "underline",
    "clarify",
    "figure",
    "swear",
    "estimate",
    "advise",
    "inform",
    "notify",
    "remind",
    "persuade",
    "convince",
    "assert",
    "disclose",
    "calculate",
    "add",
    "conclude",
];

/// Verbs, in their base form, behind which a word alone is an answer: "said no".
pub(crate) const VERBS_OF_ANSWERS: &[&str] = &["say", "answer", "reply"];

/// Verbs of writing, in their base form.
pub(crate) const WRITING_VERBS: &[&str] =
    &["write", "tweet", "post", "text", "blog", "respond", "reply", "comment", "point"];

/// Verbs that say of no noun what it is, so that a possessive before them is a name: "McDonald's said".
pub(crate) const VERBS_BEHIND_FIRMS: &[&str] =
    &["said", "says", "told", "has", "had", "was", "is", "will", "would"];

/// Verbs, in their base form, that report an opinion of something with "as" behind it or with words
/// in marks: "described it as calm", "labelled it “a farce”".
pub(crate) const NAMING_VERBS_WITH_AS_OR_MARKS: &[&str] = &[
    "describe",
    "characterize",
    "characterise",
    "portray",
    "depict",
    "label",
    "brand",
    "denounce",
    "dismiss",
    "refer",
    "cast",
    "hail",
];

/// End adjectives: "shameful", "laughable", "horrible", "dangerous", "baseless".
pub(crate) const ENDINGS_OF_ADJECTIVES: &[&str] = &["ful", "able", "ible", "ous", "less"];

/// Adjectives of other endings with which something is judged, also behind "un": "called the charges unfounded".
pub(crate) const JUDGEMENTS: &[&str] = &[
    "absurd",
    "biased",
    "corrupt",
    "deceptive",
    "disqualified",
    "fair",
    "flawed",
    "founded",
    "illegal",
    "immature",
    "lawful",
    "mature",
    "offensive",
    "premature",
    "qualified",
    "rigged",
    "speculative",
    "substantiated",
    "usual",
    "wrong",
];

/// Verbs, in their base form, that report what something is called only with words in marks:
/// "dubbed it “the surge”".
pub(crate) const NAMING_VERBS_WITH_MARKS: &[&str] = &["dub", "term", "deem", "judge"];

/// Verbs, in their base form, whose object is what they report: "criticized the decision",
/// "demanded a vote".
pub(crate) const VERBS_THAT_REPORT_THEIR_OBJECT: &[&str] = &[
    "criticize",
    "criticise",
    "condemn",
    "decry",
    "propose",
    "demand",
    "defend",
    "praise",
    "blast",
    "slam",
    "mock",
    "tout",
    "deride",
    "ridicule",
    "lambaste",
    "castigate",
    "excoriate",
    "chide",
    "acknowledge",
    "reiterate",
    "stress",
    "note",
    "admit",
    "mention",
    "describe",
];

/// Those of them whose act is yet to come, so that a time at the end of the object tells when: "demanded a vote on
/// Monday".
pub(crate) const VERBS_OF_ACTS_TO_COME: &[&str] = &["propose", "demand"];

/// Verbs, in their base form, that name what is said with "of" behind the addressee: "reminded them
/// of the treaty".
pub(crate) const ADDRESSEE_VERBS_WITH_OF: &[&str] = &["assure", "inform", "remind", "warn"];

/// Verbs, in their base form, that report an act to come in the infinitive: "vowed to fight".
pub(crate) const COMMISSIVE_VERBS: &[&str] = &["vow", "promise", "pledge", "threaten"];

/// Open what somebody is asked for or about: "asked the court to".
pub(crate) const BEHIND_ASKED: &[&str] = &["to", "about", "for", "whether", "if"];

/// Verbs of not doing what the infinitive behind them says: "declined to say".
pub(crate) const DECLINING_VERBS: &[&str] = &["declined", "refused", "failed"];

/// Verbs behind which a participle tells of what was not said: "denied saying".
pub(crate) const DENYING_VERBS: &[&str] = &["denied", "denies", "deny", "denying"];

/// Verbs, in their base form, of what evidence does, which behind a modal nobody has done yet: "would show".
pub(crate) const VERBS_OF_EVIDENCE: &[&str] =
    &["show", "demonstrate", "indicate", "reveal", "find"];

/// Say of what is done that it may or will be.
pub(crate) const MODALS: &[&str] =
    &["will", "would", "could", "may", "might", "should", "must", "can"];

/// Verbs before "have" behind which a participle tells of what was not done: "should have said".
pub(crate) const UNREAL_BEFORE_HAVE: &[&str] = &["could", "might", "should", "would"];

/// Modals of what may be or ought to be: "should condemn".
pub(crate) const MODALS_OF_WHAT_MAY_BE: &[&str] =
    &["should", "must", "might", "may", "could", "can"];

/// Behind these stands who said something, with the participle of the verb of speech: "recalls Ada Voss saying".
pub(crate) const VERBS_OF_RECALLING: &[&str] =
    &["recall", "recalled", "recalls", "recollects", "remember", "remembered", "remembers"];

/// With these a witness tells what another did: "testified that".
pub(crate) const VERBS_OF_WITNESSES: &[&str] =
    &["allege", "claim", "know", "recall", "say", "tell", "testify"];
