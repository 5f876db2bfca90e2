//! `forms/facts.toml`: everything that any definition asks for.

use std::collections::BTreeMap;

use prefile::{
    Kind,
    form::{Choice, History, Wants},
};

use crate::{
    condition::is_name,
    fault::Faults,
    near::nearest,
    shared::index,
    sheet::{Table, Text, Value},
};

const WANTS: [&str; 7] = [
    "yes-no", "choice", "month", "number", "amount", "text", "list",
];

/// All facts: each list before its members. Places in a [`History`] count in them, and choices have
/// no words yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub all: Vec<Known>,
    places: BTreeMap<String, usize>,
}

/// A fact as its table says it.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// `applicant.family_name`, `homes.street`.
    pub id: String,
    /// Its tables in files: `homes.each.street`.
    pub path: String,
    pub list: Option<usize>,
    pub wants: Wants,
    pub optional: bool,
    pub line: usize,
}

impl Known {
    /// The names of its choices.
    pub fn choices(&self) -> impl Iterator<Item = &str> {
        let choices: &[Choice] = match &self.wants {
            Wants::Choice(choices) => choices,
            _ => &[],
        };
        choices.iter().map(|choice| choice.id.as_str())
    }
}

impl Facts {
    pub fn read(table: &Table, faults: &mut Faults) -> Self {
        let mut facts = Self::default();
        for (name, table) in named_tables(table, faults) {
            if table.get("wants").is_some() {
                facts.add(name, name, None, table, faults);
                continue;
            }
            for (second, table) in named_tables(table, faults) {
                let id = format!("{name}.{second}");
                facts.add(&id, &id, None, table, faults);
            }
        }
        facts
    }

    pub fn find(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|fact| fact.id.as_str())
    }

    pub fn members(&self, list: usize) -> impl Iterator<Item = &Known> {
        self.all.iter().filter(move |fact| fact.list == Some(list))
    }

    fn add(
        &mut self,
        id: &str,
        path: &str,
        list: Option<usize>,
        table: &Table,
        faults: &mut Faults,
    ) {
        table.only(
            "a fact",
            &["wants", "optional", "choices", "history", "each"],
            faults,
        );
        let Some(wants) = table.needed("a fact", "wants", faults) else {
            return;
        };
        let place = self.all.len();
        self.places.insert(id.to_owned(), place);
        self.all.push(Known {
            id: id.to_owned(),
            path: path.to_owned(),
            list,
            wants: wanted(&wants, table, faults),
            optional: table.flag("optional", faults),
            line: table.line,
        });
        for (key, of) in [("choices", "choice"), ("history", "list"), ("each", "list")] {
            if let Some(row) = table.get(key)
                && wants.text != of
            {
                faults.say(
                    row.line,
                    format!("`{key}` stands only where wants = \"{of}\""),
                );
            }
        }
        if wants.text != "list" {
            return;
        }
        if list.is_some() {
            faults.say(wants.line, "a list has no lists in it".to_owned());
            return;
        }
        if self.all[place].optional {
            faults.say(
                table.line,
                "a list is not optional: without entries it is empty".to_owned(),
            );
        }
        match table.get("each").map(|row| &row.item.value) {
            Some(Value::Table(each)) => {
                for (member, table) in named_tables(each, faults) {
                    self.add(
                        &format!("{id}.{member}"),
                        &format!("{path}.each.{member}"),
                        Some(place),
                        table,
                        faults,
                    );
                }
            }
            _ => faults.say(
                table.line,
                format!("say what each entry has: [{path}.each.street]"),
            ),
        }
        self.all[place].wants = Wants::List(self.history(place, table, faults));
    }

    fn history(&self, list: usize, table: &Table, faults: &mut Faults) -> Option<History> {
        let row = table.get("history")?;
        let Value::Table(history) = &row.item.value else {
            faults.say(
                row.line,
                "`history` wants { from = \"from\", to = \"to\" }".to_owned(),
            );
            return None;
        };
        history.only("a history", &["from", "to", "years", "whole"], faults);
        let mut end = |key: &str| {
            let name = history.needed("a history", key, faults)?;
            let id = format!("{}.{}", self.all[list].id, name.text);
            let member = self.find(&id);
            let is_time = member.is_some_and(|member| {
                let wants = &self.all[member].wants;
                matches!(
                    wants,
                    Wants::Month | Wants::Kind(Kind::Date | Kind::DateOfBirth)
                )
            });
            if !is_time {
                faults.say(
                    name.line,
                    format!("`{id}` is no date or month of the entries"),
                );
            }
            member.map(index)
        };
        let (from, to) = (end("from"), end("to"));
        let years = history.number("years", 100, faults).unwrap_or(0);
        Some(History {
            from: from?,
            to: to?,
            years: u8::try_from(years).unwrap_or(u8::MAX),
            whole: history.flag("whole", faults),
        })
    }
}

/// The tables in a table, by names that conditions can have.
fn named_tables<'t>(table: &'t Table, faults: &mut Faults) -> Vec<(&'t str, &'t Table)> {
    let mut tables = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        match &row.item.value {
            Value::Table(_) if !is_name(&row.key) => {
                faults.say(row.line, format!("`{}` cannot be a fact's name: lower-case letters, digits and `_`, and no word of the language", row.key));
            }
            Value::Table(inner) => tables.push((row.key.as_str(), inner)),
            _ => faults.say(
                row.line,
                format!(
                    "`{}` stands outside of a fact: begin one with [a.name] and `wants`",
                    row.key
                ),
            ),
        }
    }
    tables
}

fn wanted(wants: &Text, table: &Table, faults: &mut Faults) -> Wants {
    match wants.text.as_str() {
        "yes-no" => Wants::YesNo,
        "month" => Wants::Month,
        "number" => Wants::Number,
        "amount" => Wants::Amount,
        "text" => Wants::Text,
        "list" => Wants::List(None),
        "choice" => Wants::Choice(choices(table, faults)),
        kind => {
            if let Some(kind) = Kind::from_id(kind) {
                return Wants::Kind(kind);
            }
            let known = Kind::all().map(Kind::id).chain(WANTS);
            let near = nearest(kind, known);
            faults.say(
                wants.line,
                format!("there is no kind `{kind}` in data/kinds.toml{near}"),
            );
            Wants::Text
        }
    }
}

fn choices(table: &Table, faults: &mut Faults) -> Vec<Choice> {
    let names = table.texts("choices", faults).unwrap_or_default();
    if names.is_empty() {
        faults.say(
            table.line,
            "a choice wants `choices = [\"...\", ...]`".to_owned(),
        );
    }
    let mut choices: Vec<Choice> = Vec::with_capacity(names.len());
    for name in names {
        if !is_name(&name.text) {
            faults.say(
                name.line,
                format!(
                    "`{}` cannot be a choice's name: lower-case letters, digits and `_`",
                    name.text
                ),
            );
        } else if choices.iter().any(|choice| choice.id == name.text) {
            faults.say(
                name.line,
                format!("the choice `{}` stands here twice", name.text),
            );
        } else {
            choices.push(Choice {
                id: name.text,
                label: 0,
            });
        }
    }
    choices
}
