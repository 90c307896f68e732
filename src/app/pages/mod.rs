//! What the page can have open, a page each.

pub mod article;
pub mod compare;
pub mod concordance;
pub mod front;
pub mod notebook;
pub mod results;
pub mod speakers;
pub mod statements;

pub mod finding;

#[cfg(test)]
mod tests {
    //! What the pages say that no press draws: they are drawn here as a browser would first draw them.

    use std::rc::Rc;
    use std::task::{Context, Poll, Waker};

    use yew::{Html, LocalServerRenderer, Properties, component, html};

    use super::compare::ComparePage;
    use super::finding::FindingPage;
    use super::front::{FrontPage, Seen};
    use super::statements::StatementsPage;
    use crate::anchor::words_code;
    use crate::app::reader::{DossierRef, Files, Here, Provider};
    use crate::article::{Article, ArticleId, Byline, Masthead};
    use crate::compile::{Sharing, compile};
    use crate::dossier::{Dossier, words_of};
    use crate::quotation::Editorial;
    use crate::route::{Base, Page, Route, View};
    use crate::wording::view_title;

    #[derive(Properties, PartialEq)]
    struct DrawnProps {
        dossier: DossierRef,
        here: Here,
    }

    #[component]
    fn Drawn(props: &DrawnProps) -> Html {
        let DrawnProps { dossier, here } = props;
        let here = here.clone();
        let page = match here.route.view {
            View::Compare => html! { <ComparePage {here} n_shown=30 /> },
            View::Statements => html! { <StatementsPage {here} n_shown=30 /> },
            view if view.is_finding() => html! { <FindingPage {here} /> },
            _ => {
                let seen = Rc::new(Seen::of(dossier, true));
                html! { <FrontPage front={here.route} base={Base::Site("")} number=1 {seen} /> }
            }
        };
        html! { <Provider dossier={dossier.clone()} files={Files::default()}>{ page }</Provider> }
    }

    /// What the page at an address says, without markup; what stands in elements of their own is parted by a bar.
    pub fn said(dossier: &DossierRef, search: &str) -> String {
        let (route, notices) = Route::parse(Page::Front, search, "", dossier);
        assert_eq!(notices, [], "{search}");
        let here = Here { route: route.into(), base: Base::Site("") };
        let props = DrawnProps { dossier: dossier.clone(), here };
        let drawing = LocalServerRenderer::<Drawn>::with_props(props).hydratable(false).render();
        let Poll::Ready(html) =
            std::pin::pin!(drawing).poll(&mut Context::from_waker(Waker::noop()))
        else {
            unreachable!("no page suspends")
        };
        let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
        texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("|")
    }

    /// An article of an outlet, on a day, with a headline and paragraphs.
    pub fn article(outlet: &str, published: &str, language: &str, text: &str) -> Article<'static> {
        let mut article = Article::from_plain_text_with_headline(text);
        article.byline = Byline {
            outlet: Some(outlet.to_owned()),
            published: Some(published.to_owned()),
            language: Some(language.to_owned()),
            ..Byline::default()
        };
        article
    }

    /// A dossier of some articles.
    pub fn dossier(articles: Vec<Article<'static>>) -> DossierRef {
        let named = articles.into_iter().enumerate();
        let articles: Vec<Article> =
            named.map(|(at, article)| Article { slug: format!("a{at}"), ..article }).collect();
        let masthead =
            Masthead { title: "Calm".to_owned(), language: "en".to_owned(), ..Masthead::default() };
        let pack = compile(&masthead, &articles, &Editorial::default(), Sharing::Find).pack;
        DossierRef::new(Dossier::open(pack.leak()).expect("it was just encoded"))
    }

    #[track_caller]
    fn check(said: &str, has: &[&str], lacks: &[&str]) {
        for words in has {
            assert!(said.contains(words), "{words:?} is not in {said}");
        }
        for words in lacks {
            assert!(!said.contains(words), "{words:?} is in {said}");
        }
    }

    /// Two articles in English that quote one minister alike, and one in German that quotes her too.
    fn in_two_languages() -> DossierRef {
        let words = "“The harbour will be open again by the end of next week,” said Ada Voss, the minister.";
        dossier(vec![
            article("The Daily", "2021-08-16", "en", &format!("Harbour opens\n{words}")),
            article("The Herald", "2021-08-17", "en", &format!("Harbour to open\n{words}")),
            article(
                "Küstenblatt",
                "2021-08-18",
                "de",
                "Hafen offen\n„Der Hafen wird Ende nächster Woche wieder offen sein“, sagte Ada Voss.",
            ),
        ])
    }

    #[test]
    fn what_is_not_read_is_not_said_to_be_lacking() {
        let dossier = in_two_languages();
        let compared = said(&dossier, "?view=compare&speaker=ada-voss");
        let unread = "Not read, because it is not in English: |Küstenblatt";
        check(&compared, &[unread], &["ot quoted", "|0 quotations"]);
        let beside = said(&dossier, "?view=compare&speaker=ada-voss&column=a0&column=a2");
        check(&beside, &["|not read: not in English|"], &["not quoted here", "|0 quotations"]);
        let statements = said(&dossier, "?view=statements");
        let expected =
            ["Not compared|Küstenblatt| (in another language)", "not compared: no other article"];
        check(&statements, &expected, &["Not in"]);
        let front = said(&dossier, "");
        let expected =
            ["|?| not read|", "A “?” stands where", "Who speaks is not read: not in English."];
        check(&front, &expected, &[]);
        let source = dossier.open_article(ArticleId(2));
        assert!(source.quotations.iter().all(|said| said.attribution.speakers.is_empty()));
    }

    #[test]
    fn columns_are_of_the_articles_that_the_address_names() {
        let dossier = in_two_languages();
        let one = said(&dossier, "?view=compare&speaker=ada-voss&column=a1");
        let rest = "Compared too, but without a column: |The Daily|";
        // It is the same statement in as many articles as before.
        check(
            &one,
            &[rest, "1 statement in more than one", "in 2 articles", "also in The Daily"],
            &[],
        );
        let unmarked = said(&dossier, "?view=compare&speaker=ada-voss&differences=off");
        check(&unmarked, &["Same words"], &["Bold with a thick line"]);
    }

    #[test]
    fn what_other_outlets_have_is_not_said_to_stand_in_one_article_only() {
        let dossier = in_two_languages();
        let all = said(&dossier, "?view=compare&speaker=ada-voss");
        check(&all, &["1 statement in more than one"], &["n one article only"]);
        let one = said(&dossier, "?view=compare&speaker=ada-voss&outlet=the-daily");
        let expected = ["In one of these articles only", "further articles have 1."];
        check(&one, &expected, &["In one article only", "that no other article has"]);
    }

    #[test]
    fn two_articles_of_one_outlet_are_told_apart() {
        let words = "“The harbour will be open again by the end of next week,” said Ada Voss.";
        let of = |outlet, published, title: &str| {
            article(outlet, published, "en", &format!("{title}\n{words}"))
        };
        let dossier = dossier(vec![
            of("The Daily", "2021-08-16", "Harbour opens"),
            of("The Daily", "2021-08-17", "Harbour open"),
            of("The Herald", "2021-08-17T10:00", "All open"),
            of("The Herald", "2021-08-17T12:00", "All is open"),
            of("The Star", "2021-08-18", "Open"),
        ]);
        let compared = said(&dossier, "?view=compare&speaker=ada-voss");
        let expected = [
            "|The Daily (16 August 2021)|",
            "|The Daily (17 August 2021)|",
            "|The Herald (“All open”)|",
            "|The Herald (“All is open”)|",
            "|The Star|",
        ];
        check(&compared, &expected, &["|The Daily|"]);
    }

    #[test]
    fn which_is_first_of_a_day_is_not_said() {
        let words = "“The harbour will be open again by the end of next week,” said Ada Voss.";
        let first = |first: &str, second: &str| {
            let dossier = dossier(vec![
                article("The Daily", first, "en", &format!("Open\n{words}")),
                article("The Herald", second, "en", &format!("Opening\n{words}")),
            ]);
            let statements = said(&dossier, "?view=statements");
            let (_, rest) = statements.split_once("First dated|").expect("it says which is first");
            rest.split('|').next().unwrap_or_default().to_owned()
        };
        let open = "The Daily and The Herald, 12 March 2024; in which order is not stated";
        assert_eq!(first("2024-03-12", "2024-03-12T06:05"), open);
        assert_eq!(first("2024-03-12T06:05", "2024-03-12T06:05"), open);
        // Each is the time where it was written.
        assert_eq!(first("2024-03-12T07:00", "2024-03-12T06:05"), open);
        assert_eq!(first("2024-03-12", "2024-03-11T23:05"), "The Herald, 11 March 2024, 23:05");
    }

    #[test]
    fn a_finding_alone_is_called_by_what_it_finds() {
        let dossier = in_two_languages();
        let titled = |view: View| {
            let route = Route { view, ..Route::default() };
            let said = said(&dossier, &route.to_url(&dossier, Base::Site("")).replace("./", ""));
            (view_title(&dossier, &route), said)
        };
        let words = "The harbour will be open again by the end of next week";
        let source = dossier.open_article(ArticleId(0));
        let code = words_code(&words_of(&source.article, &source.quotations[0].contents));
        let (title, quotation) = titled(View::Quotation(code));
        assert_eq!(title, format!("Ada Voss: “{words}”"));
        check(&quotation, &["Ada Voss, in The Daily|"], &["A quotation"]);
        let first = dossier.statements()[0].versions[0];
        let (title, statement) =
            titled(View::Statement(words_code(first.span.of(&source.article.text))));
        assert_eq!(title, format!("“{words}”"));
        assert_eq!(statement.matches(&format!("“{words}”")).count(), 1, "{statement}");
        let (title, matrix) = titled(View::Matrix);
        assert_eq!(matrix.matches(&title).count(), 1, "{matrix}");
        check(&matrix, &[], &["This table alone"]);
    }

    #[test]
    fn statements_are_those_that_the_address_chooses() {
        let harbour = "“The harbour will be open again by the end of next week,” said Ada Voss.";
        let storm = "“The storm was the worst that this coast has seen in years,” said Ben Roe.";
        let of = |outlet| article(outlet, "2021-08-16", "en", &format!("Open\n{harbour}\n{storm}"));
        let dossier = dossier(vec![of("The Daily"), of("The Herald")]);
        let note = "Shown are 1 of 2 statements";
        check(&said(&dossier, "?view=statements"), &["The harbour", "The storm"], &["Shown are"]);
        for search in ["?view=statements&speaker=ben-roe", "?view=statements&q=storm"] {
            check(
                &said(&dossier, search),
                &[note, "The storm", "All statements"],
                &["The harbour"],
            );
        }
    }

    #[test]
    fn differences_are_told_of_what_is_said() {
        let of = |outlet, text| article(outlet, "2021-08-16", "en", &format!("Open\n{text}"));
        let dossier = dossier(vec![
            of(
                "The Daily",
                "“The old harbour will be open again by next week,” Ada Voss told reporters.",
            ),
            of(
                "The Herald",
                "“The harbour will be open again by next Monday,” said Ada Voss on Sunday.",
            ),
        ]);
        let statements = said(&dossier, "?view=statements");
        check(
            &statements,
            &[
                "Left out|“old”, in The Herald",
                "Other words|“week” in The Daily, “Monday” in The Herald",
            ],
            &["“told reporters”", "said”", "“on Sunday”", "“said Ada Voss on Sunday”"],
        );
    }
}
