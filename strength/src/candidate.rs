//! A pattern found somewhere in the password, before it is known whether it explains it best.

use crate::explanation::Kind;

/// A found pattern. Positions count units of the password (see `password`).
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    /// After the last unit.
    pub(crate) end: usize,
    pub(crate) guesses: f64,
    pub(crate) kind: Kind,
}
