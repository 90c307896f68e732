//! Three quotations that show what the dossier is for.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::article::ArticleId;
use crate::query::SpeakerChoice;
use crate::reuse::Passage;
use crate::route::{Base, Route};
use crate::telling::Telling;
use crate::wording::{counted, heading, source_name, speaker_names};

/// The quotations, each with what it shows and a way to it.
pub fn telling(reader: &Reader, front: &Route, base: Base, telling: &Telling) -> Html {
    let dossier = &reader.dossier;
    let name = |id: ArticleId| source_name(&dossier.article(id));
    let words = |passage: Passage| {
        let article = dossier.article(passage.article);
        format!("“{}”", passage.span.within(&article.text))
    };
    let link = |route: Route, words: String| reader.link(base, route, "go", html! { { words } });
    let mut figures = Vec::new();
    if let Some((collation, variant)) = &telling.differing {
        let told = format!(
            "{} in {}, {} in {}",
            words(variant.one),
            name(variant.one.article),
            words(variant.other),
            name(variant.other.article)
        );
        figures.push(figure(
            "One statement, a word apart",
            &heading(&collation.heading),
            told,
            link(front.statements(), "All versions, side by side".to_owned()),
        ));
    }
    if let Some((collation, n_holders)) = &telling.spread {
        let first = collation.readings[0].passage;
        let source = dossier.open_article(first.article);
        let quoted = collation.readings[0].quotations.first().map(|at| &source.quotations[*at]);
        let choice = quoted.and_then(|quotation| SpeakerChoice::speakers_of(quotation).next());
        let who = quoted.map_or_else(String::new, |quotation| speaker_names(quotation, dossier));
        let told = format!(
            "{who}, in {} of {}",
            n_holders,
            counted(dossier.articles.len(), "article", "articles")
        );
        figures.push(figure(
            "What most of them quote",
            &heading(&collation.heading),
            told,
            link(front.compare(choice), "Article by article".to_owned()),
        ));
    }
    if let Some((id, at, n_alone)) = telling.alone {
        let source = dossier.open_article(id);
        let quotation = &source.quotations[at];
        let said = quotation.contents[0].of(&source.article.text);
        let paragraph = source.article.paragraph_at(quotation.contents[0].start) as u32;
        let told = format!(
            "{}, in {}. {}",
            speaker_names(quotation, dossier),
            source_name(&source.article),
            counted(
                n_alone,
                "quotation stands in one article only",
                "quotations stand in one article only"
            )
        );
        figures.push(figure(
            "Only in one article",
            &format!("“{said}”"),
            told,
            link(front.article(id, Some(paragraph)), "In its context".to_owned()),
        ));
    }
    if figures.is_empty() {
        return Html::default();
    }
    html! { <ul class="telling" aria-label="Telling quotations">{ for figures }</ul> }
}

fn figure(shows: &'static str, words: &str, told: String, link: Html) -> Html {
    html! {
        <li>
            <figure>
                <p class="label">{ shows }</p>
                <blockquote dir="auto">{ words.to_owned() }</blockquote>
                <figcaption><bdi>{ told }</bdi>{ " " }{ link }</figcaption>
            </figure>
        </li>
    }
}
