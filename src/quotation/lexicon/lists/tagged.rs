//! What a word may be: the general vocabulary by [`Tags`].

use super::super::tags::Tags;
use super::bodies::NAMED_BODIES;
use super::given_names::{FEMALE_NAMES, MALE_NAMES};
use super::places::PLACES;

/// Words with what they may be; a word may be in several lists.
pub(crate) const LISTS: &[(Tags, &str)] = &[
    (
        Tags::CUE,
        "according words put puts went goes shot shoots fired fires hit hits pushed pushes clapped claps punched \
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
         weeks months years days day hours hour minutes moments seconds ago then now",
    ),
    (
        Tags::TITLE,
        "mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister \
         premier chancellor senator sen sens reps congressman congresswoman representative rep \
         governor gov govs mayor secretary general gen colonel col major maj captain capt \
         lieutenant lt sergeant sgt admiral adm ambassador envoy spokesman spokeswoman \
         spokesperson chief director chairman chairwoman chair ceo king queen prince princess \
         pope bishop archbishop rabbi imam ayatollah sheikh sheik judge justice attorney \
         detective officer executive coach author former acting deputy foreign defence defense interior \
         undersecretary rev reverend father sister brother cardinal commissioner commander \
         corporal cpl private constable inspector superintendent councillor councilman \
         councilwoman alderman assemblyman assemblywoman delegate speaker leader analyst expert \
         editor host anchor activist candidate nominee campaign manager advisor adviser aide \
         lawmaker mp mep democrat dem republican strategist co-founder founder researcher scientist \
         curator emeritus manager trainer driver actor actress singer comedian pastor sheriff \
         lawyer prosecutor solicitor counsel treasurer lead senior junior chief-of-staff press \
         state veteran prefect provost warden bailiff legislator ombudsman ombudswoman \
         comptroller assemblymember councilmember selectman supervisor trustee chaplain deacon \
         vicar monsignor emir sultan mullah patriarch brigadier commodore ensign trooper \
         firefighter paramedic surgeon coroner magistrate registrar archaeologist epidemiologist \
         virologist psychiatrist novelist playwright filmmaker photographer architect designer \
         chairperson negotiator mediator banker auditor ranger daughter wife husband neighbour \
         neighbor resident student pupil teacher headteacher survivor passenger holidaymaker \
         tourist plumber carer cleaner goalscorer defender bowler boxer drummer model nurse shri smt maître \
         farmer fisherman householder presidents ministers senators judges justices professors \
         generals governors mayors insp det supt dci pcc cllr cfo coo cto cmo cio msp staff \
         affairs treasury columnist reporter correspondent historian economist biologist \
         physicist astronomer journalist sociologist psychologist anthropologist criminologist \
         geologist seismologist meteorologist climatologist ornithologist cardiologist neurologist \
         oncologist pathologist immunologist statistician pollster demographer geographer \
         theologian philosopher linguist pharmacist veterinarian dentist physician barrister \
         lecturer screenwriter businessman businesswoman politician supt. insp. det. \
         sen. rep. gov. gen. col. lt. capt. cpl. cmdr. prof. mr. mrs. ms. \
         dr. rev. sgt. sens. reps. govs. gens. drs. messrs. messrs drs adm. maj. hon. del. dels.",
    ),
    // Kin, trades and walks of life: "mum Ada Voss", "the mum".
    (
        Tags::TITLE.with(Tags::ROLE),
        "mum mom dad granny grandma grandpa aunt auntie uncle niece nephew cousin grandmother \
         grandfather grandson granddaughter stepmother stepfather stepson stepdaughter girlfriend \
         boyfriend fiance fiancee fiancé fiancée widow widower ex-wife ex-husband pensioner \
         shopper onlooker bystander eyewitness commuter villager cabbie landlord landlady \
         housemate flatmate roommate classmate teammate co-accused co-defendant motorist cyclist \
         shopkeeper barman barmaid waiter waitress electrician receptionist hairdresser \
         midfielder striker goalkeeper winger batsman jockey golfer sprinter rapper musician \
         guitarist presenter broadcaster influencer blogger vlogger chef campaigner volunteer \
         administrator employee insider quarterback linebacker co-worker puppeteer producer investigator \
         oceanographer hydrologist volcanologist botanist zoologist ecologist entomologist \
         palaeontologist paleontologist microbiologist neuroscientist nutritionist dietitian \
         physiotherapist psychotherapist therapist counsellor counselor dermatologist paediatrician \
         pediatrician obstetrician toxicologist mathematician environmentalist technician \
         trucker florist bartender restaurateur hotelier winemaker beekeeper gamekeeper zookeeper \
         dancer ballerina choreographer conductor violinist pianist cellist saxophonist bassist \
         songwriter illustrator cartoonist sculptor ceramicist stylist biographer poet podcaster \
         realtor juror youtuber cinematographer newsreader referee umpire hurdler swimmer rower gymnast wrestler \
         triathlete marathoner ultramarathoner skier snowboarder mountaineer yachtsman cricketer \
         footballer lifeguard caretaker janitor childminder schoolteacher schoolboy schoolgirl \
         teenager scholar academic entrepreneur industrialist financier philanthropist socialite \
         troubleshooter ombudsperson dj clerk whip protester protestor demonstrator lobbyist",
    ),
    (
        Tags::ROLE,
        "spokesman spokeswoman spokesperson minister president secretary ambassador director \
         chairman chairwoman chair official senator governor mayor professor coach captain \
         analyst officer judge attorney lawyer prosecutor leader chief manager author researcher \
         scientist curator envoy commissioner candidate nominee expert editor host anchor \
         activist adviser advisor aide lawmaker strategist founder ceo executive commander \
         general colonel sheriff congressman congresswoman chancellor premier king queen pope \
         bishop doctor person physician nurse teacher student writer reporter journalist columnist \
         historian economist pollster diplomat veteran actor actress singer pastor priest rabbi \
         imam man woman boy girl mother father wife husband son daughter brother sister owner \
         resident voter witness supporter critic member politician businessman businesswoman \
         billionaire mogul operative consultant fellow representative delegate counsel detective \
         trainer player comedian speaker programmer developer engineer astronaut pilot fisherman \
         farmer survivor victim suspect defendant plaintiff source democrat dem republican insider \
         staffer neighbor neighbour friend colleague moderator participant attendee organizer \
         organiser correspondent biologist physicist psychologist astronomer ornithologist \
         solicitor principal headmaster headteacher dean rector prefect provost warden bailiff \
         legislator ombudsman ombudswoman comptroller controller assemblymember councilmember \
         selectman supervisor trustee chaplain deacon vicar monsignor abbess emir sultan mullah \
         patriarch brigadier commodore ensign airman trooper firefighter paramedic midwife \
         pharmacist veterinarian dentist surgeon pathologist coroner magistrate jurist barrister \
         notary registrar librarian archivist lecturer tutor statistician meteorologist \
         climatologist geologist seismologist virologist epidemiologist oncologist cardiologist \
         psychiatrist neurologist immunologist sociologist anthropologist archaeologist \
         criminologist demographer geographer philosopher theologian linguist novelist playwright \
         screenwriter filmmaker composer photographer architect designer banker accountant \
         auditor broker trader investor cfo coo cto chairperson mediator negotiator arbitrator \
         parliamentarian backbencher harbourmaster harbormaster postmaster headmistress \
         superintendent inspector sergeant lieutenant captain major admiral undersecretary mp mep \
         councillor alderman constable ranger guard pilot skipper nun mam gran nan agent head \
         boss deputy co-chair co-chairman mate ally co-author co-host co-director archbishop cardinal \
         ayatollah sheikh prosecutor interpreter translator envoy commissar",
    ),
    (
        Tags::ROLE.with(Tags::MALE),
        "spokesman chairman congressman king man boy father husband son brother businessman actor \
         priest fisherman councilman policeman dad grandpa uncle nephew grandfather grandson \
         stepfather stepson boyfriend fiance fiancé widower ex-husband landlord barman waiter \
         batsman mr sir lord prince pope",
    ),
    (
        Tags::ROLE.with(Tags::FEMALE),
        "spokeswoman chairwoman congresswoman queen woman girl mother wife daughter sister \
         businesswoman actress councilwoman policewoman mum mom mam gran granny grandma nan aunt \
         auntie niece grandmother granddaughter stepmother stepdaughter girlfriend fiancee \
         fiancée widow ex-wife landlady barmaid waitress mrs ms miss lady dame princess",
    ),
    (Tags::MALE, "mr mr. sir lord prince king pope"),
    (Tags::FEMALE, "mrs mrs. ms ms. miss lady dame princess queen"),
    (
        Tags::BODY,
        "family jury ministry department party government administration university institute college school \
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
         academy polytechnic clinic military consortium syndicate orchestra brigade battalion",
    ),
    (Tags::BODY, NAMED_BODIES),
    (
        Tags::PEOPLE,
        "terrorists fighters hardliners extremists separatists officials analysts experts \
         authorities sources critics supporters scientists researchers police witnesses residents \
         protesters activists lawyers prosecutors doctors leaders lawmakers democrats dems republicans \
         senators aides advisers advisors observers investigators reports media opponents allies \
         members voters economists historians journalists reporters people others some many \
         organizers organisers militants rebels insurgents veterans diplomats ministers \
         politicians soldiers troops families relatives parents students pupils teachers workers \
         employees executives fans users developers engineers friends colleagues neighbours \
         neighbors conservatives liberals progressives strategists pundits commentators insiders \
         operatives pollsters americans russians both men women skeptics sceptics proponents \
         advocates academics authors campaigners clinicians physicians psychologists attorneys \
         detectives representatives spokesmen spokespeople spokespersons farmers fishermen nurses \
         villagers locals commuters motorists passengers customers shoppers survivors onlookers \
         bystanders mourners pensioners tourists peers backbenchers councillors commissioners \
         inspectors auditors regulators unions carers pilots sailors firefighters paramedics \
         medics rescuers co-authors co-workers retailers traders brokers bankers geologists seismologists \
         meteorologists forecasters climatologists conservationists",
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
         considers sees expects requires allows refuses \
         shut beat overtook undertook shed shone posted welcomed taught wept slept crept clung strode fled awaits prefer prefers represent represents contains contain provides provide",
    ),
    (Tags::DEICTIC, "yesterday today tonight tomorrow last this earlier later recently then now"),
    (Tags::PLACE, PLACES),
    (
        Tags::PARTICLE,
        "de van von bin al der la el du di da ibn del den dos das le af abu ter ould ben bint san st st.",
    ),
    (
        Tags::OCCASION,
        "statement interview speech conference email e-mail letter tweet post message briefing remarks \
         note article blog column essay memo report book testimony court reporters journalists hearing \
         comment comments debate rally television radio twitter facebook telephone phone press release call appearance \
         op-ed meeting video audience crowd address editorial filing news event monologue podcast \
         broadcast segment",
    ),
    (
        Tags::TEXT,
        "report statement poll study survey article letter memo document analysis editorial review \
         headline email message figures data statistics results findings estimates reports documents \
         records polls studies surveys book paper website tweet post ad petition lawsuit complaint \
         indictment ruling filing transcript summary blog newspaper magazine sign banner release site webpage homepage edition \
         disclaimer leaflet brochure newsletter manifesto communique dispatch memorandum film films movie movies novel novels memoir \
         documentary",
    ),
    (
        Tags::NO_NAME,
        "the a an in on at it he she they we i this that these those but and or if when while after \
         before as for from to however also its his her their there here what who how why where then \
         than so yet by with of not no yes now just even still well despite during under over since \
         because although though until unless once only neither either perhaps maybe many most some more such another \
         other each every both all any one two three four five six seven eight nine ten first second \
         third last next new old my our your you me us them him according asked speaking meanwhile \
         earlier later recently today yesterday tomorrow moreover furthermore additionally nevertheless \
         instead indeed thus therefore overall elsewhere let get see read related image photo \
         i'm i've it's he's she's that's there's don't \
         asked when told while like unlike given including having being keeps asked worse better \
         amidst previous unconfirmed preliminary initial numerous countless various certain unidentified \
         unnamed anonymous eventually ultimately initially originally previously subsequently consequently \
         accordingly additionally actually apparently basically certainly clearly curiously currently \
         effectively especially essentially evidently fortunately frankly generally gradually historically \
         hopefully ideally immediately importantly incidentally increasingly inevitably interestingly \
         ironically lately likely luckily mainly mostly naturally nearly normally notably obviously \
         occasionally oddly officially partly personally possibly potentially presumably privately probably \
         publicly quickly rarely regrettably repeatedly reportedly roughly sadly separately seriously shortly \
         significantly similarly simply simultaneously slowly specifically strangely strikingly suddenly \
         surprisingly technically theoretically traditionally typically unfortunately unusually usually \
         virtually widely likewise nonetheless hence wait alas otherwise plus really ask \
         recent similar backstage onstage offstage eleven twelve thirteen fourteen fifteen sixteen seventeen \
         eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    ),
    (
        Tags::NEGATION,
        "not never no didn't doesn't don't hasn't haven't wouldn't won't hadn't cannot can't couldn't nobody neither nor declined refused failed",
    ),
    // What rules ask for by its letters, and nothing else is said of.
    (
        Tags::NONE,
        "be been go out point extent fact nothing worth late early shortly hello goodbye goodnight farewell continued adding \
         noting referring alluding quoted quotes quoting cited citing",
    ),
    (Tags::GIVEN.with(Tags::MALE), MALE_NAMES),
    (Tags::GIVEN.with(Tags::FEMALE), FEMALE_NAMES),
];
