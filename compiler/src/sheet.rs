//! A TOML file with the line of every key and value.

use std::{fs, path::Path};

use toml::de::{DeTable, DeValue};

use crate::{fault::Faults, near::nearest};

/// A value, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub line: usize,
    pub value: Value,
}

/// What TOML holds, as far as definitions use it.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Number(i64),
    Bool(bool),
    List(Vec<Item>),
    Table(Table),
    Other,
}

/// Keys and what they hold, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub line: usize,
    pub rows: Vec<Row>,
}

/// One key of a table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub key: String,
    pub line: usize,
    pub item: Item,
}

/// A text, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub line: usize,
    pub text: String,
}

/// The table of a file of the tree; what cannot be read is an empty one and a fault.
pub(crate) fn open(root: &Path, faults: &mut Faults) -> Table {
    match fs::read_to_string(root.join(&faults.file)) {
        Ok(text) => parse(&text, faults),
        Err(why) => {
            faults.say(1, format!("the file cannot be read: {why}"));
            Table::default()
        }
    }
}

/// The table of a file by its text.
pub(crate) fn parse(text: &str, faults: &mut Faults) -> Table {
    let lines = LineStarts::of(text);
    let (table, wrong) = DeTable::parse_recoverable(text);
    for wrong in &wrong {
        let line = wrong.span().map_or(1, |span| lines.line(span.start));
        faults.say(line, format!("this is not TOML: {}", wrong.message()));
    }
    if wrong.is_empty() {
        lines.table(table.get_ref(), 1)
    } else {
        Table::default()
    }
}

/// Where each line begins.
struct LineStarts<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineStarts<'t> {
    fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        Self { text, starts }
    }

    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    fn table(&self, table: &DeTable<'_>, line: usize) -> Table {
        let mut rows: Vec<(usize, Row)> = table
            .iter()
            .map(|(key, value)| {
                let row = Row {
                    key: key.get_ref().to_string(),
                    line: self.line(key.span().start),
                    item: self.item(value.get_ref(), value.span().start),
                };
                (key.span().start, row)
            })
            .collect();
        rows.sort_by_key(|(at, _)| *at);
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        Table { line, rows }
    }

    fn item(&self, value: &DeValue<'_>, at: usize) -> Item {
        let mut line = self.line(at);
        let value = match value {
            DeValue::String(text) => {
                // Three quotes at the end of a line: the text begins on the next.
                let open = self.text.get(at + 3..).unwrap_or_default();
                let long = ["\"\"\"", "'''"].iter().any(|quotes| {
                    let quoted = self.text.get(at..).unwrap_or_default();
                    quoted.starts_with(quotes)
                });
                line += usize::from(long && (open.starts_with('\n') || open.starts_with("\r\n")));
                Value::Text(text.to_string())
            }
            DeValue::Integer(number) => {
                let digits = number.as_str();
                i64::from_str_radix(digits, number.radix()).map_or(Value::Other, Value::Number)
            }
            DeValue::Boolean(bool) => Value::Bool(*bool),
            DeValue::Array(items) => {
                let items = items.iter();
                let items = items.map(|item| self.item(item.get_ref(), item.span().start));
                Value::List(items.collect())
            }
            DeValue::Table(table) => Value::Table(self.table(table, line)),
            _ => Value::Other,
        };
        Item { line, value }
    }
}

impl Table {
    /// What stands under a key.
    pub fn get(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// Faults for keys that nothing reads. `what` names the table: "a screen".
    pub fn only(&self, what: &str, keys: &[&str], faults: &mut Faults) {
        for row in self
            .rows
            .iter()
            .filter(|row| !keys.contains(&row.key.as_str()))
        {
            let near = nearest(&row.key, keys.iter().copied());
            faults.say(row.line, format!("{what} has no `{}`{near}", row.key));
        }
    }

    /// A text; none is no fault.
    pub fn text(&self, key: &str, faults: &mut Faults) -> Option<Text> {
        let row = self.get(key)?;
        row.item.text(&format!("`{key}`"), faults)
    }

    /// A text as it stands, with the spaces around it; none is no fault.
    pub fn exact(&self, key: &str, faults: &mut Faults) -> Option<Text> {
        let row = self.get(key)?;
        row.item.exact(&format!("`{key}`"), faults)
    }

    /// A text that must be there. `what` names the table: "a screen".
    pub fn needed(&self, what: &str, key: &str, faults: &mut Faults) -> Option<Text> {
        if self.get(key).is_none() {
            faults.say(self.line, format!("{what} wants `{key} = \"...\"`"));
        }
        self.text(key, faults)
    }

    /// A truth; false where nothing is said.
    pub fn flag(&self, key: &str, faults: &mut Faults) -> bool {
        match self.get(key).map(|row| (&row.item.value, row.line)) {
            None => false,
            Some((Value::Bool(bool), _)) => *bool,
            Some((_, line)) => {
                faults.say(line, format!("`{key}` wants true or false"));
                false
            }
        }
    }

    /// A number from 0 to `most`.
    pub fn number(&self, key: &str, most: u16, faults: &mut Faults) -> Option<u16> {
        let row = self.get(key)?;
        let number = match row.item.value {
            Value::Number(number) => u16::try_from(number).ok().filter(|number| *number <= most),
            _ => None,
        };
        if number.is_none() {
            faults.say(row.line, format!("`{key}` wants a number from 0 to {most}"));
        }
        number
    }

    /// Texts in a row; `None` where nothing is said.
    pub fn texts(&self, key: &str, faults: &mut Faults) -> Option<Vec<Text>> {
        let row = self.get(key)?;
        let Value::List(items) = &row.item.value else {
            faults.say(row.line, format!("`{key}` wants texts in [ ]"));
            return None;
        };
        let what = format!("each of `{key}`");
        Some(
            items
                .iter()
                .filter_map(|item| item.text(&what, faults))
                .collect(),
        )
    }

    /// The tables of `[[key]]`, or of `key = [{ ... }]`.
    pub fn tables<'t>(&'t self, key: &str, faults: &mut Faults) -> Vec<&'t Table> {
        let Some(row) = self.get(key) else {
            return Vec::new();
        };
        let Value::List(items) = &row.item.value else {
            faults.say(
                row.line,
                format!("`{key}` wants tables: `[[{key}]]` or [{{ ... }}]"),
            );
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Table(table) => tables.push(table),
                _ => faults.say(item.line, format!("each of `{key}` wants {{ ... }}")),
            }
        }
        tables
    }
}

impl Item {
    /// A text as it stands, with the spaces around it.
    pub fn exact(&self, what: &str, faults: &mut Faults) -> Option<Text> {
        match &self.value {
            Value::Text(text) if !text.trim().is_empty() => Some(Text {
                line: self.line,
                text: text.clone(),
            }),
            _ => self.text(what, faults),
        }
    }

    /// A text that is not empty and has no spaces around it.
    pub fn text(&self, what: &str, faults: &mut Faults) -> Option<Text> {
        match &self.value {
            Value::Text(text) if !text.is_empty() && text.trim() == text => Some(Text {
                line: self.line,
                text: text.clone(),
            }),
            _ => {
                faults.say(
                    self.line,
                    format!("{what} wants a text without spaces around it"),
                );
                None
            }
        }
    }
}
