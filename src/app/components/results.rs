//! [`Results`]: the passages that answer the query and the filter.

use yew::prelude::*;

use super::hit_text::hits_attribute;
use super::link::Link;
use super::paragraph::{hits_in_elements, pieces};
use crate::app::store::{Reader, use_reader};
use crate::article::ArticleId;
use crate::compose;
use crate::query::{Hit, SpeakerChoice};
use crate::snippet::snippet;
use crate::state::Action;
use crate::wording::{counted, outlet, published, speaker_name, title};

/// How many characters of a long passage are shown around its hits.
const SNIPPET_CHARS: usize = 280;

/// The list of results, the articles' best first; or what to do where there are none.
#[component]
pub fn Results() -> Html {
    let reader = use_reader();
    let answer = &reader.answer;
    let one_speaker = match reader.store.route.filter.speakers.iter().collect::<Vec<_>>()[..] {
        [speaker] => Some(*speaker),
        _ => None,
    };
    let hits = by_article(&answer.hits);
    html! {
        <div class="results-view">
            if let Some(speaker) = one_speaker {
                <SpeakerHead {speaker} />
            } else {
                <h1 class="visually-hidden">{ "Results" }</h1>
            }
            { for answer.notices.iter().map(|notice| html! {
                <p class="query-notice">{ notice.to_string() }</p>
            }) }
            if hits.is_empty() {
                <NothingFound />
            }
            <ol class="results" aria-label="Results">
                { for hits.iter().enumerate().map(|(at, hit)| {
                    let is_first = at == 0 || hits[at - 1].article != hit.article;
                    result(&reader, hit, is_first)
                }) }
            </ol>
            if answer.n_hits > answer.hits.len() {
                <button type="button" class="more" onclick={reader.on(Action::MoreWanted)}>
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

fn result(reader: &Reader, hit: &Hit, is_first: bool) -> Html {
    let dossier = &reader.dossier;
    let article = dossier.article(hit.article);
    let open = Action::ArticleOpened(hit.article, Some(hit.paragraph));
    html! {
        <li
            key={[article.slug.as_str(), &hit.paragraph.to_string()].join("-p")}
            class="result"
            data-article={article.slug.clone()}
            data-paragraph={hit.paragraph.to_string()}
        >
            if is_first {
                <p class="kicker">{ outlet(article) }{ " · " }{ published(article) }</p>
                <h2 class="result-article">
                    <Link action={Action::ArticleOpened(hit.article, None)}>
                        { title(hit.article, dossier) }
                    </Link>
                </h2>
            }
            <div class="result-passage" lang={dossier.language_of(hit.article).to_owned()} dir="auto">
                { passage(reader, hit) }
            </div>
            <p class="result-open">
                <Link class="result-link" action={open}>
                    { "In context" }
                    <span class="visually-hidden">
                        { ": paragraph " }{ hit.paragraph }{ " of " }{ title(hit.article, dossier) }
                    </span>
                </Link>
            </p>
        </li>
    }
}

/// The passage itself: whole where the reader asked for what somebody said, else the part around the
/// hits.
fn passage(reader: &Reader, hit: &Hit) -> Html {
    let dossier = &reader.dossier;
    let article = dossier.article(hit.article);
    let paragraph = article.paragraphs[hit.paragraph as usize].span;
    if reader.store.route.query.trim().is_empty() {
        let quotations = dossier.quotations_in(hit.article);
        let composed = compose::paragraph(article, quotations, hit.paragraph as usize, &[]);
        return html! { <p>{ pieces(reader, hit.article, &composed, false) }</p> };
    }
    let snippet = snippet(&article.text, paragraph, &hit.spans, SNIPPET_CHARS);
    let words = snippet.window.of(&article.text);
    let wrapped = hits_in_elements(&article.text, snippet.window, &snippet.highlights);
    html! {
        <p>
            if snippet.clipped_start { { "… " } }
            <span data-hits={hits_attribute(&article.text, snippet.window, &snippet.highlights)}>
                { wrapped.unwrap_or_else(|| html! { { words } }) }
            </span>
            if snippet.clipped_end { { " …" } }
        </p>
    }
}

/// Which speaker.
#[derive(Properties, PartialEq)]
struct SpeakerHeadProps {
    speaker: SpeakerChoice,
}

/// Who the one chosen speaker is.
#[component]
fn SpeakerHead(SpeakerHeadProps { speaker }: &SpeakerHeadProps) -> Html {
    let reader = use_reader();
    html! {
        <header class="speaker-head">
            <h1>{ speaker_name(*speaker, &reader.dossier) }</h1>
            { match speaker {
                SpeakerChoice::Speaker(id) => {
                    let speaker = reader.dossier.speaker(*id);
                    html! {
                        <>
                            if !speaker.roles.is_empty() {
                                <p class="speaker-roles">{ speaker.roles.join("; ") }</p>
                            }
                            if !speaker.spellings.is_empty() {
                                <p class="speaker-spellings">
                                    { "Also in the articles as: " }{ speaker.spellings.join(", ") }
                                </p>
                            }
                        </>
                    }
                }
                SpeakerChoice::Unattributed => html! {
                    <p class="speaker-roles">
                        { "Words whose speaker the text does not make plain. They are left open rather than guessed." }
                    </p>
                },
            } }
        </header>
    }
}

/// What to do when nothing was found.
#[component]
fn NothingFound() -> Html {
    let reader = use_reader();
    let has_filter = reader.store.route.filter != crate::query::Filter::default();
    html! {
        <div class="nothing">
            <p>{ "No passage in this dossier answers that." }</p>
            <ul>
                { for reader.answer.suggestions.iter().map(|(word, n)| html! {
                    <li>
                        <Link action={Action::QueryChanged(word.clone())}>{ word.clone() }</Link>
                        { " · " }{ counted(*n as usize, "passage", "passages") }
                    </li>
                }) }
            </ul>
            if has_filter {
                <p>
                    <button type="button" onclick={reader.on(Action::FilterCleared)}>
                        { "Search without the filters" }
                    </button>
                </p>
            }
            <p>
                <Link action={Action::FrontOpened}>{ "Back to the front page" }</Link>
            </p>
        </div>
    }
}
