//! What is wrong with the answers in the boxes: by the core's checks, by the limits of the box, and
//! by the rules of its scripts. The scripts are filters of one program, not law: what they refuse
//! is no error of the value.

use crate::{
    Code, Fault, Field, Form, Item, Shape, fault::Param as Told, script::Rule, script::Test,
};
use prefile::{
    Context, Day, Finding, Kind, check, classify_field, field::Field as Described, finding::Param,
    text::Span,
};
use std::collections::HashMap;

/// A box with what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// Which of the form's fields.
    pub field: usize,
    /// Where it is printed.
    pub item: Item,
    /// What it wants, if that is known.
    pub kind: Option<Kind>,
    /// What is wrong with its value, in the core's codes.
    pub findings: Vec<Finding>,
    /// What is wrong with the box.
    pub faults: Vec<Fault>,
}

/// Every box that a person can write into or check.
#[must_use]
pub fn examine(form: &Form, context: Context) -> Vec<Examined> {
    let rules = Rules::of(form);
    let mut boxes = Vec::new();
    for (at, field) in form.fields.iter().enumerate() {
        if field.read_only || matches!(field.shape, Shape::Button | Shape::Signature) {
            continue;
        }
        let mut own = Examined {
            field: at,
            item: Item::read(&field.tooltip),
            kind: kind(field),
            findings: Vec::new(),
            faults: Vec::new(),
        };
        if field.disputed().is_some() {
            own.faults.push(Fault::new(Code::BoxDisputed));
        }
        if let Some(answer) = field.answer() {
            if field.shape == Shape::Check {
                let other = rules.excluded(form, at);
                own.faults.extend(other.map(|other| {
                    let told = form.fields.get(other);
                    Fault::new(Code::BoxBothChecked).with([Told::Box {
                        field: other,
                        item: told.map_or_else(Item::default, |field| Item::read(&field.tooltip)),
                        page: told.and_then(Field::page),
                    }])
                }));
            } else {
                look(&mut own, answer, field, rules.of_box(at), context);
            }
        }
        boxes.push(own);
    }
    boxes
}

/// What a box wants, by its tooltip and its name.
fn kind(field: &Field) -> Option<Kind> {
    if field.shape == Shape::Check {
        return None;
    }
    let described = Described {
        label: &field.tooltip,
        name: field.name.rsplit('.').next().unwrap_or_default(),
        input_type: if field.shape == Shape::Choice {
            "select"
        } else {
            "text"
        },
        max_length: field.max_length,
        ..Described::default()
    };
    classify_field(&described).map(|classified| classified.kind)
}

fn look(own: &mut Examined, answer: &str, field: &Field, rules: &[&Rule], context: Context) {
    if let Some(kind) = own.kind {
        own.findings = check(kind, answer, context).findings;
        // What the box takes is known here, and need not be guessed.
        own.findings
            .retain(|finding| !finding.code.id().ends_with("/box-may-refuse"));
    }
    let length = answer.chars().count();
    let room = rules.iter().filter_map(|rule| match rule {
        Rule::Most(most) => u32::try_from(*most).ok(),
        _ => None,
    });
    if let Some(room) = room.chain(field.max_length).min()
        && u32::try_from(length).is_ok_and(|length| length > room)
    {
        let found = u32::try_from(length).unwrap_or(u32::MAX);
        let finding = Finding::new(prefile::Code::AnswerBoxTooSmall);
        own.findings
            .push(finding.with([Param::Number(found), Param::Number(room)]));
    }
    for rule in rules {
        match rule {
            Rule::Takes(letters) => {
                if let Some((start, letter)) = answer
                    .char_indices()
                    .find(|(_, letter)| !letters.takes(*letter))
                {
                    let span = Span {
                        start,
                        end: start + letter.len_utf8(),
                    };
                    let finding = Finding::new(prefile::Code::AnswerBoxRefuses);
                    own.findings
                        .push(finding.with([Param::Char(letter)]).at(span));
                }
            }
            Rule::Exactly(exactly)
                if u64::try_from(length).is_ok_and(|length| length != *exactly) =>
            {
                let wanted = u32::try_from(*exactly).unwrap_or(u32::MAX);
                let found = u32::try_from(length).unwrap_or(u32::MAX);
                let told = [Told::Number(wanted), Told::Number(found)];
                own.faults.push(Fault::new(Code::BoxExactLength).with(told));
            }
            Rule::Date(words) if !is_date(answer) && !words.iter().any(|word| word == answer) => {
                own.faults.push(Fault::new(Code::BoxNotADate));
            }
            _ => {}
        }
    }
    own.findings.sort_by_key(Finding::severity);
}

/// `12/31/2025`
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    let [month, day, year] = parts[..] else {
        return false;
    };
    let number = |digits: &str, length: usize| {
        let plain = digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_digit());
        plain.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let small = |digits| u8::try_from(number(digits, 2)?).ok();
    let day = || Day::new(number(year, 4)?, small(month)?, small(day)?);
    day().is_some()
}

/// The rules of the scripts, by their boxes.
struct Rules<'f> {
    /// By the field.
    of_boxes: HashMap<usize, Vec<&'f Rule>>,
    /// Fields by their full names.
    names: HashMap<&'f str, usize>,
    shared: HashMap<&'f str, Vec<usize>>,
}

impl<'f> Rules<'f> {
    fn of(form: &'f Form) -> Self {
        let mut rules = Self {
            of_boxes: HashMap::new(),
            names: HashMap::new(),
            shared: HashMap::new(),
        };
        for (at, field) in form.fields.iter().enumerate() {
            rules.names.insert(&field.name, at);
            if let (Some(shared), Shape::Check) = (&field.shared, field.shape) {
                rules.shared.entry(shared).or_default().push(at);
            }
        }
        for script in &form.scripts {
            if let (Some(at), Some(own)) = (rules.names.get(script.name.as_str()), &script.rules) {
                rules.of_boxes.entry(*at).or_default().extend(own);
            }
        }
        rules
    }

    fn of_box(&self, at: usize) -> &[&'f Rule] {
        self.of_boxes.get(&at).map_or(&[], Vec::as_slice)
    }

    /// A check box that is checked although this one is.
    fn excluded(&self, form: &Form, at: usize) -> Option<usize> {
        let field = &form.fields[at];
        let checked = |other: &usize| {
            let other_field = &form.fields[*other];
            *other != at && other_field.shape == Shape::Check && other_field.answer().is_some()
        };
        let shared = field
            .shared
            .as_deref()
            .and_then(|shared| self.shared.get(shared));
        let shared = shared.into_iter().flatten().copied().find(checked);
        let around = field.name.rsplit_once('.').map_or("", |(around, _)| around);
        let clears = |rule: &&Rule| match rule {
            Rule::Sets { when, target, to } if to.is_empty() => {
                let number = if target.ends_with(']') { "" } else { "[0]" };
                let name = format!("{around}.{target}{number}");
                let other = self.names.get(name.as_str()).copied().filter(checked);
                other.filter(|_| when.iter().all(|test| holds(test, &field.value)))
            }
            _ => None,
        };
        shared.or_else(|| self.of_box(at).iter().find_map(clears))
    }
}

/// Whether a test of the box itself holds, now that it has this value; of others none is known to.
fn holds(test: &Test, value: &str) -> bool {
    match test {
        Test::Is(own, wanted) => own == "this" && wanted == value,
        Test::IsNot(own, other) => own == "this" && other != value,
        Test::Any(ways) => ways
            .iter()
            .any(|way| way.iter().all(|test| holds(test, value))),
    }
}

#[cfg(test)]
mod tests {
    use super::examine;
    use crate::{Field, Form, Script, Shape, Widget, script::recognise};
    use prefile::{Context, Day};

    /// A field with its tooltip, its value and its script.
    fn field(name: &str, tooltip: &str, value: &str, script: &str) -> (Field, Option<Script>) {
        let field = Field {
            name: name.to_owned(),
            tooltip: tooltip.to_owned(),
            value: value.to_owned(),
            ..Field::default()
        };
        let script = (!script.is_empty()).then(|| Script {
            name: name.to_owned(),
            event: "change".to_owned(),
            formcalc: false,
            text: script.to_owned(),
            rules: recognise(script),
        });
        (field, script)
    }

    /// What is said of each box.
    fn said(all: Vec<(Field, Option<Script>)>) -> Vec<String> {
        let (fields, scripts): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        let form = Form {
            fields,
            scripts: scripts.into_iter().flatten().collect(),
            ..Form::default()
        };
        let context = Context {
            today: Day::from_iso("2026-11-22"),
        };
        let boxes = examine(&form, context).into_iter();
        let shown = boxes.map(|own| {
            let codes = own
                .findings
                .iter()
                .map(|finding| finding.code.id().to_owned());
            let faults = own.faults.iter().map(|fault| {
                let other = fault.other().map(|other| format!(" of {other}"));
                fault.code.id().to_owned() + &other.unwrap_or_default()
            });
            codes.chain(faults).collect::<Vec<_>>().join(" ")
        });
        shown.collect()
    }

    #[track_caller]
    fn check(tooltip: &str, value: &str, script: &str, expected: &str) {
        assert_eq!(
            said(vec![field("a", tooltip, value, script)]),
            [expected],
            "{tooltip}: {value}"
        );
    }

    const LETTERS: &str =
        "var r = /[^A-Za-z\\- ]/ if (r.test(xfa.event.change)) { xfa.event.change = \"\"; }";
    const DATE: &str = "if (this.rawValue == this.formattedValue) { this.rawValue = \"\"; }";
    const NINE: &str = "if (this.rawValue.length != 9) { this.rawValue = \"\"; }";

    #[test]
    fn text() {
        let family = "Part 1. 1. A. Enter Family Name.";
        check(family, "Garcia", LETTERS, "");
        check(family, "García", LETTERS, "answer/box-refuses");
        // Without a filter nothing is refused.
        check(family, "García", "", "");
        check("Part 1. 2. Enter Date of Birth.", "10/05/1987", DATE, "");
        check(
            "Part 1. 2. Enter the day.",
            "tomorrow",
            DATE,
            "box/not-a-date",
        );
        check(
            "Part 1. 3. Enter the code.",
            "12345678",
            NINE,
            "box/exact-length",
        );
        let account = "Part 1. 4. Enter USCIS Online Account Number.";
        check(
            account,
            "IOE0912345678",
            "",
            "online-account-number/another-kind",
        );
        check("Part 1. 5. Enter what you like.", "anything", "", "");
        check(account, "", "", "");
    }

    #[test]
    fn room() {
        let (mut own, _) = field("a", "", "12345", "");
        own.max_length = Some(4);
        assert_eq!(said(vec![(own.clone(), None)]), ["answer/box-too-small"]);
        own.max_length = Some(5);
        own.acrobat_value = Some("1234".to_owned());
        assert_eq!(said(vec![(own, None)]), ["box/disputed"]);
    }

    fn choice(name: &str, value: &str, script: &str) -> (Field, Option<Script>) {
        let (mut own, script) = field(name, "", value, script);
        own.shape = Shape::Check;
        own.widgets = vec![Widget {
            state: Some("Y".to_owned()),
            ..Widget::default()
        }];
        (own, script)
    }

    #[test]
    fn both() {
        let clears = "No.rawValue = \"\"";
        let both = |yes, no| {
            said(vec![
                choice("f[0].Yes[0]", yes, clears),
                choice("f[0].No[0]", no, ""),
            ])
        };
        assert_eq!(both("Y", "Y"), ["box/both-checked of 1", ""]);
        assert_eq!(both("Y", ""), ["", ""]);
        assert_eq!(both("", "Y"), ["", ""]);
        let mut shared = vec![choice("f[0].A[0]", "Y", ""), choice("f[0].A[1]", "Y", "")];
        for (own, _) in &mut shared {
            own.shared = Some("A".to_owned());
        }
        assert_eq!(
            said(shared),
            ["box/both-checked of 1", "box/both-checked of 0"]
        );
        let other = "if (this.rawValue == \"N\") { No.rawValue = \"\"; }";
        let both = vec![
            choice("f[0].Yes[0]", "Y", other),
            choice("f[0].No[0]", "Y", ""),
        ];
        assert_eq!(said(both), ["", ""]);
    }
}
