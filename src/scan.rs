//! Identifiers inside free text: a notice, an e-mail.
//!
//! One pass over the bytes finds the words with a digit or a `<`; only those are looked at, alone
//! and joined with the groups of digits behind them. What a shape alone does not show (nine
//! digits can be anything) needs its label in front. Work per word is bounded.

use crate::{
    Kind, check,
    finding::{Check, Context},
    identifier::{by_shape, is_known_class},
    text::{Class, Folded, Span, character, class, has, label_before},
};

/// An identifier that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// Its kind.
    pub kind: Kind,
    /// Its canonical form; of one that is not right, as it stands in the text.
    pub value: String,
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// The part of the text checked as this kind. It has errors where a letter stands for a digit, or a
    /// digit for a letter, in a number whose label is in front.
    pub check: Check,
}

/// Longest text, in bytes, that is searched.
pub const LONGEST_SCANNED: usize = 16 * 1024 * 1024;

/// How many groups an identifier is written in at the most: `219 09 9998`, `A 012 345 678`.
const GROUPS: usize = 5;
/// How many bytes an identifier is written in at the most, zones left out.
const LONGEST: usize = 40;
/// The longest machine-readable zone with spaces and line breaks.
const LONGEST_ZONE: usize = 110;

/// The identifiers in a text, in order, none inside another. Of a text longer than
/// [`LONGEST_SCANNED`] nothing is read.
///
/// ```
/// use prefile::{Context, Kind, scan};
/// let text = "Receipt EAC2212345678 for A 012 345 678. Questions? Call (202) 555-0123.";
/// let found = scan(text, Context::default());
/// let found: Vec<_> = found.iter().map(|one| (one.kind, one.span.of(text))).collect();
/// assert_eq!(found, [(Kind::ReceiptNumber, "EAC2212345678"), (Kind::ANumber, "A 012 345 678")]);
/// ```
#[must_use]
pub fn scan(text: &str, context: Context) -> Vec<Found> {
    let mut found = Vec::new();
    if text.len() > LONGEST_SCANNED {
        return found;
    }
    // Where the last one ends.
    let (mut at, mut free) = (0, 0);
    while let Some(word) = next_word(text, at) {
        let word = before_a_tag(text, word);
        at = word.end;
        if let Some((kind, span)) = read(text, free, word) {
            let typed = span.of(text);
            let check = check(kind, typed, context);
            let value = check.value.clone();
            free = span.end;
            at = free.max(at);
            found.push(Found {
                kind,
                value: value.unwrap_or_else(|| typed.to_owned()),
                span,
                check,
            });
        }
    }
    found
}

/// What a byte is to the search.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Between words.
    Gap,
    /// Part of a word: a letter, a sign inside a number.
    Inner,
    /// What makes a word worth a look.
    Digit,
    /// The first byte of a character beyond ASCII.
    Wide,
}

static SORTS: [Sort; 256] = {
    let mut sorts = [Sort::Wide; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        sorts[byte as usize] = match byte {
            b'0'..=b'9' | b'<' => Sort::Digit,
            b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'*' | b'(' | b')' => Sort::Inner,
            _ => Sort::Gap,
        };
        byte += 1;
    }
    sorts
};

/// The next word with a digit in it.
fn next_word(text: &str, from: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let (mut at, mut start, mut counts) = (from, from, false);
    while let Some(&byte) = bytes.get(at) {
        let (sort, width) = match SORTS[usize::from(byte)] {
            Sort::Wide => wide(text, at),
            sort => (sort, 1),
        };
        match sort {
            Sort::Gap if counts => return Some(Span { start, end: at }),
            Sort::Gap => start = at + width,
            Sort::Digit => counts = true,
            Sort::Inner | Sort::Wide => {}
        }
        at += width;
    }
    counts.then_some(Span { start, end: at })
}

/// A character beyond ASCII: dashes and digits of other scripts belong to numbers.
fn wide(text: &str, at: usize) -> (Sort, usize) {
    let Some(typed) = character(text, at) else {
        return (Sort::Gap, 1);
    };
    // Most letters of the world need no table.
    if matches!(typed, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{3040}'..='\u{d7ff}') {
        return (Sort::Inner, typed.len_utf8());
    }
    let sort = match class(typed) {
        Class::Other(byte) if byte.is_ascii_digit() => Sort::Digit,
        Class::Separator if !('\u{2010}'..='\u{2015}').contains(&typed) => Sort::Gap,
        _ => Sort::Inner,
    };
    (sort, typed.len_utf8())
}

/// The word up to where a tag begins, as in `EAC2212345678</b>`: what has a `<` and is no line of a zone.
/// Words are short, but for what somebody made up.
fn before_a_tag(text: &str, word: Span) -> Span {
    let typed = word.of(text);
    let tag = typed.bytes().position(|byte| byte == b'<');
    match tag {
        Some(at) if typed.len() < LONGEST_ZONE && zone(text, word).is_none() => Span {
            start: word.start,
            end: word.start + at.max(1),
        },
        _ => word,
    }
}

/// What a word is, alone or with the groups around it, the longest reading first. What stands
/// before `free` is part of another.
fn read(text: &str, free: usize, word: Span) -> Option<(Kind, Span)> {
    if has(word.of(text).as_bytes(), b'<') {
        return zone(text, word);
    }
    let word = trim(text, word);
    let start = with_letters_before(text, free, word.start);
    let mut label = label_before(text, word);
    if start < word.start {
        label = label.or_else(|| label_before(text, Span { start, ..word }));
    }
    let only_digits =
        start == word.start && word.of(text).bytes().all(|byte| byte.is_ascii_digit());
    // Digits alone say nothing, however many.
    if only_digits && label.is_none() {
        return None;
    }
    let mut ends = [word.end; GROUPS];
    let (mut groups, mut last) = (1, word.end);
    while let Some(place) = ends.get_mut(groups)
        && let Some(end) = next_group(text, last)
    {
        (*place, last) = (end, end);
        groups += 1;
    }
    for end in ends.iter().take(groups).rev() {
        for start in [start, word.start] {
            let found = whole(text, Span { start, end: *end }, label);
            if found.is_some() {
                return found;
            }
            if start == word.start {
                break;
            }
        }
    }
    slipped(text, word, label?)
}

/// A number that its label names, and that only a slip keeps from being right.
fn slipped(text: &str, word: Span, kind: Kind) -> Option<(Kind, Span)> {
    let typed = word.of(text);
    if typed.len() > LONGEST || !kind.is_identifier() {
        return None;
    }
    let findings = check(kind, typed, Context::default()).findings;
    let fix = findings.first()?.fix.as_ref()?;
    crate::is_valid(kind, &fix.text).then_some((kind, word))
}

/// The word without brackets that do not belong to it: `(A012345678)`, but `(c)(9)`.
fn trim(text: &str, word: Span) -> Span {
    let mut typed = word.of(text).as_bytes();
    let Span { mut start, mut end } = word;
    if matches!(typed, [b'(', _, b')', b'(', .., b')']) {
        return word;
    }
    while let [b'(' | b')' | b'-' | b'*', rest @ ..] = typed {
        typed = rest;
        start += 1;
    }
    while let [rest @ .., b'(' | b')' | b'-' | b'*'] = typed {
        typed = rest;
        end -= 1;
    }
    Span { start, end }
}

/// Where a number begins whose letters stand by themselves: `EAC 22 123 45678`, `A 012 345 678`.
fn with_letters_before(text: &str, free: usize, start: usize) -> usize {
    let bytes = text.as_bytes().get(..start).unwrap_or_default();
    let [before @ .., b' ' | b'-'] = bytes else {
        return start;
    };
    let letters = before
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    let begins = before.len() - letters;
    let in_front = begins.checked_sub(1).and_then(|at| bytes.get(at));
    let alone = in_front.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte < 128);
    if matches!(letters, 1 | 3) && alone && begins >= free {
        begins
    } else {
        start
    }
}

/// Where the group of digits behind this one ends.
fn next_group(text: &str, end: usize) -> Option<usize> {
    let rest = text.as_bytes().get(end..)?.strip_prefix(b" ")?;
    let digits = count(rest, u8::is_ascii_digit);
    let ends = !rest
        .get(digits)
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 128);
    (digits > 0 && digits <= 12 && ends).then_some(end + 1 + digits)
}

/// How many bytes in front are of one sort.
fn count(bytes: &[u8], of: fn(&u8) -> bool) -> usize {
    let end = bytes.iter().position(|byte| !of(byte));
    end.unwrap_or(bytes.len())
}

/// The kind of a whole part of the text: by a shape that no other text has, or by its label.
fn whole(text: &str, span: Span, label: Option<Kind>) -> Option<(Kind, Span)> {
    let typed = span.of(text);
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    let letters = typed.bytes().any(|byte| byte.is_ascii_alphabetic());
    // Without a label a word and a small number are nothing, nor are digits unless there are nine:
    // most of what has a digit in a text.
    let small = typed.len() < 10 && digits < 3 && !typed.starts_with('(');
    let slight = label.is_none() && (small || !letters && digits != 9);
    if typed.len() > LONGEST || typed.is_ascii() && (digits == 0 || slight) {
        return None;
    }
    let folded = Folded::new(typed);
    let by_shape = by_shape(&folded).filter(|kind| speaks_for_itself(*kind, &folded, text, span));
    // "Class of Admission: B2" on an I-94; "Class: C09" in the approval of a work permit is its category.
    let label = match label {
        Some(Kind::I94Number | Kind::ClassOfAdmission) if is_known_class(folded.as_bytes()) => {
            Some(Kind::ClassOfAdmission)
        }
        Some(Kind::ClassOfAdmission) if crate::is_valid(Kind::EadCategory, typed) => {
            Some(Kind::EadCategory)
        }
        label => label,
    };
    let by_label = || label.filter(|kind| crate::is_valid(*kind, typed));
    let kind = by_shape.or_else(by_label)?;
    let start = span.end - folded.unlabelled().len();
    Some((
        kind,
        Span {
            start,
            end: span.end,
        },
    ))
}

/// Whether nothing but this kind is written so in running text. Phone numbers, ZIP+4, amounts,
/// tracking numbers and citations are not.
fn speaks_for_itself(kind: Kind, folded: &Folded, text: &str, span: Span) -> bool {
    let typed = folded.typed();
    let capitals = !typed.bytes().any(|byte| byte.is_ascii_lowercase());
    match kind {
        Kind::ReceiptNumber => folded.count() == 13,
        // `A 12345678` may begin a sentence; nine digits, or eight right behind the letter, do not.
        Kind::ANumber => {
            let behind = typed.as_bytes().get(1).is_some_and(|byte| *byte != b' ');
            capitals && (folded.count() == 10 || folded.count() == 9 && behind)
        }
        Kind::Ssn | Kind::Itin => {
            alone(text, span) && typed.bytes().filter(|byte| *byte == b'-').count() == 2
        }
        Kind::SevisId | Kind::DvCaseNumber | Kind::NvcCaseNumber | Kind::I94Number => capitals,
        Kind::Ds160Confirmation => capitals && folded.as_bytes().iter().any(u8::is_ascii_digit),
        Kind::EadCategory => true,
        // I-95 is also a road.
        Kind::FormNumber => capitals && folded.count() >= 4,
        // Twelve digits are a parcel, two and seven an invoice: they want a label.
        _ => false,
    }
}

/// Whether no digit, dash or letter touches the part.
fn alone(text: &str, span: Span) -> bool {
    let touches =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let bytes = text.as_bytes();
    !touches(span.start.checked_sub(1).and_then(|at| bytes.get(at)))
        && !touches(bytes.get(span.end))
}

/// A machine-readable zone: its lines, one below the other. Only what has a zone's first letter
/// and length is read.
fn zone(text: &str, word: Span) -> Option<(Kind, Span)> {
    let rest = text.get(word.start..)?;
    if !matches!(rest.as_bytes(), [b'A' | b'C' | b'I' | b'P' | b'V', ..]) {
        return None;
    }
    let (mut at, mut characters) = (0, 0);
    while characters < 90 && at < LONGEST_ZONE {
        let mut line = rest.as_bytes().get(at..)?;
        while let [b' ' | b'\t' | b'\r' | b'\n' | b'>', behind @ ..] = line {
            line = behind;
            at += 1;
        }
        let line = line.get(..LONGEST_ZONE).unwrap_or(line);
        let width = count(line, |byte| byte.is_ascii_alphanumeric() || *byte == b'<');
        if width < 28 {
            break;
        }
        at += width;
        characters += width;
        let span = Span {
            start: word.start,
            end: word.start + at,
        };
        if matches!(characters, 72 | 88 | 90) && crate::is_valid(Kind::Mrz, span.of(text)) {
            return Some((Kind::Mrz, span));
        }
    }
    None
}
