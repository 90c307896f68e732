//! [`Reviewing`]: one quotation after the other, as `whosaid review` has it.

use std::rc::Rc;

use web_sys::{FormData, HtmlDetailsElement, HtmlFormElement};
use yew::prelude::*;

use super::ask::Ask;
use crate::app::effects::focus;
use crate::maker::effects::{frame, keys};
use crate::maker::message::{Command, Question, Review, View};
use crate::review::SURE;
use crate::review::form::{self, QUESTION, Ways};
use crate::wording::counted;

/// The id of the review.
const REVIEW: &str = "review";

/// The id of what is said when there is no question left.
const DONE: &str = "review_done";

#[derive(Properties, PartialEq)]
pub struct ReviewingProps {
    pub view: Rc<View>,
    pub ask: Ask,
}

/// The review: one quotation after the other, as `whosaid review` has it.
#[component]
pub fn Reviewing(props: &ReviewingProps) -> Html {
    let ReviewingProps { view, ask } = props;
    let review = &view.review;
    let place = use_state_eq(|| 0);
    let is_open = use_state_eq(|| false);
    // What was answered is gone, and the next has taken its place.
    let shown = (*place).min(review.questions.len().saturating_sub(1));
    let question = review.questions.get(shown);
    {
        let place = place.setter();
        // What was taken back is shown again, wherever the review is by now.
        use_effect_with(view.clone(), move |view| {
            let Review { questions, again, .. } = &view.review;
            let is_again = |question: &Question| Some(&question.key) == again.as_ref();
            if let Some(at) = questions.iter().position(is_again) {
                place.set(at);
            }
        });
    }
    {
        let key = question.map(|question| question.key.clone());
        let is_again = key.is_some() && key == review.again;
        use_effect_with((key, *is_open), move |(key, is_open)| {
            // Whoever is at work elsewhere in the page stays there.
            if *is_open && (is_again || focus::is_lost() || focus::is_within(REVIEW)) {
                focus::go_to_id(if key.is_some() { QUESTION } else { DONE });
            }
        });
    }
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            is_open.set(details.open());
        })
    };
    html! {
        <details id={REVIEW} class="review" {ontoggle} onkeydown={Callback::from(heed)}>
            <summary>
                { format!("Review who said what: {} left", counted(review.n_left, "quotation", "quotations")) }
                if review.n_unsure > 0 {
                    { format!(", {} of them less than {SURE} % sure", review.n_unsure) }
                }
            </summary>
            if let Some(question) = question.filter(|_| *is_open) {
                { form::question(question, &review.known, &ways(ask, question, review, &place, shown)) }
            } else if *is_open {
                <p id={DONE} tabindex="-1">{ "Every attribution has been looked at. Nothing is left to do." }</p>
            }
        </details>
    }
}

/// What the forms of a question lead to.
fn ways(
    ask: &Ask,
    question: &Question,
    review: &Review,
    place: &UseStateHandle<usize>,
    shown: usize,
) -> Ways {
    let said = {
        let ask = ask.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form: HtmlFormElement = event.target_unchecked_into();
            let Ok(data) = FormData::new_with_form(&form) else { return };
            let text = |name: &str| data.get(name).as_string().unwrap_or_default();
            let button = event.submitter().and_then(|button| button.get_attribute("value"));
            let said = button.unwrap_or_default();
            ask.of(Command::Say { key: text("at"), said, name: text("name") });
        })
    };
    let step = |to: Option<usize>, key: &'static str, words: &str| {
        let to = to.filter(|to| *to < review.questions.len())?;
        let place = place.setter();
        let onclick = Callback::from(move |_: MouseEvent| place.set(to));
        Some(html! {
            <button type="button" data-key={key} {onclick}>{ words }<kbd>{ key }</kbd></button>
        })
    };
    let show = {
        let Question { slug, paragraph, words_hash, .. } = question;
        let address = match paragraph {
            0 => format!("./made.html?article={slug}"),
            _ => format!("./made.html?article={slug}&words={words_hash}#{slug}-p{paragraph}"),
        };
        let onclick = Callback::from(move |_: MouseEvent| frame::open(&address));
        html! { <button type="button" data-key="a" {onclick}>{ "Show in the article" }<kbd>{ "a" }</kbd></button> }
    };
    let steps =
        [step(shown.checked_sub(1), "k", "Back"), step(Some(shown + 1), "j", "Later"), Some(show)];
    Ways { action: "", said, steps: steps.into_iter().flatten().collect() }
}

/// The keys of the review, which are heard only where the focus is within it.
fn heed(event: KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if !has_modifier && keys::heed(REVIEW, &event) {
        event.prevent_default();
    }
}
