//! Every developer's command: `cargo xtask help`.
fn main() {}
