//! Definitions as bytes.

#![no_main]

prefile_fuzz::target!(pack, TEXT);
