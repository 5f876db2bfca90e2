//! A box with hidden characters, and the button that shows them, so that nobody has to type blind.

use crate::{
    app::App,
    dom::{each, set, set_text, translate},
    language::Speech,
    texts::key,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What a box and its button stand in.
const SECRET: &str = ".secret";

/// Hides the characters in all that is inside an element.
pub(crate) fn hide(root: &Element, speech: &Speech) {
    each(root, ".secret input", |input| {
        set(input, "type", "password");
    });
    label(root, speech);
}

/// Writes on each button what it does next.
pub(crate) fn label(root: &Element, speech: &Speech) {
    each(root, SECRET, |secret| {
        let (text, label) = if is_shown(secret) {
            (key!("password.hide"), key!("password.hide_it"))
        } else {
            (key!("password.show"), key!("password.show_it"))
        };
        each(secret, "button", |button| {
            set_text(button, text);
            set(button, "data-label", &label.attribute());
        });
        translate(secret, speech);
    });
}

/// Shows the characters, or hides them again.
pub(crate) fn reveal(button: &Element, app: &App) {
    let Ok(Some(secret)) = button.closest(SECRET) else {
        return;
    };
    let said = if is_shown(&secret) {
        hide(&secret, app.speech());
        key!("password.hidden")
    } else {
        each(&secret, "input", |input| {
            set(input, "type", "text");
        });
        label(&secret, app.speech());
        key!("password.shown")
    };
    app.announce(app.speech().text(said));
}

fn is_shown(secret: &Element) -> bool {
    let input = secret.query_selector("input").ok().flatten();
    input.is_some_and(|input| input.unchecked_ref::<HtmlInputElement>().type_() == "text")
}
