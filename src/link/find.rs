//! The links, hosts and mail addresses of a message.

use super::{
    LinkCheck, address::Address, address::Scheme, check_link, host::Host, hosts, likeness,
};
use crate::text::{Span, letters};

/// Longest message, in bytes, that is searched; of a longer one nothing is.
pub const LONGEST_MESSAGE: usize = 16 * 1024 * 1024;
/// How many links are told at most.
pub const MOST_LINKS: usize = 10_000;

/// Beginnings that make a link without `//`.
const BEGINNINGS: [&str; 5] = ["mailto:", "javascript:", "vbscript:", "data:text", "file:"];

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
    let mut found = Vec::new();
    if text.len() > LONGEST_MESSAGE {
        return found;
    }
    let mut start = 0;
    for (at, space) in text
        .char_indices()
        .filter(|(_, typed)| typed.is_whitespace())
    {
        word(text, Span { start, end: at }, &mut found);
        start = at + space.len_utf8();
        if found.len() >= MOST_LINKS {
            break;
        }
    }
    word(
        text,
        Span {
            start,
            end: text.len(),
        },
        &mut found,
    );
    found.truncate(MOST_LINKS);
    found
}

/// A run without spaces: links with `://`, and what stands between them.
fn word(text: &str, word: Span, found: &mut Vec<LinkCheck>) {
    let mut from = word.start;
    // Nearly every word has neither.
    if !word
        .of(text)
        .bytes()
        .any(|byte| matches!(byte, b'.' | b':' | 0x80..))
    {
        return;
    }
    while let Some(sign) = text.get(from..word.end).and_then(|rest| rest.find("://")) {
        let before = text.get(from..from + sign).unwrap_or_default();
        let name = before.trim_end_matches(|typed: char| {
            typed.is_ascii_alphanumeric() || matches!(typed, '+' | '-')
        });
        let link_from = from + name.len();
        bare(
            text,
            Span {
                start: from,
                end: link_from,
            },
            found,
        );
        let mut end = from + sign + 3;
        if link_from < from + sign {
            end = link_end(
                text,
                Span {
                    start: end,
                    end: word.end,
                },
            );
            push(
                text,
                Span {
                    start: link_from,
                    end,
                },
                found,
            );
        }
        from = end;
    }
    bare(
        text,
        Span {
            start: from,
            end: word.end,
        },
        found,
    );
}

/// Where a link ends whose `://` ends at the start of the span: before a sign that no link has,
/// a bracket that was not opened in it, or the full stop of the sentence.
fn link_end(text: &str, rest: Span) -> usize {
    let inner = rest.of(text);
    let (mut round, mut square, mut length) = (0_u32, 0_u32, inner.len());
    for (at, typed) in inner.char_indices() {
        let over = match typed {
            '<' | '>' | '"' | '“' | '”' | '«' | '»' | '{' | '}' | '|' | '`' | '，' | '、' => {
                true
            }
            '(' => {
                round += 1;
                false
            }
            '[' => {
                square += 1;
                false
            }
            ')' => round.checked_sub(1).map(|left| round = left).is_none(),
            ']' => square.checked_sub(1).map(|left| square = left).is_none(),
            _ => false,
        };
        if over {
            length = at;
            break;
        }
    }
    let inner = inner.get(..length).unwrap_or_default();
    rest.start + inner.trim_end_matches(closes_a_sentence).len()
}

fn closes_a_sentence(typed: char) -> bool {
    matches!(
        typed,
        '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' | '’' | '。' | '！' | '？'
    )
}

/// What stands beside the links with `://`: hosts and mail addresses between signs and letters
/// that neither has.
fn bare(text: &str, part: Span, found: &mut Vec<LinkCheck>) {
    let breaks = |typed: char, next: Option<char>| match typed {
        '<' | '>' | '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '{' | '}' | '|' | '`'
        | '(' | ')' | '[' | ']' | ',' | ';' | '，' | '、' | '！' | '？' | '；' | '：' | '…'
        | '*' | '&' => true,
        '。' => !next.is_some_and(|next| next.is_ascii_alphanumeric()),
        _ => letters::script(typed) == Some(letters::Script::EastAsian),
    };
    let inner = part.of(text);
    let mut from = 0;
    let mut ahead = inner.chars();
    for (at, typed) in inner.char_indices() {
        ahead.next();
        if breaks(typed, ahead.clone().next()) {
            piece(
                text,
                Span {
                    start: part.start + from,
                    end: part.start + at,
                },
                found,
            );
            from = at + typed.len_utf8();
        }
    }
    piece(
        text,
        Span {
            start: part.start + from,
            end: part.end,
        },
        found,
    );
}

fn piece(text: &str, piece: Span, found: &mut Vec<LinkCheck>) {
    let inner = piece.of(text).trim_end_matches(closes_a_sentence);
    let begins = |beginning: &&str| {
        inner
            .get(..beginning.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    };
    if BEGINNINGS.iter().any(begins) {
        push(
            text,
            Span {
                start: piece.start,
                end: piece.start + inner.len(),
            },
            found,
        );
        return;
    }
    // "Website:www.uscis.gov", "url=uscis.gov"
    let label = inner.find([':', '=']).filter(|end| {
        !inner
            .get(..*end)
            .is_some_and(|label| label.contains(['.', '@']))
    });
    let value = inner
        .get(label.map_or(0, |end| end + 1)..)
        .unwrap_or_default();
    let value = value.trim_start_matches(|typed: char| {
        closes_a_sentence(typed) || matches!(typed, '-' | '/' | '#' | '&' | '@')
    });
    let start = piece.start + inner.len() - value.len();
    if is_plain_link(value) {
        push(
            text,
            Span {
                start,
                end: start + value.len(),
            },
            found,
        );
    }
}

/// Whether a text without a scheme is a link all the same, and no end of a sentence without a space.
fn is_plain_link(text: &str) -> bool {
    if text.len() > super::LONGEST_LINK || !text.contains('.') && text.is_ascii() {
        return false;
    }
    let Ok(address) = Address::read(text) else {
        return false;
    };
    let Ok(host) = Host::read(address.part(&address.host), true) else {
        return false;
    };
    if address.scheme != Scheme::None || host.number {
        return false;
    }
    let top = host.top();
    let has_more =
        host.labels().count() > 2 || host.ascii.starts_with("www.") || !address.rest.is_empty();
    address.mail
        || hosts::COMMON_ENDINGS.contains(&top)
        || hosts::WORD_ENDINGS.contains(&top) && has_more
        || host.ascii.starts_with("www.")
        || likeness::of_stranger(&host).is_some()
}

fn push(text: &str, link: Span, found: &mut Vec<LinkCheck>) {
    if found.len() >= MOST_LINKS {
        return;
    }
    let mut check = check_link(link.of(text));
    let spans = check
        .findings
        .iter_mut()
        .filter_map(|finding| finding.span.as_mut());
    for span in spans.chain([&mut check.span]) {
        span.start += link.start;
        span.end += link.start;
    }
    for finding in &mut check.findings {
        // The fix would be of the link alone, and the text is a whole message.
        finding.fix = None;
    }
    found.push(check);
}
