//! [`page`]: a saved web page as an article; [`fragment_to_markdown`]: HTML that stands in Markdown.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::byline;
use super::imported::Imported;
use super::line::line;
use super::markdown::{self, Images, Markdown};
use super::metadata::{self, PageKind};
use super::omission::Omission;
use super::paywall;
use super::teasers::{is_list_of_teasers, without_teasers};
use super::tree;
use crate::shorten::at_char;
use crate::web_url::is_web_url;
use crate::wording::counted;

/// Words in the classes and ids of what stands beside an article, and inside its element on many a page.
const FURNITURE: [&str; 24] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "gdpr",
    "newsletter",
    "outbrain",
    "promo",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharedaddy",
    "sharing",
    "social",
    "subscribe",
    "taboola",
];

/// What the links of a page count from that does not state its address, until it is known which are in its text.
const NOWHERE: &str = "https://nowhere.invalid/";

/// How much is told of the paragraph of a pay wall, in characters.
const LONGEST_STUB: usize = 80;

/// Roles of such elements, as ARIA names them.
const ROLES: [&str; 7] =
    ["alertdialog", "banner", "complementary", "contentinfo", "dialog", "navigation", "search"];

/// The article of a web page: its text as a reader view finds it, and what the page states of itself.
///
/// # Errors
///
/// When the page has no text of an article, is a list of others, or is longer, deeper or of more parts than a page
/// can be.
pub fn page(html: &str) -> Result<Imported, Omission> {
    page_from(html, None)
}

/// The same of a page that is known to come from `address`, where it does not state its own.
///
/// # Errors
///
/// As of [`page`].
pub fn page_from(html: &str, address: Option<&str>) -> Result<Imported, Omission> {
    read_page(html, address, Images::Counted)
}

/// The same of a page that stays where its pictures are: the Markdown names them.
///
/// # Errors
///
/// As of [`page`].
pub fn page_with_pictures(html: &str, address: Option<&str>) -> Result<Imported, Omission> {
    read_page(html, address, Images::Named)
}

fn read_page(html: &str, address: Option<&str>, images: Images) -> Result<Imported, Omission> {
    let document = tree::document(html)?;
    if is_of_a_dossier(&document) {
        return Err("the page is one of a dossier made with Whosaid; its articles are in the folder that was \
                    pressed, and at the addresses that it names"
            .to_owned()
            .into());
    }
    let (mut imported, kind) = metadata::read(&document);
    imported.url = imported.url.or_else(|| address.map(str::to_owned));
    let base = base_of(&document, imported.url.as_deref());
    remove_furniture(&document);
    remove_marks_of_notes(&document, &mut imported.notes);
    keep_words_apart(&document);
    let config = Config { disable_json_ld: true, ..Config::default() };
    let nothing = "the page has no text of an article";
    let article = Readability::with_document(document, None, Some(config))
        .and_then(|mut readability| readability.parse())
        .map_err(|_| nothing.to_owned())?;
    if imported.authors.is_empty() {
        let found = byline::authors(article.byline.as_deref().unwrap_or_default());
        imported.authors = if byline::is_plausible(&found) { found } else { Vec::new() };
    }
    let content = tree::fragment(&article.content)?;
    let is_list = match kind {
        Some(PageKind::Article) => false,
        Some(PageKind::List) => true,
        None => is_list_of_teasers(&content, base.as_deref()),
    };
    if is_list {
        return Err(Omission::list(imported.title));
    }
    let (body, n_images) = body_of(&content, base.as_deref(), images, &mut imported);
    if !body.contains(char::is_alphanumeric) {
        return Err(nothing.to_owned().into());
    }
    if let Some(stub) = paywall::stub(&body) {
        let stub = at_char(stub, LONGEST_STUB);
        imported
            .notes
            .push(format!("“{stub}” reads like a pay wall, so the article may be cut short"));
    }
    Ok(Imported { body, n_images, ..imported })
}

/// The body of an article, without what only looks like a part of it, and how many images it does not name. How many
/// links are words alone, because nobody knows what they count from, is noted.
fn body_of(
    content: &Document,
    base: Option<&str>,
    images: Images,
    article: &mut Imported,
) -> (String, usize) {
    let root = content.root();
    let Markdown { text, n_images, .. } = Markdown::below(&root, base.or(Some(NOWHERE)), images);
    let start = without_teasers(&text);
    let body = without_repetition(start, article);
    let n_relative = body.matches(&format!("]({NOWHERE}")).count();
    if base.is_some() || n_relative == 0 {
        return (body.to_owned(), n_images);
    }
    let links = counted(n_relative, "link is", "links are");
    let what = format!("{links} words alone, because the page does not state its address");
    article.notes.push(what);
    // The same blocks, without the links.
    let n_blocks = body.split("\n\n").count();
    let n_before = start[..start.len() - body.len()].matches("\n\n").count();
    let without_links = Markdown::below(&root, None, images).text;
    let blocks = without_links.split("\n\n").skip(n_before).take(n_blocks);
    (blocks.collect::<Vec<_>>().join("\n\n"), n_images)
}

/// The article of what stands inside a page's body and is nothing but an article, as generators of sites take
/// it: its text alone, which may be empty. It names its pictures.
///
/// # Errors
///
/// When it is longer, deeper or of more parts than a page can be; a clause without a full stop.
pub fn post(html: &str) -> Result<Imported, String> {
    let Markdown { text: body, n_images, .. } = fragment(html, None, Images::Named)?;
    Ok(Imported { body, n_images, ..Imported::default() })
}

/// HTML inside a Markdown article as Markdown: blocks with an empty line between them, or words alone.
///
/// Scripts, styles, frames and comments vanish. HTML that cannot be a page ([`page`]) is text.
#[must_use]
pub fn fragment_to_markdown(html: &str) -> Markdown {
    fragment(html, None, Images::Named)
        .unwrap_or_else(|_| Markdown { text: markdown::escaped(html), ..Markdown::default() })
}

/// As [`fragment_to_markdown`], with relative links counted from `base`.
pub(super) fn fragment(html: &str, base: Option<&str>, images: Images) -> Result<Markdown, String> {
    Ok(Markdown::below(&tree::fragment(html)?.root(), base, images))
}

/// The words of a line that may hold HTML, such as a title.
pub(super) fn words(html: &str) -> Option<String> {
    if !html.contains(['<', '&']) {
        return line(html);
    }
    tree::fragment(html).ok().and_then(|tree| line(&tree.root().text()))
}

/// Whether a page is one of our own: a list, an edition in one file, an article with all that the reader adds to it, or
/// the page that makes a dossier.
fn is_of_a_dossier(document: &Document) -> bool {
    let scripts = document.select("script");
    let is_ours = |script: &NodeRef<'_>| {
        let source = script.attr("src").unwrap_or_default();
        source.ends_with("/make.js") || script.text().contains("whosaid.start")
    };
    scripts.nodes().iter().any(is_ours)
}

/// Takes out what stands beside the article. What holds more than a fifth of the page's text is left: a class
/// may say what an element has beside its text.
fn remove_furniture(document: &Document) {
    let Some(body) = document.body() else { return };
    let most_chars = body.normalized_char_count() / 5;
    for node in body.descendants() {
        if is_furniture(&node) && node.normalized_char_count() <= most_chars {
            node.remove_from_parent();
        }
    }
}

/// Takes out the comments that Google Docs exports with a document, which were for its editors, and the marks of
/// footnotes: they are no words of the text that they stand in.
fn remove_marks_of_notes(document: &Document, notes: &mut Vec<String>) {
    let comments = document.select("a[href^='#cmnt_ref']");
    let mut n_comments = 0;
    for comment in comments.nodes() {
        let paragraph = comment.ancestors_it(None).find(|node| is_element(node, &["p"]));
        let Some(paragraph) = paragraph else { continue };
        // Each has an element of its own, in which it may have several paragraphs.
        let of_its_own = paragraph.parent().filter(|parent| is_element(parent, &["div"]));
        of_its_own.unwrap_or(paragraph).remove_from_parent();
        n_comments += 1;
    }
    if n_comments > 0 {
        let comments = counted(n_comments, "comment of an editor is", "comments of editors are");
        notes.push(format!("{comments} left out"));
    }
    let mut n_marks = 0;
    for link in document.select("a[href^='#']").nodes() {
        if !is_mark_of_note(&link.text()) {
            continue;
        }
        let is_raised = |node: &NodeRef<'_>| is_element(node, &["sup"]);
        let raised =
            link.parent().filter(|parent| is_raised(parent) && parent.text() == link.text());
        raised.unwrap_or(*link).remove_from_parent();
        n_marks += 1;
    }
    if n_marks > 0 {
        notes.push("marks of footnotes are left out".to_owned());
    }
}

fn is_element(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.node_name().is_some_and(|name| names.contains(&&*name))
}

/// Whether words are a number or a letter in square brackets, as those of a link to a footnote or back from it.
fn is_mark_of_note(words: &str) -> bool {
    let inside = words.trim().strip_prefix('[').and_then(|words| words.strip_suffix(']'));
    inside.is_some_and(|mark| {
        let is_number =
            !mark.is_empty() && mark.len() <= 4 && mark.bytes().all(|b| b.is_ascii_digit());
        is_number || (mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_lowercase()))
    })
}

/// Puts a space behind every line break and at the end of every cell. The reader view takes out breaks that stand
/// before a paragraph, and takes tables apart that lay out a page; the words on both sides would become one.
fn keep_words_apart(document: &Document) {
    for node in document.select("br").nodes() {
        node.insert_after(&node.tree.new_text(" "));
    }
    for node in document.select("td, th").nodes() {
        node.append_child(&node.tree.new_text(" "));
    }
}

fn is_furniture(node: &NodeRef<'_>) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let is_word = |word: &str| FURNITURE.iter().any(|other| other.eq_ignore_ascii_case(word));
    let has_word = |names: &str| names.split(|c: char| !c.is_alphanumeric()).any(is_word);
    match &*element.name.local {
        "article" | "main" | "h1" => false,
        "nav" => true,
        _ => element.attrs.iter().any(|attr| match &*attr.name.local {
            "class" | "id" => has_word(&attr.value),
            "role" => ROLES.contains(&&*attr.value),
            _ => false,
        }),
    }
}

/// What relative links of the page count from.
fn base_of(document: &Document, url: Option<&str>) -> Option<String> {
    let base = document.base_uri().map(|base| base.to_string());
    base.filter(|base| is_web_url(base)).or_else(|| url.map(str::to_owned))
}

/// The body without what its first blocks say that the front matter says already: the title and the byline.
fn without_repetition<'b>(body: &'b str, metadata: &Imported) -> &'b str {
    let mut body = body;
    loop {
        let (block, rest) = body.split_once("\n\n").unwrap_or((body, ""));
        let words = block.trim_start_matches(['#', ' ', '*']).trim_end_matches('*');
        let is_title =
            metadata.title.as_ref().is_some_and(|title| markdown::escaped(title) == words);
        let is_byline = !metadata.authors.is_empty()
            && words.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "))
            && byline::authors(words) == metadata.authors;
        if rest.is_empty() || !(is_title || is_byline) {
            return body;
        }
        body = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_cells_stay_apart() {
        let sentence = "The council of the town voted on Monday, and it will meet again.";
        let paragraphs = format!("<p>{sentence}</p>").repeat(9);
        let layout = format!(
            "<title>A</title><table><tr><td><a>Home</a><br><a>News</a></td><td><i>By Jane Roe</i><br>Tuesday<br>\
             Evening{paragraphs}</td></tr></table>"
        );
        let body = page(&layout).expect("it has an article").body;
        let words: Vec<&str> =
            body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for word in ["Roe", "Tuesday", "Evening"] {
            assert!(words.contains(&word), "{word} in {body}");
        }
    }

    #[test]
    fn links_of_a_page_without_an_address_are_words_and_counted() {
        let sentence = "The council of the town voted on Monday, and it will meet again.";
        let text = format!("<p>{sentence}</p>").repeat(9);
        let html = format!(
            "<title>Shut</title><main><h1>Shut</h1>{text}<p>See <a href=/a>the plan</a> and <a href='b#c'>its map</a>, \
             <a href='https://a.example/'>all</a> <a href='#d'>of</a> <a href='mailto:a@b.example'>it</a>.</p>\
             <p><a href=/e>More</a></p></main>"
        );
        let article = page(&html).expect("it has an article");
        let end = "See the plan and its map, [all](https://a.example/) of it.";
        assert!(article.body.starts_with(sentence), "{}", article.body);
        assert!(article.body.ends_with(end), "{}", article.body);
        let what = "2 links are words alone, because the page does not state its address";
        assert_eq!(article.notes, [what]);
        let stated = page(&format!("<base href='https://b.example/'>{html}")).expect("it has one");
        assert!(stated.body.contains("[its map](https://b.example/b#c)"), "{}", stated.body);
        assert!(stated.notes.is_empty(), "{:?}", stated.notes);
    }

    #[test]
    fn marks_of_footnotes_and_comments_of_editors_are_left_out() {
        let sentence = "<p>The council of the town voted on Monday, and it will meet again.</p>";
        let html = format!(
            "<title>Shut</title>{}<p>“We go,”<a href='#_ftn1'><span>[1]</span></a> she said.<sup><a href='#cmnt1' \
             id=cmnt_ref1>[a]</a></sup><sup><a href='#ftnt2'>[12]</a></sup> See <a href='#d'>[d e]</a>.</p><div>\
             <p><a href='#_ftnref1'>[1]</a> A note.</p></div><div class=c6><p><a href='#cmnt_ref1' \
             id=cmnt1>[a]</a><span>Is this right?</span></p><p>Ask her.</p></div>",
            sentence.repeat(9)
        );
        let article = page(&html).expect("it has an article");
        assert!(
            article.body.ends_with("“We go,” she said. See \\[d e\\].\n\nA note."),
            "{}",
            article.body
        );
        assert_eq!(
            article.notes,
            ["1 comment of an editor is left out", "marks of footnotes are left out"]
        );
    }

    #[test]
    fn what_stands_beside_an_article_is_taken_out() {
        let check = |html: &str, expected: &str| {
            let document = Document::from(format!("{html}<main>{}</main>", "word ".repeat(99)));
            remove_furniture(&document);
            assert_eq!(document.select("body").text().replace("word ", ""), expected);
        };
        check(
            "<div class='c-newsletter__box'>a</div><p id=share>b</p><div role=dialog>c</div>d",
            "d",
        );
        check("<div class='shared adelaide'>a</div>", "a");
        // What is most of the page is no furniture, whatever it is called.
        check(&format!("<div class=related>a{}</div>", "word ".repeat(99)), "a");
    }
}
