//! E-mail address.

use super::{
    Rules,
    address::fits_box,
    parse,
    piece::{
        before, first, is_digits, joined, last, listed, one_apart, part, pieces, replaced, same,
    },
    reading::Reading,
    spelling::look_alike_letter,
};
use crate::{Code, Kind, finding::SharedFault, identifier::Fault};

/// An e-mail address: a name, one `@`, a domain with a dot.
///
/// ```text
/// email = name "@" label 1*("." label)      ; no spaces, no commas
/// ```
///
/// Sources: RFC 5321, as people use it; the boxes of the official forms (38 characters).
///
/// ```
/// use prefile::value::Email;
/// assert_eq!(Email::parse("mailto:Maria@Example.COM")?.as_str(), "Maria@example.com");
/// assert!(Email::parse("maria.example.com").is_err());
/// # Ok::<(), prefile::identifier::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

impl Email {
    /// Reads an e-mail address.
    ///
    /// # Errors
    ///
    /// Says what is wrong, and where.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        parse(Kind::Email, typed, find)
    }

    /// The address, its domain in small letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The address, its domain in small letters.
impl core::fmt::Display for Email {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(&self.0)
    }
}

pub(super) fn read(reading: &mut Reading, rules: &Rules) {
    let Some(Email(address)) = find(reading) else {
        return;
    };
    reading.text.clone_from(&address);
    if !look_alike_letter(reading) {
        slip(reading);
    }
    fits_box(reading, rules);
    reading.accept_same(address);
}

fn find(reading: &mut Reading) -> Option<Email> {
    if reading.says_nothing() {
        return None;
    }
    unwrap(reading);
    let text = reading.text.clone();
    let bytes = text.as_bytes();
    let at = first(bytes, 0, b"@");
    if at == text.len() {
        reading.add(Code::EmailNoAt, None);
        return None;
    }
    if let Some(odd) = bytes.get(first(bytes, 0, ODD)) {
        // Offered without the spaces, or with dots for the commas, if then nothing is odd.
        let instead = if *odd == b' ' {
            replaced(&text, b" ", "")
        } else {
            replaced(&text, b",", ".")
        };
        let mends =
            one_at(&instead).is_some() && first(instead.as_bytes(), 0, ODD) == instead.len();
        let instead = mends.then_some(instead);
        reading.say_character(SharedFault::UnexpectedCharacter, *odd as char, instead);
        return None;
    }
    if one_at(&text).is_none() {
        reading.say_character(SharedFault::UnexpectedCharacter, '@', None);
        return None;
    }
    let (front, domain) = (part(&text, 0, at + 1), part(&text, at + 1, text.len()));
    let (mut whole, mut labels, mut last) = (true, 0, "");
    for label in pieces(domain, b".") {
        whole &= !label.is_empty();
        labels += 1;
        last = label;
    }
    if !whole || labels < 2 || last.len() < 2 || is_digits(last) {
        // "gmailcom", "gmail": the service is known, only its ending is not there.
        let bare = domain.strip_suffix("com").unwrap_or(domain);
        let mut large = pieces(LARGE, b" ");
        let large = large.find(|large| part(large, 0, large.len() - ".com".len()) == bare);
        let instead = large.map(|large| joined(&[front, large]));
        reading.add(Code::EmailNoDomain, instead);
        return None;
    }
    let small = domain.to_ascii_lowercase();
    if small != domain {
        reading.change("case", domain, &small);
    }
    Some(Email(joined(&[front, &small])))
}

/// The place of the `@`, if there is one, and something before it.
fn one_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    last(bytes, 1, bytes.len(), b"@").filter(|at| first(bytes, 0, b"@") == *at)
}

/// Takes off "mailto:", the name before `<…>`, and what ends a sentence or divides a list behind it.
fn unwrap(reading: &mut Reading) {
    let text = reading.text.as_str();
    let mut from = 0;
    if same(part(text, 0, MAILTO.len()), MAILTO) {
        from = MAILTO.len();
    }
    if let Some(at) = last(text.as_bytes(), from, text.len(), b"<") {
        from = at + 1;
    }
    let bare = before(part(text, from, text.len()), b".,;>");
    if bare.len() < text.len() {
        reading.becomes("label", bare.to_owned());
    }
}

const MAILTO: &str = "mailto:";

/// What no address has.
const ODD: &[u8] = b" ,;:<>()[]\"\\";

/// Where most people have their mail.
const LARGE: &str = "gmail.com hotmail.com icloud.com outlook.com yahoo.com";

/// "gmial.com", "gmail.con": offers the address that was likely meant.
fn slip(reading: &mut Reading) {
    let text = reading.text.as_bytes();
    let at = first(text, 0, b"@") + 1;
    let front = part(&reading.text, 0, at);
    let domain = part(&reading.text, at, text.len());
    let dot = last(domain.as_bytes(), 0, domain.len(), b".").unwrap_or(0);
    let mended = listed("con cmo ocm comm", part(domain, dot + 1, domain.len()))
        .then(|| joined(&[part(domain, 0, dot), ".com"]));
    let mut host = mended.as_deref().unwrap_or(domain);
    for large in pieces(LARGE, b" ") {
        // The first letter is right: "ymail.com" is a service of its own.
        if large.as_bytes().first() == host.as_bytes().first()
            && one_apart(host.as_bytes(), large.as_bytes())
        {
            host = large;
            break;
        }
    }
    if host != domain {
        let fix = joined(&[front, host]);
        reading.add(Code::EmailSlip, Some(fix));
    }
}
