//! Where the boxes of a form stand, as a table of `data/places/`: `places FORM.pdf`. To be run when a
//! definition of a new edition is made.

use prefile_pdf::{Form, Identity, Place};
use std::{env, fs, process::ExitCode};

fn main() -> ExitCode {
    let Some(path) = env::args().nth(1) else {
        eprintln!("places FORM.pdf");
        return ExitCode::FAILURE;
    };
    let form = Form::open(&fs::read(path).expect("the form")).expect("a form");
    let identity = Identity::of(&form);
    let (id, edition) = identity.main().map_or(("?", "?".to_owned()), |own| {
        (own.form.as_str(), own.edition.iso())
    });
    println!(
        "# {id}, edition {edition}: where each box is printed, for finding it in another edition. Facts about the"
    );
    println!(
        "# form, made by `cargo run -p prefile-pdf --example places`; of its words there is a number."
    );
    println!("box\tpage\tpart\titem\tleft\ttop\tshape\twords");
    for place in Place::all(&form) {
        println!("{}", place.row());
    }
    ExitCode::SUCCESS
}
