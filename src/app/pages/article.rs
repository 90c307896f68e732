//! One article, in full.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::article_body::{Marks, article_body};
use crate::app::components::neighbours::neighbours;
use crate::app::components::reading_bar::ReadingBar;
use crate::app::components::selection_bar::SelectionBar;
use crate::app::reader::{ArticleRef, Here, Reader};
use crate::notebook::Note;
use crate::span::Span;
use crate::state::State;

/// An article with the bar above it, and the way to the next. `marks` is what the reader can step
/// through, and `noted` what was noted, in order.
pub fn article_page(
    reader: &Reader,
    here: &Here,
    article: &ArticleRef,
    marks: &[Span],
    noted: &[(Span, Note)],
    state: &State,
) -> Html {
    let is_search = !here.route.query.trim().is_empty();
    let open = state.evidence.filter(|(id, _)| *id == article.id);
    let n_marks = marks.len();
    let marks = Marks {
        noted,
        open_note: state.open_note.as_deref(),
        hits: if is_search { marks } else { &[] },
        current: state.current_hit.and_then(|at| marks.get(at as usize).copied()),
        open: open.map(|(_, at)| at),
        is_live: state.is_live,
    };
    html! {
        <>
            <ReadingBar
                here={here.clone()}
                article={article.clone()}
                {n_marks}
                current={state.current_hit}
                came_from={state.came_from.clone().map(Rc::new)}
                is_live={state.is_live}
            />
            { article_body(reader, here, article, &marks) }
            { neighbours(reader, here, article.id) }
            <SelectionBar article={article.clone()} />
        </>
    }
}
