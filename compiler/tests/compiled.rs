//! What a definition compiles to.

mod support;

use prefile::{
    Day, Kind, Severity,
    form::{Answer, History, Spelling, Wants, Writes},
};
use prefile_compiler::Compiled;
use support::{FACTS, FORM, compiled};

fn made_up() -> Compiled {
    compiled("", "", "").expect("it has no faults")
}

/// The line on which a text first stands.
fn line(text: &str, of: &str) -> usize {
    let place = text.find(of).expect("it stands there");
    text[..place].matches('\n').count() + 1
}

fn names(compiled: &Compiled) -> Vec<&str> {
    let facts = compiled.definition.facts.iter();
    facts.map(|fact| fact.id.as_str()).collect()
}

/// The English of a place.
fn says(compiled: &Compiled, text: u16) -> &str {
    &compiled.definition.texts[0].lines[usize::from(text)]
}

#[test]
fn a_list_names_its_members_and_they_name_it() {
    let all = made_up();
    assert_eq!(names(&all).len(), 19);
    let member = |name: &str| {
        let place = names(&all).iter().position(|known| *known == name);
        u16::try_from(place.expect("it is asked")).expect("few")
    };
    let list = &all.definition.facts[usize::from(member("homes"))];
    let history = History {
        from: member("homes.from"),
        to: member("homes.to"),
        years: 5,
        whole: true,
    };
    assert_eq!(list.wants, Wants::List(Some(history)));
    let street = &all.definition.facts[usize::from(member("homes.street"))];
    assert_eq!(street.list, Some(member("homes")));
    assert_eq!(street.wants, Wants::Kind(Kind::Street));
}

#[test]
fn facts_that_a_definition_does_not_ask_for_are_left_out() {
    let trips = "[[screen]]\nid = \"trips\"\nlist = \"trips\"\nask = [{ fact = \"trips.days\" }]\n";
    let faults = compiled("forms/form-1.toml", trips, "").expect_err("their words are left");
    let said: Vec<&str> = faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(said, ["nothing says `screens.trips.title`"; 2]);

    let fee = "  { fact = \"filed.fee\" },\n";
    let less = compiled("forms/form-1.toml", fee, "").expect("nothing names the fee");
    let mut rest = made_up();
    rest.definition.facts.retain(|fact| fact.id != "filed.fee");
    assert_eq!(names(&less), names(&rest));
    // What names facts names the same ones as before.
    let check = less.definition.checks[0].fact.expect("it has one");
    assert_eq!(names(&less)[usize::from(check)], "filed.count");
}

#[test]
fn texts_stand_once_and_the_empty_one_first() {
    let compiled = made_up();
    let [english, spanish] = &compiled.definition.texts[..] else {
        panic!("two languages");
    };
    assert_eq!(
        [english.language.as_str(), spanish.language.as_str()],
        ["en", "es"]
    );
    assert_eq!(english.lines[0], "");
    let mut once = english.lines.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), english.lines.len());

    let screen = &compiled.definition.screens[1];
    assert_eq!(says(&compiled, screen.title), "You");
    assert_eq!(says(&compiled, screen.intro), "About you");
    // The definition's own words come before those of all.
    assert_eq!(says(&compiled, screen.questions[1].label), "When?");
    assert_eq!(says(&compiled, screen.questions[1].why), "w");
    assert_eq!(screen.questions[1].help, 0);
}

#[test]
fn every_part_has_its_line() {
    let compiled = made_up();
    let lines = &compiled.lines;
    let screens =
        ["filed", "person", "homes", "trips"].map(|id| line(FORM, &format!("id = \"{id}\"")) - 1);
    assert_eq!(lines.screens, screens);
    let asked = [
        "homes.street",
        "homes.own",
        "homes.unit",
        "homes.from",
        "homes.to",
    ];
    let asked = asked.map(|fact| line(FORM, &format!("{{ fact = \"{fact}\"")));
    assert_eq!(lines.questions[2], asked);
    assert_eq!(lines.checks, [line(FORM, "[[check]]")]);
    assert_eq!(lines.advice, [line(FORM, "[[advice]]")]);
    assert_eq!(lines.boxes.len(), 4);
    assert_eq!(lines.boxes[0], line(FORM, "[[box]]"));
    assert_eq!(compiled.hand[0].line, line(FORM, "[[hand]]"));
    assert_eq!(compiled.examples[0].line, line(FORM, "[[example]]"));
    let facts = names(&compiled).len();
    assert_eq!(lines.facts.len(), facts);
    assert_eq!(lines.facts[0], line(FACTS, "[person.family_name]"));
    assert_eq!(
        lines.conditions.len(),
        compiled.definition.expressions.len()
    );
    let when = compiled.definition.screens[1].when.expect("it has one");
    let condition = compiled.condition(when).expect("it has one");
    assert_eq!(condition.source, "filed.how != 'not_yet'");
    assert_eq!(condition.line, line(FORM, "filed.how != 'not_yet'"));
}

#[test]
fn rules_say_what_their_tables_say() {
    let compiled = made_up();
    let definition = &compiled.definition;
    assert_eq!(definition.form, "Form 1");
    assert_eq!(definition.checks[0].severity, Severity::Warning);
    assert_eq!(definition.sources.len(), 1);
    assert_eq!(definition.sources[0].url, "https://example.com/rule");
    let place = &definition.screens[0].questions[3].place;
    assert_eq!((place.part.as_str(), place.item.as_str()), ("1", "2.a"));
    assert_eq!((place.page, place.instructions), (3, 7));
    let [family, born, street, online] = &definition.boxes[..] else {
        panic!("four boxes");
    };
    assert!(matches!(family.writes, Writes::Fact(_, Spelling::Printed)));
    assert_eq!(
        (family.room, family.takes.as_str(), family.empty.as_str()),
        (30, "A -", "")
    );
    assert_eq!((born.room, born.when), (0, None));
    assert!(matches!(street.writes, Writes::Fact(_, Spelling::Printed)));
    assert_eq!(
        (street.entry, street.room, street.empty.as_str()),
        (0, 25, "N/A")
    );
    assert_eq!(online.writes, Writes::Text("Y".to_owned()));
    let official = compiled.official.as_ref().expect("it names one");
    assert_eq!(official.boxes[1].kind, Some(Kind::DateOfBirth));
    assert_eq!(official.boxes[2].max, Some(25));
    assert_eq!((official.boxes[3].kind, official.boxes[3].line), (None, 6));
}

#[test]
fn examples_say_answers_as_people_give_them() {
    let compiled = made_up();
    let example = &compiled.examples[0];
    assert_eq!(example.today, Day::new(2026, 1, 15).expect("a day"));
    let answer = |name: &str| example.answers.iter().find(|(fact, _)| *fact == name);
    assert_eq!(
        answer("filed.how").expect("it is there").1,
        &Answer::Text("online".to_owned())
    );
    assert_eq!(
        answer("person.married").expect("it is there").1,
        &Answer::Bool(true)
    );
    assert_eq!(
        answer("person.a_number").expect("it is there").1,
        &Answer::None
    );
    let Some((_, Answer::List(entries))) = answer("homes") else {
        panic!("a list");
    };
    let entry: Vec<_> = entries[0].iter().collect();
    assert_eq!(
        entry,
        [
            ("street", &Answer::Text("1 Main St".to_owned())),
            ("unit", &Answer::None)
        ]
    );
    assert_eq!(
        example.asked.as_deref(),
        Some(&["filed.how".to_owned()][..])
    );
    assert_eq!(example.boxes.as_ref().map(Vec::len), Some(1));
}

#[test]
fn a_box_takes_what_is_written_in_it() {
    let mut official = made_up().official.expect("it names one").boxes.remove(1);
    let takes = [
        (Some(Kind::State), Some(Kind::Province), true),
        (Some(Kind::Zip), Some(Kind::PostalCode), true),
        (Some(Kind::DateOfBirth), Some(Kind::Date), true),
        (Some(Kind::Province), Some(Kind::State), false),
        (Some(Kind::State), Some(Kind::City), false),
        (Some(Kind::State), None, false),
        (None, Some(Kind::City), true),
    ];
    for (wanted, kind, so) in takes {
        official.kind = wanted;
        assert_eq!(official.takes(kind), so, "{wanted:?} {kind:?}");
    }
}
