//! How wide letters are, so that one can tell whether a box shows all of its text.

use crate::file::{Dict, File};
use crate::text::text;

/// The letters of a font that a box is written in.
#[derive(Clone, Debug, PartialEq)]
pub struct Font {
    /// By the letter's byte, in thousandths of its size.
    widths: Vec<f64>,
}

/// What a box is written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Which of [`crate::Form::fonts`].
    pub font: usize,
    /// How large, in points; 0 where programs choose what fits.
    pub size: f64,
}

/// The letters from the blank to the tilde in fonts that no file has to bring. Others of these names
/// are as wide: an oblique letter is as wide as an upright one.
/// Source: Adobe's metrics of the standard fonts, read in pypdf 7.1.0 on 2026-11-22.
const STANDARD: [(&str, [u16; 95]); 4] = [
    (
        "Helvetica",
        [
            278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556,
            556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667,
            667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722,
            667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
            556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278,
            556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
        ],
    ),
    (
        "Helvetica-Bold",
        [
            278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556,
            556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722,
            722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722,
            667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556,
            611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333,
            611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
        ],
    ),
    (
        "Times-Roman",
        [
            250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500,
            500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722,
            667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667,
            556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444,
            500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278,
            500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
        ],
    ),
    (
        "Times-Bold",
        [
            250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500,
            500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722,
            667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722,
            556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444,
            556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333,
            556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
        ],
    ),
];
const COURIER: f64 = 600.0;
/// No letter is wider.
const WIDEST: f64 = 4_000.0;

impl Font {
    /// Reads a font that has a byte for each letter; `None` of one that does not say how wide they are.
    pub(crate) fn read(file: &File, font: &Dict) -> Option<Self> {
        let base = text(file.get(font, "BaseFont").name()?);
        let own = file.get(font, "Widths");
        let own = own.array();
        let mut widths = Vec::with_capacity(256);
        if !own.is_empty() {
            widths.resize(file.get(font, "FirstChar").count()?.min(255), 0.0);
            let width = |width| file.follow(width).number().unwrap_or(0.0);
            widths.extend(
                own.iter()
                    .take(256)
                    .map(|own| width(own).clamp(0.0, WIDEST)),
            );
        } else if base.starts_with("Courier") {
            return Some(Self::fixed(COURIER));
        } else {
            let plain = base.replace("BoldOblique", "Bold").replace("-Oblique", "");
            let (_, known) = STANDARD.iter().find(|(name, _)| *name == plain)?;
            widths.resize(usize::from(b' '), 0.0);
            widths.extend(known.map(f64::from));
        }
        Some(Self { widths })
    }

    /// One whose letters are all this wide, in thousandths of its size.
    #[must_use]
    pub fn fixed(width: f64) -> Self {
        Self {
            widths: vec![width; 256],
        }
    }

    /// How wide a letter is. One of which the font says nothing is as wide as an `n`.
    pub(crate) fn letter(&self, letter: char) -> f64 {
        let width = |letter: char| {
            let width = self.widths.get(usize::try_from(u32::from(letter)).ok()?);
            width.copied().filter(|width| *width > 0.0)
        };
        // The bytes between mean other letters in each encoding.
        let told = Some(letter).filter(|letter| !matches!(letter, '\u{80}'..='\u{a0}'));
        told.and_then(width).or_else(|| width('n')).unwrap_or(0.0)
    }

    /// How many letters of a text are seen in a box that has one line, this long in points; `None`
    /// if all are.
    pub(crate) fn cut(&self, text: &str, size: f64, room: f64) -> Option<usize> {
        let mut end = 0.0;
        text.trim_end().chars().position(|letter| {
            end += self.letter(letter) * size / 1_000.0;
            end > room
        })
    }

    /// The same of a box with several lines.
    pub(crate) fn cut_lines(&self, text: &str, size: f64, room: f64, lines: u32) -> Option<usize> {
        let text = text.trim_end().replace("\r\n", "\n").replace('\r', "\n");
        let width = |text: &str| {
            let all: f64 = text.chars().map(|letter| self.letter(letter)).sum();
            all * size / 1_000.0
        };
        let (mut line, mut end, mut seen) = (1, 0.0, 0);
        for word in text.split_inclusive([' ', '\n']) {
            let mut own = width(word.trim_end());
            if end > 0.0 && end + own > room {
                line += 1;
                end = 0.0;
            }
            // A word longer than a line goes on in the next one.
            while own > room && line <= lines {
                line += 1;
                own -= room;
            }
            if line > lines {
                return Some(seen);
            }
            end += own + width(" ");
            if word.ends_with('\n') {
                line += 1;
                end = 0.0;
            }
            seen += word.chars().count();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{COURIER, Font};

    fn courier() -> Font {
        Font::fixed(COURIER)
    }

    #[test]
    fn one_line() {
        // Ten letters of 6 points.
        let cut = |text: &str| courier().cut(text, 10.0, 60.0);
        assert_eq!(cut("1234567890"), None);
        assert_eq!(cut("1234567890  "), None);
        assert_eq!(cut("12345678901"), Some(10));
        assert_eq!(cut("Nuñez Ávila"), Some(10));
        assert_eq!(cut("Łódź 🗽 ‘a’"), None);
        assert_eq!(cut(""), None);
    }

    #[test]
    fn several_lines() {
        let cut = |text: &str| courier().cut_lines(text, 10.0, 60.0, 2);
        assert_eq!(cut("one two three four"), None);
        assert_eq!(cut("one two three four five"), Some(19));
        assert_eq!(cut("one\rtwo"), None);
        assert_eq!(cut("one\r\ntwo\nthree"), Some(8));
        assert_eq!(cut("12345678901234567890"), None);
        assert_eq!(cut("123456789012345678901"), Some(0));
        assert_eq!(cut("one\n\n\n"), None);
    }

    #[test]
    fn letters_of_which_a_font_says_nothing() {
        let mut font = courier();
        font.widths.truncate(127);
        assert_eq!(font.cut("ñññ", 10.0, 12.0), Some(2));
        font.widths.clear();
        assert_eq!(font.cut("anything", 10.0, 1.0), None);
    }
}
