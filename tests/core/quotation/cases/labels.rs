//! Colons, labels, signatures and the turns of transcripts.

use crate::quotation::check;

#[test]
fn a_colon_a_signature_and_a_label_name_the_speaker() {
    check(
        "Anna Smith made the following remark:\n“<q speaker=\"Anna Smith\">The house was empty when we came.</q>”",
    );
    check("“<q speaker=\"Anna Smith\">The house was empty when we came.</q>” — Anna Smith");
    check("“PENCE: <q speaker=\"PENCE\">The house was empty when we came.</q>”");
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
fn a_name_before_a_colon_is_a_label() {
    check(
        "The polls agree - Ada Voss: “<q speaker=\"Ada Voss\">It is never late in this town.</q>”",
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
fn a_line_before_a_colon_says_whose_words_follow() {
    check("And from Ada Voss: “<q speaker=\"Ada Voss\">It was never a goal.</q>”");
    check("Ada Voss’s verdict: “<q speaker=\"Ada Voss\">It was never a goal.</q>”");
    check("Ada Voss, 34, from Hull: “<q speaker=\"Ada Voss\">It was never a goal.</q>”");
}

#[test]
fn what_the_writer_does_before_a_colon_is_nobody_elses_turn() {
    check(
        "Anna Smith grew so loud that I had to change my answer: “<q>Of course I know the house.</q>”",
    );
    check(
        "Anna Smith grew so loud that she had to stop: “<q speaker=\"Anna Smith\">Of course I know the house.</q>”",
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
fn what_somebody_said_they_hoped_goes_on_behind_a_colon() {
    check(
        "“<q>Otto Roe loves it</q>,” one user wrote. Another said <q kind=\"mixed\">he hoped with his “whole heart” that Roe wins</q>: “<q>That way I can watch it.</q>”",
    );
}

#[test]
fn what_is_labelled_is_whose_verb_it_is() {
    check(
        "Otto Lind called <q kind=\"mixed\" speaker=\"Otto Lind\">it “a cheery film”</q>, while Jo Roe of the Herald labelled <q kind=\"mixed\" speaker=\"Jo Roe\">it as “a flop of a film”</q>.",
    );
}
