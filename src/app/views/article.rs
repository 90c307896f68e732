//! One article, in full.

use yew::Html;

use super::article_card::{headline, speakers};
use super::element::{Element, el, optional, row};
use super::link::external;
use super::paragraph::{Marks, paragraph};
use super::reader::Reader;
use super::step_bar::step_bar;
use crate::article::{Article, ArticleId};
use crate::dossier::title_of;
use crate::query::{Query, hits_in_article};
use crate::route::paragraph_id;
use crate::state::{Action, marks};
use crate::wording::{authors, counted, n_words, outlet, published, reading_minutes, title};

/// An article with its quotations and hits marked.
pub fn article(reader: &Reader<'_>, id: ArticleId) -> Html {
    let source = reader.dossier.open_article(id);
    let article = &source.article;
    let query = Query::parse(&reader.state.route.query).0;
    let steps = marks(reader.dossier, reader.state, id);
    let marks = Marks {
        hits: hits_in_article(reader.dossier, query, id),
        current: reader.state.current_hit.and_then(|hit| steps.get(hit as usize).copied()),
    };
    let head = if article.headline().is_some() {
        paragraph(reader, &source, 0, &marks)
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
        .child_if(speakers(reader, &source));
    let mut body = el("article", "")
        .attr("id", &article.slug)
        .attr("data-article", &article.slug)
        .attr("lang", reader.dossier.language_of(article))
        .attr("dir", "auto")
        .child(head);
    for number in 1..article.paragraphs.len() as u32 {
        body = body.html(paragraph(reader, &source, number, &marks));
    }
    let asks = reader.state.route.asks_for_results();
    let back = asks
        .then(|| el("p", "back").child(reader.link(Action::OverviewOpened).text("← All results")));
    let step_bar = asks.then(|| step_bar(reader, steps.len()));
    let neighbours = el("nav", "neighbours")
        .attr("aria-label", "Articles")
        .child(neighbour(reader, id.0.checked_sub(1), "prev", "Previous"))
        .child(neighbour(reader, id.0.checked_add(1), "next", "Next"));
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

fn neighbour(
    reader: &Reader<'_>,
    index: Option<u32>,
    class: &'static str,
    label: &'static str,
) -> Element {
    let n_articles = reader.dossier.articles.len() as u32;
    match index.filter(|index| *index < n_articles).map(ArticleId) {
        Some(id) => reader
            .link(Action::ArticleOpened(id, None))
            .attr("class", class)
            .child(el("span", "kicker").text(label))
            .text(&title(&reader.dossier.article(id))),
        None => el("span", ""),
    }
}
