//! What is signed by hand once the form is printed, and what is typed in its place.

use super::{Examined, says};
use crate::{Code, Fault, Field, Form, Shape};
use prefile::{
    Context, Day, Kind, check,
    field::{Purpose, Whose},
};

/// Words of places that are signed later, before an officer.
const LATER: [&str; 4] = ["interview", "oath", "officer", "no entry"];
/// They sign only if they did something.
const HELPS: [Whose; 3] = [Whose::Interpreter, Whose::Preparer, Whose::Representative];
/// More days of signing than any form has.
const MOST_DAYS: usize = 100;
/// Whoever sends a form has signed it within half a year, in days; in January a wrong year is most of one.
const LONG_AGO: i32 = 183;
/// A signature and its day stand so near each other, in points.
const NEAR: f64 = 60.0;

/// A place for a signature or its day that no program writes into.
pub(super) fn place(at: usize, field: &Field) -> Option<Examined> {
    let text = field.shape == Shape::Text && field.page().is_some();
    let own = text.then(|| Examined::of(at, field))?;
    (is_signature(field) || is_day(&own, field)).then_some(own)
}

/// Says what is left to the pen once a form is filled, and where something is typed instead.
pub(super) fn by_hand(form: &Form, context: Context, boxes: &mut [Examined]) {
    if !form.fields.iter().any(|field| field.answer().is_some()) {
        return;
    }
    let days = boxes.iter();
    let days = days.filter(|own| is_day(own, &form.fields[own.field]));
    let days: Vec<&Examined> = days.take(MOST_DAYS).collect();
    let mut helped = HELPS.to_vec();
    helped.retain(|whose| {
        let own = |own: &&Examined| own.whose == Some(*whose);
        let mut boxes = boxes.iter().filter(own);
        boxes.any(|own| form.fields[own.field].answer().is_some())
    });
    let mut faults = Vec::new();
    for (at, own) in boxes.iter().enumerate() {
        let field = &form.fields[own.field];
        let empty = field.value.trim().is_empty() || field.value == field.default;
        let takes_part = || {
            let whose = own.whose.or_else(|| of_day_beside(form, &days, own));
            whose.is_none_or(|whose| !HELPS.contains(&whose) || helped.contains(&whose))
        };
        if is_signature(field) {
            if !empty {
                faults.extend(forbids(field).then_some((at, Code::BoxTypedSignature)));
            } else if takes_part() {
                faults.push((at, Code::BoxPen));
            }
        } else if is_day(own, field) {
            if empty {
                faults.extend(takes_part().then_some((at, Code::BoxPen)));
            } else if let Some(ago) = days_ago(&field.value, context) {
                if ago < 0 {
                    faults.push((at, Code::BoxSignedLater));
                } else if ago > LONG_AGO {
                    faults.push((at, Code::BoxSignedLongAgo));
                }
            }
        }
    }
    for (at, code) in faults {
        boxes[at].faults.push(Fault::new(code));
    }
}

fn is_signature(field: &Field) -> bool {
    let name = field.name.rsplit('.').next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let named = name.contains("signature") && !name.contains("date");
    named && field.shape == Shape::Text && !is_signed_later(field)
}

fn is_day(own: &Examined, field: &Field) -> bool {
    own.kind == Some(Kind::Date)
        && own.purpose == Some(Purpose::Signature)
        && !is_signed_later(field)
}

fn is_signed_later(field: &Field) -> bool {
    says(&field.tooltip, &LATER)
}

/// Whether a box says that nothing may be typed into it.
fn forbids(field: &Field) -> bool {
    field.read_only || says(&field.tooltip, &["signed electronically", "typewritten"])
}

/// Whose day of signing stands beside a signature.
fn of_day_beside(form: &Form, days: &[&Examined], signature: &Examined) -> Option<Whose> {
    let place = |own: &Examined| {
        let widget = form.fields[own.field].widgets.first()?;
        Some((widget.page?, widget.rect[1]))
    };
    let (page, bottom) = place(signature)?;
    let near = days.iter().filter_map(|own| {
        let (of_day, own_bottom) = place(own)?;
        let apart = (own_bottom - bottom).abs();
        (of_day == page && apart < NEAR).then_some((apart, own.whose))
    });
    near.min_by(|one, other| one.0.total_cmp(&other.0))?.1
}

/// How long ago a day was.
fn days_ago(day: &str, context: Context) -> Option<i32> {
    let day = check(Kind::Date, day, Context::default()).value?;
    Some(context.today?.number() - Day::from_iso(&day)?.number())
}
