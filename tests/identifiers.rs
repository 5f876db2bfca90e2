//! Every identifier's table.

mod support;

#[path = "identifier/a_number.rs"]
mod a_number;
#[path = "identifier/online_account_number.rs"]
mod online_account_number;
#[path = "identifier/receipt_number.rs"]
mod receipt_number;
#[path = "identifier/ssn.rs"]
mod ssn;
