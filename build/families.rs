//! `data/kinds.toml` and `data/families/*.toml`: the kinds, and the one table of finding codes.
//!
//! A family that says `module = "pdf"` is that module's: it is compiled into the module by the same code,
//! and the core knows nothing of it.

use crate::{camel, sources::Source};
use std::{fmt::Write as _, path::Path};

/// Faults that many kinds can have, in the order of `SharedFault`; `Code::of(kind, fault)` finds
/// the code.
pub const SHARED_FAULTS: [&str; 25] = [
    "empty",
    "too-short",
    "too-long",
    "unexpected-character",
    "letter-for-digit",
    "digit-for-letter",
    "another-kind",
    "made-up",
    "left-empty",
    "extra-spaces",
    "box-may-refuse",
    "long-for-box",
    "look-alike-letter",
    "odd-character",
    "missing-name",
    "whole-name",
    "title",
    "nickname",
    "unreadable",
    "two-digit-year",
    "no-such-day",
    "day-first",
    "maybe-day-first",
    "unusual-year",
    "keep-secret",
];
/// Those without which an identifier family does not build.
const NEEDED_FAULTS: [&str; 4] = ["empty", "too-short", "unexpected-character", "another-kind"];

pub struct Families {
    /// The module whose they are; empty for the core, which alone has kinds.
    pub module: String,
    pub kinds: Vec<Kind>,
    pub codes: Vec<Code>,
    /// The families of everyone else.
    pub others: Vec<String>,
}

pub struct Kind {
    pub id: String,
    pub group: String,
    pub example: String,
}

pub struct Code {
    pub family: String,
    pub fault: String,
    severity: String,
    /// The place of its source.
    pub source: usize,
    example: String,
    pub params: Vec<String>,
}

impl Code {
    pub fn id(&self) -> String {
        format!("{}/{}", self.family, self.fault)
    }
}

impl Families {
    /// Leaves out the sources that no code cites: definitions have theirs with them.
    pub fn cite(&mut self, mut sources: Vec<Source>) -> Vec<Source> {
        let mut used: Vec<usize> = self.codes.iter().map(|code| code.source).collect();
        used.sort_unstable();
        used.dedup();
        for code in &mut self.codes {
            let place = used.iter().position(|place| *place == code.source);
            code.source = place.expect("all that are used are there");
        }
        let mut places = 0..;
        sources.retain(|_| places.next().is_some_and(|place| used.contains(&place)));
        sources
    }
}

pub fn read(root: &Path, module: &str, sources: &[Source]) -> Result<Families, String> {
    let kinds = if module.is_empty() {
        read_kinds(root)?
    } else {
        Vec::new()
    };
    let (mut codes, mut others) = (Vec::new(), Vec::new());
    for family in crate::stems(root, "data/families")? {
        let path = format!("data/families/{family}.toml");
        let table = crate::toml(root, &path)?;
        let of = table.get("module").and_then(|value| value.as_str());
        if of.unwrap_or_default() != module {
            others.push(family);
            continue;
        }
        let mut own = read_family(&path, &family, &table, sources)?;
        // Shared faults first, in their own order: `Code::of` counts on it.
        own.sort_by_key(|code| {
            let shared = SHARED_FAULTS.iter().position(|fault| *fault == code.fault);
            shared.unwrap_or(SHARED_FAULTS.len())
        });
        codes.append(&mut own);
    }
    for kind in kinds.iter().filter(|kind| kind.group == "identifiers") {
        for fault in NEEDED_FAULTS {
            if !codes
                .iter()
                .any(|code| code.family == kind.id && code.fault == fault)
            {
                let id = &kind.id;
                return Err(format!("data/families/{id}.toml: no row for `{fault}`"));
            }
        }
    }
    Ok(Families {
        module: module.to_owned(),
        kinds,
        codes,
        others,
    })
}

fn read_kinds(root: &Path) -> Result<Vec<Kind>, String> {
    let mut kinds = Vec::new();
    for (group, ids) in &crate::toml(root, "data/kinds.toml")? {
        for id in ids.as_array().into_iter().flatten() {
            let id = id.as_str().ok_or("data/kinds.toml: a kind is a string")?;
            let table = crate::toml(root, &format!("data/families/{id}.toml"))?;
            let example = table
                .get("example")
                .and_then(|value| value.as_str())
                .ok_or_else(|| format!("data/families/{id}.toml: no `example`"))?;
            kinds.push(Kind {
                id: id.to_owned(),
                group: group.clone(),
                example: example.to_owned(),
            });
        }
    }
    Ok(kinds)
}

fn read_family(
    path: &str,
    family: &str,
    table: &toml::Table,
    sources: &[Source],
) -> Result<Vec<Code>, String> {
    let mut codes = Vec::new();
    let family_source = table.get("source").and_then(|value| value.as_str());
    let Some(rows) = table.get("findings").and_then(|value| value.as_table()) else {
        return Ok(codes);
    };
    for (fault, row) in rows {
        let text = |name: &str| row.get(name).and_then(|value| value.as_str());
        let no = |what: &str| format!("{path}: `{fault}` has no {what}");
        let severity = text("severity").ok_or_else(|| no("severity"))?;
        if !["error", "warning", "note"].contains(&severity) {
            return Err(format!(
                "{path}: `{fault}`: severity is error, warning or note"
            ));
        }
        let source = text("source")
            .or(family_source)
            .ok_or_else(|| no("source"))?;
        let source = sources
            .iter()
            .position(|known| known.id == source)
            .ok_or_else(|| format!("{path}: `{fault}`: `{source}` is not in data/sources.toml"))?;
        let params = row.get("params").and_then(|value| value.as_array());
        let params: Vec<String> = params
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect();
        if params.len() > 2 && !table.contains_key("module") {
            return Err(format!("{path}: `{fault}`: at most two parameters"));
        }
        codes.push(Code {
            family: family.to_owned(),
            fault: fault.clone(),
            severity: severity.to_owned(),
            source,
            example: text("example").ok_or_else(|| no("example"))?.to_owned(),
            params,
        });
    }
    Ok(codes)
}

pub fn code_table(families: &Families, sources: &[Source]) -> String {
    let codes = &families.codes;
    let mut out = String::from("// From data/families/*.toml, by build/families.rs.\n");
    out.push_str("/// What can be found; `Code::id` is stable for ever.\n");
    out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n");
    // Who depends on the core is not broken by a new code; the other modules are ours alone, and a test
    // of theirs names each.
    if families.module.is_empty() {
        out.push_str("#[non_exhaustive]\n");
    }
    out.push_str("#[repr(u16)]\npub enum Code {\n");
    for code in codes {
        let _ = writeln!(out, "    /// `{}`: {}", code.id(), code.severity);
        let _ = writeln!(out, "    {},", camel(&code.id()));
    }
    out.push_str("}\n");
    let each =
        |say: &dyn Fn(&Code) -> String| codes.iter().map(say).collect::<Vec<_>>().into_iter();
    list(
        &mut out,
        "CODES",
        "Code",
        each(&|code| format!("Code::{}", camel(&code.id()))),
    );
    list(
        &mut out,
        "IDS",
        "&str",
        each(&|code| format!("{:?}", code.id())),
    );
    list(
        &mut out,
        "EXAMPLES",
        "&str",
        each(&|code| format!("{:?}", code.example)),
    );
    list(
        &mut out,
        "SOURCE_OF",
        "u8",
        each(&|code| format!("{} /* {} */", code.source, sources[code.source].id)),
    );
    let severity = |code: &Code| format!("Severity::{}", camel(&code.severity));
    list(&mut out, "SEVERITIES", "Severity", each(&severity));
    let mut sets: Vec<&[String]> = codes.iter().map(|code| code.params.as_slice()).collect();
    sets.sort();
    sets.dedup();
    let set = |code: &Code| {
        let place = sets.iter().position(|set| *set == code.params.as_slice());
        place.unwrap_or_default().to_string()
    };
    list(&mut out, "PARAMS_OF", "u8", each(&set));
    list(
        &mut out,
        "PARAMS",
        "&[&str]",
        sets.iter().map(|set| format!("&{set:?}")),
    );
    out + ACCESSORS
}

/// What the columns say of a code.
const ACCESSORS: &str = r"
impl Code {
    /// Every code.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Code> {
        CODES.iter().copied()
    }

    /// The stable name, family and fault: `receipt-number/too-short`.
    #[must_use]
    pub fn id(self) -> &'static str {
        IDS[self as usize]
    }

    /// The code with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let place = IDS.iter().position(|known| *known == id)?;
        CODES.get(place).copied()
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        SEVERITIES[self as usize]
    }

    /// What has the fault.
    #[must_use]
    pub fn example(self) -> &'static str {
        EXAMPLES[self as usize]
    }

    /// Where the rule comes from.
    #[must_use]
    pub fn source(self) -> &'static Source {
        &SOURCES[usize::from(SOURCE_OF[self as usize])]
    }

    /// The names of what its message tells.
    #[must_use]
    pub fn params(self) -> &'static [&'static str] {
        PARAMS[usize::from(PARAMS_OF[self as usize])]
    }
}
";

/// A table of its own for each column: what a module does not use is left out of it.
pub fn list(out: &mut String, name: &str, of: &str, items: impl ExactSizeIterator<Item = String>) {
    let _ = writeln!(out, "static {name}: [{of}; {}] = [", items.len());
    for item in items {
        let _ = writeln!(out, "    {item},");
    }
    out.push_str("];\n");
}
