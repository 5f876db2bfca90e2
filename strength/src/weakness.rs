//! What a person should hear about a weak password.

use crate::Strength;
use crate::explanation::{Kind, List, Match};
use crate::score::Score;

/// A reason why a password is easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Weakness {
    /// It contains something that the caller said about the person.
    Personal = 0,
    /// The whole of it is a common password, however it is spelled.
    CommonPassword = 1,
    /// A common password is part of it.
    ContainsCommonPassword = 2,
    /// A name is in it.
    Name = 3,
    /// A word is in it.
    Word = 4,
    /// Neighbouring keys.
    KeyboardWalk = 5,
    /// The same characters again and again.
    Repeat = 6,
    /// `abc`, `321`.
    Sequence = 7,
    /// A recent year.
    Year = 8,
    /// A date.
    Date = 9,
    /// Nothing in it is known, but it is short.
    Short = 10,
    /// A word in it is spelled backwards, which helps little.
    Reversed = 11,
    /// Digits or signs stand for letters, which helps little.
    LookAlikes = 12,
    /// Capitals at the usual places, which help little.
    Capitals = 13,
}

/// Every weakness with its name, gravest first.
const TABLE: [(Weakness, &str); 14] = [
    (Weakness::Personal, "strength/personal"),
    (Weakness::CommonPassword, "strength/common-password"),
    (
        Weakness::ContainsCommonPassword,
        "strength/contains-common-password",
    ),
    (Weakness::Name, "strength/name"),
    (Weakness::Word, "strength/word"),
    (Weakness::KeyboardWalk, "strength/keyboard-walk"),
    (Weakness::Repeat, "strength/repeat"),
    (Weakness::Sequence, "strength/sequence"),
    (Weakness::Year, "strength/year"),
    (Weakness::Date, "strength/date"),
    (Weakness::Short, "strength/short"),
    (Weakness::Reversed, "strength/reversed"),
    (Weakness::LookAlikes, "strength/look-alikes"),
    (Weakness::Capitals, "strength/capitals"),
];

impl Weakness {
    /// Every weakness, gravest first.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Weakness> {
        TABLE.iter().map(|row| row.0)
    }

    /// Its name in prefile's table of findings: `strength/personal`.
    #[must_use]
    pub fn id(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// Whether this part is why.
    fn is_in(self, part: &Match, whole: bool) -> bool {
        reasons(part.kind, whole) & bit(self) != 0
    }
}

impl Strength {
    /// The first part of the password that has this weakness; none if all of it has.
    #[must_use]
    pub fn part(&self, weakness: Weakness) -> Option<&Match> {
        let whole = self.explanation.len() == 1;
        self.explanation
            .iter()
            .find(|part| weakness.is_in(part, whole))
    }
}

/// The reasons in `explanation`, each once, gravest first; none if the password holds.
pub(crate) fn weaknesses(score: Score, explanation: &[Match]) -> Vec<Weakness> {
    if score >= Score::SafelyUnguessable {
        return Vec::new();
    }
    let whole = explanation.len() == 1;
    let mut found: Vec<Weakness> = Weakness::all()
        .filter(|weakness| explanation.iter().any(|part| weakness.is_in(part, whole)))
        .collect();
    if found.is_empty() {
        found.push(Weakness::Short);
    }
    found
}

fn bit(weakness: Weakness) -> u16 {
    1 << weakness as u16
}

fn reasons(kind: Kind, whole: bool) -> u16 {
    match kind {
        Kind::Bruteforce => 0,
        Kind::Dictionary {
            list,
            reversed,
            look_alikes,
            capitals,
        } => {
            let list = bit(match list {
                List::Personal => Weakness::Personal,
                List::Passwords if whole => Weakness::CommonPassword,
                List::Passwords => Weakness::ContainsCommonPassword,
                List::Names => Weakness::Name,
                List::Words => Weakness::Word,
            });
            let spelling = [
                (reversed, Weakness::Reversed),
                (look_alikes, Weakness::LookAlikes),
                (capitals, Weakness::Capitals),
            ];
            spelling
                .into_iter()
                .filter(|(used, _)| *used)
                .fold(list, |all, (_, weakness)| all | bit(weakness))
        }
        Kind::Keyboard { .. } => bit(Weakness::KeyboardWalk),
        Kind::Repeat { .. } => bit(Weakness::Repeat),
        Kind::Sequence { .. } => bit(Weakness::Sequence),
        Kind::Year => bit(Weakness::Year),
        Kind::Date { .. } => bit(Weakness::Date),
    }
}
