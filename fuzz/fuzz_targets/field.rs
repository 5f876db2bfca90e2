//! What a box wants.

#![no_main]

prefile_fuzz::target!(field, TEXT);
