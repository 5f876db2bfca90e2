//! A small made-up tree, which each test changes in one place.

#![allow(dead_code)]

use std::{
    fs,
    path::PathBuf,
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use prefile_compiler::{Compiled, Fault, Tree, compile_all};

const FILES: [(&str, &str); 7] = [
    ("data/sources.toml", SOURCES),
    ("data/boxes/form-1@2026-01-01.tsv", BOXES),
    ("forms/facts.toml", FACTS),
    ("forms/form-1.toml", FORM),
    ("locales/en/forms/facts.toml", FACT_WORDS),
    ("locales/en/forms/form-1.toml", FORM_WORDS),
    ("locales/es/forms/facts.toml", FACT_WORDS),
];

const SOURCES: &str = r#"# Made up.
[rule]
title = "A rule"
url = "https://example.com/rule"
read = "2026-01-01"
"#;

const BOXES: &str = "# Made up.
box\tkind\twhose\tpurpose\tmax\tshape
f[0].Family[0]\tfamily-name\tapplicant\t-\t30\ttext
f[0].Born[0]\tdate-of-birth\tapplicant\tbirth\t-\ttext
f[0].Street1[0]\tstreet\tapplicant\thome\t25\ttext
f[0].Note[0]\t-\t-\t-\t-\ttext
f[0].Online[0]\t-\t-\t-\t-\t\"Y\"
";

pub const FACTS: &str = r#"# Made up.
[person.family_name]
wants = "family-name"

[person.born]
wants = "date-of-birth"

[person.a_number]
wants = "a-number"
optional = true

[person.married]
wants = "yes-no"
optional = true

[person.state]
wants = "state"

[person.left]
wants = "date"
optional = true

[filed.how]
wants = "choice"
choices = ["online", "on_paper", "not_yet"]

[filed.first]
wants = "choice"
choices = ["online", "on_paper", "not_yet"]

[filed.where]
wants = "choice"
choices = ["here", "there"]

[filed.count]
wants = "number"

[filed.fee]
wants = "amount"
optional = true

[homes]
wants = "list"
history = { from = "from", to = "to", years = 5, whole = true }

[homes.each.street]
wants = "street"

[homes.each.unit]
wants = "unit"
optional = true

[homes.each.own]
wants = "yes-no"

[homes.each.from]
wants = "month"

[homes.each.to]
wants = "month"

[trips]
wants = "list"

[trips.each.days]
wants = "number"
"#;

pub const FORM: &str = r#"# Made up.
id = "form-1"
form = "Form 1"
edition = "2026-01-01"
boxes = "form-1@2026-01-01"

[terms]
a_child = "years(person.born, today) < 14"

[[screen]]
id = "filed"
ask = [
  { fact = "filed.how" },
  { fact = "filed.first" },
  { fact = "filed.where" },
  { fact = "filed.count", part = "1", item = "2.a", page = 3, instructions = 7 },
  { fact = "filed.fee" },
]

[[screen]]
id = "person"
when = "filed.how != 'not_yet'"
ask = [
  { fact = "person.family_name" },
  { fact = "person.born" },
  { fact = "person.a_number", when = "a_child" },
  { fact = "person.married" },
  { fact = "person.state" },
  { fact = "person.left" },
]

[[screen]]
id = "homes"
list = "homes"
ask = [
  { fact = "homes.street" },
  { fact = "homes.own" },
  { fact = "homes.unit", when = "!homes.own" },
  { fact = "homes.from" },
  { fact = "homes.to" },
]

[[screen]]
id = "trips"
list = "trips"
ask = [{ fact = "trips.days" }]

[[check]]
id = "odd"
severity = "warning"
when = "filed.count > 9"
fact = "filed.count"
source = "rule"

[[advice]]
id = "wait"
when = "a_child"
source = "rule"

[[box]]
name = "f[0].Family[0]"
fact = "person.family_name"
takes = "A -"

[[box]]
name = "f[0].Born[0]"
fact = "person.born"

[[box]]
name = "f[0].Street1[0]"
fact = "homes.street"
entry = 0
empty = "N/A"

[[box]]
name = "f[0].Online[0]"
text = "Y"
when = "filed.how == 'online'"

[[hand]]
name = "f[0].Note[0]"
why = "It is signed there."

[[example]]
answers = { "filed.how" = "online", "person.married" = true, homes = [{ street = "1 Main St" }] }
none = ["person.a_number", "homes[0].unit"]
asked = ["filed.how"]
findings = ["form-1/odd", "a-number/too-short"]
advice = ["wait"]
boxes = { "f[0].Online[0]" = "Y" }
"#;

const FACT_WORDS: &str = r#"
filed.how = { label = "l", why = "w", choices = { online = "o", on_paper = "p", not_yet = "n" } }
filed.first = { label = "l", why = "w", choices = { online = "o", on_paper = "p", not_yet = "n" } }
filed.where = { label = "l", why = "w", choices = { here = "h", there = "t" } }
filed.count = { label = "l", why = "w", help = "h" }
filed.fee = { label = "l", why = "w" }
person.family_name = { label = "l", why = "w" }
person.born = { label = "l", why = "w" }
person.a_number = { label = "l", why = "w" }
person.married = { label = "l", why = "w" }
person.state = { label = "l", why = "w" }
person.left = { label = "l", why = "w" }
homes.each.street = { label = "l", why = "w" }
homes.each.unit = { label = "l", why = "w" }
homes.each.own = { label = "l", why = "w" }
homes.each.from = { label = "l", why = "w" }
homes.each.to = { label = "l", why = "w" }
trips.each.days = { label = "l", why = "w" }
"#;

const FORM_WORDS: &str = r#"
screens.filed.title = "Filed"
screens.person.title = "You"
screens.person.intro = "About you"
screens.homes.title = "Homes"
screens.trips.title = "Trips"
checks.odd.message = "Odd"
checks.odd.why = "w"
advice.wait.title = "Wait"
advice.wait.body = "b"
facts.person.born.label = "When?"
"#;

/// The tree without a change: the definition alone is read again.
static UNCHANGED: LazyLock<Tree> = LazyLock::new(|| {
    let root = tree("", "", "");
    Tree::read(&root).expect("it has no faults")
});

static TREES: AtomicUsize = AtomicUsize::new(0);

/// The tree with one text of one file in place of another. A text `es` that is not changed is as
/// the English one.
pub fn tree(file: &str, from: &str, to: &str) -> PathBuf {
    let number = TREES.fetch_add(1, Ordering::Relaxed);
    let name = format!("tree-{}-{number}", std::process::id());
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut changed = false;
    let spanish = ("locales/es/forms/form-1.toml", FORM_WORDS);
    for (path, text) in FILES.into_iter().chain([spanish]) {
        let mut text = text.to_owned();
        if path == file {
            assert!(text.contains(from), "{file} has no {from:?}");
            text = text.replacen(from, to, 1);
            changed = true;
        }
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    assert!(changed || file.is_empty(), "there is no {file}");
    root
}

/// What comes of the tree with this change.
pub fn compiled(file: &str, from: &str, to: &str) -> Result<Compiled, Vec<Fault>> {
    if file == "forms/form-1.toml" {
        assert!(FORM.contains(from), "{file} has no {from:?}");
        return UNCHANGED.compile(file, &FORM.replacen(from, to, 1));
    }
    let root = tree(file, from, to);
    let all = compile_all(&root);
    fs::remove_dir_all(root).expect("it was made above");
    all.map(|mut all| all.remove(0))
}

/// All faults, a line each.
pub fn shown(faults: &[Fault]) -> String {
    faults
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}
