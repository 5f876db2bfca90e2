//! What a person said, by the names of the facts.

/// Answers by fact; those of a list's entry by the last part of the name: `street`.
///
/// ```
/// use prefile::form::{Answer, Answers};
/// let mut answers = Answers::default();
/// answers.say("applicant.family_name", Answer::Text("O'Brien".into()));
/// answers.say("applicant.a_number", Answer::None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(String, Answer)>);

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// As it was typed; of a choice its name. Empty: not answered.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// "I have none".
    None,
    /// The entries of a list, in the order in which they stand.
    List(Vec<Answers>),
    /// What is none of these.
    Unreadable,
}

impl Answers {
    /// Adds an answer. Of two to one fact the later counts.
    pub fn say(&mut self, fact: &str, answer: Answer) {
        self.0.push((fact.to_owned(), answer));
    }

    /// All answers.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(fact, answer)| (fact.as_str(), answer))
    }
}
