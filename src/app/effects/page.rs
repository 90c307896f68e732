//! The document around the app, as a site is pressed: its root, its parts and its attributes.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, HtmlInputElement};

use super::dom::{document, element_by_id, elements, window};
use super::focus;
use crate::choice::Choice;
use crate::preferences::{Preferences, Theme};

/// The element that holds what the app draws.
///
/// # Panics
///
/// If the page is not the one that `index.html` lays out.
pub fn root() -> Element {
    document().get_element_by_id("reader").expect("index.html holds the element `reader`")
}

/// The path of the page below the site's folder, as it was pressed; `None` in the edition in one file.
pub fn path() -> Option<String> {
    root().get_attribute("data-page")
}

/// The names of the blocks that the page was drawn from, as it was pressed.
pub fn blocks() -> Vec<String> {
    let root = document().document_element();
    let names = root.and_then(|root| root.get_attribute("data-blocks")).unwrap_or_default();
    names.split_whitespace().map(str::to_owned).collect()
}

/// The way from the page, as it was loaded, to the site's folder.
pub fn home() -> String {
    let path = path().unwrap_or_default();
    "../".repeat(path.matches('/').count())
}

/// The number of the dossier, which the frame around it has, where it is one that is made in this browser; empty as
/// long as it has none.
pub fn number_of_made() -> Option<String> {
    document().query_selector("meta[name=whosaid-made]").ok().flatten()?;
    let frame = window().frame_element().ok().flatten()?;
    Some(frame.get_attribute("data-dossier").unwrap_or_default())
}

/// Whether the page holds what the app would draw.
pub fn is_prerendered() -> bool {
    root().first_element_child().is_some()
}

/// What stands in the search field.
pub fn typed() -> String {
    let field = element_by_id(focus::SEARCH);
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The dossier's own files that are in the page, by their paths, each with its `data:` URL: the pictures of the
/// edition in one file.
pub fn files() -> Vec<(String, String)> {
    let pictures = elements("img[data-file]");
    let file =
        |picture: HtmlElement| picture.get_attribute("data-file").zip(picture.get_attribute("src"));
    pictures.into_iter().filter_map(file).collect()
}

/// The part of the page, outside of the app's own, that has an id.
pub fn part(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The absolute address to which the link of an id leads.
pub fn target(id: &str) -> Option<String> {
    let link = element_by_id(id)?.dyn_into::<HtmlAnchorElement>().ok()?;
    Some(link.href())
}

/// Sets the title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the root element's attributes to the preferences, the colours in force, and whether the page is in
/// a frame; the style sheet reads them.
pub fn set_look(preferences: &Preferences, theme: Theme, embed: bool) {
    let Some(root) = document().document_element() else { return };
    for (attribute, value) in [
        ("data-theme", theme.name()),
        ("data-text", preferences.text_size.name()),
        ("data-width", preferences.text_width.name()),
        ("data-lines", preferences.line_height.name()),
        ("data-face", preferences.typeface.name()),
        ("data-marks", preferences.marks.name()),
    ] {
        // Setting an attribute of a well-formed name cannot fail.
        let _ = root.set_attribute(attribute, value);
    }
    let _ = root.toggle_attribute_with_force("data-embed", embed);
}

/// Sets the language of the interface, which is not that of the page where a dossier of another language is shown in it.
pub fn set_language(tag: &str) {
    if let Some(root) = document().document_element() {
        // Setting an attribute of a well-formed name cannot fail.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets custom properties of the style sheet on the root element, and takes away those that were set before.
pub fn set_host_look(properties: &[(&'static str, String)]) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    thread_local! {
        static SET: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    }
    let style = root.style();
    SET.with_borrow_mut(|set| {
        for name in set.drain(..) {
            let _ = style.remove_property(name);
        }
        for (name, value) in properties {
            // A value that the browser cannot read is not set.
            let _ = style.set_property(name, value);
            set.push(name);
        }
    });
}

/// The version of the edition that is shown.
pub fn edition() -> String {
    element_by_id("edition").and_then(|edition| edition.text_content()).unwrap_or_default()
}

/// Has the links to the page outside of its frame lead to `url`, and print say where it was printed from.
pub fn set_full_page(url: &str, printed: &str) {
    for address in elements(".print-address") {
        address.set_text_content(Some(printed));
    }
    for link in elements(".full-page") {
        let _ = link.set_attribute("href", url);
    }
}

/// Loads the page anew.
pub fn reload() {
    // A page may always do that.
    let _ = window().location().reload();
}

/// What hears of every key, of changes of the selection, and when the page is hidden or shown.
pub fn event_target() -> web_sys::Document {
    document()
}
