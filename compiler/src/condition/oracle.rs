//! CEL's own word: on known answers, generated conditions come to what crate `cel` makes of them.

use std::{collections::HashMap, fmt::Write as _, sync::Arc};

use cel::{Context, Program, Value as Cel, extractors::This};
use prefile::{
    Day,
    form::{ExpressionIndex, FactIndex, Facts as Answers, Op, Value, Wants, evaluate},
};

use super::{Bodies, Names, Terms, check, parse};
use crate::{Facts, fault::Faults, sheet};

const CONDITIONS: usize = 20_000;
/// Persons who answer, and how many of them are asked about each condition.
const PERSONS: usize = 400;
const ASKED: usize = 5;

const FACTS: &str = r#"
a = { yes = { wants = "yes-no" }, maybe = { wants = "yes-no", optional = true } }
b = { how = { wants = "choice", choices = ["on", "off", "later"] }, again = { wants = "choice", choices = ["on", "off", "later"] } }
c = { count = { wants = "number" }, fee = { wants = "amount", optional = true } }
d = { born = { wants = "date-of-birth" }, left = { wants = "date", optional = true }, since = { wants = "month" } }
e = { note = { wants = "text" }, other = { wants = "text", optional = true } }
homes = { wants = "list", each = { own = { wants = "yes-no" }, city = { wants = "text", optional = true }, from = { wants = "month" }, rooms = { wants = "number" } } }
"#;

/// Always the same: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("few");
        usize::try_from(self.next() % end).expect("fewer")
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

/// Writes conditions that type.
struct Writer {
    chance: Chance,
    /// The optional facts that have a value here.
    there: Vec<&'static str>,
    /// Whether an entry `h` of the homes is at hand.
    entry: bool,
}

impl Writer {
    fn bool(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.plain();
        }
        let deeper = depth - 1;
        match self.chance.below(13) {
            0 => format!("!({})", self.bool(deeper)),
            1 => format!("({} && {})", self.bool(deeper), self.bool(deeper)),
            2 => format!("({} || {})", self.bool(deeper), self.bool(deeper)),
            3 => {
                let condition = self.bool(deeper);
                format!(
                    "({condition} ? {} : {})",
                    self.bool(deeper),
                    self.bool(deeper)
                )
            }
            4 => self.flat(deeper),
            5 => self.order(deeper),
            6 => format!(
                "{} {} {}",
                self.bracketed_bool(deeper),
                self.chance.one(&["==", "!="]),
                self.bracketed_bool(deeper)
            ),
            7 => format!(
                "({} {} {})",
                self.number(deeper),
                self.sign(),
                self.number(deeper)
            ),
            8 => format!(
                "({} {} {})",
                self.day(deeper),
                self.sign(),
                self.day(deeper)
            ),
            9 => format!("{}.startsWith({})", self.text(deeper), self.quoted()),
            10 => format!(
                "({} {} {})",
                self.text(deeper),
                self.chance.one(&["==", "!="]),
                self.text(deeper)
            ),
            11 if !self.entry => self.said_of_each(deeper, any_or_all),
            _ => self.guarded(deeper),
        }
    }

    /// `&&`, `||`, `!` and comparisons without a bracket.
    fn flat(&mut self, depth: usize) -> String {
        let mut out = self.plain();
        for _ in 0..=self.chance.below(5) {
            let sign = self.chance.one(&["&&", "||", "==", "!="]);
            let next = if self.chance.below(4) == 0 {
                format!("({})", self.bool(depth))
            } else {
                self.plain()
            };
            let _ = write!(out, " {sign} {next}");
        }
        if self.chance.below(3) == 0 {
            let _ = write!(out, " ? {} : {}", self.plain(), self.plain());
            if self.chance.below(2) == 0 {
                let _ = write!(out, " ? {} : {}", self.plain(), self.plain());
            }
        }
        format!("({out})")
    }

    fn bracketed_bool(&mut self, depth: usize) -> String {
        format!("({})", self.bool(depth))
    }

    /// Something short that is true or false and binds tightly.
    fn plain(&mut self) -> String {
        match self.chance.below(10) {
            8 => self
                .chance
                .one(&["known(c.count)", "!known(e.other)"])
                .to_owned(),
            0 => self.chance.one(&["true", "false"]).to_owned(),
            1 if self.entry => "h.own".to_owned(),
            1 | 2 => "a.yes".to_owned(),
            3 => "!a.yes".to_owned(),
            4 => format!(
                "({} in {})",
                self.chance.one(&["b.how", "b.again"]),
                self.chance
                    .one(&["['on']", "['on', 'off']", "['later', \"on\", 'off']"])
            ),
            5 => format!(
                "(b.how {} {})",
                self.chance.one(&["==", "!="]),
                self.chance.one(&["'on'", "'later'", "b.again"])
            ),
            6 => format!("(c.count in [{}, -1, 3])", self.chance.below(4)),
            7 => format!(
                "({} {} null)",
                self.chance.one(&["a.maybe", "c.fee", "d.left", "e.other"]),
                self.chance.one(&["==", "!="])
            ),
            _ => format!(
                "({} == {})",
                self.chance.one(&["e.other", "e.note"]),
                self.quoted()
            ),
        }
    }

    /// A condition behind one that says that there is a value.
    fn guarded(&mut self, depth: usize) -> String {
        let fact = if self.entry && self.chance.below(3) == 0 {
            "h.city"
        } else {
            self.chance.one(&["a.maybe", "c.fee", "d.left", "e.other"])
        };
        let known = self.there.len();
        self.there.push(fact);
        let uses = match fact {
            "a.maybe" => format!("(a.maybe && {})", self.bool(depth)),
            "c.fee" => format!("(c.fee {} {})", self.sign(), self.number(depth)),
            "d.left" => format!("(d.left {} {})", self.sign(), self.day(depth)),
            text => format!("{text}.startsWith({})", self.quoted()),
        };
        let more = self.bool(depth);
        self.there.truncate(known);
        match self.chance.below(5) {
            0 => format!("({fact} != null && {uses} && {more})"),
            1 => format!("({fact} == null || {uses} || {more})"),
            2 => format!("({fact} != null ? {uses} : {})", self.bool(depth)),
            3 => format!("(!({fact} == null) && ({uses} || {more}))"),
            _ => format!("({fact} == null ? {} : {uses} == {more})", self.bool(depth)),
        }
    }

    fn sign(&mut self) -> &'static str {
        self.chance.one(&["==", "!=", "<", "<=", ">", ">="])
    }

    fn order(&mut self, depth: usize) -> String {
        let function = self.chance.one(&["days", "months", "years"]);
        let (from, to) = (self.day(depth), self.day(depth));
        format!(
            "({function}({from}, {to}) {} {})",
            self.sign(),
            self.number(depth)
        )
    }

    fn number(&mut self, depth: usize) -> String {
        match self.chance.below(if depth == 0 { 4 } else { 9 }) {
            0 => format!("{}", self.chance.below(40)),
            1 => "-3".to_owned(),
            2 if self.entry => "h.rooms".to_owned(),
            2 | 3 => "c.count".to_owned(),
            4 => "size(homes)".to_owned(),
            5 if !self.entry => {
                let said = self.said_of_each(depth - 1, |_, said| {
                    format!("size(homes.filter(h, {said}))")
                });
                format!("({said})")
            }
            6 if self.there.contains(&"c.fee") => "c.fee".to_owned(),
            7 if !self.entry => {
                self.entry = true;
                let said = self.number(depth - 1);
                self.entry = false;
                format!("homes.map(h, {said}).sum()")
            }
            _ => format!(
                "({} ? {} : {})",
                self.plain(),
                self.number(depth - 1),
                self.number(depth - 1)
            ),
        }
    }

    fn day(&mut self, depth: usize) -> String {
        match self.chance.below(if depth == 0 { 5 } else { 7 }) {
            0 => "today".to_owned(),
            1 => format!(
                "date('20{:02}-0{}-2{}')",
                self.chance.below(30),
                1 + self.chance.below(9),
                self.chance.below(9)
            ),
            2 if self.entry => "h.from".to_owned(),
            2 | 3 => "d.born".to_owned(),
            4 => "d.since".to_owned(),
            5 if self.there.contains(&"d.left") => "d.left".to_owned(),
            _ => format!(
                "({} ? {} : d.since)",
                self.plain(),
                self.day(depth.saturating_sub(1))
            ),
        }
    }

    fn text(&mut self, depth: usize) -> String {
        match self.chance.below(4) {
            0 if self.there.contains(&"e.other") => "e.other".to_owned(),
            1 if self.there.contains(&"h.city") && self.entry => "h.city".to_owned(),
            2 if depth > 0 => format!("({} ? e.note : {})", self.plain(), self.quoted()),
            _ => "e.note".to_owned(),
        }
    }

    fn quoted(&mut self) -> &'static str {
        self.chance
            .one(&["''", "'A'", "\"Ab\"", "'it\\'s'", "'\\\\'", "'Ábc'"])
    }

    fn said_of_each(&mut self, depth: usize, how: impl Fn(&mut Self, &str) -> String) -> String {
        self.entry = true;
        let said = self.bool(depth);
        self.entry = false;
        how(self, &said)
    }
}

fn any_or_all(writer: &mut Writer, said: &str) -> String {
    let which = writer.chance.one(&["exists", "all"]);
    format!("homes.{which}(h, {said})")
}

/// A person's answers, all known.
struct Known<'f> {
    facts: &'f Facts,
    /// By fact, and by entry.
    values: Vec<Vec<Answer>>,
    homes: usize,
    today: Day,
}

/// The answers as a condition sees them.
struct Seen<'s> {
    known: &'s Known<'s>,
    expressions: &'s [Vec<Op>],
    /// Facts of which nothing is known after all.
    hidden: Vec<FactIndex>,
}

#[derive(Clone, Debug)]
enum Answer {
    Null,
    Bool(bool),
    Number(i64),
    Text(&'static str),
}

impl Answers for Seen<'_> {
    fn value(&self, fact: FactIndex, entry: usize) -> Value<'_> {
        if self.hidden.contains(&fact) {
            return Value::Unknown;
        }
        let values = &self.known.values[usize::from(fact)];
        let of_list = self.known.facts.all[usize::from(fact)].list.is_some();
        match &values[if of_list { entry } else { 0 }] {
            Answer::Null => Value::Null,
            Answer::Bool(bool) => Value::Bool(*bool),
            Answer::Number(number) => Value::Number(*number),
            Answer::Text(text) => Value::Text(text),
        }
    }

    fn entries(&self, list: FactIndex) -> Option<usize> {
        (!self.hidden.contains(&list)).then_some(self.known.homes)
    }

    fn today(&self) -> Option<Day> {
        Some(self.known.today)
    }

    fn expression(&self, index: ExpressionIndex) -> &[Op] {
        &self.expressions[usize::from(index)]
    }
}

impl<'f> Known<'f> {
    fn made_up(facts: &'f Facts, chance: &mut Chance) -> Self {
        let homes = chance.below(4);
        let mut values = Vec::with_capacity(facts.all.len());
        for fact in &facts.all {
            let mut answer = |_| {
                if fact.optional && chance.below(3) == 0 {
                    return Answer::Null;
                }
                match fact.wants {
                    Wants::YesNo => Answer::Bool(chance.below(2) == 0),
                    Wants::Choice(_) => Answer::Text(chance.one(&["on", "off", "later"])),
                    Wants::Number | Wants::Amount => {
                        Answer::Number(i64::try_from(chance.below(7)).expect("small"))
                    }
                    Wants::Text => Answer::Text(chance.one(&["", "A", "Ab", "it's", "\\", "Ábc"])),
                    _ => {
                        let day = Day::new(2000, 1, 1).expect("a day").number();
                        Answer::Number(
                            i64::from(day) + i64::try_from(chance.below(11_000)).expect("small"),
                        )
                    }
                }
            };
            values.push((0..homes.max(1)).map(&mut answer).collect());
        }
        let today = chance.below(11_000);
        let first = Day::new(2000, 1, 1).expect("a day").number();
        Self {
            facts,
            values,
            homes,
            today: Day::from_number(first + i32::try_from(today).expect("small")).expect("a day"),
        }
    }

    /// The same for CEL.
    fn context(&self) -> Context<'static, 'static> {
        let mut groups: HashMap<String, HashMap<String, Cel>> = HashMap::new();
        let mut homes: Vec<HashMap<String, Cel>> = vec![HashMap::new(); self.homes];
        for (fact, values) in self.facts.all.iter().zip(&self.values) {
            let Some((group, name)) = fact.id.split_once('.') else {
                continue;
            };
            if fact.list.is_some() {
                for (home, value) in homes.iter_mut().zip(values) {
                    home.insert(name.to_owned(), cel(value));
                }
            } else {
                let group = groups.entry(group.to_owned()).or_default();
                group.insert(name.to_owned(), cel(&values[0]));
            }
        }
        let mut context = Context::default();
        for (name, group) in groups {
            context.add_variable_from_value(name, group);
        }
        context.add_variable_from_value("homes", homes);
        context.add_variable_from_value("today", i64::from(self.today.number()));
        let add = "no function of CEL has this name";
        context
            .add_function("date", |day: Arc<String>| number(&day))
            .expect(add);
        context.add_function("known", |_: Cel| true).expect(add);
        context
            .add_function("sum", |This(all): This<Arc<Vec<Cel>>>| {
                let numbers = all.iter().map(|one| match one {
                    Cel::Int(number) => *number,
                    _ => 0,
                });
                numbers.sum::<i64>()
            })
            .expect(add);
        context
            .add_function("days", |from: i64, to: i64| to - from)
            .expect(add);
        context
            .add_function("months", |from: i64, to: i64| months(from, to))
            .expect(add);
        context
            .add_function("years", |from: i64, to: i64| {
                months(from, to).div_euclid(12)
            })
            .expect(add);
        context
    }
}

fn cel(answer: &Answer) -> Cel {
    match answer {
        Answer::Null => Cel::Null,
        Answer::Bool(bool) => Cel::Bool(*bool),
        Answer::Number(number) => Cel::Int(*number),
        Answer::Text(text) => Cel::from(*text),
    }
}

fn number(day: &str) -> i64 {
    Day::from_iso(day)
        .expect("conditions name days")
        .number()
        .into()
}

/// Counted one by one: how many months fit between two days, fewer than none backwards.
fn months(from: i64, to: i64) -> i64 {
    let day = |number: i64| Day::from_number(i32::try_from(number).expect("small")).expect("a day");
    let (from, to) = (day(from), day(to));
    let passed = |months: i64| {
        let month = i64::from(from.year()) * 12 + i64::from(from.month()) - 1 + months;
        let then = (month.div_euclid(12), month.rem_euclid(12) + 1, from.day());
        then <= (to.year().into(), to.month().into(), to.day())
    };
    let (mut least, mut most) = (-1_000, 1_000);
    while most - least > 1 {
        let middle = i64::midpoint(least, most);
        if passed(middle) {
            least = middle;
        } else {
            most = middle;
        }
    }
    least
}

/// A condition as the core reads it.
fn compiled(source: &str, facts: &Facts) -> (Vec<Op>, Vec<Vec<Op>>) {
    let terms = Terms::default();
    let (mut bodies, mut faults) = (Bodies::new(), Faults::default());
    let parts = parse(source, 1).unwrap_or_else(|(_, what)| panic!("{what}: {source}"));
    let names = Names {
        facts,
        terms: &terms,
    };
    let checked = check(&parts, &names, &mut bodies, &mut faults);
    let needs = checked.as_ref().map_or(0, |checked| checked.needs.len());
    assert!(
        faults.all.is_empty() && needs == 0,
        "{:?}: {source}",
        faults.all
    );
    let ops = checked.map(|checked| checked.ops).unwrap_or_default();
    (ops, bodies.into_iter().map(|(ops, _)| ops).collect())
}

#[test]
fn cel_says_the_same_of_known_answers() {
    let mut faults = Faults::default();
    let facts = Facts::read(&sheet::parse(FACTS, &mut faults), &mut faults);
    assert_eq!(faults.all, []);
    let mut writer = Writer {
        chance: Chance(1145),
        there: Vec::new(),
        entry: false,
    };
    let mut chance = Chance(765);
    let persons = (0..PERSONS).map(|_| Known::made_up(&facts, &mut chance));
    let persons: Vec<_> = persons.map(|known| (known.context(), known)).collect();
    let (mut yes, mut decided) = (0, 0);
    for _ in 0..CONDITIONS {
        let depth = 1 + writer.chance.below(3);
        let source = writer.bool(depth);
        let program = Program::compile(&source).unwrap_or_else(|fault| panic!("{fault}: {source}"));
        let (ops, mut expressions) = compiled(&source, &facts);
        let main = ExpressionIndex::try_from(expressions.len()).expect("few");
        expressions.push(ops);
        for _ in 0..ASKED {
            let (context, known) = &persons[chance.below(PERSONS)];
            let mut seen = Seen {
                known,
                expressions: &expressions,
                hidden: Vec::new(),
            };
            let theirs = match program.execute(context) {
                Ok(Cel::Bool(theirs)) => theirs,
                other => panic!("cel says {other:?}: {source}\n{:?}", known.values),
            };
            let ours = evaluate(main, &seen, 0);
            assert_eq!(ours, Value::Bool(theirs), "{source}\n{:?}", known.values);
            yes += usize::from(theirs);

            // What is decided without some answers stays so with them.
            let places = 0..FactIndex::try_from(facts.all.len()).expect("few");
            seen.hidden = places.filter(|_| chance.below(3) == 0).collect();
            let less = evaluate(main, &seen, 0);
            // Only known() may change its mind.
            if less != Value::Unknown && !source.contains("known(") {
                let hidden = &seen.hidden;
                assert_eq!(less, Value::Bool(theirs), "without {hidden:?}: {source}");
                decided += 1;
            }
        }
    }
    // Neither is a corner that the conditions never leave.
    let all = CONDITIONS * ASKED;
    assert!(
        (all / 4..all * 3 / 4).contains(&yes),
        "{yes} of {all} are true"
    );
    assert!(
        (all / 5..all).contains(&decided),
        "{decided} of {all} need not all answers"
    );
}

/// Words and signs in any order: what is read here is a condition to CEL, too, and nothing panics.
#[test]
fn what_is_read_here_cel_reads_too() {
    let mut faults = Faults::default();
    let facts = Facts::read(&sheet::parse(FACTS, &mut faults), &mut faults);
    let words = "a.yes b.how c.count homes h.own h true null today 1 -2 'on' && || ! == != < >= in \
        ['on'] [1,2] ? : ( ) , . known( size( date('2025-01-01') days( homes.exists(h, \
        homes.filter(h, homes.map(h, .sum() .startsWith( - [ ]";
    let words: Vec<&str> = words.split(' ').collect();
    let mut chance = Chance(130);
    let terms = Terms::default();
    let names = Names {
        facts: &facts,
        terms: &terms,
    };
    let mut read = 0;
    for _ in 0..60_000 {
        let length = 1 + chance.below(9);
        let source = (0..length)
            .map(|_| chance.one(&words))
            .collect::<Vec<_>>()
            .join(" ");
        let Ok(parts) = parse(&source, 1) else {
            continue;
        };
        read += 1;
        let theirs = Program::compile(&source);
        assert!(theirs.is_ok(), "{source}: {theirs:?}");
        let _ = check(&parts, &names, &mut Bodies::new(), &mut Faults::default());
    }
    assert!(read > 1_000, "only {read} were read");
}
