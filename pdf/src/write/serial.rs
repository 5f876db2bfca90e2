//! Values as a PDF writes them.

use crate::file::{Dict, Object};

/// Appends a value. Values within each other are no deeper than the reader goes.
pub(super) fn serial(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Bool(is) => out.extend(if *is { &b"true"[..] } else { b"false" }),
        Object::Integer(number) => out.extend(number.to_string().bytes()),
        Object::Real(number) => real(*number, out),
        Object::String(bytes) => string(bytes, out),
        Object::Name(bytes) => name(bytes, out),
        Object::Array(all) => {
            out.push(b'[');
            for (at, one) in all.iter().enumerate() {
                if at > 0 {
                    out.push(b' ');
                }
                serial(one, out);
            }
            out.push(b']');
        }
        Object::Dict(dict) => dictionary(dict, out),
        Object::Stream(stream) => dictionary(&stream.dict, out),
        // Whatever is written is of the first generation.
        Object::Reference((number, _)) => out.extend(format!("{number} 0 R").bytes()),
    }
}

pub(super) fn dictionary(dict: &Dict, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in dict.iter() {
        name(key, out);
        out.push(b' ');
        serial(value, out);
    }
    out.extend(b">>");
}

fn real(number: f64, out: &mut Vec<u8>) {
    let number = if number.is_finite() { number } else { 0.0 };
    out.extend(number.to_string().bytes());
}

fn name(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for &byte in bytes {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.extend(format!("#{byte:02x}").bytes());
        }
    }
}

pub(super) fn string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            // As it stands it would be read as a line feed.
            b'\r' => out.extend(b"\\r"),
            other => out.push(other),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    use super::serial;
    use crate::file::{Dict, Object};

    #[track_caller]
    fn check(object: &Object, expected: &[u8]) {
        let mut out = Vec::new();
        serial(object, &mut out);
        assert_eq!(
            String::from_utf8_lossy(&out),
            String::from_utf8_lossy(expected)
        );
    }

    #[test]
    fn every_value() {
        check(&Object::Null, b"null");
        check(&Object::Bool(false), b"false");
        check(&Object::Integer(-12), b"-12");
        check(&Object::Real(191.999), b"191.999");
        check(&Object::Real(-0.5), b"-0.5");
        check(&Object::Real(f64::NAN), b"0");
        check(&Object::String(b"(a\\\r\nb".to_vec()), b"(\\(a\\\\\\r\nb)");
        check(&Object::Name(b" APT #\xe9".to_vec()), b"/#20APT#20#23#e9");
        let one = Object::Array(vec![Object::Integer(1), Object::Reference((7, 3))]);
        check(&one, b"[1 7 0 R]");
        check(&Object::Dict(Dict::from([("A", one)])), b"<</A [1 7 0 R]>>");
    }
}
