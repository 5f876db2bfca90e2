//! What the boxes of several files say of people.

#![no_main]

prefile_fuzz::target!(packet, TEXT);
