//! Checks one value and says what is wrong, in English or Spanish:
//!
//! ```sh
//! cargo run --example check -- a-number "A 012 345 67" es
//! ```

use prefile::{
    Context, Kind, check,
    message::{Catalogue, message},
};

fn main() {
    let mut asked = std::env::args().skip(1);
    let (kind, typed) = (asked.next(), asked.next().unwrap_or_default());
    let Some(kind) = kind.and_then(|id| Kind::from_id(&id)) else {
        let kinds: Vec<&str> = Kind::all().map(Kind::id).collect();
        eprintln!("check KIND TEXT [es]; KIND is one of {}", kinds.join(", "));
        std::process::exit(2);
    };
    let texts = match asked.next().as_deref() {
        Some("es") => Catalogue::spanish(),
        _ => Catalogue::english(),
    };
    let check = check(kind, &typed, Context::default());
    if let Some(display) = &check.display {
        println!("{display}");
    }
    for finding in &check.findings {
        let said = message(finding, kind, &texts);
        println!("{} {}: {said}", finding.severity(), finding.code);
    }
    std::process::exit(i32::from(!check.ok()));
}
