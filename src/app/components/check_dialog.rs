//! "Check a citation": whether pasted words stand in the dossier, whose they are, and what differs.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::dialog::Modal;
use super::elsewhere::with_differences;
use super::version::told;
use crate::app::hooks::{CheckState, use_verification};
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::i18n::tr;
use crate::reuse::Difference;
use crate::verification::{Checked, FoundPassage, Verdict};
use crate::wording::{in_marks, place_in, published, source_and_title, thousands};

#[derive(Properties, PartialEq)]
pub struct CheckDialogProps {
    /// Where the page is.
    pub here: Here,
    /// What is shown as long as articles are on their way, in which the words might be.
    pub waiting: Option<Html>,
}

/// The dialog with a field for the citation, and the verdict.
#[component]
pub fn CheckDialog(props: &CheckDialogProps) -> Html {
    renders::note("CheckDialog");
    let CheckDialogProps { here, waiting } = props;
    let reader = use_reader();
    let (CheckState { checked, is_checking }, check) = use_verification(&reader.dossier);
    let field = use_node_ref();
    let onsubmit = {
        let field = field.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let pasted = field.cast::<HtmlTextAreaElement>().map(|field| field.value());
            check.emit(pasted.unwrap_or_default());
        })
    };
    html! {
        <Modal title={tr!("Check a citation")} class="share check">
            { waiting.clone().unwrap_or_default() }
            <form {onsubmit}>
                <label>
                    { tr!("Paste the words, with their address if there is one:") }
                    <textarea
                        rows="5"
                        ref={field}
                        defaultvalue={Some(here.route.query.clone()).filter(|query| may_be_cited(query))}
                    />
                </label>
                <button type="submit" disabled={waiting.is_some()}>{ tr!("Check") }</button>
            </form>
            <div role="status" aria-busy={is_checking.then_some("true")}>
                if is_checking {
                    <p>{ tr!("Searching …") }</p>
                }
                { for checked.iter().map(|one| shown(&reader, here, one, checked.len() > 1)) }
            </div>
        </Modal>
    }
}

/// Whether a query is as long as a sentence, which may be a citation.
pub fn may_be_cited(query: &str) -> bool {
    query.split_whitespace().count() > 4
}

/// What words come to; of one among several quotations also which words these are.
fn shown(reader: &Reader, here: &Here, checked: &Checked, is_one_of_several: bool) -> Html {
    let Checked { cited, verdict } = checked;
    let come_to = come_to(reader, here, cited, verdict);
    if !is_one_of_several {
        return come_to;
    }
    html! { <><blockquote class="version-words" dir="auto">{ cited }</blockquote>{ come_to }</> }
}

fn come_to(reader: &Reader, here: &Here, cited: &str, verdict: &Verdict) -> Html {
    match verdict {
        Verdict::Empty => html! { <p>{ tr!("There are no words to look for.") }</p> },
        Verdict::TooFew => html! {
            <p>
                <b>{ tr!("Too short.") }</b>
                { tr!(" One word alone is nobody's: paste the whole quotation.") }
            </p>
        },
        Verdict::Nowhere { n_compared: None } => html! {
            <p>
                <b>{ tr!("Not here.") }</b>
                { tr!(" No article of this dossier has these words, or any like them.") }
            </p>
        },
        Verdict::Nowhere { n_compared: Some(n) } => html! {
            <p>
                <b>{ tr!("Not as cited.") }</b>
                { tr!(
                    " No article of this dossier has these words as they are. Words like them were looked for \
                     in its first {n} articles only, and do not stand there.",
                    n = thousands(*n as u64)
                ) }
            </p>
        },
        Verdict::Edited(found) => html! {
            <>
                <p>
                    <b>{ tr!("Changed.") }</b>
                    { tr!(" The words to which this address led do not stand there any more. Now there stands:") }
                </p>
                <blockquote class="version-words" dir="auto">
                    { found.span.within(&reader.dossier.article(found.article).text).to_owned() }
                </blockquote>
                { place(reader, here, found) }
            </>
        },
        Verdict::Stands { found, elsewhere } => stands(reader, here, found, elsewhere),
        Verdict::Differs { found, differences } => html! {
            <>
                <p>
                    <b>{ tr!("Changed.") }</b>
                    { tr!(
                        " These words stand here in another wording. \
                         Struck out: only in the citation. Bold: only in the article."
                    ) }
                </p>
                { compared(reader, found, cited, differences) }
                { place(reader, here, found) }
            </>
        },
    }
}

/// That words stand here, and what of the citation does not fit.
fn stands(reader: &Reader, here: &Here, found: &FoundPassage, elsewhere: &[FoundPassage]) -> Html {
    let is_all_confirmed = found.unconfirmed.is_empty();
    let (head, words) = match (found.is_who_named, found.is_where_named) {
        (Some(false), _) => (
            tr!("By another."),
            tr!(" The words stand here as they are cited, but somebody else says them."),
        ),
        (_, Some(false)) => (
            tr!("Moved."),
            tr!(
                " The words stand here as they are cited, in another place than the citation names."
            ),
        ),
        _ if is_all_confirmed => (tr!("True."), tr!(" The words stand here as they are cited.")),
        _ => (
            tr!("The words are true."),
            tr!(" They stand here as they are cited, but not all that is cited with them does."),
        ),
    };
    let is_shown = !is_all_confirmed && found.is_who_named != Some(false);
    html! {
        <>
            <p><b>{ head }</b>{ words }</p>
            if is_shown {
                <p>
                    { tr!("Not confirmed here: ") }
                    <bdi>{ quoted_list(&found.unconfirmed) }</bdi>
                </p>
            }
            { place(reader, here, found) }
            if !elsewhere.is_empty() {
                <p class="fine">{ tr!("The same words stand here too:") }</p>
                { for elsewhere.iter().map(|found| place(reader, here, found)) }
            }
        </>
    }
}

/// Pieces of a citation in a row, each in marks.
fn quoted_list(pieces: &[String]) -> String {
    pieces.iter().map(|piece| in_marks(piece)).collect::<Vec<_>>().join(", ")
}

/// Where the words are, and whose.
fn place(reader: &Reader, here: &Here, found: &FoundPassage) -> Html {
    let source = ArticleRef::new(reader.dossier.open_article(found.article).into_owned());
    let article = &source.article;
    let route = here.route.front().article(found.article, Some(found.paragraph));
    let (source_name, place) = (source_and_title(article), place_in(found.paragraph));
    let name = format!("{source_name}, {}, {place}", published(article));
    html! {
        <p>
            { told(reader, &source, &found.quotations) }
            { " · " }
            { reader.link(here.base, route, "", html! { <bdi>{ name }</bdi> }) }
        </p>
    }
}

/// The article's words with what the citation has otherwise.
fn compared(
    reader: &Reader,
    found: &FoundPassage,
    cited: &str,
    differences: &[Difference],
) -> Html {
    let article = reader.dossier.article(found.article);
    let text = found.span.within(&article.text);
    let pairs = differences.iter().map(|difference| (difference.one, difference.other));
    html! { <blockquote class="version-words" dir="auto">{ with_differences(cited, text, pairs) }</blockquote> }
}
