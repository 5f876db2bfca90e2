//! Answers as an `[[example]]` that can be pasted into a definition.

use std::collections::BTreeSet;
use std::fmt::Write;

use prefile::{
    Day,
    form::{Answer, Definition, FactIndex, Wants},
};

use crate::{
    atom::{Atom, Term, fact},
    model::{Found, Model},
    numbers::TODAY,
    session::{Said, Session},
};

/// The facts whose answers a proof needs; the others may be answered as one likes.
pub(crate) fn named(model: &Model, found: &Found) -> BTreeSet<FactIndex> {
    let mut named = BTreeSet::new();
    for (variable, so) in &found.way {
        let atom = &model.atoms[variable.to_index()];
        let left_out = matches!((atom, so), (Atom::Given(_), _));
        if !left_out {
            named.extend(atom.facts());
        }
    }
    for (variable, so) in &found.way {
        if let (Atom::Given(index), false) = (&model.atoms[variable.to_index()], so) {
            named.remove(index);
        }
    }
    let lists = named
        .iter()
        .filter_map(|index| fact(model.definition, *index)?.list);
    let lists: Vec<FactIndex> = lists.collect();
    named.extend(lists);
    for term in found.numbers.keys() {
        if let Term::Fact(index) | Term::Size(index) = term {
            named.insert(*index);
        }
    }
    named
}

/// The example, with the answers to these facts alone; of a list's entries, to what is asked.
pub(crate) fn example(
    definition: &Definition,
    session: &Session,
    named: &BTreeSet<FactIndex>,
    asked: impl Fn(FactIndex, usize) -> bool,
) -> String {
    let mut answers = Vec::new();
    let mut none = Vec::new();
    for index in named {
        let Some(wanted) = fact(definition, *index) else {
            continue;
        };
        if matches!(wanted.wants, Wants::List(_)) {
            let entries = session.entries.get(index).copied().unwrap_or(0);
            let members = (0..)
                .zip(&definition.facts)
                .filter(|(_, fact)| fact.list == Some(*index));
            let members: Vec<FactIndex> = members.map(|(member, _)| member).collect();
            let entries = (0..entries).map(|entry| {
                let said = members
                    .iter()
                    .filter(|member| asked(**member, entry))
                    .filter_map(|member| {
                        let said = session.said.get(member)?.get(entry)?;
                        if *said == Said::None {
                            none.push(quoted(&path(definition, *member, entry)));
                        }
                        let fact = fact(definition, *member)?;
                        Some(format!(
                            "{} = {}",
                            last(definition, *member),
                            value(said, &fact.wants)?
                        ))
                    });
                let said: Vec<String> = said.collect();
                if said.is_empty() {
                    "{}".to_owned()
                } else {
                    format!("{{ {} }}", said.join(", "))
                }
            });
            let entries: Vec<String> = entries.collect();
            answers.push(format!("{} = [{}]", quoted(&wanted.id), entries.join(", ")));
        } else if wanted.list.is_none()
            && let Some(said) = session.said.get(index).and_then(|said| said.first())
        {
            if *said == Said::None {
                none.push(quoted(&wanted.id));
            }
            if let Some(value) = value(said, &wanted.wants) {
                answers.push(format!("{} = {value}", quoted(&wanted.id)));
            }
        }
    }
    let mut text = String::from("[[example]]\n");
    if session.today != TODAY
        && let Some(day) = i32::try_from(session.today).ok().and_then(Day::from_number)
    {
        let _ = writeln!(text, "today = \"{day}\"");
    }
    if answers.is_empty() {
        text.push_str("answers = {}\n");
    } else {
        let _ = writeln!(text, "answers = {{ {} }}", answers.join(", "));
    }
    if !none.is_empty() {
        let _ = writeln!(text, "none = [{}]", none.join(", "));
    }
    text
}

/// An answer as TOML; "I have none" stands elsewhere.
fn value(said: &Said, wants: &Wants) -> Option<String> {
    match said.as_answer(wants)? {
        Answer::Text(text) => Some(quoted(&text)),
        Answer::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// The last part of the name of a list's member.
fn last(definition: &Definition, index: FactIndex) -> &str {
    let Some(wanted) = fact(definition, index) else {
        return "";
    };
    let list = wanted.list.and_then(|list| fact(definition, list));
    wanted
        .id
        .get(list.map_or(0, |list| list.id.len() + 1)..)
        .unwrap_or_default()
}

/// Where an answer stands: `homes[1].street`.
pub(crate) fn path(definition: &Definition, index: FactIndex, entry: usize) -> String {
    let Some(wanted) = fact(definition, index) else {
        return String::new();
    };
    let Some(list) = wanted.list.and_then(|list| fact(definition, list)) else {
        return wanted.id.clone();
    };
    format!("{}[{entry}].{}", list.id, last(definition, index))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
