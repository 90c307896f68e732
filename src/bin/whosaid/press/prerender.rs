//! The page without the reader: every article in full, an index of speakers with links to their
//! words, all by plain links; and what stands in the page's head.
//!
//! Of a large dossier the front page has the first articles' cards alone, and the rest is [leaves](Leaf):
//! plain pages beside it, one for each article, and lists of articles and speakers.
//!
//! It is what a browser shows before any wasm arrives, with JavaScript off, or when the reader cannot
//! start. It has the app's element names, so that one style sheet serves both and nothing moves when
//! the app takes over.

use maud::{Markup, html};
use whosaid::article::{Article, ArticleId, MarkupKind, ParagraphKind};
use whosaid::compose::{self, Piece};
use whosaid::dossier::{ArticleTitle, Dossier, OpenArticle, title_of};
use whosaid::query::SpeakerChoice;
use whosaid::quotation::{Quotation, Speaker};
use whosaid::route::{SAID_BY, paragraph_id, speaker_slug};
use whosaid::slug::slug;
use whosaid::source::Site;
use whosaid::wording::{
    authors, class_of, counted, date, n_words, outlet, published, reading_minutes, speaker_name,
    title,
};

use super::policy;

/// What goes into the page's head.
pub fn head(dossier: &Dossier, place: &Site, policy: &str) -> Markup {
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

/// The most articles, and bytes of their text, that the front page holds in full.
///
/// 0.5 MB of text are 1.1 MB of markup, 0.2 MB in Brotli; twice of that, and a phone takes longer to lay
/// the page out than a reader waits.
const MAX_ARTICLES: usize = 150;
const MAX_TEXT: usize = 500_000;

/// How many articles are listed on one page where there are too many for one, and how many speakers.
pub const ARTICLES_PER_LIST: usize = 50;
pub const SPEAKERS_PER_PAGE: usize = 100;

/// In how many articles one speaker's words are listed where the speakers have pages of their own.
const MAX_SAID: usize = 200;

/// What goes into the body of the front page: all articles, or of a large dossier the first cards.
pub fn front_page(book: &Book) -> Markup {
    let dossier = book.dossier;
    let page = Page { book, root: book.is_large.then_some("") };
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
                            (page.speaker_box(choice))
                        }
                    }
                    p.filters-note { a href=(page.index_of_speakers()) { "Index of speakers" } }
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
                            a href=(page.index_of_speakers()) {
                                (counted(dossier.speakers.len(), "speaker", "speakers"))
                            }
                        }
                    }
                    @if book.is_large {
                        (page.list(1))
                    } @else {
                        div.cards id="articles" {
                            @for source in &book.articles { (page.card(source)) }
                        }
                    }
                }
                @if !book.is_large {
                    @for source in &book.articles { (page.article(source)) }
                    section.speaker-index id="speakers" {
                        h2 { "Who speaks" }
                        ul {
                            @for choice in book.all_choices() { (page.speaker(choice)) }
                        }
                    }
                }
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
        a.full-page href="./" target="_blank" rel="noopener" { "OpenArticle the full page" }
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
pub fn article(book: &Book, source: &OpenArticle) -> Markup {
    Page { book, root: None }.article(source)
}

/// One of the pages beside the front page of a large dossier.
#[derive(Debug, Clone, Copy)]
pub enum Leaf {
    /// An article.
    Article(ArticleId),
    /// A list of articles, from 2; the front page has the first.
    List(usize),
    /// A part of the index of speakers, from 1.
    Speakers(usize),
}

impl Leaf {
    /// All of them; none where the front page holds the dossier in full.
    pub fn all(book: &Book) -> Vec<Leaf> {
        if !book.is_large {
            return Vec::new();
        }
        let articles = book.dossier.article_ids().map(Leaf::Article);
        let lists = (2..=book.n_lists()).map(Leaf::List);
        let speakers = (1..=book.n_speaker_pages()).map(Leaf::Speakers);
        articles.chain(lists).chain(speakers).collect()
    }

    /// Its path below the site.
    pub fn path(self, book: &Book) -> String {
        match self {
            Leaf::Article(id) => format!("articles/{}.html", book.dossier.articles.slug(id)),
            Leaf::List(number) => format!("list/{number}.html"),
            Leaf::Speakers(number) => format!("speakers/{number}.html"),
        }
    }
}

/// The folders in which pages of their own lie, each a level below the site.
pub const LEAF_FOLDERS: [&str; 3] = ["articles", "list", "speakers"];

/// The style sheet of these pages, below the site.
pub const LEAF_STYLE: &str = "articles/style.css";

/// A page of its own: it needs no script, and allows none.
pub fn leaf(book: &Book, leaf: Leaf) -> Markup {
    let page = Page { book, root: Some("../") };
    let masthead = &book.dossier.masthead;
    let (title, reader, content) = match leaf {
        Leaf::Article(id) => {
            let source = &book.articles[id.0 as usize];
            let title = title(&source.article);
            let reader = format!("../?article={}", source.article.slug);
            (title, reader, html! { (page.article(source)) (page.neighbours(id)) })
        }
        Leaf::List(number) => {
            let title = format!("Articles, page {number} of {}", book.n_lists());
            let content = html! { div.front { h1 { (title) } (page.list(number)) } };
            (title, "../".to_owned(), content)
        }
        Leaf::Speakers(number) => {
            let n_pages = book.n_speaker_pages();
            let title = format!("Who speaks, page {number} of {n_pages}");
            let choices = book.all_choices().skip((number - 1) * SPEAKERS_PER_PAGE);
            let content = html! {
                section.speaker-index id="speakers" {
                    h1 { (title) }
                    ul { @for choice in choices.take(SPEAKERS_PER_PAGE) { (page.speaker(choice)) } }
                }
                (page.steps(number, n_pages, |number| format!("{number}.html")))
            };
            (title, "../?view=speakers".to_owned(), content)
        }
    };
    html! {
        (maud::DOCTYPE)
        html lang=(masthead.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::WITHOUT_SCRIPTS);
                title { (title) " – " (masthead.title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                link rel="icon" type="image/svg+xml" href="../icon.svg";
                link rel="stylesheet" href={ "../" (LEAF_STYLE) };
            }
            body {
                header.masthead {
                    p.masthead-name { a href="../" { (masthead.title) } }
                }
                div.columns {
                    aside.filters aria-label="Elsewhere" {
                        p { a href=(reader) { "Search and filter in the reader" } }
                        p { a href=(page.index_of_speakers()) { "Index of speakers" } }
                    }
                    main id="main" { (content) }
                }
            }
        }
    }
}

/// How many speakers stand beside the articles; the index has all.
const SHOWN_SPEAKERS: usize = 12;

/// A dossier with all its articles opened, and where each speaker is quoted.
pub struct Book<'a> {
    /// The dossier.
    pub dossier: &'a Dossier<'a>,
    /// Whether there is too much for one page.
    pub is_large: bool,
    /// All articles, in order.
    pub articles: Vec<OpenArticle<'a>>,
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
    /// Opens a dossier.
    pub fn new(dossier: &'a Dossier<'a>) -> Self {
        let articles: Vec<OpenArticle> =
            dossier.article_ids().map(|id| dossier.open_article(id)).collect();
        let n_bytes: usize = articles.iter().map(|source| source.article.text.len()).sum();
        let mut speakers = vec![Said::default(); dossier.speakers.len() + 1];
        for OpenArticle { id, article, quotations, .. } in &articles {
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
        let is_large = articles.len() > MAX_ARTICLES || n_bytes > MAX_TEXT;
        Self { dossier, is_large, articles, speakers }
    }

    /// All speakers, then *unattributed*.
    fn all_choices(&self) -> impl Iterator<Item = SpeakerChoice> + use<> {
        choices(self.dossier).chain([SpeakerChoice::Unattributed])
    }

    fn n_lists(&self) -> usize {
        self.articles.len().div_ceil(ARTICLES_PER_LIST)
    }

    fn n_speaker_pages(&self) -> usize {
        self.speakers.len().div_ceil(SPEAKERS_PER_PAGE)
    }

    fn said(&self, choice: SpeakerChoice) -> &Said {
        let at = match choice {
            SpeakerChoice::Speaker(id) => id.0 as usize,
            SpeakerChoice::Unattributed => self.dossier.speakers.len(),
        };
        &self.speakers[at]
    }
}

fn choices(dossier: &Dossier) -> impl Iterator<Item = SpeakerChoice> + use<> {
    dossier.speaker_ids().map(SpeakerChoice::Speaker)
}

/// A page that is being written, and where the others are from there.
#[derive(Clone, Copy)]
struct Page<'a> {
    book: &'a Book<'a>,
    /// The way to the site's folder; `None` where one page holds everything.
    root: Option<&'static str>,
}

impl Page<'_> {
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
        let at = match choice {
            SpeakerChoice::Speaker(id) => id.0 as usize,
            SpeakerChoice::Unattributed => self.book.speakers.len() - 1,
        };
        let page = at / SPEAKERS_PER_PAGE + 1;
        let page = self.root.map(|root| format!("{root}speakers/{page}.html")).unwrap_or_default();
        format!("{page}#{SAID_BY}{}", speaker_slug(choice, self.book.dossier))
    }

    fn index_of_speakers(self) -> String {
        self.root.map_or("#speakers".to_owned(), |root| format!("{root}speakers/1.html"))
    }

    /// The cards of one list of articles of a large dossier, and the way to the others.
    fn list(self, number: usize) -> Markup {
        let root = self.root.unwrap_or_default();
        let articles = self.book.articles.iter().skip((number - 1) * ARTICLES_PER_LIST);
        let to_list = |number: usize| match number {
            1 => format!("{root}index.html"),
            number => format!("{root}list/{number}.html"),
        };
        html! {
            div.cards id="articles" {
                @for source in articles.take(ARTICLES_PER_LIST) { (self.card(source)) }
            }
            (self.steps(number, self.book.n_lists(), to_list))
        }
    }

    /// Links to the pages before and after one of several.
    fn steps(self, number: usize, n_pages: usize, to: impl Fn(usize) -> String) -> Markup {
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
    fn neighbours(self, id: ArticleId) -> Markup {
        let at = id.0 as usize;
        let article = |at: Option<usize>| Some(&self.book.articles.get(at?)?.article);
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

    fn speaker_box(self, choice: SpeakerChoice) -> Markup {
        let dossier = self.book.dossier;
        html! {
            label.filter {
                input type="checkbox" value=(speaker_slug(choice, dossier));
                span.filter-name { (speaker_name(choice, dossier)) }
                span.count { (self.book.said(choice).n_quotations) }
            }
        }
    }

    fn card(self, source: &OpenArticle) -> Markup {
        let dossier = self.book.dossier;
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

    fn article(self, source: &OpenArticle) -> Markup {
        let dossier = self.book.dossier;
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
        let dossier = self.book.dossier;
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
        let name = speaker_name(choice, self.book.dossier);
        html! {
            a.attribution
                href=(self.to_speaker(choice))
                aria-label={ (name) ", " (quotation.kind.name()) }
                {}
        }
    }

    fn speaker(self, choice: SpeakerChoice) -> Markup {
        let dossier = self.book.dossier;
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
        let articles = &self.book.said(choice).articles;
        let n_shown = if self.book.is_large { MAX_SAID } else { articles.len() };
        html! {
            ul.said {
                @for (id, numbers) in articles.iter().take(n_shown) {
                    @let article = &self.book.articles[id.0 as usize].article;
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
                        a href={ (self.root.unwrap_or_default()) "?speaker=" (speaker_slug(choice, self.book.dossier)) } {
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
