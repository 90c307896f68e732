//! [`Case`]: a quotation to look at, what a page shows of it, and what is said of it.

use serde::{Deserialize, Serialize};

use super::doubt::{Doubt, SURE, doubts, occurrence};
use super::edit::{Edit, Ruling, is_same};
use crate::anchor::words_hash;
use crate::article::Article;
use crate::choice::{Choice, choice};
use crate::quotation::{Attributions, Quotation, Speaker};
use crate::sentence;
use crate::shorten::at_word;
use crate::span::Span;
use crate::wording::{open_explanation, rule_explanation, title};

choice! {
    /// What an editor can say of a quotation: the name is that of the button.
    Verdict {
        /// It is whose the engine says it is.
        Right = "right",
        /// Somebody else said it.
        Speaker = "speaker",
        /// Nobody can be named.
        Nobody = "nobody",
        /// It is none.
        NoQuotation = "no-quotation",
        /// The words that name its speaker name somebody else, wherever they stand in the article.
        Mention = "mention",
        /// Its speaker is somebody who is known by another name.
        Same = "same",
        /// Its speaker is two persons.
        Different = "different",
        /// Its speaker is nobody who speaks.
        Hide = "hide",
    }
}

/// A quotation to look at, with all that is known of it.
#[derive(Debug)]
pub struct Case<'a> {
    /// The article that it is in.
    pub article: &'a Article<'static>,
    quotation: &'a Quotation,
    /// Where it stands.
    pub doubt: Doubt,
    speakers: Vec<&'a Speaker>,
}

/// All quotations on which nothing was said, in the order of [`doubts`].
#[must_use]
pub fn cases<'a>(
    articles: &'a [Article<'static>],
    attributions: &'a Attributions,
) -> Vec<Case<'a>> {
    doubts(attributions)
        .into_iter()
        .map(|doubt| {
            let at = doubt.article.0 as usize;
            let article = &articles[at];
            let quotation = &attributions.quotations[at][doubt.quotation];
            let speakers = quotation.attribution.speakers.iter();
            let speakers = speakers.map(|id| &attributions.speakers[id.0 as usize]).collect();
            Case { article, quotation, doubt, speakers }
        })
        .collect()
}

impl Case<'_> {
    /// What tells it from all others, whatever edition of the dossier it is in. It takes a look at the whole article.
    ///
    /// The number of an occurrence alone would mean another place as soon as the same words are put in further up; so
    /// the hash is of the sentence too.
    #[must_use]
    pub fn key(&self) -> String {
        let number = occurrence(self.article, self.doubt.words).unwrap_or(1);
        format!("{}~{number}~{}", self.article.slug, self.hash())
    }

    /// Whether that is its [`key`](Self::key).
    #[must_use]
    pub fn has_key(&self, key: &str) -> bool {
        let mut parts = key.split('~');
        parts.next() == Some(&self.article.slug)
            && parts.next_back() == Some(&self.hash())
            && self.key() == key
    }

    /// A hash of the words and of the sentences in which they stand.
    fn hash(&self) -> String {
        let Article { text, paragraphs, .. } = self.article;
        let paragraph = paragraphs[self.article.paragraph_at(self.doubt.words.start)].span;
        let sentences = sentence::around(text, paragraph, self.doubt.words);
        words_hash(&format!("{}\n{}", self.words(), sentences.of(text)))
    }

    fn words(&self) -> &str {
        self.doubt.words.of(&self.article.text)
    }

    /// The words that name or point to the speaker.
    fn mention(&self) -> Option<&str> {
        self.quotation.attribution.mention.map(|span| span.of(&self.article.text))
    }

    fn names(&self) -> Vec<String> {
        self.speakers.iter().map(|speaker| speaker.name.clone()).collect()
    }

    /// Whether somebody is named, and that is one to look at first.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        !self.speakers.is_empty() && self.quotation.attribution.confidence < SURE
    }

    /// Whether what was said of another settles this one as well: it has the same mention in its article, or the speaker
    /// who is none.
    #[must_use]
    pub fn is_settled_by(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Mention { article, mention, .. } => {
                *article == self.article.slug && self.mention() == Some(mention)
            }
            Edit::Hide { name } => self.speakers.iter().any(|speaker| speaker.name == *name),
            Edit::Words { .. } | Edit::Same { .. } | Edit::Different { .. } => false,
        }
    }

    /// What was said, by the name of its [`Verdict`], as an edit; and whether it is about the words alone, so that they
    /// are done with. `name` is what stands in the field beside the button.
    ///
    /// # Errors
    ///
    /// Why nothing comes of it: a sentence.
    pub fn edit(&self, said: &str, name: &str) -> Result<(Edit, bool), &'static str> {
        let words = |ruling| {
            let edit = Edit::Words {
                article: self.article.slug.clone(),
                words: self.words().to_owned(),
                occurrence: occurrence(self.article, self.doubt.words),
                ruling,
            };
            Ok((edit, true))
        };
        let named = || match name.trim() {
            "" => Err("Write the name first."),
            name => Ok(name.to_owned()),
        };
        let first = || self.names().into_iter().next().ok_or("These words have no speaker.");
        let another = |is_it: fn(&str, &str) -> bool| match (named()?, first()?) {
            (name, own) if is_it(&name, &own) => Err("That is the same name."),
            names => Ok(names),
        };
        let verdict =
            Verdict::from_name(said).ok_or("That is none of the things that can be said.")?;
        match verdict {
            Verdict::Right => words(match self.names() {
                names if names.is_empty() => Ruling::Nobody,
                names => Ruling::Speakers(names),
            }),
            Verdict::Speaker => words(Ruling::Speakers(vec![named()?])),
            Verdict::Nobody => words(Ruling::Nobody),
            Verdict::NoQuotation => words(Ruling::NotQuotation),
            Verdict::Mention => {
                let mention = self.mention().ok_or("Nothing in the article names this speaker.")?;
                let (article, mention) = (self.article.slug.clone(), mention.to_owned());
                let ruling = Ruling::Speakers(vec![named()?]);
                Ok((Edit::Mention { article, mention, ruling }, true))
            }
            // In other letters it is how the name is to be shown.
            Verdict::Same => another(|one, other| one == other)
                .map(|(name, alias)| (Edit::Same { name, alias }, false)),
            Verdict::Different => {
                another(is_same).map(|(other, name)| (Edit::Different { name, other }, false))
            }
            Verdict::Hide => Ok((Edit::Hide { name: first()? }, false)),
        }
    }

    /// What a page shows of it.
    #[must_use]
    pub fn question(&self) -> Question {
        let attribution = &self.quotation.attribution;
        let why = match attribution.why_open {
            Some(why) => open_explanation(why, self.mention()),
            None => rule_explanation(attribution.rule).to_owned(),
        };
        Question {
            key: self.key(),
            names: self.names(),
            spellings: self.speakers.first().map_or_else(Vec::new, |one| one.spellings.clone()),
            mention: self.mention().map(str::to_owned),
            why,
            confidence: attribution.confidence,
            passage: self.passage(),
            language: self.article.byline.language.clone(),
            article: title(self.article),
            outlet: self.article.byline.outlet.clone(),
            slug: self.article.slug.clone(),
            paragraph: self.article.paragraph_at(self.doubt.words.start),
            words_hash: words_hash(self.words()),
        }
    }

    /// The words within their paragraph, with what names the speaker and what signals speech.
    fn passage(&self) -> Vec<(String, Part)> {
        let text = &self.article.text;
        let number = self.article.paragraph_at(self.doubt.words.start);
        let paragraph = self.article.paragraphs[number].span;
        let attribution = &self.quotation.attribution;
        let mut parts: Vec<(Span, Part)> =
            self.quotation.contents.iter().map(|span| (*span, Part::Said)).collect();
        let signs = attribution.mention.into_iter().chain(attribution.cue);
        parts.extend(signs.map(|span| (span, Part::Sign)));
        parts.retain(|(span, _)| paragraph.contains(*span));
        parts.sort_by_key(|(span, part)| (*span, *part == Part::Said));
        let mut at = paragraph.start;
        let mut pieces = Vec::new();
        for (span, part) in parts.into_iter().filter(|(span, _)| !span.is_empty()) {
            // What lies within words that were shown already is shown.
            if span.start < at {
                continue;
            }
            pieces.push((Span::new(at, span.start), Part::Around));
            pieces.push((span, part));
            at = span.end;
        }
        pieces.push((Span::new(at, paragraph.end), Part::Around));
        let pieces = pieces.into_iter().filter(|(span, _)| !span.is_empty());
        pieces.map(|(span, part)| (span.of(text).to_owned(), part)).collect()
    }
}

/// What a page shows of a [`Case`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The case's key.
    pub key: String,
    /// Who is named; empty where nobody is.
    pub names: Vec<String>,
    /// Other spellings of the first of them.
    pub spellings: Vec<String>,
    /// The words that name or point to the speaker.
    pub mention: Option<String>,
    /// How that is known, or why it is not, as a sentence.
    pub why: String,
    /// How many attributions of a hundred that are made like this one are right.
    pub confidence: u8,
    /// The paragraph in pieces.
    pub passage: Vec<(String, Part)>,
    /// The article's language.
    pub language: Option<String>,
    /// What the article is called.
    pub article: String,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its name in addresses.
    pub slug: String,
    /// The paragraph's number; 0 is the headline.
    pub paragraph: usize,
    /// The [hash](words_hash) of the words.
    pub words_hash: String,
}

/// What a piece of a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Words that are said.
    Said,
    /// What names the speaker or signals speech.
    Sign,
    /// What stands around them.
    Around,
}

/// The names that can be chosen: of every speaker, and the other spellings of each with whom they are of.
#[must_use]
pub fn known_names(speakers: &[Speaker]) -> Vec<(String, Option<String>)> {
    let names = speakers.iter().flat_map(|speaker| {
        let spellings = speaker.spellings.iter();
        let spellings = spellings.map(|spelling| (spelling.clone(), Some(speaker.name.clone())));
        std::iter::once((speaker.name.clone(), None)).chain(spellings)
    });
    names.collect()
}

impl Edit {
    /// What it says, in a sentence.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Words { words, ruling, .. } => {
                let words = at_word(words, 40);
                match ruling {
                    Ruling::Speakers(names) => format!("{} said “{words}”.", names.join(" and ")),
                    Ruling::Nobody => format!("“{words}” is nobody’s."),
                    Ruling::NotQuotation => format!("“{words}” is not a quotation."),
                }
            }
            Self::Mention { mention, ruling, .. } => match ruling {
                Ruling::Speakers(names) => {
                    format!("“{mention}” is {} in this article.", names.join(" and "))
                }
                _ => format!("“{mention}” is nobody in this article."),
            },
            Self::Same { name, alias } => format!("{alias} is {name}."),
            Self::Different { name, other } => format!("{name} is not {other}."),
            Self::Hide { name } => format!("“{name}” is hidden."),
        }
    }
}
