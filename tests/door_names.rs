//! Guides send people to one another, and to the parts of the page, by name: by the name that
//! stands at the door, or over the part.

use std::{collections::BTreeSet, fs};

const LANGUAGES: [(&str, [&str; 2]); 2] = [
    ("en", ["our guide “", "our door “"]),
    ("es", ["nuestra guía “", "nuestra puerta “"]),
];

/// The titles of all doors and parts in a language.
fn doors(page: &toml::Table) -> BTreeSet<&str> {
    let doors = ["home", "guide"].into_iter();
    let doors = doors.filter_map(|table| page[table].as_table());
    doors
        .chain([page])
        .flat_map(toml::Table::values)
        .filter_map(|door| door.get("title")?.as_str())
        .collect()
}

#[test]
fn guides_name_doors_as_they_are_named() {
    for (language, openings) in LANGUAGES {
        let folder = format!("{}/locales/{language}", env!("CARGO_MANIFEST_DIR"));
        let page = fs::read_to_string(format!("{folder}/page.toml")).expect("the page has words");
        let page: toml::Table = page.parse().expect("the file is TOML");
        let doors = doors(&page);
        let mut named = 0;
        for file in fs::read_dir(format!("{folder}/forms")).expect("the folder can be read") {
            let path = file.expect("the folder can be read").path();
            let text = fs::read_to_string(&path).expect("the file can be read");
            let lower = text.replace("Our", "our").replace("Nuestra", "nuestra");
            for after in openings
                .iter()
                .flat_map(|opening| lower.split(opening).skip(1))
            {
                let name = after.split('”').next().unwrap_or_default();
                let path = path.display();
                assert!(doors.contains(name), "{path}: no door is named “{name}”");
                named += 1;
            }
        }
        assert!(named > 10, "{language}: {named} doors are named");
    }
}
