//! Every identifier but the zones of passports.

#![no_main]

prefile_fuzz::target!(identifier, TEXT);
