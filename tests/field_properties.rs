//! What holds of every field.

use prefile::{
    classify_field,
    field::{Attribute, Field},
};
use proptest::prelude::*;

/// What labels and names are made of: our words, others, marks, other scripts, nonsense.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Za-z0-9]{1,12}",
        "(Alien|Number|A-|Date|of|Birth|Enter|Part 2. |3. A. |U S C I S |SSN|#|N.º|c/o|recibo|Código)",
        "[ \\-_./()#?!\n\u{a0}\u{200b}’]{1,3}",
        "\\PC{0,8}",
        "[À-ɏ]{1,6}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_field_has_an_answer(label in text(), name in text(), other in text(), max in any::<Option<u32>>()) {
        let field = Field {
            label: &label,
            name: &name,
            id: &other,
            placeholder: &other,
            autocomplete: &name,
            section: &label,
            max_length: max,
            ..Field::default()
        };
        if let Some(found) = classify_field(&field) {
            prop_assert!((60..100).contains(&found.confidence));
            let text = match found.why.attribute {
                Attribute::Label => field.label,
                Attribute::Name => field.name,
                Attribute::Id => field.id,
                Attribute::Placeholder => field.placeholder,
                Attribute::Autocomplete => field.autocomplete,
                Attribute::Type => field.input_type,
            };
            let words = text.get(found.why.span.start..found.why.span.end);
            prop_assert!(words.is_some_and(|words| !words.is_empty()), "{:?} in {text:?}", found.why);
            prop_assert!(found.why.of(&field).contains(words.unwrap_or_default()));
        }
    }

    #[test]
    fn what_is_silent_adds_nothing(label in text()) {
        let alone = classify_field(&Field { label: &label, ..Field::default() });
        let named = classify_field(&Field { label: &label, name: "field_17", id: "x9", input_type: "text", ..Field::default() });
        prop_assert_eq!(alone, named);
    }
}

#[test]
fn a_label_of_ten_kilobytes_is_read_at_both_ends() {
    let label = format!(
        "Part 2. {} Enter Receipt Number.",
        "é advice to the reader. ".repeat(500)
    );
    let field = Field {
        label: &label,
        ..Field::default()
    };
    let found = classify_field(&field).expect("a receipt number");
    assert_eq!(found.why.of(&field), "label: \"Receipt Number\"");
}

/// Bounded work: read whole, a thousand labels of 100 KB would take minutes.
#[test]
fn five_hundred_long_labels_are_answered() {
    let label =
        "Part 2. Information About You. Other Information. 8. Enter Alien Registration Number. "
            .repeat(1200);
    let field = Field {
        label: &label,
        name: "form1[0].Page2[0].Line7_AlienNumber[0]",
        section: &label,
        ..Field::default()
    };
    for _ in 0..500 {
        assert!(classify_field(&field).is_some());
    }
}
