//! What several rules say of one answer: boxes of several sizes, two answers beside each other, and what is
//! missing whichever way a choice goes.

use super::{
    check,
    definitions::{account, answers, asks, fact, home, person, texts, written},
    evaluate,
};
use prefile::{
    Kind, Severity,
    form::{
        Alike, Answer, Answers, BoxRule, Choice, Cited, Definition, Op, Packet, Rule, Screen,
        Spelling, Wants, Writes,
    },
};

fn text(text: &str) -> Answer {
    Answer::Text(text.into())
}

/// A definition that asks for these, on a screen each.
fn asking(facts: &[(&str, Wants)]) -> Definition {
    let screens = facts.iter().zip(0..).map(|((id, _), place)| Screen {
        id: (*id).into(),
        questions: vec![asks(place)],
        ..Screen::default()
    });
    Definition {
        id: "made".into(),
        screens: screens.collect(),
        facts: facts
            .iter()
            .map(|(id, wants)| fact(id, wants.clone(), false))
            .collect(),
        sources: vec![Cited::default()],
        texts: texts(),
        ..Definition::default()
    }
}

/// What is said of an answer that goes into boxes of this room that take these signs, by the code.
fn in_boxes(wants: Wants, typed: &str, boxes: &[(u16, &str, Spelling)]) -> Vec<String> {
    let mut definition = asking(&[("one", wants)]);
    let rule = |(room, takes, spelling): &(u16, &str, Spelling)| BoxRule {
        room: *room,
        takes: (*takes).into(),
        ..written("Box", Writes::Fact(0, *spelling))
    };
    definition.boxes = boxes.iter().map(rule).collect();
    let evaluation = evaluate(
        std::slice::from_ref(&definition),
        &answers(&[("one", text(typed))]),
    );
    let packet = Packet::new(vec![definition]);
    let said = evaluation
        .findings
        .iter()
        .map(|said| super::shown(&packet, said));
    said.collect()
}

#[test]
fn the_smallest_box_and_the_signs_that_all_take() {
    use Spelling::{Canonical, Digit, Printed};
    let (small, refused) = ("answer/box-too-small one", "answer/box-refuses one");
    for (typed, boxes, expected) in [
        ("Guadalupe", &[(9, "", Printed)][..], None),
        ("Guadalupe", &[(8, "", Printed)], Some(small)),
        ("Guadalupe", &[(8, "", Canonical)], Some(small)),
        (
            "Guadalupe",
            &[(0, "", Printed), (8, "", Printed)],
            Some(small),
        ),
        (
            "Guadalupe",
            &[(8, "", Printed), (0, "", Printed)],
            Some(small),
        ),
        (
            "Guadalupe",
            &[(8, "", Printed), (20, "", Printed)],
            Some(small),
        ),
        (
            "Guadalupe",
            &[(20, "", Printed), (8, "", Printed)],
            Some(small),
        ),
        ("Guadalupe", &[(20, "", Printed), (9, "", Printed)], None),
        // One letter of it alone.
        ("Guadalupe", &[(1, "", Digit(0))], None),
        ("Ana-Mia", &[(0, "A-", Printed)], None),
        ("Ana-Mia", &[(0, "A", Printed)], Some(refused)),
        (
            "Ana-Mia",
            &[(0, "A-", Printed), (0, "A", Printed)],
            Some(refused),
        ),
        (
            "Ana-Mia",
            &[(0, "A", Printed), (0, "A-", Printed)],
            Some(refused),
        ),
        ("Ana-Mia", &[(0, "A-", Printed), (0, "A- ", Printed)], None),
        (
            "Ana-Mia",
            &[(0, "", Printed), (0, "A", Printed)],
            Some(refused),
        ),
        (
            "Ana-Mia",
            &[(0, "A", Printed), (0, "", Printed)],
            Some(refused),
        ),
        ("Main 12", &[(0, "A0 ", Printed)], None),
        ("Main 12", &[(0, "A ", Printed)], Some(refused)),
    ] {
        let found = in_boxes(Wants::Text, typed, boxes);
        assert_eq!(
            found.first().map(String::as_str),
            expected,
            "{typed} {boxes:?}"
        );
    }
    // A number is not spelled.
    let number = (Wants::Kind(Kind::ANumber), "A012345678");
    assert_eq!(in_boxes(number.0, number.1, &[(3, "", Printed)]), [""; 0]);
}

#[test]
fn two_answers_letter_by_letter() {
    let mut definition = asking(&[("one", Wants::Text), ("other", Wants::Text)]);
    definition.expressions = vec![vec![Op::Fact(0), Op::Fact(1), Op::Equal, Op::Not]];
    definition.checks = vec![Rule {
        id: "same".into(),
        severity: Severity::Warning,
        when: 0,
        fact: Some(0),
        with: Some(1),
        message: 0,
        why: 0,
        source: 0,
    }];
    for (one, other, alike, severity) in [
        ("Garcia", "Lopez", Alike::No, Severity::Warning),
        ("Garcia", "GARCIA", Alike::Capitals, Severity::Note),
        ("Garcia", "García", Alike::Accents, Severity::Note),
    ] {
        let said = answers(&[("one", text(one)), ("other", text(other))]);
        let evaluation = evaluate(std::slice::from_ref(&definition), &said);
        let packet = Packet::new(vec![definition.clone()]);
        let found = &evaluation.findings[0];
        assert_eq!(packet.severity(found), severity, "{one} {other}");
        let compared = found.compared.as_ref().expect("both are known");
        let [first, _] = compared.sides().map(|side| {
            let texts = side.iter().map(|run| run.text.as_str());
            texts.collect::<String>()
        });
        assert_eq!((compared.alike, first.as_str()), (alike, other));
    }
}

#[test]
fn what_is_missing_whichever_way_it_goes() {
    let facts = [
        ("filed", Wants::YesNo),
        ("number", Wants::Text),
        ("reason", Wants::Text),
        ("name", Wants::Text),
    ];
    let mut definition = asking(&facts);
    definition.expressions = vec![vec![Op::Fact(0)], vec![Op::Fact(0), Op::Not]];
    definition.screens[1].when = Some(0);
    definition.screens[2].when = Some(1);
    let missing = |said: &Answers| {
        let evaluation = evaluate(std::slice::from_ref(&definition), said);
        let sets = evaluation.missing.iter().map(|set| set.facts.join(" "));
        sets.collect::<Vec<_>>()
    };
    let nothing = missing(&Answers::default());
    assert_eq!(nothing, ["filed number name", "filed reason name"]);
    let filed = |filed| answers(&[("filed", Answer::Bool(filed)), ("name", text("Ana"))]);
    assert_eq!(missing(&filed(true)), ["number"]);
    assert_eq!(missing(&filed(false)), ["reason"]);
    let all = answers(&[
        ("filed", Answer::Bool(false)),
        ("name", text("Ana")),
        ("reason", text("None")),
    ]);
    assert_eq!(missing(&all), [""; 0]);
}

/// What is wrong in time is said of the member with the first day, wherever its list stands.
/// One number in two boxes is wrong in one of them, of one person.
#[test]
fn one_number_as_two_is_told() {
    let facts = [
        ("me.ssn", Wants::Kind(Kind::Ssn)),
        ("me.a_number", Wants::Kind(Kind::ANumber)),
        ("you.a_number", Wants::Kind(Kind::ANumber)),
    ];
    let said = |ssn: &str, mine: &str, yours: &str| {
        let given = answers(&[
            ("me.ssn", text(ssn)),
            ("me.a_number", text(mine)),
            ("you.a_number", text(yours)),
        ]);
        let definition = asking(&facts);
        let evaluation = evaluate(std::slice::from_ref(&definition), &given);
        let packet = Packet::new(vec![definition]);
        let said = evaluation.findings.iter();
        let said = said.map(|said| super::shown(&packet, said));
        said.collect::<Vec<_>>()
    };
    let same = "ssn/like-another-kind me.ssn";
    let other = "A219-000-123";
    assert_eq!(said("087-65-4321", "A087-654-321", other), [same]);
    assert_eq!(said("087-65-4321", "87654321", other), [same]);
    assert!(said("087-65-4321", other, "A087-654-321").is_empty());
    assert!(said("087-65-4321", "A087-654-322", other).is_empty());
}

#[test]
fn a_list_behind_other_facts() {
    let homes = vec![
        home("01/01/2019", "12/31/2024"),
        home("01/01/2024", "11/22/2026"),
    ];
    let said = answers(&[
        ("filed", Answer::Bool(false)),
        ("name", text("Ana")),
        ("homes", Answer::List(homes)),
    ]);
    check(
        &[account(), person()],
        &said,
        "filed done filed
        number not needed
        name done name
        homes done homes homes.from homes.to homes.from#1 homes.to#1
        says history/not-newest-first homes[1].from
        says history/overlap homes[1].from
        box Number = N/A
        box Name = Ana
        box Also = Ana
        box From = 01/01/2019
        advice none
        3/3",
    );
}

/// What was answered and is not asked any more waits aside, of whatever sort.
#[test]
fn whatever_is_not_asked_waits() {
    let facts = [("one", Wants::Text), ("other", Wants::YesNo)];
    let mut definition = asking(&facts);
    definition.expressions = vec![vec![Op::Bool(false)]];
    for screen in &mut definition.screens {
        screen.when = Some(0);
    }
    for other in [Answer::Bool(true), text("perhaps")] {
        let said = answers(&[("one", text("Ana")), ("other", other)]);
        let evaluation = evaluate(std::slice::from_ref(&definition), &said);
        assert_eq!(evaluation.set_aside, ["one", "other"]);
    }
}

#[test]
fn a_list_that_is_not_asked_has_no_time_line() {
    let mut definition = person();
    definition.expressions = vec![vec![Op::Bool(false)]];
    let said = answers(&[(
        "homes",
        Answer::List(vec![home("01/01/2019", "12/31/2024")]),
    )]);
    assert_eq!(evaluate(&[definition.clone()], &said).time_lines.len(), 1);
    definition.screens[1].when = Some(0);
    assert_eq!(evaluate(&[definition], &said).time_lines.len(), 0);
}

/// What is asked names its question; a list's own is none.
#[test]
fn what_is_asked_has_its_question() {
    let definition = person();
    let said = answers(&[("homes", Answer::List(vec![home("", "")]))]);
    let evaluation = evaluate(std::slice::from_ref(&definition), &said);
    let asked = evaluation.steps.iter().flat_map(|step| {
        let screen = &definition.screens[step.screen];
        let facts = step.asked.iter().map(|asked| asked.of(screen));
        facts.map(|question| question.map(|question| question.fact))
    });
    let asked: Vec<_> = asked.collect();
    assert_eq!(asked, [Some(3), None, Some(1), Some(2)]);
}

/// Numbers in conditions, the cents of amounts with them.
#[test]
fn numbers_and_cents() {
    for (wants, typed, number) in [
        (Wants::Number, "1,234", 1234),
        (Wants::Number, "007", 7),
        (Wants::Amount, "1,234.56", 123_456),
        (Wants::Amount, "12", 1200),
    ] {
        let mut definition = asking(&[("one", wants)]);
        definition.expressions = vec![vec![Op::Fact(0), Op::Number(number), Op::Equal]];
        definition.boxes = vec![BoxRule {
            when: Some(0),
            ..written("Box", Writes::Text("X".into()))
        }];
        let evaluation = evaluate(&[definition], &answers(&[("one", text(typed))]));
        assert_eq!(evaluation.boxes.len(), 1, "{typed}");
    }
}

/// Definitions that ask for a fact in other ways do not go together; words of choices are each one's own.
#[test]
fn definitions_that_want_the_same() {
    let choices = |ids: &[&str], label| {
        let choice = |id: &&str| Choice {
            id: (*id).into(),
            label,
        };
        Wants::Choice(ids.iter().map(choice).collect())
    };
    let first = asking(&[("one", choices(&["a", "b"], 0))]);
    for (wants, kept) in [
        (choices(&["a", "b"], 7), 2),
        (choices(&["a", "c"], 0), 1),
        (choices(&["a"], 0), 1),
        (Wants::YesNo, 1),
    ] {
        let other = Definition {
            id: "other".into(),
            ..asking(&[("one", wants.clone())])
        };
        let packet = Packet::new(vec![first.clone(), other]);
        assert_eq!(packet.definitions().len(), kept, "{wants:?}");
    }
}
