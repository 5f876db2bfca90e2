//! The words and signs of a condition.

/// A word or a sign, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'s> {
    pub what: Word<'s>,
    /// In bytes.
    pub at: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word<'s> {
    Name(&'s str),
    Number(i64),
    Text(String),
    Sign(&'static str),
}

/// Longer signs first.
const SIGNS: [&str; 18] = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "?", ":", "(", ")", "[", "]", ",", ".", "-",
];

/// What is wrong at a place of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub at: usize,
    pub what: String,
}

pub(super) fn wrong<T>(at: usize, what: impl Into<String>) -> Result<T, Wrong> {
    let what = what.into();
    Err(Wrong { at, what })
}

/// All of them, in order.
pub(super) fn tokens(source: &str) -> Result<Vec<Token<'_>>, Wrong> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        if first.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let (what, length) = if first.is_ascii_alphabetic() || first == '_' {
            let name = run(rest, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
            let word = if name == "in" {
                Word::Sign("in")
            } else {
                Word::Name(name)
            };
            (word, name.len())
        } else if first.is_ascii_digit() {
            let digits = run(rest, |byte| byte.is_ascii_alphanumeric());
            let Ok(number) = digits.parse() else {
                return wrong(at, format!("`{digits}` is no whole number"));
            };
            (Word::Number(number), digits.len())
        } else if matches!(first, '\'' | '"') {
            let (text, length) = text(rest, at)?;
            (Word::Text(text), length)
        } else {
            match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                Some(sign) => (Word::Sign(sign), sign.len()),
                None => return wrong(at, unknown(first)),
            }
        };
        all.push(Token { what, at });
        at += length;
    }
    Ok(all)
}

fn unknown(sign: char) -> String {
    let instead = match sign {
        '&' => "; say `&&`",
        '|' => "; say `||`",
        '=' => "; say `==`",
        _ => "",
    };
    format!("conditions have no sign `{sign}`{instead}")
}

fn run(text: &str, goes_on: impl Fn(u8) -> bool) -> &str {
    let end = text.bytes().position(|byte| !goes_on(byte));
    &text[..end.unwrap_or(text.len())]
}

/// A text in quotes, and how long it is with them.
fn text(source: &str, at: usize) -> Result<(String, usize), Wrong> {
    let mut letters = source.char_indices();
    let quote = letters.next().map(|(_, quote)| quote);
    let mut text = String::new();
    while let Some((place, letter)) = letters.next() {
        match letter {
            _ if Some(letter) == quote => return Ok((text, place + 1)),
            '\\' => match letters.next() {
                Some((_, letter @ ('\\' | '\'' | '"'))) => text.push(letter),
                _ => {
                    return wrong(
                        at + place,
                        "in a text `\\` stands only before `\\`, `'` or `\"`",
                    );
                }
            },
            '\n' => break,
            _ => text.push(letter),
        }
    }
    wrong(at, "the text has no quote at its end")
}
