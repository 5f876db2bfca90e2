//! Check digits: each character counts 7, 3 or 1 times; the last digit of the sum is the one.
//!
//! Source: ICAO Doc 9303, part 3, 4.9.

use super::{
    character::{DIGIT, FILLER, sort, value},
    layout::Layout,
};

/// Check digits that do not fit, as bits.
pub(super) const NUMBER: u8 = 1;
pub(super) const BIRTH: u8 = 2;
pub(super) const EXPIRY: u8 = 4;
pub(super) const OPTIONAL: u8 = 8;
pub(super) const COMPOSITE: u8 = 16;

/// Which check digits of a coded zone do not fit.
pub(super) fn wrong(zone: &[u8], layout: &Layout) -> u8 {
    let bit = |fits: bool, bit| if fits { 0 } else { bit };
    let (number, birth, expiry) = (layout.number, layout.birth, layout.expiry());
    let mut wrong = bit(guarded(zone, birth, birth + 6), BIRTH)
        + bit(guarded(zone, expiry, expiry + 6), EXPIRY)
        + bit(
            guarded(zone, number, number + 9) || remainder(zone, layout).is_some(),
            NUMBER,
        );
    if layout.optional_has_digit {
        let (from, to) = layout.optional;
        // Both may be left out together.
        let empty = || {
            field(zone, from, to + 1)
                .iter()
                .all(|coded| *coded == FILLER)
        };
        wrong += bit(guarded(zone, from, to) || empty(), OPTIONAL);
    }
    if !layout.composite.is_empty() {
        let (mut total, mut before) = (0, 0);
        for (from, to) in layout.composite {
            total += sum(before, field(zone, *from, *to));
            before += to - from;
        }
        wrong += bit(is_digit_of(zone, layout.composite_digit, total), COMPOSITE);
    }
    wrong
}

/// How long the rest of a document number is that is longer than its field. It stands in front of
/// the optional data, with the check digit of the whole behind it, and a filler in place of the
/// number's own. `None` if there is no such rest, or its digit is wrong.
pub(super) fn remainder(zone: &[u8], layout: &Layout) -> Option<usize> {
    let at = layout.number + 9;
    // Visas do not know it; passports should not have it, but some do.
    if layout.begins == b"V" || zone.get(at) != Some(&FILLER) {
        return None;
    }
    let (from, to) = layout.optional;
    let optional = field(zone, from, to);
    let end = optional.iter().position(|coded| *coded == FILLER)?;
    let rest = optional.get(..end.checked_sub(1)?)?;
    let total = sum(0, field(zone, layout.number, at)) + sum(9, rest);
    (!rest.is_empty() && is_digit_of(zone, from + rest.len(), total)).then_some(rest.len())
}

/// Whether the digit behind a field is its check digit.
fn guarded(zone: &[u8], from: usize, to: usize) -> bool {
    is_digit_of(zone, to, sum(0, field(zone, from, to)))
}

fn is_digit_of(zone: &[u8], digit: usize, sum: u32) -> bool {
    zone.get(digit)
        .is_some_and(|coded| sort(*coded) == DIGIT && value(*coded) == sum % 10)
}

fn field(zone: &[u8], from: usize, to: usize) -> &[u8] {
    zone.get(from..to).unwrap_or_default()
}

/// The weighted sum of a field before which so many characters have been counted.
fn sum(before: usize, field: &[u8]) -> u32 {
    let [a, b, c] = match before % 3 {
        0 => [7, 3, 1],
        1 => [3, 1, 7],
        _ => [1, 7, 3],
    };
    let mut total = 0;
    let threes = field.chunks_exact(3);
    let rest = threes.remainder();
    for three in threes {
        total += a * value(three[0]) + b * value(three[1]) + c * value(three[2]);
    }
    for (coded, weight) in rest.iter().zip([a, b]) {
        total += weight * value(*coded);
    }
    total
}

#[cfg(test)]
mod tests {
    use super::{super::character::coded, *};

    #[test]
    fn digits_of_doc_9303() {
        #[track_caller]
        fn row(field: &str, digit: u32) {
            let coded = coded(field.as_bytes());
            assert_eq!(sum(0, &coded[..field.len()]) % 10, digit, "{field}");
        }
        row("520727", 3);
        row("AB2134<<<", 5);
        row("HA672242<658022549601086<<<<<<<<<<<<<<0", 8);
        row("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<", 2);
    }

    #[test]
    fn a_sum_goes_on_where_another_ended() {
        let zone = coded(b"L898902C36740812212041");
        for at in 0..22 {
            assert_eq!(
                sum(0, &zone[..at]) + sum(at, &zone[at..22]),
                sum(0, &zone[..22])
            );
        }
    }
}
