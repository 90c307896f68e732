//! New notes: on words of an article, and on a view.

use yew::prelude::*;

use crate::anchor::Anchor;
use crate::app::effects::notes;
use crate::app::reader::{ArticleRef, Reader, use_reader};
use crate::app::renders;
use crate::i18n::tr;
use crate::notebook::{About, Note};
use crate::route::{Base, Route};
use crate::span::Span;
use crate::state::Action;

/// A new note on words of an article.
pub fn note_on(article: &ArticleRef, span: Span) -> Note {
    let now = notes::now();
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

#[derive(Properties, PartialEq)]
pub struct PinProps {
    /// The article.
    pub article: ArticleRef,
    /// The words, in its text.
    pub span: Span,
}

/// A button that pins words, and says that they are pinned.
#[component]
pub fn Pin(props: &PinProps) -> Html {
    renders::note("Pin");
    let PinProps { article, span } = props;
    let reader = use_reader();
    let told = use_state_eq(|| "");
    {
        let told = told.setter();
        use_effect_with((article.id, *span), move |_| told.set(""));
    }
    let onclick = {
        let (reader, article, span, told) = (reader, article.clone(), *span, told.setter());
        Callback::from(move |_: MouseEvent| {
            reader.dispatch.dispatch(Action::NotePinned(Box::new(note_on(&article, span))));
            told.set(tr!("Pinned to the notebook."));
        })
    };
    html! {
        <>
            <button type="button" {onclick}>{ tr!("Pin to the notebook") }</button>
            <p class="fine" role="status">{ *told }</p>
        </>
    }
}

/// A note that keeps the present view.
pub fn note_on_view(reader: &Reader, route: &Route, title: String) -> Note {
    let now = notes::now();
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
