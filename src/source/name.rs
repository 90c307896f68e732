//! What the name of an article's file says of the article: its own name, its language, its date.

use isolang::Language;

use crate::date;
use crate::language::tag_of;

/// Codes of ISO 639-1, of Nuosu and of Serbo-Croatian, that behind a dot are more often a number or a shell's. Other
/// letters there may mean anything.
const NO_LANGUAGES: [&str; 2] = ["ii", "sh"];

/// The name of a file without its ending; of a generator's `index.md`, that of its folder.
pub fn name_of(file_name: &str) -> String {
    let (folders, stem) = parts(file_name);
    let folder = folders.rsplit('/').next().unwrap_or_default();
    let (name, language) = without_language(stem);
    match language {
        _ if folder.is_empty() || !name.eq_ignore_ascii_case("index") => stem.to_owned(),
        Some(language) => format!("{folder}.{language}"),
        None => folder.to_owned(),
    }
}

/// The language of an article whose file's name says it, as Hugo has it: `mayor.de.md`, `mayor/index.pt-br.md`.
pub fn language_of(file_name: &str) -> Option<String> {
    let (_, language) = without_language(parts(file_name).1);
    language.and_then(tag_of)
}

/// The date with which the name of a file begins, as Jekyll has it: `2021-08-16-mayor.md`.
pub fn date_of(file_name: &str) -> Option<String> {
    let name = name_of(file_name);
    let (date, rest) = name.split_at_checked(10)?;
    let is_date = (rest.is_empty() || rest.starts_with(['-', '.'])) && date.contains('-');
    is_date.then(|| date::published(date).ok()).flatten()
}

/// The path of the folder of a file; empty for one right in the dossier's.
pub fn folder_of(file_name: &str) -> &str {
    parts(file_name).0
}

/// The folders of a file, and its name without its ending.
fn parts(file_name: &str) -> (&str, &str) {
    let (folders, name) = file_name.rsplit_once('/').unwrap_or(("", file_name));
    (folders, name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// A stem without the code of a language behind its last dot, and that code.
fn without_language(stem: &str) -> (&str, Option<&str>) {
    let is_language = |code: &str| {
        let mut subtags = code.split(['-', '_']);
        let language = subtags.next().unwrap_or_default();
        let is_known =
            Language::from_639_1(language).is_some() && !NO_LANGUAGES.contains(&language);
        // Behind it stands a script or a region at most; other words belong to the name, as in `crates.io-incident`.
        let is_region = subtags.next().is_none_or(is_region_or_script) && subtags.next().is_none();
        is_known && is_region && tag_of(code).is_some()
    };
    match stem.rsplit_once('.') {
        Some((name, code)) if !name.is_empty() && is_language(code) => (name, Some(code)),
        _ => (stem, None),
    }
}

/// Whether a subtag is one of a region (`br`, `419`) or one of the scripts by which sites tell languages apart.
fn is_region_or_script(subtag: &str) -> bool {
    let is_of = |len: usize, is_in: fn(&char) -> bool| {
        subtag.len() == len && subtag.chars().all(|c| is_in(&c))
    };
    is_of(2, char::is_ascii_alphabetic)
        || is_of(3, char::is_ascii_digit)
        || ["hans", "hant", "latn", "cyrl"].iter().any(|script| script.eq_ignore_ascii_case(subtag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_its_name_or_its_folder() {
        let check = |file_name: &str, name: &str, language: Option<&str>, date: Option<&str>| {
            assert_eq!(name_of(file_name), name, "{file_name}");
            assert_eq!(language_of(file_name).as_deref(), language, "{file_name}");
            assert_eq!(date_of(file_name).as_deref(), date, "{file_name}");
        };
        check("a/b.c.md", "b.c", None, None);
        check("a/b/Index.markdown", "b", None, None);
        check("index.md", "index", None, None);
        check("a/mayor.de.md", "mayor.de", Some("de"), None);
        check("a/mayor/index.de.md", "mayor.de", Some("de"), None);
        check("index.pt-br.md", "index.pt-br", Some("pt-br"), None);
        check("a.js.md", "a.js", None, None);
        check("crates.io-incident.md", "crates.io-incident", None, None);
        check("vol.ii.md", "vol.ii", None, None);
        check("install.sh.md", "install.sh", None, None);
        check("a.zh-Hant.md", "a.zh-Hant", Some("zh-Hant"), None);
        check("a.es-419.md", "a.es-419", Some("es-419"), None);
        check("a.it-is-me.md", "a.it-is-me", None, None);
        check("de.md", "de", None, None);
        check(".de.md", ".de", None, None);
        check("2021-08-16-mayor.md", "2021-08-16-mayor", None, Some("2021-08-16"));
        check("2021-08-16/index.en.md", "2021-08-16.en", Some("en"), Some("2021-08-16"));
        check("2021-08-16x.md", "2021-08-16x", None, None);
    }
}
