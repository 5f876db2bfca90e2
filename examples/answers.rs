//! The native side of a comparison: answers what `tests/answers/asked.mjs` asks the package, in the
//! same JSON, from the crate alone. `tests/npm/answers.test.mjs` holds the package against it.
//!
//! Each line of standard input is a place in the list of texts, a blank, and the text as hexadecimal
//! digits. The answer is the fingerprint of its JSON; with `whole` as argument the JSON itself. Two
//! lines stand before them: what the words of each language come to.

use prefile::{
    Check, Code, Context, Day, Finding, Kind, LinkCheck, PasswordCheck, Severity, check,
    check_link, check_links, check_password, check_recovery_answers, classify_field,
    field::{Field, LONGEST_READ},
    finding::{Detail, Param, Safety, Source},
    identify, is_valid,
    link::LONGEST_LINK,
    message::{Catalogue, explain, message},
    scan,
    text::{LONGEST_VALUE, Span},
};
use std::{
    fmt::Write as _,
    io::{self, BufRead, BufWriter, Write as _},
};

/// Where the package cuts a password, and a word about the person.
const LONGEST_PASSWORD: usize = 4096;
const LONGEST_PERSONAL: usize = 256;

fn main() -> io::Result<()> {
    let texts = [Catalogue::spanish(), Catalogue::english()];
    let whole = std::env::args().nth(1).is_some();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut tell = |json: String| {
        if whole {
            writeln!(out, "{json}")
        } else {
            writeln!(out, "{:08x}", fingerprint(&json))
        }
    };
    for catalogue in &texts {
        tell(words(catalogue))?;
    }
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (place, digits) = line.split_once(' ').unwrap_or_default();
        let place: usize = place.parse().unwrap_or(0);
        let text = String::from_utf8_lossy(&bytes(digits)).into_owned();
        let today = (!place.is_multiple_of(2))
            .then(|| Day::new(2026, 11, 22))
            .flatten();
        let asked = Asked {
            texts: &texts[usize::from(!place.is_multiple_of(3))],
            context: Context { today },
        };
        tell(asked.about(&text))?;
    }
    out.flush()
}

/// What hexadecimal digits stand for.
fn bytes(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok();
    pairs.map(|pair| byte(pair).unwrap_or(0)).collect()
}

/// FNV-1a over the units of UTF-16, as JavaScript has them.
fn fingerprint(text: &str) -> u32 {
    let step = |hash: u32, unit: u16| (hash ^ u32::from(unit)).wrapping_mul(16_777_619);
    text.encode_utf16().fold(2_166_136_261, step)
}

/// The words of a language: every code, every kind.
fn words(texts: &Catalogue) -> String {
    let codes = Code::all().map(|code| {
        let said = explain(code, texts);
        object(&[
            ("code", quoted(code.id())),
            ("severity", quoted(said.severity.id())),
            ("what", quoted(&said.what)),
            ("why", quoted(&said.why)),
            ("example", quoted(code.example())),
            ("source", source(code.source())),
        ])
    });
    let kinds = Kind::all().map(|kind| {
        object(&[
            ("kind", quoted(kind.id())),
            ("title", quoted(texts.title(kind))),
            ("where", quoted(texts.place(kind))),
            ("example", quoted(kind.example())),
        ])
    });
    list([list(codes), list(kinds)])
}

/// How it is asked.
struct Asked<'c> {
    texts: &'c Catalogue,
    context: Context,
}

impl Asked<'_> {
    /// All that is asked about a text, in the order of `asked.mjs`.
    fn about(&self, text: &str) -> String {
        let units = text.encode_utf16().count();
        let readable = units <= LONGEST_VALUE;
        let mut all: Vec<String> = Kind::all()
            .map(|kind| {
                let check = if readable {
                    check(kind, text, self.context)
                } else {
                    let length = Param::Number(u32::try_from(units).unwrap_or(u32::MAX));
                    Check::refused(kind, Finding::new(Code::TextTooLong).with([length]))
                };
                self.check(&check, text)
            })
            .collect();
        let valid = Kind::all().map(|kind| (readable && is_valid(kind, text)).to_string());
        all.push(list(valid));
        let found = if readable {
            identify(text, self.context)
        } else {
            Vec::new()
        };
        all.push(list(found.iter().map(|one| {
            object(&[
                ("kind", quoted(one.kind.id())),
                ("confidence", percent(one.confidence)),
                ("check", self.check(&one.check, text)),
            ])
        })));
        all.push(list(scan(text, self.context).iter().map(|one| {
            object(&[
                ("kind", quoted(one.kind.id())),
                ("value", quoted(&one.value)),
                ("span", span(one.span, text)),
                ("check", self.check(&one.check, one.span.of(text))),
            ])
        })));
        let link = if units > LONGEST_LINK { "" } else { text };
        all.push(self.link(&check_link(link), link));
        all.push(list(
            check_links(text).iter().map(|one| self.link(one, text)),
        ));
        let password = beginning(text, LONGEST_PASSWORD);
        all.push(self.password(&check_password(&password, None, &[]), &password));
        let personal = beginning(text, LONGEST_PERSONAL);
        let email = (!personal.is_empty()).then_some(personal.as_str());
        let mut known: Vec<&str> = personal.split('\0').chain(["Ibarra"]).collect();
        known.retain(|word| !word.is_empty());
        all.push(self.password(&check_password(&password, email, &known), &password));
        let answer = personal.replace('\0', " ");
        let pairs = [(answer.as_str(), "Ibarra"), ("Town?", answer.as_str())];
        let told = check_recovery_answers(&pairs, &["Ibarra"]);
        all.push(list((0..pairs.len()).map(|place| {
            let about = told.iter().filter(|(answer, _)| *answer == place);
            list(about.map(|(_, finding)| self.finding(finding, Kind::RecoveryAnswer, "")))
        })));
        let said = said(text);
        for field in [
            Field {
                label: &said,
                ..Field::default()
            },
            Field {
                name: &said,
                section: &said,
                max_length: Some(9),
                ..Field::default()
            },
        ] {
            all.push(classified(&field));
        }
        list(all)
    }

    fn check(&self, check: &Check, text: &str) -> String {
        let changes = check.changes.iter().map(|change| {
            object(&[
                ("what", quoted(change.what)),
                ("from", quoted(&change.from)),
                ("to", quoted(&change.to)),
            ])
        });
        let details = check.details.iter().map(|(name, detail)| {
            let said = match detail {
                Detail::Text(text) => text.as_ref(),
                Detail::Word(word) => self.texts.word(*word),
            };
            (*name, quoted(said))
        });
        object(&[
            ("kind", quoted(check.kind.id())),
            ("ok", check.ok().to_string()),
            ("value", option(check.value.as_deref().map(quoted))),
            ("display", option(check.display.as_deref().map(quoted))),
            ("changes", list(changes)),
            ("findings", self.findings(&check.findings, check.kind, text)),
            ("details", object(&details.collect::<Vec<_>>())),
        ])
    }

    fn findings(&self, findings: &[Finding], kind: Kind, text: &str) -> String {
        list(findings.iter().map(|one| self.finding(one, kind, text)))
    }

    fn finding(&self, finding: &Finding, kind: Kind, text: &str) -> String {
        let fix = finding.fix.as_ref().map(|fix| {
            let safety = if fix.safety == Safety::Safe {
                "safe"
            } else {
                "ask"
            };
            object(&[("text", quoted(&fix.text)), ("safety", quoted(safety))])
        });
        let severity: Severity = finding.severity();
        object(&[
            ("code", quoted(finding.code.id())),
            ("severity", quoted(severity.id())),
            ("message", quoted(&message(finding, kind, self.texts))),
            ("field", option(None)),
            ("span", option(finding.span.map(|place| span(place, text)))),
            ("fix", option(fix)),
            (
                "looksLike",
                option(finding.looks_like.map(|kind| quoted(kind.id()))),
            ),
            ("source", source(finding.code.source())),
        ])
    }

    fn link(&self, link: &LinkCheck, text: &str) -> String {
        object(&[
            ("verdict", quoted(link.verdict.id())),
            ("host", option(link.host.as_deref().map(quoted))),
            ("span", span(link.span, text)),
            ("findings", self.findings(&link.findings, Kind::Link, text)),
        ])
    }

    fn password(&self, check: &PasswordCheck, text: &str) -> String {
        let rules = check.rules.iter().map(|(rule, met)| {
            object(&[
                ("rule", quoted(rule.id())),
                ("met", met.to_string()),
                (
                    "message",
                    quoted(&message(&rule.finding(), Kind::Password, self.texts)),
                ),
            ])
        });
        object(&[
            ("ok", check.ok.to_string()),
            ("rules", list(rules)),
            (
                "findings",
                self.findings(&check.findings, Kind::Password, text),
            ),
        ])
    }
}

fn classified(field: &Field) -> String {
    option(classify_field(field).map(|one| {
        object(&[
            ("kind", quoted(one.kind.id())),
            ("confidence", percent(one.confidence)),
            ("why", quoted(&one.why.of(field))),
            ("whose", option(one.whose.map(|whose| quoted(whose.id())))),
            (
                "purpose",
                option(one.purpose.map(|purpose| quoted(purpose.id()))),
            ),
        ])
    }))
}

/// What the package reads of a text about a box: its beginning and its end.
fn said(text: &str) -> String {
    let [beginning, end] = LONGEST_READ;
    let count = text.encode_utf16().count();
    let read = if count > beginning + end {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16_lossy(&[&units[..beginning], &units[count - end..]].concat())
    } else {
        text.to_owned()
    };
    read.replace('\0', " ")
}

/// The beginning of a text in units, as `slice` gives it.
fn beginning(text: &str, end: usize) -> String {
    let units: Vec<u16> = text.encode_utf16().take(end).collect();
    String::from_utf16_lossy(&units)
}

fn span(span: Span, text: &str) -> String {
    let units = |byte: usize| text[..byte].encode_utf16().count().to_string();
    object(&[("start", units(span.start)), ("end", units(span.end))])
}

fn source(source: &Source) -> String {
    object(&[
        ("title", quoted(source.title)),
        ("url", quoted(source.url())),
        ("read", quoted(source.read)),
    ])
}

fn percent(percent: u8) -> String {
    (f64::from(percent) / 100.0).to_string()
}

fn option(some: Option<String>) -> String {
    some.unwrap_or_else(|| "null".to_owned())
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    format!("[{}]", items.join(","))
}

fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}:{value}", quoted(name)))
        .collect();
    format!("{{{}}}", fields.join(","))
}

/// A text as `JSON.stringify` writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}
