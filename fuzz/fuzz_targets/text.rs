//! Cleaning.

#![no_main]

prefile_fuzz::target!(text, TEXT);
