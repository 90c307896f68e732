//! The front page: what the dossier is, its shape, and its articles.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::article_card::article_card;
use crate::app::components::matrix::{Shown, who_is_where};
use crate::app::components::neighbours::list_steps;
use crate::app::components::telling::{chosen, telling};
use crate::app::reader::{DossierRef, use_reader};
use crate::app::renders;
use crate::i18n::trn;
use crate::route::{ARTICLES_PER_PAGE, Base, Route, n_article_lists};
use crate::shape::WhoIsWhere;
use crate::telling::{Telling, telling as choose};
use crate::wording::strap;

#[derive(Properties, PartialEq)]
pub struct FrontProps {
    /// The front page's route.
    pub front: Rc<Route>,
    /// Where addresses lead from.
    pub base: Base,
    /// The part of the list of articles, from 1.
    pub number: u32,
    /// What is shown above the first part.
    pub seen: Rc<Option<Seen>>,
}

/// What is shown above the articles.
#[derive(PartialEq, Eq)]
pub struct Seen {
    who_is_where: WhoIsWhere,
    /// Of a small dossier.
    telling: Option<Telling>,
}

impl Seen {
    /// Opens all articles of a small dossier; `None` of one with a single article, and of a large one without outlets,
    /// and as long as not all articles of a small one are there.
    #[must_use]
    pub fn of(dossier: &DossierRef, is_whole: bool) -> Option<Self> {
        let who_is_where =
            (dossier.articles.len() > 1).then(|| WhoIsWhere::of(dossier)).flatten()?;
        let is_small = matches!(who_is_where, WhoIsWhere::ByArticle(_));
        if is_small && !is_whole {
            return None;
        }
        Some(Self { who_is_where, telling: is_small.then(|| choose(dossier)) })
    }
}

/// The front page, with a part of the list of articles.
#[component]
pub fn FrontPage(props: &FrontProps) -> Html {
    renders::note("FrontPage");
    let FrontProps { front, base, number, seen } = props;
    let reader = use_reader();
    let dossier = &reader.dossier;
    let language = dossier.masthead.language.clone();
    let before = (*number as usize - 1) * ARTICLES_PER_PAGE;
    let seen = (**seen).as_ref().filter(|_| *number == 1);
    let shape = seen.and_then(|seen| match &seen.who_is_where {
        WhoIsWhere::ByArticle(shape) => Some(shape),
        WhoIsWhere::ByOutlet(_) => None,
    });
    // Of a large dossier too, since no other article is opened for them.
    let words = if *number == 1 { &*dossier.masthead.telling } else { &[] };
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
            if !words.is_empty() {
                { chosen(&reader, front, *base, words) }
            } else if let Some(by_rule) = seen.and_then(|seen| seen.telling.as_ref()) {
                { telling(&reader, front, *base, by_rule) }
            }
            if let Some(seen) = seen {
                { who_is_where(&reader, front, *base, &seen.who_is_where, Shown::AmongOthers) }
            }
            <section aria-labelledby="articles_h">
                <div class="section-head">
                    <p class="section-title" id="articles_h">
                        { trn!(dossier.articles.len(), "{n} article", "{n} articles") }
                    </p>
                </div>
                <ol class="cards" id="articles">{ for cards }</ol>
            </section>
            { list_steps(&reader, *base, *number, n_article_lists(dossier), |number| front.articles(number)) }
        </div>
    }
}
