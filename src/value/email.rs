//! E-mail address.

use super::{
    Rules,
    address::fits_box,
    parse,
    reading::{Reading, Value, joined},
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

pub(super) fn read(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    let Email(address) = find(reading)?;
    reading.text.clone_from(&address);
    if !look_alike_letter(reading) {
        slip(reading);
    }
    fits_box(reading, rules);
    reading.allowed(Value::same(address))
}

fn find(reading: &mut Reading) -> Option<Email> {
    if reading.says_nothing() {
        return None;
    }
    unwrap(reading);
    let text = reading.text.clone();
    let Some((name, domain)) = text.split_once('@') else {
        reading.add(Code::EmailNoAt, None);
        return None;
    };
    if let Some(odd) = text.chars().find(|it| is_odd(*it)) {
        // Offered without the spaces, or with dots for the commas, if then nothing is odd.
        let instead: String = text
            .chars()
            .filter(|it| (odd, *it) != (' ', ' '))
            .map(|it| if (odd, it) == (',', ',') { '.' } else { it })
            .collect();
        let one_at = instead.bytes().filter(|it| *it == b'@').count() == 1;
        let mends = one_at && !instead.starts_with('@') && !instead.contains(is_odd);
        let instead = Some(instead).filter(|_| mends);
        reading.say_character(SharedFault::UnexpectedCharacter, odd, instead);
        return None;
    }
    if name.is_empty() || domain.contains('@') {
        reading.say_character(SharedFault::UnexpectedCharacter, '@', None);
        return None;
    }
    let labels = domain.split('.');
    let last = domain.rsplit('.').next().unwrap_or_default();
    let whole = labels.clone().count() > 1
        && labels.clone().all(|label| !label.is_empty())
        && last.len() > 1
        && !last.bytes().all(|byte| byte.is_ascii_digit());
    if !whole {
        // "gmailcom", "gmail": the service is known, only its ending is not there.
        let bare = domain.strip_suffix("com").unwrap_or(domain);
        let large = LARGE
            .iter()
            .find(|it| it.strip_suffix(".com") == Some(bare));
        let instead = large.map(|large| joined(&[name, "@", large]));
        reading.add(Code::EmailNoDomain, instead);
        return None;
    }
    let small = domain.to_ascii_lowercase();
    if small != domain {
        reading.change("case", domain, &small);
    }
    Some(Email(joined(&[name, "@", &small])))
}

/// Takes off "mailto:", the name before `<…>`, and a full stop at the end.
fn unwrap(reading: &mut Reading) {
    let text = reading.text.clone();
    let mut bare = text.as_str();
    if bare
        .get(..7)
        .is_some_and(|front| front.eq_ignore_ascii_case("mailto:"))
    {
        bare = bare.get(7..).unwrap_or_default();
    }
    if let Some(inner) = bare.strip_suffix('>')
        && let Some((_, inner)) = inner.rsplit_once('<')
    {
        bare = inner;
    }
    bare = bare.trim_end_matches('.');
    if bare.len() < text.len() {
        reading.change("label", &text, bare);
        bare.clone_into(&mut reading.text);
    }
}

fn is_odd(character: char) -> bool {
    matches!(
        character,
        ' ' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\\'
    )
}

/// Where most people have their mail.
const LARGE: [&str; 5] = [
    "gmail.com",
    "hotmail.com",
    "icloud.com",
    "outlook.com",
    "yahoo.com",
];

/// "gmial.com", "gmail.con": offers the address that was likely meant.
fn slip(reading: &mut Reading) {
    const ENDINGS: [&str; 4] = [".con", ".cmo", ".ocm", ".comm"];
    let Some((name, domain)) = reading.text.split_once('@') else {
        return;
    };
    let ending = ENDINGS.iter().find_map(|it| domain.strip_suffix(it));
    let mended = ending.map(|front| joined(&[front, ".com"]));
    let host = mended.as_deref().unwrap_or(domain);
    let large = LARGE.iter().find(|large| one_slip(host, large));
    let host = large.copied().unwrap_or(host);
    if host == domain {
        return;
    }
    let fix = joined(&[name, "@", host]);
    reading.add(Code::EmailSlip, Some(fix));
}

/// Whether one letter is missing, too many, another one, or two have changed places; the first
/// letter is right ("ymail.com" is a service of its own).
fn one_slip(typed: &str, meant: &str) -> bool {
    let (typed, meant) = (typed.as_bytes(), meant.as_bytes());
    if typed == meant || typed.first() != meant.first() {
        return false;
    }
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let swapped = match (typed.get(same..), meant.get(same..)) {
        (Some([a, b, typed @ ..]), Some([c, d, meant @ ..])) => (a, b) == (d, c) && typed == meant,
        _ => false,
    };
    swapped
        || rest(typed, same + 1) == rest(meant, same + 1)
        || rest(typed, same + 1) == rest(meant, same)
        || rest(typed, same) == rest(meant, same + 1)
}

fn rest(text: &[u8], from: usize) -> &[u8] {
    text.get(from..).unwrap_or_default()
}
