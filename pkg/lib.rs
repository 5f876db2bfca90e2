//! The npm package's module: the core's JavaScript boundary, and nothing of its own.
//!
//! What the core exports to JavaScript is exported by every module that it is linked into.

#[cfg(target_arch = "wasm32")]
use lol_alloc::{FreeListAllocator, LockedAllocator};
use prefile as _;

/// What is given back is overwritten: a password does not stay in the module's memory. A list of free
/// places is quick where few things live at a time, and half as large as the next smaller allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<LockedAllocator<FreeListAllocator>> =
    zeroizing_alloc::ZeroAlloc(LockedAllocator::new(FreeListAllocator::new()));
