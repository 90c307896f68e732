//! What the page shows of a state: one part of the page a file, each a function of a [`Reader`].
//!
//! What the reader does goes out as an [`Action`].

mod element;
mod reader;

mod elsewhere;
mod evidence;
mod link;
mod paragraph;
mod step_bar;

mod article_card;

mod article;
mod results;

mod filters;
mod front;
mod keys;
mod masthead;
mod speaker_index;
mod status;

use yew::prelude::*;

pub use self::reader::Reader;

use self::element::{Element, button, el, row};
use crate::route::View;
use crate::state::Action;

/// The whole page.
pub fn page(reader: &Reader<'_>) -> Html {
    let (key, content) = match reader.state.route.view {
        View::Article(id, _) => (id.0.to_string(), article::article(reader, id)),
        View::Speakers => ("speakers".to_owned(), speaker_index::speaker_index(reader).into()),
        View::Overview if reader.state.route.asks_for_results() => {
            ("results".to_owned(), results::results(reader).into())
        }
        View::Overview => ("front".to_owned(), front::front(reader).into()),
    };
    let main = el("main", "")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(status::status(reader))
        .child(el("div", "").key(&key).html(content));
    row(vec![
        masthead::masthead(reader).into(),
        notices(reader).into(),
        el("div", "columns").child(filters::filters(reader)).child(main).into(),
        keys::keys(reader).into(),
    ])
}

/// What was passed over or went wrong, until dismissed.
fn notices(reader: &Reader<'_>) -> Element {
    let mut area = el("div", "notices").attr("role", "status").attr("aria-label", "Notices");
    for notice in &reader.state.notices {
        area = area.child(el("p", "").text(&notice.to_string()));
    }
    if !reader.state.notices.is_empty() {
        area = area.child(button("", reader.on_click(Action::NoticesDismissed)).text("Dismiss"));
    }
    area
}
