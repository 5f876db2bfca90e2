//! The answers as they stand: each read, and known to be asked for or not.

use super::{
    answers::{Answer, Answers},
    definition::{ExpressionIndex, FactIndex, Wants},
    expression::{Facts, Op, Value},
    packet::{Packet, path},
    reading::{Reading, read},
};
use crate::{
    Code, Context, Day,
    finding::{Finding, Param},
};

/// How many entries of a list are used: no form has a tenth of them.
pub const MOST_ENTRIES: usize = 500;

/// Every answer, read.
pub(super) struct State<'p> {
    pub packet: &'p Packet,
    pub context: Context,
    /// The readings, those of one fact side by side: one, or one for each entry of its list.
    cells: Vec<Reading>,
    /// Where those of each fact begin, and where the last ones end.
    begin: Vec<usize>,
    /// What is wrong with the answers as a whole, and where.
    pub findings: Vec<(String, Finding)>,
}

impl<'p> State<'p> {
    /// Reads all answers.
    pub(super) fn new(packet: &'p Packet, answers: &Answers, context: Context) -> Self {
        let mut findings = Vec::new();
        let mut said: Vec<Option<&Answer>> = vec![None; packet.facts.len()];
        for (name, answer) in answers.iter() {
            match packet.find(name) {
                Some(fact) if packet.facts[fact].list.is_none() => said[fact] = Some(answer),
                _ => findings.push((name.to_owned(), Finding::new(Code::AnswerUnknownFact))),
            }
        }
        let mut begin = Vec::with_capacity(packet.facts.len() + 1);
        let mut cells = 0;
        for fact in &packet.facts {
            begin.push(cells);
            let entries = |list: FactIndex| entries(said[usize::from(list)]).len();
            cells += fact.list.map_or(1, entries);
        }
        begin.push(cells);
        let mut readings = Vec::new();
        readings.resize_with(cells, Reading::default);
        let mut state = Self {
            packet,
            context,
            cells: readings,
            begin,
            findings,
        };
        for (fact, answer) in said.iter().enumerate() {
            let Some(answer) = answer else { continue };
            let wanted = &packet.facts[fact];
            let cell = state.begin[fact];
            state.cells[cell] = read(&wanted.wants, wanted.optional, answer, context);
            if matches!(wanted.wants, Wants::List(_)) {
                state.read_entries(fact, answer);
            }
        }
        state
    }

    fn read_entries(&mut self, list: usize, answer: &Answer) {
        let name = &self.packet.facts[list].id;
        if matches!(answer, Answer::List(all) if all.len() > MOST_ENTRIES) {
            let most = u32::try_from(MOST_ENTRIES).unwrap_or(u32::MAX);
            let finding = Finding::new(Code::AnswerTooManyEntries).with([Param::Number(most)]);
            self.findings.push((name.clone(), finding));
        }
        for (entry, answers) in entries(Some(answer)).iter().enumerate() {
            for (member, answer) in answers.iter() {
                let found = self.packet.find(&[name, ".", member].concat());
                let Some(fact) = found.filter(|fact| self.list_of(*fact) == Some(list)) else {
                    let place = path(name, entry, member);
                    self.findings
                        .push((place, Finding::new(Code::AnswerUnknownFact)));
                    continue;
                };
                let wanted = &self.packet.facts[fact];
                let cell = self.begin[fact] + entry;
                self.cells[cell] = read(&wanted.wants, wanted.optional, answer, self.context);
            }
        }
    }

    /// The list that a fact is a member of.
    pub(super) fn list_of(&self, fact: usize) -> Option<usize> {
        self.packet.facts[fact].list.map(usize::from)
    }

    /// How many readings a fact has.
    pub(super) fn count(&self, fact: usize) -> usize {
        self.begin[fact + 1] - self.begin[fact]
    }

    /// How many entries a list has.
    pub(super) fn entries_of(&self, list: usize) -> usize {
        let members = list + 1..self.packet.facts.len();
        let mut members = members.filter(|fact| self.list_of(*fact) == Some(list));
        members.next().map_or(0, |member| self.count(member))
    }

    /// The reading of a fact; `None` of an entry that there is not.
    pub(super) fn reading(&self, fact: usize, entry: usize) -> Option<&Reading> {
        let entry = if self.list_of(fact).is_some() {
            entry
        } else {
            0
        };
        (entry < self.count(fact)).then(|| &self.cells[self.begin[fact] + entry])
    }

    /// The same, to change it.
    pub(super) fn reading_mut(&mut self, fact: usize, entry: usize) -> Option<&mut Reading> {
        let entry = if self.list_of(fact).is_some() {
            entry
        } else {
            0
        };
        (entry < self.count(fact)).then(|| &mut self.cells[self.begin[fact] + entry])
    }

    /// Nothing is asked for any more.
    pub(super) fn ask_nothing(&mut self) {
        for cell in &mut self.cells {
            cell.asked = false;
            cell.may_be_asked = false;
        }
    }

    /// The answers as one definition's conditions see them.
    pub(super) fn seen_by(&self, definition: usize) -> View<'_> {
        View {
            state: self,
            definition,
        }
    }
}

fn entries(answer: Option<&Answer>) -> &[Answers] {
    match answer {
        Some(Answer::List(entries)) => entries.get(..MOST_ENTRIES).unwrap_or(entries),
        _ => &[],
    }
}

/// The answers, by the places of one definition's facts.
pub(super) struct View<'s> {
    state: &'s State<'s>,
    definition: usize,
}

impl Facts for View<'_> {
    fn value(&self, fact: FactIndex, entry: usize) -> Value<'_> {
        let place = self.state.packet.place(self.definition, fact);
        let reading = self.state.reading(place, entry);
        reading.map_or(Value::Unknown, Reading::value)
    }

    fn entries(&self, list: FactIndex) -> Option<usize> {
        let place = self.state.packet.place(self.definition, list);
        let reading = self.state.reading(place, 0)?;
        if !reading.asked || !reading.settled() {
            return None;
        }
        Some(self.state.entries_of(place))
    }

    fn today(&self) -> Option<Day> {
        self.state.context.today
    }

    fn expression(&self, index: ExpressionIndex) -> &[Op] {
        let definition = self.state.packet.definitions.get(self.definition);
        let expression = definition.and_then(|one| one.expressions.get(usize::from(index)));
        expression.map_or(&[], Vec::as_slice)
    }
}
