//! A text with the numbers in it marked. The text itself is never changed.

use core::ops::Range;

/// A piece of the text as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Plain(Range<usize>),
    /// A number: where it stands, and the place of its entry in the list.
    Number(Range<usize>, usize),
    /// Text that is left out.
    Cut,
}

/// A text up to this many bytes is shown whole.
const SHOWN_WHOLE: usize = 6000;
/// Of a longer one, so many bytes around each number.
const AROUND: usize = 160;

/// The pieces of a text with numbers at these places, in order and apart from each other.
pub(crate) fn pieces(text: &str, numbers: &[(Range<usize>, usize)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for (place, entry) in numbers {
        between(text, at..place.start, !pieces.is_empty(), true, &mut pieces);
        pieces.push(Piece::Number(place.clone(), *entry));
        at = place.end;
    }
    between(text, at..text.len(), !pieces.is_empty(), false, &mut pieces);
    pieces
}

/// The text between two numbers: whole, or its ends.
fn between(text: &str, gap: Range<usize>, after: bool, before: bool, to: &mut Vec<Piece>) {
    let ends = AROUND * (usize::from(after) + usize::from(before));
    if text.len() <= SHOWN_WHOLE || gap.len() <= ends {
        if !gap.is_empty() {
            to.push(Piece::Plain(gap));
        }
        return;
    }
    if after {
        to.push(Piece::Plain(
            gap.start..text.floor_char_boundary(gap.start + AROUND),
        ));
    }
    to.push(Piece::Cut);
    if before {
        to.push(Piece::Plain(
            text.ceil_char_boundary(gap.end - AROUND)..gap.end,
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::{AROUND, Piece, SHOWN_WHOLE, pieces};

    #[test]
    fn a_short_text_is_shown_whole() {
        let found = pieces("ab 12 cd 34", &[(3..5, 0), (9..11, 1)]);
        let expect = [
            Piece::Plain(0..3),
            Piece::Number(3..5, 0),
            Piece::Plain(5..9),
            Piece::Number(9..11, 1),
        ];
        assert_eq!(found, expect);
        assert_eq!(pieces("", &[]), []);
    }

    #[test]
    fn of_a_long_text_what_is_around_the_numbers() {
        let text = [
            "é".repeat(SHOWN_WHOLE),
            "12".to_owned(),
            "é".repeat(SHOWN_WHOLE),
        ]
        .concat();
        let start = 2 * SHOWN_WHOLE;
        let expect = [
            Piece::Cut,
            Piece::Plain(start - AROUND..start),
            Piece::Number(start..start + 2, 0),
            Piece::Plain(start + 2..start + 2 + AROUND),
            Piece::Cut,
        ];
        assert_eq!(pieces(&text, &[(start..start + 2, 0)]), expect);
    }

    #[test]
    fn cuts_stand_between_characters() {
        let text = [
            "x",
            &"é".repeat(SHOWN_WHOLE),
            "12",
            "y",
            &"é".repeat(SHOWN_WHOLE),
        ]
        .concat();
        let start = 1 + 2 * SHOWN_WHOLE;
        for piece in pieces(&text, &[(start..start + 2, 0)]) {
            if let Piece::Plain(range) = piece {
                assert!(text.get(range.clone()).is_some(), "{range:?}");
            }
        }
    }
}
