//! Conditions: from their source to the steps of the core, or to a fault.

mod support;

use std::fmt::Write as _;

use prefile::form::{Definition, Op};
use support::{compiled, shown};

/// The line of the check's condition.
const CHECK: usize = 51;

/// The steps of a condition in short: `filed.count 9 <= !`.
fn steps(definition: &Definition, ops: &[Op]) -> String {
    let name = |fact: u16| definition.facts[usize::from(fact)].id.as_str();
    let body = |body: u16| steps(definition, &definition.expressions[usize::from(body)]);
    let mut out = String::new();
    for op in ops {
        let _ = match op {
            Op::Fact(fact) => write!(out, "{} ", name(*fact)),
            Op::Today => write!(out, "today "),
            Op::Bool(bool) => write!(out, "{bool} "),
            Op::Number(number) => write!(out, "{number} "),
            Op::Text(text) => write!(out, "'{text}' "),
            Op::Null => write!(out, "null "),
            Op::Not => write!(out, "! "),
            Op::And => write!(out, "&& "),
            Op::Or => write!(out, "|| "),
            Op::Equal => write!(out, "== "),
            Op::Less => write!(out, "< "),
            Op::AtMost => write!(out, "<= "),
            Op::Select => write!(out, "?: "),
            Op::Known(fact) => write!(out, "known({}) ", name(*fact)),
            Op::StartsWith => write!(out, "startsWith "),
            Op::Days => write!(out, "days "),
            Op::Months => write!(out, "months "),
            Op::Years => write!(out, "years "),
            Op::Any(list, said) => write!(out, "any({}: {}) ", name(*list), body(*said)),
            Op::All(list, said) => write!(out, "all({}: {}) ", name(*list), body(*said)),
            Op::Count(list, said) => write!(out, "count({}: {}) ", name(*list), body(*said)),
            Op::Size(list) => write!(out, "size({}) ", name(*list)),
            Op::Sum(list, said) => write!(out, "sum({}: {}) ", name(*list), body(*said)),
        };
    }
    out.trim_end().to_owned()
}

/// A condition of the check comes to these steps.
#[track_caller]
fn reads(source: &str, expect: &str) {
    match compiled("forms/form-1.toml", "filed.count > 9", &escaped(source)) {
        Ok(compiled) => {
            let check = &compiled.definition.checks[0];
            let ops = &compiled.definition.expressions[usize::from(check.when)];
            assert_eq!(steps(&compiled.definition, ops), expect, "{source}");
            let condition = compiled.condition(check.when).expect("it has one");
            assert_eq!((condition.line, condition.source.as_str()), (CHECK, source));
        }
        Err(faults) => panic!("{source}\n{}", shown(&faults)),
    }
}

/// A condition of the check has these faults.
#[track_caller]
fn fails(source: &str, expect: &str) {
    match compiled("forms/form-1.toml", "filed.count > 9", &escaped(source)) {
        Ok(_) => panic!("{source} has no fault"),
        Err(faults) => {
            let shown = shown(&faults);
            let short = shown.replace(&format!("forms/form-1.toml:{CHECK}: "), "");
            assert_eq!(short, expect, "{source}");
        }
    }
}

/// As it stands between quotes in TOML.
fn escaped(source: &str) -> String {
    source
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}

#[test]
fn conditions_become_steps() {
    for (source, expect) in STEPS {
        reads(source, expect);
    }
}

const STEPS: &[(&str, &str)] = &[
    ("true", "true"),
    ("!false", "false !"),
    ("!!(person.married == true)", "person.married true == ! !"),
    ("filed.count > 9", "filed.count 9 <= !"),
    ("filed.count >= -1", "filed.count -1 < !"),
    (
        "filed.count<9&&9<=filed.count",
        "filed.count 9 < 9 filed.count <= &&",
    ),
    (
        "filed.count == 1 || filed.count != 2 && true",
        "filed.count 1 == filed.count 2 == ! true && ||",
    ),
    (
        "(filed.count == 1 || false) && true",
        "filed.count 1 == false || true &&",
    ),
    ("true == false != true", "true false == true == !"),
    ("!true == false", "true ! false =="),
    ("filed.how == 'online'", "filed.how 'online' =="),
    ("'online' != filed.how", "'online' filed.how == !"),
    ("filed.how == filed.first", "filed.how filed.first =="),
    (
        "filed.how in ['online', 'on_paper']",
        "filed.how 'online' == filed.how 'on_paper' == ||",
    ),
    ("filed.count in [1]", "filed.count 1 =="),
    (
        "!(filed.count in [1, -2])",
        "filed.count 1 == filed.count -2 == || !",
    ),
    ("person.a_number == null", "person.a_number null =="),
    ("null != person.a_number", "null person.a_number == !"),
    (
        "person.a_number == 'A012345678'",
        "person.a_number 'A012345678' ==",
    ),
    (
        "person.a_number != null && person.a_number.startsWith('A0')",
        "person.a_number null == ! person.a_number 'A0' startsWith &&",
    ),
    (
        "person.a_number == null || person.a_number.startsWith('A0')",
        "person.a_number null == person.a_number 'A0' startsWith ||",
    ),
    (
        "!(person.a_number == null || filed.count == 1) && person.a_number.startsWith(\"A'\")",
        "person.a_number null == filed.count 1 == || ! person.a_number 'A'' startsWith &&",
    ),
    (
        "person.left != null ? person.left < today : false",
        "person.left null == ! person.left today < false ?:",
    ),
    (
        "person.left != null && (true ? person.left : today) < today",
        "person.left null == ! true person.left today ?: today < &&",
    ),
    (
        "(person.left != null ? person.left : today) < today",
        "person.left null == ! person.left today ?: today <",
    ),
    (
        "person.married == true && person.married",
        "person.married true == person.married &&",
    ),
    (
        "person.state in ['CA', 'NY']",
        "person.state 'CA' == person.state 'NY' == ||",
    ),
    ("known(person.a_number)", "known(person.a_number)"),
    (
        "known(homes) && size(homes) == 0",
        "known(homes) size(homes) 0 == &&",
    ),
    ("person.born < date('2008-02-29')", "person.born 13938 <"),
    (
        "days(person.born, today) == 0",
        "person.born today days 0 ==",
    ),
    (
        "months(person.born, today) < years(today, person.born)",
        "person.born today months today person.born years <",
    ),
    ("a_child && true", "person.born today years 14 < true &&"),
    (
        "filed.count == (filed.how == 'online' ? 1 : 2)",
        "filed.count filed.how 'online' == 1 2 ?: ==",
    ),
    (
        "filed.count == 1 ? true : filed.count == 2 ? false : true",
        "filed.count 1 == true filed.count 2 == false true ?: ?:",
    ),
    (
        "filed.how == (filed.count == 1 ? filed.first : 'online')",
        "filed.how filed.count 1 == filed.first 'online' ?: ==",
    ),
    (
        "homes.exists(h, h.own && h.street == 'X')",
        "any(homes: homes.own homes.street 'X' == &&)",
    ),
    (
        "homes.all(h, h.unit != null && h.unit.startsWith('A') || !known(h.unit))",
        "all(homes: homes.unit null == ! homes.unit 'A' startsWith && known(homes.unit) ! ||)",
    ),
    (
        "size(homes.filter(home, home.from < person.born)) > 1 || homes.exists(h, true)",
        "count(homes: homes.from person.born <) 1 <= ! any(homes: true) ||",
    ),
    (
        "homes.map(h, h.own ? days(h.from, today) : 0).sum() >= 9",
        "sum(homes: homes.own homes.from today days 0 ?:) 9 < !",
    ),
    (
        "person.left != null && homes.exists(h, h.from < person.left)",
        "person.left null == ! any(homes: homes.from person.left <) &&",
    ),
    (
        "(filed.count == 1 ? person.state : 'AZ').startsWith('A')",
        "filed.count 1 == person.state 'AZ' ?: 'A' startsWith",
    ),
    (
        "filed.fee != null && filed.fee > 100",
        "filed.fee null == ! filed.fee 100 <= ! &&",
    ),
    ("filed.count ==\n  1", "filed.count 1 =="),
];

#[test]
fn conditions_that_say_nothing_are_faults() {
    for (source, expect) in FAULTS {
        fails(source, expect);
    }
}

const FAULTS: &[(&str, &str)] = &[
    (
        "filed.cuont > 9",
        "no fact and no term is named `filed.cuont`; did you mean `filed.count`?",
    ),
    (
        "b_child",
        "no fact and no term is named `b_child`; did you mean `a_child`?",
    ),
    ("zzz.yyy", "no fact and no term is named `zzz.yyy`"),
    ("a.b.c.d", "no fact and no term is named `a.b.c.d`"),
    ("person.null == 1", "`null` is no part of a name"),
    ("known(in)", "a name is missing before `in`"),
    ("person.", "a name is missing at the end of the condition"),
    (
        "filed.count",
        "a condition is true or false, and this is neither",
    ),
    (
        "filed.count > 1 &&",
        "a value or a name is missing at the end of the condition",
    ),
    ("&& true", "a value or a name is missing before `&&`"),
    ("true true", "an operator is missing before `true`"),
    ("(true", "the `(` that begins here is never closed"),
    ("true)", "`)` has no `(` before it"),
    (
        "homes.all(h, true",
        "the `(` that begins here is never closed",
    ),
    ("true ? false", "`?` has no `:` behind it"),
    ("(true ? false)", "`?` has no `:` behind it"),
    ("true : false", "`:` has no `?` before it"),
    (
        "true ? true ? true : false : true",
        "put the `? :` that stands between `?` and `:` in parentheses",
    ),
    ("true, false", "no `,` stands here"),
    ("true [ false", "`[` cannot stand here"),
    ("true & false", "conditions have no sign `&`; say `&&`"),
    ("true | false", "conditions have no sign `|`; say `||`"),
    ("filed.count = 1", "conditions have no sign `=`; say `==`"),
    ("filed.count # 1", "conditions have no sign `#`"),
    ("filed.count > 1x", "`1x` is no whole number"),
    (
        "filed.count > 99999999999999999999",
        "`99999999999999999999` is no whole number",
    ),
    (
        "filed.count > -filed.count",
        "`-` stands only before a number; of days use days(a, b)",
    ),
    ("filed.how == 'online", "the text has no quote at its end"),
    (
        "filed.how == 'on\\line'",
        "in a text `\\` stands only before `\\`, `'` or `\"`",
    ),
    (
        "filed.how == 'onlin'",
        "`filed.how` has no choice 'onlin'; did you mean `online`?",
    ),
    (
        "filed.how in ['online', 'x']",
        "`filed.how` has no choice 'x'",
    ),
    (
        "filed.how in 'online'",
        "after `in` stands a list of texts or numbers: ['a', 'b']",
    ),
    (
        "filed.how in []",
        "in [ ] stand only texts or numbers, one at least",
    ),
    (
        "filed.how in ['online'",
        "`]` is missing at the end of the condition",
    ),
    ("filed.count in ['a']", "a number is never a text in quotes"),
    (
        "filed.how == filed.where",
        "`filed.how` and `filed.where` have not the same choices",
    ),
    ("filed.how == 1", "a choice is never a number"),
    ("filed.count == true", "a number is never yes or no"),
    (
        "person.born == '2001-01-01'",
        "a day is compared with a day: date('2025-04-01')",
    ),
    (
        "person.state == 'California'",
        "'California' is never the canonical form of state; say 'CA'",
    ),
    (
        "person.a_number == 'x'",
        "'x' is never the canonical form of a-number",
    ),
    (
        "person.born < 9",
        "in order stand two numbers or two days; these are a day and a number",
    ),
    (
        "person.state < 'CA'",
        "in order stand two numbers or two days; these are a text and a text in quotes",
    ),
    ("!filed.count", "`!` wants yes or no, and this is a number"),
    (
        "filed.count && true",
        "`&&` wants yes or no, and this is a number",
    ),
    (
        "true || 'x'",
        "`||` wants yes or no, and this is a text in quotes",
    ),
    (
        "filed.count ? true : false",
        "`?` wants yes or no, and this is a number",
    ),
    ("(true ? 1 : false) == 1", "a number is never yes or no"),
    (
        "(true ? person.left : null) == null",
        "null stands only beside `==` and `!=`",
    ),
    (
        "null == null",
        "null is always null: name an optional fact on one side",
    ),
    (
        "filed.count == null",
        "`filed.count` is never null: it is not optional in forms/facts.toml",
    ),
    ("1 == null", "only a fact can be null"),
    ("person.left < today", NO_LEFT),
    ("person.left < today && person.left != null", NO_LEFT),
    ("person.left == null && person.left < today", NO_LEFT),
    ("person.left != null || person.left < today", NO_LEFT),
    ("person.left != null ? true : person.left < today", NO_LEFT),
    (
        "(person.left != null || true) && person.left < today",
        NO_LEFT,
    ),
    ("homes.exists(h, h.from < person.left)", NO_LEFT),
    (
        "homes.exists(h, person.left != null) && person.left < today",
        NO_LEFT,
    ),
    (
        "person.married",
        "`person.married` may be \"I have none\": put `person.married != null &&` before what needs its value",
    ),
    ("days(true ? person.left : today, today) > 1", NO_LEFT),
    (
        "homes.exists(h, h.unit.startsWith('A'))",
        "`homes.unit` may be \"I have none\": put `homes.unit != null &&` before what needs its value",
    ),
    (
        "person.state.startsWith(1)",
        "startsWith() wants a text, and the beginning in quotes; these are a text and a number",
    ),
    (
        "filed.count.startsWith('1')",
        "startsWith() wants a text, and the beginning in quotes; these are a number and a text in quotes",
    ),
    (
        "(true).endsWith('1')",
        "there is no function `endsWith` of a value",
    ),
    (
        "person.state.endsWith('1')",
        "there is no function `person.state.endsWith`; see forms/README.md",
    ),
    (
        "age(person.born) > 1",
        "there is no function `age`; see forms/README.md",
    ),
    ("days(person.born) > 1", "days() wants two days: days(a, b)"),
    ("days(person.born, today, today) > 1", "no `,` stands here"),
    (
        "years(person.born, 3) > 1",
        "days(), months() and years() want two days; these are a day and a number",
    ),
    (
        "today > date('2025-02-29')",
        "date() wants a day of the calendar: date('2025-04-01')",
    ),
    (
        "today > date(2025)",
        "date() wants a day of the calendar: date('2025-04-01')",
    ),
    ("known(1)", "a name is missing before `1`"),
    (
        "known(person.state.startsWith('A'))",
        "only the name of a fact stands here",
    ),
    (
        "known(a_child)",
        "no fact is named `a_child`: known() asks for one",
    ),
    (
        "homes == 1",
        "`homes` is a list: say homes.exists(h, ...), homes.all(h, ...) or size(homes)",
    ),
    (
        "homs.exists(h, true)",
        "no list is named `homs`; did you mean `homes`?",
    ),
    ("filed.count.exists(h, true)", "`filed.count` is no list"),
    ("size(filed.count) > 1", "`filed.count` is no list"),
    (
        "size(person.state.startsWith('A')) > 1",
        "size() wants a list: size(homes) or size(homes.filter(h, ...))",
    ),
    (
        "homes.filter(h, h.own)",
        "entries are filtered only to count them: size(homes.filter(h, ...))",
    ),
    (
        "homes.map(h, h.own) == 1",
        "what entries come to is only added up: homes.map(h, ...).sum()",
    ),
    (
        "homes.map(h, 1).size() == 1",
        "what entries come to is only added up: homes.map(h, ...).sum()",
    ),
    (
        "homes.map(h, h.own).sum() == 1",
        "sum() wants numbers, and this is yes or no",
    ),
    ("homes.exists(true)", "`,` is missing before `)`"),
    (
        "homes.exists(h, h)",
        "`h` is an entry: name what it has, as `h.street`",
    ),
    (
        "homes.exists(h, h.stret == 'X')",
        "the entries of `homes` have no `stret`; did you mean `street`?",
    ),
    (
        "homes.exists(h, h.street)",
        "what is said of a list's entries wants yes or no, and this is a text",
    ),
    (
        "homes.exists(h, homes.own)",
        "`homes.own` is of which entry? Name the one at hand, as in homes.exists(h, h.city == 'X')",
    ),
    (
        "homes.exists(h, trips.exists(t, true))",
        "what is said of a list's entries cannot ask a list again",
    ),
    (
        "homes.exists(filed, true)",
        "`filed` is a name of facts or of a term: name the entry otherwise",
    ),
    (
        "homes.exists(a_child, true)",
        "`a_child` is a name of facts or of a term: name the entry otherwise",
    ),
    (
        "homes.own",
        "`homes.own` is one for each entry: say homes.exists(h, h.own == ...)",
    ),
];

const NO_LEFT: &str = "`person.left` may be \"I have none\": put `person.left != null &&` before what needs its value";

#[test]
fn all_faults_of_a_condition_are_said() {
    fails(
        "filed.cuont > 9 && person.left < today && filed.how == 'x'",
        "`filed.how` has no choice 'x'\n\
         `person.left` may be \"I have none\": put `person.left != null &&` before what needs its value\n\
         no fact and no term is named `filed.cuont`; did you mean `filed.count`?",
    );
}

#[test]
fn a_fault_has_the_line_of_its_part() {
    let text = "'''\nfiled.count > 9 &&\nfiled.cuont > 9'''";
    let faults =
        compiled("forms/form-1.toml", "\"filed.count > 9\"", text).expect_err("a wrong name");
    let expect = "no fact and no term is named `filed.cuont`; did you mean `filed.count`?";
    assert_eq!(
        shown(&faults),
        format!("forms/form-1.toml:{}: {expect}", CHECK + 2)
    );
}

#[test]
fn no_depth_is_too_deep() {
    let deep = 9_000;
    let (open, close) = ("(".repeat(deep), ")".repeat(deep));
    reads(&format!("{open}true{close}"), "true");
    let not = "!".repeat(deep);
    reads(
        &format!("{not}true"),
        &["true", &" !".repeat(deep)].concat(),
    );
    let nested = format!("{}true{}", "true && (".repeat(4_000), ")".repeat(4_000));
    reads(
        &nested,
        &["true ".repeat(4_001), vec!["&&"; 4_000].join(" ")].concat(),
    );
    let chosen = format!("{}true", "true ? false : ".repeat(3_000));
    reads(
        &chosen,
        &[
            "true false ".repeat(3_000),
            "true ".to_owned(),
            vec!["?:"; 3_000].join(" "),
        ]
        .concat(),
    );
    fails(
        &format!("{open}true"),
        "the `(` that begins here is never closed",
    );

    fails(&format!("{}true", "!".repeat(10_000)), TOO_LONG);
    fails(
        &format!("filed.how in [{}]", vec!["'online'"; 4_000].join(", ")),
        TOO_LONG,
    );
    // Each term is twice the one before it.
    let mut terms = "[terms]\nt0 = \"true\"\n".to_owned();
    for number in 1..40 {
        let _ = writeln!(terms, "t{number} = \"t{0} && t{0}\"", number - 1);
    }
    let faults =
        compiled("forms/form-1.toml", "[terms]\n", &terms).expect_err("2 to the power of 39");
    assert!(shown(&faults).contains(TOO_LONG), "{}", shown(&faults));
}

const TOO_LONG: &str =
    "the condition has more than 10000 parts with those of its terms: say it shorter";
