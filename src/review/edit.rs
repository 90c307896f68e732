//! What an editor says, written into `dossier.toml`.

use std::fmt;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use crate::article::Article;

/// What an editor says, as a change of `dossier.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// What holds for one quotation.
    Words {
        /// The article's slug.
        article: String,
        /// The exact words.
        words: String,
        /// Which of their occurrences, from 1, where there are several.
        occurrence: Option<usize>,
        /// What holds.
        ruling: Ruling,
    },
    /// What holds for all quotations whose speaker an article calls so.
    Mention {
        /// The article's slug.
        article: String,
        /// The exact words that name or point to the speaker.
        mention: String,
        /// What holds.
        ruling: Ruling,
    },
    /// Two names are of one speaker, who is shown under the first.
    Same {
        /// The name to show.
        name: String,
        /// The other.
        alias: String,
    },
    /// Two names are of two speakers.
    Different {
        /// The one.
        name: String,
        /// The other.
        other: String,
    },
    /// This is nobody who speaks.
    Hide {
        /// The name.
        name: String,
    },
}

/// What holds for a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// Its speakers, at least one.
    Speakers(Vec<String>),
    /// Nobody can be named.
    Nobody,
    /// It is none.
    NotQuotation,
}

/// Why an [`Edit`] cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotToml(String);

impl fmt::Display for NotToml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "dossier.toml cannot be read, so it is left as it is: {}", self.0)
    }
}

impl std::error::Error for NotToml {}

impl Edit {
    /// The slug of the article that it is about; `None` for one of names.
    #[must_use]
    pub fn article(&self) -> Option<&str> {
        match self {
            Self::Words { article, .. } | Self::Mention { article, .. } => Some(article),
            Self::Same { .. } | Self::Different { .. } | Self::Hide { .. } => None,
        }
    }

    /// Whether the words that it is about stand in their article, so that it can be made: exactly there where
    /// `occurrence` says, and only once where it says nothing. One of names can always be made.
    #[must_use]
    pub fn fits(&self, articles: &[Article]) -> bool {
        let text_of = |slug: &str| {
            articles.iter().find(|article| article.slug == slug).map(|article| &article.text)
        };
        match self {
            Self::Words { article, words, occurrence, .. } => {
                text_of(article).is_some_and(|text| {
                    let n_found = text.matches(words.as_str()).count();
                    match *occurrence {
                        Some(number) => (1..=n_found).contains(&number),
                        None => n_found == 1,
                    }
                })
            }
            Self::Mention { article, mention, .. } => {
                text_of(article).is_some_and(|text| text.contains(mention.as_str()))
            }
            Self::Same { .. } | Self::Different { .. } | Self::Hide { .. } => true,
        }
    }

    /// What `dossier.toml` says already of the same words or mention, which this edit would replace; `None` where it
    /// says nothing of them, or says this.
    #[must_use]
    pub fn answered_in(&self, toml: &str) -> Option<Self> {
        let document = toml.parse::<DocumentMut>().ok()?;
        let corrections = document.get("correction").and_then(Item::as_array_of_tables);
        let mut corrections = corrections.into_iter().flatten();
        let known =
            corrections.find_map(|table| Ruling::read(table).filter(|_| self.is_subject_of(table)));
        let mut answered = self.clone();
        let (Self::Words { ruling, .. } | Self::Mention { ruling, .. }) = &mut answered else {
            return None;
        };
        *ruling = known?;
        (answered != *self).then_some(answered)
    }

    /// Whether a `[[correction]]` is about the same words or mention.
    fn is_subject_of(&self, table: &Table) -> bool {
        let is = |name, expected: &str| text(table, name) == Some(expected);
        match self {
            Self::Words { article, words, occurrence, .. } => {
                // Words that occur once are those of the first occurrence.
                let stated = table.get("occurrence").and_then(Item::as_integer).unwrap_or(1);
                let number = as_integer(*occurrence).unwrap_or(1);
                is("article", article) && is("words", words) && stated == number
            }
            Self::Mention { article, mention, .. } => {
                is("article", article) && is("mention", mention)
            }
            Self::Same { .. } | Self::Different { .. } | Self::Hide { .. } => false,
        }
    }

    /// The text of `dossier.toml` with this edit in it. Nothing else of it changes, comments and white space
    /// included; what was said before of the same words, mention or name is replaced.
    ///
    /// # Errors
    ///
    /// When the text is not TOML, or has something else in the place of a list of tables.
    pub fn apply(&self, toml: &str) -> Result<String, NotToml> {
        let mut document: DocumentMut =
            toml.parse().map_err(|error: toml_edit::TomlError| NotToml(error.to_string()))?;
        match self {
            Self::Words { article, words, occurrence, ruling } => {
                let tables = tables(&mut document, "correction")?;
                let table = table_where(tables, |table| self.is_subject_of(table));
                table["article"] = value(article);
                table["words"] = value(words);
                if let Some(number) = as_integer(*occurrence) {
                    table["occurrence"] = value(number);
                }
                ruling.write(table);
            }
            Self::Mention { article, mention, ruling } => {
                let tables = tables(&mut document, "correction")?;
                let table = table_where(tables, |table| self.is_subject_of(table));
                table["article"] = value(article);
                table["mention"] = value(mention);
                ruling.write(table);
            }
            Self::Same { name, alias } => {
                let tables = tables(&mut document, "speaker")?;
                // Whoever had the other name has no other any more, and what is said of it is said of this one.
                let others = aliases_of(tables, alias);
                let is_of_alias =
                    |table: &Table| text(table, "name").is_some_and(|own| is_same(own, alias));
                if tables.iter().any(|table| has_name(table, name) && !is_of_alias(table)) {
                    hand_over(tables, alias, name);
                } else {
                    rename(tables, alias, name);
                }
                remove_name(tables, alias, name);
                let table = speaker(tables, name);
                let aliases = table.entry("aliases").or_insert_with(|| value(Array::new()));
                let Some(aliases) = aliases.as_array_mut() else {
                    return Err(NotToml(format!("the aliases of “{name}” are not a list")));
                };
                for alias in std::iter::once(alias).chain(&others) {
                    let is_there = |known: &toml_edit::Value| known.as_str() == Some(alias);
                    if alias != name && !aliases.iter().any(is_there) {
                        aliases.push(alias);
                    }
                }
            }
            Self::Different { name, other } => {
                let tables = tables(&mut document, "speaker")?;
                remove_name(tables, other, other);
                speaker(tables, name);
                speaker(tables, other);
            }
            Self::Hide { name } => {
                let tables = tables(&mut document, "speaker")?;
                speaker(tables, name)["hidden"] = value(true);
            }
        }
        Ok(as_written(toml, document.to_string()))
    }

    /// What a file says that a reader sent, as the page's notebook saves it: `[[correction]]` tables, `[[speaker]]`
    /// tables with other names of one speaker, and `[[different]]` tables with two names that are not one speaker's.
    ///
    /// # Errors
    ///
    /// When the text is not TOML, has none of these tables, or one of them lacks something, with its number.
    pub fn read_objections(toml: &str) -> Result<Vec<Self>, NotToml> {
        let document: DocumentMut =
            toml.parse().map_err(|error: toml_edit::TomlError| NotToml(error.to_string()))?;
        let tables = |name: &str| {
            let tables = document.get(name).and_then(Item::as_array_of_tables);
            (1..).zip(tables.into_iter().flatten())
        };
        let mut edits = Vec::new();
        for (number, table) in tables("correction") {
            let lacks = |what: &str| NotToml(format!("correction {number} has no {what}"));
            let get = |name: &str| text(table, name).map(str::to_owned);
            let occurrence = table.get("occurrence").and_then(Item::as_integer);
            edits.push(Self::Words {
                article: get("article").ok_or_else(|| lacks("`article`"))?,
                words: get("words").ok_or_else(|| lacks("`words`"))?,
                occurrence: occurrence.and_then(|number| usize::try_from(number).ok()),
                ruling: Ruling::read(table).ok_or_else(|| lacks("word on what holds"))?,
            });
        }
        let list = |table: &Table, name: &str| -> Vec<String> {
            let texts = table.get(name).and_then(Item::as_array).into_iter().flatten();
            texts.filter_map(|text| text.as_str().map(str::to_owned)).collect()
        };
        for (number, table) in tables("speaker") {
            let lacks = |what: &str| NotToml(format!("speaker {number} has no {what}"));
            let name = text(table, "name").ok_or_else(|| lacks("`name`"))?;
            let aliases = list(table, "aliases");
            if aliases.is_empty() {
                return Err(lacks("`aliases`"));
            }
            let same = |alias| Self::Same { name: name.to_owned(), alias };
            edits.extend(aliases.into_iter().map(same));
        }
        for (number, table) in tables("different") {
            let names: Result<[String; 2], _> = list(table, "names").try_into();
            let [name, other] = names
                .map_err(|_| NotToml(format!("`[[different]]` {number} has not two `names`")))?;
            edits.push(Self::Different { name, other });
        }
        if edits.is_empty() {
            return Err(NotToml(
                "it has no [[correction]], [[speaker]] or [[different]]".to_owned(),
            ));
        }
        Ok(edits)
    }
}

/// A changed text with the byte order mark and the line ends of the one that it was made of, which `toml_edit` drops.
fn as_written(before: &str, mut after: String) -> String {
    let n_lines = before.matches('\n').count();
    if n_lines > 0 && before.matches("\r\n").count() == n_lines {
        after = after.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    let mark = "\u{feff}";
    if before.starts_with(mark) && !after.starts_with(mark) {
        format!("{mark}{after}")
    } else {
        after
    }
}

/// The number of an occurrence as TOML has it.
fn as_integer(occurrence: Option<usize>) -> Option<i64> {
    occurrence.and_then(|number| i64::try_from(number).ok())
}

impl Ruling {
    fn write(&self, table: &mut Table) {
        for name in ["speaker", "speakers", "unattributed", "not_quotation"] {
            table.remove(name);
        }
        match self {
            Self::Speakers(names) => match names.as_slice() {
                [name] => table["speaker"] = value(name),
                names => table["speakers"] = value(names.iter().collect::<Array>()),
            },
            Self::Nobody => table["unattributed"] = value(true),
            Self::NotQuotation => {
                // A kind goes with a quotation alone.
                table.remove("kind");
                table["not_quotation"] = value(true);
            }
        }
    }

    fn read(table: &Table) -> Option<Self> {
        let is_set = |name: &str| table.get(name).and_then(Item::as_bool) == Some(true);
        if let Some(name) = text(table, "speaker") {
            return Some(Self::Speakers(vec![name.to_owned()]));
        }
        if let Some(names) = table.get("speakers").and_then(Item::as_array) {
            let names = names.iter().filter_map(|name| name.as_str().map(str::to_owned));
            let names: Vec<String> = names.collect();
            return (!names.is_empty()).then_some(Self::Speakers(names));
        }
        if is_set("unattributed") {
            return Some(Self::Nobody);
        }
        is_set("not_quotation").then_some(Self::NotQuotation)
    }
}

/// The list of tables `[[name]]`, new where there is none.
fn tables<'d>(document: &'d mut DocumentMut, name: &str) -> Result<&'d mut ArrayOfTables, NotToml> {
    let item = document.entry(name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut()
        .ok_or_else(|| NotToml(format!("`{name}` is not a list of tables")))
}

/// The first table for which `is_it` holds; a new one at the end where there is none.
fn table_where(tables: &mut ArrayOfTables, is_it: impl Fn(&Table) -> bool) -> &mut Table {
    let known = tables.iter().position(is_it);
    let place = known.unwrap_or_else(|| {
        tables.push(Table::new());
        tables.len() - 1
    });
    tables.get_mut(place).expect("it was found or pushed")
}

/// The table of the speaker who has this name or alias; a new one where nobody has.
fn speaker<'t>(tables: &'t mut ArrayOfTables, name: &str) -> &'t mut Table {
    let table = table_where(tables, |table| has_name(table, name));
    if text(table, "name").is_none() {
        table["name"] = value(name);
    }
    table
}

/// Gives the speaker of one name another; the rest of the table stays as it is.
fn rename(tables: &mut ArrayOfTables, from: &str, to: &str) {
    let is_it = |table: &&mut Table| text(table, "name").is_some_and(|own| is_same(own, from));
    let Some(table) = tables.iter_mut().find(is_it) else { return };
    if let Some(name) = table.get_mut("name").and_then(Item::as_value_mut) {
        let decor = name.decor().clone();
        *name = to.into();
        *name.decor_mut() = decor;
    }
    if let Some(aliases) = table.get_mut("aliases").and_then(Item::as_array_mut) {
        aliases.retain(|alias| !alias.as_str().is_some_and(|alias| is_same(alias, to)));
    }
}

/// What is said of the speaker `from` and not of the speaker `to` is said of that one from now on; lists are joined.
fn hand_over(tables: &mut ArrayOfTables, from: &str, to: &str) {
    let is_of =
        |table: &Table, name: &str| text(table, "name").is_some_and(|own| is_same(own, name));
    let Some(given) = tables.iter().find(|table| is_of(table, from)).cloned() else { return };
    let taker = tables.iter_mut().find(|table| !is_of(table, from) && has_name(table, to));
    let Some(taker) = taker else { return };
    for (key, item) in given.iter().filter(|(key, _)| !matches!(*key, "name" | "aliases")) {
        let Some(own) = taker.get_mut(key) else {
            taker.insert(key, item.clone());
            continue;
        };
        if let (Some(own), Some(more)) = (own.as_array_mut(), item.as_array()) {
            let is_new = |value: &&toml_edit::Value| {
                !own.iter().any(|known| known.as_str() == value.as_str())
            };
            let new: Vec<String> = more
                .iter()
                .filter(is_new)
                .filter_map(|value| Some(value.as_str()?.to_owned()))
                .collect();
            own.extend(new);
        }
    }
}

/// Whether two names are one; the case of letters does not count.
pub fn is_same(name: &str, other: &str) -> bool {
    name.to_lowercase() == other.to_lowercase()
}

fn has_name(table: &Table, name: &str) -> bool {
    let aliases = table.get("aliases").and_then(Item::as_array);
    let is_it = |known: &str| is_same(known, name);
    text(table, "name").is_some_and(is_it)
        || aliases
            .is_some_and(|aliases| aliases.iter().any(|alias| alias.as_str().is_some_and(is_it)))
}

/// Takes a name from the aliases of everybody, and takes away the speaker of that name, but for the speaker
/// `but`, who is spared.
fn remove_name(tables: &mut ArrayOfTables, name: &str, but: &str) {
    let is_it = |known: &str| is_same(known, name);
    for table in tables.iter_mut() {
        if let Some(aliases) = table.get_mut("aliases").and_then(Item::as_array_mut) {
            aliases.retain(|alias| !alias.as_str().is_some_and(is_it));
        }
    }
    tables.retain(|table| {
        let known = text(table, "name").unwrap_or_default();
        !is_it(known) || is_same(known, but)
    });
}

/// The other names of a speaker.
fn aliases_of(tables: &ArrayOfTables, name: &str) -> Vec<String> {
    let is_it = |table: &&Table| text(table, "name").is_some_and(|own| is_same(own, name));
    let aliases = tables.iter().filter(is_it).filter_map(|table| table.get("aliases")?.as_array());
    aliases.flatten().filter_map(|alias| alias.as_str().map(str::to_owned)).collect()
}

fn text<'t>(table: &'t Table, name: &str) -> Option<&'t str> {
    table.get(name)?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "# Mine.\ntitle = \"T\"   # stays\n\n[[speaker]]\nname = 'Ada Voss' # she\n\n\
                          [[correction]] # one\narticle = \"a\"\nwords = \"We go\"\nspeaker = \"B\"\n";

    fn words(words: &str, occurrence: Option<usize>, ruling: Ruling) -> Edit {
        let (article, words) = ("a".to_owned(), words.to_owned());
        Edit::Words { article, words, occurrence, ruling }
    }

    #[track_caller]
    fn check(edit: &Edit, expected: &str) {
        assert_eq!(edit.apply(BEFORE).unwrap(), expected);
    }

    #[test]
    fn an_edit_fits_while_its_words_are_in_the_article() {
        let article =
            Article::from_plain_text_with_headline("Harbour\nWe go, we go, said Mr. Roe.");
        let articles = [Article { slug: "a".to_owned(), ..article }];
        let fits = |text: &str, occurrence| words(text, occurrence, Ruling::Nobody).fits(&articles);
        assert!(fits("We go", None) && fits(" go", Some(2)));
        assert!(!fits("We stay", None) && !fits(" go", None) && !fits(" go", Some(3)));
        let mention = |article: &str, mention: &str| {
            let (article, mention) = (article.to_owned(), mention.to_owned());
            Edit::Mention { article, mention, ruling: Ruling::Nobody }.fits(&articles)
        };
        assert!(mention("a", "Mr. Roe") && !mention("a", "Mrs. Roe") && !mention("b", "Mr. Roe"));
    }

    #[test]
    fn what_was_said_of_the_same_words_is_known() {
        let by_b = || Ruling::Speakers(vec!["B".to_owned()]);
        let answered = |edit: &Edit| edit.answered_in(BEFORE);
        let known = words("We go", None, by_b());
        assert_eq!(answered(&words("We go", None, Ruling::Nobody)), Some(known.clone()));
        assert_eq!(answered(&known), None);
        assert_eq!(answered(&words("We go", Some(2), Ruling::Nobody)), None);
        // The first of one is that one.
        let first = words("We go", Some(1), Ruling::Nobody);
        assert_eq!(answered(&first), Some(words("We go", Some(1), by_b())));
        assert_eq!(first.apply(BEFORE).unwrap().matches("[[correction]]").count(), 1);
        assert_eq!(answered(&words("We stay", None, Ruling::Nobody)), None);
        let (article, mention) = ("a".to_owned(), "Mr. B".to_owned());
        let of =
            |ruling| Edit::Mention { article: article.clone(), mention: mention.clone(), ruling };
        assert_eq!(answered(&of(by_b())), None);
        let after = of(by_b()).apply(BEFORE).unwrap();
        assert_eq!(of(Ruling::Nobody).answered_in(&after), Some(of(by_b())));
        // Neither nobody's name nor a kind alone is an answer to who said it.
        let none = BEFORE.replace("speaker = \"B\"", "speakers = []");
        assert_eq!(words("We go", None, Ruling::Nobody).answered_in(&none), None);
        let kind = BEFORE.replace("speaker = \"B\"", "kind = \"direct\"");
        assert_eq!(words("We go", None, Ruling::Nobody).answered_in(&kind), None);
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_stay() {
        let edit = words("We go", None, Ruling::Nobody);
        let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(edit.apply(&windows(BEFORE)).unwrap(), windows(&edit.apply(BEFORE).unwrap()));
    }

    #[test]
    fn an_edit_leaves_the_rest_as_it_is() {
        let speakers =
            |names: &[&str]| Ruling::Speakers(names.iter().map(ToString::to_string).collect());
        check(
            &words("We go", None, speakers(&["Ada \"A\" Voss"])),
            &BEFORE.replace("speaker = \"B\"", "speaker = 'Ada \"A\" Voss'"),
        );
        check(
            &words("We go", None, Ruling::NotQuotation),
            &BEFORE.replace("speaker = \"B\"", "not_quotation = true"),
        );
        check(
            &words("We go", Some(2), speakers(&["A", "B"])),
            &format!(
                "{BEFORE}\n[[correction]]\narticle = \"a\"\nwords = \"We go\"\noccurrence = 2\n\
                 speakers = [\"A\", \"B\"]\n"
            ),
        );
        let mention = Edit::Mention {
            article: "a".to_owned(),
            mention: "Mr. B".to_owned(),
            ruling: Ruling::Nobody,
        };
        check(
            &mention,
            &format!(
                "{BEFORE}\n[[correction]]\narticle = \"a\"\nmention = \"Mr. B\"\nunattributed = true\n"
            ),
        );
        assert_eq!(mention.apply(&mention.apply(BEFORE).unwrap()), mention.apply(BEFORE));
    }

    #[test]
    fn speakers_are_joined_parted_and_hidden() {
        let same = |name: &str, alias: &str| Edit::Same { name: name.into(), alias: alias.into() };
        let joined = BEFORE.replace("# she\n", "# she\naliases = [\"A. Voss\"]\n");
        check(&same("Ada Voss", "A. Voss"), &joined);
        assert_eq!(same("ada voss", "A. Voss").apply(&joined).unwrap(), joined);
        let parted = Edit::Different { name: "Ada Voss".into(), other: "A. Voss".into() };
        let expected =
            BEFORE.replace("# she\n", "# she\naliases = []\n\n[[speaker]]\nname = \"A. Voss\"\n");
        assert_eq!(parted.apply(&joined).unwrap(), expected);
        // What was one by itself is an alias now, and stands nowhere else.
        let again = same("Ada Voss", "A. Voss").apply(&expected).unwrap();
        assert_eq!(again.matches("A. Voss").count(), 1, "{again}");
        // What is said of the one is said of both, under the name that is to be shown.
        let known =
            BEFORE.replace("# she\n", "# she\naliases = ['A. Voss'] # why\nroles = [\"mayor\"]\n");
        let renamed = same("Jon Smith", "Ada Voss").apply(&known).unwrap();
        let expected = known
            .replace("'Ada Voss' # she", "\"Jon Smith\" # she")
            .replace("['A. Voss'] # why", "['A. Voss', \"Ada Voss\"] # why");
        assert_eq!(renamed, expected);
        // Also where the name to be shown was the other.
        let turned = same("A. Voss", "Ada Voss").apply(&known).unwrap();
        let expected = known
            .replace("'Ada Voss' # she", "\"A. Voss\" # she")
            .replace("['A. Voss'] # why", "[\"Ada Voss\"] # why");
        assert_eq!(turned, expected);
        let two = format!("{known}\n[[speaker]]\nname = \"Jon Smith\"\nroles = [\"judge\"]\n");
        let joined = same("Jon Smith", "Ada Voss").apply(&two).unwrap();
        assert!(joined.contains("roles = [\"judge\", \"mayor\"]"), "{joined}");
        assert!(joined.contains("aliases = [\"Ada Voss\", \"A. Voss\"]"), "{joined}");
        assert!(!joined.contains("name = 'Ada Voss'"), "{joined}");
        let hidden = Edit::Hide { name: "Data".into() };
        let expected =
            BEFORE.replace("# she\n", "# she\n\n[[speaker]]\nname = \"Data\"\nhidden = true\n");
        check(&hidden, &expected);
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        let edit = Edit::Hide { name: "A".into() };
        for toml in ["title = ", "speaker = 1", "[speaker]\nname = 'A'"] {
            let error = edit.apply(toml).unwrap_err().to_string();
            assert!(error.starts_with("dossier.toml cannot be read"), "{error}");
        }
        assert_eq!(edit.apply("").unwrap(), "[[speaker]]\nname = \"A\"\nhidden = true\n");
    }

    #[test]
    fn objections_are_edits() {
        let toml = "[[correction]]\narticle = \"a\"\nwords = \"We go\"\nspeaker = \"B\"\n\n\
                    [[correction]]\narticle = \"a\"\nwords = \"No\"\noccurrence = 2\nunattributed = true\n";
        let speaker = Ruling::Speakers(vec!["B".to_owned()]);
        assert_eq!(
            Edit::read_objections(toml).unwrap(),
            [words("We go", None, speaker), words("No", Some(2), Ruling::Nobody)]
        );
        let error = Edit::read_objections("[[correction]]\narticle = 'a'\n").unwrap_err();
        assert!(error.to_string().contains("correction 1 has no `words`"), "{error}");
        assert!(Edit::read_objections("a = 1").is_err());
        let (name, other, alias) = ("A B".to_owned(), "C B".to_owned(), "B".to_owned());
        assert_eq!(
            Edit::read_objections(
                "[[speaker]]\nname = 'A B'\naliases = ['B']\n[[different]]\nnames = ['A B', 'C B']\n"
            ),
            Ok(vec![Edit::Same { name: name.clone(), alias }, Edit::Different { name, other }])
        );
        let error = Edit::read_objections("[[speaker]]\nname = 'A B'\n").unwrap_err();
        assert!(error.to_string().contains("speaker 1 has no `aliases`"), "{error}");
    }
}
