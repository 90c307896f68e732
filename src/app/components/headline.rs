//! What an article is called.

use yew::prelude::*;

use crate::dossier::ArticleTitle;
use crate::i18n::{language, tr};

/// An article's headline; where there is none, its first words, visibly not a headline.
pub fn headline(title: ArticleTitle<'_>) -> Html {
    match title {
        ArticleTitle::Headline(headline) => html! { { headline } },
        ArticleTitle::FirstWords(words) => html! {
            <>
                <span class="first-words">{ format!("{words} …") }</span>
                { " " }
                <span class="first-words-note" lang={language()}>{ tr!("No headline in the source") }</span>
            </>
        },
    }
}
