//! A file.

use prefile_pdf::{Form, Identity, examine_with, of_file};

use crate::today;

/// Any bytes as a PDF, with all that is said of it.
pub fn pdf(bytes: &[u8]) {
    if let Ok(form) = Form::open(bytes) {
        let report = examine_with(&form, &[], today());
        assert!(report.boxes.len() <= form.fields.len());
        let whole = of_file(&form, &Identity::of(&form));
        assert!(whole.len() < 10_000);
    }
}
