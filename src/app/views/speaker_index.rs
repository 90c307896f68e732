//! Everyone who speaks in the dossier.

use yew::prelude::*;

use super::View;
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::state::Action;
use crate::wording::{counted, title};

/// The index of speakers: name, roles, spellings, and where they are quoted.
pub fn speaker_index(view: &View<'_>) -> Html {
    let dossier = view.dossier;
    let n_unattributed =
        counted(dossier.n_unattributed(), "unattributed quotation", "unattributed quotations");
    html! {
        <section class="speaker-index" id="speakers">
            <h1 tabindex="-1">{ "Who speaks" }</h1>
            <ul>
                { for (0..dossier.speakers.len() as u32).map(|at| entry(view, SpeakerId(at))) }
            </ul>
            <p>
                { view.text_link(Action::SpeakerOpened(SpeakerChoice::Unattributed), n_unattributed) }
            </p>
        </section>
    }
}

fn entry(view: &View<'_>, id: SpeakerId) -> Html {
    let speaker = view.dossier.speaker(id);
    let articles = view.dossier.articles_quoting(id);
    let n_quotations: usize = articles.iter().map(|(_, n)| n).sum();
    let open = Action::SpeakerOpened(SpeakerChoice::Speaker(id));
    html! {
        <li>
            <h2>
                { view.text_link(open, speaker.name.clone()) }
                <span class="count">{ n_quotations }</span>
            </h2>
            <p class="speaker-roles">{ speaker.roles.join("; ") }</p>
            if !speaker.spellings.is_empty() {
                <p class="speaker-spellings">{ "Also: " }{ speaker.spellings.join(", ") }</p>
            }
            <p class="speaker-articles">
                { for articles.iter().enumerate().map(|(at, (article, n))| html! {
                    <>
                        { if at > 0 { "; " } else { "" } }
                        { view.text_link(
                            Action::ArticleOpened(*article, None),
                            title(*article, view.dossier),
                        ) }
                        { " (" }{ *n }{ ")" }
                    </>
                }) }
            </p>
        </li>
    }
}
