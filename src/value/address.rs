//! The lines of an address that are free text.

use super::{
    Rules,
    another::{another_kind, say},
    reading::{Reading, Value, number_param},
    spelling::letters,
    state,
};
use crate::{
    Code, Kind,
    finding::{Param, SharedFault},
};

/// Number and name of a street, or a P.O. Box.
pub(super) fn read_street(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    if another_kind(reading) {
        return None;
    }
    extra_spaces(reading);
    if is_whole_address(&reading.text) {
        reading.add(Code::StreetWholeAddress, None);
    } else if unit_at(&reading.text).is_some() {
        let mut street = reading.text.as_str();
        while let Some(at) = unit_at(street) {
            street = street.get(..at).unwrap_or_default();
            street = street.trim_end_matches([' ', ',', '-']);
        }
        let street = Some(street.to_owned()).filter(|it| !it.is_empty());
        reading.add(Code::StreetUnitInside, street);
    } else {
        letters(reading, rules.box_takes);
        fits_box(reading, rules);
    }
    reading.as_it_is()
}

/// The number or letter of an apartment, suite or floor.
pub(super) fn read_unit(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    let bare = reading.text.trim_start_matches('#').trim_start();
    if bare.len() < reading.text.len() && !bare.is_empty() {
        let text = bare.to_owned();
        reading.change("prefix", "#", "");
        reading.text = text;
    }
    if another_kind(reading) {
        return None;
    }
    let mut number = reading.text.as_str();
    while let Some((word, rest)) = number.split_once(' ')
        && is_unit_word(word)
    {
        number = rest.trim_start_matches(['#', ' ']);
    }
    if number.len() < reading.text.len() && !number.is_empty() {
        let number = number.to_owned();
        reading.add(Code::UnitWithWord, Some(number));
    } else {
        fits_box(reading, rules);
    }
    reading.as_it_is()
}

/// A city or town.
pub(super) fn read_city(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    let mut city = reading.text.as_str();
    while let Some((front, rest)) = city.rsplit_once(',')
        && state::named(rest).is_some()
    {
        city = front.trim_end();
    }
    if city.len() < reading.text.len() && !city.is_empty() {
        let city = city.to_owned();
        reading.add(Code::CityStateInside, Some(city));
        return reading.as_it_is();
    }
    if reading.text.len() == 5 && reading.text.bytes().all(|byte| byte.is_ascii_digit()) {
        say(reading, Some(Kind::Zip));
        return None;
    }
    read_plain(reading, rules)
}

/// A province, or whatever else is only words.
pub(super) fn read_plain(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    if another_kind(reading) {
        return None;
    }
    extra_spaces(reading);
    letters(reading, rules.box_takes);
    fits_box(reading, rules);
    reading.as_it_is()
}

/// A postal code of another country.
pub(super) fn read_postal_code(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    let capitals = reading.text.to_ascii_uppercase();
    if capitals != reading.text {
        let typed = reading.text.clone();
        reading.change("case", &typed, &capitals);
        reading.text = capitals;
    }
    read_plain(reading, rules)
}

/// A country's name.
pub(super) fn read_country(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    let code: String = reading.text.chars().filter(|it| *it != '.').collect();
    let short = (2..=3).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_alphabetic());
    if !short {
        return read_plain(reading, rules);
    }
    let known = COUNTRIES.iter().find(|(short, _)| {
        short
            .split(' ')
            .any(|short| short.eq_ignore_ascii_case(&code))
    });
    let name = known.map(|(_, name)| (*name).to_owned());
    reading.add(Code::CountryCode, name);
    reading.as_it_is()
}

/// Codes that people write for the countries that most filings name. Source: ISO 3166-1.
const COUNTRIES: [(&str, &str); 24] = [
    ("US USA EUA", "United States"),
    ("UK GB GBR", "United Kingdom"),
    ("BR BRA", "Brazil"),
    ("BD BGD", "Bangladesh"),
    ("CA CAN", "Canada"),
    ("CN CHN PRC", "China"),
    ("CO COL", "Colombia"),
    ("CU CUB", "Cuba"),
    ("DO DOM DR", "Dominican Republic"),
    ("EC ECU", "Ecuador"),
    ("SV SLV", "El Salvador"),
    ("GT GTM", "Guatemala"),
    ("HT HTI", "Haiti"),
    ("HN HND", "Honduras"),
    ("IN IND", "India"),
    ("JM JAM", "Jamaica"),
    ("MX MEX", "Mexico"),
    ("NG NGA", "Nigeria"),
    ("PK PAK", "Pakistan"),
    ("PE PER", "Peru"),
    ("PH PHL", "Philippines"),
    ("KR KOR", "South Korea"),
    ("VE VEN", "Venezuela"),
    ("VN VNM", "Vietnam"),
];

/// Offers the text without the spaces that nobody meant.
pub(super) fn extra_spaces(reading: &mut Reading) {
    let spaced = reading
        .changes
        .iter()
        .any(|change| matches!(change.what, "separators" | "invisible") && change.to.is_empty());
    if spaced {
        let text = Some(reading.text.clone());
        let code = Code::of(reading.kind, SharedFault::ExtraSpaces);
        reading.tell(code, None, [Param::None; 2], text);
        if code.is_some() {
            reading.is_safe();
        }
    }
}

/// Says so when there are more characters than most official boxes hold.
pub(super) fn fits_box(reading: &mut Reading, rules: &Rules) {
    fits(reading, rules.room, characters(&reading.text));
}

pub(super) fn fits(reading: &mut Reading, room: u32, found: usize) {
    let found = number_param(found);
    if matches!(found, Param::Number(found) if found > room) {
        let code = Code::of(reading.kind, SharedFault::LongForBox);
        let span = Some(reading.whole());
        reading.tell(code, span, [Param::Number(room), found], None);
    }
}

fn characters(text: &str) -> usize {
    let first = |byte: &u8| byte & 0xc0 != 0x80;
    text.bytes().filter(first).count()
}

/// "…, Dallas, TX 75001": the state and ZIP Code stand at the end.
fn is_whole_address(text: &str) -> bool {
    let mut words = text.rsplit([' ', ',']).filter(|word| !word.is_empty());
    let zip = words.next().unwrap_or_default();
    let zip = zip.split('-').next().unwrap_or_default();
    zip.len() == 5
        && zip.bytes().all(|byte| byte.is_ascii_digit())
        && words
            .next()
            .is_some_and(|word| word.len() == 2 && state::named(word).is_some())
        && words.next().is_some()
}

/// Where the unit begins: "Apt 4B" or "#4B" at the end, "2nd Floor" too.
fn unit_at(text: &str) -> Option<usize> {
    let (front, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let last_at = text.len() - last.len();
    if last.len() > 1 && last.starts_with('#') {
        return Some(last_at);
    }
    let before = front.rsplit([' ', ',']).next().unwrap_or_default();
    let before_at = front.len() - before.len();
    let numbered = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let names_unit = numbered(last) || last.len() <= 2;
    if before == "#" || names_unit && is_unit_word(before) {
        return Some(before_at);
    }
    let ordinal = before.len() > 2 && before.starts_with(|it: char| it.is_ascii_digit());
    (ordinal
        && ["FLOOR", "FL", "FLR"]
            .iter()
            .any(|it| last.eq_ignore_ascii_case(it)))
    .then_some(before_at)
}

fn is_unit_word(word: &str) -> bool {
    const WORDS: [&str; 12] = [
        "APT",
        "APARTMENT",
        "APTO",
        "DEPTO",
        "STE",
        "SUITE",
        "UNIT",
        "FL",
        "FLR",
        "FLOOR",
        "RM",
        "ROOM",
    ];
    let bare = word.trim_end_matches(['.', ':']);
    WORDS.iter().any(|unit| bare.eq_ignore_ascii_case(unit))
}
