//! What a URL says, as a [`Route`].

use percent_encoding::percent_decode_str;
use sorted_vec::SortedSet;

use super::model::{Differences, Layout, LineOrder, Route};
use super::names::{outlets_named, paragraph_of, shortened, speaker_choice};
use super::page::Page;
use super::view::{View, view_named};
use super::write::{COLUMN, DIFFERENCES, ORDER, STATEMENT_ID};
use crate::anchor::words_hash;
use crate::article::ArticleId;
use crate::choice::Choice;
use crate::dossier::{Dossier, words_of};
use crate::host_look::Colour;
use crate::notice::Notice;
use crate::preferences::{Theme, Typeface};
use crate::quotation::Kind;
use crate::shorten::first_chars;

/// Fragments that name parts of the page rather than paragraphs.
const PAGE_PARTS: [&str; 3] = ["main", "speakers", "articles"];

/// Begins what a URL asks of the browser alone, as `:~:text=` does: see "URL Fragment Text Directives" of
/// the WICG. Browsers that know it take it off before a page sees it.
const DIRECTIVE: &str = ":~:";

/// The longest query that is read, in characters; more is cut with a notice.
const MAX_QUERY_CHARS: usize = 5_000;

impl Route {
    /// Reads a URL: the page that its path names, its `search` (`?q=…` or empty) and its `fragment` (`#…`
    /// or empty), both percent-encoded.
    ///
    /// Never fails: what cannot be used is passed over, each with a notice.
    #[must_use]
    pub fn parse(
        page: Page,
        search: &str,
        fragment: &str,
        dossier: &Dossier,
    ) -> (Self, Vec<Notice>) {
        let mut parameters = Parameters { route: Route::of(page), ..Parameters::default() };
        for (name, value) in form_urlencoded::parse(search.trim_start_matches('?').as_bytes()) {
            if !parameters.take(&name, &value, dossier) {
                let part = format!("{}={}", shortened(&name), shortened(&value));
                parameters.notices.push(Notice::UnknownLinkPart(part));
            }
        }
        let Parameters { mut route, layout, article, list, cited, mut notices } = parameters;
        if let Some(article) = article {
            route.view = View::Article(article, None);
        } else if let Some(list) = list {
            route.view = list;
        }
        route.layout = layout.clone();
        route.mend_view();
        if route.layout != layout {
            let part = if route.layout.order == layout.order { COLUMN } else { ORDER };
            notices.push(Notice::UnknownLinkPart(part.to_owned()));
        }
        if let Some(notice) = route.read_fragment(fragment, dossier) {
            notices.push(notice);
        }
        if !route.look.accent_is_readable(route.theme) {
            notices.push(Notice::FaintAccent);
        }
        if let Some(cited) = cited {
            notices.extend(route.find_cited(&cited, dossier));
        }
        (route, notices)
    }

    /// Goes to the paragraph of the open article that has the words of a hash; a notice where that is not the one
    /// that the address names. As long as the article's text is not there, nobody knows.
    fn find_cited(&mut self, hash: &str, dossier: &Dossier) -> Option<Notice> {
        let is_hash = hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let (true, View::Article(id, named)) = (is_hash, self.view) else {
            return Some(Notice::UnknownLinkPart(format!("words={}", shortened(hash))));
        };
        let source = dossier.open_article(id);
        if !dossier.articles.is_here(id) {
            return None;
        }
        let article = &source.article;
        let paragraphs = (0..article.paragraphs.len())
            .map(|number| (number as u32, words_hash(article.paragraph_text(number))));
        let quotations = source.quotations.iter().map(|quotation| {
            let hash = words_hash(&words_of(article, &quotation.contents));
            (article.paragraph_at(quotation.contents[0].start) as u32, hash)
        });
        let holders = quotations.chain(paragraphs).filter(|(_, own)| own == hash);
        let holders: Vec<u32> = holders.map(|(number, _)| number).collect();
        match (named, holders.first()) {
            (_, None) => Some(Notice::CitedChanged),
            (Some(named), _) if holders.contains(&named) => None,
            (named, Some(number)) => {
                self.view = View::Article(id, Some(*number));
                named.map(|_| Notice::CitedMoved(*number))
            }
        }
    }

    /// Takes the paragraph from the fragment; the notice where there is none such.
    fn read_fragment(&mut self, fragment: &str, dossier: &Dossier) -> Option<Notice> {
        let fragment = &*id_in(fragment);
        let is_statement = self.view == View::Statements && fragment.starts_with(STATEMENT_ID);
        if fragment.is_empty() || PAGE_PARTS.contains(&fragment) || is_statement {
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
}

/// The element id in the fragment of a URL, without what marks words in its text.
#[must_use]
pub fn id_in(fragment: &str) -> String {
    let fragment = percent_decode_str(fragment.trim_start_matches('#')).decode_utf8_lossy();
    fragment.split(DIRECTIVE).next().unwrap_or_default().to_owned()
}

/// What the parameters of a URL say.
#[derive(Default)]
struct Parameters {
    /// With all that stands for itself.
    route: Route,
    /// Of a comparison or a concordance, if that is what is asked for.
    layout: Layout,
    article: Option<ArticleId>,
    /// A view that is no article, which comes before it.
    list: Option<View>,
    /// The hash of cited words.
    cited: Option<String>,
    notices: Vec<Notice>,
}

impl Parameters {
    /// Takes one in; whether it is one, and says something that this dossier has.
    fn take(&mut self, name: &str, value: &str, dossier: &Dossier) -> bool {
        let Self { route, layout, .. } = self;
        match name {
            "q" => {
                route.query = first_chars(value, MAX_QUERY_CHARS).to_owned();
                if route.query.len() < value.len() {
                    self.notices.push(Notice::QueryCut);
                }
                true
            }
            "speaker" => insert(&mut route.filter.speakers, speaker_choice(value, dossier)),
            "kind" => {
                let kind = Kind::from_name(value);
                route.filter.kinds.extend(kind);
                kind.is_some()
            }
            "outlet" => {
                let outlets = outlets_named(value, dossier);
                let is_known = !outlets.is_empty();
                route.filter.outlets.extend(outlets);
                is_known
            }
            "article" => put(&mut self.article, dossier.article_by_slug(value)),
            "view" => put(&mut self.list, view_named(value, dossier)),
            COLUMN => insert(&mut layout.columns, dossier.article_by_slug(value)),
            DIFFERENCES => set(&mut layout.differences, Differences::from_name(value)),
            ORDER => set(&mut layout.order, LineOrder::from_name(value)),
            "words" => put(&mut self.cited, Some(value.to_owned())),
            "embed" => {
                route.embed = true;
                true
            }
            "theme" => put(&mut route.theme, Theme::from_name(value)),
            "accent" => put(&mut route.look.accent, Colour::from_hex(value)),
            "paper" => put(&mut route.look.paper, Colour::from_hex(value)),
            "face" => put(&mut route.look.face, Typeface::from_name(value)),
            _ => false,
        }
    }
}

/// Sets what is known; whether it is.
fn set<T>(field: &mut T, known: Option<T>) -> bool {
    let is_known = known.is_some();
    if let Some(known) = known {
        *field = known;
    }
    is_known
}

/// Puts what is known in the place of what was there; whether it is.
fn put<T>(field: &mut Option<T>, known: Option<T>) -> bool {
    let is_known = known.is_some();
    *field = known.or(field.take());
    is_known
}

fn paragraph_from_fragment(fragment: &str, dossier: &Dossier) -> Option<(ArticleId, Option<u32>)> {
    if let Some(article) = dossier.article_by_slug(fragment) {
        return Some((article, None));
    }
    let (slug, number) = paragraph_of(fragment)?;
    let article = dossier.article_by_slug(slug)?;
    let n_paragraphs = dossier.articles.n_paragraphs_in(article);
    ((number as usize) < n_paragraphs).then_some((article, Some(number)))
}

fn insert<T: Ord>(set: &mut SortedSet<T>, value: Option<T>) -> bool {
    value.map(|value| set.push(value)).is_some()
}
