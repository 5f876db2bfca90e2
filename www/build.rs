//! Compiles `locales/<language>/page.toml` and the definitions in `forms/`: English and the names of
//! the definitions into the crate; Spanish (`es.texts`) and the packs (`g-1145.pack`) into files, from
//! which `xtask/js/page.mjs` makes what the page loads on demand.
//!
//! What is wrong there stops the build with the file's name and what to do: a text that one
//! language lacks, other placeholders, a text that the page names and nobody wrote, or English in
//! `index.html` that is not the English of the catalogue.

use prefile::{Kind, message::spoken_source};
use std::{collections::BTreeMap, env, fmt::Write as _, fs, path::Path};

const LANGUAGES: [&str; 2] = ["en", "es"];

type Texts = BTreeMap<String, String>;

fn main() {
    println!("cargo::rerun-if-changed=../locales/en/page.toml");
    println!("cargo::rerun-if-changed=../locales/es/page.toml");
    println!("cargo::rerun-if-changed=../locales/en/page-check.toml");
    println!("cargo::rerun-if-changed=../locales/es/page-check.toml");
    println!("cargo::rerun-if-changed=index.html");
    println!("cargo::rerun-if-changed=../forms");
    println!("cargo::rerun-if-changed=../locales/en/forms");
    println!("cargo::rerun-if-changed=../locales/es/forms");
    println!("cargo::rerun-if-changed=../data");
    let out = env::var("OUT_DIR").expect("cargo sets the output folder");
    if let Err(fault) = compile(Path::new(&out)) {
        println!("cargo::error={fault}");
    }
}

fn compile(out: &Path) -> Result<(), String> {
    let [english, spanish] = both("page")?;
    let html = fs::read_to_string("index.html").map_err(|fault| format!("index.html: {fault}"))?;
    markup(&html, &english)?;
    let write = |name: &str, text: String| {
        fs::write(out.join(name), text).map_err(|fault| format!("{name}: {fault}"))
    };
    write("packs.rs", packs(out, &html, &english)?)?;
    write("texts.rs", table(&english)?)?;
    let keys: Vec<&String> = english.keys().collect();
    write("keys.json", format!("{keys:?}\n"))?;
    let catalogue = |language| spoken_source(language).unwrap_or_default();
    write("en.catalogue", catalogue(LANGUAGES[0]))?;
    let spanish = [lines(&spanish), catalogue(LANGUAGES[1])];
    write("es.texts", spanish.join("\n\n"))?;
    write("check-words.ts", check_words(&both("page-check")?)?)
}

/// What the part for filled PDFs says, and the forms for which there is a definition.
fn check_words(texts: &[Texts; 2]) -> Result<String, String> {
    let mut out = String::from("// From locales/*/page-check.toml, by www/build.rs.\n");
    for (language, texts) in LANGUAGES.iter().zip(texts) {
        let _ = writeln!(out, "const {language} = {{");
        for (key, text) in texts {
            let _ = writeln!(out, "  {key:?}: {text:?},");
        }
        out.push_str("};\n");
    }
    let all = prefile_compiler::compile_all(Path::new("..")).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        lines.join("; ")
    })?;
    let forms = all.iter().filter(|one| !one.definition.form.is_empty());
    let forms: Vec<&str> = forms.map(|one| one.definition.id.as_str()).collect();
    let _ = writeln!(out, "export const texts = {{ en, es }};");
    let _ = writeln!(out, "export const forms: readonly string[] = {forms:?};");
    Ok(out)
}

/// A file of texts in both languages.
fn both(name: &str) -> Result<[Texts; 2], String> {
    let [english, spanish] = [read(LANGUAGES[0], name)?, read(LANGUAGES[1], name)?];
    compare(name, &english, &spanish)?;
    Ok([english, spanish])
}

fn read(language: &str, name: &str) -> Result<Texts, String> {
    let path = format!("../locales/{language}/{name}.toml");
    let text = fs::read_to_string(&path).map_err(|fault| format!("{path}: {fault}"))?;
    let table: toml::Table = text.parse().map_err(|fault| format!("{path}: {fault}"))?;
    let mut texts = Texts::new();
    flatten(&path, "", &table, &mut texts)?;
    Ok(texts)
}

fn flatten(path: &str, prefix: &str, table: &toml::Table, to: &mut Texts) -> Result<(), String> {
    for (key, value) in table {
        match value {
            toml::Value::Table(inner) => flatten(path, &format!("{prefix}{key}."), inner, to)?,
            toml::Value::String(text) if text.trim() == text && !text.is_empty() => {
                to.insert(format!("{prefix}{key}"), text.clone());
            }
            _ => {
                return Err(format!(
                    "{path}: `{prefix}{key}` wants text without spaces around it"
                ));
            }
        }
    }
    Ok(())
}

fn compare(name: &str, english: &Texts, spanish: &Texts) -> Result<(), String> {
    for (key, text) in english {
        let theirs = spanish
            .get(key)
            .ok_or_else(|| format!("locales/es/{name}.toml: no `{key}`"))?;
        if placeholders(text) != placeholders(theirs) {
            return Err(format!(
                "locales/es/{name}.toml: `{key}`: other placeholders than English"
            ));
        }
    }
    match spanish.keys().find(|key| !english.contains_key(*key)) {
        Some(key) => Err(format!("locales/es/{name}.toml: `{key}` is only here")),
        None => Ok(()),
    }
}

fn placeholders(text: &str) -> Vec<&str> {
    let names = text.split('{').skip(1);
    let mut names: Vec<&str> = names.filter_map(|rest| rest.split('}').next()).collect();
    names.sort_unstable();
    names
}

/// Every `data-text` and `data-label` names a text; English between the tags is that text.
fn markup(html: &str, english: &Texts) -> Result<(), String> {
    for attribute in ["data-text=\"", "data-label=\""] {
        for after in html.split(attribute).skip(1) {
            let (key, behind) = after.split_once('"').unwrap_or((after, ""));
            let text = english
                .get(key)
                .ok_or_else(|| format!("index.html: `{key}` is not in locales/en/page.toml"))?;
            let shown = behind.split_once('>').map_or("", |(_, rest)| rest);
            let shown = shown.split('<').next().unwrap_or_default();
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            if attribute == "data-text=\"" && !shown.is_empty() && shown != *text {
                return Err(format!(
                    "index.html: `{key}` reads \"{shown}\", the catalogue \"{text}\""
                ));
            }
        }
    }
    Ok(())
}

/// A pack for each definition, and their list. Each has a door on the page, and words on it.
fn packs(out: &Path, html: &str, english: &Texts) -> Result<String, String> {
    let all = prefile_compiler::compile_all(Path::new("..")).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        lines.join("; ")
    })?;
    let mut rows = String::new();
    for compiled in &all {
        let id = &compiled.definition.id;
        if !html.contains(&format!("data-go=\"form/{id}\"")) {
            return Err(format!(
                "www/index.html: no door leads to form/{id}; the template `form` has the others"
            ));
        }
        let title = format!("guide.{id}.title");
        if !english.contains_key(&title) {
            return Err(format!("locales/en/page.toml: no `{title}`"));
        }
        let pack = format!("{id}.pack");
        fs::write(out.join(&pack), compiled.pack()).map_err(|fault| format!("{pack}: {fault}"))?;
        let _ = writeln!(
            rows,
            "    Pack {{ name: \"form/{id}\", title: crate::texts::key!({title:?}) }},"
        );
    }
    let count = all.len();
    Ok(format!(
        "// From forms/, by build.rs.\npub(crate) static PACKS: [Pack; {count}] = [\n{rows}];\n"
    ))
}

/// The names of the texts, the English, and the texts that are found by a name that is told at run time.
fn table(english: &Texts) -> Result<String, String> {
    let keys: Vec<&String> = english.keys().collect();
    let count = keys.len();
    let mut out = String::from("// From locales/*/page.toml, by build.rs.\n");
    let _ = writeln!(out, "const KEYS: [&str; {count}] = {keys:#?};");
    let _ = writeln!(out, "static ENGLISH: &str = {:?};", lines(english));
    for group in ["change", "detail", "status"] {
        let mut rows = Vec::new();
        for (place, key) in keys.iter().enumerate() {
            let name = key
                .strip_prefix(group)
                .and_then(|rest| rest.strip_prefix('.'));
            rows.extend(name.map(|name| format!("({name:?}, Key({place}))")));
        }
        named(&mut out, group, "&str, Key", &rows);
    }
    let mut rows = Vec::new();
    for kind in Kind::identifiers() {
        let place = |which: &str| {
            let key = format!("kind.{}.{which}", kind.id());
            let place = keys.binary_search(&&key);
            place.map_err(|_| format!("locales/en/page.toml: no `{key}`"))
        };
        let (what, place, not) = (place("what")?, place("box")?, place("not")?);
        rows.push(format!(
            "(Kind::{kind:?}, [Key({what}), Key({place}), Key({not})])"
        ));
    }
    named(&mut out, "kind", "Kind, [Key; 3]", &rows);
    Ok(out)
}

fn named(out: &mut String, group: &str, row: &str, rows: &[String]) {
    let (name, count) = (group.to_uppercase(), rows.len());
    let rows = rows.join(",\n    ");
    let _ = writeln!(
        out,
        "pub(crate) static {name}: [({row}); {count}] = [\n    {rows},\n];"
    );
}

/// In the order of their names.
fn lines(texts: &Texts) -> String {
    let lines: Vec<&str> = texts.values().map(String::as_str).collect();
    lines.join("\n")
}
