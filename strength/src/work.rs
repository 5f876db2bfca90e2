//! Counting what a check costs.
//!
//! Time cannot be asserted in a test; steps can. Every loop of this crate whose length depends on
//! the input counts here, and a test holds the sum under a bound for hostile input.

/// The steps taken so far.
#[derive(Default)]
pub(crate) struct Work(u64);

impl Work {
    /// Counts `steps` more.
    pub(crate) fn add(&mut self, steps: usize) {
        self.0 += steps as u64;
    }

    /// What was counted.
    #[cfg(test)]
    pub(crate) fn steps(&self) -> u64 {
        self.0
    }
}
