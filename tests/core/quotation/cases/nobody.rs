//! What nobody said, and who has no name.

use crate::quotation::check;

#[test]
fn labels_and_titles_are_no_quotations() {
    check("The group is banned as “terrorist” in the country.");
    check("She sang “The Long Road” and the “Islamic State” fell.");
}

#[test]
fn an_unknown_speaker_stays_unattributed() {
    check("“<q>It was calm in the city</q>,” a source said.");
}

#[test]
fn a_title_in_an_apposition_is_said_by_nobody() {
    check(
        "Anna Smith, author of “The Long Road to Peace,” said <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
}

#[test]
fn a_part_of_those_who_were_asked_is_nobody() {
    check("Ada Voss won. Six in 10 say <q kind=\"indirect\">they trust her</q>.");
    check("Ada Voss won. Some 26 percent said <q kind=\"indirect\">it’s too late</q>.");
}

#[test]
fn a_nickname_and_a_title_of_a_work_are_said_by_nobody() {
    check(
        "Ray “Sticks” Oka said <q kind=\"indirect\" speaker=\"Ray Oka\">the gate had been open</q>. \
         “<q speaker=\"Ray Oka\">Anyone could walk in</q>,” Oka said.",
    );
    check(
        "Ada Voss, known from the films “Open Harbour” and “Dig Your Own Well”, said <q kind=\"indirect\" \
         speaker=\"Ada Voss\">the studio was shut</q>.",
    );
}

#[test]
fn what_is_denied_or_only_thought_of_was_not_said() {
    check("Anna Smith did not say “burn it all down”.");
    check("Anna Smith never said “burn it all”.");
    check("Anna Smith denied having said “burn it all down”.");
    check("Anna Smith denied saying “burn it all”.");
    check("If Anna Smith says “I am sorry”, the case is over.");
    check("Anna Smith should have said “I am sorry”.");
}

#[test]
fn what_does_not_tell_what_was_said_is_no_quotation() {
    check("Otto Lind said something that nobody had expected.");
    check("Otto Lind says that every week.");
    check("Otto Lind said what everybody thought.");
    check(
        "Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">something was wrong with the house</q>.",
    );
    check(
        "Otto Lind said that <q kind=\"indirect\" speaker=\"Otto Lind\">every house is cold</q>.",
    );
    // Nothing has been shown yet, and those who complain are not named.
    check(
        "Otto Lind said <q kind=\"mixed\" speaker=\"Otto Lind\">the letters would show that the house was “old and rotten”</q>.",
    );
    check(
        "Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">residents had complained about the house for years</q>.",
    );
}

#[test]
fn what_somebody_denies_is_no_quotation() {
    check("Otto Lind denied that he had told anyone to leave.");
    check("Otto Lind denied he had been late.");
    check("Otto Lind denied that she had “lied to the whole town”.");
    check(
        "Otto Lind has denied that the house was old and said <q kind=\"indirect\" speaker=\"Otto Lind\">it was new</q>.",
    );
    check("Otto Lind denied it: “<q speaker=\"Otto Lind\">Nobody was hurt in the city.</q>”");
    check("Otto Lind rejected claims that the house was old.");
}

#[test]
fn what_others_asked_is_not_what_was_answered() {
    check(
        "Asked <q kind=\"indirect\">whether he was late</q>, Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">no</q>.",
    );
    check(
        "Told that the house was old, Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">no</q>.",
    );
    check(
        "Asked <q kind=\"indirect\">whether he was late</q>, Otto Lind said: “<q speaker=\"Otto Lind\">It was the train.</q>”",
    );
}

#[test]
fn a_share_of_those_asked_is_nobody() {
    check(
        "About half of the voters said <q kind=\"indirect\">they want change</q>. Three-quarters said <q \
         kind=\"indirect\">they want peace</q>.",
    );
    check(
        "Some 40 percent said <q kind=\"indirect\">they want change</q>, and half said <q kind=\"indirect\">the plan is \
         dead</q>.",
    );
}

#[test]
fn acts_that_are_not_speech_are_no_quotations() {
    check("Acme is proposing a new standard.");
    check("Ada Voss is in Hull, calling on customers at the market.");
    check("A man accused of biting his dog as a punishment was arrested.");
    check("The decision has added to the fears of Ada Voss that the bridge is lost.");
    check(
        "The visit angered farmers who said <q kind=\"indirect\" speaker=\"Farmers\">they were ignored</q>.",
    );
}

#[test]
fn what_something_is_called_is_said_by_nobody_in_the_sentence() {
    check("Ann Lee left the jail, called the “Barn” by locals.");
    check("Ann Lee wore a coat, described as a “barn” by critics.");
    check("One reporting station has not seen rain since May.");
}

#[test]
fn shares_of_those_asked_speak() {
    check("In Kent, 85% of voters said <q kind=\"indirect\">the system was bad</q>.");
    check("Two in three said <q kind=\"indirect\">they are less likely to come</q>.");
    check("About one in five say <q kind=\"indirect\">they would not vote</q>.");
    check("People briefed on the move said that <q kind=\"indirect\">it was late</q>.");
}

#[test]
fn what_may_be_said_is_not_said() {
    check("Voters might blame a man for not asking enough of them.");
    check(
        "Otto Voss rebuked critics who say <q kind=\"indirect\" speaker=\"Critics\">he should condemn the act</q>.",
    );
    check(
        "Anna Smith could only say that <q kind=\"indirect\" speaker=\"Anna Smith\">it was late</q>.",
    );
}

#[test]
fn what_somebody_was_asked_is_nobodys_where_nobody_asks() {
    check(
        "Asked <q kind=\"indirect\">whether he would run</q>, Otto Voss said <q kind=\"indirect\" speaker=\"Otto Voss\">he would not</q>.",
    );
    check(
        "Asked <q kind=\"mixed\">whether she “has the will to serve,”</q> 75 percent of voters said <q kind=\"indirect\">yes</q>.",
    );
    check(
        "“<q speaker=\"Otto Voss\">You bet I would</q>,” Otto Voss said when asked <q kind=\"indirect\">which road he would close</q>.",
    );
    check(
        "Otto Voss was asked <q kind=\"indirect\">if he had been there</q> and he said <q kind=\"indirect\" speaker=\"Otto Voss\">he had not</q>.",
    );
    check(
        "When asked by Ada Roe <q kind=\"indirect\" speaker=\"Ada Roe\">if that was so</q>, Otto Voss laughed at it.",
    );
    check("Otto Voss was asked to leave the room. Those who were asked what it was had left.");
    check("Otto Voss asked <q kind=\"indirect\" speaker=\"Otto Voss\">whether it was late</q>.");
}

#[test]
fn titles_behind_a_work_and_what_a_thing_is_called_are_said_by_nobody() {
    check("Ada Voss spoke on an episode of their podcast “Beyond the Walls.”");
    check("The harbour runs a rescue service called “Shout Loudly”.");
    check(
        "The harbour lost what Ada Voss called “<q speaker=\"Ada Voss\">a fair fight at sea</q>”.",
    );
}

#[test]
fn amounts_of_people_speak_and_are_nobody() {
    check("42% said <q kind=\"indirect\">they were tired</q>.");
    check("At least 21,000 said <q kind=\"indirect\">they would come</q>.");
    check(
        "In all, 27 percent of those who came said <q kind=\"indirect\">they would come again</q>.",
    );
    check("A second person briefed on the plan said <q kind=\"indirect\">it was late</q>.");
    check(
        "Otto Lind came with a friend. That person said <q kind=\"indirect\">the road was shut</q>.",
    );
    check("Everyone but Otto Lind said the road was shut.");
}

#[test]
fn what_somebody_speaks_on_is_a_title() {
    check(
        "“<q speaker=\"Otto Lind\">It is late</q>,” Otto Lind told Acme’s “Hour of the Day.” “<q speaker=\"Otto Lind\">I saw it.</q>”",
    );
}

#[test]
fn what_is_called_something_ends_with_it() {
    check(
        "Ada Voss called <q kind=\"indirect\" speaker=\"Ada Voss\">the charges unfounded</q>, and left.",
    );
    check(
        "Ada Voss called <q kind=\"mixed\" speaker=\"Ada Voss\">drivers from Leeds “thieves,”</q> and her deputy has left.",
    );
    check(
        "Ada Voss called <q kind=\"mixed\" speaker=\"Ada Voss\">the plan “late,”</q> a remark that many took for an apology.",
    );
    check("Ada Voss called her friends to the table.");
}

#[test]
fn what_somebody_calls_something_ends_behind_its_noun() {
    check(
        "The state is what critics call <q kind=\"mixed\" speaker=\"Critics\">the “late” state</q> in many towns – but it thrives.",
    );
    check(
        "Otto Lind, who earlier this year said <q kind=\"mixed\" speaker=\"Otto Lind\">it was “very late”</q>, said <q kind=\"indirect\" speaker=\"Otto Lind\">the road would be shut</q>.",
    );
}

#[test]
fn an_adverb_with_a_comma_at_the_head_of_a_sentence_is_nobody() {
    for adverb in ["Critically", "Interestingly", "Admittedly", "Previously"] {
        check(&format!(
            "The Election Board met. {adverb}, it said <q kind=\"indirect\" speaker=\"Election Board\">no rule had changed</q>.",
        ));
    }
    check(
        "Fiona Reilly came. Reilly, who is 40, said <q kind=\"indirect\" speaker=\"Fiona Reilly\">it was late</q>.",
    );
}

#[test]
fn a_press_release_is_not_said_by_the_press() {
    check("“<q speaker=\"Release\">It is late</q>,” the press release said.");
    check(
        "<q kind=\"indirect\" speaker=\"Release\">The plan is dead</q>, according to a press release.",
    );
}

#[test]
fn words_behind_what_a_firm_did_are_not_its_own() {
    check(
        "“<q speaker=\"Ralf Groen\">It is tradition</q>,” admits Ralf Groen. Microtech tried models that went flat, but the company wanted a drawing mode. “<q>We did not really want to move it further.</q>”",
    );
}

#[test]
fn what_grows_and_what_a_firm_does_is_not_said() {
    check("The rumours that the league is adding teams have been heard.");
    check("Thirty teams may be a stretch, but adding 50 players would not be hard.");
    check("Hackers broke into credit reporting company Norfax Inc. and stole the data.");
    check("Republican leaders in Red states including Iowa are shutting down access to news.");
}

#[test]
fn who_was_told_did_not_say_it() {
    check("Vera Holm was told: “<q>You are finished.</q>”");
    check(
        "Vera Holm said <q kind=\"indirect\" speaker=\"Vera Holm\">she was told</q>: “<q>You are finished.</q>”",
    );
    check("Vera Holm was told by Otto Lind: “<q speaker=\"Otto Lind\">You are finished.</q>”");
}

#[test]
fn what_somebody_does_besides_tells_of_no_words_around_it() {
    check("Otto Lind continued “building the wall” in May.");
    check(
        "James and Karl, who did not like Otto Allen (much to his anger, Allen has reported to them since June), saw the suit as a problem.",
    );
    check(
        "The show featured the minister's adviser, Otto Lind, Karl Brandt, who advises the mayor on crime, and Ann Berg.",
    );
}

#[test]
fn a_place_is_pointed_out_and_not_said() {
    check("Otto Lind spoke to them, pointing out where the barn stood.");
}

#[test]
fn those_whose_people_speak_do_not() {
    check(
        "The parents of Otto Lind, Karl Brandt and Vera Holm said <q kind=\"indirect\">the school lied</q>.",
    );
    check(
        "Lawyers for Otto Lind, Karl Brandt, and Vera Holm said <q kind=\"indirect\">the court erred</q>.",
    );
    check(
        "Officials in Norland, Velmar and Sorrel said <q kind=\"indirect\">the dam was full</q>.",
    );
    check(
        "Otto Lind, Karl Brandt and Vera Holm said <q kind=\"indirect\" speaker=\"Otto Lind, Karl Brandt and Vera Holm\">the school lied</q>.",
    );
    check("In his years in Leeds, Voss said <q kind=\"indirect\" speaker=\"Voss\">it rained</q>.");
}

#[test]
fn who_is_close_to_a_number_is_no_name() {
    check(
        "Close to three dozen members said <q kind=\"indirect\">it was late</q>. Glenn Close said <q kind=\"indirect\" speaker=\"Glenn Close\">it was early</q>.",
    );
}

#[test]
fn what_no_one_says_is_not_said() {
    check("No official said it was late. Nobody who knew Otto Lind said it was late.");
    check("No 10 said <q kind=\"indirect\">it was late</q>.");
}

#[test]
fn a_dem_is_no_name() {
    check("Another leading Dem said <q kind=\"indirect\">it was late</q>.");
}
