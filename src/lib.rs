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
//! # What to ask
//!
//! | There is | Ask |
//! |---|---|
//! | a text, and what it should be | [`check`]; [`is_valid`] for the verdict alone |
//! | a text to go on with as a value | a type: [`ANumber`], [`ReceiptNumber`], [`value::Date`] and others |
//! | a text, and no idea what it is | [`identify`] |
//! | a notice, an e-mail | [`scan`] for its numbers, [`check_links`] for its links |
//! | a box of somebody's form | [`classify_field`]: what it wants, of whom |
//! | a password, answers to security questions | [`check_password`], [`check_recovery_answers`] |
//! | a link, a sender's address | [`check_link`] |
//! | answers to the questions of a whole form | [`form::Packet`] |
//!
//! ```
//! use prefile::{ANumber, Context, Day, Kind, check, check_link, identify, link, scan};
//!
//! // A value of a type is always right; what is not says why, as data.
//! let number: ANumber = "A# 012-345-678".parse()?;
//! assert_eq!(number.as_str(), "A012345678");
//!
//! // Some rules need to know what day it is.
//! let context = Context { today: Day::from_iso("2026-11-23") };
//! let born = check(Kind::DateOfBirth, "10/05/2027", context);
//! assert_eq!(born.findings[0].code.id(), "date-of-birth/in-future");
//!
//! // A slip is found, and how it would be right.
//! let slip = check(Kind::ReceiptNumber, "IOEO912345678", context);
//! let fix = slip.findings[0].fix.as_ref().expect("a letter for a digit");
//! assert_eq!(fix.text, "IOE0912345678");
//!
//! assert_eq!(identify("IOE0912345678", context)[0].kind, Kind::ReceiptNumber);
//! assert_eq!(scan("Your receipt number is EAC-22-123-45678.", context)[0].value, "EAC2212345678");
//! assert_eq!(check_link("uscis.gov.example.com").verdict, link::Verdict::Lookalike);
//! # Ok::<(), prefile::identifier::Fault>(())
//! ```
//!
//! [`message`](message::message) has the words, in English and in Spanish
//! ([`Catalogue::spanish`](message::Catalogue::spanish)); `examples/check.rs` is a program of twenty lines.
//!
//! # What may be relied on
//!
//! Checking never fails and never panics: what is wrong is in the findings, and only
//! [`Severity::Error`] makes a text wrong. The names of kinds and codes ([`Kind::id`], [`Code::id`]) stay
//! as they are; new ones come, and words are improved, in any version. What is found is about the form of
//! what was typed. It is no legal advice.
//!
//! # Features
//!
//! Both are on unless turned off, and nothing but the standard library is linked.
//!
//! - `texts`: the English and Spanish texts, inside the crate. Without them a
//!   [`Catalogue`](message::Catalogue) is read from bytes.
//! - `mrz`: machine-readable zones of passports and cards.
//!
//! `wasm` and `typescript` are for the build of the npm package.
//!
//! # How it is built
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
#[doc(inline)]
pub use field::classify_field;
#[doc(inline)]
pub use finding::{Check, Code, Context, Finding, Severity};
#[cfg(feature = "mrz")]
#[doc(inline)]
pub use identifier::Mrz;
#[doc(inline)]
pub use identifier::{
    ANumber, CertificateNumber, ClassOfAdmission, Ds160Confirmation, DvCaseNumber, EadCategory,
    Ein, FormNumber, I94Number, Itin, NvcCaseNumber, OnlineAccountNumber, PassportNumber,
    ReceiptNumber, SevisId, Ssn, VisaNumber,
};
pub use identify::{Identified, identify};
pub use kind::Kind;
#[doc(inline)]
pub use link::{LinkCheck, check_link, check_links};
#[doc(inline)]
pub use password::{PasswordCheck, check_password, check_recovery_answers};
pub use scan::{Found, LONGEST_SCANNED, scan};
