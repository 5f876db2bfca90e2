//! Single answers in the official forms beside the guides of their editions, where `PREFILE_FORMS` names their folder.

mod official;

use official::filled;
use prefile::{Context, Day};
use prefile_pdf::{examine, examine_with};
use std::path::Path;

fn context() -> Context {
    Context {
        today: Day::from_iso("2026-11-22"),
    }
}

/// A guide says nothing of a text that was looked at with what is known of its box.
#[test]
fn nothing_to_say_beside_a_guide() {
    if official::folder().is_none() {
        return;
    }
    let forms = official::forms();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (id, stem, boxes) in [
        (
            "i-765",
            "i-765_08-21-25",
            &[
                ("Line7_AlienNumber", "N/A"),
                ("Line12b_SSN", "None"),
                ("Line20b_Passport", "n/a"),
                ("Line26_SEVISnumber", "N/A"),
                ("Line2a_FamilyName", "N/A"),
                ("Pt3Line5_Email", "None"),
                ("Pt4Line6_Email", "N/A"),
            ][..],
        ),
        (
            "i-90",
            "i-90_01-20-25",
            &[
                ("P1_Line14_ClassOfAdmission", "Asylee"),
                ("P1_Line16_SSN", "N/A"),
                ("P5_Line3_DaytimePhoneNumber", "525512345678"),
                ("P5_Line5_EmailAddress", "NONE"),
            ],
        ),
        (
            "n-400",
            "n-400_01-20-25",
            &[
                ("P11_Line1_TotalChildren", "None"),
                ("P7_To3", "N/A"),
                ("P8_Line1_DateLeft1", "N/A"),
                ("P12_Line5_Email", "N/A"),
            ],
        ),
    ] {
        let file = format!("forms/{id}.toml");
        let compiled = prefile_compiler::compile(&root, Path::new(&file)).expect("it compiles");
        let guides = [compiled.definition];
        for own in boxes {
            let form = filled(forms[stem].clone(), &[*own]);
            let beside = examine_with(&form, &guides, context()).boxes;
            for (alone, beside) in examine(&form, context()).iter().zip(&beside) {
                assert_eq!(alone.findings, beside.findings, "{stem}: {own:?}");
            }
        }
    }
}
