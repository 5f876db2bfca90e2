//! A person's answers, made up: by chance, or such as a proof asks for.

use std::collections::BTreeMap;

use biodivine_lib_bdd::Bdd;
use prefile::{
    Context, Day, Kind,
    form::{Answer, Answers, Definition, FactIndex, Wants},
};

use crate::{
    atom::{Atom, Known, Term, fact, is_number},
    chance::Chance,
    diagram::{Within, is_so},
    model::Model,
    numbers::{self, Numbers, TODAY, counted},
};

/// What one question is answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    None,
    YesNo(bool),
    Number(i64),
    Text(String),
    Open,
}

/// Answers to every question there is, whether it is asked or not.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) today: i64,
    /// By fact; those of a list's entries in their order.
    pub(crate) said: BTreeMap<FactIndex, Vec<Said>>,
    /// How many entries each list has.
    pub(crate) entries: BTreeMap<FactIndex, usize>,
}

/// What is said of a list as a whole.
enum Whole<'a> {
    /// It has an entry of which this is so.
    Some(FactIndex, Bdd),
    /// The sum of what each entry comes to, and when.
    Number(&'a Term, FactIndex, Vec<(Bdd, Term)>),
}

impl Session {
    /// Answers by chance, most of them near a limit that some condition names.
    pub(crate) fn random(model: &Model, chance: &mut Chance) -> Self {
        let definition = model.definition;
        let mut session = Self {
            today: TODAY + chance.below(1500),
            said: BTreeMap::new(),
            entries: BTreeMap::new(),
        };
        for (index, wanted) in (0..).zip(&definition.facts) {
            if matches!(wanted.wants, Wants::List(_)) {
                session.entries.insert(index, chance.place(4));
            }
        }
        for index in (0..).zip(&definition.facts).map(|(index, _)| index) {
            session.say_by_chance(model, index, chance);
        }
        session
    }

    /// Answers one question anew, of every entry.
    pub(crate) fn say_by_chance(&mut self, model: &Model, index: FactIndex, chance: &mut Chance) {
        let Some(wanted) = fact(model.definition, index) else {
            return;
        };
        let entries = wanted
            .list
            .map_or(1, |list| self.entries.get(&list).copied().unwrap_or(0));
        self.said.remove(&index);
        for _ in 0..entries {
            let said = self.by_chance(model, index, chance);
            self.said.entry(index).or_default().push(said);
        }
    }

    fn by_chance(&self, model: &Model, index: FactIndex, chance: &mut Chance) -> Said {
        let Some(wanted) = fact(model.definition, index) else {
            return Said::Open;
        };
        let may_be_open = model.place(&Atom::Given(index)).is_some();
        if may_be_open && chance.place(4) == 0 {
            return Said::Open;
        }
        if wanted.optional && chance.place(3) == 0 {
            return Said::None;
        }
        match &wanted.wants {
            Wants::YesNo => Said::YesNo(chance.place(2) == 0),
            Wants::Choice(choices) => match choices.get(chance.place(choices.len())) {
                Some(choice) => Said::Text(choice.id.clone()),
                None => Said::Open,
            },
            Wants::List(_) => Said::Open,
            Wants::Kind(kind) if !is_day(*kind) => {
                let texts = texts(model, index, Some(*kind));
                texts
                    .get(chance.place(texts.len()))
                    .map_or(Said::Open, |it| Said::Text(it.clone()))
            }
            Wants::Text => {
                let texts = texts(model, index, None);
                texts
                    .get(chance.place(texts.len()))
                    .map_or(Said::Open, |it| Said::Text(it.clone()))
            }
            wants => {
                for _ in 0..20 {
                    let number = self.number(model, index, chance);
                    if is_taken(wants, number, self.today) {
                        return Said::Number(on_a_first(wants, number));
                    }
                }
                Said::Number(on_a_first(wants, likely(wants)))
            }
        }
    }

    /// A number or a day near one that a condition weighs it against.
    fn number(&self, model: &Model, index: FactIndex, chance: &mut Chance) -> i64 {
        let own = Term::Fact(index);
        let (least, most) = numbers::range(model.definition, &own);
        let mut near = Vec::new();
        for atom in &model.atoms {
            match atom {
                Atom::Below(Term::Span(unit, from, to), limit) if **from == own || **to == own => {
                    let other = if **from == own { to } else { from };
                    let Some(other) = self.number_of(other) else {
                        continue;
                    };
                    // How far off the limit is, found by halves.
                    let wanted = |day: &i64| {
                        let span = if **from == own {
                            counted(*unit, *day, other)
                        } else {
                            counted(*unit, other, *day)
                        };
                        span.is_some_and(|span| (span < *limit) == (**from == own))
                    };
                    near.push(first_so(least, most, wanted));
                }
                Atom::Below(term, limit) if *term == own => near.push(*limit),
                Atom::Before(one, other) | Atom::Same(one, other)
                    if *one == own || *other == own =>
                {
                    let other = if *one == own { other } else { one };
                    near.extend(self.number_of(other));
                }
                _ => {}
            }
        }
        let number = if near.is_empty() || chance.place(4) == 0 {
            if least < 0 {
                self.today - chance.below(29_000)
            } else {
                chance.below(100)
            }
        } else {
            near[chance.place(near.len())] + chance.below(5) - 2
        };
        number.clamp(least, most)
    }

    fn number_of(&self, term: &Term) -> Option<i64> {
        match term {
            Term::Today => Some(self.today),
            Term::Number(number) => Some(*number),
            Term::Fact(index) => match self.said.get(index)?.first()? {
                Said::Number(number) => Some(*number),
                _ => None,
            },
            _ => None,
        }
    }

    /// As the runtime takes them.
    pub(crate) fn answers(&self, definition: &Definition) -> Answers {
        let mut answers = Answers::default();
        for (index, wanted) in (0..).zip(&definition.facts) {
            if matches!(wanted.wants, Wants::List(_)) {
                let entries = self.entries.get(&index).copied().unwrap_or(0);
                let entries = (0..entries).map(|entry| self.of_entry(definition, index, entry));
                answers.say(&wanted.id, Answer::List(entries.collect()));
            } else if wanted.list.is_none()
                && let Some(answer) = self.said.get(&index).and_then(|said| said.first())
                && let Some(answer) = answer.as_answer(&wanted.wants)
            {
                answers.say(&wanted.id, answer);
            }
        }
        answers
    }

    fn of_entry(&self, definition: &Definition, list: FactIndex, entry: usize) -> Answers {
        let mut answers = Answers::default();
        let name = fact(definition, list).map_or(0, |list| list.id.len() + 1);
        for (index, wanted) in (0..).zip(&definition.facts) {
            if wanted.list == Some(list)
                && let Some(said) = self.said.get(&index).and_then(|said| said.get(entry))
                && let Some(answer) = said.as_answer(&wanted.wants)
            {
                answers.say(wanted.id.get(name..).unwrap_or_default(), answer);
            }
        }
        answers
    }

    /// Whether the runtime takes every number and day as it is.
    pub(crate) fn is_taken(&self, definition: &Definition) -> bool {
        self.said.iter().all(|(index, said)| {
            let wants = fact(definition, *index).map(|fact| &fact.wants);
            said.iter().all(|said| match (said, wants) {
                (Said::Number(number), Some(wants)) => is_taken(wants, *number, self.today),
                _ => true,
            })
        })
    }

    /// The day on which they are given.
    pub(crate) fn context(&self) -> Context {
        let today = i32::try_from(self.today).ok().and_then(Day::from_number);
        Context { today }
    }

    /// Whether each atom is so, an entry of a list being at hand.
    pub(crate) fn values(&self, model: &Model, asked: &[Bdd], entry: usize) -> Within<Vec<bool>> {
        let mut of_lists = Vec::new();
        for (place, atom) in model.atoms.iter().enumerate() {
            if let Atom::Entry(known, list, body) = atom {
                let so = model.entry(model.definition, *known, *body, asked)?;
                of_lists.push((place, vec![Whole::Some(*list, so)]));
                continue;
            }
            let mut wholes = Vec::new();
            for term in atom.weighed() {
                wholes.extend(match term {
                    Term::Count(list, body) => {
                        let so = model.entry(model.definition, Known::Yes, *body, asked)?;
                        Some(Whole::Number(term, *list, vec![(so, Term::Number(1))]))
                    }
                    Term::Sum(list, body) => {
                        let numbers = model.numbers(model.definition, *body, asked)?;
                        Some(Whole::Number(term, *list, numbers))
                    }
                    _ => None,
                });
            }
            if !wholes.is_empty() {
                of_lists.push((place, wholes));
            }
        }
        let mut values = self.own_values(model, entry);
        // What is said of a list may hang on a question that hangs on a list: once more for each.
        for _ in 0..=of_lists.len() {
            let before = values.clone();
            let at_hand = |entry: usize| {
                let mut values = self.own_values(model, entry);
                for (place, _) in &of_lists {
                    values[*place] = before[*place];
                }
                values
            };
            for (place, wholes) in &of_lists {
                let mut numbers = self.numbers(model.definition, entry);
                let mut some = false;
                for whole in wholes {
                    match whole {
                        Whole::Some(list, so) => {
                            let mut entries = 0..self.size(*list);
                            some |= entries.any(|entry| is_so(so, &at_hand(entry)));
                        }
                        Whole::Number(term, list, cases) => {
                            let sum = self.sum(model, *list, cases, at_hand);
                            numbers.insert((*term).clone(), sum);
                        }
                    }
                }
                let number = numbers::is_so(&model.atoms[*place], &numbers);
                values[*place] = some || number.unwrap_or(false);
            }
            if values == before {
                break;
            }
        }
        Ok(values)
    }

    fn size(&self, list: FactIndex) -> usize {
        self.entries.get(&list).copied().unwrap_or(0)
    }

    /// What a list's entries come to together.
    fn sum(
        &self,
        model: &Model,
        list: FactIndex,
        cases: &[(Bdd, Term)],
        at_hand: impl Fn(usize) -> Vec<bool>,
    ) -> i64 {
        let of_entry = |entry: usize| {
            let values = at_hand(entry);
            let (_, term) = cases.iter().find(|(when, _)| is_so(when, &values))?;
            numbers::value(term, &self.numbers(model.definition, entry))
        };
        let numbers = (0..self.size(list)).filter_map(of_entry);
        numbers.fold(0, i64::saturating_add)
    }

    /// Whether each atom is so that speaks of no list as a whole.
    fn own_values(&self, model: &Model, entry: usize) -> Vec<bool> {
        let numbers = self.numbers(model.definition, entry);
        let said = |index: &FactIndex| {
            let said = self.said.get(index)?;
            said.get(entry).or_else(|| said.first())
        };
        // An answer that is left open is some answer, of which nothing is known.
        let chosen = |index: &FactIndex| {
            let wants = &fact(model.definition, *index)?.wants;
            match (said(index)?, wants) {
                (Said::Text(text), Wants::Choice(choices)) => {
                    choices.iter().position(|choice| choice.id == *text)
                }
                (Said::Open, Wants::Choice(_)) => Some(0),
                _ => None,
            }
        };
        let value = |atom: &Atom| match atom {
            // A list is always given, if with no entries.
            Atom::Given(index) if self.entries.contains_key(index) => true,
            Atom::Given(index) => said(index).is_some_and(|said| *said != Said::Open),
            Atom::Null(index) => said(index) == Some(&Said::None),
            Atom::Yes(index) => said(index) == Some(&Said::YesNo(true)),
            Atom::Choice(index, at) => chosen(index) == Some(*at),
            Atom::Other(index) => {
                chosen(index).is_some_and(|at| model.place(&Atom::Choice(*index, at)).is_none())
            }
            Atom::Is(index, text) => matches!(said(index), Some(Said::Text(it)) if it == text),
            Atom::Starts(index, begin) => {
                matches!(said(index), Some(Said::Text(it)) if it.starts_with(begin))
            }
            Atom::Same(Term::Fact(one), Term::Fact(other))
                if !numbers.contains_key(&Term::Fact(*one)) =>
            {
                said(one) == said(other)
            }
            Atom::Entry(..) => false,
            _ => numbers::is_so(atom, &numbers).unwrap_or(false),
        };
        model.atoms.iter().map(value).collect()
    }

    fn numbers(&self, definition: &Definition, entry: usize) -> Numbers {
        let mut numbers = Numbers::from([(Term::Today, self.today)]);
        for (index, said) in &self.said {
            let Some(wanted) = fact(definition, *index).filter(|wanted| is_number(wanted)) else {
                continue;
            };
            let number = match said.get(entry).or_else(|| said.first()) {
                Some(Said::Number(number)) => *number,
                _ => likely(&wanted.wants),
            };
            numbers.insert(Term::Fact(*index), number);
        }
        for (list, entries) in &self.entries {
            numbers.insert(
                Term::Size(*list),
                i64::try_from(*entries).unwrap_or(i64::MAX),
            );
        }
        numbers
    }
}

impl Said {
    /// As a person gives it; nothing, while it is left open.
    pub(crate) fn as_answer(&self, wants: &Wants) -> Option<Answer> {
        match self {
            Said::None => Some(Answer::None),
            Said::YesNo(yes) => Some(Answer::Bool(*yes)),
            Said::Text(text) => Some(Answer::Text(text.clone())),
            Said::Number(number) => Some(Answer::Text(written(wants, *number))),
            Said::Open => None,
        }
    }
}

/// A number or a day, as it is typed.
fn written(wants: &Wants, number: i64) -> String {
    let day = || i32::try_from(number).ok().and_then(Day::from_number);
    match wants {
        Wants::Number => number.to_string(),
        Wants::Amount => format!("{}.{:02}", number / 100, number % 100),
        Wants::Month => day().map_or_else(String::new, |day| {
            format!("{:04}-{:02}", day.year(), day.month())
        }),
        _ => day().map_or_else(String::new, |day| day.to_string()),
    }
}

pub(crate) fn is_day(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::DateOfBirth)
}

/// Whether the runtime takes a number or a day as it is.
fn is_taken(wants: &Wants, number: i64, today: i64) -> bool {
    let Wants::Kind(kind) = wants else {
        return true;
    };
    let today = i32::try_from(today).ok().and_then(Day::from_number);
    prefile::check(*kind, &written(wants, number), Context { today })
        .value
        .is_some()
}

pub(crate) fn on_a_first(wants: &Wants, number: i64) -> i64 {
    if *wants == Wants::Month {
        numbers::first_of_month(number)
    } else {
        number
    }
}

pub(crate) fn likely(wants: &Wants) -> i64 {
    match wants {
        Wants::Number | Wants::Amount => 1,
        // 17 May 1990.
        _ => 7_441,
    }
}

/// Texts that an answer may be: an example, and those that conditions name or begin with.
pub(crate) fn texts(model: &Model, index: FactIndex, kind: Option<Kind>) -> Vec<String> {
    let example = kind.map_or("Ana", Kind::example);
    let mut texts = vec![example.to_owned()];
    for atom in &model.atoms {
        match atom {
            Atom::Is(of, text) if *of == index => texts.push(text.clone()),
            Atom::Starts(of, begin) if *of == index => {
                let rest = example.get(begin.len()..).unwrap_or_default();
                texts.push([begin, rest].concat());
            }
            _ => {}
        }
    }
    let canonical = |text: String| match kind {
        Some(kind) => prefile::check(kind, &text, Context::default()).value,
        None => Some(text),
    };
    let mut texts: Vec<String> = texts.into_iter().filter_map(canonical).collect();
    texts.dedup();
    texts
}

/// The first number of a range from which on something is so.
fn first_so(mut least: i64, most: i64, so: impl Fn(&i64) -> bool) -> i64 {
    let mut end = most;
    while least < end {
        let middle = least + (end - least) / 2;
        if so(&middle) {
            end = middle;
        } else {
            least = middle + 1;
        }
    }
    least
}
