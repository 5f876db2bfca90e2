//! A state of the United States, as the post writes it.

use super::{
    Rules, parse,
    piece::{listed, part, pieces, same},
    reading::Reading,
    spelling::spell,
};
use crate::{Code, Kind, identifier::Fault};

/// A state, the District of Columbia, a territory, a freely associated state, or the military's
/// "states" AA, AE and AP.
///
/// Source: USPS Publication 28, appendix B.
///
/// ```
/// use prefile::value::State;
/// let state = State::parse("new york")?;
/// assert_eq!((state.code(), state.name()), ("NY", "New York"));
/// assert!(State::parse("Jalisco").is_err());
/// # Ok::<(), prefile::identifier::Fault>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct State(&'static str);

impl State {
    /// Reads a code or a name.
    ///
    /// # Errors
    ///
    /// Says that it is none.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        parse(Kind::State, typed, find)
    }

    /// The two letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.get(..2).unwrap_or_default()
    }

    /// The English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.get(3..).unwrap_or_default()
    }
}

/// The two letters.
impl core::fmt::Display for State {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.code())
    }
}

pub(super) fn read(reading: &mut Reading, _: &Rules) {
    let Some(state) = find(reading) else { return };
    let code = state.code();
    if reading.text != code {
        let what = if same(&reading.text, code) {
            "case"
        } else {
            "format"
        };
        reading.becomes(what, code.to_owned());
    }
    reading.check.fixed_text("name", state.name());
    reading.accept_same(code.to_owned());
}

fn find(reading: &mut Reading) -> Option<State> {
    let found = named(&reading.text).or_else(|| named_twice(&reading.text));
    if found.is_none() && !reading.says_nothing() {
        reading.add(Code::StateUnknown, None);
    }
    found
}

/// "TX - Texas", "Texas (TX)", "US-TX", "New York, NY, USA": all that stands there is the one.
fn named_twice(text: &str) -> Option<State> {
    let mut found = None;
    for piece in pieces(text, b"-(),/") {
        let piece = piece.trim_ascii();
        if piece.is_empty() || listed("US USA", piece) {
            continue;
        }
        let state = named(piece)?;
        if found.is_some_and(|other| other != state) {
            return None;
        }
        found = Some(state);
    }
    found
}

/// The state with this code or name; everything but letters is read over.
pub(super) fn named(text: &str) -> Option<State> {
    let mut letters = String::with_capacity(text.len());
    for letter in text.chars() {
        spell(letter, &mut letters);
    }
    let mut rows = pieces(STATES, b"|");
    let named = rows.find(|row| {
        is_spelt(part(row, 0, 2), &letters) || is_spelt(part(row, 3, row.len()), &letters)
    })?;
    // Other names stand behind the names.
    let mut rows = pieces(STATES, b"|");
    rows.find(|row| part(row, 0, 2) == part(named, 0, 2))
        .map(State)
}

/// Whether a name has these letters, spaces and capitals aside.
#[inline(never)]
fn is_spelt(name: &str, letters: &str) -> bool {
    let mut letters = letters.bytes();
    for byte in name.bytes() {
        // Lower case is one bit more.
        if byte != b' ' && letters.next().is_none_or(|it| (it ^ byte) & !32 != 0) {
            return false;
        }
    }
    letters.len() == 0
}

/// Code and name of each, then what else some are called, in Spanish too where that differs, and how
/// the larger ones were shortened before there were codes (GPO Style Manual, chapter 9).
const STATES: &str = "AL Alabama|AK Alaska|AS American Samoa|AZ Arizona|AR Arkansas|CA California|\
CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FM Federated States of Micronesia|\
FL Florida|GA Georgia|GU Guam|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|\
KY Kentucky|LA Louisiana|ME Maine|MH Marshall Islands|MD Maryland|MA Massachusetts|MI Michigan|\
MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|\
NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|\
MP Northern Mariana Islands|OH Ohio|OK Oklahoma|OR Oregon|PW Palau|PA Pennsylvania|PR Puerto Rico|\
RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|\
VI Virgin Islands|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|\
AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific|\
DC Washington DC|FM Micronesia|VI US Virgin Islands|NY Nueva York|\
NM Nuevo Mexico|NJ Nueva Jersey|NH Nuevo Hampshire|NC Carolina del Norte|SC Carolina del Sur|\
ND Dakota del Norte|SD Dakota del Sur|WV Virginia Occidental|PA Pensilvania|LA Luisiana|HI Hawai|\
MS Misisipi|MO Misuri|DC Distrito de Columbia|TX Tejas|\
AZ Ariz|CA Calif|CO Colo|CT Conn|FL Fla|IL Ill|IN Ind|MA Mass|MI Mich|MN Minn|OK Okla|OR Ore|\
PA Penn|TN Tenn|TX Tex|WA Wash|WI Wis|AL Ala|AR Ark|DE Del|MS Miss|MT Mont|NV Nev|\
KS Kans|NE Nebr|NM N Mex|ND N Dak|SD S Dak|OR Oreg|WV W Va|WY Wyo|\
NC N Carolina|SC S Carolina|ND N Dakota|SD S Dakota|WV W Virginia|VI USVI";
