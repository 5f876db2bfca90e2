//! The characters of a zone as check digits count them.

/// What a letter has and a digit has not; a filler has both bits, as it stands for either.
pub(super) const LETTER: u8 = 0x80;
/// What a digit has and a letter has not.
pub(super) const DIGIT: u8 = 0x40;
pub(super) const FILLER: u8 = LETTER + DIGIT;

/// Coded characters of a zone, at most 90.
pub(super) type Coded = [u8; 90];

/// The sort of a character in two bits, and what it counts in six: digits as themselves, A to Z
/// as 10 to 35, a filler as 0. 0 of what no zone has.
pub(super) fn code(byte: u8) -> u8 {
    CODES[usize::from(byte)]
}

/// The characters of a zone, coded. Of a longer text, the first 90.
pub(super) fn coded(zone: &[u8]) -> Coded {
    let mut coded = [0; 90];
    for (place, byte) in coded.iter_mut().zip(zone) {
        *place = code(*byte);
    }
    coded
}

/// What a coded character counts.
pub(super) fn value(coded: u8) -> u32 {
    u32::from(coded & !FILLER)
}

/// Letter, digit or filler.
pub(super) fn sort(coded: u8) -> u8 {
    coded & FILLER
}

static CODES: [u8; 256] = {
    let mut codes = [0; 256];
    let mut value = 0;
    while value < 36 {
        if value < 10 {
            codes[b'0' as usize + value as usize] = DIGIT + value;
        } else {
            codes[b'A' as usize + value as usize - 10] = LETTER + value;
        }
        value += 1;
    }
    codes[b'<' as usize] = FILLER;
    codes
};
