//! What is wrong in definitions, their facts, words and boxes: each kind of fault, with what is said.

mod rules;
mod shared;
#[path = "../support/mod.rs"]
mod support;

use support::{compiled, shown};

const FORM: &str = "forms/form-1.toml";

/// In a file, one text in place of another, and all faults that come of it.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[track_caller]
fn check(rows: &[Row]) {
    for (file, from, to, expect) in rows {
        match compiled(file, from, to) {
            Ok(_) => panic!("{file}: {to:?} has no fault"),
            Err(faults) => assert_eq!(shown(&faults), *expect, "{file}: {to:?}"),
        }
    }
}

#[test]
fn the_tree_without_a_change_has_none() {
    match compiled("", "", "") {
        Ok(compiled) => assert_eq!(compiled.definition.id, "form-1"),
        Err(faults) => panic!("{}", shown(&faults)),
    }
}

#[test]
fn heads() {
    check(&[
        (
            FORM,
            "id = \"form-1\"\n",
            "id = \"form-2\"\n",
            "forms/form-1.toml:2: the id is `form-2`, and the file is named `form-1.toml`: they are one name",
        ),
        (
            FORM,
            "id = \"form-1\"\n",
            "",
            "forms/form-1.toml:1: a definition wants `id = \"...\"`",
        ),
        (
            FORM,
            "id = \"form-1\"\n",
            "id = 1\n",
            "forms/form-1.toml:2: `id` wants a text without spaces around it",
        ),
        (
            FORM,
            "id = \"form-1\"\n",
            "id = \"form-1 \"\n",
            "forms/form-1.toml:2: `id` wants a text without spaces around it",
        ),
        (
            FORM,
            "id = \"form-1\"\n",
            "id = \"form-1\"\nidd = 1\n",
            "forms/form-1.toml:3: a definition has no `idd`; did you mean `id`?",
        ),
        (
            FORM,
            "form = \"Form 1\"\n",
            "",
            "forms/form-1.toml:3: `edition` belongs to a form: say `form` too, or leave it out of a guide\n\
             forms/form-1.toml:4: `boxes` belongs to a form: say `form` too, or leave it out of a guide",
        ),
        (
            FORM,
            "edition = \"2026-01-01\"\n",
            "",
            "forms/form-1.toml:1: a form wants `edition = \"...\"`",
        ),
        (
            FORM,
            "edition = \"2026-01-01\"\n",
            "edition = \"2026-02-30\"\n",
            "forms/form-1.toml:4: `2026-02-30` is no day of the calendar: say it as 2014-09-26\n\
             forms/form-1.toml:5: the boxes are not of the edition 2026-02-30",
        ),
        (
            FORM,
            "boxes = \"form-1@2026-01-01\"",
            "boxes = \"form-1@2025-01-01\"",
            "forms/form-1.toml:5: the boxes are not of the edition 2026-01-01\n\
             forms/form-1.toml:5: there is no data/boxes/form-1@2025-01-01.tsv",
        ),
        (
            FORM,
            "id = \"form-1\"\n",
            "id = \n",
            "forms/form-1.toml:2: this is not TOML: string values must be quoted, expected literal string",
        ),
    ]);
}

#[test]
fn terms() {
    check(&[
        (
            FORM,
            "[terms]\n",
            "[[terms]]\n",
            "forms/form-1.toml:7: `terms` wants a table: [terms]\n\
             forms/form-1.toml:26: no fact and no term is named `a_child`\n\
             forms/form-1.toml:57: no fact and no term is named `a_child`",
        ),
        (
            FORM,
            "[terms]\n",
            "[terms]\nToday = \"true\"\n",
            "forms/form-1.toml:8: `Today` cannot be a term's name: lower-case letters, digits and `_`, and no word of the language",
        ),
        (
            FORM,
            "[terms]\n",
            "[terms]\nhomes = \"true\"\n",
            "forms/form-1.toml:8: a fact is named `homes`: name the term otherwise",
        ),
        (
            FORM,
            "[terms]\n",
            "[terms]\nunused = \"true\"\n",
            "forms/form-1.toml:8: nothing uses the term `unused`: take it out",
        ),
        (
            FORM,
            "[terms]\n",
            "[terms]\none = \"!two\"\ntwo = \"a_child && one\"\n",
            "forms/form-1.toml:8: the terms go in a circle: `one` → `two` → `one`",
        ),
        (
            FORM,
            "[terms]\n",
            "[terms]\none = \"one\"\n",
            "forms/form-1.toml:8: the terms go in a circle: `one` → `one`",
        ),
        (
            FORM,
            "< 14\"",
            "< filed.how\"",
            "forms/form-1.toml:8: in order stand two numbers or two days; these are a number and a choice",
        ),
        (
            FORM,
            "years(person.born, today) < 14",
            "years(person.left, today) < 14",
            "forms/form-1.toml:26: `person.left` is asked later, on the screen `person`: a condition names what is asked before it (in the term `a_child`)\n\
             forms/form-1.toml:26: `person.left` may be \"I have none\": put `person.left != null &&` before what needs its value (in the term `a_child`)\n\
             forms/form-1.toml:57: `person.left` may be \"I have none\": put `person.left != null &&` before what needs its value (in the term `a_child`)",
        ),
        (
            FORM,
            "\"years(person.born, today) < 14\"",
            "3",
            "forms/form-1.toml:8: the term `a_child` wants a text without spaces around it",
        ),
        (
            FORM,
            "\"years(person.born, today) < 14\"",
            "\"homes.own\"",
            "forms/form-1.toml:26: `homes.own` is asked later, on the screen `homes`: a condition names what is asked before it (in the term `a_child`)\n\
             forms/form-1.toml:26: `homes.own` is one for each entry: say homes.exists(h, h.own == ...) (in the term `a_child`)\n\
             forms/form-1.toml:57: `homes.own` is one for each entry: say homes.exists(h, h.own == ...) (in the term `a_child`)",
        ),
    ]);
}

#[test]
fn screens() {
    check(SCREENS);
}

const SCREENS: &[Row] = &[
    (
        FORM,
        "[[screen]]\nid = \"trips\"",
        "[[screen]]\nid = \"homes\"",
        "forms/form-1.toml:44: there are two of a screen with the id `homes`\n\
             locales/en/forms/form-1.toml:6: nothing says `screens.trips.title`\n\
             locales/es/forms/form-1.toml:6: nothing says `screens.trips.title`",
    ),
    (
        FORM,
        "[[screen]]\nid = \"trips\"",
        "[[screen]]\nid = \"Trips!\"",
        "forms/form-1.toml:44: `Trips!` cannot be an id: lower-case letters, digits and `-`\n\
             locales/en/forms/form-1.toml:1: there is no `screens.Trips!.title`; forms/form-1.toml:43 wants it\n\
             locales/en/forms/form-1.toml:6: nothing says `screens.trips.title`; did you mean `screens.Trips!.title`?\n\
             locales/es/forms/form-1.toml:1: there is no `screens.Trips!.title`; forms/form-1.toml:43 wants it\n\
             locales/es/forms/form-1.toml:6: nothing says `screens.trips.title`; did you mean `screens.Trips!.title`?",
    ),
    (
        FORM,
        "[[screen]]\nid = \"trips\"\n",
        "[[screen]]\n",
        "forms/form-1.toml:43: a screen wants `id = \"...\"`\n\
             locales/en/forms/form-1.toml:1: there is no `screens..title`; forms/form-1.toml:43 wants it\n\
             locales/en/forms/form-1.toml:6: nothing says `screens.trips.title`; did you mean `screens..title`?\n\
             locales/es/forms/form-1.toml:1: there is no `screens..title`; forms/form-1.toml:43 wants it\n\
             locales/es/forms/form-1.toml:6: nothing says `screens.trips.title`; did you mean `screens..title`?",
    ),
    (
        FORM,
        "when = \"filed.how != 'not_yet'\"",
        "whne = \"true\"",
        "forms/form-1.toml:22: a screen has no `whne`; did you mean `when`?",
    ),
    (
        FORM,
        "when = \"filed.how != 'not_yet'\"",
        "when = \"person.state == 'CA'\"",
        "forms/form-1.toml:22: `person.state` is asked later, on the screen `person`: a condition names what is asked before it",
    ),
    (
        FORM,
        "when = \"filed.how != 'not_yet'\"",
        "when = \"homes.exists(h, h.own)\"",
        "forms/form-1.toml:22: `homes.own` is asked later, on the screen `homes`: a condition names what is asked before it\n\
             forms/form-1.toml:22: `homes` is asked later, on the screen `homes`: a condition names what is asked before it",
    ),
    (
        FORM,
        "when = \"filed.how != 'not_yet'\"",
        "when = \"a_child\"",
        "forms/form-1.toml:22: `person.born` is asked later, on the screen `person`: a condition names what is asked before it (in the term `a_child`)",
    ),
    (
        FORM,
        "{ fact = \"person.a_number\", when = \"a_child\" }",
        "{ fact = \"person.a_number\", when = \"known(person.a_number)\" }",
        "forms/form-1.toml:26: `person.a_number` is asked later, on the screen `person`: a condition names what is asked before it",
    ),
    (
        FORM,
        "{ fact = \"person.a_number\", when = \"a_child\" }",
        "{ fact = \"person.a_number\", when = \"a_child && person.state == 'CA'\" }",
        "forms/form-1.toml:26: `person.state` is asked later, on the screen `person`: a condition names what is asked before it",
    ),
    (
        FORM,
        "{ fact = \"person.family_name\" }",
        "{ fact = \"person.famly_name\" }",
        "forms/form-1.toml:24: no fact in forms/facts.toml is named `person.famly_name`; did you mean `person.family_name`?\n\
             forms/form-1.toml:62: no screen asks for `person.family_name`",
    ),
    (
        FORM,
        "{ fact = \"filed.where\" }",
        "{ fact = \"filed.how\" }",
        "forms/form-1.toml:15: the screen asks for `filed.how` twice",
    ),
    (
        FORM,
        "{ fact = \"filed.where\" }",
        "{ where = \"filed.where\" }",
        "forms/form-1.toml:15: a question has no `where`\n\
             forms/form-1.toml:15: a question wants `fact = \"...\"`",
    ),
    (
        FORM,
        "{ fact = \"filed.where\" }",
        "\"filed.where\"",
        "forms/form-1.toml:15: each of `ask` wants { ... }",
    ),
    (
        FORM,
        "page = 3",
        "page = 3000",
        "forms/form-1.toml:16: `page` wants a number from 0 to 999",
    ),
    (
        FORM,
        "ask = [{ fact = \"trips.days\" }]",
        "",
        "forms/form-1.toml:43: a screen wants `ask = [{ fact = \"...\" }]`",
    ),
    (
        FORM,
        "ask = [{ fact = \"trips.days\" }]",
        "ask = \"trips.days\"",
        "forms/form-1.toml:43: a screen wants `ask = [{ fact = \"...\" }]`\n\
             forms/form-1.toml:46: `ask` wants tables: `[[ask]]` or [{ ... }]",
    ),
    (
        FORM,
        "ask = [{ fact = \"trips.days\" }]",
        "ask = [{ fact = \"homes.street\" }, { fact = \"trips.days\" }]",
        "forms/form-1.toml:46: `homes.street` is one for each entry: its screen wants `list = \"homes\"`",
    ),
    (
        FORM,
        "ask = [{ fact = \"trips.days\" }]",
        "ask = [{ fact = \"trips\" }]",
        "forms/form-1.toml:46: `trips` is a list: a screen with `list = \"trips\"` asks for its entries",
    ),
    (
        FORM,
        "list = \"trips\"\n",
        "",
        "forms/form-1.toml:45: `trips.days` is one for each entry: its screen wants `list = \"trips\"`",
    ),
    (
        FORM,
        "list = \"trips\"\n",
        "list = \"trip\"\n",
        "forms/form-1.toml:45: no list is named `trip`; did you mean `trips`?\n\
             forms/form-1.toml:46: `trips.days` is one for each entry: its screen wants `list = \"trips\"`",
    ),
    (
        FORM,
        "list = \"trips\"\nask = [{",
        "list = \"trips\"\nask = [{ fact = \"person.state\" }, {",
        "forms/form-1.toml:46: `person.state` is no member of `trips`: ask for it on a screen of its own",
    ),
    (
        FORM,
        "  { fact = \"homes.to\" },\n",
        "",
        "forms/form-1.toml:32: `homes` is a history: a screen must ask for `homes.to`",
    ),
    (
        FORM,
        "when = \"!homes.own\"",
        "when = \"!trips.exists(t, t.days > 1)\"",
        "forms/form-1.toml:38: `trips.days` is asked later, on the screen `trips`: a condition names what is asked before it\n\
             forms/form-1.toml:38: `trips` is asked later, on the screen `trips`: a condition names what is asked before it",
    ),
];
