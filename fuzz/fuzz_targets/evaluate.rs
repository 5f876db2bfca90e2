//! Definitions with answers.

#![no_main]

prefile_fuzz::target!(evaluate, TEXT);
