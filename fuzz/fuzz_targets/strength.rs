//! How many guesses a password holds out.

#![no_main]

prefile_fuzz::target!(strength, TEXT);
