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
    /// A text that is too long to be handed over: how many UTF-16 units it has.
    TooLong(u32),
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

    /// The answer to a fact.
    #[must_use]
    pub fn get(&self, fact: &str) -> Option<&Answer> {
        let said = self.0.iter().rev().find(|(name, _)| name == fact);
        said.map(|(_, answer)| answer)
    }

    /// All answers.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(fact, answer)| (fact.as_str(), answer))
    }
}
