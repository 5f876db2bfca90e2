//! A condition as it is read: each part after its operands.

/// A part, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub what: What,
    /// The line in the file.
    pub line: usize,
    /// The term that it came with.
    pub term: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Bool(bool),
    Number(i64),
    Day(i64),
    Text(String),
    Null,
    Today,
    /// `applicant.family_name`, or a term.
    Name(String),
    /// A member of the entry at hand: `city` of `h.city`.
    Member(String),
    Not,
    /// Two operands.
    Two(Two),
    /// Three operands.
    Select,
    /// One operand, in a row of texts or numbers.
    In(Vec<Literal>),
    /// `known(applicant.ssn)`
    Known(String),
    /// `known(h.city)`
    KnownMember(String),
    /// `size(homes)`
    Size(String),
    /// What is said of each entry of a list begins: the list, and the entry's name.
    Each(String, String),
    /// It ends; one operand, and how it is written.
    Over(Over, String),
    /// A term that has faults of its own.
    Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Two {
    And,
    Or,
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
    StartsWith,
    Days,
    Months,
    Years,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    Any,
    All,
    Count,
    Sum,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    Number(i64),
    Text(String),
}

impl Two {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Self::And => "&&",
            Self::Or => "||",
            Self::Equal => "==",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::StartsWith => "startsWith",
            Self::Days => "days",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// An operator binds its operands the more tightly the higher this is.
    pub fn strength(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            _ => 3,
        }
    }

    pub fn from_sign(sign: &str) -> Option<Self> {
        let all = [
            Self::And,
            Self::Or,
            Self::Equal,
            Self::Unequal,
            Self::Less,
            Self::AtMost,
            Self::More,
            Self::AtLeast,
        ];
        all.into_iter().find(|two| two.sign() == sign)
    }
}
