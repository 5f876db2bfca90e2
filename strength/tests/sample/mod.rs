//! Passwords as people make them, from a fixed seed.

mod lists;

use lists::Lists;

/// Makes passwords. The same seed gives the same ones.
pub struct Sample {
    state: u64,
    lists: Lists,
    /// Rare words too.
    rare: bool,
}

impl Sample {
    pub fn new(seed: u64) -> Self {
        Sample {
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            lists: Lists::read(),
            rare: false,
        }
    }

    /// Xorshift; quality does not matter here.
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from((self.state >> 16) % u64::try_from(limit).unwrap()).unwrap()
    }

    fn one_of<'item>(&mut self, items: &[&'item str]) -> &'item str {
        items[self.below(items.len())]
    }

    /// A word of a list, frequent ones more often: the logarithm of the rank is evenly spread. Of
    /// words and names the ten thousand that people use, of leaked passwords all.
    fn word(&mut self, list: &str) -> String {
        let most = if list == "PASSWORDS" || self.rare {
            usize::MAX
        } else {
            10_000
        };
        let count = self.lists.get(list).len().min(most);
        let most = f64::from(u32::try_from(count).unwrap()).ln();
        let part = f64::from(u32::try_from(self.below(1 << 20)).unwrap()) / f64::from(1 << 20);
        let rank = (0..count)
            .find(|&rank| f64::from(u32::try_from(rank + 1).unwrap()).ln() >= part * most)
            .unwrap_or(0);
        self.lists.get(list)[rank].clone()
    }

    fn english_word(&mut self) -> String {
        loop {
            let list = self.one_of(&["ENGLISH_WIKI", "US_TV_AND_FILM"]);
            let word = self.word(list);
            if word.len() > 2 {
                return word;
            }
        }
    }

    fn name(&mut self) -> String {
        let list = self.one_of(&["FEMALE_NAMES", "MALE_NAMES", "SURNAMES"]);
        self.word(list)
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap()))
            .collect()
    }

    fn year(&mut self) -> String {
        (1945 + self.below(81)).to_string()
    }

    fn date(&mut self) -> String {
        let (day, month, year) = (1 + self.below(28), 1 + self.below(12), self.year());
        match self.below(7) {
            0 => format!("{day:02}{month:02}{year}"),
            1 => format!("{month:02}{day:02}{}", &year[2..]),
            2 => format!("{month}/{day}/{year}"),
            3 => format!("{year}-{month:02}-{day:02}"),
            4 => format!("{day}.{month}.{}", &year[2..]),
            5 => format!("{month:02}{day:02}{year}"),
            _ => format!("{month}{day}{}", &year[2..]),
        }
    }

    fn suffix(&mut self) -> String {
        match self.below(9) {
            0 => "1".into(),
            1 => "123".into(),
            2 => "!".into(),
            3 => self.year(),
            4 => self.digits(2),
            5 => format!("{}!", self.digits(2)),
            6 => self.digits(4),
            7 => format!("@{}", self.digits(3)),
            _ => self
                .one_of(&[
                    "!!", "#1", "$", "*", "?", "12", "007", "69", "1234", ".", "_1", "@1",
                ])
                .into(),
        }
    }

    fn cased(&mut self, word: &str) -> String {
        match self.below(20) {
            0..=6 => capitalized(word),
            7 => word.to_uppercase(),
            8 => {
                let at = self.below(word.chars().count().max(1));
                word.chars()
                    .enumerate()
                    .map(|(place, letter)| {
                        if place == at {
                            letter.to_ascii_uppercase()
                        } else {
                            letter
                        }
                    })
                    .collect()
            }
            _ => word.into(),
        }
    }

    /// With signs for letters, for one letter always the same sign.
    fn disguised(&mut self, word: &str) -> String {
        let signs = [
            ('a', self.one_of(&["4", "@", "@"])),
            ('e', "3"),
            ('i', self.one_of(&["1", "!", "1"])),
            ('o', "0"),
            ('s', self.one_of(&["$", "5"])),
            ('t', self.one_of(&["7", "+"])),
            ('l', "1"),
        ];
        let all = self.below(2) == 0;
        word.chars()
            .map(|letter| {
                let sign = signs.iter().find(|(other, _)| *other == letter);
                match sign.and_then(|(_, sign)| sign.chars().next()) {
                    Some(sign) if all || self.below(2) == 0 => sign,
                    _ => letter,
                }
            })
            .collect()
    }

    fn walk(&mut self) -> String {
        let walks = [
            "qwerty",
            "asdf",
            "asdfgh",
            "zxcvbn",
            "qazwsx",
            "1qaz2wsx",
            "qwer1234",
            "poiuy",
            "lkjhgf",
            "zaq12wsx",
            "!QAZ2wsx",
            "1q2w3e4r",
            "qwertyuiop",
            "zxcvbnm",
            "741852963",
            "147258",
            "q1w2e3",
            "159753",
            "mnbvcxz",
            "asdfjkl;",
        ];
        self.one_of(&walks).into()
    }

    fn random(&mut self, alphabet: &str) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        let length = 5 + self.below(9);
        (0..length)
            .map(|_| letters[self.below(letters.len())])
            .collect()
    }

    fn many(&mut self, count: usize, mut make: impl FnMut(&mut Self) -> String) -> Vec<String> {
        (0..count).map(|_| make(self)).collect()
    }

    /// Two thousand, in groups.
    pub fn english(mut self) -> Vec<(&'static str, Vec<String>)> {
        let sample = &mut self;
        vec![
            ("made by hand", lists::BY_HAND.iter().map(|word| (*word).into()).collect()),
            ("leaked", sample.many(200, |s| s.word("PASSWORDS"))),
            ("leaked, edited", sample.many(300, |s| {
                let word = s.word("PASSWORDS");
                s.cased(&word) + &s.suffix()
            })),
            ("word and suffix", sample.many(250, |s| {
                let word = s.english_word();
                s.cased(&word) + &s.suffix()
            })),
            ("look-alikes", sample.many(200, |s| {
                let list = s.one_of(&["PASSWORDS", "ENGLISH_WIKI", "SURNAMES"]);
                let word = s.word(list);
                let word = s.disguised(&word);
                let word = s.cased(&word);
                if s.below(2) == 0 { word } else { word + &s.suffix() }
            })),
            ("two words", sample.many(200, |s| {
                let joint = s.one_of(&["", "", "-", "_", ".", " ", "4", "and"]);
                let (one, other) = (s.english_word(), s.english_word());
                s.cased(&one) + joint + &s.cased(&other)
            })),
            ("passphrases", sample.many(200, |s| {
                let joint = s.one_of(&["", " ", "-", ".", "_"]);
                let count = 3 + s.below(3);
                s.many(count, Self::english_word).join(joint)
            })),
            ("names and dates", sample.many(250, |s| {
                let name = s.name();
                let name = s.cased(&name);
                match s.below(5) {
                    0 => name + &s.date(),
                    1 => name + &s.year(),
                    2 => name + &s.name(),
                    3 => s.date() + &name,
                    _ => name + &s.suffix(),
                }
            })),
            ("walks", sample.many(100, |s| {
                let walk = s.walk();
                match s.below(3) {
                    0 => walk,
                    1 => walk + &s.suffix(),
                    _ => walk + &s.name(),
                }
            })),
            ("dates and numbers", sample.many(100, |s| match s.below(3) {
                0 => s.date(),
                1 => {
                    let count = 5 + s.below(7);
                    s.digits(count)
                }
                _ => s.date() + &s.suffix(),
            })),
            ("repeats and sequences", sample.many(100, |s| {
                let part = match s.below(4) {
                    0 => s.english_word(),
                    1 => s.digits(2),
                    2 => "abc".into(),
                    _ => s.one_of(&["a", "z", "7", "!", "ha", "xo", "123", "321", "987", "cba"]).into(),
                };
                let times = 2 + s.below(4);
                part.repeat(times) + &s.suffix()
            })),
            ("reversed", sample.many(50, |s| {
                let word: String = s.english_word().chars().rev().collect();
                word + &s.suffix()
            })),
            ("random", sample.many(100, |s| {
                let alphabet = s.one_of(&[
                    "abcdefghijklmnopqrstuvwxyz",
                    "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789",
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%^&*()-_=+[]{};:,.<>?/",
                ]);
                s.random(alphabet)
            })),
        ]
    }

    /// Five hundred with words from the whole of zxcvbn's lists, which ours do not have to the end.
    pub fn rare(mut self) -> Vec<String> {
        self.rare = true;
        self.many(500, |s| {
            let word = s.english_word();
            match s.below(3) {
                0 => s.cased(&word) + &s.suffix(),
                1 => s.cased(&word) + &s.english_word(),
                _ => s.name() + &s.suffix(),
            }
        })
    }

    /// Three hundred.
    pub fn spanish(mut self) -> Vec<String> {
        self.many(300, |s| {
            let list = s.one_of(&["given names", "family names", "wikipedia", "subtitles"]);
            let word = s.word(list);
            match s.below(8) {
                0 => word,
                1 => s.cased(&word),
                2 => s.cased(&word) + &s.suffix(),
                3 => word + &s.word("subtitles"),
                4 => s.word("given names") + &s.word("family names"),
                5 => s.disguised(&word) + &s.suffix(),
                6 => capitalized(&word) + &s.date(),
                _ => format!("{} {} {}", s.word("subtitles"), word, s.word("subtitles")),
            }
        })
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}
