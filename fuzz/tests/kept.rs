//! What fuzzing found worth keeping, once more through its door.

mod corpus;

use corpus::{Told, inputs, path};
use prefile_fuzz::DOORS;

#[test]
fn every_door_has_its_target() {
    let targets = std::fs::read_dir(path("fuzz_targets")).expect("the targets");
    assert_eq!(targets.count(), DOORS.len());
    for (name, _) in DOORS {
        assert!(path(&format!("fuzz_targets/{name}.rs")).is_file(), "{name}");
    }
}

#[test]
fn what_was_kept() {
    for (name, door) in DOORS {
        let inputs = inputs(name);
        assert!(!inputs.is_empty(), "{name} has no corpus");
        for bytes in inputs {
            let told = Told(name, &bytes);
            door(&bytes);
            drop(told);
        }
    }
}
