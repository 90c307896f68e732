//! Frequent given names, by the gender that they show.

/// Frequent given names of men; some are of women too.
pub(crate) const MALE_NAMES: &str = "james john andy iain ewan euan shaun clive connor piers huw emyr alun geraint rob jake zach chidi \
    musa femi robert michael william david richard joseph thomas charles christopher daniel matthew \
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
    ulf vidar bo leslie kerry marion dana stacy tracy robin jo";

/// Frequent given names of women; some are of men too.
pub(crate) const FEMALE_NAMES: &str = "mary dawn katy kirsty isla ailsa eilidh mairi catriona niamh aoife orla ciara gemma \
    chloe ellie lottie imogen susie lesley rhona ayesha abena kemi shreya patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra \
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
    huda nawal suad rania leyla fatma zeynep emine tansu meral leslie dana";
