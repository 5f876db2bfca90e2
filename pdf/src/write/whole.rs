//! A file written whole: everything that its catalogue leads to, decrypted, each object under its own
//! number. What nothing leads to any more is left out.

use super::serial::{dictionary, serial};
use crate::file::{Dict, File, Object};
use md5::{Digest, Md5};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

/// How many objects one stream holds.
const TOGETHER: usize = 200;
/// How hard streams are pressed: what more would save, it would take as long again.
const PRESSED: u8 = 3;
/// Bytes of a place in the file.
const WIDTH: usize = 4;

/// An object in place of one that was read, or besides.
enum Changed {
    Value(Object),
    Stream(Dict, Vec<u8>),
}

/// A file with changes that are not written yet.
pub(super) struct Draft<'f> {
    file: &'f File<'f>,
    changed: HashMap<u32, Changed>,
    next: u32,
}

impl<'f> Draft<'f> {
    pub(super) fn of(file: &'f File<'f>) -> Self {
        Self {
            file,
            changed: HashMap::new(),
            next: file.free_number(),
        }
    }

    /// The value as it will be written.
    pub(super) fn follow(&self, object: &Object) -> Rc<Object> {
        let number = object.reference().map(|id| id.0);
        match number.and_then(|number| self.changed.get(&number)) {
            Some(Changed::Value(value)) => Rc::new(value.clone()),
            Some(Changed::Stream(dict, _)) => Rc::new(Object::Dict(dict.clone())),
            None => self.file.follow(object),
        }
    }

    pub(super) fn put(&mut self, number: u32, value: Object) {
        self.changed.insert(number, Changed::Value(value));
    }

    /// A new stream: a reference to it.
    pub(super) fn add_stream(&mut self, dict: Dict, content: Vec<u8>) -> Object {
        let number = self.next;
        self.next += 1;
        self.changed.insert(number, Changed::Stream(dict, content));
        Object::Reference((number, 0))
    }

    /// The whole file; `None` if something in it is damaged.
    pub(super) fn write(mut self) -> Option<Vec<u8>> {
        let old = self.file.trailer();
        let mut trailer = Dict::default();
        for name in ["Root", "Info"] {
            let value = old.get(name);
            if *value != Object::Null {
                trailer.set(name, value.clone());
            }
        }
        let numbers = self.reached(&trailer);
        let mut out = Written::new(self.file.header());
        let mut together = Vec::new();
        for number in numbers {
            let reference = Object::Reference((number, 0));
            match self.changed.remove(&number) {
                Some(Changed::Value(value)) => together.push((number, Rc::new(value))),
                Some(Changed::Stream(dict, content)) => out.stream(number, dict, &content),
                None => {
                    let value = self.file.follow(&reference);
                    if let Object::Stream(stream) = &*value {
                        let content = self.file.undecoded(&value)?;
                        out.stream(number, stream.dict.clone(), &content);
                    } else {
                        together.push((number, value));
                    }
                }
            }
        }
        for some in together.chunks(TOGETHER) {
            out.together(self.next, some);
            self.next += 1;
        }
        let digest = Md5::digest(&out.bytes).to_vec();
        let first = self.file.follow(old.get("ID"));
        let first = first.array().first().map(|first| self.file.follow(first));
        let first = first.as_ref().and_then(|first| first.string());
        let first = first.map_or_else(|| digest.clone(), <[u8]>::to_vec);
        let id = [first, digest].map(Object::String);
        trailer.set("ID", Object::Array(id.into()));
        out.end(self.next, trailer)
    }

    /// The numbers of everything that a dictionary leads to.
    fn reached(&self, from: &Dict) -> Vec<u32> {
        let mut seen = HashSet::new();
        let mut rest = Vec::new();
        references(&Object::Dict(from.clone()), &mut rest);
        while let Some(number) = rest.pop() {
            if !seen.insert(number) {
                continue;
            }
            match self.changed.get(&number) {
                Some(Changed::Value(value)) => references(value, &mut rest),
                Some(Changed::Stream(dict, _)) => {
                    references(&Object::Dict(dict.clone()), &mut rest);
                }
                None => references(
                    &self.file.follow(&Object::Reference((number, 0))),
                    &mut rest,
                ),
            }
        }
        let mut numbers: Vec<u32> = seen.into_iter().collect();
        numbers.sort_unstable();
        numbers
    }
}

/// The objects that a value names. A stream's length is written anew.
fn references(value: &Object, found: &mut Vec<u32>) {
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        match value {
            Object::Reference((number, _)) => found.push(*number),
            Object::Array(all) => rest.extend(all),
            Object::Dict(dict) => rest.extend(dict.iter().map(|(_, value)| value)),
            Object::Stream(stream) => {
                let kept = stream.dict.iter().filter(|(name, _)| name != b"Length");
                rest.extend(kept.map(|(_, value)| value));
            }
            _ => {}
        }
    }
}

/// Where an object was written.
#[derive(Clone, Copy)]
enum At {
    Byte(usize),
    /// In a stream of objects, as which of them.
    Within(u32, usize),
}

/// Bytes of a file that is being written.
pub(super) struct Written {
    bytes: Vec<u8>,
    places: Vec<(u32, At)>,
}

impl Written {
    pub(super) fn new(header: &[u8]) -> Self {
        // Streams of objects came with 1.5.
        let header = header.max(b"%PDF-1.5");
        Self {
            bytes: [header, b"\n%\xe2\xe3\xcf\xd3\n"].concat(),
            places: Vec::new(),
        }
    }

    pub(super) fn stream(&mut self, number: u32, mut dict: Dict, content: &[u8]) {
        dict.set("Length", whole(content.len()));
        self.places.push((number, At::Byte(self.bytes.len())));
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        dictionary(&dict, &mut self.bytes);
        self.bytes.extend(b"\nstream\n");
        self.bytes.extend(content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    /// Objects without streams of their own, in one.
    pub(super) fn together(&mut self, number: u32, all: &[(u32, Rc<Object>)]) {
        let (mut index, mut content) = (Vec::new(), Vec::new());
        for (at, (own, value)) in all.iter().enumerate() {
            self.places.push((*own, At::Within(number, at)));
            index.extend(format!("{own} {} ", content.len()).bytes());
            serial(value, &mut content);
            content.push(b'\n');
        }
        let dict = Dict::from([
            ("Type", name("ObjStm")),
            ("N", whole(all.len())),
            ("First", whole(index.len())),
            ("Filter", name("FlateDecode")),
        ]);
        let content = [index, content].concat();
        self.stream(number, dict, &compress_to_vec_zlib(&content, PRESSED));
    }

    /// The table of all places, and where it stands; `None` if the file is too long for it.
    pub(super) fn end(mut self, number: u32, mut trailer: Dict) -> Option<Vec<u8>> {
        let start = self.bytes.len();
        self.places.push((number, At::Byte(start)));
        self.places.sort_unstable_by_key(|(number, _)| *number);
        let mut rows = row(0, 0, 0xffff)?;
        let mut runs = vec![(0, 1)];
        for (number, at) in &self.places {
            rows.extend(match *at {
                At::Byte(at) => row(1, at, 0)?,
                At::Within(stream, at) => row(2, usize::try_from(stream).ok()?, at)?,
            });
            match runs.last_mut() {
                Some((first, count)) if *first + *count == *number => *count += 1,
                _ => runs.push((*number, 1)),
            }
        }
        let runs = runs.iter().flat_map(|(first, count)| [*first, *count]);
        let runs = runs.map(|number| Object::Integer(number.into())).collect();
        let widths = [1, WIDTH, 2].map(whole).into();
        trailer.set("Type", name("XRef"));
        trailer.set("Size", Object::Integer(i64::from(number) + 1));
        trailer.set("Index", Object::Array(runs));
        trailer.set("W", Object::Array(widths));
        trailer.set("Filter", name("FlateDecode"));
        // It stands where its own row says.
        self.stream(number, trailer, &compress_to_vec_zlib(&rows, PRESSED));
        self.bytes
            .extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        Some(self.bytes)
    }
}

fn row(kind: u8, one: usize, other: usize) -> Option<Vec<u8>> {
    let one = u32::try_from(one).ok()?.to_be_bytes();
    let other = u16::try_from(other).ok()?.to_be_bytes();
    Some([&[kind], &one[..], &other].concat())
}

fn whole(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}
