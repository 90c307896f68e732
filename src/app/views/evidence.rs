//! Who is said to have spoken, and how we know.

use yew::prelude::*;

use super::View;
use crate::app::effects::{clipboard, url};
use crate::article::ArticleId;
use crate::query::SpeakerChoice;
use crate::span::Span;
use crate::state::{Action, Copied};
use crate::wording::{citation, kind_meaning, kind_name, speaker_name};

/// The evidence that is open for a quotation ending in this paragraph; else nothing.
pub fn open_evidence(view: &View<'_>, id: ArticleId, paragraph: u32) -> Html {
    match view.state.evidence_in(view.dossier, id, paragraph) {
        Some(at) => evidence(view, id, at),
        None => Html::default(),
    }
}

/// The evidence of quotation `at` of an article.
fn evidence(view: &View<'_>, id: ArticleId, at: usize) -> Html {
    let dossier = view.dossier;
    let article = dossier.article(id);
    let quotation = &dossier.quotations_in(id)[at];
    let attribution = &quotation.attribution;
    let speaker = SpeakerChoice::of(quotation);
    let name = speaker_name(speaker, dossier);
    let text = citation(dossier, id, quotation, &url::page());
    let copy = {
        let text = text.clone();
        view.app.callback_future(move |_: MouseEvent| {
            let text = text.clone();
            async move { Action::Copied(clipboard::copy(text).await) }
        })
    };
    let (roles, all) = match speaker {
        SpeakerChoice::Speaker(id) => {
            (dossier.speaker(id).roles.join("; "), ["All that ", name, " said"].concat())
        }
        SpeakerChoice::Unattributed => (String::new(), "All unattributed words".to_owned()),
    };
    let quoted = |span: Span| ["“", span.of(&article.text), "”"].concat();
    let confidence = [&*attribution.confidence.to_string(), " %"].concat();
    html! {
        <aside class="evidence" aria-label="Who said this">
            <button
                type="button"
                class="evidence-close"
                aria-label="Close"
                onclick={view.on_click(Action::EvidenceToggled(id, at))}
            >
                { "×" }
            </button>
            <p class="evidence-speaker">{ name }</p>
            <p class="speaker-roles">{ roles }</p>
            <dl>
                { fact(kind_name(quotation.kind), Some(kind_meaning(quotation.kind).to_owned())) }
                { fact("How we know", Some(attribution.rule.explanation().to_owned())) }
                { fact("Named here as", attribution.mention.map(quoted)) }
                { fact("Signalled by", attribution.cue.map(quoted)) }
                { fact("Confidence", attribution.speaker.map(|_| confidence)) }
            </dl>
            <p class="evidence-tools">
                { view.text_link(Action::SpeakerOpened(speaker), all) }
                <button type="button" onclick={copy}>{ "Copy with source" }</button>
                <span role="status">
                    { if view.state.copied == Copied::Yes { "Copied" } else { "" } }
                </span>
            </p>
            if view.state.copied == Copied::Refused {
                <label class="evidence-manual">
                    { "This browser does not let the page copy. Select and copy it here:" }
                    <textarea readonly=true rows="4" value={text} />
                </label>
            }
        </aside>
    }
}

fn fact(name: &'static str, value: Option<String>) -> Html {
    match value {
        Some(value) => html! { <><dt>{ name }</dt><dd>{ value }</dd></> },
        None => Html::default(),
    }
}
