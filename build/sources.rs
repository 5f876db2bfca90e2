//! `data/sources.toml`: where each rule about the world comes from, and when it was read.

use std::{fmt::Write as _, path::Path};

pub struct Source {
    pub id: String,
    title: String,
    url: String,
    read: String,
}

pub fn read(root: &Path) -> Result<Vec<Source>, String> {
    let path = "data/sources.toml";
    crate::toml(root, path)?
        .into_iter()
        .map(|(id, row)| {
            let text = |name: &str| {
                row.get(name)
                    .and_then(|value| value.as_str())
                    .map(str::to_owned)
                    .ok_or_else(|| format!("{path}: source `{id}` has no `{name}`"))
            };
            let (title, url, read) = (text("title")?, text("url")?, text("read")?);
            if !url.starts_with("http") || read.len() != 10 {
                return Err(format!(
                    "{path}: source `{id}` wants a url and a date of reading"
                ));
            }
            Ok(Source {
                id,
                title,
                url,
                read,
            })
        })
        .collect()
}

pub fn tables(sources: &[Source]) -> String {
    let mut out = String::from("// From data/sources.toml, by build/sources.rs.\n");
    let _ = writeln!(
        out,
        "pub(super) static SOURCES: [Source; {}] = [",
        sources.len()
    );
    for (number, Source { title, read, .. }) in sources.iter().enumerate() {
        let _ = writeln!(
            out,
            "    Source {{ title: {title:?}, read: {read:?}, number: {number} }},"
        );
    }
    out.push_str("];\n");
    // A table of its own: who cites no address ships none.
    let urls: Vec<&str> = sources.iter().map(|source| source.url.as_str()).collect();
    let _ = writeln!(out, "static URLS: [&str; {}] = {urls:#?};", urls.len());
    out
}
