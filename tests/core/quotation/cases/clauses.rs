//! What is reported without marks: where the clause begins and ends.

use crate::quotation::check;

#[test]
fn reported_clauses() {
    check(
        "Arkady Dubnov said <q kind=\"indirect\" speaker=\"Arkady Dubnov\">Moscow would now look to strengthen its presence</q>.",
    );
    check(
        "Anna Smith told the court that <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The house was empty and had been for years</q>, said Anna Smith.",
    );
}

#[test]
fn a_clause_partly_in_marks_is_mixed() {
    check(
        "Anna Smith said <q kind=\"mixed\" speaker=\"Anna Smith\">the city “is very calm indeed” today</q>.",
    );
}

#[test]
fn relayed_speech_nests() {
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">that was why Peter Brown promised <q kind=\"indirect\" speaker=\"Peter Brown\">to come</q></q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The house, which the officials insisted <q kind=\"indirect\" speaker=\"Officials\">was empty for years</q>, was full of people</q>, Anna Smith said.",
    );
}

#[test]
fn a_clause_needs_no_verb_that_the_lists_know() {
    check(
        "Anna Smith came. She said <q kind=\"indirect\" speaker=\"Anna Smith\">she walks to work</q>.",
    );
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">visitors come in spring</q>.",
    );
    check(
        "According to Anna Smith, <q kind=\"indirect\" speaker=\"Anna Smith\">farmers earn less</q>.",
    );
    check("Anna Smith said a few words.");
}

#[test]
fn a_relative_clause_of_another_speaker_ends_the_words() {
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">it would open a base there</q>, which Peter Brown insisted <q kind=\"indirect\" speaker=\"Peter Brown\">was no threat</q>.",
    );
}

#[test]
fn a_clause_needs_no_known_verb_behind_said() {
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">she and Otto Lind differ on the port</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Ada Voss\">This makes it hard to dislodge a ship</q>, Ada Voss said.",
    );
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">there’s no cause for closing the port</q>.",
    );
    // Many states say nothing.
    check(
        "A dozen states held contests. Western states this week that Ada Voss hopes to win vote.",
    );
}

#[test]
fn a_warning_begins_behind_those_who_are_warned() {
    check(
        "Otto Lind warned the council of “<q speaker=\"Otto Lind\">a disaster that nobody can stop</q>”.",
    );
    check(
        "Otto Lind warned the council of <q kind=\"indirect\" speaker=\"Otto Lind\">a disaster</q>.",
    );
    check(
        "Otto Lind warned <q kind=\"indirect\" speaker=\"Otto Lind\">the Bank of England was late</q>.",
    );
}

#[test]
fn more_and_a_number_may_begin_a_clause() {
    check("Experts said <q kind=\"indirect\" speaker=\"Experts\">more rain was likely</q>.");
    check(
        "The Interior Ministry said <q kind=\"indirect\" speaker=\"Interior Ministry\">six died</q>.",
    );
    check("Experts said more about it.");
}

#[test]
fn a_question_asked_of_somebody_is_reported() {
    check(
        "Ada Voss asked Tom Reed <q kind=\"indirect\" speaker=\"Ada Voss\">how he would pay for the bridge</q>.",
    );
}

#[test]
fn a_side_clause_ends_where_the_main_one_begins() {
    check(
        "While he calls <q kind=\"mixed\">it “a nice device,”</q> Tom Reed predicted that <q kind=\"indirect\" speaker=\"Tom \
         Reed\">it would fail</q>.",
    );
    check(
        "Ada Voss said at a hospital crammed with victims that <q kind=\"indirect\" speaker=\"Ada Voss\">help was near</q>.",
    );
}

#[test]
fn what_police_say_that_somebody_said_is_theirs() {
    check("During the call, the man said, “<q>somebody must stop her</q>,” police said.");
    check("Tom Reed told the clerk, “<q speaker=\"Tom Reed\">give me the money</q>,” police said.");
}

#[test]
fn words_end_where_the_author_goes_on() {
    check(
        "<q kind=\"indirect\" speaker=\"Ann Lee\">The road is shut</q>, Ann Lee said in a letter, which was seen by Reuters.",
    );
    check(
        "Ann Lee told a few thousand teachers who covered the lawn that <q kind=\"indirect\" speaker=\"Ann Lee\">the town should send money</q>.",
    );
    check("Ann Lee said that <q kind=\"indirect\" speaker=\"Ann Lee\">she’s not here</q>.");
    check(
        "In fact, as Ann Lee said, <q kind=\"indirect\" speaker=\"Ann Lee\">the road is shut</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Ann Lee\">The road is shut</q>, Ann Lee wrote on Monday.",
    );
    check(
        "Tom Reed said after his appointment: “<q speaker=\"Tom Reed\">I am glad to be here.</q>”",
    );
    check(
        "(Reuters) – <q kind=\"indirect\" speaker=\"Police\">The road is shut today</q>, according to police.",
    );
}

#[test]
fn what_is_added_may_be_a_thing() {
    check("The agency also added smaller landers to the contract.");
    check("Ann Lee added <q kind=\"indirect\" speaker=\"Ann Lee\">the road was shut</q>.");
}

#[test]
fn the_next_words_are_the_outer_speakers() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">police insist that <q kind=\"indirect\" speaker=\"Police\">the road is safe</q></q>.\n\n“<q speaker=\"Tom Reed\">We will see about that.</q>”",
    );
}

#[test]
fn not_yet_and_short_forms_end_no_clause() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">he was ill because the boy had not yet told his family about it</q>.",
    );
    check(
        "Officials said <q kind=\"indirect\" speaker=\"Officials\">they were troubled by rulings against Benton, Ark.-based Acme and its boss</q>.",
    );
    check(
        "Tom Reed added that <q kind=\"indirect\" speaker=\"Tom Reed\">the men are ill</q> and could not confirm if charges will follow.",
    );
}

#[test]
fn a_text_may_end_with_a_comma_behind_an_office() {
    check("“<q>It is calm</q>,” said the minister,");
}

#[test]
fn orders_and_claims_in_the_infinitive() {
    check(
        "Anna Smith told <q kind=\"indirect\" speaker=\"Anna Smith\">her advisers to find a way</q>.",
    );
    check("Anna Smith told a story to children.");
    check("They did what Anna Smith told them to do.");
    check(
        "Anna Smith claims <q kind=\"indirect\" speaker=\"Anna Smith\">to have seen the ship</q>.",
    );
    check("The company called it off.");
}

#[test]
fn where_a_clause_ends_before_another() {
    check(
        "Anna Smith, who has said <q kind=\"indirect\" speaker=\"Anna Smith\">she had no part in the plan</q>, has been dogged by talk of it.",
    );
    check(
        "Anna Smith described <q kind=\"mixed\" speaker=\"Anna Smith\">it as a “good act”</q> but Jo Roe said <q kind=\"indirect\" speaker=\"Jo Roe\">the road was shut</q>.",
    );
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">the rules of the EU-U.K. treaty would apply to Hull</q>.",
    );
    check("Anna Smith has rejected a media request to make public the contents.");
    check("The Harbour Agency maintains a wide list of men who have made threats.");
    check(
        "Anna Smith said late Wednesday that <q kind=\"indirect\" speaker=\"Anna Smith\">she would go</q>.",
    );
}

#[test]
fn a_clause_ends_where_somebody_else_says() {
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">the road was shut</q> and Jo Roe said <q kind=\"indirect\" speaker=\"Jo Roe\">the harbour was open</q>.",
    );
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">she had watched it rise and thought of the day she came</q>.",
    );
}

#[test]
fn what_says_where_somebody_spoke_is_none_of_their_words() {
    check(
        "Sunday on the channel’s “Morning Futures,” Otto Voss said <q kind=\"indirect\" speaker=\"Otto Voss\">it was late in the day</q>.",
    );
    check(
        "To a question on the “sale of public jobs,” Otto Voss said <q kind=\"indirect\" speaker=\"Otto Voss\">firms can be dear</q>.",
    );
    check(
        "But as Otto Voss noted, <q kind=\"indirect\" speaker=\"Otto Voss\">those voters will look again</q>.",
    );
    check(
        "With Otto Voss saying that <q kind=\"indirect\" speaker=\"Otto Voss\">the road is shut</q>, the men left.",
    );
    check("Asked <q kind=\"indirect\">who leads the party</q>, he said Otto Roe.");
}

#[test]
fn what_is_said_in_parting_is_no_clause() {
    check("Otto Lind spoke to Ada Voss before saying goodnight but he came back.");
}

#[test]
fn whoever_quotes_another_has_not_said_it() {
    check("Helen Marsh, quoting Alan Teague, said <q kind=\"indirect\">the road was shut</q>.");
    check("Helen Marsh, quoting Alan Teague, said: “<q>The road was shut for days.</q>”");
}

#[test]
fn a_clause_may_begin_with_an_amount_of_money_or_a_pronoun_and_its_verb() {
    check(
        "John Reid rose. He said <q kind=\"indirect\" speaker=\"John Reid\">about £1bn would be devoted to the plan</q>.",
    );
    check("Ada Voss says <q kind=\"indirect\" speaker=\"Ada Voss\">there’s no problem</q>.");
    check(
        "Ada Voss announced <q kind=\"indirect\" speaker=\"Ada Voss\">she supported the bill</q>.",
    );
    check(
        "Ada Voss suggested <q kind=\"indirect\" speaker=\"Ada Voss\">he’ll turn to his wife for advice</q>.",
    );
}

#[test]
fn a_clause_ends_where_the_author_or_the_main_clause_goes_on() {
    check(
        "Ada Voss said <q kind=\"mixed\" speaker=\"Ada Voss\">it “will be done by Leeds,”</q> referring to the fair.",
    );
    check(
        "And while Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>, the fair went on.",
    );
    check(
        "The house – which Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">was empty</q> – was full of people.",
    );
    check(
        "Ada Voss has signalled that <q kind=\"indirect\" speaker=\"Ada Voss\">the road will be shut</q>.",
    );
}

#[test]
fn what_leads_to_words_in_marks_is_not_what_a_paper_says() {
    check(
        "According to the Gazette, Mayor Otto Lind said: “<q speaker=\"Otto Lind\">I want to know.</q>”",
    );
}

#[test]
fn a_name_opens_the_clause_behind_hearers_without_one() {
    check(
        "Vera Holm told the court <q kind=\"indirect\" speaker=\"Vera Holm\">Otto Lind lied</q>.",
    );
    check(
        "Vera Holm told reporters <q kind=\"indirect\" speaker=\"Vera Holm\">Otto Lind would resign</q>.",
    );
    check(
        "Vera Holm told the inquiry <q kind=\"indirect\" speaker=\"Vera Holm\">Norbank had hidden the debt</q>.",
    );
}

#[test]
fn what_is_pointed_out_stands_before_or_around_it() {
    check(
        "<q kind=\"indirect\" speaker=\"Otto Lind\">The town is both rich and poor</q>, Otto Lind points out.",
    );
    check(
        "As Otto Lind points out, <q kind=\"indirect\" speaker=\"Otto Lind\">the town is both rich and poor</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Otto Lind\">As a rule</q>, Otto Lind pointed out, <q kind=\"indirect\" speaker=\"Otto Lind\">houses do not stay empty for long</q>.",
    );
}

#[test]
fn what_a_source_is_stands_between_the_clauses_around_it() {
    check(
        "<q kind=\"indirect\" speaker=\"Otto Lind\">The results</q>, according to Otto Lind, deputy director of the Leeds Centre, <q kind=\"indirect\" speaker=\"Otto Lind\">were mixed</q>.",
    );
}

#[test]
fn a_clause_before_said_ends_there_though_its_verb_is_unknown() {
    check(
        "<q kind=\"indirect\" speaker=\"Otto Lind\">Potholes form when water and salt seep into cracks</q>, said Otto Lind, who works for the town.",
    );
}

#[test]
fn nearly_is_no_bar_before_a_number() {
    check(
        "Otto Lind says <q kind=\"indirect\" speaker=\"Otto Lind\">approximately 170 women fall ill each year</q>.",
    );
}

#[test]
fn a_name_and_its_auxiliary_open_the_clause_behind_an_office() {
    check(
        "Otto Lind told the police officer <q kind=\"indirect\" speaker=\"Otto Lind\">Karl Brandt had left</q>.",
    );
    check("Otto Lind told the man Karl hired to leave.");
}

#[test]
fn behind_as_and_its_verb_all_is_reported() {
    check(
        "As Otto Lind noted, <q kind=\"indirect\" speaker=\"Otto Lind\">the town, which is old, is rich</q>.",
    );
}

#[test]
fn an_age_behind_the_source_and_those_who_are_warned_are_no_part_of_the_words() {
    check(
        "According to Otto Lind, 34, a clerk, <q kind=\"indirect\" speaker=\"Otto Lind\">shops grew fast</q>.",
    );
    check(
        "According to Otto Lind, 34, <q kind=\"indirect\" speaker=\"Otto Lind\">shops grew fast</q>.",
    );
    check(
        "According to Otto Lind, <q kind=\"indirect\" speaker=\"Otto Lind\">34 shops grew fast</q>.",
    );
    check(
        "The governor warned big firms that <q kind=\"indirect\">they had two years to agree rules</q>.",
    );
    check("The governor warned drivers that <q kind=\"indirect\">roads were bad</q>.");
    // What hurts firms is not what he warned of to the rules.
    check("The governor warned <q kind=\"indirect\">rules that hurt firms would fail</q>.");
}

#[test]
fn what_somebody_said_has_no_clause_behind_it() {
    check("Otto Lind did not cite what Ada Voss said that night.");
    check(
        "Otto Lind did not come; Ada Voss said that <q kind=\"indirect\" speaker=\"Ada Voss\">the night was cold</q>.",
    );
}

#[test]
fn what_stands_before_as_somebody_notes_behind_and_is_the_authors() {
    check(
        "Otto Lind has been more open to reform, and, as the Daily Post notes, <q kind=\"indirect\" speaker=\"Daily Post\">his district is poor</q>.",
    );
}

#[test]
fn a_question_at_the_head_of_a_sentence_ends_at_its_comma() {
    check(
        "On the question of why the administration claimed <q kind=\"indirect\" speaker=\"Administration\">the attack was a protest</q>, Otto Lind explained “<q speaker=\"Otto Lind\">the community told us that.</q>”",
    );
}
