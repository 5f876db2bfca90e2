//! What the bytes of a text say: UTF-16 or UTF-8 behind their marks, or the PDF's own letters.

/// The letters that differ from Latin-1: 0x18 to 0x1f, and 0x80 to 0x9f.
const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

pub(crate) fn text(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        units(rest, u16::from_be_bytes)
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        units(rest, u16::from_le_bytes)
    } else if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        String::from_utf8_lossy(rest).into_owned()
    } else {
        bytes.iter().copied().map(letter).collect()
    }
}

/// What a byte of the PDF's own letters says.
pub(crate) fn letter(byte: u8) -> char {
    match byte {
        0x18..=0x1f => LOW[usize::from(byte - 0x18)],
        0x80..=0xa0 => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// Marks of language (U+001B, letters, U+001B) are read over.
fn units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let mut marked = false;
    let said = units.filter(|unit| {
        let mark = *unit == 0x1b;
        marked ^= mark;
        !mark && !marked
    });
    char::decode_utf16(said)
        .map(|letter| letter.unwrap_or('\u{fffd}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(text(bytes), expected);
    }

    #[test]
    fn every_way_to_write() {
        check(b"Rosa", "Rosa");
        check(b"Jos\xe9 \x90x\x8f\xa0", "José ’x‘€");
        check(b"\xfe\xff\x00J\x00o\x00s\x00\xe9", "José");
        check(b"\xff\xfeJ\x00\xe9\x00", "Jé");
        check(b"\xfe\xff\xd8\x3d\xdd\xfd\xd8\x3d", "🗽\u{fffd}");
        check(b"\xef\xbb\xbfJos\xc3\xa9", "José");
        check(b"\xfe\xff\x00\x1b\x00e\x00n\x00\x1b\x00J", "J");
    }
}
