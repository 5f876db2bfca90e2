//! Form number.

use super::{
    Fault,
    fault::Wanted,
    rules::{Ascii, Rules, identifier},
};
use crate::{
    Code, Day, Kind,
    finding::{Finding, Remarks, Word},
    text::{Change, Folded, Span},
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
        let mut front = [0; 13];
        let characters = self.series.iter().chain(b"-").chain(self.number);
        let mut len = 0;
        for (place, byte) in front.iter_mut().zip(characters) {
            *place = *byte;
            len += 1;
        }
        Ascii::new(front.get(..len).unwrap_or_default(), self.supplement)
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
    let words: [&[u8]; 2] = [b"FORMULARIO", b"FORM"];
    let word = words.iter().find(|word| bytes.starts_with(word));
    let start = word.map_or(0, |word| word.len());
    let rest = bytes.get(start..).unwrap_or_default();
    let (series, rest) = run(rest, u8::is_ascii_uppercase);
    let (number, rest) = run(rest, u8::is_ascii_digit);
    let words: [&[u8]; 4] = [b"SUPPLEMENT", b"SUPLEMENTO", b"SUPP", b"SUP"];
    let word = words
        .iter()
        .find(|word| rest.starts_with(word) && rest.len() > word.len());
    let (word, supplement) = rest
        .split_at_checked(word.map_or(0, |word| word.len()))
        .unwrap_or_default();
    if series.is_empty() {
        return Err(without_letter(folded, start));
    }
    if number.is_empty() {
        return Err(Fault::too_short(KIND, folded, 0));
    }
    // A digit behind a letter: `I-4B5`.
    if supplement.iter().any(u8::is_ascii_digit) && folded.count() < 14 {
        let at = bytes.len() - rest.len();
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

/// `1-485` for `I-485`, `6-28` for `G-28`; otherwise just no letter.
fn without_letter(folded: &Folded, start: usize) -> Fault {
    let bytes = folded.as_bytes();
    let rest = bytes.get(start + 1..).unwrap_or_default();
    let apart = folded.span(start, start + 1).end < folded.span(start + 1, start + 2).start;
    let slip = matches!(bytes.get(start), Some(b'1' | b'6'))
        && (apart && !rest.is_empty() || rest.len() == 3 && rest.iter().all(u8::is_ascii_digit));
    if slip {
        Fault::character(KIND, folded, start, Wanted::Letter)
    } else {
        Fault::new(Code::FormNumberNoLetter, folded, start, bytes.len())
    }
}

/// The characters in front that are of one sort, and the rest.
fn run(bytes: &[u8], of: fn(&u8) -> bool) -> (&[u8], &[u8]) {
    let count = bytes.iter().take_while(|byte| of(byte)).count();
    bytes.split_at_checked(count).unwrap_or_default()
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
    let (series, number) = value.split_once('-').unwrap_or_default();
    let number = number.bytes().take_while(u8::is_ascii_digit).count();
    let rows = OF.get(series.len().saturating_sub(1));
    let row = rows.and_then(|rows| rows.get(number.saturating_sub(1)));
    row.map_or(&[], |row| row)
}

fn remark(_: &str, folded: &Folded, _: Option<Day>, remarks: &mut Remarks) {
    let Ok(form) = parse(folded) else { return };
    let dash = form.start + form.series.len();
    let gap = Span {
        start: folded.span(dash - 1, dash).end,
        end: folded.span(dash, dash + 1).start,
    };
    between(gap.of(folded.typed()), remarks);
    let word = dash + form.number.len();
    for (from, count, what) in [(0, form.start, "label"), (word, form.word.len(), "word")] {
        if count > 0 {
            remarks.changes.push(Change {
                what,
                from: folded
                    .span(from, from + count)
                    .of(folded.typed())
                    .to_owned(),
                to: String::new(),
            });
        }
    }
    if !SERIES.contains(&form.series) {
        let span = folded.span(form.start, dash);
        remarks
            .findings
            .push(Finding::new(Code::FormNumberUnknownSeries).at(span));
    }
}

/// What stands between letters and digits becomes the dash: that is no separator left out.
fn between(typed: &str, remarks: &mut Remarks) {
    let sign = typed.chars().find(|sign| !sign.is_whitespace());
    let sign = sign.or_else(|| typed.chars().next());
    for change in &mut remarks.changes {
        if let Some(sign) = sign
            && change.what == "separators"
            && let Some(at) = change.from.find(sign)
        {
            change.from.remove(at);
        }
    }
    remarks
        .changes
        .retain(|change| change.what != "separators" || !change.from.is_empty());
    if sign != Some('-') {
        remarks.changes.push(Change {
            what: "dash",
            from: sign.map(String::from).unwrap_or_default(),
            to: "-".to_owned(),
        });
    }
}
