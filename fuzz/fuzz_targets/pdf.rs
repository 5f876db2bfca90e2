//! PDF files.

#![no_main]

prefile_fuzz::target!(pdf, FILE);
