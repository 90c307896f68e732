//! [`read`]: the entries of a feed as articles.

use atom_syndication as atom;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::byline::authors;
use super::html::{self, words};
use super::imported::Imported;
use super::line::{address, line, published};
use super::markdown::{self, Images, Markdown};
use super::omission::Omission;
use super::unpublished::is_unpublished;
use crate::language::tag_of;
use crate::web_url::is_web_url;

/// Most elements inside each other, far above those of any feed.
const MAX_DEPTH: u32 = 256;

/// What is noted of an entry whose text is its summary.
pub(super) const SUMMARY_ALONE: &str = "the feed has the summary alone";

/// The kinds of entries in an export of WordPress that are articles. Others are images, menus, styles.
const POSTS: [&str; 2] = ["post", "page"];

/// The entries of a feed in RSS (0.9 to 2.0) or Atom, in its order; in place of one that is no article stands why.
///
/// The text is that of `content:encoded` or `content`; an entry that has only a summary is its summary, with a
/// note. Entities that the feed defines itself are not expanded. What has no text is no article, nor is what an
/// export of WordPress has beside the posts and pages that the site shows.
///
/// # Errors
///
/// When it is not a feed, or not well formed; a clause without a full stop.
pub fn read(xml: &str) -> Result<Vec<Result<Imported, Omission>>, String> {
    // The text is decoded already, whatever encoding the declaration names.
    let xml = xml.trim_start();
    let xml = match xml.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest,
        None => xml,
    };
    let not_well_formed =
        |error: &dyn std::fmt::Display| format!("the feed is not well formed: {error}");
    match root_of(xml).map_err(|error| not_well_formed(&error))?.as_str() {
        "feed" => {
            let feed =
                atom::Feed::read_from(xml.as_bytes()).map_err(|error| not_well_formed(&error))?;
            Ok(feed.entries.iter().map(|entry| of_atom(&feed, entry)).collect())
        }
        "rss" | "RDF" => {
            let channel =
                rss::Channel::read_from(xml.as_bytes()).map_err(|error| not_well_formed(&error))?;
            Ok(channel.items.iter().map(|item| of_rss(&channel, item)).collect())
        }
        other => Err(format!("the file is no feed: its outermost element is `{other}`")),
    }
}

/// The name of the outermost element, its prefix left out, of a file that is not too deep to be read by
/// recursion. Reading goes on only as far as the file is well formed.
fn root_of(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let (mut root, mut depth) = (None, 0);
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        if let Event::Start(element) | Event::Empty(element) = &event
            && root.is_none()
        {
            root = Some(String::from_utf8_lossy(element.local_name().as_ref()).into_owned());
        }
        match event {
            Event::Start(_) if depth == MAX_DEPTH => {
                return Err(format!(
                    "it has elements inside each other more than {MAX_DEPTH} deep"
                ));
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => return root.ok_or_else(|| "it has no element".to_owned()),
            _ => {}
        }
    }
}

fn of_rss(channel: &rss::Channel, item: &rss::Item) -> Result<Imported, Omission> {
    let title = item.title().and_then(words);
    if let Some(reason) = unpublished(item) {
        return Err(Omission::NotShown { title, reason });
    }
    let guid = item.guid().filter(|guid| guid.is_permalink()).map(rss::Guid::value);
    let url = [item.link(), guid].into_iter().flatten().map(str::trim).find(|url| is_web_url(url));
    let dublin_core = item.dublin_core_ext();
    let creators = dublin_core.map(rss::extension::dublincore::DublinCoreExtension::creators);
    let mut found: Vec<String> =
        creators.unwrap_or_default().iter().flat_map(|byline| authors(byline)).collect();
    if found.is_empty() {
        found = authors(item.author().unwrap_or_default());
    }
    let mut notes = Vec::new();
    if let (None, Some(link)) = (url, item.link()) {
        let _ = address(link, &mut notes);
    }
    let dates =
        dublin_core.map(rss::extension::dublincore::DublinCoreExtension::dates).unwrap_or_default();
    let date = item.pub_date().or_else(|| dates.first().map(String::as_str));
    let date = date.and_then(|date| published(date, &mut notes));
    let (text, summary) = (item.content(), item.description());
    let Markdown { text: body, n_images, .. } =
        body(text.map(Text::Html), summary.map(Text::Html), url, &mut notes)
            .map_err(|what| of_entry(title.as_deref(), &what))?
            .ok_or_else(|| Omission::without_text(title.clone()))?;
    Ok(Imported {
        title,
        outlet: item
            .source()
            .and_then(rss::Source::title)
            .and_then(words)
            .or_else(|| words(channel.title())),
        authors: found,
        published: date,
        url: url.map(str::to_owned),
        language: channel.language().and_then(tag_of),
        body,
        n_images,
        notes,
        ..Imported::default()
    })
}

/// Why an entry of an export of WordPress is none of the articles that the site shows; `None` where it is one, or
/// the feed is no such export. It follows on "an entry".
fn unpublished(item: &rss::Item) -> Option<String> {
    let of_wordpress = item.extensions().get("wp")?;
    let stated = |name: &str| {
        let value = of_wordpress.get(name)?.iter().find_map(rss::extension::Extension::value)?;
        line(&value.to_lowercase())
    };
    if let Some(kind) = stated("post_type").filter(|kind| !POSTS.contains(&kind.as_str())) {
        return Some(format!("of the type `{kind}`"));
    }
    if let Some(status) = stated("status").filter(|status| is_unpublished(status)) {
        return Some(format!("whose status is `{status}`"));
    }
    stated("post_password").map(|_| "that the site shows by a password".to_owned())
}

fn of_atom(feed: &atom::Feed, entry: &atom::Entry) -> Result<Imported, Omission> {
    let of_text = |text: &atom::Text| match text.r#type {
        atom::TextType::Text => line(text),
        _ => words(text),
    };
    let title = of_text(&entry.title);
    let link = entry.links.iter().find(|link| link.rel() == "alternate");
    let mut notes = Vec::new();
    let url = link.and_then(|link| {
        let whole = markdown::whole_address(link.href(), feed.base());
        whole.or_else(|| address(link.href(), &mut notes))
    });
    let url = url.as_deref();
    let people = if entry.authors.is_empty() { &feed.authors } else { &entry.authors };
    let date = entry.published.and_then(|date| published(&date.to_rfc3339(), &mut notes));
    let text = entry.content.as_ref().and_then(|content| {
        let value = content.value()?;
        Some(match content.content_type() {
            Some("text" | "text/plain") | None => Text::Plain(value),
            _ => Text::Html(value),
        })
    });
    let summary = entry.summary.as_ref().map(|summary| match summary.r#type {
        atom::TextType::Text => Text::Plain(summary),
        _ => Text::Html(summary),
    });
    let Markdown { text: body, n_images, .. } = body(text, summary, url, &mut notes)
        .map_err(|what| of_entry(title.as_deref(), &what))?
        .ok_or_else(|| Omission::without_text(title.clone()))?;
    let of_content = entry.content.as_ref().and_then(|content| tag_of(content.lang()?));
    Ok(Imported {
        title,
        outlet: entry
            .source
            .as_ref()
            .and_then(|source| of_text(&source.title))
            .or_else(|| of_text(&feed.title)),
        authors: people.iter().flat_map(|person| authors(person.name())).collect(),
        published: date,
        url: url.map(str::to_owned),
        language: of_content.or_else(|| feed.lang.as_deref().and_then(tag_of)),
        body,
        n_images,
        notes,
        ..Imported::default()
    })
}

/// The text of an entry, in the form that its feed says.
#[derive(Clone, Copy)]
enum Text<'f> {
    Html(&'f str),
    Plain(&'f str),
}

/// The full text of an entry, or else its summary; `None` where it has neither.
fn body(
    text: Option<Text<'_>>,
    summary: Option<Text<'_>>,
    url: Option<&str>,
    notes: &mut Vec<String>,
) -> Result<Option<Markdown>, String> {
    let read = |text: Text<'_>| match text {
        Text::Html(html) => html::fragment(html, url, Images::Counted),
        Text::Plain(text) => {
            Ok(Markdown { text: markdown::from_plain_text(text), ..Markdown::default() })
        }
    };
    for (text, is_summary) in [(text, false), (summary, true)] {
        let Some(markdown) = text.map(read).transpose()? else { continue };
        if markdown.text.contains(char::is_alphanumeric) {
            if is_summary {
                notes.push(SUMMARY_ALONE.to_owned());
            }
            return Ok(Some(markdown));
        }
    }
    Ok(None)
}

/// What is wrong with an entry.
fn of_entry(title: Option<&str>, what: &str) -> String {
    format!("the entry “{}” is left out: {what}", title.unwrap_or("(without a title)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an entry with a text and these elements.
    fn entry(elements: &str) -> Result<Imported, Omission> {
        let xml = format!(
            "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>T</title>\
             <item><title>A</title><description>Text.</description>{elements}</item></channel></rss>"
        );
        read(&xml).unwrap().remove(0)
    }

    #[test]
    fn what_wordpress_does_not_show_is_left_out() {
        for status in ["draft", "private", "pending", "trash", "<![CDATA[Draft]]>"] {
            let elements =
                format!("<wp:post_type>post</wp:post_type><wp:status> {status} </wp:status>");
            let omission = entry(&elements).unwrap_err().to_string();
            let start = "the entry “A” is left out as one whose status is `";
            assert!(omission.starts_with(start), "{omission}");
        }
        for kind in ["attachment", "nav_menu_item"] {
            let elements =
                format!("<wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type>");
            let omission = entry(&elements).unwrap_err().to_string();
            assert!(omission.ends_with(&format!("of the type `{kind}`")), "{omission}");
        }
    }

    #[test]
    fn an_address_counts_from_the_base_of_its_feed_or_is_said_to_be_none() {
        let atom = |base: &str, href: &str| {
            let xml = format!(
                "<feed xmlns='http://www.w3.org/2005/Atom' {base}><title>T</title><entry><title>A</title>\
                 <link href='{href}'/><content>Text.</content></entry></feed>"
            );
            let entry = read(&xml).unwrap().remove(0).unwrap();
            (entry.url.unwrap_or_default(), entry.notes.len())
        };
        let base = "xml:base='https://a.example/x/'";
        assert_eq!(atom(base, "one"), ("https://a.example/x/one".to_owned(), 0));
        assert_eq!(atom(base, "http://b.example/"), ("http://b.example/".to_owned(), 0));
        assert_eq!(atom("", "one"), (String::new(), 1));
        let of_rss = |elements: &str| entry(elements).unwrap().notes;
        assert_eq!(of_rss("<link>/one</link>").len(), 2);
        assert_eq!(of_rss("<link>/one</link><guid>https://a.example/one</guid>").len(), 1);
    }

    #[test]
    fn what_wordpress_shows_is_read() {
        for elements in [
            "",
            "<status>draft</status>",
            "<wp:status/><wp:post_type/>",
            "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>",
            "<wp:post_type><![CDATA[page]]></wp:post_type>",
        ] {
            assert_eq!(entry(elements).unwrap().body, "Text.", "{elements}");
        }
    }
}
