//! One article, in full.

use yew::prelude::*;

use crate::app::components::article_body::{Marks, article_body};
use crate::app::components::neighbours::neighbours;
use crate::app::components::reading_bar::ReadingBar;
use crate::app::components::selection_bar::SelectionBar;
use crate::app::reader::{ArticleRef, Here, Reader};
use crate::notebook::{Note, Notebook};
use crate::span::Span;
use crate::state::State;

/// An article with the bar above it, and the way to the next. `marks` is what the reader can step
/// through, with the number of the one where the reader stands, and `noted` what was noted, in order.
pub fn article_page(
    reader: &Reader,
    here: &Here,
    article: &ArticleRef,
    (marks, current): (&[Span], Option<u32>),
    noted: &[(Span, Note)],
    state: &State,
) -> Html {
    let is_search = !here.route.query.trim().is_empty();
    let open = state.evidence.filter(|(id, _)| *id == article.id);
    let n_marks = marks.len();
    // Only what was deleted last can be had back where it stood.
    let mut deleted = Notebook::default();
    deleted.merge(state.removed.last().cloned());
    let deleted = deleted.in_article(&article.article.slug, &article.article.text);
    let deleted = deleted.first().map(|(span, note)| (*span, (*note).clone()));
    let marks = Marks {
        noted,
        deleted: deleted.as_ref(),
        open_note: state.open_note.as_deref(),
        hits: if is_search { marks } else { &[] },
        current: current.and_then(|at| marks.get(at as usize).copied()),
        is_stepped_to: state.current_hit.is_some(),
        open: open.map(|(_, at)| at),
        is_live: state.is_live,
    };
    html! {
        <>
            <ReadingBar
                here={here.clone()}
                article={article.clone()}
                {n_marks}
                {current}
                came_from={state.came_from.clone()}
                is_live={state.is_live}
            />
            { article_body(reader, here, article, &marks) }
            { neighbours(reader, here, article.id) }
            <SelectionBar article={article.clone()} />
        </>
    }
}
