//! "Embed this view": the snippet for the present view.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::dialog::Modal;
use super::select::{Select, offered};
use super::told::Told;
use crate::app::effects::{address, clipboard, dom};
use crate::app::reader::{Here, use_reader};
use crate::app::renders;
use crate::choice::Choice;
use crate::embedding::{Form, Look, preview_url, snippet};
use crate::host_look::Colour;
use crate::i18n::tr;
use crate::preferences::{Theme, Typeface};
use crate::route::{Base, View};
use crate::wording::{page_title, theme_name, typeface_name};

#[derive(Properties, PartialEq)]
pub struct EmbedDialogProps {
    /// Where the page is.
    pub here: Here,
}

/// The dialog with the snippet and how it looks.
#[component]
pub fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    renders::note("EmbedDialog");
    let route = &props.here.route;
    let reader = use_reader();
    let look = use_state_eq(|| Look {
        form: Form::Script,
        width: None,
        height: None,
        theme: route.theme.unwrap_or(Theme::Auto),
        host: route.look,
    });
    let copied = use_state_eq(Told::default);
    let field = use_node_ref();

    let set = |change: fn(&mut Look, &str)| {
        let (look, copied) = (look.clone(), copied.setter());
        Callback::from(move |value: String| {
            let mut next = *look;
            change(&mut next, &value);
            look.set(next);
            copied.set(Told::default());
        })
    };
    let title = page_title(&reader.dossier, route);
    let site = address::canonical_site();
    let text = snippet(&reader.dossier, route, &look, &site, &title);
    let oncopy = {
        let (text, copied, field) = (text.clone(), copied.setter(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.select();
            }
            let (text, copied) = (text.clone(), copied.clone());
            spawn_local(async move {
                copied.set(Told::now(match clipboard::copy(&text).await {
                    true => tr!("Copied."),
                    false => tr!("Not allowed here; copy what is selected."),
                }));
            });
        })
    };
    let preview = address::from_site(&preview_url(&reader.dossier, route, &look, Base::Site("")));
    html! {
        <Modal title={tr!("Embed this view")} class="share">
            { fields(&look, route.view, set) }
            <textarea readonly=true rows="6" aria-label={tr!("Snippet")} value={text} ref={field} />
            <p role="status">{ copied.words() }</p>
            <button type="button" onclick={oncopy}>{ tr!("Copy") }</button>
            // In a frame itself, the page shows no further one.
            if !dom::is_framed() {
                <iframe
                    title={tr!("Preview")}
                    width="100%"
                    height={look.height_of(route.view).to_string()}
                    src={preview}
                />
            }
        </Modal>
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Script => tr!("Fits its content, by a script"),
        Form::Frame => tr!("Plain frame"),
    }
}

/// What stands in a field in which somebody typed.
fn typed(event: Event) -> String {
    // The browser says of a field what cannot stand in it, which counts as nothing.
    event
        .target_dyn_into::<HtmlInputElement>()
        .filter(HtmlInputElement::report_validity)
        .map(|field| field.value())
        .unwrap_or_default()
}

/// What can be chosen of how it looks. `set` makes the listener for a change by the field's value.
fn fields(look: &Look, view: View, set: impl Fn(fn(&mut Look, &str)) -> Callback<String>) -> Html {
    let mut faces = offered(typeface_name);
    faces.insert(0, (AttrValue::default(), tr!("as here").into()));
    let is_faint = !look.host.accent_is_readable(Some(look.theme));
    let on_accent = set(|look, value| look.host.accent = Colour::from_hex(value)).reform(typed);
    let on_paper = set(|look, value| look.host.paper = Colour::from_hex(value)).reform(typed);
    html! {
        <>
        <p class="share-fields">
            <label>
                { tr!("Form") }
                { " " }
                <Select
                    offered={offered(form_name)}
                    chosen={look.form.name()}
                    onchoose={set(|look, value| look.form = Form::from_name(value).unwrap_or_default())}
                />
            </label>
            <label>
                { tr!("Width") }
                { " " }
                <input
                    type="number"
                    min="200"
                    step="1"
                    placeholder="100%"
                    onchange={set(|look, value| look.width = value.parse().ok()).reform(typed)}
                />
            </label>
            <label>
                { tr!("Height") }
                { " " }
                <input
                    type="number"
                    min="200"
                    step="1"
                    placeholder={Look { height: None, ..*look }.height_of(view).to_string()}
                    onchange={set(|look, value| look.height = value.parse().ok()).reform(typed)}
                />
            </label>
            <label>
                { tr!("Colours") }
                { " " }
                <Select
                    offered={offered(theme_name)}
                    chosen={look.theme.name()}
                    onchoose={set(|look, value| look.theme = Theme::from_name(value).unwrap_or_default())}
                />
            </label>
        </p>
        <p class="share-fields">
            { colour(tr!("Accent"), "#rrggbb", look.host.accent, on_accent) }
            { colour(tr!("Paper"), "#rrggbb", look.host.paper, on_paper) }
            <label>
                { tr!("Typeface") }
                { " " }
                <Select
                    offered={faces}
                    chosen={look.host.face.map_or("", Choice::name)}
                    onchoose={set(|look, value| look.host.face = Typeface::from_name(value))}
                />
            </label>
        </p>
        <div role="status">
            if is_faint {
                <p>
                    { tr!(
                        "This accent has too little contrast with its paper (less than 4.5 to 1) \
                         and will not be used."
                    ) }
                </p>
            }
        </div>
        </>
    }
}

/// A field for a colour that the host lends.
fn colour(
    label: &'static str,
    placeholder: &'static str,
    lent: Option<Colour>,
    onchange: Callback<Event>,
) -> Html {
    let value = lent.map(|colour| format!("#{}", colour.hex()));
    html! {
        <label>
            { label }
            { " " }
            <input
                type="text"
                size="8"
                pattern="#?[0-9a-fA-F]{6}"
                {placeholder}
                {value}
                {onchange}
            />
        </label>
    }
}
