//! The answers to recovery questions, side by side.

use super::{
    birthday, look,
    secret::{Password, folded},
};
use crate::{
    Code,
    finding::Finding,
    text::{letters, piece::pieces},
};

/// How many answers are compared, and how many characters of each.
const MOST_ANSWERS: usize = 32;
const LOOKED_AT: usize = 256;

/// What is unwise about answers to recovery questions, given as `(question, answer)`: which answer,
/// and what. Empty answers are left to the check of each.
///
/// ```
/// use prefile::{Code, check_recovery_answers};
/// let answers = [("First school?", "Lincoln"), ("First pet?", "lincoln ")];
/// let found = check_recovery_answers(&answers, &[]);
/// assert_eq!((found[0].0, found[0].1.code), (1, Code::RecoveryAnswerSameTwice));
/// ```
#[must_use]
pub fn check_recovery_answers(
    answers: &[(&str, &str)],
    personal: &[&str],
) -> Vec<(usize, Finding)> {
    let mut found = Vec::new();
    for (place, (question, answer)) in answers.iter().take(MOST_ANSWERS).enumerate() {
        if heard(answer).next().is_none() {
            continue;
        }
        let before = answers.iter().take(place);
        if before
            .map(|(_, other)| other)
            .any(|other| heard(other).eq(heard(answer)))
        {
            found.push((place, Finding::new(Code::RecoveryAnswerSameTwice)));
        }
        if is_part_of(answer, question) {
            found.push((place, Finding::new(Code::RecoveryAnswerInQuestion)));
        }
        if is_personal(answer, personal) {
            found.push((place, Finding::new(Code::RecoveryAnswerHasPersonal)));
        }
    }
    found
}

/// Whether an answer is of the person's own words, every word of it, or the day of an entry written in another
/// way.
fn is_personal(answer: &str, personal: &[&str]) -> bool {
    let known = |said: &str| {
        let mut entries = personal.iter().take(MOST_ANSWERS);
        entries.any(|entry| is_part_of(said, entry))
    };
    let mut words = pieces(answer, b" ").filter(|word| heard(word).next().is_some());
    let mut days = personal.iter().take(MOST_ANSWERS).copied();
    known(answer)
        || words.all(known)
        || birthday::read(answer)
            .is_some_and(|day| days.any(|entry| birthday::read(entry) == Some(day)))
}

/// An answer as it sounds: without signs, capitals and accents.
fn heard(answer: &str) -> impl Iterator<Item = char> {
    let beginning = answer.chars().take(LOOKED_AT);
    beginning
        .filter(|typed| letters::is_word(*typed))
        .map(folded)
}

/// Whether an answer is a text, or a word or run of words of it.
fn is_part_of(answer: &str, text: &str) -> bool {
    Password::new(text)
        .find(answer, look::least(answer))
        .is_some()
}
