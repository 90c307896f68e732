//! The passages that answer the query and the filter.

use super::element::{Element, button, el};
use super::elsewhere::elsewhere;
use super::evidence::{ALSO_QUOTED, evidence};
use super::paragraph::{marked, pieces};
use super::reader::Reader;
use crate::compose;
use crate::dossier::OpenArticle;
use crate::query::{Hit, SpeakerChoice, by_article};
use crate::route::paragraph_id;
use crate::snippet::snippet;
use crate::state::Action;
use crate::wording::{counted, outlet, published, query_notice, speaker_name, title};

/// How many characters of a long passage are shown around its hits.
const SNIPPET_CHARS: usize = 280;

/// The list of results, the articles' best first; or what to do where there are none.
pub fn results(reader: &Reader<'_>) -> Element {
    let answer = reader.answer;
    let speakers = &reader.state.route.filter.speakers;
    let one_speaker = speakers.first().filter(|_| speakers.len() == 1);
    let mut page = el("div", "results-view").child(match one_speaker {
        Some(speaker) => speaker_head(reader, *speaker),
        None => el("h1", "visually-hidden").text("Results"),
    });
    for notices in [reader.notices, &answer.notices] {
        for notice in notices {
            page = page.child(el("p", "query-notice").text(&query_notice(notice)));
        }
    }
    if answer.hits.is_empty() && !reader.is_searching {
        page = page.child(nothing_found(reader));
    }
    let mut list = el("ol", "results").attr("aria-label", "Results");
    let mut before = None;
    for hit in by_article(&answer.hits) {
        list = list.child(result(reader, hit, before != Some(hit.article)));
        before = Some(hit.article);
    }
    page = page.child(list);
    page.child_if(reader.show_more(answer.n_hits > answer.hits.len()))
}

fn result(reader: &Reader<'_>, hit: &Hit, is_first: bool) -> Element {
    let dossier = reader.dossier;
    let source = dossier.open_article(hit.article);
    let article = &source.article;
    let title = title(article);
    let number = hit.paragraph;
    let mut item = el("li", "result")
        .key(&paragraph_id(&article.slug, hit.paragraph))
        .attr("data-article", &article.slug)
        .attr("data-paragraph", &number.to_string());
    if is_first {
        let open = reader.link(Action::ArticleOpened(hit.article, None)).text(&title);
        item = item
            .child(el("p", "kicker").text(outlet(article)).text(" · ").text(&published(article)))
            .child(el("h2", "result-article").child(open));
    }
    let open = reader
        .link(Action::ArticleOpened(hit.article, Some(hit.paragraph)))
        .attr("class", "result-link")
        .text("In context")
        .child(el("span", "visually-hidden").text(&format!(": paragraph {number} of {title}")));
    let passage =
        el("div", "result-passage").attr("lang", dossier.language_of(article)).attr("dir", "auto");
    item.child(with_passage(reader, hit, &source, passage))
        .child(el("p", "result-open").child(open))
}

/// `element` with the passage itself: whole where the reader asked for what somebody said, else the
/// part around the hits.
fn with_passage(reader: &Reader<'_>, hit: &Hit, source: &OpenArticle, element: Element) -> Element {
    let OpenArticle { article, quotations, .. } = source;
    if reader.state.route.query.trim().is_empty() {
        let composed = compose::paragraph(article, quotations, hit.paragraph as usize, &[]);
        let evidence =
            reader.state.evidence_in(source, hit.paragraph).map(|at| evidence(reader, source, at));
        let words = pieces(reader, source, &composed, el("p", ""));
        let paragraph = article.paragraphs[hit.paragraph as usize].span;
        let mut said = Vec::new();
        for quotation in quotations.iter().filter(|q| reader.state.route.filter.chooses(q)) {
            said.extend(quotation.contents.iter().filter(|span| paragraph.contains(**span)));
        }
        let also_quoted = elsewhere(reader, source, &said, ALSO_QUOTED);
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
fn speaker_head(reader: &Reader<'_>, choice: SpeakerChoice) -> Element {
    let (about, spellings) = match choice {
        SpeakerChoice::Speaker(id) => {
            let speaker = reader.dossier.speaker(id);
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
        .child(el("h1", "").text(speaker_name(choice, reader.dossier)))
        .child(el("p", "speaker-roles").text(&about))
        .child_if(spellings)
}

/// What to do when nothing was found.
fn nothing_found(reader: &Reader<'_>) -> Element {
    let mut advice =
        el("div", "nothing").child(el("p", "").text("No passage in this dossier answers that."));
    if !reader.answer.suggestions.is_empty() {
        let mut words = el("ul", "");
        for (word, n) in &reader.answer.suggestions {
            let open = reader.link(Action::QueryChanged(word.clone())).text(word);
            let count = format!(" · {}", counted(*n as usize, "article", "articles"));
            words = words.child(el("li", "").child(open).text(&count));
        }
        advice = advice.child(el("p", "").text("Words that do occur:")).child(words);
    }
    if !reader.state.route.filter.is_empty() {
        let clear = button("", reader.on_click(Action::FilterCleared));
        advice = advice.child(el("p", "").child(clear.text("Search without the filters")));
    }
    let home = reader.link(Action::FrontOpened).text("Back to the front page");
    advice.child(el("p", "").child(home))
}
