//! Who speaks in a paragraph, beside it.

use yew::prelude::*;

use super::pieces::tie;
use crate::app::effects::focus::EVIDENCE;
use crate::app::reader::{Here, Reader};
use crate::compose::quotations_in;
use crate::dossier::OpenArticle;
use crate::i18n::{language, tr};
use crate::query::SpeakerChoice;
use crate::state::Action;
use crate::wording::{kind_name, speaker_names, thousands};

/// The id of the name that opens the evidence of a quotation, where that is below the same paragraph.
pub fn opener_id(source: &OpenArticle, at: usize) -> String {
    format!("{}-q{at}", source.article.slug)
}

/// The quotations in a paragraph that have a letter each: those of a paragraph in which several speak.
pub fn tied(source: &OpenArticle, number: u32) -> Vec<usize> {
    let OpenArticle { article, quotations, .. } = source;
    let list = quotations_in(article, quotations, number as usize);
    let mut speakers = list.iter().map(|at| &quotations[*at].attribution.speakers);
    let first = speakers.next();
    if speakers.all(|speaker| Some(speaker) == first) { Vec::new() } else { list }
}

/// The names of those who speak in a paragraph, each with the kind of quotation. A name opens the evidence;
/// as long as the page is not alive, it leads to all that the speaker said.
pub fn who(
    reader: &Reader,
    here: &Here,
    source: &OpenArticle,
    number: u32,
    tied: &[usize],
    open: Option<usize>,
) -> Html {
    let OpenArticle { id, article, quotations, .. } = source;
    let list = quotations_in(article, quotations, number as usize);
    if list.is_empty() {
        return Html::default();
    }
    let within = article.paragraphs[number as usize].span;
    let mut before = None;
    let names = list.into_iter().map(|at| {
        let quotation = &quotations[at];
        let speakers = &quotation.attribution.speakers;
        let is_same = before.replace(speakers) == Some(speakers);
        let first =
            SpeakerChoice::speakers_of(quotation).next().unwrap_or(SpeakerChoice::Unattributed);
        let ends_here = quotation.contents.last().is_some_and(|last| within.contains(*last));
        let onclick = reader.instead(Action::EvidenceToggled(*id, at));
        let is_open = open == Some(at);
        let kind = kind_name(quotation.kind).to_lowercase();
        let told: Vec<String> = [kind].into_iter().chain(spread(reader, source, at)).collect();
        html! {
            <a
                id={ends_here.then(|| opener_id(source, at))}
                class="who-name"
                href={reader.url(here.base, &here.route.speaker(first))}
                data-chosen={here.route.filter.chooses(quotation).then_some("true")}
                aria-expanded={is_open.to_string()}
                aria-controls={is_open.then_some(EVIDENCE)}
                {onclick}
            >
                if let Some(letter) = tie(tied, at) {
                    <span class="tie" aria-hidden="true">{ letter }</span>
                }
                <bdi class={if is_same { "visually-hidden" } else { "who-speaker" }}>
                    { speaker_names(quotation, &reader.dossier) }
                </bdi>
                <span class="who-kind">{ format!(" {}", told.join(", ")) }</span>
                <span class="visually-hidden">{ tr!(": how do we know?") }</span>
            </a>
        }
    });
    html! { <p class="who" lang={language()}>{ for names }</p> }
}

/// In how many articles of the dossier the words of a quotation stand, or words like them: a statement has further
/// versions, which are like another one; `None` where there is but one article. How much alike they are, the words show:
/// those of one speaker may have half of it in common.
fn spread(reader: &Reader, source: &OpenArticle, at: usize) -> Option<String> {
    let all = reader.dossier.articles.len();
    match 1 + source.n_others.get(at)? {
        _ if all == 1 => None,
        1 => Some(tr!("only here").to_owned()),
        n if n == all => Some(tr!("alike in all articles").to_owned()),
        n => Some(tr!("alike in {n} of {all} articles", n, all = thousands(all as u64))),
    }
}
