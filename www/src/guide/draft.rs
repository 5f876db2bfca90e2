//! What a person has typed, chosen and ticked, as it stands in the boxes. No document here.

use prefile::form::{Answer, Answers, Definition, Wants};

/// What stands in one box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// As it was typed; of a choice its name, of yes and no `yes` or `no`.
    pub(crate) text: String,
    /// Whether "I have none" is ticked. What was typed before stays.
    pub(crate) none: bool,
}

/// By the names of the facts.
#[derive(Debug, Default)]
pub(crate) struct Draft(Vec<(String, Entry)>);

impl Draft {
    pub(crate) fn entry(&self, fact: &str) -> Entry {
        let found = self.0.iter().find(|(name, _)| name == fact);
        found.map(|(_, entry)| entry.clone()).unwrap_or_default()
    }

    pub(crate) fn put(&mut self, fact: &str, entry: Entry) {
        match self.0.iter_mut().find(|(name, _)| name == fact) {
            Some((_, there)) => *there = entry,
            None => self.0.push((fact.to_owned(), entry)),
        }
    }

    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }

    /// The same for the core.
    pub(crate) fn answers(&self, definition: &Definition) -> Answers {
        let mut answers = Answers::default();
        for fact in &definition.facts {
            let entry = self.entry(&fact.id);
            let answer = match fact.wants {
                _ if entry.none => Answer::None,
                _ if entry.text.is_empty() => continue,
                Wants::YesNo => Answer::Bool(entry.text == "yes"),
                _ => Answer::Text(entry.text),
            };
            answers.say(&fact.id, answer);
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Entry};
    use prefile::form::{Answer, Definition, Fact, Wants};

    fn entry(text: &str, none: bool) -> Entry {
        let text = text.to_owned();
        Entry { text, none }
    }

    #[test]
    fn what_stands_in_the_boxes_is_what_is_answered() {
        let fact = |id: &str, wants| Fact {
            id: id.to_owned(),
            list: None,
            wants,
            optional: true,
        };
        let definition = Definition {
            facts: vec![
                fact("a", Wants::Text),
                fact("b", Wants::YesNo),
                fact("c", Wants::Text),
            ],
            ..Definition::default()
        };
        let mut draft = Draft::default();
        draft.put("a", entry("one", false));
        draft.put("b", entry("no", false));
        draft.put("elsewhere", entry("x", false));
        let said = |draft: &Draft| -> Vec<(String, Answer)> {
            let answers = draft.answers(&definition);
            let answers = answers
                .iter()
                .map(|(name, answer)| (name.to_owned(), answer.clone()));
            answers.collect()
        };
        let no = ("b".to_owned(), Answer::Bool(false));
        assert_eq!(
            said(&draft),
            [("a".to_owned(), Answer::Text("one".to_owned())), no.clone()]
        );

        draft.put("a", entry("one", true));
        assert_eq!(said(&draft), [("a".to_owned(), Answer::None), no.clone()]);
        assert_eq!(draft.entry("a").text, "one");

        draft.put("a", entry("", false));
        assert_eq!(said(&draft), [no]);
        draft.forget();
        assert_eq!(said(&draft), []);
    }
}
