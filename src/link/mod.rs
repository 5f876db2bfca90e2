//! Is this really the agency's site? A link, a bare host or a mail address, judged by its host.
//!
//! ```
//! use prefile::{check_link, link::Verdict};
//! assert_eq!(check_link("https://my.uscis.gov/account").verdict, Verdict::Official);
//! assert_eq!(check_link("https://www.uscis.gov@example.com/").verdict, Verdict::Lookalike);
//! assert_eq!(check_link("uscis.gov.example.com").host.as_deref(), Some("uscis.gov.example.com"));
//! ```
//!
//! The rule: the host is the agency's own domain or one below it; what stands before an `@` or in
//! the path says nothing. `address` takes a link apart, `host` reads the host, `likeness` compares
//! it with the names in `data/hosts.toml`, `find` finds the links of a message. It says what a host
//! is not; what its owner wants, nobody can see from a name.

mod address;
mod find;
mod host;
mod hosts;
mod judge;
mod likeness;
mod punycode;

pub use find::{LONGEST_MESSAGE, MOST_LINKS, check_links};

use crate::{
    Code,
    finding::{Check, Finding, Param},
    text::Span,
};
use address::{Address, NoHost};
use host::Host;

/// What is known of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LinkCheck {
    /// Whose host it is.
    pub verdict: Verdict,
    /// The host as the network knows it, in ASCII; `None` when there is none to be read.
    pub host: Option<String>,
    /// Where the link stands in the text that was given, in bytes.
    pub span: Span,
    /// The gravest first.
    pub findings: Vec<Finding>,
}

/// Whose host it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// USCIS's own.
    Official,
    /// Another office's of the US government, or of a state's or a city's.
    Government,
    /// A company's that makes appointments for the State Department.
    Contractor,
    /// Somebody else's that looks like one of those.
    Lookalike,
    /// Somebody else's.
    Unofficial,
    /// No host can be read, or not with certainty.
    Unreadable,
}

impl Verdict {
    /// The name in the public API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Government => "government",
            Self::Contractor => "contractor",
            Self::Lookalike => "lookalike",
            Self::Unofficial => "unofficial",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Longest link, in bytes, that is read.
pub const LONGEST_LINK: usize = 64 * 1024;

/// Whose site a link leads to: a URL, a bare host, a mail address.
#[must_use]
pub fn check_link(url: &str) -> LinkCheck {
    read(url).0
}

/// The same with the link as it was read.
fn read(url: &str) -> (LinkCheck, Option<Address>) {
    let whole = Span {
        start: 0,
        end: url.len(),
    };
    if url.len() > LONGEST_LINK {
        let found = Param::Number(u32::try_from(url.len()).unwrap_or(u32::MAX));
        return (
            unreadable(whole, Finding::new(Code::TextTooLong).with([found])),
            None,
        );
    }
    let no_host = |reason| {
        let code = match reason {
            NoHost::Nothing => Code::LinkUnreadable,
            NoHost::NotASite => Code::LinkNotASite,
            NoHost::Unclear => Code::LinkUnclearHost,
        };
        unreadable(whole, Finding::new(code).at(whole))
    };
    let address = match Address::read(url) {
        Ok(address) => address,
        Err(reason) => return (no_host(reason), None),
    };
    let bare = address.is_bare();
    match Host::read(address.part(address.host.start, address.host.end), bare) {
        Ok(host) => (judge::judge(&address, host), Some(address)),
        Err(_) if bare => (no_host(NoHost::Nothing), None),
        Err(reason) => (no_host(reason), None),
    }
}

fn unreadable(span: Span, finding: Finding) -> LinkCheck {
    LinkCheck {
        verdict: Verdict::Unreadable,
        host: None,
        span,
        findings: vec![finding],
    }
}

/// A text as a value of the kind `link`.
pub(crate) fn check(typed: &str, check: &mut Check) {
    if typed.bytes().all(|byte| byte.is_ascii_whitespace()) {
        check.mention(Code::LinkEmpty);
        return;
    }
    let (link, address) = read(typed);
    check.fixed_text("verdict", link.verdict.id());
    if let Some(host) = &link.host {
        check.text("host", host.as_str());
    }
    check.findings = link.findings;
    let Some(address) = address else { return };
    if address.hidden {
        let (_, from) = address::sorted(address.whole.of(typed));
        check.change("invisible", &from, "");
    }
    if check.ok() {
        check.accept(address.text.clone(), address.text);
    }
}
