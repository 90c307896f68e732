//! [`question`]: a quotation in question, and the forms that take what is said of it.
//!
//! `whosaid review` draws it on the server, where its forms are posted; the page on which dossiers are made draws it
//! in the browser, where its forms are listened to. Each form has the case's key as `at`, buttons `say`, and a
//! field `name` where one belongs to it. Whatever has a `data-key` is meant by that key of the keyboard.

use yew::prelude::*;

use super::case::{Part, Question, Verdict};
use crate::choice::Choice;

/// The id of the heading, which takes the focus with each question.
pub const QUESTION: &str = "question";

/// Where what is said goes.
#[derive(Clone, PartialEq)]
pub struct Ways {
    /// The address that the forms are posted to.
    pub action: &'static str,
    /// What hears them where they are not posted.
    pub said: Callback<SubmitEvent>,
    /// The way to the cases before and behind.
    pub steps: Html,
}

/// A quotation in question. `known` are the names to choose from, each with what it is a spelling of.
pub fn question(question: &Question, known: &[(String, Option<String>)], ways: &Ways) -> Html {
    let Question { names, spellings, mention, why, confidence, article, outlet, .. } = question;
    let named = names.join(", ");
    let is_named = !names.is_empty();
    let heading = if is_named { named.clone() } else { "Nobody is named".to_owned() };
    let first = names.first().cloned().unwrap_or_default();
    let known = known.iter().map(|(name, of)| {
        html! { <option value={name.clone()}>{ of.clone().unwrap_or_default() }</option> }
    });
    html! {
        // Keyed, so that what was typed for one is not there for the next.
        <div class="question" key={question.key.clone()}>
            <h2 tabindex="-1" id={QUESTION}>{ heading }</h2>
            <p class="why">
                { why }
                if is_named {
                    { format!(" Of attributions made like this one, {confidence} % are right.") }
                }
            </p>
            { passage(question) }
            <p class="where">
                { article }
                if let Some(outlet) = outlet { { ", " }{ outlet } }
            </p>
            { form(question, ways, html! {
                <>
                    { button(Some("first"), Verdict::Right, "y", "Right") }
                    if is_named { { button(None, Verdict::Nobody, "n", "Nobody can be named") } }
                    { button(None, Verdict::NoQuotation, "x", "Not a quotation") }
                    { ways.steps.clone() }
                </>
            }) }
            { naming(question, ways, Verdict::Speaker, "s", "Somebody else said it", "Set") }
            if let Some(mention) = mention {
                { naming(
                    question,
                    ways,
                    Verdict::Mention,
                    "m",
                    &format!("In this article “{mention}” is always"),
                    "Set for all",
                ) }
            }
            if is_named {
                { naming(question, ways, Verdict::Same, "p", &format!("{first} is the same person as"), "Join") }
                if !spellings.is_empty() {
                    { form(question, ways, html! {
                        <>
                            <label>
                                { format!("{first} is not the same as") }<kbd>{ "d" }</kbd>
                                <select name="name" data-key="d">
                                    { for spellings.iter().map(|one| html! { <option>{ one }</option> }) }
                                </select>
                            </label>
                            <button name="say" value={Verdict::Different.name()}>{ "Part" }</button>
                        </>
                    }) }
                }
                { form(question, ways, button(None, Verdict::Hide, "h", &format!("“{first}” is nobody who speaks"))) }
            }
            <datalist id="names">{ for known }</datalist>
        </div>
    }
}

fn form(question: &Question, ways: &Ways, content: Html) -> Html {
    html! {
        <form method="post" action={ways.action} onsubmit={ways.said.clone()}>
            <input type="hidden" name="at" value={question.key.clone()} />
            { content }
        </form>
    }
}

fn button(class: Option<&'static str>, say: Verdict, key: &'static str, words: &str) -> Html {
    html! {
        <button {class} name="say" value={say.name()} data-key={key}>{ words }<kbd>{ key }</kbd></button>
    }
}

/// A form with a field for a name.
fn naming(
    question: &Question,
    ways: &Ways,
    say: Verdict,
    key: &'static str,
    label: &str,
    words: &str,
) -> Html {
    form(
        question,
        ways,
        html! {
            <>
                <label>
                    { label }<kbd>{ key }</kbd>
                    <input name="name" list="names" autocomplete="off" required=true data-key={key} />
                </label>
                <button name="say" value={say.name()}>{ words }</button>
            </>
        },
    )
}

/// The words within their paragraph.
fn passage(question: &Question) -> Html {
    let pieces = question.passage.iter().map(|(words, part)| match part {
        Part::Said => html! { <mark>{ words }</mark> },
        Part::Sign => html! { <u>{ words }</u> },
        Part::Around => html! { <span>{ words }</span> },
    });
    html! { <blockquote lang={question.language.clone()} dir="auto">{ for pieces }</blockquote> }
}
