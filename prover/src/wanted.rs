//! Answers that a proof asks for, made into a person's answers to everything.

use std::collections::BTreeMap;

use biodivine_lib_bdd::Bdd;
use prefile::form::{ExpressionIndex, FactIndex, Wants};

use crate::{
    atom::{Atom, Known, Term, fact},
    diagram::{Way, Within},
    model::{Found, Model, Possible},
    numbers::{Numbers, TODAY},
    session::{Said, Session, is_day, likely, on_a_first, texts},
};

/// A list gets no more entries for one reason.
const MOST_ENTRIES: usize = 20;

/// The answers that a proof asks for, and likely ones to all other questions.
pub(crate) fn session(model: &Model, asked: &[Bdd], found: &Found) -> Within<Session> {
    let definition = model.definition;
    let mut session = Session {
        today: found.numbers.get(&Term::Today).copied().unwrap_or(TODAY),
        said: BTreeMap::new(),
        entries: BTreeMap::new(),
    };
    let mut entries_of: BTreeMap<FactIndex, Vec<Found>> = BTreeMap::new();
    for (index, wanted) in (0..).zip(&definition.facts) {
        if matches!(wanted.wants, Wants::List(_)) {
            let entries = entries(model, asked, found, index)?;
            session.entries.insert(index, entries.len());
            entries_of.insert(index, entries);
        }
    }
    let wishes = Wishes::of(model, found);
    for (index, wanted) in (0..).zip(&definition.facts) {
        let said = match wanted.list.and_then(|list| entries_of.get(&list)) {
            Some(entries) => entries
                .iter()
                .map(|found| Wishes::of(model, found).said(model, index))
                .collect(),
            None => vec![wishes.said(model, index)],
        };
        session.said.insert(index, said);
    }
    Ok(session)
}

/// The entries that a list needs to have.
fn entries(model: &Model, asked: &[Bdd], found: &Found, list: FactIndex) -> Within<Vec<Found>> {
    let own = |atom: &Atom| {
        let mut facts = atom.facts().into_iter();
        facts.any(|index| fact(model.definition, index).is_some_and(|it| it.list == Some(list)))
    };
    let atom = |at: &biodivine_lib_bdd::BddVariable| &model.atoms[at.to_index()];
    let of_lists = |atom: &Atom| {
        let whole = |term: &&Term| matches!(term, Term::Count(..) | Term::Size(_) | Term::Sum(..));
        matches!(atom, Atom::Entry(..)) || atom.weighed().iter().any(whole)
    };
    let (at_hand, others): (Way, Way) = found.way.iter().partition(|(at, _)| own(atom(at)));
    let others: Way = others
        .into_iter()
        .filter(|(at, _)| !of_lists(atom(at)))
        .collect();
    let mut any = model.diagrams.way(&others)?;
    let mut needed: Vec<(Bdd, usize)> = Vec::new();
    let (mut size, mut spoken) = (None, false);
    for (at, so) in &found.way {
        if let Atom::Entry(known, of, body) = atom(at)
            && *of == list
        {
            spoken = true;
            let entry = model.entry(model.definition, *known, *body, asked)?;
            if *so {
                needed.push((entry, 1));
            } else {
                any = model.diagrams.and_not(&any, &entry)?;
            }
        }
    }
    for (term, number) in &found.numbers {
        if let Term::Sum(of, body) = term
            && *of == list
            && *number > 0
        {
            needed.extend(all_of(model, asked, *body, *number)?.map(|entry| (entry, 1)));
        }
        let number = usize::try_from(*number).unwrap_or(0);
        match term {
            Term::Size(of) if *of == list => (size, spoken) = (Some(number), true),
            Term::Count(of, body) if *of == list => {
                let entry = model.entry(model.definition, Known::Yes, *body, asked)?;
                needed.push((entry, number.min(MOST_ENTRIES)));
            }
            _ => {}
        }
    }
    if !at_hand.is_empty() {
        needed.push((model.diagrams.way(&at_hand)?, 1));
    }
    if needed.is_empty() && !spoken {
        return Ok(vec![found.clone()]);
    }
    let mut entries = Vec::new();
    for (entry, times) in needed {
        let wanted = model.diagrams.and(&any, &entry)?;
        if let Possible::Yes(entry) = model.possible(&wanted)? {
            entries.extend(std::iter::repeat_n(entry, times));
        }
    }
    if let Some(size) = size.filter(|size| *size > entries.len())
        && let Possible::Yes(entry) = model.possible(&any)?
    {
        entries.resize(size, entry);
    }
    Ok(entries)
}

/// An entry that comes to a sum alone.
fn all_of(model: &Model, asked: &[Bdd], body: ExpressionIndex, number: i64) -> Within<Option<Bdd>> {
    for (when, term) in model.numbers(model.definition, body, asked)? {
        if let Some(below) = model.place(&Atom::Below(term, number)) {
            let below = model.diagrams.variable(below);
            return Ok(Some(model.diagrams.and_not(&when, &below)?));
        }
    }
    Ok(None)
}

/// What a proof asks of the answers, by fact.
struct Wishes<'a> {
    by_fact: BTreeMap<FactIndex, Vec<(&'a Atom, bool)>>,
    numbers: &'a Numbers,
}

impl<'a> Wishes<'a> {
    fn of(model: &'a Model, found: &'a Found) -> Self {
        let mut by_fact: BTreeMap<FactIndex, Vec<(&Atom, bool)>> = BTreeMap::new();
        for (variable, so) in &found.way {
            let atom = &model.atoms[variable.to_index()];
            for index in atom.facts() {
                by_fact.entry(index).or_default().push((atom, *so));
            }
        }
        Self {
            by_fact,
            numbers: &found.numbers,
        }
    }

    /// What to say of a fact.
    fn said(&self, model: &Model, index: FactIndex) -> Said {
        let Some(wanted) = fact(model.definition, index) else {
            return Said::Open;
        };
        let none = Vec::new();
        let wishes = self.by_fact.get(&index).unwrap_or(&none);
        let wish = |atom: &Atom| wishes.iter().find(|(it, _)| *it == atom).map(|(_, so)| *so);
        if wish(&Atom::Given(index)) == Some(false) {
            return Said::Open;
        }
        if wish(&Atom::Null(index)) == Some(true) {
            return Said::None;
        }
        match &wanted.wants {
            Wants::YesNo => Said::YesNo(wish(&Atom::Yes(index)).unwrap_or(false)),
            Wants::Choice(choices) => {
                let places = 0..choices.len();
                let named = |at: &usize| model.place(&Atom::Choice(index, *at)).is_some();
                let chosen = if wish(&Atom::Other(index)) == Some(true) {
                    places.clone().find(|at| !named(at))
                } else {
                    let wish = |at: &usize| wish(&Atom::Choice(index, *at));
                    let mut places = places.clone();
                    let yes = places.clone().find(|at| wish(at) == Some(true));
                    yes.or_else(|| places.find(|at| wish(at).is_none()))
                };
                let choice = chosen.and_then(|at| choices.get(at));
                choice.map_or(Said::Open, |choice| Said::Text(choice.id.clone()))
            }
            Wants::List(_) => Said::Open,
            Wants::Kind(kind) if !is_day(*kind) => {
                of_text(wishes, &texts(model, index, Some(*kind)))
            }
            Wants::Text => of_text(wishes, &texts(model, index, None)),
            wants => {
                let number = self.numbers.get(&Term::Fact(index)).copied();
                Said::Number(number.unwrap_or_else(|| on_a_first(wants, likely(wants))))
            }
        }
    }
}

/// The first text that is as wanted.
fn of_text(wishes: &[(&Atom, bool)], texts: &[String]) -> Said {
    let fits = |text: &&String| {
        wishes.iter().all(|(atom, so)| match atom {
            Atom::Is(_, it) => (*text == it) == *so,
            Atom::Starts(_, begin) => text.starts_with(begin) == *so,
            _ => true,
        })
    };
    let text = texts.iter().find(fits).or_else(|| texts.first());
    text.map_or(Said::Open, |text| Said::Text(text.clone()))
}
