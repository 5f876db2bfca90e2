//! English that a tired person reads in a second language: Flesch-Kincaid grade 6 or below over
//! all that is said of a text or a file, official terms left out of the count.

use prefile::{
    Code, Context, Finding, Kind, check,
    message::{Catalogue, explain, message},
};
use prefile_pdf::fault::{Fault, Param, Words, catalogue_source};

/// Names that must be said as they are printed; they count as no word.
const OFFICIAL: [&str; 30] = [
    "USCIS Online Account Number",
    "Online Account Number",
    "USCIS online account",
    "Account Access Notice",
    "Social Security Number",
    "Social Security Administration",
    "Social Security card",
    "Social Security",
    "receipt number",
    "A-Number",
    "USCIS#",
    "USCIS",
    "National Visa Center",
    "NVC case number",
    "DV case number",
    "DS-160 confirmation number",
    "SEVIS ID",
    "I-94 number",
    "certificate number",
    "machine-readable zone",
    "eligibility category",
    "class of admission",
    "certificate of naturalization",
    "Online Access Code",
    "representative passcode",
    "verification code",
    "E-Verify",
    "fiscal year",
    "immigrant data summary",
    "passport number",
];

/// Syllables as English spells them: groups of vowels, a silent e at the end taken away.
fn syllables(word: &str) -> usize {
    let word: String = word
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect::<String>()
        .to_ascii_lowercase();
    if word.is_empty() {
        return 1;
    }
    let vowel = |letter: char| "aeiouy".contains(letter);
    let mut groups = 0;
    let mut before = false;
    for letter in word.chars() {
        groups += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("es") && !word.ends_with("ses")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    groups
        .saturating_sub(usize::from(silent && groups > 1))
        .max(1)
}

struct Count {
    words: usize,
    sentences: usize,
    syllables: usize,
}

fn count(text: &str) -> Count {
    let mut plain = text.to_owned();
    for term in OFFICIAL {
        plain = plain.replace(term, "");
    }
    let words: Vec<&str> = plain
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let ends = plain.matches(['.', '?', ';', ':']).count().max(1);
    Count {
        words: words.len(),
        sentences: ends,
        syllables: words.iter().map(|word| syllables(word)).sum(),
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of words are small")]
fn grade(count: &Count) -> f64 {
    let words = count.words.max(1) as f64;
    0.39 * words / count.sentences as f64 + 11.8 * count.syllables as f64 / words - 15.59
}

fn texts() -> Vec<(String, String)> {
    let english = Catalogue::english();
    let mut texts = Vec::new();
    for code in Code::all() {
        let family = code.id().split('/').next().unwrap_or_default();
        let kind = Kind::from_id(family).unwrap_or(Kind::ANumber);
        let found = check(kind, code.example(), Context::default()).findings;
        let finding = found.into_iter().find(|finding| finding.code == code);
        let finding = finding.unwrap_or_else(|| Finding::new(code));
        let explained = explain(code, &english);
        texts.push((code.id().to_owned(), message(&finding, kind, &english)));
        texts.push((format!("{} what", code.id()), explained.what));
        texts.push((format!("{} why", code.id()), explained.why));
    }
    texts.extend(of_pdf("en"));
    texts
}

/// The same of the module for PDF forms.
fn of_pdf(language: &str) -> Vec<(String, String)> {
    let words = catalogue_source(language).map(Words::new);
    let words = words.expect("a language").expect("of this version");
    let of_code = |code: prefile_pdf::Code| {
        let count = code.params().len();
        let fault = Fault {
            params: vec![Param::Number(7); count],
            ..Fault::new(code)
        };
        [
            (code.id().to_owned(), words.message(&fault)),
            (format!("{} what", code.id()), words.what(code).to_owned()),
            (format!("{} why", code.id()), words.why(code).to_owned()),
        ]
    };
    prefile_pdf::Code::all().flat_map(of_code).collect()
}

/// The texts of the definitions by file, each with the last part of its name.
fn definitions() -> Vec<(String, Vec<(String, String)>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../locales/en/forms");
    let files = std::fs::read_dir(folder).expect("the words of the definitions are there");
    let mut found: Vec<_> = files
        .map(|file| {
            let path = file.expect("the folder can be read").path();
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            let table: toml::Table = text.parse().expect("the file is TOML");
            let mut texts = Vec::new();
            flatten("", &table, &mut texts);
            (path.display().to_string(), texts)
        })
        .collect();
    found.sort();
    assert!(!found.is_empty(), "{folder} has no words");
    found
}

fn flatten(name: &str, table: &toml::Table, to: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let name = format!("{name}/{key}");
        match value {
            toml::Value::Table(inner) => flatten(&name, inner, to),
            toml::Value::String(text) => to.push((name, text.clone())),
            other => panic!("{name}: a text is expected, not {other:?}"),
        }
    }
}

#[track_caller]
fn assert_plain(of: &str, texts: Vec<(String, String)>) {
    let mut whole = Count {
        words: 0,
        sentences: 0,
        syllables: 0,
    };
    let mut hardest = Vec::new();
    for (name, text) in texts {
        let one = count(&text);
        hardest.push((grade(&one), name, text));
        whole.words += one.words;
        whole.sentences += one.sentences;
        whole.syllables += one.syllables;
    }
    hardest.sort_by(|one, other| other.0.total_cmp(&one.0));
    let hardest: Vec<String> = hardest
        .iter()
        .take(15)
        .map(|(grade, name, text)| format!("{grade:.1} {name}: {text}"))
        .collect();
    let grade = grade(&whole);
    println!(
        "{of}: grade {grade:.2} over {} words\n{}",
        whole.words,
        hardest.join("\n")
    );
    assert!(
        grade <= 6.0,
        "{of}: grade {grade:.2}; the hardest:\n{}",
        hardest.join("\n")
    );
}

#[test]
fn the_catalogue_is_plain() {
    assert_plain("the catalogue", texts());
}

#[test]
fn definitions_are_plain() {
    for (file, texts) in definitions() {
        assert_plain(&file, texts);
    }
}

#[track_caller]
fn assert_kind(name: &str, text: &str) {
    let lower = text.to_lowercase();
    for word in ["please", "invalid", "required", "illegal", "!"] {
        assert!(!lower.contains(word), "{name}: {text}");
    }
    assert!(
        !text.contains(['{', '}']),
        "{name}: a parameter was left: {text}"
    );
}

#[test]
fn no_word_blames_or_begs() {
    let ends = |name: &str, text: &str| {
        assert!(
            text.ends_with(['.', '?', ')', '”']),
            "{name}: a sentence ends: {text}"
        );
    };
    for (name, text) in texts() {
        assert_kind(&name, &text);
        ends(&name, &text);
    }
    for (name, text) in definitions().into_iter().flat_map(|(_, texts)| texts) {
        assert_kind(&name, &text);
        if !(name.ends_with("label") || name.ends_with("title") || name.contains("/choices/")) {
            ends(&name, &text);
        }
    }
}

#[test]
fn spanish_leaves_no_parameter_and_differs_from_english() {
    let (english, spanish) = (Catalogue::english(), Catalogue::spanish());
    for code in Code::all() {
        let kind =
            Kind::from_id(code.id().split('/').next().unwrap_or_default()).unwrap_or(Kind::ANumber);
        let finding = Finding::new(code).looks_like(Kind::ReceiptNumber);
        let (ours, theirs) = (
            message(&finding, kind, &english),
            message(&finding, kind, &spanish),
        );
        assert!(!theirs.contains(['{', '}']), "{}: {theirs}", code.id());
        assert_ne!(ours, theirs, "{}: not translated", code.id());
    }
    for ((name, ours), (_, theirs)) in of_pdf("en").into_iter().zip(of_pdf("es")) {
        assert_kind(&name, &theirs);
        assert_ne!(ours, theirs, "{name}: not translated");
    }
}

#[test]
fn the_extension_is_plain() {
    let [english, spanish] = ["en", "es"].map(|language| {
        let path = format!(
            "{}/../locales/{language}/extension.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let table: toml::Table = text.parse().expect("the file is TOML");
        let mut texts = Vec::new();
        flatten("", &table, &mut texts);
        texts.sort();
        texts
    });
    let parameters = |text: &str| {
        let mut found: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name.to_owned())
            .collect();
        found.sort();
        found
    };
    for ((name, one), (other_name, other)) in english.iter().zip(&spanish) {
        assert_eq!(name, other_name, "both languages have the same texts");
        assert_eq!(parameters(one), parameters(other), "{name}");
    }
    assert_eq!(english.len(), spanish.len());
    for (name, text) in &english {
        assert_kind(name, &text.replace(['{', '}'], ""));
    }
    assert_plain("the extension", english);
}
