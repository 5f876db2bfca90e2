//! Chance that is the same at every run.

/// Numbers that look like chance: xorshift64*.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    /// A place in a list of this length; 0 in an empty one.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        let length = (length as u64).max(1);
        usize::try_from(self.next() % length).unwrap_or(0)
    }

    /// 0 or more, and less than this.
    pub(crate) fn below(&mut self, limit: u32) -> i64 {
        i64::try_from(self.next() % u64::from(limit.max(1))).unwrap_or(0)
    }
}
