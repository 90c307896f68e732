//! Copying a quotation or a paragraph with its source.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::select::{Select, offered};
use super::told::Told;
use crate::app::effects::{address, clipboard};
use crate::app::reader::{ArticleRef, use_reader};
use crate::app::renders;
use crate::choice::Choice;
use crate::citation::{Format, Subject, cite, link};
use crate::i18n::tr;

#[derive(Properties, PartialEq)]
pub struct CiteProps {
    /// The article.
    pub article: ArticleRef,
    /// What of it.
    pub subject: Subject,
}

/// What became of the wish to copy.
#[derive(Clone, PartialEq)]
pub enum Copied {
    NotYet,
    /// What is said of it.
    Told(Told),
    /// The browser refuses; the text to be copied by hand.
    Refused(String),
}

impl Copied {
    /// Copies a text, and says what became of that: `said` where it is done.
    pub fn copy(text: String, said: &'static str, set: UseStateSetter<Self>) {
        spawn_local(async move {
            let is_copied = clipboard::copy(&text).await;
            set.set(if is_copied { Copied::Told(Told::now(said)) } else { Copied::Refused(text) });
        });
    }

    /// What became of it, and the text where the browser refuses.
    pub fn told(&self) -> Html {
        html! {
            <>
                <span role="status">{ if let Copied::Told(said) = self { said.words() } else { Html::default() } }</span>
                if let Copied::Refused(text) = self {
                    <label class="evidence-manual">
                        { tr!("The browser refuses; copy it from here:") }
                        <textarea readonly=true rows="4" value={text.clone()} />
                    </label>
                }
            </>
        }
    }
}

/// Copies a citation in the chosen format, or the address alone.
#[component]
pub fn Cite(props: &CiteProps) -> Html {
    renders::note("Cite");
    let CiteProps { article: source, subject } = props;
    let reader = use_reader();
    let format = use_state_eq(Format::default);
    let copied = use_state_eq(|| Copied::NotYet);
    {
        let copied = copied.setter();
        use_effect_with((source.id, *subject), move |_| copied.set(Copied::NotYet));
    }
    let copy = |format: Option<Format>| {
        let (reader, source, subject) = (reader.clone(), source.clone(), *subject);
        let copied = copied.setter();
        Callback::from(move |_: MouseEvent| {
            let cited = address::cited();
            let text = match format {
                Some(format) => Some(cite(&reader.dossier, &source, subject, format, &cited)),
                None => link(&reader.dossier, &source, subject, &cited),
            };
            let Some(text) = text else {
                return copied
                    .set(Copied::Told(Told::now(tr!("This dossier is at no address yet."))));
            };
            let said = if format.is_some() { tr!("Copied") } else { tr!("Link copied") };
            Copied::copy(text, said, copied.clone());
        })
    };
    let onchoose = {
        let format = format.setter();
        Callback::from(move |name: String| {
            format.set(Format::from_name(&name).unwrap_or_default());
        })
    };
    html! {
        <div class="cite">
            <button type="button" onclick={copy(Some(*format))}>{ tr!("Copy with source") }</button>
            <label>
                <span class="visually-hidden">{ tr!("Format") }</span>
                <Select offered={offered(format_name)} chosen={format.name()} {onchoose} />
            </label>
            <button type="button" onclick={copy(None)}>{ tr!("Copy link") }</button>
            { copied.told() }
        </div>
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Text => tr!("Text"),
        Format::Html => "HTML",
        Format::Markdown => "Markdown",
        Format::BibTex => "BibTeX",
        Format::Ris => "RIS",
    }
}
