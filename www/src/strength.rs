//! How hard a password is to guess. The module that measures it is larger than the rest of the page,
//! so it is loaded when a person comes to the door where it is used, and before they type.

use crate::on_demand::{self, Module};
use core::cell::RefCell;
use gloo::timers::callback::Timeout;
use prefile::Code;

/// Long enough for the door to be drawn, in milliseconds: a new module keeps the browser busy.
const DRAWN: u32 = 50;

/// So many characters of a password are read, and of each entry about the person.
const LONGEST_READ: usize = 400;

/// What each weakness is called, in the order of `Weakness`: the names of all codes would cost the page
/// three kilobytes.
const CODES: [Code; 14] = [
    Code::StrengthPersonal,
    Code::StrengthCommonPassword,
    Code::StrengthContainsCommonPassword,
    Code::StrengthName,
    Code::StrengthWord,
    Code::StrengthKeyboardWalk,
    Code::StrengthRepeat,
    Code::StrengthSequence,
    Code::StrengthYear,
    Code::StrengthDate,
    Code::StrengthShort,
    Code::StrengthReversed,
    Code::StrengthLookAlikes,
    Code::StrengthCapitals,
];

/// What was found out about a password.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    /// From 0 to 4.
    pub(crate) score: u32,
    /// Why it is easy to guess, the gravest first.
    pub(crate) weaknesses: Vec<Code>,
}

/// The module, as far as it is here.
#[derive(Default)]
pub(crate) enum Strength {
    #[default]
    Away,
    Coming,
    Here(Module),
    Failed,
}

impl Strength {
    /// Loads it, if it is neither here nor on its way. `then` is called when it has come, or not.
    pub(crate) fn fetch(this: &RefCell<Self>, then: fn(Self)) {
        if !matches!(*this.borrow(), Self::Away | Self::Failed) {
            return;
        }
        *this.borrow_mut() = Self::Coming;
        let came = move |module: Option<Module>| then(module.map_or(Self::Failed, Self::Here));
        Timeout::new(DRAWN, move || on_demand::ask("strength", came)).forget();
    }

    /// Measures a password against somebody who knows `personal`; none without one, or the module.
    pub(crate) fn measure(&self, password: &str, personal: &[&str]) -> Option<Measure> {
        let Self::Here(module) = self else {
            return None;
        };
        if password.is_empty() {
            return None;
        }
        let personal: Vec<&str> = personal.iter().map(|entry| beginning(entry)).collect();
        let numbers = module
            .strength(beginning(password), &personal.join("\0"))
            .ok()?;
        let places = numbers.iter().skip(2).step_by(3);
        let weaknesses = places.filter_map(|place| CODES.get(*place as usize).copied());
        Some(Measure {
            score: *numbers.first()?,
            weaknesses: weaknesses.collect(),
        })
    }
}

fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_READ);
    text.get(..end.map_or(text.len(), |(end, _)| end))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::CODES;
    use prefile_strength::Weakness;

    #[test]
    fn every_weakness_has_its_code() {
        let named: Vec<_> = Weakness::all().map(Weakness::id).collect();
        let codes: Vec<_> = CODES.iter().map(|code| code.id()).collect();
        assert_eq!(codes, named);
    }
}
