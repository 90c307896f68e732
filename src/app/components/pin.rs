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
    let now = clock::timestamp();
    Note {
        id: notes::new_id(),
        created: now.clone(),
        modified: now,
        text: String::new(),
        tags: Vec::new(),
        about: About::Words {
            article: article.article.slug.clone(),
            anchor: Anchor::new(&article.article.text, span),
        },
        says: None,
    }
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
    let now = clock::timestamp();
    let url = Route { embed: false, ..route.clone() }.to_url(&reader.dossier, Base::OneFile);
    Note {
        id: notes::new_id(),
        created: now.clone(),
        modified: now,
        text: String::new(),
        tags: Vec::new(),
        about: About::View { url, title },
        says: None,
    }
}
