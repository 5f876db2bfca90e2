//! The JavaScript boundary: the only place that knows JavaScript.
//!
//! One call, plain numbers out. JavaScript passes at most the first 400 UTF-16 units of a password:
//! more are not read, and copying them would take longer than the answer.

use rlsf::GlobalTlsf;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroizing_alloc::ZeroAlloc;

/// Everything that is freed is overwritten: the copy of the password that JavaScript made, too.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<GlobalTlsf> = ZeroAlloc(GlobalTlsf::new());

/// Takes `data/words/words.bin`: before the first question.
#[wasm_bindgen]
pub fn give_words(file: Vec<u8>) {
    crate::words::give(file);
}

/// The strength of `password` for a person of whom `personal` is known, entries separated by U+0000.
///
/// The numbers: score; logarithm of the guesses in thousandths; and for each weakness, gravest
/// first, its place in [`crate::Weakness::all`], and where its part begins and ends in UTF-16
/// units: 0 and 0 if it is about the whole.
#[wasm_bindgen]
#[must_use]
pub fn strength(password: &str, personal: &str) -> Vec<u32> {
    let personal: Vec<&str> = personal
        .split('\0')
        .filter(|entry| !entry.is_empty())
        .collect();
    let found = crate::strength(password, &personal);
    let mut numbers = Vec::with_capacity(2 + 3 * found.weaknesses.len());
    numbers.push(u32::from(u8::from(found.score)));
    numbers.push(thousandths(found.guesses_log10));
    for &weakness in &found.weaknesses {
        let part = found.part(weakness);
        let (start, end) = part.map_or((0, 0), |part| (part.start, part.end));
        numbers.extend([
            weakness as u32,
            units(password, start),
            units(password, end),
        ]);
    }
    numbers
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a logarithm of guesses lies between 0 and a few hundred"
)]
fn thousandths(logarithm: f64) -> u32 {
    (logarithm * 1000.0) as u32
}

/// How many UTF-16 units stand before this byte.
fn units(text: &str, end: usize) -> u32 {
    let before = text.get(..end).unwrap_or_default();
    before
        .chars()
        .map(|character| 1 + u32::from(u32::from(character) > 0xFFFF))
        .sum()
}
