//! Two small definitions, written by hand.

use prefile::{
    Kind, Severity,
    form::{
        Advice, Answer, Answers, BoxRule, Cited, Definition, Fact, History, Op, Question, Rule,
        Screen, Spelling, Texts, Wants, Writes,
    },
};

pub fn answers(said: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers::default();
    for (fact, answer) in said {
        answers.say(fact, answer.clone());
    }
    answers
}

pub fn home(from: &str, to: &str) -> Answers {
    let text = |text: &str| Answer::Text(text.into());
    answers(&[("from", text(from)), ("to", text(to))])
}

pub fn fact(id: &str, wants: Wants, optional: bool) -> Fact {
    Fact {
        id: id.into(),
        list: None,
        wants,
        optional,
    }
}

pub fn asks(fact: u16) -> Question {
    Question {
        fact,
        ..Question::default()
    }
}

pub fn written(name: &str, writes: Writes) -> BoxRule {
    BoxRule {
        name: name.into(),
        when: None,
        entry: 0,
        writes,
        empty: String::new(),
        room: 0,
        takes: String::new(),
    }
}

pub fn texts() -> Vec<Texts> {
    vec![Texts {
        language: "en".into(),
        lines: vec![String::new()],
    }]
}

/// Have you filed online? Then what is your account number?
pub fn account() -> Definition {
    let screen = |id: &str, when, fact| Screen {
        id: id.into(),
        when,
        questions: vec![asks(fact)],
        ..Screen::default()
    };
    let filed = 0;
    let number = 1;
    Definition {
        id: "account".into(),
        facts: vec![
            fact("filed", Wants::YesNo, false),
            fact("number", Wants::Kind(Kind::OnlineAccountNumber), true),
        ],
        expressions: vec![
            vec![Op::Fact(filed)],
            // filed && number == null
            vec![
                Op::Fact(filed),
                Op::Fact(number),
                Op::Null,
                Op::Equal,
                Op::And,
            ],
            // !filed || number == null
            vec![
                Op::Fact(filed),
                Op::Not,
                Op::Fact(number),
                Op::Null,
                Op::Equal,
                Op::Or,
            ],
        ],
        screens: vec![
            screen("filed", None, filed),
            screen("number", Some(0), number),
        ],
        checks: vec![Rule {
            id: "no-number".into(),
            severity: Severity::Warning,
            when: 1,
            fact: Some(number),
            with: None,
            message: 0,
            why: 0,
            source: 0,
        }],
        boxes: vec![BoxRule {
            empty: "N/A".into(),
            room: 12,
            ..written("Number", Writes::Fact(number, Spelling::Canonical))
        }],
        advice: vec![Advice {
            id: "none".into(),
            when: Some(2),
            ..Advice::default()
        }],
        sources: vec![Cited::default()],
        texts: texts(),
        ..Definition::default()
    }
}

/// A name, and five years of homes.
pub fn person() -> Definition {
    let member = |id: &str| Fact {
        list: Some(0),
        ..fact(id, Wants::Kind(Kind::Date), false)
    };
    let history = History {
        from: 1,
        to: 2,
        years: 5,
        whole: true,
    };
    Definition {
        id: "person".into(),
        facts: vec![
            fact("homes", Wants::List(Some(history)), false),
            member("homes.from"),
            member("homes.to"),
            fact("name", Wants::Text, false),
        ],
        screens: vec![
            Screen {
                id: "name".into(),
                questions: vec![asks(3)],
                ..Screen::default()
            },
            Screen {
                id: "homes".into(),
                list: Some(0),
                questions: vec![asks(1), asks(2)],
                ..Screen::default()
            },
        ],
        boxes: vec![
            BoxRule {
                takes: "A -".into(),
                ..written("Name", Writes::Fact(3, Spelling::Printed))
            },
            BoxRule {
                takes: "A ".into(),
                room: 30,
                ..written("Also", Writes::Fact(3, Spelling::Printed))
            },
            written("From", Writes::Fact(1, Spelling::Printed)),
        ],
        texts: texts(),
        ..Definition::default()
    }
}
