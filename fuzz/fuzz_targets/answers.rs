//! Answers as JavaScript hands them over.

#![no_main]

prefile_fuzz::target!(answers, TEXT);
