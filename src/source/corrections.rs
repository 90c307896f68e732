//! What `dossier.toml` says of words, held against the articles: corrections ([`find`]), and what the front page
//! shows first ([`find_telling`]).

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::field::Located;
use super::settings::{CorrectedWords, NamedWords};
use super::slips::Slips;
use crate::article::{Article, ArticleId};
use crate::diagnostics::Diagnostics;
use crate::quotation::{Correction, CorrectionTarget};
use crate::span::Span;

/// The articles by their slugs, as `dossier.toml` names them.
pub struct Named<'a> {
    by_slug: BTreeMap<&'a str, (ArticleId, &'a Draft)>,
    /// The slugs of articles that are left out.
    absent: &'a BTreeSet<String>,
    /// What is named and is not there.
    slips: Slips,
}

impl<'a> Named<'a> {
    /// All of `drafts`. An article that could not be read has every word, and so has one that is left out, whose slug
    /// is in `absent`.
    pub fn new(drafts: &'a [Draft], absent: &'a BTreeSet<String>) -> Self {
        let mut by_slug = BTreeMap::new();
        for (idx, draft) in drafts.iter().enumerate() {
            by_slug.entry(draft.slug.as_str()).or_insert((ArticleId(idx as u32), draft));
        }
        Self { by_slug, absent, slips: Slips::default() }
    }

    /// The article of that slug; `None`, and noted, where there is none, and also where it could not be read, is left
    /// out, or was withdrawn with its text.
    fn article(
        &mut self,
        slug: &Located<String>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(ArticleId, &'a Article<'static>)> {
        if self.absent.contains(&slug.value) {
            return None;
        }
        let Some((id, draft)) = self.by_slug.get(slug.value.as_str()) else {
            let remedy = match self.slips.nearest(&slug.value, self.by_slug.keys().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name an article by its file without `.md`, or by its `slug`".to_owned(),
            };
            diagnostics.error(slug.line, format!("there is no article `{}`", slug.value), remedy);
            return None;
        };
        let article = draft.article.as_ref()?;
        article.byline.withdrawn.is_none().then_some((*id, article))
    }
}

/// Finds the words of each correction in its article.
pub fn find(
    corrections: Vec<Located<CorrectedWords>>,
    articles: &mut Named,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<ArticleId, Vec<Correction>> {
    let mut found: BTreeMap<ArticleId, Vec<Correction>> = BTreeMap::new();
    let mut lines: BTreeMap<(ArticleId, CorrectionTarget), u32> = BTreeMap::new();
    for Located { line, value: CorrectedWords { named, is_mention, verdict } } in corrections {
        let NamedWords { article: Some(slug), words, occurrence } = named else { continue };
        let Some((article_id, article)) = articles.article(&slug, diagnostics) else { continue };
        let Some(words) = words else { continue };
        let target = if is_mention {
            find_mention(article, words, diagnostics).map(CorrectionTarget::Mention)
        } else {
            find_words(article, &words, occurrence, diagnostics).map(CorrectionTarget::Words)
        };
        let Some(target) = target else { continue };
        if let Some(first_line) = lines.insert((article_id, target.clone()), line) {
            let what = format!("the words have a correction in line {first_line} already");
            diagnostics.error(line, what, "keep one of the two");
        }
        if let Some(verdict) = verdict {
            found.entry(article_id).or_default().push(Correction { target, verdict });
        }
    }
    found
}

/// Finds the words that the front page shows first, each in its article.
pub fn find_telling(
    telling: Vec<NamedWords>,
    articles: &mut Named,
    diagnostics: &mut Diagnostics,
) -> Vec<(ArticleId, Span)> {
    let found = telling.into_iter().filter_map(|NamedWords { article, words, occurrence }| {
        let (id, article) = articles.article(&article?, diagnostics)?;
        Some((id, find_words(article, &words?, occurrence, diagnostics)?))
    });
    found.collect()
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
