//! "This is wrong": the reader's own word on who said something.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::pin::note_on;
use super::told::Told;
use crate::app::reader::{ArticleRef, use_reader};
use crate::app::renders;
use crate::choice::{Choice, choice};
use crate::i18n::tr;
use crate::notebook::{Names, Note, Says};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct ObjectionProps {
    /// The article.
    pub article: ArticleRef,
    /// The number of the quotation.
    pub at: usize,
}

choice! {
    /// What is right, in the eyes of the reader.
    Right {
        Speaker = "speaker",
        Nobody = "nobody",
        NoQuotation = "none",
        Same = "same",
        Different = "different",
    }
}

/// A form, folded, that makes a note of the objection. It stands below the paragraph as the reader's own, and the
/// notebook gives all of them as corrections for the publisher.
#[component]
pub fn Objection(props: &ObjectionProps) -> Html {
    renders::note("Objection");
    let ObjectionProps { article, at } = props;
    let reader = use_reader();
    let (kind, name) = (use_node_ref(), use_node_ref());
    let told = use_state_eq(Told::default);
    // What is right needs no name.
    let is_nameless = use_state_eq(|| false);
    let quotation = &article.quotations[*at];
    let words = quotation.contents[0];
    // Whether they are somebody else too can be said of one.
    let speaker = match quotation.attribution.speakers[..] {
        [one] => Some(reader.dossier.speakers.name(one).to_owned()),
        _ => None,
    };
    let onsubmit = {
        let (reader, article, told) = (reader.clone(), article.clone(), told.setter());
        let (kind, name, speaker) =
            (kind.clone(), name.clone(), speaker.clone().unwrap_or_default());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let right = kind.cast::<HtmlSelectElement>().map(|field| field.value());
            let right = right.and_then(|name| Right::from_name(&name)).unwrap_or_default();
            let name = name.cast::<HtmlInputElement>().map(|field| field.value());
            let name = name.unwrap_or_default().trim().to_owned();
            let Some(says) = said(right, name, &speaker) else {
                told.set(Told::now(tr!("Name somebody else, or choose that nobody can be named.")));
                return;
            };
            let note = Note { says: Some(says), ..note_on(&article, words) };
            reader.dispatch.dispatch(Action::NotePinned(Box::new(note)));
            told.set(Told::now(tr!(
                "Noted below the paragraph as yours. The notebook saves it as a correction that the publisher can use."
            )));
        })
    };
    let onchange = {
        let (is_nameless, told) = (is_nameless.setter(), told.setter());
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|field| field.value());
            is_nameless.set(chosen.is_some_and(|chosen| {
                matches!(Right::from_name(&chosen), Some(Right::Nobody | Right::NoQuotation))
            }));
            told.set(Told::default());
        })
    };
    let speakers = reader.dossier.speaker_ids().take(500).map(|id| {
        html! { <option value={reader.dossier.speakers.name(id).to_owned()} /> }
    });
    html! {
        <details class="objection">
            <summary dir="auto">{ tr!("This is wrong") }</summary>
            <form {onsubmit}>
                <label>
                    { tr!("What is right: ") }
                    <select ref={kind} {onchange}>
                        { choices(speaker.as_deref()) }
                    </select>
                </label>
                <label hidden={*is_nameless}>
                    <span class="visually-hidden">{ tr!("Speaker") }</span>
                    <input
                        type="text"
                        ref={name}
                        list="speaker_names"
                        placeholder={tr!("A name")}
                        autocomplete="off"
                    />
                </label>
                <datalist id="speaker_names">{ for speakers }</datalist>
                <button type="submit">{ tr!("Note it") }</button>
            </form>
            <p class="fine" role="status">{ told.words() }</p>
        </details>
    }
}

/// What can be right of a quotation, of which `speaker` alone is named.
fn choices(speaker: Option<&str>) -> Html {
    html! {
        <>
            <option value={Right::Speaker.name()} selected=true>{ tr!("it was said by") }</option>
            <option value={Right::Nobody.name()}>{ tr!("nobody can be named") }</option>
            <option value={Right::NoQuotation.name()}>{ tr!("this is no quotation") }</option>
            if let Some(speaker) = speaker {
                <option value={Right::Same.name()}>{ tr!("{speaker} is the same as", speaker) }</option>
                <option value={Right::Different.name()}>
                    { tr!("{speaker} is not the same as", speaker) }
                </option>
            }
        </>
    }
}

/// What was chosen and typed, of a quotation by `speaker`; `None` where a name is missing.
fn said(right: Right, name: String, speaker: &str) -> Option<Says> {
    let is_speaker = name.to_lowercase() == speaker.to_lowercase();
    let names = |other| Names { speaker: speaker.to_owned(), other };
    Some(match right {
        Right::Nobody => Says::Nobody,
        Right::NoQuotation => Says::NoQuotation,
        _ if name.is_empty() => return None,
        // Whom the page names already, and nobody is another one than oneself.
        _ if is_speaker => return None,
        Right::Same => Says::Same(names(name)),
        Right::Different => Says::Different(names(name)),
        Right::Speaker => Says::Speaker(name),
    })
}
