//! Conditions: what each step makes of values, known and not.

use prefile::{
    Day,
    form::{Facts, Op, Value, evaluate, holds},
};

use Op::{
    All, And, Any, AtMost, Count, Days, Equal, Fact, Known, Less, Months, Not, Null, Or, Select,
    Size, StartsWith, Today, Years,
};

/// Facts 0 to 5 by themselves, 6 a list of three numbers, 7 a member of it, 8 a list that is not known.
struct Made {
    expressions: Vec<Vec<Op>>,
}

const UNKNOWN: u16 = 0;
const NONE: u16 = 1;
const YES: u16 = 2;
const SEVEN: u16 = 3;
const NAME: u16 = 4;
const LIST: u16 = 6;
const MEMBER: u16 = 7;
const UNKNOWN_LIST: u16 = 8;

impl Facts for Made {
    fn value(&self, fact: u16, entry: usize) -> Value<'_> {
        match (fact, entry) {
            (NONE, _) => Value::Null,
            (YES, _) => Value::Bool(true),
            (SEVEN, _) | (MEMBER, 1) => Value::Number(7),
            (NAME, _) => Value::Text("Garcia"),
            (MEMBER, 0) => Value::Number(5),
            (MEMBER, 2) => Value::Number(9),
            _ => Value::Unknown,
        }
    }

    fn entries(&self, list: u16) -> Option<usize> {
        (list == LIST).then_some(3)
    }

    fn today(&self) -> Option<Day> {
        Day::from_iso("2026-11-22")
    }

    fn expression(&self, index: u16) -> &[Op] {
        &self.expressions[usize::from(index)]
    }
}

/// What the first comes to; the others are what it says of entries.
#[track_caller]
fn comes_to(ops: &[Op], of_entries: &[&[Op]], expected: Value) {
    let mut expressions = vec![ops.to_vec()];
    expressions.extend(of_entries.iter().map(|ops| ops.to_vec()));
    let made = Made { expressions };
    assert_eq!(evaluate(0, &made, 0), expected, "{ops:?}");
    let expected = match expected {
        Value::Bool(holds) => Some(holds),
        _ => None,
    };
    assert_eq!(holds(Some(0), &made, 0), expected, "{ops:?}");
    assert_eq!(holds(None, &made, 0), Some(true));
}

fn day(iso: &str) -> Op {
    Op::Number(Day::from_iso(iso).expect("a day").number().into())
}

#[test]
fn values() {
    let text = |text: &str| Op::Text(text.into());
    let today = Day::from_iso("2026-11-22").expect("a day").number();
    for (ops, expected) in [
        (vec![Today], Value::Number(today.into())),
        (vec![Fact(SEVEN)], Value::Number(7)),
        (vec![Fact(UNKNOWN)], Value::Unknown),
        (vec![], Value::Unknown),
        (vec![Known(SEVEN)], Value::Bool(true)),
        (vec![Known(NONE)], Value::Bool(true)),
        (vec![Known(UNKNOWN)], Value::Bool(false)),
        (vec![Fact(NONE), Null, Equal], Value::Bool(true)),
        (vec![Fact(SEVEN), Null, Equal], Value::Bool(false)),
        (vec![Fact(UNKNOWN), Null, Equal], Value::Unknown),
        (vec![Null, Fact(UNKNOWN), Equal], Value::Unknown),
        (vec![Fact(YES), Not], Value::Bool(false)),
        (vec![Fact(UNKNOWN), Not], Value::Unknown),
        (vec![Fact(SEVEN), Not], Value::Unknown),
        (vec![Fact(NAME), text("Gar"), StartsWith], Value::Bool(true)),
        (vec![Fact(NAME), text("ar"), StartsWith], Value::Bool(false)),
        (vec![Fact(NAME), Fact(SEVEN), StartsWith], Value::Unknown),
        (vec![Fact(NAME), Fact(SEVEN), Less], Value::Unknown),
        (vec![Size(LIST)], Value::Number(3)),
        (vec![Size(UNKNOWN_LIST)], Value::Unknown),
    ] {
        comes_to(&ops, &[], expected);
    }
    for (other, less, at_most) in [(6, false, false), (7, false, true), (8, true, true)] {
        let with = |op| vec![Fact(SEVEN), Op::Number(other), op];
        comes_to(&with(Less), &[], Value::Bool(less));
        comes_to(&with(AtMost), &[], Value::Bool(at_most));
        comes_to(&with(Equal), &[], Value::Bool(other == 7));
    }
}

#[test]
fn what_is_not_known_decides_nothing() {
    let (yes, no, unknown) = (Value::Bool(true), Value::Bool(false), Value::Unknown);
    let all = [
        (Op::Bool(true), yes),
        (Op::Bool(false), no),
        (Fact(UNKNOWN), unknown),
        // No truth at all.
        (Fact(SEVEN), unknown),
    ];
    for (one, first) in &all {
        for (other, second) in &all {
            let and = match (first, second) {
                (Value::Bool(false), _) | (_, Value::Bool(false)) => no,
                (Value::Bool(true), Value::Bool(true)) => yes,
                _ => unknown,
            };
            let or = match (first, second) {
                (Value::Bool(true), _) | (_, Value::Bool(true)) => yes,
                (Value::Bool(false), Value::Bool(false)) => no,
                _ => unknown,
            };
            comes_to(&[one.clone(), other.clone(), And], &[], and);
            comes_to(&[one.clone(), other.clone(), Or], &[], or);
        }
    }
    for (condition, yes, no, expected) in [
        (Op::Bool(true), 1, 2, Value::Number(1)),
        (Op::Bool(false), 1, 2, Value::Number(2)),
        (Fact(UNKNOWN), 1, 2, Value::Unknown),
        // The same either way.
        (Fact(UNKNOWN), 3, 3, Value::Number(3)),
    ] {
        let ops = [condition, Op::Number(yes), Op::Number(no), Select];
        comes_to(&ops, &[], expected);
    }
}

#[test]
fn spans_of_time() {
    for (from, to, days, months, years) in [
        ("2026-01-31", "2026-01-31", 0, 0, 0),
        ("2026-01-31", "2026-02-28", 28, 0, 0),
        ("2026-01-31", "2026-03-31", 59, 2, 0),
        ("2008-11-22", "2026-11-22", 6574, 216, 18),
        ("2008-11-23", "2026-11-22", 6573, 215, 17),
        ("2008-12-01", "2026-11-22", 6565, 215, 17),
        ("2026-11-22", "2026-10-22", -31, -1, -1),
        ("2026-11-22", "2026-11-21", -1, -1, -1),
    ] {
        for (op, expected) in [(Days, days), (Months, months), (Years, years)] {
            comes_to(&[day(from), day(to), op], &[], Value::Number(expected));
        }
    }
    // No day has such a number.
    for op in [Months, Years] {
        let ops = [Op::Number(i64::MAX), day("2026-11-22"), op];
        comes_to(&ops, &[], Value::Unknown);
    }
}

#[test]
fn entries_of_a_list() {
    let over = |number| [Fact(MEMBER), Op::Number(number), Less];
    for (number, any, all, count) in [
        (5, false, false, 0),
        (6, true, false, 1),
        (8, true, false, 2),
        (10, true, true, 3),
    ] {
        let body = over(number);
        comes_to(&[Any(LIST, 1)], &[&body], Value::Bool(any));
        comes_to(&[All(LIST, 1)], &[&body], Value::Bool(all));
        comes_to(&[Count(LIST, 1)], &[&body], Value::Number(count));
    }
    // Of the entry with 7 nothing is known; the others decide where they can.
    let but = |when| {
        let equal = [Fact(MEMBER), Op::Number(7), Equal, Fact(UNKNOWN)];
        let less = [Fact(MEMBER), Op::Number(when), Less, Select];
        [equal, less].concat()
    };
    for (when, any, all) in [
        (5, None, Some(false)),
        (6, Some(true), Some(false)),
        (10, Some(true), None),
    ] {
        let body = but(when);
        let value = |known: Option<bool>| known.map_or(Value::Unknown, Value::Bool);
        comes_to(&[Any(LIST, 1)], &[&body], value(any));
        comes_to(&[All(LIST, 1)], &[&body], value(all));
        comes_to(&[Count(LIST, 1)], &[&body], Value::Unknown);
    }
    for op in [
        Any(UNKNOWN_LIST, 1),
        All(UNKNOWN_LIST, 1),
        Count(UNKNOWN_LIST, 1),
    ] {
        comes_to(&[op], &[&over(6)], Value::Unknown);
    }
    // A list has no lists in it.
    for op in [Any(LIST, 2), All(LIST, 2), Count(LIST, 2)] {
        comes_to(&[Any(LIST, 1)], &[&[op], &over(10)], Value::Unknown);
    }
}
