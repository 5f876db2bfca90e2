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
    finding::{Finding, Fix, Param, Safety},
    order,
    text::Span,
    text::piece::{first, joined, pieces, same},
};

pub(super) fn judge(address: &Address, host: Host) -> LinkCheck {
    let at_host = address.span(address.host.start, address.host.end);
    let (verdict, likeness) = verdict(address, &host);
    let mut findings = Vec::new();
    let mut before_at = false;
    if let Some(Likeness { code, means }) = likeness {
        before_at = code == Code::LinkNameBeforeAt;
        let place = match (code, &address.user) {
            (Code::LinkNameBeforeAt, Some(user)) => address.span(user.start, user.end),
            (Code::LinkNameInPath, _) => address.span(address.rest, address.text.len()),
            _ => at_host,
        };
        tell(&mut findings, code, place, Param::Text(means));
    }
    let known = matches!(verdict, Verdict::Official | Verdict::Government);
    let http = address.scheme == Scheme::Http;
    let usual_port = if http { 80 } else { 443 };
    let is = |one: Verdict| verdict == one;
    let sold = registered(address, &host);
    let others = [
        (
            is(Verdict::Unofficial) && !host.number,
            Code::LinkNotOfficial,
        ),
        (host.number, Code::LinkNumberHost),
        (address.hidden, Code::LinkHiddenSigns),
        (host.odd, Code::LinkOddWriting),
        (host.mixed, Code::LinkMixedAlphabets),
        (host.foreign && !host.mixed, Code::LinkOtherAlphabet),
        (
            address.user.is_some() && !address.mail && !before_at,
            Code::LinkUserName,
        ),
        (
            address.port.is_some_and(|port| port != usual_port),
            Code::LinkPort,
        ),
        (http, Code::LinkNotHttps),
        (is(Verdict::Government), Code::LinkGovernment),
        (is(Verdict::Contractor), Code::LinkContractor),
        (address.mail && known, Code::LinkSenderNoProof),
    ];
    for (is, code) in others {
        if !is {
            continue;
        }
        let place = match code {
            Code::LinkNotOfficial | Code::LinkGovernment | Code::LinkContractor => sold,
            Code::LinkNotHttps => address.span(0, 4),
            _ => at_host,
        };
        tell(&mut findings, code, place, Param::None);
        if known
            && code == Code::LinkNotHttps
            && let Some(finding) = findings.last_mut()
        {
            finding.fix = Some(Fix {
                text: joined(&["https", address.part(4, address.text.len())]),
                safety: Safety::Safe,
            });
        }
    }
    order::by(&mut findings, |one, next| one.severity() <= next.severity());
    LinkCheck {
        verdict,
        host: Some(host.ascii),
        span: address.whole,
        findings,
    }
}

/// Adds a finding; apart, because each place that did it itself would cost a hundred bytes.
#[inline(never)]
fn tell(findings: &mut Vec<Finding>, code: Code, span: Span, param: Param) {
    let mut finding = Finding::new(code).at(span);
    finding.params[0] = param;
    findings.push(finding);
}

fn verdict(address: &Address, host: &Host) -> (Verdict, Option<Likeness>) {
    let carried = host.is_of(hosts::CARRIERS);
    let mut likeness = None;
    if host.is_of(hosts::OFFICIAL) {
        return (Verdict::Official, None);
    } else if host.is_of(hosts::GOVERNMENT) {
        likeness = likeness::of_government(host);
        if likeness.is_none() {
            return (Verdict::Government, None);
        }
    } else if host.is_of(hosts::CONTRACTORS) {
        return (Verdict::Contractor, None);
    } else if !host.number && !carried {
        likeness = likeness::of_stranger(host);
    }
    let mailed = address.mail && host.is_of(hosts::MAILERS);
    if likeness.is_none()
        && !mailed
        && let Some(user) = &address.user
    {
        likeness = likeness::in_text(address.part(user.start, user.end)).map(|means| Likeness {
            code: Code::LinkNameBeforeAt,
            means,
        });
    }
    if likeness.is_none() && !carried {
        likeness = name_in_path(address).map(|means| Likeness {
            code: Code::LinkNameInPath,
            means,
        });
    }
    let verdict = if likeness.is_some() {
        Verdict::Lookalike
    } else {
        Verdict::Unofficial
    };
    (verdict, likeness)
}

/// The agency's host that a path quotes; what follows `?` or `#` may quote anything, and who forwards writes
/// `https:%2F%2Fwww.uscis.gov` (`GovDelivery`, which sends USCIS's newsletter; what guards or counts mail).
fn name_in_path(address: &Address) -> Option<&'static str> {
    let bytes = address.text.as_bytes();
    let end = first(bytes, address.rest, b"?#%");
    let path = address.part(address.rest, end);
    // Names of hosts, each of which may be followed by more: "/my.uscis.gov.html".
    for name in pieces(path, b"/:@=&,") {
        let mut before = "";
        for label in pieces(name, b".") {
            if same(label, "gov")
                && let Some(means) = likeness::agency(before)
            {
                return Some(means);
            }
            before = label;
        }
    }
    None
}

/// Where the part of the host stands that somebody registered.
fn registered(address: &Address, host: &Host) -> Span {
    let start = address.host.start;
    let end = start + host.ascii.len();
    if same(address.part(start, end), &host.ascii) {
        return address.span(start + host.registered(), end);
    }
    address.span(start, address.host.end)
}
