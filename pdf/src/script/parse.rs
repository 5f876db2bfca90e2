//! Words and signs to statements: the few shapes that the scripts of official forms have.

use super::token::Token;

/// Blocks and brackets in each other.
const DEEPEST: usize = 24;

/// A value that is named or written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Text(String),
    Number(u64),
    Pattern(String),
    /// `Pt1Line2.rawValue`; `this` and `$` are the box itself.
    Place(String),
    /// A place with arguments: `regex.test(...)`.
    Call(String, Vec<Value>),
    /// Values with `+` between.
    Sum,
}

/// What a condition looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    Compare(Value, &'static str, Value),
    Is(Value),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statement {
    If(Condition, Vec<Statement>, Vec<Statement>),
    /// A place or a name of the script's own, and what it becomes.
    Set(String, Value),
    Call(String, Vec<Value>),
}

/// The whole script, or nothing.
pub(super) fn statements(tokens: &[Token]) -> Option<Vec<Statement>> {
    let mut parser = Parser {
        tokens,
        at: 0,
        deep: 0,
    };
    let mut all = Vec::new();
    while parser.at < tokens.len() {
        all.extend(parser.statement()?);
    }
    Some(all)
}

struct Parser<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
    deep: usize,
}

impl<'t> Parser<'t> {
    fn next(&mut self) -> Option<&'t Token<'t>> {
        self.at += 1;
        self.tokens.get(self.at - 1)
    }

    fn sign(&mut self, sign: &str) -> bool {
        let is = matches!(self.tokens.get(self.at), Some(Token::Sign(own)) if *own == sign);
        self.at += usize::from(is);
        is
    }

    fn word(&mut self, word: &str) -> bool {
        let is = matches!(self.tokens.get(self.at), Some(Token::Word(own)) if *own == word);
        self.at += usize::from(is);
        is
    }

    /// One statement, or a block of them.
    fn statement(&mut self) -> Option<Vec<Statement>> {
        if self.sign(";") {
            return Some(Vec::new());
        }
        self.deep += 1;
        if self.deep > DEEPEST {
            return None;
        }
        let statement = if self.sign("{") {
            let mut all = Vec::new();
            while !self.sign("}") {
                all.extend(self.statement()?);
            }
            all
        } else if self.word("if") {
            self.sign("(").then_some(())?;
            let condition = self.any()?;
            self.sign(")").then_some(())?;
            let then = self.statement()?;
            let otherwise = if self.word("else") {
                self.statement()?
            } else {
                Vec::new()
            };
            vec![Statement::If(condition, then, otherwise)]
        } else {
            self.word("var");
            let place = self.place()?;
            match place {
                Value::Call(name, arguments) => vec![Statement::Call(name, arguments)],
                Value::Place(name) => {
                    self.sign("=").then_some(())?;
                    vec![Statement::Set(name, self.value()?)]
                }
                _ => return None,
            }
        };
        self.deep -= 1;
        Some(statement)
    }

    fn any(&mut self) -> Option<Condition> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return None;
        }
        let mut all = vec![self.all()?];
        while self.sign("||") {
            all.push(self.all()?);
        }
        self.deep -= 1;
        if all.len() == 1 {
            all.pop()
        } else {
            Some(Condition::Any(all))
        }
    }

    fn all(&mut self) -> Option<Condition> {
        let mut all = vec![self.one()?];
        while self.sign("&&") {
            all.push(self.one()?);
        }
        if all.len() == 1 {
            all.pop()
        } else {
            Some(Condition::All(all))
        }
    }

    fn one(&mut self) -> Option<Condition> {
        if self.sign("(") {
            let inner = self.any()?;
            self.sign(")").then_some(())?;
            return Some(inner);
        }
        if self.sign("!") {
            self.sign("(").then_some(())?;
            let inner = self.any()?;
            self.sign(")").then_some(())?;
            return Some(Condition::Not(Box::new(inner)));
        }
        let left = self.value()?;
        for (written, sign) in [
            ("==", "=="),
            ("===", "=="),
            ("!=", "!="),
            ("!==", "!="),
            ("<", "<"),
            (">", ">"),
            ("<=", "<="),
            (">=", ">="),
        ] {
            if self.sign(written) {
                return Some(Condition::Compare(left, sign, self.value()?));
            }
        }
        Some(Condition::Is(left))
    }

    fn value(&mut self) -> Option<Value> {
        let first = self.term()?;
        if !self.sign("+") {
            return Some(first);
        }
        loop {
            self.term()?;
            if !self.sign("+") {
                return Some(Value::Sum);
            }
        }
    }

    fn term(&mut self) -> Option<Value> {
        let value = match self.tokens.get(self.at)? {
            Token::String(text) => Value::Text(text.clone()),
            Token::Number(number) => Value::Number(*number),
            Token::Pattern(pattern) => Value::Pattern((*pattern).to_owned()),
            Token::Word("null") => Value::Null,
            Token::Word(_) => return self.place(),
            Token::Sign(_) => return None,
        };
        self.at += 1;
        Some(value)
    }

    /// `form1.P2.Line1[0].rawValue`, `xfa.resolveNode("Line1").access`, `xfa.host.setFocus(...)`
    fn place(&mut self) -> Option<Value> {
        let Token::Word(first) = self.next()? else {
            return None;
        };
        if matches!(
            *first,
            "for"
                | "while"
                | "switch"
                | "function"
                | "return"
                | "new"
                | "var"
                | "else"
                | "if"
                | "do"
                | "try"
        ) {
            return None;
        }
        let mut name = if *first == "$" {
            "this".to_owned()
        } else {
            (*first).to_owned()
        };
        let mut arguments = None;
        loop {
            if self.sign(".") {
                let Token::Word(part) = self.next()? else {
                    return None;
                };
                // Of what a call gives only the text is wanted.
                if arguments.is_some() {
                    (*part == "toString" && self.sign("(") && self.sign(")")).then_some(())?;
                    continue;
                }
                name.push('.');
                name.push_str(part);
            } else if self.sign("[") {
                let Token::Number(index) = self.next()? else {
                    return None;
                };
                self.sign("]").then_some(())?;
                name = format!("{name}[{index}]");
            } else if self.sign("(") {
                let given = self.arguments()?;
                match (name.as_str(), given.as_slice()) {
                    (
                        "xfa.resolveNode" | "this.resolveNode" | "resolveNode",
                        [Value::Text(node)],
                    ) => {
                        name.clone_from(node);
                    }
                    _ => arguments = Some(given),
                }
            } else {
                return Some(
                    arguments.map_or(Value::Place(name.clone()), |given| Value::Call(name, given)),
                );
            }
        }
    }

    fn arguments(&mut self) -> Option<Vec<Value>> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return None;
        }
        let mut all = Vec::new();
        while !self.sign(")") {
            all.push(self.value()?);
            self.sign(",");
        }
        self.deep -= 1;
        Some(all)
    }
}
