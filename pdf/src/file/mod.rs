//! A PDF file: its objects, read when they are asked for.
//!
//! Written by hand instead of taking crate `lopdf`, which opens the same files: that one decrypts
//! and parses everything in the file at once, and adds 283 KB (gzip) to a module. Here only what
//! the form's boxes need is read, and a file can make it do no more work than the constants below allow.

mod crypt;
mod filter;
mod object;
mod parse;
mod table;

pub(crate) use object::{Dict, Id, Object};

use crypt::Crypt;
use filter::Undecoded;
use object::Stream;
use parse::Parser;
use std::{
    cell::{Cell, OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
};
use table::{Place, Table};

/// Longest file that is read: forms have one or two megabytes, and people put photographs behind.
pub const LONGEST: usize = 96 << 20;
/// How many bytes all streams together may be decoded to; the I-485's take eight million.
const DECODED: usize = 48 << 20;
/// How many values may be read; the I-485 has fewer than a hundred thousand.
const VALUES: usize = 1_000_000;
/// What may stand behind the mark of an end.
const TAIL: usize = 2048;
/// References that lead to references.
const LONGEST_CHAIN: usize = 16;
/// Objects whose reading needs other objects.
const DEEPEST: usize = 16;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no PDF.
    NotPdf,
    /// It is a PDF that has been damaged: nothing can be found in it.
    Damaged,
    /// It opens with a password only.
    Locked,
    /// It is longer than any form, or would take more memory than any form does.
    TooLarge,
}

/// A file that was opened.
pub(crate) struct File<'b> {
    bytes: &'b [u8],
    table: RefCell<Table>,
    crypt: Option<Crypt>,
    /// Objects that were read.
    objects: RefCell<HashMap<u32, Rc<Object>>>,
    /// Object streams that were decoded.
    containers: RefCell<HashMap<u32, Rc<Container>>>,
    /// The numbers of those being read right now.
    reading: RefCell<Vec<u32>>,
    /// Where objects stand that their table has elsewhere.
    searched: OnceCell<Table>,
    /// How many may still be read.
    values: Cell<usize>,
    decoded: Cell<usize>,
    /// How many bytes may still be searched for the ends of streams.
    seen: Cell<usize>,
    exceeded: Cell<bool>,
}

struct Container {
    content: Vec<u8>,
    /// Each object's number, and where it begins.
    index: Vec<(u32, usize)>,
}

impl<'b> File<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        if bytes.len() > LONGEST {
            return Err(Unreadable::TooLarge);
        }
        let head = bytes
            .windows(5)
            .take(4096)
            .position(|word| word == b"%PDF-");
        let bytes = head
            .and_then(|head| bytes.get(head..))
            .ok_or(Unreadable::NotPdf)?;
        let mut file = Self {
            bytes,
            table: RefCell::default(),
            crypt: None,
            objects: RefCell::default(),
            containers: RefCell::default(),
            reading: RefCell::default(),
            searched: OnceCell::new(),
            values: Cell::new(VALUES),
            decoded: Cell::new(DECODED),
            seen: Cell::new(2 * LONGEST),
            exceeded: Cell::new(false),
        };
        let written = table::written(bytes, |at| {
            let Object::Stream(stream) = file.at(at)?.1 else {
                return None;
            };
            Some((stream.dict.clone(), file.content(&stream, false)?))
        });
        if let Some(written) = written {
            file.table.replace(written);
            file.unlock()?;
        }
        if !file.has_root() {
            file.search()?;
            if !file.has_root() {
                return Err(file.fault());
            }
        }
        Ok(file)
    }

    /// Whether more was wanted than a form takes: what was read is not all there is.
    pub(crate) fn exceeded(&self) -> bool {
        self.exceeded.get()
    }

    /// The catalogue.
    pub(crate) fn root(&self) -> Rc<Object> {
        let root = self.table.borrow().trailer.get("Root").clone();
        self.follow(&root)
    }

    /// The value itself, or what it refers to.
    pub(crate) fn follow(&self, object: &Object) -> Rc<Object> {
        let mut found = match object {
            Object::Reference(id) => self.object(id.0),
            direct => return Rc::new(direct.clone()),
        };
        for _ in 0..LONGEST_CHAIN {
            let Object::Reference(id) = *found else {
                return found;
            };
            found = self.object(id.0);
        }
        Rc::default()
    }

    /// The value of this name, followed.
    pub(crate) fn get(&self, dict: &Dict, name: &str) -> Rc<Object> {
        self.follow(dict.get(name))
    }

    /// What a stream holds.
    pub(crate) fn decoded(&self, object: &Object) -> Option<Vec<u8>> {
        match object {
            Object::Stream(stream) => self.content(stream, true),
            _ => None,
        }
    }

    /// What a stream holds as it is written, only decrypted.
    pub(crate) fn undecoded(&self, object: &Object) -> Option<Vec<u8>> {
        match object {
            Object::Stream(stream) => self.decrypted(stream),
            _ => None,
        }
    }

    /// What stands in its last trailer.
    pub(crate) fn trailer(&self) -> Dict {
        self.table.borrow().trailer.clone()
    }

    /// A number above those of all objects.
    pub(crate) fn free_number(&self) -> u32 {
        let table = self.table.borrow();
        let last = table.places.keys().max().copied().unwrap_or_default();
        last.saturating_add(1)
    }

    pub(crate) fn encrypted(&self) -> bool {
        self.crypt.is_some()
    }

    /// Whether its tables did not tell where something stands, so that it had to be searched for.
    pub(crate) fn searched(&self) -> bool {
        self.searched.get().is_some()
    }

    /// Whether it ends without the mark of an end.
    pub(crate) fn broken_off(&self) -> bool {
        let start = self.bytes.len().saturating_sub(TAIL);
        let end = self.bytes.get(start..).unwrap_or_default();
        !end.windows(5).any(|word| word == b"%%EOF")
    }

    /// `%PDF-1.7`
    pub(crate) fn header(&self) -> &[u8] {
        self.bytes.get(..8).unwrap_or_default()
    }

    fn fault(&self) -> Unreadable {
        if self.exceeded() {
            Unreadable::TooLarge
        } else {
            Unreadable::Damaged
        }
    }

    fn has_root(&self) -> bool {
        let root = self.root();
        let pages = root.dict().map(|root| self.get(root, "Pages"));
        pages.is_some_and(|pages| pages.dict().is_some())
    }

    /// Reads the encryption dictionary, if there is one.
    fn unlock(&mut self) -> Result<(), Unreadable> {
        let trailer = self.table.borrow().trailer.clone();
        let encrypt = self.get(&trailer, "Encrypt");
        let Some(encrypt) = encrypt.dict() else {
            return Ok(());
        };
        let direct =
            |(name, value): &(Vec<u8>, Object)| (name.clone(), (*self.follow(value)).clone());
        let encrypt = Dict(encrypt.0.iter().map(direct).collect());
        let id = self.get(&trailer, "ID");
        let id = self.follow(id.array().first().unwrap_or(&Object::Null));
        let crypt = Crypt::open(&encrypt, id.string().unwrap_or_default());
        self.crypt = Some(crypt.ok_or(Unreadable::Locked)?);
        // What was read before was read without.
        self.objects.borrow_mut().clear();
        self.containers.borrow_mut().clear();
        Ok(())
    }

    /// Finds the objects without the tables.
    fn search(&mut self) -> Result<(), Unreadable> {
        self.crypt = None;
        self.objects.borrow_mut().clear();
        self.containers.borrow_mut().clear();
        self.table.replace(self.found().clone());
        let streams = self.streams_that_hold_others();
        self.unlock()?;
        self.enter_contained(&streams);
        if self.table.borrow().trailer.get("Root") == &Object::Null {
            self.find_root();
        }
        Ok(())
    }

    /// Object streams by number, in the order of the file. Trailers that are streams count as such.
    fn streams_that_hold_others(&self) -> Vec<u32> {
        let mut places: Vec<(usize, u32)> = Vec::new();
        for (number, place) in &self.table.borrow().places {
            if let Place::At(at) = place {
                places.push((*at, *number));
            }
        }
        places.sort_unstable();
        let mut streams = Vec::new();
        for (at, number) in places {
            let Some((_, Object::Stream(stream))) = self.at(at) else {
                continue;
            };
            if stream.dict.get("Type").is_name("ObjStm") {
                streams.push(number);
            } else if stream.dict.get("Type").is_name("XRef") {
                table::join(&mut self.table.borrow_mut().trailer, &stream.dict);
            }
        }
        streams
    }

    fn enter_contained(&self, streams: &[u32]) {
        for number in streams {
            let Some(container) = self.container(*number) else {
                continue;
            };
            let mut table = self.table.borrow_mut();
            for (at, (inner, _)) in container.index.iter().enumerate() {
                let own = Place::Within(*number, at);
                let place = table.places.entry(*inner).or_insert(own);
                if matches!(place, Place::Within(..)) {
                    *place = own;
                }
            }
        }
    }

    /// The last catalogue, where no trailer names one.
    fn find_root(&self) {
        let mut numbers: Vec<u32> = self.table.borrow().places.keys().copied().collect();
        numbers.sort_unstable();
        let is_root = |number: &u32| {
            let object = self.object(*number);
            object
                .dict()
                .is_some_and(|dict| dict.get("Type").is_name("Catalog"))
        };
        if let Some(number) = numbers.into_iter().rfind(is_root) {
            let root = (b"Root".to_vec(), Object::Reference((number, 0)));
            self.table.borrow_mut().trailer.0.push(root);
        }
    }

    fn object(&self, number: u32) -> Rc<Object> {
        if let Some(known) = self.objects.borrow().get(&number) {
            return Rc::clone(known);
        }
        // An object that is needed for its own reading, as a length within itself.
        if self.reading.borrow().contains(&number) || self.reading.borrow().len() == DEEPEST {
            return Rc::default();
        }
        self.reading.borrow_mut().push(number);
        let place = self.table.borrow().places.get(&number).copied();
        let read = match place {
            None | Some(Place::Free) => None,
            Some(Place::At(at)) => {
                self.own(at, number)
                    .or_else(|| match self.found().places.get(&number)? {
                        Place::At(at) => self.own(*at, number),
                        _ => None,
                    })
            }
            Some(Place::Within(container, at)) => self.within(container, at, number),
        };
        self.reading.borrow_mut().pop();
        let read = Rc::new(read.unwrap_or_default());
        self.objects.borrow_mut().insert(number, Rc::clone(&read));
        read
    }

    fn found(&self) -> &Table {
        self.searched.get_or_init(|| table::searched(self.bytes))
    }

    /// The object of this number, if it begins at this byte.
    fn own(&self, at: usize, number: u32) -> Option<Object> {
        let (id, mut object) = self.at(at)?;
        if id.0 != number {
            return None;
        }
        if let Some(crypt) = &self.crypt {
            decrypt(&mut object, crypt, id);
        }
        Some(object)
    }

    /// The object that begins at a byte, as it stands there.
    fn at(&self, at: usize) -> Option<(Id, Object)> {
        let mut parser = self.parser(self.bytes, at);
        let id = parser.header()?;
        let object = parser.object();
        let stream = parser.word("stream");
        self.spend(&parser);
        let Object::Dict(dict) = object else {
            return Some((id, object));
        };
        if !stream {
            return Some((id, Object::Dict(dict)));
        }
        let mut start = parser.at;
        if self.bytes.get(start) == Some(&b'\r') {
            start += 1;
        }
        if self.bytes.get(start) == Some(&b'\n') {
            start += 1;
        }
        let end = self.end_of_stream(&dict, start);
        let stream = Stream {
            dict,
            start,
            end,
            id,
        };
        Some((id, Object::Stream(stream)))
    }

    /// Where its length says, if the stream ends there, or where it is seen to end.
    fn end_of_stream(&self, dict: &Dict, start: usize) -> usize {
        let ends = |end: &usize| Parser::new(self.bytes, *end, 0).word("endstream");
        let length = self.get(dict, "Length").count();
        let end = length.and_then(|length| start.checked_add(length));
        end.filter(ends).unwrap_or_else(|| {
            let rest = self.bytes.get(start..).unwrap_or_default();
            let rest = rest.get(..self.seen.get()).unwrap_or(rest);
            let found = rest.windows(9).position(|word| word == b"endstream");
            let length = found.unwrap_or(rest.len());
            self.seen.set(self.seen.get() - length);
            start + length
        })
    }

    fn within(&self, container: u32, at: usize, number: u32) -> Option<Object> {
        let container = self.container(container)?;
        let by_place = container.index.get(at).filter(|(own, _)| *own == number);
        let by_number = || container.index.iter().find(|(own, _)| *own == number);
        let (_, start) = by_place.or_else(by_number)?;
        let mut parser = self.parser(&container.content, *start);
        let object = parser.object();
        self.spend(&parser);
        Some(object)
    }

    fn container(&self, number: u32) -> Option<Rc<Container>> {
        if let Some(known) = self.containers.borrow().get(&number) {
            return Some(Rc::clone(known));
        }
        let object = self.object(number);
        let Object::Stream(stream) = &*object else {
            return None;
        };
        let first = self.get(&stream.dict, "First").count()?;
        let count = self.get(&stream.dict, "N").count()?;
        let content = self.content(stream, true)?;
        let mut parser = self.parser(&content, 0);
        let mut index = Vec::new();
        for _ in 0..count.min(table::MOST_OBJECTS) {
            let (Some(number), Some(at)) = (parser.whole(), parser.whole()) else {
                break;
            };
            index.push((u32::try_from(number).ok()?, first.saturating_add(at)));
        }
        let container = Rc::new(Container { content, index });
        self.containers
            .borrow_mut()
            .insert(number, Rc::clone(&container));
        Some(container)
    }

    fn content(&self, stream: &Stream, locked: bool) -> Option<Vec<u8>> {
        let plain = if locked {
            self.decrypted(stream)?
        } else {
            self.bytes.get(stream.start..stream.end)?.to_vec()
        };
        let followed = |name: &str| {
            (
                name.as_bytes().to_vec(),
                (*self.get(&stream.dict, name)).clone(),
            )
        };
        let dict = Dict(vec![followed("Filter"), followed("DecodeParms")]);
        let out = filter::decode(&dict, plain, self.decoded.get());
        match &out {
            Ok(out) => self.decoded.set(self.decoded.get() - out.len()),
            Err(Undecoded::TooLarge) => self.exceeded.set(true),
            Err(Undecoded::Unknown) => {}
        }
        out.ok()
    }

    fn decrypted(&self, stream: &Stream) -> Option<Vec<u8>> {
        let bytes = self.bytes.get(stream.start..stream.end)?;
        let is = |name: &str| stream.dict.get("Type").is_name(name);
        Some(match &self.crypt {
            Some(crypt) if !is("XRef") && (crypt.metadata || !is("Metadata")) => {
                crypt.stream(bytes, stream.id)
            }
            _ => bytes.to_vec(),
        })
    }

    fn parser<'p>(&self, bytes: &'p [u8], at: usize) -> Parser<'p> {
        Parser::new(bytes, at, self.values.get())
    }

    fn spend(&self, parser: &Parser) {
        self.values.set(parser.left);
        if parser.left == 0 {
            self.exceeded.set(true);
        }
    }
}

/// As deep as the parser goes.
fn decrypt(object: &mut Object, crypt: &Crypt, id: Id) {
    match object {
        Object::String(bytes) => *bytes = crypt.string(bytes, id),
        Object::Array(all) => {
            for one in all {
                decrypt(one, crypt, id);
            }
        }
        Object::Dict(dict) | Object::Stream(Stream { dict, .. }) => {
            for (_, value) in &mut dict.0 {
                decrypt(value, crypt, id);
            }
        }
        _ => {}
    }
}
