//! TypeScript written from the shapes: what the package declares, and how it reads an answer.
//!
//! [`types`] is the public declarations with their docs; [`tables`] the names whose numbers cross;
//! [`unfold`] a reader for each shape. `xtask/generate` puts them where the package is built.

use super::{
    pack::{ExampleOf, Fixed, KindExample, Line, Message, Percent, SourceOf, Written},
    shape::{self, Details},
};
use crate::{
    Code, Kind, LONGEST_SCANNED, Severity,
    field::{LONGEST_READ, Purpose, Whose},
    finding::{Safety, Source, Word},
    link::{LONGEST_LINK, Verdict},
    message::{Catalogue, explain, place, place_of_kind, place_of_word},
    text::LONGEST_VALUE,
};
use std::fmt::Write as _;

/// A shape as the generator sees it.
pub(super) struct Shape {
    pub name: &'static str,
    pub docs: &'static [&'static str],
    pub fields: Vec<Field>,
}

/// One of its fields.
pub(super) struct Field {
    pub name: String,
    pub docs: &'static [&'static str],
    /// Its type.
    pub typescript: String,
    /// The expression that reads it.
    pub unfold: String,
}

/// A type that TypeScript has, too.
pub(super) trait Typed {
    fn typescript() -> String;
    fn unfold() -> String;
}

macro_rules! typed {
    ($($rust:ty: $typescript:literal, $unfold:literal;)*) => {
        $(impl Typed for $rust {
            fn typescript() -> String {
                $typescript.to_owned()
            }

            fn unfold() -> String {
                $unfold.to_owned()
            }
        })*
    };
}

typed! {
    &str: "string", "read.text()";
    Fixed: "string", "read.fixed()";
    Written<'_>: "string | null", "read.written()";
    Message<'_>: "string", "read.sentence()";
    Line: "string", "read.line()";
    u32: "number", "read.number()";
    bool: "boolean", "read.flag()";
    Kind: "Kind", "KINDS[read.number()]!";
    Code: "Code", "CODES[read.number()]!";
    Severity: "Severity", "SEVERITIES[read.number()]!";
    Verdict: "Verdict", "VERDICTS[read.number()]!";
    Whose: "Whose", "WHOSE[read.number()]!";
    Purpose: "Purpose", "PURPOSES[read.number()]!";
    Safety: r#""safe" | "ask""#, r#"read.flag() ? "ask" : "safe""#;
    Percent: "number", "read.number() / 100";
    Details<'_>: "Record<string, string>", "read.record()";
    SourceOf: "Source", "read.source()";
    ExampleOf: "string", "read.example()";
    KindExample: "string", "read.kindExample()";
}

impl<T: Typed> Typed for Option<T> {
    fn typescript() -> String {
        T::typescript() + " | null"
    }

    fn unfold() -> String {
        format!("read.flag() ? {} : null", T::unfold())
    }
}

impl<T: Typed> Typed for &T {
    fn typescript() -> String {
        T::typescript()
    }

    fn unfold() -> String {
        T::unfold()
    }
}

impl<T: Typed> Typed for &[T] {
    fn typescript() -> String {
        T::typescript() + "[]"
    }

    fn unfold() -> String {
        // Only shapes stand in lists; their reader is handed on, not called.
        format!("read.list({})", T::unfold().trim_end_matches("()"))
    }
}

/// The module of types.
#[must_use]
pub fn types() -> String {
    let mut out = String::new();
    doc(
        &mut out,
        "",
        &[" What a box can want, and what a text can be. The list may grow."],
    );
    union(&mut out, "Kind", Kind::all().map(Kind::id));
    doc(
        &mut out,
        "",
        &[" Must be mended; should be looked at; good to know."],
    );
    union(
        &mut out,
        "Severity",
        SEVERITIES.map(Severity::id).into_iter(),
    );
    doc(
        &mut out,
        "",
        &[
            " Whose a host is: the agency's; another agency's; a contractor of the State Department's;",
            " nobody's official, but imitating one; nobody's official; not to be read.",
        ],
    );
    union(&mut out, "Verdict", VERDICTS.map(Verdict::id).into_iter());
    doc(&mut out, "", &[" Whose value a box wants."]);
    union(&mut out, "Whose", Whose::ALL.iter().map(|one| one.id()));
    doc(&mut out, "", &[" What a date or an address is for."]);
    union(&mut out, "Purpose", Purpose::ALL.iter().map(|one| one.id()));
    let english = Catalogue::english();
    doc(
        &mut out,
        "",
        &[" The codes of this version. Each is stable for ever; the list may grow."],
    );
    out.push_str("export type Code =");
    for code in Code::all() {
        let what = explain(code, &english).what;
        let (id, severity) = (code.id(), code.severity().id());
        put(
            &mut out,
            format_args!("\n  /** {severity}: {what} */\n  | \"{id}\""),
        );
    }
    out.push_str(";\n");
    for Shape { name, docs, fields } in shape::all() {
        doc(&mut out, "", docs);
        put(&mut out, format_args!("export interface {name} {{\n"));
        for field in fields {
            doc(&mut out, "  ", field.docs);
            put(
                &mut out,
                format_args!("  {}: {};\n", field.name, field.typescript),
            );
        }
        out.push_str("}\n");
    }
    out
}

/// The module of names that cross as numbers, and of limits.
#[must_use]
pub fn tables() -> String {
    let kinds: Vec<&str> = Kind::all().map(Kind::id).collect();
    let mut families = String::new();
    let mut present = "";
    for code in Code::all() {
        let (family, fault) = code.id().split_once('/').unwrap_or_default();
        if family != present {
            families += if present.is_empty() { "" } else { "/" };
            families += family;
            present = family;
        }
        families += " ";
        families += fault;
    }
    format!(
        "import type {{ Code, Kind, Purpose, Severity, Verdict, Whose }} from \"./types.js\";\n\n\
         export const KINDS: readonly Kind[] = {kinds:?};\n\
         // A family and its faults; written out, they would be twice as large.\n\
         export const CODES: readonly Code[] = {families:?}.split(\"/\").flatMap((row) => {{\n  \
         const [family, ...faults] = row.split(\" \");\n  \
         return faults.map((fault) => `${{family}}/${{fault}}` as Code);\n\
         }});\n\
         export const SEVERITIES: readonly Severity[] = {:?};\n\
         export const VERDICTS: readonly Verdict[] = {:?};\n\
         export const WHOSE: readonly Whose[] = {:?};\n\
         export const PURPOSES: readonly Purpose[] = {:?};\n\
         /** In bytes of UTF-8, so a text of more UTF-16 units is longer, too. */\n\
         export const LONGEST_VALUE = {LONGEST_VALUE};\n\
         export const LONGEST_SCANNED = {LONGEST_SCANNED};\n\
         export const LONGEST_LINK = {LONGEST_LINK};\n\
         /** Of a longer text about a box, what is read at its beginning and at its end, in bytes. */\n\
         export const LONGEST_READ = {LONGEST_READ:?} as const;\n",
        SEVERITIES.map(Severity::id),
        VERDICTS.map(Verdict::id),
        Whose::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
        Purpose::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
    )
}

/// What people read and is the same in every language: sources and examples. Beside the texts.
#[must_use]
pub fn facts(literal: impl Fn(&str) -> String) -> String {
    let list = |items: Vec<String>| items.join(",");
    let source = |one: &Source| {
        format!(
            "[{},{},{}]",
            literal(one.title),
            literal(one.url()),
            literal(one.read)
        )
    };
    let place = |code: Code| {
        let place = Source::all().iter().position(|one| one == code.source());
        place.unwrap_or_default().to_string()
    };
    format!(
        "/** Where rules come from: title, url, day of reading. */\n\
         export const SOURCES: readonly (readonly [string, string, string])[] = [{}];\n\
         /** The place in SOURCES of each code's rule. */\n\
         export const SOURCE_OF: readonly number[] = [{}];\n\
         /** A text that has each code's fault. */\n\
         export const EXAMPLES: readonly string[] = [{}];\n\
         /** A value of each kind. */\n\
         export const KIND_EXAMPLES: readonly string[] = [{}];\n",
        list(Source::all().iter().map(source).collect()),
        list(Code::all().map(place).collect()),
        list(Code::all().map(|code| literal(code.example())).collect()),
        list(Kind::all().map(|kind| literal(kind.example())).collect()),
    )
}

/// Findings for a module that does not speak itself: what the loader of texts needs of each.
#[must_use]
pub fn findings(name: &str, codes: impl Iterator<Item = Code>) -> String {
    let mut out = format!(
        "import type {{ Code, Severity }} from \"./types.js\";\n\n\
         /** Name; severity; the line of its message among the texts; number. */\n\
         export const {name}: readonly (readonly [Code, Severity, number, number])[] = [\n"
    );
    for code in codes {
        let (id, severity, line) = (code.id(), code.severity().id(), place(code));
        let number = code as u16;
        put(
            &mut out,
            format_args!("  [{id:?}, {severity:?}, {line}, {number}],\n"),
        );
    }
    out.push_str("];\n");
    out
}

/// Where words stand among the texts: those beside boxes, and the names of kinds with "a".
#[must_use]
pub fn lines() -> String {
    let mut out = String::from("export const LINES = {\n");
    for word in Word::all() {
        if let Some(name) = word.id().strip_prefix("box.") {
            let (name, line) = (camel(&name.replace('-', "_")), place_of_word(word));
            put(&mut out, format_args!("  {name}: {line},\n"));
        }
    }
    let first = Kind::all().next().map_or(0, place_of_kind);
    let second = Kind::all().nth(1).map_or(0, place_of_kind);
    put(
        &mut out,
        format_args!(
            "}} as const;\n\
             /** \"an A-Number\": the line of a kind. */\n\
             export const lineOfKind = (number: number): number => {} + {} * number;\n",
            first + 1,
            second - first
        ),
    );
    out
}

/// The module that reads answers: a function for each shape.
#[must_use]
pub fn unfold() -> String {
    let shapes = shape::all();
    let names: Vec<&str> = shapes.iter().map(|shape| shape.name).collect();
    let mut out = format!(
        "import * as read from \"../packed.js\";\n\
         import {{ CODES, KINDS, PURPOSES, SEVERITIES, VERDICTS, WHOSE }} from \"./tables.js\";\n\
         import type {{ {} }} from \"./types.js\";\n",
        names.join(", ")
    );
    for Shape { name, fields, .. } in shapes {
        let reader = camel(name);
        put(
            &mut out,
            format_args!("\nexport function {reader}(): {name} {{\n  return {{\n"),
        );
        for field in fields {
            put(
                &mut out,
                format_args!("    {}: {},\n", field.name, field.unfold),
            );
        }
        out.push_str("  };\n}\n");
    }
    out
}

const VERDICTS: [Verdict; 6] = [
    Verdict::Official,
    Verdict::Government,
    Verdict::Contractor,
    Verdict::Lookalike,
    Verdict::Unofficial,
    Verdict::Unreadable,
];
const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

fn union(out: &mut String, name: &str, members: impl Iterator<Item = &'static str>) {
    put(out, format_args!("export type {name} ="));
    for member in members {
        put(out, format_args!("\n  | \"{member}\""));
    }
    out.push_str(";\n");
}

fn doc(out: &mut String, indent: &str, lines: &[&str]) {
    if indent.is_empty() && !out.is_empty() {
        out.push('\n');
    }
    if let [line] = lines {
        put(out, format_args!("{indent}/**{line} */\n"));
        return;
    }
    put(out, format_args!("{indent}/**\n"));
    for line in lines {
        put(out, format_args!("{indent} *{line}\n"));
    }
    put(out, format_args!("{indent} */\n"));
}

/// `looks_like` and `LooksLike` → `looksLike`.
pub(super) fn camel(name: &str) -> String {
    let mut out = String::new();
    let mut upper = false;
    for letter in name.trim_start_matches("r#").chars() {
        match letter {
            '_' => upper = true,
            letter if upper => {
                out.extend(letter.to_uppercase());
                upper = false;
            }
            letter if out.is_empty() => out.extend(letter.to_lowercase()),
            letter => out.push(letter),
        }
    }
    out
}

fn put(out: &mut String, text: std::fmt::Arguments) {
    out.write_fmt(text)
        .expect("a string takes whatever is written");
}

#[cfg(test)]
mod tests {
    use super::{camel, types, unfold};

    #[track_caller]
    fn check(text: &str, part: &str) {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }

    #[test]
    fn declarations_follow_from_the_shapes() {
        let types = types();
        check(
            &types,
            "export type Kind =\n  | \"online-account-number\"\n",
        );
        check(
            &types,
            "export type Severity =\n  | \"error\"\n  | \"warning\"\n  | \"note\";\n",
        );
        check(
            &types,
            "  /** error: Some characters are missing. */\n  | \"ssn/too-short\"",
        );
        check(&types, "  looksLike: Kind | null;\n");
        check(&types, "  safety: \"safe\" | \"ask\";\n");
        check(&types, "  details: Record<string, string>;\n");
        check(
            &types,
            "/** A kind in words. */\nexport interface KindWords {\n",
        );
        check(&types, "  where: string;\n");
        assert!(!types.contains("any;"), "{types}");
    }

    #[test]
    fn readers_follow_from_the_shapes() {
        let unfold = unfold();
        check(
            &unfold,
            "export function check(): Check {\n  return {\n    kind: KINDS[read.number()]!,\n",
        );
        check(&unfold, "    findings: read.list(finding),\n");
        check(&unfold, "    span: read.flag() ? span() : null,\n");
    }

    #[test]
    fn names_are_javascripts() {
        assert_eq!(camel("looks_like"), "looksLike");
        assert_eq!(camel("KindWords"), "kindWords");
        assert_eq!(camel("r#where"), "where");
    }
}
