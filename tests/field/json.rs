//! Just enough of JSON to read the lists of boxes.

/// A value; numbers stay as they are written.
#[derive(Debug)]
pub enum Json {
    Null,
    Word(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn get(&self, name: &str) -> &Json {
        match self {
            Self::Object(pairs) => pairs
                .iter()
                .find(|(key, _)| key == name)
                .map_or(&Self::Null, |(_, value)| value),
            _ => &Self::Null,
        }
    }

    pub fn list(&self) -> &[Json] {
        match self {
            Self::List(values) => values,
            _ => &[],
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Word(text) => text,
            _ => "",
        }
    }
}

pub fn read(text: &str) -> Json {
    let mut reader = Reader {
        letters: text.chars().collect(),
        at: 0,
    };
    reader.value()
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn next(&mut self) -> char {
        self.at += 1;
        self.letters[self.at - 1]
    }

    /// The next sign that is no space, without taking it.
    fn sign(&mut self) -> char {
        while self.letters[self.at].is_whitespace() || matches!(self.letters[self.at], ',' | ':') {
            self.at += 1;
        }
        self.letters[self.at]
    }

    fn value(&mut self) -> Json {
        match self.sign() {
            '{' => {
                self.at += 1;
                let mut pairs = Vec::new();
                while self.sign() != '}' {
                    let name = self.string();
                    pairs.push((name, self.value()));
                }
                self.at += 1;
                Json::Object(pairs)
            }
            '[' => {
                self.at += 1;
                let mut values = Vec::new();
                while self.sign() != ']' {
                    values.push(self.value());
                }
                self.at += 1;
                Json::List(values)
            }
            '"' => Json::Text(self.string()),
            _ => {
                let mut word = String::new();
                while self.letters.get(self.at).is_some_and(|letter| {
                    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '+')
                }) {
                    word.push(self.next());
                }
                match word.as_str() {
                    "null" => Json::Null,
                    _ => Json::Word(word),
                }
            }
        }
    }

    fn string(&mut self) -> String {
        assert_eq!(self.sign(), '"', "a string at {}", self.at);
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.next() {
                '"' => return text,
                '\\' => match self.next() {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    'u' => {
                        let digits: String = (0..4).map(|_| self.next()).collect();
                        let code = u32::from_str_radix(&digits, 16).expect("four digits");
                        text.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                    }
                    other => text.push(other),
                },
                letter => text.push(letter),
            }
        }
    }
}
