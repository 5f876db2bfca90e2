//! What a condition's parts come to: their types, and the steps of the core.
//!
//! Each part is looked at once, after its operands. What may be "I have none" where a value is
//! needed is remembered as a need, and is met by what stands before it: `x != null && ...`.

use std::collections::{BTreeMap, BTreeSet};

use prefile::form::{ExpressionIndex, Op};

use super::{
    parse::{MOST_PARTS, too_long},
    part::{Literal, Over, Part, Two, What},
    terms::Terms,
};
use crate::{Condition, Facts, fault::Faults, shared::index};

/// What names stand for.
pub(crate) struct Names<'n> {
    pub facts: &'n Facts,
    pub terms: &'n Terms,
}

/// What is said of each entry of a list: an expression of its own.
pub(crate) type Bodies = Vec<(Vec<Op>, Condition)>;

/// A condition that was looked at.
#[derive(Debug)]
pub(crate) struct Checked {
    pub ops: Vec<Op>,
    pub kind: Type,
    /// The facts it names.
    pub uses: Vec<Use>,
    /// The facts that may be "I have none" where it needs a value, and where.
    pub needs: BTreeMap<usize, (usize, Option<String>)>,
}

/// A fact that is named.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    pub fact: usize,
    pub line: usize,
    pub term: Option<String>,
    /// Whether it is said of each entry of its list.
    pub each: bool,
}

/// What a part comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Bool,
    Number,
    Day,
    Text,
    /// A text in quotes: also the name of a choice.
    Quoted,
    /// The choices of this fact.
    Choice(usize),
    Null,
    /// A fault was said.
    Broken,
}

impl Type {
    pub(super) fn shown(self) -> &'static str {
        match self {
            Self::Bool => "yes or no",
            Self::Number => "a number",
            Self::Day => "a day",
            Self::Text => "a text",
            Self::Quoted => "a text in quotes",
            Self::Choice(_) => "a choice",
            Self::Null => "null",
            Self::Broken => "nothing",
        }
    }
}

/// An operand.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub kind: Type,
    /// It is "I have none" only if one of these facts is.
    pub empty: BTreeSet<usize>,
    /// The fact that it is, as it stands.
    pub fact: Option<usize>,
    /// Its text, if it is one in quotes.
    pub quoted: Option<String>,
    /// Where its steps begin.
    start: usize,
    needs: BTreeMap<usize, (usize, Option<String>)>,
    /// Facts that have a value when this is true, and when it is false.
    yes: BTreeSet<usize>,
    no: BTreeSet<usize>,
}

impl Seen {
    /// It must have a value.
    fn need(&mut self, part: &Part) {
        for fact in std::mem::take(&mut self.empty) {
            let place = (part.line, part.term.clone());
            self.needs.entry(fact).or_insert(place);
        }
    }

    /// The optional fact that it is, as it stands.
    fn null_fact(&self) -> Option<usize> {
        self.fact.filter(|fact| self.empty.contains(fact))
    }

    fn of(kind: Type, start: usize) -> Self {
        Self {
            kind,
            empty: BTreeSet::new(),
            fact: None,
            quoted: None,
            start,
            needs: BTreeMap::new(),
            yes: BTreeSet::new(),
            no: BTreeSet::new(),
        }
    }
}

pub(super) struct Checker<'n, 'f> {
    pub names: &'n Names<'n>,
    faults: &'f mut Faults,
    bodies: &'f mut Bodies,
    ops: Vec<Op>,
    stack: Vec<Seen>,
    pub uses: Vec<Use>,
    /// The list whose entry is at hand, and where the steps said of it begin.
    pub list: Option<(Option<usize>, usize)>,
}

/// Looks at a condition. The place of an expression in its steps counts in `bodies`.
pub(crate) fn check(
    parts: &[Part],
    names: &Names<'_>,
    bodies: &mut Bodies,
    faults: &mut Faults,
) -> Option<Checked> {
    let first = parts.first()?;
    let Some(parts) = names.terms.expand(parts) else {
        faults.say(first.line, too_long());
        return None;
    };
    let mut checker = Checker {
        names,
        faults,
        bodies,
        ops: Vec::with_capacity(parts.len()),
        stack: Vec::new(),
        uses: Vec::new(),
        list: None,
    };
    for part in &parts {
        let seen = checker.part(part);
        checker.stack.extend(seen);
    }
    let mut seen = checker.stack.pop()?;
    if seen.kind == Type::Bool {
        seen.need(first);
    }
    Some(Checked {
        ops: checker.ops,
        kind: seen.kind,
        uses: checker.uses,
        needs: seen.needs,
    })
}

/// A term by name, as a fault says it.
pub(crate) fn within(term: Option<&String>) -> String {
    term.map_or(String::new(), |term| format!(" (in the term `{term}`)"))
}

impl Checker<'_, '_> {
    pub(super) fn say(&mut self, part: &Part, what: impl AsRef<str>) {
        let what = [what.as_ref(), &within(part.term.as_ref())].concat();
        self.faults.say(part.line, what);
    }

    fn pop(&mut self) -> Seen {
        let empty = Seen::of(Type::Broken, self.ops.len());
        self.stack.pop().unwrap_or(empty)
    }

    pub(super) fn value(&mut self, op: Op, kind: Type) -> Seen {
        let seen = Seen::of(kind, self.ops.len());
        self.ops.push(op);
        seen
    }

    fn part(&mut self, part: &Part) -> Option<Seen> {
        Some(match &part.what {
            What::Bool(bool) => self.value(Op::Bool(*bool), Type::Bool),
            What::Number(number) => self.value(Op::Number(*number), Type::Number),
            What::Day(day) => self.value(Op::Number(*day), Type::Day),
            What::Null => self.value(Op::Null, Type::Null),
            What::Today => self.value(Op::Today, Type::Day),
            What::Broken => self.value(Op::Null, Type::Broken),
            What::Text(text) => {
                let mut seen = self.value(Op::Text(text.clone()), Type::Quoted);
                seen.quoted = Some(text.clone());
                seen
            }
            What::Name(name) => {
                let fact = self.fact(name, part);
                self.fact_value(fact, part)
            }
            What::Member(member) => {
                let fact = self.member(member, part);
                self.fact_value(fact, part)
            }
            What::Known(name) => {
                if self.names.terms.has(name) {
                    self.say(
                        part,
                        format!("no fact is named `{name}`: known() asks for one"),
                    );
                    return Some(self.value(Op::Null, Type::Bool));
                }
                let fact = self.fact(name, part);
                self.value(Op::Known(index(fact.unwrap_or(0))), Type::Bool)
            }
            What::KnownMember(member) => {
                let fact = self.member(member, part);
                self.value(Op::Known(index(fact.unwrap_or(0))), Type::Bool)
            }
            What::Size(name) => {
                let list = self.named_list(name, part);
                self.value(Op::Size(index(list.unwrap_or(0))), Type::Number)
            }
            What::Each(name, entry) => {
                let starts = |id: &str| id.split('.').next() == Some(entry);
                if self.names.facts.names().any(starts) || self.names.terms.has(entry) {
                    let what = "is a name of facts or of a term: name the entry otherwise";
                    self.say(part, format!("`{entry}` {what}"));
                }
                if self.list.is_some() {
                    self.say(
                        part,
                        "what is said of a list's entries cannot ask a list again",
                    );
                }
                let list = self.named_list(name, part);
                self.list = Some((list, self.ops.len()));
                return None;
            }
            What::Over(over, source) => self.over(*over, source, part),
            What::Not => {
                let mut seen = self.truth(part, "`!`");
                std::mem::swap(&mut seen.yes, &mut seen.no);
                self.ops.push(Op::Not);
                seen
            }
            What::Two(two @ (Two::And | Two::Or)) => self.joined(*two, part),
            What::Two(two @ (Two::Equal | Two::Unequal)) => self.equal(*two, part),
            What::Two(two) => self.two(*two, part),
            What::In(literals) => self.within(literals, part),
            What::Select => self.select(part),
        })
    }

    /// An operand that is true or false.
    fn truth(&mut self, part: &Part, who: &str) -> Seen {
        let mut seen = self.pop();
        if !matches!(seen.kind, Type::Bool | Type::Broken) {
            self.say(
                part,
                format!("{who} wants yes or no, and this is {}", seen.kind.shown()),
            );
        }
        seen.yes.extend(seen.null_fact());
        seen.no.extend(seen.null_fact());
        seen.need(part);
        Seen {
            kind: Type::Bool,
            fact: None,
            ..seen
        }
    }

    fn joined(&mut self, two: Two, part: &Part) -> Seen {
        let who = if two == Two::And { "`&&`" } else { "`||`" };
        let second = self.truth(part, who);
        let mut first = self.truth(part, who);
        let (op, before) = match two {
            Two::And => (Op::And, &first.yes),
            _ => (Op::Or, &first.no),
        };
        self.ops.push(op);
        let needs = second
            .needs
            .into_iter()
            .filter(|(fact, _)| !before.contains(fact));
        for (fact, place) in needs {
            first.needs.entry(fact).or_insert(place);
        }
        let (both, either) = match two {
            Two::And => (&mut first.yes, &mut first.no),
            _ => (&mut first.no, &mut first.yes),
        };
        let (more, same) = match two {
            Two::And => (second.yes, second.no),
            _ => (second.no, second.yes),
        };
        both.extend(more);
        either.retain(|fact| same.contains(fact));
        first
    }

    fn equal(&mut self, two: Two, part: &Part) -> Seen {
        let (second, first) = (self.pop(), self.pop());
        self.ops.push(Op::Equal);
        let mut seen = Seen::of(Type::Bool, first.start);
        match (first.kind, second.kind) {
            (Type::Null, Type::Null) => self.say(
                part,
                "null is always null: name an optional fact on one side",
            ),
            (Type::Null, _) => self.may_be_null(&second, part),
            (_, Type::Null) => self.may_be_null(&first, part),
            _ => self.same(&first, &second, part),
        }
        // Equal to a value is not "I have none"; unequal to null neither.
        let knows = if [first.kind, second.kind].contains(&Type::Null) {
            &mut seen.no
        } else {
            &mut seen.yes
        };
        for (one, other) in [(&first, &second), (&second, &first)] {
            knows.extend(one.null_fact().filter(|_| other.empty.is_empty()));
        }
        seen.needs = first.needs;
        for (fact, place) in second.needs {
            seen.needs.entry(fact).or_insert(place);
        }
        if two == Two::Unequal {
            self.ops.push(Op::Not);
            std::mem::swap(&mut seen.yes, &mut seen.no);
        }
        seen
    }

    /// Comparisons in order, and functions.
    fn two(&mut self, two: Two, part: &Part) -> Seen {
        let (mut second, mut first) = (self.pop(), self.pop());
        first.need(part);
        second.need(part);
        let kinds = (first.kind, second.kind);
        let fits = match two {
            Two::StartsWith => matches!(
                kinds,
                (Type::Text | Type::Broken, Type::Quoted | Type::Broken)
            ),
            Two::Days | Two::Months | Two::Years => {
                matches!(kinds, (Type::Day | Type::Broken, Type::Day | Type::Broken))
            }
            _ => matches!(
                kinds,
                (Type::Broken, _)
                    | (_, Type::Broken)
                    | (Type::Day, Type::Day)
                    | (Type::Number, Type::Number)
            ),
        };
        if !fits {
            let wanted = match two {
                Two::StartsWith => "startsWith() wants a text, and the beginning in quotes",
                Two::Days | Two::Months | Two::Years => {
                    "days(), months() and years() want two days"
                }
                _ => "in order stand two numbers or two days",
            };
            let (one, other) = (first.kind.shown(), second.kind.shown());
            self.say(part, format!("{wanted}; these are {one} and {other}"));
        }
        let (steps, kind): (&[Op], Type) = match two {
            Two::Less => (&[Op::Less], Type::Bool),
            Two::AtMost => (&[Op::AtMost], Type::Bool),
            Two::More => (&[Op::AtMost, Op::Not], Type::Bool),
            Two::AtLeast => (&[Op::Less, Op::Not], Type::Bool),
            Two::StartsWith => (&[Op::StartsWith], Type::Bool),
            Two::Days => (&[Op::Days], Type::Number),
            Two::Months => (&[Op::Months], Type::Number),
            _ => (&[Op::Years], Type::Number),
        };
        self.ops.extend_from_slice(steps);
        let mut seen = Seen::of(kind, first.start);
        seen.needs = first.needs;
        for (fact, place) in second.needs {
            seen.needs.entry(fact).or_insert(place);
        }
        seen
    }

    /// `x in ['a', 'b']` is `x == 'a' || x == 'b'`.
    fn within(&mut self, literals: &[Literal], part: &Part) -> Seen {
        let one = self.pop();
        let steps: Vec<Op> = self.ops.split_off(one.start);
        if (steps.len() + 2) * literals.len() > MOST_PARTS {
            self.say(part, too_long());
        }
        for (at, literal) in literals.iter().enumerate() {
            self.ops.extend_from_slice(&steps);
            let mut other = match literal {
                Literal::Number(number) => self.value(Op::Number(*number), Type::Number),
                Literal::Text(text) => self.value(Op::Text(text.clone()), Type::Quoted),
            };
            if let Literal::Text(text) = literal {
                other.quoted = Some(text.clone());
            }
            self.same(&one, &other, part);
            self.ops.push(Op::Equal);
            if at > 0 {
                self.ops.push(Op::Or);
            }
        }
        let mut seen = Seen::of(Type::Bool, one.start);
        seen.yes.extend(one.null_fact());
        seen.needs = one.needs;
        seen
    }

    fn select(&mut self, part: &Part) -> Seen {
        let (no, yes) = (self.pop(), self.pop());
        let mut condition = self.truth(part, "`?`");
        self.ops.push(Op::Select);
        let kind = match (yes.kind, no.kind) {
            (Type::Null, _) | (_, Type::Null) => {
                self.say(part, "null stands only beside `==` and `!=`");
                Type::Broken
            }
            (Type::Broken, kind) | (kind, Type::Broken) => kind,
            (Type::Quoted | Type::Text, Type::Quoted | Type::Text) => Type::Text,
            (one, other) => {
                self.same(&yes, &no, part);
                if one == Type::Quoted { other } else { one }
            }
        };
        let mut empty = BTreeSet::new();
        for (branch, known) in [(yes, &condition.yes), (no, &condition.no)] {
            empty.extend(branch.empty.difference(known));
            for (fact, place) in branch
                .needs
                .into_iter()
                .filter(|(fact, _)| !known.contains(fact))
            {
                condition.needs.entry(fact).or_insert(place);
            }
        }
        let mut seen = Seen::of(kind, condition.start);
        (seen.empty, seen.needs) = (empty, condition.needs);
        seen
    }

    /// An operand that is added up.
    fn summand(&mut self, part: &Part) -> Seen {
        let mut seen = self.pop();
        if !matches!(seen.kind, Type::Number | Type::Broken) {
            let kind = seen.kind.shown();
            self.say(part, format!("sum() wants numbers, and this is {kind}"));
        }
        seen.need(part);
        seen
    }

    /// What was said of each entry becomes an expression of its own.
    fn over(&mut self, over: Over, source: &str, part: &Part) -> Seen {
        let body = if over == Over::Sum {
            self.summand(part)
        } else {
            self.truth(part, "what is said of a list's entries")
        };
        let (list, start) = self.list.take().unwrap_or((None, body.start));
        let steps = self.ops.split_off(start.min(self.ops.len()));
        let facts = self.names.facts;
        let of_entry = |fact: &usize| facts.all[*fact].list.is_some();
        for (fact, (line, term)) in body.needs.iter().filter(|(fact, _)| of_entry(fact)) {
            let what = may_be_none(&facts.all[*fact].id, term.as_ref());
            self.faults.say(*line, what);
        }
        let place: ExpressionIndex = index(self.bodies.len());
        let (line, source) = (part.line, source.to_owned());
        self.bodies.push((steps, Condition { line, source }));
        let list = index(list.unwrap_or(0));
        let (op, kind) = match over {
            Over::Any => (Op::Any(list, place), Type::Bool),
            Over::All => (Op::All(list, place), Type::Bool),
            Over::Count => (Op::Count(list, place), Type::Number),
            Over::Sum => (Op::Sum(list, place), Type::Number),
        };
        let mut seen = self.value(op, kind);
        seen.needs = body
            .needs
            .into_iter()
            .filter(|(fact, _)| !of_entry(fact))
            .collect();
        seen
    }
}

/// A fault for a value that is needed and may be missing.
pub(crate) fn may_be_none(fact: &str, term: Option<&String>) -> String {
    format!(
        "`{fact}` may be \"I have none\": put `{fact} != null &&` before what needs its value{}",
        within(term)
    )
}
