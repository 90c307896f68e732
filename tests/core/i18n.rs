//! The messages of the interface: those in the source against the catalogues, and pages in German.
//!
//! Messages are read from the source by their tokens, since most stand in Yew's `html!`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;
use whosaid::i18n::{BUILT_IN, catalogue_of};

use crate::support::{Project, engine};

/// Where readers' words stand; all else speaks to editors and developers, in English.
const FOR_READERS: [&str; 6] = [
    "src/app",
    "src/press/frame.rs",
    "src/press/html.rs",
    "src/press/index_page.rs",
    "src/press/not_found.rs",
    "src/wording",
];

/// Literals among readers' words that are none: names of formats and of keys, selectors of CSS, types of
/// <https://schema.org>, and what is said before there is a dossier whose language could be spoken.
const NO_WORDS: [&str; 24] = [
    ".undo button",
    "Who",
    "Aa",
    "Markdown",
    "BibTeX",
    "Enter",
    "Esc",
    "Escape",
    "Highlight",
    "NewsArticle",
    "whosaid index",
    "Collection",
    "Person",
    "Organization",
    "a, button, summary",
    "article .paragraph",
    "main article .paragraph",
    "main .paragraph, .result-link, .article-card h2 a",
    "input:not([type=checkbox], [type=radio]), textarea, select",
    "#filters .chip, #filters legend",
    "noopener noreferrer external",
    "has no element {part}",
    "there is no room",
    "load the page again, or have the site published again.",
];
const BEFORE_THE_DOSSIER: [&str; 2] = ["It holds no dossier yet", "Its dossier"];

/// What is found in the tokens of the source.
#[derive(Default)]
struct Words {
    /// Each message, as a catalogue is asked for it, with how many forms it has.
    messages: BTreeMap<String, usize>,
    /// Texts that look like readers' words and are no messages, each with its file.
    stray: Vec<String>,
}

impl Words {
    fn read(paths: &[&str]) -> Self {
        let mut words = Self::default();
        for path in paths {
            for file in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path)) {
                let text = fs::read_to_string(&file).unwrap();
                // The tests of a file stand at its end.
                let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                let n_before = words.stray.len();
                words.read_tokens(text.parse().unwrap());
                for stray in &mut words.stray[n_before..] {
                    *stray = format!("{}: {stray}", file.display());
                }
            }
        }
        words
    }

    fn read_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let before = |n: usize| at.checked_sub(n).map(|at| tokens[at].to_string());
            match token {
                TokenTree::Group(group) => match (before(2).as_deref(), before(1).as_deref()) {
                    (Some("tr"), Some("!")) => self.add(group.stream(), 0, 1),
                    (Some("trn"), Some("!")) => self.add(group.stream(), 2, 2),
                    // For developers, or nothing that is shown.
                    (_, Some("expect" | "note" | "#")) => {}
                    (Some("unreachable" | "panic" | "assert" | "debug_assert"), Some("!")) => {}
                    _ => self.read_tokens(group.stream()),
                },
                TokenTree::Literal(literal) => {
                    let text = syn::parse_str::<LitStr>(&literal.to_string());
                    let is_named = before(1).as_deref() == Some("=")
                        && matches!(before(2).as_deref(), Some("class" | "reason" | "doc"));
                    let text = text.map(|text| text.value()).unwrap_or_default();
                    let is_known = NO_WORDS.contains(&&*text)
                        || BEFORE_THE_DOSSIER.iter().any(|begin| text.starts_with(begin));
                    if !is_named && !is_known && is_wording(&text) {
                        self.stray.push(text);
                    }
                }
                _ => {}
            }
        }
    }

    /// Takes the message that is the argument `at` of a macro, and what stands in the others.
    fn add(&mut self, arguments: TokenStream, at: usize, n_forms: usize) {
        let mut parts = vec![TokenStream::new()];
        for token in arguments {
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(TokenStream::new()),
                _ => parts.last_mut().expect("there is one").extend([token]),
            }
        }
        let message: LitStr = syn::parse2(parts[at].clone()).expect("a message is a literal");
        let n_before = self.messages.insert(message.value(), n_forms);
        assert!(n_before.is_none_or(|n| n == n_forms), "{} has one form and two", message.value());
        for part in parts.into_iter().skip(at + 1) {
            self.read_tokens(part);
        }
    }
}

/// Whether a literal reads as words for a reader: two words, or one that begins as a label does.
fn is_wording(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| "“”‘’.,:;?!…()".contains(c));
        word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || c == '’')
    };
    let is_label = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    match &*words {
        [one] => is_label(one) && is_word(one) && one.contains(|c: char| c.is_ascii_lowercase()),
        words => words.iter().filter(|word| is_word(word)).count() > 1,
    }
}

fn rust_files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut below: Vec<PathBuf> =
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    below.sort();
    below.retain(|path| path.is_dir() || path.extension().is_some_and(|kind| kind == "rs"));
    below.iter().flat_map(|path| rust_files(path)).collect()
}

/// The names in the braces of a message.
fn placeholders(message: &str) -> BTreeSet<&str> {
    message.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn every_catalogue_has_every_message_and_no_other() {
    let messages =
        Words::read(&["src/app", "src/press", "src/wording", "src/notebook", "src/citation.rs"])
            .messages;
    assert!(messages.len() > 300, "only {} messages were found in the source", messages.len());
    for (language, _) in BUILT_IN {
        let catalogue = catalogue_of(language);
        assert_eq!(catalogue.language(), language);
        let known: BTreeMap<&str, &[String]> = catalogue.messages().collect();
        let missing: Vec<String> = messages
            .iter()
            .filter(|(message, _)| !known.contains_key(&***message))
            .map(|(message, n_forms)| {
                let forms = if *n_forms == 2 { "[\"\", \"\"]" } else { "\"\"" };
                format!("{message:?} = {forms}")
            })
            .collect();
        assert!(missing.is_empty(), "src/i18n/{language}.toml has not:\n{}", missing.join("\n"));
        let stale: Vec<&str> =
            known.keys().copied().filter(|english| !messages.contains_key(*english)).collect();
        assert!(stale.is_empty(), "src/i18n/{language}.toml has what no source has: {stale:#?}");
        for (english, forms) in known {
            assert_eq!(messages[english], forms.len(), "{language}: the forms of {english:?}");
            for form in forms {
                // The one may be told without its number.
                let (mut of_form, mut of_english) = (placeholders(form), placeholders(english));
                if forms.len() == 2 && form == &forms[0] {
                    of_form.remove("n");
                    of_english.remove("n");
                }
                assert_eq!(of_form, of_english, "{language}: placeholders of {form:?}");
            }
        }
    }
}

#[test]
fn readers_words_are_messages() {
    let stray = Words::read(&FOR_READERS).stray;
    assert!(stray.is_empty(), "these are no messages:\n{}", stray.join("\n"));
}

/// A dossier in a language, of articles in English.
fn dossier(language: &str, n_articles: usize) -> Project {
    let settings = format!(
        "title = \"Wetter\"\nurl = \"https://wetter.example/\"\nlanguage = \"{language}\"\n"
    );
    (0..n_articles).fold(Project::new().file("dossier.toml", settings), |project, number| {
        let article = format!(
            "---\ntitle: Tag {number}\npublished: 2021-08-{:02}\nlanguage: en\n---\n\n“It is calm on day {number},” said Ada Voss, the mayor.\n",
            number % 28 + 1
        );
        project.file(&format!("tag-{number}.md"), article)
    })
}

/// The pages of a large dossier are drawn by several threads, each of which has to speak the language.
#[test]
fn every_page_of_a_german_dossier_speaks_german() {
    for n_articles in [3, 160] {
        let site = dossier("de-AT", n_articles).press(&engine());
        let mut n_pages = 0;
        for (path, page) in &site {
            let Some("html") = Path::new(path).extension().and_then(|kind| kind.to_str()) else {
                continue;
            };
            let page = std::str::from_utf8(page).unwrap();
            n_pages += 1;
            assert!(page.contains("<html lang=\"de\""), "{path}");
            for english in ["Rules find", "quotations", "Outlet not stated", "Who speaks"] {
                assert!(!page.contains(english), "{path} says {english}");
            }
            if path != "404.html" {
                assert!(page.contains("Regeln finden die Zitate"), "{path}");
                assert!(page.contains("Suche und Filter brauchen JavaScript"), "{path}");
            }
        }
        assert!(n_pages > n_articles, "{n_pages} pages");
        let front = std::str::from_utf8(&site["index.html"]).unwrap();
        assert!(front.contains("1. August 2021"), "the dates are German");
    }
}

#[test]
fn a_language_without_a_catalogue_has_an_english_interface() {
    let site = dossier("fr", 3).press(&engine());
    let front = std::str::from_utf8(&site["index.html"]).unwrap();
    assert!(front.contains("<html lang=\"en\"") && front.contains("Rules find and attribute"));
}
