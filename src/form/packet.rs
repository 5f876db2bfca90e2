//! The definitions that a person has chosen, with each fact once.

use super::definition::{Definition, Fact, FactIndex, Wants};
use crate::{Code, finding::Finding};

/// Definitions that are filled together.
#[derive(Clone, Debug, Default)]
pub struct Packet {
    pub(super) definitions: Vec<Definition>,
    /// Every fact once, in the order of the names.
    pub(super) facts: Vec<Fact>,
    /// For each definition and each of its facts the place in `facts`.
    places: Vec<Vec<FactIndex>>,
    /// What was wrong with the definitions.
    pub(super) findings: Vec<Finding>,
}

impl Packet {
    /// Takes definitions together. One that asks for a fact in another way than those before it is
    /// left out, with a finding.
    #[must_use]
    pub fn new(definitions: Vec<Definition>) -> Self {
        let mut packet = Self::default();
        let mut names: Vec<&str> = Vec::new();
        for fact in definitions.iter().flat_map(|definition| &definition.facts) {
            if let Err(place) = names.binary_search(&fact.id.as_str())
                && names.len() < usize::from(FactIndex::MAX)
            {
                names.insert(place, &fact.id);
            }
        }
        let mut facts: Vec<Option<Fact>> = vec![None; names.len()];
        let mut kept = Vec::with_capacity(definitions.len());
        for definition in &definitions {
            let places = places(definition, &names);
            let fits = places
                .as_deref()
                .is_some_and(|places| fit(definition, places, &mut facts));
            if let (true, Some(places)) = (fits, places) {
                packet.places.push(places);
            } else {
                packet.findings.push(Finding::new(Code::PackDamaged));
            }
            kept.push(fits);
        }
        // A name that only a definition had that was left out stands for a fact that nobody asks for.
        let unasked = |(fact, name): (Option<Fact>, &&str)| {
            fact.unwrap_or_else(|| Fact {
                id: (*name).to_owned(),
                list: None,
                wants: Wants::Text,
                optional: true,
            })
        };
        packet.facts = facts.into_iter().zip(&names).map(unasked).collect();
        let mut kept = kept.into_iter();
        packet.definitions = definitions;
        packet.definitions.retain(|_| kept.next().unwrap_or(false));
        packet
    }

    /// The same from packs. One that cannot be read is left out, with a finding.
    #[must_use]
    pub fn read(packs: &[&[u8]]) -> Self {
        let read: Vec<_> = packs.iter().map(|pack| super::pack::read(pack)).collect();
        let damaged = read.iter().filter(|pack| pack.is_err()).count();
        let mut packet = Self::new(read.into_iter().flatten().collect());
        let finding = Finding::new(Code::PackDamaged);
        packet
            .findings
            .extend(core::iter::repeat_n(finding, damaged));
        packet
    }

    /// The definitions, in order.
    #[must_use]
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// Every fact once, in the order of the names.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Where the answer to the fact at this place stands: `applicant.family_name`,
    /// `homes[1].street`.
    #[must_use]
    pub fn path(&self, fact: usize, entry: usize) -> String {
        let name = &self.facts[fact].id;
        match self.facts[fact].list {
            None => name.clone(),
            Some(list) => {
                let list = &self.facts[usize::from(list)].id;
                path(list, entry, name.get(list.len() + 1..).unwrap_or_default())
            }
        }
    }

    /// Where a definition's fact stands.
    pub(super) fn place(&self, definition: usize, fact: FactIndex) -> usize {
        let places = self.places.get(definition);
        let place = places.and_then(|places| places.get(usize::from(fact)));
        place.map_or(0, |place| usize::from(*place))
    }

    /// The fact with this name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.facts
            .binary_search_by(|fact| fact.id.as_str().cmp(name))
            .ok()
    }
}

/// Where an entry's answer stands.
pub(super) fn path(list: &str, entry: usize, member: &str) -> String {
    let mut digits = Vec::new();
    let mut rest = entry;
    loop {
        digits.push(char::from(b'0' + u8::try_from(rest % 10).unwrap_or(0)));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let number: String = digits.into_iter().rev().collect();
    [list, "[", &number, "].", member].concat()
}

fn places(definition: &Definition, names: &[&str]) -> Option<Vec<FactIndex>> {
    let place = |fact: &Fact| {
        let place = names.binary_search(&fact.id.as_str()).ok()?;
        FactIndex::try_from(place).ok()
    };
    definition.facts.iter().map(place).collect()
}

/// Puts the facts of a definition in their places, unless one stands there that wants something else.
fn fit(definition: &Definition, places: &[FactIndex], facts: &mut [Option<Fact>]) -> bool {
    let moved = |fact: FactIndex| places.get(usize::from(fact)).copied().unwrap_or(0);
    let moved: Vec<Fact> = definition
        .facts
        .iter()
        .map(|fact| {
            let mut fact = fact.clone();
            fact.list = fact.list.map(moved);
            if let Wants::List(Some(history)) = &mut fact.wants {
                (history.from, history.to) = (moved(history.from), moved(history.to));
            }
            fact
        })
        .collect();
    let slots = || places.iter().map(|place| usize::from(*place));
    let same = slots().zip(&moved).all(|(slot, fact)| {
        facts[slot].as_ref().is_none_or(|there| {
            there.list == fact.list
                && there.optional == fact.optional
                && wants_the_same(&there.wants, &fact.wants)
        })
    });
    if same {
        for (slot, fact) in slots().zip(moved) {
            facts[slot] = Some(fact);
        }
    }
    same
}

/// Choices are the same by their names: their words are each definition's own.
fn wants_the_same(one: &Wants, other: &Wants) -> bool {
    match (one, other) {
        (Wants::Choice(one), Wants::Choice(other)) => {
            let names = one.iter().map(|choice| &choice.id);
            names.eq(other.iter().map(|choice| &choice.id))
        }
        _ => one == other,
    }
}
