//! Form number.

use super::{
    Fault,
    fault::{Wanted, digit_like},
    rules::{Ascii, Rules, identifier},
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Word},
    text::{
        Folded, Span, label_is,
        piece::{find, is_space},
    },
};

identifier! {
    /// The number of a form: letters, a dash, digits, and letters of a supplement.
    ///
    /// Printed in the corner of every page of the form.
    ///
    /// ```text
    /// form-number = ["form"] series "-" number [supplement]
    /// series      = 1*5 letter
    /// number      = 1*4 digit
    /// supplement  = ["supplement"] 1*3 letter
    /// ```
    ///
    /// The dash may be left out. No form's number begins with L: an `l` in front is an `I`.
    ///
    /// Source: the official forms.
    ///
    /// ```
    /// use prefile::FormNumber;
    /// assert_eq!(FormNumber::parse("I485")?.as_str(), "I-485");
    /// assert_eq!(FormNumber::parse("Form I-485 Supplement J")?.as_str(), "I-485J");
    /// assert!(FormNumber::parse("1-485").is_err());
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    FormNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::FormNumber,
    read: |folded| parse(folded).map(|form| form.canonical()),
    printed: "",
    remark,
    parts,
};

const KIND: Kind = Kind::FormNumber;

/// The letters with which the numbers of immigration forms begin. Source: the official forms.
const SERIES: [&[u8]; 9] = [
    b"I", b"N", b"G", b"AR", b"CBP", b"DS", b"EOIR", b"ETA", b"ICE",
];

/// Whether the text begins with the letters of immigration forms.
pub(super) fn is_of_known_series(folded: &[u8]) -> bool {
    SERIES.contains(&run(folded, u8::is_ascii_uppercase).0)
}

/// The places of the parts in the folded text.
struct Form<'f> {
    /// Where the letters begin: behind the word "Form".
    start: usize,
    series: &'f [u8],
    number: &'f [u8],
    /// The word "Supplement" in some form, or nothing.
    word: &'f [u8],
    supplement: &'f [u8],
}

impl Form<'_> {
    fn canonical(&self) -> Ascii {
        let series = Ascii::new(self.series, b"-");
        let front = Ascii::new(series.as_bytes(), self.number);
        Ascii::new(front.as_bytes(), self.supplement)
    }
}

fn parse<'f>(folded: &'f Folded) -> Result<Form<'f>, Fault> {
    let bytes = folded.as_bytes();
    if bytes.is_empty() {
        return Err(Fault::empty(KIND));
    }
    if let Some(at) = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        return Err(Fault::unexpected(KIND, folded, at));
    }
    let mut rest = bytes;
    // More than once, too: with one of them left, what is right would have another reading.
    while let length @ 1.. = first_of(&[b"FORMULARIO", b"FORM"], rest) {
        rest = rest.get(length..).unwrap_or_default();
    }
    let mut start = bytes.len() - rest.len();
    let (mut series, rest) = run(rest, u8::is_ascii_uppercase);
    // Canonical, `USCIS-7` would be a label and a 7.
    if label_is(series) {
        start += series.len();
        series = &[];
    }
    let (number, rest) = run(rest, u8::is_ascii_digit);
    // A word with nothing behind it is none, so the last letter does not count.
    let but_last = rest.split_last().map_or(rest, |(_, front)| front);
    let word = first_of(&[b"SUPPLEMENT", b"SUPLEMENTO", b"SUPP", b"SUP"], but_last);
    let (word, supplement) = rest.split_at_checked(word).unwrap_or_default();
    if series.is_empty() {
        return Err(without_letter(folded, start));
    }
    if number.is_empty() {
        return Err(Fault::too_short(KIND, folded, 0));
    }
    // A digit behind a letter, `I-4B5`, or in a supplement. What is much longer is none of them.
    let digit = supplement.iter().position(u8::is_ascii_digit);
    if let Some(digit) = digit.filter(|_| supplement.len() <= 3 || folded.count() < 14) {
        let (at, wanted) = if word.is_empty() {
            (bytes.len() - rest.len(), Wanted::Digit)
        } else {
            (bytes.len() - supplement.len() + digit, Wanted::Letter)
        };
        return Err(Fault::character(KIND, folded, at, wanted));
    }
    if let [b'I' | b'N' | b'G', _, ..] = series
        && let Some(at) = misread(folded, start + 1)
    {
        return Err(Fault::character(KIND, folded, at, Wanted::Digit));
    }
    // `N-40O`, `I-76S`: no immigration form has such a supplement.
    if word.is_empty()
        && SERIES.contains(&series)
        && matches!((number.len(), supplement), (_, b"O" | b"OO") | (2, b"S"))
    {
        let at = bytes.len() - supplement.len();
        return Err(Fault::character(KIND, folded, at, Wanted::Digit));
    }
    if series.len() > 5 || number.len() > 4 || supplement.len() > 3 {
        return Err(Fault::too_long(KIND, folded, 0));
    }
    if series == b"L" {
        return Err(Fault::new(Code::FormNumberLForI, folded, start, start + 1));
    }
    Ok(Form {
        start,
        series,
        number,
        word,
        supplement,
    })
}

/// The letter behind a series of one letter and the dash, `I-l30`, where it looks like a digit.
fn misread(folded: &Folded, at: usize) -> Option<usize> {
    let dash = find(folded.typed(), 0, '-')?;
    let looks = digit_like(*folded.as_bytes().get(at)?).is_some();
    (looks && folded.index_of(dash + 1) == Some(at)).then_some(at)
}

/// `1-485` for `I-485`, `6-28` for `G-28`; otherwise just no letter.
fn without_letter(folded: &Folded, start: usize) -> Fault {
    let bytes = folded.as_bytes();
    let rest = bytes.get(start + 1..).unwrap_or_default();
    let apart = folded.span(start, start + 1).end < folded.place(start + 1);
    let slip = matches!(bytes.get(start), Some(b'1' | b'6'))
        && (apart && !rest.is_empty() || rest.len() == 3 && rest.iter().all(u8::is_ascii_digit));
    if slip {
        Fault::character(KIND, folded, start, Wanted::Letter)
    } else {
        Fault::new(Code::FormNumberNoLetter, folded, start, bytes.len())
    }
}

/// How long the first of the words is with which a text begins.
fn first_of(words: &[&[u8]], text: &[u8]) -> usize {
    let word = words.iter().find(|word| text.starts_with(word));
    word.map_or(0, |word| word.len())
}

/// The characters in front that are of one sort, and the rest.
fn run(bytes: &[u8], of: fn(&u8) -> bool) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|byte| !of(byte));
    bytes
        .split_at_checked(end.unwrap_or(bytes.len()))
        .unwrap_or_default()
}

fn parts(value: &str) -> &'static [(u8, Word)] {
    /// By the lengths of the letters, the dash with them, and of the number.
    const OF: [[[(u8, Word); 3]; 4]; 5] = {
        let part = [
            (2, Word::PartSeries),
            (1, Word::PartNumber),
            (3, Word::PartSubPart),
        ];
        let mut rows = [[part; 4]; 5];
        let (mut series, mut more) = (0, 0);
        while series < 5 {
            let (mut number, mut longer) = (0, 0);
            while number < 4 {
                rows[series][number][0].0 += more;
                rows[series][number][1].0 += longer;
                (number, longer) = (number + 1, longer + 1);
            }
            (series, more) = (series + 1, more + 1);
        }
        rows
    };
    let (series, rest) = run(value.as_bytes(), u8::is_ascii_uppercase);
    let (number, _) = run(rest.get(1..).unwrap_or_default(), u8::is_ascii_digit);
    let rows = OF.get(series.len().saturating_sub(1));
    let row = rows.and_then(|rows| rows.get(number.len().saturating_sub(1)));
    row.map_or(&[], |row| row)
}

fn remark(_: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    let Ok(form) = parse(folded) else { return };
    let dash = form.start + form.series.len();
    let gap = Span {
        start: folded.span(dash - 1, dash).end,
        end: folded.place(dash),
    };
    between(gap.of(folded.typed()), check);
    let mut left_out = |what, from, count: usize| {
        if count > 0 {
            let span = folded.span(from, from + count);
            check.change(what, span.of(folded.typed()), "");
        }
    };
    left_out("label", 0, form.start);
    left_out("word", dash + form.number.len(), form.word.len());
    if !SERIES.contains(&form.series) {
        let span = folded.span(form.start, dash);
        check.say_at(Code::FormNumberUnknownSeries, span);
    }
}

/// What stands between letters and digits becomes the dash: that is no separator left out.
fn between(typed: &str, check: &mut Check) {
    // A space only if there is nothing else.
    let mut sign = None;
    for typed in typed.chars() {
        if sign.is_none_or(is_space) && (sign.is_none() || !is_space(typed)) {
            sign = Some(typed);
        }
    }
    if let Some(sign) = sign {
        check.keep_separator(sign, 1);
    }
    if sign != Some('-') {
        let from = sign.map(String::from).unwrap_or_default();
        check.change("dash", &from, "-");
    }
}
