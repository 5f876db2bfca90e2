//! What the document is called, and the way to it in the other language.

use crate::{
    dom::{part, say, set},
    language::Speech,
    route::Route,
    texts::key,
};
use gloo::utils::document;

/// Names the document after what is shown, and leads the link of the other language there.
pub(crate) fn name_document(route: Route, title: &str, speech: &Speech) {
    document().set_title(&[title, " · ", speech.text(key!("page.name"))].concat());
    let language = speech.language.other();
    if let Some(root) = document().document_element() {
        let link = part(&root, "language");
        set(&link, "href", &Route { language, ..route }.address());
        set(&link, "hreflang", language.tag());
        set(&link, "lang", language.tag());
        say(&link, speech.text(key!("page.other_language")));
    }
}
