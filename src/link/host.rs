//! A host: as the network knows it, and as the eye reads it.

use super::{address::NoHost, hosts, punycode};
use crate::text::letters;

/// A host that was read.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one finding about how a host is written"
)]
pub(super) struct Host {
    /// In small ASCII letters, as the network knows it: what verdicts compare.
    pub ascii: String,
    /// The same with every label as it is shown, and every letter as the ASCII letter it looks like
    /// (`?` for others); as many labels.
    pub looks: String,
    /// Where the ending under which names are sold begins in `ascii`; 0 if all of it is.
    ending: usize,
    /// It was written with percent signs, wide letters or odd dots.
    pub odd: bool,
    /// It has letters beyond ASCII, plainly or as `xn--`.
    pub foreign: bool,
    /// One of its labels mixes alphabets.
    pub mixed: bool,
    /// It is an address in numbers.
    pub number: bool,
}

/// Longest host, as the domain name system has it.
const LONGEST: usize = 253;
const LONGEST_LABEL: usize = 63;

impl Host {
    /// Reads a host; `bare` when nothing but its own form says that it is one.
    pub(super) fn read(written: &str, bare: bool) -> Result<Self, NoHost> {
        if written.starts_with('[') {
            return Self::literal(written);
        }
        let (decoded, mut odd) = percent_decoded(written)?;
        let mut host = Self {
            ascii: String::with_capacity(decoded.len()),
            looks: String::with_capacity(decoded.len()),
            ending: 0,
            odd: false,
            foreign: false,
            mixed: false,
            number: false,
        };
        let mut label = String::new();
        let text = decoded.strip_suffix('.').unwrap_or(&decoded);
        for typed in text.chars() {
            match typed {
                '.' => host.take(&mut label)?,
                '。' | '．' | '｡' => {
                    odd = true;
                    host.take(&mut label)?;
                }
                '\u{ff01}'..='\u{ff5e}' => {
                    odd = true;
                    let narrow = char::from_u32(typed as u32 - 0xfee0).unwrap_or(typed);
                    label.push(letters::lower(narrow));
                }
                _ => label.push(letters::lower(typed)),
            }
            if host.ascii.len() > LONGEST || label.len() > 4 * LONGEST_LABEL {
                return Err(NoHost::Nothing);
            }
        }
        host.take(&mut label)?;
        host.ascii.pop();
        host.looks.pop();
        host.odd = odd;
        host.number = host.labels().last().is_some_and(is_number);
        if host.ascii.len() > LONGEST || !host.number && !host.is_name(bare) {
            return Err(NoHost::Nothing);
        }
        if host.number && bare && host.labels().count() != 4 {
            return Err(NoHost::Nothing);
        }
        host.ending = if host.number { 0 } else { ending(&host.ascii) };
        Ok(host)
    }

    fn literal(written: &str) -> Result<Self, NoHost> {
        let inner = written
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let inner = inner.filter(|inner| {
            inner.len() > 1
                && inner
                    .bytes()
                    .all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'))
        });
        inner
            .map(|_| Self {
                ascii: written.to_ascii_lowercase(),
                looks: String::new(),
                ending: 0,
                odd: false,
                foreign: false,
                mixed: false,
                number: true,
            })
            .ok_or(NoHost::Unclear)
    }

    /// Adds a label and its dot.
    fn take(&mut self, label: &mut String) -> Result<(), NoHost> {
        if label.is_empty() {
            return Err(NoHost::Nothing);
        }
        let coded = label.strip_prefix("xn--");
        let decoded = coded.and_then(punycode::decode);
        let shown = decoded.as_deref().unwrap_or(label);
        self.foreign |= coded.is_some() || !shown.is_ascii();
        self.mixed |= letters::mixed(shown.chars());
        self.looks.extend(
            shown
                .chars()
                .filter(|typed| !letters::is_mark(*typed))
                .map(|typed| {
                    letters::plain(typed)
                        .filter(|byte| *byte != b'.')
                        .map_or('?', char::from)
                }),
        );
        let before = self.ascii.len();
        if label.is_ascii() {
            self.ascii.push_str(label);
        } else {
            let coded = punycode::encode(label).ok_or(NoHost::Nothing)?;
            self.ascii.push_str("xn--");
            self.ascii.push_str(&coded);
        }
        if self.ascii.len() - before > LONGEST_LABEL {
            return Err(NoHost::Nothing);
        }
        let forbidden = |byte: u8| byte <= b' ' || b"\"#%/:<>?@[\\]^`{|}\x7f".contains(&byte);
        if self.ascii.bytes().skip(before).any(forbidden) {
            return Err(NoHost::Unclear);
        }
        self.ascii.push('.');
        self.looks.push('.');
        label.clear();
        Ok(())
    }

    /// Whether it is written like a name: two labels, and an ending of letters.
    fn is_name(&self, bare: bool) -> bool {
        let last = self.labels().last().unwrap_or_default();
        let letters = last.len() > 1
            && (last.starts_with("xn--") || last.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let written = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let like_a_name = letters && self.ascii.bytes().all(written);
        self.ascii.contains('.') && (!bare || like_a_name || hosts::LIKE_GOV.contains(&last))
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        self.ascii.split('.')
    }

    /// Whether it is this domain or one below it.
    pub(super) fn belongs_to(&self, domain: &str) -> bool {
        belongs(&self.ascii, domain)
    }

    /// The last label.
    pub(super) fn top(&self) -> &str {
        self.ascii.rsplit('.').next().unwrap_or_default()
    }

    /// The labels before the ending, as they are and as they look; the last is the one that was sold.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        let count = self
            .ascii
            .get(..self.ending)
            .unwrap_or_default()
            .split('.')
            .count()
            - 1;
        self.labels().zip(self.looks.split('.')).take(count)
    }

    /// Where the name that somebody registered begins: `example.co.uk` of `www.example.co.uk`.
    pub(super) fn registered(&self) -> usize {
        let before = self
            .ascii
            .get(..self.ending.saturating_sub(1))
            .unwrap_or_default();
        before.rfind('.').map_or(0, |dot| dot + 1)
    }
}

/// Whether a host is this domain or one below it.
pub(super) fn belongs(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

fn is_number(label: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let hex = label.strip_prefix("0x");
    digits(label) || hex.is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Where the ending begins under which names are sold (data/hosts.toml, `suffixes`).
fn ending(host: &str) -> usize {
    let private = hosts::PRIVATE
        .iter()
        .find(|private| belongs(host, private) && host.len() > private.len());
    if let Some(private) = private {
        return host.len() - private.len();
    }
    let Some((before, top)) = host.rsplit_once('.') else {
        return 0;
    };
    let second = before.rsplit('.').next().unwrap_or_default();
    let is_second = if top == "us" {
        second.len() == 2 || second == "fed"
    } else {
        top.len() == 2 && hosts::SECOND.contains(&second)
    };
    let ending = if is_second {
        top.len() + second.len() + 1
    } else {
        top.len()
    };
    host.len() - ending
}

/// The host with `%` and two digits read as browsers read them, and whether there were any.
fn percent_decoded(written: &str) -> Result<(String, bool), NoHost> {
    if !written.contains('%') {
        return Ok((written.to_owned(), false));
    }
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let high = digit().ok_or(NoHost::Unclear)?;
            let low = digit().ok_or(NoHost::Unclear)?;
            bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes)
        .map(|text| (text, true))
        .map_err(|_| NoHost::Unclear)
}
