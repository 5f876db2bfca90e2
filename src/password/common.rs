//! The passwords that everybody tries first, kept as hashes: 24 bits each, so that one in some
//! twenty thousand other passwords is taken for one of these.

use super::COMMON;
use crate::text::letters;

/// Whether a password is one of them, look-alike signs, and signs and digits around it aside.
pub(super) fn is_common(typed: &str) -> bool {
    // Counted from the letters outwards: "!!P@ssw0rd-2026" is looked up as it is, without the signs
    // around it, and without the digits around it too.
    typed.len() <= 64
        && [Around::Nothing, Around::Signs, Around::Digits]
            .iter()
            .any(|around| COMMON.binary_search(&hash(typed, *around)).is_ok())
}

/// What is left out at both ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Signs,
    Digits,
}

fn hash(typed: &str, around: Around) -> [u8; 3] {
    // What may stand at an end is kept back until something follows that may not.
    let (mut sum, mut with_end, mut begun) = (0x811c_9dc5_u32, 0x811c_9dc5_u32, false);
    for typed in typed.chars() {
        let inner = match around {
            Around::Nothing => true,
            Around::Signs => letters::is_word(typed),
            Around::Digits => letters::is_letter(typed) || matches!(typed, '@' | '$'),
        };
        begun |= inner;
        // Signs between say nothing, unless they stand for a letter.
        let read = hasty(typed);
        if begun && read.is_ascii_alphanumeric() {
            with_end = (with_end ^ u32::from(read)).wrapping_mul(0x0100_0193);
        }
        if inner {
            sum = with_end;
        }
    }
    let [_, one, two, three] = (sum ^ sum >> 24).to_be_bytes();
    [one, two, three]
}

/// A character as it is meant when it stands in a word.
fn hasty(typed: char) -> u8 {
    match letters::plain(typed).unwrap_or_default() {
        b'0' => b'o',
        b'1' | b'l' | b'!' => b'i',
        b'3' => b'e',
        b'4' | b'@' => b'a',
        b'5' | b'$' => b's',
        b'7' | b'+' => b't',
        b'8' => b'b',
        b'9' => b'g',
        byte => byte,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_data_is_found() {
        let data = include_str!("../../data/password-rules.toml");
        let (_, words) = data.split_once("words = \"\"\"").expect("the list");
        let words: Vec<&str> = words
            .trim_end()
            .trim_end_matches('"')
            .split_whitespace()
            .collect();
        assert_eq!(words.len(), COMMON.len());
        for word in words {
            assert!(is_common(word), "{word}");
            assert!(is_common(&word.to_uppercase()), "{word}");
            assert!(is_common(&["!", word, "-"].concat()), "{word}");
        }
        for other in ["cobalt", "", "wordpass", "Cobalt-shrub-waltz-90"] {
            assert!(!is_common(other), "{other}");
        }
    }
}
