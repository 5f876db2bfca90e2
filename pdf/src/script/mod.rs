//! The scripts inside official forms, as data. They run only in Adobe's programs; here none is ever
//! run. A script that has one of the known shapes as a whole becomes rules; any other becomes none.

mod letters;
mod parse;
mod token;

pub use letters::Letters;

use parse::{Condition, Statement, Value};

/// Longest script that is read.
const LONGEST: usize = 64 << 10;

/// What a script does to its box or to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The box takes these characters only.
    Takes(Letters),
    /// It takes so many characters at the most.
    Most(u64),
    /// It takes no number above this.
    Largest(u64),
    /// Anything but so many characters is blanked.
    Exactly(u64),
    /// What is no date (`12/31/2025`) is blanked, unless it is one of these words.
    Date(Vec<String>),
    /// Another box, or this one, gets this value.
    Sets {
        /// When that happens.
        when: When,
        /// Which box: a name, or `this`.
        target: String,
        /// The value; empty, it is blanked.
        to: String,
    },
    /// Another box can be written into, or no longer.
    Opens {
        /// When that happens.
        when: When,
        /// Which box.
        target: String,
        /// Or locks.
        open: bool,
    },
    /// What another box does when it is clicked or changed is done, too.
    Runs {
        /// When that happens.
        when: When,
        /// Which box.
        target: String,
    },
    /// The form writes here itself: a page's number, its bar code.
    Writes,
    /// Nothing but a message, as before printing.
    Reminds,
}

/// When a rule applies: all of these.
pub type When = Vec<Test>;

/// What a condition looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A box (`this`: the script's own) has this value, or is blank.
    Is(String, String),
    /// It has another.
    IsNot(String, String),
    /// One of these.
    Any(Vec<When>),
}

/// The rules of a script; `None` if it has no known shape.
#[must_use]
pub fn recognise(script: &str) -> Option<Vec<Rule>> {
    let tokens = (script.len() <= LONGEST).then(|| token::tokens(script))??;
    let statements = parse::statements(&tokens)?;
    let mut reader = Reader::default();
    reader.walk(&statements, &[])?;
    if reader.rules.is_empty() && reader.speaks {
        reader.rules.push(Rule::Reminds);
    }
    Some(reader.rules)
}

#[derive(Default)]
struct Reader {
    /// The script's own names for patterns and for the page.
    patterns: Vec<(String, Letters)>,
    rules: Vec<Rule>,
    speaks: bool,
}

impl Reader {
    fn walk(&mut self, statements: &[Statement], above: &[Condition]) -> Option<()> {
        for statement in statements {
            match statement {
                Statement::If(condition, then, otherwise) => {
                    let with = |own: Condition| [above, &[own]].concat();
                    self.walk(then, &with(condition.clone()))?;
                    self.walk(
                        otherwise,
                        &with(Condition::Not(Box::new(condition.clone()))),
                    )?;
                }
                Statement::Call(name, arguments) => self.call(name, arguments, above)?,
                Statement::Set(name, value) => self.set(name, value, above)?,
            }
        }
        Some(())
    }

    fn call(&mut self, name: &str, arguments: &[Value], above: &[Condition]) -> Option<()> {
        match name {
            "xfa.host.messageBox" | "app.alert" => self.speaks = true,
            "xfa.host.setFocus" | "xfa.host.SetFocus" => {}
            _ => {
                let target = name.strip_suffix(".execEvent")?;
                matches!(arguments, [Value::Text(_)]).then_some(())?;
                let rule = Rule::Runs {
                    when: as_tests(above)?,
                    target: target.to_owned(),
                };
                self.rules.push(rule);
            }
        }
        Some(())
    }

    fn set(&mut self, name: &str, value: &Value, above: &[Condition]) -> Option<()> {
        if let Value::Pattern(pattern) = value {
            self.patterns
                .push((name.to_owned(), Letters::read(pattern)?));
            return Some(());
        }
        if name == "xfa.event.change" {
            matches!(value, Value::Text(text) if text.is_empty()).then_some(())?;
            let [condition] = above else { return None };
            return self.refuses(condition);
        }
        if is_layout(value) || *value == Value::Sum {
            // A name of the script's own, a page's number, or a bar code put together.
            if name == "this.rawValue" {
                self.rules.push(Rule::Writes);
            }
            return (above.is_empty() && (name == "this.rawValue" || !name.contains('.')))
                .then_some(());
        }
        let (target, property) = name.rsplit_once('.')?;
        match property {
            "rawValue" if target == "this" && self.blanks(above) => Some(()),
            "rawValue" => {
                let rule = Rule::Sets {
                    when: as_tests(above)?,
                    target: target.to_owned(),
                    to: literal(value)?,
                };
                self.rules.push(rule);
                Some(())
            }
            "access" => {
                let open = match literal(value)?.as_str() {
                    "open" | "" => true,
                    "readOnly" | "protected" => false,
                    _ => return None,
                };
                let rule = Rule::Opens {
                    when: as_tests(above)?,
                    target: target.to_owned(),
                    open,
                };
                self.rules.push(rule);
                Some(())
            }
            // How wide a bar code is, on a page with two digits.
            "dataLength" => Some(()),
            _ => None,
        }
    }

    /// What is not let in, one by one.
    fn refuses(&mut self, condition: &Condition) -> Option<()> {
        match condition {
            Condition::Any(all) => all.iter().try_for_each(|one| self.refuses(one)),
            Condition::Is(Value::Call(name, arguments)) => {
                let pattern = name.strip_suffix(".test")?;
                let (_, letters) = self.patterns.iter().rev().find(|(own, _)| own == pattern)?;
                let change = Value::Place("xfa.event.change".to_owned());
                (arguments.as_slice() == [change]).then_some(())?;
                self.rules.push(Rule::Takes(letters.clone()));
                Some(())
            }
            Condition::Compare(Value::Place(name), ">", Value::Number(most)) => {
                self.rules.push(match name.as_str() {
                    "xfa.event.newText.length" => Rule::Most(*most),
                    "xfa.event.newText" => Rule::Largest(*most),
                    _ => return None,
                });
                Some(())
            }
            _ => None,
        }
    }

    /// Whether the box is blanked for its length or because it is no date.
    fn blanks(&mut self, above: &[Condition]) -> bool {
        let Some((condition, outer)) = above.split_last() else {
            return false;
        };
        let Condition::Compare(Value::Place(left), sign, right) = condition else {
            return false;
        };
        match (left.as_str(), *sign, right) {
            ("this.rawValue.length", "!=", Value::Number(exactly)) => {
                // A blank box is left alone.
                let filled = |outer: &Condition| {
                    let Some(tests) = as_tests(std::slice::from_ref(outer)) else {
                        return false;
                    };
                    tests
                        .iter()
                        .all(|test| matches!(test, Test::IsNot(own, value) if own == "this" && value.is_empty()))
                };
                let all = outer.iter().all(filled);
                if all {
                    self.rules.push(Rule::Exactly(*exactly));
                }
                all
            }
            ("this.rawValue", "==", Value::Place(right)) if right == "this.formattedValue" => {
                let Some(words) = words(outer) else {
                    return false;
                };
                self.rules.push(Rule::Date(words));
                true
            }
            _ => false,
        }
    }
}

/// The words that are let pass: `this.rawValue` is none of them.
fn words(outer: &[Condition]) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for test in as_tests(outer)? {
        match test {
            Test::IsNot(own, word) if own == "this" => words.push(word),
            _ => return None,
        }
    }
    Some(words)
}

fn is_layout(value: &Value) -> bool {
    matches!(value, Value::Call(name, _) if name.starts_with("xfa.layout.page"))
}

/// A text that is written out.
fn literal(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Conditions, all of which hold, as tests of boxes.
fn as_tests(conditions: &[Condition]) -> Option<When> {
    let mut all = Vec::new();
    for condition in conditions {
        add(condition, true, &mut all)?;
    }
    Some(all)
}

fn add(condition: &Condition, holds: bool, all: &mut When) -> Option<()> {
    match (condition, holds) {
        (Condition::Not(inner), _) => add(inner, !holds, all)?,
        (Condition::All(inner), true) | (Condition::Any(inner), false) => {
            for one in inner {
                add(one, holds, all)?;
            }
        }
        (Condition::All(inner), false) | (Condition::Any(inner), true) => {
            let mut ways = Vec::new();
            for one in inner {
                let mut way = Vec::new();
                add(one, holds, &mut way)?;
                ways.push(way);
            }
            all.push(Test::Any(ways));
        }
        (Condition::Compare(Value::Place(place), sign, value), _) => {
            let own = place
                .strip_suffix(".rawValue")
                .or_else(|| (place == "xfa.event.newText").then_some("this"))?;
            let value = literal(value)?;
            let same = match *sign {
                "==" => holds,
                "!=" => !holds,
                _ => return None,
            };
            all.push(if same {
                Test::Is(own.to_owned(), value)
            } else {
                Test::IsNot(own.to_owned(), value)
            });
        }
        (Condition::Compare(..) | Condition::Is(_), _) => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests;
