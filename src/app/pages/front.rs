//! The front page: what the dossier is, its shape, and its articles.

use yew::prelude::*;

use crate::app::components::article_card::article_card;
use crate::app::components::matrix::matrix;
use crate::app::components::neighbours::list_steps;
use crate::app::components::telling::telling;
use crate::app::reader::{DossierRef, use_reader};
use crate::app::renders;
use crate::route::{ARTICLES_PER_PAGE, Base, Route, n_article_lists};
use crate::shape::{MOST_ARTICLES, shape};
use crate::telling::telling as choose;
use crate::wording::{counted, strap};

#[derive(Properties, PartialEq)]
pub struct FrontProps {
    /// The front page's route.
    pub front: std::rc::Rc<Route>,
    /// Where addresses lead from.
    pub base: Base,
    /// The part of the list of articles, from 1.
    pub number: u32,
}

/// The front page, with a part of the list of articles.
#[component]
pub fn FrontPage(props: &FrontProps) -> Html {
    renders::note("FrontPage");
    let FrontProps { front, base, number } = props;
    let reader = use_reader();
    let dossier = &reader.dossier;
    let seen = use_memo((dossier.clone(), *number), |(dossier, number)| see(dossier, *number));
    let language = dossier.masthead.language.clone();
    let before = (*number as usize - 1) * ARTICLES_PER_PAGE;
    let shape = seen.as_ref().as_ref().map(|(shape, _)| shape);
    let cards = dossier
        .article_ids()
        .skip(before)
        .take(ARTICLES_PER_PAGE)
        .map(|id| article_card(&reader, front, *base, id, shape));
    html! {
        <div class="front">
            <p class="strap">{ strap(dossier) }</p>
            <header class="front-head" lang={language}>
                <h1 tabindex="-1" dir="auto">{ dossier.masthead.title.clone() }</h1>
                if let Some(standfirst) = &dossier.masthead.standfirst {
                    <p class="standfirst" dir="auto">{ standfirst.clone() }</p>
                }
            </header>
            if let Some((shape, chosen)) = &*seen {
                { telling(&reader, front, *base, chosen) }
                { matrix(&reader, front, *base, shape) }
            }
            <section aria-labelledby="articles_h">
                <div class="section-head">
                    <p class="section-title" id="articles_h">
                        { counted(dossier.articles.len(), "article", "articles") }
                    </p>
                </div>
                <ol class="cards" id="articles">{ for cards }</ol>
            </section>
            { list_steps(&reader, *base, *number, n_article_lists(dossier), |number| front.articles(number)) }
        </div>
    }
}

/// What is shown of a small dossier above its articles.
fn see(
    dossier: &DossierRef,
    number: u32,
) -> Option<(crate::shape::Shape, crate::telling::Telling)> {
    let is_shown = number == 1 && (2..=MOST_ARTICLES).contains(&dossier.articles.len());
    is_shown.then(|| Some((shape(dossier)?, choose(dossier))))?
}
