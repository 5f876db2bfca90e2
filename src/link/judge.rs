//! The verdict on a link whose host was read.

use super::{
    LinkCheck, Verdict,
    address::{Address, Scheme},
    host::Host,
    hosts,
    likeness::{self, Likeness},
};
use crate::{
    Code,
    finding::{Finding, Param},
    order,
    text::Span,
};

pub(super) fn judge(address: &Address, host: Host) -> LinkCheck {
    let at_host = address.span(&address.host);
    let (verdict, likeness) = verdict(address, &host);
    let mut findings = Vec::new();
    if let Some(Likeness { code, means }) = likeness {
        let place = match code {
            Code::LinkNameBeforeAt => address
                .user
                .as_ref()
                .map_or(at_host, |user| address.span(user)),
            Code::LinkNameInPath => address.span(&address.rest),
            _ => at_host,
        };
        findings.push(Finding::new(code).at(place).with([Param::Text(means)]));
    } else {
        let code = match verdict {
            Verdict::Government => Some(Code::LinkGovernment),
            Verdict::Contractor => Some(Code::LinkContractor),
            Verdict::Unofficial if !host.number => Some(Code::LinkNotOfficial),
            _ => None,
        };
        findings.extend(code.map(|code| Finding::new(code).at(registered(address, &host))));
    }
    let user_says_nothing = address.user.is_some()
        && !address.mail
        && findings
            .iter()
            .all(|finding| finding.code != Code::LinkNameBeforeAt);
    let known = matches!(verdict, Verdict::Official | Verdict::Government);
    let usual_port = if address.scheme == Scheme::Http {
        80
    } else {
        443
    };
    let others = [
        (host.number, Code::LinkNumberHost),
        (address.hidden, Code::LinkHiddenSigns),
        (host.odd, Code::LinkOddWriting),
        (host.mixed, Code::LinkMixedAlphabets),
        (host.foreign && !host.mixed, Code::LinkOtherAlphabet),
        (user_says_nothing, Code::LinkUserName),
        (
            address.port.is_some_and(|port| port != usual_port),
            Code::LinkPort,
        ),
        (address.mail && known, Code::LinkSenderNoProof),
    ];
    for (_, code) in others.into_iter().filter(|(is, _)| *is) {
        findings.push(Finding::new(code).at(at_host));
    }
    if address.scheme == Scheme::Http {
        let finding = Finding::new(Code::LinkNotHttps).at(address.span(&(0..4)));
        let behind = address.text.get(4..).unwrap_or_default();
        findings.push(if known {
            finding.safe_fix(["https", behind].concat())
        } else {
            finding
        });
    }
    order::by(&mut findings, |one, next| one.severity() <= next.severity());
    LinkCheck {
        verdict,
        host: Some(host.ascii),
        span: address.whole,
        findings,
    }
}

fn verdict(address: &Address, host: &Host) -> (Verdict, Option<Likeness>) {
    let is_of = |domains: &[&str]| domains.iter().any(|domain| host.belongs_to(domain));
    let carried = is_of(&hosts::CARRIERS);
    let likeness = if is_of(&hosts::OFFICIAL) {
        return (Verdict::Official, None);
    } else if is_of(&hosts::GOVERNMENT) {
        match likeness::of_government(host) {
            None => return (Verdict::Government, None),
            found => found,
        }
    } else if is_of(&hosts::CONTRACTORS) {
        return (Verdict::Contractor, None);
    } else if host.number || carried {
        None
    } else {
        likeness::of_stranger(host).or_else(|| scheme_in_name(host))
    };
    let likeness = likeness
        .or_else(|| {
            let means = likeness::in_text(address.part(address.user.as_ref()?))?;
            Some(Likeness {
                code: Code::LinkNameBeforeAt,
                means,
            })
        })
        .or_else(|| {
            let means = name_in_path(address.part(&address.rest)).filter(|_| !carried)?;
            Some(Likeness {
                code: Code::LinkNameInPath,
                means,
            })
        });
    match likeness {
        Some(likeness) => (Verdict::Lookalike, Some(likeness)),
        None => (Verdict::Unofficial, None),
    }
}

/// A host that begins with `https`, as if its beginning were the link's.
fn scheme_in_name(host: &Host) -> Option<Likeness> {
    host.labels()
        .any(|label| label == "https" || label == "http")
        .then_some(Likeness {
            code: Code::LinkHttpsInName,
            means: "https://",
        })
}

/// The agency's host that a path quotes; what follows `?` or `#` may quote anything.
fn name_in_path(rest: &str) -> Option<&'static str> {
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let bytes = path.as_bytes();
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let mut name_from = 0;
    for (at, byte) in bytes.iter().copied().enumerate() {
        if byte == b'.' {
            let behind = bytes.get(at + 1..).unwrap_or_default();
            let gov = behind
                .get(..3)
                .is_some_and(|top| top.eq_ignore_ascii_case(b"gov"));
            if gov && !behind.get(3).is_some_and(|byte| of_name(*byte)) {
                let name = path
                    .get(name_from..at)
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                if let Some(means) = likeness::agency(&name) {
                    return Some(means);
                }
            }
        }
        if !of_name(byte) {
            name_from = at + 1;
        }
    }
    None
}

/// Where the part of the host stands that somebody registered.
fn registered(address: &Address, host: &Host) -> Span {
    let written = address.part(&address.host);
    let from = host.registered();
    if written
        .get(..host.ascii.len())
        .is_some_and(|written| written.eq_ignore_ascii_case(&host.ascii))
    {
        return address.span(&(address.host.start + from..address.host.start + host.ascii.len()));
    }
    address.span(&address.host)
}
