//! The functions that JavaScript calls. `pkg/src/` guards what goes in (types, lengths) and
//! unfolds what comes out.
//!
//! A kind is its place in `Kind::all`, a language the number that `load_texts` gave, today a
//! number such as 20261122 or 0. What is none of these is left out of account: nothing here fails.
//! A packed answer is the number of its bytes, which stand at [`answer_at`] until the next call.

use super::{
    pack::{Pack, Packed},
    speak,
    utf16::Counter,
};
use crate::{
    Code, Context, Day, Kind,
    field::Field,
    finding::{Check, Finding, Param},
    message::Catalogue,
    text::cut,
};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static TEXTS: RefCell<Vec<Catalogue>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Packed> = const { RefCell::new(Packed::new()) };
}

/// Packs an answer; the number is its length in bytes.
fn answer(what: &impl Pack) -> u32 {
    ANSWER.with(|answer| {
        answer
            .try_borrow_mut()
            .map_or(0, |mut answer| answer.put(what))
    })
}

/// Where the last answer begins in linear memory.
#[must_use]
#[wasm_bindgen]
pub fn answer_at() -> u32 {
    let place = ANSWER.with(|answer| answer.try_borrow().map_or(0, |it| it.place() as usize));
    u32::try_from(place).unwrap_or(0)
}

/// Takes the texts of a language; nothing if they were made for another version.
#[must_use]
#[wasm_bindgen]
pub fn load_texts(texts: String) -> Option<u32> {
    let catalogue = Catalogue::new(texts).ok()?;
    TEXTS.with(|all| {
        let mut all = all.try_borrow_mut().ok()?;
        all.push(catalogue);
        u32::try_from(all.len() - 1).ok()
    })
}

/// The verdict alone.
#[must_use]
#[wasm_bindgen]
pub fn is_valid(kind: u32, text: &str) -> bool {
    Kind::from_index(kind).is_some_and(|kind| crate::is_valid(kind, text))
}

/// A `Check`, packed.
#[must_use]
#[wasm_bindgen]
pub fn check(kind: u32, text: &str, today: u32, locale: u32) -> u32 {
    let check = match Kind::from_index(kind) {
        Some(kind) => crate::check(kind, text, context(today)),
        None => unread(UNKNOWN_KIND, 0),
    };
    in_words(locale, |texts| answer(&speak::check(check, text, texts)))
}

/// The kind was none; the reasons why a text did not come here at all are the numbers after it.
const UNKNOWN_KIND: u32 = 0;
const NOT_TEXT: u32 = 1;
const TOO_LONG: u32 = 2;

/// A `Check`, packed, of a text that was not sent: `reason` says why not, `length` how long it was.
#[must_use]
#[wasm_bindgen]
pub fn check_unread(kind: u32, reason: u32, length: u32, locale: u32) -> u32 {
    let mut check = unread(reason, length);
    check.kind = Kind::from_index(kind).unwrap_or(check.kind);
    in_words(locale, |texts| answer(&speak::check(check, "", texts)))
}

fn unread(reason: u32, length: u32) -> Check {
    let finding = match reason {
        UNKNOWN_KIND => Finding::new(Code::TextUnknownKind),
        NOT_TEXT => Finding::new(Code::TextNotText),
        TOO_LONG => Finding::new(Code::TextTooLong).with([Param::Number(length)]),
        _ => Finding::new(Code::TextNotRead),
    };
    Check::refused(Kind::ANumber, finding)
}

/// A list of `Identified`, packed.
#[must_use]
#[wasm_bindgen]
pub fn identify(text: &str, today: u32, locale: u32) -> u32 {
    let found = crate::identify(text, context(today));
    in_words(locale, |texts| {
        let found = found.into_iter();
        let found: Vec<_> = found
            .map(|one| speak::identified(one, text, texts))
            .collect();
        answer(&found)
    })
}

/// A list of `Found`, packed.
#[must_use]
#[wasm_bindgen]
pub fn scan(text: &str, today: u32, locale: u32) -> u32 {
    let found = crate::scan(text, context(today));
    let mut counter = Counter::new(text);
    in_words(locale, |texts| {
        let found = found.into_iter();
        let found: Vec<_> = found
            .map(|one| speak::found(one, text, &mut counter, texts))
            .collect();
        answer(&found)
    })
}

/// An optional `Classified`, packed. `said` has what the page says of the box, a NUL between: the
/// label, name, id, placeholder, autocomplete token, type and heading; a length of 0 is none.
#[must_use]
#[wasm_bindgen]
pub fn classify_field(said: &str, max_length: u32) -> u32 {
    let mut texts = [""; 7];
    let mut rest = said;
    for text in &mut texts {
        (*text, rest) = cut(rest, 0);
    }
    let [
        label,
        name,
        id,
        placeholder,
        autocomplete,
        input_type,
        section,
    ] = texts;
    let field = Field {
        label,
        name,
        id,
        placeholder,
        autocomplete,
        input_type,
        max_length: (max_length > 0).then_some(max_length),
        section,
    };
    let found = crate::classify_field(&field);
    answer(&found.map(|one| speak::classified(one, &field)))
}

/// A `LinkCheck`, packed.
#[must_use]
#[wasm_bindgen]
pub fn check_link(url: &str, locale: u32) -> u32 {
    let found = crate::check_link(url);
    let mut counter = Counter::new(url);
    in_words(locale, |texts| {
        answer(&speak::link(found, url, &mut counter, texts))
    })
}

/// A list of `LinkCheck`, packed: every link and address in a message.
#[must_use]
#[wasm_bindgen]
pub fn check_links(text: &str, locale: u32) -> u32 {
    let found = crate::check_links(text);
    let mut counter = Counter::new(text);
    in_words(locale, |texts| {
        let found: Vec<_> = found
            .into_iter()
            .map(|one| speak::link(one, text, &mut counter, texts))
            .collect();
        answer(&found)
    })
}

/// A `PasswordCheck`, packed. `personal` is one entry a NUL; the e-mail address is empty if unknown.
#[must_use]
#[wasm_bindgen]
pub fn check_password(password: &str, email: &str, personal: &str, locale: u32) -> u32 {
    let email = (!email.is_empty()).then_some(email);
    let words = words(personal);
    let found = crate::check_password(password, email, &words);
    in_words(locale, |texts| {
        answer(&speak::password(found, password, texts))
    })
}

/// For each answer a list of `Finding`, packed. `answers` is a question and its answer, and so on;
/// `personal` one entry a NUL, like them.
#[must_use]
#[wasm_bindgen]
pub fn check_recovery_answers(answers: &str, personal: &str, locale: u32) -> u32 {
    let mut pairs = Vec::new();
    let mut rest = answers;
    while !rest.is_empty() {
        let (question, behind) = cut(rest, 0);
        let (said, behind) = cut(behind, 0);
        pairs.push((question, said));
        rest = behind;
    }
    let found = crate::check_recovery_answers(&pairs, &words(personal));
    in_words(locale, |texts| {
        answer(&speak::recovery_answers(found, pairs.len(), texts))
    })
}

/// The words that are one a NUL, without the empty ones.
fn words(joined: &str) -> Vec<&str> {
    let (mut words, mut rest) = (Vec::new(), joined);
    while !rest.is_empty() {
        let (word, behind) = cut(rest, 0);
        words.push(word);
        rest = behind;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The `Explanation` of the code at this place of `Code::all`, packed; 0 for what is none.
#[must_use]
#[wasm_bindgen]
pub fn explain(code: u32, locale: u32) -> u32 {
    Code::from_index(code).map_or(0, |code| {
        in_words(locale, |texts| answer(&speak::explanation(code, texts)))
    })
}

/// A list of `KindWords`, one for each kind, packed.
#[must_use]
#[wasm_bindgen]
pub fn kinds(locale: u32) -> u32 {
    in_words(locale, |texts| {
        let words: Vec<_> = Kind::all().map(|kind| speak::words(kind, texts)).collect();
        answer(&words)
    })
}

fn context(today: u32) -> Context {
    let part = |number: u32| u16::try_from(number).unwrap_or(0);
    let (year, month, day) = (
        part(today / 10_000),
        part(today / 100 % 100),
        part(today % 100),
    );
    let low = |number: u16| u8::try_from(number).unwrap_or(0);
    Context {
        today: Day::new(year, low(month), low(day)),
    }
}

/// Runs with the texts of a language, or with those that were loaded first.
fn in_words<Answer>(locale: u32, say: impl FnOnce(&Catalogue) -> Answer) -> Answer {
    TEXTS.with(|all| match all.try_borrow() {
        Ok(all) => match all.get(locale as usize).or(all.first()) {
            Some(texts) => say(texts),
            None => say(&Catalogue::default()),
        },
        Err(_) => say(&Catalogue::default()),
    })
}
