//! Conditions as diagrams over the answers that a person may give.
//!
//! A variable is an atom. What cannot be at once (two choices of one question, a number below 3 and
//! not below 5) is excluded by domains, which join a diagram when it speaks of their atoms. What
//! days and numbers exclude between terms is learnt as it is met (see `numbers`).

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use biodivine_lib_bdd::{Bdd, BddVariable};
use prefile::form::{Definition, FactIndex, Wants};

use crate::{
    atom::{Atom, Atoms, Term, fact},
    diagram::{Diagrams, Way, Within, cheapest},
    numbers::{self, Numbers, Solved},
};

/// How often an impossible set of answers is excluded before a proof is given up.
const MOST_LESSONS: usize = 2_000;

/// The atoms of one or two definitions that share their facts, and what excludes what.
pub(crate) struct Model<'d> {
    pub(crate) definition: &'d Definition,
    pub(crate) diagrams: Diagrams,
    pub(crate) atoms: Vec<Atom>,
    places: BTreeMap<Atom, usize>,
    domains: RefCell<Vec<Bdd>>,
    /// For each variable the domains that speak of it.
    domains_of: RefCell<Vec<Vec<usize>>>,
}

/// Answers that a proof has found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The atoms that matter, the others may be as they will.
    pub(crate) way: Way,
    /// Numbers and days that go with them.
    pub(crate) numbers: Numbers,
}

/// Whether something can be so.
pub(crate) enum Possible {
    No,
    Yes(Found),
    /// Numbers or days were not found, nor shown not to be.
    Undecided,
}

impl<'d> Model<'d> {
    /// The model of a definition, and of a variant of it that may name other limits.
    pub(crate) fn new(definition: &'d Definition, variant: Option<&Definition>) -> Within<Self> {
        let mut atoms = Atoms::default();
        atoms.add(definition);
        if let Some(variant) = variant {
            atoms.add(variant);
        }
        let atoms = atoms.in_order();
        let places = atoms.iter().cloned().zip(0..).collect();
        let diagrams = Diagrams::new(atoms.len())?;
        let mut model = Self {
            definition,
            diagrams,
            domains: RefCell::default(),
            domains_of: RefCell::new(vec![Vec::new(); atoms.len()]),
            atoms,
            places,
        };
        model.exclude()?;
        Ok(model)
    }

    pub(crate) fn place(&self, atom: &Atom) -> Option<usize> {
        self.places.get(atom).copied()
    }

    /// When an atom is so; never, when no condition speaks of it.
    pub(crate) fn atom(&self, atom: &Atom) -> Bdd {
        match self.place(atom) {
            Some(place) => self.diagrams.variable(place),
            None => self.diagrams.never(),
        }
    }

    /// What excludes what among the atoms of one fact or one term.
    fn exclude(&mut self) -> Within<()> {
        let mut choices: BTreeMap<FactIndex, Vec<usize>> = BTreeMap::new();
        let mut limits: BTreeMap<&Term, Vec<(i64, usize)>> = BTreeMap::new();
        let mut texts: BTreeMap<FactIndex, Vec<usize>> = BTreeMap::new();
        let mut pairs = Vec::new();
        for (place, atom) in self.atoms.iter().enumerate() {
            match atom {
                Atom::Choice(fact, _) => choices.entry(*fact).or_default().push(place),
                Atom::Other(fact) => {
                    choices.entry(*fact).or_default();
                }
                Atom::Below(term, limit) => limits.entry(term).or_default().push((*limit, place)),
                Atom::Is(fact, _) | Atom::Starts(fact, _) => {
                    texts.entry(*fact).or_default().push(place);
                }
                Atom::Same(one, other) => {
                    let before = self.place(&Atom::Before(one.clone(), other.clone()));
                    pairs.extend(before.map(|before| (before, place)));
                }
                _ => {}
            }
        }
        let mut made = Vec::new();
        for (fact, places) in choices {
            made.push(self.one_choice(fact, places)?);
        }
        for (term, mut limits) in limits {
            limits.sort_unstable();
            made.push(self.chain(term, &limits)?);
        }
        for places in texts.values() {
            made.extend(self.one_text(places)?);
        }
        for (before, same) in pairs {
            made.push(self.not_both(before, same)?);
        }
        for domain in made {
            self.learn(domain);
        }
        Ok(())
    }

    /// One choice is made, or none that is named, or "I have none".
    fn one_choice(&self, index: FactIndex, mut places: Vec<usize>) -> Within<Bdd> {
        let choices = match fact(self.definition, index).map(|fact| &fact.wants) {
            Some(Wants::Choice(choices)) => choices.len(),
            _ => 0,
        };
        let other = self.atom(&Atom::Other(index));
        let named = places.len() >= choices;
        places.extend(self.place(&Atom::Null(index)));
        places.extend(self.place(&Atom::Other(index)).filter(|_| !named));
        places.sort_unstable();
        let (mut none, mut one) = (self.diagrams.always(), self.diagrams.never());
        for place in places.into_iter().rev() {
            let this = self.diagrams.variable(place);
            let chosen = self.diagrams.and(&this, &none)?;
            one = self
                .diagrams
                .or(&chosen, &self.diagrams.and_not(&one, &this)?)?;
            none = self.diagrams.and_not(&none, &this)?;
        }
        if named {
            self.diagrams.and_not(&one, &other)
        } else {
            Ok(one)
        }
    }

    /// What is below a limit is below every higher one; what counts is not below nothing.
    fn chain(&self, term: &Term, limits: &[(i64, usize)]) -> Within<Bdd> {
        let (least, most) = numbers::range(self.definition, term);
        let mut all = self.diagrams.always();
        for (at, (limit, place)) in limits.iter().enumerate().rev() {
            let this = self.diagrams.variable(*place);
            if *limit <= least {
                all = self.diagrams.and_not(&all, &this)?;
            } else if *limit > most {
                all = self.diagrams.and(&all, &this)?;
            }
            if let Some((_, next)) = limits.get(at + 1) {
                let next = self.diagrams.variable(*next);
                let broken = self.diagrams.and_not(&this, &next)?;
                all = self.diagrams.and_not(&all, &broken)?;
            }
        }
        Ok(all)
    }

    /// What two statements about one text exclude.
    fn one_text(&self, places: &[usize]) -> Within<Vec<Bdd>> {
        let mut made = Vec::new();
        for (at, one) in places.iter().enumerate() {
            for other in &places[at + 1..] {
                let broken = match (&self.atoms[*one], &self.atoms[*other]) {
                    (Atom::Is(..), Atom::Is(..)) => Some((true, true)),
                    (Atom::Is(_, text), Atom::Starts(_, begin)) => {
                        Some((true, !text.starts_with(begin)))
                    }
                    (Atom::Starts(_, one), Atom::Starts(_, other)) => {
                        if other.starts_with(one) {
                            Some((false, true))
                        } else if one.starts_with(other) {
                            Some((true, false))
                        } else {
                            Some((true, true))
                        }
                    }
                    _ => None,
                };
                let Some((first, second)) = broken else {
                    continue;
                };
                let way = [(*one, first), (*other, second)];
                let way = way.map(|(place, so)| (BddVariable::from_index(place), so));
                let broken = self.diagrams.way(&way)?;
                made.push(self.diagrams.and_not(&self.diagrams.always(), &broken)?);
            }
        }
        Ok(made)
    }

    fn not_both(&self, one: usize, other: usize) -> Within<Bdd> {
        let (one, other) = (self.diagrams.variable(one), self.diagrams.variable(other));
        let both = self.diagrams.and(&one, &other)?;
        self.diagrams.and_not(&self.diagrams.always(), &both)
    }

    /// Takes in that this is always so.
    fn learn(&self, domain: Bdd) {
        let place = self.domains.borrow().len();
        for variable in domain.support_set() {
            self.domains_of.borrow_mut()[variable.to_index()].push(place);
        }
        self.domains.borrow_mut().push(domain);
    }

    /// What is left of a diagram when what cannot be is taken out.
    pub(crate) fn within_domains(&self, of: &Bdd) -> Within<Bdd> {
        let mut left = of.clone();
        let mut met = BTreeSet::new();
        let mut spoken: Vec<usize> = of.support_set().iter().map(|it| it.to_index()).collect();
        while let Some(variable) = spoken.pop() {
            for place in &self.domains_of.borrow()[variable] {
                if met.insert(*place) {
                    let domain = &self.domains.borrow()[*place];
                    left = self.diagrams.and(&left, domain)?;
                    spoken.extend(domain.support_set().iter().map(|it| it.to_index()));
                }
            }
        }
        Ok(left)
    }

    /// Whether this can be so, and with which answers: the fewest that decide it.
    pub(crate) fn possible(&self, of: &Bdd) -> Within<Possible> {
        for _ in 0..MOST_LESSONS {
            let left = self.within_domains(of)?;
            let Some(way) = cheapest(&left, |variable, so| self.cost(variable, so)) else {
                return Ok(Possible::No);
            };
            let said = |way: &Way| -> Vec<(&Atom, bool)> {
                way.iter()
                    .map(|(at, so)| (&self.atoms[at.to_index()], *so))
                    .collect()
            };
            match numbers::solve(self.definition, &said(&way)) {
                Solved::Numbers(numbers) => return Ok(Possible::Yes(Found { way, numbers })),
                Solved::Undecided => return Ok(Possible::Undecided),
                Solved::Never => {
                    let broken = self.smallest(way);
                    let broken = self.diagrams.way(&broken)?;
                    self.learn(self.diagrams.and_not(&self.diagrams.always(), &broken)?);
                }
            }
        }
        Ok(Possible::Undecided)
    }

    /// What of an impossible way is enough to make it so.
    fn smallest(&self, way: Way) -> Way {
        let weighs = |at: &BddVariable| !self.atoms[at.to_index()].weighed().is_empty();
        let mut left: Way = way.into_iter().filter(|(at, _)| weighs(at)).collect();
        let mut at = 0;
        while at < left.len() {
            let taken = left.remove(at);
            let said: Vec<(&Atom, bool)> = left
                .iter()
                .map(|(at, so)| (&self.atoms[at.to_index()], *so))
                .collect();
            if !matches!(numbers::solve(self.definition, &said), Solved::Never) {
                left.insert(at, taken);
                at += 1;
            }
        }
        left
    }

    /// What an atom costs in an example: an answer much, what only excludes one little.
    fn cost(&self, variable: BddVariable, so: bool) -> u64 {
        match (&self.atoms[variable.to_index()], so) {
            (Atom::Given(_), true) | (Atom::Choice(..) | Atom::Other(_) | Atom::Null(_), false) => {
                1
            }
            _ => 1000,
        }
    }

    /// When a fact has an answer, `asked` saying when each is asked.
    pub(crate) fn answered(&self, asked: &[Bdd], index: FactIndex) -> Within<Bdd> {
        let Some(asked) = asked.get(usize::from(index)) else {
            return Ok(self.diagrams.never());
        };
        match self.place(&Atom::Given(index)) {
            Some(given) => self.diagrams.and(asked, &self.diagrams.variable(given)),
            None => Ok(asked.clone()),
        }
    }

    /// Every question that is asked is answered.
    pub(crate) fn complete(&self) -> Within<Bdd> {
        let mut all = self.diagrams.always();
        for (place, atom) in self.atoms.iter().enumerate().rev() {
            if matches!(atom, Atom::Given(_)) {
                all = self.diagrams.and(&self.diagrams.variable(place), &all)?;
            }
        }
        Ok(all)
    }
}
