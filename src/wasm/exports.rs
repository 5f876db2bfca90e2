//! The functions that JavaScript calls. `pkg/src/` guards what goes in (types, lengths) and
//! unfolds what comes out.
//!
//! Only numbers cross. A text is written where [`room_for`] says, and then called by its length; of
//! several, one after the other, by the place where each ends. It is overwritten before the answer: a
//! password does not stay, and nothing is allocated for a call.
//!
//! A kind is its place in `Kind::all`, today a number such as 20261122 or 0. What is none of these is left out of account: nothing here fails.
//! A packed answer is the number of its bytes, which stand at [`answer_at`] until the next call.

use super::{
    pack::{Answer, Pack, Packed},
    shape::{Boxed, Checked, Meaning, Words},
};
use crate::{
    Code, Context, Day, Kind,
    field::Field,
    finding::{Check, Finding, Param},
    text::{Span, cut},
};
use std::sync::{Mutex, MutexGuard};
use wasm_bindgen::prelude::wasm_bindgen;

static ANSWER: Mutex<Packed> = Mutex::new(Packed::new());
static GIVEN: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Where in memory so many bytes of text may be written. What stands there stays, wherever it moves.
#[must_use]
#[wasm_bindgen]
pub fn room_for(length: u32) -> u32 {
    GIVEN.try_lock().map_or(0, |mut given| {
        let length = given.len().max(length as usize);
        given.resize(length, 0);
        address(given.as_ptr())
    })
}

/// The texts that were written. Gone, they are overwritten.
struct Given(Option<MutexGuard<'static, Vec<u8>>>, u32);

impl Given {
    /// Up to here.
    #[inline(never)]
    fn up_to(end: u32) -> Self {
        Self(GIVEN.try_lock().ok(), end)
    }

    /// The part between two places.
    #[inline(never)]
    fn part(&self, start: u32, end: u32) -> &str {
        let bytes = self.0.as_ref();
        let bytes = bytes.and_then(|bytes| bytes.get(start as usize..end as usize));
        str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }

    fn all(&self) -> &str {
        self.part(0, self.1)
    }
}

impl Drop for Given {
    #[inline(never)]
    fn drop(&mut self) {
        let bytes = self.0.as_mut();
        if let Some(bytes) = bytes.and_then(|bytes| bytes.get_mut(..self.1 as usize)) {
            bytes.fill(0);
        }
    }
}

fn address(place: *const u8) -> u32 {
    u32::try_from(place as usize).unwrap_or(0)
}

/// Packs an answer about a text; the number is its length in bytes.
#[inline(never)]
fn answer(what: &dyn Pack, kind: Kind, text: &str) -> u32 {
    let answer = ANSWER.try_lock();
    answer.map_or(0, |mut answer| answer.put(what, kind, text))
}

/// Where the last answer begins in linear memory.
#[must_use]
#[wasm_bindgen]
pub fn answer_at() -> u32 {
    let answer = ANSWER.try_lock();
    answer.map_or(0, |answer| address(answer.place()))
}

/// The verdict alone: 1 or 0.
#[must_use]
#[wasm_bindgen]
pub fn is_valid(kind: u32, length: u32) -> u32 {
    let given = Given::up_to(length);
    let text = given.all();
    u32::from(Kind::from_index(kind).is_some_and(|kind| crate::is_valid(kind, text)))
}

/// A `Check`, packed.
#[must_use]
#[wasm_bindgen]
pub fn check(kind: u32, length: u32, today: u32) -> u32 {
    let given = Given::up_to(length);
    let text = given.all();
    let Some(kind) = Kind::from_index(kind) else {
        return check_unread(kind, UNKNOWN_KIND, 0);
    };
    let mut check = Check::new(kind);
    crate::check::say(text, context(today), &mut check);
    answer_check(&check, text)
}

/// The kind of what is about no kind, or says its own.
const ABOUT_NONE: Kind = Kind::ANumber;

/// The kind was none; the reasons why a text did not come here at all are the numbers after it.
const UNKNOWN_KIND: u32 = 0;
const NOT_TEXT: u32 = 1;
const TOO_LONG: u32 = 2;

/// A `Check`, packed, of a text that was not sent: `reason` says why not, `length` how long it was.
#[must_use]
#[wasm_bindgen]
pub fn check_unread(kind: u32, reason: u32, length: u32) -> u32 {
    let mut check = unread(reason, length);
    check.kind = Kind::from_index(kind).unwrap_or(check.kind);
    answer_check(&check, "")
}

fn answer_check(check: &Check, text: &str) -> u32 {
    let whole = Span {
        start: 0,
        end: text.len(),
    };
    answer(&Checked(check, whole), check.kind, text)
}

fn unread(reason: u32, length: u32) -> Check {
    let finding = match reason {
        UNKNOWN_KIND => Finding::new(Code::TextUnknownKind),
        NOT_TEXT => Finding::new(Code::TextNotText),
        TOO_LONG => Finding::new(Code::TextTooLong).with([Param::Number(length)]),
        _ => Finding::new(Code::TextNotRead),
    };
    Check::refused(ABOUT_NONE, finding)
}

/// A list of `Identified`, packed.
#[must_use]
#[wasm_bindgen]
pub fn identify(length: u32, today: u32) -> u32 {
    let given = Given::up_to(length);
    let text = given.all();
    let found = crate::identify(text, context(today));
    answer(&&found[..], ABOUT_NONE, text)
}

/// A list of `Found`, packed.
#[must_use]
#[wasm_bindgen]
pub fn scan(length: u32, today: u32) -> u32 {
    let given = Given::up_to(length);
    let text = given.all();
    let found = crate::scan(text, context(today));
    answer(&&found[..], ABOUT_NONE, text)
}

/// An optional `Classified`, packed. `said` has what the page says of the box, a NUL between: the
/// label, name, id, placeholder, autocomplete token, type and heading; a length of 0 is none.
#[must_use]
#[wasm_bindgen]
pub fn classify_field(length: u32, max_length: u32) -> u32 {
    let given = Given::up_to(length);
    let said = given.all();
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
    let found = found.map(|one| Boxed(one, &field));
    answer(&found, ABOUT_NONE, "")
}

/// A `LinkCheck`, packed.
#[must_use]
#[wasm_bindgen]
pub fn check_link(length: u32) -> u32 {
    let given = Given::up_to(length);
    let url = given.all();
    let found = crate::check_link(url);
    answer(&found, Kind::Link, url)
}

/// A list of `LinkCheck`, packed: every link and address in a message.
#[must_use]
#[wasm_bindgen]
pub fn check_links(length: u32) -> u32 {
    let given = Given::up_to(length);
    let text = given.all();
    let found = crate::check_links(text);
    answer(&&found[..], Kind::Link, text)
}

/// A `PasswordCheck`, packed. `personal` is one entry a NUL; the e-mail address is empty if unknown.
#[must_use]
#[wasm_bindgen]
pub fn check_password(password: u32, email: u32, personal: u32) -> u32 {
    let given = Given::up_to(personal);
    let words = words(given.part(email, personal));
    let email = given.part(password, email);
    let password = given.part(0, password);
    let email = (!email.is_empty()).then_some(email);
    let found = crate::check_password(password, email, &words);
    answer(&found, Kind::Password, password)
}

/// For each answer a list of `Finding`, packed. `answers` is a question and its answer, and so on;
/// `personal` one entry a NUL, like them.
#[must_use]
#[wasm_bindgen]
pub fn check_recovery_answers(answers: u32, personal: u32) -> u32 {
    let given = Given::up_to(personal);
    let words = words(given.part(answers, personal));
    let answers = given.part(0, answers);
    let mut pairs = Vec::new();
    let mut rest = answers;
    while !rest.is_empty() {
        let (question, behind) = cut(rest, 0);
        let (said, behind) = cut(behind, 0);
        pairs.push((question, said));
        rest = behind;
    }
    let found = crate::check_recovery_answers(&pairs, &words);
    let each = Each(found, pairs.len());
    answer(&each, Kind::RecoveryAnswer, "")
}

/// What was found about each of so many answers.
struct Each(Vec<(usize, Finding)>, usize);

impl Pack for Each {
    fn pack(&self, answer: &mut Answer) {
        answer.length(self.1);
        for place in 0..self.1 {
            let about = || self.0.iter().filter(|(answer, _)| *answer == place);
            answer.length(about().count());
            for (_, finding) in about() {
                finding.pack(answer);
            }
        }
    }
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
pub fn explain(code: u32) -> u32 {
    Code::from_index(code).map_or(0, |code| {
        let kind = code.kind().unwrap_or(ABOUT_NONE);
        answer(&Meaning(Finding::new(code)), kind, "")
    })
}

/// A list of `KindWords`, one for each kind, packed.
#[must_use]
#[wasm_bindgen]
pub fn kinds() -> u32 {
    let all: Vec<_> = Kind::all().map(Words).collect();
    answer(&&all[..], ABOUT_NONE, "")
}

fn context(today: u32) -> Context {
    Context {
        today: Day::from_basic(today),
    }
}
