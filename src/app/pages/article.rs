//! One article, in full.

use yew::prelude::*;

use crate::app::components::article_body::{Marks, article_body};
use crate::app::components::neighbours::neighbours;
use crate::app::components::reading_bar::ReadingBar;
use crate::app::components::selection_bar::SelectionBar;
use crate::app::reader::{ArticleRef, Here, Reader};
use crate::notebook::Note;
use crate::span::Span;
use crate::state::State;

/// What the reader noted in an article, each note with the Span of its words.
#[derive(Default)]
pub struct Noted {
    /// The notes, in the order of the words.
    pub notes: Vec<(Span, Note)>,
    /// The one that was deleted last, where it stood in the article.
    pub deleted: Option<(Span, Note)>,
}

/// An article with the bar above it, and the way to the next. `marks` is what the reader can step
/// through, with the number of the one where the reader stands, and `noted` what was noted.
pub fn article_page(
    reader: &Reader,
    here: &Here,
    article: &ArticleRef,
    (marks, current): (&[Span], Option<u32>),
    noted: &Noted,
    state: &State,
) -> Html {
    let is_search = !here.route.query.trim().is_empty();
    let open = state.evidence.filter(|(id, _)| *id == article.id);
    let n_marks = marks.len();
    let marks = Marks {
        noted: &noted.notes,
        deleted: noted.deleted.as_ref(),
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
