//! Machine-readable zones.

#![no_main]

prefile_fuzz::target!(mrz, TEXT);
