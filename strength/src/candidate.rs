//! A pattern found somewhere in the password, before it is known whether it explains it best.

use crate::explanation::Kind;
#[cfg(test)]
use crate::{password::Password, work::Work};
#[cfg(test)]
use std::ops::Range;

/// A found pattern. Positions count units of the password (see `password`).
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    /// After the last unit.
    pub(crate) end: usize,
    pub(crate) guesses: f64,
    pub(crate) kind: Kind,
}

/// A search in a range of the password.
#[cfg(test)]
type Find = fn(&Password, &Range<usize>, &mut Vec<Candidate>, &mut Work);

/// What a search of the whole text finds.
#[cfg(test)]
pub(crate) fn found(find: Find, text: &str) -> Vec<Candidate> {
    let password = Password::read(text);
    let mut found = Vec::new();
    find(
        &password,
        &(0..password.len()),
        &mut found,
        &mut Work::default(),
    );
    found
}

/// The same in short: from where, to where, how many guesses.
#[cfg(test)]
pub(crate) fn places(find: Find, text: &str) -> Vec<(usize, usize, f64)> {
    let found = found(find, text).into_iter();
    found.map(|one| (one.start, one.end, one.guesses)).collect()
}
