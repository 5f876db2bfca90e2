//! The JavaScript boundary: the only place that knows JavaScript.
//!
//! One call, plain numbers out. JavaScript passes at most the first 400 UTF-16 units of a password:
//! more are not read, and copying them would take longer than the answer.

use wasm_bindgen::prelude::wasm_bindgen;
use zeroizing_alloc::ZeroAlloc;

use crate::explanation::Kind;

/// Everything that is freed is overwritten: the copy of the password that JavaScript made, too.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// Numbers before the first part.
const HEAD: usize = 4;

/// The strength of `password` for a person of whom `personal` is known, entries separated by U+0000.
///
/// The numbers: score; logarithm of the guesses in thousandths; weaknesses, a bit for each; how many
/// parts follow; and for each part its kind, and where it begins and ends in UTF-16 units. A kind is
/// its number in the lowest byte and what it says about itself in the bytes above.
#[wasm_bindgen]
#[must_use]
pub fn strength(password: &str, personal: &str) -> Vec<u32> {
    let personal: Vec<&str> = personal
        .split('\0')
        .filter(|entry| !entry.is_empty())
        .collect();
    let found = crate::strength(password, &personal);
    let mut numbers = Vec::with_capacity(HEAD + 3 * found.explanation.len());
    numbers.push(u32::from(u8::from(found.score)));
    numbers.push(thousandths(found.guesses_log10));
    numbers.push(
        found
            .weaknesses
            .iter()
            .fold(0, |bits, &weakness| bits | 1 << weakness as u32),
    );
    numbers.push(u32::try_from(found.explanation.len()).unwrap_or_default());
    let mut units = 0;
    for part in &found.explanation {
        let start = units;
        let text = password.get(part.start..part.end).unwrap_or_default();
        for character in text.chars() {
            units += 1 + u32::from(u32::from(character) > 0xFFFF);
        }
        numbers.extend([kind(part.kind), start, units]);
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

fn kind(kind: Kind) -> u32 {
    let (number, one, two, three) = match kind {
        Kind::Bruteforce => (0, 0, 0, 0),
        Kind::Dictionary {
            list,
            reversed,
            look_alikes,
            capitals,
        } => (
            1,
            list as u32,
            u32::from(reversed) | u32::from(look_alikes) << 1 | u32::from(capitals) << 2,
            0,
        ),
        Kind::Keyboard { layout, turns } => (2, layout as u32, u32::from(turns), 0),
        Kind::Repeat { times, unit } => (3, u32::from(times), u32::from(unit), 0),
        Kind::Sequence { ascending } => (4, u32::from(ascending), 0, 0),
        Kind::Year => (5, 0, 0, 0),
        Kind::Date { separated } => (6, u32::from(separated), 0, 0),
    };
    number | one << 8 | two << 16 | three << 24
}
