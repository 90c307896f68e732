//! The index page over several sites: what each is about, how much is in it, and the way to it.
//!
//! 1. [`SitePage::new`] tells whether a page is that of a site, and names the file that holds its dossier.
//! 2. [`ListedSite::new`] opens that dossier and counts; withdrawn articles do not count.
//! 3. [`index_page`] draws the page: one file without scripts that loads nothing.
//!
//! Titles and all else come out of the dossiers as they are, and reach the page as text.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::html::{Shell, generator, publisher_style};
use super::policy::policy_without_scripts;
use super::style::style_sheet;
use super::{trunk, wasm};
use crate::dossier::Dossier;
use crate::host_look::Accent;
use crate::i18n::{self, catalogue_of, tr, trn};
use crate::language::direction;
use crate::pack::PackError;
use crate::wording::{date_span, day_of, published_by, thousands};

/// What the page says it was made by, so that it is known again.
const GENERATOR: &str = "whosaid index";

const ICON: &[u8] = include_bytes!("../../static/icon.svg");

/// The most outlets of a site that are named; of more, one fewer.
const MOST_OUTLETS: usize = 8;

/// What may stand in a folder's name in a link. No colon, which would end a scheme.
const IN_LINK: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A site as the index page lists it. Withdrawn articles do not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSite {
    /// The name of its folder, right below that of the index page.
    folder: String,
    title: String,
    standfirst: Option<String>,
    language: String,
    publisher: Option<String>,
    accent: Option<Accent>,
    /// How many articles it has.
    pub n_articles: usize,
    /// How many quotations there are in them.
    pub n_quotations: usize,
    n_speakers: usize,
    /// Those that articles state, most articles first.
    outlets: Vec<String>,
    n_without_outlet: usize,
    /// The dates of the oldest and the newest article, as far as any is dated.
    dates: Option<[String; 2]>,
    n_undated: usize,
}

/// Why a site cannot be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlisted {
    /// Its wasm is not sound: what is wrong.
    Wasm(String),
    /// Its dossier cannot be opened.
    Pack(PackError),
}

/// What the `index.html` of a site tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePage {
    /// The name of the file beside it that holds the dossier; no path.
    pub wasm_name: String,
    /// The publisher's colour, where it has one.
    accent: Option<Accent>,
}

impl SitePage {
    /// Reads a page; `None` for another than that of a site or an engine.
    #[must_use]
    pub fn new(page: &str) -> Option<Self> {
        let shell = Shell::new(page).ok()?;
        // Only scripts are asked: what a dossier says of itself could look like a name.
        let wasm_name = shell.scripts.iter().find_map(|script| trunk::wasm_name(&script.text))?;
        let accent = Accent::from_style_sheet(&publisher_style(page));
        Some(Self { wasm_name: wasm_name.to_owned(), accent })
    }
}

/// Whether a page is an [`index_page`], whatever was done to its markup since.
#[must_use]
pub fn is_index_page(page: &str) -> bool {
    generator(page).is_some_and(|generator| generator == GENERATOR)
}

impl ListedSite {
    /// The site in a folder of that name, of its page and the bytes of the file that this names.
    ///
    /// # Errors
    ///
    /// When it has no dossier that this program can open.
    pub fn new(folder: &str, page: &SitePage, wasm: &[u8]) -> Result<Self, Unlisted> {
        let pack = wasm::pack_in(wasm).map_err(Unlisted::Wasm)?;
        let dossier = Dossier::open(pack).map_err(Unlisted::Pack)?;
        let bylines = dossier.article_ids().map(|id| dossier.articles.byline(id));
        let (mut n_articles, mut n_without_outlet, mut n_undated) = (0, 0, 0);
        let mut outlets: BTreeMap<String, usize> = BTreeMap::new();
        let mut dates: Option<[String; 2]> = None;
        for byline in bylines.filter(|byline| byline.withdrawn.is_none()) {
            n_articles += 1;
            match byline.outlet {
                Some(outlet) => *outlets.entry(outlet).or_default() += 1,
                None => n_without_outlet += 1,
            }
            match (byline.published, &mut dates) {
                (Some(date), Some([first, _])) if date < *first => *first = date,
                (Some(date), Some([_, last])) if date > *last => *last = date,
                (Some(date), None) => dates = Some([date.clone(), date]),
                (Some(_), Some(_)) => {}
                (None, _) => n_undated += 1,
            }
        }
        let mut outlets: Vec<(String, usize)> = outlets.into_iter().collect();
        outlets.sort_by_key(|(_, n_articles)| Reverse(*n_articles));
        let masthead = &dossier.masthead;
        Ok(Self {
            folder: folder.to_owned(),
            title: masthead.title.clone(),
            standfirst: masthead.standfirst.clone(),
            language: masthead.language.clone(),
            publisher: masthead.publisher.as_ref().map(|publisher| publisher.name.clone()),
            accent: page.accent,
            n_articles,
            n_quotations: dossier.n_quotations(),
            n_speakers: dossier.speakers.len(),
            outlets: outlets.into_iter().map(|(outlet, _)| outlet).collect(),
            n_without_outlet,
            dates,
            n_undated,
        })
    }

    /// The day of its newest article, as far as any is dated.
    fn newest(&self) -> Option<&str> {
        self.dates.as_ref().map(|[_, last]| day_of(last))
    }
}

/// The page: the sites with the newest articles first, those without a date last, and else by the names of their
/// folders. `title` is its heading. It speaks the language that all of them are in, where the interface has that. The
/// same sites make the same page, in whatever order they come.
#[must_use]
pub fn index_page(title: Option<&str>, mut sites: Vec<ListedSite>) -> String {
    sites.sort_by(|one, other| {
        other.newest().cmp(&one.newest()).then_with(|| one.folder.cmp(&other.folder))
    });
    let language = common(&sites, |site| Some(&*site.language));
    let catalogue = catalogue_of(language.unwrap_or_default());
    i18n::within(&catalogue.leak(), || draw(title, &sites))
}

fn draw(title: Option<&str>, sites: &[ListedSite]) -> String {
    let accent = common(sites, |site| site.accent.as_ref());
    let style = style_sheet(include_str!("index_page.css"), accent.copied());
    let icon = format!("data:image/svg+xml;base64,{}", STANDARD.encode(ICON));
    let language = common(sites, |site| Some(&*site.language));
    let publisher = common(sites, |site| site.publisher.as_deref());
    let summary = summary(sites);
    let heading = tr!("Dossiers");
    let page = html! {
        (DOCTYPE)
        html lang=(i18n::language()) dir=(language.map_or("ltr", direction)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy_without_scripts([&*style]));
                title { (title.unwrap_or(heading)) }
                meta name="generator" content=(GENERATOR);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="description" content=(summary);
                link rel="icon" href=(icon);
                style { (PreEscaped(&style)) }
            }
            body {
                header.masthead {
                    @if let Some(publisher) = publisher {
                        p.wordmark { bdi { (publisher) } }
                    } @else {
                        p.wordmark { "Who" i { "said" } }
                    }
                    p.masthead-name { (tr!("Who said what, article by article")) }
                }
                main {
                    div.index-head {
                        @match title {
                            // In which language it is, nobody says; of sites in one language it is the likeliest.
                            Some(title) => h1 lang=(language.unwrap_or_default()) dir="auto" { (title) },
                            None => h1 { (heading) },
                        }
                        p.summary { (summary) }
                    }
                    ol.sites { @for site in sites { (listed(site)) } }
                }
                footer.site-foot {
                    @if let Some(publisher) = publisher {
                        p.publisher { (published_by()) " " bdi { (publisher) } }
                    }
                    p { (tr!("Counted in the dossiers as they are published. This page has no script and loads nothing.")) }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn listed(site: &ListedSite) -> Markup {
    let (language, direction) = (&site.language, direction(&site.language));
    // As the site's own pages name its front page, so that what is kept offline is found.
    let home = format!("{}/", utf8_percent_encode(&site.folder, IN_LINK));
    html! {
        li.site data-dated=(site.dates.is_some()) {
            p.when {
                @match &site.dates {
                    Some([first, last]) => (unbroken(&date_span(first, last))),
                    None => (tr!("No date")),
                }
                @if site.n_undated > 0 && site.dates.is_some() {
                    span.undated {
                        (trn!(
                            site.n_undated,
                            "{amount} article without a date",
                            "{amount} articles without a date",
                            amount = thousands(site.n_undated as u64),
                        ))
                    }
                }
            }
            div.about {
                h2 lang=(language) dir=(direction) {
                    a href=(home) { (site.title) }
                }
                @if let Some(standfirst) = &site.standfirst {
                    p.standfirst lang=(language) dir=(direction) { (standfirst) }
                }
            }
            dl.facts {
                div { dt { (tr!("Articles")) } dd { (thousands(site.n_articles as u64)) } }
                div {
                    dt { (tr!("Quotations")) }
                    dd {
                        (thousands(site.n_quotations as u64))
                        @if site.n_speakers > 0 {
                            " " (tr!("by")) " "
                            a href={ (home) "speakers/index.html" } {
                                (speakers(site.n_speakers))
                            }
                        }
                    }
                }
                div { dt { (tr!("Outlets")) } dd { (outlets(site)) } }
            }
        }
    }
}

/// The outlets of a site in a row, and how many articles state none.
fn outlets(site: &ListedSite) -> Markup {
    let n_outlets = site.outlets.len();
    let n_named = if n_outlets > MOST_OUTLETS { MOST_OUTLETS - 1 } else { n_outlets };
    let not_stated = match site.n_without_outlet {
        0 => None,
        n if n == site.n_articles => Some(tr!("not stated").to_owned()),
        n => Some(trn!(
            n,
            "not stated in {amount} article",
            "not stated in {amount} articles",
            amount = thousands(n as u64),
        )),
    };
    let own = i18n::language();
    html! {
        ul lang=(site.language) {
            @for outlet in &site.outlets[..n_named] { li { bdi { (outlet) } } }
            @if n_outlets > n_named {
                li lang=(own) { (trn!(n_outlets - n_named, "{n} other outlet", "{n} other outlets")) }
            }
            @if let Some(not_stated) = not_stated { li.second lang=(own) { (not_stated) } }
        }
    }
}

/// What all sites have, in a sentence.
fn summary(sites: &[ListedSite]) -> String {
    let outlets: BTreeSet<&String> = sites.iter().flat_map(|site| &site.outlets).collect();
    let n_articles = sites.iter().map(|site| site.n_articles).sum();
    let n_quotations = sites.iter().map(|site| site.n_quotations).sum();
    let amount = thousands(n_articles as u64);
    let articles = trn!(n_articles, "{amount} article", "{amount} articles", amount);
    let dossiers = trn!(sites.len(), "{n} dossier", "{n} dossiers");
    let amount = thousands(n_quotations as u64);
    let quotations = trn!(n_quotations, "{amount} quotation", "{amount} quotations", amount);
    if outlets.is_empty() {
        return tr!(
            "Who said what in {articles}: {dossiers} with {quotations}.",
            articles,
            dossiers,
            quotations,
        );
    }
    tr!(
        "Who said what in {articles} of {outlets}: {dossiers} with {quotations}.",
        articles,
        outlets = trn!(outlets.len(), "{n} outlet", "{n} outlets"),
        dossiers,
        quotations,
    )
}

/// What all sites have alike.
fn common<'s, T: PartialEq + ?Sized>(
    sites: &'s [ListedSite],
    of: impl Fn(&'s ListedSite) -> Option<&'s T>,
) -> Option<&'s T> {
    let first = of(sites.first()?)?;
    sites.iter().all(|site| of(site) == Some(first)).then_some(first)
}

fn speakers(n: usize) -> String {
    trn!(n, "{amount} speaker", "{amount} speakers", amount = thousands(n as u64))
}

/// Dates that go to the next line between them, and not within.
fn unbroken(dates: &str) -> String {
    dates.split(" – ").map(|date| date.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(" – ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(folder: &str, dates: Option<[&str; 2]>) -> ListedSite {
        ListedSite {
            folder: folder.to_owned(),
            title: format!("Title {folder}"),
            standfirst: None,
            language: "en".to_owned(),
            publisher: None,
            accent: None,
            n_articles: 1_200,
            n_quotations: 1,
            n_speakers: 1,
            outlets: vec!["The Times".to_owned()],
            n_without_outlet: 0,
            dates: dates.map(|dates| dates.map(str::to_owned)),
            n_undated: 0,
        }
    }

    #[test]
    fn the_newest_stands_first_whatever_the_order() {
        let sites = [
            site("b", None),
            site("a", None),
            site("c", Some(["2020-01-01", "2021-08-16"])),
            site("e", Some(["2021-08-17", "2021-08-17T09:00"])),
            site("d", Some(["2021-08-17", "2021-08-17"])),
        ];
        let page = index_page(None, sites.to_vec());
        let links: Vec<&str> =
            page.split("<h2").skip(1).filter_map(|rest| rest.split('"').nth(5)).collect();
        assert_eq!(links, ["d/", "e/", "c/", "a/", "b/"]);
        let mut turned = sites.to_vec();
        turned.reverse();
        assert_eq!(index_page(None, turned), page);
    }

    #[test]
    fn a_link_leads_into_the_folder_whatever_its_name() {
        for (folder, link) in [
            ("a b", "a%20b/"),
            ("javascript:alert(1)", "javascript%3Aalert%281%29/"),
            ("ä\"><i>?#%", "%C3%A4%22%3E%3Ci%3E%3F%23%25/"),
        ] {
            let page = index_page(None, vec![site(folder, None)]);
            assert!(page.contains(&format!("<a href=\"{link}\">")), "{page}");
        }
    }

    #[test]
    fn what_all_sites_have_alike_stands_at_the_head() {
        let mut sites = vec![site("a", None), site("b", None)];
        for site in &mut sites {
            site.language = "ar".to_owned();
            site.publisher = Some("The <Times>".to_owned());
            site.accent = Accent::from_style_sheet("--accent:light-dark(#8a1020,#ff8090)");
        }
        let page = index_page(Some("T"), sites.clone());
        assert!(page.contains("<html lang=\"en\" dir=\"rtl\">"), "{page}");
        assert!(page.contains("<h1 lang=\"ar\" dir=\"auto\">T</h1>"), "{page}");
        assert!(page.contains("<p class=\"wordmark\"><bdi>The &lt;Times&gt;</bdi></p>"), "{page}");
        assert!(page.contains("--accent:light-dark(#8a1020,#ff8090);"), "{page}");
        sites[1] = site("b", None);
        let page = index_page(Some("T"), sites);
        assert!(page.contains("<html lang=\"en\" dir=\"ltr\">"), "{page}");
        assert!(page.contains("<h1 lang=\"\" dir=\"auto\">T</h1>"), "{page}");
        assert!(page.contains("Who<i>said</i>") && !page.contains("#8a1020"), "{page}");
    }

    #[test]
    fn it_speaks_the_language_of_all_its_sites() {
        let mut sites = vec![site("a", None), site("b", None)];
        sites.iter_mut().for_each(|site| site.language = "de-AT".to_owned());
        let page = index_page(None, sites.clone());
        assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"), "{page}");
        assert!(
            page.contains("in 2.400 Artikeln aus 1 Medium: 2 Dossiers mit 2 Zitaten."),
            "{page}"
        );
        sites[1] = site("b", None);
        assert!(index_page(None, sites).contains("<html lang=\"en\" dir=\"ltr\">"));
    }

    #[test]
    fn of_many_outlets_some_are_named() {
        let check = |n_outlets: usize, n_without_outlet, expected: &[&str]| {
            let mut site = site("a", None);
            site.outlets = (1..=n_outlets).map(|number| number.to_string()).collect();
            site.n_without_outlet = n_without_outlet;
            let markup = outlets(&site).into_string();
            let items = markup.split("</li>").filter_map(|item| item.rsplit_once("<li"));
            let texts = items.map(|(_, item)| {
                let text = item.split_once('>').map_or(item, |(_, text)| text);
                text.replace("<bdi>", "").replace("</bdi>", "")
            });
            assert_eq!(texts.collect::<Vec<_>>(), expected);
        };
        check(1, 0, &["1"]);
        check(0, 1_200, &["not stated"]);
        check(8, 0, &["1", "2", "3", "4", "5", "6", "7", "8"]);
        check(
            9,
            1,
            &["1", "2", "3", "4", "5", "6", "7", "2 other outlets", "not stated in 1 article"],
        );
    }

    #[test]
    fn an_index_page_is_known_again() {
        let page = index_page(Some("T"), vec![site("a", None)]);
        assert!(is_index_page(&page));
        assert!(is_index_page("<meta content='whosaid index' name=generator>"));
        assert!(!is_index_page("<!-- <meta name=generator content='whosaid index'> -->"));
        assert!(!is_index_page("<meta name=generator content=Hugo><p>whosaid index</p>"));
        assert_eq!(SitePage::new(&page), None);
    }
}
