//! How many guesses a password holds out, and what gives it away.
//!
//! The method is zxcvbn's (Daniel Lowe Wheeler, *zxcvbn: Low-Budget Password Strength Estimation*,
//! USENIX Security 2016), written anew: everything in the password that an attacker would try early
//! is looked for (common passwords, words, names, what is known about the person, look-alike
//! letters, keyboard walks, repeats, sequences, dates) and of all ways to explain the password by
//! such patterns the one that takes the fewest guesses counts.
//!
//! ```
//! use prefile_strength::{Score, Weakness, strength};
//!
//! let weak = strength("P@ssw0rd1", &[]);
//! assert!(weak.score <= Score::VeryGuessable);
//! assert!(weak.weaknesses.contains(&Weakness::LookAlikes));
//!
//! let known = strength("Ibarra-2031", &["Guadalupe Ibarra"]);
//! assert!(known.weaknesses.contains(&Weakness::Personal));
//!
//! let strong = strength("cobalt shrub waltz ninety", &[]);
//! assert_eq!(strong.score, Score::VeryUnguessable);
//! assert!(strong.weaknesses.is_empty());
//! ```
//!
//! The time is bounded for every input: the first hundred characters are read, look-alikes are
//! followed only where the word list has such words, and nothing recurses or backtracks. A test
//! counts the steps of hostile input.
//!
//! A result says where and what, never which characters, and what held the password is overwritten
//! when it is dropped.
//!
//! # Rooms, in reading order
//!
//! `password` reads the text; `words` unfolds the lists; `dictionary`, `look_alike`, `capitals`,
//! `personal`, `keyboard`, `sequence`, `date`, `repeat` find patterns; `search` chooses among them;
//! `analysis` puts these together; `score`, `explanation`, `weakness` are what comes out.

mod analysis;
mod candidate;
mod capitals;
mod combinations;
mod date;
mod dictionary;
mod explanation;
mod keyboard;
mod look_alike;
mod password;
mod personal;
mod repeat;
mod score;
mod search;
mod sequence;
#[cfg(feature = "wasm")]
mod wasm;
mod weakness;
mod words;
mod work;

pub use explanation::{Kind, Layout, List, Match};
pub use score::Score;
pub use weakness::Weakness;

use password::Password;
use work::Work;

/// What is known about a password's strength.
#[derive(Clone, Debug, PartialEq)]
pub struct Strength {
    /// From 0 to 4.
    pub score: Score,
    /// The decimal logarithm of the number of guesses; 0 for an empty password.
    pub guesses_log10: f64,
    /// The patterns that the password was taken for, one behind the other, from its first character
    /// to the last that was read.
    pub explanation: Vec<Match>,
    /// Why the password is weak, gravest first; empty from score 3 on.
    pub weaknesses: Vec<Weakness>,
}

/// How strong is this password, for somebody about whom `personal` is known (names, e-mail address,
/// birth date, numbers; the most obvious first)?
#[must_use]
pub fn strength(password: &str, personal: &[&str]) -> Strength {
    measured(password, personal, &mut Work::default())
}

fn measured(text: &str, personal: &[&str], work: &mut Work) -> Strength {
    let password = Password::read(text);
    let best = analysis::analyse(&password, personal, work);
    let explanation: Vec<Match> = best
        .parts
        .iter()
        .map(|part| Match {
            // A single character is no word that anybody should hear of.
            kind: if part.end - part.start == 1 {
                Kind::Bruteforce
            } else {
                part.kind
            },
            start: password.offset(part.start),
            end: password.offset(part.end),
            guesses: part.guesses,
        })
        .collect();
    let score = Score::of(best.guesses);
    let weaknesses = weakness::weaknesses(score, &explanation);
    Strength {
        score,
        guesses_log10: best.guesses.max(1.0).log10(),
        explanation,
        weaknesses,
    }
}

#[cfg(test)]
mod bounds;
