//! The index gives back what went in, and nothing but an error or fewer postings when damaged.

use proptest::prelude::*;
use whosaid::article::{Article, ArticleId};
use whosaid::index::{Index, IndexError, TermId, build};
use whosaid::query::{Corpus, Filter, Query, search};

fn articles(texts: &[String]) -> Vec<Article> {
    texts.iter().map(|text| Article::from_plain_text(text)).collect()
}

/// Looks at everything there is in an index.
fn walk(index: &Index) {
    for term in index.terms_with_prefix("").take(1000) {
        let _ = index.term(term);
        let _ = index.postings(term).take(1000).count();
    }
    for paragraph in 0..index.n_paragraphs().min(1000) {
        let _ = index.paragraph(paragraph);
    }
    for article in [0, 1, 2, u32::MAX] {
        let _ = index.paragraphs_of(ArticleId(article));
    }
    let _ = index.find("kabul");
    let _ = index.term(TermId(u32::MAX));
}

proptest! {
    #[test]
    fn words_are_found_where_they_stand(
        texts in proptest::collection::vec("([abé]{1,3}[ \n]){0,20}", 1..6),
    ) {
        let articles = articles(&texts);
        let bytes = build(&articles, &[]);
        prop_assert_eq!(&bytes, &build(&articles, &[]), "the same bytes each time");
        let index = Index::open(bytes).unwrap();
        let mut expected = std::collections::BTreeMap::<String, Vec<(ArticleId, u32, u32)>>::new();
        for (id, article) in articles.iter().enumerate() {
            for number in 0..article.paragraphs.len() {
                let mut words: Vec<String> = article
                    .paragraph_text(number)
                    .split_whitespace()
                    .map(|word| word.replace('é', "e"))
                    .collect();
                words.sort();
                for same in words.chunk_by(|a, b| a == b) {
                    let place = (ArticleId(id as u32), number as u32, same.len() as u32);
                    expected.entry(same[0].clone()).or_default().push(place);
                }
            }
        }
        let mut got = std::collections::BTreeMap::new();
        for term in index.terms_with_prefix("") {
            let word = String::from_utf8(index.term(term).to_vec()).unwrap();
            prop_assert_eq!(index.find(&word), Some(term));
            let places: Vec<(ArticleId, u32, u32)> = index
                .postings(term)
                .map(|posting| {
                    let (article, number) = index.paragraph(posting.paragraph).unwrap();
                    (article, number, posting.count)
                })
                .collect();
            got.insert(word, places);
        }
        prop_assert_eq!(got, expected);
    }

    #[test]
    fn altered_bytes_never_panic(
        texts in proptest::collection::vec("([abc]{1,3}[ \n]){0,20}", 1..4),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let articles = articles(&texts);
        let quotations = vec![Vec::new(); articles.len()];
        let mut bytes = build(&articles, &quotations);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(index) = Index::open(bytes) {
            walk(&index);
            let corpus = Corpus {
                articles: &articles,
                quotations: &quotations,
                speakers: &[],
                index: &index,
            };
            let (query, _) = Query::parse("a b -c \"a b\" ab");
            let _ = search(corpus, &query, &Filter::default(), 10);
        }
    }

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(index) = Index::open(bytes) {
            walk(&index);
        }
    }
}

#[test]
fn what_is_no_index_is_told_apart() {
    assert_eq!(Index::open([]).unwrap_err(), IndexError::NotAnIndex);
    let bytes = build(&[Article::from_plain_text("Kabul")], &[]);
    let mut shorter = bytes.clone();
    shorter.pop();
    assert!(matches!(Index::open(shorter), Err(IndexError::Length { .. })));
    let mut newer = bytes;
    newer[4] += 1;
    assert!(matches!(Index::open(newer), Err(IndexError::Version { .. })));
}
