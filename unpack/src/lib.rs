//! Unpacks the other modules, where they run.
//!
//! Modules stand inline in JavaScript and are packed by LZMA, an eighth smaller than deflated.
//! Browsers cannot unpack synchronously; this module of two kilobytes can, three times faster than
//! the same in JavaScript, which would run before any compiler has warmed up.
//!
//! The stream is bare: no header, no end mark, three bits of literal context, no bits of position
//! (`xtask/src/optimise.rs` packs). What comes in is the build's own output. Damaged input gives
//! damaged output, in bounded time; it never panics.

mod decoder;

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

pub use decoder::{Odds, unpack};

/// No module is larger, packed or unpacked: 1 MiB.
pub const LONGEST: usize = 1 << 20;

/// Where a module is unpacked. It allocates nothing: an allocator is larger than all of this.
struct Room {
    packed: [u8; LONGEST],
    unpacked: [u8; LONGEST],
    odds: Odds,
}

thread_local! {
    static ROOM: RefCell<Room> = const {
        RefCell::new(Room {
            packed: [0; LONGEST],
            unpacked: [0; LONGEST],
            odds: Odds::new(),
        })
    };
}

/// Where in memory the packed bytes are to be put, up to [`LONGEST`].
#[must_use]
#[wasm_bindgen]
pub fn packed_at() -> u32 {
    ROOM.with(|room| room.try_borrow().map_or(0, |room| address(&room.packed)))
}

/// Unpacks `length` bytes, and says where in memory they are.
#[must_use]
#[wasm_bindgen]
pub fn unpack_there(length: u32) -> u32 {
    ROOM.with(|room| {
        let Ok(mut room) = room.try_borrow_mut() else {
            return 0;
        };
        let Room {
            packed,
            unpacked,
            odds,
        } = &mut *room;
        if let Some(unpacked) = unpacked.get_mut(..length as usize) {
            unpack(packed, unpacked, odds);
        }
        address(unpacked)
    })
}

fn address(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.as_ptr() as usize).unwrap_or(0)
}
