//! [`Evidence`]: who is said to have spoken, and how we know.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::link::Link;
use crate::app::effects::{clipboard, url};
use crate::app::store::use_reader;
use crate::article::ArticleId;
use crate::query::SpeakerChoice;
use crate::state::Action;
use crate::wording::{citation, kind_meaning, kind_name, speaker_name};

/// Which quotation.
#[derive(Properties, PartialEq)]
pub struct EvidenceProps {
    /// Its article.
    pub article: ArticleId,
    /// Its number in the article.
    pub quotation: usize,
    /// The paragraph below which it stands.
    pub paragraph: u32,
}

/// The evidence of one attribution.
#[component]
pub fn Evidence(EvidenceProps { article: id, quotation: at, .. }: &EvidenceProps) -> Html {
    let reader = use_reader();
    let dossier = &reader.dossier;
    let article = dossier.article(*id);
    let quotation = &dossier.quotations_in(*id)[*at];
    let attribution = &quotation.attribution;
    let speaker = SpeakerChoice::of(quotation);
    let words = |span: crate::span::Span| ["“", span.of(&article.text), "”"].concat();
    let copied = use_state(|| None::<bool>);
    let copy = {
        let text = citation(dossier, *id, quotation, &url::page());
        let copied = copied.clone();
        move |_: MouseEvent| {
            let (text, copied) = (text.clone(), copied.clone());
            spawn_local(async move { copied.set(Some(clipboard::copy(text).await)) });
        }
    };
    let manual = (*copied == Some(false)).then(|| citation(dossier, *id, quotation, &url::page()));
    html! {
        <aside class="evidence" aria-label="Who said this">
            <button
                type="button"
                class="evidence-close"
                aria-label="Close"
                onclick={reader.on(Action::EvidenceToggled(*id, *at))}
            >
                { "×" }
            </button>
            <p class="evidence-speaker">{ speaker_name(speaker, dossier) }</p>
            if let SpeakerChoice::Speaker(speaker) = speaker {
                if !dossier.speaker(speaker).roles.is_empty() {
                    <p class="speaker-roles">{ dossier.speaker(speaker).roles.join("; ") }</p>
                }
            }
            <dl>
                <dt>{ kind_name(quotation.kind) }</dt>
                <dd>{ kind_meaning(quotation.kind) }</dd>
                <dt>{ "How we know" }</dt>
                <dd>{ attribution.rule.explanation() }</dd>
                if let Some(mention) = attribution.mention {
                    <dt>{ "Named here as" }</dt>
                    <dd>{ words(mention) }</dd>
                }
                if let Some(cue) = attribution.cue {
                    <dt>{ "Signalled by" }</dt>
                    <dd>{ words(cue) }</dd>
                }
                if attribution.speaker.is_some() {
                    <dt>{ "Confidence" }</dt>
                    <dd>{ attribution.confidence }{ " %" }</dd>
                }
            </dl>
            <p class="evidence-tools">
                <Link action={Action::SpeakerOpened(speaker)}>
                    { match speaker {
                        SpeakerChoice::Speaker(_) => {
                            ["All that ", speaker_name(speaker, dossier), " said"].concat()
                        }
                        SpeakerChoice::Unattributed => "All unattributed words".to_owned(),
                    } }
                </Link>
                <button type="button" onclick={copy}>{ "Copy with source" }</button>
                <span role="status">{ if *copied == Some(true) { "Copied" } else { "" } }</span>
            </p>
            if let Some(text) = manual {
                <label class="evidence-manual">
                    { "This browser does not let the page copy. Select and copy it here:" }
                    <textarea readonly=true rows="4" value={text} />
                </label>
            }
        </aside>
    }
}
