//! A concordance: all hits, aligned on the words that were asked for.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::search_notes::SearchNotes;
use crate::app::components::select::{Select, offered};
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::choice::Choice;
use crate::dossier::Dossier;
use crate::fold::fold;
use crate::i18n::{tr, trn};
use crate::query::Answer;
use crate::route::{Layout, LineOrder, Route};
use crate::shorten;
use crate::span::Span;
use crate::state::Action;
use crate::wording::{date, source_name, speaker_names, view_title};

/// How many characters stand on either side of the words.
const AROUND: usize = 60;

/// What stands behind "Sorted by".
fn order_name(order: LineOrder) -> &'static str {
    match order {
        LineOrder::Found => tr!("as found"),
        LineOrder::Left => tr!("what stands before"),
        LineOrder::Right => tr!("what stands after"),
        LineOrder::Speaker => tr!("speaker"),
        LineOrder::Date => tr!("date"),
    }
}

/// Sorts lines, as they were found.
fn sort(lines: &mut [&Line], order: LineOrder) {
    match order {
        LineOrder::Found => {}
        LineOrder::Left => lines.sort_by_cached_key(|line| {
            let before = fold(&line.before);
            before.text().split_whitespace().rev().map(str::to_owned).collect::<Vec<_>>()
        }),
        LineOrder::Right => lines.sort_by_cached_key(|line| fold(&line.after).text().to_owned()),
        LineOrder::Speaker => lines.sort_by_cached_key(|line| {
            let name = line.speaker.as_deref().map(|name| fold(name).text().to_owned());
            (name.is_none(), name)
        }),
        LineOrder::Date => lines.sort_by_cached_key(|line| {
            let published = line.source.article.byline.published.clone();
            (published.is_none(), published)
        }),
    }
}

/// A hit in its line.
struct Line {
    source: ArticleRef,
    paragraph: u32,
    before: String,
    words: String,
    after: String,
    /// Who says the words, where they stand in a quotation.
    speaker: Option<String>,
    /// Where the words stand in the article's text.
    span: Span,
}

#[derive(Properties, PartialEq)]
pub struct ConcordanceProps {
    /// Where the page is.
    pub here: Here,
    /// What was found.
    pub answer: Rc<Answer>,
}

/// The lines, in an order that the reader chooses.
#[component]
pub fn ConcordancePage(props: &ConcordanceProps) -> Html {
    renders::note("ConcordancePage");
    let ConcordanceProps { here, answer } = props;
    let reader = use_reader();
    let lines = use_memo((reader.dossier.clone(), answer.clone()), |(dossier, answer)| {
        lines(dossier, answer)
    });
    let mut sorted: Vec<&Line> = lines.iter().collect();
    let order = here.route.layout.order;
    sort(&mut sorted, order);
    let onchoose = {
        let (reader, route) = (reader.clone(), here.route.clone());
        Callback::from(move |name: String| {
            let order = LineOrder::from_name(&name).unwrap_or_default();
            let layout = Layout { order, ..route.layout.clone() };
            let route = Route { layout, ..(*route).clone() };
            reader.dispatch.dispatch(Action::Arranged(Box::new(route)));
        })
    };
    let rows = sorted.into_iter().map(|line| row(&reader, here, line));
    html! {
        <div class="concordance">
            <h1 class="view-title" tabindex="-1"><bdi>{ view_title(&reader.dossier, &here.route) }</bdi></h1>
            <SearchNotes here={here.clone()} />
            <p class="fine">
                <label class="lines-order">
                    { tr!("Sorted by ") }
                    <Select offered={offered(order_name)} chosen={order.name()} {onchoose} />
                </label>
                { counts(lines.len(), answer) }
            </p>
            if lines.is_empty() && answer.n_hits > 0 {
                <p>{ tr!("The search names no word that lines could be aligned on.") }</p>
            } else if lines.is_empty() {
                <p>{ tr!("No passage in this dossier answers that.") }</p>
            } else {
                <div class="matrix-frame" role="region" aria-label={tr!("Concordance")} tabindex="0">
                    <table class="lines" role="table">
                        <thead>
                            <tr>
                                <th scope="col">{ tr!("Before") }</th>
                                <th scope="col">{ tr!("Words") }</th>
                                <th scope="col">{ tr!("After") }</th>
                                <th scope="col">{ tr!("Said by") }</th>
                                <th scope="col">{ tr!("In") }</th>
                            </tr>
                        </thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                </div>
            }
        </div>
    }
}

/// How many lines there are, in how many passages; and how many of these are left out, if any are.
fn counts(n_lines: usize, answer: &Answer) -> Html {
    html! {
        <>
            if n_lines > 0 {
                { trn!(
                    n_lines,
                    " · {n} hit in {passages}",
                    " · {n} hits in {passages}",
                    passages = trn!(answer.hits.len(), "{n} passage", "{n} passages")
                ) }
            }
            if answer.hits.len() < answer.n_hits {
                { tr!(
                    " · the first {n_shown} of {n_found} passages",
                    n_shown = answer.hits.len(),
                    n_found = answer.n_hits,
                ) }
            }
        </>
    }
}

fn lines(dossier: &Dossier, answer: &Answer) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut open: Option<ArticleRef> = None;
    // What only a filter or a limit chooses has no words to lay out, and its text need not be there.
    for hit in answer.hits.iter().filter(|hit| !hit.spans.is_empty()) {
        let source = match open.take().filter(|source| source.id == hit.article) {
            Some(source) => source,
            None => ArticleRef::new(dossier.open_article(hit.article).into_owned()),
        };
        let article = &source.article;
        let block = article.paragraphs[hit.paragraph as usize].span;
        for span in &hit.spans {
            let before = &article.text[block.start as usize..span.start as usize];
            let after = &article.text[span.end as usize..block.end as usize];
            lines.push(Line {
                paragraph: hit.paragraph,
                before: last_words(before),
                words: span.of(&article.text).to_owned(),
                after: shorten::at_word(after, AROUND),
                speaker: source
                    .quotation_with(*span)
                    .map(|at| speaker_names(&source.quotations[at], dossier)),
                source: source.clone(),
                span: *span,
            });
        }
        open = Some(source);
    }
    lines
}

/// The last whole words of a text; one without spaces is cut anywhere.
fn last_words(text: &str) -> String {
    let Some((at, _)) = text.char_indices().rev().nth(AROUND) else { return text.to_owned() };
    let words = text[at..].split_once(char::is_whitespace);
    format!("… {}", words.map_or(&text[at..], |(_, words)| words))
}

fn row(reader: &Reader, here: &Here, line: &Line) -> Html {
    let article = &line.source.article;
    let route = here.route.article(line.source.id, Some(line.paragraph));
    let place = match &article.byline.published {
        Some(published) => format!("{}, {}", source_name(article), date(published)),
        None => source_name(article),
    };
    let speaker = line.speaker.clone().unwrap_or_else(|| "–".to_owned());
    let language = reader.dossier.language_of(&line.source.article).to_owned();
    // The roles stand there because a narrow page lays the rows out as grids, which takes them away in WebKit.
    html! {
        <tr key={format!("{}-{}", line.source.id.0, line.span.start)} lang={language} role="row">
            <td class="line-before" role="cell"><bdi>{ line.before.clone() }</bdi></td>
            <td class="line-words" role="cell">
                { reader.link(here.base, route, "", html! { <bdi>{ line.words.clone() }</bdi> }) }
            </td>
            <td class="line-after" role="cell"><bdi>{ line.after.clone() }</bdi></td>
            <td class="line-speaker" role="cell"><bdi>{ speaker }</bdi></td>
            <td class="line-place" role="cell"><bdi>{ place }</bdi></td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId, Masthead};
    use crate::compile::{Sharing, compile};
    use crate::pack::take_apart;
    use crate::query::Hit;
    use crate::quotation::Editorial;

    #[test]
    fn only_articles_with_words_to_lay_out_are_asked_for() {
        let article = Article::from_plain_text_with_headline("All calm\nIt was calm at noon.");
        let pack =
            compile(&Masthead::default(), &[article], &Editorial::default(), Sharing::Skip).pack;
        let head = take_apart(&pack, 1).unwrap().head;
        let dossier = Dossier::open(&head).unwrap();
        let asks = |spans: Vec<Span>| {
            let hit = Hit { article: ArticleId(0), paragraph: 0, score: 0.0, spans };
            let answer = Answer { hits: vec![hit], n_hits: 1, ..Answer::default() };
            lines(&dossier, &answer);
            !dossier.blocks().take_missed().is_empty()
        };
        assert!(asks(vec![Span::new(4, 8)]));
        assert!(!asks(vec![]));
    }
}
