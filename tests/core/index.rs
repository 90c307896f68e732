//! The index gives back what went in, and nothing but an error or fewer postings when damaged.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use whosaid::article::{Article, ArticleId, Masthead};
use whosaid::dossier::Dossier;
use whosaid::i18n::Catalogue;
use whosaid::index::{Index, IndexError, ListPlace, Posting, build, without_postings};
use whosaid::pack::{self, Contents};
use whosaid::query::{Filter, Query, search};

fn articles(texts: &[String]) -> Vec<Article<'static>> {
    texts.iter().map(|text| Article::from_plain_text(text)).collect()
}

/// Looks at everything there is in an index.
fn walk(index: &Index) {
    let mut n_seen = 0;
    let mut read = |list: ListPlace| n_seen += index.postings(list).take(1000).count();
    index.visit_prefix("", |entry| read(entry.list));
    index.visit_forms("abc", |entry| read(entry.list));
    index.visit_guessed_forms("abcas", |entry| read(entry.list));
    index.visit_near("abca", 2, true, |entry, _| read(entry.list));
    index.find("abc").into_iter().for_each(read);
    for speaker in index.speakers().take(1000) {
        n_seen += index.quoted(speaker).take(1000).count();
    }
    for article in [0, 1, 2, u32::MAX] {
        n_seen += index.outlet_of(ArticleId(article)).unwrap_or(0).min(1);
    }
    n_seen += index.outlets().len();
    std::hint::black_box(n_seen);
}

proptest! {
    #[test]
    fn words_are_found_where_they_stand(
        texts in proptest::collection::vec("([abé]{1,3}[ \n]){0,20}", 1..6),
    ) {
        let articles = articles(&texts);
        let bytes = build("en", &articles, &[]);
        prop_assert_eq!(&bytes, &build("en", &articles, &[]), "the same bytes each time");
        let index = Index::open(&bytes).unwrap();
        let mut expected = BTreeMap::<String, Vec<Posting>>::new();
        for (article, text) in (0..).zip(&texts) {
            let mut words: Vec<String> =
                text.split_whitespace().map(|word| word.replace('é', "e")).collect();
            words.sort();
            for same in words.chunk_by(|a, b| a == b) {
                let posting = Posting { article, often: same.len() > 1 };
                expected.entry(same[0].clone()).or_default().push(posting);
            }
        }
        let mut got = Vec::new();
        index.visit_prefix("", |entry| {
            let word = String::from_utf8(entry.word.to_vec()).unwrap();
            got.push((word, index.postings(entry.list).collect::<Vec<_>>()));
        });
        for (word, postings) in &got {
            let list = index.find(word).unwrap();
            prop_assert_eq!(&index.postings(list).collect::<Vec<_>>(), postings);
        }
        let expected: Vec<(String, Vec<Posting>)> = expected.into_iter().collect();
        prop_assert_eq!(got, expected);
    }

    #[test]
    fn lists_that_lie_elsewhere_are_the_same(
        texts in proptest::collection::vec("([abé]{1,3}[ \n]){0,20}", 1..6),
        run_len in 1usize..40,
    ) {
        let articles = articles(&texts);
        let bytes = build("en", &articles, &[]);
        let whole = Index::open(&bytes).unwrap();
        let apart = without_postings(&bytes, run_len).unwrap();
        let index = Index::open(&apart.index).unwrap();
        let mut runs = apart.lists.iter().copied();
        let (mut run, mut first) = (&[][..], 0);
        index.visit_prefix("", |entry| {
            if entry.list.start as usize == first as usize + run.len() {
                first = entry.list.start;
                run = runs.next().unwrap();
            }
            let list = entry.list.within(run, first).unwrap();
            assert!(index.decoded(list).eq(whole.postings(entry.list)));
            assert_eq!(index.postings(entry.list).next(), None);
        });
        prop_assert_eq!(runs.next(), None);
        let n_short = apart.lists.iter().filter(|run| run.len() < run_len / 2).count();
        prop_assert!(n_short <= 1, "the last alone");
    }

    #[test]
    fn beginnings_are_found(
        words in proptest::collection::vec("[abé]{1,4}|я{14,17}[aя]{1,2}", 0..120),
        prefix in "[abé]{0,3}|я{15}",
    ) {
        let articles = articles(&[words.join(" ")]);
        let bytes = build("en", &articles, &[]);
        let index = Index::open(&bytes).unwrap();
        let mut got = Vec::new();
        let prefix = prefix.replace('é', "e");
        index.visit_prefix(&prefix, |entry| got.push(entry.word.to_vec()));
        let expected: BTreeSet<Vec<u8>> = words
            .iter()
            .map(|word| word.replace('é', "e"))
            .filter(|word| word.starts_with(&prefix))
            .map(String::into_bytes)
            .collect();
        prop_assert_eq!(got, expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn near_words_are_those_of_small_distance(
        words in proptest::collection::vec("[abжć]{1,7}", 0..120),
        asked in "[abжc]{1,8}",
        max_edits in 0usize..3,
        or_longer in any::<bool>(),
    ) {
        let articles = articles(&[words.join(" ")]);
        let bytes = build("en", &articles, &[]);
        let index = Index::open(&bytes).unwrap();
        let mut got = Vec::new();
        index.visit_near(&asked, max_edits, or_longer, |entry, edits| {
            got.push((String::from_utf8(entry.word.to_vec()).unwrap(), edits.map(usize::from)));
        });
        let words: BTreeSet<String> = words.iter().map(|word| word.replace('ć', "c")).collect();
        let mut expected = Vec::new();
        for word in words {
            let letters: Vec<char> = word.chars().collect();
            let asked: Vec<char> = asked.chars().collect();
            let edits = distance(&asked, &letters);
            let begins_near = (0..=letters.len())
                .any(|end| distance(&asked, &letters[..end]) <= max_edits.min(1));
            if edits <= max_edits {
                expected.push((word, Some(edits)));
            } else if or_longer && begins_near {
                expected.push((word, None));
            }
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
        let mut bytes = build("en", &articles, &[]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let pack = pack::encode(Contents {
            catalogue: &Catalogue::default(),
            masthead: &Masthead::default(),
            articles: &articles,
            quotations: &quotations,
            speakers: &[],
            shared: Vec::new(),
            statements: &[],
            index: &bytes,
        });
        if let Ok(corpus) = Dossier::open(&pack) {
            walk(&corpus.index);
            let (query, _) = Query::parse("(a OR b) -c \"a b\" said:ab abcx");
            let _ = search(&corpus, &query, &Filter::default(), 10);
        }
    }
}

/// Letters too much, missing, wrong, or neighbours swapped, by the textbook's table.
pub fn distance(a: &[char], b: &[char]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                table[i][j] = i + j;
                continue;
            }
            let wrong = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            table[i][j] = wrong.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
            }
        }
    }
    table[a.len()][b.len()]
}

#[test]
fn runs_of_lists_without_new_words_stay_as_they_are() {
    let words = |from: usize| -> String { (from..from + 400).map(|n| format!("w{n} ")).collect() };
    let texts: Vec<String> = (0..40).map(|n| words(n * 97 % 3000)).collect();
    let runs = |texts: &[String]| -> BTreeSet<Vec<u8>> {
        let bytes = build("en", &articles(texts), &[]);
        let apart = without_postings(&bytes, 1000).unwrap();
        apart.lists.into_iter().map(<[u8]>::to_vec).collect()
    };
    let before = runs(&texts);
    let after = runs(&[texts, vec!["w100 w2000 w2001 new".to_owned()]].concat());
    let n_new = after.difference(&before).count();
    assert!(before.len() > 10 && (1..=6).contains(&n_new), "{n_new} of {}", before.len());
}

#[track_caller]
fn check_forms(language: &str, text: &str, word: &str, expected: &[&str]) {
    let bytes = build(language, &[Article::from_plain_text(text)], &[]);
    let index = Index::open(&bytes).unwrap();
    let mut forms = Vec::new();
    let mut note = |word: &[u8]| forms.push(String::from_utf8(word.to_vec()).unwrap());
    index.visit_forms(word, |entry| note(entry.word));
    index.visit_guessed_forms(word, |entry| note(entry.word));
    forms.retain(|form| form != word);
    forms.sort();
    forms.dedup();
    assert_eq!(forms, expected);
}

#[test]
fn words_have_their_forms() {
    let english = "sanction sanctions sanctioned sanctuary party parties parts";
    check_forms("en", english, "sanctions", &["sanction", "sanctioned"]);
    check_forms("en-GB", english, "party", &["parties"]);
    check_forms("xx", english, "sanctions", &[]);
    check_forms("de", "Häuser Haus Hauses Haut", "haus", &["hauser", "hauses"]);
    check_forms("ru", "посол послы посла войска войскам", "воиска", &["воискам"]);
    // A form that does not stand in the text is guessed by endings that do.
    check_forms("en", "sanction walks talked", "sanctions", &["sanction"]);
    check_forms("en", "sanction walks talked", "sanctionx", &[]);
}

#[test]
fn what_is_no_index_is_told_apart() {
    assert_eq!(Index::open(&[]).unwrap_err(), IndexError::NotAnIndex);
    let bytes = build("en", &[Article::from_plain_text("Kabul")], &[]);
    let mut shorter = bytes.clone();
    shorter.pop();
    assert!(matches!(Index::open(&shorter), Err(IndexError::Length { .. })));
    let mut newer = bytes;
    newer[4] += 1;
    assert!(matches!(Index::open(&newer), Err(IndexError::Version { .. })));
}
