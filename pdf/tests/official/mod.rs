//! The official forms, where `PREFILE_FORMS` names their folder.

#![allow(dead_code, reason = "no test asks for all of it")]

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use prefile_pdf::{Field, Form, Shape};

/// Those that guides fill: the form, and the file of its blank.
pub const WITH_GUIDES: [(&str, &str); 4] = [
    ("g-1145", "g-1145_09-26-14.pdf"),
    ("i-765", "i-765_08-21-25.pdf"),
    ("i-90", "i-90_01-20-25.pdf"),
    ("n-400", "n-400_01-20-25.pdf"),
];

/// The folder, or a word that it is not there.
pub fn folder() -> Option<PathBuf> {
    let folder = env::var_os("PREFILE_FORMS").map(PathBuf::from);
    if folder.is_none() {
        println!("SKIPPED: PREFILE_FORMS does not name the folder of the official forms");
    }
    folder
}

/// Every blank by its name, `i-765_08-21-25`; none where there is no folder.
pub fn blanks() -> BTreeMap<String, Vec<u8>> {
    let Some(folder) = folder() else {
        return BTreeMap::new();
    };
    let entries = fs::read_dir(folder).expect("the folder of the forms");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    paths
        .map(|path| {
            let stem = path.file_stem().expect("a name").to_string_lossy();
            (stem.into_owned(), fs::read(&path).expect("a form"))
        })
        .collect()
}

/// The same, opened.
pub fn forms() -> BTreeMap<String, Form> {
    let opened = |(stem, bytes): (String, Vec<u8>)| {
        let form = Form::open(&bytes).unwrap_or_else(|fault| panic!("{stem}: {fault:?}"));
        (stem, form)
    };
    blanks().into_iter().map(opened).collect()
}

/// Checks every check box.
pub fn check_all(form: &mut Form) {
    for field in &mut form.fields {
        let state = field
            .widgets
            .first()
            .and_then(|widget| widget.state.clone());
        if let (Shape::Check, Some(state)) = (field.shape, state) {
            field.value = state;
        }
    }
}

fn open(field: &&mut Field) -> bool {
    !field.read_only
}

/// Writes values into boxes by the ends of their names; the first of several.
pub fn filled(mut form: Form, values: &[(&str, &str)]) -> Form {
    for (name, value) in values {
        let is = |field: &&mut Field| {
            let ending = field.name.rsplit('.').next().unwrap_or_default();
            ending == *name || ending.strip_suffix("[0]") == Some(name)
        };
        let place = form.fields.iter_mut().filter(open).find(is);
        let field = place.unwrap_or_else(|| panic!("no box {name}"));
        (*value).clone_into(&mut field.value);
        if let Some(other) = &mut field.acrobat_value {
            (*value).clone_into(other);
        }
    }
    form
}
