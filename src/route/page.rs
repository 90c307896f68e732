//! [`Page`]: the pages of a site and their paths, and from where addresses lead.

use percent_encoding::percent_decode_str;

use super::names::{shortened, speaker_choice, speaker_slug};
use super::view::{ARTICLE_LIST, SPEAKER_LIST, View, n_article_lists, n_speaker_lists, view_named};
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::notice::Notice;
use crate::query::SpeakerChoice;

/// A page of the site, which is there as HTML before the app is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// The front page.
    #[default]
    Front,
    /// A further part of the list of articles, from 2.
    Articles(u32),
    /// A part of the index of all speakers, from 1.
    Speakers(u32),
    /// What one speaker said.
    Speaker(SpeakerChoice),
    /// An article.
    Article(ArticleId),
}

/// Begins the path of an article's page, of a speaker's, and of a further part of a list.
const ARTICLES: &str = "articles/";
const SPEAKERS: &str = "speakers/";
const LISTS: &str = "list/";
const HTML: &str = ".html";
const INDEX: &str = "index";

impl Page {
    /// The path below the site's folder; empty for the front page.
    #[must_use]
    pub fn path(self, dossier: &Dossier) -> String {
        match self {
            Page::Front => String::new(),
            Page::Articles(number) => format!("{LISTS}{ARTICLE_LIST}-{number}{HTML}"),
            Page::Speakers(1) => format!("{SPEAKERS}{INDEX}{HTML}"),
            Page::Speakers(number) => format!("{LISTS}{SPEAKER_LIST}-{number}{HTML}"),
            Page::Speaker(choice) => format!("{SPEAKERS}{}{HTML}", speaker_slug(choice, dossier)),
            Page::Article(article) => {
                format!("{ARTICLES}{}{HTML}", dossier.articles.slug(article))
            }
        }
    }

    /// The page of a percent-encoded path below the site's folder. Hosts may leave the `.html` out.
    #[must_use]
    pub fn from_path(path: &str, dossier: &Dossier) -> Option<Self> {
        let path = percent_decode_str(path).decode_utf8_lossy();
        let path = path.strip_suffix(HTML).unwrap_or(&path);
        if let Some(slug) = path.strip_prefix(ARTICLES) {
            return dossier.article_by_slug(slug).map(Page::Article);
        }
        if let Some(list) = path.strip_prefix(LISTS) {
            return match view_named(list, dossier)? {
                View::Articles(number) => Some(Page::Articles(number)),
                View::Speakers(number @ 2..) => Some(Page::Speakers(number)),
                _ => None,
            };
        }
        match path.strip_prefix(SPEAKERS) {
            Some("" | INDEX) => Some(Page::Speakers(1)),
            Some(slug) => speaker_choice(slug, dossier).map(Page::Speaker),
            None => matches!(path, "" | INDEX).then_some(Page::Front),
        }
    }

    /// What is told of a path that no page has, where it is one of an article's, a speaker's or a list: the worker shows
    /// the front page there.
    #[must_use]
    pub fn missing(path: &str) -> Option<Notice> {
        let is_one = [ARTICLES, SPEAKERS, LISTS].iter().any(|folder| path.starts_with(folder));
        is_one.then(|| Notice::UnknownLinkPart(shortened(path)))
    }

    /// All pages of a dossier but the front page.
    pub fn beside_front(dossier: &Dossier) -> impl Iterator<Item = Page> + use<> {
        let articles = dossier.article_ids().map(Page::Article);
        let speakers = dossier.speaker_ids().map(SpeakerChoice::Speaker);
        let speakers = speakers.chain([SpeakerChoice::Unattributed]).map(Page::Speaker);
        let lists = (2..=n_article_lists(dossier)).map(Page::Articles);
        let indexes = (1..=n_speaker_lists(dossier)).map(Page::Speakers);
        articles.chain(speakers).chain(lists).chain(indexes)
    }

    /// The way from its folder to that of the site.
    #[must_use]
    pub fn home(self) -> &'static str {
        if self == Page::Front { "" } else { "../" }
    }
}

/// From where an address leads, which decides how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// A page of a site, with the way to the site's folder.
    Site(&'static str),
    /// The edition in one file, whose only page is the front page.
    OneFile,
}

impl Base {
    /// Where a page stands.
    #[must_use]
    pub fn of(page: Page) -> Self {
        Base::Site(page.home())
    }
}
