//! Conditions, read as the runtime reads them: what each comes to, as a truth over the atoms.

use std::collections::BTreeMap;

use biodivine_lib_bdd::{Bdd, BddVariable};
use prefile::form::{Definition, ExpressionIndex, FactIndex, Op};

use crate::{
    atom::{Atom, Compared, Known, Relation, Term, compare, fact, leaf, relation, unit},
    diagram::{TooLarge, Truth, Way, Within, not},
    model::Model,
};

/// A value with more cases than this is too large to prove anything of.
const MOST_CASES: usize = 64;
/// What stands on the stack while a condition is read: a truth, or a term for each case.
enum Item {
    Truth(Truth),
    Cases(Vec<(Bdd, Term)>),
}

impl Model<'_> {
    /// What a condition comes to; what is left out is always so.
    pub(crate) fn holds(
        &self,
        of: &Definition,
        when: Option<ExpressionIndex>,
        asked: &[Bdd],
    ) -> Within<Truth> {
        match when {
            Some(index) => self.truth(of, index, asked, true),
            None => Ok(self.diagrams.known(true)),
        }
    }

    fn truth(
        &self,
        of: &Definition,
        index: ExpressionIndex,
        asked: &[Bdd],
        lists: bool,
    ) -> Within<Truth> {
        let value = self.value(of, index, asked, lists)?;
        self.as_truth(value, asked)
    }

    fn value(
        &self,
        of: &Definition,
        index: ExpressionIndex,
        asked: &[Bdd],
        lists: bool,
    ) -> Within<Item> {
        let ops = of.expressions.get(usize::from(index));
        let mut stack: Vec<Item> = Vec::new();
        for op in ops.into_iter().flatten() {
            let item = self.step(of, op, &mut stack, asked, lists)?;
            stack.push(item);
        }
        Ok(self.pop(&mut stack))
    }

    fn pop(&self, stack: &mut Vec<Item>) -> Item {
        stack
            .pop()
            .unwrap_or_else(|| Item::Cases(vec![(self.diagrams.always(), Term::Unknown)]))
    }

    fn step(
        &self,
        of: &Definition,
        op: &Op,
        stack: &mut Vec<Item>,
        asked: &[Bdd],
        lists: bool,
    ) -> Within<Item> {
        if let Some(term) = leaf(op) {
            return Ok(Item::Cases(vec![(self.diagrams.always(), term)]));
        }
        Ok(match op {
            Op::Known(index) => {
                let yes = self.answered(asked, *index)?;
                let no = self.diagrams.and_not(&self.diagrams.always(), &yes)?;
                Item::Truth(Truth { yes, no })
            }
            Op::Any(list, body) | Op::All(list, body) => {
                let any = matches!(op, Op::Any(..));
                let truth = if lists {
                    self.over(of, any, *list, *body, asked)?
                } else {
                    self.diagrams.unknown()
                };
                Item::Truth(truth)
            }
            Op::Not => {
                let truth = self.pop(stack);
                Item::Truth(not(self.as_truth(truth, asked)?))
            }
            Op::And | Op::Or => {
                let (second, first) = (self.pop(stack), self.pop(stack));
                let (first, second) = (self.as_truth(first, asked)?, self.as_truth(second, asked)?);
                Item::Truth(if *op == Op::And {
                    self.diagrams.both(&first, &second)?
                } else {
                    self.diagrams.either(&first, &second)?
                })
            }
            Op::Select => {
                let (no, yes) = (self.pop(stack), self.pop(stack));
                let condition = self.pop(stack);
                let condition = self.as_truth(condition, asked)?;
                self.select(of, &condition, yes, no, asked)?
            }
            _ => {
                let (second, first) = (self.pop(stack), self.pop(stack));
                self.two(of, op, first, second, asked)?
            }
        })
    }

    fn select(
        &self,
        of: &Definition,
        condition: &Truth,
        yes: Item,
        no: Item,
        asked: &[Bdd],
    ) -> Within<Item> {
        let (Item::Cases(some), Item::Cases(others)) = (&yes, &no) else {
            let (yes, no) = (self.as_truth(yes, asked)?, self.as_truth(no, asked)?);
            return Ok(Item::Truth(self.diagrams.select(condition, &yes, &no)?));
        };
        let unknown = self.diagrams.determined(condition)?;
        let unknown = self.diagrams.and_not(&self.diagrams.always(), &unknown)?;
        let mut cases: BTreeMap<&Term, Bdd> = BTreeMap::new();
        let mut add = |term, when: Bdd| -> Within<()> {
            let there = cases.entry(term).or_insert_with(|| self.diagrams.never());
            *there = self.diagrams.or(there, &when)?;
            Ok(())
        };
        for (when, term) in some {
            add(term, self.diagrams.and(&condition.yes, when)?)?;
            // While the condition is unknown, it may be the same either way.
            for (other_when, other) in others {
                let both = self
                    .diagrams
                    .and(&unknown, &self.diagrams.and(when, other_when)?)?;
                let alike = self.compared(of, Relation::Equal, term, other, asked)?;
                add(term, self.diagrams.and(&both, &alike.yes)?)?;
            }
        }
        for (when, term) in others {
            add(term, self.diagrams.and(&condition.no, when)?)?;
        }
        if cases.len() > MOST_CASES {
            return Err(TooLarge);
        }
        let cases = cases.into_iter().map(|(term, when)| (when, term.clone()));
        Ok(Item::Cases(cases.collect()))
    }

    fn as_truth(&self, item: Item, asked: &[Bdd]) -> Within<Truth> {
        let cases = match item {
            Item::Truth(truth) => return Ok(truth),
            Item::Cases(cases) => cases,
        };
        let mut all = self.diagrams.unknown();
        for (when, term) in cases {
            let truth = match term {
                Term::Bool(so) => self.diagrams.known(so),
                Term::Fact(index) => {
                    let there = self.answered(asked, index)?;
                    let there = self
                        .diagrams
                        .and_not(&there, &self.atom(&Atom::Null(index)))?;
                    self.where_known(&there, &self.atom(&Atom::Yes(index)))?
                }
                _ => self.diagrams.unknown(),
            };
            all = self.with_case(&all, &when, &truth)?;
        }
        Ok(all)
    }

    fn with_case(&self, all: &Truth, when: &Bdd, truth: &Truth) -> Within<Truth> {
        Ok(Truth {
            yes: self
                .diagrams
                .or(&all.yes, &self.diagrams.and(when, &truth.yes)?)?,
            no: self
                .diagrams
                .or(&all.no, &self.diagrams.and(when, &truth.no)?)?,
        })
    }

    fn where_known(&self, known: &Bdd, so: &Bdd) -> Within<Truth> {
        Ok(Truth {
            yes: self.diagrams.and(known, so)?,
            no: self.diagrams.and_not(known, so)?,
        })
    }

    fn two(
        &self,
        of: &Definition,
        op: &Op,
        first: Item,
        second: Item,
        asked: &[Bdd],
    ) -> Within<Item> {
        let (Item::Cases(some), Item::Cases(others)) = (&first, &second) else {
            if *op != Op::Equal {
                return Ok(Item::Truth(self.diagrams.unknown()));
            }
            let (first, second) = (self.as_truth(first, asked)?, self.as_truth(second, asked)?);
            return Ok(Item::Truth(self.diagrams.same(&first, &second)?));
        };
        if some.len() * others.len() > MOST_CASES {
            return Err(TooLarge);
        }
        let mut spans = Vec::new();
        let mut all = self.diagrams.unknown();
        for (when, one) in some {
            for (and_when, other) in others {
                let when = self.diagrams.and(when, and_when)?;
                if let Some(unit) = unit(op) {
                    spans.push((when, Term::span(unit, one.clone(), other.clone())));
                } else if let Some(relation) = relation(op) {
                    let truth = self.compared(of, relation, one, other, asked)?;
                    all = self.with_case(&all, &when, &truth)?;
                }
            }
        }
        Ok(if unit(op).is_some() {
            Item::Cases(spans)
        } else {
            Item::Truth(all)
        })
    }

    fn compared(
        &self,
        of: &Definition,
        relation: Relation,
        one: &Term,
        other: &Term,
        asked: &[Bdd],
    ) -> Within<Truth> {
        let so = match compare(of, relation, one, other) {
            Compared::Never => return Ok(self.diagrams.unknown()),
            Compared::Known(so) => self.diagrams.constant(so),
            Compared::If(ways) => {
                let mut any = self.diagrams.never();
                for way in ways {
                    let place = |atom| self.place(atom).map(BddVariable::from_index);
                    let way = way.iter().map(|(atom, so)| Some((place(atom)?, *so)));
                    if let Some(way) = way.collect::<Option<Way>>() {
                        any = self.diagrams.or(&any, &self.diagrams.way(&way)?)?;
                    }
                }
                any
            }
        };
        let mut known = self.diagrams.always();
        for index in [one.facts(), other.facts()].concat() {
            known = self.diagrams.and(&known, &self.answered(asked, index)?)?;
        }
        for term in [one, other] {
            if let Some((known_as, list, body)) = term.unless() {
                let open = self.has_entry(of, known_as, list, body, asked)?;
                known = self.diagrams.and_not(&known, &open)?;
            }
        }
        if relation == Relation::Equal && (*one == Term::Null || *other == Term::Null) {
            return self.where_known(&known, &so);
        }
        let none = |term: &Term| match term {
            Term::Fact(index) => self.atom(&Atom::Null(*index)),
            _ => self.diagrams.never(),
        };
        let (one_none, other_none) = (none(one), none(other));
        let some_none = self.diagrams.or(&one_none, &other_none)?;
        let so = self.diagrams.and_not(&so, &some_none)?;
        if relation == Relation::Equal {
            let so = self
                .diagrams
                .or(&so, &self.diagrams.and(&one_none, &other_none)?)?;
            known = self.spans_known(known, one, other)?;
            return self.where_known(&known, &so);
        }
        known = self.diagrams.and_not(&known, &some_none)?;
        known = self.spans_known(known, one, other)?;
        self.where_known(&known, &so)
    }

    /// A span from or to "I have none" is unknown.
    fn spans_known(&self, mut known: Bdd, one: &Term, other: &Term) -> Within<Bdd> {
        for term in [one, other] {
            if let Term::Span(..) = term {
                for index in term.facts() {
                    known = self
                        .diagrams
                        .and_not(&known, &self.atom(&Atom::Null(index)))?;
                }
            }
        }
        Ok(known)
    }

    /// What is said of some entry of a list, or of all: one entry decides it; else all must be known.
    fn over(
        &self,
        of: &Definition,
        any: bool,
        list: FactIndex,
        body: ExpressionIndex,
        asked: &[Bdd],
    ) -> Within<Truth> {
        let wanted = if any { Known::Yes } else { Known::No };
        let there = self.answered(asked, list)?;
        let decided = self.has_entry(of, wanted, list, body, asked)?;
        let open = self.has_entry(of, Known::Open, list, body, asked)?;
        let decided = self.diagrams.and(&there, &decided)?;
        let rest = self.diagrams.and_not(&there, &decided)?;
        let truth = Truth {
            yes: decided,
            no: self.diagrams.and_not(&rest, &open)?,
        };
        Ok(if any { truth } else { not(truth) })
    }

    /// When a list has an entry of which something is so, or is not, or is not known.
    fn has_entry(
        &self,
        of: &Definition,
        known: Known,
        list: FactIndex,
        body: ExpressionIndex,
        asked: &[Bdd],
    ) -> Within<Bdd> {
        let wanted = self.entry(of, known, body, asked)?;
        let own = |index: &FactIndex| fact(of, *index).is_some_and(|fact| fact.list == Some(list));
        let atoms = self.atoms.iter().enumerate();
        let own: Vec<usize> = atoms
            .filter(|(_, atom)| atom.facts().iter().any(own))
            .map(|(place, _)| place)
            .collect();
        let can_be = self
            .diagrams
            .for_some(&self.within_domains(&wanted)?, &own)?;
        self.diagrams
            .and(&self.atom(&Atom::Entry(known, list, body)), &can_be)
    }

    /// When something is so of the entry at hand, or is not, or is not known.
    pub(crate) fn entry(
        &self,
        of: &Definition,
        known: Known,
        body: ExpressionIndex,
        asked: &[Bdd],
    ) -> Within<Bdd> {
        if known == Known::NoNumber {
            let mut without = self.diagrams.always();
            for (when, _) in self.numbers(of, body, asked)? {
                without = self.diagrams.and_not(&without, &when)?;
            }
            return Ok(without);
        }
        let truth = self.truth(of, body, asked, false)?;
        match known {
            Known::Yes => Ok(truth.yes),
            Known::No => Ok(truth.no),
            _ => {
                let determined = self.diagrams.determined(&truth)?;
                self.diagrams.and_not(&self.diagrams.always(), &determined)
            }
        }
    }

    /// What the entry at hand comes to as a number, and when.
    pub(crate) fn numbers(
        &self,
        of: &Definition,
        body: ExpressionIndex,
        asked: &[Bdd],
    ) -> Within<Vec<(Bdd, Term)>> {
        let Item::Cases(cases) = self.value(of, body, asked, false)? else {
            return Ok(Vec::new());
        };
        let mut numbers = Vec::new();
        for (when, term) in cases {
            // It has a value where it is what it is.
            let known = self.compared(of, Relation::Equal, &term, &term, asked)?.yes;
            let mut when = self.diagrams.and(&when, &known)?;
            for index in term.facts() {
                when = self
                    .diagrams
                    .and_not(&when, &self.atom(&Atom::Null(index)))?;
            }
            numbers.push((when, term));
        }
        Ok(numbers)
    }
}
