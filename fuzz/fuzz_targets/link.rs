//! Whose a link is.

#![no_main]

prefile_fuzz::target!(link, TEXT);
