//! The JavaScript boundary: the only place that knows JavaScript. `pkg/src/pdf.ts` guards what goes in.

use crate::{Code, Existing, Fault, Order, OtherEdition, Speech, Statement, fault::Words};
use prefile::{Context, Day, form::Packet, message::Catalogue};
use rlsf::GlobalTlsf;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroizing_alloc::ZeroAlloc;

/// What is freed is overwritten: nothing of a file stays in memory.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<GlobalTlsf> = ZeroAlloc(GlobalTlsf::new());

thread_local! {
    static LANGUAGES: RefCell<Vec<(Catalogue, Words)>> = const { RefCell::new(Vec::new()) };
}

/// Takes the texts of a language, the core's and this module's; nothing if they were made for another
/// version. The number is the language's.
#[must_use]
#[wasm_bindgen]
pub fn load_texts(core: String, own: &str) -> Option<u32> {
    let language = (Catalogue::new(core).ok()?, Words::new(own).ok()?);
    LANGUAGES.with_borrow_mut(|all| {
        all.push(language);
        u32::try_from(all.len() - 1).ok()
    })
}

/// What a file holds and what is wrong with it, on a day such as 20261122, in the language of the loaded
/// texts: JSON. Packs come one after the other, with the length of each.
#[must_use]
#[wasm_bindgen]
pub fn open(bytes: &[u8], packs: &[u8], lengths: &[u32], today: u32, locale: u32) -> String {
    let context = Context {
        today: Day::from_basic(today),
    };
    let mut rest = packs;
    let packs: Vec<&[u8]> = lengths
        .iter()
        .map_while(|length| rest.split_off(..*length as usize))
        .collect();
    let packet = Packet::read(&packs);
    in_words(locale, |speech| {
        crate::opened(bytes, packet.definitions(), context, speech)
    })
}

/// Writes into a file: the names of boxes and their values, one after the other, a NUL between. They are
/// meant for the edition of this day of a form, if that is named; of `how` the first bit replaces other answers,
/// the second fills another edition, too, as far as that is sure. The filled file as [`crate::filled`] has it.
#[must_use]
#[wasm_bindgen]
pub fn fill(
    bytes: &[u8],
    values: &str,
    form: &str,
    edition: u32,
    how: u32,
    locale: u32,
) -> Vec<u8> {
    let values: Vec<&str> = values.split('\0').collect();
    let pairs = values.as_chunks::<2>().0.iter();
    let values: Vec<(&str, &str)> = pairs.map(|[name, value]| (*name, *value)).collect();
    let existing = if how & 1 == 1 {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let order = Order {
        values: &values,
        form: Day::from_basic(edition).map(|edition| (form, edition)),
        existing,
        other: if how & 2 == 2 {
            OtherEdition::Surely
        } else {
            OtherEdition::Refuse
        },
    };
    in_words(locale, |speech| crate::filled(bytes, order, speech))
}

/// What files say of one person otherwise, on a day such as 20261122: statements as [`Statement::read`]
/// wants them, and JSON as [`crate::compared`] has it.
#[must_use]
#[wasm_bindgen]
pub fn compare(statements: &str, today: u32, locale: u32) -> String {
    let context = Context {
        today: Day::from_basic(today),
    };
    let statements = Statement::read(statements);
    in_words(locale, |speech| {
        crate::compared(&statements, context, speech)
    })
}

/// What the core's code at this place means, or this module's with this name: JSON as [`crate::explained`]
/// has it.
#[must_use]
#[wasm_bindgen]
pub fn explain(core: u32, id: &str, locale: u32) -> String {
    let core = prefile::Code::from_index(core);
    in_words(locale, |speech| crate::explained(core, id, speech))
}

/// What is said of a file that is not read: it is too large, or (0) no file at all.
#[must_use]
#[wasm_bindgen]
pub fn refuse(length: u32, locale: u32) -> String {
    let code = match length {
        0 => Code::PdfNotAPdf,
        _ => Code::PdfTooLarge,
    };
    in_words(locale, |speech| crate::refused(Fault::new(code), speech))
}

fn in_words<Said>(locale: u32, say: impl FnOnce(&Speech) -> Said) -> Said {
    LANGUAGES.with_borrow(|all| {
        let language = all.get(locale as usize).or(all.first());
        let none = (Catalogue::default(), Words::default());
        let (core, own) = language.unwrap_or(&none);
        say(&Speech { core, own })
    })
}
