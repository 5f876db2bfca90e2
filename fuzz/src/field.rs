//! What a page says of a box.

use prefile::{classify_field, field::Field};

use crate::chance::Chance;

/// What does it want? A line for each of its attributes.
pub fn field(bytes: &[u8]) {
    let mut chance = Chance(bytes);
    let max_length = Some(u32::from(chance.byte())).filter(|length| *length < 200);
    let lines: [String; 7] = chance.lines();
    let [
        label,
        name,
        id,
        placeholder,
        autocomplete,
        input_type,
        section,
    ] = &lines;
    let field = Field {
        label,
        name,
        id,
        placeholder,
        autocomplete,
        input_type,
        max_length,
        section,
    };
    if let Some(found) = classify_field(&field) {
        assert!(found.confidence <= 100);
        let why = found.why.of(&field);
        assert!(
            why.len() > found.why.attribute.id().len() + 4,
            "no words decided: {why}"
        );
    }
}
