//! Numbers in running text.

#![no_main]

prefile_fuzz::target!(scan, TEXT);
