//! The front page: the dossier's title, standfirst and articles.

use yew::prelude::*;

use super::View;
use super::article_card::article_card;
use crate::state::Action;
use crate::wording::counted;

/// The front page.
pub fn front(view: &View<'_>) -> Html {
    let dossier = view.dossier;
    let n_quotations = dossier.quotations.iter().map(Vec::len).sum();
    let n_speakers = counted(dossier.speakers.len(), "speaker", "speakers");
    html! {
        <div class="front">
            <header class="front-head">
                <h1>{ &dossier.masthead.title }</h1>
                if let Some(standfirst) = &dossier.masthead.standfirst {
                    <p class="standfirst">{ standfirst }</p>
                }
                <p class="front-facts">
                    { counted(dossier.articles.len(), "article", "articles") }
                    { " · " }
                    { counted(n_quotations, "quotation", "quotations") }
                    { " · " }
                    { view.text_link(Action::SpeakersOpened, n_speakers) }
                </p>
            </header>
            <div id="articles" class="cards">
                { for dossier.article_ids().map(|id| article_card(view, id)) }
            </div>
        </div>
    }
}
