//! What an answer is read as, by what its fact wants.

use super::{
    definitions::{answers, asks, fact, home, person, texts, written},
    evaluate, shown, today,
};
use prefile::{
    Kind,
    form::{
        Answer, Answers, BoxRule, Choice, Definition, Op, Packet, Screen, Spelling, Wants, Writes,
    },
};

/// One question, and boxes that hold its answer in two spellings.
fn wanting(wants: Wants) -> Definition {
    let writes = |spelling| Writes::Fact(0, spelling);
    Definition {
        id: "one".into(),
        facts: vec![fact("one", wants, true)],
        screens: vec![Screen {
            id: "one".into(),
            questions: vec![asks(0)],
            ..Screen::default()
        }],
        boxes: vec![
            written("Canonical", writes(Spelling::Canonical)),
            written("Printed", writes(Spelling::Printed)),
        ],
        texts: texts(),
        ..Definition::default()
    }
}

/// What the two boxes hold, or what is said.
fn read_as(wants: &Wants, typed: &str) -> String {
    let definition = wanting(wants.clone());
    let mut answers = Answers::default();
    answers.say("one", Answer::Text(typed.into()));
    let evaluation = evaluate(std::slice::from_ref(&definition), &answers);
    let packet = Packet::new(vec![definition]);
    let boxes = evaluation.boxes.iter().map(|filled| filled.text.clone());
    let said = evaluation.findings.iter().map(|said| shown(&packet, said));
    boxes.chain(said).collect::<Vec<_>>().join(" | ")
}

#[track_caller]
fn rows(wants: &Wants, rows: &[(&str, &str)]) {
    for (typed, expected) in rows {
        assert_eq!(read_as(wants, typed), *expected, "{wants:?} {typed:?}");
    }
}

#[test]
fn months() {
    rows(
        &Wants::Month,
        &[
            ("2019-05", "2019-05 | 05/2019"),
            ("05/2019", "2019-05 | 05/2019"),
            ("5/2019", "2019-05 | 05/2019"),
            ("05/17/2019", "2019-05 | 05/2019"),
            ("present", "PRESENT | PRESENT"),
            ("2019-13", "answer/no-such-month one"),
            ("0999-05", "answer/no-such-month one"),
            ("999-05", "answer/no-such-month one"),
            ("1000-01", "1000-01 | 01/1000"),
            ("May 2019", "answer/no-such-month one"),
            ("2019", "answer/no-such-month one"),
            ("19-05", "answer/no-such-month one"),
            ("", ""),
        ],
    );
}

#[test]
fn numbers() {
    rows(
        &Wants::Number,
        &[
            ("0", "0 | 0"),
            ("007", "007 | 007"),
            ("12", "12 | 12"),
            ("1,234", "1234 | 1234"),
            ("1,23", "answer/not-a-number one"),
            ("12,345,678", "12345678 | 12345678"),
            ("123456789", "123456789 | 123456789"),
            ("1234567890", "answer/not-a-number one"),
            ("$5", "answer/not-a-number one"),
            ("5.00", "answer/not-a-number one"),
            ("-5", "answer/not-a-number one"),
            ("x", "answer/not-a-number one"),
            (",123", "123 | 123"),
            ("1234,567", "1234567 | 1234567"),
        ],
    );
}

#[test]
fn amounts() {
    rows(
        &Wants::Amount,
        &[
            ("0", "0.00 | 0.00"),
            ("12", "12.00 | 12.00"),
            ("$12", "12.00 | 12.00"),
            ("$1,234.50", "1234.50 | 1234.50"),
            ("1234.5", "answer/not-a-number one"),
            ("12.345", "answer/not-a-number one"),
            ("12.", "12.00 | 12.00"),
            (".50", "answer/not-a-number one"),
            ("$", "answer/not-a-number one"),
            ("12.x0", "answer/not-a-number one"),
            ("123456789.00", "123456789.00 | 123456789.00"),
            ("1234567890.00", "answer/not-a-number one"),
        ],
    );
}

#[test]
fn all_others() {
    let choices = ["no", "yes"].map(|id| Choice {
        id: id.into(),
        label: 0,
    });
    rows(
        &Wants::Choice(choices.to_vec()),
        &[
            ("no", "no | no"),
            ("yes", "yes | yes"),
            ("maybe", "answer/unreadable one"),
        ],
    );
    rows(
        &Wants::Kind(Kind::Date),
        &[
            ("2019-05-17", "2019-05-17 | 05/17/2019"),
            ("05/17/2019", "2019-05-17 | 05/17/2019"),
            ("x", "date/unreadable one"),
        ],
    );
    rows(
        &Wants::Kind(Kind::ANumber),
        &[
            ("A12345678", "A012345678 | A012-345-678"),
            ("12", "a-number/too-short one"),
        ],
    );
    rows(
        &Wants::Text,
        &[
            (" a  b ", "a b | a b"),
            ("\u{200b}", "answer/unreadable one"),
        ],
    );
    rows(&Wants::YesNo, &[("yes", "answer/unreadable one")]);
    rows(&Wants::List(None), &[("yes", "answer/unreadable one")]);
}

/// Conditions see today, and how many entries there are.
#[test]
fn what_conditions_see() {
    let today = today().today.expect("a day");
    let mut definition = person();
    definition.expressions = vec![
        vec![Op::Size(0), Op::Number(2), Op::Equal],
        vec![Op::Today, Op::Number(today.number().into()), Op::Equal],
    ];
    definition.boxes = [0, 1]
        .map(|when| BoxRule {
            when: Some(when),
            ..written(["Two", "Now"][usize::from(when)], Writes::Text("X".into()))
        })
        .to_vec();
    for (homes, expected) in [(1, "Now"), (2, "Two Now"), (3, "Now")] {
        let entries = (0..homes).map(|_| home("01/2020", "02/2020")).collect();
        let said = answers(&[("homes", Answer::List(entries))]);
        let evaluation = evaluate(&[definition.clone()], &said);
        let boxes: Vec<&str> = evaluation
            .boxes
            .iter()
            .map(|filled| filled.name.as_str())
            .collect();
        assert_eq!(boxes.join(" "), expected, "{homes} homes");
    }
}
