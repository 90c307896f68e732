//! The word lists: what the engine knows of English.
//!
//! Everything here is general English; no list holds a name of anyone quoted. [`lookup`] answers for
//! one lower-case word. The cue verbs follow the lists of the field (Krestel et al. 2008; the Gender
//! Gap Tracker; Pareti 2013), grouped by what may stand as their content.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What one word may be, as a set of the constants below.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tags(u32);

impl Tags {
    /// "he", "they": a pronoun that can be a subject.
    pub(super) const PRONOUN: Tags = Tags(1);
    /// "the", "some", "his": opens a noun phrase.
    pub(super) const DETERMINER: Tags = Tags(1 << 1);
    /// "is", "would", "don't": a finite auxiliary.
    pub(super) const AUXILIARY: Tags = Tags(1 << 2);
    /// "in", "of".
    pub(super) const PREPOSITION: Tags = Tags(1 << 3);
    /// "and", "but".
    pub(super) const COORDINATOR: Tags = Tags(1 << 4);
    /// "that", "while", "who": opens a subordinate clause.
    pub(super) const SUBORDINATOR: Tags = Tags(1 << 5);
    /// "also", "recently": may stand between subject and verb.
    pub(super) const ADVERB: Tags = Tags(1 << 6);
    /// "monday", "july", "yesterday".
    pub(super) const TIME: Tags = Tags(1 << 7);
    /// "mr", "president": stands before a name and is no part of it.
    pub(super) const TITLE: Tags = Tags(1 << 8);
    /// "spokesman", "ambassador": a person by office or trade.
    pub(super) const ROLE: Tags = Tags(1 << 9);
    /// "ministry", "party": a body.
    pub(super) const BODY: Tags = Tags(1 << 10);
    /// "officials", "analysts": people who speak as one.
    pub(super) const PEOPLE: Tags = Tags(1 << 11);
    /// A finite form of a frequent verb that no ending betrays ("went", "took").
    pub(super) const FINITE: Tags = Tags(1 << 12);
    /// "de", "al", "von": inside a name.
    pub(super) const PARTICLE: Tags = Tags(1 << 13);
    /// "statement", "interview": where or how something was said.
    pub(super) const OCCASION: Tags = Tags(1 << 14);
    /// "report", "poll": a text that speaks.
    pub(super) const TEXT: Tags = Tags(1 << 15);
    /// Never the first word of a name though a sentence may begin with it ("the", "but", "monday").
    pub(super) const NO_NAME: Tags = Tags(1 << 16);
    /// "not", "never".
    pub(super) const NEGATION: Tags = Tags(1 << 17);
    /// "him", "us": a pronoun that cannot be a subject.
    pub(super) const OBJECT: Tags = Tags(1 << 18);
    /// "he", "mr", "spokesman", "john".
    pub(super) const MALE: Tags = Tags(1 << 19);
    /// "she", "ms", "spokeswoman", "mary".
    pub(super) const FEMALE: Tags = Tags(1 << 20);
    /// A frequent given name.
    pub(super) const GIVEN: Tags = Tags(1 << 21);
    /// "yesterday", "last": begins or is a time as seen from now.
    pub(super) const DEICTIC: Tags = Tags(1 << 23);
    /// A country, a continent, or the adjective of one.
    pub(super) const PLACE: Tags = Tags(1 << 22);

    /// "said", "according": all cue verbs, and words that begin or end other cues.
    pub(super) const CUE: Tags = Tags(1 << 28);

    /// Begins with a letter or digit; not in the lists, but set for a word as it stands in a text.
    pub(super) const WORD: Tags = Tags(1 << 24);
    /// Begins with a capital; set as it stands in a text.
    pub(super) const CAPITAL: Tags = Tags(1 << 25);
    /// Can be part of a name: a capital, and no word that any sentence may begin with; set as it stands
    /// in a text.
    pub(super) const NAME: Tags = Tags(1 << 26);
    /// "Zhirnov", "al-Amr": a name of its own; set as it stands in a text.
    pub(super) const NAME_PART: Tags = Tags(1 << 27);
    /// "Lavrov's", "officials'"; set as it stands in a text.
    pub(super) const POSSESSIVE: Tags = Tags(1 << 29);
    /// Opens or closes a stretch inside marks; set as it stands in a text.
    pub(super) const MARK: Tags = Tags(1 << 30);
    /// Lies inside of marks; set as it stands in a text.
    pub(super) const INSIDE: Tags = Tags(1 << 31);

    /// Whether any of `other` is in the set.
    pub(super) fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Tags {
    type Output = Tags;

    fn bitor(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

/// What may stand as the content of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Complement {
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
pub(super) enum Form {
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
pub(super) struct Verb {
    /// Its base form: "say".
    pub(super) lemma: &'static str,
    /// What may follow it.
    pub(super) complement: Complement,
    /// How it stands.
    pub(super) form: Form,
    /// Whether the same letters are as often a noun ("claims", "report").
    pub(super) noun_too: bool,
}

/// What is known of a lower-case word; the empty set and no verb for most.
pub(super) fn lookup(word: &str) -> (Tags, Option<&'static Verb>) {
    find(word).map_or_else(Default::default, |entry| (entry.tags, entry.verb.as_ref()))
}

/// The entry of a word whatever the case of its ASCII letters.
pub(super) fn find(word: &str) -> Option<&'static Entry> {
    find_first(word.as_bytes(), word.len())
}

/// The entry of the word that is the first `length` bytes of a text; as [`find`], and faster where the
/// text goes on.
///
/// # Panics
///
/// If the text is shorter.
pub(super) fn find_first(text: &[u8], length: usize) -> Option<&'static Entry> {
    LEXICON.find(text, length)
}

/// What is known of a word.
#[derive(Debug)]
pub(super) struct Entry {
    /// See [`head`].
    head: u64,
    /// What it may be.
    pub(super) tags: Tags,
    word: Box<str>,
    /// The cue verb it may be a form of.
    pub(super) verb: Option<Verb>,
}

impl Entry {
    /// The word in lower case.
    pub(super) fn word(&self) -> &str {
        &self.word
    }
}

/// All entries by word: a hash table, because every word of every article is looked up.
///
/// Its own and not the standard library's, which draws a random number to begin with; the words are
/// ours, so nobody can choose them to collide.
struct Table {
    /// For each entry its number from 1, at the place of its hash or the next free one; 0 is free. A
    /// power of two, and at least four times the entries, so that nearly all are found at the first
    /// place, and nearly all other words meet a free one there.
    slots: Vec<u16>,
    entries: Vec<Entry>,
}

impl Table {
    fn new(entries: Vec<Entry>) -> Self {
        let mut slots = vec![0; (entries.len() * 4).next_power_of_two()];
        let mask = slots.len() - 1;
        for (number, entry) in (1..).zip(&entries) {
            let mut at = hash(entry.head, entry.word.len());
            while slots[at & mask] != 0 {
                at += 1;
            }
            slots[at & mask] = number;
        }
        Self { slots, entries }
    }

    fn find(&self, text: &[u8], length: usize) -> Option<&Entry> {
        let head = head(text, length);
        let mut at = hash(head, length);
        loop {
            let number = self.slots[at & (self.slots.len() - 1)];
            let entry = &self.entries[usize::from(number.checked_sub(1)?)];
            if entry.head == head && is_same_behind_head(&entry.word, &text[..length]) {
                return Some(entry);
            }
            at += 1;
        }
    }
}

/// The first eight bytes, or all, of the word that is the first `length` bytes of `text`, its ASCII
/// letters small, as a number: nearly all there is to compare of most words.
///
/// (Of other signs than letters only control characters could be taken for the apostrophes and hyphens
/// of the lists, and no word has them.)
fn head(text: &[u8], length: usize) -> u64 {
    // The bit that tells a small ASCII letter from a capital.
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let eight = match text.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => text.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    };
    let n_others = 64_u32.saturating_sub(8 * length.min(8) as u32);
    (eight | LOWER) & u64::MAX.checked_shr(n_others).unwrap_or(0)
}

/// Whether two words whose heads are the same are the same but for the case of ASCII letters.
fn is_same_behind_head(listed: &str, word: &[u8]) -> bool {
    listed.len() == word.len()
        && (word.len() <= 8 || listed.as_bytes()[8..].eq_ignore_ascii_case(&word[8..]))
}

/// A hash of a word in which the case of ASCII letters makes no difference: of its head and its length,
/// which few words of the lists have in common. Multiplied by the golden ratio, which spreads all bits
/// upward.
fn hash(head: u64, length: usize) -> usize {
    ((head ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

static LEXICON: LazyLock<Table> = LazyLock::new(|| {
    let mut lexicon: BTreeMap<String, (Tags, Option<Verb>)> = BTreeMap::new();
    for (tags, words) in LISTS {
        for word in words.split_whitespace() {
            let entry = lexicon.entry(word.to_owned()).or_default();
            entry.0 = entry.0 | *tags;
        }
    }
    for (complement, verbs) in VERBS {
        for spelled in verbs.split_whitespace() {
            for (form, verb) in forms(spelled, *complement) {
                let entry = lexicon.entry(form).or_default();
                entry.0 = entry.0 | Tags::CUE;
                entry.1.get_or_insert(verb);
            }
        }
    }
    let entry = |(word, (tags, verb)): (String, _)| Entry {
        head: head(word.as_bytes(), word.len()),
        tags,
        word: word.into(),
        verb,
    };
    Table::new(lexicon.into_iter().map(entry).collect())
});

/// The four forms of a verb written `base` or `base/past`, with `*` after the base where its letters
/// are as often a noun.
fn forms(spelled: &'static str, complement: Complement) -> Vec<(String, Verb)> {
    let (base, irregular) = match spelled.split_once('/') {
        Some((base, past)) => (base, Some(past)),
        None => (spelled, None),
    };
    let (lemma, noun_too) = match base.strip_suffix('*') {
        Some(lemma) => (lemma, true),
        None => (base, false),
    };
    let stem = lemma.strip_suffix('e').filter(|stem| !stem.ends_with('e'));
    let consonant_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let doubled = DOUBLING.contains(&lemma).then(|| lemma.chars().last()).flatten();
    let third = match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'z'])
            || lemma.ends_with("sh")
            || lemma.ends_with("ch") =>
        {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    };
    let double = doubled.map(String::from).unwrap_or_default();
    let past = match (irregular, stem, consonant_y) {
        (Some(past), ..) => past.to_owned(),
        (None, Some(stem), _) => format!("{stem}ed"),
        (None, None, Some(stem)) => format!("{stem}ied"),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ => format!("{lemma}{double}ed"),
    };
    let participle = match stem {
        Some(stem) => format!("{stem}ing"),
        None => format!("{lemma}{double}ing"),
    };
    let verb = |form, noun_too| Verb { lemma, complement, form, noun_too };
    vec![
        (past, verb(Form::Past, false)),
        (participle, verb(Form::Participle, false)),
        (third, verb(Form::Third, noun_too)),
        (lemma.to_owned(), verb(Form::Base, noun_too)),
    ]
}

/// Bodies of which there is one: their word is a name, where "the bank" is any bank.
const NAMED_BODIES: &str =
    "afp ap bbc cnn congress guardian kremlin pentagon reuters senate states";

/// Whether a word in lower case is the name of one body.
pub(super) fn is_named_body(word: &str) -> bool {
    NAMED_BODIES.split(' ').any(|named| named == word)
}

/// Verbs that double their last letter before an ending.
const DOUBLING: &[&str] =
    &["admit", "quip", "slam", "rebut", "chat", "sob", "dub", "rap", "pan", "nod"];

/// Cue verbs by complement; `base/past` where irregular, `*` where the base is as often a noun.
const VERBS: &[(Complement, &str)] = &[
    (
        Complement::Clause,
        "say/said add claim* state* insist explain argue note* announce assert allege maintain contend \
         warn admit acknowledge concede deny declare confirm reiterate stress* emphasize emphasise \
         predict complain joke* boast* vow* promise* testify theorize theorise conclude observe \
         remark* suggest report* reveal caution* agree* hint* estimate* imply affirm speculate pledge* \
         underscore lament* posit swear/swore quip* recall* repeat* grumble* retort* opine surmise \
         figure* mention* recount postulate clarify underline hypothesize profess reckon",
    ),
    (Complement::Addressee, "tell/told assure inform remind advise notify convince persuade"),
    (
        Complement::That,
        "write/wrote tweet* post* comment* respond reply counter* reason* continue point* \
         indicate signal* demand* propose charge* protest* rule* proclaim intone \
         ask read/read show*/showed find/found demonstrate answer* object* guarantee* recommend text* blog* rebut",
    ),
    (
        Complement::Naming,
        "call* describe dub label* brand* characterize characterise portray depict term* refer deem \
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

const LISTS: &[(Tags, &str)] = &[
    (Tags::CUE, "according words put puts"),
    (Tags(Tags::PRONOUN.0 | Tags::MALE.0 | Tags::NO_NAME.0), "he"),
    (Tags(Tags::PRONOUN.0 | Tags::FEMALE.0 | Tags::NO_NAME.0), "she"),
    (
        Tags(Tags::PRONOUN.0 | Tags::NO_NAME.0),
        "they it we i you who he's she's they're it's we're i'm you're i've we've they've he'd she'd i'd we'd they'd i'll we'll he'll she'll they'll it'll you'll you've",
    ),
    (Tags::OBJECT, "him them us me himself herself themselves itself myself ourselves"),
    (
        Tags(Tags::DETERMINER.0 | Tags::NO_NAME.0),
        "the a an this these those some any many most several both all each every another other no \
         his her their its my our your one two three four five six seven eight nine ten few more \
         dozens hundreds thousands none such half",
    ),
    (
        Tags(Tags::AUXILIARY.0 | Tags::NO_NAME.0),
        "is are was were am has have had will would can could may might must shall should do does \
         did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't \
         doesn't didn't shouldn't mustn't cannot ain't \
         i'm he's she's it's we're they're you're i've \
         we've they've you've i'd he'd she'd we'd they'd \
         i'll he'll she'll we'll they'll it'll there's \
         that's what's who's",
    ),
    (
        Tags(Tags::PREPOSITION.0 | Tags::NO_NAME.0),
        "in on at to of for from by with about against into over under through during after before \
         between among amid since until within without toward towards across near behind upon despite \
         like than following regarding concerning including via per throughout off outside inside \
         around along as alongside beyond besides above below",
    ),
    (Tags(Tags::COORDINATOR.0 | Tags::NO_NAME.0), "and or but nor yet so"),
    (
        Tags(Tags::SUBORDINATOR.0 | Tags::NO_NAME.0),
        "that while when after because if although though where since before unless until whether \
         who which whom whose as what how why once whereas whenever wherever whatever whoever",
    ),
    (
        Tags(Tags::ADVERB.0 | Tags::NO_NAME.0),
        "also then later now further previously recently reportedly often once again repeatedly \
         earlier publicly already however still just simply first even always sometimes instead \
         meanwhile too ago today yesterday tonight tomorrow moreover there here perhaps maybe \
         immediately quickly soon both all nonetheless nevertheless indeed thus therefore elsewhere \
         afterward afterwards long since finally rather famously never not ever well",
    ),
    (
        Tags(Tags::TIME.0 | Tags::NO_NAME.0),
        "monday tuesday wednesday thursday friday saturday sunday january february march april may \
         june july august september october november december yesterday today tonight tomorrow \
         morning afternoon evening night week weekend month year earlier later recently noon midnight \
         mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec last this \
         weeks months years days day hours hour ago then now",
    ),
    (
        Tags::TITLE,
        "mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier \
         chancellor senator sen sens reps congressman congresswoman representative rep governor gov govs mayor \
         secretary general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral \
         adm ambassador envoy spokesman spokeswoman spokesperson chief director chairman chairwoman chair \
         ceo king queen prince princess pope bishop archbishop rabbi imam ayatollah sheikh sheik judge \
         justice attorney detective officer coach author former acting deputy foreign defence defense \
         interior undersecretary rev reverend st father sister brother cardinal commissioner \
         commander corporal private constable inspector superintendent councillor councilman councilwoman \
         alderman assemblyman assemblywoman delegate speaker leader analyst expert editor host \
         anchor activist candidate nominee campaign manager advisor adviser aide lawmaker mp mep \
         democrat republican strategist co-founder founder researcher scientist curator emeritus \
         manager trainer driver actor actress singer comedian pastor sheriff lawyer prosecutor \
         solicitor counsel treasurer lead senior junior chief-of-staff press state veteran \
         staff affairs treasury columnist reporter correspondent historian economist biologist physicist astronomer \
         sen. rep. gov. gen. col. lt. capt. prof. mr. mrs. ms. dr. rev. sgt. sens. reps. adm. maj. hon.",
    ),
    (
        Tags::ROLE,
        "spokesman spokeswoman spokesperson minister president secretary ambassador director \
         chairman chairwoman chair official senator governor mayor professor coach captain analyst \
         officer judge attorney lawyer prosecutor leader chief manager author researcher scientist \
         curator envoy commissioner candidate nominee expert editor host anchor activist adviser \
         advisor aide lawmaker strategist founder ceo executive commander general colonel sheriff \
         congressman congresswoman chancellor premier king queen pope bishop doctor physician nurse \
         teacher student writer reporter journalist columnist historian economist pollster diplomat \
         veteran actor actress singer pastor priest rabbi imam man woman boy girl mother father \
         wife husband son daughter brother sister owner resident voter witness supporter critic \
         member politician businessman businesswoman billionaire mogul operative consultant fellow \
         representative delegate counsel detective trainer player comedian speaker programmer \
         developer engineer astronaut pilot fisherman farmer survivor victim suspect defendant \
         plaintiff source democrat republican insider staffer neighbor neighbour friend colleague \
         moderator participant attendee organizer organiser correspondent biologist physicist \
         psychologist astronomer ornithologist solicitor principal headmaster headteacher dean rector",
    ),
    (
        Tags(Tags::ROLE.0 | Tags::MALE.0),
        "spokesman chairman congressman king man boy father husband son brother businessman actor priest fisherman councilman policeman mr sir lord prince pope",
    ),
    (
        Tags(Tags::ROLE.0 | Tags::FEMALE.0),
        "spokeswoman chairwoman congresswoman queen woman girl mother wife daughter sister businesswoman actress councilwoman policewoman mrs ms miss lady dame princess",
    ),
    (Tags::MALE, "mr mr. sir lord prince king pope"),
    (Tags::FEMALE, "mrs mrs. ms ms. miss lady dame princess queen"),
    (
        Tags::BODY,
        "ministry department party government administration university institute college school \
         council committee commission agency office bureau court police army navy force forces \
         association organization organisation group company corporation corp inc ltd llc bank \
         union federation foundation centre center house parliament embassy team club league board \
         campaign times post journal news press network television radio magazine newspaper tribune \
         herald gazette daily authority service society company's movement militia coalition \
         alliance fund trust church hospital airline airlines industries airport firm studio \
         studios network laboratory lab museum observatory society band administration's brigade \
         regime nations kingdom league firm organisers organizers website site app service services \
         international secretariat",
    ),
    (Tags::BODY, NAMED_BODIES),
    (
        Tags::PEOPLE,
        "terrorists fighters hardliners extremists separatists officials analysts experts authorities sources critics supporters scientists researchers \
         police witnesses residents protesters activists lawyers prosecutors doctors leaders lawmakers \
         democrats republicans senators aides advisers advisors observers investigators reports media \
         opponents allies members voters economists historians journalists reporters people others \
         some many organizers organisers militants rebels insurgents veterans diplomats ministers \
         politicians soldiers troops families relatives parents students teachers workers employees \
         executives fans users developers engineers friends colleagues neighbours neighbors conservatives \
         liberals progressives strategists pundits commentators insiders operatives pollsters \
         americans russians both men women skeptics sceptics proponents advocates academics authors \
         campaigners clinicians physicians psychologists attorneys detectives representatives \
         spokesmen spokespeople spokespersons",
    ),
    (
        Tags::FINITE,
        "went took made found left got won lost began came saw knew gave became felt ran held met \
         brought wrote stood kept led fell rose sent told paid sat built cut put set thought bought \
         spent drew broke spoke grew sold chose fought caught threw flew drove struck heard sought \
         let became hit shot needs wants goes comes takes makes gives gets looks seems appears remains \
         continues means works helps shows believes thinks knows says likes plans hopes faces plays \
         lives wins needs deserves supports opposes owns runs holds keeps leads brings stands depends \
         want need know think believe hope support oppose feel see expect remain seem continue \
         include includes face exist live work understood sank died lay became grew forgot rang \
         overcame withdrew froze stole swore woke tore wore bore beat bit hid shook sang swam rode \
         given taken shown known gone done driven chosen written spoken \
         posted welcomed awaits prefer prefers represent represents contains contain provides provide",
    ),
    (Tags::DEICTIC, "yesterday today tonight tomorrow last this earlier later recently then now"),
    (Tags::PLACE, PLACES),
    (
        Tags::PARTICLE,
        "de van von bin al der la el du di da ibn del den dos das le af abu ter ould ben bint san",
    ),
    (
        Tags::OCCASION,
        "statement interview speech conference email e-mail letter tweet post message briefing remarks \
         note article blog column essay memo report book testimony court reporters journalists hearing \
         debate rally television radio twitter facebook telephone phone press release call appearance \
         op-ed meeting video audience crowd address editorial filing news event monologue podcast \
         broadcast segment",
    ),
    (
        Tags::TEXT,
        "report statement poll study survey article letter memo document analysis editorial review \
         headline email message figures data statistics results findings estimates reports documents \
         records polls studies surveys book paper website tweet post ad petition lawsuit complaint \
         indictment ruling filing transcript summary blog newspaper magazine sign banner release",
    ),
    (
        Tags::NO_NAME,
        "the a an in on at it he she they we i this that these those but and or if when while after \
         before as for from to however also its his her their there here what who how why where then \
         than so yet by with of not no yes now just even still well despite during under over since \
         because although though until unless once only perhaps maybe many most some more such another \
         other each every both all any one two three four five six seven eight nine ten first second \
         third last next new old my our your you me us them him according asked speaking meanwhile \
         earlier later recently today yesterday tomorrow moreover furthermore additionally nevertheless \
         instead indeed thus therefore overall elsewhere let get see read related image photo \
         i'm i've it's he's she's that's there's don't \
         asked when told while like unlike given including having being keeps asked worse better",
    ),
    (
        Tags::NEGATION,
        "not never no didn't doesn't don't hasn't haven't wouldn't won't hadn't cannot can't couldn't nobody neither nor declined refused failed",
    ),
    // What rules ask for by its letters, and nothing else is said of.
    (
        Tags(0),
        "be been go out point extent fact nothing worth late early shortly hello goodbye continued adding \
         noting referring alluding quoted quotes quoting cited citing",
    ),
    (
        Tags(Tags::GIVEN.0 | Tags::MALE.0),
        "james john robert michael william david richard joseph thomas charles christopher daniel \
         matthew anthony mark donald steven steve paul andrew joshua kenneth kevin brian george edward \
         ronald timothy jason jeffrey jeff ryan jacob gary nicholas eric jonathan stephen larry justin \
         scott brandon benjamin ben samuel sam gregory greg frank alexander raymond patrick jack dennis \
         jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold \
         keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe \
         jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent \
         russell elijah louis bobby philip phil johnny bill bob jim mike tom dan dave tim ken ron fred \
         ted ed al barack bernie vladimir sergei sergey dmitry dmitri nikolai nikita alexei alexey ivan \
         boris mikhail igor oleg yuri pavel konstantin vasily viktor victor andrei andrey fyodor \
         ahmed ahmad mohammed mohammad muhammad mohamed ali hassan hussein omar ibrahim abdul khalid \
         mahmoud mustafa hamid ashraf zamir samir farid rashid karim jean pierre jacques francois michel \
         luis carlos miguel pedro jorge fernando antonio manuel francisco diego pablo giovanni marco \
         hans klaus jurgen wolfgang heinrich friedrich fritz lars sven erik hiroshi kenji wei ming \
         rajesh raj anil sanjay vijay narendra tony simon martin ian neil graham stuart nigel colin \
         derek trevor geoffrey malcolm hugh oliver harry jamie kurt max leo felix oscar hugo mitch mitt \
         newt rudy marco reince corey barry chuck lindsey glenn sheldon orrin tucker anderson lester \
         chris matt josh nick alex tony vince doug clayton clinton harvey dwight ross",
    ),
    (
        Tags(Tags::GIVEN.0 | Tags::FEMALE.0),
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty \
         sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie \
         dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela \
         nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather \
         diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith \
         andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn \
         abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn \
         beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie hillary chelsea \
         kellyanne ivanka melania megyn elena olga natalia svetlana tatiana irina ekaterina ludmila \
         fatima aisha zainab leila layla amina mariam angelina angela claire kate kristen kristin kirsten \
         jane jill joanna josephine sally tina wendy yvonne paula kathy katie jenny molly lucy lily ellen \
         eleanor eva monica valerie vanessa veronica theresa nikki condoleezza madeleine michele carly \
         sofia ingrid astrid helga",
    ),
];

/// Countries, their adjectives, and a few capitals that stand for governments.
const PLACES: &str = "afghan afghanistan africa african algeria algerian america american argentina argentine asia asian \
    australia australian austria austrian azerbaijan bahrain bangladesh bangladeshi belarus belarusian belgian belgium \
    bolivia brazil brazilian britain british bulgaria bulgarian burma burmese cambodia cambodian canada canadian chile chilean \
    china chinese colombia colombian congo croatia croatian cuba cuban cyprus czech danish denmark dutch egypt egyptian \
    england english estonia estonian ethiopia ethiopian europe european filipino finland finnish france french georgia georgian \
    german germany ghana greece greek haiti haitian hungarian hungary iceland india indian indonesia indonesian iran iranian \
    iraq iraqi ireland irish israel israeli italian italy jamaica japan japanese jordan jordanian kazakhstan kenya kenyan \
    korea korean kosovo kuwait kyrgyzstan latvia latvian lebanese lebanon liberia libya libyan lithuania malaysia malaysian \
    mali mexican mexico moldova mongolia morocco moroccan mozambique myanmar nepal netherlands nigeria nigerian norway \
    norwegian oman pakistan pakistani palestine palestinian panama paraguay peru peruvian philippine philippines poland polish \
    portugal portuguese qatar romania romanian russia russian rwanda saudi scotland scottish senegal serbia serbian singapore \
    slovak slovakia slovenia somali somalia soviet spain spanish sudan sudanese sweden swedish swiss switzerland syria \
    syrian taiwan tajik tajikistan tanzania thai thailand tunisia turkey turkish turkmenistan uganda ukraine ukrainian \
    uruguay uzbek uzbekistan venezuela venezuelan vietnam vietnamese wales welsh yemen yemeni zambia zimbabwe zealand \
    london paris moscow washington berlin beijing kabul tehran brussels";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, lemma: &str, form: Form) {
        let verb = lookup(word).1.unwrap_or_else(|| panic!("{word} is a cue verb"));
        assert_eq!((verb.lemma, verb.form), (lemma, form), "{word}");
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        check("said", "say", Form::Past);
        check("says", "say", Form::Third);
        check("denies", "deny", Form::Third);
        check("denied", "deny", Form::Past);
        check("admitting", "admit", Form::Participle);
        check("argued", "argue", Form::Past);
        check("arguing", "argue", Form::Participle);
        check("agreed", "agree", Form::Past);
        check("told", "tell", Form::Past);
        check("stresses", "stress", Form::Third);
    }

    #[test]
    fn every_word_is_found_in_any_case_and_with_any_text_behind_it() {
        for entry in &LEXICON.entries {
            let word = entry.word();
            let shouted = word.to_uppercase();
            assert_eq!(find(word).map(Entry::word), Some(word));
            assert_eq!(find(&shouted).map(Entry::word), Some(word));
            let found = find_first((shouted + "S AND SO ON").as_bytes(), word.len());
            assert_eq!(found.map(Entry::word), Some(word));
        }
        for other in ["", "zz", "sai", "saidd", "administratiom", "administrationn", "présidents"]
        {
            assert!(find(other).is_none(), "{other}");
        }
    }

    #[test]
    fn a_word_may_be_several_things() {
        let (tags, verb) = lookup("may");
        assert!(tags.any(Tags::AUXILIARY) && tags.any(Tags::TIME) && verb.is_none());
    }
}
