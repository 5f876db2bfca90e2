//! The password, read once: at most [`LONGEST`] units, each with the symbol that word lists know.
//!
//! A *unit* is what a reader would call a character: a character and the combining marks that
//! follow it. Accents, width and case are folded for comparison with word lists, so that
//! `Contraseña` and `CONTRASENA` are both found; the character itself is kept for what depends on
//! it: keyboard, sequences, repeats.
//!
//! What stands after the first [`LONGEST`] units is not read. It could only add guesses, and a
//! hundred characters say enough. Everything that held a part of the password is overwritten when
//! it is dropped.

use zeroize::Zeroize;

/// How many units are considered.
pub(crate) const LONGEST: usize = 100;

/// How many characters are looked at to find them: a bound for texts of nothing but marks.
const MOST_CHARACTERS: usize = 4 * LONGEST;

/// The first symbol for characters that are no ASCII.
const OTHERS: u8 = 128;

/// What a unit is, for counting capitals.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Upper,
    Lower,
    Neither,
}

/// A password in units. It has neither `Debug` nor `Display`.
pub(crate) struct Password {
    characters: Vec<char>,
    symbols: Vec<u8>,
    cases: Vec<Case>,
    /// Byte offset of each unit, and of the end.
    offsets: Vec<usize>,
    /// The characters behind symbols from [`OTHERS`] on.
    others: Vec<char>,
}

impl Password {
    /// Reads the beginning of `text`.
    pub(crate) fn read(text: &str) -> Self {
        let mut password = Password {
            characters: Vec::with_capacity(LONGEST),
            symbols: Vec::with_capacity(LONGEST),
            cases: Vec::with_capacity(LONGEST),
            offsets: Vec::with_capacity(LONGEST + 1),
            others: Vec::with_capacity(LONGEST),
        };
        let mut end = 0;
        for (offset, character) in text.char_indices().take(MOST_CHARACTERS) {
            if !is_mark(character) || password.characters.is_empty() {
                if password.len() == LONGEST {
                    break;
                }
                password.push(offset, character);
            }
            end = offset + character.len_utf8();
        }
        password.offsets.push(end);
        password
    }

    fn push(&mut self, offset: usize, character: char) {
        let small = lower(character);
        let case = if small != character {
            Case::Upper
        } else if character.is_ascii() && !character.is_ascii_lowercase() {
            Case::Neither
        } else {
            Case::Lower
        };
        let folded = fold(character);
        let symbol = self.symbol(folded).unwrap_or_else(|| {
            let symbol = OTHERS + u8::try_from(self.others.len()).unwrap_or(u8::MAX - OTHERS);
            self.others.push(folded);
            symbol
        });
        self.characters.push(character);
        self.symbols.push(symbol);
        self.cases.push(case);
        self.offsets.push(offset);
    }

    /// The symbol of a folded character, if it has one in this password.
    fn symbol(&self, folded: char) -> Option<u8> {
        match u8::try_from(folded) {
            Ok(byte) if byte.is_ascii() => Some(byte),
            _ => {
                let place = self.others.iter().position(|&other| other == folded)?;
                u8::try_from(place).ok().map(|place| OTHERS + place)
            }
        }
    }

    /// Another text in the symbols of this one; `None` when it has a character that this one has
    /// not, or is longer than this one: then it cannot be part of it.
    pub(crate) fn translate(&self, text: &str) -> Option<Vec<u8>> {
        let mut symbols = Vec::with_capacity(self.len());
        for character in text.chars().take(MOST_CHARACTERS) {
            if is_mark(character) && !symbols.is_empty() {
                continue;
            }
            match self.symbol(fold(character)) {
                Some(symbol) if symbols.len() < self.len() => symbols.push(symbol),
                _ => {
                    symbols.zeroize();
                    return None;
                }
            }
        }
        Some(symbols)
    }

    /// How many units it has.
    pub(crate) fn len(&self) -> usize {
        self.characters.len()
    }

    /// The units as they were typed.
    pub(crate) fn characters(&self) -> &[char] {
        &self.characters
    }

    /// The units as word lists know them.
    pub(crate) fn symbols(&self) -> &[u8] {
        &self.symbols
    }

    /// The units' cases.
    pub(crate) fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// Where a unit begins in the text, in bytes.
    pub(crate) fn offset(&self, unit: usize) -> usize {
        self.offsets.get(unit).copied().unwrap_or_default()
    }
}

impl Drop for Password {
    fn drop(&mut self) {
        self.characters.zeroize();
        self.symbols.zeroize();
        self.others.zeroize();
        self.offsets.zeroize();
        self.cases.fill(Case::Neither);
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}

/// The small letter of a capital, in Latin, Greek and Cyrillic; anything else as it is.
///
/// The tables of the standard library know more scripts, and are larger than the rest of this crate.
fn lower(character: char) -> char {
    let code = u32::from(character);
    let distance = match character {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' | 'Ａ'..='Ｚ' => {
            32
        }
        'Ѐ'..='Џ' => 80,
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        // Capitals and small letters take turns; here the capital is odd,
        'Ĺ'..='ň' | 'Ź'..='ž' => code & 1,
        // and here it is even.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ'..='ơ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' => {
            1 - (code & 1)
        }
        'Ư' => 1,
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(character)
}

/// Lower case, usual width, and without the accent if it is a Latin letter.
fn fold(character: char) -> char {
    let character = match lower(character) {
        // Full-width forms stand in the order of ASCII.
        wide @ '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(wide) - 0xFEE0).unwrap_or(wide),
        other => other,
    };
    if character.is_ascii() {
        return character;
    }
    match character {
        'à'..='æ' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ'..='ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ß' | 'ś' | 'ŝ' | 'ş' | 'š' => 's',
        'ţ' | 'ť' | 'ŧ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Password};

    #[track_caller]
    fn check(text: &str, symbols: &str, end: usize) {
        let password = Password::read(text);
        assert!(password.symbols() == symbols.as_bytes());
        assert_eq!(password.offset(password.len()), end);
    }

    #[test]
    fn folding() {
        check("", "", 0);
        check("PassWord1!", "password1!", 10);
        check("Contraseña", "contrasena", 11);
        check("Contrasen\u{303}a", "contrasena", 12);
        check("ＡＢｃ１", "abc1", 12);
        check("ŁÓDŹ", "lodz", 7);
        check("I\u{307}x", "ix", 4);
        check("ĞÜÇLÜ", "guclu", 9);
        check("Mật Khẩu", "mat khau", 12);
    }

    #[test]
    fn other_scripts_have_symbols_of_their_own() {
        let password = Password::read("ИваниВ");
        assert!(password.symbols() == [128, 129, 130, 131, 128, 129]);
        assert!(password.translate("ИВАН") == Some(vec![128, 129, 130, 131]));
        assert!(password.translate("пётр").is_none());
    }

    #[test]
    fn bounds() {
        assert_eq!(Password::read(&"x".repeat(10_000)).len(), LONGEST);
        assert_eq!(Password::read(&"\u{301}".repeat(10_000)).len(), 1);
        assert_eq!(Password::read(&"\u{0}".repeat(99)).len(), 99);
    }
}
