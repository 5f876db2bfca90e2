//! Small files that the tests make themselves: every way a file can be written, and what hostile
//! or damaged ones come to.

mod chance;
mod copies;
mod fill;
mod hostile;
mod maker;
mod sheet;
mod written;
