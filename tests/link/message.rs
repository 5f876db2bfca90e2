//! The links of a pasted message.

use super::line;
use prefile::{
    check_links,
    link::{LONGEST_MESSAGE, MOST_LINKS, Verdict},
};

/// Every link with its place and verdict.
#[track_caller]
fn found(text: &str, expected: &[(&str, &str)]) {
    let found: Vec<(String, String)> = check_links(text)
        .iter()
        .map(|check| {
            for finding in &check.findings {
                if let Some(span) = finding.span {
                    assert!(
                        text.get(span.start..span.end).is_some(),
                        "{text:?}: {span:?}"
                    );
                }
            }
            (
                check.span.of(text).to_owned(),
                line(check).split(' ').next().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(link, verdict)| (link.as_str(), verdict.as_str()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn every_link_of_a_message() {
    found(
        "Dear applicant, your case was updated. Sign in at https://my.uscis.gov/account, or at www.uscis-gov.com. \
         Questions? Write to help@uscis.gov; we also read uscis.help@gmail.com.\nPay here: (https://pay.gov/x).",
        &[
            ("https://my.uscis.gov/account", "official"),
            ("www.uscis-gov.com", "lookalike"),
            ("help@uscis.gov", "official"),
            ("uscis.help@gmail.com", "lookalike"),
            ("https://pay.gov/x", "government"),
        ],
    );
}

#[test]
fn where_links_begin_and_end() {
    found(
        "[uscis.gov](https://example.com/a)",
        &[
            ("uscis.gov", "official"),
            ("https://example.com/a", "unofficial"),
        ],
    );
    found(
        "<a href=\"https://example.com\">https://www.uscis.gov</a>",
        &[
            ("https://example.com", "unofficial"),
            ("https://www.uscis.gov", "official"),
        ],
    );
    found(
        "Link:https://www.uscis.gov!",
        &[("https://www.uscis.gov", "official")],
    );
    found("Website:www.uscis.gov", &[("www.uscis.gov", "official")]);
    found("url=uscis.gov&x", &[("uscis.gov", "official")]);
    found(
        "https://en.wikipedia.org/wiki/A_(b)",
        &[("https://en.wikipedia.org/wiki/A_(b)", "unofficial")],
    );
    found(
        "(see https://example.com/a_(b))",
        &[("https://example.com/a_(b)", "unofficial")],
    );
    found(
        "https://web.archive.org/web/https://www.uscis.gov",
        &[(
            "https://web.archive.org/web/https://www.uscis.gov",
            "unofficial",
        )],
    );
    found(
        "https://www.uscis.gov@example.com/",
        &[("https://www.uscis.gov@example.com/", "lookalike")],
    );
    found(
        "https://www.uscis.gov,x@example.com",
        &[("https://www.uscis.gov,x@example.com", "lookalike")],
    );
    found(
        "请访问www.uscis.gov。谢谢",
        &[("www.uscis.gov", "official")],
    );
    found(
        "www.uscis.gov。example.com",
        &[("www.uscis.gov。example.com", "lookalike")],
    );
    found(
        "“uscis.gov”, «pay.gov»",
        &[("uscis.gov", "official"), ("pay.gov", "government")],
    );
    found("javascript:alert(1)", &[("javascript:alert", "unreadable")]);
    found(
        "Write to mailto:me@example.com",
        &[("mailto:me@example.com", "unofficial")],
    );
    found(
        "USCIS <noreply@uscis.gov>",
        &[("noreply@uscis.gov", "official")],
    );
    found("usсis.gov", &[("usсis.gov", "lookalike")]);
    found("uscis.qov", &[("uscis.qov", "lookalike")]);
    found("us\u{200b}cis.gov", &[("us\u{200b}cis.gov", "official")]);
    found(
        "https://[2001:db8::1]/x]",
        &[("https://[2001:db8::1]/x", "unofficial")],
    );
    found("market://details", &[("market://details", "unreadable")]);
    found("a://b.com", &[("a://b.com", "unreadable")]);
    found("Go to https://...", &[("https://", "unreadable")]);
    found(
        "example.is/pay, my.case.is, www.example.zz, me@example.zz",
        &[
            ("example.is/pay", "unofficial"),
            ("my.case.is", "unofficial"),
            ("www.example.zz", "unofficial"),
            ("me@example.zz", "unofficial"),
        ],
    );
    found(
        "a.com,b.com;c.org",
        &[
            ("a.com", "unofficial"),
            ("b.com", "unofficial"),
            ("c.org", "unofficial"),
        ],
    );
}

#[test]
fn short_links_are_written_without_https() {
    found(
        "Pay at bit.ly/uscis-pay or cutt.ly/x, is.gd/a1, evil.com.ar/x, evil.ws, evil.sbs/x",
        &[
            ("bit.ly/uscis-pay", "unofficial"),
            ("cutt.ly/x", "unofficial"),
            ("is.gd/a1", "unofficial"),
            ("evil.com.ar/x", "unofficial"),
            ("evil.ws", "unofficial"),
            ("evil.sbs/x", "unofficial"),
        ],
    );
}

/// A sign or another script right before or behind an address does not make it another one.
#[test]
fn what_is_glued_to_a_host() {
    for (text, link) in [
        ("¿uscis.gov?", "uscis.gov"),
        ("¡uscis.gov!", "uscis.gov"),
        ("👉uscis.gov", "uscis.gov"),
        ("➡\u{fe0f}uscis.gov/forms", "uscis.gov/forms"),
        ("►www.uscis.gov", "www.uscis.gov"),
        ("uscis.gov→", "uscis.gov"),
        ("https://my.uscis.gov✅", "https://my.uscis.gov"),
        ("my.uscis.gov🇺🇸", "my.uscis.gov"),
        ("uscis.gov™", "uscis.gov"),
        ("Visite uscis.gov—la página oficial", "uscis.gov"),
        ("help@uscis.gov—or call", "help@uscis.gov"),
        ("《uscis.gov》", "uscis.gov"),
        ("【https://www.uscis.gov】", "https://www.uscis.gov"),
        ("官网（www.uscis.gov）查询", "www.uscis.gov"),
        ("请登录https://www.uscis.gov查询", "https://www.uscis.gov"),
        ("请访问https://www.uscis.gov。谢谢", "https://www.uscis.gov"),
        ("https://www.uscis.gov에서", "https://www.uscis.gov"),
        ("uscis.gov।", "uscis.gov"),
        ("uscis.gov؟", "uscis.gov"),
        (
            "https://www.uscis.gov&nbsp;and &lt;more&gt;",
            "https://www.uscis.gov",
        ),
        ("https://www.uscis.gov'x", "https://www.uscis.gov"),
    ] {
        found(text, &[(link, "official")]);
    }
    // Signs within a name, and letters that look like others, are tricks.
    for link in [
        "https://www.uscis.gov—.example.com",
        "www.uscis.gov→example.com",
        "https://www.uscis.gov。top",
        "https://uscis.gov✅pay",
        "uscis.goѵ",
        "https://uscis.gоv",
        "e–verify.gov",
    ] {
        found(link, &[(link, "lookalike")]);
    }
    found("https://日本.日本", &[("https://日本.日本", "unofficial")]);
}

/// Programs end a link at such signs, whatever is behind them.
#[test]
fn hosts_side_by_side() {
    found(
        "https://www.uscis.gov,https://example.com;https://pay.gov",
        &[
            ("https://www.uscis.gov", "official"),
            ("https://example.com", "unofficial"),
            ("https://pay.gov", "government"),
        ],
    );
    found(
        "https://example.com;.uscis.gov",
        &[
            ("https://example.com", "unofficial"),
            ("uscis.gov", "official"),
        ],
    );
}

/// Spaces, quotes and the signs of East Asian sentences: no link goes on behind them.
#[test]
fn signs_of_other_scripts_end_a_link() {
    let signs = "\u{85}\u{a0}«»\u{1680}\u{2000}\u{2007}\u{200a}‘’‚‛“”„‟…\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}、《》「」【】！（），：；？";
    for sign in signs.chars() {
        found(
            &format!("a{sign}https://www.uscis.gov/x{sign}b{sign}pay.gov"),
            &[
                ("https://www.uscis.gov/x", "official"),
                ("pay.gov", "government"),
            ],
        );
    }
}

#[test]
fn what_is_no_link() {
    for text in [
        "We got it.We will write.",
        "See form.pdf, Part 2.a. and item 3.b.",
        "e.g. i.e. U.S. a.m. 3.5 12.30.2024 192.0.2.7",
        "Mr.Smith and Sra.López",
        "that.is it.is so.to",
        "://",
        "a:b",
        "12:30",
        "@home",
        "me@",
        "me@192.0.2.7",
        "uscis%2egov",
        "example.zz and example.zz/",
        "p.m./a.m. Ph.D./M.D. $12.50/mo Inc./LLC St.Paul/Minneapolis No.5/B Sr./Sra. EE.UU./México",
        "...",
        "https",
        "A012-345-678 IOE0912345678",
    ] {
        found(text, &[]);
    }
}

/// What is marked in a link is marked in the message.
#[test]
fn places() {
    let text = "Go to https://my.example.com/pay now.";
    let found = check_links(text);
    let span = found[0].findings[0].span.expect("a place");
    assert_eq!(span.of(text), "example.com");
}

#[test]
fn long_links() {
    let link = |length: usize| format!("uscis.gov/{}", "a".repeat(length - 10));
    found(&link(65_536), &[(&link(65_536), "official")]);
    found(&link(65_537), &[]);
    found(&link(100_000), &[]);
}

#[test]
fn a_large_message_is_searched_to_its_end() {
    let text = format!("{} uscis.gov", "a".repeat(1_100_000));
    assert_eq!(check_links(&text).len(), 1);
}

#[test]
fn bounds() {
    assert!(check_links(&"a.com ".repeat(LONGEST_MESSAGE / 6 + 1)).is_empty());
    assert_eq!(
        check_links(&"a.com ".repeat(MOST_LINKS + 5)).len(),
        MOST_LINKS
    );
    let hidden = "a.com ".repeat(2 * MOST_LINKS) + "https://uscis.gov.example.com/pay";
    let found = check_links(&hidden);
    assert_eq!(found.len(), MOST_LINKS + 1);
    assert_eq!(found[MOST_LINKS].verdict, Verdict::Lookalike);
    assert_eq!(
        check_links(&"uscis-gov.com ".repeat(3 * MOST_LINKS)).len(),
        2 * MOST_LINKS
    );
}

/// A message is read once: with each part of it read anew, these would take hours.
#[test]
fn long_messages_are_read_once() {
    for unit in [
        "a.com ",
        "://",
        "a://",
        "a.b.c.d.",
        "https://a.com/",
        "@",
        "x@",
        ".",
        "a@b.com,",
        "((((",
        "<a@",
        "é.",
        "中.",
        "\u{200b}",
        "xn--a.",
        "www.",
        "%2e",
        ":",
        "=",
        "https://((",
        "a",
        " ",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        assert!(check_links(&text).len() <= 2 * MOST_LINKS, "{unit:?}");
    }
}
