//! Single answers in the official forms, where `PREFILE_FORMS` names their folder: what is said of them,
//! in the form as it is and in a copy that has lost what only Adobe's programs read.

mod official;

use official::filled;
use prefile::{Context, Day, Kind};
use prefile_pdf::{Code, Field, Form, Identity, Shape, examine};
use std::collections::{BTreeMap, BTreeSet};

fn context() -> Context {
    Context {
        today: Day::from_iso("2026-11-22"),
    }
}

/// The form as another program saves it.
fn without_xfa(mut form: Form) -> Form {
    form.scripts.clear();
    for field in &mut form.fields {
        (field.acrobat_value, field.shared) = (None, None);
    }
    form
}

/// What is said of filled boxes, in their order: codes, with what would mend them; not what is left to the pen.
fn told(form: &Form) -> String {
    let mut told = Vec::new();
    for own in examine(form, context()) {
        if form.fields[own.field].answer().is_none() {
            continue;
        }
        for finding in own.findings {
            let fix = finding.fix.map(|fix| format!("={}", fix.text));
            told.push(finding.code.id().to_owned() + &fix.unwrap_or_default());
        }
        for fault in own.faults {
            let fix = fault.fix.map(|fix| format!("={fix}"));
            told.push(fault.code.id().to_owned() + &fix.unwrap_or_default());
        }
    }
    told.join(" ")
}

struct Forms(BTreeMap<String, Form>);

impl Forms {
    fn read() -> Option<Self> {
        official::folder()?;
        Some(Self(official::forms()))
    }

    #[track_caller]
    fn check(&self, stem: &str, values: &[(&str, &str)], with: &str, without: &str) {
        let form = filled(self.0[stem].clone(), values);
        assert_eq!(told(&form), with, "{stem}: {values:?}");
        assert_eq!(
            told(&without_xfa(form)),
            without,
            "{stem}, no XFA: {values:?}"
        );
    }

    #[track_caller]
    fn same(&self, stem: &str, values: &[(&str, &str)], expected: &str) {
        self.check(stem, values, expected, expected);
    }
}

#[test]
fn what_a_box_wants() {
    let Some(forms) = Forms::read() else { return };
    for (stem, name, value) in [
        ("i-912_07-22-25", "Part3_Line1_TotalForms", "2"),
        ("i-912_07-22-25", "P1_ImmStatus", "Asylee"),
        (
            "i-912_07-22-25",
            "P1_ImmStatus",
            "Lawful permanent resident",
        ),
        ("i-485_04-01-24", "Pt1Line26c_Status", "PAROLED"),
        ("i-485_01-20-25", "Pt8Line68d_Column2Row1", "01/01/2020"),
    ] {
        forms.same(stem, &[(name, value)], "");
    }
    let unknown = "class-of-admission/unknown-code";
    for value in ["Parolee", "Asylee", "Lawful permanent resident"] {
        let values = [("Part2_Line12_ClassofAdmission", value)];
        forms.same("i-131_01-20-25", &values, unknown);
    }
    let values = [("Part2_Line12_ClassofAdmission", "IR1000")];
    forms.same("i-131_01-20-25", &values, "class-of-admission/too-long");
}

#[test]
fn nothing_to_say() {
    let Some(forms) = Forms::read() else { return };
    for (stem, name) in [
        ("i-90_01-20-25", "P1_Line3c_MiddleName"),
        ("i-765_08-21-25", "Line2a_FamilyName"),
        ("i-485_01-20-25", "Pt4Line8_Occupation"),
        ("n-400_01-20-25", "P7_EmployerName1"),
        ("i-765_08-21-25", "Line20b_Passport"),
        ("i-90_01-20-25", "P1_Line1_AlienNumber"),
        ("i-90_01-20-25", "P1_Line9_DateOfBirth"),
    ] {
        for value in ["N/A", "n/a"] {
            forms.check(stem, &[(name, value)], "box/by-hand", "");
        }
    }
    forms.same("g-1145_09-26-14", &[("Email", "N/A")], "");
    forms.same("i-9_01-20-25", &[("Telephone Number", "N/A")], "");
    // What is no English is no answer in a form.
    let values = [("P1_Line1_AlienNumber", "Ninguno")];
    forms.same("i-90_01-20-25", &values, "text/not-applicable");
    let name = [("P1_Line3b_GivenName", "Unknown")];
    forms.same("i-90_01-20-25", &name, "given-name/missing-name");
}

#[test]
fn what_one_answer_of_two_parts_says() {
    let Some(forms) = Forms::read() else { return };
    let both = |other| {
        let mut form = forms.0["i-864_10-17-24"].clone();
        let is = |field: &&mut Field| {
            let ends = |end: &str| field.name.ends_with(&format!("P6_Line1_Checkbox[{end}]"));
            ends("1") || ends(other)
        };
        for field in form.fields.iter_mut().filter(is) {
            field.value = field.widgets[0].state.clone().unwrap_or_default();
            field.acrobat_value = None;
        }
        told(&form)
    };
    // Employed, and reads English.
    assert_eq!(both("0"), "");
    assert_eq!(both("2"), "box/both-checked box/both-checked");
}

#[test]
fn as_long_as_the_status() {
    let Some(forms) = Forms::read() else { return };
    forms.check(
        "i-130_04-01-24",
        &[("Pt4Line21d_DateExpired", "D/S")],
        "box/by-hand",
        "",
    );
    forms.same("i-485_01-20-25", &[("Pt1Line12_Date", "D/S")], "");
    forms.check(
        "i-90_01-20-25",
        &[("P1_Line9_DateOfBirth", "D/S")],
        "date-of-birth/unreadable answer/box-refuses box/not-a-date",
        "date-of-birth/unreadable",
    );
}

#[test]
fn telephones_of_other_countries() {
    let Some(forms) = Forms::read() else { return };
    for (stem, name) in [
        ("i-90_01-20-25", "P5_Line3_DaytimePhoneNumber"),
        ("i-130_04-01-24", "Pt4Line14_DaytimePhoneNumber"),
    ] {
        forms.same(stem, &[(name, "525512345678")], "");
        let mended = "answer/box-refuses=525512345678";
        forms.check(stem, &[(name, "+525512345678")], mended, "");
        forms.same(stem, &[(name, "55123456")], "phone/not-us");
    }
}

#[test]
fn what_a_form_offers() {
    let Some(forms) = Forms::read() else { return };
    for (stem, name, value) in [
        ("i-9_01-20-25", "State", "MEX"),
        ("i-9_01-20-25", "State", "CAN"),
        ("i-539_08-28-24", "Pt1Line15a_NewStatus", "P1"),
        ("i-539_08-28-24", "Pt1Line15a_NewStatus", "0"),
        ("i-539_08-28-24", "Pt1Line15a_NewStatus", "AW"),
    ] {
        forms.same(stem, &[(name, value)], "");
    }
    // All lists at once, one option after the other.
    for (stem, form) in &forms.0 {
        let longest = form.fields.iter().map(|field| field.options.len()).max();
        for round in (0..longest.unwrap_or(0).min(100)).step_by(3) {
            let mut form = form.clone();
            for field in &mut form.fields {
                if let Some(option) = field.options.get(round) {
                    field.value.clone_from(option);
                }
            }
            let boxes = examine(&form, context());
            let wrong: Vec<_> = boxes.iter().flat_map(|own| &own.findings).collect();
            assert!(wrong.is_empty(), "{stem}: {wrong:?}");
        }
    }
}

#[test]
fn merely_written_otherwise() {
    let Some(forms) = Forms::read() else { return };
    for (stem, name, value, better) in [
        (
            "i-90_01-20-25",
            "P1_Line1_AlienNumber",
            "A213456789",
            "213456789",
        ),
        (
            "i-90_01-20-25",
            "P1_Line1_AlienNumber",
            "A-213-456-789",
            "213456789",
        ),
        ("i-765_08-21-25", "Line12b_SSN", "219-09-9998", "219099998"),
        ("i-90_01-20-25", "P1_Line6f_ZipCode", "12207-1234", "12207"),
        (
            "i-765_08-21-25",
            "Line30a_ReceiptNumber",
            "EAC-22-123-45678",
            "EAC2212345678",
        ),
    ] {
        let mended = format!("answer/box-refuses={better}");
        let without = format!("answer/box-too-small={better}");
        forms.check(stem, &[(name, value)], &mended, &without);
    }
    let values = [("P1_Line9_DateOfBirth", "1987-10-05")];
    forms.check(
        "i-90_01-20-25",
        &values,
        "answer/box-refuses=10/05/1987",
        "",
    );
    let values = [("P1_Line1_AlienNumber", "21345678")];
    forms.check("i-90_01-20-25", &values, "box/exact-length=021345678", "");
    // Not only the spelling is wrong.
    let values = [("P1_Line1_AlienNumber", "A1234")];
    forms.check(
        "i-90_01-20-25",
        &values,
        "a-number/too-short answer/box-refuses box/exact-length",
        "a-number/too-short",
    );
}

#[test]
fn the_beginning_of_a_receipt_number() {
    let Some(forms) = Forms::read() else { return };
    let values = [("P1_Line2_AcctIdentifier", "IOE091234567")];
    forms.same(
        "i-90_01-20-25",
        &values,
        "online-account-number/another-kind",
    );
    let values = [("P1_Line1_AlienNumber", "IOE091234")];
    forms.check(
        "i-90_01-20-25",
        &values,
        "a-number/another-kind answer/box-refuses",
        "a-number/another-kind",
    );
    // Shorter than the box, it is only a slip.
    let values = [("P1_Line2_AcctIdentifier", "IOE09123456")];
    forms.check(
        "i-90_01-20-25",
        &values,
        "online-account-number/too-short box/exact-length",
        "online-account-number/too-short",
    );
}

/// The boxes of which it is said that another excludes them, all being checked.
fn excluded(mut form: Form) -> BTreeSet<String> {
    official::check_all(&mut form);
    let said = examine(&form, context()).into_iter();
    let said = said.filter(|own| {
        own.faults
            .iter()
            .any(|fault| fault.code == Code::BoxBothChecked)
    });
    said.map(|own| form.fields[own.field].name.clone())
        .collect()
}

#[test]
fn of_several_boxes_one() {
    let Some(forms) = Forms::read() else { return };
    let (mut all, mut missed) = (0, Vec::new());
    for (stem, form) in &forms.0 {
        // As the whole file says, so does what other programs leave of it.
        let mut groups: BTreeMap<&str, Vec<&Field>> = BTreeMap::new();
        for field in &form.fields {
            if let Some(shared) = field
                .shared
                .as_deref()
                .filter(|_| field.shape == Shape::Check && !field.read_only)
            {
                groups.entry(shared).or_default().push(field);
            }
        }
        let found = excluded(without_xfa(form.clone()));
        for (name, group) in groups.iter().filter(|(_, group)| group.len() > 1) {
            let missing: Vec<_> = group
                .iter()
                .filter(|own| !found.contains(&own.name))
                .collect();
            all += 1;
            missed
                .extend((!missing.is_empty()).then(|| format!("{stem} {name} {}", missing.len())));
        }
        let whole = excluded(form.clone());
        let more: Vec<_> = found.difference(&whole).collect();
        if Identity::of(form).main().is_some() && !form.scripts.is_empty() {
            println!(
                "{stem}: {} of both, more without XFA: {more:?}",
                found.len()
            );
            assert!(more.len() < 3, "{stem}: {more:?}");
        }
        for several in ["Race", "P6_Line3_Checkbox", "CB_Alt", "P1_Line1_Checkbox"] {
            let wrong = found
                .iter()
                .chain(&whole)
                .find(|name| name.contains(several));
            assert_eq!(wrong, None, "{stem}");
        }
    }
    println!("{} of {all} questions missed: {missed:#?}", missed.len());
    assert!(missed.len() < 2 && all > 500);
    let nine = excluded(forms.0["i-9_01-20-25"].clone());
    assert_eq!(nine.len(), 4, "{nine:?}");
    let old = excluded(forms.0["n-400_09-17-19_no-xfa"].clone());
    assert!(old.iter().any(|name| name.contains("P7_Line5_Eye")));
}

#[test]
fn numbers_of_people() {
    let Some(forms) = Forms::read() else { return };
    let same = "box/one-number box/one-number";
    let one = "012345678";
    forms.same(
        "i-130_04-01-24",
        &[("Pt2Line1_AlienNumber", one), ("Pt4Line1_AlienNumber", one)],
        same,
    );
    forms.same(
        "i-485_01-20-25",
        &[("Pt1Line4_AlienNumber", one), ("Pt6Line5_AlienNumber", one)],
        same,
    );
    // At the head of a form stands who applies.
    let differs = "box/differs box/differs";
    forms.same(
        "i-485_01-20-25",
        &[("AlienNumber", one), ("Pt1Line4_AlienNumber", "087654321")],
        differs,
    );
    forms.same(
        "i-485_01-20-25",
        &[("AlienNumber", one), ("Pt1Line4_AlienNumber", one)],
        "",
    );
}

#[test]
fn days_in_order() {
    let Some(forms) = Forms::read() else { return };
    let before = "box/before";
    let birth = ("Pt2Line8_DateofBirth", "10/05/1987");
    for (form, boxes, said) in [
        (
            "i-130_04-01-24",
            [
                ("Pt2Line15a_DateFrom", "01/05/2020"),
                ("Pt2Line15b_DateTo", "01/04/2015"),
            ],
            before,
        ),
        (
            "i-130_04-01-24",
            [
                ("Pt2Line15a_DateFrom", "01/05/2015"),
                ("Pt2Line15b_DateTo", "01/05/2015"),
            ],
            "",
        ),
        (
            "i-130_04-01-24",
            [
                ("Pt4Line21c_DateOfArrival", "01/05/2020"),
                ("Pt4Line21d_DateExpired", "07/04/2019"),
            ],
            before,
        ),
        (
            "i-485_01-20-25",
            [
                ("Pt1Line10_DateofArrival", "01/05/2020"),
                ("Pt1Line12_Date", "01/05/2020"),
            ],
            "",
        ),
        (
            "i-130_04-01-24",
            [birth, ("Pt2Line18_DateOfMarriage", "10/05/1980")],
            before,
        ),
        (
            "i-130_04-01-24",
            [birth, ("Pt2Line18_DateOfMarriage", "10/05/2010")],
            "",
        ),
    ] {
        forms.same(form, &boxes, said);
    }
}

/// The boxes of which it is said that they are empty, though what goes with them is filled.
fn half_filled(form: &Form) -> Vec<String> {
    let said = examine(form, context()).into_iter();
    let said = said.filter(|own| {
        own.faults
            .iter()
            .any(|fault| fault.code == Code::BoxHalfFilled)
    });
    let name = |at: usize| {
        form.fields[at]
            .name
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    said.map(|own| name(own.field)).collect()
}

#[test]
fn half_addresses() {
    let Some(forms) = Forms::read() else { return };
    let check = |stem: &str, values: &[(&str, &str)], zip: &str| {
        let form = filled(forms.0[stem].clone(), values);
        let expected = (!zip.is_empty()).then(|| format!("{zip}[0]"));
        assert_eq!(
            half_filled(&form),
            Vec::from_iter(expected),
            "{stem} {values:?}"
        );
    };
    for (stem, [street, city, state], zip) in [
        (
            "i-90_01-20-25",
            [
                "P1_Line7a_StreetNumberName",
                "P1_Line7c_CityOrTown",
                "P1_Line7d_State",
            ],
            "P1_Line7e_ZipCode",
        ),
        (
            "i-821_01-20-25",
            [
                "Part2_Item4_StreetNumberName",
                "Part2_Item4_CityOrTown",
                "Part2_Item4_State",
            ],
            "Part2_Item4_ZipCode",
        ),
        (
            "i-130_04-01-24",
            [
                "Pt4Line57_StreetNumberName",
                "Pt4Line57_CityOrTown",
                "Pt4Line57_State",
            ],
            "Pt4Line57_ZipCode",
        ),
        (
            "i-130_04-01-24",
            [
                "Pt2Line14_StreetNumberName",
                "Pt2Line14_CityOrTown",
                "Pt2Line14_State",
            ],
            "Pt2Line14_ZipCode",
        ),
        (
            "i-485_01-20-25",
            ["Part6Line8_StreetName", "P6Line8_City", "P6Line8_State"],
            "P6Line8_ZipCode",
        ),
        (
            "i-485_01-20-25",
            ["Part4Line7_StreetName", "P4Line7_City", "P4Line7_State"],
            "P4Line7_ZipCode",
        ),
        (
            "n-400_01-20-25",
            ["P7_City1", "P7_City1", "P7_State1"],
            "P7_ZipCode1",
        ),
    ] {
        let address = [(street, "12 Main St"), (city, "Boston"), (state, "MA")];
        check(stem, &address, zip);
        let mut whole = address.to_vec();
        whole.push((zip, "02108"));
        check(stem, &whole, "");
        check(stem, &[], "");
    }
    // Half a name, where the number of a person stands before that of the item.
    let name = [("PtLine20a_FamilyName", "Garcia")];
    check("i-130_04-01-24", &name, "Pt2Line20b_GivenName");
    let name = [("Pt4Line34a_FamilyName", "Garcia")];
    check("i-130_04-01-24", &name, "Pt4Line34b_GivenName");
}

/// Whole addresses in all boxes of a form at once: those of other countries lack a state only in boxes
/// for addresses in the United States.
#[test]
fn whole_addresses() {
    let Some(forms) = Forms::read() else { return };
    let written = |form: &Form, values: &[(Kind, &str)]| {
        let mut form = form.clone();
        for own in examine(&form, context()) {
            let value = values.iter().find(|(kind, _)| Some(*kind) == own.kind);
            let value = value.map_or("", |(_, value)| *value);
            value.clone_into(&mut form.fields[own.field].value);
        }
        half_filled(&form)
    };
    let [street, city] = [(Kind::Street, "Calle 5"), (Kind::City, "Boston")];
    let home = [street, city, (Kind::State, "MA"), (Kind::Zip, "02108")];
    let (province, country) = ((Kind::Province, "Jalisco"), (Kind::Country, "Mexico"));
    let abroad = [street, city, province, (Kind::PostalCode, "44100"), country];
    for (stem, form) in &forms.0 {
        assert_eq!(written(form, &home), [""; 0], "{stem}");
        let lacking = written(form, &abroad);
        assert!(lacking.len() < 3, "{stem}: {lacking:?}");
        assert!(
            lacking.iter().all(|name| name.contains("State")),
            "{stem}: {lacking:?}"
        );
    }
}
