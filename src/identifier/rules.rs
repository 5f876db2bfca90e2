//! What an identifier's file tells the rest: one [`Rules`] each, and the type made from it.

#[cfg(feature = "mrz")]
use super::mrz;
use super::{Fault, ead_category};
use crate::{
    Code, Day, Kind,
    finding::{Check, Word},
    text::Folded,
};

/// The canonical characters of an identifier: at most 16, upper-case ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Ascii {
    bytes: [u8; 16],
    len: u8,
}

impl Ascii {
    /// The concatenation of two parts; what is beyond 16 characters is never of an identifier.
    pub(crate) fn new(front: &[u8], back: &[u8]) -> Self {
        let mut ascii = Self {
            bytes: [0; 16],
            len: 0,
        };
        // Two loops: a chain of iterators takes longer than all the rest of a verdict.
        for part in [front, back] {
            for byte in part {
                if let Some(place) = ascii.bytes.get_mut(usize::from(ascii.len)) {
                    *place = *byte;
                    ascii.len += 1;
                }
            }
        }
        ascii
    }

    /// The folded text as it is: of most kinds its characters are the canonical form, and those of
    /// a machine-readable zone are more than 16.
    pub(crate) const AS_FOLDED: Self = Self {
        bytes: [0; 16],
        len: u8::MAX,
    };

    /// The canonical characters of what was read from this folded text.
    pub(crate) fn of<'a>(&'a self, folded: &'a Folded) -> &'a str {
        if *self == Self::AS_FOLDED {
            core::str::from_utf8(folded.as_bytes()).unwrap_or_default()
        } else {
            self.as_str()
        }
    }

    /// The characters themselves, to be kept without the text.
    pub(crate) fn kept(&self, folded: &Folded) -> Self {
        Self::new(self.of(folded).as_bytes(), b"")
    }

    /// Puts a character in place of another; whether there is one.
    pub(crate) fn put(&mut self, at: usize, byte: u8) -> bool {
        let place = self.bytes.get_mut(at);
        place.is_some_and(|place| {
            *place = byte;
            true
        })
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes
            .get(..usize::from(self.len))
            .unwrap_or(&self.bytes)
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// One identifier's rules.
pub(crate) struct Rules {
    pub kind: Kind,
    /// The canonical form, or what is wrong; asked through [`Rules::verdict`]. No allocation.
    pub read: fn(&Folded) -> Result<Ascii, Fault>,
    /// How it is printed: `9` takes the next character, everything else stands for itself.
    /// Empty: as it is.
    pub printed: &'static str,
    /// What there is to say about a right value.
    pub remark: fn(&str, &Folded, Option<Day>, &mut Check),
    /// The parts of a right value: how many characters, and what they are.
    pub parts: fn(&str) -> &'static [(u8, Word)],
}

impl Rules {
    /// The verdict: the canonical form, or what is wrong. "N/A" and its like are no value of any
    /// kind, whatever its shape would allow.
    pub(crate) fn verdict(&self, folded: &Folded) -> Result<Ascii, Fault> {
        let read = (self.read)(folded);
        let left = read.as_ref().map_or(&[][..], Ascii::as_bytes);
        if is_no_answer(folded.as_bytes()) || is_no_answer(left) {
            let end = folded.as_bytes().len();
            return Err(Fault::new(Code::TextNotApplicable, folded, 0, end));
        }
        read
    }

    /// The canonical form as it is printed.
    pub(crate) fn display(&self, canonical: &str) -> String {
        match self.kind {
            Kind::EadCategory => return ead_category::display(canonical),
            #[cfg(feature = "mrz")]
            Kind::Mrz => return mrz::display(canonical),
            _ => {}
        }
        if self.printed.is_empty() {
            return canonical.to_owned();
        }
        // Byte by byte in place: growing a string by single characters takes five times as long.
        let (mut bytes, mut length) = ([0; LONGEST_PRINTED], 0);
        let mut characters = canonical.bytes();
        for sign in self.printed.bytes() {
            let next = if sign == b'9' {
                characters.next()
            } else {
                Some(sign)
            };
            if let (Some(place), Some(byte)) = (bytes.get_mut(length), next) {
                *place = byte;
                length += 1;
            }
        }
        let printed = bytes.get(..length).unwrap_or_default();
        core::str::from_utf8(printed).unwrap_or_default().to_owned()
    }
}

/// The longest printed form that is not the canonical one, `A012-345-678`, and some room.
const LONGEST_PRINTED: usize = 16;

/// "N/A", "None", "Ninguno": an answer, but no value. The reader of labels takes "No" away.
fn is_no_answer(folded: &[u8]) -> bool {
    const WORDS: [&[u8]; 12] = [
        b"NA",
        b"NONE",
        b"NOTAPPLICABLE",
        b"UNKNOWN",
        b"PENDING",
        b"NINGUNO",
        b"NINGUNA",
        b"NOTENGO",
        b"NOAPLICA",
        b"TENGO",
        b"LOTENGO",
        b"APLICA",
    ];
    matches!(
        folded.first(),
        Some(b'N' | b'U' | b'T' | b'A' | b'P' | b'L')
    ) && WORDS.contains(&folded)
}

/// The type of an identifier: always valid, plain data, canonical `Display`.
macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name($crate::identifier::rules::Ascii);

        impl $name {
            /// Reads a typed text.
            ///
            /// # Errors
            ///
            /// Says which fault, where and how: [`Fault`](crate::identifier::Fault).
            pub fn parse(typed: &str) -> Result<Self, $crate::identifier::Fault> {
                let folded = $crate::text::Folded::new(typed);
                let read = RULES.verdict(&folded)?;
                Ok(Self(read.kept(&folded)))
            }

            /// The canonical form: upper-case letters and digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        /// The canonical form.
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::identifier::Fault;

            fn from_str(typed: &str) -> Result<Self, Self::Err> {
                Self::parse(typed)
            }
        }
    };
}
pub(crate) use identifier;
