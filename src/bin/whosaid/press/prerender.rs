//! The page without the reader: every article in full, an index of speakers with links to their
//! words, all by plain links; and what stands in the page's head.
//!
//! It is what a browser shows before any wasm arrives, with JavaScript off, or when the reader cannot
//! start. It has the app's element names, so that one style sheet serves both and nothing moves when
//! the app takes over.

use maud::{Markup, html};
use whosaid::article::{ArticleId, MarkupKind, ParagraphKind};
use whosaid::compose::{self, Piece};
use whosaid::dossier::{ArticleTitle, Dossier};
use whosaid::query::SpeakerChoice;
use whosaid::quotation::{Quotation, SpeakerId};
use whosaid::route::{SAID_BY, paragraph_id, speaker_slug};
use whosaid::slug::slug;
use whosaid::wording::{
    authors, class_of, counted, date, n_words, outlet, published, reading_minutes, speaker_name,
    title,
};

use crate::source::Place;

/// What goes into the page's head.
pub fn head(dossier: &Dossier, place: &Place, policy: &str) -> Markup {
    let masthead = &dossier.masthead;
    html! {
        meta http-equiv="Content-Security-Policy" content=(policy);
        title { (masthead.title) }
        @if let Some(standfirst) = &masthead.standfirst {
            meta name="description" content=(standfirst);
        }
        @if let Some(url) = &place.url { link rel="canonical" href=(url); }
        @if !place.hosts.is_empty() { meta name="whosaid-hosts" content=(place.hosts.join(" ")); }
    }
}

/// What goes into the page's body.
pub fn page(dossier: &Dossier) -> Markup {
    let n_quotations = dossier.quotations.iter().map(Vec::len).sum();
    html! {
        header.masthead {
            p.masthead-name { a href="./" { (dossier.masthead.title) } }
            search.search {
                label for="query" { "Search" }
                input type="search" id="query" disabled;
            }
            div.masthead-tools {}
        }
        noscript {
            p.notices { "Search and filters need JavaScript. The articles and the index of speakers do not." }
        }
        div.columns {
            aside.filters aria-label="Filters" {
                div.filters-body {
                    fieldset.filter-group disabled {
                        legend { "Speakers" }
                        @for choice in choices(dossier).take(SHOWN_SPEAKERS) {
                            (speaker_box(dossier, choice))
                        }
                    }
                    p.filters-note { a href="#speakers" { "Index of speakers" } }
                }
            }
            main id="main" tabindex="-1" {
                p.status role="status" {}
                div.front {
                    header.front-head {
                        h1 { (dossier.masthead.title) }
                        @if let Some(standfirst) = &dossier.masthead.standfirst {
                            p.standfirst { (standfirst) }
                        }
                        p.front-facts {
                            (counted(dossier.articles.len(), "article", "articles")) " · "
                            (counted(n_quotations, "quotation", "quotations")) " · "
                            a href="#speakers" {
                                (counted(dossier.speakers.len(), "speaker", "speakers"))
                            }
                        }
                    }
                    div.cards id="articles" {
                        @for id in dossier.article_ids() { (card(dossier, id)) }
                    }
                }
                @for id in dossier.article_ids() { (article(dossier, id)) }
                (speakers(dossier))
            }
        }
    }
}

/// What goes into the page's foot. `one_file` is the one-file edition, and `is_offline` whether a service
/// worker keeps the site.
pub fn foot(dossier: &Dossier, version: &str, one_file: &str, is_offline: bool) -> Markup {
    let name = slug(&dossier.masthead.title);
    let name = if name.is_empty() { "dossier" } else { &*name };
    html! {
        a.full-page href="./" target="_blank" rel="noopener" { "Open the full page" }
        (edition(dossier, version))
        @if is_offline { span id="offline" role="status" {} }
        button type="button" data-share="embed" hidden { "Embed this view" }
        button type="button" data-share="loads" hidden { "What this page loads" }
        a href="dossier.html" download={ (name) ".html" } {
            "Download this dossier (one file, " (megabytes(one_file.len())) ")"
        }
    }
}

/// What goes into the foot of the one-file edition.
pub fn foot_of_one_file(dossier: &Dossier, version: &str) -> Markup {
    html! {
        (edition(dossier, version))
        span { "All of it is in this one file." }
    }
}

fn edition(dossier: &Dossier, version: &str) -> Markup {
    let newest = dossier.articles.iter().filter_map(|article| article.byline.published.as_deref());
    html! {
        span {
            "Edition " span id="edition" { (version) }
            @if let Some(newest) = newest.max() {
                ", articles up to " (date(newest.split('T').next().unwrap_or(newest)))
            }
        }
    }
}

/// A size as readers are told: "1.3 MB".
fn megabytes(n_bytes: usize) -> String {
    format!("{:.1} MB", n_bytes as f64 / 1e6)
}

/// How many speakers stand beside the articles; the index below has all.
const SHOWN_SPEAKERS: usize = 12;

fn choices(dossier: &Dossier) -> impl Iterator<Item = SpeakerChoice> {
    (0..dossier.speakers.len() as u32).map(|at| SpeakerChoice::Speaker(SpeakerId(at)))
}

fn speaker_box(dossier: &Dossier, choice: SpeakerChoice) -> Markup {
    let n_quotations = quotations_of(dossier, choice).count();
    html! {
        label.filter {
            input type="checkbox" value=(speaker_slug(choice, dossier));
            span.filter-name { (speaker_name(choice, dossier)) }
            span.count { (n_quotations) }
        }
    }
}

fn card(dossier: &Dossier, id: ArticleId) -> Markup {
    let article = dossier.article(id);
    let speakers = dossier.speakers_in(id);
    html! {
        section.article-card lang=(dossier.language_of(id)) dir="auto" {
            p.kicker { (outlet(article)) }
            h2 { a href={ "#" (article.slug) } { (headline(dossier, id)) } }
            p.card-facts {
                (published(article)) " · " (counted(reading_minutes(article), "minute", "minutes"))
                @if !article.byline.authors.is_empty() { " · " (authors(article)) }
            }
            @if !speakers.is_empty() {
                ul.article-speakers aria-label="Who speaks here" {
                    @for (speaker, n) in speakers {
                        li {
                            a href={ "#" (SAID_BY) (dossier.speaker(speaker).slug) } {
                                (dossier.speaker(speaker).name)
                            }
                            span.count { (n) }
                        }
                    }
                }
            }
        }
    }
}

fn headline(dossier: &Dossier, id: ArticleId) -> Markup {
    match dossier.title_of(id) {
        ArticleTitle::Headline(headline) => html! { (headline) },
        ArticleTitle::FirstWords(words) => html! {
            span.first-words { (words) " …" }
            span.first-words-note { "No headline in the source" }
        },
    }
}

/// An article in full.
pub fn article(dossier: &Dossier, id: ArticleId) -> Markup {
    let article = dossier.article(id);
    let byline = &article.byline;
    html! {
        article id=(article.slug) data-article=(article.slug) lang=(dossier.language_of(id)) dir="auto" {
            header.article-head {
                p.kicker { (outlet(article)) }
                h2.paragraph.headline id=(paragraph_id(&article.slug, 0)) {
                    @if article.headline().is_some() {
                        (paragraph(dossier, id, 0))
                    } @else {
                        (headline(dossier, id))
                    }
                }
                p.byline {
                    @if !byline.authors.is_empty() { span { "By " (authors(article)) } }
                    time datetime=[byline.published.as_deref()] { (published(article)) }
                    span {
                        (counted(n_words(article), "word", "words")) ", "
                        (counted(reading_minutes(article), "minute", "minutes"))
                    }
                    @if let Some(url) = &byline.url {
                        a href=(url) rel="noopener noreferrer external" { "At the publisher’s" }
                    }
                }
            }
            @for number in 1..article.paragraphs.len() as u32 { (block(dossier, id, number)) }
        }
    }
}

fn block(dossier: &Dossier, id: ArticleId, number: u32) -> Markup {
    let article = dossier.article(id);
    let kind = article.paragraphs[number as usize].kind;
    let element_id = paragraph_id(&article.slug, number);
    let class = format!("paragraph {}", class_of(kind));
    let content = paragraph(dossier, id, number);
    html! {
        @if kind == ParagraphKind::Heading {
            h3 id=(element_id) class=(class) { (content) }
        } @else {
            p id=(element_id) class=(class) { (content) }
        }
    }
}

fn paragraph(dossier: &Dossier, id: ArticleId, number: u32) -> Markup {
    let article = dossier.article(id);
    let quotations = dossier.quotations_in(id);
    pieces(dossier, quotations, &compose::paragraph(article, quotations, number as usize, &[]))
}

fn pieces(dossier: &Dossier, quotations: &[Quotation], list: &[Piece<'_>]) -> Markup {
    let inner = |list: &[Piece<'_>]| pieces(dossier, quotations, list);
    html! {
        @for piece in list {
            @match piece {
                Piece::Text(words) => (words),
                Piece::Quotation(at, list) => {
                    span.quotation
                        data-speaker=(speaker_slug(SpeakerChoice::of(&quotations[*at]), dossier))
                        data-kind=(quotations[*at].kind.name())
                        { (inner(list)) }
                }
                Piece::OwnWords(list) => span.own-words { (inner(list)) },
                Piece::Markup(MarkupKind::Emphasis, list) => em { (inner(list)) },
                Piece::Markup(MarkupKind::Strong, list) => strong { (inner(list)) },
                Piece::Markup(MarkupKind::Link(url), list) => {
                    a href=(url) rel="noopener noreferrer external" { (inner(list)) }
                }
                Piece::Hit(list) => mark { (inner(list)) },
                Piece::Attribution(at) => (attribution(dossier, &quotations[*at])),
            }
        }
    }
}

/// A link from a quotation to its speaker in the index. The style sheet draws the name, so that the
/// paragraph's text stays the source's.
fn attribution(dossier: &Dossier, quotation: &Quotation) -> Markup {
    let choice = SpeakerChoice::of(quotation);
    let name = speaker_name(choice, dossier);
    html! {
        a.attribution
            href={ "#" (SAID_BY) (speaker_slug(choice, dossier)) }
            aria-label={ (name) ", " (quotation.kind.name()) }
            {}
    }
}

fn quotations_of(
    dossier: &Dossier,
    choice: SpeakerChoice,
) -> impl Iterator<Item = (ArticleId, &Quotation)> {
    let all = dossier
        .article_ids()
        .flat_map(|id| dossier.quotations_in(id).iter().map(move |quotation| (id, quotation)));
    all.filter(move |(_, quotation)| SpeakerChoice::of(quotation) == choice)
}

fn speakers(dossier: &Dossier) -> Markup {
    html! {
        section.speaker-index id="speakers" {
            h2 { "Who speaks" }
            ul {
                @for choice in choices(dossier).chain([SpeakerChoice::Unattributed]) {
                    (speaker(dossier, choice))
                }
            }
        }
    }
}

fn speaker(dossier: &Dossier, choice: SpeakerChoice) -> Markup {
    let (roles, spellings): (&[String], &[String]) = match choice {
        SpeakerChoice::Speaker(id) => (&dossier.speaker(id).roles, &dossier.speaker(id).spellings),
        SpeakerChoice::Unattributed => (&[], &[]),
    };
    html! {
        li id={ (SAID_BY) (speaker_slug(choice, dossier)) } {
            h3 { (speaker_name(choice, dossier)) }
            @if !roles.is_empty() { p.speaker-roles { (roles.join("; ")) } }
            @if !spellings.is_empty() { p.speaker-spellings { "Also: " (spellings.join(", ")) } }
            (said(dossier, choice))
        }
    }
}

/// The paragraphs in which a speaker is quoted, by article.
fn said(dossier: &Dossier, choice: SpeakerChoice) -> Markup {
    let articles = dossier.article_ids().filter_map(|id| {
        let article = dossier.article(id);
        let mut numbers: Vec<usize> = dossier
            .quotations_in(id)
            .iter()
            .filter(|quotation| SpeakerChoice::of(quotation) == choice)
            .map(|quotation| article.paragraph_at(quotation.contents[0].start))
            .collect();
        numbers.dedup();
        (!numbers.is_empty()).then_some((id, numbers))
    });
    html! {
        ul.said {
            @for (id, numbers) in articles {
                li {
                    (title(id, dossier)) ", paragraph"
                    @for number in numbers {
                        " " a href={ "#" (paragraph_id(&dossier.article(id).slug, number as u32)) } {
                            (number)
                        }
                    }
                }
            }
        }
    }
}
