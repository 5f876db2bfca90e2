//! From a number of guesses to a score.
//!
//! The five classes and their limits are those of zxcvbn (Wheeler, USENIX Security 2016): what an
//! online attack that is slowed down cannot reach, what one that is not slowed down cannot reach,
//! what an attack on a stolen list of slowly hashed passwords cannot reach.

/// How well a password holds, from 0 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Score {
    /// 0: fewer than a thousand guesses.
    TooGuessable = 0,
    /// 1: fewer than a million guesses: a slowed-down online attack is held off.
    VeryGuessable = 1,
    /// 2: fewer than a hundred million guesses: an online attack is held off.
    SomewhatGuessable = 2,
    /// 3: fewer than ten thousand million guesses: some protection when the list is stolen.
    SafelyUnguessable = 3,
    /// 4: more than that.
    VeryUnguessable = 4,
}

/// The limits between classes. Guesses are sums in which a constant often stands; these few more
/// keep a password whose product is exactly the limit below it.
const LIMITS: [(f64, Score); 4] = [
    (1e3 + 5.0, Score::TooGuessable),
    (1e6 + 5.0, Score::VeryGuessable),
    (1e8 + 5.0, Score::SomewhatGuessable),
    (1e10 + 5.0, Score::SafelyUnguessable),
];

impl Score {
    /// The score for this many guesses.
    pub(crate) fn of(guesses: f64) -> Self {
        for (limit, score) in LIMITS {
            if guesses < limit {
                return score;
            }
        }
        Score::VeryUnguessable
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> u8 {
        score as u8
    }
}

#[cfg(test)]
mod tests {
    use super::Score;

    #[test]
    fn limits() {
        for (guesses, score) in [
            (0.0, 0),
            (1.0, 0),
            (1_004.0, 0),
            (1_005.0, 1),
            (1_000_004.0, 1),
            (1_000_005.0, 2),
            (100_000_004.0, 2),
            (100_000_005.0, 3),
            (10_000_000_004.0, 3),
            (10_000_000_005.0, 4),
            (f64::INFINITY, 4),
        ] {
            assert_eq!(u8::from(Score::of(guesses)), score, "{guesses}");
        }
    }
}
