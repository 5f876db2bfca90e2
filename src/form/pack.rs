//! A definition as bytes. Numbers are LEB128, a text is its length and its UTF-8, an option is 0 or
//! 1 and what it holds, a list is its length and its members, a shape is its fields in order.
//!
//! In front stand a mark, the version of this format and a checksum. What was damaged or made for
//! another version is not read at all.

use super::definition::{
    Advice, BoxRule, Choice, Cited, Definition, Fact, History, Place, Question, Rule, Screen,
    Spelling, Texts, Wants, Writes,
};
use super::expression::Op;
use crate::{Kind, Severity};

/// In front of every pack; the last byte is the version of the format.
const MARK: [u8; 4] = *b"pfd\x04";

/// The bytes are no pack of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl core::fmt::Display for Damaged {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the pack is damaged, or of another version")
    }
}

impl core::error::Error for Damaged {}

/// Writes a definition.
#[must_use]
pub fn write(definition: &Definition) -> Vec<u8> {
    let mut body = Vec::new();
    definition.put(&mut body);
    let mut out = MARK.to_vec();
    out.extend(checksum(&body).to_le_bytes());
    out.append(&mut body);
    out
}

/// Reads a definition.
///
/// # Errors
///
/// [`Damaged`] when the bytes are not what [`write()`] of this version wrote.
pub fn read(bytes: &[u8]) -> Result<Definition, Damaged> {
    let (head, body) = bytes.split_at_checked(8).ok_or(Damaged)?;
    let sum = checksum(body).to_le_bytes();
    if head.get(..4) != Some(&MARK) || head.get(4..) != Some(&sum) {
        return Err(Damaged);
    }
    let mut reader = Reader {
        rest: body,
        damaged: false,
    };
    let definition = Definition::take(&mut reader);
    if !reader.damaged && reader.rest.is_empty() && super::whole::is_whole(&definition) {
        Ok(definition)
    } else {
        Err(Damaged)
    }
}

/// FNV-1a.
fn checksum(bytes: &[u8]) -> u32 {
    let mix = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    bytes.iter().fold(0x811c_9dc5, mix)
}

/// Bytes that are being read. Damage is noted and asked for at the end: what is read after it is
/// thrown away, and a way out at every field would cost the module kilobytes.
struct Reader<'b> {
    rest: &'b [u8],
    damaged: bool,
}

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.rest.split_first() else {
            return self.damage();
        };
        self.rest = rest;
        first
    }

    /// Notes damage, and gives what stands for anything then.
    fn damage<Any: Default>(&mut self) -> Any {
        self.damaged = true;
        self.rest = &[];
        Any::default()
    }
}

/// What can be written and read again.
trait Packed: Sized {
    fn put(&self, out: &mut Vec<u8>);
    fn take(from: &mut Reader) -> Self;
}

impl Packed for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 128 {
            out.push((rest & 127) as u8 | 128);
            rest >>= 7;
        }
        out.push((rest & 127) as u8);
    }

    fn take(from: &mut Reader) -> Self {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let next = from.byte();
            number |= u64::from(next & 127) << shift;
            if next < 128 {
                return number;
            }
        }
        from.damage()
    }
}

impl Packed for u16 {
    fn put(&self, out: &mut Vec<u8>) {
        u64::from(*self).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        Self::try_from(u64::take(from)).unwrap_or_else(|_| from.damage())
    }
}

impl Packed for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn take(from: &mut Reader) -> Self {
        from.byte()
    }
}

impl Packed for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        // Small ones of either sign are short.
        ((self << 1) ^ (self >> 63)).cast_unsigned().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let folded = u64::take(from);
        (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
    }
}

impl Packed for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(from: &mut Reader) -> Self {
        match from.byte() {
            0 => false,
            1 => true,
            _ => from.damage(),
        }
    }
}

impl Packed for String {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u64).put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut Reader) -> Self {
        let length = usize::try_from(u64::take(from)).unwrap_or(usize::MAX);
        let Some((text, rest)) = from.rest.split_at_checked(length) else {
            return from.damage();
        };
        from.rest = rest;
        match core::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => from.damage(),
        }
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(some) = self {
            some.put(out);
        }
    }

    fn take(from: &mut Reader) -> Self {
        bool::take(from).then(|| T::take(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u64).put(out);
        for one in self {
            one.put(out);
        }
    }

    fn take(from: &mut Reader) -> Self {
        let length = u64::take(from);
        // Every member has a byte at least: no length makes room for more than there is.
        if length > from.rest.len() as u64 {
            return from.damage();
        }
        let mut all = Vec::new();
        for _ in 0..length {
            all.push(T::take(from));
            if from.damaged {
                break;
            }
        }
        all
    }
}

impl Packed for Kind {
    fn put(&self, out: &mut Vec<u8>) {
        self.id().to_owned().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        Kind::from_id(&String::take(from)).unwrap_or_else(|| {
            from.damaged = true;
            Kind::ANumber
        })
    }
}

/// A shape: its fields in order.
macro_rules! shape {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)*
            }

            fn take(from: &mut Reader) -> Self {
                Self { $($field: Packed::take(from)),* }
            }
        }
    )*};
}

shape! {
    Definition { id, form, edition, facts, expressions, screens, checks, boxes, advice, sources, texts }
    Fact { id, list, wants, optional }
    Choice { id, label }
    History { from, to, years, whole }
    Screen { id, when, list, title, intro, questions }
    Question { fact, when, label, help, why, place }
    Place { part, item, page, instructions }
    Rule { id, severity, when, fact, with, message, why, source }
    BoxRule { name, when, entry, writes, empty, room, takes }
    Advice { id, when, title, body, source }
    Cited { title, url, read }
    Texts { language, lines }
}

/// One of several: its number, and what it holds; what stands there instead of none of them.
macro_rules! either {
    ($($name:ident or $none:expr => { $($number:literal = $one:ident $(($($held:ident),*))?),* $(,)? })*) => {$(
        impl Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$one $(($($held),*))? => {
                        out.push($number);
                        $($($held.put(out);)*)?
                    })*
                }
            }

            fn take(from: &mut Reader) -> Self {
                match from.byte() {
                    $($number => {
                        $($(let $held = Packed::take(from);)*)?
                        Self::$one $(($($held),*))?
                    })*
                    _ => {
                        from.damaged = true;
                        $none
                    }
                }
            }
        }
    )*};
}

either! {
    Severity or Severity::Note => { 0 = Error, 1 = Warning, 2 = Note }
    Spelling or Spelling::Printed => { 0 = Printed, 1 = Canonical, 2 = Digits, 3 = Digit(place), 4 = Part(place) }
    Wants or Wants::Text => {
        0 = Kind(kind),
        1 = YesNo,
        2 = Choice(choices),
        3 = Month,
        4 = Number,
        5 = Amount,
        6 = Text,
        7 = List(history),
    }
    Writes or Writes::Text(String::new()) => { 0 = Fact(fact, spelling), 1 = Text(text) }
    Op or Op::Null => {
        0 = Fact(fact),
        1 = Today,
        2 = Bool(bool),
        3 = Number(number),
        4 = Text(text),
        5 = Null,
        6 = Not,
        7 = And,
        8 = Or,
        9 = Equal,
        10 = Less,
        11 = AtMost,
        12 = Select,
        13 = Known(fact),
        14 = StartsWith,
        15 = Days,
        16 = Months,
        17 = Years,
        18 = Any(list, body),
        19 = All(list, body),
        20 = Count(list, body),
        21 = Size(list),
        22 = Sum(list, body),
    }
}

#[cfg(test)]
mod tests {
    use super::checksum;

    /// Landon Curt Noll's test suite of FNV.
    #[test]
    fn vectors_of_the_checksum() {
        for (text, sum) in [
            ("", 0x811c_9dc5),
            ("a", 0xe40c_292c),
            ("foobar", 0xbf9c_f968),
        ] {
            assert_eq!(checksum(text.as_bytes()), sum, "{text}");
        }
    }
}
