//! The house rules that a machine can hold.

use std::{
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The rooms of the core in the order of knowledge: each may name only those before it. Rooms on
/// one line do not know each other.
const ROOMS: [&[&str]; 10] = [
    &["kind", "day", "order"],
    &["text"],
    &["finding"],
    &["identifier"],
    &["value"],
    &["field", "password", "link"],
    &["check", "identify", "scan"],
    &["form"],
    &["message"],
    &["wasm"],
];

/// What runs on the host beside the standard library, each with its reason.
const HOST_DEPENDENCIES: [(&str, &str); 0] = [];

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(ROOT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !name.starts_with('.')
                    && !["target", "node_modules", "dist", "generated", "corpus"]
                        .contains(&name.as_str())
                {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(ROOT)
        .unwrap_or(path)
        .display()
        .to_string()
}

/// The code of a file without comments (doc examples use the front door) and without its tests.
fn code(path: &Path) -> String {
    let text = read(path);
    let lines = text
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]");
    lines
        .map(|line| line.split_once("//").map_or(line, |(code, _)| code))
        .collect::<Vec<_>>()
        .join("\n")
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

/// The names that follow `crate::` in a file: `use crate::{a, b::c}` and `crate::a::b`.
fn named(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for after in code.split("crate::").skip(1) {
        if let Some(list) = after.strip_prefix('{') {
            let mut depth = 1;
            let mut name = String::new();
            for letter in list.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if depth == 1 && (letter.is_alphanumeric() || letter == '_') {
                    name.push(letter);
                } else if depth == 1 && letter == ',' || depth == 0 {
                    names.push(std::mem::take(&mut name));
                } else if depth == 1 && letter == ':' && !name.ends_with('\u{1}') {
                    name.push('\u{1}');
                }
                if depth == 0 {
                    break;
                }
            }
        } else {
            names.push(
                after
                    .chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect(),
            );
        }
    }
    names
        .into_iter()
        .map(|name| name.split('\u{1}').next().unwrap_or_default().to_owned())
        .collect()
}

/// The room that a name of the crate's root belongs to, where it is re-exported from one.
fn home(name: &str) -> &str {
    match name {
        "Kind" => "kind",
        "Day" | "days_in" => "day",
        "Finding" | "Code" | "Severity" | "Check" | "Context" => "finding",
        "is_valid" => "check",
        other => other,
    }
}

#[test]
fn rooms_know_only_what_stands_before_them() {
    let mut faults = Vec::new();
    for path in files("src", &[".rs"]) {
        let inside = shown(&path);
        let inside = inside.trim_start_matches("src/");
        let room = inside.split(['/', '.']).next().unwrap_or_default();
        let Some(own) = rank(room) else {
            assert_eq!(
                room, "lib",
                "src/{inside}: no room of that name; add it to ROOMS"
            );
            continue;
        };
        for name in named(&code(&path)) {
            let other = home(&name);
            let Some(theirs) = rank(other) else { continue };
            if theirs > own || theirs == own && other != room && own != rank("check").unwrap_or(0) {
                faults.push(format!("src/{inside} names `{name}` of `{other}`"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "knowledge flows one way (ROOMS):\n{}",
        faults.join("\n")
    );
}

#[test]
fn javascript_is_named_only_at_the_boundary() {
    let words = [
        "wasm_bindgen",
        "js_sys",
        "web_sys",
        "gloo",
        "JsValue",
        "serde_wasm_bindgen",
    ];
    for folder in ["src", "strength/src", "guide/src", "pdf/src"] {
        for path in files(folder, &[".rs"]) {
            let name = shown(&path);
            if name.starts_with("src/wasm/")
                || name.ends_with("src/wasm.rs")
                || name.contains("/wasm/")
            {
                continue;
            }
            let code = code(&path);
            for word in words {
                assert!(
                    !code.contains(word),
                    "{name} names {word}: that belongs to the boundary"
                );
            }
        }
    }
}

#[test]
fn the_core_has_no_clock_network_store_or_chance() {
    let words = [
        "std::time",
        "SystemTime",
        "Instant",
        "std::net",
        "std::fs",
        "std::env",
        "std::thread",
        "random",
        "println!",
        "eprintln!",
    ];
    for path in files("src", &[".rs"]) {
        let code = code(&path);
        for word in words {
            assert!(
                !code.contains(word),
                "{}: {word} comes in as an argument, if at all",
                shown(&path)
            );
        }
    }
}

#[test]
fn every_dependency_on_the_host_has_its_reason() {
    let manifest = read(&Path::new(ROOT).join("Cargo.toml"));
    let section = manifest
        .split("\n[dependencies]\n")
        .nth(1)
        .unwrap_or_default();
    let section = section.split("\n[").next().unwrap_or_default();
    for line in section
        .lines()
        .filter(|line| line.contains('=') && !line.starts_with('#'))
    {
        let name = line.split([' ', '.', '=']).next().unwrap_or_default();
        let optional = line.contains("optional = true");
        let known = HOST_DEPENDENCIES.iter().any(|(known, _)| *known == name);
        assert!(
            optional || known,
            "{name} runs on the host: give its reason in HOST_DEPENDENCIES"
        );
    }
}

#[test]
fn no_file_is_over_600_lines() {
    let sources = [".rs", ".ts", ".mjs", ".js", ".css", ".html", ".sh"];
    for path in files("", &sources) {
        let lines = read(&path).lines().count();
        assert!(
            lines <= 600,
            "{} has {lines} lines: split it by what it knows",
            shown(&path)
        );
    }
}

#[test]
fn nothing_unwraps_outside_tests() {
    for folder in [
        "src",
        "build",
        "compiler/src",
        "guide/src",
        "pdf/src",
        "prover/src",
        "strength/src",
        "www/src",
        "xtask/src",
    ] {
        for path in files(folder, &[".rs"]) {
            assert!(
                !code(&path).contains(".unwrap()"),
                "{}: an `expect` states the invariant",
                shown(&path)
            );
        }
    }
}

#[test]
fn the_readmes_commands_exist() {
    let commands: String = files("xtask/src", &[".rs"])
        .iter()
        .map(|path| read(path))
        .collect();
    let mut seen = 0;
    for document in [
        "README.md",
        "CONTRIBUTING.md",
        "ARCHITECTURE.md",
        "SECURITY.md",
    ] {
        let text = read(&Path::new(ROOT).join(document));
        for after in text.split("cargo xtask ").skip(1) {
            let command: String = after.chars().take_while(char::is_ascii_lowercase).collect();
            assert!(
                commands.contains(&format!("\"{command}\"")),
                "{document}: cargo xtask {command}"
            );
            seen += 1;
        }
        for path in text
            .split('`')
            .filter(|word| word.contains('/') && !word.contains([' ', '<', '*', '{', ':', '@']))
        {
            let path = path.trim_end_matches('/');
            let built = path.starts_with("dist")
                || path.starts_with("pkg/dist")
                || path.starts_with("target")
                || path.starts_with('.');
            let code = !path.contains('.')
                && Path::new(ROOT)
                    .join(path.split('/').next().unwrap_or_default())
                    .exists();
            if !built && (code || Path::new(path).extension().is_some()) {
                let there =
                    Path::new(ROOT).join(path).exists() || prefile::Code::from_id(path).is_some();
                assert!(there, "{document} names {path}, which is not there");
            }
        }
    }
    assert!(seen >= 2, "the README names its two commands");
}

#[test]
fn generated_and_compiled_data_name_their_source() {
    for path in files("data", &[".toml", ".txt"]) {
        let text = read(&path);
        assert!(
            text.starts_with('#'),
            "{}: the first line says what this is",
            shown(&path)
        );
    }
}

/// The page's texts that are found by a name which is told at run time (`www/build.rs`).
const NAMED: [&str; 5] = ["kind.", "change.", "detail.", "status.", "guide."];

#[test]
fn every_text_of_the_page_is_said() {
    fn flatten(prefix: &str, table: &toml::Table, keys: &mut Vec<String>) {
        for (name, value) in table {
            let key = format!("{prefix}{name}");
            match value {
                toml::Value::Table(inner) => flatten(&format!("{key}."), inner, keys),
                _ => keys.push(key),
            }
        }
    }
    let texts = read(&Path::new(ROOT).join("locales/en/page.toml"));
    let mut keys = Vec::new();
    flatten("", &texts.parse().expect("TOML"), &mut keys);
    assert!(keys.len() > 300, "{} keys", keys.len());
    let mut speakers = files("www", &[".rs", ".html"]);
    speakers.extend(files("pkg/src/guide", &[".ts"]));
    let said: String = speakers.iter().map(|path| read(path)).collect();
    let is_named = |key: &String| NAMED.iter().any(|group| key.starts_with(group));
    let is_said = |key: &String| said.contains(&format!("\"{key}\""));
    keys.retain(|key| !is_named(key) && !is_said(key));
    assert!(keys.is_empty(), "nobody says {keys:?}");
}

/// A file that no `mod` names is not compiled, and its tests never run; the compiler says nothing of it.
#[test]
fn every_file_is_compiled() {
    let mut left_out = Vec::new();
    let rooms = [
        "src", "tests", "compiler", "prover", "pdf", "guide", "strength", "unpack", "www", "xtask",
    ];
    for path in rooms.iter().flat_map(|room| files(room, &[".rs"])) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(Path::new(ROOT));
        let stands_alone = ["tests", "examples", "benches", "bin"]
            .iter()
            .any(|name| folder.ends_with(name));
        if stands_alone || ["main", "lib", "mod", "build"].contains(&&*stem) {
            continue;
        }
        let near = [Some(folder), folder.parent()].into_iter().flatten();
        let beside = near.flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
        let mut texts = beside.filter_map(|entry| fs::read_to_string(entry.path()).ok());
        if !texts.any(|text| text.contains(&format!("mod {stem};"))) {
            left_out.push(shown(&path));
        }
    }
    assert!(
        left_out.is_empty(),
        "no `mod` names these files, so nothing of them is compiled: {left_out:?}"
    );
}

/// Where a language is named beside its folder in `locales/`.
const SPEAKERS: [&str; 9] = [
    "compiler/src/words.rs",
    "extension/src/words.ts",
    "pdf/src/fault/words.rs",
    "pkg/package.json",
    "src/message/catalogue.rs",
    "www/build.rs",
    "www/src/language.rs",
    "xtask/generate/src/main.rs",
    "xtask/js/extension.mjs",
];

#[test]
fn every_language_is_known_wherever_one_is_named() {
    let mut missing = Vec::new();
    let folders = fs::read_dir(Path::new(ROOT).join("locales")).into_iter();
    for folder in folders.flatten().flatten() {
        let tag = folder.file_name().to_string_lossy().into_owned();
        let english = tag == "en";
        for path in SPEAKERS {
            let text = read(&Path::new(ROOT).join(path));
            let named = [
                format!("\"{tag}\""),
                format!("/{tag}\""),
                format!("/{tag}/"),
            ];
            let built_in = english && path == "pkg/package.json";
            if !built_in && !named.iter().any(|name| text.contains(name)) {
                missing.push(format!("{path} does not name `{tag}`"));
            }
        }
        for entry in ["pkg/src/locales", "pkg/src/pdf/locales"] {
            let path = format!("{entry}/{tag}.ts");
            if !english && !Path::new(ROOT).join(&path).exists() {
                missing.push(format!("{path} is not there"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
