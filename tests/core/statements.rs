//! Statements of the default dossier against a golden, and that each lies in the texts it names.

use std::collections::BTreeMap;
use std::fmt::Write;

use whosaid::article::ArticleId;
use whosaid::article::{Article, Masthead};
use whosaid::collation::{Collation, Nearness, collate};
use whosaid::comparison::compare;
use whosaid::compile::{Compiled, Sharing, compile};
use whosaid::dossier::{Dossier, OpenArticle};
use whosaid::query::{Filter, SpeakerChoice};
use whosaid::quotation::Editorial;
use whosaid::reuse::Passage;
use whosaid::span::Span;
use whosaid::statement::Statement;

use crate::support::{default_dossier, golden};

type Open = BTreeMap<ArticleId, OpenArticle<'static>>;

fn open_all(dossier: &Dossier) -> Open {
    dossier.article_ids().map(|id| (id, dossier.open_article(id).into_owned())).collect()
}

/// A passage with the words that are its own in braces and its quotations in brackets.
fn marked(open: &Open, passage: Passage, own: &[Span]) -> String {
    let source = &open[&passage.article];
    let mut marks: Vec<(u32, u8, char)> = Vec::new();
    for span in own {
        marks.extend([(span.start, 1, '{'), (span.end, 0, '}')]);
    }
    for quotation in &source.quotations {
        for span in quotation.contents.iter().filter_map(|span| span.intersection(passage.span)) {
            marks.extend([(span.start, 2, '['), (span.end, 0, ']')]);
        }
    }
    marks.sort_unstable();
    let mut text = String::new();
    let mut at = passage.span.start;
    for (place, _, mark) in marks {
        text += Span::new(at, place).of(&source.article.text);
        text.push(mark);
        at = place;
    }
    text + Span::new(at, passage.span.end).of(&source.article.text)
}

fn print(dossier: &Dossier, open: &Open, collation: &Collation) -> String {
    let mut text = String::new();
    let place = |passage: Passage| {
        let article = &open[&passage.article].article;
        format!("{} ¶{}", article.slug, article.paragraph_at(passage.span.start))
    };
    let heading = &collation.heading;
    let kind = match collation.nearness() {
        Nearness::Same => "same words",
        Nearness::Nearly => "nearly the same words",
        Nearness::Other => "other words",
    };
    let spoken = if heading.is_spoken { "spoken" } else { "reported" };
    writeln!(text, "# {} ({kind}, {spoken})", heading.words).unwrap();
    for reading in &collation.readings {
        let source = &open[&reading.passage.article];
        let who: Vec<String> = reading
            .quotations
            .iter()
            .flat_map(|at| SpeakerChoice::speakers_of(&source.quotations[*at]).collect::<Vec<_>>())
            .map(|choice| whosaid::wording::speaker_name(choice, dossier).to_owned())
            .collect();
        write!(text, "- {}", place(reading.passage)).unwrap();
        for repeated in &reading.repeated {
            write!(text, " = {}", place(*repeated)).unwrap();
        }
        writeln!(text, " [{}]", who.join(", ")).unwrap();
        writeln!(text, "  {}", marked(open, reading.passage, &reading.own)).unwrap();
    }
    for variant in &collation.variants {
        let words = |passage: Passage| passage.span.of(&open[&passage.article].article.text);
        let (one, other) = (words(variant.one), words(variant.other));
        writeln!(text, "  “{one}” / “{other}” in {}", place(variant.other)).unwrap();
    }
    text
}

#[test]
fn statements_of_the_default_dossier() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let open = open_all(&dossier);
    let statements = dossier.statements.all();
    let collations =
        statements.iter().filter_map(|statement| collate(statement, |id| open.get(&id)));
    let text: Vec<String> = collations.map(|one| print(&dossier, &open, &one)).collect();
    golden("statements.txt", &text.join("\n"));
}

#[test]
fn comparison_of_the_first_speaker() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let open = open_all(&dossier);
    let mut filter = Filter::default();
    filter.speakers.push(SpeakerChoice::Speaker(dossier.speaker_ids().next().unwrap()));
    let comparison = compare(&dossier, &filter, "");
    let mut text = format!("{} quotations\n", comparison.n_quotations);
    for column in &comparison.columns {
        let slug = dossier.articles.slug(column.article);
        writeln!(text, "{slug}: {}", column.quotations.len()).unwrap();
    }
    for row in &comparison.rows {
        let collation = collate(row, |id| open.get(&id)).expect("it lies in its articles");
        write!(text, "\n{}", print(&dossier, &open, &collation)).unwrap();
    }
    for (article, alone) in &comparison.alone {
        writeln!(text, "\nonly in {}:", dossier.articles.slug(*article)).unwrap();
        let source = &open[article];
        for at in alone {
            let words = source.quotations[*at].contents.iter();
            let words: Vec<&str> = words.map(|span| span.of(&source.article.text)).collect();
            writeln!(text, "- {}", words.join(" … ")).unwrap();
        }
    }
    golden("comparison.txt", &text);
}

/// Articles of these texts.
fn compiled(texts: &[&str]) -> Compiled {
    compiled_with(texts, Sharing::Skip)
}

fn compiled_with(texts: &[&str], sharing: Sharing) -> Compiled {
    let articles: Vec<Article> = (0..)
        .zip(texts)
        .map(|(at, text)| {
            let mut article = Article::from_plain_text_with_headline(&format!("Calm\n{text}"));
            article.slug = format!("calm-{at}");
            article
        })
        .collect();
    compile(&Masthead::default(), &articles, &Editorial::default(), sharing)
}

/// The versions of a statement that is the whole text of articles, with the words that are each one's own.
fn collated(texts: &[&str]) -> (Collation, Vec<Vec<String>>) {
    let compiled = compiled(texts);
    let open = open_all(&compiled.dossier());
    let versions = open
        .values()
        .map(|source| Passage { article: source.id, span: source.article.paragraphs[1].span });
    let statement = Statement { is_verbatim: true, versions: versions.collect() };
    let collation = collate(&statement, |id| open.get(&id)).expect("it lies in its articles");
    let own = collation.readings.iter().map(|reading| {
        let text = &open[&reading.passage.article].article.text;
        reading.own.iter().map(|span| span.of(text).to_owned()).collect()
    });
    let own = own.collect();
    (collation, own)
}

const NORTH: &str = "It is calm in the north, said Ada Voss.";
const SOUTH: &str = "It is calm in the south, said Ada Voss.";

#[test]
fn the_same_words_are_those_of_all_versions() {
    let nearness = |texts: &[&str]| collated(texts).0.nearness();
    assert_eq!(nearness(&[NORTH, NORTH]), Nearness::Same);
    assert_eq!(nearness(&[NORTH, NORTH, SOUTH]), Nearness::Nearly);
}

#[test]
fn what_a_repeated_version_has_is_nobodys_own() {
    assert_eq!(collated(&[NORTH, SOUTH]).1, [["north"], ["south"]]);
    let (collation, own) = collated(&[NORTH, SOUTH, NORTH]);
    assert_eq!(own, [vec![], vec!["south".to_owned()]]);
    assert_eq!(collation.variants.len(), 1);
}

#[test]
fn a_statement_is_called_by_the_words_that_most_articles_have() {
    let heading = |texts: &[&str]| collated(texts).0.heading.words;
    assert_eq!(heading(&[NORTH, SOUTH, SOUTH]), "It is calm in the south");
    let [north, south] = ["It is calm in the north", "All is calm in the south"];
    assert_eq!(heading(&[north, south, south]), south);
    assert_eq!(heading(&[north, south]), north);
}

#[test]
fn a_comparison_knows_the_articles_that_have_nothing_to_compare() {
    let mut texts = ["“It is calm in the north,” said Ada Voss."; 10];
    texts[4] = "It rains.";
    let lacking = |texts: &[&str]| {
        let compiled = compiled(texts);
        let dossier = compiled.dossier();
        let comparison = compare(&dossier, &Filter::default(), "");
        (comparison.columns.len(), comparison.lacking)
    };
    assert_eq!(lacking(&texts), (9, vec![ArticleId(4)]));
    // A small dossier has a column for each.
    assert_eq!(lacking(&texts[..5]), (5, vec![]));
}

#[test]
fn a_sentence_that_another_article_cuts_in_two_has_both_as_its_version() {
    let texts = [
        "Analysts say Calmia wants to protect its harbours in the northern bay, where it has several grain stores, and is keen to avoid \
         storms spreading through the region.",
        "Analysts say Calmia wants to protect its harbours in the northern bay. As it has several grain stores and is keen to avoid storms \
         spreading through the region.",
    ];
    let compiled = compiled_with(&texts, Sharing::Find);
    let dossier = compiled.dossier();
    let open = open_all(&dossier);
    let statements = dossier.statements.all();
    let [statement] = &*statements else { panic!("one statement: {statements:?}") };
    let words = |version: &Passage| version.span.of(&open[&version.article].article.text);
    assert_eq!(statement.versions.iter().map(words).collect::<Vec<_>>(), texts);
}

/// Each version is made of whole sentences of one paragraph, and what is its own lies in it.
#[test]
fn statements_lie_in_the_texts_they_name() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let open = open_all(&dossier);
    let statements = dossier.statements.all();
    assert!(!statements.is_empty());
    for statement in &statements {
        assert!(statement.articles().count() >= 2);
        let mut is_quoted = false;
        for version in &statement.versions {
            let source = &open[&version.article];
            let article = &source.article;
            assert!(version.span.fits(&article.text) && !version.span.is_empty());
            let paragraph = article.paragraphs[article.paragraph_at(version.span.start)].span;
            assert!(paragraph.contains(version.span));
            let contents = source.quotations.iter().flat_map(|quotation| &quotation.contents);
            is_quoted |= contents.into_iter().any(|content| content.overlaps(version.span));
        }
        assert!(is_quoted, "nobody is quoted with it");
        let collation = collate(statement, |id| open.get(&id)).unwrap();
        for reading in &collation.readings {
            let mut end = reading.passage.span.start;
            for own in &reading.own {
                assert!(own.start >= end && reading.passage.span.contains(*own));
                end = own.end;
            }
        }
    }
}
