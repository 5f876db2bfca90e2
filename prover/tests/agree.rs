//! Made-up definitions by chance: the proofs read each as the runtime reads it.

#[path = "../src/chance.rs"]
mod chance;

use chance::Chance;
use prefile::{
    Kind, Severity,
    form::{
        Advice, BoxRule, Choice, Definition, ExpressionIndex, Fact, FactIndex, Op, Question, Rule,
        Screen, Wants, Writes,
    },
};
use prefile_compiler::{Compiled, Lines};
use prefile_prover::{Effort, prove};

const DEFINITIONS: u64 = 150;
const HOMES: FactIndex = 0;
const OWN: FactIndex = 1;
const RENT: FactIndex = 2;
const YES: [FactIndex; 2] = [3, 4];
const CHOICES: [FactIndex; 2] = [5, 6];
const COUNTS: [FactIndex; 2] = [7, 8];
const DAYS: [FactIndex; 3] = [9, 10, 11];
const TEXT: FactIndex = 12;

fn facts() -> Vec<Fact> {
    let fact = |id: &str, wants: Wants| Fact {
        id: id.into(),
        list: None,
        wants,
        optional: false,
    };
    let optional = |id: &str, wants: Wants| Fact {
        optional: true,
        ..fact(id, wants)
    };
    let of_homes = |mut fact: Fact| {
        fact.list = Some(HOMES);
        fact
    };
    let choice = || {
        let choices = ["a", "b", "c"].map(|id| Choice {
            id: id.into(),
            label: 0,
        });
        Wants::Choice(choices.into())
    };
    vec![
        fact("homes", Wants::List(None)),
        of_homes(fact("homes.own", Wants::YesNo)),
        of_homes(optional("homes.rent", Wants::Number)),
        fact("is.one", Wants::YesNo),
        optional("is.other", Wants::YesNo),
        fact("of.one", choice()),
        optional("of.other", choice()),
        fact("count.one", Wants::Number),
        optional("count.other", Wants::Amount),
        fact("day.birth", Wants::Kind(Kind::DateOfBirth)),
        optional("day.entry", Wants::Kind(Kind::Date)),
        fact("day.month", Wants::Month),
        optional("text.receipt", Wants::Kind(Kind::ReceiptNumber)),
    ]
}

struct Maker {
    chance: Chance,
    definition: Definition,
    /// What is asked so far.
    asked: Vec<FactIndex>,
}

impl Maker {
    fn one_of(&mut self, facts: &[FactIndex]) -> Option<FactIndex> {
        let there: Vec<FactIndex> = facts
            .iter()
            .copied()
            .filter(|fact| self.asked.contains(fact))
            .collect();
        there.get(self.chance.place(there.len())).copied()
    }

    fn day(&mut self) -> Op {
        match (self.chance.place(3), self.one_of(&DAYS)) {
            (0, _) | (_, None) => match self.chance.place(2) {
                0 => Op::Today,
                _ => Op::Number(7_000 + self.chance.below(14_000)),
            },
            (_, Some(fact)) => Op::Fact(fact),
        }
    }

    /// Two numbers, and how they are compared.
    fn numbers(&mut self, entry: bool) -> Vec<Op> {
        let mut ops = match self.chance.place(5) {
            0 | 1 => {
                let mut ops = vec![self.day(), self.day()];
                let units = [Op::Days, Op::Months, Op::Years];
                let unit = self.chance.place(3);
                ops.push(units[unit].clone());
                ops.push(Op::Number(
                    [3_000, 100, 14][unit] + self.chance.below(3) - 1,
                ));
                ops
            }
            2 => vec![self.day(), self.day()],
            3 if entry => vec![Op::Fact(RENT), Op::Number(self.chance.below(9))],
            3 if self.asked.contains(&HOMES) => {
                vec![Op::Size(HOMES), Op::Number(self.chance.below(4))]
            }
            _ => match self.one_of(&COUNTS) {
                Some(fact) => vec![Op::Fact(fact), Op::Number(self.chance.below(9))],
                None => vec![self.day(), Op::Today],
            },
        };
        ops.push([Op::Less, Op::AtMost, Op::Equal][self.chance.place(3)].clone());
        ops
    }

    fn atom(&mut self, entry: bool) -> Vec<Op> {
        match self.chance.place(9) {
            0 if entry => vec![Op::Fact(OWN)],
            0 | 1 => self
                .one_of(&YES)
                .map_or(vec![Op::Bool(true)], |fact| vec![Op::Fact(fact)]),
            2 => match self.one_of(&CHOICES) {
                Some(fact) => {
                    let choice = ["a", "b", "c"][self.chance.place(3)];
                    vec![Op::Fact(fact), Op::Text(choice.into()), Op::Equal]
                }
                None => vec![Op::Bool(false)],
            },
            3 => match (self.one_of(&CHOICES), self.one_of(&CHOICES)) {
                (Some(one), Some(other)) => vec![Op::Fact(one), Op::Fact(other), Op::Equal],
                _ => vec![Op::Bool(true)],
            },
            4 => match self.one_of(&[YES[1], CHOICES[1], COUNTS[1], DAYS[1], TEXT]) {
                Some(fact) => vec![Op::Fact(fact), Op::Null, Op::Equal],
                None => vec![Op::Bool(false)],
            },
            5 => match self.one_of(&[TEXT]) {
                Some(fact) => vec![Op::Fact(fact), Op::Text("IOE".into()), Op::StartsWith],
                None => vec![Op::Bool(false)],
            },
            6 if !entry => match self.one_of(&[HOMES, 3, 6, 7, 9, 12]) {
                Some(fact) => vec![Op::Known(fact)],
                None => vec![Op::Bool(true)],
            },
            7 if !entry && self.asked.contains(&HOMES) => {
                let mut said = self.condition(2, true);
                let how = self.chance.place(4);
                if how == 3 {
                    said.extend([Op::Fact(RENT), Op::Number(self.chance.below(3)), Op::Select]);
                }
                let said = self.put(said);
                match how {
                    0 => vec![Op::Any(HOMES, said)],
                    1 => vec![Op::All(HOMES, said)],
                    3 => {
                        let limit = Op::Number(self.chance.below(12));
                        vec![Op::Sum(HOMES, said), limit, Op::Less]
                    }
                    _ => {
                        let limit = Op::Number(self.chance.below(3));
                        vec![Op::Count(HOMES, said), limit, Op::Less]
                    }
                }
            }
            _ => self.numbers(entry),
        }
    }

    fn condition(&mut self, depth: usize, entry: bool) -> Vec<Op> {
        if depth == 0 || self.chance.place(4) == 0 {
            return self.atom(entry);
        }
        let mut ops = self.condition(depth - 1, entry);
        match self.chance.place(6) {
            0 => ops.push(Op::Not),
            1 => {
                ops.extend(self.condition(depth - 1, entry));
                ops.extend(self.condition(depth - 1, entry));
                ops.push(Op::Select);
            }
            2 => {
                // A number that depends.
                let choices = [self.day(), self.day()];
                ops.extend(choices);
                ops.extend([Op::Select, self.day(), Op::Less]);
            }
            operation => {
                ops.extend(self.condition(depth - 1, entry));
                ops.push(if operation == 3 { Op::Or } else { Op::And });
            }
        }
        ops
    }

    fn put(&mut self, ops: Vec<Op>) -> ExpressionIndex {
        self.definition.expressions.push(ops);
        u16::try_from(self.definition.expressions.len() - 1).expect("few")
    }

    fn when(&mut self, entry: bool) -> Option<ExpressionIndex> {
        let ops = self.condition(3, entry);
        (self.chance.place(3) > 0).then(|| self.put(ops))
    }

    fn question(&mut self, fact: FactIndex, entry: bool) -> Question {
        let when = self.when(entry);
        self.asked.push(fact);
        Question {
            fact,
            when,
            ..Question::default()
        }
    }

    fn definition(mut self) -> Definition {
        let mut left: Vec<FactIndex> = (3..13).chain([HOMES]).collect();
        while !left.is_empty() {
            let mut screen = Screen {
                when: self.when(false),
                ..Screen::default()
            };
            let fact = left.remove(self.chance.place(left.len()));
            if fact == HOMES {
                screen.list = Some(HOMES);
                // A member is named of an entry alone, once it is asked.
                let own = Question {
                    fact: OWN,
                    ..Question::default()
                };
                screen.questions = vec![own, self.question(RENT, false)];
                self.asked.push(HOMES);
            } else {
                screen.questions.push(self.question(fact, false));
                if !left.is_empty() && self.chance.place(2) == 0 && left[0] != HOMES {
                    let fact = left.remove(0);
                    screen.questions.push(self.question(fact, false));
                }
            }
            self.definition.screens.push(screen);
        }
        for place in 0..3 {
            let check = Rule {
                id: format!("check-{place}"),
                severity: Severity::Note,
                when: {
                    let ops = self.condition(3, place == 2);
                    self.put(ops)
                },
                fact: (place == 2).then_some(RENT),
                with: None,
                message: 0,
                why: 0,
                source: 0,
            };
            self.definition.checks.push(check);
            let when = self.when(false);
            self.definition.advice.push(Advice {
                id: format!("advice-{place}"),
                when,
                ..Advice::default()
            });
            let ops = self.condition(3, false);
            let when = Some(self.put(ops));
            self.definition.boxes.push(BoxRule {
                name: format!("box-{place}"),
                when,
                entry: 0,
                writes: Writes::Text("Y".into()),
                empty: String::new(),
                room: 0,
                takes: String::new(),
            });
        }
        self.definition
    }
}

#[test]
fn the_proofs_and_the_runtime_read_definitions_alike() {
    let (mut sessions, mut undecided, mut proofs) = (0, 0, 0);
    for seed in 0..DEFINITIONS {
        let maker = Maker {
            chance: Chance::new(0x0009_e377_9b97_f4a7_u64.wrapping_mul(2 * seed + 1)),
            definition: Definition {
                id: "made-up".into(),
                facts: facts(),
                ..Definition::default()
            },
            asked: Vec::new(),
        };
        let compiled = Compiled {
            file: "forms/made-up.toml".into(),
            definition: maker.definition(),
            lines: Lines::default(),
            hand: Vec::new(),
            examples: Vec::new(),
            official: None,
        };
        let report = prove(
            &compiled,
            Effort {
                sessions: 60,
                mutants: false,
            },
        );
        let differ = report.failed.iter().find(|failed| {
            failed.fault.what.contains("the runtime") || failed.fault.what.contains("entangled")
        });
        if let Some(failed) = differ {
            panic!(
                "{seed}: {}\n{}\n{:#?}",
                failed.fault,
                failed.example.as_deref().unwrap_or_default(),
                compiled.definition
            );
        }
        sessions += report.sessions;
        undecided += report.undecided;
        proofs += report.by_diagrams;
    }
    assert_eq!(sessions as u64, DEFINITIONS * 60);
    assert!(
        undecided * 100 < proofs,
        "{undecided} of {proofs} undecided"
    );
}
