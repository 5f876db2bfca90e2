//! Crate `lzma-rust2` packs, this one unpacks.

#![allow(missing_docs, reason = "tests document themselves")]

use std::io::Write;

use lzma_rust2::{LzmaOptions, LzmaWriter};
use prefile_unpack::{Odds, unpack};

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (3, 0, 0);
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn unpacked(packed: &[u8], length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    unpack(packed, &mut out, &mut Odds::new());
    out
}

#[track_caller]
fn check(bytes: &[u8]) {
    assert!(unpacked(&packed(bytes), bytes.len()) == bytes);
}

/// The same bytes on every run.
fn noise(length: usize, letters: u64) -> Vec<u8> {
    let mut seed = 1_u64;
    let next = |_| {
        seed = seed * 48_271 % 2_147_483_647;
        u8::try_from(seed % letters).unwrap()
    };
    (0..length).map(next).collect()
}

#[test]
fn what_was_packed_comes_back() {
    check(b"");
    check(b"A");
    check(&vec![7; 100_000]);
    check(&noise(50_000, 4));
    check(&noise(200_000, 256));
    check("An A-Number has 7 to 9 digits. ".repeat(3_000).as_bytes());
    // Distances of every size, some of them repeated.
    let far = noise(300_000, 200);
    let mut mixed = Vec::new();
    for step in 0..400 {
        let from = step * 7_919 % 290_000;
        mixed.extend_from_slice(&far[from..from + 20 + step % 300]);
        mixed.extend_from_slice(&far[..3 + step % 5]);
    }
    check(&[far, mixed].concat());
    check(include_bytes!("../src/decoder.rs"));
}

#[test]
fn odds_are_used_again() {
    let mut odds = Odds::new();
    for text in ["one, one, one", "two"] {
        let mut out = vec![0; text.len()];
        unpack(&packed(text.as_bytes()), &mut out, &mut odds);
        assert_eq!(out, text.as_bytes());
    }
}

#[test]
fn damaged_input_gives_as_many_bytes() {
    let text = "Receipt Number: EAC2212345678. ".repeat(200);
    let whole = packed(text.as_bytes());
    for at in 0..whole.len() {
        assert_eq!(unpacked(&whole[..at], text.len()).len(), text.len());
        let mut turned = whole.clone();
        turned[at] ^= 0x5A;
        assert_eq!(unpacked(&turned, text.len()).len(), text.len());
    }
    for seed in 1..200 {
        let out = unpacked(&noise(400, 256)[seed..], 5_000);
        assert_eq!(out.len(), 5_000);
    }
    assert_eq!(unpacked(&[255; 64], 1_000).len(), 1_000);
}
