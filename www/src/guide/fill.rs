//! What is written into the official PDFs, for the part that fills them (`www/fill/`).

use super::{
    end::{path, told_by},
    file::quoted,
    words::Words,
};
use prefile::form::{Definition, Evaluation};

/// The advice that whoever has the form in hand has followed.
const BEFORE: &str = "get-the-form";

/// JSON, for each form: its definition's name, its own, and its edition; of each box that the definition
/// writes its name, what stands in it now, where the answer stands, and its question; the advice.
pub(super) fn orders(evaluation: &Evaluation, words: &Words) -> String {
    let mut out = Json(String::new());
    out.list(|out| {
        for (place, definition) in words.packet.definitions().iter().enumerate() {
            if !definition.boxes.is_empty() {
                out.list(|out| order(evaluation, place, definition, words, out));
            }
        }
    });
    out.0
}

fn order(
    evaluation: &Evaluation,
    place: usize,
    definition: &Definition,
    words: &Words,
    out: &mut Json,
) {
    for text in [&definition.id, &definition.form, &definition.edition] {
        out.text(text);
    }
    let asked = evaluation.steps.iter().flat_map(|step| &step.asked);
    let asked = asked.map(|one| words.packet.path(one.fact, one.entry));
    let asked: Vec<String> = asked.collect();
    out.list(|out| {
        for rule in &definition.boxes {
            let path = told_by(definition, rule).map(|fact| path(definition, fact, rule.entry));
            // Of several rules for a box, one writes it: that of the answer that is asked for.
            let is_asked = path.as_ref().is_none_or(|path| asked.contains(path));
            let mut filled = evaluation.boxes.iter();
            let filled =
                filled.find(|one| is_asked && one.definition == place && one.name == rule.name);
            out.text(&rule.name);
            out.text(filled.map_or("", |one| &one.text));
            let path = path.unwrap_or_default();
            out.text(&path);
            out.text(&words.label_at(&path));
        }
    });
    out.list(|out| {
        for (_, one) in evaluation.advice.iter().filter(|(own, _)| *own == place) {
            let advice = &definition.advice[*one];
            if advice.id != BEFORE {
                out.text(words.text(definition, advice.title));
                out.text(words.text(definition, advice.body));
            }
        }
    });
}

struct Json(String);

impl Json {
    fn text(&mut self, text: &str) {
        self.comma();
        self.0 += &quoted(text);
    }

    fn list(&mut self, fill: impl FnOnce(&mut Self)) {
        self.comma();
        self.0.push('[');
        fill(self);
        self.0.push(']');
    }

    fn comma(&mut self) {
        if self.0.ends_with(['"', ']']) {
            self.0.push(',');
        }
    }
}
