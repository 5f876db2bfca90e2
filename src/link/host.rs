//! A host: as the network knows it, and as the eye reads it.

use super::{address::NoHost, hosts, punycode};
use crate::{
    text::piece::{last, part, pieces},
    text::{has, letters},
};

/// A host that was read.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one finding about how a host is written"
)]
#[derive(Default)]
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
/// Longest part of one.
pub(super) const LONGEST_LABEL: usize = 63;

impl Host {
    /// Reads a host; `bare` when nothing but its own form says that it is one.
    pub(super) fn read(written: &str, bare: bool) -> Result<Self, NoHost> {
        let mut host = Self::default();
        host.fill(written, bare).map(|()| host)
    }

    fn fill(&mut self, written: &str, bare: bool) -> Result<(), NoHost> {
        if written.starts_with('[') {
            self.number = true;
            self.ascii = written.to_ascii_lowercase();
            let address =
                |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.' | b'[' | b']');
            let right =
                written.ends_with(']') && written.bytes().all(address) && written.len() <= LONGEST;
            return if right { Ok(()) } else { Err(NoHost::Unclear) };
        }
        let decoded = percent_decoded(written).ok_or(NoHost::Unclear)?;
        self.odd = decoded.len() < written.len();
        self.labels(&decoded)?;
        self.ascii.pop();
        self.looks.pop();
        self.number = is_number(self.top());
        let right = if self.number {
            !bare || pieces(&self.ascii, b".").count() == 4
        } else {
            self.top().len() < self.ascii.len() && self.is_name(bare)
        };
        if self.ascii.len() > LONGEST || !right {
            return Err(NoHost::Nothing);
        }
        if !self.number {
            self.ending = ending(&self.ascii);
        }
        Ok(())
    }

    /// Adds the labels of a host, each with a dot behind it.
    fn labels(&mut self, decoded: &str) -> Result<(), NoHost> {
        let mut label = Vec::with_capacity(LONGEST_LABEL);
        for typed in decoded.strip_suffix('.').unwrap_or(decoded).chars() {
            let read = match typed {
                '。' | '｡' => '.',
                '\u{ff01}'..='\u{ff5e}' => char::from_u32(typed as u32 - 0xfee0).unwrap_or(typed),
                _ => typed,
            };
            self.odd |= read != typed;
            if read == '.' {
                self.take(&label)?;
                label.clear();
            } else {
                label.push(letters::lower(read));
            }
            if label.len() > LONGEST_LABEL {
                return Err(NoHost::Nothing);
            }
        }
        self.take(&label)
    }

    /// Adds a label and its dot.
    #[inline(never)]
    fn take(&mut self, label: &[char]) -> Result<(), NoHost> {
        self.look(label);
        let before = self.ascii.len();
        if label.iter().any(|typed| !typed.is_ascii()) {
            self.ascii.push_str("xn--");
            punycode::encode(label, &mut self.ascii).ok_or(NoHost::Nothing)?;
        } else {
            punycode::copy(label, &mut self.ascii);
        }
        let written = self.ascii.as_bytes().get(before..).unwrap_or_default();
        if written.is_empty() || written.len() > LONGEST_LABEL {
            return Err(NoHost::Nothing);
        }
        if written
            .iter()
            .any(|byte| *byte <= b' ' || has(b"\"#%&,/:;<>?@[\\]^`{|}\x7f", *byte))
        {
            return Err(NoHost::Unclear);
        }
        self.ascii.push('.');
        self.looks.push('.');
        Ok(())
    }

    /// Adds a label as it looks.
    fn look(&mut self, label: &[char]) {
        let coded: &[char] = &['x', 'n', '-', '-'];
        let coded = label.strip_prefix(coded);
        let decoded = coded.and_then(punycode::decode);
        let mut alphabets = letters::Alphabets::default();
        self.foreign |= coded.is_some();
        for typed in decoded.as_deref().unwrap_or(label) {
            alphabets.add(*typed);
            self.foreign |= !typed.is_ascii();
            if !letters::is_mark(*typed) {
                let looks = letters::plain(*typed).filter(|byte| *byte != b'.');
                self.looks.push(looks.map_or('?', char::from));
            }
        }
        self.mixed |= alphabets.mixed;
    }

    /// Whether it is written like a name: of usual characters, with an ending of letters.
    fn is_name(&self, bare: bool) -> bool {
        let top = self.top();
        let letters = top.len() > 1
            && (top.starts_with("xn--") || top.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        !bare || letters && self.ascii.bytes().all(usual) || hosts::has(hosts::LIKE_GOV, top)
    }

    /// Whether it is one of these domains or below one.
    pub(super) fn is_of(&self, domains: &str) -> bool {
        domain_of(&self.ascii, domains).is_some()
    }

    /// The last label.
    pub(super) fn top(&self) -> &str {
        last_label(&self.ascii)
    }

    /// How many labels stand before the ending; the last of them is the one that was sold.
    pub(super) fn names(&self) -> usize {
        pieces(part(&self.ascii, 0, self.ending), b".").count() - 1
    }

    /// Where the name that somebody registered begins: `example.co.uk` of `www.example.co.uk`.
    pub(super) fn registered(&self) -> usize {
        let before = part(&self.ascii, 0, self.ending.saturating_sub(1));
        before.len() - last_label(before).len()
    }
}

/// The domain of a list that a host is or is below.
fn domain_of<'l>(host: &str, domains: &'l str) -> Option<&'l str> {
    pieces(domains, b" ").find(|domain| {
        host.strip_suffix(domain)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

fn last_label(host: &str) -> &str {
    let dot = last(host.as_bytes(), 0, host.len(), b".");
    part(host, dot.map_or(0, |dot| dot + 1), host.len())
}

fn is_number(label: &str) -> bool {
    let (digits, hex) = match label.strip_prefix("0x") {
        Some(digits) => (digits, true),
        None => (label, label.is_empty()),
    };
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || hex && byte.is_ascii_hexdigit())
        && !label.is_empty()
}

/// Where the ending begins under which names are sold (data/hosts.toml, `suffixes`).
fn ending(host: &str) -> usize {
    if let Some(private) = domain_of(host, hosts::PRIVATE).filter(|private| *private != host) {
        return host.len() - private.len();
    }
    let label = last_label(host);
    let top = label.len();
    let before = part(host, 0, host.len() - top - 1);
    let second = last_label(before);
    let is_second = if label == "us" {
        second.len() == 2 || second == "fed"
    } else {
        top == 2 && hosts::has(hosts::SECOND, second)
    };
    host.len()
        - if is_second {
            top + second.len() + 1
        } else {
            top
        }
}

/// The host with `%` and two digits read as browsers read them.
fn percent_decoded(written: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.bytes();
    while let Some(byte) = rest.next() {
        let mut read = byte;
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            read = u8::try_from(digit()? * 16 + digit()?).ok()?;
        }
        bytes.push(read);
    }
    String::from_utf8(bytes).ok()
}
