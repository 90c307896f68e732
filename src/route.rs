//! [`Route`]: the state that a URL holds, and the way there and back.
//!
//! Every article has a page of its own, `articles/SLUG.html`, and every speaker `speakers/SLUG.html`;
//! `speakers/index.html` lists them all, `list/` has the further parts of long lists, and all else stands
//! on the front page. On each of them hold
//! `?q=` query, `?speaker=`, `?kind=` and `?outlet=` (repeatable), `?article=` slug, `?view=`, `?theme=`,
//! `?embed` (with `?accent=`, `?paper=` and `?face=`), and `#SLUG-pN` for paragraph N of an article; for a comparison
//! also `?column=` (repeatable) and `?differences=`. What a URL says beyond that, or of another dossier, is passed over
//! with a [`Notice`]: a stale link still opens the dossier.
//!
//! Encoding is that of `application/x-www-form-urlencoded` in the WHATWG's URL standard.

use form_urlencoded::Serializer;
use percent_encoding::percent_decode_str;
use sorted_vec::SortedSet;

use crate::anchor::words_hash;
use crate::article::ArticleId;
use crate::choice::{Choice, choice};
use crate::dossier::Dossier;
use crate::host_look::{Colour, HostLook};
use crate::notice::Notice;
use crate::preferences::{Theme, Typeface};
use crate::query::{Filter, SpeakerChoice};
use crate::quotation::Kind;
use crate::shorten::{at_char, first_chars};
use crate::slug::{OUTLET_NOT_STATED, slug};

/// The slug that stands for "nobody can be named" among speakers, and is no speaker's.
pub const UNATTRIBUTED: &str = "unattributed";

/// Fragments that name parts of the page rather than paragraphs.
const PAGE_PARTS: [&str; 3] = ["main", "speakers", "articles"];

/// Begins the ids of the statements on their page.
pub const STATEMENT_ID: &str = "statement_";

/// Begins what a URL asks of the browser alone, as `:~:text=` does: see "URL Fragment Text Directives" of
/// the WICG. Browsers that know it take it off before a page sees it.
const DIRECTIVE: &str = ":~:";

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
    /// How a comparison is laid out; of other views the usual one.
    pub layout: Layout,
    /// Colours asked for by the URL; they go before the reader's own choice.
    pub theme: Option<Theme>,
    /// Whether the page stands in a frame and goes without its furniture.
    pub embed: bool,
    /// What the host of a frame lends of its look.
    pub look: HostLook,
}

/// How a comparison is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The articles that have a column; where none is named, those that share the most.
    pub columns: SortedSet<ArticleId>,
    /// Whether it is marked what differs.
    pub differences: Differences,
}

choice! {
    /// Whether it is marked in what versions differ.
    Differences {
        /// It is.
        Marked = "marked",
        /// It is not.
        Off = "off",
    }
}

/// What the page has open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// The results, where there is something to search or filter by; else the front page.
    #[default]
    Overview,
    /// A further part of the list of articles, from 2; the front page has the first.
    Articles(u32),
    /// What several articles quote alike.
    Statements,
    /// What the query and the filter choose, article by article.
    Compare,
    /// The hits of the query, aligned on its words.
    Concordance,
    /// What the reader noted.
    Notebook,
    /// One statement alone, by the hash of its first version's words.
    Statement(u32),
    /// One quotation alone, by the hash of its words.
    Quotation(u32),
    /// One row of a comparison alone, by the hash of its first version's words.
    Row(u32),
    /// Who is quoted where, alone.
    Matrix,
    /// A part of the index of all speakers, from 1.
    Speakers(u32),
    /// All that one speaker said. [`Filter::speakers`] then has this one and no other.
    Speaker(SpeakerChoice),
    /// An article, at a paragraph where one is named.
    Article(ArticleId, Option<u32>),
}

impl View {
    /// Whether the query and the filter choose what it shows.
    #[must_use]
    pub fn is_filtered(self) -> bool {
        match self {
            View::Overview
            | View::Speaker(_)
            | View::Article(..)
            | View::Compare
            | View::Row(_)
            | View::Concordance => true,
            View::Articles(_)
            | View::Speakers(_)
            | View::Statements
            | View::Notebook
            | View::Statement(_)
            | View::Quotation(_)
            | View::Matrix => false,
        }
    }

    /// Whether it is a comparison, or a row of one.
    #[must_use]
    pub fn is_comparison(self) -> bool {
        matches!(self, View::Compare | View::Row(_))
    }

    /// Whether it is a single finding.
    #[must_use]
    pub fn is_finding(self) -> bool {
        matches!(self, View::Statement(_) | View::Quotation(_) | View::Row(_) | View::Matrix)
    }
}

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

/// How many articles are listed on one page.
pub const ARTICLES_PER_PAGE: usize = 50;
/// How many speakers are listed on one page.
pub const SPEAKERS_PER_PAGE: usize = 100;

/// How many pages list the articles of a dossier, the front page included.
#[must_use]
pub fn n_article_lists(dossier: &Dossier) -> u32 {
    dossier.articles.len().div_ceil(ARTICLES_PER_PAGE).max(1) as u32
}

/// How many pages the index of its speakers has.
#[must_use]
pub fn n_speaker_lists(dossier: &Dossier) -> u32 {
    dossier.speakers.len().div_ceil(SPEAKERS_PER_PAGE).max(1) as u32
}

/// Begins the path of an article's page, of a speaker's, and of a further part of a list.
const ARTICLES: &str = "articles/";
const SPEAKERS: &str = "speakers/";
const LISTS: &str = "list/";
const HTML: &str = ".html";
const INDEX: &str = "index";

/// The parts of lists in paths and parameters, with a hyphen and their number from 2.
const ARTICLE_LIST: &str = "articles";
const SPEAKER_LIST: &str = "speakers";

/// The views that have no page of their own, in the parameter `view`.
const STATEMENTS: &str = "statements";
const COMPARE: &str = "compare";
const CONCORDANCE: &str = "concordance";
const NOTEBOOK: &str = "notebook";
const MATRIX: &str = "matrix";
/// The parameters that lay out a comparison.
const COLUMN: &str = "column";
const DIFFERENCES: &str = "differences";
/// With a hash of words behind them.
const STATEMENT: &str = "statement-";
const QUOTATION: &str = "quotation-";
const ROW: &str = "row-";

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
            let view = view_named(list, dossier)?;
            let is_list = matches!(view, View::Articles(_) | View::Speakers(2..));
            return is_list.then(|| Route { view, ..Route::default() }.page());
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

impl Route {
    /// The route of a page without parameters.
    #[must_use]
    pub fn of(page: Page) -> Self {
        let mut route = Self::default();
        route.view = match page {
            Page::Front => View::Overview,
            Page::Articles(number) => View::Articles(number),
            Page::Speakers(number) => View::Speakers(number),
            Page::Article(article) => View::Article(article, None),
            Page::Speaker(choice) => {
                route.filter.speakers.push(choice);
                View::Speaker(choice)
            }
        };
        route
    }

    /// The page on which it stands in a site.
    #[must_use]
    pub fn page(&self) -> Page {
        match self.view {
            View::Overview
            | View::Statements
            | View::Compare
            | View::Concordance
            | View::Notebook
            | View::Statement(_)
            | View::Quotation(_)
            | View::Row(_)
            | View::Matrix => Page::Front,
            View::Articles(number) => Page::Articles(number),
            View::Speakers(number) => Page::Speakers(number),
            View::Speaker(choice) => Page::Speaker(choice),
            View::Article(article, _) => Page::Article(article),
        }
    }

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
        if route.view.is_comparison() {
            route.layout = layout;
        } else if layout != Layout::default() {
            notices.push(Notice::UnknownLinkPart(COLUMN.to_owned()));
        }
        route.mend_view();
        if let Some(notice) = route.read_fragment(fragment.trim_start_matches('#'), dossier) {
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
            let words = quotation.contents.iter().map(|span| span.of(&article.text));
            let words: Vec<&str> = words.collect();
            (article.paragraph_at(quotation.contents[0].start) as u32, words_hash(&words.join(" ")))
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

    /// Makes the view one of several speakers' where it is one speaker's and others are chosen as well, and keeps the layout
    /// of a comparison to one.
    pub(crate) fn mend_view(&mut self) {
        if !self.view.is_comparison() {
            self.layout = Layout::default();
        }
        if let View::Speaker(choice) = self.view
            && **self.filter.speakers != [choice]
        {
            self.view = View::Overview;
        }
    }

    /// Takes the paragraph from the fragment; the notice where there is none such.
    fn read_fragment(&mut self, fragment: &str, dossier: &Dossier) -> Option<Notice> {
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let fragment = fragment.split(DIRECTIVE).next().unwrap_or_default();
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

    /// Its URL, relative to where it leads from.
    #[must_use]
    pub fn to_url(&self, dossier: &Dossier, base: Base) -> String {
        let mut parameters = Serializer::new(String::new());
        let has_page = self.page() != Page::Front || self.view == View::Overview;
        if let Some(view) = self.view_name()
            && (base == Base::OneFile || !has_page)
        {
            parameters.append_pair("view", &view);
        }
        if !self.query.is_empty() {
            parameters.append_pair("q", &self.query);
        }
        for speaker in &self.filter.speakers {
            if base == Base::OneFile || self.view != View::Speaker(*speaker) {
                parameters.append_pair("speaker", speaker_slug(*speaker, dossier));
            }
        }
        for kind in self.filter.kinds {
            parameters.append_pair("kind", kind.name());
        }
        for outlet in &self.filter.outlets {
            parameters.append_pair("outlet", outlet);
        }
        self.write_layout(&mut parameters, dossier);
        if let Some(theme) = self.theme {
            parameters.append_pair("theme", theme.name());
        }
        for (name, value) in self.look.named() {
            parameters.append_pair(name, &value);
        }
        if self.embed {
            parameters.append_key_only("embed");
        }
        let parameters = parameters.finish();
        let page = self.page();
        let mut url = match base {
            Base::Site("") if page == Page::Front && parameters.is_empty() => "./".to_owned(),
            Base::Site(home) => format!("{home}{}", page.path(dossier)),
            // Without a `?` the one of the page itself would stay.
            Base::OneFile => "?".to_owned(),
        };
        if !parameters.is_empty() {
            url.push_str(if base == Base::OneFile { "" } else { "?" });
            url.push_str(&parameters);
        }
        match self.view {
            View::Article(article, Some(paragraph)) => {
                url.push('#');
                url.push_str(&paragraph_id(dossier.articles.slug(article), paragraph));
            }
            // In one file an article is a part of the page, which serves without scripts too.
            View::Article(article, None) if base == Base::OneFile => {
                url.push('#');
                url.push_str(dossier.articles.slug(article));
            }
            _ => {}
        }
        url
    }

    /// Writes what a URL says of the layout of a comparison.
    pub(crate) fn write_layout(&self, parameters: &mut Serializer<String>, dossier: &Dossier) {
        for column in &self.layout.columns {
            parameters.append_pair(COLUMN, dossier.articles.slug(*column));
        }
        if self.layout.differences != Differences::default() {
            parameters.append_pair(DIFFERENCES, self.layout.differences.name());
        }
    }

    /// The value of the parameter `view`.
    #[must_use]
    pub fn view_name(&self) -> Option<String> {
        match self.view {
            View::Statements => Some(STATEMENTS.to_owned()),
            View::Compare => Some(COMPARE.to_owned()),
            View::Concordance => Some(CONCORDANCE.to_owned()),
            View::Notebook => Some(NOTEBOOK.to_owned()),
            View::Statement(hash) => Some(format!("{STATEMENT}{hash:08x}")),
            View::Quotation(hash) => Some(format!("{QUOTATION}{hash:08x}")),
            View::Row(hash) => Some(format!("{ROW}{hash:08x}")),
            View::Matrix => Some(MATRIX.to_owned()),
            View::Speakers(1) => Some(SPEAKER_LIST.to_owned()),
            View::Speakers(number) => Some(format!("{SPEAKER_LIST}-{number}")),
            View::Articles(number) => Some(format!("{ARTICLE_LIST}-{number}")),
            _ => None,
        }
    }

    /// The front page in the same colours and frame.
    #[must_use]
    pub fn front(&self) -> Self {
        Self { theme: self.theme, embed: self.embed, look: self.look, ..Self::default() }
    }

    /// A part of the list of articles, from 1, in the same colours and frame.
    #[must_use]
    pub fn articles(&self, number: u32) -> Self {
        let view = if number == 1 { View::Overview } else { View::Articles(number) };
        Self { view, ..self.front() }
    }

    /// What several articles quote alike, in the same colours and frame.
    #[must_use]
    pub fn statements(&self) -> Self {
        Self { view: View::Statements, ..self.front() }
    }

    /// A finding alone, in the same colours and frame.
    #[must_use]
    pub fn finding(&self, view: View) -> Self {
        Self { view, ..self.front() }
    }

    /// What the reader noted, in the same colours and frame.
    #[must_use]
    pub fn notebook(&self) -> Self {
        Self { view: View::Notebook, ..self.front() }
    }

    /// What a speaker said, article by article, in the same colours and frame; without one, the choice of a
    /// speaker.
    #[must_use]
    pub fn compare(&self, speaker: Option<SpeakerChoice>) -> Self {
        let mut route = Self { view: View::Compare, ..self.front() };
        route.filter.speakers.extend(speaker);
        route
    }

    /// A part of the index of speakers, from 1, in the same colours and frame.
    #[must_use]
    pub fn speakers(&self, number: u32) -> Self {
        Self { view: View::Speakers(number), ..self.front() }
    }

    /// All that one speaker said.
    #[must_use]
    pub fn speaker(&self, choice: SpeakerChoice) -> Self {
        let Self { filter, view, .. } = Self::of(Page::Speaker(choice));
        Self { filter, view, ..self.front() }
    }

    /// The same query and filter in an article, at a paragraph where one is named.
    #[must_use]
    pub fn article(&self, article: ArticleId, paragraph: Option<u32>) -> Self {
        Self { view: View::Article(article, paragraph), ..self.results() }
    }

    /// The results for the same query and filter.
    #[must_use]
    pub fn results(&self) -> Self {
        Self { view: View::Overview, layout: Layout::default(), ..self.clone() }
    }

    /// The results for another query; for none, what the filter chooses.
    #[must_use]
    pub fn with_query(&self, query: String) -> Self {
        let view = match self.view {
            View::Speaker(choice) => View::Speaker(choice),
            View::Compare => self.view,
            // There are no words to align on.
            View::Concordance if !query.trim().is_empty() => self.view,
            _ => View::Overview,
        };
        let mut route = Self { query, view, ..self.clone() };
        route.mend_view();
        route
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

/// The article's slug and the number of a [`paragraph_id`]; `None` where it is none.
#[must_use]
pub fn paragraph_of(id: &str) -> Option<(&str, u32)> {
    let (article_slug, number) = id.rsplit_once("-p")?;
    Some((article_slug, number.parse().ok()?))
}

/// What the parameters of a URL say.
#[derive(Default)]
struct Parameters {
    /// With all that stands for itself.
    route: Route,
    /// Of a comparison, if that is what is asked for.
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
            DIFFERENCES => {
                let differences = Differences::from_name(value);
                layout.differences = differences.unwrap_or_default();
                differences.is_some()
            }
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

/// Puts what is known in the place of what was there; whether it is.
fn put<T>(field: &mut Option<T>, known: Option<T>) -> bool {
    let is_known = known.is_some();
    *field = known.or(field.take());
    is_known
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

/// The slugs of the outlets that are named or slugged so, as far as the dossier has an article of them: one,
/// or, of [`OUTLET_NOT_STATED`], those that stand for the articles without one.
#[must_use]
pub fn outlets_named(value: &str, dossier: &Dossier) -> Vec<String> {
    let wanted = slug(value);
    let outlets = dossier.index.outlets();
    if outlets.contains(&&*wanted) {
        return vec![wanted];
    }
    let without = dossier
        .article_ids()
        .filter(|id| wanted == OUTLET_NOT_STATED && dossier.articles.outlet(*id).is_none());
    let places = without.filter_map(|id| dossier.index.outlet_of(id));
    places.filter_map(|at| outlets.get(at).map(|slug| (*slug).to_owned())).collect()
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

/// The view of that name: `statements`, `compare`, `concordance`, `notebook`, `matrix`, a finding (`statement-HASH`,
/// `quotation-HASH`, `row-HASH` of a comparison), or a part of a list: `speakers`, `speakers-2`, `articles-2`.
fn view_named(name: &str, dossier: &Dossier) -> Option<View> {
    match name {
        SPEAKER_LIST => return Some(View::Speakers(1)),
        STATEMENTS => return Some(View::Statements),
        COMPARE => return Some(View::Compare),
        CONCORDANCE => return Some(View::Concordance),
        NOTEBOOK => return Some(View::Notebook),
        MATRIX => return Some(View::Matrix),
        _ => {}
    }
    let hash = |hash: &str| (hash.len() == 8).then(|| u32::from_str_radix(hash, 16).ok())?;
    if let Some(statement) = name.strip_prefix(STATEMENT) {
        return hash(statement).map(View::Statement);
    }
    if let Some(quotation) = name.strip_prefix(QUOTATION) {
        return hash(quotation).map(View::Quotation);
    }
    if let Some(row) = name.strip_prefix(ROW) {
        return hash(row).map(View::Row);
    }
    let (list, number) = name.rsplit_once('-')?;
    let number: u32 = number.parse().ok().filter(|number| *number > 1)?;
    match list {
        ARTICLE_LIST if number <= n_article_lists(dossier) => Some(View::Articles(number)),
        SPEAKER_LIST if number <= n_speaker_lists(dossier) => Some(View::Speakers(number)),
        _ => None,
    }
}

/// At most 40 characters of a foreign text, for a notice.
fn shortened(text: &str) -> String {
    at_char(text, 40)
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
        let (url, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
        let (path, search) = url.split_at(url.find('?').unwrap_or(url.len()));
        let page = Page::from_path(path, &dossier).expect("there is such a page");
        let (route, notices) = Route::parse(page, search, fragment, &dossier);
        assert_eq!(route.to_url(&dossier, Base::Site("")), expected, "{notices:?}");
        assert_eq!(notices.len(), n_notices, "{notices:?}");
    }

    #[test]
    fn routes_round_trip() {
        check("", "./", 0);
        for url in [
            "?q=not+a+single+hair",
            "articles/calm.html",
            "articles/calm.html?q=a#calm-p1",
            "speakers/ada-voss.html",
            "speakers/ada-voss.html?q=a&kind=direct",
            "speakers/unattributed.html",
            "speakers/index.html?theme=dark&embed",
            "?speaker=ada-voss",
            "?view=statements",
            "?view=statement-0a1b2c3d",
            "?view=quotation-ffffffff&theme=dark&embed",
            "?view=matrix",
            "?accent=a00000&paper=fffbf0&face=sans&embed",
            "?view=compare&q=a&speaker=ada-voss",
            "?view=compare&speaker=ada-voss&column=calm&differences=off",
            "?view=row-0a1b2c3d&column=calm",
            "?q=%C3%A9%22%26%2B+%3D%E2%80%9C&speaker=unattributed&kind=direct&kind=mixed&outlet=calm",
        ] {
            check(url, url, 0);
        }
    }

    #[test]
    fn parameters_name_the_pages_too() {
        check("?article=calm", "articles/calm.html", 0);
        check("?article=calm&q=a#calm-p1", "articles/calm.html?q=a#calm-p1", 0);
        check("?view=speakers&theme=dark&embed", "speakers/index.html?theme=dark&embed", 0);
        check("speakers/index.html?article=calm", "articles/calm.html", 0);
        check("?outlet=not-stated", "?outlet=calm", 0);
        check("articles/calm.html?view=speakers", "speakers/index.html", 0);
    }

    #[test]
    fn a_page_is_found_by_its_path_as_hosts_write_it() {
        let dossier = Dossier::sample();
        for (path, page) in [
            ("", Some(Page::Front)),
            ("index.html", Some(Page::Front)),
            ("articles/calm", Some(Page::Article(ArticleId(0)))),
            ("articles/c%61lm.html", Some(Page::Article(ArticleId(0)))),
            ("speakers/", Some(Page::Speakers(1))),
            ("list/articles-2.html", None),
            ("list/compare.html", None),
            ("articles/gone.html", None),
            ("speakers/nobody.html", None),
            ("elsewhere/", None),
        ] {
            assert_eq!(Page::from_path(path, &dossier), page, "{path}");
        }
    }

    #[test]
    fn of_a_page_that_is_missing_it_is_told() {
        let missing = |path| Page::missing(path).is_some();
        assert!(missing("articles/gone.html") && missing("speakers/nobody"));
        assert!(!missing("") && !missing("made.html"));
    }

    #[test]
    fn a_speaker_beside_others_is_not_alone() {
        check(
            "speakers/ada-voss.html?speaker=unattributed",
            "?speaker=ada-voss&speaker=unattributed",
            0,
        );
    }

    #[test]
    fn from_a_folder_addresses_lead_out_of_it() {
        let dossier = Dossier::sample();
        let from = |route: Route| route.to_url(&dossier, Base::Site("../"));
        assert_eq!(from(Route::default()), "../");
        assert_eq!(from(Route::default().with_query("a".to_owned())), "../?q=a");
        assert_eq!(from(Route::of(Page::Speakers(1))), "../speakers/index.html");
    }

    #[test]
    fn in_one_file_all_is_on_one_page() {
        let dossier = Dossier::sample();
        for (url, expected) in [
            ("", "?"),
            ("?article=calm", "?#calm"),
            ("?q=a#calm-p1", "?q=a#calm-p1"),
            ("?view=speakers", "?view=speakers"),
            ("?speaker=ada-voss", "?speaker=ada-voss"),
        ] {
            let (search, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
            let (route, notices) = Route::parse(Page::Front, search, fragment, &dossier);
            assert_eq!(route.to_url(&dossier, Base::OneFile), expected);
            assert_eq!(notices, []);
        }
        let one = Route::default().speaker(SpeakerChoice::Unattributed);
        assert_eq!(one.to_url(&dossier, Base::OneFile), "?speaker=unattributed");
    }

    #[test]
    fn a_fragment_alone_opens_its_article() {
        check("#calm-p1", "articles/calm.html#calm-p1", 0);
        check("#calm", "articles/calm.html", 0);
        check("#c%61lm", "articles/calm.html", 0);
    }

    #[test]
    fn what_is_for_the_browser_is_no_fragment() {
        check("articles/calm.html#:~:text=calm", "articles/calm.html", 0);
        check("#calm-p1:~:text=calm", "articles/calm.html#calm-p1", 0);
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
        check("?view=statement-12", "./", 1);
        check("?accent=red&paper=12345&face=comic", "./", 3);
        check("?accent=ffee00", "?accent=ffee00", 1);
        check("?article=calm&article=gone", "articles/calm.html", 1);
        check("?view=compare&view=nonsense", "?view=compare", 1);
        check("?theme=dark&theme=pink", "?theme=dark", 1);
        check("?view=compare&column=gone&differences=maybe", "?view=compare", 2);
        check("?q=a&column=calm&differences=off", "?q=a", 1);
        check("#calm-p99", "./", 1);
        check("#calm-p", "./", 1);
    }

    #[test]
    fn a_cited_paragraph_is_found_by_its_words() {
        let [headline, said] = ["All calm", "It is calm"].map(words_hash);
        check(&format!("articles/calm.html?words={said}#calm-p1"), "articles/calm.html#calm-p1", 0);
        check(&format!("articles/calm.html?words={said}"), "articles/calm.html#calm-p1", 0);
        check(
            &format!("articles/calm.html?words={headline}#calm-p1"),
            "articles/calm.html#calm-p0",
            1,
        );
        check("articles/calm.html?words=00000000#calm-p1", "articles/calm.html#calm-p1", 1);
        check("?words=00000000", "./", 1);
        let dossier = Dossier::sample();
        let parsed = Route::parse(Page::Front, "?article=calm&words=zzz", "", &dossier);
        assert_eq!(parsed.1, [Notice::UnknownLinkPart("words=zzz".to_owned())]);
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
