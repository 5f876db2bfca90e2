//! The package as it ships, called from Rust through the real boundary: in Node, Chromium and
//! Firefox. `cargo xtask test --only wasm` builds `pkg/dist` and runs this.
#![cfg(target_arch = "wasm32")]

mod checks;
mod drafts;
mod hostile;
mod package;
mod shapes;
