//! A definition's file: what it says, put together and looked at.

use std::collections::{BTreeMap, BTreeSet};

use prefile::{
    Day,
    form::{Choice, Definition, ExpressionIndex, Fact, Op, TextIndex, Wants, Writes},
};

use crate::{
    Compiled, Fault, Hand, Lines, Official, Tree,
    condition::{Bodies, Names, Terms, Type, Use, check, may_be_none, parse, within},
    example,
    fault::Faults,
    near::nearest,
    official, rules, screens,
    shared::{FACTS, SOURCES, index},
    sheet::{self, Table, Text, Value},
    words::{self, Words},
};

const KEYS: [&str; 11] = [
    "id", "form", "edition", "boxes", "terms", "screen", "check", "box", "hand", "advice",
    "example",
];

/// A definition while it is read. Facts are named by their places in the tree until the end.
pub(crate) struct Builder<'t> {
    pub tree: &'t Tree,
    pub faults: Faults,
    pub definition: Definition,
    pub lines: Lines,
    pub hand: Vec<Hand>,
    pub official: Option<Official>,
    /// Whether a fault says that there is no such list.
    list_said: bool,
    /// Every fact that a screen asks for, and lists with a screen of their own: on which first.
    pub asked: BTreeMap<usize, String>,
    words: Words,
    terms: Terms,
    conditions: Bodies,
    texts: words::Lines,
    sources: BTreeMap<String, u16>,
}

/// What a condition may name.
pub(crate) struct Scope<'s> {
    /// The facts that are asked before it; `None`: all that the definition asks.
    pub before: Option<&'s BTreeSet<usize>>,
    /// The list whose entry is at hand.
    pub list: Option<usize>,
}

/// Compiles one definition from its text.
pub(crate) fn compile(tree: &Tree, file: &str, text: &str) -> Result<Compiled, Vec<Fault>> {
    let mut faults = Faults::of(file);
    let table = sheet::parse(text, &mut faults);
    if !faults.all.is_empty() {
        return Err(faults.all);
    }
    table.only("a definition", &KEYS, &mut faults);
    let stem = file.trim_start_matches("forms/").trim_end_matches(".toml");
    let terms = match table.get("terms").map(|row| (&row.item.value, row.line)) {
        Some((Value::Table(table), _)) => Some(table),
        Some((_, line)) => {
            faults.say(line, "`terms` wants a table: [terms]".to_owned());
            None
        }
        None => None,
    };
    let terms = Terms::read(terms, &tree.facts, &mut faults);
    let words = Words::read(&tree.root, stem, &mut faults);
    let mut builder = Builder {
        tree,
        faults,
        definition: Definition::default(),
        lines: Lines::default(),
        hand: Vec::new(),
        official: None,
        list_said: false,
        asked: BTreeMap::new(),
        words,
        terms,
        conditions: Vec::new(),
        texts: words::Lines::default(),
        sources: BTreeMap::new(),
    };
    builder.head(stem, &table);
    screens::read(&mut builder, &table);
    rules::checks(&mut builder, &table);
    rules::advice(&mut builder, &table);
    rules::boxes(&mut builder, &table);
    rules::hand(&mut builder, &table);
    builder.terms.all_used(&mut builder.faults);
    let examples = example::read(&mut builder, &table);
    builder.words.all_used(&mut builder.faults);
    builder.finish(file, examples)
}

impl Builder<'_> {
    fn head(&mut self, stem: &str, table: &Table) {
        let faults = &mut self.faults;
        let text = |text: Option<Text>| text.map(|text| text.text).unwrap_or_default();
        if let Some(id) = table.needed("a definition", "id", faults)
            && id.text != stem
        {
            let named = format!("the file is named `{stem}.toml`");
            let what = format!("the id is `{}`, and {named}: they are one name", id.text);
            faults.say(id.line, what);
        }
        stem.clone_into(&mut self.definition.id);
        for key in ["edition", "boxes"] {
            if let Some(row) = table.get(key)
                && table.get("form").is_none()
            {
                faults.say(
                    row.line,
                    format!(
                        "`{key}` belongs to a form: say `form` too, or leave it out of a guide"
                    ),
                );
            }
        }
        self.definition.form = text(table.text("form", faults));
        if !self.definition.form.is_empty()
            && let Some(edition) = table.needed("a form", "edition", faults)
        {
            if Day::from_iso(&edition.text).is_none() {
                faults.say(
                    edition.line,
                    format!(
                        "`{}` is no day of the calendar: say it as 2014-09-26",
                        edition.text
                    ),
                );
            }
            self.definition.edition = edition.text;
        }
        if let Some(boxes) = table.text("boxes", faults) {
            let edition = boxes.text.split_once('@').map(|(_, edition)| edition);
            let ours = &self.definition.edition;
            if !ours.is_empty() && edition.is_some_and(|edition| edition != ours) {
                faults.say(
                    boxes.line,
                    format!("the boxes are not of the edition {ours}"),
                );
            }
            self.list_said = true;
            self.official = official::read(&self.tree.root, &boxes, faults);
        }
    }

    /// A condition, if the table has one.
    pub fn when(&mut self, table: &Table, scope: &Scope<'_>) -> Option<ExpressionIndex> {
        let when = table.text("when", &mut self.faults)?;
        self.condition(&when, scope)
    }

    pub fn condition(&mut self, text: &Text, scope: &Scope<'_>) -> Option<ExpressionIndex> {
        let parts = match parse(&text.text, text.line) {
            Ok(parts) => parts,
            Err((line, what)) => {
                self.faults.say(line, what);
                return None;
            }
        };
        let facts = &self.tree.facts;
        let terms = &self.terms;
        let names = Names { facts, terms };
        let checked = check(&parts, &names, &mut self.conditions, &mut self.faults)?;
        if !matches!(checked.kind, Type::Bool | Type::Broken) {
            self.faults.say(
                text.line,
                "a condition is true or false, and this is neither".to_owned(),
            );
        }
        for (fact, (line, term)) in &checked.needs {
            let what = may_be_none(&facts.all[*fact].id, term.as_ref());
            self.faults.say(*line, what);
        }
        for used in &checked.uses {
            self.may_name(used, scope);
        }
        let place = index(self.conditions.len());
        let condition = crate::Condition {
            line: text.line,
            source: text.text.clone(),
        };
        self.conditions.push((checked.ops, condition));
        Some(place)
    }

    /// A fault for a fact that a condition names out of its place.
    fn may_name(&mut self, used: &Use, scope: &Scope<'_>) {
        let fact = &self.tree.facts.all[used.fact];
        let id = &fact.id;
        let term = within(used.term.as_ref());
        if let Some(list) = fact.list
            && !used.each
            && scope.list != Some(list)
        {
            let list = &self.tree.facts.all[list].id;
            let member = &id[list.len() + 1..];
            let what = format!(
                "`{id}` is one for each entry: say {list}.exists(h, h.{member} == ...){term}"
            );
            self.faults.say(used.line, what);
        }
        match (self.asked.get(&used.fact), scope.before) {
            (None, _) => {
                let what =
                    format!("nothing asks for `{id}`: a condition names what a screen asks{term}");
                self.faults.say(used.line, what);
            }
            (Some(screen), Some(before)) if !before.contains(&used.fact) => {
                let what = format!(
                    "`{id}` is asked later, on the screen `{screen}`: a condition names what is asked before it{term}"
                );
                self.faults.say(used.line, what);
            }
            _ => {}
        }
    }

    /// A fault, once, for a box of a definition that names no official list.
    pub fn want_official(&mut self, line: usize) {
        if self.official.is_none() && !self.list_said {
            let what = "there is no official list of boxes: say `boxes = \"form@edition\"`";
            self.faults.say(line, what.to_owned());
            self.list_said = true;
        }
    }

    /// The fact with the name that a table says, if a screen asks for it.
    pub fn asked_fact(&mut self, table: &Table, key: &str) -> Option<(usize, usize)> {
        let (fact, line) = self.fact(table, key)?;
        if !self.asked.contains_key(&fact) {
            let id = &self.tree.facts.all[fact].id;
            self.faults.say(line, format!("no screen asks for `{id}`"));
        }
        Some((fact, line))
    }

    /// The fact with the name that a table says, and the line.
    pub fn fact(&mut self, table: &Table, key: &str) -> Option<(usize, usize)> {
        let name = table.text(key, &mut self.faults)?;
        self.find(&name).map(|fact| (fact, name.line))
    }

    pub fn find(&mut self, name: &Text) -> Option<usize> {
        let fact = self.tree.facts.find(&name.text);
        if fact.is_none() {
            let near = nearest(&name.text, self.tree.facts.names());
            self.faults.say(
                name.line,
                format!("no fact in {FACTS} is named `{}`{near}", name.text),
            );
        }
        fact
    }

    /// The place of the source that a table names.
    pub fn source(&mut self, what: &str, table: &Table) -> u16 {
        let Some(name) = table.needed(what, "source", &mut self.faults) else {
            return 0;
        };
        if let Some(place) = self.sources.get(&name.text) {
            return *place;
        }
        let Some(cited) = self.tree.sources.get(&name.text) else {
            let near = nearest(&name.text, self.tree.sources.keys().map(String::as_str));
            self.faults
                .say(name.line, format!("{SOURCES} has no `{}`{near}", name.text));
            return 0;
        };
        let place = index(self.definition.sources.len());
        self.definition.sources.push(cited.clone());
        self.sources.insert(name.text, place);
        place
    }

    /// A name of its own among others of its kind. `what`: "screen".
    pub fn id(
        &mut self,
        what: &str,
        table: &Table,
        mut taken: impl FnMut(&Self, &str) -> bool,
    ) -> String {
        let Some(id) = table.needed(what, "id", &mut self.faults) else {
            return String::new();
        };
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !id.text.bytes().all(fits) {
            self.faults.say(
                id.line,
                format!(
                    "`{}` cannot be an id: lower-case letters, digits and `-`",
                    id.text
                ),
            );
        } else if taken(self, &id.text) {
            self.faults.say(
                id.line,
                format!("there are two of {what} with the id `{}`", id.text),
            );
        }
        id.text
    }

    /// A text of the definition's own words that must be there.
    pub fn needed_text(&mut self, key: &str, line: usize) -> TextIndex {
        let file = self.faults.file.clone();
        let said = self.words.needed(key, (&file, line), &mut self.faults);
        self.texts.place(said)
    }

    /// A text of the definition's own words that may be there.
    pub fn text(&mut self, key: &str, line: usize) -> TextIndex {
        let file = self.faults.file.clone();
        let said = self.words.optional(key, (&file, line), &mut self.faults);
        self.texts.place(said)
    }

    /// What the definition says of a fact, or what all say.
    pub fn fact_text(&mut self, fact: usize, what: &str, line: usize) -> TextIndex {
        let path = &self.tree.facts.all[fact].path;
        let own = format!("facts.{path}.{what}");
        if self.words.has(&own) {
            return self.needed_text(&own, line);
        }
        let shared = format!("{path}.{what}");
        let words = &self.tree.words;
        if !words.has(&shared) {
            return 0;
        }
        let said = words.said(&shared, (FACTS, line), &mut self.faults);
        self.texts.place(said)
    }

    fn finish(mut self, file: &str, examples: Vec<crate::Example>) -> Result<Compiled, Vec<Fault>> {
        self.take_facts();
        let (expressions, conditions) = std::mem::take(&mut self.conditions).into_iter().unzip();
        self.definition.expressions = expressions;
        self.lines.conditions = conditions;
        let counts = [
            self.definition.facts.len(),
            self.definition.expressions.len(),
            self.definition.sources.len(),
            self.texts.len(),
        ];
        if counts.iter().any(|count| *count > usize::from(u16::MAX)) {
            self.faults.say(1, "the definition has more than 65,535 facts, conditions, sources or texts: make two of it".to_owned());
        }
        self.definition.texts = self.texts.texts();
        let mut compiled = Compiled {
            file: file.to_owned(),
            definition: self.definition,
            lines: self.lines,
            hand: self.hand,
            examples,
            official: self.official,
        };
        if self.faults.all.is_empty() {
            let places: Vec<usize> = self.asked.keys().copied().collect();
            renumber(&mut compiled.definition, &places);
        }
        self.faults.none_or(compiled)
    }

    /// The facts that the definition asks for, in the order of the tree.
    fn take_facts(&mut self) {
        let facts = &self.tree.facts;
        let asked: Vec<usize> = self.asked.keys().copied().collect();
        for place in asked {
            let fact = &facts.all[place];
            let mut wants = fact.wants.clone();
            if let Wants::Choice(choices) = &mut wants {
                for Choice { id, label } in choices {
                    let key = format!("{}.choices.{id}", fact.path);
                    let said = self
                        .tree
                        .words
                        .said(&key, (FACTS, fact.line), &mut self.faults);
                    *label = self.texts.place(said);
                }
            }
            self.definition.facts.push(Fact {
                id: fact.id.clone(),
                list: fact.list.map(index),
                wants,
                optional: fact.optional,
            });
            self.lines.facts.push(fact.line);
        }
    }
}

/// From places in the tree to places in the definition, whose facts `places` has in order.
fn renumber(definition: &mut Definition, places: &[usize]) {
    let new = |fact: &mut u16| {
        let place = places.binary_search(&usize::from(*fact));
        *fact = index(place.unwrap_or(0));
    };
    for fact in &mut definition.facts {
        fact.list.iter_mut().for_each(new);
        if let Wants::List(Some(history)) = &mut fact.wants {
            new(&mut history.from);
            new(&mut history.to);
        }
    }
    for op in definition.expressions.iter_mut().flatten() {
        match op {
            Op::Fact(fact)
            | Op::Known(fact)
            | Op::Size(fact)
            | Op::Any(fact, _)
            | Op::All(fact, _)
            | Op::Count(fact, _)
            | Op::Sum(fact, _) => new(fact),
            _ => {}
        }
    }
    for screen in &mut definition.screens {
        screen.list.iter_mut().for_each(new);
        screen
            .questions
            .iter_mut()
            .for_each(|question| new(&mut question.fact));
    }
    for check in &mut definition.checks {
        check.fact.iter_mut().for_each(new);
        check.with.iter_mut().for_each(new);
    }
    for rule in &mut definition.boxes {
        if let Writes::Fact(fact, _) = &mut rule.writes {
            new(fact);
        }
    }
}
