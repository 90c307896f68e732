//! Citations of all quotations are true, and with a letter changed they are not; anchors through edits.

use proptest::prelude::*;
use whosaid::anchor::{Anchor, Place};
use whosaid::article::{Article, ArticleId, Byline, Masthead};
use whosaid::choice::Choice;
use whosaid::citation::{Cited, Format, Subject, cite, cite_view};
use whosaid::compile::{Sharing, compile};
use whosaid::dossier::Dossier;
use whosaid::i18n::{Catalogue, within};
use whosaid::query::SpeakerChoice;
use whosaid::quotation::Editorial;
use whosaid::reuse::share_in_common;
use whosaid::route::{Base, Route};
use whosaid::span::Span;
use whosaid::verification::{self, Checked, Verdict, Verification};

use crate::support::default_dossier;

fn cited() -> Cited {
    Cited {
        site: "https://a.example/dossier/".to_owned(),
        base: Base::Site(""),
        edition: "3f9c".to_owned(),
        day: "2026-11-27".to_owned(),
    }
}

#[test]
fn a_view_is_cited_by_its_name_and_address() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let speaker = dossier.speaker_by_slug("zamir-kabulov").map(SpeakerChoice::Speaker);
    let mut route = Route { embed: true, ..Route::default().compare(speaker) };
    route.layout.columns.push(ArticleId(1));
    let column = dossier.articles.slug(ArticleId(1));
    assert_eq!(
        cite_view(&dossier, &route, &cited()),
        format!(
            "Zamir Kabulov, article by article. {}.\n\
             https://a.example/dossier/?view=compare&speaker=zamir-kabulov&column={column}\n\
             Edition 3f9c, accessed 27 November 2026.",
            dossier.masthead.title
        )
    );
    let nowhere = Cited { site: String::new(), ..cited() };
    assert!(!cite_view(&dossier, &route, &nowhere).contains("view="));
}

/// The messages of the interface in German.
fn german() -> Catalogue<&'static str> {
    let masthead = Masthead { language: "de".to_owned(), ..Masthead::default() };
    let compiled = compile(&masthead, &[], &Editorial::default(), Sharing::Skip);
    Dossier::open(compiled.pack.leak()).unwrap().catalogue
}

/// What a citation of one quotation comes to.
#[track_caller]
fn verify(dossier: &Dossier, pasted: &str) -> Verdict {
    let mut checked = verification::verify(dossier, pasted);
    assert_eq!(checked.len(), 1, "{pasted}");
    checked.remove(0).verdict
}

#[test]
fn every_citation_is_true_and_none_with_a_letter_changed() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    check_citations(&dossier);
    // Marks and dashes are others there.
    within(&german(), || check_citations(&dossier));
}

#[track_caller]
fn check_citations(dossier: &Dossier) {
    let mut n_cited = 0;
    for id in dossier.article_ids() {
        let source = dossier.open_article(id);
        for (at, quotation) in source.quotations.iter().enumerate() {
            let words: Vec<&str> =
                quotation.contents.iter().map(|span| span.of(&source.article.text)).collect();
            let text = cite(dossier, &source, Subject::Quotation(at), Format::Text, &cited());
            let paragraph = source.article.paragraph_at(quotation.contents[0].start) as u32;
            let has_speaker = !quotation.attribution.speakers.is_empty();
            for format in Format::ALL {
                let text = cite(dossier, &source, Subject::Quotation(at), *format, &cited());
                let Verdict::Stands { found, .. } = verify(dossier, &text) else {
                    panic!("{text}")
                };
                assert_eq!((found.article, found.paragraph), (id, paragraph), "{text}");
                assert_eq!(found.is_where_named, Some(true));
                assert!(found.quotations.contains(&at), "{text}");
                assert_ne!(found.is_who_named, Some(false), "{text}");
                assert_eq!(found.unconfirmed, [""; 0], "{text}");
                assert!(found.is_who_named == Some(true) || !has_speaker, "{text}");
            }
            // The address knows the words by itself.
            let link = text.lines().nth(1).unwrap();
            let Verdict::Stands { found, .. } = verify(dossier, link) else { panic!("{link}") };
            assert_eq!((found.article, found.paragraph), (id, paragraph), "{link}");
            // The paragraph it names need not be there.
            let moved = link.replace(&format!("-p{paragraph}"), "-p999");
            let Verdict::Stands { found, .. } = verify(dossier, &moved) else { panic!("{moved}") };
            assert_eq!(found.is_where_named, Some(false), "{moved}");
            // A letter of a word in the middle.
            let middle = boundary(words[0], 0.5);
            let letter = words[0][middle..].find(|c: char| c.is_ascii_lowercase());
            if let Some(letter) = letter.map(|at| middle + at).filter(|_| words.len() == 1) {
                let mut changed = words[0].to_owned();
                let other = if changed.as_bytes()[letter] == b'x' { "q" } else { "x" };
                changed.replace_range(letter..=letter, other);
                let verdict = verify(dossier, &text.replacen(words[0], &changed, 1));
                assert!(matches!(verdict, Verdict::Differs { .. }), "{verdict:?} of {changed}");
                n_cited += 1;
            }
        }
        for number in 1..source.article.paragraphs.len() as u32 {
            let text = cite(dossier, &source, Subject::Paragraph(number), Format::Text, &cited());
            let verdict = verify(dossier, &text);
            assert!(
                !matches!(verdict, Verdict::Empty | Verdict::Nowhere { .. }),
                "{verdict:?} of {text}"
            );
            if let Verdict::Stands { found, .. } = verdict {
                assert_eq!(found.unconfirmed, [""; 0], "{text}");
            }
        }
    }
    assert!(n_cited > 90, "{n_cited}");
}

#[test]
fn all_formats_have_the_words_and_the_address() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let source = dossier.open_article(dossier.article_ids().next().unwrap());
    for format in Format::ALL {
        let text = cite(&dossier, &source, Subject::Quotation(0), *format, &cited());
        let link = "https://a.example/dossier/articles/moscow-times-ready-to-work.html?words=";
        assert!(text.contains(link), "{text}");
        assert!(text.contains("The Moscow Times"), "{text}");
    }
}

/// Words are not true of somebody who did not say them.
#[test]
fn words_cited_as_those_of_another_are_not_true() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let who = |pasted: &str| match verify(&dossier, pasted) {
        Verdict::Stands { found, .. } => found.is_who_named,
        verdict => panic!("{verdict:?} of {pasted}"),
    };
    let words = "“Moscow does not see this version of the Mujahideen as its enemy”";
    assert_eq!(who(&format!("{words} — Alexander Baunov")), Some(true));
    assert_eq!(who(&format!("{words} – Baunov, a Carnegie fellow")), Some(true));
    assert_eq!(who(words), None);
    // The headline is about Russia and the Taliban, whoever is named before it.
    let source = "'Not an enemy' any more: Why Russia is courting the Taliban, 17 August 2021";
    assert_eq!(who(&format!("{words} — Joe Nobody. {source}")), Some(false));
    assert_eq!(who(&format!("{words} — {source}")), None);
    assert_eq!(who(&format!("{words} — Courting the Taliban, August 2021")), None);
    let told = "@mayor “Moscow does not see this version of the Mujahideen as its enemy”";
    assert!(!matches!(verify(&dossier, told), Verdict::Empty));
    assert_eq!(who(&format!("{words} — in an article of August 2021")), None);
    for other in ["Sergei Lavrov", "Zamir Kabulov. BBC News", "the Taliban", "Joe Nobody"] {
        let expected = (other != "the Taliban").then_some(false);
        assert_eq!(who(&format!("{words} — {other}")), expected, "{other}");
        assert_eq!(who(&format!("{words}\n— {other}")), expected, "{other}");
    }
}

/// A surname that two have does not make the one the other.
#[test]
fn words_cited_as_those_of_a_namesake_are_not_true() {
    let text = "All calm\n“The gate was shut all night,” said Helen Marsh.\n“I was away that week,” said Tom Marsh.";
    let article = Article::from_plain_text_with_headline(text);
    let article = Article { slug: "calm".to_owned(), ..article };
    let masthead = Masthead { title: "Gates".to_owned(), ..Masthead::default() };
    let compiled = compile(&masthead, &[article], &Editorial::default(), Sharing::Skip);
    let dossier = compiled.dossier();
    let who =
        |behind: &str| match verify(&dossier, &format!("“The gate was shut all night” {behind}"))
        {
            Verdict::Stands { found, .. } => found.is_who_named,
            verdict => panic!("{verdict:?} of {behind}"),
        };
    assert_eq!(who("— Helen Marsh"), Some(true));
    assert_eq!(who("— Marsh"), Some(true));
    assert_eq!(who("— Tom Marsh"), Some(false));
    assert_eq!(who("Tom Marsh said"), Some(false));
}

/// What a citation says of the source is not true because its words are.
#[test]
fn what_a_citation_says_of_the_source_is_confirmed_or_named() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let unconfirmed = |pasted: &str| match verify(&dossier, pasted) {
        Verdict::Stands { found, .. } => found.unconfirmed,
        verdict => panic!("{verdict:?} of {pasted}"),
    };
    let source = dossier.open_article(dossier.article_ids().next().unwrap());
    let (outlet, date) = ("The Moscow Times", "16 August 2021");
    for format in Format::ALL {
        let text = cite(&dossier, &source, Subject::Quotation(0), *format, &cited());
        assert!(text.contains(outlet), "{text}");
        let other = text.replace(outlet, "The New York Herald");
        assert_eq!(unconfirmed(&other).join(" "), "The New York Herald", "{other}");
        let other = text.replace(date, "19 August 2021").replace("2021-08-16", "2021-08-19");
        let other = other.replace("2021/08/16", "2021/08/19");
        assert!(unconfirmed(&other).concat().contains("19"), "{other}");
    }
    let words = "“Moscow does not see this version of the Mujahideen as its enemy”";
    assert_eq!(unconfirmed(&format!("{words} (Baunov, 17 Aug 2021)")), [""; 0]);
    assert_eq!(
        unconfirmed(&format!("{words}, said Baunov, as told by Le Monde")),
        ["as told by Le Monde"]
    );
}

/// Words in several articles are shown in all, those first as whose they are cited.
#[test]
fn all_places_of_cited_words_are_named() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let words = "not a single hair will fall from the heads";
    let found = |pasted: &str| match verify(&dossier, pasted) {
        Verdict::Stands { found, elsewhere } => (found.is_who_named, elsewhere.len()),
        verdict => panic!("{verdict:?} of {pasted}"),
    };
    assert_eq!(found(words), (None, 1));
    assert_eq!(found(&format!("Lavrov: “{words}”")), (Some(false), 1));
    assert_eq!(found(&format!("“{words}” — the Taliban")), (Some(true), 1));
    let link = "https://a.example/articles/not-an-enemy.html?words=00000000#not-an-enemy-p13";
    let Verdict::Edited(found) = verify(&dossier, link) else { panic!("{link}") };
    assert_eq!(found.paragraph, 13);
}

/// Marks do not make words others, but of several places with the words that one is meant which has the marks too.
#[test]
fn the_place_that_has_the_marks_of_the_citation_comes_first() {
    let article = |slug: &str, words: &str| {
        let text = format!("All calm\n“{words},” said Ada Voss.");
        Article { slug: slug.to_owned(), ..Article::from_plain_text_with_headline(&text) }
    };
    let [plain, marked] = ["We wait and then we go", "We wait, and then we go"];
    let articles = [article("a", plain), article("b", marked)];
    let compiled = compile(&Masthead::default(), &articles, &Editorial::default(), Sharing::Skip);
    let dossier = compiled.dossier();
    for (words, expected) in [(plain, 0), (marked, 1)] {
        for pasted in [words.to_owned(), format!("“{words}”, said Ada Voss")] {
            let Verdict::Stands { found, elsewhere } = verify(&dossier, &pasted) else {
                panic!("{pasted}")
            };
            assert_eq!((found.article.0, found.is_exact), (expected, true), "{pasted}");
            assert_eq!(elsewhere.len(), 1, "{pasted}");
        }
    }
}

/// Each quotation in a line is looked for, and so is who is said to have said it.
#[test]
fn several_quotations_are_verified_one_by_one() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let true_one = "Moscow does not see this version of the Mujahideen as its enemy";
    let check = |pasted: &str, expected: &[(bool, Option<bool>)]| {
        let checked = verification::verify(&dossier, pasted);
        let found = checked.iter().map(|one| match &one.verdict {
            Verdict::Stands { found, .. } => (true, found.is_who_named),
            _ => (false, None),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{pasted}");
    };
    let invented = "“we love everybody here in Paris”";
    check(&format!("“{true_one}” and {invented}"), &[(true, None), (false, None)]);
    check(&format!("“{true_one},” said Zamir Kabulov."), &[(true, Some(false))]);
    check(&format!("“{true_one},” said Baunov."), &[(true, Some(true))]);
    for [open, close] in [["“", "”"], ["„", "“"], ["«", "»"], ["\"", "\""]] {
        let words = format!("{open}{true_one}{close}");
        check(&format!("{words}, said Zamir Kabulov."), &[(true, Some(false))]);
        check(&format!("{words} — Zamir Kabulov"), &[(true, Some(false))]);
        check(&format!("{words} — Alexander Baunov"), &[(true, Some(true))]);
        let two = format!("{words}, said Baunov. {open}Nobody ever says so{close}, said Kabulov.");
        check(&two, &[(true, Some(true)), (false, None)]);
    }
    // Marks within marks are none of the citation's.
    assert_eq!(verification::verify(&dossier, "“They said \"no\" to us” — Nobody").len(), 1);
    check(&format!("Zamir Kabulov said: “{true_one}”"), &[(true, Some(false))]);
    let both = format!("“{true_one},” Alexander Baunov said. {invented}, said Zamir Kabulov.");
    check(&both, &[(true, Some(true)), (false, None)]);
    assert_eq!(verify(&dossier, "the"), Verdict::TooFew);
    assert!(!matches!(verify(&dossier, "its enemy"), Verdict::TooFew));
}

#[test]
fn what_is_nowhere_is_said_to_be() {
    let compiled = default_dossier();
    let dossier = compiled.dossier();
    let nowhere = "“Colourless green ideas sleep furiously in the garden shed” — Nobody";
    assert_eq!(verify(&dossier, nowhere), Verdict::Nowhere { n_compared: None });
    assert_eq!(verify(&dossier, "  \n"), Verdict::Empty);
    assert_eq!(verify(&dossier, "“”?!"), Verdict::Empty);
}

/// Of a large dossier not every article is looked through for words like those cited; nobody is told that it was.
#[test]
fn words_that_were_not_looked_for_everywhere_are_not_said_to_be_nowhere() {
    let cited = "You must not fight a fire with people who are never there";
    let article = |number: usize| {
        let text = match number {
            1000 => "“You cannot fight a fire with people who are never there,” said Ada Voss.",
            _ => "All is calm on the river.",
        };
        Article { slug: format!("a{number}"), ..Article::from_plain_text(text) }
    };
    let articles: Vec<Article> = (0..1001).map(article).collect();
    let compile = |articles: &[Article<'static>]| {
        compile(&Masthead::default(), articles, &Editorial::default(), Sharing::Skip)
    };
    let (all, first) = (compile(&articles), compile(&articles[..1000]));
    assert_eq!(verify(&all.dossier(), cited), Verdict::Nowhere { n_compared: Some(1000) });
    assert_eq!(verify(&first.dossier(), cited), Verdict::Nowhere { n_compared: None });
    let as_it_is = "You cannot fight a fire with people who are never there";
    assert!(matches!(verify(&all.dossier(), as_it_is), Verdict::Stands { .. }));
}

/// Articles of few different words, so that nothing but their order tells them apart.
fn alike() -> Vec<Article<'static>> {
    let mut seed = 7_u32;
    let mut word = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ["bridge", "council", "river", "vote"][(seed >> 30) as usize]
    };
    let mut paragraph = || (0..30).map(|_| word()).collect::<Vec<_>>().join(" ") + ".\n";
    let article = |at: usize| {
        let text: String = (0..20).map(|_| paragraph()).collect();
        let article = Article::from_plain_text(&text);
        Article { slug: format!("a{at}"), ..article }
    };
    (0..20).map(article).collect()
}

/// Each step is about one paragraph, so that a page can go on in between; and what is nearest is so.
#[test]
fn what_differs_is_shown_without_the_marks_that_end_what_stands_before() {
    let text = "The nurse waited for the boat. \"You cannot fight a fire with people who are never there.\" \
                He left.";
    let articles = [Article::from_plain_text(text)];
    let compiled = compile(&Masthead::default(), &articles, &Editorial::default(), Sharing::Skip);
    let dossier = compiled.dossier();
    let verdict = verify(&dossier, "You must not fight a fire with people who are never there");
    let Verdict::Differs { found, .. } = verdict else { panic!("{verdict:?}") };
    let shown = found.span.of(text);
    assert!(shown.starts_with(['"', 'Y']), "{shown}");
}

#[test]
fn what_stands_nowhere_is_compared_paragraph_by_paragraph() {
    let articles = alike();
    let compiled = compile(&Masthead::default(), &articles, &Editorial::default(), Sharing::Skip);
    let dossier = compiled.dossier();
    let quoted: Vec<String> = (0..5)
        .map(|at| {
            let mut words: Vec<&str> =
                articles[at * 3].paragraph_text(at + 1).trim_end_matches('.').split(' ').collect();
            words.swap(at, 20);
            words.insert(10 + at, "council council");
            words.join(" ")
        })
        .collect();
    let pasted = quoted.iter().map(|words| format!("“{words}” and ")).collect::<String>();
    let mut verification = Verification::new(&dossier, &pasted);
    let mut n_steps = 0;
    while verification.step(&dossier) {
        n_steps += 1;
    }
    assert!(n_steps > 400, "{n_steps}");
    let checked = verification.finish();
    assert_eq!(checked.len(), quoted.len());
    for Checked { cited, verdict } in checked {
        let Verdict::Differs { found, .. } = verdict else { panic!("{cited}: {verdict:?}") };
        let share = |article: ArticleId, number: usize| {
            share_in_common(&cited, articles[article.0 as usize].paragraph_text(number))
        };
        let n_paragraphs = |id: ArticleId| articles[id.0 as usize].paragraphs.len();
        let all = dossier
            .article_ids()
            .flat_map(|id| (0..n_paragraphs(id)).map(move |number| (id, number)));
        let most = all.map(|(id, number)| share(id, number)).fold(0.0, f64::max);
        assert_eq!(share(found.article, found.paragraph as usize), most, "{cited}");
    }
}

/// A text of few words, so that look-alikes abound.
fn text() -> impl Strategy<Value = String> {
    let word =
        prop::sample::select(vec!["it", "rains", "he said", "north", "“no”", "żle", "😀", "."]);
    prop::collection::vec(word, 20..120).prop_map(|words| words.join(" "))
}

/// A part of a text replaced, as two shares of its length, by some words.
fn edits() -> impl Strategy<Value = Vec<(f64, f64, String)>> {
    prop::collection::vec((0.0..1.0, 0.0..0.15, "[a-z ]{0,12}"), 1..12)
}

fn boundary(text: &str, share: f64) -> usize {
    let mut at = (text.len() as f64 * share) as usize;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Wherever an anchor lands, the words are those that were anchored, moved by the edits.
    #[test]
    fn an_anchor_is_right_or_lost(text in text(), from in 0.0..1.0_f64, len in 0.01..0.2_f64, edits in edits()) {
        let (start, end) = (boundary(&text, from), boundary(&text, (from + len).min(1.0)));
        let anchor = Anchor::new(&text, Span::from_range(start..end));
        prop_assert_eq!(anchor.find(&text), Place::Here(Span::from_range(start..end)));
        // Where the words are after each edit; `None` once an edit touched them.
        let mut truth = Some((start, end));
        let mut edited = text.clone();
        for (at, len, new) in &edits {
            let (from, to) = (boundary(&edited, *at), boundary(&edited, f64::min(at + len, 1.0)));
            edited.replace_range(from..to, new);
            truth = truth.and_then(|(start, end)| {
                if to <= start {
                    Some((start + new.len() - (to - from), end + new.len() - (to - from)))
                } else {
                    (from >= end).then_some((start, end))
                }
            });
        }
        if let Some(found) = anchor.find(&edited).span() {
            prop_assert_eq!(found.of(&edited), &anchor.exact);
            if let Some((start, end)) = truth {
                prop_assert_eq!(found, Span::from_range(start..end));
            } else {
                // The edits happened to write the same words anew, with what stood beside them.
                let before = edited[..found.start as usize].ends_with(&anchor.prefix);
                let behind = edited[found.end as usize..].starts_with(&anchor.suffix);
                prop_assert!(before || behind);
            }
        }
    }
}

#[test]
fn where_speakers_are_not_read_a_citation_says_that() {
    let article = Article::from_plain_text_with_headline(
        "Hafen offen\n„Der Hafen wird Ende nächster Woche wieder offen sein“, sagte Ada Voss.",
    );
    let byline = Byline {
        outlet: Some("Küstenblatt".to_owned()),
        language: Some("de".to_owned()),
        ..Byline::default()
    };
    let article = Article { slug: "hafen".to_owned(), byline, ..article };
    let masthead = Masthead { language: "en".to_owned(), ..Masthead::default() };
    let compiled = compile(&masthead, &[article], &Editorial::default(), Sharing::Skip);
    let dossier = compiled.dossier();
    let source = dossier.open_article(ArticleId(0));
    let text = cite(&dossier, &source, Subject::Quotation(0), Format::Text, &cited());
    assert!(text.contains("sein” — speaker not read in this language. Küstenblatt"), "{text}");
    match verify(&dossier, &text) {
        Verdict::Stands { found, .. } => assert_eq!(found.unconfirmed, [] as [&str; 0]),
        other => panic!("{other:?}"),
    }
}

/// A short headline has all its words in a longer quotation, and many a paragraph some of them.
#[test]
fn what_is_cited_the_other_way_round_is_held_against_the_quotation() {
    let headline = Article::from_plain_text_with_headline("Safe ship?\nNobody knows what burnt.");
    let quoted = Article::from_plain_text_with_headline(
        "Ferry burns\nThe fire broke out on Monday.\n\
         Ada Voss, of the line, said the ship had passed. “The Aurelia is a safe ship,” said Ada Voss. “We do not know what started the fire and will not guess.”",
    );
    let articles = [headline, quoted].into_iter().enumerate();
    let articles: Vec<Article> =
        articles.map(|(at, article)| Article { slug: format!("a{at}"), ..article }).collect();
    let masthead = Masthead { language: "en".to_owned(), ..Masthead::default() };
    let compiled = compile(&masthead, &articles, &Editorial::default(), Sharing::Skip);
    let dossier = compiled.dossier();
    match verify(&dossier, "The Aurelia is not a safe ship") {
        Verdict::Differs { found, differences } => {
            assert_eq!((found.article, found.paragraph), (ArticleId(1), 2));
            let text = &dossier.article(found.article).text;
            assert_eq!(found.span.of(text), "The Aurelia is a safe ship");
            let cited = "The Aurelia is not a safe ship";
            let only: Vec<&str> = differences.iter().map(|part| part.one.of(cited)).collect();
            assert_eq!(only, ["not"]);
        }
        other => panic!("{other:?}"),
    }
    // A headline that is cited in other words is still found.
    assert!(matches!(
        verify(&dossier, "A safe ship?"),
        Verdict::Differs { .. } | Verdict::Stands { .. }
    ));
}
