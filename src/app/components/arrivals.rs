//! What of a large dossier is on its way, or did not come.

use yew::prelude::*;

use crate::app::hooks::Blocks;
use crate::i18n::tr;

/// A line that says that something did not come, and asks for it again.
pub fn missing(blocks: &Blocks) -> Html {
    if !blocks.arrivals.has_failed {
        return Html::default();
    }
    let again = {
        let blocks = blocks.clone();
        Callback::from(move |_: MouseEvent| blocks.retry())
    };
    html! {
        <p class="missing" role="alert">
            { tr!("A part of the dossier did not arrive, so something is missing here.") }
            { " " }
            <button type="button" onclick={again}>{ tr!("Try again") }</button>
        </p>
    }
}

/// In place of a text that is not there.
pub fn absent() -> Html {
    html! { <p class="absent">{ tr!("The text is not here yet.") }</p> }
}

/// In place of a view that needs all articles.
pub fn view_on_the_way(blocks: &Blocks) -> Html {
    html! {
        <>
            <h1 class="visually-hidden" tabindex="-1">{ tr!("On its way") }</h1>
            { on_the_way(blocks) }
        </>
    }
}

/// In place of what needs all articles: how many of their blocks are there.
pub fn on_the_way(blocks: &Blocks) -> Html {
    let arrivals = &blocks.arrivals;
    html! {
        <div class="on-the-way">
            <p>{ tr!("This needs all articles of the dossier. They are on their way.") }</p>
            <progress
                max={arrivals.n_all.to_string()}
                value={arrivals.n_here.to_string()}
                aria-label={tr!("Articles that have arrived")}
            />
        </div>
    }
}
