//! What a box wants: official forms, other sites, and what holds of every field.

#[path = "field/boxes.rs"]
mod boxes;
#[path = "field/json.rs"]
mod json;
#[path = "field/wordings.rs"]
mod wordings;
