//! The words and signs of a script.

/// A word or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Word(&'t str),
    String(String),
    Number(u64),
    /// What stands between the slashes.
    Pattern(&'t str),
    /// `==`, `&&`, `{`
    Sign(&'static str),
}

/// Longest first.
const SIGNS: [&str; 31] = [
    "===", "!==", "==", "!=", "&&", "||", "<>", "<=", ">=", "++", "--", "+=", "=", "<", ">", "!",
    "(", ")", "{", "}", "[", "]", ".", ";", ",", "+", "-", "*", ":", "?", "&",
];

/// Cuts a script into words and signs, without its comments; `None` if a sign is not known.
pub(super) fn tokens(script: &str) -> Option<Vec<Token<'_>>> {
    let mut all = Vec::new();
    let mut rest = script.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("//") {
            let end = comment.find(['\n', '\r']).unwrap_or(comment.len());
            rest = &comment[end..];
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
        } else if is_letter(first) {
            let end = rest.find(|letter| !is_letter(letter)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            all.push(word.parse().map_or(Token::Word(word), Token::Number));
            rest = behind;
        } else if matches!(first, '"' | '\'') {
            let (text, behind) = string(rest, first)?;
            all.push(Token::String(text));
            rest = behind;
        } else if first == '/' && matches!(all.last(), Some(Token::Sign("=" | "(" | "," | "["))) {
            let end = end_of_pattern(rest)?;
            all.push(Token::Pattern(&rest[1..end]));
            // Flags would change what it means.
            rest = rest[end + 1..]
                .strip_prefix('g')
                .unwrap_or(&rest[end + 1..]);
        } else {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign))?;
            all.push(Token::Sign(sign));
            rest = &rest[sign.len()..];
        }
        rest = rest.trim_start();
    }
    Some(all)
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$' | '#')
}

fn string(rest: &str, quote: char) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => text.push(letters.next()?.1),
            '\n' => return None,
            _ if letter == quote => return Some((text, &rest[at + 1..])),
            _ => text.push(letter),
        }
    }
    None
}

/// Where the slash stands that ends a pattern.
fn end_of_pattern(rest: &str) -> Option<usize> {
    let (mut within, mut escaped) = (false, false);
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            '\n' => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => within = true,
            ']' => within = false,
            '/' if !within => return Some(at),
            _ => {}
        }
    }
    None
}
