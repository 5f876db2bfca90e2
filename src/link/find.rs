//! The links, hosts and mail addresses of a message.

use super::{LinkCheck, Verdict, address::Address, check_link, host::Host, hosts, likeness};
use crate::text::{
    Span, letters,
    piece::{first, inner, is_space, last, part, pieces, rest, same},
};

/// Longest message, in bytes, that is searched; of a longer one nothing is.
pub const LONGEST_MESSAGE: usize = 16 * 1024 * 1024;
/// How many links are told at most; behind them look-alikes only, and of these as many again.
pub const MOST_LINKS: usize = 10_000;

/// Beginnings that make a link without `//`.
const BEGINNINGS: &str = "mailto: javascript: vbscript: data:text file:";

/// Every link, bare host and mail address of a message, in order, with places in the message.
///
/// ```
/// use prefile::{check_links, link::Verdict};
/// let text = "Dear applicant, go to https://uscis-gov.com/pay or write to news@uscis.gov.";
/// let found = check_links(text);
/// assert_eq!(found[0].verdict, Verdict::Lookalike);
/// assert_eq!(found[1].span.of(text), "news@uscis.gov");
/// ```
#[must_use]
pub fn check_links(text: &str) -> Vec<LinkCheck> {
    let mut finder = Finder {
        text,
        found: Vec::new(),
    };
    if text.len() <= LONGEST_MESSAGE {
        finder.words();
    }
    finder.found
}

/// What may stand between two links.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    /// A part of a link.
    Nothing,
    /// No link has it, bare or not.
    Always,
    /// A link with `//` may have it.
    Bare,
}

fn between(typed: char) -> Between {
    match typed {
        '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '`' => Between::Always,
        '\'' | '(' | ')' | '[' | ']' | ',' | ';' | '*' | '&' => Between::Bare,
        '\u{80}'.. => match typed as u32 {
            // Quotes, the signs and brackets of East Asian sentences.
            0xab
            | 0xbb
            | 0x2018..=0x201f
            | 0x2026
            | 0x3001
            | 0x3008..=0x301b
            | 0xff01..=0xff0c
            | 0xff1a..=0xff1f => Between::Always,
            // A long dash: "uscis.gov—la página oficial".
            0x2014 => Between::Bare,
            _ if is_space(typed) => Between::Always,
            _ if letters::script(typed) == Some(letters::Script::EastAsian) => Between::Bare,
            _ => Between::Nothing,
        },
        _ => Between::Nothing,
    }
}

/// The text without what closes a sentence at its end, or goes on behind a host.
fn without_end(text: &str) -> &str {
    let text = part(text, 0, host_end(text));
    let inner = inner(text, closes_a_sentence);
    if inner.start < inner.end {
        part(text, 0, inner.end)
    } else {
        ""
    }
}

fn closes_a_sentence(typed: char) -> bool {
    matches!(
        typed,
        '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '。'
    )
}

/// What people write in front of a host: `¿uscis.gov?`, an arrow, an emoji; no letter.
fn leads(typed: char) -> bool {
    closes_a_sentence(typed)
        || matches!(typed, '#' | '-' | '/' | '=' | '@')
        || is_odd(typed) && letters::script(typed).is_none()
}

/// Neither in ASCII nor like anything there.
fn is_odd(typed: char) -> bool {
    letters::plain(typed).is_none()
}

/// Where a sentence goes on behind a host without a space: `uscis.gov;`, `uscis.gov→`, `uscis.gov查询`. No ending
/// begins in ASCII and has such signs or letters at its end. What looks like an ASCII letter stays, and a sign with
/// more of a name behind it: both are tricks.
fn host_end(link: &str) -> usize {
    let bytes = link.as_bytes();
    let close = first(bytes, 0, b"/?#\\");
    let host = last(bytes, 0, close, b"@").unwrap_or_default();
    let end = first(bytes, host, b"/?#\\,;&'*");
    let top = last(bytes, host, end, b".").unwrap_or(end) + 1;
    let end = top + inner(part(link, top, end), is_odd).end;
    if end < close { end } else { link.len() }
}

struct Finder<'t> {
    text: &'t str,
    found: Vec<LinkCheck>,
}

impl Finder<'_> {
    /// Runs without what no link has.
    fn words(&mut self) {
        let mut start = 0;
        for (at, typed) in self.text.char_indices() {
            if between(typed) == Between::Always {
                self.word(start, at);
                start = at + typed.len_utf8();
            }
        }
        self.word(start, self.text.len());
    }

    /// Links with `://`, and what stands between them.
    fn word(&mut self, mut from: usize, to: usize) {
        let bytes = self.text.as_bytes().get(..to).unwrap_or_default();
        let mut colon = from;
        loop {
            colon = first(bytes, colon, b":");
            if colon == to {
                return self.bare(from, to);
            }
            let mut start = colon;
            while start > from && bytes.get(start - 1).is_some_and(u8::is_ascii_alphanumeric) {
                start -= 1;
            }
            if start < colon
                && bytes
                    .get(colon..)
                    .is_some_and(|rest| rest.starts_with(b"://"))
            {
                self.bare(from, start);
                from = self.link_end(colon + 3, to);
                self.push(start, from);
                colon = from;
            } else {
                colon += 1;
            }
        }
    }

    /// Where a link ends: before a bracket that was not opened in it, and before the full stop of
    /// the sentence.
    fn link_end(&self, from: usize, to: usize) -> usize {
        let rest = Span {
            start: from,
            end: to,
        }
        .of(self.text);
        let (mut round, mut square) = (0, 0);
        let mut length = rest.len();
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                b'(' => round += 1,
                b'[' => square += 1,
                b')' => round -= 1,
                b']' => square -= 1,
                _ => {}
            }
            if round < 0 || square < 0 {
                length = at;
                break;
            }
        }
        from + without_end(part(rest, 0, length)).len()
    }

    /// What stands beside the links with `://`: hosts and mail addresses.
    fn bare(&mut self, from: usize, to: usize) {
        let mut start = from;
        for (at, typed) in (Span {
            start: from,
            end: to,
        })
        .of(self.text)
        .char_indices()
        {
            if between(typed) == Between::Bare {
                self.piece(start, from + at);
                start = from + at + typed.len_utf8();
            }
        }
        self.piece(start, to);
    }

    fn piece(&mut self, from: usize, to: usize) {
        let mut link = without_end(part(self.text, from, to));
        let end = from + link.len();
        let mut is_link = pieces(BEGINNINGS, b" ")
            .any(|beginning| same(part(link, 0, beginning.len()), beginning));
        if !is_link {
            // "Website:www.uscis.gov", "url=uscis.gov"
            let bytes = link.as_bytes();
            let label = first(bytes, 0, b":=.@");
            if matches!(bytes.get(label), Some(b':' | b'=')) {
                link = rest(link, label);
            }
            link = rest(link, inner(link, leads).start);
            is_link = is_plain_link(link);
        }
        if is_link {
            self.push(end - link.len(), end);
        }
    }

    fn push(&mut self, from: usize, to: usize) {
        let count = self.found.len();
        if count >= 2 * MOST_LINKS {
            return;
        }
        let mut check = check_link(
            Span {
                start: from,
                end: to,
            }
            .of(self.text),
        );
        if count >= MOST_LINKS && check.verdict != Verdict::Lookalike {
            return;
        }
        for finding in &mut check.findings {
            if let Some(span) = &mut finding.span {
                span.start += from;
                span.end += from;
            }
            // It would be of the link alone, and the text is a whole message.
            finding.fix = None;
        }
        check.span.start += from;
        check.span.end += from;
        self.found.push(check);
    }
}

/// Whether an ending is a country's: with a path behind it it makes a link, "bit.ly/pay". That of `EE.UU.` is none.
fn is_country(top: &str) -> bool {
    top.len() == 2 && top != "uu"
}

/// Whether a text without a scheme is a link all the same, and no end of a sentence without a space.
fn is_plain_link(text: &str) -> bool {
    // Nearly every word has no dot.
    let dot = |typed: char| matches!(typed, '.' | '。' | '．' | '｡');
    if text.len() > super::LONGEST_LINK || !text.chars().any(dot) {
        return false;
    }
    let Ok(address) = Address::read(text) else {
        return false;
    };
    let Ok(host) = Host::read(address.part(address.host.start, address.host.end), true) else {
        return false;
    };
    if !address.is_bare() || host.number {
        return false;
    }
    let www = host.ascii.starts_with("www.");
    let more = host.names() > 1 || address.rest < address.text.len();
    address.mail
        || www
        || hosts::has(hosts::COMMON_ENDINGS, host.top())
        || hosts::has(hosts::WORD_ENDINGS, host.top()) && more
        || is_country(host.top()) && address.rest + 1 < address.text.len()
        || likeness::of_stranger(&host).is_some()
}
