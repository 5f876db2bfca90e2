//! Crate `lzma-rust2` packs, this one unpacks; modules come apart and together.

#![allow(missing_docs, reason = "tests document themselves")]

use std::io::Write;

use lzma_rust2::{LzmaOptions, LzmaWriter};
use prefile_unpack::{Unpacking, from_base64, put_together, take_apart};

fn packed(bytes: &[u8]) -> Vec<u8> {
    packed_with(1, bytes)
}

/// With so many bits of literal context.
fn packed_with(context: u8, bytes: &[u8]) -> Vec<u8> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (context.into(), 0, 0);
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false).unwrap();
    writer.write_all(bytes).unwrap();
    let mut packed = writer.finish().unwrap();
    packed[0] = context;
    packed
}

fn unpacked(packed: &[u8], length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    assert!(Unpacking::new().go_on(packed, &mut out, length));
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
    let text = include_bytes!("../src/decoder.rs");
    for context in 0..=3 {
        assert!(unpacked(&packed_with(context, text), text.len()) == text);
    }
}

#[test]
fn in_parts_it_is_the_same() {
    let text = include_bytes!("../src/decoder.rs");
    let packed = packed(text);
    for part in [1, 7, 1_000, text.len() - 1] {
        let mut out = vec![0; text.len()];
        let mut unpacking = Unpacking::new();
        let mut until = part;
        while !unpacking.go_on(&packed, &mut out, until) {
            // A copy may reach further.
            assert_eq!(
                out.get(until + 300..)
                    .unwrap_or_default()
                    .iter()
                    .max()
                    .unwrap_or(&0),
                &0
            );
            until += part;
        }
        assert!(out == text, "{part} bytes a part");
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

/// A module with every sort of operand: WebAssembly's magic number and version, types, one function
/// whose body is `instructions`, and a section of its own name.
fn module(instructions: &[u8]) -> Vec<u8> {
    let mut out = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0".to_vec();
    // Two locals of type i32 in one group.
    let mut body = vec![1, 2, 0x7F];
    body.extend_from_slice(instructions);
    body.push(0x0B);
    let length = u8::try_from(body.len()).unwrap();
    assert!(length < 100, "lengths of one byte");
    out.extend([10, length + 2, 1, length]);
    out.extend(body);
    out.extend(b"\0\x05\x04name");
    out
}

fn together(streams: &[u8]) -> Vec<u8> {
    let mut module = vec![0; 10_000];
    let length = put_together(streams, &mut module);
    module.truncate(length);
    module
}

#[test]
fn a_module_comes_together_as_it_was() {
    let operands: [&[u8]; 12] = [
        &[0x02, 0x40, 0x0C, 0x00, 0x0B],
        &[0x03, 0x40, 0x0B, 0x41, 0x00, 0x04, 0x40, 0x05, 0x0B],
        &[0x41, 0x00, 0x0E, 0x02, 0x00, 0x00, 0x00],
        &[0x10, 0x80, 0x01],
        &[0x11, 0x00, 0x00],
        &[0x20, 0x00, 0x21, 0x01, 0x22, 0x01, 0x23, 0x00, 0x24, 0x00],
        &[0x28, 0x02, 0x90, 0x80, 0x04, 0x36, 0x02, 0x08],
        &[0x3F, 0x00, 0x40, 0x00, 0xD0, 0x70, 0xD2, 0x00],
        &[0x41, 0xC0, 0xBB, 0x78, 0x42, 0x7F],
        &[
            0x43, 0x0B, 0x0B, 0x0B, 0x0B, 0x44, 1, 2, 3, 4, 5, 6, 7, 0x0B,
        ],
        &[0xFC, 0x0A, 0x00, 0x00, 0xFC, 0x0B, 0x00, 0xFC, 0x02],
        &[0x1C, 0x01, 0x7F, 0x1A],
    ];
    for instructions in operands
        .iter()
        .copied()
        .chain([operands.concat().as_slice()])
    {
        let whole = module(instructions);
        let streams = take_apart(&whole);
        let back = together(&streams);
        // Lengths are padded, alignments are nought; the rest is there, in its place.
        assert_eq!(take_apart(&back), streams);
        assert_eq!(back.get(..19), whole.get(..19));
        assert_eq!(back.len(), whole.len() + 8);
        let body = |module: &[u8], start: usize| {
            let end = module.len() - 7;
            let mut body = module[start..end].to_vec();
            for access in [0x28, 0x36] {
                if let Some(at) = body.windows(2).position(|pair| pair == [access, 2]) {
                    body[at + 1] = 0;
                }
            }
            body
        };
        assert_eq!(body(&back, 30), body(&whole, 22), "{instructions:x?}");
        assert_eq!(&back[back.len() - 7..], b"\0\x05\x04name");
    }
}

#[test]
fn a_damaged_module_is_put_together_too() {
    let streams = take_apart(&module(&[0x41, 0x00, 0x28, 0x02, 0x04, 0x1A]));
    for at in 0..streams.len() {
        for byte in [0, 0x7F, 0xFF] {
            let mut damaged = streams.clone();
            damaged[at] = byte;
            let mut out = vec![0; 300];
            put_together(&damaged, &mut out);
            put_together(&damaged[..at], &mut out);
            let _ = take_apart(&damaged);
        }
    }
}

#[test]
fn base64_is_read() {
    for (text, bytes) in [
        ("", &b""[..]),
        ("AGFzbQEAAAA=", b"\0asm\x01\0\0\0"),
        ("Zm9vYmFy", b"foobar"),
        ("+/+/", b"\xfb\xff\xbf"),
        ("Zm8=", b"fo"),
        ("Z", b"d"),
    ] {
        let mut place = text.as_bytes().to_vec();
        place.push(0);
        from_base64(&mut place);
        assert_eq!(place.get(..bytes.len()), Some(bytes), "{text}");
    }
}
