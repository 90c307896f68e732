//! Any query on any text is answered without a panic and with bounded steps, the same in slices, and
//! every Span fits the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::article::{Article, Masthead};
use whosaid::dossier::Dossier;
use whosaid::index;
use whosaid::pack::{self, Contents};
use whosaid::query::{Filter, Query, Search, hits_in_article, search};
use whosaid::quotation::{Editorial, attribute};

fuzz_target!(|texts: (&str, &str, &str)| {
    let (typed, first, second) = texts;
    let mut articles = [first, second].map(Article::from_plain_text);
    for (article, slug) in articles.iter_mut().zip(["first", "second"]) {
        article.slug = slug.to_owned();
    }
    let attributions = attribute(&articles, &Editorial::default());
    let pack = pack::encode(&Contents {
        masthead: &Masthead::default(),
        articles: &articles,
        quotations: &attributions.quotations,
        speakers: &attributions.speakers,
        shared: &[],
        index: &index::build("en", &articles, &attributions.quotations),
    });
    let dossier = Dossier::open(&pack).expect("it was just encoded");
    let (query, _) = Query::parse(typed);
    let answer = search(&dossier, &query, &Filter::default(), 10);
    for hit in &answer.hits {
        let text = &articles[hit.article.0 as usize].text;
        assert!(hit.spans.iter().all(|span| span.fits(text)));
    }
    let mut sliced = Search::new(&dossier, query.clone(), &Filter::default(), 10);
    while sliced.step(&dossier, 0) {}
    assert_eq!(sliced.answer(&dossier), answer);
    for id in dossier.article_ids() {
        let text = &articles[id.0 as usize].text;
        assert!(hits_in_article(&dossier, query.clone(), id).iter().all(|span| span.fits(text)));
    }
});
