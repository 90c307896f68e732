//! Verbs of speech and other cues: which words are some, and which of the words around them they report.

use crate::quotation::check;

#[test]
fn a_cue_behind_the_words() {
    check(
        "“<q speaker=\"Fyodor Lukyanov\">It is calm</q>,” said Fyodor Lukyanov, editor of a journal.",
    );
    check(
        "\"<q speaker=\"Dmitry Zhirnov\">It is calm</q>,\" Russian ambassador Dmitry Zhirnov told state television.",
    );
    check("“<q speaker=\"Anna Smith\">Why now?</q>” asked Anna Smith.");
}

#[test]
fn a_cue_before_the_words() {
    check("Anna Smith said: “<q speaker=\"Anna Smith\">It is calm in the city.</q>”");
    check(
        "Anna Smith, the mayor of the town, told reporters, “<q speaker=\"Anna Smith\">It is calm here.</q>”",
    );
}

#[test]
fn a_cue_between_two_stretches() {
    check(
        "“<q speaker=\"Anna Smith\">It is calm</q>,” Anna Smith said. “<q speaker=\"Anna Smith\">Nobody was hurt today.</q>”",
    );
}

#[test]
fn according_to() {
    check(
        "According to Anna Smith, <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The house was empty</q>, according to Anna Smith.",
    );
}

#[test]
fn a_statement_around_its_cue() {
    check(
        "<q kind=\"indirect\" speaker=\"Analysts\">The aim of these talks</q>, say analysts, <q kind=\"indirect\" speaker=\"Analysts\">is to stop the war from spreading</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Experts\">Above all</q>, say experts, <q kind=\"indirect\" speaker=\"Experts\">the town is waiting for rain</q>.",
    );
}

#[test]
fn calling_asking_and_promising_report_a_phrase() {
    check(
        "Anna Smith called for <q kind=\"indirect\" speaker=\"Anna Smith\">an end to the war</q>.",
    );
    check("Anna Smith vowed <q kind=\"indirect\" speaker=\"Anna Smith\">to come back</q>.");
    check(
        "Anna Smith described <q kind=\"mixed\" speaker=\"Anna Smith\">the plan as “quite sane”</q>.",
    );
}

#[test]
fn denied_speech_and_nouns_are_no_cues() {
    check("Anna Smith did not say that the house was empty.");
    check(
        "The report says of claims by the state are old, and it had given Moscow guarantees that hold.",
    );
}

#[test]
fn july_is_no_adverb() {
    check(
        "Anna Smith described <q kind=\"indirect\" speaker=\"Anna Smith\">the house as empty in late July</q> and said <q kind=\"indirect\" speaker=\"Anna Smith\">it was cold</q>.",
    );
}

#[test]
fn a_cue_behind_may_be_joined_by_as_or_want_a_that_elsewhere() {
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The house was empty for years</q>, as Anna Smith explained.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Harbour Institute\">The house was empty</q>, the Harbour Institute found.",
    );
}

#[test]
fn a_cue_in_the_middle_belongs_to_both_sides() {
    let (one, other) = ("kind=\"indirect\" speaker=\"Ada Voss\"", "indirect");
    check(&format!("<q {one}>Too often</q>, Ada Voss said, <q {one}>the harbour is shut</q>."));
    check(&format!(
        "<q {one}>At the heart of it</q>, according to Ada Voss, <q {one}>is a lack of ships</q>."
    ));
    check(&format!("In a statement, Ada Voss said, <q {one}>the harbour is shut</q>."));
    check(&format!(
        "<q {one}>The harbour is shut</q>, Ada Voss said, adding that <q kind=\"{other}\" \
         speaker=\"Ada Voss\">ships wait</q>."
    ));
}

#[test]
fn a_verb_with_its_particle_is_a_cue() {
    check(
        "When Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>, Ada Voss fired back: “<q speaker=\"Ada Voss\">It is never late here.</q>”",
    );
    check("Ada Voss chimed in, “<q speaker=\"Ada Voss\">It is never late here.</q>”");
}

#[test]
fn asked_behind_a_comma_reports_nothing() {
    check("Mayor Anna Smith, asked for a comment, declined.");
    check("Otto Lind, asked about the war,");
    check(
        "President Otto Lind, asked about the quarrel, said that <q kind=\"indirect\" speaker=\"Otto Lind\">he trusted both</q>.",
    );
}

#[test]
fn an_object_is_what_was_praised_or_defended() {
    check(
        "Anna Smith praised <q kind=\"indirect\" speaker=\"Anna Smith\">the work of the wardens</q> on Monday and left.",
    );
    check(
        "Anna Smith defended <q kind=\"indirect\" speaker=\"Anna Smith\">her decision to close the harbour</q> in a statement.",
    );
    check(
        "Anna Smith came home, slamming <q kind=\"indirect\" speaker=\"Anna Smith\">the new fare</q>.",
    );
    // What is denied is not what was said.
    check("Anna Smith denied the charges.");
    // What somebody did not get, what follows, and what posts do.
    check("Anna Smith denied them the victory.");
    check("The court denied another motion for a stay.");
    check("Jo Roe is a resident and noted harbour lawyer.");
    check(
        "Anna Smith denied the charges: “<q speaker=\"Anna Smith\">Nobody was hurt in the city.</q>”",
    );
    check("Anna Smith came home after a row of posts slamming the new fare.");
    check("Anna Smith demanded <q kind=\"indirect\" speaker=\"Anna Smith\">a vote on Monday</q>.");
}

#[test]
fn words_around_a_cue_with_an_addressee() {
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The solution</q>, Anna Smith told them, <q kind=\"indirect\" speaker=\"Anna Smith\">was simple</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The program</q>, Anna Smith wrote, <q kind=\"indirect\" speaker=\"Anna Smith\">came to an end</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">It was late</q>, Anna Smith told The Herald.",
    );
}

#[test]
fn what_is_accepted_or_put_to_somebody_is_said() {
    check(
        "Otto Lind accepted that <q kind=\"indirect\" speaker=\"Otto Lind\">he had been late</q>.",
    );
    check("Otto Lind accepted the offer and left.");
    check(
        "Otto Lind put it to him that <q kind=\"indirect\" speaker=\"Otto Lind\">the noise had been the wind</q>.",
    );
}

#[test]
fn verbs_of_writing_take_a_clause_with_a_short_subject() {
    check(
        "Anna Smith wrote <q kind=\"indirect\" speaker=\"Anna Smith\">the harbour would be shut</q>.",
    );
    check(
        "Anna Smith pointed out <q kind=\"indirect\" speaker=\"Anna Smith\">the harbour would be shut</q>.",
    );
    check("Anna Smith wrote a letter that would be read.");
    check("The man who posted it was shut out.");
}

#[test]
fn a_verb_of_no_list_behind_words_in_marks() {
    check(
        "“<q speaker=\"Otto Voss\">They would have gone to the bill</q>,” Otto Voss fumed on Tuesday. “<q speaker=\"Otto Voss\">That would have been good.</q>”",
    );
    check("“<q speaker=\"Anna Smith\">They think they own it</q>,” scoffed Anna Smith, 22.");
    check("“<q speaker=\"Otto Voss\">Would it be open to talks?</q>” Otto Voss pressed.");
    // No verb of speech stands behind the end of a sentence.
    check("“<q>Would it be open to talks?</q>” Otto Voss walked out.");
    // A title leads on to nothing.
    check("The long wall, “The Great Wall,” used by critics, is late.");
}

#[test]
fn words_around_a_cue_in_marks() {
    check(
        "<q kind=\"mixed\" speaker=\"Otto Voss\">A downturn</q>, Otto Voss said, “<q kind=\"mixed\" speaker=\"Otto Voss\">could be a good time to borrow</q>.”",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Otto Voss\">Voters</q>, Otto Voss suggested, <q kind=\"indirect\" speaker=\"Otto Voss\">don't have to worry</q>.",
    );
    check("But, Otto Voss said, “<q speaker=\"Otto Voss\">there is a line between them.</q>”");
}

#[test]
fn verbs_of_speech_in_another_sense_report_nothing() {
    check("The site has films and TV shows from Acme, “Sea Wars,” and classic fare.");
    check("The share added more than 2% to begin the week.");
    check("The film told the tale of an officer whose job was to hunt.");
    check("Mr Roe fulfilled promises to reverse the rise.");
    check("Mr Roe added <q kind=\"indirect\" speaker=\"Roe\">2% of the shops had shut</q>.");
}

#[test]
fn a_source_behind_a_conjunction_has_the_clause_behind_it() {
    check(
        "The fleet was at sea, and according to the ministry <q kind=\"indirect\" speaker=\"Ministry\">the ships were late</q>.",
    );
    check(
        "The plan was late, and as Ada Voss noted, <q kind=\"indirect\" speaker=\"Ada Voss\">it cost a lot of money</q>.",
    );
    check(
        "As first reported by Ada Voss, <q kind=\"indirect\" speaker=\"Ada Voss\">the mayor had been told of it</q>.",
    );
}

#[test]
fn answers_in_a_word_are_said() {
    check("Asked to run, Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">no</q>.");
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">yes</q>, but the council did not.",
    );
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">no to the war</q> and left the room.",
    );
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">no one had come to the house</q>.",
    );
    check(
        "Voters like Otto Lind, while officials say <q kind=\"indirect\" speaker=\"Officials\">the same of Ada Voss</q>.",
    );
}

#[test]
fn a_verb_goes_with_one_of_its_form() {
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">the town would declare its aim</q> and suggested that <q kind=\"indirect\" speaker=\"Ada Voss\">it would leave the union</q>.",
    );
    check(
        "When I asked <q kind=\"indirect\">if he would come</q>, Otto Lind looked up and said, “<q speaker=\"Otto Lind\">I will come at noon.</q>”",
    );
    check("But some note that <q kind=\"indirect\">the plan is old</q>.");
    check("One of the many reasons that the plan is old is its price.");
}

#[test]
fn a_source_has_the_clause_in_its_bracket_or_behind_its_colon() {
    check(
        "He went home (<q kind=\"indirect\" speaker=\"Roe\">the road was shut</q>, according to Roe).",
    );
    check(
        "The roads are old: <q kind=\"indirect\" speaker=\"Roe\">last year 14 of them were shut</q>, according to Roe.",
    );
    check(
        "It went on: According to Roe, <q kind=\"indirect\" speaker=\"Roe\">Germans make more bread</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Roe\">One of the plans they have</q>, according to Roe, <q kind=\"indirect\" speaker=\"Roe\">is to shut the road</q>.",
    );
}

#[test]
fn words_in_a_clause_beside_the_main_one_are_of_its_own_speaker() {
    check(
        "When Peggy Bolt shouted, “<q speaker=\"Peggy Bolt\">Shame on you</q>,” Otto Carrow replied that <q kind=\"indirect\" speaker=\"Otto Carrow\">he was sorry</q>.",
    );
    check(
        "After Peggy Bolt asked “<q speaker=\"Peggy Bolt\">Why so long?</q>”, Otto Carrow said it was hard.",
    );
}

#[test]
fn what_others_are_left_to_ask_is_nobodys() {
    check(
        "“<q speaker=\"Otto Lind\">I was angry</q>,” Otto Lind said. Lind went home, leaving many to ask: “<q>Who is next?</q>”",
    );
}

#[test]
fn a_verb_with_a_particle_tells_of_a_question_before_it() {
    check(
        "“<q speaker=\"Otto Lind\">You know it happens, right?</q>” Otto Lind went on, as if nobody heard. “<q speaker=\"Otto Lind\">But it will pass.</q>”",
    );
}

#[test]
fn according_to_and_calling_are_not_always_speech() {
    check("If all goes according to plan, the port will open in May.");
    check("The number of men varies according to whether a suspect is watched at home.");
    check("Phil and Vera have a son called Ronny, 4, and a girl, 1.");
    check("As Otto Lind explained it to me, the tool is meant to help.");
    check("Otto Lind called his son from a picnic. Otto Lind called an emergency meeting.");
    check(
        "Otto Lind called <q kind=\"indirect\" speaker=\"Otto Lind\">his son a fool</q>. A clerk called <q kind=\"indirect\">Karl Brandt a liar</q>.",
    );
}

#[test]
fn states_reports_and_warnings_may_be_things() {
    check(
        "She breathed new life into the race, even across the Sun Belt states of Arizona and Norland.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Ministry\">The drills will include air raid warning sirens and plans</q>, the ministry said in a statement.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Sandy Baum\">Part of the problem is that pay has fallen</q>, says Sandy Baum, co-author of the Trends reports. After that it rose.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Reuters\">Two men were lost in the storm</q>, Reuters reports.",
    );
}

#[test]
fn a_text_may_be_known_by_its_date() {
    check(
        "<q kind=\"indirect\" speaker=\"Trade office\">Sales fell in May</q>, according to a January report from the trade office.",
    );
    check(
        "Arms were found. <q kind=\"indirect\" speaker=\"Otto Lind\">The man had a shotgun and a .38-caliber pistol</q>, Otto Lind said.",
    );
    check(
        "Otto Lind is a lawyer. “<q speaker=\"Otto Lind\">School was a passion</q>,” Lind shares.",
    );
}

#[test]
fn a_party_and_a_state_may_stand_before_put_it() {
    check(
        "As Senator Ada Voss, R-Ky., put it, “<q speaker=\"Ada Voss\">it was one of the hottest of spots.</q>”",
    );
}

#[test]
fn what_a_letter_asks_is_not_who_obtained_it() {
    check(
        "Acme News obtained a letter sent from Ada Voss to the mayor on Aug. 6 asking <q kind=\"indirect\" speaker=\"Letter\">him to postpone the talks</q>.",
    );
    check(
        "Otto Lind urged <q kind=\"indirect\" speaker=\"Otto Lind\">the mayor to wait after indictments were announced accusing a dozen officers of fraud</q>.",
    );
}

#[test]
fn who_was_asked_answers_behind_it() {
    check(
        "The chairman, Otto Lind, said <q kind=\"indirect\" speaker=\"Otto Lind\">he would go</q>. But asked <q kind=\"indirect\">if the mayor should stay</q>, Mr. Lind said, “<q speaker=\"Otto Lind\">That is above my grade.</q>”",
    );
}
