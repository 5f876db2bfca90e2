//! XML, one piece after the other: what XFA needs of it. Entities other than the five are left as
//! they are written, so that none grows; nothing is nested in memory.

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// A beginning: the name without its prefix, and the attributes as they are written.
    Start(&'t str, &'t str),
    /// The end of the innermost element.
    End,
    /// Letters between elements.
    Text(&'t str),
}

/// Reads pieces; what is no XML ends them.
pub(crate) struct Pieces<'t> {
    rest: &'t str,
    /// After `<a/>`.
    ends: bool,
}

impl<'t> Pieces<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self {
            rest: text,
            ends: false,
        }
    }

    /// What stands up to this mark, which is left out.
    fn to(&mut self, mark: &str) -> Option<&'t str> {
        let (before, behind) = self.rest.split_once(mark)?;
        self.rest = behind;
        Some(before)
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        if std::mem::take(&mut self.ends) {
            return Some(Piece::End);
        }
        loop {
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return (!text.is_empty()).then_some(Piece::Text(text));
            }
            let inside = &self.rest[1..];
            if inside.starts_with("!--") {
                self.to("-->")?;
            } else if let Some(text) = inside.strip_prefix("![CDATA[") {
                self.rest = text;
                return self.to("]]>").map(Piece::Text);
            } else if inside.starts_with('?') {
                self.to("?>")?;
            } else if inside.starts_with('!') {
                self.to(">")?;
            } else if inside.starts_with('/') {
                self.to(">")?;
                return Some(Piece::End);
            } else {
                self.rest = inside;
                return self.start();
            }
        }
    }
}

impl<'t> Pieces<'t> {
    fn start(&mut self) -> Option<Piece<'t>> {
        // A `>` within quotes is part of an attribute.
        let mut quote = None;
        let end = self.rest.bytes().position(|byte| {
            match quote {
                Some(open) if open == byte => quote = None,
                None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
                _ => {}
            }
            quote.is_none() && byte == b'>'
        })?;
        let (tag, rest) = self.rest.split_at(end);
        self.rest = &rest[1..];
        let own = tag.strip_suffix('/');
        self.ends = own.is_some();
        let tag = own.unwrap_or(tag);
        let end = tag.find(char::is_whitespace).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end);
        Some(Piece::Start(local(name), attributes))
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute, without a prefix.
pub(crate) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        let (name, behind) = rest.split_once('=')?;
        let behind = behind.trim_start();
        let quote = behind
            .chars()
            .next()
            .filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, next) = behind[1..].split_once(quote)?;
        if name.trim() == wanted {
            return Some(plain(value));
        }
        rest = next;
    }
}

/// A text with its entities read.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let entity = behind.split_once(';').filter(|(name, _)| name.len() <= 8);
        let letter = entity.and_then(|(name, _)| letter(name));
        if let (Some(letter), Some((_, behind))) = (letter, entity) {
            out.push(letter);
            rest = behind;
        } else {
            out.push('&');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

fn letter(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let hex = digits.strip_prefix('x');
            let number = hex.map_or_else(
                || digits.parse().ok(),
                |hex| u32::from_str_radix(hex, 16).ok(),
            );
            number.and_then(char::from_u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Pieces, attribute, plain};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        for piece in Pieces::of(text) {
            match piece {
                Piece::Start(name, _) => out.extend(["<", name, " "]),
                Piece::End => out.push('>'),
                Piece::Text(text) => out.push_str(text),
            }
        }
        assert_eq!(out, expected);
    }

    #[test]
    fn pieces() {
        check("<a>x<xfa:b c='>'/>y</a>", "<a x<b >y>");
        check(
            "<?xml?><!DOCTYPE a><a\n><!-- <b> --><![CDATA[<c>]]></a\n>",
            "<a <c>>",
        );
        check("<a><b", "<a ");
        check("", "");
        check("a", "a");
        check("<", "");
    }

    #[test]
    fn attributes_and_entities() {
        assert_eq!(
            attribute(r#" a="1" name = 'x&amp;"y' "#, "name").as_deref(),
            Some("x&\"y")
        );
        assert_eq!(attribute(r#" a="name" "#, "name"), None);
        assert_eq!(
            plain("&lt;&#65;&#x42;&gt; & &other; &#xffffff;"),
            "<AB> & &other; &#xffffff;"
        );
    }
}
