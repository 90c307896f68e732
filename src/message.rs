//! What a framed page and the page around it say to each other. The vocabulary is a contract, which
//! `docs/embedding.md` states.
//!
//! A host's message is foreign data: [`Message`] is read field by field, and the first that is wrong ends
//! it, however many there are.

use std::fmt;

use form_urlencoded::Serializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::choice::Choice;
use crate::dossier::Dossier;
use crate::notice::Notice;
use crate::route::{Page, Route, View, paragraph_id, speaker_slug};

/// The version of the vocabulary, which every message states in its field `whosaid`.
const VERSION: f64 = 1.0;

/// The longest query, and the longest other text, in UTF-16 units, as scripts count them.
const MAX_QUERY: usize = 5_000;
const MAX_TEXT: usize = 200;
/// The most entries of a list.
const MAX_LIST: usize = 50;
/// More messages than this in one second are not read.
const MAX_PER_SECOND: u32 = 100;

/// What a host says.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// It asks for the height and the state once more.
    Ask,
    /// It asks for another view.
    Set(Wish),
}

/// The fields of a view that are to change; an empty one is taken away, and `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wish {
    q: Option<String>,
    article: Option<String>,
    view: Option<String>,
    theme: Option<String>,
    paragraph: Option<String>,
    speaker: Option<Vec<String>>,
    kind: Option<Vec<String>>,
    outlet: Option<Vec<String>>,
}

impl Wish {
    /// Takes a later wish into this one.
    pub fn merge(&mut self, later: Wish) {
        let Wish { q, article, view, theme, paragraph, speaker, kind, outlet } = later;
        // A paragraph belongs to what was wanted with it, or to what is wanted now.
        if article.is_some() || view.is_some() {
            let start = format!("{}-p", article.as_deref().unwrap_or_default());
            self.paragraph.take_if(|paragraph| !paragraph.starts_with(&start));
        }
        for (mine, new) in [
            (&mut self.q, q),
            (&mut self.article, article),
            (&mut self.view, view),
            (&mut self.theme, theme),
            (&mut self.paragraph, paragraph),
        ] {
            *mine = new.or(mine.take());
        }
        for (mine, new) in
            [(&mut self.speaker, speaker), (&mut self.kind, kind), (&mut self.outlet, outlet)]
        {
            *mine = new.or(mine.take());
        }
    }

    /// The route that grants it from a present one, and what was passed over.
    #[must_use]
    pub fn grant(self, route: &Route, dossier: &Dossier) -> (Route, Vec<Notice>) {
        let now = Fields::of(route, dossier);
        // A paragraph belongs to what was open.
        let goes_elsewhere = self.article.is_some() || self.view.is_some();
        let paragraph = if goes_elsewhere { String::new() } else { now.paragraph };
        let mut search = Serializer::new(String::new());
        for (name, value) in [
            ("q", self.q.unwrap_or(now.q)),
            ("article", self.article.unwrap_or(now.article)),
            ("view", self.view.unwrap_or(now.view)),
            ("theme", self.theme.unwrap_or(now.theme)),
        ] {
            if !value.is_empty() {
                search.append_pair(name, &value);
            }
        }
        for (name, values) in [
            ("speaker", self.speaker.unwrap_or(now.speaker)),
            ("kind", self.kind.unwrap_or(now.kind)),
            ("outlet", self.outlet.unwrap_or(now.outlet)),
        ] {
            for value in values.iter().filter(|value| !value.is_empty()) {
                search.append_pair(name, value);
            }
        }
        let paragraph = self.paragraph.unwrap_or(paragraph);
        let (mut wanted, notices) =
            Route::parse(Page::Front, &search.finish(), &paragraph, dossier);
        wanted.embed = route.embed;
        wanted.look = route.look;
        // No field tells a speaker's own page from the results for them.
        if let View::Speaker(choice) = route.view
            && !goes_elsewhere
            && **wanted.filter.speakers == [choice]
            && wanted.view == View::Overview
        {
            wanted.view = route.view;
        }
        // No field tells how a view is laid out: that goes on with it.
        if wanted.view == route.view && wanted.filter.speakers == route.filter.speakers {
            wanted.layout = route.layout.clone();
        }
        (wanted, notices)
    }
}

/// The fields of a view, as the page tells them: all of them, empty ones too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fields {
    q: String,
    article: String,
    view: String,
    theme: String,
    paragraph: String,
    speaker: Vec<String>,
    kind: Vec<String>,
    outlet: Vec<String>,
}

impl Fields {
    /// The fields of a route.
    #[must_use]
    pub fn of(route: &Route, dossier: &Dossier) -> Self {
        let Route { query, filter, view, theme, .. } = route;
        let slug = |article| dossier.articles.slug(article);
        let (article, paragraph) = match *view {
            View::Article(article, paragraph) => {
                let paragraph = paragraph.map(|number| paragraph_id(slug(article), number));
                (slug(article).to_owned(), paragraph.unwrap_or_default())
            }
            _ => Default::default(),
        };
        let speakers = filter.speakers.iter();
        Self {
            q: query.clone(),
            article,
            view: route.view.name().unwrap_or_default(),
            theme: theme.map_or("", Choice::name).to_owned(),
            paragraph,
            speaker: speakers.map(|choice| speaker_slug(*choice, dossier).to_owned()).collect(),
            kind: filter.kinds.iter().map(|kind| kind.name().to_owned()).collect(),
            outlet: filter.outlets.to_vec(),
        }
    }
}

impl Fields {
    /// The fields that are not empty, by name; several values with spaces between them.
    #[must_use]
    pub fn named(&self) -> Vec<(&'static str, String)> {
        let Self { q, article, view, theme, paragraph, speaker, kind, outlet } = self;
        let all = [
            ("q", q.clone()),
            ("article", article.clone()),
            ("view", view.clone()),
            ("theme", theme.clone()),
            ("paragraph", paragraph.clone()),
            ("speaker", speaker.join(" ")),
            ("kind", kind.join(" ")),
            ("outlet", outlet.join(" ")),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// What the page says: of which view it is, or how high.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[allow(clippy::large_enum_variant, reason = "it is sent at once")]
pub enum Report {
    /// The present view.
    State {
        /// The version of the vocabulary.
        whosaid: f64,
        /// Its address outside a frame.
        url: String,
        /// What it shows.
        #[serde(flatten)]
        fields: Fields,
    },
    /// The height that shows the page without a scroll bar.
    Height {
        /// The version of the vocabulary.
        whosaid: f64,
        /// CSS pixels.
        height: f64,
    },
}

impl Report {
    /// The present view, at its address outside a frame.
    #[must_use]
    pub fn state(url: String, fields: Fields) -> Self {
        Report::State { whosaid: VERSION, url, fields }
    }

    /// The height of the page in CSS pixels.
    #[must_use]
    pub fn height(height: f64) -> Self {
        Report::Height { whosaid: VERSION, height }
    }
}

/// Counts messages, so that a host that sends too many keeps nobody from reading.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rate {
    /// When the present second began, in milliseconds.
    second: f64,
    n_messages: u32,
}

impl Rate {
    /// Whether a message that comes now is still read; `now` is in milliseconds.
    pub fn admits(&mut self, now: f64) -> bool {
        if now - self.second > 1000.0 {
            *self = Self { second: now, n_messages: 0 };
        }
        self.n_messages += 1;
        self.n_messages <= MAX_PER_SECOND
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MessageVisitor;

        impl<'de> Visitor<'de> for MessageVisitor {
            type Value = Message;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a message to Whosaid")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Message, M::Error> {
                let (mut version, mut kind, mut wish) = (None, None, Wish::default());
                while let Some(name) = map.next_key::<String>()? {
                    let mut one = || map.next_value_seed(Texts { max_len: max_len(&name) });
                    match &*name {
                        "whosaid" => version = Some(map.next_value::<f64>()?),
                        "type" => kind = Some(one()?.only()?),
                        "q" => wish.q = Some(one()?.only()?),
                        "article" => wish.article = Some(one()?.only()?),
                        "view" => wish.view = Some(one()?.only()?),
                        "theme" => wish.theme = Some(one()?.only()?),
                        "paragraph" => wish.paragraph = Some(one()?.only()?),
                        "speaker" => wish.speaker = Some(one()?.texts),
                        "kind" => wish.kind = Some(one()?.texts),
                        "outlet" => wish.outlet = Some(one()?.texts),
                        _ => return Err(M::Error::custom("an unknown field")),
                    }
                }
                match (version, kind.as_deref()) {
                    (Some(VERSION), Some("ask")) if wish == Wish::default() => Ok(Message::Ask),
                    (Some(VERSION), Some("set")) => Ok(Message::Set(wish)),
                    _ => Err(M::Error::custom("another version or an unknown type")),
                }
            }
        }

        deserializer.deserialize_map(MessageVisitor)
    }
}

fn max_len(name: &str) -> usize {
    if name == "q" { MAX_QUERY } else { MAX_TEXT }
}

/// Reads `null` as no text, a text as one, and a list as several, none longer than `max_len`.
struct Texts {
    max_len: usize,
}

/// What a field holds.
struct Read {
    texts: Vec<String>,
    is_list: bool,
}

impl Read {
    /// The text of a field that takes no list; empty for none.
    fn only<E: Error>(mut self) -> Result<String, E> {
        if self.is_list {
            return Err(E::custom("a list in place of a text"));
        }
        Ok(self.texts.pop().unwrap_or_default())
    }
}

impl Texts {
    fn checked<E: Error>(&self, text: &str) -> Result<String, E> {
        // A UTF-16 unit is three bytes at most.
        if text.len() > 3 * self.max_len || text.encode_utf16().count() > self.max_len {
            return Err(E::custom("a text that is too long"));
        }
        Ok(text.to_owned())
    }
}

impl<'de> DeserializeSeed<'de> for Texts {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Texts {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list of texts or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Read, E> {
        Ok(Read { texts: Vec::new(), is_list: false })
    }

    fn visit_none<E: Error>(self) -> Result<Read, E> {
        self.visit_unit()
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Read, E> {
        Ok(Read { texts: vec![self.checked(text)?], is_list: false })
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Read, S::Error> {
        let mut texts = Vec::new();
        while texts.len() < MAX_LIST {
            let Some(text) = list.next_element::<String>()? else {
                return Ok(Read { texts, is_list: true });
            };
            texts.push(self.checked(&text)?);
        }
        match list.next_element::<IgnoredAny>()? {
            None => Ok(Read { texts, is_list: true }),
            Some(_) => Err(S::Error::custom("a list that is too long")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(message: serde_json::Value) -> Option<Message> {
        serde_json::from_value(message).ok()
    }

    /// The URL that a message asks for, from a page that shows `url`.
    #[track_caller]
    fn check(url: &str, wishes: &[serde_json::Value], expected: &str) {
        let dossier = Dossier::sample();
        let (url, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
        let (path, search) = url.split_at(url.find('?').unwrap_or(url.len()));
        let page = Page::from_path(path, &dossier).unwrap();
        let (route, _) = Route::parse(page, search, fragment, &dossier);
        let mut wish = Wish::default();
        for fields in wishes {
            let mut message = json!({ "whosaid": 1, "type": "set" });
            message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
            let Some(Message::Set(later)) = read(message) else { panic!("{fields}") };
            wish.merge(later);
        }
        let (route, _) = wish.grant(&route, &dossier);
        assert_eq!(route.to_url(&dossier, crate::route::Base::Site("")), expected);
    }

    #[test]
    fn a_comparison_stays_laid_out_as_it_is_until_it_is_another_one() {
        let url = "?view=compare&q=calm&speaker=ada-voss&column=calm";
        check(url, &[json!({ "theme": "dark" })], &format!("{url}&theme=dark"));
        let other = "?view=compare&q=calm&speaker=unattributed";
        check(url, &[json!({ "speaker": "unattributed" })], other);
        check(url, &[json!({ "view": null })], "?q=calm&speaker=ada-voss");
    }

    #[test]
    fn a_speakers_page_stays_as_long_as_it_is_that_speakers() {
        let url = "speakers/ada-voss.html";
        check(url, &[json!({ "theme": "dark" })], &format!("{url}?theme=dark"));
        check(url, &[json!({ "speaker": "ada-voss", "q": "a" })], &format!("{url}?q=a"));
        check(
            url,
            &[json!({ "speaker": ["ada-voss", "unattributed"] })],
            "?speaker=ada-voss&speaker=unattributed",
        );
        check(url, &[json!({ "view": "compare" })], "?view=compare&speaker=ada-voss");
        check(url, &[json!({ "view": null })], "?speaker=ada-voss");
    }

    #[test]
    fn a_host_changes_what_it_names() {
        check("", &[json!({ "q": "hair" })], "?q=hair");
        check("?q=hair&kind=direct", &[json!({ "q": null })], "?kind=direct");
        check(
            "?q=hair",
            &[json!({ "kind": ["direct", "mixed"] })],
            "?q=hair&kind=direct&kind=mixed",
        );
        check("?kind=direct", &[json!({ "kind": "mixed" })], "?kind=mixed");
        check("?kind=direct", &[json!({ "kind": [] })], "./");
        check(
            "",
            &[json!({ "article": "calm", "paragraph": "calm-p1" })],
            "articles/calm.html#calm-p1",
        );
        check("#calm-p1", &[json!({ "q": "hair" })], "articles/calm.html?q=hair#calm-p1");
        check("#calm-p1", &[json!({ "article": null })], "./");
        check("?embed&q=a", &[json!({ "speaker": "ada-voss" })], "?q=a&speaker=ada-voss&embed");
        // What the host lends of its look stays.
        check(
            "?embed&accent=a02030&paper=ffffff&face=serif",
            &[json!({ "q": "a" })],
            "?q=a&accent=a02030&paper=ffffff&face=serif&embed",
        );
        check(
            "",
            &[json!({ "q": "a" }), json!({ "q": "b", "view": "speakers" }), json!({ "q": "c" })],
            "speakers/index.html?q=c",
        );
        let there = json!({ "article": "calm", "paragraph": "calm-p1" });
        check("", &[there.clone(), json!({ "article": null })], "./");
        let list = json!({ "view": "speakers", "article": null });
        check("", &[there.clone(), list], "speakers/index.html");
        check(
            "",
            &[json!({ "paragraph": "calm-p1" }), json!({ "article": "calm" })],
            "articles/calm.html#calm-p1",
        );
        check("", &[there, json!({ "q": "a" })], "articles/calm.html?q=a#calm-p1");
    }

    #[test]
    fn what_is_wrong_is_passed_over_as_a_whole() {
        let long = "a".repeat(201);
        for wrong in [
            json!(null),
            json!("set"),
            json!([1]),
            json!({}),
            json!({ "whosaid": 2, "type": "ask" }),
            json!({ "whosaid": 1 }),
            json!({ "whosaid": 1, "type": "jump" }),
            json!({ "whosaid": 1, "type": ["set"], "q": "a" }),
            json!({ "whosaid": 1, "type": "ask", "q": "a" }),
            json!({ "whosaid": 1, "type": "set", "q": 7 }),
            json!({ "whosaid": 1, "type": "set", "q": ["a"] }),
            json!({ "whosaid": 1, "type": "set", "html": "<b>" }),
            json!({ "whosaid": 1, "type": "set", "q": "a", "article": long }),
            json!({ "whosaid": 1, "type": "set", "speaker": [long] }),
            json!({ "whosaid": 1, "type": "set", "speaker": [["a"]] }),
            json!({ "whosaid": 1, "type": "set", "speaker": vec!["a"; 51] }),
            json!({ "whosaid": 1, "type": "set", "q": "😀".repeat(2_501) }),
        ] {
            assert_eq!(read(wrong.clone()), None, "{wrong}");
        }
        let most =
            json!({ "whosaid": 1, "type": "set", "q": "😀".repeat(2_500), "kind": vec!["a"; 50] });
        assert!(read(most).is_some());
        assert_eq!(read(json!({ "whosaid": 1, "type": "ask" })), Some(Message::Ask));
    }

    #[test]
    fn a_view_is_told_with_all_its_fields() {
        let dossier = Dossier::sample();
        let (route, _) = Route::parse(Page::Front, "?q=a&kind=direct", "#calm-p1", &dossier);
        let report = Report::state("https://a.example/".to_owned(), Fields::of(&route, &dossier));
        assert_eq!(
            serde_json::to_value(report).unwrap(),
            json!({ "whosaid": 1.0, "type": "state", "url": "https://a.example/", "q": "a",
                "article": "calm", "view": "", "theme": "", "paragraph": "calm-p1", "speaker": [],
                "kind": ["direct"], "outlet": [] })
        );
        let height = serde_json::to_value(Report::height(120.0)).unwrap();
        assert_eq!(height, json!({ "whosaid": 1.0, "type": "height", "height": 120.0 }));
    }

    #[test]
    fn a_flood_is_not_read() {
        let mut rate = Rate::default();
        let n_read = (0..500).filter(|at| rate.admits(2_000.0 + f64::from(*at))).count();
        assert_eq!(n_read, 100);
        assert!(rate.admits(3_100.0));
    }
}
