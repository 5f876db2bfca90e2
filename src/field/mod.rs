//! What does a box want, of whom, for what? From its label, its name and what else a page says.
//!
//! ```
//! use prefile::{Kind, classify_field, field::{Field, Whose}};
//! let field = Field {
//!     label: "Alien Registration Number (A-Number) (if any)",
//!     section: "Information About Your Spouse",
//!     ..Field::default()
//! };
//! let classified = classify_field(&field).expect("an A-Number");
//! assert_eq!((classified.kind, classified.whose), (Kind::ANumber, Some(Whose::Spouse)));
//! assert_eq!(classified.why.of(&field), "label: \"Alien Registration\"");
//!
//! let field = Field { label: "Attorney State Bar Number", ..Field::default() };
//! assert!(classify_field(&field).is_none());
//! ```
//!
//! No model and no list of ids: a table of weighted words (`data/field-words.toml`) that a reader
//! can follow. `token` cuts an attribute into words, `evidence` reads what they say,
//! `decide` weighs the attributes against each other and says `None` rather than guess.

mod decide;
mod evidence;
mod table;
mod token;

pub use decide::classify_field;
pub use token::LONGEST_READ;

use crate::{Kind, text::Span};

/// What a page says about a box. What it does not say is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'t> {
    /// The words beside the box, or its `aria-label`; in a PDF its tooltip.
    pub label: &'t str,
    /// The `name` attribute, or the name of a PDF field.
    pub name: &'t str,
    /// The `id` attribute.
    pub id: &'t str,
    /// The grey text inside the empty box.
    pub placeholder: &'t str,
    /// The `autocomplete` attribute.
    pub autocomplete: &'t str,
    /// The `type` attribute; `select` and `textarea` for those elements.
    pub input_type: &'t str,
    /// How many characters the box takes at most.
    pub max_length: Option<u32>,
    /// The heading or legend over the box. It tells whose and what for, never which kind; but a state abroad
    /// is a province, and a receipt for a payment none of ours.
    pub section: &'t str,
}

/// What a box wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Classified {
    /// The kind of value.
    pub kind: Kind,
    /// How sure that is, in percent.
    pub confidence: u8,
    /// What decided.
    pub why: Why,
    /// Of whom, if the page says so.
    pub whose: Option<Whose>,
    /// For what, if the page says so.
    pub purpose: Option<Purpose>,
}

/// The words that decided, and where they stand. The words are the page's, nothing typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// The attribute.
    pub attribute: Attribute,
    /// The words within it.
    pub span: Span,
}

impl Why {
    /// The attribute and its words: `label: "Date of Birth"`.
    #[must_use]
    pub fn of(self, field: &Field) -> String {
        let mut out = String::from(self.attribute.id());
        out.push_str(": \"");
        out.push_str(self.span.of(self.attribute.text(field)));
        out.push('"');
        out
    }
}

/// Defines an enum of names that the public API spells in kebab-case.
macro_rules! names {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $id:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// The name in the public API.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $($name::$variant => $id,)* }
            }
        }
    };
}

names! {
    /// A part of a [`Field`].
    Attribute {
        /// Its label.
        Label = "label",
        /// Its placeholder.
        Placeholder = "placeholder",
        /// Its name.
        Name = "name",
        /// Its id.
        Id = "id",
        /// Its autocomplete token.
        Autocomplete = "autocomplete",
        /// Its type.
        Type = "type",
    }
}

names! {
    /// Whose value a box wants.
    #[non_exhaustive]
    Whose {
        /// Who applies, or simply "you".
        Applicant = "applicant",
        /// Who petitions for somebody.
        Petitioner = "petitioner",
        /// For whom is petitioned.
        Beneficiary = "beneficiary",
        /// Husband or wife, present or former.
        Spouse = "spouse",
        /// Son or daughter.
        Child = "child",
        /// Mother or father.
        Parent = "parent",
        /// Who promises support.
        Sponsor = "sponsor",
        /// Attorney or accredited representative.
        Representative = "representative",
        /// Who prepared the form.
        Preparer = "preparer",
        /// Who interpreted.
        Interpreter = "interpreter",
        /// For whom somebody works.
        Employer = "employer",
    }
}

names! {
    /// What a date or an address is for.
    #[non_exhaustive]
    Purpose {
        /// Where one lives.
        Home = "home",
        /// Where mail goes.
        Mailing = "mailing",
        /// What was before: an address, a name.
        Previous = "previous",
        /// Outside the United States.
        Abroad = "abroad",
        /// Birth.
        Birth = "birth",
        /// The last entry.
        Entry = "entry",
        /// The end of something's validity.
        Expiry = "expiry",
        /// The beginning of something's validity.
        Issue = "issue",
        /// The day of signing.
        Signature = "signature",
    }
}

impl Attribute {
    fn text<'t>(self, field: &Field<'t>) -> &'t str {
        match self {
            Self::Label => field.label,
            Self::Placeholder => field.placeholder,
            Self::Name => field.name,
            Self::Id => field.id,
            Self::Autocomplete => field.autocomplete,
            Self::Type => field.input_type,
        }
    }
}
