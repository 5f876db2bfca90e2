//! Weighs what the attributes say against each other.

use super::{
    Attribute, Classified, Field, Purpose, Whose, Why,
    evidence::{Evidence, NOWHERE, PLACES},
    table::{ELSEWHERE, FIRST_PURPOSE, Hash, LENGTHS, hashes},
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
#[inline(never)]
#[must_use]
pub fn classify_field(field: &Field) -> Option<Classified> {
    let shape = Shape::of(field.input_type)?;
    let label = Evidence::of(field.label, false);
    let placeholder = Evidence::of(field.placeholder, false);
    let section = Evidence::of(field.section, false);
    let name = Evidence::of(field.name, true);
    let mut id = Evidence::of(field.id, true);
    id.forget(&name);
    let mut token = Evidence::of(field.autocomplete, true);
    if !label.says(Kind::PostalCode) && !name.says(Kind::PostalCode) {
        // The token `postal-code` is what ZIP codes have too.
        token.swap(Kind::Zip, Kind::PostalCode);
    }
    // "City, State, ZIP" over three boxes: the names tell them apart.
    let (heard, beside) = match label.loudest() {
        0 => (0, 2),
        1 => (4, 1),
        _ => (1, 2),
    };
    let mut scale = Scale::default();
    scale.put(Attribute::Label, &label, heard);
    scale.put(Attribute::Placeholder, &placeholder, 2);
    scale.put(Attribute::Name, &name, beside);
    scale.put(Attribute::Id, &id, beside);
    scale.put(Attribute::Autocomplete, &token, 12);
    scale.put_type(shape, field.input_type);
    scale.put_length(field.max_length);
    scale.put_birth();
    let (kind, confidence, why) = scale.verdict()?;
    // A name says whose it is only where nothing for people does: names are copied about.
    let named = if heard > 0 { &label } else { &name };
    let roles = [&label, &placeholder, &section, named].map(|evidence| evidence.roles);
    let purpose = purpose(kind, &roles);
    let named = roles.iter().fold(0, |named, roles| named | roles.named);
    let named = |target: u8| named >> (target - FIRST_PURPOSE) & 1 == 1;
    let abroad = named(FIRST_PURPOSE + Purpose::Abroad as u8);
    let elsewhere = named(ELSEWHERE);
    let is_short = field.max_length == Some(5);
    let kind = match kind {
        Kind::ReceiptNumber | Kind::VisaNumber if elsewhere => return None,
        // The month and the year of a bank's card.
        Kind::Date if elsewhere && purpose == Some(Purpose::Expiry) => return None,
        // Of whichever country.
        Kind::State if purpose == Some(Purpose::Birth) => return None,
        Kind::State if abroad && shape == Shape::Choice => return None,
        Kind::State if abroad => Kind::Province,
        Kind::Zip if abroad && !is_short => Kind::PostalCode,
        Kind::PostalCode if !abroad && is_short => Kind::Zip,
        kind => kind,
    };
    Some(Classified {
        kind,
        confidence,
        why,
        whose: whose(kind, &roles),
        purpose,
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
    /// All purposes named, a bit each, and behind them whether what has receipts of its own was.
    pub(super) named: u16,
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

/// The types that bear on the kind, in the order of `SHAPES`, and behind them those into which no
/// value of ours is typed; by their hashes.
const TYPES: [u16; 23] = hashes([
    "email",
    "date",
    "number",
    "password",
    "url",
    "select",
    "select-one",
    "textarea",
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
]);
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

/// A set of kinds, a bit each.
const fn set(kinds: &[Kind]) -> u64 {
    let (mut set, mut rest) = (0, kinds);
    while let [kind, others @ ..] = rest {
        set |= 1 << *kind as u64;
        rest = others;
    }
    set
}

fn is_in(set: u64, kind: Kind) -> bool {
    set >> kind as u64 & 1 == 1
}

/// They come first.
const IDENTIFIERS: u64 = (1 << Kind::FamilyName as u64) - 1;
const DATES: u64 = set(&[Kind::Date, Kind::DateOfBirth]);
const NAMES: u64 = set(&[Kind::FamilyName, Kind::GivenName, Kind::MiddleName]);
const ADDRESSES: u64 = set(&[
    Kind::Street,
    Kind::Unit,
    Kind::InCareOf,
    Kind::City,
    Kind::State,
    Kind::Zip,
    Kind::Province,
    Kind::PostalCode,
    Kind::Country,
]);

impl Shape {
    /// `None` for what is not typed or chosen as a value of ours.
    fn of(input_type: &str) -> Option<Self> {
        let hash = Hash::of(input_type.as_bytes()).short();
        match TYPES.iter().position(|known| *known == hash) {
            Some(place) => SHAPES.get(place).copied(),
            None => Some(Self::Text),
        }
    }

    fn allowed(self) -> u64 {
        match self {
            Self::Text | Self::Password => !0,
            Self::Date => DATES,
            Self::Email => const { set(&[Kind::Email]) },
            Self::Url => const { set(&[Kind::Link]) },
            Self::Number => !(NAMES | const { set(&[Kind::Email, Kind::Link]) }),
            Self::LongText => !(IDENTIFIERS | DATES | 1 << Kind::State as u64),
            Self::Choice => {
                !IDENTIFIERS
                    | const { set(&[Kind::ClassOfAdmission, Kind::EadCategory, Kind::FormNumber]) }
            }
        }
    }
}

/// What speaks for one kind.
#[derive(Clone, Copy)]
struct Weight {
    points: u32,
    /// The part of them that weighs most, and where it comes from.
    most: u32,
    why: Why,
}

/// What speaks for each kind.
struct Scale([Weight; PLACES]);

impl Default for Scale {
    fn default() -> Self {
        let why = Why {
            attribute: Attribute::Type,
            span: Span { start: 0, end: 0 },
        };
        Self(
            [Weight {
                points: 0,
                most: 0,
                why,
            }; PLACES],
        )
    }
}

impl Scale {
    fn put(&mut self, attribute: Attribute, evidence: &Evidence, times: u32) {
        let said = evidence.points.iter().zip(&evidence.words);
        for (weight, (points, span)) in self.0.iter_mut().zip(said) {
            let points = u32::from(*points) * times;
            weight.points += points;
            if points > weight.most {
                weight.most = points;
                weight.why = Why {
                    attribute,
                    span: *span,
                };
            }
        }
    }

    /// Strikes out what the type forbids, and puts it behind the kind that it speaks for.
    fn put_type(&mut self, shape: Shape, input_type: &str) {
        let allowed = shape.allowed();
        let mut silent = true;
        for (place, weight) in self.0.iter_mut().enumerate() {
            if place < NOWHERE && allowed >> place & 1 == 0 {
                weight.points = 0;
            }
            silent &= weight.points == 0;
        }
        let birth = self.0.get(Kind::DateOfBirth as usize);
        let kind = match shape {
            Shape::Email => Kind::Email,
            Shape::Url => Kind::Link,
            Shape::Date if birth.is_some_and(|birth| birth.points > 0) => Kind::DateOfBirth,
            Shape::Date => Kind::Date,
            // Numbers are hidden like passwords too; only a silent box is a password's.
            Shape::Password if silent => Kind::Password,
            _ => return,
        };
        if let Some(weight) = self.0.get_mut(kind as usize) {
            weight.points += TYPE;
            if weight.most <= TYPE {
                let (start, end) = (0, input_type.len());
                weight.why = Why {
                    attribute: Attribute::Type,
                    span: Span { start, end },
                };
            }
        }
    }

    fn put_length(&mut self, max_length: Option<u32>) {
        let Some(length) = max_length else { return };
        for ((shortest, fitting), weight) in LENGTHS.iter().zip(&mut self.0) {
            if length < u32::from(*shortest) {
                weight.points = 0;
            } else if length == u32::from(*fitting) && weight.points > 0 {
                weight.points += LENGTH;
            }
        }
    }

    /// A date of birth is a date: what says that does not speak against it.
    fn put_birth(&mut self) {
        let birth = self.0.get(Kind::DateOfBirth as usize);
        let birth = birth.map_or(0, |weight| weight.points);
        if let Some(date) = self.0.get_mut(Kind::Date as usize)
            && date.points < birth
        {
            date.points = 0;
        }
    }

    fn verdict(&self) -> Option<(Kind, u8, Why)> {
        let (mut best, mut most, mut second) = (NOWHERE, 0, 0);
        for (place, weight) in self.0.iter().enumerate() {
            if weight.points > most {
                (best, most, second) = (place, weight.points, most);
            } else {
                second = second.max(weight.points);
            }
        }
        let sure = (most * 100 / (most + second + DOUBT).max(1)).min(SUREST);
        let kind = Kind::from_index(u32::try_from(best).ok()?)?;
        let why = self.0.get(best)?.why;
        (sure >= SURE_ENOUGH).then_some((kind, u8::try_from(sure).unwrap_or(u8::MAX), why))
    }
}

/// Who was named last, in the label before the heading. An employer has an address, a telephone
/// and a number; the dates and names near it are the worker's.
fn whose(kind: Kind, said: &[Roles]) -> Option<Whose> {
    let employers = is_in(
        ADDRESSES | const { set(&[Kind::Ein, Kind::Phone, Kind::Email]) },
        kind,
    );
    said.iter()
        .find_map(|roles| if employers { roles.whose } else { roles.person })
}

/// The last purpose named that makes sense for the kind.
fn purpose(kind: Kind, said: &[Roles]) -> Option<Purpose> {
    if kind == Kind::DateOfBirth {
        return Some(Purpose::Birth);
    }
    let fitting = |purpose: &Purpose| match purpose {
        Purpose::Home | Purpose::Mailing | Purpose::Abroad => ADDRESSES,
        Purpose::Previous => ADDRESSES | NAMES,
        Purpose::Birth => const { set(&[Kind::City, Kind::State, Kind::Province, Kind::Country]) },
        Purpose::Issue => const { set(&[Kind::Date, Kind::Country]) },
        Purpose::Entry => const { set(&[Kind::Date, Kind::City, Kind::State]) },
        Purpose::Expiry | Purpose::Signature => const { set(&[Kind::Date]) },
    };
    for roles in said {
        for purpose in roles.purposes.iter().rev().flatten() {
            if is_in(fitting(purpose), kind) {
                return Some(*purpose);
            }
        }
    }
    None
}
