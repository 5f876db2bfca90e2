//! The shapes that cross: what JavaScript gets, field by field, with the words that its users read.
//!
//! One row here is the type in Rust and, by [`super::typescript`], the interface in TypeScript:
//! names in camel case, `Option` as `| null`, docs as docs.

use super::pack::{Pack, Packed};
use crate::{
    Code, Kind, Severity,
    field::{Purpose, Whose},
    finding::Safety,
    link::Verdict,
};

#[cfg(feature = "typescript")]
use super::typescript::{Field, Shape, Typed};

/// Declares shapes: a struct each, how it is packed, and what the generator wants to know of it.
macro_rules! shapes {
    ($(
        $(#[doc = $doc:literal])*
        $(#[allow($($allowed:tt)*)])?
        $name:ident {
            $($(#[doc = $about:literal])* $field:ident: $type:ty,)*
        }
    )*) => {
        $(
            $(#[doc = $doc])*
            $(#[allow($($allowed)*)])?
            pub(super) struct $name {
                $($(#[doc = $about])* pub(super) $field: $type,)*
            }

            impl Pack for $name {
                fn pack(&self, out: &mut Packed) {
                    $(self.$field.pack(out);)*
                }
            }

            #[cfg(feature = "typescript")]
            impl Typed for $name {
                fn typescript() -> String {
                    stringify!($name).to_owned()
                }

                fn unfold() -> String {
                    format!("{}()", super::typescript::camel(stringify!($name)))
                }
            }
        )*

        /// Every shape, in the order of this file.
        #[cfg(feature = "typescript")]
        pub(super) fn all() -> Vec<Shape> {
            vec![$(Shape {
                name: stringify!($name),
                docs: &[$($doc),*],
                fields: vec![$(Field {
                    name: super::typescript::camel(stringify!($field)),
                    docs: &[$($about),*],
                    typescript: <$type as Typed>::typescript(),
                    unfold: <$type as Typed>::unfold(),
                }),*],
            }),*]
        }
    };
}

/// A text of the core's own tables.
pub(super) type Id = &'static str;

/// What a value says about itself: name and text.
pub(super) struct Details(pub(super) Vec<(Id, String)>);

/// How sure, in percent.
pub(super) struct Confidence(pub(super) u8);

/// The source of a code's rule; its words are beside the texts.
pub(super) struct SourceOf(pub(super) Code);

/// A text that has a code's fault; beside the texts.
pub(super) struct ExampleOf(pub(super) Code);

/// A value of a kind; beside the texts.
pub(super) struct KindExample(pub(super) Kind);

shapes! {
    /// What a text is as a value of one kind, and everything there is to say about it.
    Check {
        /// The kind it was checked as. A name that is no kind comes back as it was given.
        kind: Kind,
        /// No finding of severity "error".
        ok: bool,
        /// The canonical form, plain ASCII for identifiers ("A012345678"); null when not ok.
        value: Option<String>,
        /// How it is printed ("A012-345-678"); null when not ok.
        display: Option<String>,
        /// Every reading that differs from what was typed; none is silent.
        changes: Vec<Change>,
        /// What there is to tell the person, the gravest first.
        findings: Vec<Finding>,
        /// What the value says about itself: `{ prefix: "EAC", fiscalYear: "2022" }`.
        details: Details,
    }

    /// One thing to tell a person about what they typed.
    Finding {
        /// Which of the known faults: "receipt-number/too-short". Stable for ever.
        code: Code,
        /// How grave it is.
        severity: Severity,
        /// What is wrong and what to do, in the language that was asked for.
        message: String,
        /// The answer's path or the box's name, when a form is checked; otherwise null.
        field: Option<String>,
        /// Where in the text as it was given; null when it is about the whole.
        span: Option<Span>,
        /// What would mend it.
        fix: Option<Fix>,
        /// What the text is instead: "this is your receipt number, not your account number".
        looks_like: Option<Kind>,
        /// Where the rule comes from, and when it was read.
        source: SourceOf,
    }

    /// A part of a text, in UTF-16 units as `slice` counts them.
    Span {
        /// The first unit.
        start: u32,
        /// The unit after the last.
        end: u32,
    }

    /// A corrected text.
    Fix {
        /// The whole text as it should be.
        text: String,
        /// "safe" keeps the meaning; "ask" may change it, so ask the person.
        safety: Safety,
    }

    /// A reading that differs from what was typed.
    Change {
        /// What was done: "separators", "case", "digits", "look-alikes", "invisible", "label",
        /// "padding" or "prefix".
        what: Id,
        /// The characters that were read otherwise, in order.
        from: String,
        /// What they were read as.
        to: String,
    }

    /// Where a rule about the world comes from.
    #[allow(dead_code, reason = "its words are beside the texts: only the declaration is used")]
    Source {
        /// What the page or document calls itself.
        title: Id,
        /// Its address.
        url: Id,
        /// The day it was read, ISO.
        read: Id,
    }

    /// A kind that a text may be.
    Identified {
        /// The kind.
        kind: Kind,
        /// How sure, from 0 to 1: 1 when the shape speaks for itself.
        confidence: Confidence,
        /// The text checked as this kind.
        check: Check,
    }

    /// An identifier that stands in a text.
    Found {
        /// Its kind.
        kind: Kind,
        /// Its canonical form.
        value: String,
        /// Where it stands in the text.
        span: Span,
        /// That part of the text checked as this kind; the spans of its findings count from the
        /// part's own beginning.
        check: Check,
    }

    /// What a box wants, of whom and for what.
    Classified {
        /// The kind of value.
        kind: Kind,
        /// How sure, from 0 to 1.
        confidence: Confidence,
        /// What decided, for developers: `label: "Alien Registration"`.
        why: String,
        /// Of whom, as far as the page says so.
        whose: Option<Whose>,
        /// For what, as far as the page says so.
        purpose: Option<Purpose>,
    }

    /// Whose host a link or an e-mail address names. It accuses nobody: it says what a host is not.
    LinkCheck {
        /// "official", "government", "contractor", "lookalike", "unofficial" or "unreadable".
        verdict: Verdict,
        /// The host as browsers ask for it, in ASCII; null when there is none to read.
        host: Option<String>,
        /// Where the link stands in the text that was given.
        span: Span,
        /// What there is to tell the person, the gravest first.
        findings: Vec<Finding>,
    }

    /// A password against the official rules, and what else is wise.
    PasswordCheck {
        /// The official rules are met. A password can meet them and still be weak.
        ok: bool,
        /// Each official rule, for a live checklist.
        rules: Vec<RuleMet>,
        /// The gravest first. None repeats the password or a part of it.
        findings: Vec<Finding>,
    }

    /// An official rule for passwords.
    RuleMet {
        /// Its name: "length", "upper-case", "lower-case", "special".
        rule: Id,
        /// Whether the password meets it.
        met: bool,
        /// What it asks for.
        message: String,
    }

    /// What a code means.
    Explanation {
        /// The code.
        code: Code,
        /// How grave it is.
        severity: Severity,
        /// What is the matter.
        what: String,
        /// Why it matters.
        why: String,
        /// A text that has the fault.
        example: ExampleOf,
        /// Where the rule comes from.
        source: SourceOf,
    }

    /// A kind in words.
    KindWords {
        /// The kind.
        kind: Kind,
        /// What it is called: "receipt number".
        title: String,
        /// Where it is printed.
        r#where: String,
        /// A made-up value as people write it.
        example: KindExample,
    }
}
