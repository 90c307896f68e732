//! [`el`]: elements by plain function calls.
//!
//! Yew's `html!` expands to the making of each element on the spot, some 300 bytes of wasm each. Views
//! call these functions instead, which are there once: hence `inline(never)` on each of them.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Listener, VList, VNode, VTag, VText};

/// An element that is being made.
pub struct Element(Box<VTag>);

/// A new element with a class; none where that is empty.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element(Box::new(VTag::new(tag)));
    if class.is_empty() { element } else { element.attr("class", class) }
}

/// Some text.
#[inline(never)]
pub fn text(words: &str) -> Html {
    VText::new(AttrValue::from(Rc::from(words))).into()
}

/// Several things in a row, without an element around them.
#[inline(never)]
pub fn row(parts: Vec<Html>) -> Html {
    VList::with_children(parts, None).into()
}

/// An element, or what keeps its place where there is none: siblings without a key are told apart by their
/// places alone, and one that is taken for another is made anew, without the focus that it had.
#[inline(never)]
pub fn optional(element: Option<Element>) -> Html {
    element.map(Html::from).unwrap_or_default()
}

/// A button that does not submit anything.
#[inline(never)]
pub fn button(class: &'static str, on_click: Callback<MouseEvent>) -> Element {
    el("button", class).attr("type", "button").on_click(on_click)
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.add_attribute(name, AttrValue::from(Rc::from(value)));
        self
    }

    /// Sets an attribute where there is a value for it.
    #[inline(never)]
    pub fn attr_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute to `true` or `false`.
    #[inline(never)]
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        self.attr(name, if is_set { "true" } else { "false" })
    }

    /// Sets what tells it from its siblings when they change.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Sets the value of a field.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.set_value(Some(AttrValue::from(Rc::from(value))));
        self
    }

    /// Ticks a box, or not.
    #[inline(never)]
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.set_checked(is_checked);
        self
    }

    /// Adds some text.
    #[inline(never)]
    pub fn text(self, words: &str) -> Self {
        self.html(text(words))
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(self, child: Element) -> Self {
        self.html(child.into())
    }

    /// Adds an element where there is one; see [`optional`].
    #[inline(never)]
    pub fn child_if(self, child: Option<Element>) -> Self {
        self.html(optional(child))
    }

    /// Adds what stands for any number of elements.
    #[inline(never)]
    pub fn html(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// Reports clicks.
    #[inline(never)]
    pub fn on_click(self, callback: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(html::onclick::Wrapper::new(callback)))
    }

    /// Reports what is typed.
    #[inline(never)]
    pub fn on_input(self, callback: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(html::oninput::Wrapper::new(callback)))
    }

    /// Reports that a dialog was closed.
    #[inline(never)]
    pub fn on_close(self, callback: Callback<Event>) -> Self {
        self.listen(Rc::new(html::onclose::Wrapper::new(callback)))
    }

    /// Reports to this listener alone.
    #[inline(never)]
    fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.set_listeners([Some(listener)].into());
        self
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(element: Element) -> Self {
        VNode::VTag(Rc::new(*element.0))
    }
}
