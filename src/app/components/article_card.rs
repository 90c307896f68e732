//! An article on the front page.

use yew::prelude::*;

use super::headline::headline;
use super::strip::strip;
use crate::app::reader::Reader;
use crate::article::ArticleId;
use crate::dossier::{OpenArticle, names_speakers, title_of};
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::route::{Base, Route};
use crate::shape::Shape;
use crate::wording::{authors, date, outlet, reading_minutes, withdrawn};

/// How many of an article's speakers are named before the others are folded.
const MOST_NAMED: usize = 8;

/// An article's place in time, its headline, where it is from, and who speaks in it; with the shape of a small
/// dossier also where, and who speaks nowhere else.
pub fn article_card(
    reader: &Reader,
    front: &Route,
    base: Base,
    id: ArticleId,
    shape: Option<&Shape>,
) -> Html {
    let source = reader.dossier.open_article(id);
    let article = &source.article;
    let language = reader.dossier.language_of(article).to_owned();
    let link = reader.link(base, front.article(id, None), "", headline(title_of(article)));
    let published = article.byline.published.as_deref();
    let has_authors = !article.byline.authors.is_empty();
    let places = shape.and_then(|shape| shape.columns.get(id.0 as usize));
    html! {
        <li key={id.0} class="article-card" data-dated={published.is_some().to_string()}>
            <p class="when">
                if let Some(published) = published {
                    <time datetime={published.to_owned()}><bdi>{ date(published) }</bdi></time>
                } else {
                    { tr!("No date in the source") }
                }
            </p>
            <div class="card-head">
                <p class="kicker"><bdi>{ outlet(article) }</bdi></p>
                <h2 lang={language} dir="auto">{ link }</h2>
                <p class="card-facts">
                    if let Some(reason) = &article.byline.withdrawn {
                        <strong>{ withdrawn() }</strong>
                        { ": " }
                        <bdi>{ reason.clone() }</bdi>
                    } else {
                    if source.is_whole {
                        <bdi>{ trn!(reading_minutes(article), "{n} minute", "{n} minutes") }</bdi>
                    }
                    if source.is_whole && has_authors {
                        { " · " }
                    }
                    if has_authors {
                        <bdi>{ authors(article) }</bdi>
                    }
                    }
                </p>
            </div>
            <div class="card-speakers">
                if let Some((_, places)) = places.filter(|_| article.byline.withdrawn.is_none()) {
                    <p class="card-strip">
                        <span class="fine">{ trn!(places.count, "{n} quotation", "{n} quotations") }</span>
                        { strip(places) }
                    </p>
                }
                { card_speakers(reader, front, base, &source, shape) }
                if !names_speakers(&article.byline) && article.byline.withdrawn.is_none() {
                    <p class="fine">{ tr!("Who speaks is not read: not in English.") }</p>
                }
            </div>
        </li>
    }
}

/// Who speaks in an article: with the shape of a small dossier parted into those who speak elsewhere too and
/// those who do not.
fn card_speakers(
    reader: &Reader,
    front: &Route,
    base: Base,
    source: &OpenArticle,
    shape: Option<&Shape>,
) -> Html {
    let Some(shape) = shape else { return speakers(reader, front, base, source) };
    let (elsewhere, only_here): (Vec<_>, Vec<_>) = reader
        .dossier
        .speakers_in(&source.quotations)
        .into_iter()
        .partition(|(id, _)| shape.is_in_several(SpeakerChoice::Speaker(*id)));
    let lists = [(tr!("Also elsewhere"), elsewhere), (tr!("Only here"), only_here)];
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(label, list)| {
        html! { <><span class="card-label">{ label }</span>{ entries(reader, front, base, label, list) }</> }
    });
    lists.collect()
}

/// Who speaks in an article, with the number of quotations; nobody is no list.
pub fn speakers(reader: &Reader, here: &Route, base: Base, source: &OpenArticle) -> Html {
    let speakers = reader.dossier.speakers_in(&source.quotations);
    if speakers.is_empty() {
        return Html::default();
    }
    entries(reader, here, base, tr!("Quotations by speaker"), speakers)
}

fn entries(
    reader: &Reader,
    here: &Route,
    base: Base,
    label: &'static str,
    speakers: Vec<(SpeakerId, usize)>,
) -> Html {
    let mut entries = speakers.into_iter().map(|(speaker, n_quotations)| {
        let route = here.speaker(SpeakerChoice::Speaker(speaker));
        let name = html! { <bdi>{ reader.dossier.speakers.name(speaker) }</bdi> };
        html! {
            <li>
                { reader.link(base, route, "", name) }
                { " " }
                <span class="count">{ n_quotations }</span>
            </li>
        }
    });
    let first: Html = entries.by_ref().take(MOST_NAMED).collect();
    // One more is named in the room that its number would take.
    let further: Vec<Html> = entries.collect();
    let n_further = further.len();
    let (first, further) = match n_further {
        1 => (html! { <>{ first }{ for further }</> }, Html::default()),
        _ => (first, further.into_iter().collect()),
    };
    html! {
        <>
            <ul class="article-speakers" aria-label={label}>{ first }</ul>
            if n_further > 1 {
                <details class="fine">
                    <summary dir="auto">{ trn!(n_further, "{n} more speaker", "{n} more speakers") }</summary>
                    <ul class="article-speakers" aria-label={label}>{ further }</ul>
                </details>
            }
        </>
    }
}
