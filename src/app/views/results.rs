//! The passages that answer the query and the filter.

use yew::prelude::*;

use super::View;
use super::evidence::open_evidence;
use super::paragraph::{marked, pieces};
use crate::article::ArticleId;
use crate::compose;
use crate::query::{Hit, SpeakerChoice};
use crate::route::paragraph_id;
use crate::snippet::snippet;
use crate::state::Action;
use crate::wording::{counted, outlet, published, speaker_name, title};

/// How many characters of a long passage are shown around its hits.
const SNIPPET_CHARS: usize = 280;

/// The list of results, the articles' best first; or what to do where there are none.
pub fn results(view: &View<'_>) -> Html {
    let answer = view.answer;
    let speakers = &view.state.route.filter.speakers;
    let one_speaker = match speakers.as_slice() {
        [speaker] => Some(speaker),
        _ => None,
    };
    let hits = by_article(&answer.hits);
    html! {
        <div class="results-view">
            { match one_speaker {
                Some(speaker) => speaker_head(view, *speaker),
                None => html! { <h1 class="visually-hidden">{ "Results" }</h1> },
            } }
            { for answer.notices.iter().map(|notice| html! {
                <p class="query-notice">{ notice.to_string() }</p>
            }) }
            if hits.is_empty() {
                { nothing_found(view) }
            }
            <ol class="results" aria-label="Results">
                { for hits.iter().enumerate().map(|(at, hit)| {
                    let is_first = at == 0 || hits[at - 1].article != hit.article;
                    result(view, hit, is_first)
                }) }
            </ol>
            if answer.n_hits > answer.hits.len() {
                <button type="button" class="more" onclick={view.on_click(Action::MoreWanted)}>
                    { "Show more" }
                </button>
            }
        </div>
    }
}

/// The hits with those of one article together; articles in the order of their first hits.
fn by_article(hits: &[Hit]) -> Vec<&Hit> {
    let mut order: Vec<ArticleId> = Vec::new();
    for hit in hits {
        if !order.contains(&hit.article) {
            order.push(hit.article);
        }
    }
    order.iter().flat_map(|id| hits.iter().filter(move |hit| hit.article == *id)).collect()
}

fn result(view: &View<'_>, hit: &Hit, is_first: bool) -> Html {
    let dossier = view.dossier;
    let article = dossier.article(hit.article);
    let context = html! {
        <>
            { "In context" }
            <span class="visually-hidden">
                { ": paragraph " }{ hit.paragraph }{ " of " }{ title(hit.article, dossier) }
            </span>
        </>
    };
    let open = Action::ArticleOpened(hit.article, Some(hit.paragraph));
    html! {
        <li
            key={paragraph_id(&article.slug, hit.paragraph)}
            class="result"
            data-article={article.slug.clone()}
            data-paragraph={hit.paragraph.to_string()}
        >
            if is_first {
                <p class="kicker">{ outlet(article) }{ " · " }{ published(article) }</p>
                <h2 class="result-article">
                    { view.text_link(
                        Action::ArticleOpened(hit.article, None),
                        title(hit.article, dossier),
                    ) }
                </h2>
            }
            <div class="result-passage" lang={dossier.language_of(hit.article).to_owned()} dir="auto">
                { passage(view, hit) }
            </div>
            <p class="result-open">{ view.link(open, "result-link", context) }</p>
        </li>
    }
}

/// The passage itself: whole where the reader asked for what somebody said, else the part around the
/// hits.
fn passage(view: &View<'_>, hit: &Hit) -> Html {
    let article = view.dossier.article(hit.article);
    if view.state.route.query.trim().is_empty() {
        let quotations = view.dossier.quotations_in(hit.article);
        let composed = compose::paragraph(article, quotations, hit.paragraph as usize, &[]);
        return html! {
            <>
                <p>{ pieces(view, hit.article, &composed) }</p>
                { open_evidence(view, hit.article, hit.paragraph) }
            </>
        };
    }
    let paragraph = article.paragraphs[hit.paragraph as usize].span;
    let snippet = snippet(&article.text, paragraph, &hit.spans, SNIPPET_CHARS);
    html! {
        <p>
            { if snippet.clipped_start { "… " } else { "" } }
            { marked(&article.text, snippet.window, &snippet.highlights) }
            { if snippet.clipped_end { " …" } else { "" } }
        </p>
    }
}

/// Who the one chosen speaker is.
fn speaker_head(view: &View<'_>, choice: SpeakerChoice) -> Html {
    let (about, spellings) = match choice {
        SpeakerChoice::Speaker(id) => {
            let speaker = view.dossier.speaker(id);
            (speaker.roles.join("; "), speaker.spellings.join(", "))
        }
        SpeakerChoice::Unattributed => (
            "Words whose speaker the text does not make plain. They are left open rather than guessed."
                .to_owned(),
            String::new(),
        ),
    };
    html! {
        <header class="speaker-head">
            <h1>{ speaker_name(choice, view.dossier) }</h1>
            <p class="speaker-roles">{ about }</p>
            if !spellings.is_empty() {
                <p class="speaker-spellings">{ "Also in the articles as: " }{ spellings }</p>
            }
        </header>
    }
}

/// What to do when nothing was found.
fn nothing_found(view: &View<'_>) -> Html {
    html! {
        <div class="nothing">
            <p>{ "No passage in this dossier answers that." }</p>
            if !view.answer.suggestions.is_empty() {
                <p>{ "Words that do occur:" }</p>
                <ul>
                    { for view.answer.suggestions.iter().map(|(word, n)| html! {
                        <li>
                            { view.text_link(Action::QueryChanged(word.clone()), word.clone()) }
                            { " · " }{ counted(*n as usize, "passage", "passages") }
                        </li>
                    }) }
                </ul>
            }
            if !view.state.route.filter.is_empty() {
                <p>
                    <button type="button" onclick={view.on_click(Action::FilterCleared)}>
                        { "Search without the filters" }
                    </button>
                </p>
            }
            <p>{ view.text_link(Action::FrontOpened, "Back to the front page") }</p>
        </div>
    }
}
