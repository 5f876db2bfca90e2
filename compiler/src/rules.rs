//! `[[check]]`, `[[advice]]`, `[[box]]` and `[[hand]]`: what comes of the answers.

use std::collections::BTreeSet;

use prefile::{
    Severity,
    form::{Advice, BoxRule, Rule, Spelling, Wants, Writes},
};

use crate::{
    Hand, OfficialBox,
    definition::{Builder, Scope},
    near::nearest,
    screens,
    shared::index,
    sheet::{Table, Text},
};

/// Everything that the definition asks may be named.
const AFTER_ALL: Scope<'_> = Scope {
    before: None,
    list: None,
};

pub(crate) fn checks(to: &mut Builder<'_>, table: &Table) {
    let mut ids = BTreeSet::new();
    for table in table.tables("check", &mut to.faults) {
        let keys = ["id", "severity", "when", "fact", "with", "source"];
        table.only("a check", &keys, &mut to.faults);
        let id = to.id("a check", table, |_, id| !ids.insert(id.to_owned()));
        let severity = table.needed("a check", "severity", &mut to.faults);
        let severity = match severity.as_ref().map(|severity| severity.text.as_str()) {
            Some("error") => Severity::Error,
            Some("note") => Severity::Note,
            Some("warning") | None => Severity::Warning,
            Some(other) => {
                let line = severity
                    .as_ref()
                    .map_or(table.line, |severity| severity.line);
                to.faults.say(
                    line,
                    format!("`{other}` is no severity: error, warning or note"),
                );
                Severity::Warning
            }
        };
        let fact = to.asked_fact(table, "fact").map(|(fact, _)| fact);
        let with = to.asked_fact(table, "with").map(|(fact, _)| fact);
        if fact.is_none() && with.is_some() {
            let line = table.line;
            to.faults
                .say(line, "`with` needs a `fact` to be compared with".to_owned());
        }
        let list = fact.and_then(|fact| to.tree.facts.all[fact].list);
        let when = table.needed("a check", "when", &mut to.faults);
        let when = when.and_then(|when| to.condition(&when, &Scope { before: None, list }));
        let rule = Rule {
            severity,
            when: when.unwrap_or(0),
            fact: fact.map(index),
            with: with.map(index),
            message: to.needed_text(&format!("checks.{id}.message"), table.line),
            why: to.needed_text(&format!("checks.{id}.why"), table.line),
            source: to.source("a check", table),
            id,
        };
        to.definition.checks.push(rule);
        to.lines.checks.push(table.line);
    }
}

pub(crate) fn advice(to: &mut Builder<'_>, table: &Table) {
    let mut ids = BTreeSet::new();
    for table in table.tables("advice", &mut to.faults) {
        table.only("an advice", &["id", "when", "source"], &mut to.faults);
        let id = to.id("an advice", table, |_, id| !ids.insert(id.to_owned()));
        let advice = Advice {
            when: to.when(table, &AFTER_ALL),
            title: to.needed_text(&format!("advice.{id}.title"), table.line),
            body: to.needed_text(&format!("advice.{id}.body"), table.line),
            source: to.source("an advice", table),
            id,
        };
        to.definition.advice.push(advice);
        to.lines.advice.push(table.line);
    }
}

pub(crate) fn boxes(to: &mut Builder<'_>, table: &Table) {
    for table in table.tables("box", &mut to.faults) {
        let keys = [
            "name", "fact", "text", "list", "entry", "spelling", "digit", "part", "takes", "when",
            "empty",
        ];
        table.only("a box", &keys, &mut to.faults);
        let Some(name) = table.needed("a box", "name", &mut to.faults) else {
            continue;
        };
        let text = table.exact("text", &mut to.faults);
        let mut list = None;
        let writes = match (table.get("fact"), text) {
            (Some(_), None) => fact(to, table, &name, &mut list),
            (None, Some(text)) => {
                list = list_at_hand(to, table);
                for key in ["spelling", "digit", "part", "takes", "empty"] {
                    if let Some(row) = table.get(key) {
                        to.faults.say(
                            row.line,
                            format!("`{key}` says nothing of a box that gets a text"),
                        );
                    }
                }
                sets(to, &name, &text);
                Some(Writes::Text(text.text))
            }
            _ => {
                to.faults.say(
                    table.line,
                    "a box gets either a `fact` or a `text`".to_owned(),
                );
                None
            }
        };
        let official = to.official.as_ref();
        let room = official
            .and_then(|official| official.boxes.iter().find(|one| one.name == name.text)?.max);
        let takes = table.exact("takes", &mut to.faults);
        let empty = table.text("empty", &mut to.faults);
        let when = to.when(table, &Scope { before: None, list });
        let entry = table.number("entry", 999, &mut to.faults).unwrap_or(0);
        one_entry(to, &name, entry);
        to.definition.boxes.push(BoxRule {
            name: name.text,
            when,
            entry,
            writes: writes.unwrap_or(Writes::Text(String::new())),
            empty: empty.map(|empty| empty.text).unwrap_or_default(),
            room: room.unwrap_or(0),
            takes: takes.map(|takes| takes.text).unwrap_or_default(),
        });
        to.lines.boxes.push(table.line);
    }
}

/// The list of whose entry a text's condition speaks.
fn list_at_hand(to: &mut Builder<'_>, table: &Table) -> Option<usize> {
    let list = screens::list(to, table);
    for (key, other) in [("entry", "list"), ("list", "entry")] {
        if let Some(row) = table.get(key)
            && table.get(other).is_none()
        {
            to.faults.say(
                row.line,
                format!("`{key}` wants `{other}` beside it: which entry of which list?"),
            );
        }
    }
    list
}

/// The rules of one box speak of one entry: the proofs look at no two at once.
fn one_entry(to: &mut Builder<'_>, name: &Text, entry: u16) {
    let mut others = to.definition.boxes.iter();
    if others.any(|other| other.name == name.text && other.entry != entry) {
        let what = format!("another rule of `{}` is of another entry", name.text);
        to.faults.say(name.line, what);
    }
}

/// A box with a fact: of the official list, and of the fact's kind.
fn fact(
    to: &mut Builder<'_>,
    table: &Table,
    name: &Text,
    list: &mut Option<usize>,
) -> Option<Writes> {
    let (place, line) = to.asked_fact(table, "fact")?;
    let official = official(to, name).cloned();
    if let Some(row) = table.get("list") {
        let what = "`list` belongs to a box with a `text`: a fact has its own";
        to.faults.say(row.line, what.to_owned());
    }
    let spelling = spelling(to, table, place);
    let fact = &to.tree.facts.all[place];
    *list = fact.list;
    let id = &fact.id;
    let kind = match &fact.wants {
        Wants::Kind(kind) => Some(*kind),
        Wants::Month | Wants::Number | Wants::Amount | Wants::Text => None,
        Wants::YesNo | Wants::Choice(_) => {
            to.faults.say(line, format!("`{id}` has no spelling for a box: say with `text` and `when` what stands there for each answer"));
            return None;
        }
        Wants::List(_) => {
            to.faults.say(
                line,
                format!("`{id}` is a list: a box gets one member of one `entry`"),
            );
            return None;
        }
    };
    let file = to.official.as_ref().map_or("", |official| &official.file);
    match official {
        Some(one) if one.state.is_some() => {
            let at = one.line;
            let what = format!(
                "a check box ({file}:{at}) gets no `{id}`: say with `text` and `when` what sets it"
            );
            to.faults.say(line, what);
        }
        Some(one) if !one.takes(kind) => {
            let (wanted, at) = (one.kind.map_or("", prefile::Kind::id), one.line);
            let has = kind.map_or("none of the kinds", prefile::Kind::id);
            let what = format!("the box wants {wanted} ({file}:{at}), and `{id}` is {has}");
            to.faults.say(line, what);
        }
        _ => {}
    }
    match (fact.list, table.get("entry")) {
        (Some(_), Some(_)) | (None, None) => Some(Writes::Fact(index(place), spelling)),
        (Some(_), None) => {
            to.faults.say(
                line,
                format!("`{id}` is one for each entry: say of which, `entry = 0`"),
            );
            None
        }
        (None, Some(_)) => {
            to.faults
                .say(line, format!("`{id}` is in no list: take `entry` out"));
            None
        }
    }
}

/// How a box spells its fact.
fn spelling(to: &mut Builder<'_>, table: &Table, fact: usize) -> Spelling {
    let spelling = table.text("spelling", &mut to.faults);
    if let (Some(row), Some(digit)) = (table.get("digit"), table.number("digit", 9, &mut to.faults))
    {
        let fact = &to.tree.facts.all[fact];
        if fact.wants != Wants::Number || digit == 0 || spelling.is_some() {
            let what = "`digit` is of a number, from 1, the last one, and stands for a `spelling`";
            to.faults.say(row.line, what.to_owned());
        }
        return Spelling::Digit(u8::try_from(digit).unwrap_or(1));
    }
    if let (Some(row), Some(part)) = (table.get("part"), table.number("part", 9, &mut to.faults)) {
        if part == 0 || spelling.is_some() {
            let what = "`part` counts from 1, and stands for a `spelling`";
            to.faults.say(row.line, what.to_owned());
        }
        return Spelling::Part(u8::try_from(part).unwrap_or(1));
    }
    let Some(spelling) = spelling else {
        return Spelling::Printed;
    };
    match spelling.text.as_str() {
        "printed" => Spelling::Printed,
        "canonical" => Spelling::Canonical,
        "digits" => Spelling::Digits,
        other => {
            let what = format!("`{other}` is no spelling: printed, canonical or digits");
            to.faults.say(spelling.line, what);
            Spelling::Printed
        }
    }
}

/// A check box gets what sets it, and nothing else.
fn sets(to: &mut Builder<'_>, name: &Text, text: &Text) {
    let Some(one) = official(to, name) else {
        return;
    };
    let (at, state) = (one.line, one.state.clone());
    let file = to.official.as_ref().map_or("", |official| &official.file);
    if let Some(state) = state.filter(|state| *state != text.text) {
        let what = format!(
            "the box is set by `{state}` ({file}:{at}), not by `{}`",
            text.text
        );
        to.faults.say(text.line, what);
    }
}

/// The box of the official list.
fn official<'b>(to: &'b mut Builder<'_>, name: &Text) -> Option<&'b OfficialBox> {
    to.want_official(name.line);
    let official = to.official.as_ref()?;
    let found = official.boxes.iter().find(|one| one.name == name.text);
    if found.is_none() {
        let near = nearest(
            &name.text,
            official.boxes.iter().map(|one| one.name.as_str()),
        );
        let what = format!("{} has no box `{}`{near}", official.file, name.text);
        to.faults.say(name.line, what);
    }
    found
}

pub(crate) fn hand(to: &mut Builder<'_>, table: &Table) {
    for table in table.tables("hand", &mut to.faults) {
        table.only("a box for the hand", &["name", "why"], &mut to.faults);
        let name = table.needed("a box for the hand", "name", &mut to.faults);
        let why = table.needed("a box for the hand", "why", &mut to.faults);
        let (Some(name), Some(why)) = (name, why) else {
            continue;
        };
        official(to, &name);
        if to.hand.iter().any(|other| other.name == name.text) {
            to.faults.say(
                name.line,
                format!("`{}` is left to the hand twice", name.text),
            );
        }
        if let Some(place) = to
            .definition
            .boxes
            .iter()
            .position(|rule| rule.name == name.text)
        {
            let line = to.lines.boxes[place];
            to.faults.say(
                name.line,
                format!(
                    "`{}` is left to the hand, and a rule writes it in line {line}",
                    name.text
                ),
            );
        }
        to.hand.push(Hand {
            name: name.text,
            why: why.text,
            line: table.line,
        });
    }
}
