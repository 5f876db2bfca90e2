//! Reads a condition with a stack of what is still open, so that no depth is too deep.

use prefile::Day;

use super::{
    part::{Literal, Over, Part, Two, What},
    token::{Token, Word, Wrong, tokens, wrong},
};

/// How many parts a condition may have, with those of its terms.
pub(crate) const MOST_PARTS: usize = 10_000;

/// What is open.
#[derive(Debug)]
enum Open {
    Not,
    Two(Two),
    /// `c ?`, and `c ? a :`
    Question(usize),
    Colon,
    Bracket(usize),
    /// A function of two operands: whether the comma was there.
    Call(Two, usize, bool),
    /// What is said of each entry: where it begins, with the list and without.
    Each(Over, usize, usize),
}

struct Parser<'s> {
    source: &'s str,
    tokens: Vec<Token<'s>>,
    next: usize,
    end: usize,
    open: Vec<Open>,
    parts: Vec<(What, usize)>,
    /// The name of the entry at hand.
    entry: Option<&'s str>,
}

/// Reads a condition whose text begins on this line. A fault is the line and what is wrong.
pub(crate) fn parse(source: &str, line: usize) -> Result<Vec<Part>, (usize, String)> {
    let ends: Vec<usize> = source.match_indices('\n').map(|(at, _)| at).collect();
    let line_at = |at: usize| line + ends.partition_point(|end| *end < at);
    let parts = parts(source).map_err(|wrong| (line_at(wrong.at), wrong.what))?;
    if parts.len() > MOST_PARTS {
        return Err((line, too_long()));
    }
    let part = |(what, at)| Part {
        what,
        line: line_at(at),
        term: None,
    };
    Ok(parts.into_iter().map(part).collect())
}

pub(super) fn too_long() -> String {
    format!(
        "the condition has more than {MOST_PARTS} parts with those of its terms: say it shorter"
    )
}

fn parts(source: &str) -> Result<Vec<(What, usize)>, Wrong> {
    let mut parser = Parser {
        source,
        tokens: tokens(source)?,
        next: 0,
        end: source.len(),
        open: Vec::new(),
        parts: Vec::new(),
        entry: None,
    };
    loop {
        parser.operand()?;
        if !parser.operators()? {
            return Ok(parser.parts);
        }
    }
}

impl<'s> Parser<'s> {
    fn at(&self) -> usize {
        self.tokens
            .get(self.next)
            .map_or(self.end, |token| token.at)
    }

    fn peek(&self, sign: &str) -> bool {
        let next = self.tokens.get(self.next);
        matches!(next, Some(Token { what: Word::Sign(next), .. }) if *next == sign)
    }

    fn skip(&mut self, sign: &str) -> bool {
        let there = self.peek(sign);
        self.next += usize::from(there);
        there
    }

    fn want(&mut self, sign: &str) -> Result<(), Wrong> {
        if self.skip(sign) {
            return Ok(());
        }
        wrong(self.at(), format!("`{sign}` is missing {}", self.before()))
    }

    /// Where something is missing, in words.
    fn before(&self) -> String {
        match self.tokens.get(self.next).map(|token| &token.what) {
            None => "at the end of the condition".to_owned(),
            Some(Word::Name(name)) => format!("before `{name}`"),
            Some(Word::Number(number)) => format!("before `{number}`"),
            Some(Word::Text(text)) => format!("before '{text}'"),
            Some(Word::Sign(sign)) => format!("before `{sign}`"),
        }
    }

    fn name(&mut self) -> Result<&'s str, Wrong> {
        match self.tokens.get(self.next).map(|token| &token.what) {
            Some(Word::Name(name)) => {
                self.next += 1;
                Ok(*name)
            }
            _ => wrong(self.at(), format!("a name is missing {}", self.before())),
        }
    }

    /// `a.b`, and where it begins.
    fn path(&mut self) -> Result<(Vec<&'s str>, usize), Wrong> {
        let at = self.at();
        let mut path = vec![self.name()?];
        while self.skip(".") {
            path.push(self.name()?);
        }
        let value = |name: &&&str| ["true", "false", "null"].contains(*name);
        if let Some(value) = path.iter().find(value).filter(|_| path.len() > 1) {
            return wrong(at, format!("`{value}` is no part of a name"));
        }
        Ok((path, at))
    }

    /// A fact without what is done with it: `known` and `size` want one.
    fn fact(&mut self) -> Result<What, Wrong> {
        let (path, at) = self.path()?;
        if self.peek("(") {
            return wrong(at, "only the name of a fact stands here");
        }
        self.named(&path, at)
    }

    fn named(&self, path: &[&str], at: usize) -> Result<What, Wrong> {
        match (path, self.entry) {
            ([entry, member], Some(name)) if *entry == name => {
                Ok(What::Member((*member).to_owned()))
            }
            ([entry, ..], Some(name)) if *entry == name => wrong(
                at,
                format!("`{name}` is an entry: name what it has, as `{name}.street`"),
            ),
            _ => Ok(What::Name(path.join("."))),
        }
    }

    fn put(&mut self, what: What, at: usize) {
        self.parts.push((what, at));
    }

    /// Reads up to the end of one operand.
    fn operand(&mut self) -> Result<(), Wrong> {
        loop {
            let at = self.at();
            if self.skip("!") {
                self.open.push(Open::Not);
            } else if self.skip("(") {
                self.open.push(Open::Bracket(at));
            } else {
                let negative = self.skip("-");
                match self.tokens.get(self.next).map(|token| token.what.clone()) {
                    Some(Word::Number(number)) => {
                        self.next += 1;
                        self.put(What::Number(if negative { -number } else { number }), at);
                        return Ok(());
                    }
                    _ if negative => {
                        return wrong(
                            at,
                            "`-` stands only before a number; of days use days(a, b)",
                        );
                    }
                    Some(Word::Text(text)) => {
                        self.next += 1;
                        self.put(What::Text(text), at);
                        return Ok(());
                    }
                    Some(Word::Name(_)) => {
                        if self.name_or_call()? {
                            return Ok(());
                        }
                    }
                    _ => {
                        let what = "a value or a name is missing";
                        return wrong(at, format!("{what} {}", self.before()));
                    }
                }
            }
        }
    }

    /// Whether the operand ends here; not if its own operands follow.
    fn name_or_call(&mut self) -> Result<bool, Wrong> {
        let (path, at) = self.path()?;
        if !self.skip("(") {
            let what = match path[..] {
                ["true"] => What::Bool(true),
                ["false"] => What::Bool(false),
                ["null"] => What::Null,
                ["today"] => What::Today,
                _ => self.named(&path, at)?,
            };
            self.put(what, at);
            return Ok(true);
        }
        match path[..] {
            ["known"] => {
                let what = match self.fact()? {
                    What::Member(member) => What::KnownMember(member),
                    What::Name(name) => What::Known(name),
                    other => other,
                };
                self.put(what, at);
                self.want(")")?;
                Ok(true)
            }
            ["date"] => self.date(at),
            ["size"] => self.size(at),
            [ref list @ .., "map"] if !list.is_empty() => self.each(Over::Sum, list, at),
            ["days"] => Ok(self.call(Two::Days, at)),
            ["months"] => Ok(self.call(Two::Months, at)),
            ["years"] => Ok(self.call(Two::Years, at)),
            [ref receiver @ .., "startsWith"] if !receiver.is_empty() => {
                let receiver = self.named(receiver, at)?;
                self.put(receiver, at);
                self.open.push(Open::Call(Two::StartsWith, at, true));
                Ok(false)
            }
            [ref list @ .., "exists"] if !list.is_empty() => self.each(Over::Any, list, at),
            [ref list @ .., "all"] if !list.is_empty() => self.each(Over::All, list, at),
            [.., "filter"] => wrong(
                at,
                "entries are filtered only to count them: size(homes.filter(h, ...))",
            ),
            _ => wrong(
                at,
                format!(
                    "there is no function `{}`; see forms/README.md",
                    path.join(".")
                ),
            ),
        }
    }

    fn call(&mut self, function: Two, at: usize) -> bool {
        self.open.push(Open::Call(function, at, false));
        false
    }

    fn date(&mut self, at: usize) -> Result<bool, Wrong> {
        let text = self.tokens.get(self.next).map(|token| token.what.clone());
        self.next += 1;
        let day = match &text {
            Some(Word::Text(text)) => Day::from_iso(text),
            _ => None,
        };
        let Some(day) = day else {
            return wrong(at, "date() wants a day of the calendar: date('2025-04-01')");
        };
        self.put(What::Day(day.number().into()), at);
        self.want(")")?;
        Ok(true)
    }

    fn size(&mut self, at: usize) -> Result<bool, Wrong> {
        let (path, begin) = self.path()?;
        if !self.skip("(") {
            self.put(What::Size(path.join(".")), at);
            self.want(")")?;
            return Ok(true);
        }
        match path[..] {
            [ref list @ .., "filter"] if !list.is_empty() => self.each(Over::Count, list, begin),
            _ => wrong(
                begin,
                "size() wants a list: size(homes) or size(homes.filter(h, ...))",
            ),
        }
    }

    /// `.sum()` behind what is said of each entry.
    fn sum(&mut self) -> Result<(), Wrong> {
        let at = self.at();
        if !self.skip(".") || self.name() != Ok("sum") {
            return wrong(
                at,
                "what entries come to is only added up: homes.map(h, ...).sum()",
            );
        }
        self.want("(")?;
        self.want(")")
    }

    /// `list.exists(` was read: the entry's name, and then what is said of it.
    fn each(&mut self, over: Over, list: &[&str], at: usize) -> Result<bool, Wrong> {
        if self.entry.is_some() {
            return wrong(
                at,
                "what is said of a list's entries cannot ask a list again",
            );
        }
        let entry = self.name()?;
        self.want(",")?;
        self.entry = Some(entry);
        self.put(What::Each(list.join("."), entry.to_owned()), at);
        self.open.push(Open::Each(over, at, self.at()));
        Ok(false)
    }

    /// Reads what follows an operand, up to the next one; whether there is one.
    fn operators(&mut self) -> Result<bool, Wrong> {
        loop {
            let at = self.at();
            let Some(token) = self.tokens.get(self.next).cloned() else {
                return self.close_all().map(|()| false);
            };
            self.next += 1;
            match token.what {
                Word::Sign("in") => {
                    self.reduce(3);
                    let literals = self.literals()?;
                    self.put(What::In(literals), at);
                }
                Word::Sign("?") => {
                    self.reduce(1);
                    if let Some(Open::Question(_)) = self.open.last() {
                        return wrong(
                            at,
                            "put the `? :` that stands between `?` and `:` in parentheses",
                        );
                    }
                    self.open.push(Open::Question(at));
                    return Ok(true);
                }
                Word::Sign(":") => {
                    self.reduce(0);
                    let Some(Open::Question(_)) = self.open.pop() else {
                        return wrong(at, "`:` has no `?` before it");
                    };
                    self.open.push(Open::Colon);
                    return Ok(true);
                }
                Word::Sign(",") => {
                    self.reduce(0);
                    match self.open.last_mut() {
                        Some(Open::Call(_, _, comma)) if !*comma => *comma = true,
                        _ => return wrong(at, "no `,` stands here"),
                    }
                    return Ok(true);
                }
                Word::Sign(")") => self.close(at)?,
                Word::Sign(".") => {
                    let name = self.name()?;
                    if name != "startsWith" {
                        return wrong(at, format!("there is no function `{name}` of a value"));
                    }
                    self.want("(")?;
                    self.open.push(Open::Call(Two::StartsWith, at, true));
                    return Ok(true);
                }
                Word::Sign(sign) => {
                    let Some(two) = Two::from_sign(sign) else {
                        return wrong(at, format!("`{sign}` cannot stand here"));
                    };
                    self.reduce(two.strength());
                    self.open.push(Open::Two(two));
                    return Ok(true);
                }
                _ => {
                    self.next -= 1;
                    return wrong(at, format!("an operator is missing {}", self.before()));
                }
            }
        }
    }

    /// Ends what binds at least as tightly; 0 ends `c ? a : b` too.
    fn reduce(&mut self, strength: u8) {
        let at = self.parts.last().map_or(0, |(_, at)| *at);
        while let Some(open) = self.open.last() {
            let what = match open {
                Open::Not => What::Not,
                Open::Two(two) if two.strength() >= strength => What::Two(*two),
                Open::Colon if strength == 0 => What::Select,
                _ => return,
            };
            self.open.pop();
            self.put(what, at);
        }
    }

    fn close(&mut self, at: usize) -> Result<(), Wrong> {
        self.reduce(0);
        match self.open.pop() {
            Some(Open::Bracket(_)) => {}
            Some(Open::Call(function, begin, true)) => self.put(What::Two(function), begin),
            Some(Open::Call(function, begin, false)) => {
                return wrong(
                    begin,
                    format!("{}() wants two days: {0}(a, b)", function.sign()),
                );
            }
            Some(Open::Each(over, begin, said)) => {
                self.entry = None;
                let source = self.source.get(said..at).unwrap_or_default();
                self.put(What::Over(over, source.trim().to_owned()), begin);
                match over {
                    Over::Count => self.want(")")?,
                    Over::Sum => self.sum()?,
                    Over::Any | Over::All => {}
                }
            }
            Some(Open::Question(begin)) => return wrong(begin, "`?` has no `:` behind it"),
            _ => return wrong(at, "`)` has no `(` before it"),
        }
        Ok(())
    }

    fn close_all(&mut self) -> Result<(), Wrong> {
        self.reduce(0);
        match self.open.pop() {
            None => Ok(()),
            Some(Open::Question(at)) => wrong(at, "`?` has no `:` behind it"),
            Some(Open::Bracket(at) | Open::Call(_, at, _) | Open::Each(_, at, _)) => {
                wrong(at, "the `(` that begins here is never closed")
            }
            Some(Open::Not | Open::Two(_) | Open::Colon) => wrong(self.end, "a value is missing"),
        }
    }

    /// `['a', 'b']`
    fn literals(&mut self) -> Result<Vec<Literal>, Wrong> {
        let at = self.at();
        if !self.skip("[") {
            return wrong(
                at,
                "after `in` stands a list of texts or numbers: ['a', 'b']",
            );
        }
        let mut literals = Vec::new();
        loop {
            let at = self.at();
            let negative = self.skip("-");
            let literal = match self.tokens.get(self.next).map(|token| token.what.clone()) {
                Some(Word::Text(text)) if !negative => Literal::Text(text),
                Some(Word::Number(number)) => {
                    Literal::Number(if negative { -number } else { number })
                }
                _ => return wrong(at, "in [ ] stand only texts or numbers, one at least"),
            };
            self.next += 1;
            literals.push(literal);
            if !self.skip(",") {
                self.want("]")?;
                return Ok(literals);
            }
        }
    }
}
