//! What conditions are made of: terms, and the yes-or-no atoms that comparing them comes to.

use std::collections::BTreeMap;

use prefile::{
    Kind,
    form::{Definition, ExpressionIndex, Fact, FactIndex, Op, Wants},
};

/// A value in a condition, before it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Term {
    Fact(FactIndex),
    Today,
    Bool(bool),
    Number(i64),
    Text(String),
    Null,
    /// From the one to the other, neither of them a span.
    Span(Unit, Box<Term>, Box<Term>),
    Count(FactIndex, ExpressionIndex),
    Size(FactIndex),
    Sum(FactIndex, ExpressionIndex),
    Unknown,
}

/// What a span is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Days,
    Months,
    Years,
}

/// What is either so or not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Atom {
    /// The question is answered, and not left open. Only of facts that a condition asks this of.
    Given(FactIndex),
    /// "I have none."
    Null(FactIndex),
    Yes(FactIndex),
    /// The choice in this place.
    Choice(FactIndex, usize),
    /// None of the choices that conditions name.
    Other(FactIndex),
    Below(Term, i64),
    Before(Term, Term),
    Same(Term, Term),
    Is(FactIndex, String),
    Starts(FactIndex, String),
    /// The list has an entry of which something is so, or is not, or is not known, or that comes to no
    /// number.
    Entry(Known, FactIndex, ExpressionIndex),
}

/// What is known of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    Yes,
    No,
    Open,
    NoNumber,
}

/// How two terms are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    Equal,
    Less,
    AtMost,
    Starts,
}

/// Ways, any of which makes it so; each is atoms with the value they must have.
pub(crate) type Ways = Vec<Vec<(Atom, bool)>>;

/// What comparing two terms comes to when both have values.
pub(crate) enum Compared {
    Never,
    Known(bool),
    If(Ways),
}

impl Term {
    /// The facts that must have answers before it has a value.
    pub(crate) fn facts(&self) -> Vec<FactIndex> {
        match self {
            Term::Fact(fact) | Term::Count(fact, _) | Term::Size(fact) | Term::Sum(fact, _) => {
                vec![*fact]
            }
            Term::Span(_, from, to) => [from.facts(), to.facts()].concat(),
            _ => Vec::new(),
        }
    }

    /// The entry whose like makes it unknown.
    pub(crate) fn unless(&self) -> Option<(Known, FactIndex, ExpressionIndex)> {
        match self {
            Term::Count(list, body) => Some((Known::Open, *list, *body)),
            Term::Sum(list, body) => Some((Known::NoNumber, *list, *body)),
            _ => None,
        }
    }

    /// The span from one term to the other.
    pub(crate) fn span(unit: Unit, from: Term, to: Term) -> Term {
        let moment = |term: &Term| matches!(term, Term::Fact(_) | Term::Today | Term::Number(_));
        if moment(&from) && moment(&to) {
            Term::Span(unit, Box::new(from), Box::new(to))
        } else {
            Term::Unknown
        }
    }
}

impl Atom {
    /// The terms that it weighs as numbers or days.
    pub(crate) fn weighed(&self) -> Vec<&Term> {
        match self {
            Atom::Below(term, _) => vec![term],
            Atom::Before(one, other) | Atom::Same(one, other) => vec![one, other],
            _ => Vec::new(),
        }
    }

    /// The facts that it speaks of.
    pub(crate) fn facts(&self) -> Vec<FactIndex> {
        match self {
            Atom::Given(fact)
            | Atom::Null(fact)
            | Atom::Yes(fact)
            | Atom::Choice(fact, _)
            | Atom::Other(fact)
            | Atom::Is(fact, _)
            | Atom::Starts(fact, _)
            | Atom::Entry(_, fact, _) => vec![*fact],
            _ => self.weighed().into_iter().flat_map(Term::facts).collect(),
        }
    }
}

/// Whether conditions see its answer as a number or a day's number.
pub(crate) fn is_number(fact: &Fact) -> bool {
    match fact.wants {
        Wants::Kind(kind) => matches!(kind, Kind::Date | Kind::DateOfBirth),
        Wants::Month | Wants::Number | Wants::Amount => true,
        _ => false,
    }
}

/// A fact of the definition; an index that it does not have stands for no fact.
pub(crate) fn fact(definition: &Definition, index: FactIndex) -> Option<&Fact> {
    definition.facts.get(usize::from(index))
}

/// What a comparison comes to.
pub(crate) fn compare(
    definition: &Definition,
    relation: Relation,
    one: &Term,
    other: &Term,
) -> Compared {
    use Relation::{AtMost, Equal, Less, Starts};
    use Term::{Bool, Null, Number, Text};
    let is_so = |atom: Atom| Compared::If(vec![vec![(atom, true)]]);
    let weighed = |term: &Term| match term {
        Term::Fact(index) => fact(definition, *index).is_some_and(is_number),
        Term::Today | Term::Span(..) | Term::Count(..) | Term::Size(_) | Term::Sum(..) => true,
        _ => false,
    };
    let wants = |index: &FactIndex| fact(definition, *index).map(|fact| &fact.wants);
    match (relation, one, other) {
        (_, Term::Unknown, _) | (_, _, Term::Unknown) => Compared::Never,
        (Equal, Term::Fact(index), Null) | (Equal, Null, Term::Fact(index)) => {
            match fact(definition, *index) {
                Some(fact) if fact.optional => is_so(Atom::Null(*index)),
                _ => Compared::Known(false),
            }
        }
        (Equal, Bool(_) | Number(_) | Text(_) | Null, Bool(_) | Number(_) | Text(_) | Null) => {
            Compared::Known(one == other)
        }
        (Equal, Null, _) | (Equal, _, Null) => Compared::Known(false),
        (Less, Number(one), Number(other)) => Compared::Known(one < other),
        (AtMost, Number(one), Number(other)) => Compared::Known(one <= other),
        (Starts, Text(text), Text(begin)) => Compared::Known(text.starts_with(begin)),
        (Starts, Term::Fact(index), Text(begin)) => match wants(index) {
            Some(Wants::Choice(choices)) => {
                let named = choices.iter().enumerate();
                let named = named.filter(|(_, choice)| choice.id.starts_with(begin));
                Compared::If(
                    named
                        .map(|(at, _)| vec![(Atom::Choice(*index, at), true)])
                        .collect(),
                )
            }
            _ => is_so(Atom::Starts(*index, begin.clone())),
        },
        (Equal, Term::Fact(index), Bool(so)) | (Equal, Bool(so), Term::Fact(index)) => {
            Compared::If(vec![vec![(Atom::Yes(*index), *so)]])
        }
        (Equal, Term::Fact(index), Text(text)) | (Equal, Text(text), Term::Fact(index)) => {
            match wants(index) {
                Some(Wants::Choice(choices)) => {
                    let place = choices.iter().position(|choice| choice.id == *text);
                    place.map_or(Compared::Known(false), |at| is_so(Atom::Choice(*index, at)))
                }
                _ => is_so(Atom::Is(*index, text.clone())),
            }
        }
        (_, term, Number(limit)) if weighed(term) => against(relation, term, *limit, false),
        (_, Number(limit), term) if weighed(term) => against(relation, term, *limit, true),
        (_, one, other) if weighed(one) && weighed(other) => between(relation, one, other),
        (Equal, Term::Fact(first), Term::Fact(second)) => match (wants(first), wants(second)) {
            (Some(Wants::Choice(some)), Some(Wants::Choice(others))) => {
                let others = others.iter().map(|choice| choice.id.as_str());
                let places: BTreeMap<&str, usize> = others.zip(0..).collect();
                let ways = some.iter().enumerate().filter_map(|(at, choice)| {
                    let place = *places.get(choice.id.as_str())?;
                    let alike = [Atom::Choice(*first, at), Atom::Choice(*second, place)];
                    Some(alike.map(|atom| (atom, true)).to_vec())
                });
                Compared::If(ways.collect())
            }
            (Some(Wants::YesNo), Some(Wants::YesNo)) => {
                let both = |so| [*first, *second].map(|fact| (Atom::Yes(fact), so)).to_vec();
                Compared::If(vec![both(true), both(false)])
            }
            _ if first == second => Compared::Known(true),
            _ => is_so(Atom::Same(
                Term::Fact(*first.min(second)),
                Term::Fact(*first.max(second)),
            )),
        },
        _ => Compared::Never,
    }
}

/// A term and a number; `turned` when the number stands first.
fn against(relation: Relation, term: &Term, limit: i64, turned: bool) -> Compared {
    let below = |limit: i64, so: bool| (Atom::Below(term.clone(), limit), so);
    let next = limit.saturating_add(1);
    let way = match (relation, turned) {
        (Relation::Equal, _) => vec![below(limit, false), below(next, true)],
        (Relation::Less, false) => vec![below(limit, true)],
        (Relation::AtMost, false) => vec![below(next, true)],
        (Relation::Less, true) => vec![below(next, false)],
        (Relation::AtMost, true) => vec![below(limit, false)],
        (Relation::Starts, _) => return Compared::Never,
    };
    Compared::If(vec![way])
}

/// Two terms, each of which may have any value.
fn between(relation: Relation, one: &Term, other: &Term) -> Compared {
    if one == other {
        return Compared::Known(relation != Relation::Less);
    }
    let (first, second, turned) = if one < other {
        (one, other, false)
    } else {
        (other, one, true)
    };
    let before = |so| (Atom::Before(first.clone(), second.clone()), so);
    let same = |so| (Atom::Same(first.clone(), second.clone()), so);
    Compared::If(match (relation, turned) {
        (Relation::Equal, _) => vec![vec![same(true)]],
        (Relation::Less, false) => vec![vec![before(true)]],
        (Relation::AtMost, false) => vec![vec![before(true)], vec![same(true)]],
        (Relation::Less, true) => vec![vec![before(false), same(false)]],
        (Relation::AtMost, true) => vec![vec![before(false)]],
        (Relation::Starts, _) => return Compared::Never,
    })
}

/// Collects the atoms of definitions that share their facts.
#[derive(Default)]
pub(crate) struct Atoms {
    /// Each with the place in which its last fact is first asked.
    found: BTreeMap<Atom, usize>,
}

impl Atoms {
    /// The atoms in the order of the questions: what is decided together stands together.
    pub(crate) fn in_order(self) -> Vec<Atom> {
        let mut atoms: Vec<(usize, Atom)> = self
            .found
            .into_iter()
            .map(|(atom, rank)| (rank, atom))
            .collect();
        atoms.sort_unstable();
        atoms.into_iter().map(|(_, atom)| atom).collect()
    }

    /// Adds what a definition's conditions speak of.
    pub(crate) fn add(&mut self, definition: &Definition) {
        let questions = definition.screens.iter().flat_map(|screen| {
            let asked = screen.questions.iter().map(|question| question.fact);
            screen.list.into_iter().chain(asked)
        });
        let mut ranks: BTreeMap<FactIndex, usize> = BTreeMap::new();
        for (rank, fact) in questions.enumerate() {
            ranks.entry(fact).or_insert(rank + 1);
        }
        for ops in &definition.expressions {
            self.read(definition, &ranks, ops);
        }
        self.weigh_entries(definition, &ranks);
    }

    /// What a sum is weighed against, one entry may come to alone.
    fn weigh_entries(&mut self, definition: &Definition, ranks: &BTreeMap<FactIndex, usize>) {
        let sums: Vec<(ExpressionIndex, i64)> = self
            .found
            .keys()
            .filter_map(|atom| match atom {
                Atom::Below(Term::Sum(_, body), limit) => Some((*body, *limit)),
                _ => None,
            })
            .collect();
        for (body, limit) in sums {
            let ops = definition.expressions.get(usize::from(body));
            for term in self.read(definition, ranks, ops.map_or(&[], Vec::as_slice)) {
                if matches!(term, Term::Fact(_) | Term::Span(..)) {
                    self.note(definition, ranks, Atom::Below(term, limit));
                }
            }
        }
    }

    fn note(&mut self, definition: &Definition, ranks: &BTreeMap<FactIndex, usize>, atom: Atom) {
        let facts = atom.facts();
        let rank = |fact: &FactIndex| ranks.get(fact).copied().unwrap_or(0);
        let last = facts.iter().map(rank).max().unwrap_or(0);
        for index in facts {
            let Some(fact) = fact(definition, index) else {
                continue;
            };
            if fact.optional {
                self.found.insert(Atom::Null(index), rank(&index));
            }
            if matches!(fact.wants, Wants::Choice(_)) {
                self.found.insert(Atom::Other(index), rank(&index));
            }
        }
        self.found.insert(atom, last);
    }

    /// Runs a condition with every value that each of its operands may be; what it may come to itself.
    fn read(
        &mut self,
        definition: &Definition,
        ranks: &BTreeMap<FactIndex, usize>,
        ops: &[Op],
    ) -> Vec<Term> {
        let mut stack: Vec<Vec<Term>> = Vec::new();
        for op in ops {
            let made = match op {
                Op::Known(index) => {
                    self.note(definition, ranks, Atom::Given(*index));
                    Vec::new()
                }
                Op::Any(list, body) | Op::All(list, body) => {
                    let decides = if matches!(op, Op::Any(..)) {
                        Known::Yes
                    } else {
                        Known::No
                    };
                    for known in [decides, Known::Open] {
                        self.note(definition, ranks, Atom::Entry(known, *list, *body));
                    }
                    Vec::new()
                }
                Op::Not => {
                    stack.pop();
                    Vec::new()
                }
                Op::Select => {
                    let (no, yes) = (pop(&mut stack), pop(&mut stack));
                    stack.pop();
                    self.two(definition, ranks, &Op::Equal, &yes, &no);
                    let mut both = [yes, no].concat();
                    both.sort_unstable();
                    both.dedup();
                    both
                }
                Op::And | Op::Or => {
                    stack.pop();
                    stack.pop();
                    Vec::new()
                }
                _ => {
                    if let Some(term) = leaf(op) {
                        if let Some((known, list, body)) = term.unless() {
                            self.note(definition, ranks, Atom::Entry(known, list, body));
                        }
                        self.note_fact(definition, ranks, &term);
                        vec![term]
                    } else {
                        let (second, first) = (pop(&mut stack), pop(&mut stack));
                        self.two(definition, ranks, op, &first, &second)
                    }
                }
            };
            stack.push(made);
        }
        pop(&mut stack)
    }

    fn note_fact(
        &mut self,
        definition: &Definition,
        ranks: &BTreeMap<FactIndex, usize>,
        term: &Term,
    ) {
        let Term::Fact(index) = term else { return };
        let Some(fact) = fact(definition, *index) else {
            return;
        };
        if matches!(fact.wants, Wants::YesNo) {
            self.note(definition, ranks, Atom::Yes(*index));
        } else if fact.optional {
            self.note(definition, ranks, Atom::Null(*index));
        }
    }

    fn two(
        &mut self,
        definition: &Definition,
        ranks: &BTreeMap<FactIndex, usize>,
        op: &Op,
        first: &[Term],
        second: &[Term],
    ) -> Vec<Term> {
        let mut made = Vec::new();
        for one in first {
            for other in second {
                if let Some(unit) = unit(op) {
                    made.push(Term::span(unit, one.clone(), other.clone()));
                } else if let Some(relation) = relation(op)
                    && let Compared::If(ways) = compare(definition, relation, one, other)
                {
                    for (atom, _) in ways.into_iter().flatten() {
                        self.note(definition, ranks, atom);
                    }
                }
            }
        }
        made
    }
}

fn pop(stack: &mut Vec<Vec<Term>>) -> Vec<Term> {
    stack.pop().unwrap_or_default()
}

/// The term that a step is by itself.
pub(crate) fn leaf(op: &Op) -> Option<Term> {
    Some(match op {
        Op::Fact(fact) => Term::Fact(*fact),
        Op::Today => Term::Today,
        Op::Bool(so) => Term::Bool(*so),
        Op::Number(number) => Term::Number(*number),
        Op::Text(text) => Term::Text(text.clone()),
        Op::Null => Term::Null,
        Op::Count(list, body) => Term::Count(*list, *body),
        Op::Size(list) => Term::Size(*list),
        Op::Sum(list, body) => Term::Sum(*list, *body),
        _ => return None,
    })
}

/// What a step counts time in.
pub(crate) fn unit(op: &Op) -> Option<Unit> {
    match op {
        Op::Days => Some(Unit::Days),
        Op::Months => Some(Unit::Months),
        Op::Years => Some(Unit::Years),
        _ => None,
    }
}

/// How a step compares.
pub(crate) fn relation(op: &Op) -> Option<Relation> {
    match op {
        Op::Equal => Some(Relation::Equal),
        Op::Less => Some(Relation::Less),
        Op::AtMost => Some(Relation::AtMost),
        Op::StartsWith => Some(Relation::Starts),
        _ => None,
    }
}
