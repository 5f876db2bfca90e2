//! The npm package's module: the core's JavaScript boundary, and nothing of its own.
//!
//! What the core exports to JavaScript is exported by every module that it is linked into.

use prefile as _;

/// What is given back is overwritten: a password does not stay in the module's memory. The usual
/// allocator is as quick and a kilobyte larger.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<rlsf::GlobalTlsf> =
    zeroizing_alloc::ZeroAlloc(rlsf::GlobalTlsf::new());
