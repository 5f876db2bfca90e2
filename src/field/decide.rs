//! Weighs what the attributes say against each other.

use super::{
    Attribute, Classified, Field, Purpose, Whose, Why,
    evidence::{Evidence, NOWHERE, PLACES},
    table::LENGTHS,
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

/// The attributes that speak of kinds, and whether words in them are written together.
const SPEAKERS: [(Attribute, bool); 5] = [
    (Attribute::Label, false),
    (Attribute::Placeholder, false),
    (Attribute::Name, true),
    (Attribute::Id, true),
    (Attribute::Autocomplete, true),
];

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
    let mut said = SPEAKERS.map(|(attribute, cuts)| Evidence::of(attribute.text(field), cuts));
    let [label, placeholder, name, id, token] = &mut said;
    id.forget(name);
    if !label.says(Kind::PostalCode) && !name.says(Kind::PostalCode) {
        // The token `postal-code` is what ZIP codes have too.
        token.swap(Kind::Zip, Kind::PostalCode);
    }
    // "City, State, ZIP" over three boxes: the names tell them apart.
    let (heard, beside) = match (label.speaks(), label.is_divided()) {
        (false, _) => (0, 2),
        (true, true) => (1, 2),
        (true, false) => (4, 1),
    };
    let section = Evidence::of(field.section, false);
    // A name says whose it is only where nothing for people does: names are copied about.
    let named = if label.speaks() { &*label } else { &*name };
    let roles = [&*label, &*placeholder, &section, named].map(|evidence| evidence.roles);

    let times = [heard, 2, beside, beside, 12];
    let mut points = [0; PLACES];
    for (evidence, times) in said.iter().zip(times) {
        for (sum, points) in points.iter_mut().zip(&evidence.points) {
            *sum += u32::from(*points) * times;
        }
    }
    let by_type = shape.weigh(&mut points);
    weigh_length(&mut points, field.max_length);
    let (kind, confidence) = verdict(&points)?;

    let place = kind as usize;
    let mut heaviest = 0;
    let mut why = Why {
        attribute: Attribute::Type,
        span: Span {
            start: 0,
            end: field.input_type.len(),
        },
    };
    if by_type == Some(kind) {
        heaviest = TYPE;
    }
    for ((evidence, times), (attribute, _)) in said.iter().zip(times).zip(SPEAKERS) {
        let points = evidence.points.get(place).copied().unwrap_or(0);
        let points = u32::from(points) * times;
        if points > heaviest {
            heaviest = points;
            let span = evidence.words.get(place).copied();
            why = Why {
                attribute,
                span: span.unwrap_or(why.span),
            };
        }
    }
    Some(Classified {
        kind,
        confidence,
        why,
        whose: whose(kind, &roles),
        purpose: purpose(kind, &roles),
    })
}

/// Who and what for was named in an attribute.
#[derive(Clone, Copy, Default)]
pub(super) struct Roles {
    /// Who was named last.
    pub(super) whose: Option<Whose>,
    /// Who was named last beside the employer.
    pub(super) person: Option<Whose>,
    /// The purposes named, the last at the end.
    pub(super) purposes: [Option<Purpose>; 4],
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
    Url,
}

/// Types that bear on the kind, in the order of `SHAPES`.
const TYPES: &str = "email date number password url select select-one textarea";
const SHAPES: [Shape; 8] = [
    Shape::Email,
    Shape::Date,
    Shape::Number,
    Shape::Password,
    Shape::Url,
    Shape::Choice,
    Shape::Choice,
    Shape::LongText,
];
/// Types into which no value of ours is typed.
const OTHERS: &str = "checkbox radio button submit reset image file hidden range color month week \
                      time datetime-local select-multiple";

impl Shape {
    /// `None` for what is not typed or chosen as a value of ours.
    fn of(input_type: &str) -> Option<Self> {
        let is = |name: &str| name.eq_ignore_ascii_case(input_type);
        if OTHERS.split(' ').any(is) {
            return None;
        }
        let place = TYPES.split(' ').position(is);
        Some(
            place
                .and_then(|place| SHAPES.get(place).copied())
                .unwrap_or(Self::Text),
        )
    }

    fn allows(self, kind: Kind) -> bool {
        match self {
            Self::Text | Self::Password => true,
            Self::Date => is_date(kind),
            Self::Email => kind == Kind::Email,
            Self::Url => kind == Kind::Link,
            Self::Number => !is_name(kind) && !matches!(kind, Kind::Email | Kind::Link),
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

    /// Strikes out what the type forbids; returns the kind that it speaks for.
    fn weigh(self, points: &mut [u32; PLACES]) -> Option<Kind> {
        for (kind, points) in Kind::all().zip(points.iter_mut()) {
            if !self.allows(kind) {
                *points = 0;
            }
        }
        let silent = points.iter().all(|points| *points == 0);
        let kind = match self {
            Self::Email => Kind::Email,
            Self::Url => Kind::Link,
            Self::Date if points.get(Kind::DateOfBirth as usize) > Some(&0) => Kind::DateOfBirth,
            Self::Date => Kind::Date,
            // Numbers are hidden like passwords too; only a silent box is a password's.
            Self::Password if silent => Kind::Password,
            _ => return None,
        };
        if let Some(points) = points.get_mut(kind as usize) {
            *points += TYPE;
        }
        Some(kind)
    }
}

fn weigh_length(points: &mut [u32; PLACES], max_length: Option<u32>) {
    let Some(length) = max_length else { return };
    for ((shortest, fitting), points) in LENGTHS.iter().zip(points) {
        if length < u32::from(*shortest) {
            *points = 0;
        } else if length == u32::from(*fitting) && *points > 0 {
            *points += LENGTH;
        }
    }
}

fn verdict(points: &[u32; PLACES]) -> Option<(Kind, u8)> {
    let (mut best, mut most, mut second) = (NOWHERE, 0, 0);
    for (place, points) in points.iter().enumerate() {
        if *points > most {
            (best, most, second) = (place, *points, most);
        } else {
            second = second.max(*points);
        }
    }
    let sure = (most * 100 / (most + second + DOUBT)).min(SUREST);
    let kind = Kind::from_index(u32::try_from(best).ok()?)?;
    (sure >= SURE_ENOUGH).then_some((kind, u8::try_from(sure).unwrap_or(u8::MAX)))
}

fn is_date(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::DateOfBirth)
}

fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::FamilyName | Kind::GivenName | Kind::MiddleName)
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
fn whose(kind: Kind, said: &[Roles]) -> Option<Whose> {
    let employers = is_address(kind) || matches!(kind, Kind::Ein | Kind::Phone | Kind::Email);
    said.iter()
        .find_map(|roles| if employers { roles.whose } else { roles.person })
}

/// The last purpose named that makes sense for the kind.
fn purpose(kind: Kind, said: &[Roles]) -> Option<Purpose> {
    if kind == Kind::DateOfBirth {
        return Some(Purpose::Birth);
    }
    let fits = |purpose: &Purpose| match purpose {
        Purpose::Home | Purpose::Mailing | Purpose::Abroad => is_address(kind),
        Purpose::Previous => is_address(kind) || is_name(kind),
        Purpose::Birth => matches!(
            kind,
            Kind::City | Kind::State | Kind::Province | Kind::Country
        ),
        Purpose::Issue => matches!(kind, Kind::Date | Kind::Country),
        Purpose::Entry => matches!(kind, Kind::Date | Kind::City | Kind::State),
        Purpose::Expiry | Purpose::Signature => kind == Kind::Date,
    };
    said.iter()
        .flat_map(|roles| roles.purposes.into_iter().rev())
        .flatten()
        .find(fits)
}
