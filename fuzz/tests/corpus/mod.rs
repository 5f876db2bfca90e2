//! The kept corpus.

use prefile_fuzz::kept;
use std::{
    fs,
    path::{Path, PathBuf},
};

pub fn path(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// The inputs of a door: the lines of its file; files by themselves.
pub fn inputs(name: &str) -> Vec<Vec<u8>> {
    if let Ok(file) = fs::read_to_string(path(&format!("corpus/{name}.txt"))) {
        return kept(&file).collect();
    }
    let files = fs::read_dir(path(&format!("corpus/{name}"))).expect("a corpus");
    let mut files: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| fs::read(file).expect("its bytes"))
        .collect()
}

/// Says which input it was, when a panic passes.
pub struct Told<'b>(pub &'b str, pub &'b [u8]);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}: {}", self.0, self.1.escape_ascii());
        }
    }
}
