//! The passages that answer the query and the filter.

use super::View;
use super::element::{Element, button, el};
use super::elsewhere::elsewhere;
use super::evidence::{ALSO_QUOTED, evidence};
use super::paragraph::{marked, pieces};
use crate::compose;
use crate::decimal::decimal;
use crate::dossier::Open;
use crate::query::{Hit, SpeakerChoice, by_article};
use crate::route::paragraph_id;
use crate::snippet::snippet;
use crate::state::Action;
use crate::wording::{counted, outlet, published, speaker_name, title};

/// How many characters of a long passage are shown around its hits.
const SNIPPET_CHARS: usize = 280;

/// The list of results, the articles' best first; or what to do where there are none.
pub fn results(view: &View<'_>) -> Element {
    let answer = view.answer;
    let speakers = &view.state.route.filter.speakers;
    let one_speaker = match speakers.as_slice() {
        [speaker] => Some(speaker),
        _ => None,
    };
    let mut page = el("div", "results-view").child(match one_speaker {
        Some(speaker) => speaker_head(view, *speaker),
        None => el("h1", "visually-hidden").text("Results"),
    });
    for notices in [view.notices, &answer.notices] {
        for notice in notices {
            page = page.child(el("p", "query-notice").text(&notice.message()));
        }
    }
    if answer.hits.is_empty() && !view.is_searching {
        page = page.child(nothing_found(view));
    }
    let mut list = el("ol", "results").attr("aria-label", "Results");
    let mut before = None;
    for hit in by_article(&answer.hits) {
        list = list.child(result(view, hit, before != Some(hit.article)));
        before = Some(hit.article);
    }
    page = page.child(list);
    page.child_if(show_more(view, answer.n_hits > answer.hits.len()))
}

/// A button for more of a list, where there is more.
pub fn show_more(view: &View<'_>, is_more: bool) -> Option<Element> {
    is_more.then(|| button("more", view.on_click(Action::MoreWanted)).text("Show more"))
}

fn result(view: &View<'_>, hit: &Hit, is_first: bool) -> Element {
    let dossier = view.dossier;
    let source = dossier.open(hit.article);
    let article = &source.article;
    let title = title(article);
    let number = decimal(hit.paragraph as usize);
    let mut item = el("li", "result")
        .key(&paragraph_id(&article.slug, hit.paragraph))
        .attr("data-article", &article.slug)
        .attr("data-paragraph", &number);
    if is_first {
        let open = view.link(Action::ArticleOpened(hit.article, None)).text(&title);
        item = item
            .child(el("p", "kicker").text(outlet(article)).text(" · ").text(&published(article)))
            .child(el("h2", "result-article").child(open));
    }
    let open = view
        .link(Action::ArticleOpened(hit.article, Some(hit.paragraph)))
        .attr("class", "result-link")
        .text("In context")
        .child(
            el("span", "visually-hidden").text(&[": paragraph ", &number, " of ", &title].concat()),
        );
    let passage =
        el("div", "result-passage").attr("lang", dossier.language_of(article)).attr("dir", "auto");
    item.child(with_passage(view, hit, &source, passage)).child(el("p", "result-open").child(open))
}

/// `element` with the passage itself: whole where the reader asked for what somebody said, else the
/// part around the hits.
fn with_passage(view: &View<'_>, hit: &Hit, source: &Open, element: Element) -> Element {
    let Open { article, quotations, .. } = source;
    if view.state.route.query.trim().is_empty() {
        let composed = compose::paragraph(article, quotations, hit.paragraph as usize, &[]);
        let evidence =
            view.state.evidence_in(source, hit.paragraph).map(|at| evidence(view, source, at));
        let words = pieces(view, source, &composed, el("p", ""));
        let paragraph = article.paragraphs[hit.paragraph as usize].span;
        let mut said = Vec::new();
        for quotation in quotations.iter().filter(|q| view.state.route.filter.chooses(q)) {
            said.extend(quotation.contents.iter().filter(|span| paragraph.contains(**span)));
        }
        let also_quoted = elsewhere(view, source, &said, ALSO_QUOTED);
        return element.child(words).child_if(also_quoted).child_if(evidence);
    }
    let paragraph = article.paragraphs[hit.paragraph as usize].span;
    let snippet = snippet(&article.text, paragraph, &hit.spans, SNIPPET_CHARS);
    let words = el("p", "")
        .text(if snippet.clipped_start { "… " } else { "" })
        .child(marked(&article.text, snippet.window, &snippet.highlights))
        .text(if snippet.clipped_end { " …" } else { "" });
    element.child(words)
}

/// Who the one chosen speaker is.
fn speaker_head(view: &View<'_>, choice: SpeakerChoice) -> Element {
    let (about, spellings) = match choice {
        SpeakerChoice::Speaker(id) => {
            let speaker = view.dossier.speaker(id);
            (speaker.roles.join("; "), speaker.spellings.join(", "))
        }
        SpeakerChoice::Unattributed => (
            "Words whose speaker the text does not make plain. They are left open rather than guessed."
                .to_owned(),
            String::new(),
        ),
    };
    let spellings = (!spellings.is_empty())
        .then(|| el("p", "speaker-spellings").text("Also in the articles as: ").text(&spellings));
    el("header", "speaker-head")
        .child(el("h1", "").text(speaker_name(choice, view.dossier)))
        .child(el("p", "speaker-roles").text(&about))
        .child_if(spellings)
}

/// What to do when nothing was found.
fn nothing_found(view: &View<'_>) -> Element {
    let mut advice =
        el("div", "nothing").child(el("p", "").text("No passage in this dossier answers that."));
    if !view.answer.suggestions.is_empty() {
        let mut words = el("ul", "");
        for (word, n) in &view.answer.suggestions {
            let open = view.link(Action::QueryChanged(word.clone())).text(word);
            let count = [" · ", &counted(*n as usize, "article", "articles")].concat();
            words = words.child(el("li", "").child(open).text(&count));
        }
        advice = advice.child(el("p", "").text("Words that do occur:")).child(words);
    }
    if !view.state.route.filter.is_empty() {
        let clear = button("", view.on_click(Action::FilterCleared));
        advice = advice.child(el("p", "").child(clear.text("Search without the filters")));
    }
    let home = view.link(Action::FrontOpened).text("Back to the front page");
    advice.child(el("p", "").child(home))
}
