//! Check digits: weights 7, 3, 1; digits count as themselves, A to Z as 10 to 35, fillers as 0.
//!
//! Source: ICAO Doc 9303, part 3, 4.9.

use super::layout::Layout;

/// Check digits that do not fit, as bits.
pub(super) const NUMBER: u8 = 1;
pub(super) const BIRTH: u8 = 2;
pub(super) const EXPIRY: u8 = 4;
pub(super) const OPTIONAL: u8 = 8;
pub(super) const COMPOSITE: u8 = 16;

/// Which check digits of a zone do not fit. Its characters are of the right alphabets.
pub(super) fn wrong(zone: &[u8], layout: &Layout) -> u8 {
    let mut wrong = 0;
    let fits = |field: &[u8], digit: usize| is_digit_of(zone, digit, sum(0, field));
    let number = field(zone, layout.number, layout.number + 9);
    let long = zone.get(layout.number + 9) == Some(&b'<');
    if !(fits(number, layout.number + 9) || long && remainder(zone, layout).is_some()) {
        wrong |= NUMBER;
    }
    if !fits(
        field(zone, layout.birth, layout.birth + 6),
        layout.birth + 6,
    ) {
        wrong |= BIRTH;
    }
    let expiry = layout.expiry();
    if !fits(field(zone, expiry, expiry + 6), expiry + 6) {
        wrong |= EXPIRY;
    }
    if let Some(digit) = layout.optional_digit {
        let optional = field(zone, layout.optional.0, layout.optional.1);
        let empty = zone.get(digit) == Some(&b'<') && optional.iter().all(|byte| *byte == b'<');
        if !(empty || fits(optional, digit)) {
            wrong |= OPTIONAL;
        }
    }
    if !layout.composite.is_empty() {
        let (mut total, mut before) = (0, 0);
        for (from, to) in layout.composite {
            total += sum(before, field(zone, *from, *to));
            before += to - from;
        }
        if !is_digit_of(zone, layout.composite_digit, total) {
            wrong |= COMPOSITE;
        }
    }
    wrong
}

/// The rest of a document number that is longer than its field: in front of the optional data,
/// with the check digit of the whole behind it. `None` if there is none, or the digit is wrong.
pub(super) fn remainder<'z>(zone: &'z [u8], layout: &Layout) -> Option<&'z [u8]> {
    // Visas do not know it; passports should not have it, but some do.
    if layout.begins == b"V" {
        return None;
    }
    let optional = field(zone, layout.optional.0, layout.optional.1);
    let end = optional.iter().position(|byte| *byte == b'<')?;
    let (digit, rest) = optional.get(..end)?.split_last()?;
    let number = field(zone, layout.number, layout.number + 9);
    let total = sum(0, number) + sum(number.len(), rest);
    (!rest.is_empty() && digit.is_ascii_digit() && total % 10 == u32::from(digit - b'0'))
        .then_some(rest)
}

fn is_digit_of(zone: &[u8], digit: usize, sum: u32) -> bool {
    zone.get(digit)
        .is_some_and(|byte| byte.is_ascii_digit() && u32::from(byte - b'0') == sum % 10)
}

fn field(zone: &[u8], from: usize, to: usize) -> &[u8] {
    zone.get(from..to).unwrap_or_default()
}

/// The weighted sum of a field before which so many characters have been counted.
fn sum(before: usize, field: &[u8]) -> u32 {
    let weights = [7, 3, 1].into_iter().cycle().skip(before % 3);
    field
        .iter()
        .zip(weights)
        .map(|(byte, weight)| value(*byte) * weight)
        .sum()
}

fn value(byte: u8) -> u32 {
    u32::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'Z' => byte - b'A' + 10,
        _ => 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_doc_9303() {
        #[track_caller]
        fn row(field: &str, digit: u32) {
            assert_eq!(sum(0, field.as_bytes()) % 10, digit, "{field}");
        }
        row("520727", 3);
        row("AB2134<<<", 5);
        row("HA672242<658022549601086<<<<<<<<<<<<<<0", 8);
        row("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<", 2);
    }
}
