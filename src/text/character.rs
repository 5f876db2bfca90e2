//! One character: what identifiers make of it.
//!
//! Sources: the Unicode Character Database (general categories Zs, Pd, Cf, Nd) and, for the
//! look-alikes, the confusables of UTS #39 that keyboards really produce.

/// What a typed character is to an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// An ASCII letter (upper-case), digit or sign that stands for itself.
    Plain(u8),
    /// A lower-case ASCII letter, here in upper case.
    Lower(u8),
    /// A space, a dash, a dot, a bracket: written for the eye.
    Separator,
    /// Not to be seen: zero-width, bidi, soft hyphen, byte order mark.
    Invisible,
    /// A digit of another script, or a full-width character, here in ASCII.
    Other(u8),
    /// A letter of another alphabet that looks like this ASCII letter.
    LookAlike(u8),
    /// Anything else.
    Foreign,
}

/// The class of a character.
pub(crate) fn class(typed: char) -> Class {
    match u8::try_from(typed) {
        Ok(byte) if byte < 128 => ASCII[usize::from(byte)],
        _ => beyond_ascii(typed),
    }
}

static ASCII: [Class; 128] = {
    let mut table = [Class::Foreign; 128];
    let mut low: u8 = 0;
    while low < 128 {
        table[low as usize] = match low {
            b'a'..=b'z' => Class::Lower(low - 32),
            b' '
            | 9..=13
            | b'-'
            | b'.'
            | b'#'
            | b'/'
            | b'_'
            | b','
            | b':'
            | b';'
            | b'('
            | b')'
            | b'['
            | b']'
            | b'"'
            | b'\''
            | b'|' => Class::Separator,
            0..=8 | 14..=31 | 127 => Class::Invisible,
            _ => Class::Plain(low),
        };
        low += 1;
    }
    table
};

/// The first digit of the scripts whose digits are read, each followed by nine more.
const ZEROS: [char; 21] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1d7ce}',
    '\u{1d7d8}',
    '\u{1d7f6}',
];

/// Letters that look like these ASCII letters, in pairs.
const LOOK_ALIKES: [(&str, &str); 3] = [
    ("АВЕЅІЈКМНОРСТХҮаеіјѕорсхуԛԝ", "ABESIJKMHOPCTXYAEIJSOPCXYQW"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιϲϳ", "ABEZHIKMNOPTYXOVICJ"),
    ("ⅠⅤⅩⅬⅭⅮⅯⅰⅼⅽⅾⅿıȷƖ", "IVXLCDMILCDMIJI"),
];

/// Spaces and line breaks, first and last.
static SPACES: [(u16, u16); 9] = [
    (0xa0, 0xa0),
    (0x1680, 0x1680),
    (0x2000, 0x200a),
    (0x2028, 0x2028),
    (0x2029, 0x2029),
    (0x202f, 0x202f),
    (0x205f, 0x205f),
    (0x3000, 0x3000),
    (0x85, 0x85),
];

/// Dashes, the minus sign, the hyphenation point, the middle dot, quotes, º and ª, №'s dot.
static SIGNS: [(u16, u16); 35] = [
    (0x2010, 0x2015),
    (0x2212, 0x2212),
    (0x2027, 0x2027),
    (0x2022, 0x2022),
    (0xb7, 0xb7),
    (0x2043, 0x2043),
    (0xfe58, 0xfe58),
    (0xfe63, 0xfe63),
    (0xff0d, 0xff0d),
    (0x30fb, 0x30fb),
    (0x30fc, 0x30fc),
    (0x3001, 0x3001),
    (0x3002, 0x3002),
    (0x58a, 0x58a),
    (0x5be, 0x5be),
    (0x2018, 0x201f),
    (0xab, 0xab),
    (0xbb, 0xbb),
    (0xba, 0xba),
    (0xaa, 0xaa),
    (0xb0, 0xb0),
    (0x2032, 0x2032),
    (0x2033, 0x2033),
    (0x2116, 0x2116),
    (0x2e3a, 0x2e3a),
    (0x2e3b, 0x2e3b),
    (0x60c, 0x60c),
    (0xff0c, 0xff0c),
    (0xff0e, 0xff0e),
    (0xff0f, 0xff0f),
    (0xff1a, 0xff1a),
    (0xff08, 0xff08),
    (0xff09, 0xff09),
    (0xff03, 0xff03),
    (0xff3f, 0xff3f),
];

/// C1 controls, the format characters, variation selectors; tags lie beyond.
static UNSEEN: [(u16, u16); 18] = [
    (0x80, 0x9f),
    (0xad, 0xad),
    (0x34f, 0x34f),
    (0x61c, 0x61c),
    (0x115f, 0x115f),
    (0x1160, 0x1160),
    (0x17b4, 0x17b4),
    (0x17b5, 0x17b5),
    (0x180b, 0x180e),
    (0x200b, 0x200f),
    (0x202a, 0x202e),
    (0x2060, 0x2064),
    (0x2066, 0x206f),
    (0x3164, 0x3164),
    (0xfe00, 0xfe0f),
    (0xfeff, 0xfeff),
    (0xffa0, 0xffa0),
    (0xfff9, 0xfffb),
];

fn is_in(ranges: &[(u16, u16)], code: u32) -> bool {
    ranges
        .iter()
        .any(|(first, last)| (u32::from(*first)..=u32::from(*last)).contains(&code))
}

fn beyond_ascii(typed: char) -> Class {
    let code = typed as u32;
    if is_in(&SPACES, code) || is_in(&SIGNS, code) {
        return Class::Separator;
    }
    if is_in(&UNSEEN, code) || matches!(code, 0xe_0000..=0xe_0fff) {
        return Class::Invisible;
    }
    // Full-width ASCII.
    if let 0xff01..=0xff5e = code {
        let plain = u8::try_from(code - 0xfee0).unwrap_or(b'?');
        return Class::Other(plain.to_ascii_uppercase());
    }
    // Superscript and circled digits are no digits of a number: left as they are.
    if let Some(zero) = ZEROS.iter().rev().find(|zero| **zero as u32 <= code) {
        let value = code - *zero as u32;
        if value < 10 {
            return Class::Other(b'0' + u8::try_from(value).unwrap_or(0));
        }
    }
    for (alikes, plains) in LOOK_ALIKES {
        if let Some(place) = alikes.chars().position(|alike| alike == typed) {
            return plains
                .as_bytes()
                .get(place)
                .map_or(Class::Foreign, |b| Class::LookAlike(*b));
        }
    }
    Class::Foreign
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_alike_has_its_letter() {
        for (alikes, plains) in LOOK_ALIKES {
            assert_eq!(alikes.chars().count(), plains.len(), "{alikes}");
            assert!(
                plains.bytes().all(|byte| byte.is_ascii_uppercase()),
                "{plains}"
            );
        }
    }

    #[test]
    fn characters_are_what_they_look_like() {
        #[track_caller]
        fn row(typed: &str, expected: Class) {
            for typed in typed.chars() {
                assert_eq!(class(typed), expected, "U+{:04X}", typed as u32);
            }
        }
        row(
            " \t\n-./#_()\u{a0}\u{2009}\u{202f}\u{3000}–—−‐‑",
            Class::Separator,
        );
        row(
            "\u{200b}\u{200d}\u{feff}\u{202e}\u{2066}\u{ad}\u{0}\u{7f}\u{80}",
            Class::Invisible,
        );
        row("7", Class::Plain(b'7'));
        row("７٧۷৭७๗𝟕𝟟𝟽", Class::Other(b'7'));
        row("a", Class::Lower(b'A'));
        row("Ａａ", Class::Other(b'A'));
        row("АаΑ", Class::LookAlike(b'A'));
        row("ОоΟο", Class::LookAlike(b'O'));
        row("éñ中👍²①٪", Class::Foreign);
        row("*", Class::Plain(b'*'));
    }
}
