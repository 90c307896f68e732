//! The page without the reader: every article in full, an index of speakers with links to their
//! words, all by plain links; and what stands in the page's head.
//!
//! Of a large dossier the front page has the first articles' cards alone, and the rest is
//! [static pages](StaticPage) beside it.
//!
//! It is what a browser shows before any wasm arrives, with JavaScript off, or when the reader cannot
//! start. It has the app's element names, so that one style sheet serves both and nothing moves when
//! the app takes over.

mod open_dossier;
mod renderer;
mod static_page;

use maud::{Markup, html};

use self::open_dossier::choices;
use self::renderer::Renderer;
use crate::dossier::{Dossier, OpenArticle};
use crate::slug::slug;
use crate::source::Site;
use crate::wording::{counted, date};

pub use self::open_dossier::OpenDossier;
pub use self::static_page::{STATIC_PAGE_FOLDERS, STATIC_PAGE_STYLE, StaticPage};

/// What goes into the page's head.
pub fn head(dossier: &Dossier, site: &Site, policy: &str) -> Markup {
    let masthead = &dossier.masthead;
    html! {
        meta http-equiv="Content-Security-Policy" content=(policy);
        title { (masthead.title) }
        @if let Some(standfirst) = &masthead.standfirst {
            meta name="description" content=(standfirst);
        }
        @if let Some(url) = &site.url { link rel="canonical" href=(url); }
        @if !site.hosts.is_empty() { meta name="whosaid-hosts" content=(site.hosts.join(" ")); }
    }
}

/// How many speakers stand beside the articles; the index has all.
const SHOWN_SPEAKERS: usize = 12;

/// What goes into the body of the front page: all articles, or of a large dossier the first cards.
/// `home` is the address of the page itself.
pub fn front_page(open: &OpenDossier, home: &str) -> Markup {
    let dossier = &open.dossier;
    let renderer = Renderer { open, root: open.is_large.then_some("") };
    html! {
        header.masthead {
            p.masthead-name { a href=(home) { (dossier.masthead.title) } }
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
                            (renderer.speaker_box(choice))
                        }
                    }
                    p.filters-note { a href=(renderer.index_of_speakers()) { "Index of speakers" } }
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
                            (counted(dossier.n_quotations(), "quotation", "quotations")) " · "
                            a href=(renderer.index_of_speakers()) {
                                (counted(dossier.speakers.len(), "speaker", "speakers"))
                            }
                        }
                    }
                    @if open.is_large {
                        (renderer.list(1))
                    } @else {
                        div.cards id="articles" {
                            @for source in &open.articles { (renderer.card(source)) }
                        }
                    }
                }
                @if !open.is_large {
                    @for source in &open.articles { (renderer.article(source)) }
                    section.speaker-index id="speakers" {
                        h2 { "Who speaks" }
                        ul {
                            @for choice in open.all_choices() { (renderer.speaker(choice)) }
                        }
                    }
                }
            }
        }
    }
}

/// What goes into the page's foot. `one_file_len` is the length of the one-file edition in bytes, and
/// `is_offline` says whether a service worker keeps the site.
pub fn foot(dossier: &Dossier, version: &str, one_file_len: usize, is_offline: bool) -> Markup {
    let name = slug(&dossier.masthead.title);
    let name = if name.is_empty() { "dossier" } else { &*name };
    html! {
        a.full-page href="./" target="_blank" rel="noopener" { "Open the full page" }
        (edition(dossier, version))
        button type="button" data-share="embed" hidden { "Embed this view" }
        button type="button" data-share="loads" hidden { "What this page loads" }
        a href="dossier.html" download={ (name) ".html" } {
            "Download this dossier (one file, " (megabytes(one_file_len)) ")"
        }
        // Last in the row, because it changes while the page is in use: what stands after it would move away
        // from under a pointer.
        @if is_offline { span id="offline" role="status" {} }
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
    let bylines = dossier.article_ids().map(|id| dossier.articles.byline(id));
    let newest = bylines.filter_map(|byline| byline.published).max();
    html! {
        span {
            "Edition " span id="edition" { (version) }
            @if let Some(newest) = newest {
                ", articles up to " (date(newest.split('T').next().unwrap_or(&newest)))
            }
        }
    }
}

/// A size as readers are told: "1.3 MB".
fn megabytes(n_bytes: usize) -> String {
    format!("{:.1} MB", n_bytes as f64 / 1e6)
}

/// An article in full, as the front page has it.
pub fn article(open: &OpenDossier, source: &OpenArticle) -> Markup {
    Renderer { open, root: None }.article(source)
}
