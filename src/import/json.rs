//! [`read`]: the articles of a JSON file: an object with the names of [`table`](super::table), a list of such, an object
//! with one such list in it, or what Ghost exports, whose posts have their authors in lists beside them; or a JSON Feed.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::feed::SUMMARY_ALONE;
use super::imported::Imported;
use super::line::line;
use super::omission::Omission;
use super::table::{Columns, article, is_of_text};

/// What is noted of a post that not everybody may read where it stands.
const MEMBERS_ALONE: &str = "the site shows it to its members alone";

/// The articles of a file.
#[derive(Debug, Default)]
pub struct Documents {
    /// In the file's order.
    pub articles: Vec<Result<Imported, Omission>>,
    /// What holds for the file, a clause each without a full stop.
    pub notes: Vec<String>,
}

/// Reads a JSON file.
///
/// # Errors
///
/// What the file is instead.
pub fn read(text: &str) -> Result<Documents, String> {
    let value =
        serde_json::from_str(text).map_err(|error| format!("the file is not JSON: {error}"))?;
    if let Some(export) = ghost_export(&value) {
        return Ok(ghost(export));
    }
    if let Some(items) = feed_items(&value) {
        return Ok(feed(&value, items));
    }
    let objects = match value {
        Value::Array(items) => items,
        Value::Object(object) => articles_of(object),
        other => vec![other],
    };
    let mut columns = Columns::default();
    let articles = (1..).zip(objects).map(|(number, object)| match object {
        Value::Object(object) => {
            let title = title_of(&object, number);
            article(object.into_iter(), &mut columns).map_err(|omission| named(&title, omission))
        }
        _ => Err(format!("entry {number} of the list is no object").into()),
    });
    let articles = articles.collect();
    Ok(Documents { articles, notes: columns.unread().into_iter().collect() })
}

/// The articles of an object: the items of its only list of such, as readers of feeds and archives of newspapers answer;
/// else the object itself.
fn articles_of(mut object: Map<String, Value>) -> Vec<Value> {
    let has_text = |object: &Map<String, Value>| object.keys().any(|name| is_of_text(name));
    let is_article = |item: &Value| item.as_object().is_some_and(has_text);
    let is_list =
        |value: &Value| value.as_array().is_some_and(|items| items.iter().any(is_article));
    let mut lists: Vec<&mut Value> = match has_text(&object) {
        true => Vec::new(),
        false => object.values_mut().filter(|value| is_list(value)).collect(),
    };
    match lists.as_mut_slice() {
        [Value::Array(items)] => std::mem::take(items),
        _ => vec![Value::Object(object)],
    }
}

/// What a fault of an object is told by: its title, or else its number in the list, from 1.
fn title_of(object: &Map<String, Value>, number: usize) -> String {
    let title = object.get("title").and_then(Value::as_str).filter(|title| !title.is_empty());
    title.map_or_else(|| format!("entry {number}"), |title| format!("“{title}”"))
}

/// A fault with what tells of which object it is.
fn named(title: &str, omission: Omission) -> Omission {
    match omission {
        Omission::Fault(what) => format!("{title}: {what}").into(),
        omission => omission,
    }
}

/// The items of a [JSON Feed](https://www.jsonfeed.org/version/1.1/).
fn feed_items(value: &Value) -> Option<&Vec<Value>> {
    let version = value.get("version")?.as_str()?;
    value.get("items")?.as_array().filter(|_| version.contains("jsonfeed.org/version/"))
}

/// The items of a JSON Feed, whose fields are called as columns are. What they do not state of themselves, the feed
/// states of all; an item that has only a summary is its summary, as in other feeds.
fn feed(feed: &Value, items: &[Value]) -> Documents {
    let of_all = [
        ("outlet", "title"),
        ("language", "language"),
        ("authors", "authors"),
        ("author", "author"),
    ];
    let of_all = of_all.map(|(column, name)| (column, feed.get(name).cloned().unwrap_or_default()));
    let mut columns = Columns::default();
    let articles = (1..).zip(items).map(|(number, item)| {
        let Value::Object(item) = item else {
            return Err(format!("entry {number} of the feed is no object").into());
        };
        let has_text = ["content_html", "content_text"].iter().any(|name| item.contains_key(*name));
        let summary =
            item.get("summary").filter(|_| !has_text).map(|summary| ("text", summary.clone()));
        let is_summary = summary.is_some();
        let more = of_all.iter().cloned().chain(summary);
        let cells =
            item.clone().into_iter().chain(more.map(|(name, value)| (name.to_owned(), value)));
        let mut read = article(cells, &mut columns);
        if let (Ok(article), true) = (&mut read, is_summary) {
            article.notes.push(SUMMARY_ALONE.to_owned());
        }
        read.map_err(|omission| named(&title_of(item, number), omission))
    });
    Documents { articles: articles.collect(), notes: Vec::new() }
}

/// The tables of an export of Ghost: `{"db": [{"data": {…}}]}`, or `{"data": {…}}`.
fn ghost_export(value: &Value) -> Option<&Map<String, Value>> {
    let data = value.pointer("/db/0/data").or_else(|| value.get("data"))?;
    data.as_object().filter(|data| data.get("posts").is_some_and(Value::is_array))
}

/// The posts of Ghost.
fn ghost(data: &Map<String, Value>) -> Documents {
    let rows = |table: &str| data.get(table).and_then(Value::as_array).into_iter().flatten();
    let names: BTreeMap<String, &str> = rows("users")
        .filter_map(|user| Some((id_of(user, "id")?, user.get("name")?.as_str()?)))
        .collect();
    let mut authors: BTreeMap<String, Vec<(u64, &str)>> = BTreeMap::new();
    for row in rows("posts_authors") {
        let author = id_of(row, "author_id").and_then(|author| names.get(&author).copied());
        if let Some((post, author)) = id_of(row, "post_id").zip(author) {
            let place = row.get("sort_order").and_then(Value::as_u64).unwrap_or(0);
            authors.entry(post).or_default().push((place, author));
        }
    }
    let mut documents = Documents::default();
    let mut columns = Columns::default();
    for (number, post) in (1..).zip(rows("posts")) {
        let text =
            |name: &str| post.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let title = text("title").unwrap_or_default();
        if let Some(status) = text("status").filter(|status| *status != "published") {
            documents.articles.push(Err(Omission::of_status(line(title), status)));
            continue;
        }
        let Some(html) = text("html").or_else(|| text("plaintext")) else {
            let is_of_editor = ["lexical", "mobiledoc"].iter().any(|form| text(form).is_some());
            let omission = if is_of_editor { Omission::of_editor } else { Omission::without_text };
            documents.articles.push(Err(omission(line(title))));
            continue;
        };
        let mut own = id_of(post, "id").and_then(|id| authors.remove(&id)).unwrap_or_default();
        own.sort_unstable();
        let mut own: Vec<&str> = own.into_iter().map(|(_, author)| author).collect();
        if own.is_empty() {
            own.extend(id_of(post, "author_id").and_then(|author| names.get(&author)));
        }
        let cells = [
            ("title", text("title").map(Value::from)),
            ("authors", Some(Value::from(own))),
            ("published", text("published_at").map(Value::from)),
            ("url", text("canonical_url").map(Value::from)),
            ("description", text("custom_excerpt").map(Value::from)),
            ("slug", text("slug").map(Value::from)),
            ("html", Some(Value::from(html))),
        ];
        let cells = cells.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        let mut read = article(cells, &mut columns);
        if let Ok(article) = &mut read
            && text("visibility").is_some_and(|readers| readers != "public")
        {
            article.notes.push(MEMBERS_ALONE.to_owned());
        }
        let title = post.as_object().map(|post| title_of(post, number)).unwrap_or_default();
        documents.articles.push(read.map_err(|omission| named(&title, omission)));
    }
    documents
}

/// An id as text: Ghost has had numbers.
fn id_of(row: &Value, name: &str) -> Option<String> {
    match row.get(name)? {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ghost_posts_have_their_authors_and_drafts_stay_out() {
        let export = r#"{"db": [{"meta": {}, "data": {
            "posts": [
                {"id": "p1", "title": "Calm", "slug": "calm-1", "custom_excerpt": "All is calm.", "status": "published", "visibility": "paid", "html": "<p>“We <em>go</em>.”</p>",
                 "published_at": "2021-08-16T21:40:00.000Z", "canonical_url": null},
                {"id": "p2", "title": "Secret", "status": "draft", "html": "<p>Not yet.</p>"},
                {"id": "p3", "title": "Empty", "status": "published", "html": null},
                {"id": "p4", "title": "Unrendered", "status": "published", "html": null, "lexical": "{}"}
            ],
            "users": [{"id": "1", "name": "Jane Roe"}, {"id": "2", "name": "John Roe"}],
            "posts_authors": [
                {"post_id": "p1", "author_id": "2", "sort_order": 1},
                {"post_id": "p1", "author_id": "1", "sort_order": 0}
            ]
        }}]}"#;
        let Documents { articles, notes } = read(export).expect("it is JSON");
        let calm = articles[0].as_ref().expect("it has text");
        assert_eq!(calm.title.as_deref(), Some("Calm"));
        assert_eq!(calm.slug.as_deref(), Some("calm-1"));
        assert_eq!(calm.description.as_deref(), Some("All is calm."));
        assert_eq!(calm.authors, ["Jane Roe", "John Roe"]);
        assert_eq!(calm.published.as_deref(), Some("2021-08-16T21:40"));
        assert_eq!(calm.body.trim(), "“We *go*.”");
        assert_eq!(calm.notes, [MEMBERS_ALONE]);
        let omissions = articles[1..].iter().map(|omission| omission.as_ref().unwrap_err());
        assert_eq!(
            omissions.map(ToString::to_string).collect::<Vec<_>>(),
            [
                "the entry “Secret” is left out as one whose status is `draft`",
                "the entry “Empty” is left out as one without text",
                "the entry “Unrendered” is left out as one whose text is there only as its editor keeps it",
            ]
        );
        assert!(notes.is_empty());
    }

    #[test]
    fn the_items_of_a_json_feed_are_articles() {
        let text = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "language": "en",
            "authors": [{"name": "Ann Roe"}], "items": [
            {"id": "1", "url": "https://a.example/1", "title": "A", "content_html": "<p>“We <em>go</em>.”</p>",
             "date_published": "2021-08-16T21:40:00-04:00", "authors": [{"name": "Jane Roe"}]},
            {"id": "2", "content_text": "B.\n\nC.", "summary": "b"},
            {"id": "3", "title": "D", "summary": "Of D."},
            {"id": "4", "title": "E"}
        ]}"#;
        let Documents { articles, notes } = read(text).expect("it is JSON");
        assert!(notes.is_empty());
        let [a, b, d] = [0, 1, 2].map(|idx| articles[idx].as_ref().expect("it has text"));
        assert_eq!((a.title.as_deref(), &*a.body), (Some("A"), "“We *go*.”"));
        assert_eq!(
            (a.outlet.as_deref(), &*a.authors),
            (Some("The Post"), &["Jane Roe".to_owned()][..])
        );
        assert_eq!(a.published.as_deref(), Some("2021-08-16T21:40"));
        assert_eq!(a.url.as_deref(), Some("https://a.example/1"));
        assert_eq!((&*b.body, &*b.authors), ("B.\n\nC.", &["Ann Roe".to_owned()][..]));
        assert_eq!((b.language.as_deref(), b.description.as_deref()), (Some("en"), Some("b")));
        assert_eq!((&*d.body, &*d.notes), ("Of D.", &[SUMMARY_ALONE.to_owned()][..]));
        assert!(articles[3].is_err());
    }

    #[test]
    fn a_list_of_articles_may_stand_in_an_object() {
        let saved = r#"{"id": "user/saved", "direction": "ltr", "items": [
            {"title": "A", "author": "Jane Roe", "published": 1629100000000, "canonicalUrl": "https://a.example/a",
             "content": {"direction": "ltr", "content": "<p>“We <em>go</em>.”</p>"}, "summary": {"content": "<p>Go</p>"}},
            {"title": "B", "canonical": [{"href": "https://a.example/b"}], "content": {"content": "B."}}
        ]}"#;
        let Documents { articles, notes } = read(saved).expect("it is JSON");
        let [a, b] = [0, 1].map(|idx| articles[idx].as_ref().expect("it has text"));
        assert_eq!((&*a.body, a.description.as_deref()), ("“We *go*.”", Some("Go")));
        assert_eq!(a.url.as_deref(), Some("https://a.example/a"));
        assert_eq!(a.published.as_deref(), Some("2021-08-16T07:46"));
        assert_eq!((&*b.body, b.url.as_deref()), ("B.", Some("https://a.example/b")));
        assert!(notes.is_empty(), "{notes:?}");
        // Two lists, and one that is of something else, are none.
        for text in [
            r#"{"a": [{"text": "A."}], "b": [{"text": "B."}]}"#,
            r#"{"title": "A", "authors": [{"name": "Jane Roe"}]}"#,
        ] {
            assert!(read(text).expect("it is JSON").articles[0].is_err(), "{text}");
        }
        let article = r#"{"text": "A.", "related": [{"title": "B", "text": "B."}]}"#;
        assert_eq!(read(article).expect("it is JSON").articles[0].as_ref().unwrap().body, "A.");
    }

    #[test]
    fn an_object_or_a_list_of_them() {
        let one = read(r#"{"title": "A", "text": "It is calm.", "x": 1}"#).expect("it is JSON");
        assert_eq!(one.articles[0].as_ref().expect("it has text").body.trim(), "It is calm.");
        assert_eq!(one.notes, ["columns that are not read: `x`"]);
        let extracted = r#"{"title": "A", "author": "Jane Roe", "hostname": "a.example", "text": "It is calm.",
            "source": "https://a.example/a", "source-hostname": "The Post"}"#;
        let extracted =
            read(extracted).expect("it is JSON").articles.remove(0).expect("it has text");
        assert_eq!(extracted.url.as_deref(), Some("https://a.example/a"));
        assert_eq!(extracted.outlet.as_deref(), Some("The Post"));
        let list = read(r#"[{"text": "A."}, {"title": "B"}, 3]"#).expect("it is JSON");
        assert_eq!(list.articles.iter().filter(|article| article.is_ok()).count(), 1);
        let faults = list.articles[1..].iter().map(|fault| fault.as_ref().unwrap_err().to_string());
        let [b, number] = faults.collect::<Vec<_>>().try_into().unwrap();
        assert!(b.starts_with("“B”: "), "{b}");
        assert_eq!(number, "entry 3 of the list is no object");
        assert!(read("{").is_err());
    }
}
