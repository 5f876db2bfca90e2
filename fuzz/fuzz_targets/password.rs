//! The rules of passwords.

#![no_main]

prefile_fuzz::target!(password, TEXT);
