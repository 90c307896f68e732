//! The browser's history of pages, and how far each was scrolled when the reader left it.
//!
//! Browsers scroll a page to where it was when Back leads to it. WebKit does so before the app has drawn the page, and
//! stops short where the page before it is shorter. So the app keeps the positions as well: by an entry's depth in the
//! history, which is the entry's state. With a position goes the link that the reader left by, where the keyboard goes on.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{History, HtmlElement};

use super::dom::{elements, focused, window};
use super::focus;

/// What is to become of the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryUpdate {
    /// A new entry, which Back undoes.
    Push,
    /// The present entry is replaced, as when the reader goes on typing.
    Replace,
}

/// Where on a page a reader is.
#[derive(Clone, Default)]
pub struct Position {
    /// How far it is scrolled, in CSS pixels.
    scrolled: f64,
    /// The link that had the focus last: where it leads, as it is written, and its number among those of the page.
    link: Option<(String, usize)>,
}

/// The links of a page, those above and beside what it shows too.
const LINKS: &str = "#reader a[href]";

/// Where readers were on the pages of entries.
#[derive(Default)]
struct Positions {
    /// The depth of the present entry.
    depth: u32,
    /// On its page.
    now: Position,
    /// Where the pages of entries were left, by their depth; `None` where that is not known.
    left_at: Vec<Option<Position>>,
}

impl Positions {
    /// Goes to another entry; gives where its page was left.
    fn go_to(&mut self, depth: u32) -> Option<Position> {
        let n_entries = self.depth.max(depth) as usize + 1;
        if self.left_at.len() < n_entries {
            self.left_at.resize(n_entries, None);
        }
        self.left_at[self.depth as usize] = Some(self.now.clone());
        self.now.link = None;
        self.depth = depth;
        self.left_at[depth as usize].clone()
    }
}

thread_local! {
    static POSITIONS: RefCell<Positions> = RefCell::default();
}

/// Notes where the page is scrolled to, each time that has changed: but for the way to the search field, from which
/// the reader may come back.
pub fn note_position() {
    if focus::is_within(focus::SEARCH) {
        return;
    }
    let now = window().scroll_y().unwrap_or_default();
    POSITIONS.with_borrow_mut(|positions| positions.now.scrolled = now);
}

/// Notes which link has the focus, each time that something has got it.
pub fn note_focus() {
    let link = focused().and_then(|link| {
        let at = elements(LINKS).iter().position(|other| **other == link)?;
        Some((link.get_attribute("href")?, at))
    });
    POSITIONS.with_borrow_mut(|positions| positions.now.link = link);
}

/// Begins with the present entry, which may be one of an earlier visit.
pub fn start() {
    let depth = window().history().ok().and_then(|history| depth_of(&history));
    POSITIONS.with_borrow_mut(|positions| positions.depth = depth.unwrap_or_default());
}

/// Takes note that the browser has gone to another entry; gives where its page was left, if that is known.
pub fn arrived() -> Option<Position> {
    let stated = depth_of(&window().history().ok()?);
    POSITIONS.with_borrow_mut(|positions| {
        // A link within the page, which the browser follows by itself, makes an entry without state.
        let depth = stated.unwrap_or(positions.depth + 1);
        positions.go_to(depth)
    })
}

/// Goes to a position that [`arrived`] gave; with the focus, where that is free.
pub fn go_to(position: &Position) {
    let x = window().scroll_x().unwrap_or_default();
    window().scroll_to_with_x_and_y(x, position.scrolled);
    if !focus::is_free() {
        return;
    }
    match position.link.as_ref().and_then(|(href, at)| link_to(href, *at)) {
        Some(link) => focus::go_to_quietly(&link),
        // The keyboard would else begin at the top.
        None if position.scrolled > 0.0 => focus::go_to_paragraph_in_view(),
        None => {}
    }
}

/// The link that leads there, the one of that number if it does.
fn link_to(href: &str, at: usize) -> Option<HtmlElement> {
    let links = elements(LINKS);
    let is_left = |link: &&HtmlElement| link.get_attribute("href").as_deref() == Some(href);
    // Several may lead there, and the page may have changed.
    links.get(at).filter(is_left).or_else(|| links.iter().find(is_left)).cloned()
}

/// Goes to the search field, from which [`leave_search`] leads back.
pub fn enter_search() {
    // Browsers tell of a page that was just scrolled only with its next frame.
    note_position();
    focus::search();
}

/// Goes back from the search field to where the reader was before.
pub fn leave_search() {
    focus::leave();
    go_to(&POSITIONS.with_borrow(|positions| positions.now.clone()));
}

/// Writes a URL into the history; whether the browser lets it.
pub fn write(url: &str, update: HistoryUpdate) -> bool {
    let Ok(history) = window().history() else { return false };
    let depth = POSITIONS.with_borrow(|positions| positions.depth);
    let replace = |url| history.replace_state_with_url(&depth.into(), "", url).is_ok();
    match update {
        HistoryUpdate::Replace => replace(Some(url)),
        HistoryUpdate::Push => {
            let next = depth + 1;
            let is_noted = depth_of(&history).is_some() || replace(None);
            let is_written =
                is_noted && history.push_state_with_url(&next.into(), "", Some(url)).is_ok();
            if is_written {
                POSITIONS.with_borrow_mut(|positions| positions.go_to(next));
            }
            is_written
        }
    }
}

/// Goes back one entry.
pub fn back() {
    if let Ok(history) = window().history() {
        // Without an entry before this one nothing happens.
        let _ = history.back();
    }
}

/// The depth of the present entry, where the app has written it.
fn depth_of(history: &History) -> Option<u32> {
    let state = history.state().unwrap_or(JsValue::NULL);
    // No more than browsers keep: another program of the same page may have written anything.
    state.as_f64().filter(|depth| (0.0..1e4).contains(depth)).map(|depth| depth as u32)
}
