//! Who is quoted where: speakers by articles, or by outlets.

use yew::prelude::*;

use super::strip::strip;
use crate::app::reader::Reader;
use crate::article::ArticleId;
use crate::dossier::{Dossier, names_speakers};
use crate::i18n::{tr, trn};
use crate::query::{Filter, SpeakerChoice};
use crate::route::{Base, Route, View, speaker_slug};
use crate::shape::{ByOutlet, Column, Places, Shape, WhoIsWhere};
use crate::wording::{source_in, source_name, speaker_name, thousands, title};

/// Where the table stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Among others, with a heading of its own and a link to it alone.
    AmongOthers,
    /// Alone, below the page's heading.
    Alone,
}

/// The table; each number leads to the words.
pub fn who_is_where(
    reader: &Reader,
    front: &Route,
    base: Base,
    table: &WhoIsWhere,
    shown: Shown,
) -> Html {
    let table = match table {
        WhoIsWhere::ByArticle(shape) => by_article(reader, front, base, shape),
        WhoIsWhere::ByOutlet(table) => by_outlet(reader, front, base, table),
    };
    table.draw(reader, front, base, shown)
}

/// By articles: quotations, and where in each they stand.
fn by_article(reader: &Reader, front: &Route, base: Base, shape: &Shape) -> Table {
    let dossier = &reader.dossier;
    let ids: Vec<ArticleId> = shape.columns.iter().map(|(id, _)| *id).collect();
    let is_read = |id: &ArticleId| names_speakers(&dossier.articles.byline(*id));
    let empty = |choice: Option<SpeakerChoice>, id: &ArticleId| match choice {
        Some(SpeakerChoice::Unattributed) => none(),
        _ if is_read(id) => none(),
        _ => unread(),
    };
    let heads = ids.iter().enumerate().map(|(at, id)| {
        let article = dossier.listed(*id);
        let words = html! {
            <>
                <span class="siglum">{ at + 1 }</span>
                { " " }
                <bdi class="matrix-source">{ source_in(dossier, *id, &article) }</bdi>
                <span class="visually-hidden">{ format!(": {}", title(&article)) }</span>
            </>
        };
        reader.link(base, front.article(*id, None), "", words)
    });
    let total = |row: &[Places]| row.iter().map(|places| places.count).sum();
    let speakers = shape.rows.iter().map(|(choice, all)| {
        let within = front.speaker(*choice);
        let cells = all.iter().zip(&ids).map(|(places, id)| match places.count {
            0 => empty(Some(*choice), id),
            n => cell(reader, base, n, within.article(*id, None), strip(places)),
        });
        speaker_row(
            reader,
            base,
            *choice,
            front.compare(Some(*choice)),
            cells.collect(),
            total(all),
        )
    });
    let (n_others, others) = &shape.others;
    let other_cells = others.iter().zip(&ids).map(|(places, id)| match places.count {
        0 => empty(None, id),
        n => cell(reader, base, n, front.article(*id, None), strip(places)),
    });
    let others_words = trn!(*n_others, "{n} other", "{n} others");
    let others_head = html! {
        <>
            { reader.link(base, front.speakers(1), "", html! { { others_words } }) }
            if !shape.rows.is_empty() {
                <small>{ tr!("most in one article only") }</small>
            }
        </>
    };
    let others_row =
        (*n_others > 0).then(|| row("others/", others_head, other_cells.collect(), total(others)));
    let sums: Vec<usize> = shape.columns.iter().map(|(_, places)| places.count).collect();
    Table {
        label: tr!("Speakers by articles"),
        note: note_by_article(ids.iter().all(is_read)),
        heads: heads.collect(),
        rows: speakers.chain(others_row).collect(),
        sums_label: tr!("All quotations"),
        total: sums.iter().sum(),
        sums,
        key: key(dossier, &ids),
        below: thirds(reader, shape),
        foot: Html::default(),
    }
}

/// The articles by their numbers, for a page that is too narrow for the heads.
fn key(dossier: &Dossier, ids: &[ArticleId]) -> Html {
    let entries = ids.iter().enumerate().map(|(at, id)| {
        let name = source_in(dossier, *id, &dossier.listed(*id));
        html! { <li><span class="siglum">{ at + 1 }</span>{ " " }<bdi>{ name }</bdi></li> }
    });
    html! { <ul class="matrix-key" aria-hidden="true">{ for entries }</ul> }
}

/// What the numbers by articles count, and what else stands in the cells.
fn note_by_article(are_all_read: bool) -> Html {
    // Each text is one node, as it is in the page when the app takes that over.
    let of_bars = tr!("The bar below it is the article, from its first paragraph to its last.");
    html! {
        <>
            { tr!("A number counts quotations.") }
            <span class="of-bars">{ format!(" {of_bars}") }</span>
            if !are_all_read {
                { format!(" {}", of_unread()) }
            }
        </>
    }
}

/// What stands for numbers that nobody knows.
fn of_unread() -> &'static str {
    tr!("A “?” stands where who speaks is not read: the article is not in English.")
}

/// By outlets: passages.
fn by_outlet(reader: &Reader, front: &Route, base: Base, table: &ByOutlet) -> Table {
    let heads = table.columns.iter().map(|column| {
        let name = source_name(&reader.dossier.listed(column.first));
        reader.link(base, in_outlet(front, column), "", html! { <bdi>{ name }</bdi> })
    });
    let rows = table.rows.iter().map(|(choice, row)| {
        let route = front.speaker(*choice);
        let cells = row.counts.iter().zip(&table.columns).map(|(count, column)| match count {
            0 if !column.is_read && *choice != SpeakerChoice::Unattributed => unread(),
            _ => cell(reader, base, *count, in_outlet(&route, column), Html::default()),
        });
        let cells = cells.collect();
        speaker_row(reader, base, *choice, route, cells, row.total)
    });
    let mut note = tr!("A number counts the passages of an outlet that quote somebody.").to_owned();
    let n_hidden = table.n_outlets - table.columns.len();
    if n_hidden > 0 {
        note.push(' ');
        note += &trn!(
            n_hidden,
            "{n} outlet with fewer is in the sums alone.",
            "{n} outlets with fewer are in the sums alone."
        );
    }
    if table.has_unstated {
        note.push(' ');
        note += tr!("Articles that state no outlet are in the sums alone.");
    }
    if !table.columns.iter().all(|column| column.is_read) {
        note.push(' ');
        note += of_unread();
    }
    let others = trn!(table.n_others, "{n} more speaker", "{n} more speakers");
    Table {
        label: tr!("Speakers by outlets"),
        note: note.into(),
        heads: heads.collect(),
        rows: rows.collect(),
        sums_label: tr!("Everyone"),
        sums: table.all.counts.clone(),
        total: table.all.total,
        key: Html::default(),
        below: Html::default(),
        foot: match table.n_others {
            0 => Html::default(),
            _ => reader.link(base, front.speakers(1), "", html! { { others } }),
        },
    }
}

/// What a route shows, of one outlet.
fn in_outlet(route: &Route, column: &Column) -> Route {
    let filter = Filter { outlets: vec![column.slug.clone()].into(), ..route.filter.clone() };
    Route { filter, ..route.clone() }
}

/// What both tables are drawn from.
struct Table {
    label: &'static str,
    /// What a number counts.
    note: Html,
    heads: Vec<Html>,
    rows: Html,
    sums_label: &'static str,
    /// A number a column.
    sums: Vec<usize>,
    total: usize,
    /// What the numbers above the columns stand for, where there is no room for names.
    key: Html,
    below: Html,
    foot: Html,
}

impl Table {
    fn draw(self, reader: &Reader, front: &Route, base: Base, shown: Shown) -> Html {
        let is_alone = shown == Shown::Alone;
        let heads = self.heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> });
        let words = html! { { tr!("This table alone, to cite or embed") } };
        let alone = reader.link(base, front.finding(View::Matrix), "alone", words);
        let sums = self.sums.into_iter().map(|sum| html! { <td>{ thousands(sum as u64) }</td> });
        html! {
            <section class="shape" aria-labelledby={(!is_alone).then_some("shape_h")}>
                <div class="section-head">
                    if !is_alone {
                        <h2 id="shape_h">{ tr!("Who is quoted where") }</h2>
                    }
                    <p class="fine">{ self.note }</p>
                </div>
                <div class="matrix-frame" role="region" aria-label={self.label} tabindex="0">
                    <table class="matrix">
                        <thead>
                            <tr>
                                <th scope="col"><span class="visually-hidden">{ tr!("Speaker") }</span></th>
                                { for heads }
                                <th scope="col">{ tr!("All") }</th>
                            </tr>
                        </thead>
                        <tbody>{ self.rows }</tbody>
                        <tfoot>
                            <tr>
                                <th scope="row">{ self.sums_label }</th>
                                { for sums }
                                <td>{ thousands(self.total as u64) }</td>
                            </tr>
                        </tfoot>
                    </table>
                </div>
                { self.key }
                { self.below }
                <p class="fine">
                    { self.foot.clone() }
                    if !is_alone {
                        if self.foot != Html::default() {
                            { " · " }
                        }
                        { alone }
                    }
                </p>
            </section>
        }
    }
}

/// A speaker's row; the name leads to `route`.
fn speaker_row(
    reader: &Reader,
    base: Base,
    choice: SpeakerChoice,
    route: Route,
    cells: Html,
    total: usize,
) -> Html {
    let name = speaker_name(choice, &reader.dossier);
    let head = html! {
        <>
            { reader.link(base, route, "", html! { <bdi>{ name }</bdi> }) }
            if let Some(role) = role(reader, choice) {
                <small><bdi>{ role }</bdi></small>
            }
        </>
    };
    row(speaker_slug(choice, &reader.dossier), head, cells, total)
}

/// A row; the key of a speaker's is a slug, which has no `/`.
fn row(key: &'static str, head: Html, cells: Html, total: usize) -> Html {
    html! {
        <tr {key}>
            <th scope="row">{ head }</th>
            { cells }
            <td>{ thousands(total as u64) }</td>
        </tr>
    }
}

/// A number that leads somewhere, above a strip.
fn cell(reader: &Reader, base: Base, count: usize, route: Route, strip: Html) -> Html {
    if count == 0 {
        return none();
    }
    let words = html! { { thousands(count as u64) } };
    html! { <td>{ reader.link(base, route, "", words) }{ strip }</td> }
}

/// Nothing.
fn none() -> Html {
    html! { <td class="none">{ "–" }</td> }
}

/// Nobody knows how many.
fn unread() -> Html {
    html! { <td class="none">{ "?" }<span class="visually-hidden">{ tr!(" not read") }</span></td> }
}

/// What somebody is, first of all.
fn role(reader: &Reader, choice: SpeakerChoice) -> Option<&'static str> {
    match choice {
        SpeakerChoice::Speaker(id) => reader.dossier.speaker(id).roles.into_iter().next(),
        SpeakerChoice::Unattributed => Some(tr!("said, but nobody is named here")),
    }
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
            <tr key={speaker_slug(*choice, &reader.dossier)}>
                <th scope="row"><bdi>{ speaker_name(*choice, &reader.dossier) }</bdi></th>
                { for thirds.into_iter().map(|n| html! { <td>{ n }</td> }) }
            </tr>
        }
    });
    html! {
        if !shape.rows.is_empty() {
            <details>
                <summary dir="auto">{ tr!("Lead, middle and end in numbers") }</summary>
                <table class="spread">
                    <caption>
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
