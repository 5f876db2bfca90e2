//! A civil date. The crate has no clock: "today" comes in as an argument.

/// A day of the Gregorian calendar, year 1 to 9999.
///
/// ```
/// use prefile::Day;
/// let day = Day::from_iso("2026-11-22").expect("a date");
/// assert_eq!((day.year(), day.month(), day.day()), (2026, 11, 22));
/// assert_eq!(Day::from_iso("2026-02-29"), None);
/// assert_eq!(Day::new(2027, 1, 1).expect("a date").number() - day.number(), 40);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self {
            year,
            month,
            of_month: day,
        })
    }

    /// Reads `2026-11-22`, and nothing else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return None;
        };
        Self::new(
            number(&[y1, y2, y3, y4])?,
            low(number(&[m1, m2])?),
            low(number(&[d1, d2])?),
        )
    }

    /// Reads a number whose decimal digits are year, month and day, ISO 8601's basic format.
    ///
    /// ```
    /// use prefile::Day;
    /// assert_eq!(Day::from_basic(20_261_122), Day::from_iso("2026-11-22"));
    /// assert_eq!(Day::from_basic(20_261_131), None);
    /// ```
    #[must_use]
    pub fn from_basic(number: u32) -> Option<Self> {
        let part = |number: u32| low(u16::try_from(number % 100).unwrap_or(0));
        let year = u16::try_from(number / 10_000).ok()?;
        Self::new(year, part(number / 100), part(number))
    }

    /// The day with this [`Day::number`].
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        // Howard Hinnant's civil_from_days, with the era counted from 1 March of the year 0.
        let shifted = number.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Self::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// Days since 1 January 1970; earlier days are negative.
    #[must_use]
    pub fn number(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        let (month, day) = (i32::from(self.month), i32::from(self.of_month));
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let of_year = (153 * shifted_month + 2) / 5 + day - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.of_month
    }

    /// `2026-11-22`, as [`Day::from_iso`] reads it. `format!` would cost a module kilobytes.
    #[must_use]
    pub fn iso(self) -> String {
        let mut out = String::with_capacity(10);
        let (year, month, day) = (self.year, self.month.into(), self.of_month.into());
        for (number, unit) in [
            (year, 1000),
            (year, 100),
            (year, 10),
            (year, 1),
            (month, 10),
            (month, 1),
            (day, 10),
            (day, 1),
        ] {
            if matches!(out.len(), 4 | 7) {
                out.push('-');
            }
            out.push(char::from(
                b'0' + u8::try_from(number / unit % 10).unwrap_or(0),
            ));
        }
        out
    }

    /// The US government's fiscal year that the day is in: it begins on 1 October before.
    #[must_use]
    pub fn fiscal_year(self) -> u16 {
        self.year + u16::from(self.month >= 10)
    }
}

/// `2026-11-22`.
impl core::fmt::Display for Day {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(&self.iso())
    }
}

/// How many days the month has.
#[must_use]
pub fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number that up to four ASCII digits write.
pub(crate) fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0u16, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum.checked_mul(10)?.checked_add(u16::from(byte - b'0')))?
    })
}

/// The number that the digits `from..to` of a text write; 0 if they are none.
pub(crate) fn part(text: &[u8], from: usize, to: usize) -> u16 {
    let digits = text.get(from..to);
    digits.and_then(number).unwrap_or_default()
}

fn low(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
