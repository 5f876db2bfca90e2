//! Everything else that a filing asks for: names, addresses, phone numbers, e-mail, dates, codes.
//!
//! A right name must never be called wrong. So only what the calendar, the post or the phone
//! network refuse is an error; what the boxes of the official PDFs refuse is advice with a
//! spelling to choose.
//!
//! Each kind is a row of `rules`: how it is read, and what its official box takes. A kind's
//! findings are those that `data/families/<kind>.toml` has a row for: `Reading::say` leaves out
//! the others, so that kinds share their readers.

mod another;
mod compare;
mod reading;
mod spelling;
mod tidy;

mod address;
mod date;
mod email;
mod name;
mod phone;
mod secret;
mod state;
mod zip;

pub use self::{
    compare::{Alike, Compared, Run, compare},
    date::Date,
    email::Email,
    phone::Phone,
    spelling::spelling,
    state::State,
    zip::Zip,
};

use crate::{
    Code, Context, Kind,
    finding::{Check, SharedFault},
    identifier::Fault,
    text::{Span, piece},
};
pub(crate) use tidy::tidy;

use reading::Reading;

/// The same as `parse`, for what reads any type from a text.
macro_rules! from_str {
    ($($name:ident)*) => {$(
        impl core::str::FromStr for $name {
            type Err = Fault;

            fn from_str(typed: &str) -> Result<Self, Fault> {
                Self::parse(typed)
            }
        }
    )*};
}
from_str!(Date Email Phone State Zip);

/// One kind's row.
struct Rules {
    /// Says all there is to say, and accepts the value if there is no error.
    read: fn(&mut Reading, &Rules),
    /// What the official PDF box takes besides letters A to Z; empty when its filter is not known.
    box_takes: &'static [u8],
    /// How many characters most official boxes hold; 0 when that is not known.
    room: u32,
}

/// The rules of a kind; `None` of identifiers, and of what has a room of its own.
fn rules(kind: Kind) -> Option<&'static Rules> {
    const fn row(read: fn(&mut Reading, &Rules), box_takes: &'static [u8], room: u32) -> Rules {
        Rules {
            read,
            box_takes,
            room,
        }
    }
    // Filters and lengths of the boxes: the scripts in the official PDFs.
    static NAME: Rules = row(name::read, b" -", 0);
    static MIDDLE_NAME: Rules = row(name::read, b" /", 0);
    static IN_CARE_OF: Rules = row(name::read_in_care_of, b"", 34);
    static STREET: Rules = row(address::read_street, b" /0123456789", 34);
    static UNIT: Rules = row(address::read_unit, b"", 6);
    static CITY: Rules = row(address::read_city, b" ", 20);
    static STATE: Rules = row(state::read, b"", 0);
    static ZIP: Rules = row(zip::read, b"", 0);
    static PROVINCE: Rules = row(address::read_plain, b" 0123456789", 20);
    static POSTAL_CODE: Rules = row(address::read_postal_code, b" 0123456789", 9);
    static COUNTRY: Rules = row(address::read_country, b" ", 0);
    static PHONE: Rules = row(phone::read, b"", 10);
    static EMAIL: Rules = row(email::read, b"", 38);
    static DATE: Rules = row(date::read, b"", 0);
    static SECRET: Rules = row(secret::read, b"", 0);
    Some(match kind {
        Kind::FamilyName | Kind::GivenName => &NAME,
        Kind::MiddleName => &MIDDLE_NAME,
        Kind::InCareOf => &IN_CARE_OF,
        Kind::Street => &STREET,
        Kind::Unit => &UNIT,
        Kind::City => &CITY,
        Kind::State => &STATE,
        Kind::Zip => &ZIP,
        Kind::Province => &PROVINCE,
        Kind::PostalCode => &POSTAL_CODE,
        Kind::Country => &COUNTRY,
        Kind::Phone => &PHONE,
        Kind::Email => &EMAIL,
        Kind::Date | Kind::DateOfBirth => &DATE,
        _ if kind.is_secret() => &SECRET,
        _ => return None,
    })
}

/// The verdict and all there is to say.
pub(crate) fn check(typed: &str, context: Context, check: &mut Check) {
    let Some(rules) = rules(check.kind) else {
        check.mention(Code::TextNotRead);
        return;
    };
    let mut reading = Reading::new(typed, context.today, check);
    if reading.kind.is_secret() {
        reading.check.changes.clear();
    }
    if reading.text.is_empty() {
        nothing(&mut reading);
    } else {
        (rules.read)(&mut reading, rules);
    }
    check.sort();
}

/// An empty box is right where many people have nothing to enter: a middle name, a unit.
fn nothing(reading: &mut Reading) {
    if reading.whole().start < reading.typed.len() {
        reading.mention(Some(Code::TextOnlyInvisible));
        return;
    }
    reading.say(SharedFault::Empty);
    reading.say(SharedFault::LeftEmpty);
    reading.accept_as_it_is();
}

/// Parses as a typed value: the error that [`check`] would find, or the value.
fn parse<T>(kind: Kind, typed: &str, read: fn(&mut Reading) -> Option<T>) -> Result<T, Fault> {
    let mut check = Check::new(kind);
    let mut reading = Reading::new(typed, None, &mut check);
    read(&mut reading).ok_or_else(|| reading.fault())
}

/// The typed text without the white space around it.
fn whole(typed: &str) -> Span {
    piece::inner(typed, piece::is_space)
}
