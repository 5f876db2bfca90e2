//! The verdict on a link whose host was read.

use super::{
    LinkCheck, Verdict,
    address::{Address, Scheme, first},
    host::Host,
    hosts,
    likeness::{self, Likeness},
};
use crate::{
    Code,
    finding::{Finding, Fix, Param, Safety},
    order,
    text::Span,
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
    let at_scheme = address.span(0, 4);
    let others = [
        (
            is(Verdict::Unofficial) && !host.number,
            Code::LinkNotOfficial,
            sold,
        ),
        (host.number, Code::LinkNumberHost, at_host),
        (address.hidden, Code::LinkHiddenSigns, at_host),
        (host.odd, Code::LinkOddWriting, at_host),
        (host.mixed, Code::LinkMixedAlphabets, at_host),
        (
            host.foreign && !host.mixed,
            Code::LinkOtherAlphabet,
            at_host,
        ),
        (
            address.user.is_some() && !address.mail && !before_at,
            Code::LinkUserName,
            at_host,
        ),
        (
            address.port.is_some_and(|port| port != usual_port),
            Code::LinkPort,
            at_host,
        ),
        (http, Code::LinkNotHttps, at_scheme),
        (is(Verdict::Government), Code::LinkGovernment, sold),
        (is(Verdict::Contractor), Code::LinkContractor, sold),
        (address.mail && known, Code::LinkSenderNoProof, at_host),
    ];
    for (is, code, place) in others {
        if is {
            tell(&mut findings, code, place, Param::None);
        }
    }
    if http && known {
        let mut text = String::from("https");
        text.push_str(address.part(4, address.text.len()));
        for finding in &mut findings {
            if finding.code == Code::LinkNotHttps {
                finding.fix = Some(Fix {
                    text: core::mem::take(&mut text),
                    safety: Safety::Safe,
                });
            }
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
    if likeness.is_none()
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

/// The agency's host that a path quotes; what follows `?` or `#` may quote anything.
fn name_in_path(address: &Address) -> Option<&'static str> {
    let bytes = address.text.as_bytes();
    let end = first(bytes, address.rest, b"?#");
    let path = address.part(address.rest, end);
    // Names of hosts, each of which may be followed by more: "/my.uscis.gov.html".
    for name in path.split(['/', ':', '@', '=', '&', ',']) {
        let mut before = "";
        for label in name.split('.') {
            if label.eq_ignore_ascii_case("gov")
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
    if address.part(start, end).eq_ignore_ascii_case(&host.ascii) {
        return address.span(start + host.registered(), end);
    }
    address.span(start, address.host.end)
}
