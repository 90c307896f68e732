//! [`AnnotationPage`]: notes as W3C Web Annotations, <https://www.w3.org/TR/annotation-model/>.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use twox_hash::XxHash64;

use super::instant::is_time;
use super::note::{About, Note, Says, tags};
use crate::anchor::Anchor;

/// A notebook as a page of W3C Web Annotations, which is one JSON object. It is read from a page, a collection with its
/// first page, a list of annotations or one alone; what is none of them is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct AnnotationPage {
    #[serde(rename = "@context")]
    context: String,
    #[serde(rename = "type")]
    kind: String,
    label: String,
    items: Vec<Annotation>,
    /// How many items of a file are no annotations of a dossier.
    #[serde(skip)]
    n_others: usize,
}

/// One annotation: <https://www.w3.org/TR/annotation-model/>.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Annotation {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    motivation: String,
    created: String,
    modified: String,
    body: Vec<Body>,
    target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: String,
    value: String,
    purpose: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
struct Target {
    source: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector>,
    /// The hash of the article's words when they were noted.
    #[serde(rename = "whosaid:text", skip_serializing_if = "String::is_empty")]
    text: String,
    /// What a view is called.
    #[serde(rename = "whosaid:title", skip_serializing_if = "String::is_empty")]
    title: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
struct Selector {
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
}

/// What JSON-LD writes as a list where there are several, and as it is where there is one.
fn all(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        Value::Null => &[],
        value => std::slice::from_ref(value),
    }
}

/// A text, or the first of several; empty where it is none.
fn text(value: &Value) -> &str {
    all(value).first().and_then(Value::as_str).unwrap_or_default()
}

/// A position in a text.
fn position(value: &Value) -> Option<u32> {
    // A number as scripts have it, whole or not.
    let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
    (0.0..=f64::from(u32::MAX)).contains(&number).then_some(number as u32)
}

/// The annotations of a file, whatever they are; `None` where it is for something else.
fn items_of(file: &Value) -> Option<&[Value]> {
    match file {
        Value::Array(items) => Some(items),
        Value::Object(fields) if fields.contains_key("target") => Some(std::slice::from_ref(file)),
        Value::Object(fields) => {
            let items = fields.get("items").map(all);
            items.or_else(|| items_of(fields.get("first")?))
        }
        _ => None,
    }
}

impl TryFrom<Value> for AnnotationPage {
    type Error = &'static str;

    fn try_from(file: Value) -> Result<Self, Self::Error> {
        let items = items_of(&file).ok_or("no annotations")?;
        let annotations: Vec<Annotation> = items.iter().filter_map(Annotation::read).collect();
        Ok(Self { n_others: items.len() - annotations.len(), ..Self::with(annotations, "") })
    }
}

impl Annotation {
    /// An annotation with the first of its targets that is of a dossier.
    fn read(json: &Value) -> Option<Self> {
        let targets = all(&json["target"]).iter().map(Target::read);
        let bodies = [&json["body"], &json["bodyValue"]].into_iter().flat_map(all);
        let text = |key: &str| text(&json[key]).to_owned();
        Some(Self {
            id: text("id"),
            kind: text("type"),
            motivation: text("motivation"),
            created: text("created"),
            modified: text("modified"),
            body: bodies.map(Body::read).collect(),
            target: targets.into_iter().find(|target| about(target).is_some())?,
        })
    }
}

impl Body {
    /// A body, or the address of one.
    fn read(json: &Value) -> Self {
        textual(json.as_str().unwrap_or_else(|| text(&json["value"])), text(&json["purpose"]))
    }
}

impl Target {
    /// An address, or a resource or a part of one.
    fn read(json: &Value) -> Self {
        let addresses = [json, &json["source"], &json["source"]["id"], &json["id"]].map(text);
        let source = addresses.into_iter().find(|address| !address.is_empty());
        Self {
            source: source.unwrap_or_default().to_owned(),
            selector: all(&json["selector"]).iter().map(Selector::read).collect(),
            text: text(&json["whosaid:text"]).to_owned(),
            title: text(&json["whosaid:title"]).to_owned(),
        }
    }
}

impl Selector {
    fn read(json: &Value) -> Self {
        let words = |key: &str| json[key].as_str().map(str::to_owned);
        Self {
            kind: text(&json["type"]).to_owned(),
            exact: words("exact"),
            prefix: words("prefix"),
            suffix: words("suffix"),
            start: position(&json["start"]),
            end: position(&json["end"]),
        }
    }
}

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// Begins the address of an article from the site's front page.
const ARTICLES: &str = "articles/";
const HTML: &str = ".html";

impl AnnotationPage {
    /// The notes as annotations; `site` is the address of the site's front page, and `label` what the dossier is
    /// called.
    #[must_use]
    pub fn of<'n>(notes: impl IntoIterator<Item = &'n Note>, site: &str, label: &str) -> Self {
        Self::with(notes.into_iter().map(|note| annotation(note, site)).collect(), label)
    }

    fn with(items: Vec<Annotation>, label: &str) -> Self {
        Self {
            context: CONTEXT.to_owned(),
            kind: "AnnotationPage".to_owned(),
            label: label.to_owned(),
            items,
            n_others: 0,
        }
    }

    /// The notes that it holds, and how many of its items are none.
    #[must_use]
    pub fn notes(&self) -> (Vec<Note>, usize) {
        let notes: Vec<Note> = self.items.iter().filter_map(note).collect();
        let n_unreadable = self.items.len() - notes.len();
        (notes, n_unreadable + self.n_others)
    }
}

fn annotation(note: &Note, site: &str) -> Annotation {
    let mut body = Vec::new();
    if !note.text.is_empty() {
        body.push(textual(&note.text, "commenting"));
    }
    body.extend(note.says.iter().map(|says| textual(&says.value(), "assessing")));
    body.extend(note.tags.iter().map(|tag| textual(tag, "tagging")));
    let (motivation, target) = match &note.about {
        About::Words { article, anchor } => {
            let quote = Selector {
                kind: "TextQuoteSelector".to_owned(),
                exact: Some(anchor.exact.clone()),
                prefix: Some(anchor.prefix.clone()),
                suffix: Some(anchor.suffix.clone()),
                ..Selector::default()
            };
            let position = Selector {
                kind: "TextPositionSelector".to_owned(),
                start: Some(anchor.start),
                end: Some(anchor.end),
                ..Selector::default()
            };
            let target = Target {
                source: format!("{site}{ARTICLES}{article}{HTML}"),
                selector: vec![quote, position],
                text: anchor.text.clone(),
                title: String::new(),
            };
            (if note.text.is_empty() { "highlighting" } else { "commenting" }, target)
        }
        About::View { url, title } => {
            let source = format!("{site}{}", url.strip_prefix("./").unwrap_or(url));
            let target =
                Target { source, selector: Vec::new(), text: String::new(), title: title.clone() };
            ("bookmarking", target)
        }
    };
    Annotation {
        id: note.id.clone(),
        kind: "Annotation".to_owned(),
        motivation: motivation.to_owned(),
        created: note.created.clone(),
        modified: note.modified.clone(),
        body,
        target,
    }
}

fn textual(value: &str, purpose: &str) -> Body {
    Body { kind: "TextualBody".to_owned(), value: value.to_owned(), purpose: purpose.to_owned() }
}

/// The note of an annotation; `None` where it has no words or view of a dossier.
fn note(annotation: &Annotation) -> Option<Note> {
    let Annotation { id, created, modified, body, target, .. } = annotation;
    let about = about(target)?;
    let text: Vec<&str> = body
        .iter()
        .filter(|body| !matches!(&*body.purpose, "tagging" | "assessing"))
        .map(|body| &*body.value)
        .filter(|value| !value.is_empty())
        .collect();
    let text = text.join("\n");
    let given = body.iter().filter(|body| body.purpose == "tagging").map(|body| &*body.value);
    let created = [created, modified].into_iter().find(|time| is_time(time));
    let created = created.map_or(LONG_AGO, |time| time);
    Some(Note {
        id: if id.is_empty() { id_by_content(&about, &text) } else { id.clone() },
        created: created.to_owned(),
        modified: if is_time(modified) { modified.clone() } else { created.to_owned() },
        text,
        tags: tags(given),
        about,
        says: body
            .iter()
            .filter(|body| body.purpose == "assessing")
            .find_map(|body| Says::from_value(&body.value)),
    })
}

/// What a target names, if it is of a dossier.
fn about(target: &Target) -> Option<About> {
    let quote = target.selector.iter().find(|selector| selector.exact.is_some());
    let place = target.selector.iter().find(|selector| selector.start.is_some());
    Some(match quote {
        Some(quote) => {
            let (_, path) = target.source.rsplit_once(ARTICLES)?;
            let article = path.split(['?', '#']).next()?;
            let article = article.strip_suffix(HTML).unwrap_or(article).to_owned();
            let anchor = Anchor {
                exact: quote.exact.clone().filter(|exact| !exact.is_empty())?,
                prefix: quote.prefix.clone().unwrap_or_default(),
                suffix: quote.suffix.clone().unwrap_or_default(),
                start: place.and_then(|place| place.start).unwrap_or_default(),
                end: place.and_then(|place| place.end).unwrap_or_default(),
                text: target.text.clone(),
            };
            About::Words { article, anchor }
        }
        None => {
            // The part of the address that is the dossier's own; it is read as any address is.
            let at = target.source.find(['?', '#'])?;
            About::View { url: target.source[at..].to_owned(), title: target.title.clone() }
        }
    })
}

/// The time of a note of which none is known: always the same, so that it does not count as changed when the file is
/// read again.
const LONG_AGO: &str = "1970-01-01T00:00:00.000Z";

/// An id for a note that came without one: the same whenever the file is read.
fn id_by_content(about: &About, text: &str) -> String {
    let content = match about {
        About::Words { article, anchor: Anchor { exact, prefix, suffix, .. } } => {
            [article, prefix, exact, suffix, text].join("\n")
        }
        About::View { url, title } => [url, title, text].join("\n"),
    };
    format!("urn:whosaid:{:016x}", XxHash64::oneshot(0, content.as_bytes()))
}
