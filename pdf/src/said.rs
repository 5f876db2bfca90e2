//! The answers that stand in a form, as JSON: as `prefile/guide` takes them.

use prefile::form::{Answer, Answers};
use prefile_guide::json::{field, key, list, object};

/// Adds an object of answers. Those of a list's entries are no deeper than one list.
pub(crate) fn said(answers: &Answers, out: &mut String) {
    object(out, |out| {
        for (fact, answer) in answers.iter() {
            match answer {
                Answer::Text(text) => field(out, fact, text),
                Answer::Bool(yes) => field(out, fact, yes),
                Answer::None => key(out, fact).push_str("null"),
                Answer::List(entries) => list(out, fact, entries, said),
                // Nothing that is read from a box is one of these.
                Answer::TooLong(_) | Answer::Unreadable => {}
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::said;
    use prefile::form::{Answer, Answers};

    #[test]
    fn each_answer_is_written() {
        let mut entry = Answers::default();
        entry.say("city", Answer::Text("San \"Pedro\"".to_owned()));
        let mut answers = Answers::default();
        answers.say("a", Answer::Bool(true));
        answers.say("b", Answer::None);
        answers.say("homes", Answer::List(vec![entry, Answers::default()]));
        let mut out = String::new();
        said(&answers, &mut out);
        let expected = r#"{"a":true,"b":null,"homes":[{"city":"San \"Pedro\""},{}]}"#;
        assert_eq!(out, expected);
    }
}
