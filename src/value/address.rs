//! The lines of an address that are free text.

use super::{
    Rules,
    another::{another_kind, say},
    piece::{
        before, behind, character, digits, first, is_digits, last, listed, part, pieces, replaced,
    },
    reading::{Reading, number_param},
    spelling::letters,
    state,
};
use crate::{
    Code, Kind,
    finding::{Param, SharedFault},
};

/// Number and name of a street, or a P.O. Box.
pub(super) fn read_street(reading: &mut Reading, rules: &Rules) {
    if another_kind(reading) {
        return;
    }
    extra_spaces(reading);
    if is_whole_address(&reading.text) {
        reading.add(Code::StreetWholeAddress, None);
    } else if unit_at(&reading.text).is_some() {
        let mut street = reading.text.as_str();
        while let Some(at) = unit_at(street) {
            street = before(part(street, 0, at), b" ,-");
        }
        let street = Some(street.to_owned()).filter(|it| !it.is_empty());
        reading.add(Code::StreetUnitInside, street);
    } else {
        letters(reading, rules.box_takes);
        fits_box(reading, rules);
    }
    reading.accept_as_it_is();
}

/// The number or letter of an apartment, suite or floor.
pub(super) fn read_unit(reading: &mut Reading, rules: &Rules) {
    let bare = behind(behind(&reading.text, b"#"), b" ");
    if bare.len() < reading.text.len() && !bare.is_empty() {
        let text = bare.to_owned();
        reading.change("prefix", "#", "");
        reading.text = text;
    }
    if another_kind(reading) {
        return;
    }
    let mut number = reading.text.as_str();
    loop {
        let end = first(number.as_bytes(), 0, b" ");
        if end == number.len() || !is_unit_word(part(number, 0, end)) {
            break;
        }
        number = behind(part(number, end, number.len()), b"# ");
    }
    if number.len() < reading.text.len() && !number.is_empty() {
        let number = number.to_owned();
        reading.add(Code::UnitWithWord, Some(number));
    } else {
        fits_box(reading, rules);
    }
    reading.accept_as_it_is();
}

/// A city or town.
pub(super) fn read_city(reading: &mut Reading, rules: &Rules) {
    let mut city = reading.text.as_str();
    while let Some(comma) = last(city.as_bytes(), 0, city.len(), b",")
        && state::named(part(city, comma, city.len())).is_some()
    {
        city = before(part(city, 0, comma), b" ");
    }
    if city.len() < reading.text.len() && !city.is_empty() {
        let city = city.to_owned();
        reading.add(Code::CityStateInside, Some(city));
        reading.accept_as_it_is();
        return;
    }
    if reading.text.len() == 5 && is_digits(&reading.text) {
        say(reading, Some(Kind::Zip));
        return;
    }
    read_plain(reading, rules);
}

/// A province, or whatever else is only words.
pub(super) fn read_plain(reading: &mut Reading, rules: &Rules) {
    if another_kind(reading) {
        return;
    }
    extra_spaces(reading);
    match character(&reading.text, |it| it.is_ascii_digit()) {
        // No country has one.
        Some(digit) if reading.kind == Kind::Country => {
            reading.say_character(SharedFault::OddCharacter, digit, None);
        }
        _ => letters(reading, rules.box_takes),
    }
    fits_box(reading, rules);
    reading.accept_as_it_is();
}

/// A postal code of another country.
pub(super) fn read_postal_code(reading: &mut Reading, rules: &Rules) {
    let capitals = reading.text.to_ascii_uppercase();
    if capitals != reading.text {
        reading.becomes("case", capitals);
    }
    read_plain(reading, rules);
}

/// A country's name.
pub(super) fn read_country(reading: &mut Reading, rules: &Rules) {
    let code = replaced(&reading.text, b".", "");
    let short = (2..=3).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_alphabetic());
    if !short {
        read_plain(reading, rules);
        return;
    }
    let mut name = None;
    for row in pieces(COUNTRIES, b"|") {
        let colon = first(row.as_bytes(), 0, b":");
        if listed(part(row, 0, colon), &code) {
            name = Some(part(row, colon + 1, row.len()).to_owned());
        }
    }
    reading.add(Code::CountryCode, name);
    reading.accept_as_it_is();
}

/// Codes that people write for the countries that most filings name. Source: ISO 3166-1.
const COUNTRIES: &str = "US USA EUA:United States|UK GB GBR:United Kingdom|BR BRA:Brazil|\
BD BGD:Bangladesh|CA CAN:Canada|CN CHN PRC:China|CO COL:Colombia|CU CUB:Cuba|\
DO DOM DR:Dominican Republic|EC ECU:Ecuador|SV SLV:El Salvador|GT GTM:Guatemala|HT HTI:Haiti|\
HN HND:Honduras|IN IND:India|JM JAM:Jamaica|MX MEX:Mexico|NG NGA:Nigeria|PK PAK:Pakistan|\
PE PER:Peru|PH PHL:Philippines|KR KOR:South Korea|VE VEN:Venezuela|VN VNM:Vietnam";

/// Offers the text without the spaces that nobody meant.
pub(super) fn extra_spaces(reading: &mut Reading) {
    let spaced =
        reading.check.changes.iter().any(|change| {
            matches!(change.what, "separators" | "invisible") && change.to.is_empty()
        });
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

/// "…, Dallas, TX 75001": the state and ZIP Code stand at the end, or the country behind them.
fn is_whole_address(text: &str) -> bool {
    let (mut front, mut zip) = last_word(text);
    if listed("US USA", zip) {
        (front, zip) = last_word(front);
    }
    let (front, state) = last_word(front);
    // Some streets are named after a state: what it ends is an address where a house has a number.
    let numbered = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    let zip = part(zip, 0, first(zip.as_bytes(), 0, b"-"));
    zip.len() == 5
        && is_digits(zip)
        && (numbered || state.len() == 2)
        && state::named(state).is_some()
        && !before(front, b" ,").is_empty()
}

/// What stands before the last word, and the word.
fn last_word(text: &str) -> (&str, &str) {
    let text = before(text, b" ,");
    let at = last(text.as_bytes(), 0, text.len(), b" ,").map_or(0, |at| at + 1);
    (part(text, 0, at), part(text, at, text.len()))
}

/// Where the unit begins: "Apt 4B" or "#4B" at the end, "2nd Floor" too.
fn unit_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let space = last(bytes, 0, text.len(), b" ");
    let last_at = space.map_or(0, |space| space + 1);
    let word = part(text, last_at, text.len());
    // "Calle 45 # 23-10", "Av. Juarez #45": where no number is in front, it is the number of the house.
    let of_house = !bytes.first().is_some_and(u8::is_ascii_digit);
    if word.len() > 1 && word.starts_with('#') && !of_house {
        return Some(last_at);
    }
    let space = space.unwrap_or(0);
    // "Apt # 4"
    let end = before(part(text, 0, space), b"# ").len();
    let at = last(bytes, 0, end, b" ,").map_or(0, |at| at + 1);
    let before = part(text, at, end);
    let names_unit = word.len() <= 2 || digits(word.as_bytes()) > 0;
    let ordinal = before.len() > 2
        && before.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && listed("FLOOR FL FLR", word);
    let named = names_unit && is_unit_word(before) || ordinal;
    let signed = end < space && !of_house;
    (named || signed).then_some(if named { at } else { end })
}

fn is_unit_word(word: &str) -> bool {
    const WORDS: &str = "APT APARTMENT APTO DEPTO STE SUITE UNIT FL FLR FLOOR RM ROOM";
    listed(WORDS, before(word, b".:"))
}
