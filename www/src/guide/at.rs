//! A place in a guide, as the browser's history keeps it.

use wasm_bindgen::JsValue;

/// More than a list has entries.
const ENTRIES: u32 = 1024;

/// What is shown: a step, or one entry of its list. Behind the last step stands the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) step: usize,
    pub(crate) entry: Option<usize>,
}

impl At {
    /// All steps, as a list.
    pub(crate) const TASKS: Self = Self::step(usize::MAX);
    /// The official PDF, filled: behind the end.
    pub(crate) const PDF: Self = Self::step(usize::MAX - 1);

    pub(crate) const fn step(step: usize) -> Self {
        Self { step, entry: None }
    }

    /// As a number: no object of the page's stays in the history.
    fn number(self) -> u32 {
        if self == Self::PDF {
            return u32::MAX - 1;
        }
        let number = |place: usize| u32::try_from(place).ok();
        let entry = self.entry.map_or(Some(0), |entry| number(entry + 1));
        let step = number(self.step).and_then(|step| step.checked_mul(ENTRIES));
        step.zip(entry)
            .map_or(u32::MAX, |(step, entry)| step + entry.min(ENTRIES - 1))
    }

    fn of(number: u32) -> Self {
        match number {
            u32::MAX => return Self::TASKS,
            0xffff_fffe => return Self::PDF,
            _ => {}
        }
        let place = |number: u32| usize::try_from(number).unwrap_or(0);
        Self {
            step: place(number / ENTRIES),
            entry: place(number % ENTRIES).checked_sub(1),
        }
    }

    pub(crate) fn state(self) -> JsValue {
        JsValue::from_f64(self.number().into())
    }

    pub(crate) fn read(state: &JsValue) -> Option<Self> {
        let state = state.as_f64()?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whatever stands there is made to fit"
        )]
        Some(Self::of(state as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::At;

    #[test]
    fn a_place_is_a_number_and_back() {
        let entry = |step, entry| At {
            step,
            entry: Some(entry),
        };
        for at in [
            At::default(),
            At::step(70),
            entry(0, 0),
            entry(12, 499),
            At::TASKS,
            At::PDF,
        ] {
            assert_eq!(At::of(at.number()), at);
        }
    }
}
