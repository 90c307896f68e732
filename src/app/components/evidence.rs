//! Who is said to have spoken, and how we know.

use yew::prelude::*;

use super::cite::Cite;
use super::elsewhere::elsewhere;
use super::objection::Objection;
use super::pin::pin;
use super::version::place_link;
use super::who::opener_id;
use crate::anchor::words_code;
use crate::app::effects::focus::{self, EVIDENCE};
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::citation::{Subject, words_of};
use crate::dossier::OpenArticle;
use crate::i18n::{language, tr};

use crate::query::SpeakerChoice;
use crate::quotation::{Quotation, Rule, SpeakerId};
use crate::reuse::Passage;
use crate::route::View;
use crate::span::Span;
use crate::state::Action;
use crate::wording::{
    in_marks, joined, kind_meaning, kind_name, open_explanation, rule_explanation, speaker_name,
    speaker_names,
};

/// The heading of the panel, which has the focus when it opens.
const TITLE: &str = "evidence-title";

#[derive(Properties, PartialEq)]
pub struct EvidenceProps {
    /// Where the page is.
    pub here: Here,
    /// The article.
    pub article: ArticleRef,
    /// The number of the quotation in it.
    pub at: usize,
}

/// The evidence of a quotation. The focus comes to it, and goes back to the name that opens it.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    renders::note("Evidence");
    let EvidenceProps { here, article: source, at } = props;
    let reader = use_reader();
    {
        let opener = opener_id(source, *at);
        use_effect_with((source.id, *at), move |_| {
            focus::go_to_id(TITLE);
            move || {
                if focus::is_lost() || focus::is_within(EVIDENCE) {
                    focus::go_to_id(&opener);
                }
            }
        });
    }

    // The quotation that was pinned here.
    let pinned = use_state_eq(|| None);
    let is_pinned = *pinned == Some((source.id, *at));
    let told = {
        let (pinned, this) = (pinned.setter(), (source.id, *at));
        Callback::from(move |()| pinned.set(Some(this)))
    };

    let OpenArticle { id, article, quotations, .. } = &**source;
    let quotation = &quotations[*at];
    let is_only_here = source.n_others.get(*at) == Some(&0);
    let code = words_code(&words_of(article, &quotation.contents));
    let alone = reader.link(
        here.base,
        here.route.finding(View::Quotation(code)),
        "",
        html! { { tr!("This quotation alone") } },
    );
    html! {
        <aside
            id={EVIDENCE}
            class="evidence"
            aria-label={tr!("Who said this")}
            lang={language()}
            dir="ltr"
        >
            <button
                type="button"
                class="evidence-close"
                onclick={reader.on(Action::EvidenceToggled(*id, *at))}
            >
                { tr!("Close") }
            </button>
            <p id={TITLE} class="evidence-speaker" tabindex="-1">
                <span class="visually-hidden">{ tr!("Evidence: ") }</span>
                <bdi>{ speaker_names(quotation, &reader.dossier) }</bdi>
            </p>
            { for roles(&reader, &quotation.attribution.speakers) }
            <dl>{ for facts(&reader, here, source, quotation) }</dl>
            { elsewhere(&reader, here, source, &quotation.contents, true) }
            if is_only_here && reader.dossier.articles.len() > 1 {
                <p class="fine">{ tr!("Only here: no other article of this dossier has these words.") }</p>
            }
            <p class="evidence-tools">
                { for links(&reader, here, quotation) }
                { alone }
            </p>
            <Cite article={source.clone()} subject={Subject::Quotation(*at)} />
            { pin(&reader, source, quotation.contents[0], told) }
            <p class="fine" role="status">
                { if is_pinned { tr!("Pinned to the notebook.") } else { "" } }
            </p>
            <Objection key={*at} article={source.clone()} at={*at} />
        </aside>
    }
}

/// The roles of each speaker; with their name where there are several.
fn roles<'a>(reader: &'a Reader, speakers: &'a [SpeakerId]) -> impl Iterator<Item = Html> + 'a {
    speakers.iter().map(|speaker| {
        let speaker = reader.dossier.speaker(*speaker);
        let whose = if speakers.len() > 1 { format!("{}: ", speaker.name) } else { String::new() };
        let roles = speaker.roles.join("; ");
        html! {
            if !roles.is_empty() {
                <p class="speaker-roles"><bdi>{ whose + &roles }</bdi></p>
            }
        }
    })
}

/// A link to all that each speaker said.
fn links<'a>(
    reader: &'a Reader,
    here: &'a Here,
    quotation: &'a Quotation,
) -> impl Iterator<Item = Html> + 'a {
    SpeakerChoice::of(quotation).map(|choice| {
        let all = match choice {
            SpeakerChoice::Speaker(_) => {
                tr!("All that {name} said", name = speaker_name(choice, &reader.dossier))
            }
            SpeakerChoice::Unattributed => tr!("All unattributed words").to_owned(),
        };
        reader.link(here.base, here.route.speaker(choice), "", html! { { all } })
    })
}

/// What is known of a quotation of an article, and how.
fn facts(
    reader: &Reader,
    here: &Here,
    source: &ArticleRef,
    quotation: &Quotation,
) -> impl Iterator<Item = Html> {
    let attribution = &quotation.attribution;
    let (text, speakers) = (&source.article.text, &reader.dossier.speakers);
    let quoted = |span: Span| in_marks(span.of(text));
    let confidence =
        tr!("{n} of 100 attributions made like this are right", n = attribution.confidence);
    let is_named = attribution.why_open.is_none();
    let is_measured = is_named && attribution.rule != Rule::Editor;
    let bodies: Vec<&str> = attribution.bodies.iter().map(|body| speakers.name(*body)).collect();
    let mention = attribution.mention.map(|span| span.of(text));
    let why_open = attribution.why_open.map(|why| open_explanation(why, mention));
    let name_before = attribution.name_before.map(|name| {
        let passage = Passage { article: source.id, span: name };
        html! { <><bdi>{ quoted(name) }</bdi>{ ", " }{ place_link(reader, here, source, passage) }</> }
    });
    let text_of = |words: Option<String>| words.map(|words| html! { <bdi>{ words }</bdi> });
    let facts = [
        (kind_name(quotation.kind), text_of(Some(kind_meaning(quotation.kind).to_owned()))),
        (
            tr!("How we know"),
            text_of(is_named.then(|| rule_explanation(attribution.rule).to_owned())),
        ),
        (tr!("Called here"), text_of(attribution.mention.map(quoted))),
        (tr!("Named before"), name_before),
        (tr!("Speaks for"), text_of((!bodies.is_empty()).then(|| joined(&bodies)))),
        (tr!("Signalled by"), text_of(attribution.cue.map(quoted))),
        (tr!("How sure"), text_of(is_measured.then_some(confidence))),
        (tr!("Why nobody is named"), text_of(why_open)),
    ];
    facts.into_iter().filter_map(|(name, value)| {
        let value = value?;
        Some(html! { <><dt>{ name }</dt><dd>{ value }</dd></> })
    })
}
