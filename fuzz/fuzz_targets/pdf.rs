//! Any bytes as a PDF, with all that is said of it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use prefile::{Context, Day};
use prefile_pdf::{Form, Identity, examine_with, of_file};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(form) = Form::open(bytes) {
        let context = Context {
            today: Day::from_iso("2026-11-22"),
        };
        let report = examine_with(&form, &[], context);
        assert!(report.boxes.len() <= form.fields.len());
        let whole = of_file(&form, &Identity::of(&form));
        assert!(whole.len() < 10_000);
    }
});
