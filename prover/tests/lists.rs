//! Lists: what is said of their entries, held against the runtime.

mod support;

use prefile_prover::{Effort, prove};
use support::compiled;

/// What is asked of each home.
const ASKED: &str = r#"
[[screen]]
id = "homes"
list = "homes"
ask = [
  { fact = "homes.own" },
  { fact = "homes.rent", when = "!homes.own" },
]
"#;

const HOMES: &str = r#"
[[screen]]
id = "owner"
when = "homes.exists(h, h.own)"
ask = [{ fact = "person.children" }]

[[screen]]
id = "tenant"
when = "size(homes) > 0 && homes.all(h, !h.own)"
ask = [{ fact = "person.left" }]

[[check]]
id = "dear"
severity = "note"
when = "!homes.own && homes.rent > 5000"
fact = "homes.rent"
source = "made-up"

[[advice]]
id = "many"
when = "size(homes.filter(h, !h.own && h.rent < 100)) >= 2"
source = "made-up"

[[advice]]
id = "much"
when = "homes.map(h, h.own ? 0 : h.rent).sum() > 5000 && !homes.exists(h, !h.own && h.rent > 5000)"
source = "made-up"

[[advice]]
id = "one"
when = "size(homes) == 1"
source = "made-up"

[[example]]
answers = { "homes" = [{ own = false, rent = "99" }, { own = true }, { own = false, rent = "5001" }, { own = false, rent = "0" }], "person.children" = "2" }
asked = ["homes", "homes.own", "homes.rent", "person.children"]
findings = ["lists/dear"]
advice = ["many"]
"#;

#[test]
fn lists_are_read_as_the_runtime_reads_them() {
    let compiled = compiled("lists", &["id = \"lists\"\n", ASKED, HOMES].concat());
    let report = prove(
        &compiled,
        Effort {
            sessions: 1000,
            mutants: true,
        },
    );
    assert_eq!(report.failed, []);
    assert_eq!(report.sessions, 1000);
    assert_eq!(report.reached, report.parts);
    assert!(report.parts >= 10, "{report}");
    // One example does not tell everything apart.
    assert!(
        report.mutants.caught > report.mutants.survived.len(),
        "{report}"
    );
    assert!(
        !report.mutants.survived.is_empty() && !report.holds(),
        "{report}"
    );
}

const ENTRIES: &str = r#"
id = "entries"
form = "Made up"
edition = "2026-01-01"
boxes = "entries@2026-01-01"
"#;

const BOXES: &str = r#"
[[box]]
name = "Second"
text = "owned"
list = "homes"
entry = 1
when = "homes.own"

[[box]]
name = "Second"
fact = "homes.rent"
entry = 1
when = "!homes.own"

[[box]]
name = "First"
text = "cheap"
list = "homes"
entry = 0
when = "!homes.own && homes.rent < 100"

[[box]]
name = "Hundreds"
fact = "homes.rent"
entry = 2
digit = 3

[[box]]
name = "Units"
fact = "homes.rent"
entry = 2
digit = 1

[[example]]
answers = { homes = [{ own = false, rent = "99" }, { own = true }, { own = false, rent = "57" }] }
boxes = { Second = "owned", First = "cheap", Hundreds = "0", Units = "7" }

[[example]]
answers = { homes = [{ own = false, rent = "100" }, { own = false, rent = "8" }, { own = false, rent = "1234" }] }
boxes = { Second = "8", Hundreds = "2", Units = "4" }

[[example]]
answers = { homes = [{ own = true }] }
boxes = {}
"#;

#[test]
fn boxes_of_an_entry_look_at_that_entry() {
    let report = prove(
        &compiled("entries", &[ENTRIES, ASKED, BOXES].concat()),
        Effort {
            sessions: 1000,
            mutants: true,
        },
    );
    assert_eq!(report.failed, []);
    assert_eq!(report.reached, report.parts);
    assert_eq!(report.mutants.survived, []);
}
