//! The notebook: what a reader marked, noted and pinned, and its exchange as W3C Web Annotations.
//!
//! A note is anchored to words ([`crate::anchor`]), or it keeps a view by its address. Notes have ids of their own,
//! so that two notebooks of one dossier merge: of two states of one note the later stands.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use twox_hash::XxHash64;

use crate::anchor::{Anchor, Place, words_hash};
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::escape::in_toml;
use crate::span::Span;

/// A note of the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// A name that no other note has: `urn:uuid:…`.
    pub id: String,
    /// When it was made and last changed: ISO 8601, in UTC.
    pub created: String,
    /// See [`Note::created`].
    pub modified: String,
    /// What the reader wrote; may be empty.
    pub text: String,
    /// In the order in which the reader gave them, each once.
    pub tags: Vec<String>,
    /// What it is about.
    pub about: About,
    /// Where the reader objects to an attribution: who it was in truth.
    #[serde(default)]
    pub says: Option<Says>,
}

/// A reader's own word on a quotation, or on the speaker whom it is attributed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Says {
    /// This one said it.
    Speaker(String),
    /// Nobody can be named.
    Nobody,
    /// It is no quotation.
    NoQuotation,
    /// Its speaker and another one are the same.
    Same(Names),
    /// What the dossier takes for one speaker are two.
    Different(Names),
}

/// A speaker and another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The speaker of a quotation.
    pub speaker: String,
    /// Who that is too, or is not.
    pub other: String,
}

impl Says {
    /// Which other name it is about; `None` where it is about who said something.
    fn matter(&self) -> Option<&str> {
        match self {
            Self::Speaker(_) | Self::Nobody | Self::NoQuotation => None,
            Self::Same(names) | Self::Different(names) => Some(&names.other),
        }
    }

    /// As annotations have it.
    fn value(&self) -> String {
        match self {
            Says::Speaker(name) => format!("{SPEAKER}{name}"),
            Says::Nobody => "unattributed".to_owned(),
            Says::NoQuotation => "not a quotation".to_owned(),
            Says::Same(Names { speaker, other }) => format!("{SAME}{speaker}\n{other}"),
            Says::Different(Names { speaker, other }) => format!("{DIFFERENT}{speaker}\n{other}"),
        }
    }

    fn from_value(value: &str) -> Option<Self> {
        match value {
            "unattributed" => Some(Says::Nobody),
            "not a quotation" => Some(Says::NoQuotation),
            value => {
                if let Some(name) = value.strip_prefix(SPEAKER) {
                    return Some(Says::Speaker(name_of(name)?));
                }
                let is_same = value.starts_with(SAME);
                let names = value.strip_prefix(SAME).or_else(|| value.strip_prefix(DIFFERENT))?;
                let (speaker, other) = names.split_once('\n')?;
                let names = Names { speaker: name_of(speaker)?, other: name_of(other)? };
                Some(if is_same { Says::Same(names) } else { Says::Different(names) })
            }
        }
    }
}

/// A name as it can stand in an annotation.
fn name_of(text: &str) -> Option<String> {
    let name = text.trim();
    (!name.is_empty() && name.chars().count() <= 200).then(|| name.to_owned())
}

/// Begins the value of an annotation that names a speaker.
const SPEAKER: &str = "speaker: ";
/// Begins the value of one that says that two speakers are one; their names follow, a line each.
const SAME: &str = "same speaker: ";
/// Begins the value of one that says that one speaker is two; their names follow, a line each.
const DIFFERENT: &str = "different speakers: ";

/// The objections of a notebook for `whosaid review`: `[[correction]]` and `[[speaker]]` tables as `dossier.toml` has
/// them, and `[[different]]` tables with the names of two speakers whom the dossier takes for one. Corrections whose
/// words are not found in the dossier are left out.
#[must_use]
pub fn corrections(notebook: &Notebook, dossier: &Dossier) -> String {
    let mut text = String::new();
    let mut same: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut apart: Vec<[&str; 2]> = Vec::new();
    for note in notebook.notes() {
        let (Some(says), About::Words { article: slug, anchor }) = (&note.says, &note.about) else {
            continue;
        };
        let ruling = match says {
            Says::Speaker(name) => format!("speaker = {}\n\n", in_toml(name)),
            Says::Nobody => "unattributed = true\n\n".to_owned(),
            Says::NoQuotation => "not_quotation = true\n\n".to_owned(),
            Says::Same(Names { speaker, other }) => {
                match same.iter_mut().find(|(name, _)| name == other) {
                    Some((_, aliases)) if aliases.contains(&&**speaker) => {}
                    Some((_, aliases)) => aliases.push(speaker),
                    None => same.push((other, vec![speaker])),
                }
                continue;
            }
            Says::Different(Names { speaker, other }) => {
                apart.push([speaker, other]);
                continue;
            }
        };
        let Standing::Found(id, place) = note.standing(dossier) else { continue };
        let Some(span) = place.span() else { continue };
        let article = dossier.article(id);
        let places: Vec<usize> =
            article.text.match_indices(&anchor.exact).map(|(at, _)| at).collect();
        let at = places.iter().position(|at| *at == span.start as usize);
        text += &format!(
            "[[correction]]\narticle = {}\nwords = {}\n",
            in_toml(slug),
            in_toml(&anchor.exact)
        );
        if let Some(at) = at.filter(|_| places.len() > 1) {
            text += &format!("occurrence = {}\n", at + 1);
        }
        text += &ruling;
    }
    for (name, aliases) in same {
        let aliases: Vec<String> = aliases.into_iter().map(in_toml).collect();
        let (name, aliases) = (in_toml(name), aliases.join(", "));
        text += &format!("[[speaker]]\nname = {name}\naliases = [{aliases}]\n\n");
    }
    for [name, other] in apart {
        text += &format!("[[different]]\nnames = [{}, {}]\n\n", in_toml(name), in_toml(other));
    }
    text
}

/// What a note is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// Words of an article, named by its slug.
    Words {
        /// The article.
        article: String,
        /// The words.
        anchor: Anchor,
    },
    /// A view, by its address from the site's front page.
    View {
        /// The address.
        url: String,
        /// What the view is called.
        title: String,
    },
}

/// The notes of one dossier, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notebook {
    notes: BTreeMap<String, Note>,
}

/// What came of a merge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Notes that were not there before.
    pub n_new: usize,
    /// Notes of which the other state was later.
    pub n_changed: usize,
    /// What is no note, or says less than a note must.
    pub n_unreadable: usize,
}

/// What is done to a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteChange {
    /// It is made or changed.
    Put(Box<Note>),
    /// The note of this id is taken away.
    Remove(String),
}

impl NoteChange {
    /// The id of the note.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            NoteChange::Put(note) => &note.id,
            NoteChange::Remove(id) => id,
        }
    }
}

impl Notebook {
    /// The notes, those made first before others.
    #[must_use]
    pub fn notes(&self) -> Vec<&Note> {
        let mut notes: Vec<&Note> = self.notes.values().collect();
        notes.sort_unstable_by(|one, other| {
            (&one.created, &one.id).cmp(&(&other.created, &other.id))
        });
        notes
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// The note of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Note> {
        self.notes.get(id)
    }

    /// Puts a note in, in place of one of its id.
    pub fn put(&mut self, note: Note) {
        self.notes.insert(note.id.clone(), note);
    }

    /// Puts a new note in that pins something or objects to it, once: what is pinned already stays as it is, and an
    /// objection takes the place of an earlier one to the same words in the same matter.
    pub fn pin(&mut self, note: Note) {
        let matter = |note: &Note| note.says.as_ref().map(|says| says.matter().map(str::to_owned));
        let own = matter(&note);
        let is_same = |other: &&Note| other.about == note.about && matter(other) == own;
        match self.notes.values().find(is_same) {
            None => self.put(note),
            Some(own) if note.says.is_some() => {
                let Note { says, modified, .. } = note;
                self.put(Note { says, modified, ..own.clone() });
            }
            Some(_) => {}
        }
    }

    /// Takes a note out.
    pub fn remove(&mut self, id: &str) -> Option<Note> {
        self.notes.remove(id)
    }

    /// Takes over what another notebook has that is new or later.
    pub fn merge(&mut self, others: impl IntoIterator<Item = Note>) -> Merged {
        let mut merged = Merged::default();
        for note in others {
            match self.notes.get(&note.id) {
                None => merged.n_new += 1,
                Some(own) if instant(&own.modified) < instant(&note.modified) => {
                    merged.n_changed += 1;
                }
                Some(_) => continue,
            }
            self.put(note);
        }
        merged
    }

    /// What has been done to it since it was as `before`.
    #[must_use]
    pub fn changes_since(&self, before: &Notebook) -> Vec<NoteChange> {
        let put = self.notes().into_iter().filter(|note| before.get(&note.id) != Some(*note));
        let gone = before.notes().into_iter().filter(|note| self.get(&note.id).is_none());
        let put = put.map(|note| NoteChange::Put(Box::new(note.clone())));
        put.chain(gone.map(|note| NoteChange::Remove(note.id.clone()))).collect()
    }

    /// Makes changes.
    pub fn make(&mut self, changes: impl IntoIterator<Item = NoteChange>) {
        for change in changes {
            match change {
                NoteChange::Put(note) => self.put(*note),
                NoteChange::Remove(id) => drop(self.remove(&id)),
            }
        }
    }

    /// The Spans of the words that were noted in an article, each with its note; sorted. What is not found is
    /// left out.
    #[must_use]
    pub fn in_article(&self, slug: &str, text: &str) -> Vec<(Span, &Note)> {
        let hash = words_hash(text);
        let found = self.notes.values().filter_map(|note| match &note.about {
            About::Words { article, anchor } if article == slug => {
                Some((anchor.find_in(text, &hash).span()?, note))
            }
            _ => None,
        });
        let mut found: Vec<(Span, &Note)> = found.collect();
        found.sort_by_key(|(span, _)| *span);
        found
    }
}

/// Where a note's words stand in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is about a view.
    View,
    /// In this article.
    Found(ArticleId, Place),
    /// In this article, whose text is not there yet.
    Unread(ArticleId),
    /// The dossier does not have the article any more.
    Gone,
}

impl Standing {
    /// What has become of the words, where that is known.
    #[must_use]
    pub fn place(self) -> Option<Place> {
        match self {
            Standing::Found(_, place) => Some(place),
            Standing::View | Standing::Unread(_) | Standing::Gone => None,
        }
    }
}

impl Note {
    /// Where its words stand.
    #[must_use]
    pub fn standing(&self, dossier: &Dossier) -> Standing {
        let About::Words { article, anchor } = &self.about else { return Standing::View };
        match dossier.article_by_slug(article) {
            Some(id) => {
                // Asks for its text where that is not there.
                let article = dossier.article(id);
                match dossier.articles.is_here(id) {
                    true => Standing::Found(id, anchor.find(&article.text)),
                    false => Standing::Unread(id),
                }
            }
            None => Standing::Gone,
        }
    }

    /// Sets its tags from a line in which commas part them.
    pub fn set_tags(&mut self, line: &str) {
        self.tags = tags(line.split(','));
    }
}

/// Tags without the spaces around them, each once.
fn tags<'t>(given: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in given.into_iter().map(str::trim).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|other| other == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

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

/// Whether a text is a time.
fn is_time(text: &str) -> bool {
    instant(text).is_some()
}

/// The milliseconds from 1970 to a time as RFC 3339 has it, which scripts write in UTC (`2026-11-27T20:15:00.000Z`) and
/// other programs also with an offset (`2026-11-27T21:15:00+01:00`). `None` where a text is no such time.
fn instant(text: &str) -> Option<i64> {
    let number = |range: Range<usize>| {
        let figures = text.get(range)?;
        figures.bytes().all(|byte| byte.is_ascii_digit()).then(|| figures.parse::<i64>().ok())?
    };
    let signs = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if text.len() > 40 || signs.iter().any(|(at, sign)| text.as_bytes().get(*at) != Some(sign)) {
        return None;
    }
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    let rest = text.get(19..)?;
    let (fraction, zone) = rest.split_at(rest.find(['Z', '+', '-'])?);
    let figures = if fraction.is_empty() { "0" } else { fraction.strip_prefix('.')? };
    let is_number = !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit());
    let millis: i64 = format!("{figures:0<3}").get(..3).filter(|_| is_number)?.parse().ok()?;
    let offset = match (zone, zone.as_bytes()) {
        ("Z", _) => 0,
        (_, &[sign, _, _, b':', _, _]) => {
            let [hours, minutes] = [1..3, 4..6].map(|part| zone.get(part)?.parse::<i64>().ok());
            (hours? * 60 + minutes?) * if sign == b'-' { -1 } else { 1 }
        }
        _ => return None,
    };
    // Years begin in March here, so that the day that some of them lack is their last: Howard Hinnant's
    // `days_from_civil`, <https://howardhinnant.github.io/date_algorithms.html>, for years from 0 on.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let days = year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468;
    Some((((days * 24 + hour) * 60 + minute - offset) * 60 + second) * 1000 + millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(id: &str, modified: &str, text: &str) -> Note {
        let anchor = Anchor::new("All calm\n“It is calm,” said Ada Voss.", Span::new(12, 22));
        Note {
            id: format!("urn:uuid:{id}"),
            created: "2026-11-27T20:15:00.000Z".to_owned(),
            modified: modified.to_owned(),
            text: text.to_owned(),
            tags: vec!["weather".to_owned(), "Kabul, fall of".to_owned()],
            about: About::Words { article: "calm".to_owned(), anchor },
            says: None,
        }
    }

    fn view() -> Note {
        let about = About::View { url: "?q=calm".to_owned(), title: "“calm”".to_owned() };
        Note { about, tags: Vec::new(), ..words("2", "2026-11-27T20:16:00.000Z", "") }
    }

    #[test]
    fn annotations_and_back_is_the_same() {
        let notes = [words("1", "2026-11-27T20:15:00.000Z", "A “note” <b>&\n\nof lines"), view()];
        let page = AnnotationPage::of(&notes, "https://a.example/b/", "Calm");
        let json = serde_json::to_string(&page).expect("it can be written");
        let read: AnnotationPage = serde_json::from_str(&json).expect("it was just written");
        assert_eq!(read.notes(), (notes.to_vec(), 0));
        assert!(json.contains("\"source\":\"https://a.example/b/articles/calm.html\""), "{json}");
        assert!(json.contains("\"type\":\"TextQuoteSelector\",\"exact\":\"It is calm\""), "{json}");
    }

    #[test]
    fn what_is_pinned_is_pinned_once_and_a_new_objection_takes_the_place_of_the_old() {
        let mut notebook = Notebook::default();
        let pin = |id| Note { tags: Vec::new(), ..words(id, "2026-11-27T20:15:00.000Z", "") };
        notebook.pin(Note { text: "mine".to_owned(), ..pin("1") });
        notebook.pin(pin("2"));
        assert_eq!(notebook.notes().iter().map(|note| &*note.text).collect::<Vec<_>>(), ["mine"]);
        let objection = |id, says| Note { says: Some(says), ..pin(id) };
        notebook.pin(objection("3", Says::Nobody));
        let name = || Says::Speaker("Otto Lind".to_owned());
        notebook.pin(objection("4", name()));
        let says: Vec<Option<Says>> =
            notebook.notes().iter().map(|note| note.says.clone()).collect();
        assert_eq!(says, [None, Some(name())]);
        // Who somebody is too is another matter than who said it.
        let names = || Names { speaker: "Ada Voss".to_owned(), other: "A. Voss".to_owned() };
        notebook.pin(objection("5", Says::Same(names())));
        notebook.pin(objection("6", Says::Different(names())));
        assert_eq!(notebook.len(), 3);
        notebook.pin(view());
        notebook.pin(view());
        assert_eq!(notebook.len(), 4);
    }

    #[test]
    fn objections_are_corrections() {
        let mut notebook = Notebook::default();
        let says = Some(Says::Speaker("Ben \"Q\" Roe".to_owned()));
        notebook.put(Note { says, ..words("1", "2026-11-27T20:15:00.000Z", "") });
        notebook.put(view());
        assert_eq!(
            corrections(&notebook, &Dossier::sample()),
            "[[correction]]\narticle = \"calm\"\nwords = \"It is calm\"\nspeaker = \"Ben \\\"Q\\\" Roe\"\n\n"
        );
        let notes = notebook.notes().into_iter().cloned().collect::<Vec<_>>();
        let page = AnnotationPage::of(&notes, "https://a.example/", "Calm");
        assert_eq!(page.notes(), (notes, 0));
    }

    #[test]
    fn objections_to_a_speaker_are_speakers() {
        let mut notebook = Notebook::default();
        let says =
            |id, says| Note { says: Some(says), ..words(id, "2026-11-27T20:15:00.000Z", "") };
        let names = |speaker: &str, other: &str| Names {
            speaker: speaker.to_owned(),
            other: other.to_owned(),
        };
        notebook.put(says("1", Says::Same(names("A. Voss", "Ada Voss"))));
        notebook.put(says("2", Says::Same(names("Voss", "Ada Voss"))));
        notebook.put(says("3", Says::Different(names("Ada Voss", "Eva Voss"))));
        assert_eq!(
            corrections(&notebook, &Dossier::sample()),
            "[[speaker]]\nname = \"Ada Voss\"\naliases = [\"A. Voss\", \"Voss\"]\n\n\
             [[different]]\nnames = [\"Ada Voss\", \"Eva Voss\"]\n\n"
        );
        let notes = notebook.notes().into_iter().cloned().collect::<Vec<_>>();
        let page = AnnotationPage::of(&notes, "https://a.example/", "Calm");
        assert_eq!(page.notes(), (notes, 0));
        assert_eq!(Says::from_value("same speaker: Ada Voss\n "), None);
    }

    #[test]
    fn what_is_no_note_is_counted() {
        let hostile = r#"{"items":[
            {"target":{"source":"x"}},
            {"id":"a","created":"2026-11-27T20:15:00Z"},
            7, [],
            {"id":"a","created":"2026-11-27T20:15:00Z","target":{"source":"articles/x.html","selector":[{"exact":""}]}},
            {"id":"b","created":"2026-11-27T20:15:00Z","target":{"source":"javascript:alert(1)"}}
        ]}"#;
        let page: AnnotationPage = serde_json::from_str(hostile).expect("it is a page");
        assert_eq!(page.notes(), (Vec::new(), 6));
    }

    /// The notes of a file, which can be read in all parts.
    #[track_caller]
    fn notes_of(json: &str) -> Vec<Note> {
        let page: AnnotationPage = serde_json::from_str(json).expect("it holds annotations");
        let (notes, n_unreadable) = page.notes();
        assert_eq!(n_unreadable, 0, "{json}");
        notes
    }

    #[test]
    fn annotations_of_other_programs_are_read_in_every_legal_form() {
        let target = r#""target":{"source":{"id":"https://a.example/articles/calm.html"},"selector":
            {"type":"TextQuoteSelector","exact":"It is calm"}}"#;
        let one = format!(r#"{{"type":["Annotation"],"body":"https://b.example/",{target}}}"#);
        let expected = notes_of(&one);
        let About::Words { article, anchor } = &expected[0].about else { panic!("{expected:?}") };
        assert_eq!((&**article, &*anchor.exact), ("calm", "It is calm"));
        assert_eq!(expected[0].text, "https://b.example/");
        for file in [
            format!("[{one}]"),
            format!(r#"{{"type":"AnnotationPage","items":[{one}]}}"#),
            format!(r#"{{"type":"AnnotationCollection","items":[{one}]}}"#),
            format!(r#"{{"type":"AnnotationCollection","first":{{"items":[{one}]}}}}"#),
        ] {
            assert_eq!(notes_of(&file), expected, "{file}");
        }
        for body in [
            r#""body":{"type":"TextualBody","value":"A"}"#,
            r#""body":[{"value":"A","purpose":["commenting"]},{"id":"https://b.example/"}]"#,
            r#""bodyValue":"A""#,
        ] {
            let notes = notes_of(&format!("{{{body},{target}}}"));
            assert_eq!(notes[0].text, "A", "{body}");
            assert!(notes[0].id.starts_with("urn:whosaid:") && is_time(&notes[0].created));
        }
        assert_eq!(notes_of(&format!("{{{target}}}"))[0].text, "");
        for target in [
            r#""https://a.example/?q=calm""#,
            r#"{"id":"https://a.example/?q=calm"}"#,
            r#"["https://a.example/", {"source":"https://a.example/?q=calm"}]"#,
            r#"{"source":"?q=calm","selector":[{"type":"RangeSelector","start":{},"end":{}}]}"#,
        ] {
            let notes = notes_of(&format!(r#"{{"id":"a","target":{target}}}"#));
            let url = "?q=calm".to_owned();
            assert_eq!(notes[0].about, About::View { url, title: String::new() }, "{target}");
        }
        assert!(serde_json::from_str::<AnnotationPage>(r#"{"notes":[]}"#).is_err());
    }

    #[test]
    fn what_nests_too_deep_for_the_stack_is_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(serde_json::from_str::<AnnotationPage>(&deep).is_err());
    }

    #[test]
    fn of_two_states_the_later_stands() {
        let mut notebook = Notebook::default();
        notebook.put(words("1", "2026-11-27T20:15:00.000Z", "old"));
        let later = words("1", "2026-11-27T20:20:00.000Z", "new");
        let earlier = words("1", "2026-11-27T20:10:00.000Z", "older");
        let merged = notebook.merge([later, earlier, view()]);
        assert_eq!(merged, Merged { n_new: 1, n_changed: 1, n_unreadable: 0 });
        assert_eq!(notebook.get("urn:uuid:1").map(|note| &*note.text), Some("new"));
    }

    #[test]
    fn of_two_states_in_different_zones_the_later_stands() {
        let is_later = |state: &str| {
            let mut notebook = Notebook::default();
            notebook.put(words("1", "2026-11-27T20:00:00Z", "old"));
            notebook.merge([words("1", state, "new")]).n_changed == 1
        };
        for state in
            ["2026-11-27T20:00:00.5Z", "2026-11-27T19:30:00-01:00", "2026-11-28T05:31:00+09:30"]
        {
            assert!(is_later(state), "{state}");
        }
        for state in ["2026-11-27T21:00:00+02:00", "2026-11-27T20:00:00.000Z", "2026-11-28"] {
            assert!(!is_later(state), "{state}");
        }
        assert_eq!(instant("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(instant("2024-02-29T12:00:00.250Z"), Some(1_709_208_000_250));
        for text in ["2026-11-27T20:00Z", "2026-11-27T20:00:00", "2026-11-27T20:00:00.Z", "x"] {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    /// Browsers keep notes by the names of these variants and fields, so another name loses them.
    #[test]
    fn notes_that_browsers_keep_are_read() {
        let anchor =
            r#"{"exact":"It is calm","prefix":"“","suffix":",","start":10,"end":20,"text":"0a"}"#;
        let about = [
            format!(r#"{{"Words":{{"article":"calm","anchor":{anchor}}}}}"#),
            r#"{"View":{"url":"./?q=calm","title":"Calm"}}"#.to_owned(),
        ];
        let names = r#"{"speaker":"Ada Voss","other":"Ada"}"#;
        let says = [
            "null".to_owned(),
            r#""Nobody""#.to_owned(),
            r#""NoQuotation""#.to_owned(),
            r#"{"Speaker":"Ada Voss"}"#.to_owned(),
            format!(r#"{{"Same":{names}}}"#),
            format!(r#"{{"Different":{names}}}"#),
        ];
        for (about, says) in
            about.iter().flat_map(|about| says.iter().map(move |says| (about, says)))
        {
            let kept = format!(
                r#"{{"id":"a","created":"c","modified":"m","text":"t","tags":["u"],"about":{about},"says":{says}}}"#
            );
            let note: Note = serde_json::from_str(&kept).expect(&kept);
            assert_eq!(serde_json::to_string(&note).unwrap(), kept);
        }
    }

    #[test]
    fn words_are_found_in_the_article_or_not() {
        let mut notebook = Notebook::default();
        notebook.put(words("1", "2026-11-27T20:15:00.000Z", ""));
        let text = "All calm\n“It is calm,” said Ada Voss.";
        assert_eq!(notebook.in_article("calm", text)[0].0, Span::new(12, 22));
        assert!(notebook.in_article("calm", &text.replace("calm,", "still,")).is_empty());
        assert!(notebook.in_article("storm", text).is_empty());
        let dossier = Dossier::sample();
        let standing = notebook.get("urn:uuid:1").map(|note| note.standing(&dossier));
        assert_eq!(standing, Some(Standing::Found(ArticleId(0), Place::Here(Span::new(12, 22)))));
    }
}
