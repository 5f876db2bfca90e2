//! No input takes long: counted steps.
