//! Which characters a box takes: `[^A-Za-z\- ]`, read as what is left.

use std::ops::RangeInclusive;

/// A set of characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letters(Vec<RangeInclusive<char>>);

impl Letters {
    /// Reads a class that begins with `^` as the characters that it does not refuse; `None` if the
    /// pattern is anything else.
    pub(super) fn read(pattern: &str) -> Option<Self> {
        let inside = pattern.strip_prefix("[^")?;
        let mut ranges = Vec::new();
        let mut letters = inside.chars().peekable();
        loop {
            let letter = letters.next()?;
            let first = match letter {
                // Nothing stands behind the class.
                ']' => return letters.next().is_none().then_some(Self(ranges)),
                '\\' => match letters.next()? {
                    'd' => {
                        ranges.push('0'..='9');
                        continue;
                    }
                    's' => {
                        ranges.extend([' '..=' ', '\t'..='\r']);
                        continue;
                    }
                    'w' => {
                        ranges.extend(['a'..='z', 'A'..='Z', '0'..='9', '_'..='_']);
                        continue;
                    }
                    'D' | 'S' | 'W' | 'b' | 'B' | 'x' | 'c' | 'p' => return None,
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'f' => '\u{c}',
                    'v' => '\u{b}',
                    '0' => '\0',
                    'u' => {
                        let mut ahead = letters.clone();
                        let digits: String = ahead.by_ref().take(4).collect();
                        if digits.len() == 4
                            && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
                        {
                            return None;
                        }
                        'u'
                    }
                    other => other,
                },
                other => other,
            };
            let mut ahead = letters.clone();
            let range =
                ahead.next() == Some('-') && !matches!(ahead.peek(), None | Some(']' | '\\'));
            if range {
                letters.next();
                let last = letters.next()?;
                ranges.push((first <= last).then_some(first..=last)?);
            } else {
                ranges.push(first..=first);
            }
        }
    }

    /// Whether the box takes this character.
    #[must_use]
    pub fn takes(&self, letter: char) -> bool {
        self.0.iter().any(|range| range.contains(&letter))
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[track_caller]
    fn check(pattern: &str, taken: &str, refused: &str) {
        let letters = Letters::read(pattern).expect("a class");
        for letter in taken.chars() {
            assert!(letters.takes(letter), "{pattern} {letter:?}");
        }
        for letter in refused.chars() {
            assert!(!letters.takes(letter), "{pattern} {letter:?}");
        }
    }

    #[test]
    fn what_a_box_takes() {
        check("[^0-9]", "059", "a-/ ");
        check("[^A-Za-z\\- ]", "AZaz- ", "é'0.");
        check("[^A-Za-z-',. ]", "x-',. ", "0");
        check("[^0-9\\/]", "0/", "-");
        check("[^A-Za-z\\/^0-9\\/ ]", "^A0/ ", "-");
        check(
            "[^0-9\\/|^(u|n|k|o|w)|^(U|N|K|O|W)]",
            "unkowUNKOW|^()/",
            "ab",
        );
        check("[^\\d\\s]", "7 \t", "a");
        check("[^\\unkow]", "unkow", "a");
    }

    #[test]
    fn nothing_else_is_a_class() {
        for pattern in [
            "",
            "[0-9]",
            "[^0-9",
            "[^0-9]\\.",
            "[^0-9]+",
            "^[^0-9]",
            "[^0-9\\]",
            "[^9-0]",
            "[^\\u0041]",
        ] {
            assert_eq!(Letters::read(pattern), None, "{pattern}");
        }
    }
}
