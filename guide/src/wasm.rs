//! The JavaScript boundary: the only place that knows JavaScript. `pkg/src/guide.ts` guards what goes
//! in.

use crate::Words;
use prefile::{Context, Day, form::Packet, message::Catalogue};
use rlsf::GlobalTlsf;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroizing_alloc::ZeroAlloc;

/// What is freed is overwritten: no answer stays in memory.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<GlobalTlsf> = ZeroAlloc(GlobalTlsf::new());

thread_local! {
    static TEXTS: RefCell<Vec<Catalogue>> = const { RefCell::new(Vec::new()) };
    static PACKETS: RefCell<Vec<Packet>> = const { RefCell::new(Vec::new()) };
}

/// Takes the core's texts of a language; nothing if they were made for another version.
#[must_use]
#[wasm_bindgen]
pub fn load_texts(texts: String) -> Option<u32> {
    let catalogue = Catalogue::new(texts).ok()?;
    TEXTS.with_borrow_mut(|all| put(all, catalogue))
}

/// Takes packs together: one after the other, with the length of each. The number is the packet's.
#[must_use]
#[wasm_bindgen]
pub fn load_packs(bytes: &[u8], lengths: &[u32]) -> Option<u32> {
    let mut rest = bytes;
    let packs = lengths.iter().map(|length| {
        let (pack, behind) = rest
            .split_at_checked(*length as usize)
            .unwrap_or((rest, &[]));
        rest = behind;
        pack
    });
    let packs: Vec<&[u8]> = packs.collect();
    PACKETS.with_borrow_mut(|all| put(all, Packet::read(&packs)))
}

/// Forgets all packets; their numbers begin again.
#[wasm_bindgen]
pub fn forget_packs() {
    PACKETS.with_borrow_mut(Vec::clear);
}

fn put<One>(all: &mut Vec<One>, one: One) -> Option<u32> {
    all.push(one);
    u32::try_from(all.len() - 1).ok()
}

/// What a packet comes to with answers ([`crate::answers`] reads them), on a day such as 20261122,
/// in the language of the loaded texts: JSON.
#[must_use]
#[wasm_bindgen]
pub fn evaluate(packet: u32, flat: &str, today: u32, locale: u32, show: &str) -> String {
    let context = Context {
        today: Day::from_basic(today),
    };
    PACKETS.with_borrow(|packets| {
        let nothing = Packet::default();
        let packet = packets.get(packet as usize).unwrap_or(&nothing);
        TEXTS.with_borrow(|texts| {
            let none = Catalogue::default();
            let catalogue = texts
                .get(locale as usize)
                .or(texts.first())
                .unwrap_or(&none);
            let words = Words {
                catalogue,
                language: catalogue.language(),
            };
            crate::evaluate(packet, flat, context, &words, show)
        })
    })
}
