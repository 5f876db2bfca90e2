//! Weighs what the attributes say against each other.

use super::{
    Attribute, Classified, Field, Purpose, Whose, Why,
    evidence::{Evidence, NOWHERE, PLACES},
    table::LENGTHS,
    token::Tokens,
};
use crate::{Kind, text::Span};

/// Below this, in percent, a box is none of ours.
const SURE_ENOUGH: u32 = 60;
/// What must be outweighed even when nothing speaks against a kind.
const DOUBT: u32 = 24;
/// What the type of a box is worth, and its length.
const TYPE: u32 = 80;
const LENGTH: u32 = 16;
/// Of how many percent a classifier of words may be sure.
const SUREST: u32 = 99;

/// What a box wants, of whom and for what; `None` rather than a guess.
///
/// ```
/// use prefile::{Kind, classify_field, field::Field};
/// let kind = |label| classify_field(&Field { label, ..Field::default() }).map(|found| found.kind);
/// assert_eq!(kind("Nº de recibo"), Some(Kind::ReceiptNumber));
/// assert_eq!(kind("Number of dependents"), None);
/// ```
#[must_use]
pub fn classify_field(field: &Field) -> Option<Classified> {
    let shape = Shape::of(field.input_type)?;
    let mut scale = Scale {
        points: [0; PLACES],
        heaviest: [(0, Attribute::Type, Span { start: 0, end: 0 }); PLACES],
    };
    let label = Evidence::of(&Tokens::of_label(field.label));
    let placeholder = Evidence::of(&Tokens::of_label(field.placeholder));
    let name = Evidence::of(&Tokens::of_name(field.name));
    let id = Evidence::of(&Tokens::of_name(field.id));
    let autocomplete = Evidence::of(&Tokens::of_name(field.autocomplete));
    // "City, State, ZIP" over three boxes: the names tell them apart.
    let (heard, beside) = match (label.speaks(), label.is_divided()) {
        (false, _) => (0, 2),
        (true, true) => (1, 2),
        (true, false) => (4, 1),
    };
    scale.add(&label, heard, Attribute::Label);
    scale.add(&placeholder, 2, Attribute::Placeholder);
    scale.add(&name, beside, Attribute::Name);
    scale.add_beyond(&id, &name, beside, Attribute::Id);
    // The token `postal-code` is what ZIP codes have too.
    let mut token = autocomplete;
    let (zip, postal) = (Kind::Zip as usize, Kind::PostalCode as usize);
    if scale.points[postal] == 0 {
        token.points.swap(zip, postal);
        token.words.swap(zip, postal);
    }
    scale.add(&token, 12, Attribute::Autocomplete);
    scale.shape(shape, field);
    scale.length(field.max_length);
    let (kind, confidence, why) = scale.verdict()?;
    let section = Evidence::of(&Tokens::of_label(field.section));
    // A name says whose it is only where nothing for people does: names are copied about.
    let from_name = if label.speaks() { &label } else { &name };
    let said = [&label, &placeholder, &section, from_name];
    Some(Classified {
        kind,
        confidence,
        why,
        whose: whose(kind, &said),
        purpose: purpose(kind, &said),
    })
}

/// What the `type` of a box allows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Choice,
    LongText,
    Date,
    Email,
    Number,
    Password,
    Telephone,
    Url,
}

impl Shape {
    /// `None` for what is not typed or chosen as a value of ours.
    fn of(input_type: &str) -> Option<Self> {
        let types = [
            ("email", Self::Email),
            ("date", Self::Date),
            ("number", Self::Number),
            ("password", Self::Password),
            ("tel", Self::Telephone),
            ("url", Self::Url),
            ("select", Self::Choice),
            ("select-one", Self::Choice),
            ("textarea", Self::LongText),
        ];
        if let Some((_, shape)) = types
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(input_type))
        {
            return Some(*shape);
        }
        let others = [
            "checkbox",
            "radio",
            "button",
            "submit",
            "reset",
            "image",
            "file",
            "hidden",
            "range",
            "color",
            "month",
            "week",
            "time",
            "datetime-local",
            "select-multiple",
        ];
        let other = others
            .iter()
            .any(|name| name.eq_ignore_ascii_case(input_type));
        (!other).then_some(Self::Text)
    }

    fn allows(self, kind: Kind) -> bool {
        match self {
            Self::Text | Self::Telephone | Self::Password => true,
            Self::Date => is_date(kind),
            Self::Email => kind == Kind::Email,
            Self::Url => kind == Kind::Link,
            Self::Number => !matches!(
                kind,
                Kind::Email | Kind::Link | Kind::FamilyName | Kind::GivenName | Kind::MiddleName
            ),
            Self::LongText => !kind.is_identifier() && !is_date(kind),
            Self::Choice => {
                !kind.is_identifier()
                    || matches!(
                        kind,
                        Kind::ClassOfAdmission | Kind::EadCategory | Kind::FormNumber
                    )
            }
        }
    }
}

/// The points of all attributes together.
struct Scale {
    points: [u32; PLACES],
    /// For each kind what speaks for it most.
    heaviest: [(u32, Attribute, Span); PLACES],
}

impl Scale {
    fn add(&mut self, evidence: &Evidence, times: u32, attribute: Attribute) {
        for (place, points) in evidence.points.iter().enumerate() {
            self.put(
                place,
                u32::from(*points) * times,
                attribute,
                evidence.words[place],
            );
        }
    }

    /// Adds what `evidence` says more than `other`: a name and an id are mostly the same.
    fn add_beyond(&mut self, evidence: &Evidence, other: &Evidence, times: u32, of: Attribute) {
        for (place, points) in evidence.points.iter().enumerate() {
            let more = points.saturating_sub(other.points[place]);
            self.put(place, u32::from(more) * times, of, evidence.words[place]);
        }
    }

    fn put(&mut self, place: usize, points: u32, attribute: Attribute, words: Span) {
        self.points[place] += points;
        if points > self.heaviest[place].0 {
            self.heaviest[place] = (points, attribute, words);
        }
    }

    fn shape(&mut self, shape: Shape, field: &Field) {
        for kind in Kind::all().filter(|kind| !shape.allows(*kind)) {
            self.points[kind as usize] = 0;
        }
        let silent = self.points.iter().all(|points| *points == 0);
        let of = match shape {
            Shape::Email => Kind::Email,
            Shape::Url => Kind::Link,
            Shape::Date if self.points[Kind::DateOfBirth as usize] > 0 => Kind::DateOfBirth,
            Shape::Date => Kind::Date,
            // Numbers are hidden like passwords too; only a silent box is a password's.
            Shape::Password if silent => Kind::Password,
            _ => return,
        };
        let span = Span {
            start: 0,
            end: field.input_type.len(),
        };
        self.put(of as usize, TYPE, Attribute::Type, span);
    }

    fn length(&mut self, max_length: Option<u32>) {
        let Some(length) = max_length else { return };
        for (place, (shortest, fitting)) in LENGTHS.iter().enumerate() {
            if length < u32::from(*shortest) {
                self.points[place] = 0;
            } else if length == u32::from(*fitting) && self.points[place] > 0 {
                self.points[place] += LENGTH;
            }
        }
    }

    fn verdict(&self) -> Option<(Kind, u8, Why)> {
        let (mut best, mut second) = (NOWHERE, 0);
        for (place, points) in self.points.iter().enumerate() {
            if *points > self.points[best] {
                second = self.points[best].max(second);
                best = place;
            } else if place != best {
                second = second.max(*points);
            }
        }
        let points = self.points[best];
        let sure = (points * 100 / (points + second + DOUBT)).min(SUREST);
        let kind = Kind::from_index(u32::try_from(best).ok()?)?;
        let (_, attribute, span) = self.heaviest[best];
        (sure >= SURE_ENOUGH).then_some((
            kind,
            u8::try_from(sure).unwrap_or(u8::MAX),
            Why { attribute, span },
        ))
    }
}

fn is_date(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::DateOfBirth)
}

fn is_address(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Street
            | Kind::Unit
            | Kind::InCareOf
            | Kind::City
            | Kind::State
            | Kind::Zip
            | Kind::Province
            | Kind::PostalCode
            | Kind::Country
    )
}

/// Who was named last, in the label before the heading. An employer has an address, a telephone
/// and a number; the dates and names near it are the worker's.
fn whose(kind: Kind, said: &[&Evidence]) -> Option<Whose> {
    let employers = is_address(kind) || matches!(kind, Kind::Ein | Kind::Phone | Kind::Email);
    said.iter().find_map(|evidence| {
        if employers {
            evidence.whose
        } else {
            evidence.person
        }
    })
}

/// The last purpose named that makes sense for the kind.
fn purpose(kind: Kind, said: &[&Evidence]) -> Option<Purpose> {
    let fits = |purpose: Purpose| match purpose {
        Purpose::Home | Purpose::Mailing | Purpose::Abroad => is_address(kind),
        Purpose::Previous => {
            is_address(kind)
                || matches!(kind, Kind::FamilyName | Kind::GivenName | Kind::MiddleName)
        }
        Purpose::Birth => {
            kind == Kind::DateOfBirth
                || matches!(
                    kind,
                    Kind::City | Kind::State | Kind::Province | Kind::Country
                )
        }
        Purpose::Issue => kind == Kind::Date || kind == Kind::Country,
        Purpose::Entry => matches!(kind, Kind::Date | Kind::City | Kind::State),
        Purpose::Expiry | Purpose::Signature => kind == Kind::Date,
    };
    if kind == Kind::DateOfBirth {
        return Some(Purpose::Birth);
    }
    said.iter()
        .flat_map(|evidence| evidence.purposes.iter().rev())
        .filter_map(|purpose| *purpose)
        .find(|purpose| fits(*purpose))
}
