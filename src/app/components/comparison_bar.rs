//! Above a comparison: whom it is of, which articles have a column, whether differences are marked; and what can be taken
//! of it.

use std::cmp::Reverse;
use std::rc::Rc;

use sorted_vec::SortedSet;
use yew::prelude::*;

use super::cite::Copied;
use super::select::{Offered, Select};
use super::settings::segments;
use crate::app::effects::{address, page};
use crate::app::reader::{Here, Reader, use_reader};
use crate::app::renders;
use crate::article::ArticleId;
use crate::citation::cite_view;
use crate::comparison::{Column, Comparison, MOST_COLUMNS, has};
use crate::dossier::{Dossier, names_speakers};
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::route::{Differences, Route, speaker_choice, speaker_slug};
use crate::state::{Action, Dialog};
use crate::takeaway::pasted;
use crate::wording::{joined, source_in, speaker_name};

/// How many speakers are offered.
const MOST_OFFERED: usize = 40;
/// A dossier of at most so many articles has all of them to choose from, also those with nothing to show.
const FEW_ARTICLES: usize = 12;
/// How many articles are offered.
const MOST_ARTICLES: usize = 100;

/// The speakers whom several articles quote, those in most articles first, with the number of these.
pub fn in_several(dossier: &Dossier) -> Vec<(SpeakerId, usize)> {
    let n_articles_with = |speaker| dossier.articles_quoting(Some(speaker)).count();
    let speakers = dossier.speaker_ids().take(MOST_OFFERED).map(|id| (id, n_articles_with(id)));
    let mut speakers: Vec<_> = speakers.filter(|(_, n_articles)| *n_articles > 1).collect();
    speakers.sort_by_key(|(_, n_articles)| Reverse(*n_articles));
    speakers
}

/// The controls of a comparison, of which some columns are shown. `in_several` is what [`in_several`] gives.
pub fn controls(
    reader: &Reader,
    here: &Here,
    comparison: &Comparison,
    shown: &[Column],
    in_several: &[(SpeakerId, usize)],
) -> Html {
    let set_differences = |differences| {
        let mut route = (*here.route).clone();
        route.layout.differences = differences;
        reader.on(Action::Arranged(Box::new(route)))
    };
    let differences = here.route.layout.differences;
    html! {
        <div class="comparison-bar">
            { speaker_select(reader, &here.route, in_several) }
            { articles(reader, &here.route, comparison, shown) }
            if !comparison.rows.is_empty() {
                { segments("differences", tr!("Differences"), differences, differences_name, set_differences) }
            }
        </div>
    }
}

fn differences_name(differences: Differences) -> &'static str {
    match differences {
        Differences::Marked => tr!("Marked"),
        Differences::Off => tr!("Off"),
    }
}

/// Whom it is of. Several speakers are chosen among the filters.
fn speaker_select(reader: &Reader, route: &Rc<Route>, in_several: &[(SpeakerId, usize)]) -> Html {
    let dossier = &reader.dossier;
    let chosen = &route.filter.speakers;
    let in_several = in_several.iter();
    let mut offered: Vec<(SpeakerChoice, usize)> =
        in_several.map(|(id, n_articles)| (SpeakerChoice::Speaker(*id), *n_articles)).collect();
    if let [one] = chosen[..]
        && offered.iter().all(|(choice, _)| *choice != one)
    {
        let id = match one {
            SpeakerChoice::Speaker(id) => Some(id),
            SpeakerChoice::Unattributed => None,
        };
        offered.push((one, dossier.articles_quoting(id).count()));
    }
    let options = offered.into_iter().map(|(choice, n_articles)| {
        let name = speaker_name(choice, dossier);
        let words = trn!(n_articles, "{name} ({n} article)", "{name} ({n} articles)", name);
        (speaker_slug(choice, dossier).into(), words.into())
    });
    let several = match chosen.len() {
        0 => Some(tr!("everyone").to_owned()),
        1 => None,
        _ => {
            Some(joined(&chosen.iter().map(|one| speaker_name(*one, dossier)).collect::<Vec<_>>()))
        }
    };
    let several = several.map(|words| (AttrValue::default(), words.into()));
    let offered: Vec<Offered> = several.into_iter().chain(options).collect();
    let chosen = match chosen[..] {
        [one] => speaker_slug(one, dossier).into(),
        _ => AttrValue::default(),
    };
    let onchoose = {
        let (reader, route) = (reader.clone(), route.clone());
        Callback::from(move |slug: String| {
            if let Some(choice) = speaker_choice(&slug, &reader.dossier) {
                let mut route = (*route).clone();
                route.filter.speakers.clear();
                route.filter.speakers.push(choice);
                route.layout.columns.clear();
                reader.dispatch.dispatch(Action::Arranged(Box::new(route)));
            }
        })
    };
    html! {
        <label class="comparison-speaker">
            <span>{ tr!("Speaker") }</span>
            <Select {offered} {chosen} {onchoose} />
        </label>
    }
}

/// The articles that may have a column, each with the number of its quotations that are compared.
fn articles(reader: &Reader, route: &Rc<Route>, comparison: &Comparison, shown: &[Column]) -> Html {
    let dossier = &reader.dossier;
    let offers_all = dossier.articles.len() <= FEW_ARTICLES;
    let n_quotations = |id: ArticleId| {
        let at = comparison.columns.binary_search_by_key(&id, |column| column.article);
        let n = at.ok().map(|at| comparison.columns[at].quotations.len());
        let is_lacking = || comparison.lacking.binary_search(&id).is_ok();
        n.or_else(|| (has(shown, id) || offers_all && is_lacking()).then_some(0)).map(|n| (id, n))
    };
    let offered = dossier.article_ids().filter_map(n_quotations).take(MOST_ARTICLES);
    let offered: Vec<(ArticleId, usize)> = offered.collect();
    let is_long = offered.len() > FEW_ARTICLES;
    let usual = comparison.usual_articles();
    let options = offered.into_iter().map(|(id, n)| {
        let is_shown = has(shown, id);
        let others = shown.iter().map(|column| column.article).filter(|other| *other != id);
        let mut articles = SortedSet::new();
        articles.extend(others.chain((!is_shown).then_some(id)));
        let is_fixed = articles.is_empty() || articles.len() > MOST_COLUMNS;
        let is_usual = usual.iter().eq(articles.iter());
        let mut route = (**route).clone();
        route.layout.columns = if is_usual { SortedSet::new() } else { articles };
        let article = dossier.listed(id);
        let is_unread = n == 0 && !names_speakers(&article.byline);
        html! {
            <label class="comparison-article" key={id.0}>
                <input
                    type="checkbox"
                    value={dossier.articles.slug(id).to_owned()}
                    checked={is_shown}
                    disabled={is_fixed}
                    onclick={reader.on(Action::Arranged(Box::new(route)))}
                />
                <span>
                    <bdi>{ source_in(dossier, id, &article) }</bdi>
                    { " " }
                    <span class="count">{ if is_unread { tr!("not read").to_owned() } else { n.to_string() } }</span>
                </span>
            </label>
        }
    });
    html! {
        <fieldset class="comparison-articles" data-long={is_long.to_string()}>
            <legend>{ tr!("Articles side by side") }</legend>
            <div>{ for options }</div>
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
pub struct ActionsProps {
    /// Where the page is.
    pub here: Here,
    /// What is compared.
    pub comparison: Rc<Option<Comparison>>,
}

/// What can be taken of a comparison: a citation, a frame, a table.
#[component]
pub fn ComparisonActions(props: &ActionsProps) -> Html {
    renders::note("ComparisonActions");
    let reader = use_reader();
    let copied = use_state_eq(|| Copied::NotYet);
    let has_address = use_state_eq(|| false);
    {
        let (copied, has_address) = (copied.setter(), has_address.setter());
        use_effect_with(props.here.route.clone(), move |_| {
            copied.set(Copied::NotYet);
            has_address.set(address::is_served() && page::path().is_some());
        });
    }
    let oncite = {
        let (reader, route, copied) = (reader.clone(), props.here.route.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let text = cite_view(&reader.dossier, &route, &address::cited());
            Copied::copy(text, tr!("Citation copied"), copied.clone());
        })
    };
    let ontable = {
        let (reader, route, copied) = (reader.clone(), props.here.route.clone(), copied.setter());
        let comparison = props.comparison.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(comparison) = &*comparison else { return };
            let columns = comparison.columns_of(&route.layout.columns);
            let text = pasted(&reader.dossier, comparison, &columns);
            Copied::copy(
                text,
                tr!("Table copied, to be pasted into a spreadsheet"),
                copied.clone(),
            );
        })
    };
    html! {
        <div class="actions">
            { copied.told() }
            <button type="button" onclick={oncite}>{ tr!("Copy citation") }</button>
            <button type="button" onclick={ontable}>{ tr!("Copy as table") }</button>
            if *has_address {
                <button
                    type="button"
                    aria-haspopup="dialog"
                    onclick={reader.on(Action::DialogOpened(Dialog::Embed))}
                >
                    { tr!("Embed") }
                </button>
            }
        </div>
    }
}
