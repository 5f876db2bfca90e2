//! The kept corpus: a file for each door, an input a line, what is no printed letter of ASCII as `\x1f`.

/// The inputs in a file of the corpus.
pub fn kept(file: &str) -> impl Iterator<Item = Vec<u8>> {
    file.lines().map(input)
}

fn input(line: &str) -> Vec<u8> {
    let (mut bytes, mut out) = (line.bytes(), Vec::new());
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'\\' => escaped(&mut bytes),
            byte => byte,
        });
    }
    out
}

/// As `[u8]::escape_ascii` writes it.
fn escaped(bytes: &mut impl Iterator<Item = u8>) -> u8 {
    let digit = |byte: Option<u8>| {
        let digit = char::from(byte.unwrap_or_default()).to_digit(16);
        digit
            .and_then(|digit| u8::try_from(digit).ok())
            .unwrap_or(0)
    };
    match bytes.next() {
        Some(b't') => b'\t',
        Some(b'r') => b'\r',
        Some(b'n') => b'\n',
        Some(b'x') => digit(bytes.next()) << 4 | digit(bytes.next()),
        other => other.unwrap_or(b'\\'),
    }
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn every_byte_is_kept() {
        let bytes: Vec<u8> = (0..=255).collect();
        let file = format!("{}\n\nA\\x31\n", bytes.escape_ascii());
        let read: Vec<_> = kept(&file).collect();
        assert_eq!(read, [bytes, vec![], b"A1".to_vec()]);
    }
}
