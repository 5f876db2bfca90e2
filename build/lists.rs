//! `data/class-of-admission.txt` and `data/ead-category.toml`: codes that exist.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

/// The classes of admission, packed: `F:1234 F1:1267`, what stands before the last character, and
/// every last character that follows it.
pub fn classes(root: &Path) -> Result<String, String> {
    let path = "data/class-of-admission.txt";
    let text = fs::read_to_string(root.join(path)).map_err(|fault| format!("{path}: {fault}"))?;
    let mut packed: BTreeMap<&str, String> = BTreeMap::new();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    for code in lines.flat_map(str::split_whitespace) {
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        if code.len() > 5 || !code.bytes().all(plain) {
            return Err(format!("{path}: `{code}` is no code"));
        }
        let (front, last) = code.split_at(code.len() - 1);
        packed.entry(front).or_default().push_str(last);
    }
    let entries: Vec<String> = packed
        .iter()
        .map(|(front, last)| format!("{front}:{last}"))
        .collect();
    let packed = entries.join(" ");
    Ok(format!(
        "// From {path}, by build/lists.rs.\nconst CLASSES: &[u8] = b\"{packed}\";\n"
    ))
}

/// The eligibility categories as cards print them (`C03B`), and what some are called.
pub fn categories(root: &Path, words: &[(String, String)]) -> Result<String, String> {
    let path = "data/ead-category.toml";
    let table = crate::toml(root, path)?;
    let listed = table.get("listed").and_then(|value| value.as_array());
    let listed: Vec<String> = listed
        .into_iter()
        .flatten()
        .filter_map(|written| written.as_str().map(as_printed))
        .collect();
    let mut out = format!("// From {path}, by build/lists.rs.\n");
    let _ = writeln!(out, "const LISTED: &str = {:?};", listed.join(" "));
    let known = words.iter().filter_map(|(key, _)| key.strip_prefix("ead."));
    let known: Vec<&str> = known.collect();
    let _ = writeln!(out, "const MEANINGS: [(&str, Word); {}] = [", known.len());
    for key in known {
        let printed = key.to_ascii_uppercase();
        if !listed.contains(&printed) {
            return Err(format!("{path}: `ead.{key}` has words, but is not listed"));
        }
        let word = crate::camel(&format!("ead.{key}"));
        let _ = writeln!(out, "    ({printed:?}, Word::{word}),");
    }
    out.push_str("];\n");
    Ok(out)
}

/// `(c)(3)(B)` → `C03B`.
fn as_printed(written: &str) -> String {
    let mut parts = written
        .split(['(', ')'])
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_uppercase);
    let mut part = || parts.next().unwrap_or_default();
    format!("{}{:0>2}{}", part(), part(), part())
}
