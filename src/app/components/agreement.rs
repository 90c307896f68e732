//! What an article has in common with others, in a line that unfolds.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::elsewhere::Versions;
use crate::app::reader::{ArticleRef, Here, Reader};
use crate::article::ArticleId;
use crate::i18n::{tr, trn};
use crate::reuse::Pair;
use crate::wording::{joined, source_in};

/// How many of the article's paragraphs agree with each of the others that have words of it, most first; unfolded,
/// those words in the order of the article, with what differs.
pub fn agreement(reader: &Reader, here: &Here, source: &ArticleRef) -> Html {
    // Asked for together with the article.
    let shared = reader.dossier.articles.shared(source.id).filter(|_| source.is_whole);
    let Some(shared) = shared else { return Html::default() };
    let article = &source.article;
    let mut agreeing: BTreeMap<ArticleId, Vec<u32>> = BTreeMap::new();
    for Pair { one, other } in &shared {
        let paragraph = article.paragraph_at(one.span.start) as u32;
        let paragraphs = agreeing.entry(other.article).or_default();
        if !paragraphs.contains(&paragraph) {
            paragraphs.push(paragraph);
        }
    }
    if agreeing.is_empty() {
        return Html::default();
    }
    let mut agreeing: Vec<(usize, ArticleId)> =
        agreeing.into_iter().map(|(other, paragraphs)| (paragraphs.len(), other)).collect();
    agreeing.sort_by_key(|(n_paragraphs, _)| std::cmp::Reverse(*n_paragraphs));
    let n_paragraphs = article.paragraphs.len() - 1;
    let with = agreeing.iter().map(|(n, other)| {
        let source = source_in(&reader.dossier, *other, &reader.dossier.listed(*other));
        trn!(
            n_paragraphs,
            "{n_agreeing} of {n} paragraph with {source}",
            "{n_agreeing} of {n} paragraphs with {source}",
            n_agreeing = n,
            source
        )
    });
    let summary = tr!(
        "Agrees nearly word for word: {agreeing}",
        agreeing = joined(&with.collect::<Vec<_>>())
    );
    let mut pairs = shared;
    pairs.sort_by_key(|pair| (pair.one.span, pair.other.article));
    html! {
        <Versions here={here.clone()} article={source.clone()} {pairs} {summary} has_places=true />
    }
}
