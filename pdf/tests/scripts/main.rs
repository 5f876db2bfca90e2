//! What the rules of scripts say, the scripts do: each is run in a JavaScript engine on generated
//! texts. Node runs them, here only.

#[path = "../official/mod.rs"]
mod official;

use prefile_pdf::script::{Rule, Test, recognise};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write as _,
    process::{Command, Stdio},
};

/// Texts that are tried in every box.
const TEXTS: [&str; 24] = [
    "a",
    "Z",
    "7",
    " ",
    "-",
    "'",
    ".",
    "/",
    "é",
    "#",
    "@",
    "(",
    ",",
    "&",
    "_",
    "\\",
    "Garcia",
    "N/A",
    "10/05/1987",
    "12345",
    "123456789",
    "123456789012",
    "Y",
    "N",
];

/// What a script is tried with.
#[derive(Clone, Debug)]
struct Case {
    /// What is typed now, and what then stands in the box.
    typed: String,
    text: String,
    /// As the form would show it.
    shown: String,
    /// What stands in boxes.
    values: BTreeMap<String, String>,
}

/// The scripts that are here for a clone without the forms.
const OWN: [&str; 5] = [
    "var regex = /[^A-Za-z\\- ]/\nif (regex.test(xfa.event.change)) { xfa.event.change = \"\"; }",
    "if (this.rawValue != null && this.rawValue.length != 9) { this.rawValue = \"\"; }",
    "if (this.rawValue == this.formattedValue) { this.rawValue = \"\"; }",
    "if (this.rawValue == \"Y\") { No.rawValue = \"\"; Line2.access = \"open\"; }\nelse { Line2.access = \"readOnly\"; }",
    "if (xfa.event.newText.length > 5) { xfa.event.change = \"\"; }",
];

/// Every script in JavaScript whose shape is known, once.
fn scripts() -> Vec<(String, Vec<Rule>)> {
    let mut all: BTreeSet<String> = OWN.map(str::to_owned).into();
    for form in official::forms().into_values() {
        let own = form.scripts.into_iter().filter(|script| !script.formcalc);
        all.extend(own.map(|script| script.text));
    }
    let known = all.into_iter().filter_map(|text| {
        let rules = recognise(&text)?;
        Some((text, rules))
    });
    known.collect()
}

/// Boxes that a rule looks at, with the values that it looks for.
fn looked_at<'r>(tests: &'r [Test], found: &mut BTreeMap<&'r str, BTreeSet<&'r str>>) {
    for test in tests {
        match test {
            Test::Is(own, value) | Test::IsNot(own, value) => {
                found.entry(own).or_default().insert(value);
            }
            Test::Any(ways) => ways.iter().for_each(|way| looked_at(way, found)),
        }
    }
}

/// Each text in the box, and the boxes that are looked at with each of their values.
fn cases(rules: &[Rule]) -> Vec<Case> {
    let mut found = BTreeMap::new();
    let mut texts: Vec<String> = TEXTS.map(str::to_owned).into();
    for rule in rules {
        match rule {
            Rule::Sets { when, .. } | Rule::Opens { when, .. } | Rule::Runs { when, .. } => {
                looked_at(when, &mut found);
            }
            Rule::Exactly(length) | Rule::Most(length) => {
                let length = usize::try_from(*length).expect("small");
                texts.extend(
                    [length.saturating_sub(1), length, length + 1].map(|length| "7".repeat(length)),
                );
            }
            Rule::Largest(most) => {
                texts.extend([most - 1, *most, most + 1].map(|number| number.to_string()));
            }
            Rule::Date(words) => texts.extend(words.iter().cloned()),
            _ => {}
        }
    }
    texts.extend(
        found
            .get("this")
            .into_iter()
            .flatten()
            .map(|value| (*value).to_owned()),
    );
    texts.retain(|text| !text.is_empty());
    let mut all = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        for shown in [text.clone(), format!("{text} ")] {
            let mut values = BTreeMap::from([("this".to_owned(), text.clone())]);
            for (own, wanted) in found.iter().filter(|(own, _)| **own != "this") {
                let others = wanted.iter().copied().chain(["other"]);
                let others: Vec<&str> = others.filter(|value| !value.is_empty()).collect();
                values.insert((*own).to_owned(), others[number % others.len()].to_owned());
            }
            all.push(Case {
                typed: text.chars().last().map(String::from).unwrap_or_default(),
                text: text.clone(),
                shown,
                values,
            });
        }
    }
    all
}

fn holds(tests: &[Test], case: &Case) -> bool {
    let value = |own: &str| case.values.get(own).map_or("", String::as_str);
    tests.iter().all(|test| match test {
        Test::Is(own, wanted) => value(own) == wanted,
        Test::IsNot(own, other) => value(own) != other,
        Test::Any(ways) => ways.iter().any(|way| holds(way, case)),
    })
}

/// What the rules say that a script does.
fn foretold(rules: &[Rule], case: &Case) -> BTreeSet<String> {
    let length = case.text.chars().count() as u64;
    let mut done = BTreeSet::new();
    for rule in rules {
        let said = match rule {
            Rule::Takes(letters) => {
                let refused = case.typed.chars().any(|letter| !letters.takes(letter));
                refused.then(|| "refused ".to_owned())
            }
            Rule::Most(most) => (length > *most).then(|| "refused ".to_owned()),
            Rule::Largest(most) => {
                let number = case.text.trim().parse::<f64>();
                let largest = most.to_string().parse::<f64>().expect("a number");
                number
                    .is_ok_and(|number| number > largest)
                    .then(|| "refused ".to_owned())
            }
            Rule::Exactly(exactly) => (length != *exactly).then(|| "this = ".to_owned()),
            Rule::Date(words) => {
                let kept = words.contains(&case.text) || case.shown != case.text;
                (!kept).then(|| "this = ".to_owned())
            }
            Rule::Sets { when, target, to } => {
                holds(when, case).then(|| format!("{target} = {to}"))
            }
            Rule::Opens { when, target, open } => {
                let what = if *open { "opens" } else { "locks" };
                holds(when, case).then(|| format!("{target} {what}"))
            }
            Rule::Runs { when, target } => holds(when, case).then(|| format!("{target} runs")),
            Rule::Writes | Rule::Reminds => None,
        };
        done.extend(said);
    }
    done
}

fn hex(text: &str) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    let byte = |byte: u8| [digit(byte >> 4), digit(byte & 15)];
    text.bytes().flat_map(byte).collect()
}

fn unhex(digits: &str) -> String {
    let pairs = digits.as_bytes().chunks(2);
    let byte =
        |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).expect("ASCII"), 16).expect("digits");
    String::from_utf8(pairs.map(byte).collect()).expect("UTF-8")
}

/// What the engine says of each script with each of its cases.
fn run(input: String) -> String {
    let engine = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scripts/engine.mjs");
    let node = Command::new("node")
        .arg(engine)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut node = node.expect("Node is there");
    let mut stdin = node.stdin.take().expect("piped");
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = node.wait_with_output().expect("it ends");
    writer.join().expect("no panic").expect("written");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn scripts_do_what_their_rules_say() {
    // A script that writes by itself has a page's number, which is no rule of a box.
    let mut known = scripts();
    known.retain(|(_, rules)| !rules.contains(&Rule::Writes));
    let mut input = String::new();
    let mut tried = Vec::new();
    for (text, rules) in &known {
        let cases = cases(rules);
        input.push_str(&hex(text));
        for case in &cases {
            let mut parts = vec![hex(&case.typed), hex(&case.text), hex(&case.shown)];
            parts.extend(
                case.values
                    .iter()
                    .map(|(own, value)| format!("{}={}", hex(own), hex(value))),
            );
            input.push(' ');
            input.push_str(&parts.join("|"));
        }
        input.push('\n');
        tried.push(cases);
    }
    let said = run(input);
    let (mut unread, mut never, mut count, mut acted, mut threw, mut wrong) =
        (0, 0, 0, 0, 0, Vec::new());
    for (((text, rules), cases), line) in known.iter().zip(&tried).zip(said.lines()) {
        if line == "?" {
            unread += 1;
            continue;
        }
        never += usize::from(line.split(' ').all(|done| done == "!"));
        for (case, done) in cases.iter().zip(line.split(' ')) {
            count += 1;
            if done == "!" {
                threw += 1;
                continue;
            }
            let done: BTreeSet<String> = match done {
                "-" => BTreeSet::new(),
                done => unhex(done).lines().map(str::to_owned).collect(),
            };
            acted += usize::from(!done.is_empty());
            let foretold = foretold(rules, case);
            if done != foretold {
                wrong.push(format!(
                    "{text}\n{case:?}\ndone {done:?}, foretold {foretold:?} by {rules:?}"
                ));
                break;
            }
        }
    }
    println!(
        "{} scripts, {unread} of which no engine reads and {never} end none of their cases, {count} cases, in {acted} something is done, {threw} threw, {} wrong",
        known.len(),
        wrong.len()
    );
    for wrong in wrong.iter().take(8) {
        println!("{wrong}\n");
    }
    assert!((unread + never) * 50 <= known.len(), "{unread} and {never}");
    assert!(acted * 4 > count, "{acted} of {count}");
    assert!(wrong.is_empty(), "{}", wrong.len());
}
