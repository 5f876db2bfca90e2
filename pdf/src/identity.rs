//! What a file is, by the bar codes of its pages: `I-765|08/21/25|1` stands in a read-only field of
//! each. Where there is none nothing is guessed.

use crate::{Form, edition};
use prefile::Day;

/// What a page says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarCode {
    /// The form: `I-765`.
    pub form: String,
    /// The day of its edition.
    pub edition: Day,
    /// Which page of the form it is.
    pub page: u32,
}

/// The pages of one edition of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The form: `I-765`.
    pub form: String,
    /// The day of its edition.
    pub edition: Day,
    /// Each page in the file, from 1, and which page of the form it is.
    pub pages: Vec<(u32, u32)>,
    /// Pages of the form that the file lacks.
    pub missing: Vec<u32>,
    /// Pages of the form that are there more than once.
    pub repeated: Vec<u32>,
}

/// What a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// What it is made of; that with the most pages first.
    pub parts: Vec<Part>,
    /// Pages without a bar code.
    pub unmarked: Vec<u32>,
}

/// Longest bar code that is read.
const LONGEST: usize = 40;

impl BarCode {
    /// Reads `I-765|08/21/25|1`, and nothing else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = (text.len() <= LONGEST).then(|| text.split('|'))?;
        let (form, day, page) = (parts.next()?, parts.next()?, parts.next()?);
        let known =
            |letter: u8| letter == b'-' || letter.is_ascii_uppercase() || letter.is_ascii_digit();
        let is_form = form.contains('-')
            && form.bytes().all(known)
            && form.bytes().any(|letter| letter.is_ascii_digit());
        if parts.next().is_some() || !is_form {
            return None;
        }
        let mut day = day.split('/');
        let (month, of_month, year) = (day.next()?, day.next()?, day.next()?);
        let two = |digits: &str| (digits.len() == 2).then(|| number(digits)).flatten();
        let small = |digits| u8::try_from(two(digits)?).ok();
        let year = 2000 + u16::try_from(two(year)?).ok()?;
        let edition = Day::new(year, small(month)?, small(of_month)?)?;
        (day.next().is_none() && (1..=3).contains(&page.len())).then_some(())?;
        Some(Self {
            form: form.to_owned(),
            edition,
            page: number(page).filter(|page| *page > 0)?,
        })
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().try_fold(0_u32, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

impl Identity {
    /// What the pages of a form say.
    #[must_use]
    pub fn of(form: &Form) -> Self {
        let mut codes: Vec<Option<BarCode>> = Vec::new();
        codes.resize(usize::try_from(form.pages).unwrap_or_default(), None);
        for field in form.fields.iter().filter(|field| field.read_only) {
            let place = field.page().and_then(|page| usize::try_from(page - 1).ok());
            if let Some(code) = place.and_then(|place| codes.get_mut(place))
                && code.is_none()
            {
                *code = BarCode::read(&field.value);
            }
        }
        let mut identity = Self::default();
        for (page, code) in (1..).zip(codes) {
            match code {
                None => identity.unmarked.push(page),
                Some(code) => identity.add(page, code),
            }
        }
        for part in &mut identity.parts {
            part.look();
        }
        identity
            .parts
            .sort_by_key(|part| std::cmp::Reverse(part.pages.len()));
        identity
    }

    /// The form and its edition, if any page says so.
    #[must_use]
    pub fn main(&self) -> Option<&Part> {
        self.parts.first()
    }

    fn add(&mut self, page: u32, code: BarCode) {
        let same = |part: &&mut Part| part.form == code.form && part.edition == code.edition;
        if let Some(part) = self.parts.iter_mut().find(same) {
            part.pages.push((page, code.page));
        } else {
            self.parts.push(Part {
                form: code.form,
                edition: code.edition,
                pages: vec![(page, code.page)],
                missing: Vec::new(),
                repeated: Vec::new(),
            });
        }
    }
}

impl Part {
    /// What is missing, and what is there twice.
    fn look(&mut self) {
        let same = |known: &edition::Known| known.form == self.form && known.day == self.edition;
        let known = edition::all().find(same).map(|known| known.pages);
        // Of an edition that we have not read the last page may be missing unseen.
        let last = known.or_else(|| self.pages.iter().map(|(_, own)| *own).max());
        for number in 1..=last.unwrap_or(0) {
            match self.pages.iter().filter(|(_, own)| *own == number).count() {
                0 => self.missing.push(number),
                1 => {}
                _ => self.repeated.push(number),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BarCode, Identity};
    use crate::{Field, Form, Widget};

    #[test]
    fn bar_codes() {
        let code = BarCode::read("I-765|08/21/25|1").expect("a bar code");
        assert_eq!(
            (code.form.as_str(), code.edition.year(), code.page),
            ("I-765", 2025, 1)
        );
        assert!(BarCode::read("I-130A|04/01/24|12").is_some());
        for other in [
            "",
            "|",
            "I-765",
            "I-765|08/21/25",
            "I-765|08/21/25|",
            "I-765|08/21/25|0",
            "I-765|08/21/25|x",
            "I-765|08/21/25|1|2",
            "I-765|13/21/25|1",
            "I-765|02/29/25|1",
            "I-765|8/21/25|1",
            "765|08/21/25|1",
            "i-765|08/21/25|1",
            "A-B|08/21/25|1",
            "I-765|08/21/2025|1",
            "I-765|08/21/25|1000",
            "1234567890",
        ] {
            assert_eq!(BarCode::read(other), None, "{other:?}");
        }
    }

    /// What pages with these codes come to; an empty one is a page without.
    #[track_caller]
    fn check(codes: &[&str], expected: &str) {
        let field = |(page, code): (u32, &&str)| Field {
            value: (*code).to_owned(),
            read_only: true,
            widgets: vec![Widget {
                page: Some(page),
                ..Widget::default()
            }],
            ..Field::default()
        };
        let form = Form {
            pages: u32::try_from(codes.len()).expect("few"),
            fields: (1..).zip(codes).map(field).collect(),
            ..Form::default()
        };
        let found = Identity::of(&form);
        let mut out: Vec<String> = Vec::new();
        for part in &found.parts {
            let pages: Vec<u32> = part.pages.iter().map(|(page, _)| *page).collect();
            out.push(format!(
                "{} {pages:?} -{:?} x{:?}",
                part.form, part.missing, part.repeated
            ));
        }
        out.push(format!("?{:?}", found.unmarked));
        assert_eq!(out.join("; "), expected);
    }

    #[test]
    fn what_a_file_is() {
        let all: Vec<String> = (1..=7)
            .map(|page| format!("I-765|08/21/25|{page}"))
            .collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        check(&all, "I-765 [1, 2, 3, 4, 5, 6, 7] -[] x[]; ?[]");
        check(&all[..6], "I-765 [1, 2, 3, 4, 5, 6] -[7] x[]; ?[]");
        check(
            &[all[0], all[2], all[2]],
            "I-765 [1, 2, 3] -[2, 4, 5, 6, 7] x[3]; ?[]",
        );
        let mut mixed = all.clone();
        mixed[3] = "I-765|01/20/25|4";
        check(
            &mixed,
            "I-765 [1, 2, 3, 5, 6, 7] -[4] x[]; I-765 [4] -[1, 2, 3, 5, 6, 7] x[]; ?[]",
        );
        mixed.insert(0, "G-1145|09/26/14|1");
        mixed.push("");
        check(
            &mixed,
            "I-765 [2, 3, 4, 6, 7, 8] -[4] x[]; G-1145 [1] -[] x[]; I-765 [5] -[1, 2, 3, 5, 6, 7] x[]; ?[9]",
        );
        // We have not read it: as far as its own pages tell.
        check(
            &["I-999|01/01/30|1", "I-999|01/01/30|3"],
            "I-999 [1, 2] -[2] x[]; ?[]",
        );
        check(&["", ""], "?[1, 2]");
        check(&[], "?[]");
    }
}
