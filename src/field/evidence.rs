//! What the words of an attribute say.

use super::{
    Purpose, Whose,
    decide::Roles,
    table::{ASIDE, FIRST_PURPOSE, FIRST_WHOSE, NONE, NUMBER, Phrase, QUIET, RECALLS, phrases},
    token::{Token, Tokens},
};
use crate::{Kind, text::Span};

/// The kinds, and one place for "none of them".
pub(super) const PLACES: usize = NOWHERE + 1;
/// The place of "none of them".
pub(super) const NOWHERE: usize = NONE as usize;
/// What a phrase of full weight is worth in the open.
const SAYS: u8 = 40;
const SUGGESTS: u8 = 24;
const HINTS: u8 = 12;
/// Outweighs a label even from within brackets, and from a placeholder.
const DENIES: u8 = 255;
/// The weight of phrases that say so only where no other word follows.
const ALONE: u8 = 4;
/// What "What was ...?" asks of somebody's memory, and forms ask by name.
const FIRST_RECALLED: u8 = Kind::FamilyName as u8;
const LAST_RECALLED: u8 = Kind::Phone as u8;

/// What an attribute says.
pub(super) struct Evidence {
    /// For each kind the points of the phrase that says it best.
    pub(super) points: [u8; PLACES],
    /// The words of that phrase.
    pub(super) words: [Span; PLACES],
    /// Who and what for it names.
    pub(super) roles: Roles,
}

impl Evidence {
    /// Reads an attribute; `cuts` if its words may be written together.
    pub(super) fn of(text: &str, cuts: bool) -> Self {
        let mut evidence = Self {
            points: [0; PLACES],
            words: [Span { start: 0, end: 0 }; PLACES],
            roles: Roles::default(),
        };
        if !text.is_empty() {
            let tokens = Tokens::new(text, cuts);
            evidence.read_kinds(&tokens);
            evidence.read_roles(tokens.all());
        }
        evidence
    }

    /// Whether it says anything of kinds.
    pub(super) fn speaks(&self) -> bool {
        self.points.iter().any(|points| *points > 0)
    }

    /// How many kinds it says the most loudly: several in "City, State, ZIP".
    pub(super) fn loudest(&self) -> usize {
        let (mut best, mut count) = (1, 0);
        for points in &self.points {
            if *points > best {
                (best, count) = (*points, 0);
            }
            count += usize::from(*points == best);
        }
        count
    }

    /// Whether it says this kind.
    pub(super) fn says(&self, kind: Kind) -> bool {
        self.points.get(kind as usize) > Some(&0)
    }

    /// Forgets what another says too: a name and an id are mostly the same.
    pub(super) fn forget(&mut self, other: &Self) {
        for (points, others) in self.points.iter_mut().zip(&other.points) {
            *points = points.saturating_sub(*others);
        }
    }

    /// Takes one kind for the other.
    pub(super) fn swap(&mut self, one: Kind, other: Kind) {
        self.points.swap(one as usize, other as usize);
        self.words.swap(one as usize, other as usize);
    }

    fn read_kinds(&mut self, tokens: &Tokens) {
        let (mut asks, mut turned, mut quiet, mut later) = (false, false, false, false);
        let (mut asked, mut advises, mut recalls) = (false, false, false);
        let mut rest = tokens.all();
        while let Some((token, after)) = rest.split_first() {
            if token.asks {
                // "Enter 9 digits" and "Enter number" ask nothing new.
                (asks, advises) = (true, token.digits || token.word == NUMBER);
            }
            turned |= token.turns;
            if token.begins {
                // A sentence after the question explains it, unless it asks itself.
                later = self.speaks();
                (turned, quiet, recalls) = (false, false, false);
            }
            quiet &= !token.asks;
            let phrase = longest(token, after, false);
            let Some(phrase) = phrase.filter(|_| !quiet) else {
                rest = after;
                continue;
            };
            rest = after.get(phrase.rest.len()..).unwrap_or_default();
            if phrase.target >= QUIET {
                quiet = phrase.target == QUIET;
                recalls |= phrase.target == RECALLS;
                continue;
            }
            if asks {
                self.points = [0; PLACES];
                (asks, turned, later) = (false, false, false);
                asked = true;
            }
            let is_other = phrase.weight == ALONE && !tokens.cuts && is_followed(token, rest);
            let place = match phrase.target {
                _ if is_other => NOWHERE,
                FIRST_RECALLED..=LAST_RECALLED if recalls => NOWHERE,
                kind => usize::from(kind),
            };
            let points = match phrase.weight {
                1 => SUGGESTS,
                2 => HINTS,
                3 => DENIES,
                _ => SAYS,
            };
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
                *words = tokens.span(*token, *last);
            }
        }
        // Of a text with headings only a question speaks, and only the last.
        let unknown = asks && !advises;
        if tokens.headed && (!asked || unknown) {
            self.points = [0; PLACES];
            if let Some(nowhere) = self.points.last_mut().filter(|_| unknown) {
                *nowhere = SUGGESTS;
            }
        }
    }

    fn read_roles(&mut self, tokens: &[Token]) {
        let roles = &mut self.roles;
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            let Some(phrase) = longest(token, after, true) else {
                rest = after;
                continue;
            };
            rest = after.get(phrase.rest.len()..).unwrap_or_default();
            if phrase.target >= FIRST_PURPOSE {
                let named = Purpose::ALL.get(usize::from(phrase.target - FIRST_PURPOSE));
                if !token.aside {
                    let [_, first, second, third] = roles.purposes;
                    roles.purposes = [first, second, third, named.copied()];
                    roles.named |= 1 << (phrase.target - FIRST_PURPOSE);
                }
            } else if phrase.target >= FIRST_WHOSE {
                let named = Whose::ALL.get(usize::from(phrase.target - FIRST_WHOSE));
                roles.whose = named.copied();
                if roles.whose != Some(Whose::Employer) {
                    roles.person = roles.whose;
                }
            }
        }
    }
}

/// Whether a word follows that makes it another thing: "Estado laboral", "SEVIS coordinator".
fn is_followed(first: &Token, rest: &[Token]) -> bool {
    rest.split_first().is_some_and(|(next, after)| {
        !(next.turns || next.digits) && next.goes_on(first) && longest(next, after, false).is_none()
    })
}

/// The longest phrase that begins with a word and goes on in `after`, in the same sentence and the
/// same brackets: one of roles, or one of kinds.
#[inline(never)]
fn longest(first: &Token, after: &[Token], of_roles: bool) -> Option<Phrase> {
    phrases(first.word).find(|phrase| {
        let mut tokens = after.iter();
        (phrase.target >= ASIDE) == of_roles
            && phrase.rest.iter().all(|word| {
                let token = tokens.next();
                token.is_some_and(|token| u16::from(*word) == token.word && token.goes_on(first))
            })
    })
}
