//! The bar above a scrolled article.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::effects::history;
use crate::app::hooks::{use_reading_place, use_rescue};
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::article::Article;
use crate::i18n::{tr, trn};
use crate::route::Route;
use crate::state::{Action, Step, next_mark};
use crate::wording::{reading_minutes_of, title};

#[derive(Properties, PartialEq)]
pub struct ReadingBarProps {
    /// Where the page is.
    pub here: Here,
    /// The article.
    pub article: ArticleRef,
    /// How many marks there are to step through.
    pub n_marks: usize,
    /// The one at which the reader stands, from 0.
    pub current: Option<u32>,
    /// Whether the reader came from the results, so that Back leads there.
    pub came_from: Option<Rc<Route>>,
    /// Whether the browser may be asked where the reader is.
    pub is_live: bool,
}

/// The article's headline, how far it is read, and the steps through its marks. It stays at the upper edge
/// and covers nothing that is gone to.
#[component]
pub fn ReadingBar(props: &ReadingBarProps) -> Html {
    renders::note("ReadingBar");
    let ReadingBarProps { here, article: source, n_marks, current, came_from, is_live } = props;
    let reader = use_reader();
    let article = &source.article;
    let place = use_reading_place(source, *is_live);
    // The button that clears them goes with the marks.
    use_rescue(here.route.asks_for_results(), ".reading-search");
    let asks = here.route.asks_for_results();
    let n_paragraphs = article.paragraphs.len() as u32 - 1;
    let is_search = !here.route.query.trim().is_empty();
    let at_mark = match current {
        Some(at) => tr!("{number} of {n_marks}", number = at + 1, n_marks),
        None if is_search => trn!(*n_marks, "{n} hit", "{n} hits"),
        None => trn!(*n_marks, "{n} quotation", "{n} quotations"),
    };
    let clear = if is_search { tr!("Clear the search") } else { tr!("Clear the choice") };
    let step = |step: Step, name: &'static str| {
        let mark = next_mark(*current, *n_marks, step);
        let disabled = mark.is_none();
        let onclick = reader.on(Action::HitVisited(mark.unwrap_or_default()));
        html! { <button type="button" aria-label={name} {disabled} {onclick}>{ name }</button> }
    };
    let onsearch = Callback::from(|_: MouseEvent| history::enter_search());
    html! {
        <div class="reading-bar" role="region" aria-label={tr!("Place in this article")}>
            { way_back(&reader, here, came_from.as_deref()) }
            <p class="reading-title" lang={reader.dossier.language_of(article).to_owned()} dir="auto">
                { title(article) }
            </p>
            if n_paragraphs > 0 && source.is_whole {
                <p class="reading-place"><bdi>{ progress(article, place) }</bdi></p>
            }
            if asks {
                <div class="step-bar" role="group" aria-label={tr!("Marks in this article")}>
                    <span class="step-bar-count">
                        { at_mark }
                    </span>
                    { step(Step::Back, tr!("Previous")) }
                    { step(Step::Forward, tr!("Next")) }
                    <button type="button" onclick={reader.on(Action::MarksCleared)}>
                        { clear }
                    </button>
                </div>
            }
            <button type="button" class="reading-search" onclick={onsearch}>{ tr!("Search") }</button>
            if n_paragraphs > 0 {
                <progress
                    max={n_paragraphs.to_string()}
                    value={place.to_string()}
                    aria-label={tr!("Read so far")}
                />
            }
        </div>
    }
}

/// The way to the results, or to the list of articles.
fn way_back(reader: &Reader, here: &Here, came_from: Option<&Route>) -> Html {
    let (target, words) = if here.route.asks_for_results() {
        (here.route.results(), tr!("All results"))
    } else {
        (here.route.front(), tr!("All articles"))
    };
    let href = reader.url(here.base, &target);
    // The browser knows where the reader was in the results.
    let onclick = if came_from == Some(&target) {
        Callback::from(|event: MouseEvent| {
            event.prevent_default();
            history::back();
        })
    } else {
        reader.follow(target)
    };
    html! { <a class="back-link" {href} {onclick}>{ words }</a> }
}

/// How far an article is read, at the paragraph of that number.
fn progress(article: &Article, place: u32) -> String {
    let n_paragraphs = article.paragraphs.len() as u32 - 1;
    if place == 0 {
        return trn!(n_paragraphs as usize, "{n} paragraph", "{n} paragraphs");
    }
    let left = article.paragraphs.get(place as usize).map_or(0, |block| block.span.start);
    trn!(
        reading_minutes_of(&article.text[left as usize..]),
        "¶ {place} of {n_paragraphs} · {n} minute left",
        "¶ {place} of {n_paragraphs} · {n} minutes left",
        place,
        n_paragraphs,
    )
}
