//! Every identifier's table.

mod support;

#[path = "identifier/a_number.rs"]
mod a_number;
#[path = "identifier/certificate_number.rs"]
mod certificate_number;
#[path = "identifier/class_of_admission.rs"]
mod class_of_admission;
#[path = "identifier/ds160_confirmation.rs"]
mod ds160_confirmation;
#[path = "identifier/dv_case_number.rs"]
mod dv_case_number;
#[path = "identifier/ead_category.rs"]
mod ead_category;
#[path = "identifier/ein.rs"]
mod ein;
#[path = "identifier/form_number.rs"]
mod form_number;
#[path = "identifier/i94_number.rs"]
mod i94_number;
#[path = "identifier/itin.rs"]
mod itin;
#[path = "identifier/mrz.rs"]
mod mrz;
#[path = "identifier/mrz_repair.rs"]
mod mrz_repair;
#[path = "identifier/nvc_case_number.rs"]
mod nvc_case_number;
#[path = "identifier/online_account_number.rs"]
mod online_account_number;
#[path = "identifier/passport_number.rs"]
mod passport_number;
#[path = "identifier/receipt_number.rs"]
mod receipt_number;
#[path = "identifier/said.rs"]
mod said;
#[path = "identifier/sevis_id.rs"]
mod sevis_id;
#[path = "identifier/ssn.rs"]
mod ssn;
#[path = "identifier/visa_number.rs"]
mod visa_number;
