//! The word lists: a compressed file inside the crate, unfolded into tries as they are needed.
//!
//! `data/words/README.md` says where the words come from.

pub(crate) mod decode;
pub(crate) mod model;
pub(crate) mod trie;

use std::sync::OnceLock;

use crate::explanation::List;
pub(crate) use decode::Words;

#[cfg(not(feature = "wasm"))]
static BYTES: &[u8] = include_bytes!("../../../data/words/words.bin");
/// JavaScript gives them: they are compressed, and packing the module would only cost time.
#[cfg(feature = "wasm")]
static BYTES: &[u8] = &[];

static WORDS: OnceLock<Words> = OnceLock::new();

/// The lists, read once.
pub(crate) fn words() -> &'static Words {
    WORDS.get_or_init(|| Words::read(BYTES))
}

/// Takes the file, before the first question.
#[cfg(feature = "wasm")]
pub(crate) fn give(file: Vec<u8>) {
    WORDS.get_or_init(|| Words::read(file.leak()));
}

/// The lists in the order of their numbers in the file.
pub(crate) const LISTS: [List; 3] = [List::Passwords, List::Words, List::Names];
