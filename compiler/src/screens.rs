//! `[[screen]]`: what is asked, in order.

use std::collections::BTreeSet;

use prefile::form::{Place, Question, Screen, Wants};

use crate::{
    definition::{Builder, Scope},
    near::nearest,
    shared::index,
    sheet::Table,
};

const KEYS: [&str; 4] = ["id", "when", "list", "ask"];
const QUESTION_KEYS: [&str; 6] = ["fact", "when", "part", "item", "page", "instructions"];

/// A screen as its table says it, before its conditions are looked at.
struct Read<'t> {
    table: &'t Table,
    screen: Screen,
    list: Option<usize>,
    questions: Vec<(&'t Table, usize, usize)>,
}

pub(crate) fn read(to: &mut Builder<'_>, table: &Table) {
    let tables = table.tables("screen", &mut to.faults);
    if tables.is_empty() {
        to.faults
            .say(1, "a definition wants one [[screen]] at least".to_owned());
    }
    let mut ids = BTreeSet::new();
    let screens: Vec<Read<'_>> = tables
        .into_iter()
        .map(|table| one(to, table, &mut ids))
        .collect();
    for Read { table, list, .. } in &screens {
        whole_history(to, table, *list);
    }
    // Conditions name only what was asked before, and faults say where the rest is asked.
    let mut before = BTreeSet::new();
    for Read {
        table,
        mut screen,
        list,
        questions,
    } in screens
    {
        screen.when = to.when(
            table,
            &Scope {
                before: Some(&before),
                list: None,
            },
        );
        before.extend(list);
        let mut lines = Vec::with_capacity(questions.len());
        for (table, fact, line) in questions {
            let scope = Scope {
                before: Some(&before),
                list,
            };
            let when = to.when(table, &scope);
            before.insert(fact);
            lines.push(line);
            screen.questions.push(Question {
                fact: index(fact),
                when,
                label: to.fact_text(fact, "label", line),
                help: to.fact_text(fact, "help", line),
                why: to.fact_text(fact, "why", line),
                place: place(to, table),
            });
        }
        to.lines.screens.push(table.line);
        to.lines.questions.push(lines);
        to.definition.screens.push(screen);
    }
}

fn one<'t>(to: &mut Builder<'_>, table: &'t Table, ids: &mut BTreeSet<String>) -> Read<'t> {
    table.only("a screen", &KEYS, &mut to.faults);
    let id = to.id("a screen", table, |_, id| !ids.insert(id.to_owned()));
    let list = list(to, table);
    if let Some(list) = list {
        to.asked.entry(list).or_insert_with(|| id.clone());
    }
    let mut questions: Vec<(&Table, usize, usize)> = Vec::new();
    let asks = table.tables("ask", &mut to.faults);
    if asks.is_empty() {
        to.faults.say(
            table.line,
            "a screen wants `ask = [{ fact = \"...\" }]`".to_owned(),
        );
    }
    for ask in asks {
        ask.only("a question", &QUESTION_KEYS, &mut to.faults);
        if ask.get("fact").is_none() {
            to.faults
                .say(ask.line, "a question wants `fact = \"...\"`".to_owned());
        }
        let Some((fact, line)) = to.fact(ask, "fact") else {
            continue;
        };
        let known = &to.tree.facts.all[fact];
        let name = &known.id;
        if matches!(known.wants, Wants::List(_)) {
            to.faults.say(
                line,
                format!(
                    "`{name}` is a list: a screen with `list = \"{name}\"` asks for its entries"
                ),
            );
            continue;
        }
        match (known.list, list) {
            (Some(of), _) if Some(of) != list => {
                let of = &to.tree.facts.all[of].id;
                to.faults.say(
                    line,
                    format!("`{name}` is one for each entry: its screen wants `list = \"{of}\"`"),
                );
            }
            (None, Some(list)) => {
                let list = &to.tree.facts.all[list].id;
                to.faults.say(
                    line,
                    format!("`{name}` is no member of `{list}`: ask for it on a screen of its own"),
                );
            }
            _ => {}
        }
        if questions.iter().any(|(_, other, _)| *other == fact) {
            to.faults
                .say(line, format!("the screen asks for `{name}` twice"));
        }
        to.asked.entry(fact).or_insert_with(|| id.clone());
        questions.push((ask, fact, line));
    }
    let screen = Screen {
        list: list.map(index),
        title: to.needed_text(&format!("screens.{id}.title"), table.line),
        intro: to.text(&format!("screens.{id}.intro"), table.line),
        id,
        ..Screen::default()
    };
    Read {
        table,
        screen,
        list,
        questions,
    }
}

/// The first and the last day of a history are asked for.
fn whole_history(to: &mut Builder<'_>, table: &Table, list: Option<usize>) {
    let facts = &to.tree.facts;
    let Some(list) = list.map(|list| &facts.all[list]) else {
        return;
    };
    let Wants::List(Some(history)) = list.wants else {
        return;
    };
    for end in [history.from, history.to].map(usize::from) {
        if !to.asked.contains_key(&end) {
            let (list, end) = (&list.id, &facts.all[end].id);
            let what = format!("`{list}` is a history: a screen must ask for `{end}`");
            to.faults.say(table.line, what);
        }
    }
}

pub(crate) fn list(to: &mut Builder<'_>, table: &Table) -> Option<usize> {
    let name = table.text("list", &mut to.faults)?;
    let facts = &to.tree.facts;
    let is_list = |fact: &usize| matches!(facts.all[*fact].wants, Wants::List(_));
    let list = facts.find(&name.text).filter(is_list);
    if list.is_none() {
        let lists = (0..facts.all.len())
            .filter(is_list)
            .map(|list| facts.all[list].id.as_str());
        let near = nearest(&name.text, lists);
        to.faults
            .say(name.line, format!("no list is named `{}`{near}", name.text));
    }
    list
}

fn place(to: &mut Builder<'_>, table: &Table) -> Place {
    let mut text = |key: &str| {
        let text = table.text(key, &mut to.faults);
        text.map(|text| text.text).unwrap_or_default()
    };
    let (part, item) = (text("part"), text("item"));
    let mut page = |key: &str| table.number(key, 999, &mut to.faults).unwrap_or(0);
    Place {
        part,
        item,
        page: page("page"),
        instructions: page("instructions"),
    }
}
