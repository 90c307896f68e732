//! Three quotations that show what the dossier is for: the publisher's own, or those that a rule chooses.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::article::ArticleId;
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::quotation::Kind;
use crate::reuse::Passage;
use crate::route::{Base, Route};
use crate::span::Span;
use crate::telling::Telling;
use crate::wording::{heading, in_marks, source_in, speaker_names};

/// The quotations, each with what it shows and a way to it.
pub fn telling(reader: &Reader, front: &Route, base: Base, telling: &Telling) -> Html {
    let dossier = &reader.dossier;
    let name = |id: ArticleId| source_in(dossier, id, &dossier.listed(id));
    let words = |passage: Passage| {
        let article = dossier.article(passage.article);
        in_marks(passage.span.within(&article.text))
    };
    let link =
        |route: Route, words: &'static str| reader.link(base, route, "go", html! { { words } });
    let mut figures = Vec::new();
    if let Some((collation, variant)) = &telling.differing {
        let told = tr!(
            "{text} in {source}, {other_text} in {other_source}",
            text = words(variant.one),
            source = name(variant.one.article),
            other_text = words(variant.other),
            other_source = name(variant.other.article),
        );
        figures.push(figure(
            reader,
            tr!("One statement, a word apart"),
            (collation.readings[0].passage.article, &heading(&collation.heading)),
            told,
            link(front.statements(), tr!("All versions, side by side")),
        ));
    }
    if let Some((collation, n_holders)) = &telling.spread {
        let first = collation.readings[0].passage;
        let source = dossier.open_article(first.article);
        let quoted = collation.readings[0].quotations.first().map(|at| &source.quotations[*at]);
        let choice = quoted.and_then(|quotation| SpeakerChoice::speakers_of(quotation).next());
        let who = quoted.map_or_else(String::new, |quotation| speaker_names(quotation, dossier));
        let told = trn!(
            dossier.articles.len(),
            "{who}, in {n_holders} of {n} article",
            "{who}, in {n_holders} of {n} articles",
            who,
            n_holders,
        );
        figures.push(figure(
            reader,
            tr!("Most widely quoted"),
            (first.article, &heading(&collation.heading)),
            told,
            link(front.compare(choice), tr!("Article by article")),
        ));
    }
    if let Some((id, at, n_alone)) = telling.alone {
        let source = dossier.open_article(id);
        let quotation = &source.quotations[at];
        let said = quotation.contents[0].of(&source.article.text);
        let paragraph = source.article.paragraph_at(quotation.contents[0].start) as u32;
        let told = trn!(
            n_alone,
            "{who}, in {source}. {n} quotation stands in one article only",
            "{who}, in {source}. {n} quotations stand in one article only",
            who = speaker_names(quotation, dossier),
            source = source_in(dossier, id, &source.article),
        );
        figures.push(figure(
            reader,
            tr!("Only in one article"),
            (id, &in_marks(said)),
            told,
            link(front.article(id, Some(paragraph)), tr!("In its context")),
        ));
    }
    list(figures)
}

/// The words that the publisher chose, each with who said them and a way to them. Words that are no quotation stand
/// without a speaker.
pub fn chosen(reader: &Reader, front: &Route, base: Base, words: &[(ArticleId, Span)]) -> Html {
    let figures = words.iter().map(|(id, span)| {
        let source = reader.dossier.open_article(*id);
        let article = &source.article;
        let quotation = source
            .quotations
            .iter()
            .find(|quotation| quotation.contents.iter().any(|content| content.overlaps(*span)));
        let who = quotation.map(|quotation| speaker_names(quotation, &reader.dossier));
        let words = span.within(&article.text);
        let is_spoken = quotation.is_some_and(|quotation| {
            let is_inside = quotation.contents.iter().any(|content| content.contains(*span));
            quotation.kind == Kind::Direct && is_inside
        });
        let words = if is_spoken { in_marks(words) } else { words.to_owned() };
        let route = front.article(*id, Some(article.paragraph_at(span.start) as u32));
        let link = reader.link(base, route, "go", html! { { tr!("In its context") } });
        let label = who.unwrap_or_else(|| tr!("Chosen by the editors").to_owned());
        figure(reader, label, (*id, &words), source_in(&reader.dossier, *id, article), link)
    });
    list(figures.collect())
}

fn list(figures: Vec<Html>) -> Html {
    if figures.is_empty() {
        return Html::default();
    }
    html! { <ul class="telling" aria-label={tr!("Telling quotations")}>{ for figures }</ul> }
}

/// Words of an article below a label, with what is told of them.
fn figure(
    reader: &Reader,
    label: impl Into<AttrValue>,
    (article, words): (ArticleId, &str),
    told: String,
    link: Html,
) -> Html {
    let dossier = &reader.dossier;
    let language = dossier.language_of(&dossier.listed(article)).to_owned();
    html! {
        <li>
            <figure>
                <p class="label"><bdi>{ label.into() }</bdi></p>
                <blockquote lang={language} dir="auto">{ words.to_owned() }</blockquote>
                <figcaption><bdi>{ told }</bdi>{ " " }{ link }</figcaption>
            </figure>
        </li>
    }
}
