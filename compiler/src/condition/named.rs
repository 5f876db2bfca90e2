//! What names stand for in a condition, and which values can be equal.

use prefile::{
    Context, Kind,
    form::{Op, Wants},
};

use super::{
    check::{Checker, Seen, Type, Use},
    part::Part,
};
use crate::{near::nearest, shared::index};

impl Checker<'_, '_> {
    /// The fact with this name. Inside of what is said of a list's entries, members are the entry's.
    pub(super) fn fact(&mut self, name: &str, part: &Part) -> Option<usize> {
        let Some(fact) = self.names.facts.find(name) else {
            let near = self.names.terms.nearest(name, self.names.facts);
            self.say(part, format!("no fact and no term is named `{name}`{near}"));
            return None;
        };
        if self.list.is_some() && self.names.facts.all[fact].list.is_some() {
            self.say(part, format!("`{name}` is of which entry? Name the one at hand, as in homes.exists(h, h.city == 'X')"));
            return None;
        }
        self.used(fact, part, false);
        Some(fact)
    }

    pub(super) fn used(&mut self, fact: usize, part: &Part, each: bool) {
        self.uses.push(Use {
            fact,
            line: part.line,
            term: part.term.clone(),
            each,
        });
    }

    pub(super) fn member(&mut self, member: &str, part: &Part) -> Option<usize> {
        let list = self.list.and_then(|(list, _)| list)?;
        let facts = self.names.facts;
        let id = format!("{}.{member}", facts.all[list].id);
        let Some(fact) = facts.find(&id) else {
            let list_id = &facts.all[list].id;
            let members = facts
                .members(list)
                .map(|fact| &fact.id[list_id.len() + 1..]);
            let near = nearest(member, members);
            self.say(
                part,
                format!("the entries of `{list_id}` have no `{member}`{near}"),
            );
            return None;
        };
        self.used(fact, part, true);
        Some(fact)
    }

    pub(super) fn named_list(&mut self, name: &str, part: &Part) -> Option<usize> {
        let facts = self.names.facts;
        match facts.find(name) {
            Some(list) if matches!(facts.all[list].wants, Wants::List(_)) => {
                self.used(list, part, false);
                Some(list)
            }
            Some(_) => {
                self.say(part, format!("`{name}` is no list"));
                None
            }
            None => {
                let lists = facts
                    .all
                    .iter()
                    .filter(|fact| matches!(fact.wants, Wants::List(_)));
                let near = nearest(name, lists.map(|list| list.id.as_str()));
                self.say(part, format!("no list is named `{name}`{near}"));
                None
            }
        }
    }

    pub(super) fn fact_value(&mut self, fact: Option<usize>, part: &Part) -> Seen {
        let Some(place) = fact else {
            return self.value(Op::Null, Type::Broken);
        };
        let fact = &self.names.facts.all[place];
        let kind = match &fact.wants {
            Wants::Kind(Kind::Date | Kind::DateOfBirth) | Wants::Month => Type::Day,
            Wants::Kind(_) | Wants::Text => Type::Text,
            Wants::YesNo => Type::Bool,
            Wants::Choice(_) => Type::Choice(place),
            Wants::Number | Wants::Amount => Type::Number,
            Wants::List(_) => {
                let id = &fact.id;
                self.say(
                    part,
                    format!(
                        "`{id}` is a list: say {id}.exists(h, ...), {id}.all(h, ...) or size({id})"
                    ),
                );
                Type::Broken
            }
        };
        let optional = fact.optional;
        let mut seen = self.value(Op::Fact(index(place)), kind);
        seen.fact = Some(place);
        seen.empty.extend(optional.then_some(place));
        seen
    }

    pub(super) fn may_be_null(&mut self, seen: &Seen, part: &Part) {
        if !seen.empty.is_empty() || seen.kind == Type::Broken {
            return;
        }
        match seen.fact {
            Some(fact) => {
                let id = &self.names.facts.all[fact].id;
                self.say(
                    part,
                    format!("`{id}` is never null: it is not optional in forms/facts.toml"),
                );
            }
            None => self.say(part, "only a fact can be null"),
        }
    }

    /// Two values that may be equal.
    pub(super) fn same(&mut self, first: &Seen, second: &Seen, part: &Part) {
        for (one, other) in [(first, second), (second, first)] {
            if let Some(text) = &one.quoted {
                self.can_be(other, text, part);
            }
        }
        let facts = self.names.facts;
        let quoted = |kind| matches!(kind, Type::Choice(_) | Type::Text | Type::Quoted);
        match (first.kind, second.kind) {
            (Type::Choice(one), Type::Choice(other)) => {
                let (one, other) = (&facts.all[one], &facts.all[other]);
                if one.choices().ne(other.choices()) {
                    let (one, other) = (&one.id, &other.id);
                    let what = format!("`{one}` and `{other}` have not the same choices");
                    self.say(part, what);
                }
            }
            (Type::Day, Type::Quoted) | (Type::Quoted, Type::Day) => {
                self.say(part, "a day is compared with a day: date('2025-04-01')");
            }
            (Type::Quoted, other) | (other, Type::Quoted) if quoted(other) => {}
            (one, other) if one == other || [one, other].contains(&Type::Broken) => {}
            (one, other) => {
                let what = format!("{} is never {}", one.shown(), other.shown());
                self.say(part, what);
            }
        }
    }

    /// Whether a value can be this text.
    pub(super) fn can_be(&mut self, seen: &Seen, text: &str, part: &Part) {
        let facts = self.names.facts;
        if let Type::Choice(fact) = seen.kind {
            let fact = &facts.all[fact];
            if !fact.choices().any(|choice| choice == text) {
                let near = nearest(text, fact.choices());
                let id = &fact.id;
                self.say(part, format!("`{id}` has no choice '{text}'{near}"));
            }
        }
        let kind = match seen.fact.map(|fact| &facts.all[fact].wants) {
            Some(Wants::Kind(kind)) if seen.kind == Type::Text => *kind,
            _ => return,
        };
        let read = prefile::check(kind, text, Context::default()).value;
        if read.as_deref() != Some(text) {
            let instead = read.map_or(String::new(), |read| format!("; say '{read}'"));
            self.say(
                part,
                format!(
                    "'{text}' is never the canonical form of {}{instead}",
                    kind.id()
                ),
            );
        }
    }
}
