//! Counting in how many ways something can be mixed.
//!
//! Two estimates need it: capitals among small letters, and look-alikes among the letters they
//! stand for. Numbers are `f64`: they may be huge, and only their magnitude matters.

/// In how many ways `few` of `few + many` places can be chosen, or fewer of them, but at least one:
/// the sum of C(a + b, i) for i from 1 to the smaller of the two.
///
/// Zero when either is zero: callers say what a pure case costs.
#[inline(never)]
pub(crate) fn mixtures(a: usize, b: usize) -> f64 {
    let mut left = real(a + b);
    let mut taken = 1.0;
    let mut ways = 1.0;
    let mut sum = 0.0;
    for _ in 0..a.min(b) {
        ways = ways * left / taken;
        sum += ways;
        left -= 1.0;
        taken += 1.0;
    }
    sum
}

/// A small count as a number; counts here never pass a few hundred.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::mixtures;

    #[test]
    fn sums_of_binomials() {
        for (a, b, sum) in [
            (0, 0, 0.0),
            (0, 5, 0.0),
            (1, 1, 2.0),
            (1, 3, 4.0),
            (2, 2, 10.0),
            (3, 4, 63.0),
            (4, 3, 63.0),
        ] {
            assert!((mixtures(a, b) - sum).abs() < 1e-9, "{a} and {b}");
        }
    }
}
