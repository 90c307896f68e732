//! The passages that answer the query and the filter.

use std::collections::BTreeSet;

use yew::prelude::*;

use crate::app::components::check_dialog::may_be_cited;
use crate::app::components::passage::Passage;
use crate::app::components::search_notes::SearchNotes;
use crate::app::hooks::{SearchState, use_settled};
use crate::app::reader::{Here, Reader};
use crate::app::renders;
use crate::article::ArticleId;
use crate::fold::fold;
use crate::i18n::{tr, trn};
use crate::query::{Answer, Hit, QueryNotice, SpeakerChoice, by_article};
use crate::route::paragraph_id;
use crate::shape::Places;
use crate::state::{Action, Dialog, RESULTS_STEP};
use crate::wording::{query_notice, speaker_name, thousands, view_title};

/// The list of results, the articles' best first; or what to do where there are none. `evidence` is the
/// quotation whose evidence is open: its article, and its number there.
pub fn results_page(
    reader: &Reader,
    here: &Here,
    found: &SearchState,
    evidence: Option<(ArticleId, usize)>,
) -> Html {
    let answer = &*found.answer;
    let is_search = !here.route.query.trim().is_empty();
    let notices = found.notices.iter().chain(&answer.notices);
    // Those that the reader asks for later come behind all of those before.
    let hits: Vec<&Hit> = answer.hits.chunks(RESULTS_STEP).flat_map(by_article).collect();
    // As long as more are to come, nobody knows where all of them stand.
    let is_whole = !found.is_searching && answer.n_hits == answer.hits.len();
    let mut told = BTreeSet::new();
    let articles = hits.chunk_by(|one, next| one.article == next.article);
    let passages = articles.flat_map(|hits| {
        let id = hits[0].article;
        let has_places = is_whole && told.insert(id);
        let mut places = has_places.then(|| places(reader, id, &answer.hits));
        (0..).zip(hits).map(move |(at, hit)| (hit, at == 0, places.take()))
    });
    let passages = passages.map(|(hit, is_first, places)| {
        let key = paragraph_id(reader.dossier.articles.slug(hit.article), hit.paragraph);
        html! {
            <Passage
                {key}
                here={here.clone()}
                hit={(*hit).clone()}
                {is_first}
                {places}
                open={evidence_in(reader, hit, evidence)}
            />
        }
    });
    html! {
        <div class="results-view">
            if let ([speaker], false) = (&here.route.filter.speakers[..], is_search) {
                { speaker_head(reader, here, *speaker) }
            } else {
                <h1 class="view-title" tabindex="-1"><bdi>{ view_title(&reader.dossier, &here.route) }</bdi></h1>
            }
            if is_search {
                <SearchNotes
                    here={here.clone()}
                    read={corrected(&here.route.query, &answer.notices)}
                    has_hits={found.is_searching || answer.n_hits > 0}
                />
            }
            <QueryNotices notices={notices.map(query_notice).collect::<Vec<_>>()} />
            if answer.hits.is_empty() && !found.is_searching {
                { nothing_found(reader, here, answer) }
            }
            <ol class="results" aria-label={tr!("Results")}>{ for passages }</ol>
            if answer.n_hits > answer.hits.len() {
                <p class="print-alone">
                    { tr!(
                        "These are the first {n} of {n_all} passages.",
                        n = answer.hits.len(),
                        n_all = thousands(answer.n_hits as u64)
                    ) }
                </p>
                <button type="button" class="more" onclick={reader.on(Action::MoreWanted)}>
                    { tr!("Show more") }
                </button>
            }
        </div>
    }
}

/// A query with the words that were found instead of mistyped ones.
fn corrected(query: &str, notices: &[QueryNotice]) -> String {
    let word_read = |word: &str| {
        let folded = fold(word);
        let found = notices.iter().find_map(|notice| match notice {
            QueryNotice::Corrected { asked, found } if *asked == folded.text() => found.first(),
            _ => None,
        });
        found.map_or_else(|| word.to_owned(), String::clone)
    };
    query.split_whitespace().map(word_read).collect::<Vec<_>>().join(" ")
}

/// Where in an article those of some hits stand that are in it.
fn places(reader: &Reader, article: ArticleId, hits: &[Hit]) -> Places {
    let n_paragraphs = reader.dossier.articles.paragraphs(article).len() as u32;
    let mut places = Places { n_paragraphs: n_paragraphs.saturating_sub(1), ..Places::default() };
    let within = hits.iter().filter(|hit| hit.article == article);
    within.for_each(|hit| places.add_found(hit.paragraph));
    places
}

#[derive(Properties, PartialEq)]
struct QueryNoticesProps {
    notices: Vec<String>,
}

/// How the query was read, announced when it settles.
#[component]
fn QueryNotices(props: &QueryNoticesProps) -> Html {
    renders::note("QueryNotices");
    let is_settled = use_settled(&props.notices.join(" ").into());
    let notices =
        props.notices.iter().map(|notice| html! { <p class="query-notice">{ notice.clone() }</p> });
    html! { <div aria-live="polite" aria-busy={(!is_settled).to_string()}>{ for notices }</div> }
}

/// The number of the quotation whose evidence is open and that ends in the paragraph of a hit.
fn evidence_in(reader: &Reader, hit: &Hit, open: Option<(ArticleId, usize)>) -> Option<usize> {
    let (_, at) = open.filter(|(article, _)| *article == hit.article)?;
    let source = reader.dossier.open_article(hit.article);
    source.ends_in(at, hit.paragraph).then_some(at)
}

/// Who the one chosen speaker is.
fn speaker_head(reader: &Reader, here: &Here, choice: SpeakerChoice) -> Html {
    let (about, spellings) = match choice {
        SpeakerChoice::Speaker(id) => {
            let speaker = reader.dossier.speaker(id);
            (speaker.roles.join("; "), speaker.spellings.join(", "))
        }
        SpeakerChoice::Unattributed => (
            tr!(
                "Words whose speaker the text does not make plain. They are left open rather than guessed."
            )
            .to_owned(),
            String::new(),
        ),
    };
    let compare = reader.link(
        here.base,
        here.route.compare(Some(choice)),
        "",
        html! { { tr!("Compare article by article") } },
    );
    html! {
        <header class="speaker-head">
            <h1 tabindex="-1"><bdi>{ speaker_name(choice, &reader.dossier) }</bdi></h1>
            if !about.is_empty() {
                <p class="speaker-roles"><bdi>{ about }</bdi></p>
            }
            if !spellings.is_empty() {
                <p class="speaker-spellings">{ tr!("Also in the articles as: ") }<bdi>{ spellings }</bdi></p>
            }
            <p class="fine">{ compare }</p>
        </header>
    }
}

/// What to do when nothing was found.
fn nothing_found(reader: &Reader, here: &Here, answer: &Answer) -> Html {
    let suggestions = answer.suggestions.iter().map(|(word, n_articles)| {
        let route = here.route.with_query(word.clone());
        let count = trn!(*n_articles as usize, "{n} article", "{n} articles");
        html! {
            <li>
                { reader.link(here.base, route, "", html! { <bdi>{ word.clone() }</bdi> }) }
                { format!(" · {count}") }
            </li>
        }
    });
    let is_long = may_be_cited(&here.route.query);
    let front = html! { { tr!("Back to the front page") } };
    html! {
        <div class="nothing">
            if !answer.suggestions.is_empty() {
                <p>{ tr!("Words that do occur:") }</p>
                <ul>{ for suggestions }</ul>
            }
            if is_long {
                <p>
                    { tr!("Is it a sentence that somebody cites? ") }
                    <button type="button" onclick={reader.on(Action::DialogOpened(Dialog::Check))}>
                        { tr!("Check a citation") }
                    </button>
                </p>
            }
            if !here.route.filter.is_empty() {
                <p>
                    <button type="button" onclick={reader.on(Action::FilterCleared)}>
                        { tr!("Search without the filters") }
                    </button>
                </p>
            }
            <p>{ reader.link(here.base, here.route.front(), "", front) }</p>
        </div>
    }
}
