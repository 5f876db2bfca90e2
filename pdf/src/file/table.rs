//! Where each object stands: cross-reference tables and streams, and what a search of the whole
//! file finds when they are damaged.

use super::object::{Dict, Id, Object};
use super::parse::{Parser, is_space};
use std::collections::HashMap;

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At this byte.
    At(usize),
    /// In an object stream: its number, and which of its objects.
    Within(u32, usize),
    Free,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) places: HashMap<u32, Place>,
    pub(super) trailer: Dict,
}

/// More sections than a file of this kind has revisions.
const MOST_SECTIONS: usize = 256;
/// More objects than any form has.
pub(super) const MOST_OBJECTS: usize = 400_000;

/// What a file's own tables say; `decode` reads the stream whose object stands at a byte.
pub(super) fn written(
    bytes: &[u8],
    decode: impl Fn(usize) -> Option<(Dict, Vec<u8>)>,
) -> Option<Table> {
    let mut table = Table::default();
    let mut next = vec![last_start(bytes)?];
    let mut seen = Vec::new();
    let mut first = true;
    while let Some(at) = next.pop() {
        if seen.contains(&at) || seen.len() == MOST_SECTIONS {
            continue;
        }
        seen.push(at);
        let mut parser = Parser::new(bytes, at, 10_000);
        let trailer = if parser.word("xref") {
            sections(&mut parser, &mut table)?;
            parser.object().dict()?.clone()
        } else {
            let (dict, content) = decode(at)?;
            entries(&dict, &content, &mut table)?;
            dict
        };
        next.extend(trailer.get("Prev").count());
        next.extend(trailer.get("XRefStm").count());
        if first {
            table.trailer = trailer;
            first = false;
        }
    }
    Some(table)
}

/// The byte that the last `startxref` names.
fn last_start(bytes: &[u8]) -> Option<usize> {
    let at = bytes.windows(9).rposition(|word| word == b"startxref")?;
    Parser::new(bytes, at + 9, 0).whole()
}

/// `0 6`, entries, and so on up to `trailer`.
fn sections(parser: &mut Parser, table: &mut Table) -> Option<()> {
    while !parser.word("trailer") {
        let first = u32::try_from(parser.whole()?).ok()?;
        let count = parser.whole()?;
        for number in (first..).take(count) {
            let place = parser.whole()?;
            parser.whole()?;
            let used = parser.word("n");
            if !used && !parser.word("f") {
                return None;
            }
            let place = if used { Place::At(place) } else { Place::Free };
            enter(table, number, place)?;
        }
    }
    Some(())
}

/// Newer entries come first and stay.
fn enter(table: &mut Table, number: u32, place: Place) -> Option<()> {
    if table.places.len() == MOST_OBJECTS {
        return None;
    }
    table.places.entry(number).or_insert(place);
    Some(())
}

/// The entries of a cross-reference stream.
fn entries(dict: &Dict, content: &[u8], table: &mut Table) -> Option<()> {
    let widths: Vec<usize> = dict
        .get("W")
        .array()
        .iter()
        .filter_map(Object::count)
        .collect();
    let [kind, second, third] = widths[..] else {
        return None;
    };
    if [kind, second, third].iter().any(|width| *width > 8) {
        return None;
    }
    let whole = [0, dict.get("Size").count()?];
    let index: Vec<usize> = dict
        .get("Index")
        .array()
        .iter()
        .filter_map(Object::count)
        .collect();
    let index = if index.is_empty() { &whole[..] } else { &index };
    let width = kind + second + third;
    let mut rows = content.chunks_exact(width.max(1));
    for range in index.as_chunks::<2>().0 {
        let [first, count] = *range;
        let first = u32::try_from(first).ok()?;
        for (number, row) in (first..).zip(rows.by_ref().take(count)) {
            let value = |from: usize, width: usize| {
                let digits = row.get(from..from + width).unwrap_or_default();
                digits
                    .iter()
                    .fold(0_u64, |value, digit| value << 8 | u64::from(*digit))
            };
            // Without a first column every entry is of type 1.
            let of_type = if kind == 0 { 1 } else { value(0, kind) };
            let [one, other] = [value(kind, second), value(kind + second, third)];
            let place = match of_type {
                0 => Place::Free,
                1 => Place::At(usize::try_from(one).ok()?),
                2 => Place::Within(u32::try_from(one).ok()?, usize::try_from(other).ok()?),
                _ => continue,
            };
            enter(table, number, place)?;
        }
    }
    Some(())
}

/// What stands in the file, whatever its tables say: every `12 0 obj`, the last of each number, and
/// the dictionaries of trailers.
pub(super) fn searched(bytes: &[u8]) -> Table {
    let mut table = Table::default();
    let mut trailers = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| matches!(byte, b'o' | b't')))
    {
        at += found;
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.starts_with(b"obj") {
            if let Some(((number, _), start)) = header_before(bytes, at)
                && table.places.len() < MOST_OBJECTS
            {
                table.places.insert(number, Place::At(start));
            }
        } else if rest.starts_with(b"trailer") && trailers.len() < MOST_SECTIONS {
            let dict = Parser::new(bytes, at + 7, 1000).object();
            trailers.extend(dict.dict().cloned());
        }
        at += 1;
    }
    for trailer in trailers {
        join(&mut table.trailer, &trailer);
    }
    table
}

/// Takes over what a later trailer says: not every one says all.
pub(super) fn join(trailer: &mut Dict, later: &Dict) {
    for name in ["Root", "Encrypt", "ID"] {
        let value = later.get(name);
        if *value != Object::Null {
            trailer.0.push((name.as_bytes().to_vec(), value.clone()));
        }
    }
}

/// The number and generation that stand before `obj`, and where they begin.
fn header_before(bytes: &[u8], at: usize) -> Option<(Id, usize)> {
    let back = |mut at: usize, of: fn(u8) -> bool| {
        while at > 0 && of(bytes[at - 1]) {
            at -= 1;
        }
        at
    };
    let digit = |byte: u8| byte.is_ascii_digit();
    let generation = back(back(at, is_space), digit);
    let number = back(back(generation, is_space), digit);
    if at - number > 24 || number == generation {
        return None;
    }
    let id = Parser::new(bytes, number, 0).header()?;
    Some((id, number))
}
