//! What comes out: the definition as the runtime reads it, and what only its author and the proofs
//! need.

use prefile::{
    Day, Kind,
    form::{Answers, Definition, ExpressionIndex},
};

/// A definition that compiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// From the root of the tree: `forms/g-1145.toml`. All lines but those of boxes count in it.
    pub file: String,
    /// What goes into the pack.
    pub definition: Definition,
    /// Where each part stands.
    pub lines: Lines,
    /// What no rule writes.
    pub hand: Vec<Hand>,
    /// Made-up answers, and what must come of them.
    pub examples: Vec<Example>,
    /// The official list of boxes; `None` for what has no `boxes`.
    pub official: Option<Official>,
}

impl Compiled {
    /// The bytes of its pack.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        prefile::form::write(&self.definition)
    }

    /// Where a condition stands and how it is written there.
    #[must_use]
    pub fn condition(&self, index: ExpressionIndex) -> Option<&Condition> {
        self.lines.conditions.get(usize::from(index))
    }
}

/// The lines of the parts of a definition, each list as long as the definition's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Of each fact, in `forms/facts.toml`.
    pub facts: Vec<usize>,
    /// Of each expression.
    pub conditions: Vec<Condition>,
    /// Of each screen.
    pub screens: Vec<usize>,
    /// Of each question, by screen.
    pub questions: Vec<Vec<usize>>,
    /// Of each check.
    pub checks: Vec<usize>,
    /// Of each rule for a box.
    pub boxes: Vec<usize>,
    /// Of each advice.
    pub advice: Vec<usize>,
}

/// A condition as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Where it begins.
    pub line: usize,
    /// `years(applicant.birth_date, today) < 14`; of what is said of a list's entries, only that.
    pub source: String,
}

/// A box that is left to the hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The field's full name in the PDF.
    pub name: String,
    /// Why no rule writes it.
    pub why: String,
    /// Where it stands.
    pub line: usize,
}

/// A person's answers, and what must come of them: what is `None` is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Where it stands.
    pub line: usize,
    /// The day on which the person answers; 2026-01-15 where the example does not say.
    pub today: Day,
    /// What the person says.
    pub answers: Answers,
    /// The facts that are asked, in order: `account.filed`.
    pub asked: Option<Vec<String>>,
    /// The codes of what is found, in order.
    pub findings: Option<Vec<String>>,
    /// What each box gets; those not named are blank.
    pub boxes: Option<Vec<(String, String)>>,
    /// The advice that is given, in order.
    pub advice: Option<Vec<String>>,
}

/// The boxes of an official form: texts, lists to choose from, check boxes and bar codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// From the root of the tree: `data/boxes/g-1145@2014-09-26.tsv`.
    pub file: String,
    /// In the form's order.
    pub boxes: Vec<OfficialBox>,
}

/// A box of the official PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialBox {
    /// The field's full name in the PDF.
    pub name: String,
    /// What it wants, where that is one of our kinds.
    pub kind: Option<Kind>,
    /// Whose it is: `applicant`; `?` where the form leaves it open.
    pub whose: String,
    /// What for: `home`; `-` where nothing says it.
    pub purpose: String,
    /// How many characters it holds, where that is said.
    pub max: Option<u16>,
    /// What sets it, where it is a check box.
    pub state: Option<String>,
    /// Where it stands in the official list.
    pub line: usize,
}

impl OfficialBox {
    /// Whether it takes this kind. Tables have one column for a state or a province, and for a ZIP
    /// or a postal code; a status may be a class or in words: parolee. A birth date is a date: of a
    /// child, there is no more to say.
    #[must_use]
    pub fn takes(&self, kind: Option<Kind>) -> bool {
        match (self.kind, kind) {
            (None, _)
            | (Some(Kind::State), Some(Kind::Province))
            | (Some(Kind::Zip), Some(Kind::PostalCode))
            | (Some(Kind::DateOfBirth), Some(Kind::Date))
            | (Some(Kind::ClassOfAdmission), None) => true,
            (wanted, kind) => wanted == kind,
        }
    }
}
