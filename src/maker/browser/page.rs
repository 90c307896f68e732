//! The page: what the desk told, and what can be asked of it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Blob, ClipboardEvent, FormData, HtmlBodyElement, HtmlFormElement, HtmlIFrameElement,
    HtmlInputElement, HtmlTextAreaElement,
};
use yew::prelude::*;

use super::dropped::{self, Named};
use super::port::Port;
use super::serve::Asked;
use super::{document, focus};
use crate::app::effects::download;
use crate::maker::desk::bounds;
use crate::maker::message::{
    Command, Field, Form, Kept, Problem, Progress, Question, Review, Row, Shelf, Told, View,
};
use crate::review::SURE;
use crate::review::form::{self, Ways};
use crate::wording::{counted, date, megabytes, thousands};

/// Shows the page.
pub fn start() {
    let root =
        document().get_element_by_id("make_page").expect("make.html holds the element `make_page`");
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(failure) = document().get_element_by_id("failure") {
            let _ = failure.remove_attribute("hidden");
        }
    }));
    yew::Renderer::<Page>::with_root(root).render();
}

/// What is shown.
#[derive(Clone, Default, PartialEq)]
struct State {
    /// Nothing until the desk has told something.
    view: Option<Rc<View>>,
    shelf: Shelf,
    progress: Option<Progress>,
    /// Why the last thing that was asked for was not done.
    refusal: String,
    /// Counts the packs that came.
    n_packs: usize,
    has_pack: bool,
    /// How often the desk has ended of itself.
    n_stops: usize,
    /// How many commands are not done yet, and so perhaps not kept.
    n_open: usize,
}

enum Action {
    /// A desk was opened, which looks for what is kept.
    Opened,
    Asked,
    Told(Told),
    Pack(bool),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Opened => state.n_open = 1,
            Action::Asked => {
                state.n_open += 1;
                state.refusal.clear();
                state.progress = Some(Progress { what: "Working".to_owned(), n_done: 0, n_all: 0 });
            }
            Action::Pack(has_pack) => {
                state.has_pack = has_pack;
                state.n_packs += 1;
            }
            Action::Told(Told::Progress(progress)) => state.progress = Some(progress),
            Action::Told(Told::View(view)) => {
                state.view = Some(Rc::new(*view));
                state.progress = None;
            }
            Action::Told(Told::File { .. } | Told::Ready) => state.progress = None,
            Action::Told(Told::Refused(why)) => {
                state.refusal = why;
                state.progress = None;
            }
            // It comes last of each command.
            Action::Told(Told::Kept(shelf)) => {
                state.n_open = state.n_open.saturating_sub(1);
                state.shelf = shelf;
                state.progress = None;
            }
            Action::Told(Told::Stopped(how)) => {
                state.refusal = format!(
                    "Something went wrong, and the last step was not done. What was kept before is here. ({how})"
                );
                state.progress = None;
                state.n_stops += 1;
                state.n_open = 0;
            }
        }
        Rc::new(state)
    }
}

/// What the parts of the page ask the desk by.
#[derive(Clone)]
struct Ask(Rc<dyn Fn(Command, Vec<Blob>)>);

impl PartialEq for Ask {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Ask {
    fn of(&self, command: Command) {
        (self.0)(command, Vec::new());
    }

    /// A listener that asks for the same each time.
    fn on<E: 'static>(&self, command: Command) -> Callback<E> {
        let ask = self.clone();
        Callback::from(move |_| ask.of(command.clone()))
    }

    /// The same for a button that may be gone then.
    fn on_leaving(&self, command: Command) -> Callback<MouseEvent> {
        let ask = self.clone();
        Callback::from(move |_| {
            focus(STATUS);
            ask.of(command.clone());
        })
    }

    fn add(&self, files: Vec<Named>) {
        if files.is_empty() {
            return;
        }
        let (names, files): (Vec<String>, Vec<Blob>) =
            files.into_iter().map(|(name, file)| (name, Blob::from(file))).unzip();
        (self.0)(Command::Add(names), files);
    }

    /// A listener that adds what was chosen in a field.
    fn chosen(&self) -> Callback<Event> {
        let ask = self.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(files) = field.files() {
                ask.add(dropped::chosen(&files));
            }
            field.set_value("");
        })
    }
}

/// The page.
#[component]
fn Page() -> Html {
    let state = use_reducer(State::default);
    let pack = use_mut_ref(|| None::<Uint8Array>);
    let port = use_mut_ref(|| None::<Port>);
    {
        let (opening, dispatch) = (state.dispatcher(), state.dispatcher());
        let (pack, port) = (pack.clone(), port.clone());
        // Where the desk has ended another takes its place; at the second time in the page itself.
        use_effect_with(state.n_stops, move |n_stops| {
            let tell = Rc::new(move |told: Told, bytes: Option<Uint8Array>| {
                match &told {
                    Told::View(_) => {
                        let has_pack = bytes.is_some();
                        *pack.borrow_mut() = bytes;
                        dispatch.dispatch(Action::Pack(has_pack));
                    }
                    Told::File { name, kind } => {
                        // A browser that saves nothing says so itself.
                        let _ = bytes.map(|bytes| download::save_bytes(name, kind, bytes));
                    }
                    _ => {}
                }
                dispatch.dispatch(Action::Told(told));
            });
            opening.dispatch(Action::Opened);
            let opened = Port::open(tell, *n_stops < 2);
            opened.ask(Asked { command: Command::Start, files: Vec::new() });
            if let Some(before) = port.borrow_mut().replace(opened) {
                before.close();
            }
        });
    }
    let ask = use_memo((), |()| {
        let (dispatch, port) = (state.dispatcher(), port.clone());
        Ask(Rc::new(move |command, files| {
            dispatch.dispatch(Action::Asked);
            if let Some(port) = &*port.borrow() {
                port.ask(Asked { command, files });
            }
        }))
    });
    let is_over = use_state_eq(|| false);
    use_pasting(&ask);
    use_leaving(state.n_open > 0 || state.shelf.is_unkept, &port);
    let over = |is_now: bool| {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            // Else the browser leaves the page and shows the file.
            event.prevent_default();
            is_over.set(is_now);
        })
    };
    let on_drop = {
        let (ask, is_over) = (ask.clone(), is_over.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            let Some(transfer) = event.data_transfer() else { return };
            let (ask, files) = (ask.clone(), dropped::dropped(&transfer));
            spawn_local(async move { ask.add(files.await) });
        })
    };
    let view = state.view.clone().unwrap_or_default();
    let has_articles = !view.articles.is_empty();
    html! {
        <div
            class="desk"
            data-over={is_over.then_some("")}
            ondragover={over(true)}
            ondragleave={over(false)}
            ondrop={on_drop}
        >
            <header class="masthead">
                <p class="wordmark"><a href="./">{ "Who" }<i>{ "said" }</i></a></p>
                <p class="private">
                    { "Your texts stay in this browser. Nothing is uploaded: this page may speak to its own site alone." }
                </p>
            </header>
            <main aria-busy={(state.n_open > 0).to_string()}>
                <div class="work">
                    if state.has_pack {
                        <p class="to-reading"><a href="#reading">{ "Read it" }</a></p>
                    }
                    if has_articles {
                        <Title title={view.title.clone()} ask={(*ask).clone()} />
                    } else {
                        <h1>{ "Make a dossier" }</h1>
                        <p class="lead">
                            { "Add articles, and read who said what in them: in whose words, in which article, and where \
                               the articles differ." }
                        </p>
                    }
                    { adding(&ask, has_articles) }
                    <p id={STATUS} class="status" role="status" tabindex="-1">{ status(&state, &view) }</p>
                    { progress(state.progress.as_ref()) }
                    if !state.refusal.is_empty() {
                        <p class="notice" role="alert">{ &state.refusal }</p>
                    }
                    if !state.shelf.trouble.is_empty() {
                        <p class="notice" role="alert">{ &state.shelf.trouble }</p>
                    }
                    if let Some(last) = &view.last {
                        <p class="undo">
                            { format!("Last change: {last}. ") }
                            <button type="button" onclick={ask.on_leaving(Command::Undo)}>{ "Undo" }</button>
                        </p>
                    }
                    { problems(&ask, &view.problems) }
                    if has_articles {
                        <List view={view.clone()} ask={(*ask).clone()} />
                        <Reviewing view={view.clone()} ask={(*ask).clone()} />
                        { taking(&ask) }
                    }
                    { shelf(&ask, &state.shelf) }
                    <Loads />
                </div>
                if state.has_pack {
                    <Reading pack={PackCell::from(pack.clone())} number={state.n_packs} title={view.title.clone()} />
                }
            </main>
        </div>
    }
}

/// Takes what is pasted anywhere but into a field.
#[hook]
fn use_pasting(ask: &Rc<Ask>) {
    let ask = ask.clone();
    use_effect_with((), move |()| {
        let listener = gloo::events::EventListener::new(&document(), "paste", move |event| {
            let in_field = event.target().is_some_and(|target| {
                let field = target.dyn_into::<web_sys::Element>();
                field.is_ok_and(|field| {
                    field.matches("input:not([type=file]), textarea").unwrap_or(false)
                })
            });
            let Some(event) = event.dyn_ref::<ClipboardEvent>().filter(|_| !in_field) else {
                return;
            };
            let Some(data) = event.clipboard_data() else { return };
            if let Some(files) = data.files().filter(|files| files.length() > 0) {
                return ask.add(dropped::chosen(&files));
            }
            let [html, text] =
                ["text/html", "text/plain"].map(|kind| data.get_data(kind).unwrap_or_default());
            ask.of(Command::Paste { html, text });
        });
        move || drop(listener)
    });
}

/// Asks before the page is left while something is not kept yet, and ends the worker when it is left.
#[hook]
fn use_leaving(is_at_work: bool, port: &Rc<RefCell<Option<Port>>>) {
    use_effect_with(is_at_work, |is_at_work| {
        let listener = is_at_work.then(|| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            let window = super::window();
            gloo::events::EventListener::new_with_options(
                &window,
                "beforeunload",
                options,
                |event| {
                    event.prevent_default();
                },
            )
        });
        move || drop(listener)
    });
    let port = port.clone();
    use_effect_with((), move |()| {
        let window = super::window();
        // A page that WebKit sets aside would hold on to the database with its worker, and keep the next page out.
        let left = gloo::events::EventListener::new(&window, "pagehide", move |_| {
            if let Some(port) = port.take() {
                port.close();
            }
        });
        let back = gloo::events::EventListener::new(&window, "pageshow", |event| {
            let is_persisted =
                Reflect::get(event, &"persisted".into()).is_ok_and(|is| is.is_truthy());
            if is_persisted {
                // All that was kept is there again.
                let _ = super::window().location().reload();
            }
        });
        move || drop((left, back))
    });
}

/// What the dossier has, and what the last change did to it.
fn status(state: &State, view: &View) -> String {
    match (&state.view, view.articles.len()) {
        (None, _) => "Looking for what is kept here …".to_owned(),
        (Some(_), 0) => String::new(),
        (Some(_), n_articles) => {
            let quotations = counted(view.n_quotations, "quotation", "quotations");
            let speakers = counted(view.n_speakers, "speaker", "speakers");
            format!(
                "{}, {quotations}, {} of them by somebody who is named, {speakers}. {}",
                counted(n_articles, "article", "articles"),
                view.n_named,
                view.change
            )
        }
    }
}

fn progress(progress: Option<&Progress>) -> Html {
    let Some(Progress { what, n_done, n_all }) = progress else { return Html::default() };
    let label =
        if *n_all > 1 { format!("{what}: {n_done} of {n_all}") } else { format!("{what} …") };
    let (value, max) = (n_done.to_string(), n_all.to_string());
    html! {
        <p class="progress">
            <label>
                { label }
                if *n_all > 1 {
                    <progress {value} {max} />
                } else {
                    <progress />
                }
            </label>
        </p>
    }
}

/// The ways to add articles.
fn adding(ask: &Ask, has_articles: bool) -> Html {
    let paste = {
        let ask = ask.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let field = document().get_element_by_id("pasted");
            let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok())
            else {
                return;
            };
            ask.of(Command::Paste { html: String::new(), text: field.value() });
            field.set_value("");
        })
    };
    html! {
        <section class="adding" aria-label="Add articles" data-small={has_articles.then_some("")}>
            <p class="drop">
                { "Drop articles here, or " }
                <label class="button">
                    { "Choose files" }
                    <input type="file" id="choose" multiple=true onchange={ask.chosen()} />
                </label>
                { " " }
                <label class="button">
                    { "Choose a folder" }
                    <input type="file" id="choose-folder" multiple=true webkitdirectory=true onchange={ask.chosen()} />
                </label>
            </p>
            <p class="fine">
                { format!(
                    "Saved web pages, Markdown, text, feeds, tables (CSV, JSON Lines), folders, zips; {}.", bounds()
                ) }
            </p>
            <details>
                <summary>{ "Paste an article" }</summary>
                <form onsubmit={paste}>
                    <label for="pasted">{ "Its words, the headline in the first line; or a page’s HTML" }</label>
                    <textarea id="pasted" rows="6" />
                    <button type="submit">{ "Add" }</button>
                </form>
            </details>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct TitleProps {
    title: String,
    ask: Ask,
}

/// The dossier's title, which can be written over.
#[component]
fn Title(props: &TitleProps) -> Html {
    let TitleProps { title, ask } = props;
    let written = {
        let ask = ask.clone();
        Callback::from(move |title| ask.of(Command::Title(title)))
    };
    html! {
        <h1 class="title">
            <label for="title" class="visually-hidden">{ "Title of the dossier" }</label>
            <Line id="title" text={title.clone()} {written} />
        </h1>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    id: AttrValue,
    text: String,
    written: Callback<String>,
}

/// A field with a line of text, which is told when its reader is done with it.
#[component]
fn Line(props: &LineProps) -> Html {
    let LineProps { id, text, written } = props;
    let node = use_node_ref();
    {
        let node = node.clone();
        // Not as an attribute, which would be set with each drawing, over what is being written just then.
        use_effect_with(text.clone(), move |text| {
            let field = node.cast::<HtmlInputElement>();
            let is_in_use = |field: &HtmlInputElement| {
                document().active_element().as_ref() == Some(field.as_ref())
            };
            if let Some(field) = field.filter(|field| !is_in_use(field)) {
                field.set_value(text);
            }
        });
    }
    let onchange = {
        let written = written.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            written.emit(field.value());
        })
    };
    html! { <input {id} type="text" dir="auto" autocomplete="off" ref={node} {onchange} /> }
}

fn problems(ask: &Ask, problems: &[Problem]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    let entries = problems.iter().map(|Problem { file, words, is_left_out }| {
        html! {
            <li>
                if !file.is_empty() {
                    <b><bdi>{ file }</bdi></b>{ ": " }
                }
                <span dir="auto">{ words }</span>
                if *is_left_out {
                    { " " }
                    <button type="button" onclick={ask.on_leaving(Command::Remove(file.clone()))}>
                        { "Take it out" }
                    </button>
                }
            </li>
        }
    });
    html! {
        <details class="problems" open=true>
            <summary>{ counted(problems.len(), "thing to look at", "things to look at") }</summary>
            <ul>{ for entries }</ul>
        </details>
    }
}

/// What the dossier has, which takes the focus of buttons that go when they are pressed.
const STATUS: &str = "status";

/// The heading of the list, which takes the focus of what is gone.
const LIST: &str = "articles-heading";

/// How many articles are listed at first, and by how many more a time: hundreds of rows at once would keep the page
/// from taking keys.
const SOME_ROWS: usize = 50;

#[derive(Properties, PartialEq)]
struct ListProps {
    view: Rc<View>,
    ask: Ask,
}

/// The articles in their order.
#[component]
fn List(props: &ListProps) -> Html {
    let ListProps { view, ask } = props;
    let articles = &view.articles;
    let n_shown = use_state_eq(|| SOME_ROWS);
    let n_articles = articles.len();
    let more = {
        let n_shown = n_shown.clone();
        Callback::from(move |_: MouseEvent| {
            focus(LIST);
            n_shown.set(*n_shown + SOME_ROWS);
        })
    };
    let rows = articles.iter().enumerate().take(*n_shown).map(|(at, row)| {
        html! {
            <Article
                key={row.slug.clone()}
                row={row.clone()}
                {at}
                is_last={at + 1 == n_articles}
                ask={ask.clone()}
            />
        }
    });
    html! {
        <section aria-labelledby={LIST}>
            <h2 id={LIST} tabindex="-1">{ "Articles" }</h2>
            <ol class="articles">{ for rows }</ol>
            if n_articles > *n_shown {
                <button type="button" onclick={more}>{ format!("Show more of {n_articles} articles") }</button>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ArticleProps {
    row: Row,
    /// Its place in the list.
    at: usize,
    is_last: bool,
    ask: Ask,
}

/// An article of the list: what it became, and its fields, to be written over.
#[component]
fn Article(props: &ArticleProps) -> Html {
    let ArticleProps { row, at, is_last, ask } = props;
    let is_first = *at == 0;
    // The button that was pressed last goes with its article to another place, and the focus with it.
    let pressed = use_mut_ref(|| None::<String>);
    {
        let pressed = pressed.clone();
        use_effect_with(*at, move |_| {
            if let Some(id) = pressed.take() {
                focus(&id);
            }
        });
    }
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details: web_sys::HtmlDetailsElement = event.target_unchecked_into();
            is_open.set(details.open());
        })
    };
    let fields = Field::ALL.iter().zip(&row.fields).map(|(field, text)| {
        let id = format!("{}_{}", row.slug, field.name());
        let written = {
            let (ask, file, field) = (ask.clone(), row.file.clone(), *field);
            Callback::from(move |text| ask.of(Command::Set { file: file.clone(), field, text }))
        };
        html! {
            <>
                <label for={id.clone()}>{ label(*field) }</label>
                <Line {id} text={text.clone()} {written} />
            </>
        }
    });
    let step = |is_up: bool, may: bool, words: &str| {
        let id = format!("{}_{}", row.slug, if is_up { "up" } else { "down" });
        let onclick = {
            let (ask, file, pressed, id) =
                (ask.clone(), row.file.clone(), pressed.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                if may {
                    *pressed.borrow_mut() = Some(id.clone());
                    ask.of(Command::Move { file: file.clone(), is_up });
                }
            })
        };
        let name = format!("Move {} “{}”", if is_up { "up" } else { "down" }, row.name);
        // Not `disabled`, which would take the focus away at the end of the list.
        html! {
            <button type="button" {id} aria-label={name} aria-disabled={(!may).to_string()} {onclick}>{ words }</button>
        }
    };
    let remove = {
        let (ask, file) = (ask.clone(), row.file.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes with the article.
            focus(LIST);
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
                    if *is_open {
                        <div class="fields">{ for fields }</div>
                    }
                </details>
                { step(true, !is_first, "↑") }
                { step(false, !is_last, "↓") }
                <button type="button" aria-label={named("Take out")} onclick={remove}>{ "Take out" }</button>
            </div>
        </li>
    }
}

fn label(field: Field) -> &'static str {
    match field {
        Field::Title => "Headline",
        Field::Outlet => "Outlet",
        Field::Authors => "Authors",
        Field::Published => "Published",
        Field::Url => "Web address",
        Field::Language => "Language",
    }
}

/// What is known of an article, in a line.
fn facts(row: &Row) -> Html {
    let text = |field: Field| {
        let at = Field::ALL.iter().position(|known| *known == field)?;
        row.fields.get(at).filter(|text| !text.is_empty()).cloned()
    };
    let mut facts = vec![
        text(Field::Outlet).unwrap_or_else(|| "Outlet not stated".to_owned()),
        text(Field::Published).map_or_else(|| "date not stated".to_owned(), |iso| date(&iso)),
    ];
    facts.extend(text(Field::Authors));
    facts.extend(text(Field::Language));
    facts.push(format!("{} words", thousands(row.n_words as u64)));
    facts.push(counted(row.n_quotations, "quotation", "quotations"));
    let facts = facts.into_iter().enumerate().map(|(at, fact)| {
        html! { <>if at > 0 { { " · " } }<bdi>{ fact }</bdi></> }
    });
    html! { { for facts } }
}

#[derive(Properties, PartialEq)]
struct ReviewingProps {
    view: Rc<View>,
    ask: Ask,
}

/// The review: one quotation after the other, as `whosaid review` has it.
#[component]
fn Reviewing(props: &ReviewingProps) -> Html {
    let ReviewingProps { view, ask } = props;
    let review = &view.review;
    let place = use_state_eq(|| 0);
    let is_open = use_state_eq(|| false);
    // What was answered is gone, and the next has taken its place.
    let shown = (*place).min(review.questions.len().saturating_sub(1));
    let question = review.questions.get(shown);
    {
        let key = question.map(|question| question.key.clone());
        use_effect_with((key, *is_open), move |(_, is_open)| {
            // Whoever is at work elsewhere in the page stays there.
            let at = document().active_element();
            let is_free = at.is_none_or(|at| {
                at.has_type::<HtmlBodyElement>()
                    || at.closest(".review").is_ok_and(|found| found.is_some())
            });
            if *is_open && is_free {
                focus("question");
            }
        });
    }
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details: web_sys::HtmlDetailsElement = event.target_unchecked_into();
            is_open.set(details.open());
        })
    };
    html! {
        <details class="review" {ontoggle} onkeydown={Callback::from(heed)}>
            <summary>
                { format!("Review who said what: {} left", counted(review.n_left, "quotation", "quotations")) }
                if review.n_unsure > 0 {
                    { format!(", {} of them less than {SURE} % sure", review.n_unsure) }
                }
            </summary>
            if let Some(question) = question.filter(|_| *is_open) {
                { form::question(question, &review.known, &ways(ask, question, review, &place, shown)) }
            } else if *is_open {
                <p>{ "Every attribution has been looked at. Nothing is left to do." }</p>
            }
        </details>
    }
}

/// What the forms of a question lead to.
fn ways(
    ask: &Ask,
    question: &Question,
    review: &Review,
    place: &UseStateHandle<usize>,
    shown: usize,
) -> Ways {
    let said = {
        let ask = ask.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form: HtmlFormElement = event.target_unchecked_into();
            let Ok(data) = FormData::new_with_form(&form) else { return };
            let text = |name: &str| data.get(name).as_string().unwrap_or_default();
            let button = event.submitter().and_then(|button| button.get_attribute("value"));
            let said = button.unwrap_or_default();
            ask.of(Command::Say { key: text("at"), said, name: text("name") });
        })
    };
    let step = |to: Option<usize>, key: &'static str, words: &str| {
        let to = to.filter(|to| *to < review.questions.len())?;
        let place = place.setter();
        let onclick = Callback::from(move |_: MouseEvent| place.set(to));
        Some(html! {
            <button type="button" data-key={key} {onclick}>{ words }<kbd>{ key }</kbd></button>
        })
    };
    let show = {
        let Question { slug, paragraph, words_hash, .. } = question;
        let address = match paragraph {
            0 => format!("./made.html?article={slug}"),
            _ => format!("./made.html?article={slug}&words={words_hash}#{slug}-p{paragraph}"),
        };
        let onclick = Callback::from(move |_: MouseEvent| {
            let frame = document().query_selector(".reading").ok().flatten();
            if let Some(frame) = frame.and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok())
            {
                frame.set_src(&address);
            }
        });
        html! { <button type="button" data-key="a" {onclick}>{ "Show in the article" }<kbd>{ "a" }</kbd></button> }
    };
    let steps =
        [step(shown.checked_sub(1), "k", "Back"), step(Some(shown + 1), "j", "Later"), Some(show)];
    Ways { action: "", said, steps: steps.into_iter().flatten().collect() }
}

/// The keys of the review: each presses the button, or goes to the field, that names it. They are heard only where
/// the focus is within it.
fn heed(event: KeyboardEvent) {
    let typing = event.target().is_some_and(|target| {
        target
            .dyn_ref::<web_sys::Element>()
            .is_some_and(|element| element.matches("input, select").unwrap_or(false))
    });
    if typing || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key().to_lowercase();
    if key.len() != 1 || !key.as_bytes()[0].is_ascii_lowercase() {
        return;
    }
    let meant = document().query_selector(&format!(".review [data-key={key}]")).ok().flatten();
    let Some(meant) = meant.and_then(|meant| meant.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    event.prevent_default();
    if meant.matches("input, select").unwrap_or(false) {
        let _ = meant.focus();
    } else {
        meant.click();
    }
}

fn taking(ask: &Ask) -> Html {
    let take = |form, words: &str, what: &str| {
        html! {
            <li>
                <button type="button" onclick={ask.on::<MouseEvent>(Command::Take(form))}>{ words }</button>
                <span class="fine">{ what }</span>
            </li>
        }
    };
    html! {
        <section aria-labelledby="take-heading">
            <h2 id="take-heading">{ "Take away" }</h2>
            <ul class="taking">
                { take(Form::OneFile, "One file", "A page with everything in it, to open or to send.") }
                { take(Form::Site, "Whole site", "A zip for any web host.") }
                { take(Form::Folder, "Folder", "The articles as Markdown in a zip; this page and the command whosaid read it again.") }
            </ul>
            <p class="fine">{ "Quotations as CSV and JSON: “Take away” at the foot of the reader." }</p>
        </section>
    }
}

fn shelf(ask: &Ask, shelf: &Shelf) -> Html {
    let entries = shelf.dossiers.iter().map(|kept| {
        let Kept { id, title, changed, n_bytes } = kept;
        let is_open = shelf.open == Some(*id);
        let named = |what: &str| format!("{what} “{title}”");
        let day = changed.split('T').next().unwrap_or(changed);
        let delete = {
            let (ask, id) = (ask.clone(), *id);
            Callback::from(move |_: MouseEvent| {
                focus("shelf-heading");
                ask.of(Command::Delete(id));
            })
        };
        html! {
            <li key={*id}>
                if is_open {
                    <b><bdi>{ title }</bdi></b>
                } else {
                    <button type="button" class="link" onclick={ask.on_leaving(Command::Open(Some(*id)))}>
                        <bdi>{ title }</bdi>
                    </button>
                }
                <span class="fine">
                    { format!(" {} · {}{} ", date(day), megabytes(*n_bytes as u64), if is_open { " · open" } else { "" }) }
                </span>
                <button type="button" aria-label={named("Copy")} onclick={ask.on::<MouseEvent>(Command::Copy(*id))}>{ "Copy" }</button>
                <button type="button" aria-label={named("Delete")} onclick={delete}>{ "Delete" }</button>
            </li>
        }
    });
    html! {
        if !shelf.dossiers.is_empty() || shelf.deleted.is_some() {
            <section aria-labelledby="shelf-heading">
                <h2 id="shelf-heading" tabindex="-1">{ "Kept in this browser" }</h2>
                <ul class="shelf">{ for entries }</ul>
                if let Some(title) = &shelf.deleted {
                    <p class="undo">
                        { "Deleted: " }<bdi>{ title }</bdi>{ ". " }
                        <button type="button" onclick={ask.on_leaving(Command::Restore)}>{ "Put it back" }</button>
                    </p>
                }
                <button type="button" onclick={ask.on_leaving(Command::Open(None))}>{ "New dossier" }</button>
            </section>
        }
    }
}

#[derive(Properties, PartialEq)]
struct ReadingProps {
    pack: PackCell,
    number: usize,
    title: String,
}

/// Where the pack is that came last.
#[derive(Clone)]
struct PackCell(Rc<RefCell<Option<Uint8Array>>>);

impl PartialEq for PackCell {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<Rc<RefCell<Option<Uint8Array>>>> for PackCell {
    fn from(cell: Rc<RefCell<Option<Uint8Array>>>) -> Self {
        Self(cell)
    }
}

/// The reader in a frame, which takes its dossier from the frame's property `dossier` (`static/start.js`). With
/// each pack it starts anew, where it was.
#[component]
fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { pack, number, title } = props;
    let node = use_node_ref();
    {
        let (node, pack) = (node.clone(), pack.clone());
        use_effect_with(*number, move |_| {
            let (Some(frame), Some(pack)) =
                (node.cast::<HtmlIFrameElement>(), pack.0.borrow().clone())
            else {
                return;
            };
            // An element takes every property.
            let _ = Reflect::set(&frame, &"dossier".into(), &pack);
            match frame.content_window() {
                Some(window) if !frame.src().is_empty() => {
                    let _ = window.location().reload();
                }
                _ => frame.set_src("./made.html"),
            }
        });
    }
    html! { <iframe id="reading" class="reading" title={format!("The reader: {title}")} ref={node} /> }
}

/// What the page has loaded, as the browser tells it when it is asked for.
#[component]
fn Loads() -> Html {
    let files = use_state_eq(Vec::<String>::new);
    let ontoggle = {
        let files = files.setter();
        Callback::from(move |_: Event| {
            let Some(performance) = super::window().performance() else { return };
            let entries =
                ["navigation", "resource"].map(|kind| performance.get_entries_by_type(kind));
            let name = |entry: wasm_bindgen::JsValue| {
                Reflect::get(&entry, &"name".into()).ok()?.as_string()
            };
            files.set(entries.iter().flat_map(Array::iter).filter_map(name).collect());
        })
    };
    html! {
        <details class="loads" {ontoggle}>
            <summary>{ "What this page loads" }</summary>
            <p class="fine">
                { "These files of this site, its worker, which has the same program, and what the reader beside it loads: \
                   see the foot of the reader. Your dossiers lie in this browser’s own database." }
            </p>
            <ul>{ for files.iter().map(|file| html! { <li class="fine">{ file }</li> }) }</ul>
        </details>
    }
}
