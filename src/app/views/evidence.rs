//! Who is said to have spoken, and how we know.

use yew::prelude::*;

use super::element::{Element, button, el};
use super::elsewhere::elsewhere;
use super::reader::Reader;
use crate::app::effects::{clipboard, url};
use crate::dossier::OpenArticle;
use crate::query::SpeakerChoice;
use crate::span::Span;
use crate::state::{Action, Copied};
use crate::wording::{citation, kind_meaning, kind_name, rule_explanation, speaker_name};

/// What is said before the names of those who quote a statement too.
pub const ALSO_QUOTED: &str = "Also quoted in ";

/// The evidence of quotation `at` of an article.
pub fn evidence(reader: &Reader<'_>, source: &OpenArticle, at: usize) -> Element {
    let dossier = reader.dossier;
    let OpenArticle { id, article, quotations, .. } = source;
    let quotation = &quotations[at];
    let attribution = &quotation.attribution;
    let speaker = SpeakerChoice::of(quotation);
    let name = speaker_name(speaker, dossier);
    let (roles, all) = match speaker {
        SpeakerChoice::Speaker(id) => {
            (dossier.speaker(id).roles.join("; "), format!("All that {name} said"))
        }
        SpeakerChoice::Unattributed => (String::new(), "All unattributed words".to_owned()),
    };
    let quoted = |span: Span| format!("“{}”", span.of(&article.text));
    let confidence = format!("{} %", attribution.confidence);
    let facts = [
        (kind_name(quotation.kind), Some(kind_meaning(quotation.kind).to_owned())),
        ("How we know", Some(rule_explanation(attribution.rule).to_owned())),
        ("Named here as", attribution.mention.map(quoted)),
        ("Signalled by", attribution.cue.map(quoted)),
        ("Confidence", attribution.speaker.map(|_| confidence)),
    ];
    let mut list = el("dl", "");
    for (name, value) in facts {
        if let Some(value) = value {
            list = list.child(el("dt", "").text(name)).child(el("dd", "").text(&value));
        }
    }

    let also_quoted = elsewhere(reader, source, &quotation.contents, ALSO_QUOTED)
        .map(|note| note.attr("open", ""));

    let text = citation(dossier, source, quotation, &url::page());
    let refused = (reader.state.copied == Copied::Refused).then(|| {
        let field = el("textarea", "").attr("readonly", "").attr("rows", "4").value(&text);
        el("label", "evidence-manual").text("The browser refuses; copy it from here:").child(field)
    });
    let copy = reader.dispatch.reform(move |_: MouseEvent| Action::Copied(clipboard::copy(&text)));
    let copied = if reader.state.copied == Copied::Yes { "Copied" } else { "" };
    let tools = el("p", "evidence-tools")
        .child(reader.link(Action::SpeakerOpened(speaker)).text(&all))
        .child(button("", copy).text("Copy with source"))
        .child(el("span", "").attr("role", "status").text(copied));
    let close = button("evidence-close", reader.on_click(Action::EvidenceToggled(*id, at)));
    el("aside", "evidence")
        .attr("aria-label", "Who said this")
        .child(close.attr("aria-label", "Close").text("×"))
        .child(el("p", "evidence-speaker").text(name))
        .child(el("p", "speaker-roles").text(&roles))
        .child(list)
        .child_if(also_quoted)
        .child(tools)
        .child_if(refused)
}
