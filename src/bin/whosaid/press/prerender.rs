//! The page without the reader: every article in full, an index of speakers with links to their
//! words, all by plain links; and what stands in the page's head.
//!
//! It is what a browser shows before any wasm arrives, with JavaScript off, or when the reader cannot
//! start. It has the app's element names, so that one style sheet serves both and nothing moves when
//! the app takes over.

use maud::{Markup, html};
use whosaid::article::{Article, ArticleId, MarkupKind, ParagraphKind};
use whosaid::compose::{self, Piece};
use whosaid::dossier::{ArticleTitle, Dossier, Open, title_of};
use whosaid::query::SpeakerChoice;
use whosaid::quotation::{Quotation, SpeakerId};
use whosaid::route::{SAID_BY, paragraph_id, speaker_slug};
use whosaid::wording::{
    authors, class_of, counted, n_words, outlet, published, reading_minutes, speaker_name, title,
};

/// What goes into the page's head.
pub fn head(dossier: &Dossier, policy: &str) -> Markup {
    let masthead = &dossier.masthead;
    html! {
        meta http-equiv="Content-Security-Policy" content=(policy);
        title { (masthead.title) }
        @if let Some(standfirst) = &masthead.standfirst {
            meta name="description" content=(standfirst);
        }
    }
}

/// What goes into the page's body.
pub fn page(dossier: &Dossier) -> Markup {
    let book = Book::new(dossier);
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
                            (speaker_box(&book, choice))
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
                            (counted(dossier.n_quotations as usize, "quotation", "quotations")) " · "
                            a href="#speakers" {
                                (counted(dossier.speakers.len(), "speaker", "speakers"))
                            }
                        }
                    }
                    div.cards id="articles" {
                        @for source in &book.articles { (card(dossier, source)) }
                    }
                }
                @for source in &book.articles { (article(dossier, source)) }
                (speakers(&book))
            }
        }
    }
}

/// How many speakers stand beside the articles; the index below has all.
const SHOWN_SPEAKERS: usize = 12;

/// A dossier with all its articles opened, and where each speaker is quoted.
struct Book<'a> {
    dossier: &'a Dossier<'a>,
    articles: Vec<Open<'a>>,
    /// By [`SpeakerId`], last the *unattributed*.
    speakers: Vec<Said>,
}

/// What one speaker said.
#[derive(Clone, Default)]
struct Said {
    n_quotations: usize,
    /// In order, with the paragraphs in which a quotation of theirs begins.
    articles: Vec<(ArticleId, Vec<usize>)>,
}

impl<'a> Book<'a> {
    fn new(dossier: &'a Dossier<'a>) -> Self {
        let articles: Vec<Open> = dossier.article_ids().map(|id| dossier.open(id)).collect();
        let mut speakers = vec![Said::default(); dossier.speakers.len() + 1];
        for Open { id, article, quotations } in &articles {
            for quotation in quotations {
                let speaker = quotation.attribution.speaker;
                let said =
                    &mut speakers[speaker.map_or(dossier.speakers.len(), |id| id.0 as usize)];
                said.n_quotations += 1;
                if said.articles.last().is_none_or(|(last, _)| last != id) {
                    said.articles.push((*id, Vec::new()));
                }
                let (_, numbers) = said.articles.last_mut().expect("there is one now");
                let number = article.paragraph_at(quotation.contents[0].start);
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
        Self { dossier, articles, speakers }
    }

    fn said(&self, choice: SpeakerChoice) -> &Said {
        let at = match choice {
            SpeakerChoice::Speaker(id) => id.0 as usize,
            SpeakerChoice::Unattributed => self.dossier.speakers.len(),
        };
        &self.speakers[at]
    }
}

fn choices(dossier: &Dossier) -> impl Iterator<Item = SpeakerChoice> {
    (0..dossier.speakers.len() as u32).map(|at| SpeakerChoice::Speaker(SpeakerId(at)))
}

fn speaker_box(book: &Book, choice: SpeakerChoice) -> Markup {
    let dossier = book.dossier;
    html! {
        label.filter {
            input type="checkbox" value=(speaker_slug(choice, dossier));
            span.filter-name { (speaker_name(choice, dossier)) }
            span.count { (book.said(choice).n_quotations) }
        }
    }
}

fn card(dossier: &Dossier, source: &Open) -> Markup {
    let article = &source.article;
    let speakers = dossier.speakers_in(&source.quotations);
    html! {
        section.article-card lang=(dossier.language_of(article)) dir="auto" {
            p.kicker { (outlet(article)) }
            h2 { a href={ "#" (article.slug) } { (headline(article)) } }
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

fn headline(article: &Article) -> Markup {
    match title_of(article) {
        ArticleTitle::Headline(headline) => html! { (headline) },
        ArticleTitle::FirstWords(words) => html! {
            span.first-words { (words) " …" }
            span.first-words-note { "No headline in the source" }
        },
    }
}

fn article(dossier: &Dossier, source: &Open) -> Markup {
    let article = &source.article;
    let byline = &article.byline;
    html! {
        article id=(article.slug) data-article=(article.slug) lang=(dossier.language_of(article)) dir="auto" {
            header.article-head {
                p.kicker { (outlet(article)) }
                h2.paragraph.headline id=(paragraph_id(&article.slug, 0)) {
                    @if article.headline().is_some() {
                        (paragraph(dossier, source, 0))
                    } @else {
                        (headline(article))
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
            @for number in 1..article.paragraphs.len() as u32 { (block(dossier, source, number)) }
        }
    }
}

fn block(dossier: &Dossier, source: &Open, number: u32) -> Markup {
    let article = &source.article;
    let kind = article.paragraphs[number as usize].kind;
    let element_id = paragraph_id(&article.slug, number);
    let class = format!("paragraph {}", class_of(kind));
    let content = paragraph(dossier, source, number);
    html! {
        @if kind == ParagraphKind::Heading {
            h3 id=(element_id) class=(class) { (content) }
        } @else {
            p id=(element_id) class=(class) { (content) }
        }
    }
}

fn paragraph(dossier: &Dossier, source: &Open, number: u32) -> Markup {
    let Open { article, quotations, .. } = source;
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

fn speakers(book: &Book) -> Markup {
    html! {
        section.speaker-index id="speakers" {
            h2 { "Who speaks" }
            ul {
                @for choice in choices(book.dossier).chain([SpeakerChoice::Unattributed]) {
                    (speaker(book, choice))
                }
            }
        }
    }
}

fn speaker(book: &Book, choice: SpeakerChoice) -> Markup {
    let dossier = book.dossier;
    let (roles, spellings): (&[String], &[String]) = match choice {
        SpeakerChoice::Speaker(id) => (&dossier.speaker(id).roles, &dossier.speaker(id).spellings),
        SpeakerChoice::Unattributed => (&[], &[]),
    };
    html! {
        li id={ (SAID_BY) (speaker_slug(choice, dossier)) } {
            h3 { (speaker_name(choice, dossier)) }
            @if !roles.is_empty() { p.speaker-roles { (roles.join("; ")) } }
            @if !spellings.is_empty() { p.speaker-spellings { "Also: " (spellings.join(", ")) } }
            (said(book, choice))
        }
    }
}

/// The paragraphs in which a speaker is quoted, by article.
fn said(book: &Book, choice: SpeakerChoice) -> Markup {
    html! {
        ul.said {
            @for (id, numbers) in &book.said(choice).articles {
                @let article = &book.articles[id.0 as usize].article;
                li {
                    (title(article)) ", paragraph"
                    @for number in numbers {
                        " " a href={ "#" (paragraph_id(&article.slug, *number as u32)) } {
                            (number)
                        }
                    }
                }
            }
        }
    }
}
