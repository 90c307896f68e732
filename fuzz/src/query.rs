//! Any query on any text is answered without a panic and with bounded steps, the same in slices, and
//! every Span fits the text.

use whosaid::article::{Article, Masthead};
use whosaid::compile::{Sharing, compile};
use whosaid::query::{Filter, Query, Search, hits_in_article, search};
use whosaid::quotation::Editorial;

/// What stands between the parts of an input.
const BORDER: &str = "\n---\n";

/// The input is a query, then the texts of two articles, with `---` on a line of its own between them;
/// what is not UTF-8 is none.
pub fn check(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let mut parts = text.splitn(3, BORDER);
    let typed = parts.next().unwrap_or_default();
    let mut articles =
        ["first", "second"].map(|_| Article::from_plain_text(parts.next().unwrap_or_default()));
    for (article, slug) in articles.iter_mut().zip(["first", "second"]) {
        article.slug = slug.to_owned();
    }
    let masthead = Masthead { language: "en".to_owned(), ..Masthead::default() };
    let compiled = compile(&masthead, &articles, &Editorial::default(), Sharing::Skip);
    let dossier = compiled.dossier();
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
        let source = dossier.open_article(id);
        assert!(
            hits_in_article(&dossier, query.clone(), &source).iter().all(|span| span.fits(text))
        );
    }
}
