//! Bytes to values, by hand: no recursion deeper than [`DEEPEST`], each value counted.

use super::object::{Dict, Object};

/// Arrays and dictionaries in each other; what is deeper reads as nothing.
const DEEPEST: usize = 32;

/// Reads values one after the other.
pub(super) struct Parser<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) at: usize,
    /// How many values may still be read.
    pub(super) left: usize,
    deep: usize,
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

impl<'b> Parser<'b> {
    pub(super) fn new(bytes: &'b [u8], at: usize, left: usize) -> Self {
        Self {
            bytes,
            at,
            left,
            deep: 0,
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Past white space and comments.
    pub(super) fn skip(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| !matches!(byte, b'\r' | b'\n'))
                {
                    self.at += 1;
                }
            } else if !is_space(byte) {
                return;
            } else {
                self.at += 1;
            }
        }
    }

    /// Whether this word comes next; it is read if so.
    pub(super) fn word(&mut self, word: &str) -> bool {
        self.skip();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let next = rest.get(word.len()).copied();
        let is = rest.starts_with(word.as_bytes())
            && !next.is_some_and(|byte| byte.is_ascii_alphanumeric());
        if is {
            self.at += word.len();
        }
        is
    }

    /// A number without sign.
    pub(super) fn whole(&mut self) -> Option<usize> {
        self.skip();
        let start = self.at;
        let mut number = 0_usize;
        while let Some(digit) = self.peek().filter(u8::is_ascii_digit) {
            number = number
                .checked_mul(10)?
                .checked_add(usize::from(digit - b'0'))?;
            self.at += 1;
        }
        (self.at > start).then_some(number)
    }

    /// `12 0 obj`
    pub(super) fn header(&mut self) -> Option<(u32, u16)> {
        let number = u32::try_from(self.whole()?).ok()?;
        let generation = u16::try_from(self.whole()?).ok()?;
        self.skip();
        // `obj<<` and `obj12` are both seen.
        let rest = self.bytes.get(self.at..)?;
        rest.starts_with(b"obj").then(|| self.at += 3)?;
        Some((number, generation))
    }

    /// The value that stands here.
    pub(super) fn object(&mut self) -> Object {
        self.skip();
        if self.left == 0 || self.deep == DEEPEST {
            // Nothing more is read.
            self.at = self.bytes.len();
            return Object::Null;
        }
        self.left -= 1;
        let Some(byte) = self.peek() else {
            return Object::Null;
        };
        match byte {
            b'/' => Object::Name(self.name()),
            b'(' => Object::String(self.literal()),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => Object::Dict(self.dict()),
            b'<' => Object::String(self.hex()),
            b'[' => Object::Array(self.array()),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(),
            _ => self.keyword(),
        }
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            let digit = |at: usize| self.bytes.get(at).copied().and_then(hex_digit);
            match (byte, digit(self.at), digit(self.at + 1)) {
                (b'#', Some(high), Some(low)) => {
                    name.push(high << 4 | low);
                    self.at += 2;
                }
                _ => name.push(byte),
            }
        }
        name
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escaped(&mut out);
                    continue;
                }
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    out.push(b'\n');
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn escaped(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\n' => {}
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut value = byte - b'0';
                for _ in 0..2 {
                    if let Some(digit @ b'0'..=b'7') = self.peek() {
                        value = value << 3 | (digit - b'0');
                        self.at += 1;
                    }
                }
                out.push(value);
            }
            other => out.push(other),
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut half = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            if let Some(digit) = hex_digit(byte) {
                match half.take() {
                    Some(high) => out.push(high << 4 | digit),
                    None => half = Some(digit),
                }
            }
        }
        out.extend(half.map(|high| high << 4));
        out
    }

    fn array(&mut self) -> Vec<Object> {
        self.at += 1;
        self.deep += 1;
        let mut all = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                None => break,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(_) => all.push(self.object()),
            }
        }
        self.deep -= 1;
        all
    }

    fn dict(&mut self) -> Dict {
        self.at += 2;
        self.deep += 1;
        let mut all = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                None => break,
                Some(b'>') => {
                    self.at += 1;
                    if self.peek() == Some(b'>') {
                        self.at += 1;
                    }
                    break;
                }
                Some(b'/') => {
                    let name = self.name();
                    all.push((name, self.object()));
                }
                // A value without a name: read over.
                Some(_) => {
                    if self.ends_here() {
                        break;
                    }
                    self.object();
                }
            }
        }
        self.deep -= 1;
        Dict(all)
    }

    /// A dictionary that is broken off ends with its object.
    fn ends_here(&self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        rest.starts_with(b"endobj") || rest.starts_with(b"stream")
    }

    fn number_or_reference(&mut self) -> Object {
        let number = self.number();
        let Object::Integer(first) = number else {
            return number;
        };
        let Ok(first) = u32::try_from(first) else {
            return number;
        };
        let after = self.at;
        if self.peek().is_some_and(is_space)
            && let Some(second) = self.whole().and_then(|second| u16::try_from(second).ok())
            && self.peek().is_some_and(is_space)
            && self.word("R")
        {
            return Object::Reference((first, second));
        }
        self.at = after;
        number
    }

    fn number(&mut self) -> Object {
        let mut negative = false;
        while let Some(sign @ (b'+' | b'-')) = self.peek() {
            negative |= sign == b'-';
            self.at += 1;
        }
        let mut whole = 0_i64;
        let mut real = 0.0_f64;
        // Ten to the places behind the point.
        let mut scale = 0.0_f64;
        while let Some(byte) = self.peek() {
            match byte {
                b'0'..=b'9' => {
                    let digit = byte - b'0';
                    whole = whole.saturating_mul(10).saturating_add(i64::from(digit));
                    real = real * 10.0 + f64::from(digit);
                    scale *= 10.0;
                }
                b'.' if scale == 0.0 => scale = 1.0,
                // `12-3` is seen; what stands behind counts for nothing.
                b'-' | b'.' => {}
                _ => break,
            }
            self.at += 1;
        }
        let sign = if negative { -1 } else { 1 };
        if scale == 0.0 {
            Object::Integer(whole * sign)
        } else {
            Object::Real(real / scale * if negative { -1.0 } else { 1.0 })
        }
    }

    fn keyword(&mut self) -> Object {
        if self.ends_here() {
            return Object::Null;
        }
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        if self.at == start {
            // A bracket that nothing opened.
            self.at += 1;
        }
        match self.bytes.get(start..self.at).unwrap_or_default() {
            b"true" => Object::Bool(true),
            b"false" => Object::Bool(false),
            _ => Object::Null,
        }
    }
}

fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::object::Object, Parser};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = Parser::new(text.as_bytes(), 0, 1000).object();
        assert_eq!(shown(&read), expected, "{text:?}");
    }

    fn shown(object: &Object) -> String {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match object {
            Object::Null | Object::Stream(_) => "null".into(),
            Object::Bool(is) => is.to_string(),
            Object::Integer(number) => number.to_string(),
            Object::Real(number) => format!("{number:?}"),
            Object::String(bytes) => format!("({})", text(bytes)),
            Object::Name(bytes) => format!("/{}", text(bytes)),
            Object::Array(all) => {
                format!("{:?}", all.iter().map(shown).collect::<Vec<_>>()).replace('"', "")
            }
            Object::Dict(dict) => {
                let pairs = dict.0.iter();
                let pairs: Vec<String> = pairs
                    .map(|(name, value)| format!("{} {}", text(name), shown(value)))
                    .collect();
                format!("<{}>", pairs.join(" "))
            }
            Object::Reference((number, generation)) => format!("{number}.{generation}"),
        }
    }

    #[test]
    fn values() {
        check("", "null");
        check("null", "null");
        check(" % a comment\n true", "true");
        check("-12", "-12");
        check("+.5", "0.5");
        check("612.", "612.0");
        check("-0.25", "-0.25");
        check("99999999999999999999", "9223372036854775807");
        check("12 0 R", "12.0");
        check("12 0 Rest", "12");
        check("/ APT ", "/");
        check("/#20APT#20", "/ APT ");
        check("/A#zB", "/A#zB");
    }

    #[test]
    fn strings() {
        check("(a(b)c)d", "(a(b)c)");
        check(r"(\(\)\\\n\101\7x)", "(()\\\nA\u{7}x)");
        check("(a\\\r\nb\r\nc)", "(ab\nc)");
        check("<48 65 6C6c6F>", "(Hello)");
        check("<4>", "(@)");
        check("(open", "(open)");
    }

    #[test]
    fn what_holds_others() {
        check("[1 2 R 3 0 R/N(s)]", "[1.2, 3.0, /N, (s)]");
        check("<</A 1/B[<</C 2>>]>>", "<A 1 B [<C 2>]>");
        check("<</A 1 7 /B 2>>", "<A 1 B 2>");
        check("<</A 1 endobj", "<A 1>");
        check("[1 2", "[1, 2]");
        check(") 1", "null");
    }

    #[test]
    fn deep_and_many_end() {
        let deep = "[".repeat(100_000);
        let read = Parser::new(deep.as_bytes(), 0, 1000).object();
        assert!(matches!(read, Object::Array(_)));
        let many = format!("[{}]", "0 ".repeat(100_000));
        let read = Parser::new(many.as_bytes(), 0, 1000).object();
        assert!(read.array().len() <= 1000);
    }
}
