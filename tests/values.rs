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
