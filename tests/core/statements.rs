//! Statements of the default dossier against a golden, and that each lies in the texts it names.

use std::collections::BTreeMap;
use std::fmt::Write;

use whosaid::article::ArticleId;
use whosaid::article::{Article, Masthead};
use whosaid::collation::{Collation, Nearness, collate};
use whosaid::comparison::{Column, compare};
use whosaid::compile::{Compiled, Sharing, compile};
use whosaid::dossier::{Dossier, OpenArticle};
use whosaid::query::{Filter, SpeakerChoice};
use whosaid::quotation::Editorial;
use whosaid::reuse::Passage;
use whosaid::span::Span;
use whosaid::statement::Statement;
use whosaid::takeaway::pasted;

use crate::support::{default_dossier, golden_of_default_dossier};

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
    let statements = dossier.statements();
    let collations =
        statements.iter().filter_map(|statement| collate(statement, |id| open.get(&id)));
    let text: Vec<String> = collations.map(|one| print(&dossier, &open, &one)).collect();
    golden_of_default_dossier("statements", text.join("\n"));
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
    golden_of_default_dossier("comparison", text);
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
fn what_one_article_has_twice_is_its_own() {
    let compiled = compiled(&[&format!("{NORTH}\n{NORTH}"), SOUTH]);
    let open = open_all(&compiled.dossier());
    let passage = |article: u32, paragraph: usize| {
        let source = &open[&ArticleId(article)];
        Passage { article: source.id, span: source.article.paragraphs[paragraph].span }
    };
    let versions = vec![passage(0, 1), passage(0, 2), passage(1, 1)];
    let statement = Statement { is_verbatim: true, versions };
    let collation = collate(&statement, |id| open.get(&id)).expect("it lies in its articles");
    let own = collation.readings.iter().flat_map(|reading| {
        let text = &open[&reading.passage.article].article.text;
        reading.own.iter().map(|span| span.of(text))
    });
    assert_eq!(own.collect::<Vec<_>>(), ["north", "south"]);
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
fn a_column_is_for_an_article_with_something_to_show() {
    let said = "“The harbour will be open again by the end of next week,” said Ada Voss.";
    let mut texts = [said; 5];
    texts[1] = "It rains.";
    // It has the words, and quotes nobody.
    texts[3] = "The harbour will be open again by the end of next week.";
    let compiled = compiled_with(&texts, Sharing::Find);
    let dossier = compiled.dossier();
    let comparison = compare(&dossier, &Filter::default(), "");
    let columns = comparison.columns.iter().map(|c| (c.article.0, c.quotations.len()));
    assert_eq!(columns.collect::<Vec<_>>(), [(0, 1), (2, 1), (3, 0), (4, 1)]);
    assert_eq!((comparison.lacking, comparison.n_quotations), (vec![ArticleId(1)], 3));
}

#[test]
fn of_many_articles_those_that_share_the_most_stand_side_by_side() {
    let shared = "“The harbour will be open again by the end of next week,” said Ada Voss.";
    let own = [
        "“Nobody in the south has seen a grain ship for days,” said Ada Voss.",
        "“The mill at the bridge was never ours to sell,” said Ada Voss.",
    ];
    let texts = [own[0], shared, shared, own[1], shared, shared, shared];
    let compiled = compiled_with(&texts, Sharing::Find);
    let dossier = compiled.dossier();
    let comparison = compare(&dossier, &Filter::default(), "");
    assert_eq!(comparison.columns.len(), 7);
    let ids = |columns: &[Column]| columns.iter().map(|c| c.article.0).collect::<Vec<_>>();
    assert_eq!(ids(&comparison.columns_of(&[])), [1, 2, 4, 5, 6]);
    // Who asks for others has those.
    let asked = comparison.columns_of(&[ArticleId(0), ArticleId(2)]);
    assert_eq!(ids(&asked), [0, 2]);
    assert_eq!(comparison.rows_among(&asked).len(), 1);
    assert_eq!(comparison.rows_among(&comparison.columns_of(&[ArticleId(0)])).len(), 0);
    assert_eq!(comparison.alone, [(ArticleId(0), vec![0]), (ArticleId(3), vec![0])]);
}

#[test]
fn of_a_sentence_that_part_is_known_which_is_said() {
    let compiled =
        compiled(&["Ada Voss said: “It is calm here.” She left. “It stays calm,” she said."]);
    let dossier = compiled.dossier();
    let source = dossier.open_article(ArticleId(0));
    let text = &*source.article.text;
    let all = Span::new(0, text.len() as u32);
    let said = source.said_in(all).map(|span| span.of(text));
    assert_eq!(said, Some("It is calm here.” She left. “It stays calm"));
    assert_eq!(source.said_in(Span::new(0, 8)), None);
}

#[test]
fn a_comparison_is_pasted_as_a_line_a_statement() {
    let said = "“The harbour will be open again by the end of next week,” said Ada Voss.";
    let own = format!("“=1+1 is all\tthat it comes to,” said Ada Voss.\n{said}");
    let compiled = compiled_with(&[&own, said, said], Sharing::Find);
    let dossier = compiled.dossier();
    let comparison = compare(&dossier, &Filter::default(), "");
    let pasted = pasted(&dossier, &comparison, &comparison.columns_of(&[]));
    let lines: Vec<Vec<&str>> = pasted.lines().map(|line| line.split('\t').collect()).collect();
    let heading = "“The harbour will be open again by the end of next week”";
    assert_eq!(lines[0].len(), 4);
    assert_eq!(lines[1], [heading, said, said, said]);
    assert_eq!(lines[2..], [["", "'=1+1 is all that it comes to", "", ""]]);
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
    let statements = dossier.statements();
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
    let statements = dossier.statements();
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
