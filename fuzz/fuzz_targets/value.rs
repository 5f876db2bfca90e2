//! Names, addresses, telephone, e-mail, dates, codes.

#![no_main]

prefile_fuzz::target!(value, TEXT);
