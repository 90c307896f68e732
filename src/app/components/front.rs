//! [`Front`]: the dossier's title, standfirst and articles.

use yew::prelude::*;

use super::article_card::ArticleCard;
use super::link::Link;
use crate::app::store::use_reader;
use crate::state::Action;
use crate::wording::counted;

/// The front page.
#[component]
pub fn Front() -> Html {
    let reader = use_reader();
    let dossier = &reader.dossier;
    let n_quotations = dossier.quotations.iter().map(Vec::len).sum();
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
                    <Link action={Action::SpeakersOpened}>
                        { counted(dossier.speakers.len(), "speaker", "speakers") }
                    </Link>
                </p>
            </header>
            <div id="articles" class="cards">
                { for dossier.article_ids().map(|article| html! {
                    <ArticleCard key={article.0} {article} />
                }) }
            </div>
        </div>
    }
}
