//! Which forms are filled in together.

use crate::{
    dom::{append, copy_of, each, part, set, set_text, translate, worded},
    language::Speech,
    packs::{Chosen, PACKS},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Everything that can be filled in, each with a box to tick.
pub(crate) fn draw(speech: &Speech) -> Element {
    let screen = worded("several", speech);
    for pack in &PACKS {
        let item = copy_of("several-form");
        set(&part(&item, "input"), "value", pack.id());
        set_text(&part(&item, "words"), pack.title);
        append(&part(&screen, "list"), &item);
    }
    translate(&screen, speech);
    screen
}

pub(crate) fn forget(screen: &Element) {
    each(screen, "input", |input| {
        input.unchecked_ref::<HtmlInputElement>().set_checked(false);
    });
}

/// What is ticked; none where nothing is.
pub(crate) fn chosen(screen: &Element) -> Option<Chosen> {
    let mut ids: Vec<String> = Vec::new();
    each(screen, "input:checked", |input| {
        ids.extend(input.get_attribute("value"));
    });
    Chosen::named(&["form/", &ids.join("+")].concat())
}
