//! The machine-readable zone of passports, visas and cards.

mod character;
mod check_digit;
mod layout;
mod zone;

mod fault;
mod remark;
mod repair;

pub use layout::MrzFormat;

use super::{
    ANumber, Fault, ReceiptNumber,
    rules::{Ascii, Rules},
};
use crate::{
    Day, Kind,
    finding::{Finding, Word},
    text::{Folded, has},
};
use character::{FILLER, code, coded};
use layout::Layout;
use zone::{Zone, day_of_expiry, day_until, spaced};

/// The machine-readable zone of a passport, a visa or a card: always one whose check digits fit.
///
/// Printed in two or three lines at the foot of a passport's page, on a visa, and on the back of
/// a card. Canonical: the characters of all lines without the breaks; printed with them.
///
/// ```text
/// TD1   = document issuer number check 15 any               ; a card: 3 lines of 30
///         birth check sex expiry check nationality 11 any composite
///         names
/// TD2   = document issuer names                             ; a larger card: 2 lines of 36
///         number check nationality birth check sex expiry check 7 any composite
/// TD3   = document issuer names                             ; a passport: 2 lines of 44
///         number check nationality birth check sex expiry check 14 any check composite
/// MRV-A = as TD3 up to the expiry date, 16 any              ; a visa: 2 lines of 44
/// MRV-B = as TD2 up to the expiry date, 8 any               ; a visa: 2 lines of 36
///
/// document    = ("P" / "V" / "I" / "A" / "C") any ; P of passports, V of visas
/// issuer      = 3 alpha         ; so is nationality
/// number      = 9 any           ; a longer one has "<" as its check, and goes on in the data behind:
///                               ; the rest, the check digit of the whole, "<"
/// birth       = 6 (digit / "<") ; year, month, day; so is expiry
/// sex         = "M" / "F" / "X" / "<"
/// names       = surname "<<" given names, "<" between, filled with "<"
/// check       = digit           ; of the field before; composite: of all with a check, and the data
/// alpha       = letter / "<"
/// any         = letter / digit / "<"
/// ```
///
/// The cards of the United States (TD1) hold the A-Number as their number and, behind its check
/// digit, the receipt number of the approved case.
///
/// Source: ICAO Doc 9303, parts 3 to 7.
///
/// ```
/// use prefile::{Day, Mrz, identifier::MrzFormat};
/// let zone = Mrz::parse("
///     P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
///     L898902C36UTO7408122F1204159ZE184226B<<<<<10")?;
/// assert_eq!(zone.format(), MrzFormat::Td3);
/// assert_eq!((zone.surname(), zone.given_names()), ("ERIKSSON".into(), "ANNA MARIA".into()));
/// assert_eq!(zone.document_number(), "L898902C3");
/// assert_eq!(zone.expiry(), Day::new(2012, 4, 15));
/// # Ok::<(), prefile::identifier::Fault>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mrz {
    characters: repair::Characters,
    len: usize,
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::Mrz,
    read,
    printed: "",
    remark: remark::remark,
    parts,
};

impl Mrz {
    /// Reads a typed text, in one line or several.
    ///
    /// # Errors
    ///
    /// Says which fault, where and how: [`Fault`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let folded = Folded::new(typed);
        read(&folded)?;
        Ok(Self {
            characters: repair::kept(folded.as_bytes()),
            len: folded.as_bytes().len(),
        })
    }

    /// The characters of all lines.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let characters = self.characters.get(..self.len).unwrap_or_default();
        core::str::from_utf8(characters).unwrap_or_default()
    }

    /// Which layout it has.
    #[must_use]
    pub fn format(&self) -> MrzFormat {
        self.zone(|zone| zone.layout.format)
    }

    /// The lines as they are printed.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let width = self.zone(|zone| zone.layout.width);
        (0..self.len)
            .step_by(width)
            .map(move |at| self.as_str().get(at..at + width).unwrap_or_default())
    }

    /// The type of document: `P`, `V`, `C1`.
    #[must_use]
    pub fn document_code(&self) -> &str {
        self.field(|_| (0, 2))
    }

    /// The code of the country or organisation that issued it.
    #[must_use]
    pub fn issuer(&self) -> &str {
        self.field(|_| (2, 5))
    }

    /// The document number, whole, however long.
    #[must_use]
    pub fn document_number(&self) -> String {
        self.zone(|zone| zone.number())
    }

    /// The code of the nationality; on cards of the United States, of the country of birth.
    #[must_use]
    pub fn nationality(&self) -> &str {
        self.field(|layout| (layout.nationality, layout.nationality + 3))
    }

    /// The family name. Long ones are cut.
    #[must_use]
    pub fn surname(&self) -> String {
        self.zone(|zone| spaced(zone.names().0))
    }

    /// The given names; empty if there are none, or they found no room.
    #[must_use]
    pub fn given_names(&self) -> String {
        self.zone(|zone| spaced(zone.names().1))
    }

    /// The date of birth; `today` tells the century. `None` if a part is not known.
    #[must_use]
    pub fn birth(&self, today: Day) -> Option<Day> {
        self.zone(|zone| day_until(zone.dates().0, today))
    }

    /// The expiry date, of the years 1970 to 2069.
    #[must_use]
    pub fn expiry(&self) -> Option<Day> {
        self.zone(|zone| day_of_expiry(zone.dates().1))
    }

    /// `M`, `F`, `X`, or `<` if it is not stated.
    #[must_use]
    pub fn sex(&self) -> char {
        let sex = |zone: Zone| zone.text.as_bytes().get(zone.layout.sex()).copied();
        self.zone(sex).map_or('<', char::from)
    }

    /// What the issuer adds, without the rest of a long document number.
    #[must_use]
    pub fn optional_data(&self) -> &str {
        self.zone(|zone| zone.optional())
    }

    /// The A-Number in a green card or work permit.
    #[must_use]
    pub fn a_number(&self) -> Option<ANumber> {
        let number = self.zone(|zone| zone.a_number())?;
        ANumber::parse(number.as_str()).ok()
    }

    /// The receipt number in a green card or work permit.
    #[must_use]
    pub fn receipt_number(&self) -> Option<ReceiptNumber> {
        let number = self.zone(|zone| zone.receipt_number())?;
        ReceiptNumber::parse(number.as_str()).ok()
    }

    fn field(&self, places: fn(&Layout) -> (usize, usize)) -> &str {
        self.zone(|zone| {
            let (from, to) = places(zone.layout);
            zone.field(from, to)
        })
    }

    fn zone<'z, T>(&'z self, of: impl FnOnce(Zone<'z>) -> T) -> T {
        of(Zone::new(self.as_str()).expect("a zone has the length of one"))
    }
}

/// The canonical form, without line breaks.
impl core::fmt::Display for Mrz {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.as_str())
    }
}

impl core::fmt::Debug for Mrz {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Mrz").field(&self.as_str()).finish()
    }
}

impl core::str::FromStr for Mrz {
    type Err = Fault;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        Self::parse(typed)
    }
}

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    if folded.count() == folded.as_bytes().len() && is_zone(folded.as_bytes()) {
        Ok(Ascii::AS_FOLDED)
    } else {
        Err(fault::first(folded))
    }
}

/// The verdict alone. Zones as they are printed are not folded first.
pub(super) fn is_valid(typed: &str) -> bool {
    is_printed(typed) || {
        let folded = Folded::new(typed);
        folded.count() == folded.as_bytes().len() && is_zone(folded.as_bytes())
    }
}

/// Whether it is a right zone with nothing but its characters, spaces and line breaks.
fn is_printed(typed: &str) -> bool {
    let mut zone = [0; 90];
    let mut count = 0;
    for byte in typed.bytes() {
        if matches!(byte, b' ' | b'\n' | b'\r') {
            continue;
        }
        match (zone.get_mut(count), code(byte)) {
            (None, _) | (_, 0) => return false,
            (Some(place), coded) => *place = coded,
        }
        count += 1;
    }
    is_coded_zone(&zone, count)
}

/// Whether these are the characters of a right zone.
fn is_zone(zone: &[u8]) -> bool {
    zone.iter().all(|byte| code(*byte) != 0) && is_coded_zone(&coded(zone), zone.len())
}

fn is_coded_zone(zone: &character::Coded, len: usize) -> bool {
    let Some(layout) = Layout::of_length(len, zone[0]) else {
        return false;
    };
    let missing = |(coded, need): (&u8, &u8)| !coded & need;
    let misplaced = zone.iter().zip(&layout.needs).map(missing);
    let at = |at: usize| zone.get(at).copied().unwrap_or(0);
    misplaced.fold(0, |all, one| all | one) == 0
        && layout.begins.iter().any(|first| code(*first) == at(0))
        && at(layout.number) != FILLER
        && SEXES.iter().any(|sex| code(*sex) == at(layout.sex()))
        && check_digit::wrong(zone, layout) == 0
}

/// X stands in the printed part of passports only, but some issuers put it here too.
const SEXES: [u8; 4] = *b"MFX<";

fn parts(value: &str) -> &'static [(u8, Word)] {
    match Zone::new(value) {
        Some(zone) if zone.a_number().is_some() && zone.receipt_number().is_some() => {
            layout::US_CARD
        }
        Some(zone) => zone.layout.fields,
        None => &[],
    }
}

/// Everything that is wrong with a text, in place of the first fault alone, unless the text is
/// something else altogether.
pub(super) fn explain(folded: &Folded, findings: &mut Vec<Finding>) {
    if findings.iter().all(fault::is_about_the_zone) {
        *findings = fault::all(folded);
    }
}

/// The lines as they are printed.
pub(super) fn display(value: &str) -> String {
    let width = Layout::of(value.as_bytes()).map_or(value.len(), |layout| layout.width);
    let mut out = String::with_capacity(value.len() + 2);
    for (at, character) in value.char_indices() {
        if at > 0 && at.checked_rem(width) == Some(0) {
            out.push('\n');
        }
        out.push(character);
    }
    out
}

/// A mended zone, in lines if it was typed in lines.
fn written(zone: &[u8], folded: &Folded) -> String {
    let zone = core::str::from_utf8(zone).unwrap_or_default();
    if has(folded.typed().as_bytes(), b'\n') {
        display(zone)
    } else {
        zone.to_owned()
    }
}
