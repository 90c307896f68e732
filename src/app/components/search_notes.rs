//! What stands above the results of a search: the speaker whom it names, other spellings, and how to search.

use yew::prelude::*;

use crate::app::hooks::use_settled;
use crate::app::reader::{Here, Reader, use_missed, use_reader};
use crate::app::renders;
use crate::i18n::{tr, trn};
use crate::query::{Query, SpeakerChoice, other_spellings, speakers_named};
use crate::quotation::SpeakerId;
use crate::route::View;

/// How to search: what is typed, and what it asks for.
fn operators() -> [(&'static str, &'static str); 9] {
    [
        (
            tr!("hard line"),
            tr!(
                "both words, in any order, in one paragraph; what the headline has counts for all of its article"
            ),
        ),
        (tr!("\"hard line\""), tr!("the words one after the other, as they are")),
        (tr!("-word"), tr!("paragraphs without it")),
        (tr!("Putin OR Lavrov"), tr!("either")),
        (tr!("sanct*"), tr!("words that begin so")),
        (tr!("said:word"), tr!("the word inside a quotation")),
        (tr!("speaker:name"), tr!("paragraphs that quote someone of this name")),
        (
            tr!("outlet:name, title:word"),
            tr!("articles of this outlet; with this word in the headline"),
        ),
        (
            "before:2021-08-16, after:2021-08",
            tr!("articles published before that day; on it or later"),
        ),
    ]
}

#[derive(Properties, PartialEq)]
pub struct SearchNotesProps {
    /// Where the page is; its query is not empty.
    pub here: Here,
    /// The query as it was answered, where words in it were mistyped.
    #[prop_or_default]
    pub read: AttrValue,
    /// Whether anything was found, or may still be.
    #[prop_or(true)]
    pub has_hits: bool,
}

/// The notes to a search.
#[component]
pub fn SearchNotes(props: &SearchNotesProps) -> Html {
    renders::note("SearchNotes");
    let SearchNotesProps { here, read, has_hits } = props;
    let reader = use_reader();
    use_missed(&reader);
    // While the reader types what was offered stays: in a large dossier it is not found within a key.
    let query = AttrValue::from(here.route.query.clone());
    let is_settled = use_settled(&query);
    let settled = use_mut_ref(AttrValue::default);
    if is_settled {
        settled.replace(query);
    }
    let query = settled.borrow().clone();
    let asked = (reader.dossier.clone(), query, read.clone());
    let offered = use_memo(asked, |(dossier, query, read)| {
        let ((query, _), (read, _)) = (Query::parse(query), Query::parse(read));
        let mut speakers = speakers_named(dossier, &query);
        if speakers.is_empty() {
            speakers = speakers_named(dossier, &read);
        }
        (speakers, other_spellings(dossier, &query), query.asks_for_words())
    });
    let (speakers, spellings, asks_for_words) = &*offered;
    // What stands in the place of a mistyped word is no further spelling.
    let is_read = |word: &str| {
        read.split_whitespace().any(|other| other.to_lowercase() == word.to_lowercase())
    };
    let spellings = spellings.iter().filter(|(word, _)| !is_read(word));
    let spellings = spellings.map(|(word, n_articles)| {
        let words = html! { <bdi>{ word.clone() }</bdi> };
        html! {
            <>
                { " " }
                { reader.link(here.base, here.route.with_query(word.clone()), "", words) }
                { " " }
                <span class="count">{ trn!(*n_articles as usize, "{n} article", "{n} articles") }</span>
            </>
        }
    });
    let mut spellings = spellings.peekable();
    let operators = operators().into_iter().map(|(typed, asks)| {
        html! { <><dt><code>{ typed }</code></dt><dd>{ asks }</dd></> }
    });
    let is_aligned = here.route.view == View::Concordance;
    let mut other = (*here.route).clone();
    other.view = if is_aligned { View::Overview } else { View::Concordance };
    let words = if is_aligned { tr!("Show as passages") } else { tr!("Align on the word") };
    html! {
        <div class="search-notes">
            { for speakers.iter().map(|id| card(&reader, here, *id)) }
            if spellings.peek().is_some() {
                <p class="fine">{ tr!("Also spelt:") }{ for spellings }</p>
            }
            if *asks_for_words && *has_hits || is_aligned {
                <p class="fine">{ reader.link(here.base, other, "", html! { { words } }) }</p>
            }
            <details>
                <summary dir="auto">{ tr!("How to search") }</summary>
                <dl class="operators">{ for operators }</dl>
            </details>
        </div>
    }
}

/// Who a speaker is whom the query names, and where to read on.
fn card(reader: &Reader, here: &Here, id: SpeakerId) -> Html {
    let dossier = &reader.dossier;
    let speaker = dossier.speaker(id);
    let choice = SpeakerChoice::Speaker(id);
    let n_articles = dossier.articles_quoting(Some(id)).count();
    let n_quotations = dossier.speakers.n_quotations(id.0 as usize);
    let told = trn!(
        n_articles,
        "{quotations} in {n} article",
        "{quotations} in {n} articles",
        quotations = trn!(n_quotations, "{n} quotation", "{n} quotations"),
    );
    let name = html! { <bdi>{ speaker.name }</bdi> };
    let all = html! { { tr!("All of them") } };
    let compared = html! { { tr!("Article by article") } };
    html! {
        <section class="speaker-card" key={id.0} aria-label={speaker.name.to_owned()}>
            <h2>{ reader.link(here.base, here.route.speaker(choice), "", name) }</h2>
            if !speaker.roles.is_empty() {
                <p class="speaker-roles"><bdi>{ speaker.roles.join("; ") }</bdi></p>
            }
            if !speaker.spellings.is_empty() {
                <p class="speaker-spellings">
                    { tr!("Also in the articles as: ") }<bdi>{ speaker.spellings.join(", ") }</bdi>
                </p>
            }
            <p class="fine">
                { told }
                { " · " }
                { reader.link(here.base, here.route.speaker(choice), "", all) }
                { " · " }
                { reader.link(here.base, here.route.compare(Some(choice)), "", compared) }
            </p>
        </section>
    }
}
