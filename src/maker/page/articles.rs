//! [`List`]: the articles, each with what it became, to be written over, moved and taken out.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::ask::{Ask, STATUS};
use super::line::Line;
use super::state::Faults;
use crate::app::effects::focus;
use crate::maker::message::{Command, Direction, Field, Row, View, label};
use crate::wording::date;

/// The heading of the list, which takes the focus of what is gone.
const LIST: &str = "articles-heading";

/// How many articles are listed at first, and by how many more a time: hundreds of rows at once would keep the page
/// from taking keys.
const SOME_ROWS: usize = 50;

#[derive(Properties, PartialEq)]
pub struct ListProps {
    pub view: Rc<View>,
    pub faults: Faults,
    pub ask: Ask,
}

/// The articles in their order.
#[component]
pub fn List(props: &ListProps) -> Html {
    let ListProps { view, faults, ask } = props;
    let articles = &view.articles;
    let n_shown = use_state_eq(|| SOME_ROWS);
    let n_articles = articles.len();
    let more = {
        let n_shown = n_shown.clone();
        Callback::from(move |_: MouseEvent| {
            focus::go_to_id(LIST);
            n_shown.set(*n_shown + SOME_ROWS);
        })
    };
    let rows = articles.iter().enumerate().take(*n_shown).map(|(at, row)| {
        let beside = articles.get(at + 1).or_else(|| articles.get(at.checked_sub(1)?));
        html! {
            <ArticleRow
                key={row.slug.clone()}
                row={row.clone()}
                {at}
                beside={beside.map(|row| row.slug.clone())}
                is_last={at + 1 == n_articles}
                faults={Field::ALL.map(|field| fault_of(faults, &row.file, field)).to_vec()}
                ask={ask.clone()}
            />
        }
    });
    html! {
        <section aria-labelledby={LIST}>
            <h2 id={LIST} tabindex="-1">{ "Articles" }</h2>
            if !is_sorted(articles) {
                <button type="button" onclick={ask.on_leaving(Command::Sort)}>{ "Order by date" }</button>
            }
            <ol class="articles">{ for rows }</ol>
            if n_articles > *n_shown {
                <button type="button" onclick={more}>{ format!("Show more of {n_articles} articles") }</button>
            }
        </section>
    }
}

/// Whether the articles stand in the order in which they were published, those without a date last.
fn is_sorted(articles: &[Row]) -> bool {
    articles.is_sorted_by_key(|row| {
        let published = row.field(Field::Published);
        (published.is_empty(), published)
    })
}

/// The id of the button that takes an article out.
fn id_of_remove(slug: &str) -> String {
    format!("{slug}_out")
}

#[derive(Properties, PartialEq)]
struct ArticleRowProps {
    row: Row,
    /// Its place in the list.
    at: usize,
    is_last: bool,
    /// The name in addresses of the next article, or of the one before the last.
    beside: Option<String>,
    /// Why each of [`Field::ALL`] was not set, where it was not.
    faults: Vec<Option<String>>,
    ask: Ask,
}

fn fault_of(faults: &Faults, file: &str, field: Field) -> Option<String> {
    let is_of = |known: &(String, Field)| known.0 == file && known.1 == field;
    faults.iter().find(|(known, _)| is_of(known)).map(|(_, why)| why.clone())
}

/// An article of the list: what it became, and its fields, to be written over.
#[component]
fn ArticleRow(props: &ArticleRowProps) -> Html {
    let ArticleRowProps { row, at, is_last, beside, ask, .. } = props;
    // It goes with its article to another place, and the focus with it.
    let used: Used = use_mut_ref(|| None);
    {
        let used = used.clone();
        use_effect_with(*at, move |_| {
            if let Some(id) = used.take().filter(|_| focus::is_lost()) {
                focus::go_to_id(&id);
            }
        });
    }
    let was_opened = use_state_eq(|| false);
    let ontoggle = {
        let was_opened = was_opened.setter();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            // Once there they stay, with what was written and refused.
            if details.open() {
                was_opened.set(true);
            }
        })
    };
    let remove = {
        let (ask, file, beside) = (ask.clone(), row.file.clone(), beside.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes with the article; the next takes its place.
            let next = beside.as_deref().map(id_of_remove);
            if next.is_none_or(|id| !focus::go_to_id(&id)) {
                focus::go_to_id(STATUS);
            }
            ask.of(Command::Remove(file.clone()));
        })
    };
    let named = |what: &str| format!("{what} “{}”", row.name);
    html! {
        <li>
            <p class="name" dir="auto">{ &row.name }</p>
            <p class="fine">{ facts(row) }</p>
            <div class="tools">
                <details {ontoggle}>
                    <summary aria-label={named("Edit")}>{ "Edit" }</summary>
                    if *was_opened {
                        <div class="fields">{ fields(props, &used) }</div>
                    }
                </details>
                { move_button(props, &used, Direction::Up, *at > 0) }
                { move_button(props, &used, Direction::Down, !is_last) }
                <button
                    type="button"
                    id={id_of_remove(&row.slug)}
                    aria-label={named("Take out")}
                    onclick={remove}
                >
                    { "Take out" }
                </button>
            </div>
        </li>
    }
}

/// The id of the button that was pressed last, or of the field that was written to.
type Used = Rc<RefCell<Option<String>>>;

/// What an article states, to be written over.
fn fields(props: &ArticleRowProps, used: &Used) -> Html {
    let ArticleRowProps { row, faults, ask, .. } = props;
    let fields = Field::ALL.iter().zip(&row.fields).zip(faults).map(|((field, text), fault)| {
        let id = format!("{}_{}", row.slug, field.name());
        let written = {
            let (ask, file, field) = (ask.clone(), row.file.clone(), *field);
            let (used, id) = (used.clone(), id.clone());
            Callback::from(move |text| {
                used.replace(Some(id.clone()));
                ask.of(Command::Set { file: file.clone(), field, text });
            })
        };
        let refused = {
            let field = *field;
            Callback::from(move |text: String| field.check(&text).err())
        };
        html! {
            <>
                <label for={id.clone()}>{ label(*field) }</label>
                <Line {id} text={text.clone()} {written} {refused} fault={fault.clone()} />
            </>
        }
    });
    fields.collect()
}

/// The button that moves an article up or down, where it `may` move.
fn move_button(props: &ArticleRowProps, used: &Used, direction: Direction, may: bool) -> Html {
    let ArticleRowProps { row, ask, .. } = props;
    let name = direction.name();
    let arrow = match direction {
        Direction::Up => "↑",
        Direction::Down => "↓",
    };
    let id = format!("{}_{name}", row.slug);
    let onclick = {
        let (ask, file, used, id) = (ask.clone(), row.file.clone(), used.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            if may {
                used.replace(Some(id.clone()));
                ask.of(Command::Move { file: file.clone(), direction });
            }
        })
    };
    let label = format!("Move {name} “{}”", row.name);
    // Not `disabled`, which would take the focus away at the end of the list.
    html! {
        <button type="button" {id} aria-label={label} aria-disabled={(!may).to_string()} {onclick}>{ arrow }</button>
    }
}

/// What is known of an article, in a line.
fn facts(row: &Row) -> Html {
    let text = |field| Some(row.field(field)).filter(|text| !text.is_empty()).map(str::to_owned);
    let mut facts = vec![
        text(Field::Outlet).unwrap_or_else(|| "Outlet not stated".to_owned()),
        text(Field::Published).map_or_else(|| "date not stated".to_owned(), |iso| date(&iso)),
    ];
    facts.extend(text(Field::Authors));
    facts.extend(text(Field::Language));
    facts.extend(row.amounts());
    let facts = facts.into_iter().enumerate().map(|(at, fact)| {
        html! { <>if at > 0 { { " · " } }<bdi>{ fact }</bdi></> }
    });
    html! { { for facts } }
}
