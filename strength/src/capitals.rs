//! Capitals in a word.

use crate::combinations::{mixtures, real};
use crate::password::Case;

/// By how much the capitals of a word multiply its guesses; 1 if it has none.
///
/// The usual ways double them: the first letter, the last letter, all letters. Otherwise all ways
/// to have so many capitals, or fewer, have to be tried.
#[inline(never)]
pub(crate) fn variations(word: &[Case]) -> f64 {
    let count = |case: Case| word.iter().filter(|&&other| other == case).count();
    let upper = count(Case::Upper);
    if upper == 0 {
        return 1.0;
    }
    let lower = count(Case::Lower);
    let at_an_end = word.first() == Some(&Case::Upper) || word.last() == Some(&Case::Upper);
    if lower == 0 || (upper == 1 && at_an_end) {
        return real(2);
    }
    mixtures(upper, lower)
}

#[cfg(test)]
mod tests {
    use super::variations;
    use crate::password::Password;

    #[test]
    fn rows() {
        for (word, expected) in [
            ("", 1.0),
            ("a", 1.0),
            ("A", 2.0),
            ("abcdef", 1.0),
            ("Abcdef", 2.0),
            ("abcdeF", 2.0),
            ("ABCDEF", 2.0),
            ("ABC123", 2.0),
            ("aBcdef", 6.0),
            ("aBcDef", 21.0),
            ("ABCDEf", 6.0),
            ("aBCDEf", 21.0),
            ("ABCdef", 41.0),
            ("ñÑñ", 3.0),
            ("123", 1.0),
        ] {
            let found = variations(Password::read(word).cases());
            assert!((found - expected).abs() < 1e-9, "{word}: {found}");
        }
    }
}
