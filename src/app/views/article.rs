//! One article, in full.

use yew::Html;

use super::View;
use super::article_card::{headline, speakers};
use super::element::{Element, el, optional, row};
use super::paragraph::{Marks, paragraph};
use super::step_bar::step_bar;
use crate::article::{Article, ArticleId};
use crate::dossier::title_of;
use crate::query::{Query, hits_in_article};
use crate::route::paragraph_id;
use crate::state::{Action, stops};
use crate::wording::{authors, counted, n_words, outlet, published, reading_minutes, title};

/// An article with its quotations and hits marked.
pub fn article(view: &View<'_>, id: ArticleId) -> Html {
    let source = view.dossier.open(id);
    let article = &source.article;
    let query = Query::parse(&view.state.route.query).0;
    let stops = stops(view.dossier, view.state, id);
    let marks = Marks {
        hits: hits_in_article(view.dossier, query, id),
        current: view.state.current_hit.and_then(|hit| stops.get(hit as usize).copied()),
    };
    let head = if article.headline().is_some() {
        paragraph(view, &source, 0, &marks)
    } else {
        el("h1", "paragraph headline")
            .attr("id", &paragraph_id(&article.slug, 0))
            .attr("tabindex", "-1")
            .html(headline(title_of(article)))
            .into()
    };
    let head = el("header", "article-head")
        .child(el("p", "kicker").text(outlet(article)))
        .html(head)
        .child(facts(article))
        .child_if(speakers(view, &source));
    let mut body = el("article", "")
        .attr("id", &article.slug)
        .attr("data-article", &article.slug)
        .attr("lang", view.dossier.language_of(article))
        .attr("dir", "auto")
        .child(head);
    for number in 1..article.paragraphs.len() as u32 {
        body = body.html(paragraph(view, &source, number, &marks));
    }
    let asks = view.state.route.asks_for_results();
    let back = asks
        .then(|| el("p", "back").child(view.link(Action::OverviewOpened).text("← All results")));
    let step_bar = asks.then(|| step_bar(view, stops.len()));
    let neighbours = el("nav", "neighbours")
        .attr("aria-label", "Articles")
        .child(neighbour(view, id.0.checked_sub(1), "prev", "Previous"))
        .child(neighbour(view, id.0.checked_add(1), "next", "Next"));
    row(vec![optional(back), body.into(), optional(step_bar), neighbours.into()])
}

/// Authors, date, length and source of an article.
fn facts(article: &Article) -> Element {
    let byline = &article.byline;
    let mut facts = el("p", "byline");
    if !byline.authors.is_empty() {
        facts = facts.child(el("span", "").text("By ").text(&authors(article)));
    }
    facts = facts
        .child(
            el("time", "")
                .attr_if("datetime", byline.published.as_deref())
                .text(&published(article)),
        )
        .child(
            el("span", "")
                .text(&counted(n_words(article), "word", "words"))
                .text(", ")
                .text(&counted(reading_minutes(article), "minute", "minutes")),
        );
    let source = byline.url.as_deref().map(|url| external(url).text("At the publisher’s"));
    facts.child_if(source)
}

/// A link to another site, which is told nothing of where the reader comes from.
pub fn external(url: &str) -> Element {
    el("a", "").attr("href", url).attr("rel", "noopener noreferrer external")
}

fn neighbour(
    view: &View<'_>,
    index: Option<u32>,
    class: &'static str,
    label: &'static str,
) -> Element {
    let n_articles = view.dossier.articles.len() as u32;
    match index.filter(|index| *index < n_articles).map(ArticleId) {
        Some(id) => view
            .link(Action::ArticleOpened(id, None))
            .attr("class", class)
            .child(el("span", "kicker").text(label))
            .text(&title(&view.dossier.article(id))),
        None => el("span", ""),
    }
}
