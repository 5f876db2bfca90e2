//! `[[example]]`: made-up answers, and what must come of them.

use std::collections::BTreeMap;

use prefile::{
    Code, Day,
    form::{Answer, Answers, Wants},
};

use crate::{
    Example,
    definition::Builder,
    near::nearest,
    sheet::{Item, Table, Text, Value},
};

const KEYS: [&str; 7] = [
    "today", "answers", "none", "asked", "findings", "boxes", "advice",
];

/// The day of an example that names none.
const TODAY: &str = "2026-01-15";

/// Answers by the last name of the fact, while they are read.
#[derive(Default)]
struct Said {
    answers: BTreeMap<String, Answer>,
    entries: BTreeMap<String, Vec<BTreeMap<String, Answer>>>,
}

pub(crate) fn read(to: &mut Builder<'_>, table: &Table) -> Vec<Example> {
    let tables = table.tables("example", &mut to.faults);
    tables.into_iter().map(|table| one(to, table)).collect()
}

fn one(to: &mut Builder<'_>, table: &Table) -> Example {
    table.only("an example", &KEYS, &mut to.faults);
    let said_today = table.text("today", &mut to.faults);
    let today = said_today.as_ref().map_or(TODAY, |text| text.text.as_str());
    let today = Day::from_iso(today).or_else(|| {
        let line = said_today.as_ref().map_or(table.line, |text| text.line);
        to.faults.say(
            line,
            format!("`{today}` is no day of the calendar: say it as {TODAY}"),
        );
        Day::from_iso(TODAY)
    });
    let mut said = Said::default();
    match table.get("answers").map(|row| (&row.item.value, row.line)) {
        Some((Value::Table(answers), _)) => answers_of(to, answers, &mut said),
        Some((_, line)) => to
            .faults
            .say(line, "`answers` wants { \"fact\" = \"...\" }".to_owned()),
        None => to.faults.say(
            table.line,
            "an example wants `answers = { ... }`".to_owned(),
        ),
    }
    for path in table.texts("none", &mut to.faults).unwrap_or_default() {
        none(to, &path, &mut said);
    }
    let example = Example {
        line: table.line,
        today: today.expect("it has one of its own"),
        answers: said.answers(),
        asked: names(to, table, "asked", |to, name| to.find(name).is_some()),
        findings: names(to, table, "findings", code),
        boxes: boxes(to, table),
        advice: names(to, table, "advice", advised),
    };
    if table
        .rows
        .iter()
        .all(|row| ["today", "answers", "none"].contains(&row.key.as_str()))
    {
        to.faults.say(
            table.line,
            "an example says what must come of the answers: asked, findings, boxes or advice"
                .to_owned(),
        );
    }
    example
}

fn answers_of(to: &mut Builder<'_>, table: &Table, said: &mut Said) {
    for row in &table.rows {
        let name = Text {
            line: row.line,
            text: row.key.clone(),
        };
        let Some(fact) = asked(to, &name) else {
            continue;
        };
        let known = &to.tree.facts.all[fact];
        match (&known.wants, &row.item.value) {
            (Wants::List(_), Value::List(items)) => {
                let entries = items.iter().map(|item| entry(to, fact, item)).collect();
                said.entries.insert(known.id.clone(), entries);
            }
            (Wants::List(_), _) => {
                to.faults.say(
                    row.line,
                    format!("`{}` is a list: its answer is [{{ ... }}, ...]", row.key),
                );
            }
            _ if known.list.is_some() => {
                to.faults.say(
                    row.line,
                    format!("`{}` stands in the entries of its list", row.key),
                );
            }
            _ => {
                if let Some(answer) = answer(to, fact, &row.item) {
                    said.answers.insert(row.key.clone(), answer);
                }
            }
        }
    }
}

fn entry(to: &mut Builder<'_>, list: usize, item: &Item) -> BTreeMap<String, Answer> {
    let mut entry = BTreeMap::new();
    let id = to.tree.facts.all[list].id.clone();
    let Value::Table(table) = &item.value else {
        to.faults
            .say(item.line, format!("an entry of `{id}` is {{ ... }}"));
        return entry;
    };
    for row in &table.rows {
        let name = Text {
            line: row.line,
            text: format!("{id}.{}", row.key),
        };
        if let Some(fact) = asked(to, &name)
            && let Some(answer) = answer(to, fact, &row.item)
        {
            entry.insert(row.key.clone(), answer);
        }
    }
    entry
}

/// A fact that a screen asks for.
fn asked(to: &mut Builder<'_>, name: &Text) -> Option<usize> {
    let fact = to.find(name)?;
    if !to.asked.contains_key(&fact) {
        to.faults
            .say(name.line, format!("no screen asks for `{}`", name.text));
    }
    Some(fact)
}

fn answer(to: &mut Builder<'_>, fact: usize, item: &Item) -> Option<Answer> {
    let known = &to.tree.facts.all[fact];
    let id = &known.id;
    let wanted = match (&known.wants, &item.value) {
        (Wants::YesNo, Value::Bool(yes)) => return Some(Answer::Bool(*yes)),
        (Wants::YesNo, _) => "true or false",
        (Wants::Choice(_), Value::Text(choice)) => {
            if !known.choices().any(|known| known == choice) {
                let near = nearest(choice, known.choices());
                to.faults
                    .say(item.line, format!("`{id}` has no choice `{choice}`{near}"));
            }
            return Some(Answer::Text(choice.clone()));
        }
        (_, Value::Text(text)) => return Some(Answer::Text(text.clone())),
        _ => "a text, as a person types it",
    };
    to.faults
        .say(item.line, format!("the answer to `{id}` is {wanted}"));
    None
}

/// "I have none": `applicant.a_number`, or `homes[0].unit`.
fn none(to: &mut Builder<'_>, path: &Text, said: &mut Said) {
    let (name, place) = match path.text.split_once('[') {
        Some((list, rest)) => {
            let place = rest
                .split_once("].")
                .and_then(|(entry, member)| Some((list, entry.parse::<usize>().ok()?, member)));
            let Some((list, entry, member)) = place else {
                to.faults.say(
                    path.line,
                    "an entry's fact is said as `homes[0].unit`".to_owned(),
                );
                return;
            };
            (format!("{list}.{member}"), Some((list, entry, member)))
        }
        None => (path.text.clone(), None),
    };
    let name = Text {
        line: path.line,
        text: name,
    };
    let Some(fact) = asked(to, &name) else {
        return;
    };
    let known = &to.tree.facts.all[fact];
    if !known.optional {
        to.faults.say(
            path.line,
            format!(
                "`{}` is not optional: \"I have none\" is no answer",
                name.text
            ),
        );
    }
    let answers = match (place, known.list) {
        (None, None) => Some((&mut said.answers, name.text.as_str())),
        (Some((list, entry, member)), Some(_)) => {
            let entry = said
                .entries
                .get_mut(list)
                .and_then(|entries| entries.get_mut(entry));
            entry.map(|entry| (entry, member))
        }
        _ => None,
    };
    let Some((answers, key)) = answers else {
        to.faults.say(
            path.line,
            format!("the answers have no such entry as `{}`", path.text),
        );
        return;
    };
    if answers.insert(key.to_owned(), Answer::None).is_some() {
        to.faults.say(
            path.line,
            format!("`{}` has an answer, and is among `none`", path.text),
        );
    }
}

impl Said {
    fn answers(self) -> Answers {
        let mut answers = of(self.answers);
        for (list, entries) in self.entries {
            let entries = entries.into_iter().map(of).collect();
            answers.say(&list, Answer::List(entries));
        }
        answers
    }
}

fn of(said: BTreeMap<String, Answer>) -> Answers {
    let mut answers = Answers::default();
    for (fact, answer) in said {
        answers.say(&fact, answer);
    }
    answers
}

/// Names in a row, each of which must be one that is known.
fn names(
    to: &mut Builder<'_>,
    table: &Table,
    key: &str,
    known: fn(&mut Builder<'_>, &Text) -> bool,
) -> Option<Vec<String>> {
    let names = table.texts(key, &mut to.faults)?;
    let known = names
        .into_iter()
        .filter_map(|name| known(to, &name).then_some(name.text));
    Some(known.collect())
}

/// A code of the core, or of one of the definition's own checks.
fn code(to: &mut Builder<'_>, name: &Text) -> bool {
    let id = &to.definition.id;
    let checks = to.definition.checks.iter();
    let own: Vec<String> = checks.map(|check| format!("{id}/{}", check.id)).collect();
    let core: Vec<&str> = Code::all().map(Code::id).collect();
    let names = || own.iter().map(String::as_str).chain(core.iter().copied());
    let known = names().any(|code| code == name.text);
    if !known {
        let near = nearest(&name.text, names());
        to.faults.say(
            name.line,
            format!("there is no finding `{}`{near}", name.text),
        );
    }
    known
}

fn advised(to: &mut Builder<'_>, name: &Text) -> bool {
    let ids = || to.definition.advice.iter().map(|advice| advice.id.as_str());
    let known = ids().any(|id| id == name.text);
    if !known {
        let near = nearest(&name.text, ids());
        to.faults.say(
            name.line,
            format!("there is no advice `{}`{near}", name.text),
        );
    }
    known
}

fn boxes(to: &mut Builder<'_>, table: &Table) -> Option<Vec<(String, String)>> {
    let row = table.get("boxes")?;
    let Value::Table(boxes) = &row.item.value else {
        to.faults.say(
            row.line,
            "`boxes` wants { \"name of the box\" = \"what it gets\" }".to_owned(),
        );
        return None;
    };
    let mut written = Vec::with_capacity(boxes.rows.len());
    for row in &boxes.rows {
        let names = || to.definition.boxes.iter().map(|rule| rule.name.as_str());
        if !names().any(|name| name == row.key) {
            let near = nearest(&row.key, names());
            to.faults.say(
                row.line,
                format!("no rule writes the box `{}`{near}", row.key),
            );
        }
        if let Some(text) = row.item.exact("what a box gets", &mut to.faults) {
            written.push((row.key.clone(), text.text));
        }
    }
    Some(written)
}
