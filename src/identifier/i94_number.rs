//! I-94 admission number.

use super::{
    Fault, mix_up,
    rules::{Ascii, Rules, identifier},
    shape, wide,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Word},
    text::{Folded, piece::digits},
};

identifier! {
    /// An I-94 number, also called admission or departure number: of one entry to the US.
    ///
    /// On the record at cbp.gov/i94, or on the white card stapled into the passport.
    ///
    /// ```text
    /// i94-number = 9 digit letter digit     ; given since May 2019
    ///            / 11 digit                 ; given before; still right
    /// ```
    ///
    /// Eleven letters and digits is all that the official boxes ask, so a letter at another place
    /// is a warning.
    ///
    /// Source: CBP's notice of the new form; the Verify Lawful Presence schema.
    ///
    /// ```
    /// use prefile::I94Number;
    /// assert_eq!(I94Number::parse("123456789 a1")?.as_str(), "123456789A1");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    I94Number
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::I94Number,
    read,
    printed: "",
    remark,
    parts: |value| {
        if form(value) == Some(Word::I94New) {
            &[
                (9, Word::PartNumber),
                (1, Word::PartLetter),
                (1, Word::PartNumber),
            ]
        } else {
            &[(11, Word::PartNumber)]
        }
    },
};

/// The place of the letter, counted from 0.
const LETTER: usize = 9;

/// Fewer are a word's, not a number's.
const FEWEST_DIGITS: usize = 6;

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    if bytes.len() == 11
        && digits(bytes) < FEWEST_DIGITS
        && let Some(at) = bytes.iter().position(|byte| !byte.is_ascii_digit())
    {
        return Err(Fault::unexpected(Kind::I94Number, folded, at));
    }
    shape::read(Kind::I94Number, folded, b"XXXXXXXXXXX", 11, |_| None)
}

/// Which of the two forms a value has.
fn form(value: &str) -> Option<Word> {
    let (mut letters, mut last) = (0, 0);
    for (at, byte) in value.bytes().enumerate() {
        if !byte.is_ascii_digit() {
            letters += 1;
            last = at;
        }
    }
    match (letters, last) {
        (0, _) => Some(Word::I94Old),
        (1, LETTER) => Some(Word::I94New),
        _ => None,
    }
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    if let Some(form) = form(value) {
        check.word("form", form);
    }
    let other = mix_up::other_kind(Kind::I94Number, folded);
    let codes = [Code::I94NumberMadeUp, Code::I94NumberLikeAnotherKind];
    if !mix_up::doubt(value.as_bytes(), folded, other, codes, check) {
        wide::warn_of_letters(Code::I94NumberLetterPlace, LETTER, folded, check);
    }
}
