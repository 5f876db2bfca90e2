//! Unpacks the other modules, where they run.
//!
//! Modules stand inline in JavaScript, taken apart into streams of like bytes and packed by LZMA,
//! a sixth smaller than deflated. Browsers cannot unpack synchronously; this module of four
//! kilobytes can, three times faster than the same in JavaScript, which would run before any
//! compiler has warmed up.
//!
//! A packed module is base64 of the length of its streams, four bytes, and of a bare LZMA stream: no
//! header, no end mark, no bits of position; its first byte says how many bits of literal context
//! (`xtask/src/optimise.rs` packs). What comes in is the build's own output. Damaged input gives damaged
//! output, in bounded time; it never panics.

mod base64;
mod decoder;
mod module;

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

pub use base64::from_base64;
pub use decoder::Unpacking;
pub use module::{put_together, take_apart};

/// Never asked, and not in what ships; the usual allocator would leave its messages there.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

/// No module is larger, packed or unpacked: 1.5 MiB. That for PDFs has more than one.
pub const LONGEST: usize = 3 << 19;

/// Where a module is unpacked. It allocates nothing: an allocator is larger than all of this.
struct Room {
    packed: [u8; LONGEST],
    streams: [u8; LONGEST],
    module: [u8; LONGEST],
    unpacking: Unpacking,
}

thread_local! {
    static ROOM: RefCell<Room> = const {
        RefCell::new(Room {
            packed: [0; LONGEST],
            streams: [0; LONGEST],
            module: [0; LONGEST],
            unpacking: Unpacking::new(),
        })
    };
}

/// Where in memory the base64 of a packed module is to be put, up to [`LONGEST`] bytes.
#[must_use]
#[wasm_bindgen]
pub fn packed_at() -> u32 {
    ROOM.with(|room| room.try_borrow().map_or(0, |room| address(&room.packed)))
}

/// Goes on to unpack what was put there until so many bytes are done; where in memory the module is
/// once it is whole, until then 0.
#[must_use]
#[wasm_bindgen]
pub fn unpacked_at(until: u32) -> u32 {
    ROOM.with(|room| {
        let Ok(mut room) = room.try_borrow_mut() else {
            return 0;
        };
        let Room {
            packed,
            streams,
            module,
            unpacking,
        } = &mut *room;
        if !unpacking.is_going() {
            from_base64(packed);
        }
        if let Some((length, packed)) = packed.split_first_chunk()
            && let Some(streams) = streams.get_mut(..u32::from_le_bytes(*length) as usize)
        {
            if !unpacking.go_on(packed, streams, until as usize) {
                return 0;
            }
            put_together(streams, module);
        }
        address(module)
    })
}

fn address(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.as_ptr() as usize).unwrap_or(0)
}
