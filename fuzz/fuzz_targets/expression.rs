//! Conditions.

#![no_main]

prefile_fuzz::target!(expression, TEXT);
