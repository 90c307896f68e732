//! One case a rule: the annotated text is both input and expectation.

use whosaid::article::{Article, Byline};
use whosaid::query::SpeakerChoice;
use whosaid::quotation::{Editorial, SpeakerId, attribute};

use super::{attribute_text, check};

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
fn according_to() {
    check(
        "According to Anna Smith, <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">The house was empty</q>, according to Anna Smith.",
    );
}

#[test]
fn a_shared_subject() {
    check(
        "Anna Smith came back and said <q kind=\"indirect\" speaker=\"Anna Smith\">it would work for everyone</q>.",
    );
}

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
fn a_surname_a_pronoun_and_an_office_are_the_person() {
    check(
        "Mayor Anna Smith came. “<q speaker=\"Anna Smith\">It is calm</q>,” Smith said. She said <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
    check(
        "Ambassador Peter Brown came. “<q speaker=\"Peter Brown\">It is calm</q>,” the ambassador said.",
    );
}

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
fn a_statement_around_its_cue() {
    check(
        "<q kind=\"indirect\" speaker=\"Analysts\">The aim of these talks</q>, say analysts, <q kind=\"indirect\" speaker=\"Analysts\">is to stop the war from spreading</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Experts\">Above all</q>, say experts, <q kind=\"indirect\" speaker=\"Experts\">the town is waiting for rain</q>.",
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
fn a_sentence_without_a_subject_goes_on_about_the_one_before() {
    check(
        "Anna Smith came home. Added that <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
}

#[test]
fn a_colon_a_signature_and_a_label_name_the_speaker() {
    check(
        "Anna Smith made the following remark:\n“<q speaker=\"Anna Smith\">The house was empty when we came.</q>”",
    );
    check("“<q speaker=\"Anna Smith\">The house was empty when we came.</q>” — Anna Smith");
    check("“PENCE: <q speaker=\"PENCE\">The house was empty when we came.</q>”");
}

#[test]
fn an_office_of_another_country_is_another_person() {
    // What begins alike is not one country; what belongs to one is.
    for (first, other) in [
        ("Austrian", "Australian"),
        ("Slovak", "Slovenian"),
        ("Nigerian", "Niger"),
        ("Indian", "Indiana"),
    ] {
        check(&format!(
            "The {first} minister Peter Brown came. “<q>It is calm</q>,” the {other} minister said."
        ));
    }
    for (first, other) in [
        ("German", "Germany"),
        ("Iranian", "Iran"),
        ("Ukrainian", "Ukraine"),
        ("Turkish", "Turkey"),
    ] {
        check(&format!(
            "The {first} minister Peter Brown came. “<q speaker=\"Peter Brown\">It is calm</q>,” the minister of {other} said."
        ));
    }
    check(
        "Russian ambassador Peter Brown came. “<q>It is calm</q>,” the Ukrainian ambassador said.",
    );
}

#[test]
fn words_right_behind_words_may_be_the_answer() {
    check(
        "“<q speaker=\"Anna Smith\">Are you well?</q>” asked Anna Smith. “<q speaker=\"Anna Smith\">Tell me at once.</q>” “<q>I am quite well today.</q>”",
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
fn what_is_left_of_a_name_is_nobody() {
    check(
        "Deere and Co said <q kind=\"indirect\" speaker=\"Deere and Co\">it would build tractors</q>.",
    );
    check("It was late. “<q>The house was empty when we came</q>,” C said.");
    check("It was late. “<q>The house was empty when we came</q>,” Corp. said.");
}

#[test]
fn july_is_no_adverb() {
    check(
        "Anna Smith described <q kind=\"indirect\" speaker=\"Anna Smith\">the house as empty in late July</q> and said <q kind=\"indirect\" speaker=\"Anna Smith\">it was cold</q>.",
    );
}

#[test]
fn he_is_no_place_and_no_word_that_begins_a_sentence() {
    check(
        "Mayor Anna Smith came. Moments went by. “<q speaker=\"Anna Smith\">It is calm</q>,” she said.",
    );
    check(
        "Mayor Anna Smith came. Rain fell in Palo Alto. “<q speaker=\"Anna Smith\">It is calm</q>,” she said.",
    );
    check(
        "Mayor Anna Smith crossed the Atlantic Ocean. “<q speaker=\"Anna Smith\">It is calm</q>,” she said.",
    );
    check("Mayor Anna Smith came. Then Rihanna came. “<q>It is calm</q>,” she said.");
}

#[test]
fn a_name_with_an_article_is_a_body() {
    check(
        "Mayor Anna Smith came. The Celtics said <q kind=\"indirect\" speaker=\"Celtics\">it was calm</q>. Celtics said <q kind=\"indirect\" speaker=\"Celtics\">it would stay calm</q>. She said <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
    );
    check(
        "Fans of the Boston Celtics came. The Celtics said <q kind=\"indirect\" speaker=\"Celtics\">it was calm</q>. They said <q kind=\"indirect\" speaker=\"Celtics\">it would stay calm</q>.",
    );
}

#[test]
fn a_colon_leads_to_nothing_but_the_words_behind_it() {
    check("Anna Smith said: “<q speaker=\"Anna Smith\">It is calm here!</q>” Peter Brown laughed.");
    check(
        "Anna Smith said: « <q speaker=\"Anna Smith\">We will not go.</q> » Peter Brown answered: « <q speaker=\"Peter Brown\">Then pay.</q> »",
    );
}

#[test]
fn a_verb_that_is_not_known_ends_the_turn_of_who_spoke_before() {
    check(
        "“<q speaker=\"Anna Smith\">It is calm here</q>,” said Anna Smith.\n“<q>So what about it then</q>,” posted @harbour.\n“<q>We will see about that now.</q>”",
    );
}

#[test]
fn a_line_without_a_verb_announces_whose_words_follow() {
    check("Statement by Anna Smith:\n“<q speaker=\"Anna Smith\">The court has done well.</q>”");
    check("And from Chair Rosa Brown:\n“<q speaker=\"Rosa Brown\">The court has done well.</q>”");
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
fn an_adverb_at_the_head_is_no_subject() {
    check(
        "<q kind=\"indirect\" speaker=\"Anna Smith\">Statewide, the schools could manage</q>, said Anna Smith.",
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
fn a_relative_clause_of_another_speaker_ends_the_words() {
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">it would open a base there</q>, which Peter Brown insisted <q kind=\"indirect\" speaker=\"Peter Brown\">was no threat</q>.",
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
fn a_title_in_an_apposition_is_said_by_nobody() {
    check(
        "Anna Smith, author of “The Long Road to Peace,” said <q kind=\"indirect\" speaker=\"Anna Smith\">the house was empty</q>.",
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
fn an_office_without_a_name_is_nobodys_name() {
    // It means its holder, where there is one.
    check(
        "Ed Roe, the health secretary, was there. Health Secretary said \
         <q kind=\"indirect\" speaker=\"Ed Roe\">it was enough</q>.",
    );
    check("Health Secretary said <q kind=\"indirect\">it was enough</q>.");
    check(
        "U.S. Ambassador to the U.N. John Roe said <q kind=\"indirect\" speaker=\"John Roe\">it was enough</q>.",
    );
}

#[test]
fn who_plays_for_or_is_from_a_country_has_no_name() {
    check("Otto Lind scored. “<q>He fell over</q>,” the Ghana international said.");
    check("Otto Lind scored. “<q>He fell over</q>,” the Frenchman said.");
    check("Otto Lind scored. “<q>He fell over</q>,” said the Dane.");
}

#[test]
fn a_firm_is_the_one_that_would_not_speak_just_before() {
    check(
        "Tidewright declined to comment. The firm wrote: “<q speaker=\"Tidewright\">We are sorry for it.</q>”",
    );
    check("Leeds was quiet. The firm wrote: “<q speaker=\"Firm\">We are sorry for it.</q>”");
}

#[test]
fn ranks_and_their_service_are_no_part_of_a_name() {
    for rank in ["Navy Capt.", "Navy Captain", "Rear Adm.", "Lt. Col.", "Cpl.", "Belmo Chairman"] {
        check(&format!(
            "{rank} Ruth Alder said <q kind=\"indirect\" speaker=\"Ruth Alder\">the ship was lost</q>."
        ));
    }
}

#[test]
fn a_family_name_may_come_first() {
    check(
        "Ambassador Bo Lun was there. Bo said <q kind=\"indirect\" speaker=\"Bo Lun\">it was enough</q>. \
         “<q speaker=\"Bo Lun\">It was too much</q>,” he added.",
    );
    // Where two begin with it, nothing tells which one is meant.
    check("Bo Lun and Bo Shan were there. Bo said <q kind=\"indirect\">it was enough</q>.");
}

#[test]
fn a_title_tells_namesakes_apart() {
    check(
        "Anna Roe and her husband, Ed Roe, were there. Mr. Roe said <q kind=\"indirect\" speaker=\"Ed Roe\">it \
         was enough</q>. Mrs. Roe said <q kind=\"indirect\" speaker=\"Anna Roe\">it was too much</q>.",
    );
    // The last one named is not meant where a title says so.
    check(
        "Ed Roe was there, and so was Anna Roe. Mr. Roe said <q kind=\"indirect\" speaker=\"Ed Roe\">it was \
         enough</q>.",
    );
    // Nobody else of that name is known.
    check("Anna Roe was there. Mr. Roe said <q kind=\"indirect\">it was enough</q>.");
}

#[test]
fn of_two_namesakes_the_one_named_just_before_is_meant_or_nobody() {
    check(
        "Ed Roe was there.\n\nTom Roe came late. Mr. Roe said <q kind=\"indirect\" speaker=\"Tom Roe\">it was \
         enough</q>.",
    );
    // Of two side by side it may be either.
    check(
        "Ed Roe was there, and so was Tom Roe. Mr. Roe said <q kind=\"indirect\">it was enough</q>.",
    );
    check(
        "Senator Otto Roe was behind. His wife, Carol Roe, introduced him.\n\n“<q>We will win this</q>,” Roe said.",
    );
    check(
        "Ed Roe was there, and so was Tom Roe.\n\nThe square was empty.\n\nNobody came.\n\nMr. Roe said \
         <q kind=\"indirect\">it was enough</q>.",
    );
}

#[test]
fn a_namesake_who_spoke_just_before_may_be_meant() {
    check(
        "“<q speaker=\"Ada Roe\">I am sorry</q>,” said Ada Roe.\n\nHer critic Otto Roe listened.\n\n“<q>I mean it</q>,” Roe added.",
    );
    check(
        "“<q speaker=\"Ada Roe\">I am sorry</q>,” said Ada Roe.\n\nOtto Roe was not there.\n\nMrs Roe said <q kind=\"indirect\" speaker=\"Ada Roe\">it was enough</q>.",
    );
    // What somebody says of herself is not his.
    check(
        "Ada Roe was there.\n\nIt rained.\n\nNobody came.\n\nIt was dark.\n\nOtto Roe came. Roe said <q kind=\"indirect\">she was late</q>.",
    );
    check(
        "Ada Roe was there.\n\nIt rained.\n\nNobody came.\n\nIt was dark.\n\nOtto Roe came. Roe said <q kind=\"indirect\" speaker=\"Otto Roe\">he was late</q>.",
    );
}

#[test]
fn a_name_that_comes_later_may_be_that_of_another_article_s_namesake() {
    let first = "“So do I,” Roe told the press.\n\nThe mayor, Otto Roe, called for calm.";
    let second = "Ada Roe said it was late.";
    let read = |texts: &[&str]| {
        let articles: Vec<Article> =
            texts.iter().map(|text| Article::from_plain_text(text)).collect();
        let found = attribute(&articles, &Editorial::default());
        let quotation = &found.quotations[0][0].attribution;
        quotation.speakers.first().map(|id| found.speakers[id.0 as usize].name.clone())
    };
    assert_eq!(read(&[first]), Some("Otto Roe".to_owned()));
    assert_eq!(read(&[first, second]), None);
}

#[test]
fn a_surname_of_several_is_doubtful() {
    let confidence = |text: &str| {
        let (_, found) = attribute_text(text);
        found.quotations[0].last().map(|quotation| quotation.attribution.confidence)
    };
    let (alone, of_two) = (
        confidence("Otto Roe came. “It is late,” Roe said."),
        confidence(
            "Ada Roe left.\n\nIt rained.\n\nIt was cold.\n\nNobody came.\n\nIt was dark.\n\nOtto Roe came. “It is late,” Roe said.",
        ),
    );
    assert!(of_two < alone);
}

/// A subject that is a pronoun is the subject above it, before it is whoever spoke last.
#[test]
fn he_is_the_subject_of_his_paragraph_rather_than_who_spoke_before() {
    check(
        "“<q speaker=\"Otto Lind\">We go</q>,” said Otto Lind.\n\nMr. Roe, like most people, is glad. But he knows that \
         it is late.\n\n“<q speaker=\"Roe\">It is a matter of cost</q>,” he said. Mr. Roe left.",
    );
    check(
        "Ada Voss wrote that <q kind=\"indirect\" speaker=\"Ada Voss\">the firm was lost</q>.\n\nEd Roe turned the \
         story back, pointing out that <q kind=\"indirect\" speaker=\"Ed Roe\">Otto Lind had reported that <q \
         kind=\"indirect\" speaker=\"Otto Lind\">it was over</q></q>. He hoped for better. “<q speaker=\"Ed Roe\">Not yet</q>,” he said.",
    );
    // Who spoke in the sentence before goes before who is named in the one above that.
    check(
        "<q kind=\"indirect\" speaker=\"Otto Lind\">Ada Voss stopped the envoy</q>, Otto Lind said, <q kind=\"indirect\" speaker=\"Otto Lind\">but did not touch \
         him</q>. He did not mind.\n\n“<q speaker=\"Otto Lind\">It is an insult</q>,” he said.",
    );
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
fn a_body_is_named_whole() {
    for name in [
        "Centre for Tidal Studies",
        "Bank of England",
        "Ministry of Foreign Affairs",
        "Department of Health and Human Services",
        "Campaign for the Protection of Rivers",
    ] {
        check(&format!(
            "The {name} said <q kind=\"indirect\" speaker=\"{name}\">it was late</q>. {name} spokesman Karl Roe \
             said <q kind=\"indirect\" speaker=\"Karl Roe\">he was sorry</q>."
        ));
    }
    check(
        "Former minister for Women and Equalities Nia Morley said <q kind=\"indirect\" \
         speaker=\"Nia Morley\">it was late</q>.",
    );
}

#[test]
fn a_body_that_is_called_by_what_it_is_is_the_only_one_of_its_kind_before() {
    let ministry = "kind=\"indirect\" speaker=\"Japanese health ministry\"";
    check(&format!(
        "The Japanese health ministry was shut. The ministry said <q {ministry}>it would open</q>. The French \
         health ministry was open. The ministry said <q kind=\"indirect\">it was glad</q>."
    ));
    // One that is called so before any other is named is one of its own.
    check(
        "The government said <q kind=\"indirect\" speaker=\"Government\">it was late</q>. The French government \
         was asked. The government said <q kind=\"indirect\" speaker=\"Government\">it was sorry</q>.",
    );
}

#[test]
fn a_short_form_is_the_body_that_has_it() {
    let msdf = "kind=\"indirect\" speaker=\"Maritime Self-Defense Force\"";
    check(&format!(
        "The Maritime Self-Defense Force saw it. The MSDF said <q {msdf}>it was a boat</q>."
    ));
    let ash = "kind=\"indirect\" speaker=\"Action on Smoking and Health\"";
    check(&format!(
        "Campaigners Action on Smoking and Health (Ash) said <q {ash}>it was bad</q>. Ash said <q {ash}>it was \
         late</q>."
    ));
}

#[test]
fn a_text_speaks_for_whoever_made_it_or_for_itself() {
    check(
        "Voss's resignation letter was long. “<q speaker=\"Voss\">Now it is over</q>,” the letter reads.",
    );
    let harbour = "kind=\"indirect\" speaker=\"Harbour Institute\"";
    check(&format!(
        "There is a report by the Harbour Institute. The report said <q {harbour}>ships waited</q>. A statement \
         on the website of the Harbour Institute said <q {harbour}>they left</q>."
    ));
    check("The study said <q kind=\"indirect\" speaker=\"Study\">rats can fly</q>.");
}

#[test]
fn whoever_was_just_she_is_not_he() {
    check(
        "Minister Oya Roth met the envoy, Mr Karl Meier. “<q speaker=\"Oya Roth\">I was surprised</q>,” she said. \
         “<q speaker=\"Karl Meier\">So was I</q>,” he said.",
    );
}

#[test]
fn turns_of_a_transcript_are_their_speakers() {
    check(
        "VOSS: <q speaker=\"Ada Voss\">How long has it been closed?</q>\n\n\
         SEN. OTTO LIND (D-NV): <q speaker=\"Otto Lind\">For nine days. “<q speaker=\"Bo Rand\">Nobody knew</q>,” \
         Bo Rand told me.</q>\n\n\
         <q speaker=\"Otto Lind\">It is worse now.</q>\n\n\
         (LAUGHTER)\n\n\
         QUESTION: <q>Why?</q>\n\n\
         ADA VOSS, HARBOUR MASTER: <q speaker=\"Ada Voss\">Thank you.</q>\n\n\
         The show ended. Ada Voss left.",
    );
}

#[test]
fn initials_before_a_colon_are_the_only_name_that_begins_so() {
    check(
        "Rita Voss spoke to Otto Lind.\n\nOtto Lind: <q speaker=\"Otto Lind\">Did you know?</q>\n\nRita Voss: <q speaker=\"Rita Voss\">We did not.</q>\n\nOL: <q speaker=\"Otto Lind\">He wrote to you.</q>\n\nRV: <q speaker=\"Rita Voss\">He did.</q>",
    );
    check(
        "Rita Voss spoke to Otto Lind.\n\nOL: <q speaker=\"Otto Lind\">Did you know?</q>\n\nRV: <q speaker=\"Rita Voss\">We did not.</q>\n\nOL: <q speaker=\"Otto Lind\">He wrote to you.</q>\n\nRV: <q speaker=\"Rita Voss\">He did.</q>",
    );
}

#[test]
fn questions_and_answers_are_turns_of_nobody() {
    check(
        "Rita Voss was heard.\n\nQ. <q>Whom did you tell?</q>\n\nA. <q>I told my brother.</q>\n\nQ. <q>What did he say?</q>\n\nA. <q>Nothing.</q>\n\nRita Voss said <q kind=\"indirect\" speaker=\"Rita Voss\">it was late</q>.",
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
fn a_title_is_an_office() {
    check(
        "Sen. Ada Voss left. The senator said <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>.",
    );
    check(
        "Gen. Ada Voss and Otto Lind left. The former general said <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>.",
    );
    // Of two it may be either.
    check(
        "Sen. Ada Voss met Sen. Otto Lind. The senator said <q kind=\"indirect\">it was late</q>.",
    );
}

#[test]
fn who_speaks_with_others_is_alone_by_name() {
    check(
        "Harbour Watch and other critics say <q kind=\"indirect\" speaker=\"Harbour Watch\">the port has failed</q>.",
    );
}

/// Checks the term under which the first quotation has its speaker, and the bodies for which they speak.
#[track_caller]
fn check_bodies(text: &str, speaker: &str, bodies: &[&str]) {
    let (_, found) = attribute_text(text);
    let attribution = &found.quotations[0][0].attribution;
    let name = |id: &SpeakerId| &*found.speakers[id.0 as usize].name;
    assert_eq!(attribution.speakers.iter().map(name).collect::<Vec<_>>(), [speaker], "{text}");
    assert_eq!(attribution.bodies.iter().map(name).collect::<Vec<_>>(), bodies, "{text}");
    let choices = SpeakerChoice::of(&found.quotations[0][0]).count();
    assert_eq!(choices, 1 + bodies.len(), "{text}");
}

#[test]
fn those_who_speak_for_a_body_carry_it() {
    for (subject, speaker) in [
        ("Port Agency officials", "Port Agency officials"),
        ("Two senior Port Agency officials", "Port Agency officials"),
        ("Lawyers for the Port Agency", "Lawyers for the Port Agency"),
        ("A spokesman for the Port Agency", "Spokesman for the Port Agency"),
        ("A Port Agency spokeswoman", "Port Agency spokeswoman"),
        ("Officials at the Port Agency", "Officials at the Port Agency"),
    ] {
        check_bodies(&format!("{subject} said it was late."), speaker, &["Port Agency"]);
    }
    check_bodies(
        "The Port Agency runs the ferries.\n\nAgency officials said they were late.",
        "Agency officials",
        &["Port Agency"],
    );
    // These speak for themselves, a person has a name, and a statement is its body's own.
    check_bodies("Port Agency workers said it was late.", "Port Agency workers", &[]);
    check_bodies("Ada Voss, a lawyer for the Port Agency, said it was late.", "Ada Voss", &[]);
    check_bodies("A Port Agency statement said it was late.", "Port Agency", &[]);
    check_bodies("Norwegian officials said it was late.", "Norwegian officials", &[]);
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
fn a_verb_with_its_particle_is_a_cue() {
    check(
        "When Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>, Ada Voss fired back: “<q speaker=\"Ada Voss\">It is never late here.</q>”",
    );
    check("Ada Voss chimed in, “<q speaker=\"Ada Voss\">It is never late here.</q>”");
}

#[test]
fn a_name_before_a_colon_is_a_label() {
    check(
        "The polls agree - Ada Voss: “<q speaker=\"Ada Voss\">It is never late in this town.</q>”",
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
fn words_in_marks_before_the_verb_may_belong_to_the_subject() {
    check(
        "Otto Lind, who calls <q kind=\"mixed\" speaker=\"Otto Lind\">the port a “ruin,”</q> said <q kind=\"indirect\" speaker=\"Otto Lind\">he would not go there</q>.",
    );
    check(
        "Otto Lind, who said <q kind=\"indirect\" speaker=\"Otto Lind\">the port was late</q>, left the city.",
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
fn what_stands_before_words_behind_a_colon_is_the_authors() {
    check(
        "When a reporter asked about it, Peter Lind said: “<q speaker=\"Peter Lind\">I will fight this.</q>”",
    );
    check(
        "In a statement issued by his lawyer, Peter Lind said: “<q speaker=\"Peter Lind\">I will fight this.</q>”",
    );
    check(
        "As the crowd booed, Peter Lind said: “<q speaker=\"Peter Lind\">I will fight this.</q>”",
    );
    check(
        "After the vote was lost, Peter Lind said: “<q speaker=\"Peter Lind\">I will fight this.</q>”",
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
fn she_is_whom_the_paragraph_brings_in() {
    check(
        "“<q speaker=\"Lena Moser\">We will close it</q>,” said Lena Moser.\n\nThe head teacher, Rita Lind, disagreed. “<q speaker=\"Rita Lind\">It must stay open</q>,” she said.",
    );
    check(
        "“<q speaker=\"Lena Moser\">We will close it</q>,” said Lena Moser.\n\nHis widow, Rita Lind, wept. “<q speaker=\"Rita Lind\">It must stay open</q>,” she said.",
    );
    check(
        "“<q speaker=\"Lena Moser\">We will close it</q>,” said Lena Moser.\n\nOne of the teachers, Rita Lind, shook her head. “<q speaker=\"Rita Lind\">It must stay open</q>,” she said.",
    );
    // Where its subject is somebody else, it is not plain.
    check(
        "“<q speaker=\"Lena Moser\">We will close it</q>,” said Lena Moser.\n\nIt was too much for Rita Lind, a mother of two. “<q>It must stay open</q>,” she said.",
    );
    check(
        "“<q speaker=\"Lena Moser\">We will close it</q>,” said Lena Moser.\n\nAmong those in tears was Rita Lind, 44. “<q>It must stay open</q>,” she said.",
    );
    check(
        "“<q speaker=\"Lena Moser\">We will close it</q>,” said Lena Moser.\n\nShe had met Rita Lind before. “<q speaker=\"Lena Moser\">It must stay open</q>,” she said.",
    );
}

#[test]
fn an_employer_is_no_namesake() {
    check(
        "Heinz Koster of Royal Koster nodded. “<q speaker=\"Heinz Koster\">Fine by me today</q>,” said Koster.",
    );
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
fn a_text_is_nobody_who_said_it() {
    check(
        "Peter Lind sent the letter to Anna Smith, who said <q kind=\"indirect\" speaker=\"Anna Smith\">it was empty</q>.",
    );
}

/// Says that only `speaker` is found, by the name alone, in `before` and what it was said to have said.
#[track_caller]
fn check_speaker(before: &str, speaker: &str) {
    check(&format!("{before} said <q kind=\"indirect\" speaker=\"{speaker}\">it was late</q>."));
}

#[test]
fn kin_trades_and_ranks_are_no_part_of_a_name() {
    for before in [
        "Mum",
        "Neighbour",
        "Pensioner",
        "Student",
        "Goalscorer",
        "PC",
        "Insp",
        "Cllr",
        "CFO",
        "Then-President",
        "Ex-minister",
        "Mother-of-two",
        "Governor-elect",
        "PM",
    ] {
        check_speaker(&format!("{before} Anna Voss"), "Anna Voss");
    }
    // A word that a name has in it is part of it.
    check_speaker("Senator Barbara Boxer", "Barbara Boxer");
    check("Said Anna Voss: “<q speaker=\"Anna Voss\">We came to dance.</q>”");
}

#[test]
fn particles_months_and_ampersands_are_part_of_a_name() {
    for name in [
        "Anna van der Voss",
        "Anna de la Voss",
        "Theresa May",
        "Sandra Day",
        "Will Voss",
        "Jan Voss",
        "Marks & Voss",
    ] {
        check_speaker(&format!("On Monday {name}"), name);
    }
    check(
        "In May it rained. Officials will see. <q kind=\"indirect\" speaker=\"Anna Voss\">It may rain</q>, Anna Voss said.",
    );
}

#[test]
fn a_relative_may_go_by_a_first_name() {
    check_speaker("Her husband, Colin,", "Colin");
    check_speaker("Anna Voss’s cousin, Mandy Lind,", "Mandy Lind");
    check(
        "Anna Voss’s uncle, Ed Lind, told the BBC: “<q speaker=\"Ed Lind\">It is a scandal.</q>”",
    );
}

#[test]
fn a_modified_office_is_not_the_plain_one() {
    check("President Otto Lind spoke on Monday. “<q>He is tired</q>,” the vice president said.");
    check(
        "Vice President Ada Voss met President Otto Lind. “<q speaker=\"Ada Voss\">He is fit</q>,” the vice president said.",
    );
    check("Prime Minister Otto Lind quit. “<q speaker=\"Otto Lind\">I am tired</q>,” the PM said.");
    check("An aide to Senator Roe said <q kind=\"indirect\">the vote was off</q>.");
}

#[test]
fn a_comma_in_marks_ends_the_words_before_another_speaker() {
    check(
        "Otto Lind called <q kind=\"mixed\" speaker=\"Otto Lind\">it “a historic day,”</q> while Ada Voss said <q \
         kind=\"indirect\" speaker=\"Ada Voss\">Democrats would sue</q>.",
    );
}

#[test]
fn a_dateline_is_not_she() {
    check("CHARLOTTE, N.C. — The storm passed. “<q>We lost everything</q>,” she said.");
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
fn whoever_accuses_in_the_passive_speaks() {
    check(
        "The mayor was accused by Ada Voss <q kind=\"mixed\" speaker=\"Ada Voss\">of “lying to voters”</q>.",
    );
}

#[test]
fn a_line_before_a_colon_says_whose_words_follow() {
    check("And from Ada Voss: “<q speaker=\"Ada Voss\">It was never a goal.</q>”");
    check("Ada Voss’s verdict: “<q speaker=\"Ada Voss\">It was never a goal.</q>”");
    check("Ada Voss, 34, from Hull: “<q speaker=\"Ada Voss\">It was never a goal.</q>”");
}

#[test]
fn a_short_sentence_of_names_is_no_headline() {
    check("But Tom Bell disagrees.\n\n“<q speaker=\"Tom Bell\">The plan is mad</q>,” he said.");
}

#[test]
fn he_is_who_spoke_last_rather_than_an_earlier_subject() {
    check(
        "Mayor Tom Reed closed the bridge. “<q speaker=\"Jim Hall\">Two men were hurt</q>,” said spokesman Jim Hall. He \
         said <q kind=\"indirect\" speaker=\"Jim Hall\">the car hit a wall</q>.",
    );
    check(
        "Tom Reed lost the vote, but Jim Hall said <q kind=\"indirect\" speaker=\"Jim Hall\">the plan would go on</q>. \
         “<q speaker=\"Jim Hall\">We have the money</q>,” he said.",
    );
    // Nobody knows who the officer is.
    check(
        "Mayor Tom Reed closed the bridge. A police officer said <q kind=\"indirect\">two men were hurt</q>. He said <q \
         kind=\"indirect\">the car hit a wall</q>.",
    );
    // Whoever only speaks within a clause is not what the sentence is about.
    check(
        "Tom Reed turned the story back, noting that <q kind=\"indirect\" speaker=\"Tom Reed\">Jim Hall had said <q \
         kind=\"indirect\" speaker=\"Jim Hall\">it was false</q></q>. “<q speaker=\"Tom Reed\">It hurts</q>,” he said.",
    );
    check(
        "Ada Voss won acclaim. Her Nobel prize is the first here. “<q speaker=\"Ada Voss\">It is time</q>,” she said.\n\n\
         The prize recalls the death of the industrialist Alfred Nobel.",
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
fn a_word_that_begins_a_sentence_is_nobody() {
    check("Unconfirmed reports have been rife for days that Rwanda had sent troops.");
    check("Eventually, the council met. “<q>We could sue</q>,” they wrote.");
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
fn a_question_asked_of_somebody_is_reported() {
    check(
        "Ada Voss asked Tom Reed <q kind=\"indirect\" speaker=\"Ada Voss\">how he would pay for the bridge</q>.",
    );
}

#[test]
fn a_senator_of_another_state_is_another_person() {
    check(
        "Ada Voss, the Vermont senator, left.\n\nThe Florida senator said <q kind=\"indirect\">the plan was dead</q>.",
    );
}

#[test]
fn the_us_is_not_us() {
    check("The US said <q kind=\"indirect\" speaker=\"US\">the plan was dead</q>.");
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
fn a_verb_in_marks_has_its_subject_before_them() {
    check(
        "The bridge’s operator, the Aldmoor Harbour Authority, said <q kind=\"mixed\" speaker=\"Aldmoor Harbour Authority\">one of its two pumps “did not start” at noon</q>.",
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
fn a_sentence_ends_behind_the_name_of_a_firm() {
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">the deal would help Acme Inc</q>. But the firm closed.",
    );
}

#[test]
fn a_person_without_a_name_is_not_who_spoke_before() {
    check(
        "Ann Lee said <q kind=\"indirect\" speaker=\"Ann Lee\">the sales fell again</q>. One woman from Leeds came to the shop. “<q>I am glad</q>,” she said.",
    );
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">the sales fell again</q>. The paper spoke to one father, who knew. “<q>I am glad</q>,” he said.",
    );
    // A name behind it says who that is.
    check(
        "Ann Lee, a mother from Leeds, came to the shop. “<q speaker=\"Ann Lee\">I am glad</q>,” she said.",
    );
}

#[test]
fn whoever_is_another_persons_is_not_that_person() {
    check(
        "“<q speaker=\"Danny Roe\">We stay</q>,” said Danny Roe, 19.\n\nHis mother sighed. “<q>I am not</q>,” she said.",
    );
    check(
        "“<q speaker=\"Ada Roe\">We stay</q>,” said Ada Roe.\n\nHer sister laughed. “<q>I am not</q>,” she said.",
    );
    check(
        "“<q speaker=\"Danny Roe\">We stay</q>,” said Danny Roe.\n\nHis lawyer smiled. “<q>I am not</q>,” he said.",
    );
    check(
        "“<q speaker=\"Danny Roe\">We stay</q>,” said Danny Roe.\n\nNext to him stood his brother. “<q>I am not</q>,” he said.",
    );
    check(
        "“<q speaker=\"Otto Roe\">We stay</q>,” said Otto Roe.\n\nRoe’s father laughed. “<q>I am not</q>,” he said.",
    );
    // Who cannot be meant, or has a name, or is known by it.
    check(
        "“<q speaker=\"Ada Roe\">We stay</q>,” said Ada Roe.\n\nHer husband laughed. “<q speaker=\"Ada Roe\">I am not</q>,” she said.",
    );
    check(
        "“<q speaker=\"Ada Roe\">We stay</q>,” said Ada Roe.\n\nHer sister, Eva Lind, laughed. “<q speaker=\"Eva Lind\">I am not</q>,” she said.",
    );
    check(
        "“<q speaker=\"Danny Roe\">We stay</q>,” said Danny Roe, whose lawyer is Otto Lind, a barrister.\n\nOtto Lind, his lawyer, smiled. “<q speaker=\"Otto Lind\">I am not</q>,” he said.",
    );
}

#[test]
fn his_and_her_show_the_gender_of_the_only_one_named() {
    check(
        "“<q speaker=\"Danny Roe\">We stay</q>,” said Danny Roe.\n\nHis mother sighed.\n\nDanny Roe was tired. “<q>I am not</q>,” she said.",
    );
    check("Danny Roe hugged his mother. “<q>I am not</q>,” she said.");
    check(
        "“<q speaker=\"Danny Roe\">We stay</q>,” said Danny Roe.\n\nHe hugged his mother. “<q>I am not</q>,” she said.",
    );
    check(
        "“<q speaker=\"Danny Roe\">We stay</q>,” said Danny Roe.\n\nDanny Roe and his mother came later. “<q>I am not</q>,” she said.",
    );
}

#[test]
fn a_pronoun_behind_whoever_spoke_without_a_name_is_theirs() {
    check(
        "“<q speaker=\"Ada Roe\">We stay</q>,” said Ada Roe.\n\n“<q>I am not</q>,” her mother said. “<q>I go</q>,” she added.",
    );
    check(
        "“<q speaker=\"Ada Roe\">We stay</q>,” said Ada Roe.\n\nA friend of Ada Roe said <q kind=\"indirect\">it was late</q>. She said <q kind=\"indirect\">it was cold</q>.",
    );
    check(
        "“<q speaker=\"Ada Roe\">We stay</q>,” said Ada Roe.\n\n“<q>I am not</q>,” her father said. “<q speaker=\"Ada Roe\">I go</q>,” she added.",
    );
    check(
        "“<q speaker=\"Ada Roe\">We stay</q>,” said Ada Roe.\n\nIt was her mother who laughed. “<q>I am not</q>,” she said.",
    );
}

#[test]
fn a_pronoun_behind_an_office_without_a_name_is_doubtful() {
    let confidence = |text: &str| {
        let (_, found) = attribute_text(text);
        found.quotations[0].last().map(|quotation| quotation.attribution.confidence)
    };
    let plain = confidence("“We stay,” said Otto Roe.\n\nHe frowned. “You will go,” he said.");
    let doubtful = "“We stay,” said Otto Roe.\n\nThe judge frowned. “You will go,” he said.";
    assert!(confidence(doubtful) < plain);
    let doubtful =
        "“We stay,” said Otto Roe.\n\n“No,” the judge said. “You will go.” He said it was late.";
    assert!(confidence(doubtful) < confidence("Otto Roe left. He said it was late."));
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
fn the_owner_of_a_thing_is_whom_the_sentence_is_about() {
    check(
        "Ann Swift’s first songs were sold by Big Machine, which belongs to talent manager Scott Braun. She said <q kind=\"indirect\" speaker=\"Ann Swift\">it was a bad day</q>.",
    );
}

#[test]
fn they_are_both_whom_the_last_sentence_joins() {
    check(
        "The union was quiet. Tom Reed and Ann Lee were glad. They said <q kind=\"indirect\" speaker=\"Tom Reed and Ann Lee\">the road was shut</q>.",
    );
}

#[test]
fn an_office_of_one_owner_is_not_anothers() {
    for (first, other, speaker) in [
        ("Tom Reed’s wife, Ann Reed,", "Hill’s wife", ""),
        ("Acme’s chief executive, Jim Lee,", "Bolt’s chief executive", ""),
        ("Acme’s spokesman, Jim Lee,", "Acme’s spokesman", " speaker=\"Jim Lee\""),
        ("Acme’s spokesman, Jim Lee,", "The Acme spokesman", " speaker=\"Jim Lee\""),
        ("The chief executive, Jim Lee,", "Bolt’s chief executive", " speaker=\"Jim Lee\""),
    ] {
        check(&format!(
            "{first} was glad. {other} said <q kind=\"indirect\"{speaker}>the deal was off</q>."
        ));
    }
    // The country's president or the bank's.
    check(
        "President Donald Reed was glad. John Williams, the president of the Federal Bank, was not. The president said <q kind=\"indirect\">it had worked</q>.",
    );
}

#[test]
fn a_surname_that_is_a_title_too_is_the_surname() {
    check(
        "“<q speaker=\"Ken Doctor\">There was no gain</q>,” says analyst Ken Doctor. The paper was sold to Dr. Patrick Hall. “<q speaker=\"Ken Doctor\">They see the way down</q>,” says Doctor.",
    );
}

#[test]
fn a_verb_at_the_head_of_a_sentence_is_no_given_name() {
    check(
        "Mayor Ann Lee was glad. Replacing Lee would be hard. Lee said <q kind=\"indirect\" speaker=\"Ann Lee\">the road was shut</q>.",
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
fn what_something_is_called_is_said_by_nobody_in_the_sentence() {
    check("Ann Lee left the jail, called the “Barn” by locals.");
    check("Ann Lee wore a coat, described as a “barn” by critics.");
    check("One reporting station has not seen rain since May.");
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
fn a_surname_of_several_words_is_whose_whole_name_it_ends() {
    check(
        "James Van Der Beek left. Van Der Beek said <q kind=\"indirect\" speaker=\"James Van Der Beek\">he was sad</q>.",
    );
}

#[test]
fn a_name_behind_an_office_with_a_body_is_who_speaks() {
    check(
        "“<q speaker=\"Fiona Hill\">He was in charge</q>,” said another witness, former White House adviser Fiona Hill.",
    );
}

#[test]
fn what_is_added_may_be_a_thing() {
    check("The agency also added smaller landers to the contract.");
    check("Ann Lee added <q kind=\"indirect\" speaker=\"Ann Lee\">the road was shut</q>.");
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
fn party_and_state_stand_in_no_names_way() {
    check(
        "Tom Reed had the letter, and Sen. Sam Hill, D-Nev., said <q kind=\"indirect\" speaker=\"Sam Hill\">it was late</q>.",
    );
    check(
        "Sen. Sam Hill, R-S.C., a member of the panel, said <q kind=\"indirect\" speaker=\"Sam Hill\">the road was shut</q>.",
    );
    check(
        "The Senate committee’s chairman, Rick Burr (R-N.C.), said Sunday that <q kind=\"indirect\" speaker=\"Rick Burr\">the road was shut</q>.",
    );
}

#[test]
fn honours_and_seats_behind_a_name_are_no_part_of_it() {
    check(
        "Otto Lind KC said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>. Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was cold</q>.",
    );
    check(
        "Otto Lind OBE, the mayor, said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>. Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was cold</q>.",
    );
    check(
        "Otto Lind MP said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>. Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was cold</q>.",
    );
    check(
        "Otto Lind PhD said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>. Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was cold</q>.",
    );
    check(
        "Otto Lind RN said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>. Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was cold</q>.",
    );
    check(
        "Otto Lind OBE MP, the mayor, said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>. Mr Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was cold</q>.",
    );
    check("Leeds MP Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.");
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
fn people_who_do_something_to_a_body_are_not_that_body() {
    check(
        "Officials overseeing the CIA and other agencies have told Acme News <q kind=\"indirect\" speaker=\"Officials\">they will be careful</q>.",
    );
}

#[test]
fn a_sentence_that_ends_with_a_person_has_no_other_subject() {
    check(
        "<q kind=\"indirect\" speaker=\"Jackie Hill\">The file was posted by a man from the law firm, Morgan, Lewis & Bock</q>, said Acme spokeswoman Jackie Hill.",
    );
}

#[test]
fn a_pronoun_is_of_the_clause_it_stands_in() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">the road was shut</q>, while Sam Hill praised what he called <q kind=\"mixed\" speaker=\"Sam Hill\">a “good plan.”</q>",
    );
    check(
        "Tom Reed was glad. While Sam Hill said that <q kind=\"indirect\" speaker=\"Sam Hill\">the road was shut</q>, he added that <q kind=\"indirect\" speaker=\"Sam Hill\">it was late</q>.",
    );
    check(
        "Western leaders urged <q kind=\"indirect\" speaker=\"Western leaders\">both sides to talk</q>, and the U.S. blamed <q kind=\"mixed\" speaker=\"U.S.\">Acme for what it called “bad acts” over the road</q>.",
    );
    check(
        "Tom Reed helped Ann Lee when she fell, saying <q kind=\"mixed\" speaker=\"Tom Reed\">it was “no bother at all”</q>.",
    );
}

#[test]
fn a_sentence_that_turns_to_somebody_leaves_it_open() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">the road was open</q>. That did not please Sam Hill. “<q>The road is shut</q>,” he said.",
    );
}

#[test]
fn what_nothing_shows_to_be_a_person_is_not_he() {
    check(
        "An old woman in black sat on the lawn. She refused to give her name, citing fear of the military and Islamic State. “<q>They are bad</q>,” she said.",
    );
    check(
        "“<q>I am glad</q>,” the singer tells Rolling Stone. He had promised <q kind=\"indirect\">to come</q>. “<q>It is late</q>,” he said.",
    );
    check(
        "The actress, 39, has the same disease that killed her mother, Jane Poe, in 2007.\n\n“<q>I had the operation</q>,” she wrote in a letter.",
    );
}

#[test]
fn mr_is_not_they() {
    check(
        "American officials have tried to persuade him to buy tools.\n\n<q kind=\"indirect\" speaker=\"American officials\">But Mr. Hill</q>, they say, <q kind=\"indirect\" speaker=\"American officials\">is not listening</q>.",
    );
}

#[test]
fn the_next_words_are_the_outer_speakers() {
    check(
        "Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">police insist that <q kind=\"indirect\" speaker=\"Police\">the road is safe</q></q>.\n\n“<q speaker=\"Tom Reed\">We will see about that.</q>”",
    );
}

#[test]
fn bodies_keep_their_whole_names() {
    check(
        "General Motors said <q kind=\"indirect\" speaker=\"General Motors\">the road was shut</q>.",
    );
    check("General Tom Reed said <q kind=\"indirect\" speaker=\"Tom Reed\">the road was shut</q>.");
    check(
        "According to the Centers for Disease Control and Prevention (CDC), <q kind=\"indirect\" speaker=\"Centers for Disease Control and Prevention\">gas can burn</q>.",
    );
    check(
        "The Joint Chiefs of Staff said <q kind=\"indirect\" speaker=\"Joint Chiefs of Staff\">the road was shut</q>.",
    );
    check("“<q speaker=\"Economist\">The road is shut</q>,” noted The Economist.");
}

#[test]
fn offices_of_two_words_and_names_with_the() {
    check(
        "President-elect Tom Reed came. The president-elect said <q kind=\"indirect\" speaker=\"Tom Reed\">the road was shut</q>.",
    );
    check(
        "The rapper Mac Hill died.\n\n“<q speaker=\"Chance\">He was good</q>,” Chance the Rapper wrote on Twitter.",
    );
    check(
        "Inspector Tom Reed, Unit Commander of Sex Crimes for Hull police, said <q kind=\"indirect\" speaker=\"Tom Reed\">the road was shut</q>.",
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
fn words_before_a_colon_are_not_what_is_said() {
    check(
        "Reminded that Hill called <q kind=\"mixed\" speaker=\"Hill\">him “a disgrace”</q>, Tom Reed added: “<q speaker=\"Tom Reed\">I don’t mind.</q>”",
    );
    check(
        "And to stress that she was glad, Ann Lee concluded her post: “<q speaker=\"Ann Lee\">Please share.</q>”",
    );
    check(
        "In a letter, Tom Reed called <q kind=\"mixed\" speaker=\"Tom Reed\">the idea “mad,”</q> concluding that “<q speaker=\"Tom Reed\">the road is shut.</q>”",
    );
}

#[test]
fn those_who_are_spoken_to_in_marks_say_nothing() {
    check(
        "“<q speaker=\"Tom Reed\">It is bad</q>,” Tom Reed, an aide, told an “international committee on roads” in London.",
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
fn a_bare_surname_may_have_a_particle_in_the_whole_name() {
    check(
        "President Abdel Fattah el-Sisi came. Mr. Sisi said <q kind=\"indirect\" speaker=\"Abdel Fattah el-Sisi\">the road was shut</q>.",
    );
}

#[test]
fn a_letter_and_a_further_name_make_two_persons() {
    check(
        "Liverpool star Mohamed Salah said: “<q speaker=\"Mohamed Salah\">I am sad.</q>”\n\n“<q speaker=\"Mohamed Abdel Salam\">Where are we safe?</q>” said Mohamed Abdel Salam, 22.",
    );
    check(
        "John Martin said: “<q speaker=\"John Martin\">I am sad.</q>”\n\n“<q speaker=\"John Marvin\">Where are we?</q>” said John Marvin, a baker.",
    );
}

#[test]
fn may_is_a_name_where_the_article_has_one() {
    check(
        "Prime Minister Jane May came.\n\n“<q speaker=\"Jane May\">This is the right deal</q>,” May told reporters. “<q speaker=\"Jane May\">It is late</q>,” said May.",
    );
    check(
        "Tom March came. In March police said <q kind=\"indirect\" speaker=\"Police\">the road was shut</q>. “<q speaker=\"Tom March\">It is late</q>,” March said.",
    );
    check(
        "Jane Poe came. In May police said <q kind=\"indirect\" speaker=\"Police\">the road was shut</q>.",
    );
}

#[test]
fn who_was_called_by_the_surname_first_may_be_meant_again() {
    check(
        "President-elect Tom Reed is angry. “<q speaker=\"Tom Reed\">It is bad</q>,” Reed said.\n\nHis son, Eric Reed, said <q kind=\"indirect\" speaker=\"Eric Reed\">he was sorry</q>.\n\nReed said <q kind=\"indirect\">he was glad</q>.",
    );
}

#[test]
fn a_body_for_several_subjects_is_one() {
    check(
        "The U.S. Centers for Disease Control and Prevention says <q kind=\"indirect\" speaker=\"U.S. Centers for Disease Control and Prevention\">the road is shut</q>.",
    );
    check(
        "The National Congress of American Indians said <q kind=\"indirect\" speaker=\"National Congress of American Indians\">the road was shut</q>.",
    );
    check(
        "Neither Ukraine nor the European Union recognise the vote.\n\nUkraine says <q kind=\"indirect\" speaker=\"Ukraine\">it is late</q>.",
    );
}

#[test]
fn a_text_may_end_with_a_comma_behind_an_office() {
    check("“<q>It is calm</q>,” said the minister,");
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
fn shares_of_those_asked_speak() {
    check("In Kent, 85% of voters said <q kind=\"indirect\">the system was bad</q>.");
    check("Two in three said <q kind=\"indirect\">they are less likely to come</q>.");
    check("About one in five say <q kind=\"indirect\">they would not vote</q>.");
    check("People briefed on the move said that <q kind=\"indirect\">it was late</q>.");
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
fn a_clause_ends_where_somebody_else_says() {
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">the road was shut</q> and Jo Roe said <q kind=\"indirect\" speaker=\"Jo Roe\">the harbour was open</q>.",
    );
    check(
        "Anna Smith said <q kind=\"indirect\" speaker=\"Anna Smith\">she had watched it rise and thought of the day she came</q>.",
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
fn a_place_goes_on_with_its_state() {
    check(
        "Speaking at a town hall event in Salem, New Hampshire, Otto Voss went after Roe, calling <q kind=\"mixed\" speaker=\"Otto Voss\">him “a total stiff.”</q>",
    );
    check(
        "In the hours after the storm in San Pedro, Calif., a voice came on: “<q>We have come with all our men.</q>”",
    );
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
fn a_document_of_a_court_is_not_the_court() {
    check(
        "The Supreme Court is in Leeds. Ada Voss's document was long. “<q speaker=\"Document\">There was cause to make an arrest</q>,” according to a court document.",
    );
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
fn a_name_signs_words_in_the_next_paragraph() {
    check("“<q speaker=\"Otto Voss\">It is the ideology of greed.</q>”\n- Otto Voss.\nIt is old.");
    check("“<q speaker=\"Anna Marks\">It needs to stop.</q>”\n— Anna Marks, Leeds");
    check("“<q>It needs to stop.</q>”\n— and so it went on.");
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
fn a_body_with_two_subjects_and_its_short_form_are_one() {
    check(
        "US Customs and Border Protection said <q kind=\"indirect\" speaker=\"US Customs and Border Protection\">the men were held</q>. “<q speaker=\"US Customs and Border Protection\">They are safe</q>,” CBP said.",
    );
    check(
        "The Food and Drug Administration said <q kind=\"indirect\" speaker=\"Food and Drug Administration\">it was late</q>.",
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
fn what_somebody_said_they_hoped_goes_on_behind_a_colon() {
    check(
        "“<q>Otto Roe loves it</q>,” one user wrote. Another said <q kind=\"mixed\">he hoped with his “whole heart” that Roe wins</q>: “<q>That way I can watch it.</q>”",
    );
}

#[test]
fn a_trade_before_a_name_is_no_part_of_it() {
    check(
        "Puppeteer Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">it was late</q>. Chief Executive Otto Roe said <q kind=\"indirect\" speaker=\"Otto Roe\">it was over</q>.",
    );
    check(
        "Salem QB Otto Roe said <q kind=\"indirect\" speaker=\"Otto Roe\">it was late</q>. “<q speaker=\"Otto Roe\">We lost the game</q>,” Roe said.",
    );
}

#[test]
fn names_with_a_saint_in_them_are_whole() {
    check(
        "Jo St John said <q kind=\"indirect\" speaker=\"Jo St John\">it was late</q>. St John said <q kind=\"indirect\" speaker=\"Jo St John\">it was cold</q>.",
    );
    check("St Mirren said <q kind=\"indirect\" speaker=\"St Mirren\">no one was hurt</q>.");
}

#[test]
fn names_of_papers_campaigns_and_offices_are_whole() {
    check(
        "The Evening Standard said <q kind=\"indirect\" speaker=\"Evening Standard\">it was late</q>.",
    );
    check("The Sunday Times said <q kind=\"indirect\" speaker=\"Sunday Times\">it was late</q>.");
    check(
        "Campaign group Save Our Shelves said <q kind=\"indirect\" speaker=\"Save Our Shelves\">it was late</q>.",
    );
    check(
        "The Australian Grain Market Operator said <q kind=\"indirect\" speaker=\"Australian Grain Market Operator\">it was late</q>.",
    );
    check(
        "The Governor's Office of Emergency Services said <q kind=\"indirect\" speaker=\"Governor's Office of Emergency Services\">it was late</q>.",
    );
}

#[test]
fn surnames_that_are_small_words_are_names() {
    check(
        "Al From said <q kind=\"indirect\" speaker=\"Al From\">it was late</q>. “<q speaker=\"Al From\">It is over</q>,” From said.",
    );
    check(
        "George Will, a columnist, said <q kind=\"indirect\" speaker=\"George Will\">it was late</q>. Will it rain?",
    );
}

#[test]
fn a_pronoun_means_nobody_inside_of_marks_or_beside_itself() {
    check("“<q>It is fine, Ty Cole.</q>” She said <q kind=\"indirect\">it was late</q>.");
    check(
        "The man rang Ada Voss. He was arrested for a call to the office of Omar Voss. He said <q kind=\"indirect\">it was late</q>.",
    );
}

#[test]
fn whoever_is_brought_in_as_a_predicate_may_be_meant() {
    check(
        "“<q speaker=\"Otto Lind\">It is late</q>,” said Otto Lind.\nOne of the flag-bearers was Jason Jones, an activist from Salem.\nHe said <q kind=\"indirect\">it was a small step</q>.",
    );
}

#[test]
fn whoever_replies_is_not_who_asked() {
    check(
        "Ada Voss says <q kind=\"indirect\" speaker=\"Ada Voss\">the road will shut</q>. Mo Farouk asks <q kind=\"indirect\" speaker=\"Mo Farouk\">why no warning was given</q>. “<q>It was given on Sunday</q>,” she replies.",
    );
}

#[test]
fn the_president_is_not_that_of_a_bank_where_somebody_is_called_so() {
    check(
        "President Roe left. Ada Voss, the president of the Harbour Bank, said <q kind=\"indirect\" speaker=\"Ada Voss\">it was early</q>. The president says <q kind=\"indirect\">it is over</q>.",
    );
}

#[test]
fn a_product_is_not_the_full_name_of_its_firm() {
    check(
        "A crowd came to Acme. The Acme Watch Series 8 is new. Acme says <q kind=\"indirect\" speaker=\"Acme\">it is safe</q>.",
    );
}

#[test]
fn the_government_is_not_local_government() {
    check(
        "Charities met local government. The government said <q kind=\"indirect\" speaker=\"Government\">it was late</q>.",
    );
}

#[test]
fn a_participle_at_the_head_of_a_headline_is_no_part_of_a_name() {
    check(
        "Petra Roe: Watching Otto Lind from prison was joyful\nLind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
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
fn both_of_two_bodies_speak() {
    check(
        "As both Acme News and Bloomberg have reported, <q kind=\"indirect\" speaker=\"Acme News and Bloomberg\">there is a risk</q>.",
    );
    check(
        "They met Otto Feldman and Ada Voss at noon. Later both Feldman and Voss said <q kind=\"indirect\" speaker=\"Otto Feldman and Ada Voss\">it was late</q>.",
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
fn verbs_of_speech_in_another_sense_report_nothing() {
    check("The site has films and TV shows from Acme, “Sea Wars,” and classic fare.");
    check("The share added more than 2% to begin the week.");
    check("The film told the tale of an officer whose job was to hunt.");
    check("Mr Roe fulfilled promises to reverse the rise.");
    check("Mr Roe added <q kind=\"indirect\" speaker=\"Roe\">2% of the shops had shut</q>.");
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
fn what_is_labelled_is_whose_verb_it_is() {
    check(
        "Otto Lind called <q kind=\"mixed\" speaker=\"Otto Lind\">it “a cheery film”</q>, while Jo Roe of the Herald labelled <q kind=\"mixed\" speaker=\"Jo Roe\">it as “a flop of a film”</q>.",
    );
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
fn what_is_said_in_parting_is_no_clause() {
    check("Otto Lind spoke to Ada Voss before saying goodnight but he came back.");
}

#[test]
fn a_hashtag_names_nobody() {
    check("#SaveOurShelves was the message. They often chant: “<q>No shelves, no peace.</q>”");
}

#[test]
fn whoever_is_from_a_firm_speaks_rather_than_the_firm() {
    check(
        "Otto Voss, of the law firm Voss Partners - which is involved in the case - said: “<q speaker=\"Otto Voss\">It is late.</q>”",
    );
}

#[test]
fn whoever_quotes_another_has_not_said_it() {
    check("Helen Marsh, quoting Alan Teague, said <q kind=\"indirect\">the road was shut</q>.");
    check("Helen Marsh, quoting Alan Teague, said: “<q>The road was shut for days.</q>”");
}

#[test]
fn what_is_told_between_dashes_leads_to_no_participle() {
    check(
        "Before they set off - the Roe family had returned in May - another note came saying his wife was late.",
    );
}

#[test]
fn whom_somebody_represents_is_no_part_of_their_name() {
    check(
        "<q kind=\"indirect\" speaker=\"Paul Voss\">The parents want to be excused</q>, said Paul Voss representing them.",
    );
}

#[test]
fn a_sentence_behind_words_that_end_in_inner_marks_says_nothing_of_them() {
    check(
        "“<q speaker=\"Roe\">They had it done</q>,” Mr. Roe recalled. “<q speaker=\"Roe\">And I said, ‘I want more of it.’</q>” The members of the council laughed.",
    );
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
    check("Patient groups note that <q kind=\"indirect\">the clinics are full</q>.");
    check("Democratic economists, like their rivals, say taxing consumption encourages savings.");
}

#[test]
fn a_verb_behind_then_shares_its_subject() {
    check(
        "Ada Voss offered the man a job, then said <q kind=\"indirect\" speaker=\"Ada Voss\">she would welcome advice</q>.",
    );
}

#[test]
fn what_somebody_speaks_on_is_a_title() {
    check(
        "“<q speaker=\"Otto Lind\">It is late</q>,” Otto Lind told Acme’s “Hour of the Day.” “<q speaker=\"Otto Lind\">I saw it.</q>”",
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
fn small_words_inside_of_names_belong_to_them() {
    check(
        "“<q speaker=\"Gerda ten Brink\">It is late</q>,” said Gerda ten Brink. Ten Brink said <q kind=\"indirect\" speaker=\"Gerda ten Brink\">the road was shut</q>.",
    );
    check("“<q speaker=\"Anna Jun\">It is late</q>,” said Anna Jun.");
    check(
        "Highlands and Islands Airports said <q kind=\"indirect\" speaker=\"Highlands and Islands Airports\">the runway was shut</q>.",
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
fn whoever_a_predicate_is_likely_to_please_is_a_phrase_of_its_own() {
    check(
        "The plan is likely to please critics, who say <q kind=\"indirect\" speaker=\"Critics\">it is late</q>.",
    );
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
fn whoever_speaks_for_somebody_with_an_office_is_not_that_person() {
    check("“<q>It is late</q>,” a spokesman for House Speaker Paul Voss told Acme News.");
}

#[test]
fn the_senator_of_one_state_is_not_that_of_another() {
    check("Missouri Sen. Ada Voss rose. “<q>It is late</q>,” the Vermont senator said.");
    check("Sen. Ada Voss of New York rose. “<q>It is late</q>,” the Vermont senator said.");
    check(
        "Florida Sen. Ada Voss rose with Sen. Otto Lind. “<q speaker=\"Ada Voss\">It is late</q>,” the Florida senator said.",
    );
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
