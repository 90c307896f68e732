//! The word lists: what the engine knows of English, in one place.
//!
//! Everything here is general English; no list holds a name of anyone quoted. Words are in lower case,
//! apostrophes straight, divided by white space. The cue verbs follow the lists of the field (Krestel
//! et al. 2008; the Gender Gap Tracker; Pareti 2013), grouped by what may stand as their content.

use super::tags::{Complement, Tags};

/// Bodies of which there is one: their word is a name, where "the bank" is any bank.
pub(crate) const NAMED_BODIES: &str =
    "afp ap bbc cnn congress guardian kremlin pentagon reuters senate states";

/// Verbs that double their last letter before an ending.
pub(super) const DOUBLING: &[&str] =
    &["admit", "shrug", "grin", "quip", "slam", "rebut", "chat", "sob", "dub", "rap", "pan", "nod"];

/// Cue verbs by complement; `base/past` where irregular, `*` where the base is as often a noun.
pub(super) const VERBS: &[(Complement, &str)] = &[
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
        "write/wrote tweet* post* comment* respond reply counter* reason* continue point* \
         indicate signal* demand* propose charge* protest* rule* proclaim intone \
         ask read/read show*/showed find/found demonstrate answer* object* guarantee* recommend text* blog* rebut question*",
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

/// Words with what they may be; a word may be in several lists.
pub(super) const LISTS: &[(Tags, &str)] = &[
    (
        Tags::CUE,
        "according words put puts shot shoots fired fires hit hits pushed pushes clapped claps punched \
         chimed chimes weighed weighs jumped jumps broke breaks cut cuts",
    ),
    (Tags::PRONOUN.with(Tags::MALE).with(Tags::NO_NAME), "he"),
    (Tags::PRONOUN.with(Tags::FEMALE).with(Tags::NO_NAME), "she"),
    (
        Tags::PRONOUN.with(Tags::NO_NAME),
        "they it we i you who he's she's they're it's we're i'm you're i've we've they've he'd she'd i'd we'd they'd i'll we'll he'll she'll they'll it'll you'll you've",
    ),
    (Tags::OBJECT, "him them us me himself herself themselves itself myself ourselves"),
    (
        Tags::DETERMINER.with(Tags::NO_NAME),
        "the a an this these those some any many most several both all each every another other no \
         his her their its my our your one two three four five six seven eight nine ten few more \
         dozens hundreds thousands none such half",
    ),
    (
        Tags::AUXILIARY.with(Tags::NO_NAME),
        "is are was were am has have had will would can could may might must shall should do does \
         did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't \
         doesn't didn't shouldn't mustn't cannot ain't \
         i'm he's she's it's we're they're you're i've \
         we've they've you've i'd he'd she'd we'd they'd \
         i'll he'll she'll we'll they'll it'll there's \
         that's what's who's",
    ),
    (
        Tags::PREPOSITION.with(Tags::NO_NAME),
        "in on at to of for from by with about against into over under through during after before \
         between among amid since until within without toward towards across near behind upon despite \
         like than following regarding concerning including via per throughout off outside inside \
         around along as alongside beyond besides above below",
    ),
    (Tags::COORDINATOR.with(Tags::NO_NAME), "and or but nor yet so"),
    (
        Tags::SUBORDINATOR.with(Tags::NO_NAME),
        "that while when after because if although though where since before unless until whether \
         who which whom whose as what how why once whereas whenever wherever whatever whoever",
    ),
    (
        Tags::ADVERB.with(Tags::NO_NAME),
        "also then later now further previously recently reportedly often once again repeatedly \
         earlier publicly already however still just simply first even always sometimes instead \
         meanwhile too ago today yesterday tonight tomorrow moreover there here perhaps maybe \
         immediately quickly soon both all nonetheless nevertheless indeed thus therefore elsewhere \
         afterward afterwards long since finally rather famously never not ever well",
    ),
    (
        Tags::TIME.with(Tags::NO_NAME),
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
         commander corporal cpl private constable inspector superintendent councillor councilman councilwoman \
         alderman assemblyman assemblywoman delegate speaker leader analyst expert editor host \
         anchor activist candidate nominee campaign manager advisor adviser aide lawmaker mp mep \
         democrat republican strategist co-founder founder researcher scientist curator emeritus \
         manager trainer driver actor actress singer comedian pastor sheriff lawyer prosecutor \
         solicitor counsel treasurer lead senior junior chief-of-staff press state veteran \
         prefect provost warden bailiff legislator ombudsman ombudswoman comptroller assemblymember \
         councilmember selectman supervisor trustee chaplain deacon vicar monsignor emir sultan mullah \
         patriarch brigadier commodore ensign trooper firefighter paramedic surgeon coroner magistrate \
         registrar archaeologist epidemiologist virologist psychiatrist novelist playwright filmmaker \
         photographer architect designer chairperson negotiator mediator banker auditor ranger \
         staff affairs treasury columnist reporter correspondent historian economist biologist physicist astronomer \
         sen. rep. gov. gen. col. lt. capt. cpl. cmdr. prof. mr. mrs. ms. dr. rev. sgt. sens. reps. govs. gens. drs. messrs. messrs drs adm. maj. hon.",
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
         psychologist astronomer ornithologist solicitor principal headmaster headteacher dean rector \
         prefect provost warden bailiff legislator ombudsman ombudswoman comptroller controller \
         assemblymember councilmember selectman supervisor trustee chaplain deacon vicar monsignor abbess \
         emir sultan mullah patriarch brigadier commodore ensign airman trooper firefighter paramedic \
         midwife pharmacist veterinarian dentist surgeon pathologist coroner magistrate jurist barrister \
         notary registrar librarian archivist lecturer tutor statistician meteorologist climatologist \
         geologist seismologist virologist epidemiologist oncologist cardiologist psychiatrist \
         neurologist immunologist sociologist anthropologist archaeologist criminologist demographer \
         geographer philosopher theologian linguist novelist playwright screenwriter filmmaker composer \
         photographer architect designer banker accountant auditor broker trader investor cfo coo cto \
         chairperson mediator negotiator arbitrator parliamentarian backbencher harbourmaster \
         harbormaster postmaster headmistress superintendent inspector sergeant lieutenant captain major \
         admiral undersecretary mp mep councillor alderman constable ranger guard pilot skipper nun \
         head boss deputy co-chair co-chairman co-author co-host co-director archbishop cardinal ayatollah sheikh prosecutor interpreter translator envoy commissar",
    ),
    (
        Tags::ROLE.with(Tags::MALE),
        "spokesman chairman congressman king man boy father husband son brother businessman actor priest fisherman councilman policeman mr sir lord prince pope",
    ),
    (
        Tags::ROLE.with(Tags::FEMALE),
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
         international secretariat panel chamber cabinet navy department's directorate authority consulate \
         tribunal inquiry taskforce watchdog regulator think-tank charity nonprofit legislature assembly \
         academy polytechnic clinic consortium syndicate orchestra brigade battalion",
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
         shut beat overtook undertook shed shone posted welcomed awaits prefer prefers represent represents contains contain provides provide",
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
         indictment ruling filing transcript summary blog newspaper magazine sign banner release site webpage homepage edition \
         newsletter manifesto communique dispatch memorandum film films movie movies novel novels memoir \
         documentary",
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
        Tags::NONE,
        "be been go out point extent fact nothing worth late early shortly hello goodbye continued adding \
         noting referring alluding quoted quotes quoting cited citing",
    ),
    (
        Tags::GIVEN.with(Tags::MALE),
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew \
         anthony mark donald steven steve paul andrew joshua kenneth kevin brian george edward ronald \
         timothy jason jeffrey jeff ryan jacob gary nicholas eric jonathan stephen larry justin scott \
         brandon benjamin ben samuel sam gregory greg frank alexander raymond patrick jack dennis jerry \
         tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith \
         christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan \
         billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell \
         elijah louis bobby philip phil johnny bill bob jim mike tom dan dave tim ken ron fred ted ed al \
         barack bernie vladimir sergei sergey dmitry dmitri nikolai nikita alexei alexey ivan boris \
         mikhail igor oleg yuri pavel konstantin vasily viktor victor andrei andrey fyodor ahmed ahmad \
         mohammed mohammad muhammad mohamed ali hassan hussein omar ibrahim abdul khalid mahmoud mustafa \
         hamid ashraf samir farid rashid karim jean pierre jacques francois michel luis carlos \
         miguel pedro jorge fernando antonio manuel francisco diego pablo giovanni marco hans klaus \
         jurgen wolfgang heinrich friedrich fritz lars sven erik hiroshi kenji wei ming rajesh raj anil \
         sanjay vijay narendra tony simon martin ian neil graham stuart nigel colin derek trevor geoffrey \
         malcolm hugh oliver harry jamie kurt max leo felix oscar hugo mitch mitt newt rudy reince corey \
         barry chuck lindsey glenn sheldon orrin tucker anderson lester chris matt josh nick alex vince \
         doug clayton clinton harvey dwight ross karl anders bjorn lennart gustav otto ulrich dieter jens \
         uwe rainer horst gunther bernd stefan matthias andreas florian tobias sebastian moritz jonas \
         lukas elias fabian marcel rene guillaume laurent olivier thierry pascal philippe gilles yves \
         alain didier bruno etienne gerard marc luc mathieu nicolas sylvain xavier emmanuel edouard \
         jerome antoine giuseppe luigi paolo matteo alessandro lorenzo roberto stefano sergio enrico \
         riccardo massimo vincenzo salvatore silvio javier alejandro eduardo rafael ricardo andres felipe \
         emilio ramon raul ruben alberto alfredo arturo cesar enrique ernesto esteban gustavo hector \
         ignacio ismael jaime joaquin julio leonardo mauricio nestor octavio rodolfo rodrigo salvador \
         santiago tomas vicente joao paulo thiago luiz henrique nuno rui goncalo tiago piotr pawel \
         krzysztof andrzej tomasz jaroslaw lech mateusz marek zbigniew jiri petr vaclav milos pavol \
         zoltan laszlo istvan gyorgy ferenc sandor attila balazs imre dragan goran zoran slobodan nenad \
         aleksandar bogdan mircea traian dumitru georgi dimitar stoyan yiannis giorgos kostas nikos \
         yannis panagiotis volodymyr oleksandr petro mykola vitali vitaly arkady anatoly valery gennady \
         yevgeny evgeny maxim maksim denis ruslan timur rustam kirill stanislav vyacheslav vsevolod artem \
         anton shinzo yoshihide fumio taro junichiro kenzo akira takashi satoshi hiroyuki naoto yukio \
         masahiro koji makoto xiaoping jinping zedong keqiang arjun arvind amit ashok deepak dinesh \
         ganesh gopal harish krishna mahesh manish manmohan mohan mukesh nitin pradeep prakash rahul \
         rakesh ramesh ravi rohit sachin satish shashi sunil suresh vikram vinod yogi imran nawaz pervez \
         asif bilal faisal hamza haroon iqbal irfan junaid kamal kashif nadeem naveed nasir osama rafiq \
         rizwan saad sajid salman shahid shakeel tariq usman waqar yasir zahid zafar yusuf yousef youssef \
         walid waleed tarek hossam hosni gamal anwar sami ziad bashar hafez nabil jamal jalal hamad \
         hamdan khalifa majid mansour marwan mehmet recep tayyip ahmet kemal ekrem binali fethullah \
         selahattin murat emre burak cem kofi kwame kwesi yaw olusegun goodluck muhammadu emeka ikechukwu \
         obinna tunde jomo uhuru raila mwai yoweri thabo cyril nelson desmond emmerson sipho themba abiy \
         haile meles tedros boutros adrian alastair alec alfie alistair angus archie barnaby basil \
         bernard bertram brendan brett byron callum cedric cecil clarence claude clifford clyde colm \
         conor craig curtis damian damien darren darryl declan derrick dexter dominic donovan duncan \
         eamon edgar edmund edwin elliot elliott elmer emmett ernest errol evan ezra fergus floyd francis \
         gareth garrett gavin gene geoff gilbert giles gordon graeme grayson hank herbert herman homer \
         horace hubert humphrey irving isaac ivor jared jarrod jasper jeb jed jeffery joel johnathan jonah \
         jonathon julian keegan kelvin kieran kirk laurence leland leonard leroy lewis liam lionel lorne \
         lowell lucas luke luther lyle malachi marcus marlon marty marvin maurice maximilian melvin merle \
         micah milo milton monty mortimer ned nathaniel neville niall noel nolan norbert orville otis \
         owen percival pete phillip quentin quincy randall randolph reginald reuben rex rhys ricky robbie \
         roderick rodney rolf rory rowan rufus rupert russ saul seamus shane sidney silas simeon solomon \
         stan sylvester tad terence terrence thaddeus theo theodore toby tod todd travis tristan troy \
         tyrone vern vernon wade wendell wesley wilbur wilfred willard winston woodrow zack zane leif \
         magnus ivo nils olaf olav henrik mikkel soren kasper arne bengt gunnar hakan ingmar jorgen kjell \
         knut lasse morten niels oskar oystein petter rasmus rune sigurd steinar stig svein torben trond \
         ulf vidar bo leslie kerry marion dana stacy tracy robin jo",
    ),
    (
        Tags::GIVEN.with(Tags::FEMALE),
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra \
         margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy \
         rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha \
         katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie \
         joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan \
         cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances \
         jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie \
         theresa diana brittany doris kayla alexis lori marie hillary chelsea kellyanne ivanka melania \
         megyn elena olga natalia svetlana tatiana irina ekaterina ludmila fatima aisha zainab leila \
         layla amina mariam angelina claire kate kristen kristin kirsten jane jill joanna josephine sally \
         tina wendy yvonne paula kathy katie jenny molly lucy lily ellen eleanor eva monica valerie \
         vanessa veronica nikki condoleezza madeleine michele carly sofia ingrid astrid helga ada aline \
         adele adriana agnes aileen aisling alana alexandra alison allison alyssa amelia anastasia anita \
         anja annabel anne annette annika antonia ariana arlene audrey ava beatrice beatriz becky belinda \
         bernadette bernice bertha beth bethany bianca birgit blanche bonnie bridget brigitte caitlin \
         camilla camille candace cara carla carmen carole caroline cassandra cathy cecilia celeste celia \
         chantal charlene christa christiane cindy clara clarissa claudia colleen connie constance cora \
         corinne cristina danica daphne daria deanna debbie deirdre delia della desiree dolores dominique \
         dora doreen edith edna eileen elaine eliza elisa elisabeth elise ella eloise elsa elspeth elvira \
         emilia emmanuelle erica erika erin ernestine estelle esther ethel eugenia eunice evangeline eve \
         felicia felicity fiona flora francesca francine frieda gabriela gabrielle gail genevieve \
         georgina geraldine gerda gertrude gina giovanna gisele giulia gladys glenda greta gretchen \
         gudrun gwen gwendolyn hanna harriet heidi helena henrietta hilda hildegard ida imelda ines inge \
         ingeborg irene irma isabel isabelle isobel ivana jacinda jacinta janelle janine jasmine jeanette \
         jeanne jeannette jemima jenna jennie jo joann joanne jocelyn jodie johanna jolene josefina josie \
         juanita judi juliana juliet juliette justine kaitlyn karin karina karla karolina katarina \
         katerina katharina katharine katja katrina kelsey kerstin kerry kimberley kirstie kristina lara \
         larissa latoya lea leah leanne leonie leonora leticia lidia lilian lillian lina linnea liv liz \
         liza lois lola loretta lorna lorraine lotte louisa louise lucia luciana lucille lucinda luisa \
         lydia lynn lynne mabel mae magda magdalena maggie maisie malala mandy manuela mara marcela \
         marcia margarita margot marguerite mariana marianne maribel mariella marina marion marisa \
         marissa marjorie marlene marta martina mathilde matilda maud maureen mavis maxine meera meghan \
         melinda meredith mia michaela mildred millie mina minna miranda miriam moira mona monique morag \
         muriel myra myrtle nadia nadine naomi natasha nell nellie nia nicola nina noelle nora noreen \
         norma octavia odette oona ophelia paige pam patrice patsy paulina pauline peggy penelope penny \
         petra philippa phoebe phyllis polly priscilla priya prudence rachael rae ramona raquel rebekah \
         renata renee rhoda rhonda rita roberta robin robyn rosa rosalie rosalind rosanna rosemary rowena \
         roxanne rosie sabina sabine sabrina sadie salma samira sandrine saoirse selena serena shannon \
         sheila shelley sherry shirin siobhan sigrid silvia simone sinead solveig sonia sonja sophie \
         stacey stacy stella sue susanna susannah susanne suzanne svenja sybil sylvia tabitha tamara \
         tammy tania tanya tara tatyana tess tessa thelma therese tiffany toni tracey tracy trisha trudy \
         ursula uta valentina vera verena verity vicky viola vivian vivienne wanda wilhelmina wilma \
         winifred xenia yasmin yolanda yvette zara zelda zoe zuzana benazir indira mamata sushma smriti \
         nirmala priyanka anjali deepa kavita lakshmi meena neha nisha pooja radha rani rekha sangeeta \
         shobha sunita sushila swati usha vandana yulia oksana olena iryna lyudmila galina larisa \
         nadezhda lyubov ksenia zhanna raisa marija jelena snezana vesna biljana dilma keiko yuriko sanae \
         makiko hanako ngozi folasade funke adaeze amaka wangari nkosazana winnie graca khadija asma hala \
         huda nawal suad rania leyla fatma zeynep emine tansu meral leslie dana",
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

// -- words that rules name themselves: each of these is in one of the lists above, or a sign --

/// "Lavrov himself said": may stand between subject and verb, and ends no phrase.
pub(crate) const REFLEXIVES: &[&str] = &["himself", "herself", "themselves", "itself"];

/// "some say": determiners that also stand alone, for people.
pub(crate) const QUANTIFIERS: &[&str] =
    &["some", "others", "many", "most", "all", "both", "one", "another", "few", "several"];

/// Quantities that alone are nobody in particular.
pub(crate) const ANYBODY: &[&str] = &["others", "some", "many", "people", "both"];

/// "an official": no particular one.
pub(crate) const INDEFINITE: &[&str] =
    &["a", "an", "one", "another", "some", "no", "any", "each", "every"];

/// "his office": whose it is, another phrase says.
pub(crate) const POSSESSIVE_DETERMINERS: &[&str] =
    &["his", "her", "their", "its", "my", "our", "your"];

/// Pronouns with which a verb stands in the third person singular.
pub(crate) const SINGULAR_PRONOUNS: &[&str] = &["he", "she", "it"];

/// "quoted a spokesman as saying".
pub(crate) const QUOTING_VERBS: &[&str] = &["quoted", "quotes", "cited", "quoting", "citing"];

/// Make a passive of a participle: "was told".
pub(crate) const PASSIVE_AUXILIARIES: &[&str] = &[
    "was", "were", "been", "being", "is", "are", "be", "get", "got", "gets", "isn't", "wasn't",
    "weren't", "aren't", "it's", "he's", "she's", "they're",
];

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

/// Words before a time that belong to it: "on Monday", "late Monday", "last week".
pub(crate) const BEFORE_TIME: &[&str] = &["on", "in", "last", "this", "late", "early", "since"];

/// Times of one word, without a capital, between subject and verb.
pub(crate) const TIMES_BEFORE_VERB: &[&str] = &["earlier", "later", "yesterday", "today"];

/// Times of one word, without a capital, between a cue and what it reports.
pub(crate) const TIMES_BEHIND_CUE: &[&str] =
    &["yesterday", "today", "tonight", "earlier", "later", "recently", "then", "now"];

/// "last week", "early Monday": the first of the two words between a cue and what it reports.
pub(crate) const TIME_MODIFIERS: &[&str] = &["last", "this", "earlier", "late", "early"];

/// Open a reported question: "asked whether".
pub(crate) const QUESTION_WORDS: &[&str] = &["whether", "if", "how", "why", "what", "who", "where"];

/// Never open a reported clause without "that": "said to", "said nothing".
pub(crate) const NO_CLAUSE_OPENERS: &[&str] = &[
    "to", "of", "by", "for", "about", "with", "as", "so", "and", "or", "but", "goodbye", "hello",
    "yes", "nothing", "than", "like", "more", "from", "out",
];

/// Join the clause of another cue to a reported one: "A, but Lavrov said B".
pub(crate) const CLAUSE_JOINERS: &[&str] =
    &["and", "but", "while", "whereas", "with", "though", "although", "as", "also"];

/// Behind a comma, give the word back to the author: ", referring to".
pub(crate) const AUTHORS_ADDITIONS: &[&str] = &["referring", "citing", "alluding", "according"];

/// Small words in a title in which all others have capitals: "Gone with the Wind".
pub(crate) const SMALL_IN_TITLES: &[&str] = &["the", "a", "an", "is", "that"];

/// Signs with which a clause may begin: "$5 million was paid".
pub(crate) const SIGNS_OF_WORDS: &[&str] = &["$", "#", "@", "£", "€"];

// -- words outside of the lists, as they are compared with the text --

/// Verbs, in their base form, that have a plain object as often as a clause without "that": "denied the
/// charges".
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
];

/// With what the label of a turn in a transcript begins that names nobody: "QUESTION", "UNIDENTIFIED MALE".
pub(crate) const LABELS_OF_NOBODY: &[&str] = &[
    "q",
    "a",
    "question",
    "questioner",
    "answer",
    "reporter",
    "reporters",
    "unidentified",
    "unknown",
    "male",
    "female",
    "man",
    "woman",
    "audience",
    "moderator",
    "operator",
    "host",
    "interviewer",
    "interviewee",
    "speaker",
    "speakers",
    "voice",
    "voices",
    "announcer",
    "narrator",
    "translator",
    "interpreter",
    "caller",
    "crowd",
    "all",
    "both",
    "group",
    "press",
    "journalist",
    "note",
    "update",
    "clerk",
    "protesters",
    "analyst",
    "participant",
];

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
    ("prof", &["professor"]),
    ("dr", &["doctor", "physician"]),
    ("rev", &["reverend", "pastor"]),
];

/// People whose words are those of the body that they are named with: "agency officials".
pub(crate) const SPEAK_FOR_BODIES: &[&str] = &[
    "official",
    "officials",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokesmen",
    "spokespeople",
    "spokespersons",
    "lawyer",
    "lawyers",
    "attorney",
    "attorneys",
    "counsel",
    "representative",
    "representatives",
    "executive",
    "executives",
    "delegate",
    "delegates",
    "negotiator",
    "negotiators",
    "leaders",
    "authorities",
    "commanders",
    "organizers",
    "organisers",
    "officers",
];

/// Who speaks with somebody and is nobody in particular: "Roe and other critics".
pub(crate) const OTHERS: &[&str] = &["other", "others"];

/// Verbs that signal speech with "back" or "in" behind them: "shot back", "chimed in".
pub(crate) const VERBS_WITH_PARTICLE: &[(&str, &[&str])] = &[
    (
        "back",
        &[
            "shot", "shoots", "fired", "fires", "hit", "hits", "pushed", "pushes", "clapped",
            "claps", "punched",
        ],
    ),
    (
        "in",
        &[
            "chimed", "chimes", "weighed", "weighs", "jumped", "jumps", "broke", "breaks", "cut",
            "cuts",
        ],
    ),
];

/// What stands before a time or a clause at the head of a sentence and is no subject: "Shortly after …",
/// "Back in …".
pub(crate) const BEFORE_SIDE_CLAUSE: &[&str] = &[
    "back",
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

/// With what the name of a place begins that ends in a place of its own: "Western Europe".
pub(crate) const PARTS_OF_PLACES: &[&str] = &[
    "western",
    "eastern",
    "northern",
    "southern",
    "central",
    "north",
    "south",
    "east",
    "west",
    "latin",
    "saudi",
    "united",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "sub-saharan",
    "equatorial",
    "upper",
    "lower",
    "middle",
    "african",
    "asian",
    "native",
];

/// Numbers in words, and what ends the name of a part: "26 percent", "almost half".
pub(crate) const NUMBERS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
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

/// Offices that are held for, to or at something: "ambassador to Germany".
pub(crate) const OFFICES_WITH_A_SEAT: &[&str] =
    &["minister", "secretary", "commissioner", "ambassador", "envoy"];

/// Texts that are a part or a place of a body's, so that "of" says whose: "the website of the school".
pub(crate) const PARTS_OF_BODIES: &[&str] =
    &["site", "website", "webpage", "homepage", "edition", "blog", "newsletter"];

/// What stands between such people and their body: "lawyers for the agency".
pub(crate) const OF_A_BODY: &[&str] = &["for", "of", "at", "from", "with", "in"];

/// Abbreviations in lower case whose full stop ends no sentence.
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "col", "lt", "st",
    "jr", "sr", "vs", "inc", "corp", "ltd", "co", "prof", "jan", "feb", "aug", "sept", "oct",
    "nov", "dec", "no", "capt", "cpl", "cmdr", "sgt", "rev", "hon", "adm", "maj", "mt", "ft",
    "ave", "fla", "ariz", "calif", "mass", "conn", "tex", "wis", "mich", "minn", "ky", "pa", "va",
    "tenn", "ga", "ala", "ill", "ind", "okla", "ore", "wash", "colo", "cpl", "pvt", "supt",
    "messrs", "etc", "approx", "dept", "univ", "assn", "bros",
];

/// Bodies of which an article may well know several, so that what it is does not say which: "the company".
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

/// Bodies of which a country has one, so that all articles of a dossier mean the same one, unless they name
/// several: "the government".
pub(crate) const BODIES_OF_STATE: &[&str] =
    &["government", "parliament", "cabinet", "administration", "legislature"];

/// Words that stand at the head of a body's name though no list of bodies has them: "Action on Smoking".
pub(crate) const HEADS_OF_BODIES: &[&str] = &[
    "Action",
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

/// What follows the names of companies, and names nobody alone.
pub(crate) const COMPANY_SUFFIXES: &[&str] =
    &["Co", "Corp", "Inc", "Ltd", "Llc", "LLC", "Plc", "PLC"];

/// Titles in lower case that say how somebody is addressed, and no office: not shown as somebody's role.
pub(crate) const ADDRESSES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sir", "dame", "lord", "lady", "miss", "sen", "rep", "gov",
    "gen", "col", "lt", "capt", "sgt", "maj", "adm", "rev", "hon", "mr.", "mrs.", "ms.", "dr.",
    "prof.", "sen.", "rep.", "gov.", "gen.", "col.", "lt.", "capt.", "sgt.", "maj.", "adm.",
    "rev.", "hon.", "cpl", "cpl.", "cmdr", "cmdr.",
];

/// Make another office of an office: the deputy minister is not the minister.
pub(crate) const SET_OFFICES_APART: &[&str] = &[
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

/// Places whose names begin with "New", which also begins sentences.
pub(crate) const PLACES_BEHIND_NEW: &[&str] = &[
    "York",
    "Jersey",
    "Hampshire",
    "Orleans",
    "Zealand",
    "Delhi",
    "Mexico",
    "England",
    "Yorker",
    "Yorkers",
    "Haven",
    "Brunswick",
    "Caledonia",
    "Guinea",
];

/// Say in lower case what somebody is to another, and not what they are: "her brother".
pub(crate) const TIES: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "mother",
    "father",
    "wife",
    "husband",
    "son",
    "daughter",
    "brother",
    "sister",
    "friend",
    "colleague",
    "neighbor",
    "neighbour",
    "source",
    "victim",
    "survivor",
    "supporter",
    "critic",
    "opponent",
    "rival",
    "ally",
    "member",
    "participant",
    "head",
    "boss",
    "deputy",
    "mr",
    "lord",
    "sir",
    "miss",
    "lady",
    "dame",
    "mrs",
    "ms",
];

/// Words in lower case that may stand before an office and are no part of it: "the only candidate".
pub(crate) const NO_PART_OF_AN_OFFICE: &[&str] = &[
    "only", "first", "second", "third", "last", "next", "best", "same", "one", "other", "fellow",
    "neither", "even", "like", "when", "about", "not",
];

/// Words in lower case that make no difference between the names of two bodies.
pub(crate) const SMALL_IN_BODIES: &[&str] = &["the", "a", "an", "of", "for", "and"];

/// Words in lower case that an apostrophe may begin: "'em".
pub(crate) const CLIPPED_WORDS: &[&str] = &["em", "til", "tis", "twas", "cause", "n"];
