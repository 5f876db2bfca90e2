//! Class of admission.

use super::{
    Fault,
    fault::{digit_like, letter_like},
    rules::{Ascii, Rules, identifier},
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Safety, Word},
    text::{Folded, has},
};

include!(concat!(env!("OUT_DIR"), "/classes.rs"));

identifier! {
    /// A class of admission: the code of the status in which a person came, or became a resident.
    ///
    /// Printed on the I-94 record and the visa (`F1`), and on green cards as Category (`IR6`).
    /// Form I-765 wants it with a word: `F-1 student`.
    ///
    /// ```text
    /// class  = 1*5 (letter / digit) [word]     ; dashes and spaces between do not count
    /// word   = 4*letter                        ; set apart by a space: visitor, student
    /// ```
    ///
    /// A code that is not on the list is a warning: lists change. A single letter that is only
    /// the beginning of a code (`B`, `F`) is an error.
    ///
    /// Source: NIEM, immigration domain, 795 codes in use, and five of parolees (`data/class-of-admission.txt`).
    ///
    /// ```
    /// use prefile::ClassOfAdmission;
    /// assert_eq!(ClassOfAdmission::parse("B-2 visitor")?.as_str(), "B2");
    /// assert_eq!(ClassOfAdmission::parse("ir-1")?.as_str(), "IR1");
    /// assert!(ClassOfAdmission::parse("F").is_err());
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    ClassOfAdmission
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::ClassOfAdmission,
    read,
    printed: "",
    remark,
    parts: |_| &[(5, Word::PartCode)],
};

const KIND: Kind = Kind::ClassOfAdmission;

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    let code = bytes.get(..end_of_code(folded)).unwrap_or_default();
    if code.is_empty() {
        return Err(Fault::empty(KIND));
    }
    if let Some(at) = code.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        return Err(Fault::unexpected(KIND, folded, at));
    }
    match code {
        // The letters of visas, each of which has a number behind it.
        [b'A'..=b'C' | b'E'..=b'H' | b'J'..=b'M' | b'O'..=b'T' | b'V'] => {
            Err(Fault::too_short(KIND, folded, 0))
        }
        [_, _, _, _, _, _, ..] => Err(Fault::too_long(KIND, folded, 0)),
        _ => Ok(Ascii::new(code, b"")),
    }
}

/// How many characters are the code; a word of four letters or more may follow it.
fn end_of_code(folded: &Folded) -> usize {
    let bytes = folded.as_bytes();
    let starts_word = |at: usize| folded.span(at - 1, at).end < folded.place(at);
    for at in 1..bytes.len().min(6) {
        let rest = bytes.get(at..).unwrap_or_default();
        if starts_word(at)
            && rest.len() >= 4
            && rest.iter().all(u8::is_ascii_uppercase)
            && !(at + 1..at + 4).any(starts_word)
        {
            return at;
        }
    }
    bytes.len()
}

/// Whether the code is on the list.
pub(crate) fn is_known(code: &[u8]) -> bool {
    let Some((last, front)) = code.split_last() else {
        return false;
    };
    CLASSES.split(|byte| *byte == b' ').any(|entry| {
        let rest = entry.get(front.len()..).unwrap_or_default();
        entry.starts_with(front) && rest.first() == Some(&b':') && has(rest, *last)
    })
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    let count = folded.as_bytes().len();
    if count > value.len() {
        let word = folded.span(value.len(), count).of(folded.typed());
        check.change("word", word, "");
    }
    if is_known(value.as_bytes()) {
        return;
    }
    let span = folded.span(0, value.len());
    let finding = check.say_at(Code::ClassOfAdmissionUnknownCode, span);
    if let Some(slip) = misread(value.as_bytes()) {
        finding.set_fix(folded.replaced(&[slip]), Safety::Ask);
    }
}

/// The one character that, read as the letter or digit it looks like, makes a code of the list.
fn misread(code: &[u8]) -> Option<(usize, u8)> {
    let mut found = None;
    for (at, byte) in code.iter().enumerate() {
        let mut mended = Ascii::new(code, b"");
        if let Some(instead) = digit_like(*byte).or_else(|| letter_like(*byte))
            && mended.put(at, instead)
            && is_known(mended.as_bytes())
        {
            if found.is_some() {
                return None;
            }
            found = Some((at, instead));
        }
    }
    found
}
