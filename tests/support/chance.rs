//! Numbers that look like chance and are the same in every run.

/// Marsaglia's xorshift, from any seed but 0.
pub struct Chance(pub u64);

impl Chance {
    /// A number of 31 bits.
    pub fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits")
    }

    /// A number below `end`; 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        self.next() % end.max(1)
    }
}
