//! Packs: written and read again, and damaged in every place.

mod support;

use std::path::Path;

use prefile::{
    Context,
    form::{Answers, Damaged, Packet, read},
};
use prefile_compiler::{Compiled, compile, compile_all};
use support::compiled;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The definitions of the tree, and the made-up one.
fn all() -> Vec<Compiled> {
    let mut all =
        compile_all(root()).unwrap_or_else(|faults| panic!("\n{}", support::shown(&faults)));
    assert!(all.len() >= 2);
    all.push(made_up());
    all
}

fn made_up() -> Compiled {
    compiled("", "", "").expect("it has no faults")
}

#[test]
fn every_definition_of_the_tree_compiles_alone_too() {
    for compiled in compile_all(root()).expect("they have no faults") {
        assert_eq!(compile(root(), Path::new(&compiled.file)), Ok(compiled));
    }
}

#[test]
fn every_pack_reads_as_what_was_written() {
    for compiled in all() {
        assert_eq!(read(&compiled.pack()), Ok(compiled.definition));
    }
}

#[test]
fn a_damaged_pack_is_not_read() {
    for compiled in all() {
        let pack = compiled.pack();
        // Every place of a small one, and some thousands of a large one; an odd step meets every bit.
        let places = || (0..pack.len()).step_by(pack.len() / 4_000 * 2 + 1);
        for length in places() {
            assert_eq!(read(&pack[..length]), Err(Damaged), "{length} bytes");
        }
        for place in places() {
            let mut damaged = pack.clone();
            damaged[place] ^= 1 << (place % 8);
            assert_eq!(read(&damaged), Err(Damaged), "byte {place}");
        }
        assert_eq!(read(&[pack, vec![0]].concat()), Err(Damaged), "a byte more");
    }
}

/// Somebody may repair the checksum of what they changed: then it is read as what it says, or not at
/// all, and whatever was read can be filled.
#[test]
fn a_forged_pack_is_no_danger() {
    let pack = made_up().pack();
    let mut read_all = 0;
    for place in 8..pack.len() {
        for change in [1, 2, 127, 128, 255] {
            let mut forged = pack.clone();
            forged[place] ^= change;
            let sum = forged[8..].iter().fold(0x811c_9dc5, |sum: u32, byte| {
                (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
            });
            forged[4..8].copy_from_slice(&sum.to_le_bytes());
            if let Ok(definition) = read(&forged) {
                read_all += 1;
                let packet = Packet::new(vec![definition]);
                let _ = packet.evaluate(&Answers::default(), Context::default());
            }
        }
    }
    // Letters of texts may be any.
    assert!(read_all > pack.len(), "{read_all} of {} bytes", pack.len());
}

/// The one that the page's tests fill in, in the place of Form G-1145.
#[test]
fn the_pack_of_the_browser_tests_is_the_one_of_its_definition() {
    let trial = root().join("tests/browser/trial");
    let compiled = compile(&trial, Path::new("forms/g-1145.toml"));
    let compiled = compiled.unwrap_or_else(|faults| panic!("\n{}", support::shown(&faults)));
    let file = trial.join("g-1145.pack");
    if std::fs::read(&file).ok() != Some(compiled.pack()) {
        std::fs::write(&file, compiled.pack()).expect("the pack is written");
        panic!(
            "{} is written anew: run the page's tests with it",
            file.display()
        );
    }
}
