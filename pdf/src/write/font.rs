//! A font that a form names for its boxes: which letters it has. Official forms do not carry their fonts
//! along; what programs show in their place is as wide.

use super::whole::name;
use crate::file::{Dict, File, Object};
use crate::font::Font as Widths;
use crate::text;

/// How high capitals are, where a font does not say.
const CAPITALS: f64 = 718.0;

/// How wide letters are in a font that nobody knows.
const UNKNOWN: f64 = 700.0;

/// The letters of Windows that differ from Latin-1: 0x80 to 0x9f.
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The names of the PDF's own letters, where they differ: from 0x18, and from 0x80.
const LOW: &str = "breve caron circumflex dotaccent hungarumlaut ogonek ring tilde";
const HIGH: &str = "bullet dagger daggerdbl ellipsis emdash endash florin fraction guilsinglleft \
guilsinglright minus perthousand quotedblbase quotedblleft quotedblright quoteleft quoteright \
quotesinglbase trademark fi fl Lslash OE Scaron Ydieresis Zcaron dotlessi lslash oe scaron zcaron \
.notdef Euro";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Windows,
    /// Those of the PDF's own texts.
    Own,
    Ascii,
}

pub(super) struct Font {
    /// What the form calls it.
    pub(super) name: Vec<u8>,
    /// Its dictionary.
    pub(super) object: Object,
    /// How high capitals are, in thousandths.
    pub(super) capitals: f64,
    letters: Letters,
    widths: Widths,
}

impl Font {
    /// The font of this name among those of the form; Helvetica, if there is none.
    pub(super) fn of(file: &File, fonts: &Object, name: &[u8]) -> Self {
        let named = fonts.dict().zip(std::str::from_utf8(name).ok());
        let object = named.map(|(fonts, name)| fonts.get(name).clone());
        let object = object.unwrap_or_default();
        let dict = file.follow(&object);
        let Some(dict) = dict.dict() else {
            return Self::helvetica(file);
        };
        let number = |dict: &Dict, name: &str| file.get(dict, name).number();
        let described = file.get(dict, "FontDescriptor");
        let capitals = described.dict().and_then(|dict| number(dict, "CapHeight"));
        Self {
            name: name.to_vec(),
            capitals: capitals
                .filter(|height| (300.0..1000.0).contains(height))
                .unwrap_or(CAPITALS),
            letters: letters(file, dict),
            widths: Widths::read(file, dict).unwrap_or_else(unknown),
            object,
        }
    }

    fn helvetica(file: &File) -> Self {
        Self {
            name: b"Helv".to_vec(),
            letters: Letters::Windows,
            ..Self::with(file, "Helvetica", name("WinAnsiEncoding"))
        }
    }

    /// A font that every program has, with all the letters of the PDF's own texts.
    pub(super) fn standard(file: &File, base: &str) -> Self {
        let mut differences = Vec::new();
        for (first, names) in [(0x18, LOW), (0x80, HIGH)] {
            differences.push(Object::Integer(first));
            differences.extend(names.split(' ').map(name));
        }
        let encoding = Dict::from([
            ("Type", name("Encoding")),
            ("BaseEncoding", name("WinAnsiEncoding")),
            ("Differences", Object::Array(differences)),
        ]);
        Self::with(file, base, Object::Dict(encoding))
    }

    fn with(file: &File, base: &str, encoding: Object) -> Self {
        let dict = Dict::from([
            ("Type", name("Font")),
            ("Subtype", name("Type1")),
            ("BaseFont", name(base)),
            ("Encoding", encoding),
        ]);
        Self {
            name: Vec::new(),
            widths: Widths::read(file, &dict).unwrap_or_else(unknown),
            object: Object::Dict(dict),
            capitals: CAPITALS,
            letters: Letters::Own,
        }
    }

    /// The byte that stands for a letter; `None` if the font lacks it.
    pub(super) fn byte(&self, letter: char) -> Option<u8> {
        if matches!(letter, ' '..='~') {
            return u8::try_from(letter).ok();
        }
        match self.letters {
            Letters::Ascii => None,
            Letters::Windows if matches!(letter, '\u{a0}'..='\u{ff}') => u8::try_from(letter).ok(),
            Letters::Windows => {
                let place = WINDOWS.iter().position(|own| *own == letter)?;
                u8::try_from(0x80 + place).ok().filter(|_| letter != '\0')
            }
            // What stands for no letter is no sign of the font.
            Letters::Own if letter.is_control() || letter == '\u{fffd}' => None,
            Letters::Own => (0x18..=0xff).find(|byte| text::letter(*byte) == letter),
        }
    }

    /// How wide a letter is, in points of a size of one.
    pub(super) fn width(&self, byte: u8) -> f64 {
        self.widths.letter(char::from(byte)) / 1000.0
    }
}

/// Of a font that does not say it, as wide as any text is.
fn unknown() -> Widths {
    Widths::fixed(UNKNOWN)
}

fn letters(file: &File, font: &Dict) -> Letters {
    let encoding = file.get(font, "Encoding");
    if encoding.is_name("WinAnsiEncoding") {
        return Letters::Windows;
    }
    let Some(dict) = encoding.dict() else {
        return Letters::Ascii;
    };
    // As Acrobat writes it: the differences of the PDF's own letters, from the first on.
    let differences = file.get(dict, "Differences");
    match differences.array() {
        [Object::Integer(24), first, ..] if first.is_name("breve") => Letters::Own,
        [] if dict.get("BaseEncoding").is_name("WinAnsiEncoding") => Letters::Windows,
        _ => Letters::Ascii,
    }
}

#[cfg(test)]
mod tests {
    use super::{Font, Letters, unknown};
    use crate::file::Object;

    #[track_caller]
    fn check(letters: Letters, text: &str, expected: &[Option<u8>]) {
        let font = Font {
            name: Vec::new(),
            object: Object::Null,
            capitals: 700.0,
            letters,
            widths: unknown(),
        };
        let bytes: Vec<_> = text.chars().map(|letter| font.byte(letter)).collect();
        assert_eq!(bytes, expected);
    }

    #[test]
    fn letters() {
        let some = |byte: u8| Some(byte);
        let expected = [some(b'A'), some(0xf1), some(0x92), None, None, None];
        check(Letters::Windows, "Añ’\u{81}\0ł", &expected);
        let own = [
            some(b'A'),
            some(0xf1),
            some(0x90),
            None,
            None,
            some(0x9b),
            None,
        ];
        check(Letters::Own, "Añ’\u{81}\0łщ", &own);
        check(Letters::Ascii, "Añ", &[some(b'A'), None]);
    }
}
