//! What changed between two editions of a form, as far as it can be read: boxes are matched by their
//! words, by where they are printed, and by their names, none of which is enough alone.
//!
//! Of the editions that definitions write into, `data/places/` has what is needed: of the words a number.

use crate::{Field, Form, Identity, Item, Shape};
use prefile::Day;
use std::{collections::HashMap, hash::Hash};

/// How far a box may be out of its place, in points, to stand in the same.
const NEAR: i32 = 3;
/// Words are a number by this hash: FNV-1a.
const START: u32 = 0x811c_9dc5;
const STEP: u32 = 0x0100_0193;

const KNOWN: [(&str, &str, &str); 4] = [
    (
        "G-1145",
        "2014-09-26",
        include_str!("../../data/places/g-1145@2014-09-26.tsv"),
    ),
    (
        "I-765",
        "2025-08-21",
        include_str!("../../data/places/i-765@2025-08-21.tsv"),
    ),
    (
        "I-90",
        "2025-01-20",
        include_str!("../../data/places/i-90@2025-01-20.tsv"),
    ),
    (
        "N-400",
        "2025-01-20",
        include_str!("../../data/places/n-400@2025-01-20.tsv"),
    ),
];

/// A box as an edition has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its full name.
    pub name: String,
    /// The page of the form that it is printed on.
    pub page: u32,
    /// Part and item.
    pub item: Item,
    /// Its left and upper edge, in points.
    corner: [i32; 2],
    /// `text`, or of check boxes what sets it, in quotes.
    shape: String,
    /// What is printed with it, as a number.
    words: u32,
}

/// What changed from one edition to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Surely the same boxes: in the one, in the other.
    pub same: Vec<[Place; 2]>,
    /// The same name with other words: which is which nobody can say but a person.
    pub reworded: Vec<[Place; 2]>,
    /// What only the other edition has.
    pub added: Vec<Place>,
    /// What it has no longer.
    pub gone: Vec<Place>,
}

impl Place {
    /// The boxes of a form that can be filled.
    #[must_use]
    pub fn all(form: &Form) -> Vec<Self> {
        let identity = Identity::of(form);
        let pages = || identity.parts.iter().flat_map(|part| &part.pages);
        let open = form.fields.iter().filter(|field| !field.read_only);
        let open =
            open.filter(|field| matches!(field.shape, Shape::Text | Shape::Check | Shape::Choice));
        let place = |field: &Field| {
            let sheet = field.page().unwrap_or(0);
            let printed = pages().find(|(own, _)| *own == sheet);
            let corner = field.widgets.first().map_or([0.0; 4], |widget| widget.rect);
            Self {
                name: field.name.clone(),
                page: printed.map_or(sheet, |(_, printed)| *printed),
                item: Item::read(&field.tooltip),
                corner: [corner[0], corner[3]].map(whole),
                shape: shape(field),
                words: words(&field.tooltip),
            }
        };
        open.map(place).collect()
    }

    /// A row of a table, as [`Place::row`] writes it.
    fn read(row: &str) -> Option<Self> {
        let mut cells = row.split('\t');
        let mut next = || cells.next();
        let own = |cell: &str| (cell != "-").then(|| cell.to_owned());
        Some(Self {
            name: next()?.to_owned(),
            page: next()?.parse().ok()?,
            item: Item {
                part: own(next()?),
                item: own(next()?),
            },
            corner: [next()?.parse().ok()?, next()?.parse().ok()?],
            shape: next()?.to_owned(),
            words: u32::from_str_radix(next()?, 16).ok()?,
        })
    }

    /// As a row of `data/places/`.
    #[must_use]
    pub fn row(&self) -> String {
        let own = |cell: &Option<String>| cell.clone().unwrap_or_else(|| "-".to_owned());
        let [left, top] = self.corner;
        let item = [own(&self.item.part), own(&self.item.item)].join("\t");
        format!(
            "{}\t{}\t{item}\t{left}\t{top}\t{}\t{:08x}",
            self.name, self.page, self.shape, self.words
        )
    }

    /// Whether both stand on the same page, under the same part and item.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        self.page == other.page && self.item == other.item
    }

    fn is_near(&self, other: &Self) -> bool {
        let near = |at: usize| (self.corner[at] - other.corner[at]).abs() <= NEAR;
        self.page == other.page && near(0) && near(1)
    }
}

/// The boxes of an edition that definitions write into; `None` of any other.
#[must_use]
pub fn known(form: &str, edition: Day) -> Option<Vec<Place>> {
    let edition = edition.iso();
    let mut all = KNOWN.iter();
    let (_, _, table) = all.find(|(own, day, _)| *own == form && *day == edition)?;
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    Some(rows.filter_map(Place::read).collect())
}

impl Changes {
    /// Between two editions: the one that is known, and the other.
    #[must_use]
    pub fn between(old: &[Place], new: &[Place]) -> Self {
        let mut pairs = Pairs::of(old, new);
        pairs.join(|place| (&place.name, &place.shape, place.words));
        pairs.join(|place| (&place.item, &place.shape, place.words));
        // Of boxes with the same words, as beside two lists, those in the same place.
        pairs.near();
        pairs.join(|place| (&place.shape, place.words));
        let same = std::mem::take(&mut pairs.found);
        pairs.join(|place| &place.name);
        let left = |all: &[Place], taken: &[bool]| {
            let left = all.iter().zip(taken).filter(|(_, taken)| !**taken);
            left.map(|(place, _)| place.clone()).collect()
        };
        let own = |[one, other]: [usize; 2]| [old[one].clone(), new[other].clone()];
        Self {
            same: same.into_iter().map(own).collect(),
            reworded: pairs.found.into_iter().map(own).collect(),
            added: left(new, &pairs.taken[1]),
            gone: left(old, &pairs.taken[0]),
        }
    }

    /// What the other edition calls a box that is surely the same.
    #[must_use]
    pub fn name(&self, old: &str) -> Option<&str> {
        let mut same = self.same.iter();
        let [_, new] = same.find(|[own, _]| own.name == old)?;
        Some(&new.name)
    }

    /// A box of the edition that is known.
    #[must_use]
    pub fn known(&self, name: &str) -> Option<&Place> {
        let pairs = self.same.iter().chain(&self.reworded).map(|[old, _]| old);
        pairs.chain(&self.gone).find(|place| place.name == name)
    }
}

/// Boxes of two editions, and which were found to belong together.
struct Pairs<'p> {
    all: [&'p [Place]; 2],
    taken: [Vec<bool>; 2],
    found: Vec<[usize; 2]>,
}

impl<'p> Pairs<'p> {
    fn of(old: &'p [Place], new: &'p [Place]) -> Self {
        Self {
            all: [old, new],
            taken: [old, new].map(|all| vec![false; all.len()]),
            found: Vec::new(),
        }
    }

    /// Joins what has the same key, if nothing else in its edition has it.
    fn join<Key: Eq + Hash>(&mut self, key: impl Fn(&'p Place) -> Key) {
        let only = |all: &'p [Place]| {
            let mut only = HashMap::new();
            for (at, place) in all.iter().enumerate() {
                let seen = only.entry(key(place)).or_insert(Some(at));
                *seen = seen.filter(|own| *own == at);
            }
            only
        };
        let [old, mut new] = self.all.map(only);
        for (key, one) in old {
            let other = new.remove(&key).flatten();
            if let (Some(one), Some(other)) = (one, other) {
                self.take(one, other);
            }
        }
        self.found.sort_unstable();
    }

    /// Joins what has the same words and stands in the same place.
    fn near(&mut self) {
        let [old, new] = self.all;
        let mut by_words: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, place) in new.iter().enumerate() {
            by_words.entry(place.words).or_default().push(at);
        }
        for (one, place) in old.iter().enumerate() {
            let alike = by_words.get(&place.words).into_iter().flatten();
            let mut near =
                alike.filter(|at| place.shape == new[**at].shape && place.is_near(&new[**at]));
            if let (Some(other), None) = (near.next(), near.next()) {
                self.take(one, *other);
            }
        }
    }

    fn take(&mut self, one: usize, other: usize) {
        if !self.taken[0][one] && !self.taken[1][other] {
            self.taken[0][one] = true;
            self.taken[1][other] = true;
            self.found.push([one, other]);
        }
    }
}

/// Of text what it is, of check boxes what sets them.
fn shape(field: &Field) -> String {
    let states = field
        .widgets
        .iter()
        .filter_map(|widget| widget.state.as_deref());
    match field.shape {
        Shape::Check => states
            .flat_map(|state| ["\"", state.trim(), "\""])
            .collect(),
        Shape::Choice => "choice".to_owned(),
        _ => "text".to_owned(),
    }
}

/// What a tooltip says but for its item, as a number.
fn words(tooltip: &str) -> u32 {
    let words = tooltip.split(|sign: char| !sign.is_alphabetic());
    // One letter is that of an item.
    let words = words.filter(|word| word.len() > 1);
    let letters = words
        .flat_map(str::bytes)
        .map(|byte| byte.to_ascii_lowercase());
    letters.fold(START, |number, byte| {
        (number ^ u32::from(byte)).wrapping_mul(STEP)
    })
}

fn whole(points: f64) -> i32 {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "`as` keeps to the limits, and those are far outside of any page"
    )]
    let number = points.round() as i32;
    number
}

#[cfg(test)]
mod tests {
    use super::{Changes, Place, known, words};
    use crate::Item;
    use prefile::Day;

    fn place(name: &str, item: &str, words: u32, left: i32) -> Place {
        Place {
            name: name.to_owned(),
            page: 1,
            item: Item {
                part: None,
                item: Some(item.to_owned()),
            },
            corner: [left, 700],
            shape: "text".to_owned(),
            words,
        }
    }

    #[track_caller]
    fn check(old: &[Place], new: &[Place], expected: [&str; 4]) {
        let changes = Changes::between(old, new);
        let pairs = |pairs: &[[Place; 2]]| {
            let pairs = pairs
                .iter()
                .map(|[old, new]| format!("{}-{}", old.name, new.name));
            pairs.collect::<Vec<_>>().join(" ")
        };
        let names = |all: &[Place]| {
            let names = all.iter().map(|place| place.name.clone());
            names.collect::<Vec<_>>().join(" ")
        };
        let found = [
            pairs(&changes.same),
            pairs(&changes.reworded),
            names(&changes.added),
            names(&changes.gone),
        ];
        assert_eq!(found.each_ref().map(String::as_str), expected);
    }

    #[test]
    fn boxes_of_two_editions() {
        let old = [
            place("a", "1.", 1, 10),
            place("b", "2.", 2, 10),
            place("c", "3.", 3, 10),
        ];
        check(&old, &old, ["a-a b-b c-c", "", "", ""]);
        // Another item, another name, both, neither words nor name.
        let new = [
            place("a", "5.", 1, 90),
            place("x", "2.", 2, 90),
            place("y", "9.", 3, 90),
        ];
        check(&old, &new, ["a-a b-x c-y", "", "", ""]);
        let new = [
            place("a", "1.", 7, 10),
            place("b", "2.", 2, 10),
            place("d", "4.", 4, 10),
        ];
        check(&old, &new, ["b-b", "a-a", "d", "c"]);
        check(&old, &[], ["", "", "", "a b c"]);
        // A name of a box that says something else now is no match, one with its words is.
        let new = [place("a", "2.", 2, 10), place("b", "1.", 1, 10)];
        check(&old, &new, ["a-b b-a", "", "", "c"]);
    }

    #[test]
    fn the_same_words_twice() {
        let old = [place("a", "1.", 1, 10), place("b", "1.", 1, 90)];
        check(
            &old,
            &[place("x", "1.", 1, 11), place("y", "1.", 1, 88)],
            ["a-x b-y", "", "", ""],
        );
        check(
            &old,
            &[place("x", "1.", 1, 50), place("y", "1.", 1, 60)],
            ["", "", "x y", "a b"],
        );
        let mut other = old.clone();
        other[1].shape = "\"Y\"".to_owned();
        check(&old, &other, ["a-a", "b-b", "", ""]);
    }

    #[test]
    fn words_are_those_of_the_question() {
        assert_eq!(
            words("Part 2. Name. 1. A. Enter Family Name."),
            words("Part 2.  Name. 14.b. Enter family name")
        );
        assert_ne!(
            words("10. Gender. Select Male."),
            words("10. Sex. Select Male.")
        );
    }

    #[test]
    fn tables() {
        for (form, edition, _) in super::KNOWN {
            let day = Day::from_iso(edition).expect("a day");
            let places = known(form, day).expect("a table");
            assert!(places.len() > 4, "{form}");
            let rows: Vec<String> = places.iter().map(Place::row).collect();
            let table = super::KNOWN
                .iter()
                .find(|(own, ..)| *own == form)
                .expect("it")
                .2;
            let table = table.lines().filter(|line| !line.starts_with('#'));
            assert_eq!(rows, table.skip(1).collect::<Vec<_>>(), "{form}");
        }
        assert_eq!(
            known("I-765", Day::from_iso("2024-04-01").expect("a day")),
            None
        );
    }
}
