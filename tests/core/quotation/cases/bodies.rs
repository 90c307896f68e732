//! Firms, parties, papers and other bodies, and those who speak for them.

use whosaid::query::SpeakerChoice;
use whosaid::quotation::SpeakerId;

use crate::quotation::{attribute_text, check};

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
fn a_firm_is_the_one_that_would_not_speak_just_before() {
    check(
        "Tidewright declined to comment. The firm wrote: “<q speaker=\"Tidewright\">We are sorry for it.</q>”",
    );
    check("Leeds was quiet. The firm wrote: “<q speaker=\"Firm\">We are sorry for it.</q>”");
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
fn a_text_is_nobody_who_said_it() {
    check(
        "Peter Lind sent the letter to Anna Smith, who said <q kind=\"indirect\" speaker=\"Anna Smith\">it was empty</q>.",
    );
}

#[test]
fn a_sentence_ends_behind_the_name_of_a_firm() {
    check(
        "Ada Voss said <q kind=\"indirect\" speaker=\"Ada Voss\">the deal would help Acme Inc</q>. But the firm closed.",
    );
}

#[test]
fn people_who_do_something_to_a_body_are_not_that_body() {
    check(
        "Officials overseeing the CIA and other agencies have told Acme News <q kind=\"indirect\" speaker=\"Officials\">they will be careful</q>.",
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
fn a_document_of_a_court_is_not_the_court() {
    check(
        "The Supreme Court is in Leeds. Ada Voss's document was long. “<q speaker=\"Document\">There was cause to make an arrest</q>,” according to a court document.",
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
fn both_of_two_bodies_speak() {
    check(
        "As both Acme News and Bloomberg have reported, <q kind=\"indirect\" speaker=\"Acme News and Bloomberg\">there is a risk</q>.",
    );
    check(
        "They met Otto Feldman and Ada Voss at noon. Later both Feldman and Voss said <q kind=\"indirect\" speaker=\"Otto Feldman and Ada Voss\">it was late</q>.",
    );
}

#[test]
fn whoever_is_from_a_firm_speaks_rather_than_the_firm() {
    check(
        "Otto Voss, of the law firm Voss Partners - which is involved in the case - said: “<q speaker=\"Otto Voss\">It is late.</q>”",
    );
}

#[test]
fn a_firm_is_not_its_arm_in_another_part_of_the_world() {
    check(
        "Norbank said <q kind=\"indirect\" speaker=\"Norbank\">sales fell</q>. Norbank Asia said <q kind=\"indirect\" speaker=\"Norbank Asia\">sales rose</q>.",
    );
}

#[test]
fn a_family_is_a_body_known_by_its_name() {
    check(
        "The Holm family said <q kind=\"indirect\" speaker=\"Holm family\">the house was lost</q>. “<q speaker=\"Holm family\">We are sad</q>,” the family said.",
    );
    check("The family of Otto Holm said <q kind=\"indirect\">the house was lost</q>.");
}

#[test]
fn a_name_may_end_as_a_possessive_does() {
    check(
        "McDonald's said <q kind=\"indirect\" speaker=\"McDonald's\">the year was hard</q>. It said <q kind=\"indirect\" speaker=\"McDonald's\">sales fell in May</q>.",
    );
    check(
        "St. Michael’s has said <q kind=\"indirect\" speaker=\"St. Michael’s\">the school would close</q>.",
    );
}

#[test]
fn a_number_may_begin_the_name_of_a_body() {
    check(
        "The 9th Circuit said <q kind=\"indirect\" speaker=\"9th Circuit\">the ban was void</q>.",
    );
    check(
        "On the 21st Otto Lind said <q kind=\"indirect\" speaker=\"Otto Lind\">the ban was void</q>.",
    );
}

#[test]
fn a_paper_is_called_by_all_of_its_name() {
    check(
        "A row began when USA Today reported that <q kind=\"indirect\" speaker=\"USA Today\">the files were kept</q>.",
    );
    check(
        "The New Norland Times said <q kind=\"indirect\" speaker=\"New Norland Times\">the bomb was small</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Port Authority of New York\">It was late</q>, the Port Authority of New York said.",
    );
    // "New" alone describes what is named behind it.
    check(
        "The new Norland Times said <q kind=\"indirect\" speaker=\"Norland Times\">the bomb was small</q>.",
    );
}

#[test]
fn where_a_text_is_from_is_nobody() {
    check("The Swedish brochure said <q kind=\"indirect\" speaker=\"Brochure\">it was late</q>.");
    check(
        "According to an international study, <q kind=\"indirect\" speaker=\"Study\">ten men left heirs</q>.",
    );
    check("The magazine quoted Abdel Mahm as demanding in a Twitter posting that the towers fall.");
    check("A Reuters report said <q kind=\"indirect\" speaker=\"Reuters\">sales fell</q>.");
}

#[test]
fn who_made_a_text_is_the_source_behind_according_to() {
    check(
        "According to a report by the Harbour Institute, a group of Leeds, <q kind=\"indirect\" speaker=\"Harbour Institute\">it was late</q>.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Ada Voss\">It was late</q>, according to a letter from Ada Voss.",
    );
    check(
        "<q kind=\"indirect\" speaker=\"Letter\">It was late</q>, according to a letter from the president of Acme.",
    );
}

#[test]
fn a_source_with_a_possessive_ending_keeps_it() {
    check(
        "<q kind=\"indirect\" speaker=\"Moody’s\">It was late</q>, according to Moody’s, which rates it. According to Standard & Poor’s, <q kind=\"indirect\" speaker=\"Standard & Poor’s\">it was not</q>.",
    );
}
