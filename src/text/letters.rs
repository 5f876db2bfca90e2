//! What a letter looks like, and of which script it is.
//!
//! Sources: Unicode Character Database (blocks, canonical decompositions of Latin letters) and the
//! confusables of UTS #39 that pass for Latin lower-case letters. Only what hosts and passwords
//! need: what is in no table is of no script and looks like nothing.

use super::{Class, class};

/// The scripts that are told apart; those of East Asia are one, because they are written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Indic,
    EastAsian,
    Other,
}

/// The script of a letter; `None` of digits, signs and marks.
pub(crate) fn script(letter: char) -> Option<Script> {
    Some(match letter as u32 {
        0x41..=0x5a
        | 0x61..=0x7a
        | 0xaa
        | 0xba
        | 0xc0..=0xd6
        | 0xd8..=0xf6
        | 0xf8..=0x2af
        | 0x1d00..=0x1d25
        | 0x1e00..=0x1eff
        | 0x2c60..=0x2c7f
        | 0xa720..=0xa7ff
        | 0xff21..=0xff3a
        | 0xff41..=0xff5a => Script::Latin,
        0x370..=0x3ff | 0x1f00..=0x1fff => Script::Greek,
        0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Script::Cyrillic,
        0x531..=0x58f => Script::Armenian,
        0x5d0..=0x5f4 => Script::Hebrew,
        0x620..=0x6d5 | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfefc => Script::Arabic,
        0x900..=0xdff => Script::Indic,
        0x1100..=0x11ff
        | 0x2e80..=0x2fdf
        | 0x3041..=0x318f
        | 0x31f0..=0xa4cf
        | 0xac00..=0xd7ff
        | 0xf900..=0xfaff
        | 0xff66..=0xff9d
        | 0x2_0000..=0x3_ffff => Script::EastAsian,
        0x10a0..=0x10ff
        | 0x1200..=0x139f
        | 0x13a0..=0x167f
        | 0xe00..=0xfff
        | 0x1000..=0x109f
        | 0x1780..=0x17b3 => Script::Other,
        _ => return None,
    })
}

/// Whether letters of more than one script were added.
#[derive(Default)]
pub(crate) struct Alphabets {
    first: Option<Script>,
    pub mixed: bool,
}

impl Alphabets {
    pub(crate) fn add(&mut self, letter: char) {
        let script = script(letter);
        if script.is_some() {
            self.mixed |= self.first.is_some() && self.first != script;
            self.first = script;
        }
    }
}

/// The lower-case ASCII character that a character is, or looks like when accents, width and
/// alphabet are overlooked. A digit or sign of ASCII is itself.
pub(crate) fn plain(typed: char) -> Option<u8> {
    if typed.is_ascii() {
        return u8::try_from(typed)
            .ok()
            .map(|byte| byte.to_ascii_lowercase());
    }
    match class(typed) {
        Class::Plain(byte) | Class::Lower(byte) | Class::Other(byte) | Class::LookAlike(byte) => {
            Some(byte.to_ascii_lowercase())
        }
        Class::Foreign => accented(typed),
        Class::Separator | Class::Invisible => None,
    }
}

/// Runs of Latin letters with marks (first, last, the letter beneath), and letters of other
/// alphabets or small capitals that pass for a lower-case Latin one.
static BENEATH: &str = "\
    ÀÆaÇÇcÈËeÌÏiÑÑnÒÖoØØoÙÜuÝÝyßßsàæaççcèëeìïiññnòöo\
    øøoùüuýÿyĀąaĆčcĎđdĒěeĜģgĤħhĨıiĴĵjĶĸkĹłlŃŋnŌœoŔřr\
    ŚšsŢŧtŨųuŴŵwŶŸyŹžzſſsɑɑaɡɡgɩɪiʋʋuααaίίiγγyυυuϋϋu\
    ύύuѵѵvїїiҫҫcցցgօօoսսuᴄᴄcᴏᴏoᴜᴜuᴠᴠvṡṩsụựuịịiꜱꜱs";

fn accented(typed: char) -> Option<u8> {
    let mut letters = BENEATH.chars();
    while let (Some(first), Some(last)) = (letters.next(), letters.next()) {
        let beneath = letters.next()?;
        if (first..=last).contains(&typed) {
            return u8::try_from(beneath).ok();
        }
    }
    None
}

/// Whether a character is a letter or digit, of ASCII or of a script that we know.
pub(crate) fn is_word(typed: char) -> bool {
    is_letter(typed) || plain(typed).is_some_and(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a character is a letter of a script that we know.
pub(crate) fn is_letter(typed: char) -> bool {
    script(typed).is_some()
}

/// Whether a letter is a capital, a small one, or neither (`None`) as far as we know.
pub(crate) fn is_capital(typed: char) -> Option<bool> {
    match script(typed)? {
        Script::Latin | Script::Greek | Script::Cyrillic => Some(lower(typed) != typed),
        _ => None,
    }
}

/// A combining mark, which sits on the letter before it.
pub(crate) fn is_mark(typed: char) -> bool {
    matches!(typed as u32, 0x300..=0x36f | 0x483..=0x489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f)
}

/// The small letter of a capital one in Latin, Greek and Cyrillic, as hosts are written.
pub(crate) fn lower(typed: char) -> char {
    let code = typed as u32;
    let small = match code {
        0x41..=0x5a
        | 0xc0..=0xd6
        | 0xd8..=0xde
        | 0x391..=0x3a9
        | 0x410..=0x42f
        | 0xff21..=0xff3a => code + 32,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x400..=0x40f => code + 80,
        0x139..=0x147 | 0x179..=0x17d => code + (code & 1),
        0x100..=0x137
        | 0x14a..=0x177
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1eff => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_look_like_the_letter_beneath() {
        for (typed, expected) in [
            ("Uscis", "uscis"),
            ("ÜŚÇÍŠ", "uscis"),
            ("υѕсіѕ", "uscis"),
            ("ｕｓｃｉｓ", "uscis"),
            ("ᴜꜱᴄɪꜱ", "uscis"),
            ("uscıs", "uscis"),
            ("ɡоν", "gov"),
            ("Contraseña", "contrasena"),
            ("0-9_.", "0-9_."),
        ] {
            let found: String = typed.chars().filter_map(plain).map(char::from).collect();
            assert_eq!(found, expected, "{typed}");
        }
        assert_eq!(plain('中'), None);
        assert_eq!(plain('\u{200b}'), None);
    }

    #[test]
    fn scripts_are_told_apart() {
        for (text, expected) in [
            ("uscis-2 é", false),
            ("usсis", true),
            ("пример", false),
            ("日本語のカナ", false),
            ("日本a", true),
            ("αb", true),
            ("aա", true),
            ("aא", true),
            ("aع", true),
            ("aक", true),
            ("aგ", true),
            ("123 !?", false),
        ] {
            let mut alphabets = Alphabets::default();
            text.chars().for_each(|letter| alphabets.add(letter));
            assert_eq!(alphabets.mixed, expected, "{text}");
        }
    }

    #[test]
    fn capitals_have_small_letters() {
        for (capital, small) in [
            ('A', 'a'),
            ('É', 'é'),
            ('×', '×'),
            ('С', 'с'),
            ('Ѕ', 'ѕ'),
            ('Ё', 'ё'),
            ('Ω', 'ω'),
            ('Ά', 'ά'),
            ('Έ', 'έ'),
            ('Ό', 'ό'),
            ('Ύ', 'ύ'),
            ('Ａ', 'ａ'),
            ('Ş', 'ş'),
            ('ş', 'ş'),
            ('Ń', 'ń'),
            ('ń', 'ń'),
            ('Ž', 'ž'),
        ] {
            assert_eq!(lower(capital), small);
        }
    }

    #[test]
    fn letters_are_capital_small_or_neither() {
        for (letters, expected) in [
            ("AÉŃΩСЁ", Some(true)),
            ("aéńωсёß", Some(false)),
            ("א中कع", None),
        ] {
            for letter in letters.chars() {
                assert!(is_letter(letter), "{letter}");
                assert_eq!(is_capital(letter), expected, "{letter}");
            }
        }
        for none in "7- _\u{301}👍".chars() {
            assert!(!is_letter(none));
            assert_eq!(is_capital(none), None);
        }
    }
}
