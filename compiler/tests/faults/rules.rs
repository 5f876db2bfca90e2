//! Checks, advice, boxes and examples.

use super::{FORM, Row, check};

#[test]
fn checks_and_advice() {
    check(&[
        (
            FORM,
            "severity = \"warning\"",
            "severity = \"bad\"",
            "forms/form-1.toml:50: `bad` is no severity: error, warning or note",
        ),
        (
            FORM,
            "severity = \"warning\"\n",
            "",
            "forms/form-1.toml:48: a check wants `severity = \"...\"`",
        ),
        (
            FORM,
            "when = \"filed.count > 9\"\n",
            "",
            "forms/form-1.toml:48: a check wants `when = \"...\"`",
        ),
        (
            FORM,
            "fact = \"filed.count\"\nsource",
            "fact = \"filed.cout\"\nsource",
            "forms/form-1.toml:52: no fact in forms/facts.toml is named `filed.cout`; did you mean `filed.count`?",
        ),
        (
            FORM,
            "fact = \"person.left\"",
            "fact = \"person.state\"",
            "forms/form-1.toml:29: the screen asks for `person.state` twice",
        ),
        (
            FORM,
            "when = \"a_child\"\nsource = \"rule\"",
            "when = \"a_child\"\nsource = \"rules\"",
            "forms/form-1.toml:58: data/sources.toml has no `rules`; did you mean `rule`?",
        ),
        (
            FORM,
            "when = \"a_child\"\nsource = \"rule\"",
            "when = \"a_child\"",
            "forms/form-1.toml:55: an advice wants `source = \"...\"`",
        ),
        (
            FORM,
            "[[advice]]\n",
            "[[advice]]\nid = \"wait\"\nsource = \"rule\"\n\n[[advice]]\n",
            "forms/form-1.toml:60: there are two of an advice with the id `wait`",
        ),
        (
            FORM,
            "[[advice]]\n",
            "[[advice]]\nseverity = \"note\"\n",
            "forms/form-1.toml:56: an advice has no `severity`",
        ),
    ]);
}

#[test]
fn boxes() {
    check(BOXES);
}

const BOXES: &[Row] = &[
    (
        FORM,
        "name = \"f[0].Family[0]\"",
        "name = \"f[0].Famly[0]\"",
        "forms/form-1.toml:61: data/boxes/form-1@2026-01-01.tsv has no box `f[0].Famly[0]`; did you mean `f[0].Family[0]`?",
    ),
    (
        FORM,
        "name = \"f[0].Family[0]\"\n",
        "",
        "forms/form-1.toml:60: a box wants `name = \"...\"`",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "fact = \"person.state\"\ntakes",
        "forms/form-1.toml:62: the box wants family-name (data/boxes/form-1@2026-01-01.tsv:3), and `person.state` is state",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "fact = \"filed.count\"\ntakes",
        "forms/form-1.toml:62: the box wants family-name (data/boxes/form-1@2026-01-01.tsv:3), and `filed.count` is none of the kinds",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "fact = \"filed.how\"\ntakes",
        "forms/form-1.toml:62: `filed.how` has no spelling for a box: say with `text` and `when` what stands there for each answer",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "fact = \"homes\"\ntakes",
        "forms/form-1.toml:62: `homes` is a list: a box gets one member of one `entry`",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "entry = 0\nfact = \"person.family_name\"\ntakes",
        "forms/form-1.toml:63: `person.family_name` is in no list: take `entry` out",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "text = \"x\"\nfact = \"person.family_name\"\ntakes",
        "forms/form-1.toml:60: a box gets either a `fact` or a `text`",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "takes",
        "forms/form-1.toml:60: a box gets either a `fact` or a `text`",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "text = \"x\"\ntakes",
        "forms/form-1.toml:63: `takes` says nothing of a box that gets a text",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "part = 0\nfact = \"person.family_name\"\ntakes",
        "forms/form-1.toml:62: `part` counts from 1, and stands for a `spelling`",
    ),
    (
        FORM,
        "fact = \"person.family_name\"\ntakes",
        "spelling = \"loud\"\nfact = \"person.family_name\"\ntakes",
        "forms/form-1.toml:62: `loud` is no spelling: printed, canonical or digits",
    ),
    (
        FORM,
        "text = \"Y\"",
        "text = \" Y\"",
        "forms/form-1.toml:77: the box is set by `Y` (data/boxes/form-1@2026-01-01.tsv:7), not by ` Y`",
    ),
    (
        FORM,
        "text = \"Y\"\nwhen = \"filed.how == 'online'\"",
        "fact = \"person.left\"",
        "forms/form-1.toml:77: a check box (data/boxes/form-1@2026-01-01.tsv:7) gets no `person.left`: say with `text` and `when` what sets it",
    ),
    (
        FORM,
        "entry = 0\n",
        "",
        "forms/form-1.toml:71: `homes.street` is one for each entry: say of which, `entry = 0`",
    ),
    (
        FORM,
        "entry = 0\n",
        "entry = -1\n",
        "forms/form-1.toml:72: `entry` wants a number from 0 to 999",
    ),
    (
        FORM,
        "when = \"filed.how == 'online'\"",
        "when = \"homes.own\"",
        "forms/form-1.toml:78: `homes.own` is one for each entry: say homes.exists(h, h.own == ...)",
    ),
    (
        FORM,
        "when = \"filed.how == 'online'\"",
        "list = \"homes\"\nwhen = \"homes.own\"",
        "forms/form-1.toml:78: `list` wants `entry` beside it: which entry of which list?",
    ),
    (
        FORM,
        "when = \"filed.how == 'online'\"",
        "entry = 1\nlist = \"trips\"\nwhen = \"homes.own\"",
        "forms/form-1.toml:80: `homes.own` is one for each entry: say homes.exists(h, h.own == ...)",
    ),
    (
        FORM,
        "name = \"f[0].Online[0]\"\ntext = \"Y\"",
        "name = \"f[0].Street1[0]\"\nlist = \"homes\"\nentry = 1\ntext = \"Y\"",
        "forms/form-1.toml:76: another rule of `f[0].Street1[0]` is of another entry\n\
             forms/form-1.toml:92: no rule writes the box `f[0].Online[0]`",
    ),
    (
        FORM,
        "fact = \"homes.street\"\nentry = 0",
        "fact = \"homes.street\"\nlist = \"homes\"\nentry = 0",
        "forms/form-1.toml:72: `list` belongs to a box with a `text`: a fact has its own",
    ),
    (
        FORM,
        "fact = \"homes.street\"\nentry = 0",
        "fact = \"homes.street\"\nentry = 0\ndigit = 1",
        "forms/form-1.toml:73: `digit` is of a number, from 1, the last one, and stands for a `spelling`",
    ),
    (
        FORM,
        "name = \"f[0].Online[0]\"",
        "name = \"f[0].Bron[0]\"",
        "forms/form-1.toml:76: data/boxes/form-1@2026-01-01.tsv has no box `f[0].Bron[0]`; did you mean `f[0].Born[0]`?\n\
             forms/form-1.toml:90: no rule writes the box `f[0].Online[0]`",
    ),
    (
        FORM,
        "name = \"f[0].Note[0]\"",
        "name = \"f[0].Notes[0]\"",
        "forms/form-1.toml:81: data/boxes/form-1@2026-01-01.tsv has no box `f[0].Notes[0]`; did you mean `f[0].Note[0]`?",
    ),
    (
        FORM,
        "name = \"f[0].Note[0]\"",
        "name = \"f[0].Family[0]\"",
        "forms/form-1.toml:81: `f[0].Family[0]` is left to the hand, and a rule writes it in line 60",
    ),
    (
        FORM,
        "[[hand]]\n",
        "[[hand]]\nname = \"f[0].Note[0]\"\nwhy = \"w\"\n\n[[hand]]\n",
        "forms/form-1.toml:85: `f[0].Note[0]` is left to the hand twice",
    ),
    (
        FORM,
        "why = \"It is signed there.\"",
        "",
        "forms/form-1.toml:80: a box for the hand wants `why = \"...\"`",
    ),
    (
        FORM,
        "boxes = \"form-1@2026-01-01\"\n",
        "",
        "forms/form-1.toml:60: there is no official list of boxes: say `boxes = \"form@edition\"`",
    ),
];

#[test]
fn examples() {
    check(EXAMPLES);
}

const EXAMPLES: &[Row] = &[
    (
        FORM,
        "answers = { \"filed.how\"",
        "answers = { \"filed.hwo\"",
        "forms/form-1.toml:85: no fact in forms/facts.toml is named `filed.hwo`; did you mean `filed.how`?",
    ),
    (
        FORM,
        "\"filed.how\" = \"online\", \"person",
        "\"filed.how\" = \"onlin\", \"person",
        "forms/form-1.toml:85: `filed.how` has no choice `onlin`; did you mean `online`?",
    ),
    (
        FORM,
        "\"filed.how\" = \"online\", \"person",
        "\"filed.count\" = 3, \"person",
        "forms/form-1.toml:85: the answer to `filed.count` is a text, as a person types it",
    ),
    (
        FORM,
        "\"person.married\" = true",
        "\"person.married\" = \"yes\"",
        "forms/form-1.toml:85: the answer to `person.married` is true or false",
    ),
    (
        FORM,
        "homes = [{ street = \"1 Main St\" }]",
        "homes = 1",
        "forms/form-1.toml:85: `homes` is a list: its answer is [{ ... }, ...]\n\
             forms/form-1.toml:86: the answers have no such entry as `homes[0].unit`",
    ),
    (
        FORM,
        "homes = [{ street = \"1 Main St\" }]",
        "homes = [{ stret = \"1 Main St\" }]",
        "forms/form-1.toml:85: no fact in forms/facts.toml is named `homes.stret`; did you mean `homes.street`?",
    ),
    (
        FORM,
        "homes = [{ street = \"1 Main St\" }]",
        "homes = [\"1 Main St\", {}]",
        "forms/form-1.toml:85: an entry of `homes` is { ... }",
    ),
    (
        FORM,
        "homes = [{ street = \"1 Main St\" }]",
        "\"homes.street\" = \"1 Main St\", homes = [{}]",
        "forms/form-1.toml:85: `homes.street` stands in the entries of its list",
    ),
    (
        FORM,
        "homes = [{ street = \"1 Main St\" }]",
        "homes = [{ unit = \"1\" }]",
        "forms/form-1.toml:86: `homes[0].unit` has an answer, and is among `none`",
    ),
    (
        FORM,
        "homes[0].unit\"",
        "homes[1].unit\"",
        "forms/form-1.toml:86: the answers have no such entry as `homes[1].unit`",
    ),
    (
        FORM,
        "homes[0].unit\"",
        "homes.unit\"",
        "forms/form-1.toml:86: the answers have no such entry as `homes.unit`",
    ),
    (
        FORM,
        "homes[0].unit\"",
        "homes[a].unit\"",
        "forms/form-1.toml:86: an entry's fact is said as `homes[0].unit`",
    ),
    (
        FORM,
        "\"person.a_number\", \"homes",
        "\"person.state\", \"homes",
        "forms/form-1.toml:86: `person.state` is not optional: \"I have none\" is no answer",
    ),
    (
        FORM,
        "answers = { \"filed.how\" = \"online\", \"person.married\" = true, homes = [{ street = \"1 Main St\" }] }\nnone = [\"person.a_number\", \"homes[0].unit\"]",
        "",
        "forms/form-1.toml:84: an example wants `answers = { ... }`",
    ),
    (
        FORM,
        "\"form-1/odd\"",
        "\"form-1/od\"",
        "forms/form-1.toml:88: there is no finding `form-1/od`; did you mean `form-1/odd`?",
    ),
    (
        FORM,
        "\"a-number/too-short\"",
        "\"a-number/too-shor\"",
        "forms/form-1.toml:88: there is no finding `a-number/too-shor`; did you mean `a-number/too-short`?",
    ),
    (
        FORM,
        "advice = [\"wait\"]",
        "advice = [\"wiat\"]",
        "forms/form-1.toml:89: there is no advice `wiat`; did you mean `wait`?",
    ),
    (
        FORM,
        "advice = [\"wait\"]",
        "advice = \"wait\"",
        "forms/form-1.toml:89: `advice` wants texts in [ ]",
    ),
    (
        FORM,
        "advice = [\"wait\"]",
        "today = \"2026-02-30\"",
        "forms/form-1.toml:89: `2026-02-30` is no day of the calendar: say it as 2026-01-15",
    ),
    (
        FORM,
        "boxes = { \"f[0].Online[0]\" = \"Y\" }",
        "boxes = { \"f[0].Onlin[0]\" = \"Y\" }",
        "forms/form-1.toml:90: no rule writes the box `f[0].Onlin[0]`; did you mean `f[0].Online[0]`?",
    ),
    (
        FORM,
        "boxes = { \"f[0].Online[0]\" = \"Y\" }",
        "boxes = []",
        "forms/form-1.toml:90: `boxes` wants { \"name of the box\" = \"what it gets\" }",
    ),
    (
        FORM,
        "asked = [\"filed.how\"]\nfindings = [\"form-1/odd\", \"a-number/too-short\"]\nadvice = [\"wait\"]\nboxes = { \"f[0].Online[0]\" = \"Y\" }",
        "",
        "forms/form-1.toml:84: an example says what must come of the answers: asked, findings, boxes or advice",
    ),
];
