//! The answers to recovery questions, side by side.

use super::{
    look,
    secret::{Password, folded},
};
use crate::{Code, finding::Finding, text::letters};

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
        if personal
            .iter()
            .take(MOST_ANSWERS)
            .any(|entry| is_part_of(answer, entry))
        {
            found.push((place, Finding::new(Code::RecoveryAnswerHasPersonal)));
        }
    }
    found
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
