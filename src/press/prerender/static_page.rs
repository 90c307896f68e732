//! The pages beside the front page of a large dossier: plain pages, one for each article, and lists of
//! articles and speakers. They need no script.

use maud::{Markup, html};

use super::open_dossier::{OpenDossier, SPEAKERS_PER_PAGE};
use super::renderer::Renderer;
use crate::article::ArticleId;
use crate::press::policy;
use crate::wording::title;

/// The folders in which pages of their own lie, each a level below the site.
pub const STATIC_PAGE_FOLDERS: [&str; 3] = ["articles", "list", "speakers"];

/// The style sheet of these pages, below the site.
pub const STATIC_PAGE_STYLE: &str = "articles/style.css";

/// One of the pages beside the front page of a large dossier.
#[derive(Debug, Clone, Copy)]
pub enum StaticPage {
    /// An article.
    Article(ArticleId),
    /// A list of articles, from 2; the front page has the first.
    List(usize),
    /// A part of the index of speakers, from 1.
    Speakers(usize),
}

impl StaticPage {
    /// All of them; none where the front page holds the dossier in full.
    pub fn all(open: &OpenDossier) -> Vec<StaticPage> {
        if !open.is_large {
            return Vec::new();
        }
        let articles = open.dossier.article_ids().map(StaticPage::Article);
        let lists = (2..=open.n_lists()).map(StaticPage::List);
        let speakers = (1..=open.n_speaker_pages()).map(StaticPage::Speakers);
        articles.chain(lists).chain(speakers).collect()
    }

    /// Its path below the site.
    pub fn path(self, open: &OpenDossier) -> String {
        match self {
            StaticPage::Article(id) => format!("articles/{}.html", open.dossier.articles.slug(id)),
            StaticPage::List(number) => format!("list/{number}.html"),
            StaticPage::Speakers(number) => format!("speakers/{number}.html"),
        }
    }

    /// The page: it needs no script, and allows none.
    pub fn render(self, open: &OpenDossier) -> Markup {
        let renderer = Renderer { open, root: Some("../") };
        let masthead = &open.dossier.masthead;
        let (title, reader, content) = match self {
            StaticPage::Article(id) => {
                let source = &open.articles[id.0 as usize];
                let title = title(&source.article);
                let reader = format!("../?article={}", source.article.slug);
                (title, reader, html! { (renderer.article(source)) (renderer.neighbours(id)) })
            }
            StaticPage::List(number) => {
                let title = format!("Articles, page {number} of {}", open.n_lists());
                let content = html! { div.front { h1 { (title) } (renderer.list(number)) } };
                (title, "../".to_owned(), content)
            }
            StaticPage::Speakers(number) => {
                let n_pages = open.n_speaker_pages();
                let title = format!("Who speaks, page {number} of {n_pages}");
                let choices = open.all_choices().skip((number - 1) * SPEAKERS_PER_PAGE);
                let content = html! {
                    section.speaker-index id="speakers" {
                        h1 { (title) }
                        ul { @for choice in choices.take(SPEAKERS_PER_PAGE) { (renderer.speaker(choice)) } }
                    }
                    (renderer.steps(number, n_pages, |number| format!("{number}.html")))
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
                    link rel="stylesheet" href={ "../" (STATIC_PAGE_STYLE) };
                }
                body {
                    header.masthead {
                        p.masthead-name { a href="../" { (masthead.title) } }
                    }
                    div.columns {
                        aside.filters aria-label="Elsewhere" {
                            p { a href=(reader) { "Search and filter in the reader" } }
                            p { a href=(renderer.index_of_speakers()) { "Index of speakers" } }
                        }
                        main id="main" { (content) }
                    }
                }
            }
        }
    }
}
