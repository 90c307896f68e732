//! Who is quoted where: speakers by articles.

use yew::prelude::*;

use super::strip::strip;
use crate::app::reader::Reader;
use crate::article::ArticleId;
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::route::{Base, Route, View};
use crate::shape::{Places, Shape};
use crate::wording::{source_name, speaker_name, title};

/// The table; each number leads to the words.
pub fn matrix(reader: &Reader, front: &Route, base: Base, shape: &Shape) -> Html {
    let dossier = &reader.dossier;
    let ids: Vec<ArticleId> = shape.columns.iter().map(|(id, _)| *id).collect();
    let heads = ids.iter().enumerate().map(|(at, id)| {
        let article = dossier.article(*id);
        let words = html! {
            <>
                <span class="siglum">{ at + 1 }</span>
                { " " }
                <bdi class="matrix-source">{ source_name(&article) }</bdi>
                <span class="visually-hidden">{ format!(": {}", title(&article)) }</span>
            </>
        };
        html! { <th scope="col" key={id.0}>{ reader.link(base, front.article(*id, None), "", words) }</th> }
    });
    let speakers = shape.rows.iter().map(|(choice, row)| {
        let role = match choice {
            SpeakerChoice::Speaker(id) => dossier.speaker(*id).roles.into_iter().next(),
            SpeakerChoice::Unattributed => Some(tr!("said, but nobody is named")),
        };
        let compare = front.compare(Some(*choice));
        let name = html! { <bdi>{ speaker_name(*choice, dossier) }</bdi> };
        let cells = row.iter().zip(&ids).map(|(places, id)| {
            let route = front.speaker(*choice).article(*id, None);
            cell(reader, base, places, route)
        });
        html! {
            <tr key={speaker_name(*choice, dossier)}>
                <th scope="row">
                    { reader.link(base, compare, "", name) }
                    if let Some(role) = role {
                        <small><bdi>{ role }</bdi></small>
                    }
                </th>
                { for cells }
                { total(row) }
            </tr>
        }
    });
    let (n_others, others) = &shape.others;
    let other_cells = others
        .iter()
        .zip(&ids)
        .map(|(places, id)| cell(reader, base, places, front.article(*id, None)));
    let n_all: usize = shape.columns.iter().map(|(_, places)| places.count).sum();
    let others_words = trn!(*n_others, "{n} other", "{n} others");
    let alone = html! { { tr!("This table alone, to cite or embed") } };
    let sums = shape.columns.iter().map(|(id, places)| {
        html! { <td key={id.0}>{ places.count }</td> }
    });
    html! {
        <section class="shape" aria-labelledby="shape_h">
            <div class="section-head">
                <h2 id="shape_h">{ tr!("Who is quoted where") }</h2>
                <p class="fine">
                    { tr!("A number counts quotations; the bar below it is the article, from its first paragraph \
                           to its last.") }
                </p>
            </div>
            <div class="matrix-frame" role="region" aria-label={tr!("Speakers by articles")} tabindex="0">
                <table class="matrix">
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{ tr!("Speaker") }</span></th>
                            { for heads }
                            <th scope="col">{ tr!("All") }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for speakers }
                        if *n_others > 0 {
                            <tr key="others">
                                <th scope="row">
                                    { reader.link(base, front.speakers(1), "", html! { { others_words } }) }
                                    if !shape.rows.is_empty() {
                                        <small>{ tr!("most in one article only") }</small>
                                    }
                                </th>
                                { for other_cells }
                                { total(others) }
                            </tr>
                        }
                    </tbody>
                    <tfoot>
                        <tr><th scope="row">{ tr!("All quotations") }</th>{ for sums }<td>{ n_all }</td></tr>
                    </tfoot>
                </table>
            </div>
            { thirds(reader, shape) }
            <p class="fine">
                { reader.link(base, front.finding(View::Matrix), "", alone) }
            </p>
        </section>
    }
}

fn cell(reader: &Reader, base: Base, places: &Places, route: Route) -> Html {
    if places.count == 0 {
        return html! { <td class="none">{ "–" }</td> };
    }
    let words = html! { { places.count } };
    html! { <td>{ reader.link(base, route, "", words) }{ strip(places) }</td> }
}

fn total(row: &[Places]) -> Html {
    html! { <td>{ row.iter().map(|places| places.count).sum::<usize>() }</td> }
}

/// The bars in numbers.
fn thirds(reader: &Reader, shape: &Shape) -> Html {
    let rows = shape.rows.iter().map(|(choice, row)| {
        let mut thirds = [0; 3];
        for places in row {
            for (all, n) in thirds.iter_mut().zip(places.thirds()) {
                *all += n;
            }
        }
        html! {
            <tr key={speaker_name(*choice, &reader.dossier)}>
                <th scope="row"><bdi>{ speaker_name(*choice, &reader.dossier) }</bdi></th>
                { for thirds.into_iter().map(|n| html! { <td>{ n }</td> }) }
            </tr>
        }
    });
    html! {
        if !shape.rows.is_empty() {
            <details>
                <summary>{ tr!("Lead, middle and end in numbers") }</summary>
                <table class="spread">
                    <caption class="visually-hidden">
                        { tr!("Paragraphs in which each is quoted, by thirds of the articles") }
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col">{ tr!("Speaker") }</th>
                            <th scope="col">{ tr!("Lead") }</th>
                            <th scope="col">{ tr!("Middle") }</th>
                            <th scope="col">{ tr!("End") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </details>
        }
    }
}
