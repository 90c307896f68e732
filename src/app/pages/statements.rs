//! What several articles quote alike, version by version.

use std::cmp::Reverse;

use yew::prelude::*;

use crate::anchor::words_code;
use crate::app::components::version::{
    OpenArticles, folded_sources, open_articles, place_link, source_link, told, version_words,
};
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::article::ArticleId;
use crate::collation::{Collation, Nearness, Reading, Variant, collate};
use crate::comparison::Chosen;
use crate::dossier::Dossier;
use crate::i18n::{tr, trn};
use crate::language::is_same;
use crate::reuse::Passage;
use crate::route::{Route, STATEMENT_ID, View};
use crate::span::Span;
use crate::state::Action;
use crate::statement::Statement;
use crate::wording::{date, day_of, heading, in_marks, joined, source_in};

/// A dossier of at most so many articles names each that lacks a statement, where a larger one folds them; and it
/// counts what stands in one article alone.
const MOST_LISTED: usize = 8;
/// How many differences are told in words.
const MOST_VARIANTS: usize = 8;

#[derive(Properties, PartialEq)]
pub struct StatementsProps {
    /// Where the page is.
    pub here: Here,
    /// How many statements are shown.
    pub n_shown: usize,
}

/// All statements, those that most articles have first, each with its versions and what differs.
#[component]
pub fn StatementsPage(props: &StatementsProps) -> Html {
    renders::note("StatementsPage");
    let StatementsProps { here, n_shown } = props;
    let reader = use_reader();
    let is_chosen = !here.route.filter.is_empty() || !here.route.query.trim().is_empty();
    let asked = (reader.dossier.clone(), here.route.clone());
    let chosen = use_memo(asked, |(dossier, route)| {
        let mut statements = dossier.statements();
        let n_all = statements.len();
        if is_chosen {
            choose(dossier, route, &mut statements);
        }
        statements.sort_by_key(|statement| {
            (Reverse(statement.articles().count()), Reverse(statement.is_verbatim))
        });
        (statements, n_all)
    });
    let (statements, n_all) = &*chosen;
    let shown = &statements[..statements.len().min(*n_shown)];
    let open = open_articles(&reader, shown);
    let collations: Vec<(&Statement, Collation)> = shown
        .iter()
        .filter_map(|statement| {
            Some((statement, collate(statement, |id| open.get(&id).map(|source| &**source))?))
        })
        .collect();
    let n_articles = reader.dossier.articles.len();
    let sections = collations.iter().enumerate().map(|(at, (statement, collation))| {
        statement_section(&reader, here, &open, at, statement, collation)
    });
    html! {
        <div class="statements">
            <header class="view-head">
                <h1 tabindex="-1">{ tr!("Statements, and who has them") }</h1>
                <p class="standfirst">
                    { tr!(
                        "Sentences that several articles quote alike, laid side by side: what each kept, dropped or \
                         changed."
                    ) }
                </p>
            </header>
            if is_chosen {
                { told_chosen(&reader, here, statements.len(), *n_all) }
            }
            if collations.is_empty() {
                if !is_chosen {
                    <p>
                        { tr!(
                            "No two articles of this dossier quote the same statement, as far as their words show."
                        ) }
                    </p>
                }
            } else {
                { spread(statements, n_articles) }
                <p class="key">
                    <b class="variant">{ tr!("Bold with a thick line") }</b>
                    { tr!(
                        ": words that only this version has. Names in [ ] are the editors’: the source states no \
                         outlet."
                    ) }
                </p>
                { index(&collations, n_articles) }
                { for sections }
            }
            if statements.len() > *n_shown {
                <button type="button" class="more" onclick={reader.on(Action::MoreWanted)}>
                    { tr!("Show more") }
                </button>
            }
            if n_articles <= MOST_LISTED && n_articles > 1 && !is_chosen {
                { only_here(&reader, here, statements) }
            }
        </div>
    }
}

/// What the statements on the page are called, and the way to each.
fn index(collations: &[(&Statement, Collation)], n_articles: usize) -> Html {
    let entries = collations.iter().enumerate().map(|(at, (statement, collation))| {
        let n_holders = statement.articles().count();
        html! {
            <li>
                <a href={format!("#{STATEMENT_ID}{at}")}>{ heading(&collation.heading) }</a>
                { " " }
                <span class="count">{ tr!("{n_holders} of {n_articles}", n_holders, n_articles) }</span>
            </li>
        }
    });
    html! {
        <nav class="statement-index" aria-label={tr!("Statements on this page")}>
            <ol>{ for entries }</ol>
        </nav>
    }
}

/// That not all statements are shown, and the way to them.
fn told_chosen(reader: &Reader, here: &Here, n_chosen: usize, n_all: usize) -> Html {
    html! {
        <p class="key">
            { tr!(
                "Shown are {n_chosen} of {n_all} statements: those with words that this address chooses. ",
                n_chosen,
                n_all
            ) }
            { reader.link(here.base, here.route.statements(), "", html! { { tr!("All statements") } }) }
        </p>
    }
}

/// Keeps the statements that have a part in a quotation which a route's filter and query choose.
fn choose(dossier: &Dossier, route: &Route, statements: &mut Vec<Statement>) {
    let asked = Chosen::new(dossier, &route.filter, &route.query);
    // Of each article what is chosen there, once it was asked for: few articles have a part in statements.
    let mut chosen: Vec<Option<Vec<Span>>> = vec![None; dossier.articles.len()];
    statements.retain(|statement| {
        statement.versions.iter().any(|version| {
            let Some(contents) = chosen.get_mut(version.article.0 as usize) else { return false };
            let contents = contents.get_or_insert_with(|| {
                let source = dossier.open_article(version.article);
                let quotations = asked.of(&source).into_iter();
                quotations.flat_map(|at| source.quotations[at].contents.clone()).collect()
            });
            contents.iter().any(|own| own.overlaps(version.span))
        })
    });
}

/// How many statements stand in how many articles.
fn spread(statements: &[Statement], n_articles: usize) -> Html {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    // They are sorted by that number.
    for statement in statements {
        let n_holders = statement.articles().count();
        match counts.last_mut().filter(|(n, _)| *n == n_holders) {
            Some((_, count)) => *count += 1,
            None => counts.push((n_holders, 1)),
        }
    }
    let rows = counts.into_iter().map(|(n_holders, count)| {
        let holders = match n_holders == n_articles {
            true => tr!("all {n_articles} articles", n_articles),
            false => tr!("{n_holders} articles", n_holders),
        };
        html! { <tr><th scope="row">{ holders }</th><td>{ count }</td></tr> }
    });
    html! {
        <table class="spread">
            <caption>{ tr!("How far statements travel") }</caption>
            <thead>
                <tr><th scope="col">{ tr!("Found in") }</th><th scope="col">{ tr!("Statements") }</th></tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// One statement with its versions, and in words what differs.
pub fn statement_section(
    reader: &Reader,
    here: &Here,
    open: &OpenArticles,
    at: usize,
    statement: &Statement,
    collation: &Collation,
) -> Html {
    let n_articles = reader.dossier.articles.len();
    let n_holders = statement.articles().count();
    let held =
        trn!(n_articles, "{n_holders} of {n} article", "{n_holders} of {n} articles", n_holders);
    let nearness = match collation.nearness() {
        Nearness::Same => tr!("same words"),
        Nearness::Nearly => tr!("nearly the same words"),
        Nearness::Other => tr!("same statement, other words"),
    };
    let versions = collation.readings.iter().map(|reading| version(reader, here, open, reading));
    let first = statement.versions.first().copied();
    let alone = first.filter(|_| here.route.view == View::Statements).and_then(|first| {
        let text = &open.get(&first.article)?.article.text;
        let route = here.route.finding(View::Statement(words_code(first.span.within(text))));
        Some(reader.link(
            here.base,
            route,
            "alone",
            html! { { tr!("This statement alone, to cite or embed") } },
        ))
    });
    let source = first.and_then(|first| open.get(&first.article));
    let language = source.map(|source| reader.dossier.language_of(&source.article).to_owned());
    let id = format!("{STATEMENT_ID}{at}");
    // Alone it is named by the heading of the page.
    let is_alone = here.route.view != View::Statements;
    html! {
        <section
            class="statement"
            key={id.clone()}
            id={id.clone()}
            tabindex="-1"
            aria-labelledby={(!is_alone).then(|| format!("{id}_h"))}
        >
            if !is_alone {
                <h2 id={format!("{id}_h")} lang={language} dir="auto">{ heading(&collation.heading) }</h2>
            }
            <p class="fine">{ format!("{held} · {nearness}") }</p>
            <ol class="versions">{ for versions }</ol>
            { verdict(reader, open, statement, collation) }
            <p class="fine">{ alone.unwrap_or_default() }</p>
        </section>
    }
}

fn version(reader: &Reader, here: &Here, open: &OpenArticles, reading: &Reading) -> Html {
    let Some(source) = open.get(&reading.passage.article) else { return Html::default() };
    let repeated = reading.repeated.iter().filter_map(|passage| {
        let other = open.get(&passage.article)?;
        let name = match passage.article == reading.passage.article {
            true => Html::default(),
            false => html! { <>{ source_link(reader, here, other) }{ " " }</> },
        };
        Some(html! { <>{ ", " }{ name }{ place_link(reader, here, other, *passage) }</> })
    });
    let mut repeated = repeated.peekable();
    let has_repeated = repeated.peek().is_some();
    html! {
        <li>
            <p class="version-source">
                { source_link(reader, here, source) }
                { " · " }
                { place_link(reader, here, source, reading.passage) }
                if let Some(published) = &source.article.byline.published {
                    { " · " }
                    <time datetime={published.clone()}>{ date(published) }</time>
                }
            </p>
            <blockquote>{ version_words(reader, here, source, reading.passage, &reading.own) }</blockquote>
            <p class="told">
                { told(reader, source, &reading.quotations) }
                if has_repeated {
                    { tr!(". The same words") }
                    { for repeated }
                }
            </p>
        </li>
    }
}

/// What differs, in words: words in the place of others, left out or added, and who lacks the statement.
fn verdict(
    reader: &Reader,
    open: &OpenArticles,
    statement: &Statement,
    collation: &Collation,
) -> Html {
    // Without the marks, of which a part may have but one of two.
    let words = |passage: Passage| {
        let Some(source) = open.get(&passage.article) else { return String::new() };
        let words =
            source.said_in(passage.span).unwrap_or(passage.span).within(&source.article.text);
        in_marks(&words.replace(['"', '“', '”', '„', '«', '»'], ""))
    };
    let name = |article: ArticleId| {
        let source = open.get(&article);
        source
            .map_or_else(String::new, |source| source_in(&reader.dossier, article, &source.article))
    };
    let variants = collation.variants.iter().filter(|variant| is_of_what_is_said(open, variant));
    let variants = variants.take(MOST_VARIANTS).map(|variant| {
        let (term, told) = variant_told(variant, words, name);
        html! { <><dt>{ term }</dt><dd><bdi>{ told }</bdi></dd></> }
    });
    let has: Vec<ArticleId> = statement.articles().collect();
    let own = has.iter().filter_map(|id| open.get(id));
    let languages = own.map(|source| reader.dossier.language_of(&source.article));
    let (lacking, foreign) = without(reader, &has, &languages.collect::<Vec<_>>());
    let first = told_first(open, &has, name);
    html! {
        <dl class="verdict">
            { for variants }
            if let Some(first) = first {
                <dt>{ tr!("First dated") }</dt>
                <dd><bdi>{ first }</bdi></dd>
            }
            if !lacking.is_empty() {
                <dt>{ tr!("Not in") }</dt>
                <dd>{ listed(reader, &lacking) }</dd>
            }
            if !foreign.is_empty() {
                <dt>{ tr!("Not compared") }</dt>
                <dd>{ listed(reader, &foreign) }{ tr!(" (in another language)") }</dd>
            }
        </dl>
    }
}

/// The articles that are none of some: those in one of these languages, within which words are compared, and all
/// others.
fn without(
    reader: &Reader,
    some: &[ArticleId],
    languages: &[&str],
) -> (Vec<ArticleId>, Vec<ArticleId>) {
    let (mut lacking, mut foreign) = (Vec::new(), Vec::new());
    for (language, articles) in reader.dossier.by_language() {
        let is_compared = languages.iter().any(|own| is_same(own, language));
        let list = if is_compared { &mut lacking } else { &mut foreign };
        list.extend(articles.iter().filter(|id| some.binary_search(id).is_err()));
    }
    lacking.sort_unstable();
    foreign.sort_unstable();
    (lacking, foreign)
}

/// What kind of difference it is, and the differing words with the names of their sources.
fn variant_told(
    Variant { one, other, .. }: &Variant,
    words: impl Fn(Passage) -> String,
    name: impl Fn(ArticleId) -> String,
) -> (&'static str, String) {
    match (one.span.is_empty(), other.span.is_empty()) {
        (false, true) => (
            tr!("Left out"),
            tr!("{text}, in {source}", text = words(*one), source = name(other.article)),
        ),
        (true, _) => (
            tr!("Added"),
            tr!("{text}, in {source}", text = words(*other), source = name(other.article)),
        ),
        _ => (
            tr!("Other words"),
            tr!(
                "{text} in {source}, {other_text} in {other_source}",
                text = words(*one),
                source = name(one.article),
                other_text = words(*other),
                other_source = name(other.article)
            ),
        ),
    }
}

/// Whether a difference is one of what is said, rather than of who says it and how; where nobody is quoted all are.
fn is_of_what_is_said(open: &OpenArticles, variant: &Variant) -> bool {
    let said = [variant.one, variant.other].map(|Passage { article, span }| {
        let source = open.get(&article)?;
        let mut contents = source.quotations.iter().flat_map(|quotation| &quotation.contents);
        let paragraph = source.article.paragraph_at(span.start);
        let has_some =
            contents.clone().any(|content| source.article.paragraph_at(content.start) == paragraph);
        has_some.then(|| !span.is_empty() && contents.any(|content| content.overlaps(span)))
    });
    said.iter().all(Option::is_none) || said.contains(&Some(true))
}

/// Which of some articles is dated first, by their names; nothing where fewer than two are.
fn told_first(
    open: &OpenArticles,
    has: &[ArticleId],
    name: impl Fn(ArticleId) -> String,
) -> Option<String> {
    let dated: Vec<(&str, ArticleId)> = has
        .iter()
        .filter_map(|id| Some((open.get(id)?.article.byline.published.as_deref()?, *id)))
        .collect();
    match &*first_dated(&dated) {
        [] => None,
        _ if dated.len() < 2 => None,
        [(published, article)] => Some(format!("{}, {}", name(*article), date(published))),
        several => {
            let names: Vec<String> = several.iter().map(|(_, article)| name(*article)).collect();
            let day = date(day_of(several[0].0));
            Some(tr!(
                "{sources}, {day}; in which order is not stated",
                sources = joined(&names),
                day
            ))
        }
    }
}

/// Those that may be the earliest of some dated articles: all of the first day. Their times are those where each was
/// written, and do not tell which was earlier.
fn first_dated<'a>(dated: &[(&'a str, ArticleId)]) -> Vec<(&'a str, ArticleId)> {
    let day = dated.iter().map(|(iso, _)| day_of(iso)).min();
    dated.iter().filter(|(iso, _)| Some(day_of(iso)) == day).copied().collect()
}

/// Articles by their names, folded where the dossier has many.
fn listed(reader: &Reader, articles: &[ArticleId]) -> Html {
    if reader.dossier.articles.len() > MOST_LISTED {
        let n_articles = trn!(articles.len(), "{n} article", "{n} articles");
        return folded_sources(reader, n_articles, articles);
    }
    let names =
        articles.iter().map(|id| source_in(&reader.dossier, *id, &reader.dossier.listed(*id)));
    html! { <bdi>{ names.collect::<Vec<_>>().join(", ") }</bdi> }
}

/// How many quotations of each article no other one has.
fn only_here(reader: &Reader, here: &Here, statements: &[Statement]) -> Html {
    let rows = reader.dossier.article_ids().map(|id| {
        let source = ArticleRef::new(reader.dossier.open_article(id).into_owned());
        let shared = statements.iter().flat_map(|statement| &statement.versions);
        let shared: Vec<&Passage> = shared.filter(|version| version.article == id).collect();
        let alone = source.quotations.iter().filter(|quotation| {
            !quotation
                .contents
                .iter()
                .any(|content| shared.iter().any(|version| version.span.overlaps(*content)))
        });
        let n_alone = alone.count();
        let language = reader.dossier.language_of(&source.article);
        let (others, _) = without(reader, &[id], &[language]);
        let is_compared = !others.is_empty();
        html! {
            <tr key={id.0}>
                <th scope="row">{ source_link(reader, here, &source) }</th>
                if is_compared {
                    <td>{ n_alone }</td>
                } else {
                    <td>{ tr!("not compared: no other article is in its language") }</td>
                }
                <td>{ trn!(source.quotations.len(), "of {n} quotation", "of {n} quotations") }</td>
            </tr>
        }
    });
    html! {
        <section class="statement" id="only_here" aria-labelledby="only_here_h">
            <h2 id="only_here_h">{ tr!("Only here") }</h2>
            <p class="fine">{ tr!("Quotations without a counterpart in another article.") }</p>
            <table class="spread">
                <thead>
                    <tr>
                        <th scope="col">{ tr!("Article") }</th>
                        <th scope="col">{ tr!("Only here") }</th>
                        <th scope="col">{ tr!("Of") }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}
