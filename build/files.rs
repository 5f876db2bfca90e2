//! Reading `data/` and `locales/`, and the names in what is made of them.

use std::{fs, path::Path};

/// Writes one table.
pub fn write(out: &Path, name: &str, text: &str) -> Result<(), String> {
    fs::write(out.join(name), text).map_err(|fault| format!("{name}: {fault}"))
}

/// Reads one TOML file; the error names the file, and what one that is missing is for.
pub fn toml(root: &Path, path: &str) -> Result<toml::Table, String> {
    let text = fs::read_to_string(root.join(path)).map_err(|fault| {
        let wanted = if path.starts_with("data/families/") {
            "; each kind of data/kinds.toml has its facts in a file of its own"
        } else {
            ""
        };
        format!("{path}: {fault}{wanted}")
    })?;
    text.parse::<toml::Table>()
        .map_err(|fault| format!("{path}: {fault}"))
}

/// The names of the TOML files in a folder, without the ending, in order.
pub fn stems(root: &Path, folder: &str) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(root.join(folder)).map_err(|fault| format!("{folder}: {fault}"))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    Ok(names)
}

/// The names of the folders in a folder, in order.
pub fn folders(root: &Path, folder: &str) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(root.join(folder)).map_err(|fault| format!("{folder}: {fault}"))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

/// `receipt-number/too-short` → `ReceiptNumberTooShort`.
pub fn camel(id: &str) -> String {
    id.split(['-', '/', '.', '_'])
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().collect::<String>() + letters.as_str()
            })
        })
        .collect()
}
