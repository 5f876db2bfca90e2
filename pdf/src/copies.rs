//! Two copies of the answers: what Adobe's programs show (XFA), and what everything else does.

use crate::Form;
use crate::field::{Field, Shape};
use crate::xfa::{Bind, TemplateBox};
use prefile::Day;
use std::collections::HashMap;

/// So many boxes that differ are no slip in one or two.
const APART: usize = 5;

/// Finds for each box what the other copy says. Where it cannot be told which value is whose, none
/// is.
pub(crate) fn compare(fields: &mut [Field], boxes: &[TemplateBox], answers: &[(String, String)]) {
    let by_name: HashMap<&str, &TemplateBox> =
        boxes.iter().map(|own| (own.name.as_str(), own)).collect();
    let (mut by_place, mut by_last) = (HashMap::new(), HashMap::new());
    for (place, value) in answers {
        by_place
            .entry(place.as_str())
            .or_insert_with(Vec::new)
            .push(value.as_str());
        let last = place.rsplit('.').next().unwrap_or_default();
        by_last
            .entry(last)
            .or_insert_with(Vec::new)
            .push(value.as_str());
    }
    // Boxes of one place, in the order of their numbers.
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, field) in fields.iter_mut().enumerate() {
        let Some(own) = by_name.get(field.name.as_str()) else {
            continue;
        };
        if field.default.is_empty() {
            field.default.clone_from(&own.default);
        }
        match own.bind {
            Bind::Nowhere => {}
            Bind::Once => places.entry(place(&field.name)).or_default().push(at),
            Bind::Global => {
                let last = place(&field.name);
                let last = last.rsplit('.').next().unwrap_or_default();
                if let Some([value]) = by_last.get(last).map(Vec::as_slice) {
                    note(field, value);
                    field.shared = Some(last.to_owned());
                }
            }
        }
    }
    for (place, mut own) in places {
        let values = by_place.get(place.as_str()).map_or(&[][..], Vec::as_slice);
        own.sort_by_cached_key(|at| numbers(&fields[*at].name));
        match values {
            // Check boxes that share an answer.
            [value] => {
                for at in &own {
                    note(&mut fields[*at], value);
                    fields[*at].shared = (own.len() > 1).then(|| place.clone());
                }
            }
            _ if values.len() == own.len() => {
                for (at, value) in own.iter().zip(values) {
                    note(&mut fields[*at], value);
                }
            }
            _ => {}
        }
    }
}

/// In how many boxes the copies differ, if in so many that the whole file has two.
pub(crate) fn are_apart(form: &Form) -> Option<u32> {
    let differ = |field: &&Field| !field.read_only && field.disputed().is_some();
    let count = form.fields.iter().filter(differ).count();
    (count >= APART).then(|| u32::try_from(count).unwrap_or(u32::MAX))
}

/// `form1[0].#subform[3].Line1[2]` → `form1.Line1`
fn place(name: &str) -> String {
    let parts = name.split('.').filter(|part| !part.starts_with('#'));
    let bare = parts.map(|part| part.split('[').next().unwrap_or_default());
    bare.collect::<Vec<_>>().join(".")
}

/// The numbers in a name, one after the other.
fn numbers(name: &str) -> Vec<u32> {
    let parts = name.split(['[', ']']).skip(1).step_by(2);
    parts.map(|digits| digits.parse().unwrap_or(0)).collect()
}

fn note(field: &mut Field, other: &str) {
    let other = match field.shape {
        Shape::Check => {
            let states = field
                .widgets
                .iter()
                .filter_map(|widget| widget.state.as_deref());
            let on = states.into_iter().find(|state| same(state, other));
            on.unwrap_or_default().to_owned()
        }
        Shape::Button | Shape::Signature => return,
        Shape::Text | Shape::Choice => other.to_owned(),
    };
    field.acrobat_value = Some(other);
}

/// Whether two values say the same: a date may be written in two ways.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    let lines = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    one == other
        || lines(one) == lines(other)
        || date(one).is_some_and(|day| Some(day) == date(other))
}

/// `10/05/1967` or `1967-10-05`
fn date(text: &str) -> Option<Day> {
    Day::from_iso(text).or_else(|| {
        let (month, rest) = text.split_once('/')?;
        let (day, year) = rest.split_once('/')?;
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::{numbers, place, same};

    #[test]
    fn names() {
        assert_eq!(place("form1[0].#subform[3].Line1[2]"), "form1.Line1");
        assert_eq!(numbers("form1[0].#subform[3].Line1[12]"), [0, 3, 12]);
    }

    #[test]
    fn one_value_in_two_ways() {
        for (one, other) in [
            ("a", " a "),
            ("10/05/1967", "1967-10-05"),
            ("a\rb", "a\r\nb"),
            ("", " "),
        ] {
            assert!(same(one, other), "{one:?} {other:?}");
        }
        for (one, other) in [
            ("a", "b"),
            ("", "a"),
            ("10/05/1967", "1967-05-10"),
            ("1", "01"),
        ] {
            assert!(!same(one, other), "{one:?} {other:?}");
        }
    }
}
