//! [`read`]: what a page states of itself, each field from the first of its places that has it.
//!
//! The places are schema.org's articles in JSON-LD, Open Graph and its `article:`, the names of `<meta>`
//! that newspapers use, and the elements that HTML has for it. What no place states stays absent.

use dom_query::{Document, NodeRef};
use serde_json::{Map, Value};

use super::byline::authors;
use super::imported::Imported;
use super::line::{line, published};
use crate::language::tag_of;
use crate::web_url::is_web_url;

/// How many names a value may give, which may refer to others that give as many.
const MOST_NAMES: usize = 100;

/// Names of `<meta>` that state authors, those that name people most plainly first.
const AUTHORS: [&str; 9] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "og:article:author",
];

/// Names of `<meta>` that state when the article was first published.
const PUBLISHED: [&str; 17] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
];

/// Names of `<meta>` that state who publishes.
const OUTLETS: [&str; 4] = ["og:site_name", "publisher", "dc.publisher", "citation_journal_title"];

/// What schema.org calls pages that are lists of others.
const LISTS: [&str; 3] = ["CollectionPage", "SearchResultsPage", "ProfilePage"];

/// A paragraph that is longer, in characters, is text of the article: what says when it was published stands above.
const LONGEST_LINE: usize = 100;

/// What a page states that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    Article,
    /// A list of articles, such as those of a section.
    List,
}

/// What `document` states of itself: an article without a body, and what kind of page it is.
pub fn read(document: &Document) -> (Imported, Option<PageKind>) {
    let page = HtmlPage::of(document);
    let mut notes = Vec::new();
    let outlet = page.outlet();
    let mut stated = Imported {
        title: page.title(outlet.as_deref()),
        authors: page.authors(outlet.as_deref()),
        published: page.published(&mut notes),
        url: page.url(),
        language: page.language(),
        description: page.description(),
        outlet,
        ..Imported::default()
    };
    // A date that one place has in a form that nobody reads is no loss where another has it too.
    if stated.published.is_none() {
        notes.truncate(1);
        stated.notes = notes;
    }
    (stated, page.kind())
}

/// The places of a page where it states something.
struct HtmlPage<'d> {
    document: &'d Document,
    /// Names and values of `<meta>`, in order; the names in lower case.
    metas: Vec<(String, String)>,
    /// Every object of its JSON-LD.
    linked_data: Vec<Map<String, Value>>,
    /// Which of them is the article.
    article: Option<usize>,
}

impl<'d> HtmlPage<'d> {
    fn of(document: &'d Document) -> Self {
        let mut metas = Vec::new();
        for meta in document.select("meta").nodes() {
            let names = ["property", "name", "itemprop"];
            let Some(name) = names.iter().find_map(|name| meta.attr(name)) else { continue };
            let value = meta.attr("content").and_then(|content| plain(&content));
            metas.extend(value.map(|value| (name.trim().to_lowercase(), value)));
        }
        let mut linked_data = Vec::new();
        for script in document.select("script").nodes() {
            let kind = script.attr("type").unwrap_or_default();
            if kind.trim().eq_ignore_ascii_case("application/ld+json")
                && let Some(json) = lenient_json(&script.text())
            {
                collect_objects(json, &mut linked_data);
            }
        }
        let article = linked_data.iter().position(is_article);
        Self { document, metas, linked_data, article }
    }

    /// The values of the first of `names` that is there, in order.
    fn metas<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        names.iter().flat_map(|wanted| {
            let of_name = self.metas.iter().filter(move |(name, _)| name == wanted);
            of_name.map(|(_, value)| value.as_str())
        })
    }

    fn elements(&self, selector: &str) -> Vec<NodeRef<'d>> {
        self.document.select(selector).nodes().to_vec()
    }

    /// A field of the article's JSON-LD.
    fn linked(&self, name: &str) -> Option<&Value> {
        self.linked_data[self.article?].get(name)
    }

    fn linked_text(&self, name: &str) -> Option<String> {
        self.linked(name).and_then(Value::as_str).and_then(plain)
    }

    fn title(&self, outlet: Option<&str>) -> Option<String> {
        let stated = self.linked_text("headline");
        let stated = stated.or_else(|| self.metas(&["og:title"]).next().map(str::to_owned));
        let headings = self.elements("h1");
        let heading = || match headings.as_slice() {
            [only] => line(&only.text()),
            _ => None,
        };
        let others = || {
            self.metas(&["twitter:title", "parsely-title", "dc.title"]).next().map(str::to_owned)
        };
        let of_page = || self.elements("title").first().and_then(|title| line(&title.text()));
        // Word's and Google's programs for documents have a style for it.
        let styled = || line(&self.only("p.MsoTitle, p.title")?.text());
        let title = stated.or_else(heading).or_else(others).or_else(of_page).or_else(styled)?;
        Some(without_outlet(&title, outlet).to_owned())
    }

    /// By schema.org's types and Open Graph's, by those of Dublin Core (`research-article`), and by what only pages of
    /// articles have. Open Graph's `website` tells nothing: many a site writes it into every page.
    fn kind(&self) -> Option<PageKind> {
        let is_list = |object| is_kind(object, |kind| LISTS.contains(&kind));
        let is_article_type = |kind: &str| {
            kind.split(|c: char| !c.is_alphanumeric())
                .any(|word| word.eq_ignore_ascii_case("article"))
        };
        let is_article = self.article.is_some()
            || self.metas(&["og:type", "dc.type", "dcterms.type"]).any(is_article_type)
            || self.metas(&["parsely-type"]).any(|kind| kind.eq_ignore_ascii_case("post"))
            || self.metas(&["article:published_time", "citation_title"]).next().is_some();
        if is_article {
            Some(PageKind::Article)
        } else {
            // Microformats' name of a list, where it has the headline of the page.
            let is_list =
                self.linked_data.iter().any(is_list) || !self.elements(".h-feed h1").is_empty();
            is_list.then_some(PageKind::List)
        }
    }

    fn description(&self) -> Option<String> {
        let stated = self.metas(&["og:description", "description", "dc.description"]).next();
        stated.map(str::to_owned).or_else(|| self.linked_text("description"))
    }

    fn outlet(&self) -> Option<String> {
        let stated = self.metas(&OUTLETS).find(|outlet| !outlet.contains("://"));
        stated.map(str::to_owned).or_else(|| self.names(self.linked("publisher")?, 0).pop())
    }

    fn authors(&self, outlet: Option<&str>) -> Vec<String> {
        let linked = ["author", "creator"].iter().find_map(|name| self.linked(name));
        let linked = linked.map(|value| self.names(value, 0)).unwrap_or_default();
        let mut found: Vec<String> = Vec::new();
        let of_metas = AUTHORS.iter().map(|name| self.metas(&[name]).map(str::to_owned).collect());
        let marked = ["[rel~=author]", "[itemprop~=author] [itemprop~=name]", "[itemprop~=author]"];
        let of_elements = marked.iter().map(|selector| {
            let texts =
                self.elements(selector).into_iter().map(|element| element.text().to_string());
            // With figures, it holds more than names.
            texts.filter(|text| !text.contains(char::is_numeric)).collect()
        });
        for bylines in std::iter::once(linked).chain(of_metas).chain(of_elements) {
            let bylines: Vec<String> = bylines;
            for name in bylines.iter().flat_map(|byline| authors(byline)) {
                let is_outlet = outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(&name));
                if !is_outlet && !found.contains(&name) {
                    found.push(name);
                }
            }
            if !found.is_empty() {
                break;
            }
        }
        found
    }

    fn published(&self, notes: &mut Vec<String>) -> Option<String> {
        let linked =
            ["datePublished", "dateCreated"].iter().filter_map(|name| self.linked_text(name));
        let metas = self.metas(&PUBLISHED).map(str::to_owned);
        let times = [
            "[itemprop~=datePublished]",
            "time[pubdate]",
            "time.published",
            "time.entry-date",
            "article time[datetime], main time[datetime]",
        ];
        let times = times.iter().flat_map(|selector| self.elements(selector));
        let times = times.filter(|time| !is_elsewhere(time));
        let times = times.chain(self.times_below_headline());
        let times = times.chain(self.only("time.dt-published"));
        let times = times.filter_map(|time| time.attr("datetime")).map(|time| time.to_string());
        let linked = linked.chain(self.published_of_page());
        linked.chain(metas).chain(times).find_map(|text| published(&text, notes))
    }

    /// The element that a selector finds, if it finds one alone. The names of microformats say of what they are, wherever
    /// that stands.
    fn only(&self, selector: &str) -> Option<NodeRef<'d>> {
        match self.elements(selector).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The times between the only headline of the page and the text below it.
    fn times_below_headline(&self) -> impl Iterator<Item = NodeRef<'d>> {
        let is = |node: &NodeRef<'_>, name: &str| node.node_name().is_some_and(|n| &*n == name);
        let has_one_headline = self.elements("h1").len() == 1;
        let nodes = self.elements("h1, p, time[datetime]").into_iter();
        let below = nodes.skip_while(move |node| !has_one_headline || !is(node, "h1")).skip(1);
        let is_above_text = move |node: &NodeRef<'_>| {
            !is(node, "p") || node.text().trim().chars().count() <= LONGEST_LINE
        };
        let times = below.take_while(is_above_text).filter(move |node| is(node, "time"));
        times.filter(|time| !is_elsewhere(time))
    }

    /// When the page was published, by its JSON-LD, where that says nothing of an article.
    fn published_of_page(&self) -> Option<String> {
        let is_page = |object: &&Map<String, Value>| is_kind(object, |kind| kind == "WebPage");
        let page = self.linked_data.iter().find(is_page).filter(|_| self.article.is_none());
        page?.get("datePublished").and_then(Value::as_str).and_then(plain)
    }

    fn url(&self) -> Option<String> {
        let canonical = self.elements("link[rel~=canonical]");
        let canonical = canonical.iter().filter_map(|link| link.attr("href"));
        let open_graph = self.metas(&["og:url", "parsely-link"]).map(str::to_owned);
        let linked =
            ["url", "mainEntityOfPage"].iter().filter_map(|name| match self.linked(name)? {
                Value::Object(page) => page.get("@id").and_then(Value::as_str).map(str::to_owned),
                other => other.as_str().map(str::to_owned),
            });
        // Medium's exports have a link to it below the article.
        let below = self.only("a.p-canonical").and_then(|link| link.attr("href"));
        let below = below.map(|href| href.to_string());
        let all = canonical.map(|href| href.to_string()).chain(open_graph).chain(linked);
        let all = all.chain(below);
        all.map(|url| url.trim().replace(' ', "%20"))
            .find(|url| is_web_url(url))
            .or_else(|| self.saved_from())
    }

    /// The address that browsers write into a page when they save it: `<!-- saved from url=(0014)… -->`; or SingleFile,
    /// and with it Zotero, on a line `url: …`.
    fn saved_from(&self) -> Option<String> {
        let around = self
            .document
            .root()
            .children_it(false)
            .chain(self.document.html_root().children_it(false));
        around.filter(NodeRef::is_comment).find_map(|comment| {
            let comment = comment.html();
            let of_browser = comment
                .split_once("saved from url=(")
                .and_then(|(_, address)| Some(address.split_once(')')?.1));
            let of_single_file = || {
                let (_, lines) = comment.split_once("Page saved with SingleFile")?;
                lines.lines().find_map(|line| line.trim().strip_prefix("url:"))
            };
            let address = of_browser.or_else(of_single_file)?.split_whitespace().next()?;
            let address = address.trim_end_matches("-->");
            is_web_url(address).then(|| address.to_owned())
        })
    }

    fn language(&self) -> Option<String> {
        let html = self.elements("html").first().and_then(|html| html.attr("lang"));
        html.and_then(|tag| tag_of(&tag))
            .or_else(|| tag_of(&self.linked_text("inLanguage")?))
            .or_else(|| self.metas(&["og:locale", "language", "dc.language"]).find_map(tag_of))
    }

    /// The names in a value that stands for people or bodies: text, an object, a reference to one, or a list
    /// of these.
    fn names(&self, value: &Value, depth: u32) -> Vec<String> {
        match value {
            _ if depth > 3 => Vec::new(),
            Value::String(name) => plain(name).into_iter().collect(),
            Value::Array(list) => {
                let names =
                    list.iter().take(MOST_NAMES).flat_map(|value| self.names(value, depth + 1));
                names.take(MOST_NAMES).collect()
            }
            Value::Object(object) => match (object.get("name"), object.get("@id")) {
                (Some(name), _) => self.names(name, depth + 1),
                (None, Some(id)) => {
                    let is_meant = |other: &&Map<String, Value>| {
                        other.get("@id") == Some(id) && other.contains_key("name")
                    };
                    let meant = self.linked_data.iter().find(is_meant);
                    meant.map(|meant| self.names(&meant["name"], depth + 1)).unwrap_or_default()
                }
                (None, None) => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

/// JSON as pages have it: in a comment or `CDATA` for old browsers, with line ends inside its texts.
fn lenient_json(text: &str) -> Option<Value> {
    let text = text.replace("<![CDATA[", "").replace("]]>", "");
    let start = text.find(['{', '['])?;
    let end = text.rfind(['}', ']']).filter(|end| *end >= start)?;
    let json = &text[start..=end];
    serde_json::from_str(json)
        .or_else(|_| serde_json::from_str(&json.replace(char::is_control, " ")))
        .ok()
}

/// All objects of JSON-LD that stand for something of their own: those of lists and graphs, and what a page
/// is about.
fn collect_objects(value: Value, objects: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Array(list) => list.into_iter().for_each(|value| collect_objects(value, objects)),
        Value::Object(mut object) => {
            for name in ["@graph", "mainEntity"] {
                if let Some(inner) = object.remove(name) {
                    collect_objects(inner, objects);
                }
            }
            objects.push(object);
        }
        _ => {}
    }
}

/// Whether an object of JSON-LD is an article, in one of the many kinds that schema.org has.
fn is_article(object: &Map<String, Value>) -> bool {
    is_kind(object, |kind| {
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind.ends_with("Report")
    })
}

/// Whether one of the kinds of an object of JSON-LD `is_it`.
fn is_kind(object: &Map<String, Value>, is_it: impl Fn(&str) -> bool) -> bool {
    let is_it = |kind: &Value| is_it(kind.as_str().unwrap_or_default());
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_it),
        Some(kind) => is_it(kind),
        None => false,
    }
}

/// Whether an element stands in a part of the page that is not the article, or says when it was changed.
fn is_elsewhere(node: &NodeRef<'_>) -> bool {
    let is_other = |node: &NodeRef<'_>| {
        let class = node.class().unwrap_or_default().to_lowercase();
        let name = node.node_name().unwrap_or_default();
        ["aside", "footer", "nav"].contains(&name.as_ref())
            || ["comment", "related", "updated", "modified"].iter().any(|word| class.contains(word))
    };
    is_other(node) || node.ancestors_it(None).any(|ancestor| is_other(&ancestor))
}

/// A text of metadata, which is often escaped once more than it should be.
fn plain(text: &str) -> Option<String> {
    let is_escaped = text.contains('&') && text.contains(';');
    line(&if is_escaped {
        Document::fragment(text.replace('<', "&lt;")).text().to_string()
    } else {
        text.to_owned()
    })
}

/// The title without the name of the outlet behind it, as `<title>` and Open Graph have it.
fn without_outlet<'t>(title: &'t str, outlet: Option<&str>) -> &'t str {
    let without = || {
        let start = title.len().checked_sub(outlet?.len())?;
        let (rest, end) = title.split_at_checked(start)?;
        let is_outlet = end.eq_ignore_ascii_case(outlet?);
        let rest =
            rest.trim_end().strip_suffix(['|', '-', '–', '—', '·', '•', ':', '»'])?.trim_end();
        (is_outlet && !rest.is_empty()).then_some(rest)
    };
    without().unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(html: &str) -> Imported {
        read(&Document::from(html)).0
    }

    #[test]
    fn what_a_page_is_by_its_types() {
        let check = |head: &str, expected: Option<PageKind>| {
            assert_eq!(read(&Document::from(head)).1, expected, "{head}");
        };
        let linked = |kinds: &str| {
            format!("<script type='application/ld+json'>{{\"@type\": {kinds}}}</script>")
        };
        let website = "<meta property=og:type content=website>";
        check(website, None);
        check(&linked("\"WebPage\""), None);
        check(&linked("[\"WebPage\", \"CollectionPage\"]"), Some(PageKind::List));
        check(
            &(linked("\"CollectionPage\"") + &linked("\"NewsArticle\"")),
            Some(PageKind::Article),
        );
        check("<meta property=og:type content=article>", Some(PageKind::Article));
        check("<meta name=dc.Type content=research-article>", Some(PageKind::Article));
        check("<meta name=dc.Type content=Text>", None);
        check("<meta name=citation_title content='Shut'>", Some(PageKind::Article));
        check("<meta name=parsely-type content=post>", Some(PageKind::Article));
        check("<meta name=parsely-type content=index>", None);
        check("<section class=h-feed><h1>Claps</h1></section>", Some(PageKind::List));
        check("<h1>A</h1><aside class=h-feed>B</aside>", None);
    }

    #[test]
    fn the_outlet_is_no_part_of_the_title() {
        assert_eq!(without_outlet("A - The Times", Some("the times")), "A");
        assert_eq!(without_outlet("A of The Times", Some("The Times")), "A of The Times");
        assert_eq!(without_outlet("The Times", Some("The Times")), "The Times");
        assert_eq!(without_outlet("é", Some("x")), "é");
    }

    #[test]
    fn authors_are_texts_objects_lists_or_references() {
        let check = |author: &str, expected: &[&str]| {
            let html = format!(
                "<script type='application/ld+json'>/*<![CDATA[*/ {{\"@graph\": [\n\
                 {{\"@type\": [\"NewsArticle\"], \"author\": {author}}},\n\
                 {{\"@id\": \"#j\", \"name\": \"Jane Roe\"}}, {{\"@id\": \"#x\", \"name\": {{\"@id\": \"#x\"}}}}]}} \
                 /*]]>*/</script>"
            );
            assert_eq!(metadata(&html).authors, expected, "{author}");
        };
        check("\"By Jane Roe and John O&#39;Roe\"", &["Jane Roe", "John O'Roe"]);
        check("{\"name\": \"Jane\n Roe\"}", &["Jane Roe"]);
        check("[{\"@id\": \"#j\"}, \"John Roe\", 5]", &["Jane Roe", "John Roe"]);
        check("{\"@id\": \"#x\"}", &[]);
        check("[[[[[\"too deep\"]]]]]", &[]);
    }

    #[test]
    fn a_date_that_cannot_be_read_is_said_so_unless_another_can() {
        let bad = "<meta name=date content='last May'>";
        let read = metadata(bad);
        assert_eq!((read.published, read.notes.len()), (None, 1));
        let both =
            format!("<meta name=pubdate content='May 2020'>{bad}<main><time datetime=2020-05-01>");
        let read = metadata(&both);
        assert_eq!((read.published.as_deref(), read.notes.len()), (Some("2020-05-01"), 0));
    }

    #[test]
    fn a_date_of_something_else_is_not_taken() {
        let aside = "<main><aside><time datetime=2020-05-01></time></aside><p class=updated>\
                     <time datetime=2020-05-02></time></main><time datetime=2020-05-03>";
        assert_eq!(metadata(aside).published, None);
    }

    #[test]
    fn the_address_of_a_saved_page() {
        let saved = "<!-- saved from url=(0022)https://a.example/b -->\n<html>";
        assert_eq!(metadata(saved).url.as_deref(), Some("https://a.example/b"));
        let canonical = format!(
            "{saved}<link rel=canonical href=/b><meta property=og:url content=https://c.example/>"
        );
        assert_eq!(metadata(&canonical).url.as_deref(), Some("https://c.example/"));
        let single_file = "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://a.example/b \n \
                           saved date: Mon Aug 16 2021\n-->";
        assert_eq!(metadata(single_file).url.as_deref(), Some("https://a.example/b"));
        assert_eq!(metadata("<!-- url: https://a.example/b -->").url, None);
    }

    #[test]
    fn an_export_states_its_article_below_it() {
        let export = "<h1>A</h1><footer>By <a class=p-author>Ann Poe</a> on <time class=dt-published \
                      datetime=2021-08-16T09:00:00.000Z>August 16</time> <a class=p-canonical \
                      href=https://a.example/b>Canonical</a></footer>";
        let article = metadata(export);
        assert_eq!(article.published.as_deref(), Some("2021-08-16T09:00"));
        assert_eq!(article.url.as_deref(), Some("https://a.example/b"));
        // Of two nobody knows which is its own.
        assert_eq!(metadata(&export.repeat(2)).published, None);
    }

    #[test]
    fn a_document_of_an_office_program_has_its_title_in_a_style() {
        assert_eq!(metadata("<p class=MsoTitle>A</p><p>B</p>").title.as_deref(), Some("A"));
        assert_eq!(metadata("<p class='c1 title'>A</p><p>B</p>").title.as_deref(), Some("A"));
        assert_eq!(metadata("<p class=title>A</p><p class=title>B</p>").title, None);
    }
}
