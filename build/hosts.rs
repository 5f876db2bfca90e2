//! `data/hosts.toml`: whose host is whose.

use std::{fmt::Write as _, path::Path};

/// The lists: where they stand in the file, and what they are called in the table.
const LISTS: [(&str, &str, &str); 11] = [
    ("", "official", "OFFICIAL"),
    ("", "government", "GOVERNMENT"),
    ("", "contractors", "CONTRACTORS"),
    ("", "carriers", "CARRIERS"),
    ("", "mailers", "MAILERS"),
    ("", "strangers", "STRANGERS"),
    ("agencies", "endings", "LIKE_GOV"),
    ("suffixes", "second", "SECOND"),
    ("suffixes", "private", "PRIVATE"),
    ("endings", "common", "COMMON_ENDINGS"),
    ("endings", "words", "WORD_ENDINGS"),
];

pub fn table(root: &Path) -> Result<String, String> {
    let path = "data/hosts.toml";
    let file = crate::toml(root, path)?;
    let mut out = String::from("// From data/hosts.toml, by build/hosts.rs.\n");
    for (group, name, called) in LISTS {
        let list = strings(&file, group, name)
            .ok_or_else(|| format!("{path}: no list `{group}.{name}`"))?;
        let _ = writeln!(
            out,
            "pub(super) static {called}: &str = {:?};",
            list.join(" ")
        );
    }
    let agencies = strings(&file, "agencies", "names")
        .ok_or_else(|| format!("{path}: no `agencies.names`"))?;
    let agencies: Vec<String> = agencies.iter().map(|name| format!("{name}.gov")).collect();
    let official = strings(&file, "", "official").unwrap_or_default();
    let agencies = [agencies, official].concat().join(" ");
    let _ = writeln!(out, "pub(super) static AGENCIES: &str = {agencies:?};");
    let targets = file.get("targets").and_then(|value| value.as_table());
    let targets = targets.ok_or_else(|| format!("{path}: no `targets`"))?;
    let _ = writeln!(
        out,
        "pub(super) static TARGETS: [Target; {}] = [",
        targets.len()
    );
    for (name, row) in targets {
        let means = row.get("means").and_then(|value| value.as_str());
        let means = means.ok_or_else(|| format!("{path}: target `{name}` has no `means`"))?;
        let is = |flag: &str| {
            row.get(flag)
                .and_then(toml::Value::as_bool)
                .unwrap_or(false)
        };
        let (near, inside) = (is("near"), is("inside"));
        let _ = writeln!(
            out,
            "    Target {{ name: {name:?}, means: {means:?}, near: {near}, inside: {inside} }},"
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn strings(file: &toml::Table, group: &str, name: &str) -> Option<Vec<String>> {
    let table = if group.is_empty() {
        file
    } else {
        file.get(group)?.as_table()?
    };
    let list = table.get(name)?.as_array()?;
    list.iter()
        .map(|value| value.as_str().map(str::to_owned))
        .collect()
}
