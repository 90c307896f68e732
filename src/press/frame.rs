//! What stands around the app in a page: the head, and the foot, which states the edition.

use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::part::{FEED, MAKE, ONE_FILE};
use super::sitemap::encoded;
use crate::dossier::Dossier;
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::route::{Page, Route};
use crate::slug::slug;
use crate::source::{Colophon, Site};
use crate::wording::{
    date, day_of, imprint as imprint_words, megabytes, page_title, privacy as privacy_words,
    published_by, publisher as publisher_words, speaker_name, withdrawn,
};

/// What goes into a page's head.
pub fn head(dossier: &Dossier, site: &Site, page: Page, policy: &str) -> Markup {
    let title = page_title(dossier, &Route::of(page));
    let stated = match page {
        Page::Article(id) => site.descriptions.get(dossier.articles.slug(id)).cloned(),
        _ => None,
    };
    let description = stated.or_else(|| description(dossier, page));
    let article = match page {
        Page::Article(id) => Some(dossier.articles.byline(id)),
        _ => None,
    };
    let picture = match (page, &site.url) {
        (Page::Article(id), Some(url)) => {
            let figures = dossier.article(id).figures;
            figures.first().map(|figure| format!("{url}{}", figure.picture.file))
        }
        _ => None,
    };
    let is_withdrawn = article.as_ref().is_some_and(|byline| byline.withdrawn.is_some());
    let language = article.as_ref().and_then(|byline| byline.language.clone());
    let language = language.unwrap_or_else(|| dossier.masthead.language.clone());
    let published = article.and_then(|byline| byline.published);
    let is_article = matches!(page, Page::Article(_));
    let has_feed = page == Page::Front && newest(dossier).is_some();
    let address = site.url.as_ref().map(|url| format!("{url}{}", page.path(dossier)));
    html! {
        meta http-equiv="Content-Security-Policy" content=(policy);
        title { (title) }
        @if let Some(picture) = &picture { meta property="og:image" content=(picture); }
        meta name="twitter:card" content=(if picture.is_some() { "summary_large_image" } else { "summary" });
        @if let Some(locale) = locale(&language) { meta property="og:locale" content=(locale); }
        @if let Some(published) = &published {
            meta property="article:published_time" content=(published);
        }
        @if let Some(url) = site.url.as_ref().filter(|_| has_feed) {
            link rel="alternate" type="application/atom+xml" href={ (encoded(url)) (FEED) };
        }
        @if is_withdrawn { meta name="robots" content="noindex"; }
        @if let Some(description) = &description {
            meta name="description" content=(description);
            meta property="og:description" content=(description);
        }
        meta property="og:title" content=(title);
        meta property="og:site_name" content=(dossier.masthead.title);
        meta property="og:type" content=(if is_article { "article" } else { "website" });
        @if let Some(address) = &address {
            link rel="canonical" href=(address);
            meta property="og:url" content=(address);
        }
        @if let Some(url) = &site.url { meta name="whosaid-site" content=(url); }
        @if let Some(accent) = site.accent {
            style data-publisher { (PreEscaped(accent.style_sheet())) }
        }
        @if !site.hosts.is_empty() { meta name="whosaid-hosts" content=(site.hosts.join(" ")); }
        @if let Some(data) = news_article(dossier, page, address.as_deref()) {
            script type="application/ld+json" { (PreEscaped(in_script(&data))) }
        }
    }
}

/// What a page is about, in a sentence.
fn description(dossier: &Dossier, page: Page) -> Option<String> {
    match page {
        Page::Front | Page::Articles(_) => Some(match &dossier.masthead.standfirst {
            Some(standfirst) => standfirst.clone(),
            None => {
                tr!(
                    "{articles} with {quotations} by {speakers}.",
                    articles = trn!(dossier.articles.len(), "{n} article", "{n} articles"),
                    quotations = trn!(dossier.n_quotations(), "{n} quotation", "{n} quotations"),
                    speakers = trn!(dossier.speakers.len(), "{n} speaker", "{n} speakers"),
                )
            }
        }),
        Page::Speakers(_) => {
            let title = &dossier.masthead.title;
            Some(trn!(
                dossier.speakers.len(),
                "{n} speaker in “{title}”.",
                "{n} speakers in “{title}”.",
                title
            ))
        }
        Page::Speaker(choice) => {
            let at = match choice {
                SpeakerChoice::Speaker(id) => id.0 as usize,
                SpeakerChoice::Unattributed => dossier.speakers.len(),
            };
            Some(trn!(
                dossier.speakers.n_quotations(at),
                "{name}: {n} quotation in “{title}”.",
                "{name}: {n} quotations in “{title}”.",
                name = speaker_name(choice, dossier),
                title = dossier.masthead.title
            ))
        }
        Page::Article(id) => {
            let source = dossier.open_article(id);
            if let Some(reason) = &source.article.byline.withdrawn {
                return Some(format!("{}: {reason}", withdrawn()));
            }
            let speakers = dossier.speakers_in(&source.quotations);
            let names = speakers.iter().map(|(id, _)| dossier.speakers.name(*id));
            let names: Vec<&str> = names.take(MOST_NAMES).collect();
            let said = trn!(source.quotations.len(), "{n} quotation", "{n} quotations");
            let names_in_a_row = names.join(", ");
            Some(match speakers.len() {
                0 => format!("{said}."),
                n if n > MOST_NAMES => {
                    tr!("{said}, by {names} and others.", said, names = names_in_a_row)
                }
                _ => tr!("{said}, by {names}.", said, names = names_in_a_row),
            })
        }
    }
}

/// How many speakers a description names.
const MOST_NAMES: usize = 5;

/// An article as data: <https://schema.org/NewsArticle>. What the source does not state is not there.
fn news_article(dossier: &Dossier, page: Page, address: Option<&str>) -> Option<Value> {
    let Page::Article(id) = page else { return None };
    let article = dossier.article(id);
    if article.byline.withdrawn.is_some() {
        return None;
    }
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "inLanguage": dossier.language_of(&article),
        "isPartOf": { "@type": "Collection", "name": dossier.masthead.title },
    });
    let byline = &article.byline;
    let authors: Vec<Value> =
        byline.authors.iter().map(|name| json!({ "@type": "Person", "name": name })).collect();
    let outlet =
        byline.outlet.as_ref().map(|name| json!({ "@type": "Organization", "name": name }));
    let rights = &byline.rights;
    let licence =
        rights.licence.as_ref().map(|licence| licence.url.clone().unwrap_or(licence.name.clone()));
    for (name, value) in [
        ("headline", article.headline().map(Value::from)),
        ("datePublished", byline.published.clone().map(Value::from)),
        ("author", (!authors.is_empty()).then_some(Value::Array(authors))),
        ("publisher", outlet),
        // Where it was published first.
        ("isBasedOn", byline.url.clone().map(Value::from)),
        ("url", address.map(Value::from)),
        ("license", licence.map(Value::from)),
        ("creditText", rights.credit.clone().map(Value::from)),
        ("copyrightNotice", rights.copyright.clone().map(Value::from)),
    ] {
        if let Some(value) = value {
            data[name] = value;
        }
    }
    Some(data)
}

/// JSON that may stand in a script: nothing in it ends the element or begins a comment.
fn in_script(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

/// What a site offers beside its pages.
#[derive(Debug, Clone, Copy)]
pub struct Offers {
    /// Whether a service worker keeps it for reading offline.
    pub is_offline: bool,
    /// Whether dossiers can be made in it.
    pub has_maker: bool,
}

/// What goes into the foot of a page, from which `home` leads to the site's folder. `one_file_len` is the
/// length of the one-file edition in bytes.
pub fn foot(
    dossier: &Dossier,
    site: &Site,
    home: &str,
    edition: &Edition,
    one_file_len: usize,
    offers: Offers,
) -> Markup {
    let name = slug(&dossier.masthead.title);
    let name = if name.is_empty() { "dossier" } else { &*name };
    let front = if home.is_empty() { "./" } else { home };
    html! {
        (publisher(&site.colophon))
        p.print-address {}
        a.full-page href=(front) target="_blank" rel="noopener" { (tr!("Open the full page")) }
        (edition.markup())
        span id="foot-buttons" {}
        a href={ (home) (ONE_FILE) } download={ (name) ".html" } {
            (tr!("Download this dossier (one file, {size})", size = megabytes(one_file_len as u64)))
        }
        @if offers.has_maker {
            a id="make_link" href={ (home) (MAKE) } { (tr!("Make a dossier")) span id="make_note" {} }
        }
        // Last in the row, because it changes while the page is in use: what stands after it would move away
        // from under a pointer.
        @if offers.is_offline {
            span id="offline" role="status" {}
            @if !dossier.blocks().is_empty() { span id="keep_all" {} }
        }
    }
}

/// What goes into the foot of the one-file edition.
pub fn foot_of_one_file(site: &Site, edition: &Edition) -> Markup {
    html! {
        (publisher(&site.colophon))
        (edition.markup())
        span { (tr!("All of it is in this one file.")) }
    }
}

/// Who publishes the dossier, and what that is bound to say.
pub fn publisher(colophon: &Colophon) -> Markup {
    let Colophon { name, url, imprint, privacy, footer } = colophon;
    let link = |url: &str, words: Markup| html! { a href=(url) rel="noopener noreferrer external" { (words) } };
    let name = name.as_ref().map(|name| html! { bdi { (name) } });
    html! {
        @if *colophon != Colophon::default() {
            p.publisher {
                @match (name, url) {
                    (Some(name), Some(url)) => span { (published_by()) " " (link(url, name)) },
                    (Some(name), None) => span { (published_by()) " " (name) },
                    (None, Some(url)) => (link(url, html! { (publisher_words()) })),
                    (None, None) => {},
                }
                @if let Some(footer) = footer { span dir="auto" { (footer) } }
                @if let Some(url) = imprint { (link(url, html! { (imprint_words()) })) }
                @if let Some(url) = privacy { (link(url, html! { (privacy_words()) })) }
            }
        }
    }
}

/// The date of the newest article that has one.
fn newest(dossier: &Dossier) -> Option<String> {
    let bylines = dossier.article_ids().map(|id| dossier.articles.byline(id));
    bylines.filter_map(|byline| byline.published).max()
}

/// A language as Open Graph has it, `en_GB`: with its region, and so only where that is stated.
fn locale(tag: &str) -> Option<String> {
    let mut subtags = tag.split('-');
    let language = subtags.next()?.to_ascii_lowercase();
    let region = subtags.find(|subtag| subtag.len() == 2)?.to_ascii_uppercase();
    Some(format!("{language}_{region}"))
}

/// What the foot of every page states of the site that it belongs to.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The version of the site.
    pub version: String,
    /// The date of the newest article, which is looked up in all of them.
    newest: Option<String>,
}

impl Edition {
    /// That of a site whose version is not known yet.
    pub fn of(dossier: &Dossier) -> Self {
        Self { version: String::new(), newest: newest(dossier) }
    }

    fn markup(&self) -> Markup {
        html! {
            span {
                (tr!("Edition")) " " span id="edition" { (self.version) }
                @if let Some(newest) = &self.newest {
                    ", " (tr!("articles up to {date}", date = date(day_of(newest))))
                }
            }
        }
    }
}
