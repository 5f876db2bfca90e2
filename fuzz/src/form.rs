//! Conditions, packs, answers, and what they come to.

use prefile::{
    Day, Kind,
    form::{
        Answer, Answers, Definition, ExpressionIndex, Fact, FactIndex, Facts, Op, Packet, Value,
        Wants, read, write,
    },
    message::Catalogue,
};
use prefile_compiler::{Compiled, compile_all};
use prefile_guide::Words;
use std::{path::Path, sync::LazyLock};

use crate::{chance::Chance, today};

/// Steps by chance on answers by chance: what is decided without an answer stays so with it.
pub fn expression(bytes: &[u8]) {
    let mut chance = Chance(bytes);
    let hidden = FactIndex::from(chance.byte() % FACTS);
    let values = [(); FACTS as usize * ENTRIES].map(|()| chance.byte());
    let entries = Some(chance.below(ENTRIES + 2)).filter(|entries| *entries <= ENTRIES);
    let expressions: [Vec<Op>; 3] = [(); 3].map(|()| {
        let steps = chance.below(64);
        (0..steps).map(|_| op(&mut chance)).collect()
    });
    let said = |hidden| Said {
        values: &values,
        entries,
        expressions: &expressions,
        hidden,
    };
    let (less, more) = (said(Some(hidden)), said(None));
    let [less, more] = [&less, &more].map(|said| prefile::form::evaluate(0, said, 0));
    // Only `Known` asks whether there is an answer.
    let asks = |op: &Op| matches!(op, Op::Known(_));
    if less != Value::Unknown && !expressions.iter().flatten().any(asks) {
        assert_eq!(less, more);
    }
}

const FACTS: u8 = 6;
const ENTRIES: usize = 3;

/// Answers to a few facts.
struct Said<'a> {
    values: &'a [u8],
    entries: Option<usize>,
    expressions: &'a [Vec<Op>],
    hidden: Option<FactIndex>,
}

impl Facts for Said<'_> {
    fn value(&self, fact: FactIndex, entry: usize) -> Value<'_> {
        if self.hidden == Some(fact) {
            return Value::Unknown;
        }
        let place = usize::from(fact) * ENTRIES + entry % ENTRIES;
        let byte = self.values.get(place).copied().unwrap_or_default();
        match byte % 6 {
            0 => Value::Unknown,
            1 => Value::Null,
            2 => Value::Bool(byte < 128),
            3 => Value::Number(i64::from(byte) - 100),
            4 => Value::Number(i64::from(byte) * 365 - 2_000),
            _ => Value::Text(TEXTS[usize::from(byte) % TEXTS.len()]),
        }
    }

    fn entries(&self, _: FactIndex) -> Option<usize> {
        self.entries
    }

    fn today(&self) -> Option<Day> {
        today().today
    }

    fn expression(&self, index: ExpressionIndex) -> &[Op] {
        self.expressions
            .get(usize::from(index))
            .map_or(&[], Vec::as_slice)
    }
}

const TEXTS: [&str; 6] = ["", "a", "ab", "EAC2212345678", "é", "filed_online"];

fn op(chance: &mut Chance) -> Op {
    let step = chance.byte();
    let fact = |chance: &mut Chance| FactIndex::from(chance.byte() % FACTS);
    let body = |chance: &mut Chance| ExpressionIndex::from(chance.byte() % 3);
    match step % 23 {
        0 | 22 => Op::Fact(fact(chance)),
        1 => Op::Today,
        2 => Op::Bool(step < 128),
        3 => Op::Number(i64::from(chance.byte()) << (chance.byte() % 56)),
        4 => Op::Number(-i64::from(chance.byte())),
        5 => Op::Text(TEXTS[chance.below(TEXTS.len())].to_owned()),
        6 => Op::Null,
        7 => Op::Not,
        8 => Op::And,
        9 => Op::Or,
        10 => Op::Equal,
        11 => Op::Less,
        12 => Op::AtMost,
        13 => Op::Select,
        14 => Op::Known(fact(chance)),
        15 => Op::StartsWith,
        16 => Op::Days,
        17 => Op::Months,
        18 => Op::Years,
        19 => Op::Any(fact(chance), body(chance)),
        20 => Op::All(fact(chance), body(chance)),
        _ if step < 64 => Op::Count(fact(chance), body(chance)),
        _ if step < 128 => Op::Sum(fact(chance), body(chance)),
        _ => Op::Size(fact(chance)),
    }
}

/// Packs, and such whose checksum somebody repaired; what is read can be written, and filled.
pub fn pack(bytes: &[u8]) {
    let body = bytes.get(8..).unwrap_or_default();
    let mix = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let sum = body.iter().fold(0x811c_9dc5, mix).to_le_bytes();
    let mark = write(&Definition::default());
    let forged = [&mark[..4], &sum, body].concat();
    for pack in [bytes, &forged] {
        let Ok(definition) = read(pack) else {
            continue;
        };
        assert_eq!(read(&write(&definition)), Ok(definition.clone()));
        let packet = Packet::new(vec![definition]);
        let mut said = Answers::default();
        for fact in packet
            .facts()
            .iter()
            .filter(|fact| fact.list.is_none())
            .take(8)
        {
            let list = matches!(fact.wants, Wants::List(_));
            let some = Answer::List(vec![Answers::default(); 2]);
            said.say(&fact.id, if list { some } else { Answer::None });
        }
        let _ = packet.evaluate(&said, today());
    }
}

/// Answers as JavaScript hands them over.
pub fn answers(bytes: &[u8]) {
    let flat = String::from_utf8_lossy(bytes);
    let said = prefile_guide::answers(&flat);
    let mut again = String::new();
    flatten(&said, &mut again);
    assert_eq!(prefile_guide::answers(&again), said);
}

/// Every definition of the tree, with one of its examples and changes to it.
pub fn evaluate(bytes: &[u8]) {
    static ALL: LazyLock<Vec<(Compiled, Packet)>> = LazyLock::new(|| {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let all = compile_all(root).expect("the tree's definitions compile");
        let packet = |one: &Compiled| Packet::new(vec![one.definition.clone()]);
        all.into_iter()
            .map(|one| (packet(&one), one))
            .map(|(packet, one)| (one, packet))
            .collect()
    });
    static WORDS: LazyLock<[(Catalogue, &str); 2]> =
        LazyLock::new(|| [(Catalogue::english(), "en"), (Catalogue::spanish(), "es")]);
    let mut chance = Chance(bytes);
    let (compiled, packet) = &ALL[chance.below(ALL.len())];
    let (catalogue, language) = &WORDS[chance.below(2)];
    let screens = &compiled.definition.screens;
    let show = screens.get(chance.below(screens.len() + 1));
    let show = show.map(|screen| [&compiled.definition.id, "/", &screen.id].concat());
    let example = compiled
        .examples
        .get(chance.below(compiled.examples.len() + 1));
    let mut said = example
        .map(|example| example.answers.clone())
        .unwrap_or_default();
    while !chance.is_over() {
        let fact = &packet.facts()[chance.below(packet.facts().len())];
        let answer = answer(&mut chance, packet, fact);
        said.say(&fact.id, answer);
    }
    let mut flat = String::new();
    flatten(&said, &mut flat);
    let words = Words {
        catalogue,
        language,
    };
    let json = prefile_guide::evaluate(packet, &flat, today(), &words, &show.unwrap_or_default());
    assert!(json.starts_with('{') && json.ends_with('}'));
    let found = packet.evaluate(&said, today());
    assert!(found.done <= found.total);
}

/// An answer to a fact: mostly of its sort.
fn answer(chance: &mut Chance, packet: &Packet, fact: &Fact) -> Answer {
    match (chance.byte() % 8, &fact.wants) {
        (0, _) => Answer::None,
        (1, _) => Answer::Unreadable,
        (2, _) => Answer::TooLong(u32::from(chance.byte()) << 12),
        (3, _) => Answer::Text(chance.text(80)),
        (_, Wants::List(_)) => {
            let entries = chance.below(600);
            let list = packet.facts().iter().position(|one| one.id == fact.id);
            let members = packet
                .facts()
                .iter()
                .filter(|one| one.list.map(usize::from) == list);
            let mut entry = Answers::default();
            for member in members {
                let name = member.id.get(fact.id.len() + 1..).unwrap_or_default();
                entry.say(name, answer_alone(chance, member));
            }
            Answer::List(vec![entry; entries])
        }
        _ => answer_alone(chance, fact),
    }
}

fn answer_alone(chance: &mut Chance, fact: &Fact) -> Answer {
    match &fact.wants {
        Wants::YesNo => Answer::Bool(chance.byte() < 128),
        Wants::Choice(choices) => {
            let choice = choices.get(chance.below(choices.len()));
            Answer::Text(choice.map(|choice| choice.id.clone()).unwrap_or_default())
        }
        Wants::Kind(Kind::Date | Kind::DateOfBirth) | Wants::Month => {
            let numbers = [(); 3].map(|()| chance.byte());
            let [month, day, year] = numbers.map(u32::from);
            Answer::Text(format!("{}/{}/{}", month % 14, day % 33, 1900 + year))
        }
        Wants::Kind(kind) if chance.byte() < 128 => Answer::Text(kind.example().to_owned()),
        Wants::Number | Wants::Amount => Answer::Text(chance.byte().to_string()),
        _ => Answer::Text(chance.text(40)),
    }
}

/// As `prefile_guide::answers` reads them.
fn flatten(said: &Answers, out: &mut String) {
    for (name, answer) in said.iter() {
        out.push_str(&escaped(name));
        out.push('\0');
        match answer {
            Answer::Text(text) => *out += &["s", &escaped(text)].concat(),
            Answer::Bool(is) => out.push(if *is { 't' } else { 'f' }),
            Answer::None => out.push('n'),
            Answer::TooLong(units) => *out += &["o", &units.to_string()].concat(),
            Answer::Unreadable => out.push('u'),
            Answer::List(entries) => {
                out.push_str("l\0");
                for entry in entries {
                    flatten(entry, out);
                    out.push_str(",\0");
                }
                out.push('.');
            }
        }
        out.push('\0');
    }
}

fn escaped(text: &str) -> String {
    text.replace('\u{1}', "\u{1}\u{1}")
        .replace('\0', "\u{1}\u{2}")
}
