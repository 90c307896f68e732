//! [`read_plain`]: a body of running text.

use super::reader::Reader;
use crate::article::Article;
use crate::diagnostics::Diagnostics;

/// A longer first line of running text, in characters, is no title.
const LONGEST_TITLE: usize = 160;

/// Reads a body of running text, in paragraphs as [`Article::from_plain_text`] finds them. Where no title is
/// stated, it is the first line, if an empty one follows and it is none of a sentence.
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
    let mut reader = Reader::new(title, diagnostics);
    for number in 1..body.paragraphs.len() {
        reader.push(body.paragraph_text(number));
        reader.close();
    }
    reader.article
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
}
