//! The document: how markup is found, copied and filled. Text goes in as text, never as markup.

use crate::{language::Speech, texts::Key};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlTemplateElement, KeyboardEvent, Node};

/// A copy of the element inside the template with this id.
pub(crate) fn copy_of(template: &str) -> Element {
    document()
        .get_element_by_id(template)
        .and_then(|element| element.dyn_into::<HtmlTemplateElement>().ok())
        .and_then(|template| template.content().first_element_child())
        .and_then(|element| element.clone_node_with_deep(true).ok())
        .and_then(|node| node.dyn_into().ok())
        .expect("index.html has every template that is named here")
}

/// The same, with the words of its `data-text` in place.
pub(crate) fn worded(template: &str, speech: &Speech) -> Element {
    let element = copy_of(template);
    translate(&element, speech);
    element
}

/// The element that `index.html` calls by this name inside another.
pub(crate) fn part(of: &Element, name: &str) -> Element {
    of.query_selector(&["[data-part=", name, "]"].concat())
        .ok()
        .flatten()
        .expect("index.html has every part that is named here")
}

pub(crate) fn by_id(id: &str) -> Element {
    document()
        .get_element_by_id(id)
        .expect("index.html has every id that is named here")
}

/// Makes this the whole text of the element.
pub(crate) fn say(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

pub(crate) fn say_part(of: &Element, name: &str, text: &str) {
    say(&part(of, name), text);
}

pub(crate) fn append(to: &Element, child: &Node) {
    // It fails only where a node would contain itself.
    let _ = to.append_child(child);
}

/// Appends text to an element.
pub(crate) fn append_text(to: &Element, text: &str) {
    append(to, document().create_text_node(text).as_ref());
}

pub(crate) fn empty(element: &Element) {
    element.set_text_content(None);
}

/// Sets an attribute that holds data: none of those that run anything are named in this crate.
pub(crate) fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Takes an element away when it has nothing to say.
pub(crate) fn drop_empty(element: &Element) {
    if !element.has_child_nodes() {
        element.remove();
    }
}

/// Puts the words of a language into everything that names a text.
pub(crate) fn translate(root: &Element, speech: &Speech) {
    each(root, "[data-text]", |element| {
        if let Some(key) = key_of(element, "data-text") {
            say(element, speech.text(key));
        }
    });
    each(root, "[data-label]", |element| {
        if let Some(key) = key_of(element, "data-label") {
            set(element, "aria-label", speech.text(key));
        }
    });
}

fn key_of(element: &Element, attribute: &str) -> Option<Key> {
    Key::read(&element.get_attribute(attribute)?)
}

/// Has an element say a text in whatever language the page speaks.
pub(crate) fn set_text(element: &Element, key: Key) {
    set(element, "data-text", &key.attribute());
}

pub(crate) fn each(root: &Element, selector: &str, mut act: impl FnMut(&Element)) {
    if root.matches(selector).unwrap_or(false) {
        act(root);
    }
    let Ok(found) = root.query_selector_all(selector) else {
        return;
    };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into().ok()) {
            act(&element);
        }
    }
}

/// Whether Enter was pressed: "I am done", where there is no form to be sent. A new line is Shift and Enter.
#[inline(never)]
pub(crate) fn is_enter(event: &Event) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|event| event.key() == "Enter" && !event.shift_key() && !event.is_composing())
}

pub(crate) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
