//! The publisher's corrections, held against the articles: [`find`].

use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use super::field::{Located, nearest};
use super::settings::CorrectedWords;
use crate::article::{Article, ArticleId};
use crate::diagnostics::Diagnostics;
use crate::quotation::{Correction, Target};
use crate::span::Span;

/// Finds the words of each correction in its article. An article that could not be read has every word, and
/// so has one that is left out, whose slug is in `absent`.
pub fn find(
    corrections: Vec<Located<CorrectedWords>>,
    drafts: &[Draft],
    absent: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<ArticleId, Vec<Correction>> {
    let mut by_slug = BTreeMap::new();
    for (idx, draft) in drafts.iter().enumerate() {
        by_slug.entry(draft.slug.as_str()).or_insert((ArticleId(idx as u32), draft));
    }
    let slugs: Vec<&str> = by_slug.keys().copied().collect();
    let mut found: BTreeMap<ArticleId, Vec<Correction>> = BTreeMap::new();
    let mut lines: BTreeMap<(ArticleId, Target), u32> = BTreeMap::new();
    for Located { line, value: corrected } in corrections {
        let CorrectedWords { article: slug, words, is_mention, occurrence, verdict } = corrected;
        let Some(slug) = slug.filter(|slug| !absent.contains(&slug.value)) else { continue };
        let Some((article_id, draft)) = by_slug.get(slug.value.as_str()) else {
            let remedy = match nearest(&slug.value, &slugs) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name an article by its file without `.md`, or by its `slug`".to_owned(),
            };
            diagnostics.error(slug.line, format!("there is no article `{}`", slug.value), remedy);
            continue;
        };
        let (Some(article), Some(words)) = (&draft.article, words) else { continue };
        // What was to be corrected is gone with the text.
        if article.byline.withdrawn.is_some() {
            continue;
        }
        let target = if is_mention {
            find_mention(article, words, diagnostics).map(Target::Mention)
        } else {
            find_words(article, &words, occurrence, diagnostics).map(Target::Words)
        };
        let Some(target) = target else { continue };
        if let Some(first_line) = lines.insert((*article_id, target.clone()), line) {
            let what = format!("the words have a correction in line {first_line} already");
            diagnostics.error(line, what, "keep one of the two");
        }
        if let Some(verdict) = verdict {
            found.entry(*article_id).or_default().push(Correction { target, verdict });
        }
    }
    found
}

/// The words of a mention, where the article has them at all.
fn find_mention(
    article: &Article,
    words: Located<String>,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    if article.text.contains(&words.value) {
        return Some(words.value);
    }
    add_missing(article, &words, diagnostics);
    None
}

/// Adds the error that an article does not have some words.
fn add_missing(article: &Article, words: &Located<String>, diagnostics: &mut Diagnostics) {
    let Located { line, value: words } = words;
    let what = format!("the words “{words}” do not occur in `{}`", article.slug);
    let remedy = match similar_words(&article.text, words) {
        Some(similar) => format!("the article has “{similar}”"),
        None => "copy the words from inside one paragraph of the article".to_owned(),
    };
    diagnostics.error(*line, what, remedy);
}

/// The one place that is meant by `words`, which are one line, so that it lies in one paragraph.
fn find_words(
    article: &Article,
    words: &Located<String>,
    occurrence: Option<Located<usize>>,
    diagnostics: &mut Diagnostics,
) -> Option<Span> {
    let located = words;
    let Located { line, value: words } = words;
    let starts: Vec<usize> = article.text.match_indices(words).map(|(start, _)| start).collect();
    let start = match (starts.as_slice(), &occurrence) {
        ([], _) => {
            add_missing(article, located, diagnostics);
            return None;
        }
        ([start], None) => *start,
        (starts, None) => {
            let what =
                format!("the words “{words}” occur {} times in `{}`", starts.len(), article.slug);
            let remedy = "say which with `occurrence = 1`, or copy more of the words";
            diagnostics.error(*line, what, remedy);
            return None;
        }
        (starts, Some(Located { line, value: number })) => {
            let Some(start) = starts.get(number - 1) else {
                let what = format!("there is no occurrence {number} of “{words}”");
                let remedy = format!("the last one in `{}` is {}", article.slug, starts.len());
                diagnostics.error(*line, what, remedy);
                return None;
            };
            *start
        }
    };
    Some(Span::from_range(start..start + words.len()))
}

/// Where `words` occur but for case and the form of quotation marks and dashes, the words as they
/// stand in `text`.
fn similar_words(text: &str, words: &str) -> Option<String> {
    let fold = |character: char| match character {
        '‘' | '’' | '‚' | '‛' | '`' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‐'..='―' => '-',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other.to_ascii_lowercase(),
    };
    let folded_text: String = text.chars().map(fold).collect();
    let folded_words: String = words.chars().map(fold).collect();
    let byte = folded_text.find(&folded_words)?;
    // Folding keeps the number of characters.
    let n_before = folded_text[..byte].chars().count();
    Some(text.chars().skip(n_before).take(words.chars().count()).collect())
}
