//! Two spellings beside each other: what differs is marked, and named for who does not see it.

use crate::{
    dom::{append, append_text, copy_of, part, say, say_part},
    language::Speech,
    texts::key,
};
use prefile::form::{Alike, Compared};
use web_sys::Element;

pub(crate) fn draw(compared: &Compared, labels: [String; 2], speech: &Speech) -> Element {
    let drawn = copy_of("compared");
    let key = match compared.alike {
        Alike::Same | Alike::No => None,
        Alike::Capitals => Some(key!("compare.capitals")),
        Alike::Accents => Some(key!("compare.accents")),
        Alike::Signs => Some(key!("compare.signs")),
        Alike::Order => Some(key!("compare.order")),
    };
    let alike = part(&drawn, "alike");
    match key {
        Some(key) => say(&alike, speech.text(key)),
        None => alike.remove(),
    }
    let list = part(&drawn, "list");
    for (runs, label) in compared.sides().iter().zip(labels) {
        let item = copy_of("term");
        say_part(&item, "term", &label);
        let line = part(&item, "said");
        let mut odd: Vec<&str> = Vec::new();
        for run in runs {
            if run.same {
                append_text(&line, &run.text);
                continue;
            }
            let mark = copy_of("compared-mark");
            say(&mark, &run.text);
            append(&line, &mark);
            // A space is called by its name.
            let is_space = run.text.trim().is_empty();
            odd.push(if is_space {
                speech.text(key!("compare.space"))
            } else {
                &run.text
            });
        }
        if !odd.is_empty() {
            let told = copy_of("unseen");
            let characters = odd.join(", ");
            let told_words = speech.fill(key!("taken_apart.fault"), &[("characters", &characters)]);
            say(&told, &[" (", &told_words, ")"].concat());
            append(&line, &told);
        }
        append(&list, &item);
    }
    drawn
}
