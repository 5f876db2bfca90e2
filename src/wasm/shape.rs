//! The shapes that cross: what JavaScript gets, field by field, with the words that its users read.
//!
//! One row here is the type in Rust and, by [`super::typescript`], the interface in TypeScript:
//! names in camel case, `Option` as `| null`, docs as docs.

use super::{
    pack::{
        Answer, ExampleOf, Fixed, KindExample, Line, Message, Pack, Percent, SourceOf, Written,
    },
    utf16::Units,
};
use crate::{
    Code, Found as Standing, Identified as Candidate, Kind, Severity,
    field::{self, Purpose, Whose},
    finding::{self, Safety},
    link::{self, Verdict},
    message::{MESSAGE, PLACE, TITLE, WHAT, WHY, place_of_kind},
    password::{self, Rule},
    text::{self, Span},
};

#[cfg(feature = "typescript")]
use super::typescript::{Field, Shape, Typed};

/// Declares shapes: of what, and for each field its type and where it is from. That packs it, and
/// tells the generator what it wants to know.
macro_rules! shapes {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident of $subject:ty as $it:ident, $answer:ident {
            $($(#[doc = $about:literal])* $field:ident: $type:ty = $what:expr;)*
        }
    )*) => {
        $(
            impl Pack for $subject {
                fn pack(&self, $answer: &mut Answer) {
                    let $it = self;
                    $(
                        let field: $type = $what;
                        field.pack($answer);
                    )*
                }
            }

            #[cfg(feature = "typescript")]
            impl Typed for $subject {
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

/// A check of a part of the text that the answer is about.
pub(super) struct Checked<'c>(pub &'c finding::Check, pub Span);

/// What a value says about itself: name and text.
pub(super) struct Details<'c>(pub &'c [(&'static str, finding::Detail)]);

/// What a box wants, and the box.
pub(super) struct Boxed<'c>(pub field::Classified, pub &'c field::Field<'c>);

/// What a code means.
pub(super) struct Meaning(pub finding::Finding);

/// A kind in words.
pub(super) struct Words(pub Kind);

shapes! {
    /// What a text is as a value of one kind, and everything there is to say about it.
    Check of Checked<'_> as it, answer {
        /// The kind it was checked as. A name that is no kind comes back as it was given.
        kind: Kind = answer.begin(it.0.kind, it.1);
        /// No finding of severity "error".
        ok: bool = it.0.ok();
        /// The canonical form, plain ASCII for identifiers ("A012345678"); null when not ok, and of
        /// secrets (passwords, codes of the account, recovery answers), which are never repeated.
        value: Written = Written(it.0.value.as_deref());
        /// How it is printed ("A012-345-678"); null where `value` is.
        display: Written = Written(it.0.display.as_deref());
        /// Every reading that differs from what was typed; none is silent.
        changes: &[text::Change] = &it.0.changes;
        /// What there is to tell the person, the gravest first.
        findings: &[finding::Finding] = &it.0.findings;
        /// What the value says about itself: `{ prefix: "EAC", fiscalYear: "2022" }`.
        details: Details = Details(&it.0.details);
    }

    /// One thing to tell a person about what they typed.
    Finding of finding::Finding as it, answer {
        /// Which of the known faults: "receipt-number/too-short". Stable for ever.
        code: Code = it.code;
        /// How grave it is.
        severity: Severity = it.severity();
        /// What is wrong and what to do, in the language that was asked for.
        message: Message = Message(it, MESSAGE);
        /// The answer's path or the box's name, when a form is checked; otherwise null.
        field: Option<&str> = None;
        /// Where in the text as it was given; null when it is about the whole.
        span: Option<Units> = it.span.map(|span| answer.inside(span));
        /// What would mend it.
        fix: Option<&finding::Fix> = it.fix.as_ref();
        /// What the text is instead: "this is your receipt number, not your account number".
        looks_like: Option<Kind> = it.looks_like;
        /// Where the rule comes from, and when it was read.
        source: SourceOf = SourceOf(it.code);
    }

    /// A part of a text, in UTF-16 units as `slice` counts them.
    Span of Units as it, answer {
        /// The first unit.
        start: u32 = it.start;
        /// The unit after the last.
        end: u32 = it.end;
    }

    /// A corrected text.
    Fix of finding::Fix as it, answer {
        /// The whole text as it should be.
        text: &str = &it.text;
        /// "safe" keeps the meaning; "ask" may change it, so ask the person.
        safety: Safety = it.safety;
    }

    /// A reading that differs from what was typed.
    Change of text::Change as it, answer {
        /// What was done: "separators", "case", "digits", "look-alikes", "invisible", "label",
        /// "padding", "prefix", "dash", "word" or "format".
        what: Fixed = Fixed(it.what);
        /// The characters that were read otherwise, in order.
        from: &str = &it.from;
        /// What they were read as.
        to: &str = &it.to;
    }

    /// Where a rule about the world comes from.
    Source of finding::Source as it, answer {
        /// What the page or document calls itself.
        title: &str = it.title;
        /// Its address.
        url: &str = it.url();
        /// The day it was read, ISO.
        read: &str = it.read;
    }

    /// A kind that a text may be.
    Identified of Candidate as it, answer {
        /// The kind.
        kind: Kind = it.kind;
        /// How sure, from 0 to 1: 1 when the shape speaks for itself.
        confidence: Percent = Percent(it.confidence);
        /// The text checked as this kind.
        check: Checked = Checked(&it.check, answer.whole());
    }

    /// An identifier that stands in a text.
    Found of Standing as it, answer {
        /// Its kind.
        kind: Kind = it.kind;
        /// Its canonical form. Of one that is not right, as it stands in the text: behind its label, a
        /// number with a letter for a digit is found, too, and `check.ok` is false.
        value: &str = &it.value;
        /// Where it stands in the text.
        span: Units = answer.units(it.span);
        /// That part of the text checked as this kind; the spans of its findings count from the
        /// part's own beginning.
        check: Checked = Checked(&it.check, it.span);
    }

    /// What a box wants, of whom and for what.
    Classified of Boxed<'_> as it, answer {
        /// The kind of value.
        kind: Kind = it.0.kind;
        /// How sure, from 0 to 1.
        confidence: Percent = Percent(it.0.confidence);
        /// What decided, for developers: `label: "Alien Registration"`.
        why: &str = &it.0.why.of(it.1);
        /// Of whom, as far as the page says so.
        whose: Option<Whose> = it.0.whose;
        /// For what, as far as the page says so.
        purpose: Option<Purpose> = it.0.purpose;
    }

    /// Whose host a link or an e-mail address names. It accuses nobody: it says what a host is not.
    LinkCheck of link::LinkCheck as it, answer {
        /// "official", "government", "contractor", "lookalike", "unofficial" or "unreadable".
        verdict: Verdict = it.verdict;
        /// The host as browsers ask for it, in ASCII; null when there is none to read.
        host: Option<&str> = it.host.as_deref();
        /// Where the link stands in the text that was given.
        span: Units = answer.begin_inside(it.span);
        /// What there is to tell the person, the gravest first.
        findings: &[finding::Finding] = &it.findings;
    }

    /// A password against the official rules, and what else is wise.
    PasswordCheck of password::PasswordCheck as it, answer {
        /// The official rules are met. A password can meet them and still be weak.
        ok: bool = it.ok;
        /// Each official rule, for a live checklist.
        rules: &[(Rule, bool)] = &it.rules;
        /// The gravest first. None repeats the password or a part of it.
        findings: &[finding::Finding] = &it.findings;
    }

    /// An official rule for passwords.
    RuleMet of (Rule, bool) as it, answer {
        /// Its name: "length", "upper-case", "lower-case", "special".
        rule: Fixed = Fixed(it.0.id());
        /// Whether the password meets it.
        met: bool = it.1;
        /// What it asks for.
        message: Message = Message(&it.0.finding(), MESSAGE);
    }

    /// What a code means.
    Explanation of Meaning as it, answer {
        /// The code.
        code: Code = it.0.code;
        /// How grave it is.
        severity: Severity = it.0.severity();
        /// What is the matter.
        what: Message = Message(&it.0, WHAT);
        /// Why it matters.
        why: Message = Message(&it.0, WHY);
        /// A text that has the fault.
        example: ExampleOf = ExampleOf(it.0.code);
        /// Where the rule comes from.
        source: SourceOf = SourceOf(it.0.code);
    }

    /// A kind in words.
    KindWords of Words as it, answer {
        /// The kind.
        kind: Kind = it.0;
        /// What it is called: "receipt number".
        title: Line = Line(place_of_kind(it.0) + TITLE);
        /// Where it is printed.
        r#where: Line = Line(place_of_kind(it.0) + PLACE);
        /// A made-up value as people write it.
        example: KindExample = KindExample(it.0);
    }
}
