//! The definitions of the tree.

use std::path::Path;

use prefile::form::read;
use prefile_compiler::{Compiled, compile, compile_all};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn all() -> Vec<Compiled> {
    compile_all(root()).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("\n{}", faults.join("\n"))
    })
}

#[test]
fn every_definition_compiles_and_reads_as_itself() {
    let all = all();
    assert!(all.len() >= 2);
    for compiled in all {
        let id = &compiled.definition.id;
        assert_eq!(
            read(&compiled.pack()).as_ref(),
            Ok(&compiled.definition),
            "{id}"
        );
        let alone = compile(root(), Path::new(&compiled.file));
        assert_eq!(alone.as_ref(), Ok(&compiled), "{id}");
        println!("{id}: {} bytes", compiled.pack().len());
    }
}
