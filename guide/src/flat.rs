//! Answers as one text, because one string crosses in the time that a handful of properties take.
//!
//! Behind every piece stands a NUL. An answer is the fact's name and then: `s` and the text, `t`,
//! `f`, `n` for none, `o` and how many units a text has that is too long to be sent, `u` for what
//! is no answer, or `l`, the answers of each entry with `,` behind each, and `.`. In a text
//! U+0001 U+0001 stands for U+0001, and U+0001 U+0002 for NUL.

use prefile::form::{Answer, Answers};

/// Reads answers. What is not written so is left out.
#[must_use]
pub fn answers(flat: &str) -> Answers {
    level(&mut Pieces(flat), true).0
}

/// What stands in front of each NUL, one after the other.
struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if self.0.is_empty() {
            return None;
        }
        let end = self.0.bytes().position(|byte| byte == 0);
        let end = end.unwrap_or(self.0.len());
        let piece = self.0.get(..end)?;
        self.0 = self.0.get(end + 1..).unwrap_or_default();
        Some(piece)
    }
}

/// The answers up to the end of an entry, and whether another entry follows.
fn level(pieces: &mut Pieces, outer: bool) -> (Answers, bool) {
    let mut said = Answers::default();
    while let Some(name) = pieces.next() {
        match name {
            "," => return (said, true),
            "." | "" => return (said, false),
            _ => {}
        }
        let Some(piece) = pieces.next() else { break };
        let mut rest = piece.chars();
        let answer = match rest.next() {
            Some('s') => Answer::Text(text(rest.as_str())),
            Some('t') => Answer::Bool(true),
            Some('f') => Answer::Bool(false),
            Some('n') => Answer::None,
            Some('o') => Answer::TooLong(number(rest.as_str())),
            // A list has no lists in it.
            Some('l') if outer => {
                let mut entries = Vec::new();
                loop {
                    let (entry, more) = level(pieces, false);
                    if !more {
                        break;
                    }
                    entries.push(entry);
                }
                Answer::List(entries)
            }
            _ => Answer::Unreadable,
        };
        said.say(&text(name), answer);
    }
    (said, false)
}

fn number(digits: &str) -> u32 {
    let digits = digits.bytes().filter(u8::is_ascii_digit);
    digits.fold(0, |number: u32, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u32::from(digit - b'0'))
    })
}

fn text(piece: &str) -> String {
    if !piece.contains('\u{1}') {
        return piece.to_owned();
    }
    let mut out = String::with_capacity(piece.len());
    let mut signs = piece.chars();
    while let Some(sign) = signs.next() {
        out.push(match sign {
            '\u{1}' if signs.next() == Some('\u{2}') => '\0',
            sign => sign,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::answers;
    use prefile::form::{Answer, Answers};

    fn said(all: &[(&str, Answer)]) -> Answers {
        let mut answers = Answers::default();
        for (fact, answer) in all {
            answers.say(fact, answer.clone());
        }
        answers
    }

    #[track_caller]
    fn check(flat: &str, expected: &[(&str, Answer)]) {
        assert_eq!(answers(flat), said(expected), "{flat:?}");
    }

    fn text(text: &str) -> Answer {
        Answer::Text(text.into())
    }

    #[test]
    fn one_after_the_other() {
        check("", &[]);
        check(
            "a\0sRosa\0b\0t\0c\0f\0d\0n\0",
            &[
                ("a", text("Rosa")),
                ("b", Answer::Bool(true)),
                ("c", Answer::Bool(false)),
                ("d", Answer::None),
            ],
        );
        check(
            "a\0s\0b\0u\0c\0o5000\0",
            &[
                ("a", text("")),
                ("b", Answer::Unreadable),
                ("c", Answer::TooLong(5000)),
            ],
        );
    }

    #[test]
    fn every_character_arrives() {
        check(
            "a\0sx\u{1}\u{2}y\u{1}\u{1}\u{2}\0",
            &[("a", text("x\0y\u{1}\u{2}"))],
        );
    }

    #[test]
    fn lists() {
        check(
            "l\0l\0.\0a\0t\0",
            &[("l", Answer::List(vec![])), ("a", Answer::Bool(true))],
        );
        let entries = vec![said(&[("x", text("1")), ("y", Answer::None)]), said(&[])];
        check(
            "l\0l\0x\0s1\0y\0n\0,\0,\0.\0a\0t\0",
            &[("l", Answer::List(entries)), ("a", Answer::Bool(true))],
        );
        // A list in a list is none.
        check(
            "l\0l\0x\0l\0,\0.\0",
            &[("l", Answer::List(vec![said(&[("x", Answer::Unreadable)])]))],
        );
    }

    #[test]
    fn broken_off() {
        check("a", &[]);
        check("a\0sRosa", &[("a", text("Rosa"))]);
        check("a\0o99999999999\0", &[("a", Answer::TooLong(u32::MAX))]);
        check("l\0l\0x\0s1", &[("l", Answer::List(vec![]))]);
    }
}
