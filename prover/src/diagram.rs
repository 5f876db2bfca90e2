//! Decision diagrams that stay within a limit, and truths of three values made of two of them.

use std::cell::Cell;

use biodivine_lib_bdd::{Bdd, BddValuation, BddVariable, BddVariableSet, op_function};

/// A diagram with more nodes is not made.
const LARGEST: usize = 100_000;
/// All operations on the diagrams of one definition visit no more nodes.
const MOST_WORK: usize = 100_000_000;

/// The diagrams outgrow their limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLarge;

/// What may outgrow the limit.
pub(crate) type Within<T> = Result<T, TooLarge>;

/// One way through a diagram: what it fixes.
pub(crate) type Way = Vec<(BddVariable, bool)>;

/// When something is certainly so, and when it certainly is not; in neither it is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Truth {
    pub(crate) yes: Bdd,
    pub(crate) no: Bdd,
}

/// Makes diagrams over one set of variables.
pub(crate) struct Diagrams {
    set: BddVariableSet,
    work: Cell<usize>,
}

type Operation = fn(Option<bool>, Option<bool>) -> Option<bool>;

impl Diagrams {
    pub(crate) fn new(variables: usize) -> Within<Self> {
        // The largest number stands for the ends of a diagram.
        let variables = u16::try_from(variables).map_err(|_| TooLarge)?;
        if variables == u16::MAX {
            return Err(TooLarge);
        }
        Ok(Self {
            set: BddVariableSet::new_anonymous(variables),
            work: Cell::new(0),
        })
    }

    pub(crate) fn always(&self) -> Bdd {
        self.set.mk_true()
    }

    pub(crate) fn never(&self) -> Bdd {
        self.set.mk_false()
    }

    pub(crate) fn constant(&self, so: bool) -> Bdd {
        if so { self.always() } else { self.never() }
    }

    pub(crate) fn variable(&self, variable: usize) -> Bdd {
        self.set.mk_var(BddVariable::from_index(variable))
    }

    /// All of these at once.
    pub(crate) fn way(&self, way: &[(BddVariable, bool)]) -> Within<Bdd> {
        let mut sorted = way.to_vec();
        sorted.sort_unstable();
        let mut all = self.always();
        for (variable, value) in sorted.into_iter().rev() {
            all = self.and(&self.set.mk_literal(variable, value), &all)?;
        }
        Ok(all)
    }

    pub(crate) fn and(&self, one: &Bdd, other: &Bdd) -> Within<Bdd> {
        self.apply(one, other, op_function::and)
    }

    pub(crate) fn or(&self, one: &Bdd, other: &Bdd) -> Within<Bdd> {
        self.apply(one, other, op_function::or)
    }

    pub(crate) fn and_not(&self, one: &Bdd, other: &Bdd) -> Within<Bdd> {
        self.apply(one, other, op_function::and_not)
    }

    /// With some value of each of these variables.
    pub(crate) fn for_some(&self, of: &Bdd, variables: &[usize]) -> Within<Bdd> {
        let mut some = of.clone();
        for variable in variables {
            let variable = BddVariable::from_index(*variable);
            if some.support_set_contains(&variable) {
                some = self.or(
                    &some.var_restrict(variable, false),
                    &some.var_restrict(variable, true),
                )?;
            }
        }
        Ok(some)
    }

    fn apply(&self, one: &Bdd, other: &Bdd, operation: Operation) -> Within<Bdd> {
        let left = MOST_WORK.saturating_sub(self.work.get());
        // What is made may be small and its making long.
        let steps = if one.size().saturating_mul(other.size()) > LARGEST {
            let (_, steps) = Bdd::check_binary_op(left, one, other, operation).ok_or(TooLarge)?;
            steps
        } else {
            one.size() + other.size()
        };
        let made = Bdd::binary_op_with_limit(LARGEST, one, other, operation).ok_or(TooLarge)?;
        let work = self.work.get() + steps + made.size();
        self.work.set(work);
        if work > MOST_WORK {
            return Err(TooLarge);
        }
        Ok(made)
    }

    pub(crate) fn known(&self, so: bool) -> Truth {
        Truth {
            yes: self.constant(so),
            no: self.constant(!so),
        }
    }

    pub(crate) fn unknown(&self) -> Truth {
        Truth {
            yes: self.never(),
            no: self.never(),
        }
    }

    pub(crate) fn both(&self, one: &Truth, other: &Truth) -> Within<Truth> {
        Ok(Truth {
            yes: self.and(&one.yes, &other.yes)?,
            no: self.or(&one.no, &other.no)?,
        })
    }

    pub(crate) fn either(&self, one: &Truth, other: &Truth) -> Within<Truth> {
        Ok(not(self.both(&not(one.clone()), &not(other.clone()))?))
    }

    /// Whether two truths are the same; known when both are.
    pub(crate) fn same(&self, one: &Truth, other: &Truth) -> Within<Truth> {
        let (one_not, other_not) = (not(one.clone()), not(other.clone()));
        let alike = |other: &Truth| -> Within<Bdd> {
            self.or(
                &self.and(&one.yes, &other.yes)?,
                &self.and(&one_not.yes, &other.no)?,
            )
        };
        Ok(Truth {
            yes: alike(other)?,
            no: alike(&other_not)?,
        })
    }

    /// `condition ? yes : no`; while the condition is unknown, what both agree on.
    pub(crate) fn select(&self, condition: &Truth, yes: &Truth, no: &Truth) -> Within<Truth> {
        let side = |yes: &Bdd, no: &Bdd| -> Within<Bdd> {
            let chosen = self.or(
                &self.and(&condition.yes, yes)?,
                &self.and(&condition.no, no)?,
            )?;
            self.or(&chosen, &self.and(yes, no)?)
        };
        Ok(Truth {
            yes: side(&yes.yes, &no.yes)?,
            no: side(&yes.no, &no.no)?,
        })
    }

    /// When it is known.
    pub(crate) fn determined(&self, truth: &Truth) -> Within<Bdd> {
        self.or(&truth.yes, &truth.no)
    }
}

/// The opposite.
pub(crate) fn not(truth: Truth) -> Truth {
    Truth {
        yes: truth.no,
        no: truth.yes,
    }
}

/// The cheapest way to make a diagram true.
pub(crate) fn cheapest(of: &Bdd, cost: impl Fn(BddVariable, bool) -> u64) -> Option<Way> {
    if of.is_false() {
        return None;
    }
    // Whatever a node leads to stands before it.
    let mut costs: Vec<u64> = Vec::with_capacity(of.size());
    let mut high: Vec<bool> = Vec::with_capacity(of.size());
    for node in of.pointers() {
        if node.is_terminal() {
            costs.push(if node.is_one() { 0 } else { u64::MAX });
            high.push(false);
            continue;
        }
        let variable = of.var_of(node);
        let through = |value: bool| {
            let next = if value {
                of.high_link_of(node)
            } else {
                of.low_link_of(node)
            };
            costs[next.to_index()].saturating_add(cost(variable, value))
        };
        let (no, yes) = (through(false), through(true));
        costs.push(no.min(yes));
        high.push(yes < no);
    }
    let mut way = Way::new();
    let mut node = of.root_pointer();
    while !node.is_terminal() {
        let value = high[node.to_index()];
        way.push((of.var_of(node), value));
        node = if value {
            of.high_link_of(node)
        } else {
            of.low_link_of(node)
        };
    }
    Some(way)
}

/// Whether a diagram is true when each variable has the value in its place.
pub(crate) fn is_so(of: &Bdd, values: &[bool]) -> bool {
    of.eval_in(&BddValuation::new(values.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::{Diagrams, TooLarge, cheapest, is_so};

    #[test]
    fn the_cheapest_way_is_found() {
        let diagrams = Diagrams::new(4).expect("few");
        let [a, b, c, d] = [0, 1, 2, 3].map(|at| diagrams.variable(at));
        let dear = diagrams.and(&a, &b).expect("small");
        let cheap = diagrams.and(&c, &d).expect("small");
        let either = diagrams.or(&dear, &cheap).expect("small");
        let price = |variable: biodivine_lib_bdd::BddVariable, value: bool| {
            u64::from(value) * [5, 5, 3, 3][variable.to_index()]
        };
        let way = cheapest(&either, price).expect("it can be so");
        let mut values = [false; 4];
        for (variable, value) in way {
            values[variable.to_index()] = value;
        }
        assert_eq!(values, [false, false, true, true]);
        assert!(is_so(&either, &values));
        assert!(cheapest(&diagrams.never(), price).is_none());
    }

    #[test]
    fn what_grows_without_bounds_is_not_made() {
        // x0 == x20 && x1 == x21 ...: no good order, twice as many nodes with every pair.
        let diagrams = Diagrams::new(40).expect("few");
        let mut all = diagrams.always();
        let made = (0..20).try_for_each(|pair| {
            let [one, other] = [pair, pair + 20].map(|at| diagrams.variable(at));
            let differ = diagrams.and_not(&one, &other)?;
            let same = diagrams.and_not(&diagrams.always(), &differ)?;
            all = diagrams.and(&all, &same)?;
            Ok(())
        });
        assert_eq!(made, Err(TooLarge));
        assert_eq!(Diagrams::new(70_000).err(), Some(TooLarge));
    }
}
