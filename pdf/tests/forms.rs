//! The official forms, where `PREFILE_FORMS` names their folder: every box of the lists that
//! another reader made is found, and says the same.

#[path = "../../tests/field/json.rs"]
mod json;
mod official;

use prefile_pdf::{Field, Identity, Shape, edition};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

#[test]
fn every_box_of_the_lists() {
    let Some(folder) = official::folder() else {
        return;
    };
    let forms = official::forms();
    assert!(forms.len() >= 18);
    let (mut lists, mut boxes) = (0, 0);
    for entry in fs::read_dir(folder.join("fields")).expect("the lists") {
        let path = entry.expect("an entry").path();
        let list = json::read(&fs::read_to_string(&path).expect("a list"));
        let stem = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let (id, edition) = stem.split_once('@').unwrap_or((&stem, ""));
        // Without an edition, the newest there is.
        let newest = |stem: &&String| {
            let (own, day) = stem.split_once('_').expect("form_edition");
            let parts: Vec<&str> = day.split('-').collect();
            let [month, day, year] = parts[..] else {
                return None;
            };
            let told = edition.is_empty() || edition == &stem[id.len() + 1..];
            (own == id && told).then(|| (year.to_owned(), month.to_owned(), day.to_owned()))
        };
        let stem = forms
            .keys()
            .filter(|stem| newest(stem).is_some())
            .max_by_key(newest);
        let form = &forms[stem.unwrap_or_else(|| panic!("{stem:?} has no form"))];
        let found: BTreeMap<&str, &Field> = form
            .fields
            .iter()
            .map(|field| (field.name.as_str(), field))
            .collect();
        let listed = list.get("fields").list();
        assert_eq!(
            (found.len(), form.fields.len()),
            (listed.len(), listed.len()),
            "{id}: boxes"
        );
        for expected in listed {
            let name = expected.get("name").text();
            let field = found
                .get(name)
                .unwrap_or_else(|| panic!("{id}: {name} is not found"));
            same(field, expected);
        }
        lists += 1;
        boxes += listed.len();
    }
    println!("{lists} lists, {boxes} boxes");
    assert!(lists >= 17 && boxes >= 4_800);
}

#[track_caller]
fn same(field: &Field, expected: &json::Json) {
    let name = &field.name;
    let kind = match field.shape {
        Shape::Text => "/Tx",
        Shape::Check | Shape::Button => "/Btn",
        Shape::Choice => "/Ch",
        Shape::Signature => "/Sig",
    };
    assert_eq!(kind, expected.get("type").text(), "{name}");
    let page = field.page().map_or(String::new(), |page| page.to_string());
    assert_eq!(page, expected.get("page").text(), "{name}");
    let rect: Vec<f64> = expected
        .get("rect")
        .list()
        .iter()
        .map(|corner| corner.text().parse().expect("points"))
        .collect();
    for (own, other) in field.widgets[0].rect.iter().zip(&rect) {
        assert!(
            (own - other).abs() < 0.51,
            "{name}: {:?} {rect:?}",
            field.widgets[0].rect
        );
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        words(&field.tooltip),
        words(expected.get("tooltip").text()),
        "{name}"
    );
    let most = field
        .max_length
        .map_or(String::new(), |most| most.to_string());
    assert_eq!(most, expected.get("maxlen").text(), "{name}");
    assert_eq!(
        field.comb.to_string(),
        expected.get("comb").text(),
        "{name}"
    );
    assert_eq!(
        field.read_only.to_string(),
        expected.get("readonly").text(),
        "{name}"
    );
    let states: Vec<String> = field
        .widgets
        .iter()
        .filter_map(|widget| widget.state.as_ref().map(|state| format!("/{state}")))
        .collect();
    let listed: Vec<&str> = expected
        .get("states")
        .list()
        .iter()
        .map(json::Json::text)
        .filter(|state| *state != "/Off")
        .collect();
    // Of what is pressed the lists have the parts of its picture.
    if field.shape != Shape::Button {
        assert_eq!(states, listed, "{name}");
    }
}

#[test]
fn blank_forms_have_no_answers() {
    if official::folder().is_none() {
        return;
    }
    let (mut boxes, mut twice) = (0, 0);
    for (stem, form) in official::forms() {
        assert!(!form.cut_short, "{stem}");
        for field in &form.fields {
            assert_eq!(field.answer(), None, "{stem} {}", field.name);
            // Boxes that are locked say what they say in one copy only.
            let disputed = field.disputed().filter(|_| !field.read_only);
            assert_eq!(disputed, None, "{stem} {}", field.name);
            let open = !field.read_only && field.shape != Shape::Button;
            let has_copies = !form.scripts.is_empty() && open;
            boxes += usize::from(has_copies);
            twice += usize::from(has_copies && field.acrobat_value.is_some());
        }
    }
    println!("{twice} of {boxes} boxes have both copies");
    assert!(twice * 100 >= boxes * 90);
}

#[test]
fn form_edition_and_pages() {
    if official::folder().is_none() {
        return;
    }
    for (stem, form) in official::forms() {
        let found = Identity::of(&form);
        // These two have no bar codes.
        if stem.starts_with("i-9_") || stem.ends_with("no-xfa") {
            assert_eq!(
                (found.main(), found.unmarked.len()),
                (None, form.pages as usize),
                "{stem}"
            );
            continue;
        }
        let part = found
            .main()
            .unwrap_or_else(|| panic!("{stem} says nothing"));
        assert_eq!((found.parts.len(), found.unmarked.len()), (1, 0), "{stem}");
        let day = part.edition;
        let said = format!(
            "{}_{:02}-{:02}-{:02}",
            part.form,
            day.month(),
            day.day(),
            day.year() % 100
        );
        assert_eq!(said.to_lowercase(), stem);
        assert_eq!(
            (part.missing.as_slice(), part.repeated.as_slice()),
            (&[][..], &[][..]),
            "{stem}"
        );
        let known = edition::all().find(|known| known.form == part.form && known.day == day);
        assert_eq!(known.map(|known| known.pages), Some(form.pages), "{stem}");
    }
}

#[test]
fn scripts_are_recognised() {
    if official::folder().is_none() {
        return;
    }
    // In JavaScript and in FormCalc.
    let (mut all, mut known, mut placed) = ([0, 0], [0, 0], 0);
    for (stem, form) in official::forms() {
        let names = form.fields.iter().map(|field| field.name.as_str());
        let names: BTreeSet<&str> = names.collect();
        let (mut own, mut own_known) = ([0, 0], [0, 0]);
        for script in &form.scripts {
            let language = usize::from(script.formcalc);
            own[language] += 1;
            own_known[language] += usize::from(script.rules.is_some());
            placed += usize::from(names.contains(script.name.as_str()));
        }
        println!("{stem}: {own_known:?} of {own:?}");
        for language in [0, 1] {
            all[language] += own[language];
            known[language] += own_known[language];
        }
    }
    println!("all: {known:?} of {all:?}; {placed} at a box");
    assert!(all[0] >= 4_000 && all[1] >= 140);
    assert!(known[0] * 100 >= all[0] * 97 && known[1] * 100 >= all[1] * 95);
    assert!(placed * 100 >= (all[0] + all[1]) * 95);
}
