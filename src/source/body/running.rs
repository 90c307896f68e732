//! [`read_plain`]: a body of running text.

use std::collections::BTreeSet;

use super::reader::Reader;
use crate::article::Article;
use crate::diagnostics::Diagnostics;
use crate::wording::counted;

/// A longer first line of running text, in characters, is no title.
const LONGEST_TITLE: usize = 160;

/// Reads a body of running text, in paragraphs as [`Article::from_plain_text`] finds them. Where no title is
/// stated, it is the first line, if an empty one follows and it is none of a sentence. Words that a hyphen parts at the
/// end of a line are whole again ([`Hyphens`]).
pub fn read_plain(
    text: &str,
    title: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Article<'static> {
    let text = text.trim_start_matches('\n');
    let (first, rest) = text.split_once("\n\n").unwrap_or(("", text));
    let is_title = title.is_none()
        && first.chars().count() <= LONGEST_TITLE
        && !first.contains('\n')
        && !first.trim_end().ends_with(['.', ',', ';', ':', '”', '"'])
        && !rest.trim().is_empty();
    let title = if is_title { first.trim() } else { title.unwrap_or_default() };
    let body = Article::from_plain_text(if is_title { rest } else { text });
    warn_of_documents(text, diagnostics);
    let mut hyphens = Hyphens::of(&body.text);
    let mut reader = Reader::new(title, diagnostics);
    for number in 1..body.paragraphs.len() {
        reader.push(&hyphens.mended(body.paragraph_text(number)));
        reader.close();
    }
    let article = reader.article;
    hyphens.note(diagnostics);
    article
}

/// Warns of a file into which a database of newspapers has put several articles, each below a line "2 of 5 DOCUMENTS".
fn warn_of_documents(text: &str, diagnostics: &mut Diagnostics) {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let heads = text.lines().filter(|line| {
        let line = line.trim().to_lowercase();
        let numbers = line.strip_prefix("document ").or_else(|| line.strip_suffix(" documents"));
        numbers
            .and_then(|of| of.split_once(" of "))
            .is_some_and(|(number, all)| is_number(number) && is_number(all))
    });
    let n_documents = heads.count();
    if n_documents > 1 {
        let what = format!("{n_documents} documents of a database are read as one article");
        let remedy = "put each into a file of its own, so that nobody is named by another's words";
        diagnostics.warning(None, what, remedy);
    }
}

/// The hyphens at the ends of lines of a text, each of which may part a word or belong to it.
struct Hyphens {
    /// The words of the text, in small letters; none where no line ends with a hyphen.
    words: BTreeSet<String>,
    /// How many stay because nothing tells, and the first word that has one.
    n_kept: usize,
    first_kept: String,
}

impl Hyphens {
    const MARKS: [&str; 2] = ["-\n", "\u{2010}\n"];
    /// What stands behind the first of two words with one end: "two- and three-year".
    const CONJUNCTIONS: [&str; 6] = ["and", "or", "to", "und", "oder", "bis"];

    fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        let has_any = Self::MARKS.iter().any(|mark| text.contains(mark));
        let words = if has_any { words.collect() } else { BTreeSet::new() };
        Self { words, n_kept: 0, first_kept: String::new() }
    }

    /// A paragraph in which no word ends with its line. Where the text has the word without a hyphen elsewhere, it has
    /// none here; else it keeps it, as "well-known" does.
    fn mended(&mut self, paragraph: &str) -> String {
        let mut mended = String::with_capacity(paragraph.len());
        let mut lines = paragraph.lines().peekable();
        while let Some(line) = lines.next() {
            mended.push_str(line);
            let Some(next) = lines.peek() else { break };
            let ends_with_hyphen = line.ends_with(['-', '\u{2010}']);
            let start = line.trim_end_matches(['-', '\u{2010}']);
            let last = start.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let first = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let is_parted = ends_with_hyphen && !last.is_empty() && !first.is_empty();
            if !is_parted || Self::CONJUNCTIONS.contains(&first) {
                mended.push('\n');
            } else if self.words.contains(&format!("{last}{first}").to_lowercase()) {
                mended.truncate(mended.len() - (line.len() - start.len()));
            } else if first.starts_with(char::is_lowercase) {
                self.n_kept += 1;
                if self.n_kept == 1 {
                    self.first_kept = format!("{last}-{first}");
                }
            }
        }
        mended
    }

    fn note(&self, diagnostics: &mut Diagnostics) {
        if self.n_kept > 0 {
            let hyphens = counted(
                self.n_kept,
                "hyphen at the end of a line stays in its word",
                "hyphens at the ends of lines stay in their words",
            );
            let what = format!("{hyphens}, as in “{}”", self.first_kept);
            diagnostics.warning(None, what, "take out those that only the line needed");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn running_text() {
        let check = |text: &str, title: Option<&str>, headline: &str, blocks: &[&str]| {
            let mut diagnostics = Diagnostics::on(Path::new("a.txt"));
            let article = read_plain(text, title, &mut diagnostics);
            assert_eq!(article.headline().unwrap_or_default(), headline, "{text}");
            let n_blocks = article.paragraphs.len();
            let found: Vec<&str> =
                (1..n_blocks).map(|number| article.paragraph_text(number)).collect();
            assert_eq!(found, blocks, "{text}");
        };
        check(
            "\nAd sales rise\n\nThey *do*  so.\nMuch.",
            None,
            "Ad sales rise",
            &["They *do* so.", "Much."],
        );
        check("It rose.\n\nMuch.", None, "", &["It rose.", "Much."]);
        check("A\n\nb", Some("T"), "T", &["A", "b"]);
        check("A", None, "", &["A"]);
    }

    #[test]
    fn a_word_that_a_line_parts_is_whole_again() {
        let mut diagnostics = Diagnostics::on(Path::new("a.txt"));
        let text = "The mer-\nchants and the engi-\nneers of the Anglo-\nAmerican firm gave two-\nand three-year \
                    plans to\nother merchants, who are well-\nknown here, and\nto nobody else at all.";
        let article = read_plain(text, None, &mut diagnostics);
        assert_eq!(
            article.text,
            "The merchants and the engi-neers of the Anglo-American firm gave two- and three-year plans to \
             other merchants, who are well-known here, and to nobody else at all."
        );
        let what = "2 hyphens at the ends of lines stay in their words, as in “engi-neers”";
        assert_eq!(diagnostics.warnings[0].what, what);
    }

    #[test]
    fn several_documents_in_one_file_are_told() {
        let warnings = |text: &str| {
            let mut diagnostics = Diagnostics::on(Path::new("a.txt"));
            read_plain(text, None, &mut diagnostics);
            diagnostics.warnings.into_iter().map(|warning| warning.what).collect::<Vec<_>>()
        };
        let what = "2 documents of a database are read as one article";
        assert_eq!(warnings("  1 of 2 DOCUMENTS\n\nA.\n\n  2 of 2 DOCUMENTS\n\nB."), [what]);
        assert_eq!(warnings("Document 1 of 2\n\nA.\n\nDocument 2 of 2\n\nB."), [what]);
        assert!(warnings("Document 1 of 1\n\nOne of the documents\n\n1 of 2").is_empty());
    }
}
