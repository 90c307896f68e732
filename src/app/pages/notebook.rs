//! The notebook: all that the reader marked, noted and pinned.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::iter;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::anchor::Place;
use crate::app::components::cite::Cite;
use crate::app::components::note::NoteFields;
use crate::app::components::select::{Offered, Select};
use crate::app::components::told::Told;
use crate::app::effects::download::{self, Unreadable};
use crate::app::effects::{address, focus, notes};
use crate::app::hooks::use_rescue;
use crate::app::reader::{ArticleRef, Here, Reader, use_missed, use_reader};
use crate::app::renders;
use crate::article::ArticleId;
use crate::citation::Subject;
use crate::dossier::{Dossier, OpenArticle};
use crate::escape::{in_lines_of_markdown, in_markdown};
use crate::fold::fold;
use crate::i18n::{tr, trn};
use crate::notebook::{About, AnnotationPage, Merged, Note, Notebook, Standing, corrections};
use crate::route::{Page, Route};
use crate::span::Span;
use crate::state::Action;
use crate::takeaway::csv;
use crate::wording::{
    date, kind_name, objection, place_in, source_and_title, speaker_names, title,
};

#[derive(Properties, PartialEq)]
pub struct NotebookProps {
    /// Where the page is.
    pub here: Here,
    /// The notes.
    pub notebook: Rc<Notebook>,
    /// Whether the browser keeps them all.
    pub is_kept: bool,
    /// The note that was deleted last, and can be had back.
    pub removed: Option<Note>,
    /// How many notes are shown.
    pub n_shown: usize,
}

/// The list of notes with filters, and their exchange.
#[component]
pub fn NotebookPage(props: &NotebookProps) -> Html {
    renders::note("NotebookPage");
    let NotebookProps { here, notebook, is_kept, removed, n_shown } = props;
    let reader = use_reader();
    use_missed(&reader);
    let wanted = use_state_eq(String::new);
    let tag = use_state_eq(String::new);
    let all = notebook.notes();
    let mut tags: Vec<&str> = all.iter().flat_map(|note| &note.tags).map(|tag| &**tag).collect();
    tags.sort_unstable();
    tags.dedup();
    // A tag that no note has any more filters nothing.
    let chosen_tag = tags.iter().copied().find(|own| *own == *tag).unwrap_or_default();
    let next = if removed.is_some() { ".undo button" } else { "main h1" };
    use_rescue((all.len(), removed.is_some()), next);
    let words = fold(&wanted);
    let found = all.iter().rev().filter(|note| is_wanted(note, words.text(), chosen_tag));
    let found: Vec<&&Note> = found.collect();
    let mut open = BTreeMap::new();
    let entries = found.iter().take(*n_shown).map(|note| entry(&reader, here, note, &mut open));
    let entries: Html = entries.collect();
    html! {
        <div class="notebook">
            <header class="view-head">
                <h1 tabindex="-1">{ tr!("Notebook") }</h1>
                <p class="standfirst">
                    { standing(all.len(), *is_kept) }
                </p>
            </header>
            <div role="status">
                if let Some(note) = removed {
                    <p class="undo">
                        { tr!("Deleted. ") }
                        <button type="button" onclick={reader.on(Action::NotePut(Box::new(note.clone())))}>
                            { tr!("Undo") }
                        </button>
                    </p>
                }
            </div>
            if !all.is_empty() {
                <p class="actions">
                    { search_field(&wanted) }
                    { tag_field(&tag, &tags, chosen_tag) }
                    <span class="fine" role="status">{ trn!(found.len(), "{n} note", "{n} notes") }</span>
                </p>
            }
            <ol class="notes">{ entries }</ol>
            if found.len() > *n_shown {
                <button type="button" class="more" onclick={reader.on(Action::MoreWanted)}>
                    { tr!("Show more") }
                </button>
            }
            <Exchange notebook={notebook.clone()} />
        </div>
    }
}

/// The field whose words the notes shown have.
fn search_field(wanted: &UseStateHandle<String>) -> Html {
    let oninput = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            wanted.set(field.map(|field| field.value()).unwrap_or_default());
        })
    };
    html! {
        <label>
            <span class="visually-hidden">{ tr!("Search the notes") }</span>
            <input
                type="search"
                placeholder={tr!("Search the notes")}
                {oninput}
                value={(**wanted).clone()}
            />
        </label>
    }
}

/// The tag that the notes shown have.
fn tag_field(tag: &UseStateHandle<String>, tags: &[&str], chosen: &str) -> Html {
    let onchoose = {
        let tag = tag.setter();
        Callback::from(move |chosen: String| tag.set(chosen))
    };
    let tags = tags.iter().map(|tag| {
        let tag = AttrValue::from((*tag).to_owned());
        (tag.clone(), tag)
    });
    let offered: Vec<Offered> =
        iter::once((AttrValue::default(), tr!("All tags").into())).chain(tags).collect();
    html! {
        <label>
            <span class="visually-hidden">{ tr!("Tag") }</span>
            <Select {offered} chosen={chosen.to_owned()} {onchoose} />
        </label>
    }
}

/// How many notes there are, and where; or how to make one.
fn standing(n_notes: usize, is_kept: bool) -> String {
    match (n_notes, is_kept) {
        (0, _) => {
            tr!("Select words in an article to highlight or note them; pin a quotation or a view.")
                .to_owned()
        }
        (_, true) => trn!(
            n_notes,
            "{n} note, kept in this browser alone.",
            "{n} notes, kept in this browser alone."
        ),
        (_, false) => trn!(
            n_notes,
            "{n} note, certain only until this page is closed: the browser does not store it. Save \
             it as a file.",
            "{n} notes, certain only until this page is closed: the browser does not store all of \
             them. Save them as a file."
        ),
    }
}

/// Whether a note has the tag, and the folded words, that are looked for; either may be empty.
fn is_wanted(note: &Note, words: &str, tag: &str) -> bool {
    let about = match &note.about {
        About::Words { anchor, .. } => &anchor.exact,
        About::View { title, .. } => title,
    };
    (tag.is_empty() || note.tags.iter().any(|own| own == tag))
        && [about, &note.text].iter().any(|text| fold(text).text().contains(words))
}

/// A note with what it is about, and what became of that. `open` has the articles that were opened for others.
fn entry(
    reader: &Reader,
    here: &Here,
    note: &Note,
    open: &mut BTreeMap<ArticleId, ArticleRef>,
) -> Html {
    let dossier = &reader.dossier;
    let told = |words: &'static str| html! { <p class="fine"><b>{ words }</b></p> };
    let standing = note.standing(dossier);
    let head = match (&note.about, standing) {
        (About::Words { anchor, .. }, Standing::Found(id, _) | Standing::Unread(id)) => {
            let article = dossier.article(id);
            let place = standing.place();
            let paragraph =
                place.and_then(Place::span).map(|span| article.paragraph_at(span.start) as u32);
            let route = here.route.front().article(id, paragraph);
            let mut name = source_and_title(&article);
            if let Some(paragraph) = paragraph {
                name = format!("{name}, {}", place_in(paragraph));
            }
            let became = match place {
                None | Some(Place::Here(_)) => Html::default(),
                Some(Place::Moved(_)) => told(tr!(
                    "Moved: the article was edited, and the words stand in another place."
                )),
                Some(Place::Changed) => told(tr!(
                    "Changed: the article was edited, and these words do not stand in it as they were noted."
                )),
            };
            let language = dossier.language_of(&article).to_owned();
            let source = open
                .entry(id)
                .or_insert_with(|| ArticleRef::new(dossier.open_article(id).into_owned()));
            let span = place.and_then(Place::span);
            html! {
                <>
                    <blockquote lang={language} dir="auto">{ anchor.exact.clone() }</blockquote>
                    { became }
                    { span.map(|span| said_by(reader, source, span)) }
                    <p class="fine">{ reader.link(here.base, route, "", html! { <bdi>{ name }</bdi> }) }</p>
                    { span.map(|span| citing(source, span)) }
                </>
            }
        }
        (About::Words { anchor, article }, _) => html! {
            <>
                <blockquote dir="auto">{ anchor.exact.clone() }</blockquote>
                { told(tr!("Gone: this edition does not have the article.")) }
                <p class="fine">{ article.clone() }</p>
            </>
        },
        (About::View { url, title }, _) => {
            let route = route_of(url, dossier);
            html! { <p>{ reader.link(here.base, route, "", html! { <bdi>{ title.clone() }</bdi> }) }</p> }
        }
    };
    html! {
        <li key={note.id.clone()} class="note">
            { head }
            if let Some(says) = &note.says {
                <p><bdi>{ objection(says) }</bdi></p>
            }
            <NoteFields note={note.clone()} />
        </li>
    }
}

/// Who says the words at a Span and how; nothing where nobody is quoted.
fn said_by(reader: &Reader, source: &ArticleRef, span: Span) -> Html {
    let Some(at) = source.quotation_with(span) else { return Html::default() };
    let quotation = &source.quotations[at];
    let names = speaker_names(quotation, &reader.dossier);
    let kind = kind_name(quotation.kind).to_lowercase();
    html! { <p class="fine"><b><bdi>{ names }</bdi></b>{ format!(", {kind}") }</p> }
}

/// The way to cite the quotation at a Span, or the paragraph.
fn citing(source: &ArticleRef, span: Span) -> Html {
    let paragraph = source.article.paragraph_at(span.start) as u32;
    let subject =
        source.quotation_with(span).map_or(Subject::Paragraph(paragraph), Subject::Quotation);
    html! {
        <details class="note-cite">
            <summary dir="auto">{ tr!("Cite") }</summary>
            <Cite article={source.clone()} {subject} />
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct ExchangeProps {
    notebook: Rc<Notebook>,
}

/// What notes are saved as.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Markdown,
    Csv,
    /// What they say of who said what, in TOML.
    Corrections,
}

/// The id of what is told of the files.
const TOLD: &str = "exchange_told";

/// Lets the focus go to what is told of an import, once the value given is set: the notes that came stand above, however
/// many.
#[hook]
fn use_focus_after_import(told: &Told) -> Rc<RefCell<bool>> {
    let has_come = use_mut_ref(|| false);
    {
        let has_come = has_come.clone();
        use_effect_with(told.clone(), move |_| {
            if has_come.take() {
                focus::go_to_id(TOLD);
            }
        });
    }
    has_come
}

/// The notes as files, and notes from a file.
#[component]
fn Exchange(props: &ExchangeProps) -> Html {
    renders::note("Exchange");
    let ExchangeProps { notebook } = props;
    let reader = use_reader();
    let said = use_state_eq(Told::default);
    // As it is when a file has been chosen, not when the dialog for it was opened.
    let latest = use_mut_ref(|| notebook.clone());
    *latest.borrow_mut() = notebook.clone();
    let has_come = use_focus_after_import(&said);
    let save = |format: Format| {
        let (reader, notebook, said) = (reader.clone(), notebook.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let told = match saved(&reader, &notebook, format) {
                true => tr!("Saved."),
                false => tr!("The browser refuses to save a file here."),
            };
            said.set(Told::now(told));
        })
    };
    let onimport = {
        let (reader, latest) = (reader.clone(), latest.clone());
        let (said, has_come) = (said.setter(), has_come.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let (reader, latest) = (reader.clone(), latest.clone());
            let (said, has_come) = (said.clone(), has_come.clone());
            spawn_local(async move {
                let Some(text) = download::chosen_file(&field).await else { return };
                let told = match text.map(|text| notes::from_json(&text)) {
                    Err(Unreadable) => tr!("The browser cannot read this file: is it still there?").to_owned(),
                    Ok(Some((others, n_unreadable))) => {
                        let mut next = (**latest.borrow()).clone();
                        let merged = Merged { n_unreadable, ..next.merge(others.clone()) };
                        reader.dispatch.dispatch(Action::NotesMerged(others));
                        came(merged)
                    }
                    Ok(None) => tr!(
                        "This file holds no notes: choose one that was saved here as JSON, or another W3C \
                         annotation page."
                    )
                    .to_owned(),
                };
                said.set(Told::now(told));
                *has_come.borrow_mut() = true;
            });
        })
    };
    let is_empty = notebook.is_empty();
    // As long as an article is on its way, nobody knows where in it the words of a note stand.
    let is_unread = |note: &Note| matches!(note.standing(&reader.dossier), Standing::Unread(_));
    let in_blocks = !reader.dossier.blocks().is_empty();
    let waits = in_blocks && notebook.notes().into_iter().any(is_unread);
    use_missed(&reader);
    html! {
        <section class="exchange" aria-label={tr!("Notes as files")}>
            <p class="actions">
                <button type="button" disabled={is_empty} onclick={save(Format::Json)}>{ tr!("Save as JSON") }</button>
                <button type="button" disabled={is_empty || waits} onclick={save(Format::Markdown)}>{ tr!("Markdown") }</button>
                <button type="button" disabled={is_empty || waits} onclick={save(Format::Csv)}>{ "CSV" }</button>
                if notebook.notes().iter().any(|note| note.says.is_some()) {
                    <button type="button" disabled={waits} onclick={save(Format::Corrections)}>
                        { tr!("Corrections for the publisher (TOML)") }
                    </button>
                }
                <label class="file">
                    { tr!("Add notes from a file (JSON) ") }
                    <input type="file" accept=".json,application/json,application/ld+json" onchange={onimport} />
                </label>
            </p>
            <p id={TOLD} class="fine" role="status" tabindex="-1">{ said.words() }</p>
        </section>
    }
}

/// Saves the notes as a file; whether the browser lets it.
fn saved(reader: &Reader, notebook: &Notebook, format: Format) -> bool {
    let title = &reader.dossier.masthead.title;
    let name = tr!("{title} notes", title);
    let notes = notebook.notes();
    match format {
        Format::Json => {
            let page = AnnotationPage::of(notes, &address::site(), title);
            download::save_json(&name, "json", &page)
        }
        Format::Corrections => {
            let name = tr!("{title} notes corrections", title);
            let text = corrections(notebook, &reader.dossier);
            download::save(&name, "toml", "application/toml", &text)
        }
        Format::Markdown => download::save(&name, "md", "text/markdown", &markdown(reader, &notes)),
        Format::Csv => download::save(&name, "csv", "text/csv", &table(&reader.dossier, &notes)),
    }
}

/// What came of an import.
fn came(merged: Merged) -> String {
    let Merged { n_new, n_changed, n_unreadable } = merged;
    let mut told = trn!(
        n_new,
        "{n} note added, {n_changed} changed.",
        "{n} notes added, {n_changed} changed.",
        n_changed
    );
    if n_unreadable > 0 {
        told += &trn!(
            n_unreadable,
            " {n} item could not be read and was left out.",
            " {n} items could not be read and were left out."
        );
    }
    told
}

/// The view that a pinned address names; a file that was taken over cannot have it lead elsewhere.
fn route_of(url: &str, dossier: &Dossier) -> Route {
    let (search, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let search = &search[search.find('?').unwrap_or(search.len())..];
    Route::parse(Page::Front, search, fragment, dossier).0
}

/// Where the words of a note stand, and who says them there.
struct Context<'a> {
    source: OpenArticle<'a>,
    paragraph: Option<u32>,
    quotation: Option<usize>,
}

impl<'a> Context<'a> {
    /// `None` of a view, and where the article is not there any more.
    fn of(note: &Note, dossier: &Dossier<'a>) -> Option<Self> {
        let standing = note.standing(dossier);
        let (Standing::Found(id, _) | Standing::Unread(id)) = standing else { return None };
        let source = dossier.open_article(id);
        let span = standing.place().and_then(Place::span);
        let paragraph = span.map(|span| source.article.paragraph_at(span.start) as u32);
        let quotation = span.and_then(|span| source.quotation_with(span));
        Some(Self { source, paragraph, quotation })
    }

    /// The names of who says the words, and the kind of quotation; both empty where nobody is quoted.
    fn said(&self, dossier: &Dossier) -> [String; 2] {
        let quotation = self.quotation.map(|at| &self.source.quotations[at]);
        quotation.map_or_else(Default::default, |quotation| {
            [speaker_names(quotation, dossier), kind_name(quotation.kind).to_lowercase()]
        })
    }
}

/// The columns of notes as a table.
const COLUMNS: [&str; 13] = [
    "created",
    "modified",
    "source",
    "outlet",
    "title",
    "published",
    "paragraph",
    "speaker",
    "kind",
    "words",
    "note",
    "tags",
    "objection",
];

fn table(dossier: &Dossier, notes: &[&Note]) -> String {
    let rows = notes.iter().map(|note| {
        let (article, words) = match &note.about {
            About::Words { article, anchor } => (article.clone(), anchor.exact.clone()),
            About::View { url, title } => (url.clone(), title.clone()),
        };
        let context = Context::of(note, dossier);
        let said = context.as_ref().map(|context| context.said(dossier));
        let [speaker, kind] = said.unwrap_or_default();
        let article_of = context.as_ref().map(|context| &context.source.article);
        let byline = article_of.map(|article| article.byline.clone()).unwrap_or_default();
        let paragraph = context.as_ref().and_then(|context| context.paragraph);
        [
            note.created.clone(),
            note.modified.clone(),
            article,
            byline.outlet.unwrap_or_default(),
            article_of.map(title).unwrap_or_default(),
            byline.published.unwrap_or_default(),
            paragraph.map(|paragraph| paragraph.to_string()).unwrap_or_default(),
            speaker,
            kind,
            words,
            note.text.clone(),
            note.tags.join(", "),
            note.says.as_ref().map(objection).unwrap_or_default(),
        ]
    });
    csv(COLUMNS, rows)
}

fn markdown(reader: &Reader, notes: &[&Note]) -> String {
    let dossier = &reader.dossier;
    let site = address::site();
    let base = address::base_of_site();
    let heading = tr!("{title}: notes", title = dossier.masthead.title);
    let mut text = format!("# {}\n", in_markdown(&heading));
    for note in notes {
        let place = match (&note.about, Context::of(note, dossier)) {
            (About::Words { anchor, .. }, Some(context)) => {
                let Context { source, paragraph, .. } = &context;
                let url = Route::default().article(source.id, *paragraph).to_url(dossier, base);
                let name = in_markdown(&source_and_title(&source.article));
                let [speaker, kind] = context.said(dossier);
                let said =
                    (!speaker.is_empty()).then(|| format!("{}, {kind}", in_markdown(&speaker)));
                let published = source.article.byline.published.as_deref().map(date);
                let parts = said.into_iter().chain([format!("[{name}](<{site}{url}>)")]);
                let parts = parts.chain(published).chain(paragraph.map(place_in));
                let words = in_lines_of_markdown(&anchor.exact.replace('\n', " "));
                format!("> {words}\n\n{}\n", parts.collect::<Vec<_>>().join(", "))
            }
            (About::Words { anchor, article }, None) => {
                let words = anchor.exact.replace('\n', " ");
                let words = in_lines_of_markdown(&words);
                format!("> {words}\n\n{}\n", in_lines_of_markdown(article))
            }
            (About::View { url, title }, _) => {
                let url = route_of(url, dossier).to_url(dossier, base);
                format!("[{}](<{site}{url}>)\n", in_markdown(title))
            }
        };
        text += &format!("\n{place}");
        if let Some(says) = &note.says {
            text += &format!("\n**{}**\n", in_markdown(&objection(says)));
        }
        if !note.text.is_empty() {
            text += &format!("\n{}\n", in_lines_of_markdown(&note.text));
        }
        if !note.tags.is_empty() {
            text += &format!("\n*{}*\n", in_markdown(&note.tags.join(", ")));
        }
    }
    text
}
