//! Boxes that are one answer together, a name or an address: which of them is left empty?

use super::{Examined, beside};
use crate::{Code, Form};
use prefile::{
    Kind,
    field::{Purpose, Whose},
};
use std::collections::BTreeMap;

const NAME: [Kind; 2] = [Kind::FamilyName, Kind::GivenName];
const ADDRESS: [Kind; 7] = [
    Kind::Street,
    Kind::City,
    Kind::State,
    Kind::Zip,
    Kind::Province,
    Kind::PostalCode,
    Kind::Country,
];
const HOME_COUNTRY: [&str; 5] = [
    "united states",
    "united states of america",
    "usa",
    "us",
    "u.s.",
];
/// Boxes of one line may stand so much higher or lower, in points.
const LINE: f64 = 6.0;

/// The boxes of one answer, by what they want: places among all boxes.
type Group = Vec<(Kind, usize)>;

/// Says of a box that it is empty, where what goes with it is filled.
pub(super) fn half_filled(form: &Form, boxes: &mut [Examined]) {
    let answer = |at: usize| form.fields[boxes[at].field].answer();
    let mut lacking = Vec::new();
    for group in groups(form, boxes, &NAME) {
        lacking.extend(name(&group, &answer));
    }
    for group in groups(form, boxes, &ADDRESS) {
        address(&group, &answer, &mut lacking);
    }
    for (empty, other) in lacking {
        let fault = beside(
            Code::BoxHalfFilled,
            form,
            boxes[empty].field,
            boxes[other].field,
        );
        boxes[empty].faults.push(fault);
    }
}

/// Boxes of these kinds that have one item number, are one person's and for one thing. In tables and
/// lists each line is a group, or what stands below each other until a kind comes again.
fn groups(form: &Form, boxes: &[Examined], kinds: &[Kind]) -> Vec<Group> {
    let mut items: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (at, own) in boxes.iter().enumerate() {
        let field = &form.fields[own.field];
        let number = own
            .item
            .item
            .as_deref()
            .and_then(|item| item.split('.').next());
        let widget = field.widgets.first();
        let (Some(kind), Some(number), Some(widget)) = (own.kind, number, widget) else {
            continue;
        };
        if !kinds.contains(&kind) {
            continue;
        }
        let [left, _, _, top] = widget.rect;
        let line = (top / LINE).round();
        items
            .entry((
                own.item.part.as_deref(),
                number,
                own.whose.map(Whose::id),
                own.purpose.map(Purpose::id),
            ))
            .or_default()
            .push((widget.page, -line, left, kind, at));
    }
    let mut groups = Vec::new();
    for mut members in items.into_values() {
        members.sort_by(|one, other| {
            let place = one.0.cmp(&other.0).then(one.1.total_cmp(&other.1));
            place.then(one.2.total_cmp(&other.2))
        });
        let mut group: Group = Vec::new();
        for (_, _, _, kind, at) in members {
            if find(&group, kind).is_some() {
                groups.push(std::mem::take(&mut group));
            }
            group.push((kind, at));
        }
        groups.push(group);
    }
    groups
}

fn find(group: &Group, kind: Kind) -> Option<usize> {
    let found = group.iter().find(|(own, _)| *own == kind);
    found.map(|(_, at)| *at)
}

/// The empty one of two boxes of which one is filled, and the other.
fn one_of<'f>(
    (one, other): (usize, usize),
    answer: &impl Fn(usize) -> Option<&'f str>,
) -> Option<(usize, usize)> {
    match (answer(one), answer(other)) {
        (Some(_), None) => Some((other, one)),
        (None, Some(_)) => Some((one, other)),
        _ => None,
    }
}

fn name<'f>(group: &Group, answer: &impl Fn(usize) -> Option<&'f str>) -> Option<(usize, usize)> {
    let family = find(group, Kind::FamilyName)?;
    one_of((family, find(group, Kind::GivenName)?), answer)
}

fn address<'f>(
    group: &Group,
    answer: &impl Fn(usize) -> Option<&'f str>,
    lacking: &mut Vec<(usize, usize)>,
) {
    let place = |kind| find(group, kind);
    let filled = |kind| place(kind).filter(|at| answer(*at).is_some());
    let (Some(street), Some(city)) = (place(Kind::Street), place(Kind::City)) else {
        return;
    };
    lacking.extend(one_of((street, city), answer));
    let abroad = filled(Kind::Country).filter(|at| {
        let country = answer(*at).unwrap_or_default().trim().to_ascii_lowercase();
        !HOME_COUNTRY.contains(&country.as_str())
    });
    let abroad = abroad
        .or(filled(Kind::Province))
        .or(filled(Kind::PostalCode));
    if let Some(abroad) = abroad {
        let country = place(Kind::Country).filter(|at| answer(*at).is_none());
        lacking.extend(country.map(|country| (country, abroad)));
    } else if let (Some(state), Some(zip)) = (place(Kind::State), place(Kind::Zip)) {
        let whole = answer(street).is_some() && answer(city).is_some();
        let neither = answer(state).is_none() && answer(zip).is_none();
        lacking.extend(one_of((state, zip), answer));
        lacking.extend((whole && neither).then_some((state, street)));
    }
}
