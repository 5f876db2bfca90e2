//! `data/password-rules.toml`: the official rules, and what is wise.

use std::{fmt::Write as _, path::Path};

pub fn table(root: &Path) -> Result<String, String> {
    let path = "data/password-rules.toml";
    let file = crate::toml(root, path)?;
    let rules = file
        .get("rule")
        .and_then(|value| value.as_array())
        .ok_or_else(|| format!("{path}: no `rule`"))?;
    let mut names = String::new();
    let mut rows = String::new();
    for row in rules {
        let text = |name: &str| row.get(name).and_then(|value| value.as_str());
        let text = |name: &str| text(name).ok_or_else(|| format!("{path}: a rule has no `{name}`"));
        let least = row
            .get("least")
            .and_then(toml::Value::as_integer)
            .ok_or_else(|| format!("{path}: a rule has no `least`"))?;
        let (id, what, code) = (text("id")?, text("what")?, text("code")?);
        let (rule, what, code) = (
            crate::camel(id),
            crate::camel(what),
            crate::camel(&format!("password/{code}")),
        );
        let _ = writeln!(
            names,
            "    /// `{id}`: at least {least} of `{what}`.\n    {rule},"
        );
        let _ = writeln!(
            rows,
            "    Row {{ rule: Rule::{rule}, id: {id:?}, what: What::{what}, least: {least}, code: Code::{code} }},"
        );
    }
    let mut out = String::from("// From data/password-rules.toml, by build/password_rules.rs.\n");
    let _ = writeln!(
        out,
        "/// An official rule of a password.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[non_exhaustive]\n#[repr(u8)]\npub enum Rule {{\n{names}}}"
    );
    let _ = writeln!(out, "static RULES: [Row; {}] = [\n{rows}];", rules.len());
    let number = |group: &str, name: &str| {
        let value = file
            .get(group)
            .and_then(|group| group.get(name))
            .and_then(toml::Value::as_integer);
        value.ok_or_else(|| format!("{path}: no `{group}.{name}`"))
    };
    let _ = writeln!(
        out,
        "const SHORT: usize = {};\nconst PASSPHRASE: usize = {};",
        number("wise", "short")?,
        number("wise", "passphrase")?
    );
    let words = file
        .get("common")
        .and_then(|group| group.get("words"))
        .and_then(|value| value.as_str());
    let words: Vec<&str> = words
        .ok_or_else(|| format!("{path}: no `common.words`"))?
        .split_whitespace()
        .collect();
    let mut hashes: Vec<[u8; 3]> = words.iter().map(|word| hash(word)).collect();
    hashes.sort_unstable();
    let _ = writeln!(
        out,
        "/// [`hash`]es of the common ones, as look-alike signs are read.\nstatic COMMON: [[u8; 3]; {}] = {hashes:?};",
        hashes.len()
    );
    Ok(out)
}

/// As `src/password/common.rs` has it (a test holds the two together): FNV-1a, folded to 24 bits, of the
/// letters as hasty eyes read them.
fn hash(word: &str) -> [u8; 3] {
    let sum = word.bytes().fold(0x811c_9dc5, |sum: u32, byte| {
        let read = match byte {
            b'0' => b'o',
            b'1' | b'l' => b'i',
            b'3' => b'e',
            b'4' => b'a',
            b'5' => b's',
            b'7' => b't',
            b'8' => b'b',
            b'9' => b'g',
            _ => byte,
        };
        (sum ^ u32::from(read)).wrapping_mul(0x0100_0193)
    });
    let [_, one, two, three] = (sum ^ sum >> 24).to_be_bytes();
    [one, two, three]
}
