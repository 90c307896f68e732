//! [`Route`]: the state that a URL holds, and the way there and back.
//!
//! `?q=` query, `?speaker=`, `?kind=` and `?outlet=` (repeatable), `?article=` slug, `?view=`,
//! `?theme=`, `?embed`, and `#SLUG-pN` for paragraph N of an article. What a URL says beyond that, or
//! of another dossier, is passed over with a [`Notice`]: a stale link still opens the dossier.
//!
//! Encoding is that of `application/x-www-form-urlencoded` in the WHATWG's URL standard.

use form_urlencoded::Serializer;
use sorted_vec::SortedSet;

use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::notice::Notice;
use crate::query::{Filter, SpeakerChoice};
use crate::quotation::Kind;
use crate::slug::slug;

/// The slug that stands for "nobody can be named" among speakers, and is no speaker's.
pub const UNATTRIBUTED: &str = "unattributed";

/// Begins the element ids of the speakers in the prerendered page's index.
pub const SAID_BY: &str = "said-by-";

/// Fragments that name parts of the page rather than paragraphs.
const PAGE_PARTS: [&str; 3] = ["main", "speakers", "articles"];

/// The longest query that is read, in characters; more is cut with a notice.
const MAX_QUERY_CHARS: usize = 5_000;

/// What a URL says of the page's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route {
    /// What the reader typed, as typed.
    pub query: String,
    /// What the reader picked.
    pub filter: Filter,
    /// What is open.
    pub view: View,
    /// Colours asked for by the URL; they go before the reader's own choice.
    pub theme: Option<Theme>,
    /// Whether the page stands in a frame and goes without its furniture.
    pub embed: bool,
}

/// What the page has open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// The results, where there is something to search or filter by; else the front page.
    #[default]
    Overview,
    /// The index of all speakers.
    Speakers,
    /// An article, at a paragraph where one is named.
    Article(ArticleId, Option<u32>),
}

/// The page's colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All, in the order in which a button steps through them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The name in URLs, attributes and stored state.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of that [`Theme::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Route {
    /// Reads the part of a URL from the `?`, as `search` (`?q=…` or empty) and `fragment` (`#…` or
    /// empty), both percent-encoded.
    ///
    /// Never fails: what cannot be used is passed over, each with a notice.
    #[must_use]
    pub fn parse(search: &str, fragment: &str, dossier: &Dossier) -> (Self, Vec<Notice>) {
        let mut route = Route::default();
        let mut notices = Vec::new();
        for (name, value) in form_urlencoded::parse(search.trim_start_matches('?').as_bytes()) {
            let known = match &*name {
                "q" => {
                    route.query = value.chars().take(MAX_QUERY_CHARS).collect();
                    if route.query.len() < value.len() {
                        notices.push(Notice::QueryCut);
                    }
                    true
                }
                "speaker" => insert(&mut route.filter.speakers, speaker_choice(&value, dossier)),
                "kind" => {
                    let kind = Kind::from_name(&value);
                    route.filter.kinds.extend(kind);
                    kind.is_some()
                }
                "outlet" => insert(&mut route.filter.outlets, known_outlet(&value, dossier)),
                "article" => {
                    let article = dossier.article_by_slug(&value);
                    if let Some(article) = article {
                        route.view = View::Article(article, None);
                    }
                    article.is_some()
                }
                "view" => match &*value {
                    "speakers" => {
                        if route.view == View::Overview {
                            route.view = View::Speakers;
                        }
                        true
                    }
                    _ => false,
                },
                "theme" => {
                    route.theme = Theme::from_name(&value);
                    route.theme.is_some()
                }
                "embed" => {
                    route.embed = true;
                    true
                }
                _ => false,
            };
            if !known {
                let part = format!("{}={}", shortened(&name), shortened(&value));
                notices.push(Notice::UnknownLinkPart(part));
            }
        }
        if let Some(notice) = route.read_fragment(fragment.trim_start_matches('#'), dossier) {
            notices.push(notice);
        }
        (route, notices)
    }

    /// Takes the paragraph from the fragment; the notice where there is none such.
    fn read_fragment(&mut self, fragment: &str, dossier: &Dossier) -> Option<Notice> {
        if fragment.is_empty() || PAGE_PARTS.contains(&fragment) || fragment.starts_with(SAID_BY) {
            return None;
        }
        let open = match self.view {
            View::Article(article, _) => Some(article),
            _ => None,
        };
        match paragraph_from_fragment(fragment, dossier) {
            Some((article, paragraph)) if open.is_none_or(|open| open == article) => {
                self.view = View::Article(article, paragraph);
                None
            }
            _ => Some(Notice::UnknownLinkPart(format!("#{}", shortened(fragment)))),
        }
    }

    /// The URL from the `?`, relative to the page; `./` for the bare front page.
    #[must_use]
    pub fn to_url(&self, dossier: &Dossier) -> String {
        let mut parameters = Serializer::new(String::new());
        match self.view {
            View::Overview => {}
            View::Speakers => {
                parameters.append_pair("view", "speakers");
            }
            View::Article(article, _) => {
                parameters.append_pair("article", dossier.articles.slug(article));
            }
        }
        if !self.query.is_empty() {
            parameters.append_pair("q", &self.query);
        }
        for speaker in &self.filter.speakers {
            parameters.append_pair("speaker", speaker_slug(*speaker, dossier));
        }
        for kind in self.filter.kinds {
            parameters.append_pair("kind", kind.name());
        }
        for outlet in &self.filter.outlets {
            parameters.append_pair("outlet", outlet);
        }
        if let Some(theme) = self.theme {
            parameters.append_pair("theme", theme.name());
        }
        if self.embed {
            parameters.append_key_only("embed");
        }
        let parameters = parameters.finish();
        let mut url =
            if parameters.is_empty() { "./".to_owned() } else { format!("?{parameters}") };
        if let View::Article(article, Some(paragraph)) = self.view {
            url.push('#');
            url.push_str(&paragraph_id(dossier.articles.slug(article), paragraph));
        }
        url
    }

    /// Whether there is something to search or filter by.
    #[must_use]
    pub fn asks_for_results(&self) -> bool {
        !self.query.trim().is_empty() || !self.filter.is_empty()
    }
}

/// The element id of a paragraph, and its fragment in URLs.
#[must_use]
pub fn paragraph_id(article_slug: &str, paragraph: u32) -> String {
    format!("{article_slug}-p{paragraph}")
}

/// The slug of a speaker choice in URLs, attributes and checkboxes.
#[must_use]
pub fn speaker_slug<'b>(choice: SpeakerChoice, dossier: &Dossier<'b>) -> &'b str {
    match choice {
        SpeakerChoice::Speaker(speaker) => dossier.speakers.slug(speaker),
        SpeakerChoice::Unattributed => UNATTRIBUTED,
    }
}

/// The choice of that [`speaker_slug`].
#[must_use]
pub fn speaker_choice(slug: &str, dossier: &Dossier) -> Option<SpeakerChoice> {
    if slug == UNATTRIBUTED {
        return Some(SpeakerChoice::Unattributed);
    }
    dossier.speaker_by_slug(slug).map(SpeakerChoice::Speaker)
}

/// The slug of the outlet that is named or slugged so, where the dossier has an article of it.
fn known_outlet(value: &str, dossier: &Dossier) -> Option<String> {
    let wanted = slug(value);
    dossier.index.outlets().contains(&&*wanted).then_some(wanted)
}

fn paragraph_from_fragment(fragment: &str, dossier: &Dossier) -> Option<(ArticleId, Option<u32>)> {
    if let Some(article) = dossier.article_by_slug(fragment) {
        return Some((article, None));
    }
    let at = fragment.bytes().rposition(|byte| byte == b'p')?;
    let article = dossier.article_by_slug(fragment[..at].strip_suffix('-')?)?;
    let number: u32 = fragment[at + 1..].parse().ok()?;
    let n_paragraphs = dossier.articles.n_paragraphs_in(article);
    ((number as usize) < n_paragraphs).then_some((article, Some(number)))
}

/// At most 40 characters of a foreign text, for a notice.
fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 40;
    let mut short: String = text.chars().take(MAX_CHARS).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn insert<T: Ord>(set: &mut SortedSet<T>, value: Option<T>) -> bool {
    value.map(|value| set.push(value)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: &str, n_notices: usize) {
        let dossier = Dossier::sample();
        let (search, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
        let (route, notices) = Route::parse(search, fragment, &dossier);
        assert_eq!(route.to_url(&dossier), expected, "{notices:?}");
        assert_eq!(notices.len(), n_notices, "{notices:?}");
    }

    #[test]
    fn routes_round_trip() {
        check("", "./", 0);
        for url in [
            "?q=not+a+single+hair",
            "?article=calm",
            "?article=calm#calm-p1",
            "?q=%C3%A9%22%26%2B+%3D%E2%80%9C&speaker=unattributed&kind=direct&kind=mixed&outlet=not-stated",
            "?view=speakers&theme=dark&embed",
        ] {
            check(url, url, 0);
        }
    }

    #[test]
    fn a_fragment_alone_opens_its_article() {
        check("#calm-p1", "?article=calm#calm-p1", 0);
        check("#calm", "?article=calm", 0);
    }

    #[test]
    fn page_parts_are_no_paragraphs() {
        check("?q=a#main", "?q=a", 0);
    }

    #[test]
    fn what_is_unknown_is_passed_over_with_a_notice() {
        check("?speaker=nobody&utm_source=x&q=a", "?q=a", 2);
        check("?article=gone", "./", 1);
        check("?kind=shouted&view=upside-down&theme=pink", "./", 3);
        check("#calm-p99", "./", 1);
        check("#calm-p", "./", 1);
    }

    #[test]
    fn broken_encodings_do_no_harm() {
        check("?q=%ff%zz&&&=", "?q=%EF%BF%BD%25zz", 1);
        check("?q=%", "?q=%25", 0);
        check("?q=a%2", "?q=a%252", 0);
    }

    #[test]
    fn a_long_query_is_cut() {
        let long = "?q=".to_owned() + &"a".repeat(6_000);
        check(&long, &("?q=".to_owned() + &"a".repeat(5_000)), 1);
    }
}
