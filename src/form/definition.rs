//! What a definition says: facts, screens, checks, boxes and advice, as `forms/*.toml` has them.
//!
//! A fact, an expression or a text is named by its place in the definition's own list. The place 0
//! of the texts is the empty text.

use super::expression::Expression;
use crate::{Kind, Severity};

/// The place of a fact in [`Definition::facts`].
pub type FactIndex = u16;
/// The place of an expression in [`Definition::expressions`].
pub type ExpressionIndex = u16;
/// The place of a text in [`Texts::lines`].
pub type TextIndex = u16;

/// An official form of one edition, or a guide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definition {
    /// `g-1145`, `my-online-account-number`.
    pub id: String,
    /// The form's name as it is printed, `G-1145`; empty for a guide.
    pub form: String,
    /// The edition's day, ISO; empty for a guide.
    pub edition: String,
    /// What it asks for, each list before its members.
    pub facts: Vec<Fact>,
    /// Every condition.
    pub expressions: Vec<Expression>,
    /// In the order in which they are shown.
    pub screens: Vec<Screen>,
    /// What the answers say of each other.
    pub checks: Vec<Rule>,
    /// What is written into the official PDF.
    pub boxes: Vec<BoxRule>,
    /// What the answers come to.
    pub advice: Vec<Advice>,
    /// Where its rules come from.
    pub sources: Vec<Cited>,
    /// One for each language, English first; all have as many lines.
    pub texts: Vec<Texts>,
}

impl Definition {
    /// Whether a fact is the last day of its list's entries in time: `PRESENT` is an answer to it.
    #[must_use]
    pub fn ends(&self, fact: FactIndex) -> bool {
        let list = self.facts.get(usize::from(fact));
        let list = list.and_then(|fact| self.facts.get(usize::from(fact.list?)));
        matches!(list.map(|list| &list.wants), Some(Wants::List(Some(history))) if history.to == fact)
    }
}

/// Something to know about a person or a filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// `applicant.family_name`; the same in every definition that asks for it.
    pub id: String,
    /// The list that it is a member of: each entry has one.
    pub list: Option<FactIndex>,
    /// What an answer is.
    pub wants: Wants,
    /// Whether "I have none" is an answer.
    pub optional: bool,
}

/// What an answer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wants {
    /// A text of one of the kinds.
    Kind(Kind),
    /// Yes or no.
    YesNo,
    /// One of these.
    Choice(Vec<Choice>),
    /// A month, or a day whose month is enough: `2019-05`, `05/2019`.
    Month,
    /// A whole number, 0 to 999,999,999.
    Number,
    /// US dollars and cents.
    Amount,
    /// Any text.
    Text,
    /// Entries, each with the facts that name it as their list.
    List(Option<History>),
}

/// One of the answers to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// `filed_online`.
    pub id: String,
    /// In words.
    pub label: TextIndex,
}

/// A list whose entries follow each other in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct History {
    /// The member with the first day.
    pub from: FactIndex,
    /// The member with the last day, or `PRESENT`.
    pub to: FactIndex,
    /// How many years back from today it must reach; 0 if the form asks for none.
    pub years: u8,
    /// Whether time without an entry is a gap: trips have none.
    pub whole: bool,
}

/// What is shown at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// `name`.
    pub id: String,
    /// Shown only then.
    pub when: Option<ExpressionIndex>,
    /// Its questions are asked of each entry of this list.
    pub list: Option<FactIndex>,
    /// Its heading.
    pub title: TextIndex,
    /// A sentence below the heading.
    pub intro: TextIndex,
    /// What it asks, in order.
    pub questions: Vec<Question>,
}

/// A fact as a screen asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What it asks for.
    pub fact: FactIndex,
    /// Asked only then.
    pub when: Option<ExpressionIndex>,
    /// The question.
    pub label: TextIndex,
    /// Help with the answer.
    pub help: TextIndex,
    /// Why it is asked.
    pub why: TextIndex,
    /// Where on paper it goes: "Part 2, Item 9", and the page.
    pub place: Place,
}

/// A place in an official form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// `2`; empty when the form has no parts.
    pub part: String,
    /// `1.a`; empty when the box has no number.
    pub item: String,
    /// The page of the form; 0 when it is not said.
    pub page: u16,
    /// The page of the form's instructions that says what goes there; 0 when it is not said.
    pub instructions: u16,
}

/// What answers may say of each other that is wrong, or worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `account-number-without-online-receipt`; with the definition's name before it, the code.
    pub id: String,
    /// How grave it is.
    pub severity: Severity,
    /// Said when this is so.
    pub when: ExpressionIndex,
    /// The fact that it is said of.
    pub fact: Option<FactIndex>,
    /// The fact whose answer that one's is laid beside, letter by letter. A difference in capitals,
    /// accents, signs or the order of words is no more than a note.
    pub with: Option<FactIndex>,
    /// What is wrong, and what to do.
    pub message: TextIndex,
    /// Why it matters.
    pub why: TextIndex,
    /// Where the rule comes from: a place in [`Definition::sources`].
    pub source: u16,
}

/// How one box of the official PDF is filled. A box may have several rules, of which one holds at
/// a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxRule {
    /// The field's full name in the PDF.
    pub name: String,
    /// Holds only then.
    pub when: Option<ExpressionIndex>,
    /// The entry of their list that members are of here, counted from 0.
    pub entry: u16,
    /// What is written.
    pub writes: Writes,
    /// What stands there when there is no answer; empty for a box that is left blank.
    pub empty: String,
    /// How many characters it holds; 0 when it does not say.
    pub room: u16,
    /// The characters it takes: `A` stands for all letters, `0` for all digits, others for
    /// themselves; empty when it takes all.
    pub takes: String,
}

/// What a box gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writes {
    /// A fact.
    Fact(FactIndex, Spelling),
    /// The same always: the state of a check box.
    Text(String),
}

/// How a value is written in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// As it is printed: 10/05/1967.
    Printed,
    /// Its canonical form.
    Canonical,
    /// Its digits alone.
    Digits,
    /// One digit of a number: 1 is the last one, 2 that before it.
    Digit(u8),
    /// One of the parts that its letters and digits make: 2 of (c)(3)(B) is 3.
    Part(u8),
}

/// What the answers come to: what to do, or to leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// `leave-the-box-empty`.
    pub id: String,
    /// Given only then.
    pub when: Option<ExpressionIndex>,
    /// Its heading.
    pub title: TextIndex,
    /// The advice.
    pub body: TextIndex,
    /// Where it comes from: a place in [`Definition::sources`].
    pub source: u16,
}

/// Where a definition's rule comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    /// What the page or document calls itself.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The day it was read, ISO.
    pub read: String,
}

/// The words of a definition in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// `en`.
    pub language: String,
    /// Each at the same place in every language.
    pub lines: Vec<String>,
}
