//! One case a rule: the annotated text is both input and expectation.

use super::check;

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
    check("Anna Smith said the city <q kind=\"mixed\" speaker=\"Anna Smith\">x</q>".replace("the city <q kind=\"mixed\" speaker=\"Anna Smith\">x</q>", "<q kind=\"mixed\" speaker=\"Anna Smith\">the city “is very calm indeed” today</q>.").as_str());
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
