//! Words of a list, forwards, backwards, and with look-alikes.
//!
//! From every place of the password one walk goes down the trie of words, along the characters as
//! they are and, where a character looks like a letter, along that letter too. A second walk goes
//! backwards. A word of rank r is guessed after r tries; capitals, look-alikes and reversal multiply
//! them (Wheeler 2016, section 4.4).

use std::ops::Range;

use crate::candidate::Candidate;
use crate::capitals;
use crate::explanation::{Kind, List};
use crate::look_alike::Substitutions;
use crate::password::Password;
use crate::words::Words;
use crate::words::trie::Trie;
use crate::work::Work;

/// Words, and what the values in the trie mean.
#[derive(Clone, Copy)]
pub(crate) enum Dictionary<'words> {
    /// The lists of the crate.
    Known(&'words Words),
    /// What the caller said: a value plus one is the rank.
    Personal(&'words Trie),
}

/// A walk that waits to be taken up.
struct Branch {
    node: u32,
    /// The next unit.
    at: usize,
    substitutions: Substitutions,
}

impl Dictionary<'_> {
    /// The words that begin with `symbol`, and the node of that beginning.
    fn begin(&self, symbol: u8) -> Option<(&Trie, u32)> {
        let trie = match self {
            Dictionary::Known(words) => words.beginning_with(symbol)?,
            Dictionary::Personal(trie) => trie,
        };
        Some((trie, trie.root(symbol)?))
    }

    fn rank(&self, value: u16) -> Option<(List, u16)> {
        match self {
            Dictionary::Known(words) => words.rank(value),
            Dictionary::Personal(_) => Some((List::Personal, value + 1)),
        }
    }

    /// Adds every word that stands in `range` of the password.
    pub(crate) fn find(
        &self,
        password: &Password,
        range: &Range<usize>,
        found: &mut Vec<Candidate>,
        work: &mut Work,
    ) {
        let mut branches = Vec::new();
        for start in range.clone() {
            self.forwards(password, start, range.end, &mut branches, found, work);
            self.backwards(password, start, range.start, found, work);
        }
    }

    #[inline(never)]
    fn forwards(
        &self,
        password: &Password,
        start: usize,
        end: usize,
        branches: &mut Vec<Branch>,
        found: &mut Vec<Candidate>,
        work: &mut Work,
    ) {
        let Some(&symbol) = password.symbols().get(start) else {
            return;
        };
        let start_with = Substitutions::default();
        let as_it_is = start_with.literally(symbol).map(|all| (all, symbol));
        let [one, other] = start_with.as_letters(symbol);
        for (substitutions, symbol) in [one, other, as_it_is].into_iter().flatten() {
            work.add(1);
            let Some((trie, node)) = self.begin(symbol) else {
                continue;
            };
            branches.push(Branch {
                node,
                at: start + 1,
                substitutions,
            });
            self.follow(trie, password, start..end, branches, found, work);
        }
    }

    /// Walks down every branch and what branches off it.
    fn follow(
        &self,
        trie: &Trie,
        password: &Password,
        Range { start, end }: Range<usize>,
        branches: &mut Vec<Branch>,
        found: &mut Vec<Candidate>,
        work: &mut Work,
    ) {
        while let Some(mut branch) = branches.pop() {
            loop {
                work.add(1);
                if let Some(value) = trie.value(branch.node) {
                    self.push(
                        password,
                        start..branch.at,
                        value,
                        Some(branch.substitutions),
                        found,
                    );
                }
                if branch.at >= end {
                    break;
                }
                let Some(&symbol) = password.symbols().get(branch.at) else {
                    break;
                };
                for (substitutions, letter) in branch
                    .substitutions
                    .as_letters(symbol)
                    .into_iter()
                    .flatten()
                {
                    if let Some(node) = trie.child(branch.node, letter, work) {
                        branches.push(Branch {
                            node,
                            at: branch.at + 1,
                            substitutions,
                        });
                    }
                }
                let Some(substitutions) = branch.substitutions.literally(symbol) else {
                    break;
                };
                let Some(node) = trie.child(branch.node, symbol, work) else {
                    break;
                };
                branch = Branch {
                    node,
                    at: branch.at + 1,
                    substitutions,
                };
            }
        }
    }

    /// The words that begin at `last` and go backwards, not beyond `first`.
    #[inline(never)]
    fn backwards(
        &self,
        password: &Password,
        last: usize,
        first: usize,
        found: &mut Vec<Candidate>,
        work: &mut Work,
    ) {
        let Some(symbols) = password.symbols().get(first..=last) else {
            return;
        };
        let mut place: Option<(&Trie, u32)> = None;
        for (length, &symbol) in (1..).zip(symbols.iter().rev()) {
            work.add(1);
            let next = match place {
                None => self.begin(symbol),
                Some((trie, node)) => {
                    let child = trie.child(node, symbol, work);
                    child.map(|child| (trie, child))
                }
            };
            let Some((trie, node)) = next else {
                return;
            };
            place = next;
            if length > 1
                && let Some(value) = trie.value(node)
            {
                self.push(password, last + 1 - length..last + 1, value, None, found);
            }
        }
    }

    /// Adds a word; without `substitutions` it is a reversed one.
    #[inline(never)]
    fn push(
        &self,
        password: &Password,
        range: Range<usize>,
        value: u16,
        substitutions: Option<Substitutions>,
        found: &mut Vec<Candidate>,
    ) {
        let (Some((list, rank)), Some(symbols), Some(cases)) = (
            self.rank(value),
            password.symbols().get(range.clone()),
            password.cases().get(range.clone()),
        ) else {
            return;
        };
        let capitals = capitals::variations(cases);
        let spelling = match substitutions {
            None => 2.0,
            Some(substitutions) if substitutions.any() => substitutions.variations(symbols),
            Some(_) => 1.0,
        };
        found.push(Candidate {
            start: range.start,
            end: range.end,
            guesses: f64::from(rank) * capitals * spelling,
            kind: Kind::Dictionary {
                list,
                reversed: substitutions.is_none(),
                look_alikes: substitutions.is_some_and(Substitutions::any),
                capitals: capitals > 1.0,
            },
        });
    }
}
