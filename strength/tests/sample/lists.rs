//! The words that passwords are made of: zxcvbn's lists, from its source in cargo's registry, and
//! the Spanish ones.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Lists by name, most frequent word first.
pub struct Lists(HashMap<String, Vec<String>>);

impl Lists {
    pub fn read() -> Self {
        let mut lists = HashMap::new();
        let english = fs::read_to_string(frequency_lists()).unwrap();
        for part in english.split("\nconst ").skip(1) {
            let (name, rest) = part.split_once(':').unwrap();
            let words = rest.split('"').nth(1).unwrap();
            lists.insert(name.into(), words.split(',').map(str::to_owned).collect());
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/words/spanish.txt");
        let spanish = fs::read_to_string(path).unwrap();
        for part in spanish.split("\n[").skip(1) {
            let (name, words) = part.split_once("]\n").unwrap();
            let words = words.lines().filter(|word| *word != "-");
            lists.insert(name.into(), words.map(str::to_owned).collect());
        }
        Lists(lists)
    }

    pub fn get(&self, name: &str) -> &[String] {
        &self.0[name]
    }
}

fn frequency_lists() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo"),
        PathBuf::from,
    );
    fs::read_dir(home.join("registry/src"))
        .unwrap()
        .flatten()
        .map(|registry| registry.path().join("zxcvbn-3.1.1/src/frequency_lists.rs"))
        .find(|path| path.exists())
        .expect("the source of zxcvbn is in the registry, because these tests depend on it")
}

/// Written down without a generator.
pub const BY_HAND: &[&str] = &[
    "123456",
    "password",
    "Password1",
    "P@ssw0rd",
    "P@ssw0rd123!",
    "letmein",
    "iloveyou",
    "trustno1",
    "correct horse battery staple",
    "correcthorsebatterystaple",
    "Tr0ub4dour&3",
    "qwER43@!",
    "neverforget13/3/1997",
    "Summer2024!",
    "Welcome1!",
    "Winter2025",
    "Admin123!",
    "monkey123",
    "Football#1",
    "GoCowboys88",
    "MyDogSpot1",
    "ilovemymom",
    "jesus4life",
    "GodIsGood!",
    "blessed2020",
    "MaryJane420",
    "Michael1985",
    "Jennifer!07",
    "ashley&tyler",
    "SmithFamily5",
    "johnsmith1970",
    "JoseGarcia77",
    "newyork2001",
    "LosAngeles90210",
    "TexasStrong!1",
    "Chicago312",
    "miami305",
    "USAUSAUSA",
    "America1776",
    "GreenCard2024",
    "Immigration1!",
    "Citizen2025!",
    "USCIS2024!",
    "Uscis123!",
    "myuscis1",
    "Freedom4All",
    "libertyandjustice",
    "StatueOfLiberty",
    "Visa2023!",
    "H1Bvisa",
    "passport1",
    "Passport#2022",
    "abc123",
    "abcd1234",
    "aaaaaa",
    "11111111",
    "12341234",
    "asdf1234",
    "asdfasdf",
    "qwerty123",
    "Qwerty!1",
    "1qaz@WSX",
    "zaq1@WSX",
    "q1w2e3r4t5",
    "zxcvbnm,./",
    "!@#$%^&*()",
    "0987654321",
    "147258369",
    "5555555555",
    "2025551234",
    "(202)555-0143",
    "90210",
    "01011990",
    "12/25/1999",
    "1999-12-25",
    "July4th1976",
    "4july1776",
    "May121988",
    "born19830412",
    "kx9#mQ2v",
    "8fJ2-kd9s-Qx1z",
    "vT7!pLz4",
    "xK3mPq9R",
    "hunter2",
    "dragon99",
    "S3cur1ty",
    "secretpassword",
    "mysecretpassword",
    "thequickbrownfox",
    "tobeornottobe",
    "maytheforce",
    "winteriscoming",
    "IAmGroot",
    "Hogwarts934",
    "pikachu25",
    "minecraft!",
    "fortnite2018",
    "spiderman3",
    "Batman&Robin",
    "eminem8mile",
    "paper lantern violet canoe",
    "purple-monkey-dishwasher",
    "coffee.table.rocket",
    "Blue7Giraffe$Lamp",
    "my cat eats tuna daily",
    "r3dr0s3s",
    "l0v3y0u",
    "b3@ch",
    "m0nk3y",
    "5h4d0w",
    "dr4g0n!",
    "p4$$w0rd",
    "adm1n",
    "sunsh1ne",
    "pr1nc3ss",
    "drowssap",
    "nimda",
    "terces",
    "ytrewq",
    "54321abc",
    "haha123",
    "lolol",
    "xoxoxo",
    "blahblah",
    "testtest",
    "test1234",
    "changeme",
    "temp1234!",
    "Default#123",
    "guest",
];
