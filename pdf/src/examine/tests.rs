use super::examine;
use crate::{
    Code, Field, Font, Form, Script, Shape, Style, Widget,
    fault::{Param, Words},
    script::recognise,
};
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
const DIGITS: &str = "var r = /[^0-9]/ if (r.test(xfa.event.change)) { xfa.event.change = \"\"; }";
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
    let opens = "No.rawValue = \"\"; No.access = \"open\";";
    let opened = vec![
        choice("f[0].Yes[0]", "Y", opens),
        choice("f[0].No[0]", "Y", ""),
    ];
    assert_eq!(said(opened), ["", ""]);
    // What follows from another answer, in another item.
    let mut follows = choice("f[0].No[0]", "Y", "");
    follows.0.tooltip = "Part 1. 2. B. Which?".to_owned();
    let own = choice("f[0].Yes[0]", "Y", clears);
    assert_eq!(said(vec![own.clone(), follows.clone()]), ["", ""]);
    follows.1 = choice("f[0].No[0]", "", "Yes.rawValue = \"\"").1;
    assert_eq!(
        said(vec![own, follows]),
        ["box/both-checked of 1", "box/both-checked of 0"]
    );
    let mut shared = vec![choice("f[0].A[0]", "Y", ""), choice("f[0].A[1]", "Y", "")];
    for (own, _) in &mut shared {
        own.shared = Some("A".to_owned());
    }
    assert_eq!(
        said(shared.clone()),
        ["box/both-checked of 1", "box/both-checked of 0"]
    );
    // One answer of two parts, on two pages: each is its own on paper.
    for (own, part) in shared.iter_mut().zip(1..) {
        own.0.tooltip = format!("Part {part}. 1. Select it.");
        own.0.widgets[0].page = Some(part);
    }
    assert_eq!(said(shared), ["", ""]);
    // Boxes of one name are a yes and a no, or a list.
    let named = |states: &[&str]| {
        let boxes = (0..).zip(states).map(|(number, state)| {
            let mut own = choice(&format!("f[0].A[{number}]"), state, "");
            own.0.widgets[0].state = Some((*state).to_owned());
            own
        });
        said(boxes.collect())
    };
    assert_eq!(
        named(&["N", "Y"]),
        ["box/both-checked of 1", "box/both-checked of 0"]
    );
    assert_eq!(named(&["W", "B"]), ["", ""]);
    assert_eq!(named(&["Y", "N", "Y"]), ["", "", ""]);
    let other = "if (this.rawValue == \"N\") { No.rawValue = \"\"; }";
    let both = vec![
        choice("f[0].Yes[0]", "Y", other),
        choice("f[0].No[0]", "Y", ""),
    ];
    assert_eq!(said(both), ["", ""]);
}

#[test]
fn where_the_other_is_printed() {
    let told = |tooltips: [&str; 2]| {
        let fields = tooltips.map(|tooltip| {
            let (mut own, _) = choice("f[0].A[0]", "Y", "");
            own.tooltip = tooltip.to_owned();
            own.shared = Some("A".to_owned());
            own.widgets[0].page = Some(4);
            own
        });
        let form = Form {
            fields: fields.into(),
            ..Form::default()
        };
        let own = examine(&form, Context::default()).remove(0);
        Words::english().message(&own.faults[0])
    };
    let said = |place: &str| {
        [
            "This box and ",
            place,
            " are both checked. Only one of them can be.",
        ]
        .concat()
    };
    let item = "Part 2. 1.A. Select Yes.";
    assert_eq!(
        told([item, "Part 2. 1.A. Select No."]),
        said("another box of the same item")
    );
    assert_eq!(
        told([item, "Part 2. 1.B. Select No."]),
        said("Part 2, Item 1.b")
    );
    assert_eq!(
        told(["Part 2. Select Yes.", "Part 2. Select No."]),
        said("a box on page 4")
    );
}

/// Boxes below each other: tooltip and value of each.
#[track_caller]
fn together(boxes: &[(&str, &str)], expected: &[&str]) {
    let lines = (0_u8..).zip(boxes);
    let placed = lines.map(|(line, (tooltip, value))| {
        let (mut own, script) = field("a", tooltip, value, "");
        let top = 700.0 - 20.0 * f64::from(line);
        own.widgets = vec![Widget {
            page: Some(1),
            rect: [100.0, top - 18.0, 300.0, top],
            ..Widget::default()
        }];
        if let Some(name) = tooltip.strip_suffix("Signature.") {
            own.name = format!("{name}Signature[0]");
            own.read_only = true;
        }
        (own, script)
    });
    assert_eq!(said(placed.collect()), expected, "{boxes:?}");
}

const FAMILY: &str = "Part 2. Your Name. 1.A. Enter Family Name.";
const GIVEN: &str = "Part 2. Your Name. 1.B. Enter Given Name.";

#[test]
fn names_by_half() {
    together(&[(FAMILY, "Garcia"), (GIVEN, "Ana")], &["", ""]);
    together(&[(FAMILY, ""), (GIVEN, "")], &["", ""]);
    together(
        &[(FAMILY, "Garcia"), (GIVEN, "")],
        &["", "box/half-filled of 0"],
    );
    together(
        &[(FAMILY, ""), (GIVEN, "Ana")],
        &["box/half-filled of 1", ""],
    );
    together(&[(FAMILY, "N/A"), (GIVEN, "")], &["", ""]);
    // Another item is another person's.
    let other = "Part 2. Other Names. 2.B. Enter Given Name.";
    together(&[(FAMILY, "Garcia"), (other, "")], &["", ""]);
    // A list goes on with the next name.
    let twice = [
        (FAMILY, "Garcia"),
        (GIVEN, "Ana"),
        (FAMILY, "Cruz"),
        (GIVEN, ""),
    ];
    together(&twice, &["", "", "", "box/half-filled of 2"]);
}

#[test]
fn addresses_by_half() {
    let address = |values: [&str; 5], expected: [&str; 5]| {
        let tooltips = [
            "Part 2. Your U.S. Mailing Address. 5.A. Enter Street Number and Name.",
            "Part 2. Your U.S. Mailing Address. 5.B. Enter City or Town.",
            "Part 2. Your U.S. Mailing Address. 5.C. Select State from list of States.",
            "Part 2. Your U.S. Mailing Address. 5.D. Enter ZIP Code.",
            "Part 2. Your U.S. Mailing Address. 5.E. Enter Country.",
        ];
        let boxes: Vec<_> = tooltips.into_iter().zip(values).collect();
        together(&boxes, &expected);
    };
    address(["1 Main St", "Albany", "NY", "12207", ""], [""; 5]);
    address([""; 5], [""; 5]);
    address(
        ["1 Main St", "", "NY", "12207", ""],
        ["", "box/half-filled of 0", "", "", ""],
    );
    address(
        ["", "Albany", "NY", "12207", ""],
        ["box/half-filled of 1", "", "", "", ""],
    );
    address(
        ["1 Main St", "Albany", "", "12207", ""],
        ["", "", "box/half-filled of 3", "", ""],
    );
    address(
        ["1 Main St", "Albany", "NY", "", ""],
        ["", "", "", "box/half-filled of 2", ""],
    );
    address(
        ["1 Main St", "Albany", "", "", ""],
        ["", "", "box/half-filled of 0", "", ""],
    );
    address(
        ["1 Main St", "Albany", "", "", "United States"],
        ["", "", "box/half-filled of 0", "", ""],
    );
    address(
        ["1 Main St", "Albany", "NY", "", "U.S.A."],
        ["", "", "", "box/half-filled of 2", "country/code"],
    );
    address(["Calle 8", "Puebla", "", "", "Mexico"], [""; 5]);
    // N/A is no address, and no country.
    address(["N/A", "N/A", "", "", ""], [""; 5]);
    address(["N/A", "", "", "", ""], [""; 5]);
    address(
        ["1 Main St", "Albany", "NY", "", "N/A"],
        ["", "", "", "box/half-filled of 2", ""],
    );
}

#[test]
fn two_numbers_of_one_person() {
    let own = "Part 1. About You. 1. Enter Alien Registration Number (A-Number).";
    let again = "Part 2. About You. 7. Enter your A-Number.";
    together(&[(own, "012345678"), (again, "012345678")], &["", ""]);
    together(&[(own, "012345678"), (again, "A12345678")], &["", ""]);
    together(
        &[(own, "012345678"), (again, "087654321")],
        &["box/differs of 1", "box/differs of 0"],
    );
    let principal = "Part 2. About You. 2. Enter Principal Applicant's A-Number.";
    together(&[(own, "012345678"), (principal, "087654321")], &["", ""]);
    let child = "Part 3. Your Child. 7. Enter your child's A-Number.";
    together(&[(own, "012345678"), (child, "087654321")], &["", ""]);
    let other = "Part 1. About You. 6. Enter any other A-Number that you used.";
    together(&[(own, "012345678"), (other, "087654321")], &["", ""]);
    let ssn = "Part 1. About You. 9. Enter Social Security Number.";
    together(
        &[(own, "219099998"), (ssn, "219099998")],
        &["box/same-digits of 1", "box/same-digits of 0"],
    );
    together(&[(own, "012345678"), (ssn, "219099998")], &["", ""]);
}

const SIGNED: &str = "Part 3. Applicant's Signature.";
const DAY: &str = "Part 3. Applicant's Signature. 7.B. Date of Signature.";

#[test]
fn what_is_signed() {
    together(&[(FAMILY, ""), (SIGNED, ""), (DAY, "")], &["", "", ""]);
    let account = "Part 1. 4. Enter USCIS Online Account Number.";
    let filled = (account, "012345678901");
    together(
        &[filled, (SIGNED, ""), (DAY, "")],
        &["", "box/pen", "box/pen"],
    );
    together(
        &[filled, (SIGNED, "Ana Garcia")],
        &["", "box/typed-signature"],
    );
    together(&[filled, (DAY, "11/22/2026")], &["", ""]);
    together(&[filled, (DAY, "11/23/2026")], &["", "box/signed-later"]);
    together(&[filled, (DAY, "05/23/2026")], &["", ""]);
    together(&[filled, (DAY, "05/22/2026")], &["", "box/signed-long-ago"]);
    // Who did not help does not sign.
    let helper = "Part 4. Interpreter's Signature. 6.B. Date of Signature.";
    let phone =
        "Part 4. Interpreter's Contact Information. 4. Enter Interpreter's Telephone Number.";
    together(&[filled, (helper, ""), (phone, "")], &["", "", ""]);
    together(
        &[filled, (helper, ""), (phone, "2125550123")],
        &["", "box/pen", ""],
    );
}

#[test]
fn nothing_to_say() {
    let number = "Part 1. 1. Enter Alien Registration Number (A-Number).";
    check(number, "N/A", "", "");
    check(number, "None", LETTERS, "");
    check(number, "None", DIGITS, "box/by-hand");
    // In a form it is said in English.
    check(number, "Ninguno", "", "text/not-applicable");
    check(number, "Ninguno", LETTERS, "");
    let middle = "Part 1. 1.C. Enter Middle Name.";
    check(middle, "N/A", "", "");
    check(middle, "N/A", LETTERS, "box/by-hand");
    check(
        "Part 1. 2. Enter Date of Birth.",
        "n/a",
        DATE,
        "box/by-hand",
    );
    let given = "Part 1. About You. 1.B. Enter Given Name.";
    check(given, "N/A", "", "given-name/missing-name");
    let other = "Part 1. About You. Other Names Used. 2.B. Enter Given Name.";
    check(other, "N/A", "", "");
    let stay = "Part 1. 3. Enter Expiration Date of your stay.";
    check(stay, "D/S", "", "");
    check(stay, "d / s", DATE, "box/by-hand");
}

#[test]
fn cut_off() {
    let font = Font::fixed(600.0);
    let fill = |value: &str, size, multiline| {
        let (mut own, _) = field("a", "", value, "");
        own.style = Some(Style { font: 0, size });
        own.multiline = multiline;
        own.widgets = vec![Widget {
            page: Some(1),
            rect: [0.0, 0.0, 60.0, 24.0],
            ..Widget::default()
        }];
        let form = Form {
            fields: vec![own],
            fonts: vec![font.clone()],
            ..Form::default()
        };
        let own = examine(&form, Context::default()).remove(0);
        own.faults
            .iter()
            .map(|fault| (fault.code, fault.params.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(fill("1234567890", 10.0, false), []);
    assert_eq!(
        fill("12345678901", 10.0, false),
        [(Code::BoxCutOff, vec![Param::Number(10)])]
    );
    assert_eq!(fill("one two three four", 10.0, true), []);
    assert_eq!(
        fill("one two three four five", 10.0, true),
        [(Code::BoxCutOff, vec![Param::Number(19)])]
    );
    // A program makes it smaller.
    assert_eq!(fill("12345678901", 0.0, false), []);
    assert_eq!(
        fill("123456789012345678901234567", 0.0, false),
        [(Code::BoxCutOff, vec![Param::Number(25)])]
    );
}

#[test]
fn more_boxes_than_any_form_has() {
    let tooltips = [
        "Part 1. About You. 1. Enter Alien Registration Number (A-Number).",
        "Part 1. About You. 1. Enter Social Security Number.",
        "Part 3. Applicant's Signature. 7.B. Date of Signature.",
        "Part 3. Applicant's Signature.",
        "Part 1. About You. 1.A. Enter Family Name.",
        "Part 1. About You. 1. Enter Street Number and Name.",
    ];
    let boxes = tooltips.iter().cycle().zip(1_000_000..).take(20_000);
    let fields = boxes.map(|(tooltip, number)| {
        let (mut own, _) = field("Signature", tooltip, &format!("21{number}"), "");
        own.widgets = vec![Widget {
            page: Some(1),
            ..Widget::default()
        }];
        (own, None)
    });
    let said = said(fields.collect());
    assert_eq!(said.len(), 20_000);
    assert!(said.iter().any(|said| said.contains("box/differs of 0")));
}

#[test]
fn the_words_of_another_box() {
    let asks = "Enter Applicant's Daytime Telephone Number.";
    let both = |names: [&str; 2]| {
        let values = [(names[0], "Count of Alba"), (names[1], "2025550123")];
        said(
            values
                .map(|(name, value)| field(name, asks, value, ""))
                .into(),
        )
    };
    assert_eq!(both(["P9_Titles[0]", "P12_Telephone[0]"]), ["", ""]);
    let wrong = ["phone/unexpected-character", ""];
    assert_eq!(both(["P9_Telephone[0]", "P12_Telephone[0]"]), wrong);
    assert_eq!(both(["P9_Line1[0]", "P12_Line1[0]"]), wrong);
}
