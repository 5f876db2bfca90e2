//! Taking a link apart as browsers do, without deciding anything.

use crate::text::{Class, Span, class};
use core::ops::Range;
use std::borrow::Cow;

/// A link in parts: places in [`Address::text`].
pub(super) struct Address<'t> {
    /// The link without what stands around it and without what browsers leave out.
    pub text: Cow<'t, str>,
    /// Where it stands in the typed text.
    pub whole: Span,
    /// What precedes the host and an `@`.
    pub user: Option<Range<usize>>,
    /// The host as it is written.
    pub host: Range<usize>,
    /// The port after the host.
    pub port: Option<u32>,
    /// Path, query and fragment.
    pub rest: Range<usize>,
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

impl<'t> Address<'t> {
    pub(super) fn read(typed: &'t str) -> Result<Self, NoHost> {
        let whole = bounds(typed);
        let inner = whole.of(typed);
        let hidden = inner.chars().any(left_out);
        let text = if hidden {
            Cow::Owned(inner.chars().filter(|typed| !left_out(*typed)).collect())
        } else {
            Cow::Borrowed(inner)
        };
        let (scheme, mailto, mut at) = scheme(&text)?;
        let from_slashes = at;
        while matches!(text.as_bytes().get(at), Some(b'/' | b'\\')) {
            at += 1;
        }
        let slashes = text.get(from_slashes..at).unwrap_or_default();
        let behind = text.get(at..).unwrap_or_default();
        let length = behind.find(['/', '?', '#', '\\']).unwrap_or(behind.len());
        let authority = behind.get(..length).unwrap_or_default();
        if slashes.contains('\\')
            || behind
                .get(length..)
                .is_some_and(|rest| rest.starts_with('\\'))
        {
            return Err(NoHost::Unclear);
        }
        let (user, host_at) = match authority.rfind('@') {
            Some(sign) => (Some(at..at + sign), at + sign + 1),
            None => (None, at),
        };
        let end = at + length;
        let after_user = text.get(host_at..end).unwrap_or_default();
        let (host_length, port) = port(after_user)?;
        let mail = mailto || user.is_some() && scheme == Scheme::None && slashes.is_empty();
        if mail && user.as_ref().is_none_or(Range::is_empty) {
            return Err(NoHost::Nothing);
        }
        Ok(Self {
            whole,
            user,
            host: host_at..host_at + host_length,
            port,
            rest: end..text.len(),
            scheme,
            mail,
            hidden,
            text,
        })
    }

    /// The part of the link in this place.
    pub(super) fn part(&self, place: &Range<usize>) -> &str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    /// Where a part stands in the typed text; the whole link when something was left out of it.
    pub(super) fn span(&self, place: &Range<usize>) -> Span {
        if self.hidden {
            return self.whole;
        }
        Span {
            start: self.whole.start + place.start,
            end: self.whole.start + place.end,
        }
    }
}

/// What browsers drop anywhere in a link, and what nobody sees.
pub(super) fn left_out(typed: char) -> bool {
    matches!(typed, '\t' | '\n' | '\r') || class(typed) == Class::Invisible
}

/// The link without spaces, quotes and brackets around it; of `Name <address>` the address.
fn bounds(typed: &str) -> Span {
    let around = |typed: char| {
        typed.is_whitespace()
            || left_out(typed)
            || matches!(typed, '<' | '>' | '"' | '\'' | '`' | '“' | '”' | '«' | '»')
    };
    let inner = match typed.rsplit_once('<') {
        Some((name, address)) if address.contains('@') && !name.contains("//") => address,
        _ => typed,
    };
    let inner = inner.trim_start_matches(around);
    let start = typed.len() - inner.len();
    Span {
        start,
        end: start + inner.trim_end_matches(around).len(),
    }
}

/// The scheme, whether it is `mailto:`, and where it ends.
fn scheme(text: &str) -> Result<(Scheme, bool, usize), NoHost> {
    let name_ends = text
        .find(|typed: char| !typed.is_ascii_alphanumeric() && !matches!(typed, '+' | '-' | '.'));
    let Some(end) = name_ends.filter(|end| text.as_bytes().get(*end) == Some(&b':')) else {
        return Ok((Scheme::None, false, 0));
    };
    let name = text.get(..end).unwrap_or_default();
    for (known, scheme) in [("https", Scheme::Https), ("http", Scheme::Http)] {
        if name.eq_ignore_ascii_case(known) {
            return Ok((scheme, false, end + 1));
        }
    }
    if name.eq_ignore_ascii_case("mailto") {
        return Ok((Scheme::None, true, end + 1));
    }
    // "uscis.gov:443" has a port; no scheme in use has a dot.
    if name.contains('.') || name.is_empty() {
        return Ok((Scheme::None, false, 0));
    }
    Err(NoHost::NotASite)
}

/// How long the host is, and the port behind it.
fn port(text: &str) -> Result<(usize, Option<u32>), NoHost> {
    let Some(colon) = text.rfind(':').filter(|_| !text.ends_with(']')) else {
        return Ok((text.len(), None));
    };
    let digits = text.get(colon + 1..).unwrap_or_default();
    if digits.is_empty() {
        return Ok((colon, None));
    }
    let number = digits.bytes().try_fold(0_u32, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        Some(sum * 10 + digit).filter(|sum| *sum < 65_536)
    });
    number
        .map(|number| (colon, Some(number)))
        .ok_or(NoHost::Unclear)
}
