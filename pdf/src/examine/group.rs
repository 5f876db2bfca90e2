//! Boxes that are one answer together, a name or an address: which of them is left empty?

use super::{Examined, beside, is_nothing};
use crate::{Code, Form, packet::plain_letters};
use prefile::{
    Context, Kind, check,
    field::{Purpose, Whose},
};
use std::collections::HashMap;

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
/// More boxes than an item has.
const MOST: usize = 1_000;
/// Boxes of one line may stand so much higher or lower, in points.
const LINE: f64 = 6.0;

/// A box by its page, its line and its left edge, what it wants, and its place among all boxes.
type Member = (Option<u32>, f64, f64, Kind, usize);
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

/// Boxes of these kinds whose names have one number on one page, or that have one item number, are one
/// person's and for one thing. In tables and lists each line is a group, or what stands below each other
/// until a kind comes again.
fn groups(form: &Form, boxes: &[Examined], kinds: &[Kind]) -> Vec<Group> {
    let mut buckets: Vec<Vec<Member>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, own) in boxes.iter().enumerate() {
        let field = &form.fields[own.field];
        let number = own.item.item.as_deref();
        let number = number.and_then(|item| item.split('.').next());
        let (Some(kind), Some(widget)) = (own.kind, field.widgets.first()) else {
            continue;
        };
        if !kinds.contains(&kind) {
            continue;
        }
        let item = number.map(|number| {
            let part = own.item.part.as_deref().unwrap_or_default();
            let whose = own.whose.map_or("", Whose::id);
            let purpose = own.purpose.map_or("", Purpose::id);
            [part, number, whose, purpose].join("/")
        });
        let page = widget.page.unwrap_or(0).to_string();
        let name = numbered(&field.name).map(|name| [name, &page].join(" "));
        if item.is_none() && name.is_none() {
            continue;
        }
        // Words may be another box's; a name is copied less often.
        let known = |key: &Option<String>| places.get(key.as_ref()?).copied();
        let has = |place: &usize| buckets[*place].iter().take(MOST).any(|own| own.3 == kind);
        let asked = || known(&item).filter(|place| name.is_none() || !has(place));
        let place = known(&name).or_else(asked).unwrap_or(buckets.len());
        if place == buckets.len() {
            buckets.push(Vec::new());
        }
        for key in [name, item].into_iter().flatten() {
            places.insert(key, place);
        }
        let [left, _, _, top] = widget.rect;
        let line = (top / LINE).round();
        buckets[place].push((widget.page, -line, left, kind, at));
    }
    let mut groups = Vec::new();
    for mut members in buckets {
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

/// The beginning of a name that has the number of an item: `P1_Line7` of `P1_Line7e_ZipCode[0]`.
fn numbered(name: &str) -> Option<&str> {
    let own = name.rsplit('.').next().unwrap_or_default();
    let end = ["Line", "Item"]
        .iter()
        .find_map(|word| Some(own.find(word)? + word.len()))?;
    let digits = own[end..].bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| &own[..end + digits])
}

fn find(group: &Group, kind: Kind) -> Option<usize> {
    let found = group.iter().find(|(own, _)| *own == kind);
    found.map(|(_, at)| *at)
}

/// The empty one of two boxes of which one is filled, and the other. With N/A nothing goes.
fn one_of<'f>(
    (one, other): (usize, usize),
    answer: &impl Fn(usize) -> Option<&'f str>,
) -> Option<(usize, usize)> {
    match (answer(one), answer(other)) {
        (Some(text), None) if !is_nothing(text) => Some((other, one)),
        (None, Some(text)) if !is_nothing(text) => Some((one, other)),
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
    let filled =
        |kind| place(kind).filter(|at| answer(*at).is_some_and(|answer| !is_nothing(answer)));
    let line = place(Kind::Street).zip(place(Kind::City));
    lacking.extend(line.and_then(|line| one_of(line, answer)));
    let abroad = filled(Kind::Country).filter(|at| {
        let country = plain_letters(answer(*at).unwrap_or_default());
        !(country == "us" || country == "usa" || country.starts_with("unitedstates"))
    });
    let abroad = abroad
        .or(filled(Kind::Province))
        .or(filled(Kind::PostalCode));
    if let Some(abroad) = abroad {
        let country = place(Kind::Country).filter(|at| answer(*at).is_none());
        lacking.extend(
            country
                .filter(|_| line.is_some())
                .map(|country| (country, abroad)),
        );
    } else if let (Some(state), Some(zip)) = (place(Kind::State), place(Kind::Zip)) {
        let half = one_of((state, zip), answer);
        // Without the rest of an address a state alone is surely one of ours.
        let sure = line.is_some() || answer(state).is_some_and(is_state);
        lacking.extend(half.filter(|_| sure));
        let whole = line.filter(|_| filled(Kind::Street).and(filled(Kind::City)).is_some());
        let neither = answer(state).is_none() && answer(zip).is_none();
        lacking.extend(whole.filter(|_| neither).map(|(street, _)| (state, street)));
    }
}

fn is_state(answer: &str) -> bool {
    check(Kind::State, answer, Context::default()).ok()
}
