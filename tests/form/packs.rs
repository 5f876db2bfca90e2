//! Packs: what is written is read again, and what names something that is not there is damage.

use super::definitions::{account, person};
use prefile::form::{Choice, Definition, Op, Wants, Writes, read, write};

#[test]
fn what_is_written_is_read_again() {
    for mut definition in [account(), person()] {
        let numbers = [0, 1, -1, 63, 64, -64, -65, 8191, i64::MAX, i64::MIN];
        let ops = numbers.map(Op::Number).into_iter();
        definition.expressions.push(ops.collect());
        definition.screens[0].questions[0].place.page = u16::MAX;
        assert_eq!(read(&write(&definition)).as_ref(), Ok(&definition));
    }
}

#[test]
fn what_is_damaged_is_not_read() {
    let pack = write(&account());
    for at in 0..pack.len() {
        for bit in 0..8 {
            let mut pack = pack.clone();
            pack[at] ^= 1 << bit;
            assert!(read(&pack).is_err(), "bit {bit} of byte {at}");
        }
        assert!(read(&pack[..at]).is_err(), "{at} bytes");
    }
    let more = [pack.as_slice(), &[0]].concat();
    assert!(read(&more).is_err());
}

/// Each changes one place that a definition names to one behind the last.
type Change = fn(&mut Definition);

#[test]
fn what_names_nothing_is_not_read() {
    let of_account: [(&str, Change); 24] = [
        ("a language's lines", |it| {
            let mut other = it.texts[0].clone();
            other.lines.push(String::new());
            it.texts.push(other);
        }),
        ("a choice's label", |it| {
            let label = 1;
            let id = String::new();
            it.facts[0].wants = Wants::Choice(vec![Choice { id, label }]);
        }),
        ("a fact of a condition", |it| {
            it.expressions[0] = vec![Op::Fact(2)];
        }),
        ("a fact that is known", |it| {
            it.expressions[0] = vec![Op::Known(2)];
        }),
        ("a screen's condition", |it| it.screens[1].when = Some(3)),
        ("a screen's list", |it| it.screens[1].list = Some(0)),
        ("a screen's title", |it| it.screens[1].title = 1),
        ("a screen's words", |it| it.screens[1].intro = 1),
        ("a question's fact", |it| {
            it.screens[1].questions[0].fact = 2;
        }),
        ("a question's condition", |it| {
            it.screens[1].questions[0].when = Some(3);
        }),
        ("a question's label", |it| {
            it.screens[1].questions[0].label = 1;
        }),
        ("a question's help", |it| {
            it.screens[1].questions[0].help = 1;
        }),
        ("a question's why", |it| it.screens[1].questions[0].why = 1),
        ("a check's condition", |it| it.checks[0].when = 3),
        ("a check's fact", |it| it.checks[0].fact = Some(2)),
        ("a check's other fact", |it| it.checks[0].with = Some(2)),
        ("a check's message", |it| it.checks[0].message = 1),
        ("a check's why", |it| it.checks[0].why = 1),
        ("a check's source", |it| it.checks[0].source = 1),
        ("a box's condition", |it| it.boxes[0].when = Some(3)),
        ("an advice's condition", |it| it.advice[0].when = Some(3)),
        ("an advice's title", |it| it.advice[0].title = 1),
        ("an advice's words", |it| it.advice[0].body = 1),
        ("an advice's source", |it| it.advice[0].source = 1),
    ];
    let of_person: [(&str, Change); 9] = [
        ("a fact that a box holds", |it| {
            let Writes::Fact(fact, _) = &mut it.boxes[0].writes else {
                panic!("a fact");
            };
            *fact = 4;
        }),
        ("a member's list", |it| it.facts[1].list = Some(3)),
        ("a list in a list", |it| it.facts[0].list = Some(0)),
        ("where a time begins", |it| history(it, 4, 2)),
        ("where a time ends", |it| history(it, 1, 4)),
        ("a list that is none", |it| ops(it, Op::Size(3))),
        ("a list that one of is asked of", |it| {
            ops(it, Op::Any(3, 0));
        }),
        ("what is asked of all", |it| ops(it, Op::All(0, 1))),
        ("what is counted", |it| ops(it, Op::Count(1, 0))),
    ];
    for (definition, changes) in [(account(), &of_account[..]), (person(), &of_person[..])] {
        assert!(read(&write(&definition)).is_ok());
        for (what, change) in changes {
            let mut changed = definition.clone();
            change(&mut changed);
            assert!(read(&write(&changed)).is_err(), "{what}");
        }
    }
    let mut lists = person();
    ops(&mut lists, Op::Any(0, 0));
    assert!(read(&write(&lists)).is_ok());
}

fn history(definition: &mut Definition, from: u16, to: u16) {
    let Wants::List(Some(history)) = &mut definition.facts[0].wants else {
        panic!("a list");
    };
    (history.from, history.to) = (from, to);
}

fn ops(definition: &mut Definition, op: Op) {
    definition.expressions = vec![vec![op]];
}
