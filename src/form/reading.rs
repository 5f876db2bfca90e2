//! An answer, read as what its fact wants.

use super::{answers::Answer, definition::Wants, expression::Value};
use crate::{
    Code, Context, Day, Kind, Severity,
    finding::{Check, Finding, Param, SharedFault},
    identifier,
    text::{LONGEST_VALUE, cut, part},
    value,
};

/// The day that stands for "it still goes on" and for "D/S" where days are compared.
pub(super) const NO_END: i64 = 2_932_896;

/// What an answer was read as.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// What conditions see, once the question is asked.
    pub known: Known,
    /// As it is printed.
    pub printed: String,
    /// What is wrong with it, or good to know.
    pub findings: Vec<Finding>,
    /// Whether anything was said at all.
    pub given: bool,
    /// Whether its question is asked.
    pub asked: bool,
    /// Whether its question may be asked, depending on answers to come.
    pub may_be_asked: bool,
}

/// A value of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Known {
    #[default]
    Unknown,
    Null,
    Bool(bool),
    Number(i64, String),
    Text(String),
}

impl Reading {
    /// What conditions see: nothing while the question is not asked.
    pub(super) fn value(&self) -> Value<'_> {
        if !self.asked {
            return Value::Unknown;
        }
        match &self.known {
            Known::Unknown => Value::Unknown,
            Known::Null => Value::Null,
            Known::Bool(bool) => Value::Bool(*bool),
            Known::Number(number, _) => Value::Number(*number),
            Known::Text(text) => Value::Text(text),
        }
    }

    /// The canonical form of what is known.
    pub(super) fn canonical(&self) -> &str {
        match &self.known {
            Known::Number(_, text) | Known::Text(text) => text,
            _ => "",
        }
    }

    /// Whether the question is answered for good.
    pub(super) fn settled(&self) -> bool {
        self.known != Known::Unknown
    }

    fn of(known: Known, printed: &str) -> Self {
        Self {
            known,
            printed: printed.to_owned(),
            given: true,
            ..Self::default()
        }
    }

    fn wrong(code: Code) -> Self {
        Self {
            findings: vec![Finding::new(code)],
            given: true,
            ..Self::default()
        }
    }
}

/// Reads an answer. A list has no reading of its own: its entries do.
pub(super) fn read(wants: &Wants, optional: bool, answer: &Answer, context: Context) -> Reading {
    match (wants, answer) {
        (Wants::List(_), Answer::List(_)) => Reading::of(Known::Null, ""),
        (_, Answer::None) if optional => Reading::of(Known::Null, ""),
        (_, Answer::None) => Reading::default(),
        (_, Answer::Text(text)) if text.is_empty() => Reading::default(),
        (Wants::YesNo, Answer::Bool(yes)) => Reading::of(Known::Bool(*yes), ""),
        (Wants::YesNo | Wants::List(_), _) => Reading::wrong(Code::AnswerUnreadable),
        (Wants::Kind(_), Answer::Text(text)) if text.len() > LONGEST_VALUE => {
            too_long(u32::try_from(text.len()).unwrap_or(u32::MAX))
        }
        (Wants::Kind(_), Answer::TooLong(length)) => too_long(*length),
        (_, Answer::Text(text)) if text.len() > LONGEST_VALUE => {
            Reading::wrong(Code::AnswerUnreadable)
        }
        (Wants::Kind(kind), Answer::Text(text)) => of_kind(*kind, text, context),
        (Wants::Choice(choices), Answer::Text(text)) => {
            if choices.iter().any(|choice| choice.id == *text) {
                Reading::of(Known::Text(text.clone()), text)
            } else {
                Reading::wrong(Code::AnswerUnreadable)
            }
        }
        (Wants::Month, Answer::Text(text)) => month(text),
        (Wants::Number, Answer::Text(text)) => number(text, false),
        (Wants::Amount, Answer::Text(text)) => number(text, true),
        (Wants::Text, Answer::Text(text)) => {
            let (tidy, _) = value::tidy(text);
            if tidy.is_empty() {
                Reading::wrong(Code::AnswerUnreadable)
            } else {
                Reading::of(Known::Text(tidy.clone()), &tidy)
            }
        }
        _ => Reading::wrong(Code::AnswerUnreadable),
    }
}

fn too_long(length: u32) -> Reading {
    let mut reading = Reading::wrong(Code::TextTooLong);
    for finding in &mut reading.findings {
        finding.params = [Param::Number(length), Param::None];
    }
    reading
}

fn of_kind(kind: Kind, text: &str, context: Context) -> Reading {
    let mut check = Check::new(kind);
    if kind.is_identifier() {
        identifier::check(text, context, &mut check);
        // What a category makes necessary, its form asks for itself.
        if kind == Kind::EadCategory {
            check
                .findings
                .retain(|finding| finding.severity() != Severity::Note);
        }
    } else {
        value::check(text, context, &mut check);
    }
    // The boxes of the chosen forms are known, and say so themselves.
    let generic = [SharedFault::BoxMayRefuse, SharedFault::LongForBox];
    let codes = generic.map(|fault| Code::of(kind, fault));
    check
        .findings
        .retain(|finding| !codes.contains(&Some(finding.code)));
    let known = match check.value {
        Some(value) if matches!(kind, Kind::Date | Kind::DateOfBirth) => {
            let number = Day::from_iso(&value).map_or(NO_END, |day| day.number().into());
            Known::Number(number, value)
        }
        Some(value) => Known::Text(value),
        None => Known::Unknown,
    };
    Reading {
        known,
        printed: check.display.unwrap_or_default(),
        findings: check.findings,
        given: true,
        ..Reading::default()
    }
}

/// `2019-05`, `05/2019`, or a day: its month.
fn month(text: &str) -> Reading {
    let (tidy, _) = value::tidy(text);
    let (year, month) = match cut(&tidy, b'-') {
        (year, month) if year.len() == 4 => (year, month),
        _ => {
            let (month, year) = cut(&tidy, b'/');
            (year, month)
        }
    };
    let day = match (year.parse(), month.parse()) {
        (Ok(year), Ok(month)) if year >= 1000 => Day::new(year, month, 1),
        _ => match value::Date::parse(&tidy) {
            Ok(value::Date::Present) => {
                let present = "PRESENT";
                return Reading::of(Known::Number(NO_END, present.into()), present);
            }
            Ok(value::Date::Day(day)) => Day::new(day.year(), day.month(), 1),
            _ => None,
        },
    };
    let Some(day) = day else {
        return Reading::wrong(Code::AnswerNoSuchMonth);
    };
    let iso = day.iso();
    let (year, month) = (part(&iso, 0, 4), part(&iso, 5, 7));
    let known = Known::Number(day.number().into(), [year, "-", month].concat());
    Reading::of(known, &[month, "/", year].concat())
}

/// A whole number, or dollars and cents: conditions see the cents.
fn number(text: &str, cents: bool) -> Reading {
    let (tidy, _) = value::tidy(text);
    let tidy = tidy.strip_prefix('$').filter(|_| cents).unwrap_or(&tidy);
    let (whole, part) = if cents { cut(tidy, b'.') } else { (tidy, "") };
    let mut digits = String::with_capacity(whole.len());
    // A comma stands in front of three digits.
    let groups = whole.split(',').enumerate();
    let grouped = groups.clone().all(|(at, group)| {
        digits.push_str(group);
        at == 0 || group.len() == 3
    });
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = grouped && (1..=9).contains(&digits.len()) && is_digits(&digits);
    if !fits || !is_digits(part) || !matches!(part.len(), 0 | 2) {
        return Reading::wrong(Code::AnswerNotANumber);
    }
    let digit = |number: i64, byte: u8| number * 10 + i64::from(byte - b'0');
    let mut number = digits.bytes().fold(0, digit);
    if cents {
        let part = if part.is_empty() { "00" } else { part };
        number = part.bytes().fold(number, digit);
        digits = [digits.as_str(), ".", part].concat();
    }
    Reading::of(Known::Number(number, digits.clone()), &digits)
}
