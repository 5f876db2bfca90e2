//! Taking a link apart as browsers do, without deciding anything.

use crate::{
    text::piece::{first, inner, last, part, same},
    text::{Class, Span, class, has},
};
use core::ops::Range;

/// A link in parts: places in [`Address::text`].
pub(super) struct Address {
    /// The link without what stands around it and without what browsers leave out.
    pub text: String,
    /// Where it stands in the typed text.
    pub whole: Span,
    /// What precedes the host and an `@`.
    pub user: Option<Range<usize>>,
    /// The host as it is written.
    pub host: Range<usize>,
    /// The port after the host.
    pub port: Option<u32>,
    /// Where path, query and fragment begin.
    pub rest: usize,
    /// How it begins.
    pub scheme: Scheme,
    /// A mail address, by itself or after `mailto:`.
    pub mail: bool,
    /// Signs within it that cannot be seen were left out.
    pub hidden: bool,
}

/// How a link begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    None,
    Mail,
    Http,
    Https,
}

/// Why a link has no host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoHost {
    /// Nothing there that is written like one.
    Nothing,
    /// It begins with `javascript:`, `data:`, `file:`: no site.
    NotASite,
    /// Programs disagree about where the host ends.
    Unclear,
}

impl Address {
    pub(super) fn read(typed: &str) -> Result<Self, NoHost> {
        let whole = bounds(typed);
        let inner = whole.of(typed);
        let (text, _) = sorted(inner);
        let hidden = text.len() < inner.len();
        let bytes = text.as_bytes();
        let (scheme, after_scheme) = scheme(bytes)?;
        let mut from = after_scheme;
        while bytes.get(from) == Some(&b'/') {
            from += 1;
        }
        let end = first(bytes, from, b"/?#\\");
        if bytes.get(end) == Some(&b'\\') {
            return Err(NoHost::Unclear);
        }
        let user = last(bytes, from, end, b"@").map(|sign| from..sign);
        let host_from = user.as_ref().map_or(from, |user| user.end + 1);
        let (host_end, port) = port(bytes, host_from, end)?;
        let mail = scheme == Scheme::Mail
            || user.is_some() && scheme == Scheme::None && from == after_scheme;
        if mail && user.as_ref().is_none_or(Range::is_empty) {
            return Err(NoHost::Nothing);
        }
        Ok(Self {
            whole,
            user,
            host: host_from..host_end,
            port,
            rest: end,
            scheme,
            mail,
            hidden,
            text,
        })
    }

    /// Whether nothing but its own form says that it is a link.
    pub(super) fn is_bare(&self) -> bool {
        matches!(self.scheme, Scheme::None | Scheme::Mail)
    }

    /// A part of the link.
    pub(super) fn part(&self, from: usize, to: usize) -> &str {
        part(&self.text, from, to)
    }

    /// Where a part stands in the typed text; the whole link when something was left out of it.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        if self.hidden {
            return self.whole;
        }
        Span {
            start: self.whole.start + from,
            end: self.whole.start + to,
        }
    }
}

/// A link, and apart from it what browsers drop anywhere in one, and what nobody sees.
#[inline(never)]
pub(super) fn sorted(typed: &str) -> (String, String) {
    let (mut text, mut left_out) = (String::with_capacity(typed.len()), String::new());
    for typed in typed.chars() {
        let out = matches!(typed, '\t' | '\n' | '\r') || class(typed) == Class::Invisible;
        if out { &mut left_out } else { &mut text }.push(typed);
    }
    (text, left_out)
}

/// The link without spaces, quotes and brackets around it; of `Name <address>` the address.
fn bounds(typed: &str) -> Span {
    let around: fn(char) -> bool = |typed| {
        typed <= ' '
            || matches!(typed, '<' | '>' | '"' | '\'' | '`')
            || !typed.is_ascii() && matches!(class(typed), Class::Separator | Class::Invisible)
    };
    let bytes = typed.as_bytes();
    let named = last(bytes, 0, bytes.len(), b"<")
        .filter(|at| last(bytes, *at, bytes.len(), b"@").is_some())
        .filter(|at| last(bytes, 0, *at, b"/").is_none())
        .unwrap_or(0);
    let inner = inner(part(typed, named, typed.len()), around);
    Span {
        start: named + inner.start,
        end: named + inner.end,
    }
}

/// The scheme, and where it ends.
fn scheme(bytes: &[u8]) -> Result<(Scheme, usize), NoHost> {
    let end = first(bytes, 0, b":/?#@\\[%");
    let name = bytes.get(..end).unwrap_or_default();
    // "uscis.gov:443" has a port; no scheme in use has a dot.
    if bytes.get(end) != Some(&b':') || has(name, b'.') || name.is_empty() {
        return Ok((Scheme::None, 0));
    }
    let name = str::from_utf8(name).unwrap_or_default();
    let scheme = if same(name, "https") {
        Scheme::Https
    } else if same(name, "http") {
        Scheme::Http
    } else if same(name, "mailto") {
        Scheme::Mail
    } else {
        return Err(NoHost::NotASite);
    };
    Ok((scheme, end + 1))
}

/// Where the host ends, and the port behind it.
fn port(bytes: &[u8], from: usize, end: usize) -> Result<(usize, Option<u32>), NoHost> {
    let colon = last(bytes, from, end, b":");
    let Some(colon) = colon.filter(|at| last(bytes, *at, end, b"]").is_none()) else {
        return Ok((end, None));
    };
    let mut number = None;
    for byte in bytes.get(colon + 1..end).unwrap_or_default() {
        let sum = number.unwrap_or(0) * 10 + u32::from(byte.wrapping_sub(b'0'));
        if !byte.is_ascii_digit() || sum > 65_535 {
            return Err(NoHost::Unclear);
        }
        number = Some(sum);
    }
    Ok((colon, number))
}
