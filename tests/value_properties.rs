//! What holds of every value that is no identifier.

use prefile::{
    Check, Context, Day, Kind, Severity, check,
    finding::Safety,
    is_valid,
    value::{Date, Email, Phone, State, Zip},
};
use proptest::prelude::*;

fn kinds() -> impl Strategy<Value = Kind> {
    let values: Vec<Kind> = Kind::all().filter(|kind| !kind.is_identifier()).collect();
    proptest::sample::select(values)
}

/// Pieces of what these boxes really get, and nonsense.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Za-z]{1,9}",
        "[0-9]{1,5}",
        "[ .,'#/@+()\"\\-:]{1,3}",
        "[áéñüßæøłșțơưễ’ʻ\u{301}]{1,3}",
        "[аеорсхАВЕОαοΑΟ]{1,3}",
        "[\u{a0}\u{200b}\u{200c}\u{202e}\u{3000}]{1,2}",
        "[０-９ａ-ｚ٠-٩०-९]{1,4}",
        "(Apt |Ste |#|Floor|Mr\\. |Jr\\.|c/o |N/A|Oct |octubre |de |TX|gmail\\.con|mailto:|ext )",
        "\\PC{0,6}",
    ];
    proptest::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

fn today() -> Context {
    Context {
        today: Day::new(2026, 11, 22),
    }
}

fn codes(answer: &Check) -> Vec<prefile::Code> {
    answer.findings.iter().map(|finding| finding.code).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_is_consistent(kind in kinds(), typed in typed(), dated in any::<bool>()) {
        let context = if dated { today() } else { Context::default() };
        let answer = check(kind, &typed, context);
        prop_assert_eq!(is_valid(kind, &typed), check(kind, &typed, Context::default()).ok());
        prop_assert!(answer.findings.is_sorted_by_key(prefile::Finding::severity));
        prop_assert!(answer.ok() || answer.value.is_none());
        for finding in &answer.findings {
            if let Some(span) = finding.span {
                prop_assert!(span.start <= span.end);
                prop_assert!(typed.get(span.start..span.end).is_some(), "{:?} of {:?}", span, typed);
            }
            let Some(fix) = &finding.fix else { continue };
            let again = check(kind, &fix.text, context);
            prop_assert!(!codes(&again).contains(&finding.code), "{:?} -> {:?}: {}", typed, fix.text, finding.code.id());
            if fix.safety == Safety::Safe {
                prop_assert_eq!(again.ok(), answer.ok());
                prop_assert_eq!(again.value, answer.value.clone());
            }
        }
    }

    #[test]
    fn what_is_right_stays_right(kind in kinds(), typed in typed()) {
        let answer = check(kind, &typed, today());
        for form in answer.value.iter().chain(&answer.display) {
            let again = check(kind, form, today());
            prop_assert_eq!(&again.value, &answer.value, "{:?} by {:?}", typed, form);
            prop_assert_eq!(&again.display, &answer.display, "{:?} by {:?}", typed, form);
        }
    }

    #[test]
    fn any_text_at_all(kind in kinds(), typed in any::<String>()) {
        let answer = check(kind, &typed, today());
        let inside = answer.findings.iter().filter_map(|finding| finding.span).all(|span| {
            typed.get(span.start..span.end).is_some()
        });
        prop_assert!(inside, "{:?}", typed);
    }

    #[test]
    fn letters_are_never_an_error_in_a_name(typed in "\\p{L}{1,30}( |-|'|\\. )?\\p{L}{1,30}") {
        for kind in [Kind::FamilyName, Kind::GivenName, Kind::MiddleName, Kind::City, Kind::Street] {
            let answer = check(kind, &typed, today());
            let ok = answer.findings.iter().all(|it| it.severity() != Severity::Error);
            prop_assert!(ok, "{:?} as {}", typed, kind.id());
        }
    }

    #[test]
    fn every_day_is_read_in_every_form(number in -30_000..30_000_i32) {
        let day = Day::from_number(number).expect("a day");
        let (year, month, of_month) = (day.year(), day.month(), day.day());
        let names = ["Jan", "febrero", "March", "abril", "May", "junio", "July", "agosto", "Sept", "octubre", "November", "diciembre"];
        let name = names[usize::from(month) - 1];
        for form in [
            format!("{month}/{of_month}/{year}"),
            format!("{month:02}-{of_month:02}-{year}"),
            format!("{year}-{month:02}-{of_month:02}"),
            format!("{name} {of_month}, {year}"),
            format!("{of_month} de {name} de {year}"),
        ] {
            prop_assert_eq!(Date::parse(&form), Ok(Date::Day(day)), "{}", form);
        }
        let answer = check(Kind::Date, &day.to_string(), Context::default());
        prop_assert_eq!(answer.display, Some(format!("{month:02}/{of_month:02}/{year:04}")));
    }

    #[test]
    fn typed_values_print_as_they_are_read(typed in typed()) {
        if let Ok(value) = Phone::parse(&typed) {
            prop_assert_eq!(Phone::parse(&value.to_string()), Ok(value.clone()));
            prop_assert_eq!(Phone::parse(&value.display()), Ok(value));
        }
        if let Ok(value) = Email::parse(&typed) {
            prop_assert_eq!(Email::parse(&value.to_string()), Ok(value));
        }
        if let Ok(value) = Zip::parse(&typed) {
            prop_assert_eq!(Zip::parse(&value.to_string()), Ok(value));
        }
        if let Ok(value) = State::parse(&typed) {
            prop_assert_eq!(State::parse(&value.to_string()), Ok(value));
            prop_assert_eq!(State::parse(value.name()), Ok(value));
        }
        if let Ok(value) = Date::parse(&typed) {
            prop_assert_eq!(Date::parse(&value.to_string()), Ok(value));
            prop_assert_eq!(Date::parse(&value.display()), Ok(value));
        }
    }
}
