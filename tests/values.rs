//! Every value's table.

mod support;

#[path = "value/account.rs"]
mod account;
#[path = "value/address.rs"]
mod address;
#[path = "value/changes.rs"]
mod changes;
#[path = "value/date.rs"]
mod date;
#[path = "value/email.rs"]
mod email;
#[path = "value/name.rs"]
mod name;
#[path = "value/phone.rs"]
mod phone;
#[path = "value/right.rs"]
mod right;
#[path = "value/said.rs"]
mod said;
#[path = "value/state.rs"]
mod state;
#[path = "value/zip.rs"]
mod zip;

use prefile::{
    Code,
    value::{Date, Email, Phone, State, Zip},
};

#[test]
fn any_of_them_is_parsed_from_a_text() {
    assert_eq!("D/S".parse(), Ok(Date::DurationOfStatus));
    let email: Email = "maria@example.com".parse().expect("an address");
    assert_eq!(email.to_string(), "maria@example.com");
    let phone: Phone = "(202) 555-0123".parse().expect("a number");
    assert_eq!(phone.to_string(), "2025550123");
    assert_eq!("Texas".parse::<State>().map(State::code), Ok("TX"));
    let fault = "7500".parse::<Zip>().expect_err("four digits");
    assert_eq!(fault.code, Code::ZipTooShort);
}
