//! What definitions share, and what people read.

use super::check;

const FACTS: &str = "forms/facts.toml";
const ENGLISH: &str = "locales/en/forms/form-1.toml";
const SPANISH: &str = "locales/es/forms/form-1.toml";
const FACT_WORDS: &str = "locales/es/forms/facts.toml";
const BOXES: &str = "data/boxes/form-1@2026-01-01.tsv";

#[test]
fn facts() {
    check(&[
        (
            FACTS,
            "[person.family_name]\nwants",
            "person_name = 1\n[person.family_name]\nwants",
            "forms/facts.toml:2: `person_name` stands outside of a fact: begin one with [a.name] and `wants`",
        ),
        (
            FACTS,
            "wants = \"state\"",
            "wants = \"stat\"",
            "forms/facts.toml:17: there is no kind `stat` in data/kinds.toml; did you mean `state`?",
        ),
        (
            FACTS,
            "wants = \"state\"",
            "kind = \"state\"",
            "forms/facts.toml:16: a fact wants `wants = \"...\"`\n\
             forms/facts.toml:17: a fact has no `kind`",
        ),
        (
            FACTS,
            "wants = \"state\"",
            "wants = \"state\"\nchoices = [\"a\"]",
            "forms/facts.toml:18: `choices` stands only where wants = \"choice\"",
        ),
        (
            FACTS,
            "[person.state]",
            "[person.State]",
            "forms/facts.toml:16: `State` cannot be a fact's name: lower-case letters, digits and `_`, and no word of the language",
        ),
        (
            FACTS,
            "[\"here\", \"there\"]",
            "[\"here\", \"here\", \"there\"]",
            "forms/facts.toml:33: the choice `here` stands here twice",
        ),
        (
            FACTS,
            "[\"here\", \"there\"]",
            "[\"here\", \"there\", \"not here\"]",
            "forms/facts.toml:33: `not here` cannot be a choice's name: lower-case letters, digits and `_`",
        ),
        (
            FACTS,
            "choices = [\"here\", \"there\"]\n",
            "",
            "forms/facts.toml:31: a choice wants `choices = [\"...\", ...]`",
        ),
        (
            FACTS,
            "optional = true",
            "optional = \"yes\"",
            "forms/facts.toml:10: `optional` wants true or false",
        ),
        (
            FACTS,
            "[trips]\n",
            "[trips]\noptional = true\n",
            "forms/facts.toml:62: a list is not optional: without entries it is empty",
        ),
        (
            FACTS,
            "from = \"from\"",
            "from = \"street\"",
            "forms/facts.toml:44: `homes.street` is no date or month of the entries",
        ),
        (
            FACTS,
            "years = 5",
            "years = 500",
            "forms/facts.toml:44: `years` wants a number from 0 to 100",
        ),
        (
            FACTS,
            "years = 5",
            "year = 5",
            "forms/facts.toml:44: a history has no `year`; did you mean `years`?",
        ),
        (
            FACTS,
            "[trips.each.days]\nwants = \"number\"",
            "[trips.each.days]\nwants = \"list\"",
            "forms/facts.toml:66: a list has no lists in it",
        ),
        (
            FACTS,
            "\n[trips.each.days]\nwants = \"number\"",
            "",
            "forms/facts.toml:62: say what each entry has: [trips.each.street]",
        ),
    ]);
}

#[test]
fn words() {
    check(&[
        (
            ENGLISH,
            "screens.person.title = \"You\"\n",
            "",
            "locales/en/forms/form-1.toml:1: there is no `screens.person.title`; forms/form-1.toml:20 wants it",
        ),
        (
            SPANISH,
            "screens.person.title = \"You\"\n",
            "",
            "locales/es/forms/form-1.toml:1: there is no `screens.person.title`; forms/form-1.toml:20 wants it",
        ),
        (
            SPANISH,
            "screens.person.intro = \"About you\"\n",
            "",
            "locales/es/forms/form-1.toml:1: there is no `screens.person.intro`; forms/form-1.toml:20 wants it",
        ),
        (
            ENGLISH,
            "screens.person.intro",
            "screens.person.introo",
            "locales/en/forms/form-1.toml:1: there is no `screens.person.intro`; forms/form-1.toml:20 wants it\n\
             locales/en/forms/form-1.toml:4: nothing says `screens.person.introo`; did you mean `screens.person.intro`?",
        ),
        (
            SPANISH,
            "Odd",
            "Odd: {value}",
            "locales/es/forms/form-1.toml:7: `checks.odd.message` has a bracket, and nothing is put in its place",
        ),
        (
            ENGLISH,
            "checks.odd.why = \"w\"",
            "checks.odd.why = \" w\"",
            "locales/en/forms/form-1.toml:1: there is no `checks.odd.why`; forms/form-1.toml:48 wants it\n\
             locales/en/forms/form-1.toml:8: `checks.odd.why` wants a text without spaces around it",
        ),
        (
            ENGLISH,
            "facts.person.born.label",
            "facts.person.bron.label",
            "locales/en/forms/form-1.toml:1: there is no `facts.person.born.label`; forms/form-1.toml:25 wants it\n\
             locales/en/forms/form-1.toml:11: nothing says `facts.person.bron.label`; did you mean `facts.person.born.label`?",
        ),
        (
            FACT_WORDS,
            "person.state = { label = \"l\", why = \"w\" }",
            "person.state = { label = \"l\" }",
            "locales/es/forms/facts.toml:1: there is no `person.state.why`; forms/facts.toml:16 wants it",
        ),
        (
            FACT_WORDS,
            "here = \"h\", there = \"t\"",
            "here = \"h\", thre = \"t\"",
            "locales/es/forms/facts.toml:1: there is no `filed.where.choices.there`; forms/facts.toml:31 wants it\n\
             locales/es/forms/facts.toml:4: nothing says `filed.where.choices.thre`; did you mean `filed.where.choices.there`?",
        ),
    ]);
}

#[test]
fn sources_and_official_boxes() {
    check(&[
        (
            "data/sources.toml",
            "url = \"https://example.com/rule\"\n",
            "",
            "data/sources.toml:2: a source wants `url = \"...\"`",
        ),
        (
            "data/sources.toml",
            "read = \"2026-01-01\"",
            "read = \"2026-13-01\"",
            "data/sources.toml:2: `2026-13-01` is no day of the calendar",
        ),
        (
            BOXES,
            "f[0].Family[0]\tfamily-name\t",
            "f[0].Family[0]\tfamily-nam\t",
            "data/boxes/form-1@2026-01-01.tsv:3: there is no kind `family-nam` in data/kinds.toml",
        ),
        (
            BOXES,
            "f[0].Family[0]\tfamily-name\t",
            "f[0].Family[0]\t",
            "data/boxes/form-1@2026-01-01.tsv:3: a row has six columns: box, kind, whose, purpose, max, shape\n\
             forms/form-1.toml:61: data/boxes/form-1@2026-01-01.tsv has no box `f[0].Family[0]`",
        ),
    ]);
}
