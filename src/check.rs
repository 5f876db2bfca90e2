//! The front door: any text as any kind.

use crate::{
    Code, Context, Kind,
    finding::{Check, Param},
    identifier, link, password,
    text::LONGEST_VALUE,
    value,
};

/// What a text is as a value of this kind, and everything there is to say about it.
///
/// Never fails: what is wrong is in the findings. Text longer than
/// [`LONGEST_VALUE`] bytes is not read.
///
/// ```
/// use prefile::{Context, Kind, check};
/// let answer = check(Kind::ReceiptNumber, "EAC 22-123-45678", Context::default());
/// assert!(answer.ok());
/// assert_eq!(answer.value.as_deref(), Some("EAC2212345678"));
/// ```
#[must_use]
pub fn check(kind: Kind, typed: &str, context: Context) -> Check {
    let mut check = Check::new(kind);
    say(typed, context, &mut check);
    check
}

/// The same, said where it stays.
pub(crate) fn say(typed: &str, context: Context, check: &mut Check) {
    let kind = check.kind;
    // A password may be long: no rule says how long.
    if kind == Kind::Password {
        password::check(typed, check);
    } else if typed.len() > LONGEST_VALUE {
        let found = u32::try_from(typed.len()).unwrap_or(u32::MAX);
        check.mention(Code::TextTooLong).params[0] = Param::Number(found);
    } else if kind.is_identifier() {
        identifier::check(typed, context, check);
    } else if kind == Kind::Link {
        link::check(typed, check);
    } else {
        value::check(typed, context, check);
    }
}

/// The verdict alone, many times faster: the same as `check(kind, typed, Context::default()).ok()`.
#[must_use]
pub fn is_valid(kind: Kind, typed: &str) -> bool {
    if kind.is_identifier() {
        identifier::is_valid(kind, typed)
    } else {
        check(kind, typed, Context::default()).ok()
    }
}
