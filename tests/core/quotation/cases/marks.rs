//! Words in quotation marks: how far they go, and what before, between and behind them says whose they are.

use whosaid::article::{Article, Byline};
use whosaid::quotation::{Editorial, attribute};

use crate::quotation::check;

#[test]
fn a_paragraph_without_a_cue_goes_on() {
    check(
        "“<q speaker=\"Anna Smith\">It is calm</q>,” said Anna Smith.\n“<q speaker=\"Anna Smith\">Nobody was hurt in the city.</q>”",
    );
}

#[test]
fn a_quotation_left_open_runs_on() {
    check(
        "“<q speaker=\"Anna Smith\">It is calm</q>,” said Anna Smith. “<q speaker=\"Anna Smith\">We saw no one.</q>\n“<q speaker=\"Anna Smith\">Nobody was hurt at all.</q>”",
    );
}

#[test]
fn words_right_behind_words_may_be_the_answer() {
    check(
        "“<q speaker=\"Anna Smith\">Are you well?</q>” asked Anna Smith. “<q speaker=\"Anna Smith\">Tell me at once.</q>” “<q>I am quite well today.</q>”",
    );
}

#[test]
fn a_quotation_of_four_paragraphs_has_one_speaker() {
    check(
        "Anna Smith said: “<q speaker=\"Anna Smith\">The first of it.</q>\n\n\
         “<q speaker=\"Anna Smith\">The second of it.</q>\n\n\
         “<q speaker=\"Anna Smith\">The third of it.</q>\n\n\
         “<q speaker=\"Anna Smith\">The fourth of it.</q>”",
    );
}

#[test]
fn a_paragraph_without_words_in_marks_ends_what_was_left_open() {
    check(
        "Anna Smith said: “<q speaker=\"Anna Smith\">The first of it.</q>\n\n\
         The square was empty by noon.\n\n\
         “<q>Nobody came.</q>”",
    );
}

#[test]
fn a_dateline_is_no_part_of_what_is_said() {
    check(
        "MOSCOW, Aug. 16 (Reuters) – <q kind=\"indirect\" speaker=\"Ada Voss\">The harbour will stay closed until Monday</q>, Mayor Ada Voss said.",
    );
    check(
        "SAN JOSE — <q kind=\"indirect\" speaker=\"Ada Voss\">The harbour will stay closed until Monday</q>, Mayor Ada Voss said.",
    );
    check(
        "Ada Voss – the mayor – said <q kind=\"indirect\" speaker=\"Ada Voss\">the harbour was closed</q>.",
    );
}

#[test]
fn copy_in_capitals_is_read() {
    check(
        "WASHINGTON (AP) - <q kind=\"indirect\" speaker=\"Ada Voss\">THE HARBOUR WILL STAY CLOSED UNTIL MONDAY</q>, MAYOR ADA VOSS SAID ON FRIDAY.\n\n\
         \"<q speaker=\"Ada Voss\">WE WILL NOT OPEN IT EARLIER</q>,\" VOSS SAID.\n\n\
         OTTO LIND, A SPOKESMAN FOR THE PORT, SAID <q kind=\"indirect\" speaker=\"Otto Lind\">THE FERRIES WERE SAFE</q>.",
    );
}

#[test]
fn guillemets_with_the_spaces_of_french() {
    for space in [" ", "\u{a0}", "\u{202f}"] {
        check(&format!(
            "«{space}<q speaker=\"Ada Voss\">It is calm here today</q>{space}», said Ada Voss. «{space}<q speaker=\"Ada Voss\">Nobody was hurt.</q>{space}»"
        ));
    }
    check("«<q speaker=\"Ada Voss\">It is calm here today</q>,»said Ada Voss.");
}

#[test]
fn whoever_goes_on_in_marks_is_who_was_quoted_before() {
    // Not Francis's aide, whom the sentence tells besides.
    check(
        "“<q speaker=\"Ada Voss\">It is late</q>,” Ada Voss told a crowd that the port estimated at 3,000. \
         “<q speaker=\"Ada Voss\">We will go home.</q>”",
    );
}

#[test]
fn words_in_marks_before_the_verb_may_belong_to_the_subject() {
    check(
        "Otto Lind, who calls <q kind=\"mixed\" speaker=\"Otto Lind\">the port a “ruin,”</q> said <q kind=\"indirect\" speaker=\"Otto Lind\">he would not go there</q>.",
    );
    check(
        "Otto Lind, who said <q kind=\"indirect\" speaker=\"Otto Lind\">the port was late</q>, left the city.",
    );
}

#[test]
fn whoever_leads_up_to_the_next_words_speaks_them() {
    check(
        "“<q speaker=\"Anna Smith\">They are behind the curve</q>,” said Anna Smith. Peter Lind disagreed: “<q speaker=\"Peter Lind\">Patience is the right call.</q>”",
    );
    check(
        "“<q speaker=\"Anna Smith\">They are behind the curve</q>,” said Anna Smith. Her rival was having none of it: “<q>They will stay here for good.</q>”",
    );
    check(
        "“<q speaker=\"Anna Smith\">Go away now</q>,” Anna Smith told Peter Lind. “<q>Go yourself, then</q>,” came the reply.",
    );
    // What only names the subject leads nobody in.
    check(
        "“<q speaker=\"Anna Smith\">They are behind the curve</q>,” said Anna Smith. On the economy: “<q speaker=\"Anna Smith\">We will pay for it.</q>”",
    );
    check(
        "When Anna Smith asked, “<q speaker=\"Anna Smith\">Will you fight for it?</q>”, Peter Lind said: “<q speaker=\"Peter Lind\">I will.</q>”",
    );
}

#[test]
fn a_comma_in_marks_ends_the_words_before_another_speaker() {
    check(
        "Otto Lind called <q kind=\"mixed\" speaker=\"Otto Lind\">it “a historic day,”</q> while Ada Voss said <q \
         kind=\"indirect\" speaker=\"Ada Voss\">Democrats would sue</q>.",
    );
}

#[test]
fn a_short_sentence_of_names_is_no_headline() {
    check("But Tom Bell disagrees.\n\n“<q speaker=\"Tom Bell\">The plan is mad</q>,” he said.");
}

#[test]
fn words_that_a_paper_relays_are_the_speakers() {
    check(
        "“<q speaker=\"Ada Voss\">We will not give up</q>,” Ada Voss said, according to the newspaper.",
    );
}

#[test]
fn what_is_read_out_is_its_authors() {
    check(
        "Ada Voss read out a note from Otto Lind: “<q speaker=\"Otto Lind\">The door is stuck.</q>”",
    );
    check(
        "Ada Voss read out Otto Lind’s letter: “<q speaker=\"Otto Lind\">The door is stuck.</q>”",
    );
    check("Ada Voss quoted Otto Lind: “<q speaker=\"Otto Lind\">The door is stuck again.</q>”");
    check(
        "Ada Voss received an e-mail from Otto Lind: “<q speaker=\"Otto Lind\">The door is stuck.</q>”",
    );
    check(
        "Ada Voss received a letter from Otto Lind:\n\n“<q speaker=\"Otto Lind\">The door is stuck.</q>”",
    );
    // Where nothing says whose it is, nobody's.
    check("Ada Voss likes to quote her father: “<q>The door is stuck again.</q>”");
    check("Ada Voss smiled at the inscription: “<q>Have a good day.</q>”");
    check("Ada Voss pointed to the sign on the door: “<q>Do not come in.</q>”");
    // Her own.
    check("Ada Voss smiled: “<q speaker=\"Ada Voss\">Have a good day.</q>”");
    check("Ada Voss wrote a letter: “<q speaker=\"Ada Voss\">The door is stuck.</q>”");
    check("Ada Voss read the letter and said: “<q speaker=\"Ada Voss\">The door is stuck.</q>”");
    // The reader goes on.
    check(
        "Ada Voss quoted Lind: “<q speaker=\"Lind\">The door is stuck again.</q>” She added: “<q speaker=\"Ada Voss\">I knew it.</q>”",
    );
    check("The paper quotes Otto Lind: “<q speaker=\"Otto Lind\">The door is stuck again.</q>”");
    check(
        "Ada Voss read aloud from Otto Lind’s diary: “<q speaker=\"Otto Lind\">The door is stuck.</q>”",
    );
    check("Ada Voss found a note from her son: “<q>The door is stuck.</q>”");
    check(
        "Ada Voss repeated the words of Otto Lind: “<q speaker=\"Otto Lind\">The door is stuck.</q>”",
    );
}

#[test]
fn a_verb_in_marks_has_its_subject_before_them() {
    check(
        "The bridge’s operator, the Aldmoor Harbour Authority, said <q kind=\"mixed\" speaker=\"Aldmoor Harbour Authority\">one of its two pumps “did not start” at noon</q>.",
    );
}

#[test]
fn a_name_behind_a_dash_signs_words_in_marks() {
    check("“<q speaker=\"Matt Stevens\">Great for us</q>” – Matt Stevens.");
    check("The “old town” – Leeds market – was shut.");
}

#[test]
fn a_quotation_over_paragraphs_is_whose_it_ends_with() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">he was tired</q>.\n\n\
         “<q speaker=\"Ada Voss\">There can be no peace. We must act.</q>\n\n\
         “<q speaker=\"Ada Voss\">The time has come</q>,” said Ada Voss.",
    );
    // Where the first paragraph closes its marks, it is by itself.
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">he was tired</q>.\n\n\
         “<q speaker=\"Tom Reed\">There can be no peace. We must act.</q>”\n\n\
         “<q speaker=\"Ada Voss\">The time has come</q>,” said Ada Voss.",
    );
}

#[test]
fn whoever_is_named_in_the_words_does_not_say_them() {
    check(
        "Sam Hall won the race. He met Tom Reed. He said <q kind=\"indirect\">Hall was a bad man</q>.",
    );
    check(
        "Tom Reed met Sam Hall. He told Hall that <q kind=\"indirect\" speaker=\"Tom Reed\">the road was shut</q>.",
    );
}

#[test]
fn words_that_begin_in_the_middle_head_what_follows() {
    check("Here are some of the highlights:\n\n“<q>My fears have been realized</q>”");
}

#[test]
fn a_stop_behind_guillemets_with_spaces_ends_a_sentence() {
    check("Ada Voss said: « <q speaker=\"Ada Voss\">We begin in May with all of you</q> ».");
}

#[test]
fn scripts_without_capitals_are_quoted_too() {
    let article = Article {
        byline: Byline { language: Some("ar".to_owned()), ..Byline::default() },
        ..Article::from_plain_text("Title\n\n«سوف نفتحه في شهر مايو»، قالت العمدة.")
    };
    let found = attribute(&[article], &Editorial::default());
    assert_eq!(found.quotations[0].len(), 1);
}

#[test]
fn whom_a_paper_quotes_speaks_and_not_the_paper() {
    check("“<q>The road is shut</q>,” the Leeds Post quotes an official as saying.");
    check(
        "“<q speaker=\"Tom Reed\">The road could shut</q>,” Tom Reed said, according to the Leeds Post on Monday.",
    );
    check("The road was shut in May, a claim Ann Lee denies.");
    check(
        "<q kind=\"indirect\" speaker=\"Prosecutors\">The firm stole money</q>, prosecutors say, a charge Tom Reed denies.",
    );
}

#[test]
fn those_who_are_spoken_to_in_marks_say_nothing() {
    check(
        "“<q speaker=\"Tom Reed\">It is bad</q>,” Tom Reed, an aide, told an “international committee on roads” in London.",
    );
}

#[test]
fn a_headline_in_title_case_reports() {
    check(
        "Mayor Ada Voss Says <q kind=\"indirect\" speaker=\"Ada Voss\">Harbour Will Close</q>\nMayor Ada Voss came to the harbour.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Ada Voss\">Harbour Will Close on Monday</q>, Ada Voss Says\nAda Voss came to the harbour.",
    );
    // A list of names has no verb.
    check("Ada Voss, Claim Board of Acme, Jo Roe and Max Stone");
}

#[test]
fn words_in_marks_are_of_whoever_leads_up_to_them() {
    check(
        "Anna Smith responds to Voss with, “<q speaker=\"Anna Smith\">Why now?</q>” Voss then writes back, “<q speaker=\"Voss\">You look good.</q>”",
    );
    check(
        "“<q speaker=\"Otto Bundy\">They are to go to the farm</q>,” Otto Bundy says to Ted Roe, who responds at once: “<q speaker=\"Ted Roe\">Yes, we will.</q>”",
    );
    check(
        "Ted Roe posted his message under a headline that said, “Acme Declares War on Children.”",
    );
    check(
        "Otto Roe put it in his famous demand in Berlin: “<q speaker=\"Otto Roe\">Tear down this wall!</q>” Conservatives still praise him.",
    );
    check(
        "Otto Roe, whom they called late, put it in his famous demand in Berlin: “<q speaker=\"Otto Roe\">Tear down this wall!</q>” Conservatives still praise him.",
    );
    check(
        "But even as Ted Roe claimed that “<q speaker=\"Ted Roe\">General Voss got in trouble for less</q>,” one of the men said <q kind=\"indirect\">the two were not the same</q>.",
    );
    check(
        "Voters agree – Carl Roe: “<q speaker=\"Carl Roe\">One of the lessons was a simple one.</q>”",
    );
    check(
        "The signs were there all along – More from Ada Voss: “<q speaker=\"Ada Voss\">The data help to show it.</q>”",
    );
    check("Otto Voss was asked by Anna Smith, “<q speaker=\"Anna Smith\">Is that right?</q>”");
    // A thing says nothing.
    check("The timing of it doesn't surprise us: “<q>They have seen the biggest boost.</q>”");
}

#[test]
fn a_name_signs_words_in_the_next_paragraph() {
    check("“<q speaker=\"Otto Voss\">It is the ideology of greed.</q>”\n- Otto Voss.\nIt is old.");
    check("“<q speaker=\"Anna Marks\">It needs to stop.</q>”\n— Anna Marks, Leeds");
    check("“<q>It needs to stop.</q>”\n— and so it went on.");
}

#[test]
fn whoever_replies_is_not_who_asked() {
    check(
        "Ada Voss says <q kind=\"indirect\" speaker=\"Ada Voss\">the road will shut</q>. Mo Farouk asks <q kind=\"indirect\" speaker=\"Mo Farouk\">why no warning was given</q>. “<q>It was given on Sunday</q>,” she replies.",
    );
}

#[test]
fn a_hyphen_between_spaces_is_a_dash() {
    check(
        "“<q speaker=\"Ada Voss\">It is out of step</q>,” said Ada Voss - a critic of the plan - on Monday.",
    );
    check("The plan was bold - some say <q kind=\"indirect\">it was too bold</q>.");
}

#[test]
fn a_sentence_behind_words_that_end_in_inner_marks_says_nothing_of_them() {
    check(
        "“<q speaker=\"Roe\">They had it done</q>,” Mr. Roe recalled. “<q speaker=\"Roe\">And I said, ‘I want more of it.’</q>” The members of the council laughed.",
    );
}

#[test]
fn a_comma_may_lead_from_one_paragraph_to_words_in_the_next() {
    check(
        "Ada Voss stated,\n\n“<q speaker=\"Ada Voss\">The house was empty when we came. It was late.</q>”",
    );
    check("Ada Voss never said,\n\n“<q>The house was empty when we came. It was late.</q>”");
}

#[test]
fn a_question_that_is_led_in_ends_its_sentence_before_an_answer() {
    check(
        "Karl Brandt asked, “<q speaker=\"Karl Brandt\">When will it end?</q>” Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it would end in May</q>.",
    );
    check(
        "Vera Holm said, “<q speaker=\"Vera Holm\">You are a liar!</q>” Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">he was not</q>.",
    );
    check("“<q speaker=\"Karl Brandt\">When will it end?</q>” Karl Brandt asked.");
    check(
        "“<q speaker=\"Otto Lind\">This looks like a trick</q>,” said Otto Lind. “<q speaker=\"Otto Lind\">I am sure many see it as fear: ‘Do it or we will come after you.’</q>” Committee Chairman Jason Brandt did not respond to a request for comment.",
    );
}

#[test]
fn words_that_follow_are_in_the_next_paragraph() {
    check(
        "When Karl Brandt was late, Otto Lind said the following.\n\n“<q speaker=\"Otto Lind\">I get it when I need it.</q>”",
    );
}

#[test]
fn the_programme_of_a_station_is_not_said() {
    check(
        "Otto Lind was there. “<q speaker=\"Otto Lind\">You write at your own peril</q>,” he said on NBS’ “Meet the Day.”",
    );
}
