//! What the words of an attribute say.

use super::{
    Purpose, Whose,
    table::{ASIDE, FIRST_PURPOSE, FIRST_WHOSE, NONE, Phrase, QUIET, UNKNOWN, phrases},
    token::{Token, Tokens},
};
use crate::text::Span;

/// The kinds, and one place for "none of them".
pub(super) const PLACES: usize = 48;
/// The place of "none of them".
pub(super) const NOWHERE: usize = PLACES - 1;
/// What a phrase of full weight is worth in the open.
const SAYS: u8 = 40;
const SUGGESTS: u8 = 24;
const HINTS: u8 = 12;

/// What an attribute says.
pub(super) struct Evidence {
    /// For each kind the points of the phrase that says it best.
    pub(super) points: [u8; PLACES],
    /// The words of that phrase.
    pub(super) words: [Span; PLACES],
    /// Who was named last.
    pub(super) whose: Option<Whose>,
    /// Who was named last beside the employer.
    pub(super) person: Option<Whose>,
    /// The purposes named, the last at the end.
    pub(super) purposes: [Option<Purpose>; 4],
}

impl Evidence {
    /// Reads an attribute.
    pub(super) fn of(tokens: &Tokens) -> Self {
        let mut evidence = Self {
            points: [0; PLACES],
            words: [Span { start: 0, end: 0 }; PLACES],
            whose: None,
            person: None,
            purposes: [None; 4],
        };
        evidence.kinds(tokens);
        evidence.roles(tokens.all());
        evidence
    }

    /// Whether it says anything of kinds.
    pub(super) fn speaks(&self) -> bool {
        self.points.iter().any(|points| *points > 0)
    }

    /// Whether it says several things as loudly: "City, State, ZIP".
    pub(super) fn is_divided(&self) -> bool {
        let best = self.points.iter().max().copied().unwrap_or_default();
        best > 0 && self.points.iter().filter(|points| **points == best).count() > 1
    }

    fn kinds(&mut self, tokens: &Tokens) {
        let (mut asks, mut turned, mut quiet, mut later) = (false, false, false, false);
        let mut asked = false;
        let mut rest = tokens.all();
        while let Some((token, after)) = rest.split_first() {
            asks |= token.asks;
            turned |= token.turns;
            if token.begins {
                // A sentence after the question explains it, unless it asks itself.
                later = self.speaks();
                (turned, quiet) = (false, false);
            }
            quiet &= !token.asks;
            let phrase = longest(token.word, after, |target| target < ASIDE);
            let Some(phrase) = phrase.filter(|_| !quiet) else {
                rest = after;
                continue;
            };
            rest = after.get(phrase.rest.len()..).unwrap_or_default();
            if phrase.target >= QUIET {
                quiet = phrase.target == QUIET;
                continue;
            }
            if asks {
                self.points = [0; PLACES];
                (asks, turned, later) = (false, false, false);
                asked = true;
            }
            let place = match phrase.target {
                NONE => NOWHERE,
                kind => usize::from(kind),
            };
            let points = [SAYS, SUGGESTS, HINTS][usize::from(phrase.weight).min(2)];
            let explains = turned && self.speaks() || later;
            let points = match (explains, token.aside) {
                (true, _) => points / 4,
                (_, true) if self.speaks() => points / 2,
                _ => points,
            };
            if let (Some(best), Some(words)) =
                (self.points.get_mut(place), self.words.get_mut(place))
                && points > *best
            {
                *best = points;
                let last = phrase.rest.len().checked_sub(1);
                let last = last.and_then(|last| after.get(last)).unwrap_or(token);
                *words = token.to(*last);
            }
        }
        // Of a text with headings only a question speaks.
        if tokens.headed && !asked {
            self.points = [0; PLACES];
        }
    }

    fn roles(&mut self, tokens: &[Token]) {
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            let Some(phrase) = longest(token.word, after, |target| target >= ASIDE) else {
                rest = after;
                continue;
            };
            rest = after.get(phrase.rest.len()..).unwrap_or_default();
            if phrase.target >= FIRST_PURPOSE {
                let named = Purpose::ALL.get(usize::from(phrase.target - FIRST_PURPOSE));
                if !token.aside {
                    self.purpose(named.copied());
                }
            } else if phrase.target >= FIRST_WHOSE {
                self.whose = Whose::ALL
                    .get(usize::from(phrase.target - FIRST_WHOSE))
                    .copied();
                if self.whose != Some(Whose::Employer) {
                    self.person = self.whose;
                }
            }
        }
    }

    fn purpose(&mut self, purpose: Option<Purpose>) {
        self.purposes.rotate_left(1);
        if let Some(last) = self.purposes.last_mut() {
            *last = purpose;
        }
    }
}

/// The longest phrase that begins with a word and goes on in `after`.
fn longest(word: u16, after: &[Token], wanted: impl Fn(u8) -> bool) -> Option<Phrase> {
    if word == UNKNOWN {
        return None;
    }
    phrases(word).find(|phrase| {
        wanted(phrase.target)
            && after.len() >= phrase.rest.len()
            && phrase
                .rest
                .iter()
                .zip(after)
                .all(|(word, token)| u16::from(*word) == token.word && !token.begins && !token.asks)
    })
}
