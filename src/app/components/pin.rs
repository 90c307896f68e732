//! New notes: on words of an article, and on a view.

use yew::prelude::*;

use crate::anchor::Anchor;
use crate::app::effects::{clock, notes};
use crate::app::reader::{ArticleRef, Reader};
use crate::i18n::tr;
use crate::notebook::{About, Note};
use crate::route::{Base, Route};
use crate::span::Span;
use crate::state::Action;

/// A new note on words of an article.
pub fn note_on(article: &ArticleRef, span: Span) -> Note {
    let article = &article.article;
    let anchor = Anchor::new(&article.text, span);
    note_about(About::Words { article: article.slug.clone(), anchor })
}

/// A button that pins the words at a Span, and calls `told` when they are.
pub fn pin(reader: &Reader, article: &ArticleRef, span: Span, told: Callback<()>) -> Html {
    let (reader, article) = (reader.clone(), article.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        reader.dispatch.dispatch(Action::NotePinned(Box::new(note_on(&article, span))));
        told.emit(());
    });
    html! { <button type="button" {onclick}>{ tr!("Pin to the notebook") }</button> }
}

/// A note that keeps the present view.
pub fn note_on_view(reader: &Reader, route: &Route, title: String) -> Note {
    let url = Route { embed: false, ..route.clone() }.to_url(&reader.dossier, Base::OneFile);
    note_about(About::View { url, title })
}

fn note_about(about: About) -> Note {
    let now = clock::timestamp();
    Note {
        id: notes::new_id(),
        created: now.clone(),
        modified: now,
        text: String::new(),
        tags: Vec::new(),
        about,
        says: None,
    }
}
