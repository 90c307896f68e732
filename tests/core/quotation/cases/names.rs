//! The names, titles and offices of persons: what belongs to one, and who is meant by a part of it.

use whosaid::article::Article;
use whosaid::quotation::{Editorial, attribute};

use crate::quotation::{attribute_text, check};

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
fn what_is_left_of_a_name_is_nobody() {
    check(
        "Deere and Co said <q kind=\"indirect\" speaker=\"Deere and Co\">it would build tractors</q>.",
    );
    check("It was late. “<q>The house was empty when we came</q>,” C said.");
    check("It was late. “<q>The house was empty when we came</q>,” Corp. said.");
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
fn an_employer_is_no_namesake() {
    check(
        "Heinz Koster of Royal Koster nodded. “<q speaker=\"Heinz Koster\">Fine by me today</q>,” said Koster.",
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
fn a_word_that_begins_a_sentence_is_nobody() {
    check("Unconfirmed reports have been rife for days that Rwanda had sent troops.");
    check("Eventually, the council met. “<q>We could sue</q>,” they wrote.");
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
fn a_place_goes_on_with_its_state() {
    check(
        "Speaking at a town hall event in Salem, New Hampshire, Otto Voss went after Roe, calling <q kind=\"mixed\" speaker=\"Otto Voss\">him “a total stiff.”</q>",
    );
    check(
        "In the hours after the storm in San Pedro, Calif., a voice came on: “<q>We have come with all our men.</q>”",
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
fn surnames_that_are_small_words_are_names() {
    check(
        "Al From said <q kind=\"indirect\" speaker=\"Al From\">it was late</q>. “<q speaker=\"Al From\">It is over</q>,” From said.",
    );
    check(
        "George Will, a columnist, said <q kind=\"indirect\" speaker=\"George Will\">it was late</q>. Will it rain?",
    );
}

#[test]
fn the_president_is_not_that_of_a_bank_where_somebody_is_called_so() {
    check(
        "President Roe left. Ada Voss, the president of the Harbour Bank, said <q kind=\"indirect\" speaker=\"Ada Voss\">it was early</q>. The president says <q kind=\"indirect\">it is over</q>.",
    );
}

#[test]
fn a_participle_at_the_head_of_a_headline_is_no_part_of_a_name() {
    check(
        "Petra Roe: Watching Otto Lind from prison was joyful\nLind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
    );
}

#[test]
fn a_hashtag_names_nobody() {
    check("#SaveOurShelves was the message. They often chant: “<q>No shelves, no peace.</q>”");
}

#[test]
fn whom_somebody_represents_is_no_part_of_their_name() {
    check(
        "<q kind=\"indirect\" speaker=\"Paul Voss\">The parents want to be excused</q>, said Paul Voss representing them.",
    );
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
fn the_senator_of_one_state_is_not_that_of_another() {
    check("Missouri Sen. Ada Voss rose. “<q>It is late</q>,” the Vermont senator said.");
    check("Sen. Ada Voss of New York rose. “<q>It is late</q>,” the Vermont senator said.");
    check(
        "Florida Sen. Ada Voss rose with Sen. Otto Lind. “<q speaker=\"Ada Voss\">It is late</q>,” the Florida senator said.",
    );
}

#[test]
fn two_trades_with_a_hyphen_are_no_part_of_a_name() {
    check(
        "Drummer-producer Ann Quist said <q kind=\"indirect\" speaker=\"Ann Quist\">it was fun</q>.",
    );
    check(
        "Singer-guitarists Tom Jonsson and Pat Simms played. “<q speaker=\"Tom Jonsson\">It was fun</q>,” Jonsson said.",
    );
}

#[test]
fn days_cut_short_are_surnames_behind_a_given_name() {
    check(
        "Adam Mon said <q kind=\"indirect\" speaker=\"Adam Mon\">the port would close</q>. “<q speaker=\"Adam Mon\">We will wait</q>,” Mon said.",
    );
    check(
        "Anna Smith said on Sat <q kind=\"indirect\" speaker=\"Anna Smith\">the port would close</q>.",
    );
}

#[test]
fn an_office_of_another_owner_is_another_persons() {
    check(
        "Norbank spokesman Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">sales fell</q>. The Velmar spokesman said <q kind=\"indirect\">sales rose</q>.",
    );
    check(
        "Otto Lind, the widow's lawyer, said <q kind=\"indirect\" speaker=\"Otto Lind\">the case was strong</q>. The firm's lawyer said <q kind=\"indirect\">it was weak</q>.",
    );
    check(
        "Otto Lind, a lawyer for the widow, said <q kind=\"indirect\" speaker=\"Otto Lind\">the case was strong</q>. The lawyer for the firm said <q kind=\"indirect\">it was weak</q>.",
    );
    check(
        "Mayor Otto Lind of Norland backed it. The mayor of Sorrel said <q kind=\"indirect\">it was bad</q>.",
    );
    check(
        "Police spokesman Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">a man was held</q>. The army spokesman said <q kind=\"indirect\">he was a soldier</q>.",
    );
    // Where nothing contradicts it, and where both say the same.
    check(
        "Senator Otto Lind was there. The Vermont senator said <q kind=\"indirect\" speaker=\"Otto Lind\">it was bad</q>.",
    );
    check(
        "Norbank spokesman Otto Lind was there. The Norbank spokesman said <q kind=\"indirect\" speaker=\"Otto Lind\">it was bad</q>. The company's spokesman said <q kind=\"indirect\" speaker=\"Otto Lind\">sales fell</q>.",
    );
}

#[test]
fn whoever_is_brought_in_by_office_is_meant_by_it_from_there_on() {
    check(
        "Vera Holm, a nurse, is on leave. A nurse said <q kind=\"indirect\">the ward was full</q>. “<q>It is bad</q>,” the nurse said.",
    );
    check(
        "Otto Lind, a spokesman for Norbank, left. A spokesman for Velmar said <q kind=\"indirect\">sales rose</q>. “<q>It was a good year</q>,” the spokesman said.",
    );
    // But who is named as one behind that may be meant.
    check(
        "A nurse said <q kind=\"indirect\">the ward was full</q>. Vera Holm, a nurse, was there. “<q speaker=\"Vera Holm\">It is bad</q>,” the nurse said.",
    );
}

#[test]
fn what_somebody_is_in_a_figure_of_speech_is_no_office() {
    check(
        "Vera Holm is a source of strength for the club. <q kind=\"indirect\">The deal is off</q>, according to the source.",
    );
    check(
        "Otto Lind is a student of history. The student said <q kind=\"indirect\">the exam was hard</q>.",
    );
    check(
        "Otto Lind was no leader of men. The leader said <q kind=\"indirect\">the party would fight</q>.",
    );
    check(
        "Otto Lind, the son of a coach, won the race. The coach said <q kind=\"indirect\">the team was tired</q>.",
    );
    check(
        "The mayor will coach Otto Lind for the race. The coach said <q kind=\"indirect\">the team was tired</q>.",
    );
}

#[test]
fn a_junior_is_not_called_by_his_given_name() {
    check(
        "Jerry Holm owns the club. His son Jerry Jr. runs the shop. “<q speaker=\"Jerry Holm\">There was no other soul in the room</q>,” Jerry says.",
    );
}

#[test]
fn who_comes_in_later_as_kin_is_not_who_was_called_by_the_surname_before() {
    check(
        "Mr Lind met the press. His nephew, Ravi Lind, was there. Mr Lind said <q kind=\"indirect\" speaker=\"Lind\">rain was due</q>.",
    );
    check(
        "Vera Haley stepped down. President Trond named a successor. She was close to Ivana Trond, his daughter. The president said <q kind=\"indirect\">Ms. Haley would return</q>.",
    );
    // But whoever is named in full before.
    check(
        "His nephew, Ravi Lind, was there. Mr Lind said <q kind=\"indirect\" speaker=\"Ravi Lind\">rain was due</q>.",
    );
}

#[test]
fn what_opens_a_sentence_before_a_name_is_no_part_of_it() {
    check("Meet Otto Lind, a baker. “<q speaker=\"Otto Lind\">I like bread</q>,” Lind says.");
    check(
        "Longtime Otto Lind aide Karl Brandt left on Monday. “<q speaker=\"Otto Lind\">He is a friend</q>,” Lind said.",
    );
}

#[test]
fn where_a_text_comes_from_may_be_a_place() {
    check(
        "A report from Vancour said <q kind=\"indirect\" speaker=\"Report\">a team was a done deal</q>.",
    );
    check(
        "A letter from Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">the bridge was closed</q>.",
    );
}

#[test]
fn a_text_of_that_noun_that_comes_in_since_is_not_the_earlier_authors() {
    check(
        "Otto Lind's lawyer issued a statement. “<q speaker=\"Statement\">He is innocent</q>,” the statement read.",
    );
    check(
        "Otto Lind's letter to the chief leaked on Monday. Karl Brandt cites other men in a letter of his own. “<q speaker=\"Letter\">We follow the policy</q>,” the letter states.",
    );
    check(
        "Otto Lind's letter leaked on Monday. “<q speaker=\"Otto Lind\">We follow the policy</q>,” the letter states.",
    );
}

#[test]
fn somebody_of_the_age_that_the_text_tells_is_meant_by_it() {
    check(
        "Richard Hawke, 75, was cleared. “<q speaker=\"Richard Hawke\">The weight is lifted</q>,” the 75-year-old told the paper.",
    );
    check(
        "Richard Hawke, 74, was cleared. “<q>The weight is lifted</q>,” the 75-year-old told the paper.",
    );
    check(
        "Richard Hawke, 75, and Otto Lind, 75, were cleared. “<q>The weight is lifted</q>,” the 75-year-old told the paper.",
    );
}

#[test]
fn who_is_from_somewhere_is_no_name() {
    check("Otto Lind beat Karl Brandt. The German said <q kind=\"indirect\">he would be back</q>.");
}

#[test]
fn what_an_office_is_about_tells_it_apart() {
    check(
        "Foreign minister Otto Lind was there. The defence minister said <q kind=\"indirect\">it was late</q>.",
    );
    check(
        "The foreign secretary, Otto Lind, left. The foreign secretary said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
    );
    check(
        "Norbank spokesman Otto Lind was there. The army spokesman said <q kind=\"indirect\">it was bad</q>.",
    );
    check(
        "Norbank spokesman Otto Lind was there. The company spokesman said <q kind=\"indirect\" speaker=\"Otto Lind\">it was bad</q>.",
    );
    check(
        "Zara Gal, the head of the Velmar party, left. The head of the Norland Labour Party said <q kind=\"indirect\">it was late</q>.",
    );
    check(
        "Zara Gal, the head of the Velmar party, left. The head of the party said <q kind=\"indirect\" speaker=\"Zara Gal\">it was late</q>.",
    );
}

#[test]
fn whose_an_office_is_may_be_said_by_its_letters() {
    check(
        "Otto Lind, a spokesman for the Harbour Safety Board, was there. The HSB spokesman said <q kind=\"indirect\" speaker=\"Otto Lind\">it was bad</q>.",
    );
    check(
        "Otto Lind, a spokesman for the Harbour Safety Board, was there. The KLM spokesman said <q kind=\"indirect\">it was bad</q>.",
    );
}

#[test]
fn a_surname_behind_an_office_is_not_that_of_a_woman_without_one_who_comes_in_later() {
    check(
        "President Trond fired the envoy. “<q speaker=\"Trond\">She is fine</q>,” Trond said.\n\nVera Holm is close to Ivana Trond.",
    );
    check(
        "President Trond fired the envoy. “<q speaker=\"Ivana Trond\">She is fine</q>,” Trond said.\n\nVera Holm is close to President Ivana Trond.",
    );
    // Who has another title is another.
    check(
        "Mr Lind met the press. His wife, Vera Lind, was there. Mrs Lind said <q kind=\"indirect\" speaker=\"Vera Lind\">rain was due</q>.",
    );
}

#[test]
fn a_man_is_not_the_son_of_a_namesake_who_comes_in_later() {
    check(
        "Zhara Lind wept. Mr. Lind said <q kind=\"indirect\">it was late</q>. Ms. Lind spoke of her son, Otto Lind. Mr. Lind said <q kind=\"indirect\">it was bad</q>.",
    );
    check(
        "Zhara Lind wept. She spoke of her son, Otto Lind. Mr. Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was bad</q>.",
    );
}

#[test]
fn a_surname_may_be_that_of_kin_who_spoke_by_a_given_name() {
    check(
        "Otto Holm was shot in May. His brother, Karl, said <q kind=\"indirect\" speaker=\"Karl\">he was kind</q>. Mr Holm said <q kind=\"indirect\">police had lied</q>.",
    );
    check(
        "Otto Holm was shot in May. His father Karl said <q kind=\"indirect\" speaker=\"Karl\">he was kind</q>. Holm said <q kind=\"indirect\">police had lied</q>.",
    );
    check(
        "Otto Holm was shot in May. His brother, Karl, was ill. Mr Holm said <q kind=\"indirect\" speaker=\"Otto Holm\">he was sad</q>.",
    );
    check(
        "Otto Holm, a senator, was accused. His brother Karl said <q kind=\"indirect\" speaker=\"Karl\">he was kind</q>. Sen. Holm said <q kind=\"indirect\" speaker=\"Otto Holm\">it was good</q>.",
    );
    check(
        "Vera Holm was shot in May. Her brother, Karl, said <q kind=\"indirect\" speaker=\"Karl\">she was kind</q>. Ms Holm said <q kind=\"indirect\" speaker=\"Vera Holm\">she was sad</q>.",
    );
}

#[test]
fn nobody_is_addressed_by_the_surname_as_a_child() {
    check(
        "Alex Holm, 12, was invited to a party. Mr Holm said <q kind=\"indirect\">it was late</q>.",
    );
    check(
        "Alex Holm, 45, was invited to a party. Mr Holm said <q kind=\"indirect\" speaker=\"Alex Holm\">it was late</q>.",
    );
}

#[test]
fn who_has_spoken_under_a_bare_surname_keeps_it_when_kin_come_in() {
    check(
        "Otto Fisk runs the union. “<q speaker=\"Otto Fisk\">Dues are low</q>,” Fisk said.\n\nFisk’s mother, Ada Fisk, \
         drives a van. “<q>It is hard</q>,” Fisk said.\n\n“<q speaker=\"Otto Fisk\">Pay is bad</q>,” Fisk said.",
    );
    check(
        "Otto Fisk runs the union. “<q speaker=\"Otto Fisk\">Dues are low</q>,” Fisk said.\n\nA clerk, Ada Fisk, drives a \
         van.\n\nIt rained. “<q>Pay is bad</q>,” Fisk said.",
    );
    check(
        "Otto Fisk was found dead. Fisk was 20.\n\nHis father, Karl Fisk, left the room.\n\nIt rained. “<q>He was \
         kind</q>,” Fisk said.",
    );
}

#[test]
fn a_trade_at_the_head_of_a_sentence_is_no_part_of_the_name() {
    check(
        "Journalist Daniel Holm spoke to the Post. Holm says <q kind=\"indirect\" speaker=\"Daniel Holm\">it is true</q>.",
    );
    check(
        "In Leeds, realtor Sean Holm said <q kind=\"indirect\" speaker=\"Sean Holm\">he noticed it</q>. Realtor Holm said <q kind=\"indirect\" speaker=\"Sean Holm\">prices fell</q>.",
    );
}

#[test]
fn the_zone_of_a_clock_is_no_part_of_the_name() {
    check(
        "11.02am GMT Vera Holm says <q kind=\"indirect\" speaker=\"Vera Holm\">the bill is bad</q>.",
    );
    check(
        "3:15 p.m. ET Otto Lind says <q kind=\"indirect\" speaker=\"Otto Lind\">he will vote</q>.",
    );
}

#[test]
fn a_firm_named_for_two_bears_no_surname() {
    check(
        "“<q speaker=\"Tina Wolf\">It is theft</q>,” says Tina Wolf, an attorney with Ahd & Wolf in Leeds. Wolf also says that <q kind=\"indirect\" speaker=\"Tina Wolf\">the law is old</q>.",
    );
}

#[test]
fn two_attributes_of_one_group_are_no_two_speakers() {
    check(
        "Federal and military officials said <q kind=\"indirect\" speaker=\"Federal and military officials\">the men were no threat</q>.",
    );
}

#[test]
fn a_firm_with_a_sign_in_its_name_is_known_by_its_first_word() {
    check(
        "Norland Motors & Sales was late. Norland cut jobs. It has Norland Connect. Norland said <q kind=\"indirect\" speaker=\"Norland\">the car was old</q>.",
    );
}

#[test]
fn what_several_are_is_no_part_of_the_first_name() {
    check(
        "Owners Otto Lind and Vera Holm said <q kind=\"indirect\" speaker=\"Otto Lind and Vera Holm\">the town was safe</q>.",
    );
    check("Mr. and Mrs. Lind said <q kind=\"indirect\">the town was safe</q>.");
}

#[test]
fn a_word_with_a_capital_from_the_head_of_its_sentence_is_no_name() {
    check(
        "Recent reports have said that <q kind=\"indirect\" speaker=\"Reports\">funds will fall</q>.",
    );
    check("Backstage: “<q>If you were a thug, you would go to jail.</q>”");
    check("Similar to other firms, it said <q kind=\"indirect\">sales fell</q>.");
    // What somebody is called who is several, or counted.
    check(
        "Congresswomen Vera Moor and Ann Jaya came. Moor said <q kind=\"indirect\" speaker=\"Vera Moor\">it was sad</q>.",
    );
    check(
        "Thirty-seven Norland Brewing shops closed. Norland Brewing said <q kind=\"indirect\" speaker=\"Norland Brewing\">it was sad</q>.",
    );
    // The verb of a sentence in reverse, and who brings the news.
    check(
        "Added Regina Davis, who speaks for the board, “<q speaker=\"Regina Davis\">We have no doubts.</q>”",
    );
    check("(CBS/AP) At least four men were held, accused in two cases of making threats.");
    check(
        "Otto Lind tweeted, “<q speaker=\"Otto Lind\">BREAKING: A source has told us that it is over.</q>”",
    );
}

#[test]
fn an_office_by_its_initials_is_no_person() {
    for office in ["MEC for Housing and Roads", "HOD for Housing", "DG of Health"] {
        check(&format!(
            "{office}, Jacob Mamab, said <q kind=\"indirect\" speaker=\"Jacob Mamab\">the dam was full</q>. “<q speaker=\"Jacob Mamab\">We are ready</q>,” he stated."
        ));
    }
    // A body with its kind behind it is one.
    check(
        "UNICEF for Norland, the charity, said <q kind=\"indirect\" speaker=\"UNICEF\">sales fell</q>.",
    );
}

#[test]
fn a_name_begins_behind_an_office_and_the_end_of_a_sentence() {
    check(
        "House Majority Whip Ann Sayl says <q kind=\"indirect\" speaker=\"Ann Sayl\">she has a plan</q>.",
    );
    check(
        "Norton County Clerk Ann Harm said <q kind=\"indirect\" speaker=\"Ann Harm\">her hand was bad</q>.",
    );
    check(
        "Berea DA Phahl Mok said <q kind=\"indirect\" speaker=\"Phahl Mok\">he could not take the note</q>.",
    );
    check(
        "It was sent to the app’s maker, Shade Inc. Mandy Clur, the party’s spokeswoman, said <q kind=\"indirect\" speaker=\"Mandy Clur\">all was lost</q>.",
    );
    check(
        "Matthew A Cherr said <q kind=\"indirect\" speaker=\"Matthew A Cherr\">it was made for fun</q>.",
    );
}

#[test]
fn a_surname_is_that_of_the_only_one_who_has_come_in_by_then() {
    // The other one comes only later.
    check(
        "Jimbo Fisk runs the team.\n\nIt rained.\n\nIt was cold. Fisk said <q kind=\"indirect\" speaker=\"Jimbo Fisk\">it went well</q>.\n\nEric Fisk, a clerk, left.",
    );
    // Whose surname it was before may be another.
    check(
        "Fisk left on Monday.\n\nJimbo Fisk runs the team.\n\nIt rained.\n\nIt was cold. Fisk said <q kind=\"indirect\">it went well</q>.\n\nEric Fisk, a clerk, left.",
    );
    // Somebody's wife who is named with him is told of, and no more.
    check(
        "Roger Fisk, with his wife Ada Fisk, left the court. Fisk said <q kind=\"indirect\" speaker=\"Roger Fisk\">he had no words</q>.",
    );
    check(
        "Roger Fisk left the court. His wife, Ada Fisk, left too. Fisk said <q kind=\"indirect\">nothing was lost</q>.",
    );
    // "The Fisk family" does not call one of them so.
    check(
        "Jeb Fisk came. The Fisk family met.\n\nIt was late. Jeb Fisk brought his older brother, George W. Fisk, to a crowd. It was cold.\n\n“<q>There is a lot of noise</q>,” the former president told a crowd. “<q>I trust Jeb Fisk.</q>”\n\nMr. Fisk said <q kind=\"indirect\">it was over</q>.",
    );
}

#[test]
fn a_surname_stays_with_whoever_spoke_when_others_are_named_in_passing() {
    check(
        "Ada Fisk runs the union. “<q speaker=\"Ada Fisk\">Dues are low</q>,” Fisk said.\n\nIt was so in the days of President Karl Fisk.\n\nIt rained. “<q speaker=\"Ada Fisk\">Pay is bad</q>,” Fisk said.",
    );
    // What the clause says of the speaker tells man and wife apart.
    check(
        "Anna Fisk runs the union. “<q speaker=\"Anna Fisk\">Dues are low</q>,” said Anna Fisk. Peter Fisk came too. Fisk said <q kind=\"indirect\" speaker=\"Anna Fisk\">she was late</q>. Fisk said <q kind=\"indirect\">it was late</q>.",
    );
}

#[test]
fn small_words_letters_and_brackets_are_in_names_or_beside_them() {
    check(
        "Sophie in 't Veld was there. “<q speaker=\"Sophie in 't Veld\">It is late</q>,” in 't Veld said.",
    );
    check(
        "A.T. & T.’s chief executive, Otto Lind, said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
    );
    check(
        "House Speaker Paul Ray (R) of Norland said <q kind=\"indirect\" speaker=\"Paul Ray\">it was late</q>.",
    );
    check(
        "Paul Ray (VA) came. “<q speaker=\"Paul Ray\">It is late</q>,” committee member Paul Ray (R) of Norland told the Post.",
    );
    // The state of a town ends its sentence.
    check(
        "In this photo, men walk in Paradise, Calif. Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">it was late</q>.",
    );
    check(
        "Reporters Without Borders said <q kind=\"indirect\" speaker=\"Reporters Without Borders\">it was late</q>.",
    );
}

#[test]
fn a_name_with_a_building_behind_it_is_nobodys() {
    check(
        "President Trond said <q kind=\"indirect\" speaker=\"Trond\">he was glad</q>. Trond Tower is in Leeds. Trond said <q kind=\"indirect\" speaker=\"Trond\">it was high</q>.",
    );
}

#[test]
fn a_name_is_that_of_whom_the_text_has_told_of_before() {
    check(
        "Photographer Dar Yas heard of a fire. “<q speaker=\"Dar Yas\">It was huge</q>,” Dar said. “<q speaker=\"Otto Karl Dar\">It was late</q>,” said Otto Karl Dar, a villager.",
    );
}

#[test]
fn an_office_of_another_field_or_time_is_anothers() {
    check(
        "Police officer Otto Lind was shot. The medical officer said <q kind=\"indirect\">the ward was full</q>.",
    );
    check(
        "Norland President Otto Lind spoke. The former president said <q kind=\"indirect\">it was late</q>.",
    );
    check(
        "Military spokesman Otto Lind came. “<q>We regret it</q>,” the Ministry of Foreign Affairs spokesman said.",
    );
    check(
        "The officer recalled: “<q>I knocked.</q>” Another officer, Otto Lind, said: “<q speaker=\"Otto Lind\">It was late.</q>”",
    );
}

#[test]
fn a_surname_behind_two_given_names_is_that_of_both() {
    check(
        "Ada and Otto Voss earned a million. “<q>We have come a long way</q>,” Voss said in a statement.",
    );
    check(
        "Acme and Otto Voss earned a million. “<q speaker=\"Otto Voss\">We have come a long way</q>,” Voss said in a statement.",
    );
}

#[test]
fn a_place_behind_an_office_does_not_speak() {
    check(
        "Meanwhile, the statement on her health, from Dr. Lisa Barda, an internist and chairman of the department at the Mount Salem Group in Mount Salem, New York, said <q kind=\"indirect\">the former secretary was well</q>.",
    );
    check(
        "The chairman of the department, Ada Voss, said <q kind=\"indirect\" speaker=\"Ada Voss\">the former secretary was well</q>.",
    );
}

#[test]
fn a_number_behind_a_name_is_no_surname() {
    check(
        "“<q speaker=\"Thomas Davit III\">There are angry people</q>,” said Thomas Davit III, a lawyer. Mr. Davit said: “<q speaker=\"Thomas Davit III\">How do you get that done now?</q>”",
    );
    check(
        "Otto Davit III came. His father, Otto Davit Jr., stayed. “<q speaker=\"Otto Davit III\">It was late</q>,” said Otto Davit III.",
    );
}

#[test]
fn pro_tem_is_part_of_an_office() {
    check(
        "“<q speaker=\"David Long\">It is not the intent of the law</q>,” state Senate President Pro Tem David Long said.",
    );
}

#[test]
fn what_an_office_is_for_is_no_part_of_the_name_behind_it() {
    check(
        "Deputy Secretary for National Security Ada Voss was there. “<q speaker=\"Ada Voss\">We will move</q>,” Voss said.",
    );
    check("“<q speaker=\"Ada Roe Voss\">We will move</q>,” Ada Roe Voss said.");
}

#[test]
fn a_paper_with_a_given_name_is_nobody_else() {
    check(
        "“<q speaker=\"Otto Lind\">That is plain</q>,” Otto Lind said at a breakfast of the Christian Science Monitor. “<q speaker=\"Otto Lind\">We need to use it</q>,” he added.",
    );
}

#[test]
fn a_nickname_in_marks_is_no_second_person() {
    check(
        "Jim Mattick, known as “Mad Dog Mattick,” won the vote. Mattick said <q kind=\"indirect\" speaker=\"Jim Mattick\">it was late</q>.",
    );
    check(
        "Jim Mattick, who wrote “Ada Mattick and Others,” won the vote. Mattick said <q kind=\"indirect\">it was late</q>.",
    );
}

#[test]
fn what_somebody_is_stands_before_a_given_name() {
    check(
        "“<q speaker=\"Peter Strock\">It was late</q>,” FBI Special Agent Peter Strock said. Billionaire Mark Cuban said <q kind=\"indirect\" speaker=\"Mark Cuban\">it was early</q>.",
    );
}

#[test]
fn who_is_addressed_before_a_junior_comes_in_is_another() {
    check(
        "Mr. Voss said <q kind=\"indirect\" speaker=\"Voss\">he was glad</q>.\nA day before, Otto Voss Jr. wrote a letter.\nMr. Voss said <q kind=\"indirect\" speaker=\"Voss\">it was late</q>.",
    );
    check(
        "Mayor Otto Voss Jr. wrote a letter. Mr. Voss said <q kind=\"indirect\" speaker=\"Otto Voss Jr.\">it was late</q>.",
    );
}
