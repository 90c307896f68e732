//! Whose verb it is: the subject of a cue, and what stands between the two.

use crate::quotation::check;

#[test]
fn a_shared_subject() {
    check(
        "Anna Smith came back and said <q kind=\"indirect\" speaker=\"Anna Smith\">it would work for everyone</q>.",
    );
}

#[test]
fn two_speakers_share_a_sentence() {
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>, and Peter Brown said <q kind=\"indirect\" speaker=\"Peter Brown\">it was full</q>.",
    );
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>, adding that <q kind=\"indirect\" speaker=\"Anna Smith\">it was old</q>.",
    );
}

#[test]
fn appositions_brackets_and_relative_clauses_stand_between() {
    check(
        "“<q speaker=\"Jim Jordan\">It is late</q>,” Rep. Jim Jordan (R-Ohio), a member of the panel, said.",
    );
    check(
        "Anna Smith, who came from Leeds, said <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
    check(
        "“<q speaker=\"Zamir Kabulov\">It is late</q>,” the Kremlin’s envoy, Zamir Kabulov, told a reporter.",
    );
}

#[test]
fn what_looks_like_an_apposition_is_none() {
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The mayor will speak to people about the safety of the house, about the roof</q>, said Anna Smith, the owner.",
    );
}

#[test]
fn a_sentence_without_a_subject_goes_on_about_the_one_before() {
    check(
        "Anna Smith came home. Added that <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
}

#[test]
fn an_adverb_at_the_head_is_no_subject() {
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">Statewide, the schools could manage</q>, said Anna Smith.",
    );
}

#[test]
fn the_words_of_a_clause_with_whose_are_another_persons() {
    check(
        "Otto Lind, whose sister Anna said <q kind=\"mixed\" speaker=\"Anna\">the house was \"rotten\"</q>, declined to comment.",
    );
    check(
        "Otto Lind, whose wife Anna said <q kind=\"indirect\" speaker=\"Anna\">she was tired</q>, went home.",
    );
    check(
        "Otto Lind, whose deputy warned that <q kind=\"indirect\">the house was old</q>, was not there.",
    );
    check(
        "Otto Lind, a man whom Rita Voss has said <q kind=\"indirect\" speaker=\"Rita Voss\">she admires</q>, was absent.",
    );
}

#[test]
fn the_agent_of_a_passive_speaks() {
    check(
        "The court was told by Anna Smith that <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
    check(
        "The firm was accused by Anna Smith of <q kind=\"mixed\" speaker=\"Anna Smith\">running “a shop with no till”</q>.",
    );
    check("The firm was told by the court.");
}

#[test]
fn what_several_say_together_is_said_by_each() {
    check(
        "Ada Voss and Ben Roe said <q kind=\"indirect\" speaker=\"Ada Voss and Ben Roe\">the dam was safe</q>. \
         “<q speaker=\"Ada Voss and Ben Roe\">We looked twice</q>,” they said.",
    );
    check(
        "“<q speaker=\"Ada Voss, Ben Roe and Cara Lind\">It is over</q>,” said Ada Voss, Ben Roe and Cara Lind. \
         Ada Voss, Ben Roe, and Cara Lind said <q kind=\"indirect\" \
         speaker=\"Ada Voss, Ben Roe and Cara Lind\">they would go</q>.",
    );
    // The members of a body's name are no speakers, and a clause before "and" is none.
    check(
        "The town won a prize, and Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>.",
    );
    check(
        "Ada Voss met Ben Roe. Voss and Roe said <q kind=\"indirect\" speaker=\"Ada Voss and Ben Roe\">it was \
         late</q>.",
    );
}

#[test]
fn a_relative_clause_without_commas_is_part_of_the_subject() {
    check(
        "Aides who have worked with Ada Voss say <q kind=\"indirect\" speaker=\"Aides\">they trust her</q>.",
    );
    // What she thinks, another said.
    check(
        "He is no man who thinks Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">it was over</q>.",
    );
}

#[test]
fn who_speaks_with_others_is_alone_by_name() {
    check(
        "Harbour Watch and other critics say <q kind=\"indirect\" speaker=\"Harbour Watch\">the port has failed</q>.",
    );
}

#[test]
fn the_subject_stands_behind_the_rest_of_a_place() {
    check(
        "Speaking in Salem, Oregon, Ada Voss opened the port, saying that <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>.",
    );
    check(
        "Shortly after the storm ended, Ada Voss sent a letter saying that <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>.",
    );
}

#[test]
fn somebody_by_another_is_not_the_other() {
    check("“<q>It was enough for us</q>,” said a friend of Anna Smith.");
    check("“<q>It was enough for us</q>,” said the mother of Anna Smith.");
    check("“<q>It was enough for us</q>,” said a lawyer of Anna Smith.");
    check("“<q>It was enough for us</q>,” said one former colleague of Anna Smith.");
    check("“<q>It was enough for us</q>,” said a spokesman for Mr. Roe.");
    // An office that is held at a place or over others goes on before the name.
    check("“<q speaker=\"Anna Smith\">It was enough for us</q>,” said Chief of Staff Anna Smith.");
    check(
        "“<q speaker=\"Anna Smith\">It was enough for us</q>,” said Secretary of State Anna Smith.",
    );
}

#[test]
fn whoever_accuses_in_the_passive_speaks() {
    check(
        "The mayor was accused by Ada Voss <q kind=\"mixed\" speaker=\"Ada Voss\">of “lying to voters”</q>.",
    );
}

#[test]
fn a_participle_belongs_to_the_noun_before_it() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">the bank will send a letter asking clients to pay</q>.",
    );
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">the road would close</q>, adding that <q \
         kind=\"indirect\" speaker=\"Tom Reed\">costs had risen</q>.",
    );
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">investigators were probably feeling the pressure</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Tom Reed\">There was no plan</q>, Tom Reed said, speaking through an interpreter.",
    );
}

#[test]
fn a_name_in_an_apposition_may_have_titles_and_a_place() {
    check(
        "“<q speaker=\"Ada Voss\">It went well</q>,” said the company's chief executive, Dr. Ada Voss.",
    );
    check(
        "“<q speaker=\"Tom Lantos\">We knew it</q>,” said the panel's top Democrat, Tom Lantos of California.",
    );
    check(
        "The mayor, former teacher Ada Voss, said <q kind=\"indirect\" speaker=\"Ada Voss\">the bridge was safe</q>.",
    );
}

#[test]
fn an_apposition_may_lack_its_second_comma() {
    check(
        "Gary Ruffing, head of services at Acme said <q kind=\"indirect\" speaker=\"Gary Ruffing\">the deal was good</q>.",
    );
    check(
        "Former president Ada Voss, said <q kind=\"indirect\" speaker=\"Ada Voss\">a new age was beginning</q>.",
    );
    check(
        "After talks with Ada Voss, the minister for health said <q kind=\"indirect\">the deal was good</q>.",
    );
}

#[test]
fn a_place_at_the_head_is_no_subject() {
    check(
        "Rita Lind said <q kind=\"indirect\" speaker=\"Rita Lind\">it was late</q>.\n\nDown on the quay, Ada Voss is drying nets. “<q speaker=\"Ada Voss\">It never rains in June</q>,” she says.",
    );
}

#[test]
fn a_participle_has_the_subject_of_its_own_clause() {
    check(
        "The owners were away, but Ada Voss left, saying <q kind=\"indirect\" speaker=\"Ada Voss\">it was unsafe</q>.",
    );
    check("Ada Voss declined to comment on the talks or say how many men were hurt.");
}

#[test]
fn whoever_speaks_with_colleagues_is_the_one_who_is_named() {
    check(
        "Ada Voss and colleagues said <q kind=\"indirect\" speaker=\"Ada Voss\">the method works</q>.",
    );
}

#[test]
fn saying_belongs_to_whoever_writes_and_not_to_the_addressee() {
    check(
        "Ann Lee sent a letter to Tom Reed saying <q kind=\"indirect\" speaker=\"Ann Lee\">the road was unsafe</q>.",
    );
    check(
        "Ann Lee wrote on Facebook saying <q kind=\"indirect\" speaker=\"Ann Lee\">the road was unsafe</q>.",
    );
    check(
        "Ann Lee got a letter from Tom Reed saying <q kind=\"indirect\" speaker=\"Tom Reed\">the road was unsafe</q>.",
    );
    check("His death was shadowed by theories suggesting he had been murdered.");
}

#[test]
fn a_subject_may_have_a_clause_of_its_own() {
    check(
        "The firm that bought Acme Steel said <q kind=\"indirect\" speaker=\"Firm\">the road was shut</q>.",
    );
    check(
        "The man who bought the hall, Tom Reed, said <q kind=\"indirect\" speaker=\"Tom Reed\">the road was shut</q>.",
    );
    check("Two people briefed on the talks said <q kind=\"indirect\">the road must close</q>.");
    check("A lawyer hired by the town said <q kind=\"indirect\">the deal was off</q>.");
    check(
        "Obama met relatives of people killed on Thursday and said <q kind=\"indirect\" speaker=\"Obama\">it must end</q>.",
    );
}

#[test]
fn times_before_a_subject_are_no_part_of_it() {
    check(
        "Last week the committee said <q kind=\"indirect\" speaker=\"Committee\">the road was shut</q>.",
    );
    check("Last month police said <q kind=\"indirect\" speaker=\"Police\">the road was shut</q>.");
    check(
        "Two weeks ago the firm told investors <q kind=\"indirect\" speaker=\"Firm\">it was late</q>.",
    );
    check("Last week Ann Lee said <q kind=\"indirect\" speaker=\"Ann Lee\">the road was shut</q>.");
    check(
        "Early on Saturday, a member of Acme (LG) who asked not to be named, told CBC News <q kind=\"indirect\">the road was shut</q>.",
    );
}

#[test]
fn two_names_side_by_side_are_both() {
    check(
        "France and Spain said <q kind=\"indirect\" speaker=\"France and Spain\">the road was shut</q>.",
    );
    check(
        "The European Union and NATO called for <q kind=\"indirect\" speaker=\"European Union and NATO\">restraint from both sides</q>.",
    );
    check(
        "Plato and Aristotle argued that <q kind=\"indirect\" speaker=\"Plato and Aristotle\">the road was shut</q>.",
    );
    check(
        "Ann Lee left. Acme and Lee said <q kind=\"indirect\" speaker=\"Acme and Ann Lee\">the road was shut</q>.",
    );
    check(
        "Trinidad and Tobago said <q kind=\"indirect\" speaker=\"Trinidad and Tobago\">the road was shut</q>.",
    );
}

#[test]
fn clients_do_not_speak_with_their_lawyers() {
    check(
        "Lawyers for both Tom Reed and Ann Lee said <q kind=\"indirect\" speaker=\"Lawyers\">they were glad</q>.",
    );
}

#[test]
fn who_is_the_name_before_it_and_no_thing() {
    check(
        "Tom Reed won a deal with Pedro Sanz, who said <q kind=\"indirect\" speaker=\"Pedro Sanz\">the road was shut</q>.",
    );
    check(
        "The talk drew the ire of Justice Sam Hill who said <q kind=\"indirect\" speaker=\"Sam Hill\">he was glad</q>.",
    );
    check("An aide to Justice Sam Hill, who said <q kind=\"indirect\">he was glad</q>, left.");
}

#[test]
fn a_sentence_that_ends_with_a_person_has_no_other_subject() {
    check(
        "<q kind=\"indirect\" speaker=\"Jackie Hill\">The file was posted by a man from the law firm, Morgan, Lewis & Bock</q>, said Acme spokeswoman Jackie Hill.",
    );
}

#[test]
fn a_sentence_that_turns_to_somebody_leaves_it_open() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">the road was open</q>. That did not please Sam Hill. “<q>The road is shut</q>,” he said.",
    );
}

#[test]
fn one_of_them_is_who_is_named() {
    check(
        "One of them, Sam Hill, said <q kind=\"indirect\" speaker=\"Sam Hill\">the road was shut</q>.",
    );
    check(
        "After the hearing, his lawyer, Sam Hill, said <q kind=\"indirect\" speaker=\"Sam Hill\">he was glad</q>.",
    );
    check(
        "Dr Dave Hill, lead researcher for Acme said: “<q speaker=\"Dave Hill\">It is good.</q>”",
    );
}

#[test]
fn who_spoke_goes_on_whatever_a_clause_beside_says_of_others() {
    check(
        "“<q speaker=\"Jo Roe\">It is amazing</q>,” Jo Roe assured Anna Smith, after Smith assured Roe that <q kind=\"indirect\" speaker=\"Anna Smith\">most of the men would come</q>. “<q speaker=\"Jo Roe\">I will not let you down.</q>”",
    );
    check(
        "“<q speaker=\"Jo Roe\">Do these people read?</q>” said Jo Roe, a resident and Labour supporter who said <q kind=\"indirect\" speaker=\"Jo Roe\">she would not come</q>. “<q speaker=\"Jo Roe\">I never saw it.</q>”",
    );
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">it was odd to accept the ban but deny its use</q>.",
    );
    check("Likewise, a paper had this to say: “<q>Nobody was hurt in the city.</q>”");
}

#[test]
fn what_looks_like_a_subject_behind_a_verb_of_speech() {
    // Nobody writes "told Acme News" of whom the Acme News told.
    check(
        "\"<q>The men are under a lot of pressure</q>,\" an intelligence source, who was not named, told Acme News.",
    );
    check(
        "The lawmaker, who has a seat in Leeds, said <q kind=\"mixed\">the remarks “have had an effect on all of us.”</q>",
    );
    check(
        "Ted Solo, a man on the show, “The Trade,” who went on to work for Roe, said <q kind=\"mixed\" speaker=\"Ted Solo\">his boss was “always kind and generous.”</q>",
    );
    check("Asked <q kind=\"indirect\">which town was best</q>, Otto Voss smiled at the men.");
    check("Ted Roe recites the same campaign points, which are late.");
    check("White Belgium embracing Roe announced a whole new age.");
}

#[test]
fn a_participle_is_of_the_name_before_it_or_of_the_main_clause() {
    check(
        "Both men issued a statement – Otto Ryan saying <q kind=\"mixed\" speaker=\"Otto Ryan\">he was “very glad”</q> and Ted Roe calling <q kind=\"mixed\" speaker=\"Ted Roe\">it a “great meeting.”</q>",
    );
    check(
        "Otto Voss has expressed anger, and even a little fear, about the race, recently telling a friend that <q kind=\"indirect\" speaker=\"Otto Voss\">he is tired of it</q>.",
    );
    // A clause with "who" ends at its comma.
    check(
        "Otto Voss was forced to defend not paying an architect who said <q kind=\"indirect\">he was left alone</q>, saying, “<q speaker=\"Otto Voss\">Maybe he did not do a good job.</q>”",
    );
    check(
        "Anna Smith has proposed <q kind=\"indirect\" speaker=\"Anna Smith\">a prosecutor who reports to her</q>, and called for <q kind=\"indirect\" speaker=\"Anna Smith\">new officers</q>.",
    );
    check("It’s such a group that Otto Voss came and called the men “a help to all of us.”");
}

#[test]
fn a_participle_behind_by_or_before() {
    check(
        "Anna Smith angered them by saying that <q kind=\"indirect\" speaker=\"Anna Smith\">it was late</q>.",
    );
    check(
        "Anna Smith left many questions open before saying, “<q speaker=\"Anna Smith\">It is time to go.</q>”",
    );
    // What others tell of.
    check(
        "Jo Roe told the men that <q kind=\"indirect\" speaker=\"Jo Roe\">Otto Voss broke the law by asking them to go</q>.",
    );
}

#[test]
fn who_stands_behind_a_verb_with_a_participle_or_a_title() {
    check("“<q>There never was an order</q>,” said the base chief known as Bob.");
    check("“<q>It is a way to help</q>,” says a source involved in the fund.");
    check(
        "As Otto Amar, author of “The Long Road,” put it, “<q speaker=\"Otto Amar\">It may be better.</q>”",
    );
    check(
        "\"<q speaker=\"Anna Smith\">I would use the word 'old</q>,\"' said Anna Smith, who is late.",
    );
    check("“<q speaker=\"Otto Voss\">I hope you are able to find them.</q>” Otto Voss said.");
}

#[test]
fn people_of_two_kinds_and_those_of_whom_a_clause_tells_more() {
    check(
        "<q kind=\"indirect\" speaker=\"Current and former officials\">It is late in the day</q>, current and former officials said.",
    );
    check(
        "The state officials whose laws have been struck down say <q kind=\"indirect\" speaker=\"State officials\">the real change has come</q>.",
    );
    check(
        "Otto Voss warned of <q kind=\"indirect\" speaker=\"Otto Voss\">a long fight for the road</q>.",
    );
}

#[test]
fn what_somebody_does_at_the_head_of_a_sentence_is_no_speaker() {
    check(
        "Speaking to the Acme News website Mr Molyneux said: “<q speaker=\"Molyneux\">I got a lot of abuse for it.</q>”",
    );
    check(
        "Addressing about 100 men at the meeting here, many of them late, the chief, Otto Voss, said that <q kind=\"indirect\" speaker=\"Otto Voss\">it was over</q>.",
    );
    check(
        "Jo Roe left. Minutes later, Anna Smith sent an email saying, “<q speaker=\"Anna Smith\">It is done.</q>”",
    );
}

#[test]
fn a_year_and_a_state_between_commas_are_no_speakers() {
    check(
        "“<q speaker=\"Marcia Price\">It is late</q>,” state Del. Marcia Price of Salem, Va., said on Monday.",
    );
    check(
        "On July 6, 2015, Otto Voss made a comment: “<q speaker=\"Otto Voss\">It is late for the young.</q>”",
    );
    check(
        "Donna Rawlings, 59, of Ashton, Md., who saw it all, said <q kind=\"indirect\" speaker=\"Donna Rawlings\">the day brought it back</q>.",
    );
}

#[test]
fn whoever_is_named_behind_a_long_sentence_said_it() {
    check(
        "<q kind=\"indirect\" speaker=\"Ada Voss\">Officers arrested Otto Lind, 32, of 1119 Hill Road, after finding a knife in it</q>, said Lt. Ada Voss, Salem Police Department spokesman.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Ada Voss\">The gates will shut</q>, said the recently named chair Ada Voss in an email.",
    );
}

#[test]
fn a_participle_goes_with_what_was_said_rather_than_felt() {
    check(
        "Mr Voss said <q kind=\"mixed\" speaker=\"Voss\">he knows the pressures harbour workers feel and that a plan will come “within days”</q>, adding <q kind=\"indirect\" speaker=\"Voss\">he was late</q>.",
    );
    check(
        "The team looked at states where it was legal — Texas, Ohio, and Oregon — and noted that <q kind=\"indirect\" speaker=\"Team\">it was late</q>.",
    );
}

#[test]
fn a_participle_behind_a_clause_with_a_name_of_its_own_is_open() {
    check(
        "Acme Records issued a note after Ada Voss scolded her old label, accusing the firm of delay.",
    );
}

#[test]
fn whoever_is_named_before_or_behind_what_they_are_said_it() {
    check(
        "“<q speaker=\"Otto Lind\">The firm is late</q>,” Otto Lind, a physical oceanographer at the University of Salem told Acme News.",
    );
    check(
        "“<q speaker=\"Ada Voss\">It is late</q>,” Ada Voss, a senior fellow at the Salem Tax Centre, has written.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Ada Voss\">It is late</q>, said another witness in the inquiry, former Salem adviser Ada Voss.",
    );
    check(
        "While the plan did not please Julie Voss, a health officer, she said <q kind=\"indirect\" speaker=\"Julie Voss\">she did not mind</q>.",
    );
}

#[test]
fn what_is_told_between_dashes_leads_to_no_participle() {
    check(
        "Before they set off - the Roe family had returned in May - another note came saying his wife was late.",
    );
}

#[test]
fn subjects_with_two_places_or_subjects_of_knowledge_speak() {
    check(
        "Political observers in Leeds and around the country say <q kind=\"indirect\" speaker=\"Political observers\">she will win</q>.",
    );
    check(
        "Experts on fish and marine life said <q kind=\"indirect\" speaker=\"Experts\">the sea was cold</q>.",
    );
    check(
        "Otto Lind, a driver from Ava, Mo., who is a member of the union, said <q kind=\"indirect\" speaker=\"Otto Lind\">he was tired</q>.",
    );
    check(
        "Patient groups note that <q kind=\"indirect\" speaker=\"Patient groups\">the clinics are full</q>.",
    );
    check("Democratic economists, like their rivals, say taxing consumption encourages savings.");
}

#[test]
fn a_verb_behind_then_shares_its_subject() {
    check(
        "Ada Voss offered the man a job, then said <q kind=\"indirect\" speaker=\"Ada Voss\">she would welcome advice</q>.",
    );
}

#[test]
fn whoever_asks_may_be_told_more_of_before_the_question() {
    check(
        "Helen Marsh was asked by Alan Teague, who had come from Leeds, “<q speaker=\"Alan Teague\">Will the road be shut?</q>”",
    );
    check(
        "Helen Marsh was asked by Alan Teague, a reporter, “<q speaker=\"Alan Teague\">Will the road be shut?</q>”",
    );
}

#[test]
fn a_participle_at_the_head_of_a_sentence_has_the_subject_behind_it() {
    check(
        "Noting that <q kind=\"indirect\" speaker=\"Ada Voss\">the house was empty</q>, Ada Voss left.",
    );
    check(
        "After saying <q kind=\"mixed\" speaker=\"Ada Voss\">her foot was “so sore I could not walk,”</q> Ada Voss was “taken … off to Leeds” for tests.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Otto Lind\">Finding what is under the road is not so simple</q>, Otto Lind said.",
    );
}

#[test]
fn whoever_a_predicate_is_likely_to_please_is_a_phrase_of_its_own() {
    check(
        "The plan is likely to please critics, who say <q kind=\"indirect\" speaker=\"Critics\">it is late</q>.",
    );
}

#[test]
fn whoever_speaks_for_somebody_with_an_office_is_not_that_person() {
    check("“<q>It is late</q>,” a spokesman for House Speaker Paul Voss told Acme News.");
    check("The mother of murdered student Vera Holm said <q kind=\"indirect\">she was kind</q>.");
    check("The widow of soldier Otto Lind said <q kind=\"indirect\">he was kind</q>.");
    check("A lawyer for police officer Otto Lind said <q kind=\"indirect\">the court erred</q>.");
    check("The counselor to President Trond said <q kind=\"indirect\">the plan was dead</q>.");
    check(
        "The mother of two Vera Holm said <q kind=\"indirect\" speaker=\"Vera Holm\">it was late</q>.",
    );
}

#[test]
fn whoever_a_clause_with_whose_names_is_not_who_speaks() {
    check(
        "Raul Mell, whose uncle, David Jonsen, was killed in the raid, said <q kind=\"indirect\" speaker=\"Raul Mell\">the visit was right</q>.",
    );
    check(
        "The widow, whose husband, Otto Lind, was shot, said <q kind=\"indirect\">the town was kind</q>.",
    );
}

#[test]
fn two_names_behind_offices_are_both() {
    let both = "speaker=\"Nina Pell and Carl Stroud\"";
    check(&format!(
        "“<q {both}>It is a grab</q>,” said House Speaker Nina Pell and Senate Leader Carl Stroud.",
    ));
    check(&format!(
        "“<q {both}>We will sue</q>,” Mayor Nina Pell and Council President Carl Stroud said.",
    ));
}

#[test]
fn with_somebody_saying_names_who_says_it() {
    check(
        "Ada Voss has gained ground, with 30 percent of voters saying <q kind=\"indirect\">they trust her</q>.",
    );
    check(
        "Otto Lind tried to tie Ada Voss to Acme, with one of his ads asking, “<q>Is she free enough to serve here?</q>”",
    );
    check(
        "The film ends with footage of Ada Voss saying <q kind=\"indirect\" speaker=\"Ada Voss\">it is late</q>.",
    );
    check(
        "What do you think of Ada Voss privately saying <q kind=\"indirect\" speaker=\"Ada Voss\">it is late</q>?",
    );
}

#[test]
fn a_verb_of_the_main_clause_is_not_of_whom_the_clause_before_it_is_about() {
    check(
        "In May, while most of his rivals called for a road, Otto Lind held on to the ferry, noting that <q kind=\"indirect\" speaker=\"Otto Lind\">it was cheap</q>.",
    );
    check(
        "Last month, when I asked Otto Lind <q kind=\"indirect\">if he would come</q>, he looked into my phone and said, “<q speaker=\"Otto Lind\">I will come to you!</q>”",
    );
    check(
        "Ada Voss put off deciding whether Acme Corp. could question Otto Lind but said <q kind=\"indirect\" speaker=\"Ada Voss\">the firm could come back later</q>.",
    );
    check(
        "The house has become a burden for its owners, who have left the town and called for it to be sold.",
    );
}

#[test]
fn whom_a_relative_clause_tells_more_of_is_the_subject() {
    check(
        "Even critics who have left his house warned that <q kind=\"indirect\" speaker=\"Critics\">the road may be shut</q>.",
    );
    check("Those who have met Otto Lind say that <q kind=\"indirect\">he is shy</q>.");
}

#[test]
fn words_behind_what_others_asked_in_a_relative_clause_go_on() {
    check(
        "“<q speaker=\"Otto Lind\">I am not being paid</q>,” Otto Lind declared, a point he made again on a show during which callers asked <q kind=\"indirect\">how much he got</q>. “<q speaker=\"Otto Lind\">I make my own money.</q>”",
    );
}

#[test]
fn whoever_asks_is_not_whom_they_ask() {
    check(
        "Otto Lind was asked by host Ada Voss, who is his friend, but has left the room, “<q speaker=\"Ada Voss\">Will you come back to us now?</q>”",
    );
}

#[test]
fn what_something_is_called_is_not_said_by_it() {
    check(
        "The mayor had handled messages later deemed “very secret,” saying in a letter: “<q>It is a disaster for us.</q>”",
    );
}

#[test]
fn whoever_passes_words_on_is_not_who_said_them() {
    check(
        "“<q speaker=\"Otto Lind\">He can do it, he can win</q>,” Otto Lind told friends, according to Ada Voss, a former aide.",
    );
}

#[test]
fn what_somebody_hears_shows_or_cites_is_not_their_own() {
    check("Vera Lind played a clip of the senator saying, “<q>I never lost.</q>”");
    check("Otto Lind heard a man saying <q kind=\"indirect\">the ward was full</q>.");
    check(
        "Otto Lind cited a report saying <q kind=\"indirect\" speaker=\"Report\">the ward is full</q>.",
    );
    check(
        "Otto Lind issued a statement saying <q kind=\"indirect\" speaker=\"Otto Lind\">the ward is full</q>.",
    );
}

#[test]
fn whoever_says_something_of_the_noun_before_them_is_not_that() {
    check(
        "Otto Lind bought a house neighbours say <q kind=\"indirect\" speaker=\"Neighbours\">is haunted</q>.",
    );
    check(
        "It was what the neighbours said <q kind=\"indirect\" speaker=\"Neighbours\">was haunted</q>.",
    );
}

#[test]
fn those_in_a_list_speak_together_whatever_stands_beside_their_names() {
    check(
        "Otto Lind, the mayor, and Karl Brandt, his deputy, said <q kind=\"indirect\" speaker=\"Otto Lind and Karl Brandt\">the town was safe</q>.",
    );
    check(
        "Otto Lind, the mayor, and Karl Brandt said <q kind=\"indirect\" speaker=\"Otto Lind and Karl Brandt\">the town was safe</q>.",
    );
    check(
        "Poland, Chad and Peru said <q kind=\"indirect\" speaker=\"Poland, Chad and Peru\">it was late</q>.",
    );
    check(
        "Teachers, parents and schools said <q kind=\"indirect\" speaker=\"Teachers, Parents and Schools\">it was late</q>.",
    );
    check(
        "Ada Voss met Ben Roe and Cara Lind. Voss, Roe and Lind said <q kind=\"indirect\" speaker=\"Ada Voss, Ben Roe and Cara Lind\">it was late</q>.",
    );
    // Perhaps a firm.
    check("Voss, Roe and Lind said <q kind=\"indirect\">it was late</q>.");
    // What stands at the head alone is no part of a list.
    check(
        "Statewide, Poland and Chad said <q kind=\"indirect\" speaker=\"Poland and Chad\">it was late</q>.",
    );
    check(
        "As demand falls, unions and schools say <q kind=\"indirect\" speaker=\"Unions and schools\">they are ready</q>.",
    );
}

#[test]
fn of_two_who_may_be_one_body_none_is_lost() {
    check(
        "Norbank and Sorrel Oil said <q kind=\"indirect\" speaker=\"Norbank and Sorrel Oil\">the deal was off</q>.",
    );
    check(
        "Schools and parents say <q kind=\"indirect\" speaker=\"Schools and Parents\">it is late</q>.",
    );
    check(
        "Lawyers and human rights groups say <q kind=\"indirect\" speaker=\"Lawyers and human rights groups\">it is late</q>.",
    );
    check("Small groups of guests said <q kind=\"indirect\">it was late</q>.");
    check(
        "Otto Voss and Ada Voss came. Otto and Ada Voss said <q kind=\"indirect\" speaker=\"Otto Voss and Ada Voss\">it was late</q>.",
    );
}

#[test]
fn neither_of_two_says_it() {
    check("Neither Otto Lind nor Karl Brandt said when the school would open.");
}

#[test]
fn whoever_is_named_behind_an_office_for_two_things_has_it() {
    check(
        "Director of planning and housing for Leeds, Hayley Voss, said: “<q speaker=\"Hayley Voss\">We are grateful.</q>” Norton Care director of fundraising, Claire Rowe, added: “<q speaker=\"Claire Rowe\">It is good.</q>”",
    );
    check(
        "Chairman of trade and industry at Norbank, Otto Lind, said <q kind=\"indirect\" speaker=\"Otto Lind\">profits fell</q>.",
    );
    // Not somebody who is named later, where this may be a place.
    check(
        "Head of planning and housing at Leeds, West Riding, said: “<q>We are grateful.</q>” Norton head of sport, Claire Rowe, added: “<q speaker=\"Claire Rowe\">It is good.</q>”",
    );
}

#[test]
fn a_time_between_subject_and_verb_is_stepped_over() {
    check(
        "Otto Lind at the time said <q kind=\"indirect\" speaker=\"Otto Lind\">the house was empty</q>.",
    );
    check(
        "Robert Roe said <q kind=\"indirect\" speaker=\"Robert Roe\">it would cross</q>. Otto Lind at that time asked for details. “<q speaker=\"Otto Lind\">We were sold on gold</q>,” he said.",
    );
}

#[test]
fn a_name_with_a_capital_conjunction_in_it_is_one() {
    check(
        "According to Radio Nor’s Quist, <q kind=\"indirect\" speaker=\"Quist\">the couple was moved</q>.",
    );
}

#[test]
fn who_are_something_to_two_speak_for_themselves() {
    check(
        "The families of Otto Lind and Karl Brandt said <q kind=\"indirect\" speaker=\"Families\">the firm had lied</q>.",
    );
    check(
        "The mother of Otto Lind and Karl Brandt said <q kind=\"indirect\">the school had lied</q>.",
    );
    check(
        "Lawyers for Otto Lind and Karl Brandt said <q kind=\"indirect\" speaker=\"Lawyers\">the case was weak</q>.",
    );
    check("“<q>We could not cope</q>,” Otto Lind and Karl Brandt’s mother said.");
}

#[test]
fn a_new_clause_behind_the_speaker_is_no_list() {
    check(
        "“<q speaker=\"Karl Brandt\">Are you sure?</q>” asked Karl Brandt, and Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">he was</q>.",
    );
}

#[test]
fn whoever_a_witness_tells_of_says_what_they_said_there() {
    check(
        "Vera Lund testified that <q kind=\"indirect\" speaker=\"Vera Lund\">Otto Allen came home and said <q kind=\"indirect\" speaker=\"Otto Allen\">he was sorry</q></q>.",
    );
    check(
        "Vera Lund knew that Otto Allen made rude remarks and told women that <q kind=\"indirect\" speaker=\"Otto Allen\">they were fat</q>.",
    );
    // Who goes on speaking, and who may tell somebody.
    check(
        "Vera Lund said <q kind=\"indirect\" speaker=\"Vera Lund\">Otto Allen came home</q> and said <q kind=\"indirect\" speaker=\"Vera Lund\">it was late</q>.",
    );
    check(
        "Vera Lund says <q kind=\"indirect\" speaker=\"Vera Lund\">Otto Allen lost</q> and told him that <q kind=\"indirect\" speaker=\"Vera Lund\">he should go</q>.",
    );
}

#[test]
fn whoever_is_recalled_saying_it_speaks() {
    check(
        "“<q speaker=\"Otto Allen\">You are finished</q>,” Vera Lund recalls Otto Allen telling her.",
    );
    check(
        "Vera Lund recalls Otto Allen telling her: “<q speaker=\"Otto Allen\">You are finished.</q>”",
    );
    check("“<q>It would have to be a hotel</q>,” Vera Lund recalls him saying.");
    check("“<q speaker=\"Vera Lund\">You are finished</q>,” Vera Lund recalled.");
}

#[test]
fn of_two_verbs_behind_the_marks_the_inner_one_has_the_words() {
    check("“<q speaker=\"Otto Allen\">You are finished</q>,” Vera Lund says Otto Allen told her.");
    check("“<q>We might be sued</q>,” Otto Lind said he was told.");
}

#[test]
fn what_somebody_is_saying_may_be_a_subject() {
    check("Otto Lind doubted that what Karl Brandt is saying is true.");
    check(
        "The road is what critics say <q kind=\"indirect\" speaker=\"Critics\">is a mistake</q>.",
    );
}

#[test]
fn whoever_reports_what_another_said_is_not_who_said_it() {
    check(
        "“<q speaker=\"Vera Clint\">He blamed me for it</q>,” Vera Clint said, the Norland Times reported.",
    );
    check("“<q speaker=\"Otto Allen\">You are finished</q>,” Otto Allen told her, Vera Lund said.");
    check(
        "“<q speaker=\"Otto Lind\">This has gone on long enough</q>,” Otto Lind said, according to a person briefed on the call.",
    );
}

#[test]
fn the_rest_of_a_name_is_no_subject() {
    check(
        "Experts from Norland University, Sorrel say <q kind=\"indirect\" speaker=\"Experts\">the ward is full</q>.",
    );
    check(
        "Otto Lind of the Norland Food, Drug and Toy Agency said <q kind=\"indirect\" speaker=\"Otto Lind\">the toy was safe</q>.",
    );
    check(
        "The Sorrel, Maine, fire chief, Otto Lind, said <q kind=\"indirect\" speaker=\"Otto Lind\">the house was lost</q>.",
    );
    check("It was a harsh siren, repeated six times, with a short note.");
}

#[test]
fn adverbs_between_subject_and_verb_are_stepped_over_together() {
    check(
        "Otto Lind very recently said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
    );
}

#[test]
fn what_somebody_told_another_according_to_a_source_is_not_the_sources_own() {
    check(
        "According to the complaint, <q kind=\"mixed\" speaker=\"Complaint\">Otto Lind grabbed her and told her, “You will pay.”</q>",
    );
}

#[test]
fn a_name_stands_behind_an_office_and_where_that_is() {
    check(
        "“<q speaker=\"Otto Lind\">It was a shock</q>,” said the top Democrat on the panel, Otto Lind.",
    );
}

#[test]
fn a_relative_clause_may_end_with_words_in_marks() {
    check(
        "Otto Lind, who wrote “The Road,” told Acme News that <q kind=\"indirect\" speaker=\"Otto Lind\">the plan was bad</q>.",
    );
}

#[test]
fn all_in_a_list_share_a_verb_further_on() {
    check(
        "Otto Lind, Karl Brandt and Vera Holm all put out statements saying <q kind=\"indirect\" speaker=\"Otto Lind, Karl Brandt and Vera Holm\">the raid was wrong</q>.",
    );
}

#[test]
fn two_with_their_offices_speak_where_the_first_opens_the_clause() {
    check(
        "Coach Otto Lind and captain Karl Brandt said <q kind=\"indirect\" speaker=\"Otto Lind and Karl Brandt\">the team was ready</q>.",
    );
    check(
        "Acme beat Coach Otto Lind and captain Karl Brandt said <q kind=\"indirect\" speaker=\"Karl Brandt\">the team was ready</q>.",
    );
}

#[test]
fn whose_remarks_are_echoed_may_stand_behind_an_office() {
    check(
        "The IMF expects growth, echoing remarks from bank chief Vera Holm who said <q kind=\"indirect\" speaker=\"Vera Holm\">rates would rise</q>.",
    );
}

#[test]
fn each_of_a_list_speaks() {
    check(
        "Otto Lind, Karl Brandt and Vera Holm each said <q kind=\"indirect\" speaker=\"Otto Lind, Karl Brandt and Vera Holm\">the raid was wrong</q>.",
    );
}

#[test]
fn a_name_stands_behind_the_head_of_a_thing_and_where_that_is() {
    check(
        "“<q speaker=\"Otto Lind\">It was a shock</q>,” said the head of the union in Leeds, Otto Lind.",
    );
    check(
        "According to the director of research at Acme, Vera Holm, <q kind=\"indirect\" speaker=\"Vera Holm\">sales fell in May</q>.",
    );
}

#[test]
fn a_participle_may_end_with_words_in_marks() {
    check(
        "Vera Holm, nicknamed “the cat,” told Acme News that <q kind=\"indirect\" speaker=\"Vera Holm\">sales fell</q>.",
    );
}

#[test]
fn a_list_of_names_with_their_offices_is_no_apposition() {
    check(
        "Mayor Vera Holm, police chief Otto Lind and sheriff Karl Brandt said <q kind=\"indirect\" speaker=\"Vera Holm, Otto Lind and Karl Brandt\">the town was safe</q>.",
    );
}

#[test]
fn a_title_of_several_is_that_of_both() {
    check(
        "Senators Holm and Lind said <q kind=\"indirect\" speaker=\"Holm and Lind\">the town was safe</q>.",
    );
    check("Vera Holm or Otto Lind said <q kind=\"indirect\">the town was safe</q>.");
}

#[test]
fn a_full_name_behind_a_phrase_at_the_head_is_the_subject_without_a_comma_too() {
    check(
        "Speaking to the Daily Post Marina Lac claimed: “<q speaker=\"Marina Lac\">It was bad.</q>” She added: “<q speaker=\"Marina Lac\">I was there.</q>”",
    );
    check(
        "After a visit to Norland Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">the plan was dead</q>.",
    );
    check(
        "During PMQs Stephen Holm, the MP who chairs the panel, said <q kind=\"indirect\" speaker=\"Stephen Holm\">the rules hurt</q>.",
    );
    // Behind an office it may be what the preposition governs.
    check("During talks with Otto Lind said it was late.");
    // What somebody belongs to stays with the name.
    check(
        "After the Post’s Otto Lind left, Vera Holm said <q kind=\"indirect\" speaker=\"Vera Holm\">it was late</q>.",
    );
}

#[test]
fn a_name_with_an_office_beside_it_is_found_in_more_shapes() {
    // Without its second comma.
    check(
        "Otto Lind, Chair of the Norland Club said: “<q speaker=\"Otto Lind\">The unrest is sad.</q>”",
    );
    check(
        "The host, Norland Defense Council board member Nicole Holm, has said <q kind=\"indirect\" speaker=\"Nicole Holm\">the pipe is bad</q>.",
    );
    check(
        "“<q speaker=\"Anthony Holm\">It has to end</q>,” said the top researcher, Dr. Anthony Holm of the National Institute.",
    );
    check(
        "The top lobbyist for the Norland College of Nurses, Laura Holm, warned that <q kind=\"indirect\" speaker=\"Laura Holm\">the plan was bad</q>.",
    );
    // A body by its initials, but not beside somebody.
    check(
        "The city's largest power provider, NPE&G, said <q kind=\"indirect\" speaker=\"NPE&G\">it had power</q>.",
    );
    check("The union's leader, NPE&G, said <q kind=\"indirect\">it had power</q>.");
}

#[test]
fn the_verb_beside_the_marks_owns_them_whoever_reports_it() {
    check(
        "“<q speaker=\"Otto Lind\">It is a hard thing</q>,” Otto Lind said before the vote, Nova News reported. “<q speaker=\"Otto Lind\">We will go on.</q>”",
    );
    check(
        "“<q speaker=\"Otto Lind\">It is over</q>,” Otto Lind wrote in a letter, Nova News reports.",
    );
}

#[test]
fn whoever_a_last_clause_with_who_is_about_said_what_stands_before_the_verb() {
    check(
        "<q kind=\"indirect\" speaker=\"Otto Lind\">Schools, too, should know it</q>, said Otto Lind, whose book tells of it.",
    );
    check(
        "Otto Lind, the mayor, said <q kind=\"indirect\" speaker=\"Otto Lind\">Ada Voss, who runs a shop, was late</q>.",
    );
}

#[test]
fn a_participle_without_a_comma_is_of_the_noun_before_it() {
    check(
        "Otto Lind runs a club that got calls from members saying <q kind=\"indirect\" speaker=\"Members\">it was late</q>.",
    );
    check("Otto Lind posted a clip of a man saying <q kind=\"indirect\">the war was lost</q>.");
    check("Otto Lind was sent a note warning that <q kind=\"indirect\">he would die</q>.");
    check(
        "Otto Lind won a prize for a paper arguing that <q kind=\"indirect\" speaker=\"Paper\">wars are lost</q>.",
    );
    check(
        "Ada Voss says <q kind=\"indirect\" speaker=\"Ada Voss\">Otto Lind gave an interview saying <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q></q>.",
    );
    // What somebody issues or writes, or in what they speak, has their words.
    for act in ["issued a statement", "wrote a letter to the town", "spoke in a message"] {
        check(&format!(
            "Otto Lind {act} saying <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>."
        ));
    }
}

#[test]
fn whoever_opens_a_list_may_be_of_a_body_or_stand_before_an_office() {
    check(
        "Otto Lind and coach Karl Roe said <q kind=\"indirect\" speaker=\"Otto Lind and Karl Roe\">it was over</q>.",
    );
    check(
        "Otto Lind of Acme, Karl Roe and Ada Voss said <q kind=\"indirect\" speaker=\"Otto Lind, Karl Roe and Ada Voss\">the fee was bad</q>.",
    );
}

#[test]
fn whom_somebody_knew_or_taught_is_not_who_speaks() {
    check("A woman who knew Otto Lind said <q kind=\"indirect\">he was kind</q>.");
    check(
        "A teacher who taught Otto Lind told Nova News that <q kind=\"indirect\">he was shy</q>.",
    );
    check("The judge who wrote the ruling said <q kind=\"indirect\">it was harsh</q>.");
}

#[test]
fn whom_a_clause_is_about_does_not_speak_behind_dashes() {
    check(
        "James Fisch, a profiler who helped catch Otto Lind – who had fled – told the Post that it was late.",
    );
    check(
        "Otto Lind – who had fled – told the Post that <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
    );
}

#[test]
fn the_first_time_is_no_part_of_who_speaks() {
    check(
        "It was the first time the agency said <q kind=\"indirect\" speaker=\"Agency\">it was late</q>.",
    );
    check("As the Sunday Post said, <q kind=\"indirect\" speaker=\"Sunday Post\">it was late</q>.");
}

#[test]
fn who_is_backed_by_others_is_no_verb() {
    check("The tea party-backed candidate called <q kind=\"mixed\">the win a “miracle.”</q>");
}

#[test]
fn a_pronoun_with_its_verb_behind_a_cue_speaks_nowhere() {
    check(
        "Otto Fuchs left. The front-runner, who called migrants “criminals” and “rapists,” insists <q kind=\"indirect\">he’ll build it</q>.",
    );
}

#[test]
fn who_came_in_a_clause_may_have_said_it_as_well() {
    check("Otto Lind left after Karl Brandt came and said it was late.");
    check(
        "Otto Lind left after the vote ended and said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
    );
}

#[test]
fn whose_lawyer_speaks_has_a_name_behind_the_comma() {
    check(
        "A lawyer for Mr. Brandt, Ada Voss of Acme, said <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>.",
    );
    check("A lawyer for Ada Voss said <q kind=\"indirect\">it was late</q>.");
}

#[test]
fn who_reported_something_first_says_nothing_behind_it() {
    check(
        "Otto Lind denied the claims, which Acme first reported, saying <q kind=\"indirect\" speaker=\"Otto Lind\">they were false</q>.",
    );
}

#[test]
fn what_both_are_stands_before_two_names() {
    check(
        "“<q speaker=\"Otto Roe and Jarl Lind\">It is late</q>,” said the mayor’s personal lawyers Otto Roe and Jarl Lind in a statement.",
    );
    check(
        "“<q speaker=\"Ada Roe and Otto Lind\">It is late</q>,” House Speaker Ada Roe and Senate Democratic Leader Otto Lind said.",
    );
}

#[test]
fn members_of_a_body_are_not_the_body() {
    check(
        "It led to calls by members of Congress who said <q kind=\"indirect\" speaker=\"Members\">it was late</q>.",
    );
    check(
        "The plan met instant condemnation from Democrats, who called <q kind=\"indirect\" speaker=\"Democrats\">it a disgrace</q>.",
    );
}

#[test]
fn a_participle_goes_with_the_one_before_it() {
    check(
        "Acme News, which was there, showed a film that had a team of agents banging on the door and demanding that he come out.",
    );
    check(
        "With the road now closed and critics accusing <q kind=\"indirect\" speaker=\"Critics\">him of fraud</q>, he left.",
    );
}

#[test]
fn a_list_goes_on_behind_parties_and_with_people_by_number() {
    check(
        "They had come to see them. Sen. Otto Lind, R-Ohio, and Rep. Ada Voss, D-Mass., said <q kind=\"indirect\" speaker=\"Otto Lind and Ada Voss\">it was late</q>.",
    );
    check(
        "They had come to see them. Sen. Otto Lind (R-Ohio), Senate Minority Leader Ada Voss (D-Mass.) and 18 members of the panel said <q kind=\"indirect\" speaker=\"Otto Lind, Ada Voss and 18 members\">it was late</q>.",
    );
}
