//! `[terms]`: names for conditions, which stand for what they name wherever they are used.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    check::{Names, check},
    parse::{MOST_PARTS, parse},
    part::{Part, What},
};
use crate::{Facts, fault::Faults, near::nearest, sheet::Table};

/// Words of the language, and those that CEL keeps for itself.
const WORDS: [&str; 22] = [
    "true",
    "false",
    "null",
    "in",
    "today",
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "namespace",
    "package",
    "return",
    "var",
    "void",
    "while",
];

#[derive(Debug, Default)]
pub(crate) struct Terms {
    all: BTreeMap<String, Term>,
    used: RefCell<BTreeSet<String>>,
}

#[derive(Debug)]
struct Term {
    line: usize,
    /// `None` when it has faults.
    parts: Option<Vec<Part>>,
}

/// Whether a name can stand in a condition.
pub(crate) fn is_name(name: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(word)
        && !WORDS.contains(&name)
}

impl Terms {
    /// Reads the table `[terms]`; each is looked at once, for itself.
    pub fn read(table: Option<&Table>, facts: &Facts, faults: &mut Faults) -> Self {
        let mut terms = Self::default();
        for row in table.map_or(&[][..], |table| &table.rows) {
            let name = &row.key;
            if !is_name(name) {
                faults.say(row.line, format!("`{name}` cannot be a term's name: lower-case letters, digits and `_`, and no word of the language"));
                continue;
            }
            if facts.find(name).is_some() {
                faults.say(
                    row.line,
                    format!("a fact is named `{name}`: name the term otherwise"),
                );
                continue;
            }
            let text = row.item.text(&format!("the term `{name}`"), faults);
            let parts = text.and_then(|text| {
                let parts = parse(&text.text, text.line);
                parts.map_err(|(line, what)| faults.say(line, what)).ok()
            });
            let line = row.line;
            terms.all.insert(name.clone(), Term { line, parts });
        }
        terms.break_circles(faults);
        terms.look_at_each(facts, faults);
        terms
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.all.keys().map(String::as_str)
    }

    pub fn has(&self, name: &str) -> bool {
        self.all.contains_key(name)
    }

    /// Faults for terms that nothing names.
    pub fn all_used(&self, faults: &mut Faults) {
        let used = self.used.borrow();
        for (name, term) in self
            .all
            .iter()
            .filter(|(name, term)| term.parts.is_some() && !used.contains(*name))
        {
            faults.say(
                term.line,
                format!("nothing uses the term `{name}`: take it out"),
            );
        }
    }

    /// The parts with those of terms in place of their names; `None` when they are too many.
    pub fn expand(&self, parts: &[Part]) -> Option<Vec<Part>> {
        let mut out = Vec::with_capacity(parts.len());
        let mut open: Vec<(std::slice::Iter<'_, Part>, Option<&Part>, &str)> =
            vec![(parts.iter(), None, "")];
        while let Some((rest, from, _)) = open.last_mut() {
            let from = *from;
            let Some(part) = rest.next() else {
                open.pop();
                continue;
            };
            let term = match &part.what {
                What::Name(name) => self.all.get_key_value(name),
                _ => None,
            };
            let Some((name, term)) = term else {
                let mut part = part.clone();
                if let Some(Part {
                    what: What::Name(name),
                    line,
                    ..
                }) = from
                {
                    (part.line, part.term) = (*line, Some(name.clone()));
                }
                out.push(part);
                if out.len() > MOST_PARTS {
                    return None;
                }
                continue;
            };
            self.used.borrow_mut().insert(name.clone());
            match &term.parts {
                Some(parts) => open.push((parts.iter(), from.or(Some(part)), name)),
                None => out.push(Part {
                    what: What::Broken,
                    ..part.clone()
                }),
            }
        }
        Some(out)
    }

    /// The terms that a term names.
    fn named_by(&self, name: &str) -> Vec<&str> {
        let parts = self.all.get(name).and_then(|term| term.parts.as_deref());
        let named = parts
            .unwrap_or_default()
            .iter()
            .filter_map(|part| match &part.what {
                What::Name(name) => self.all.get_key_value(name),
                _ => None,
            });
        named.map(|(name, _)| name.as_str()).collect()
    }

    /// A fault for every circle of terms, which are then broken.
    fn break_circles(&mut self, faults: &mut Faults) {
        let mut broken = BTreeSet::new();
        for name in self.names() {
            let Some(circle) = self.circle(name) else {
                continue;
            };
            // Once for each circle: at its first name.
            if circle.iter().all(|other| name <= other.as_str()) {
                let line = self.all.get(name).map_or(1, |term| term.line);
                let shown = circle.join("` → `");
                faults.say(
                    line,
                    format!("the terms go in a circle: `{shown}` → `{name}`"),
                );
            }
            broken.insert(name.to_owned());
        }
        for (name, term) in &mut self.all {
            if broken.contains(name) {
                term.parts = None;
            }
        }
    }

    /// The shortest way from a term to itself.
    fn circle(&self, start: &str) -> Option<Vec<String>> {
        let mut from: BTreeMap<&str, &str> = BTreeMap::new();
        let (start, _) = self.all.get_key_value(start)?;
        let mut queue = vec![start.as_str()];
        let mut next = 0;
        while let Some(name) = queue.get(next).copied() {
            next += 1;
            for named in self.named_by(name) {
                if named == start {
                    let mut way = vec![name.to_owned()];
                    let mut name = name;
                    while let Some(before) = from.get(name) {
                        name = before;
                        way.push(name.to_owned());
                    }
                    way.reverse();
                    return Some(way);
                }
                if !from.contains_key(named) {
                    from.insert(named, name);
                    queue.push(named);
                }
            }
        }
        None
    }

    /// Those whose own terms were looked at come next, so that each fault is said once.
    fn look_at_each(&mut self, facts: &Facts, faults: &mut Faults) {
        let mut waiting: Vec<String> = self.all.keys().cloned().collect();
        while !waiting.is_empty() {
            let (ready, rest): (Vec<String>, Vec<String>) =
                waiting.iter().cloned().partition(|name| {
                    !self
                        .named_by(name)
                        .iter()
                        .any(|named| waiting.iter().any(|other| other == named))
                });
            for name in ready {
                let Some(parts) = self.all.get(&name).and_then(|term| term.parts.clone()) else {
                    continue;
                };
                let before = faults.all.len();
                let names = Names { facts, terms: self };
                let _ = check(&parts, &names, &mut Vec::new(), faults);
                if faults.all.len() > before
                    && let Some(term) = self.all.get_mut(&name)
                {
                    term.parts = None;
                }
            }
            waiting = rest;
        }
        // What terms name of each other counts only when something names them.
        self.used.borrow_mut().clear();
    }

    /// What a name may have meant.
    pub fn nearest(&self, name: &str, facts: &Facts) -> String {
        nearest(name, facts.names().chain(self.names()))
    }
}
