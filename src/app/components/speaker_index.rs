//! [`SpeakerIndex`]: everyone who speaks in the dossier.

use yew::prelude::*;

use super::link::Link;
use crate::app::store::use_reader;
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::state::Action;
use crate::wording::{counted, title};

/// The index of speakers: name, roles, spellings, and where they are quoted.
#[component]
pub fn SpeakerIndex() -> Html {
    let reader = use_reader();
    let dossier = &reader.dossier;
    html! {
        <section class="speaker-index" id="speakers">
            <h1 tabindex="-1">{ "Who speaks" }</h1>
            <ul>
                { for (0..dossier.speakers.len() as u32).map(SpeakerId).map(|id| {
                    let speaker = dossier.speaker(id);
                    let articles = dossier.articles_quoting(id);
                    let n_quotations: usize = articles.iter().map(|(_, n)| n).sum();
                    html! {
                        <li key={id.0}>
                            <h2>
                                <Link action={Action::SpeakerOpened(SpeakerChoice::Speaker(id))}>
                                    { &speaker.name }
                                </Link>
                                <span class="count">{ n_quotations }</span>
                            </h2>
                            if !speaker.roles.is_empty() {
                                <p class="speaker-roles">{ speaker.roles.join("; ") }</p>
                            }
                            if !speaker.spellings.is_empty() {
                                <p class="speaker-spellings">
                                    { "Also: " }{ speaker.spellings.join(", ") }
                                </p>
                            }
                            <p class="speaker-articles">
                                { for articles.iter().enumerate().map(|(at, (article, n))| html! {
                                    <>
                                        if at > 0 { { "; " } }
                                        <Link action={Action::ArticleOpened(*article, None)}>
                                            { title(*article, dossier) }
                                        </Link>
                                        { " (" }{ *n }{ ")" }
                                    </>
                                }) }
                            </p>
                        </li>
                    }
                }) }
            </ul>
            <p>
                <Link action={Action::SpeakerOpened(SpeakerChoice::Unattributed)}>
                    { counted(dossier.n_unattributed(), "unattributed quotation", "unattributed quotations") }
                </Link>
            </p>
        </section>
    }
}
