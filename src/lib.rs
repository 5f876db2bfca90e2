//! Catches mistakes before a US immigration filing is sent.
//!
//! ```
//! use prefile::{Context, Kind, check, message::{Catalogue, message}};
//!
//! let check = check(Kind::OnlineAccountNumber, "IOE0123456789", Context::default());
//! assert!(!check.ok());
//! assert_eq!(check.findings[0].looks_like, Some(Kind::ReceiptNumber));
//! assert_eq!(
//!     message(&check.findings[0], check.kind, &Catalogue::english()),
//!     "This is a receipt number. This box wants the USCIS Online Account Number. Where to find \
//!      it: On the profile page of your USCIS online account, or at the top of the Account \
//!      Access Notice.",
//! );
//! ```
//!
//! Data flows one way: [`text`] cleans what was typed, [`identifier`] and [`value`] read it,
//! [`finding`] names what is wrong, [`message`] says so. Nothing here has a clock, a network, a
//! store or a language of its own: they come in as arguments.

// Without a part, what only that part uses is unused.
#![cfg_attr(not(feature = "mrz"), allow(dead_code))]

mod day;
mod kind;
mod order;

pub mod text;

pub mod finding;

pub mod identifier;

pub mod value;

pub mod field;

pub mod password;

pub mod link;

mod check;
mod identify;
mod scan;

pub mod form;

pub mod message;

#[cfg(feature = "wasm")]
pub mod wasm;

pub use check::{check, is_valid};
pub use day::{Day, days_in};
pub use field::classify_field;
pub use finding::{Check, Code, Context, Finding, Severity};
#[cfg(feature = "mrz")]
pub use identifier::Mrz;
pub use identifier::{
    ANumber, CertificateNumber, ClassOfAdmission, Ds160Confirmation, DvCaseNumber, EadCategory,
    Ein, FormNumber, I94Number, Itin, NvcCaseNumber, OnlineAccountNumber, PassportNumber,
    ReceiptNumber, SevisId, Ssn, VisaNumber,
};
pub use identify::{Identified, identify};
pub use kind::Kind;
pub use link::{LinkCheck, check_link, check_links};
pub use password::{PasswordCheck, check_password, check_recovery_answers};
pub use scan::{Found, LONGEST_SCANNED, scan};
