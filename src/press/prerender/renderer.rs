//! The parts of pages as markup: cards, articles, paragraphs, speakers and links between them.

use maud::{Markup, html};

use super::open_dossier::{ARTICLES_PER_LIST, MAX_SAID, OpenDossier, SPEAKERS_PER_PAGE};
use crate::article::{Article, ArticleId, MarkupKind, ParagraphKind};
use crate::compose::{self, Piece};
use crate::dossier::{ArticleTitle, OpenArticle, title_of};
use crate::query::SpeakerChoice;
use crate::quotation::{Quotation, Speaker};
use crate::route::{SAID_BY, paragraph_id, speaker_slug};
use crate::wording::{
    authors, class_of, counted, n_words, outlet, published, reading_minutes, speaker_name, title,
};

/// A page that is being written, and where the others are from there.
#[derive(Clone, Copy)]
pub struct Renderer<'a> {
    pub open: &'a OpenDossier<'a>,
    /// The way to the site's folder; `None` where one page holds everything.
    pub root: Option<&'static str>,
}

impl Renderer<'_> {
    fn to_article(self, article: &Article) -> String {
        match self.root {
            None => format!("#{}", article.slug),
            Some(root) => format!("{root}articles/{}.html", article.slug),
        }
    }

    fn to_paragraph(self, article: &Article, number: usize) -> String {
        let page = self.root.map(|_| self.to_article(article)).unwrap_or_default();
        format!("{page}#{}", paragraph_id(&article.slug, number as u32))
    }

    fn to_speaker(self, choice: SpeakerChoice) -> String {
        let page = self.open.place_of(choice) / SPEAKERS_PER_PAGE + 1;
        let page = self.root.map(|root| format!("{root}speakers/{page}.html")).unwrap_or_default();
        format!("{page}#{SAID_BY}{}", speaker_slug(choice, &self.open.dossier))
    }

    pub fn index_of_speakers(self) -> String {
        self.root.map_or("#speakers".to_owned(), |root| format!("{root}speakers/1.html"))
    }

    /// The cards of one list of articles of a large dossier, and the way to the others.
    pub fn list(self, number: usize) -> Markup {
        let root = self.root.unwrap_or_default();
        let articles = self.open.articles.iter().skip((number - 1) * ARTICLES_PER_LIST);
        let to_list = |number: usize| match number {
            1 => format!("{root}index.html"),
            number => format!("{root}list/{number}.html"),
        };
        html! {
            div.cards id="articles" {
                @for source in articles.take(ARTICLES_PER_LIST) { (self.card(source)) }
            }
            (self.steps(number, self.open.n_lists(), to_list))
        }
    }

    /// Links to the pages before and after one of several.
    pub fn steps(self, number: usize, n_pages: usize, to: impl Fn(usize) -> String) -> Markup {
        html! {
            nav.neighbours aria-label="Pages" {
                @if number > 1 {
                    a.prev href=(to(number - 1)) { span.kicker { "Previous" } "Page " (number - 1) }
                } @else { span {} }
                @if number < n_pages {
                    a.next href=(to(number + 1)) {
                        span.kicker { "Next" } "Page " (number + 1) " of " (n_pages)
                    }
                } @else { span {} }
            }
        }
    }

    /// Links to the articles before and after one.
    pub fn neighbours(self, id: ArticleId) -> Markup {
        let at = id.0 as usize;
        let article = |at: Option<usize>| Some(&self.open.articles.get(at?)?.article);
        html! {
            nav.neighbours aria-label="Articles" {
                @if let Some(article) = article(at.checked_sub(1)) {
                    a.prev href=(self.to_article(article)) {
                        span.kicker { "Previous" } (title(article))
                    }
                } @else { span {} }
                @if let Some(article) = article(at.checked_add(1)) {
                    a.next href=(self.to_article(article)) { span.kicker { "Next" } (title(article)) }
                } @else { span {} }
            }
        }
    }

    pub fn speaker_box(self, choice: SpeakerChoice) -> Markup {
        let dossier = &self.open.dossier;
        html! {
            label.filter {
                input type="checkbox" value=(speaker_slug(choice, dossier));
                span.filter-name { (speaker_name(choice, dossier)) }
                span.count { (self.open.said(choice).n_quotations) }
            }
        }
    }

    pub fn card(self, source: &OpenArticle) -> Markup {
        let dossier = &self.open.dossier;
        let article = &source.article;
        let speakers = dossier.speakers_in(&source.quotations);
        html! {
            section.article-card lang=(dossier.language_of(article)) dir="auto" {
                p.kicker { (outlet(article)) }
                h2 { a href=(self.to_article(article)) { (headline(article)) } }
                p.card-facts {
                    (published(article)) " · " (counted(reading_minutes(article), "minute", "minutes"))
                    @if !article.byline.authors.is_empty() { " · " (authors(article)) }
                }
                @if !speakers.is_empty() {
                    ul.article-speakers aria-label="Who speaks here" {
                        @for (speaker, n) in speakers {
                            li {
                                a href=(self.to_speaker(SpeakerChoice::Speaker(speaker))) {
                                    (dossier.speakers.name(speaker))
                                }
                                span.count { (n) }
                            }
                        }
                    }
                }
            }
        }
    }

    pub fn article(self, source: &OpenArticle) -> Markup {
        let dossier = &self.open.dossier;
        let article = &source.article;
        let byline = &article.byline;
        html! {
            article id=(article.slug) data-article=(article.slug) lang=(dossier.language_of(article)) dir="auto" {
                header.article-head {
                    p.kicker { (outlet(article)) }
                    h2.paragraph.headline id=(paragraph_id(&article.slug, 0)) {
                        @if article.headline().is_some() {
                            (self.paragraph(source, 0))
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
                @for number in 1..article.paragraphs.len() as u32 { (self.block(source, number)) }
            }
        }
    }

    fn block(self, source: &OpenArticle, number: u32) -> Markup {
        let article = &source.article;
        let kind = article.paragraphs[number as usize].kind;
        let element_id = paragraph_id(&article.slug, number);
        let class = format!("paragraph {}", class_of(kind));
        let content = self.paragraph(source, number);
        html! {
            @if kind == ParagraphKind::Heading {
                h3 id=(element_id) class=(class) { (content) }
            } @else {
                p id=(element_id) class=(class) { (content) }
            }
        }
    }

    fn paragraph(self, source: &OpenArticle, number: u32) -> Markup {
        let OpenArticle { article, quotations, .. } = source;
        self.pieces(quotations, &compose::paragraph(article, quotations, number as usize, &[]))
    }

    fn pieces(self, quotations: &[Quotation], list: &[Piece<'_>]) -> Markup {
        let dossier = &self.open.dossier;
        let inner = |list: &[Piece<'_>]| self.pieces(quotations, list);
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
                    Piece::Attribution(at) => (self.attribution(&quotations[*at])),
                }
            }
        }
    }

    /// A link from a quotation to its speaker in the index. The style sheet draws the name, so that the
    /// paragraph's text stays the source's.
    fn attribution(self, quotation: &Quotation) -> Markup {
        let choice = SpeakerChoice::of(quotation);
        let name = speaker_name(choice, &self.open.dossier);
        html! {
            a.attribution
                href=(self.to_speaker(choice))
                aria-label={ (name) ", " (quotation.kind.name()) }
                {}
        }
    }

    pub fn speaker(self, choice: SpeakerChoice) -> Markup {
        let dossier = &self.open.dossier;
        let Speaker { roles, spellings, .. } = match choice {
            SpeakerChoice::Speaker(id) => dossier.speaker(id),
            SpeakerChoice::Unattributed => Speaker::default(),
        };
        html! {
            li id={ (SAID_BY) (speaker_slug(choice, dossier)) } {
                h3 { (speaker_name(choice, dossier)) }
                @if !roles.is_empty() { p.speaker-roles { (roles.join("; ")) } }
                @if !spellings.is_empty() { p.speaker-spellings { "Also: " (spellings.join(", ")) } }
                (self.said(choice))
            }
        }
    }

    /// The paragraphs in which a speaker is quoted, by article.
    fn said(self, choice: SpeakerChoice) -> Markup {
        let articles = &self.open.said(choice).articles;
        let n_shown = if self.open.is_large { MAX_SAID } else { articles.len() };
        html! {
            ul.said {
                @for (id, numbers) in articles.iter().take(n_shown) {
                    @let article = &self.open.articles[id.0 as usize].article;
                    li {
                        (title(article)) ", paragraph"
                        @for number in numbers {
                            " " a href=(self.to_paragraph(article, *number)) { (number) }
                        }
                    }
                }
                @if n_shown < articles.len() {
                    li {
                        "and " (counted(articles.len() - n_shown, "article", "articles")) " more: "
                        a href={ (self.root.unwrap_or_default()) "?speaker=" (speaker_slug(choice, &self.open.dossier)) } {
                            "all in the reader"
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
