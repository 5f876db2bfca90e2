//! A module taken apart into streams of like bytes, which pack a tenth smaller, and put together
//! again. Both ways are one walk through the module ([`walk`]), so they cannot differ.
//!
//! Left out is what the instructions say themselves: how long functions are (put together, lengths
//! are padded), and the alignment of memory accesses, which is a hint that browsers overlook.
//!
//! Source: WebAssembly Core Specification 2.0, chapter 5 (read 2026-11-22).

/// What the bytes of a stream have in common.
#[derive(Clone, Copy)]
enum Stream {
    /// Everything outside of functions.
    Outside,
    /// With what they call.
    Instructions,
    Declarations,
    /// The types of blocks.
    Blocks,
    Branches,
    /// That are read.
    Locals,
    /// That are written.
    Results,
    Globals,
    Constants,
    LongConstants,
    /// Of memory accesses.
    Offsets,
    Others,
}

const STREAMS: usize = 12;
/// The lengths of the streams, which stand in front of them.
const HEAD: usize = 4 * STREAMS;
/// A length where it is padded.
const PADDED: usize = 5;

const CODE: u8 = 10;

/// Who is led through a module.
trait Walker {
    /// Carries a byte over, and says which.
    fn byte(&mut self, stream: Stream) -> u8;
    /// Passes a number that is left out.
    fn left_out(&mut self);
    /// Passes the length of something that begins here.
    fn begin(&mut self) -> usize;
    /// What began at `start` ends.
    fn end(&mut self, start: usize);
    /// Whether the module has no more sections.
    fn is_done(&self) -> bool;
    /// Whether there are no more bytes, or no more room.
    fn is_at_end(&self) -> bool;
}

fn walk(walker: &mut impl Walker) {
    for _ in 0..8 {
        walker.byte(Stream::Outside);
    }
    while !walker.is_done() {
        if walker.byte(Stream::Outside) == CODE {
            let start = walker.begin();
            let count = number(walker, Stream::Others);
            times(walker, count, |walker| {
                let start = walker.begin();
                function(walker);
                walker.end(start);
            });
            walker.end(start);
        } else {
            let count = number(walker, Stream::Outside);
            times(walker, count, |walker| {
                walker.byte(Stream::Outside);
            });
        }
    }
}

fn function(walker: &mut impl Walker) {
    let count = number(walker, Stream::Declarations);
    times(walker, count, |walker| {
        number(walker, Stream::Declarations);
        walker.byte(Stream::Declarations);
    });
    let mut depth = 1;
    while depth > 0 && !walker.is_at_end() {
        match walker.byte(Stream::Instructions) {
            // block, loop, if
            0x02..=0x04 => {
                number(walker, Stream::Blocks);
                depth += 1;
            }
            // end
            0x0B => depth -= 1,
            // br, br_if
            0x0C | 0x0D => one(walker, Stream::Branches),
            // br_table
            0x0E => {
                let count = number(walker, Stream::Branches);
                numbers(walker, Stream::Branches, count.saturating_add(1));
            }
            // call
            0x10 => one(walker, Stream::Instructions),
            // call_indirect
            0x11 => numbers(walker, Stream::Others, 2),
            // select with types
            0x1C => {
                let count = number(walker, Stream::Others);
                numbers(walker, Stream::Others, count);
            }
            // local.get
            0x20 => one(walker, Stream::Locals),
            // local.set, local.tee
            0x21 | 0x22 => one(walker, Stream::Results),
            // global.get, global.set
            0x23 | 0x24 => one(walker, Stream::Globals),
            // load, store
            0x28..=0x3E => {
                walker.left_out();
                one(walker, Stream::Offsets);
            }
            // i32.const
            0x41 => one(walker, Stream::Constants),
            // i64.const
            0x42 => one(walker, Stream::LongConstants),
            // f32.const
            0x43 => floats(walker, 4),
            // f64.const
            0x44 => floats(walker, 8),
            // table.get, table.set; memory.size, memory.grow; ref.null, ref.func
            0x25 | 0x26 | 0x3F | 0x40 | 0xD0 | 0xD2 => one(walker, Stream::Others),
            0xFC => match number(walker, Stream::Instructions) {
                // conversions of floats
                0..=7 => {}
                // memory.init, memory.copy, table.init, table.copy
                8 | 10 | 12 | 14 => numbers(walker, Stream::Others, 2),
                // data.drop, memory.fill, elem.drop, table.grow, table.size, table.fill
                _ => one(walker, Stream::Others),
            },
            _ => {}
        }
    }
}

/// Carries a number over.
#[inline(never)]
fn number(walker: &mut impl Walker, stream: Stream) -> u32 {
    let mut byte = u32::from(walker.byte(stream));
    let (mut number, mut shift) = (byte & 127, 0);
    while byte > 127 && !walker.is_at_end() {
        byte = u32::from(walker.byte(stream));
        shift += 7;
        number |= (byte & 127) << (shift & 31);
    }
    number
}

fn one(walker: &mut impl Walker, stream: Stream) {
    number(walker, stream);
}

fn numbers(walker: &mut impl Walker, stream: Stream, count: u32) {
    times(walker, count, |walker| {
        number(walker, stream);
    });
}

fn floats(walker: &mut impl Walker, bytes: u32) {
    times(walker, bytes, |walker| {
        walker.byte(Stream::Others);
    });
}

/// So often, or to the end.
fn times<W: Walker>(walker: &mut W, count: u32, mut step: impl FnMut(&mut W)) {
    for _ in 0..count {
        if walker.is_at_end() {
            return;
        }
        step(walker);
    }
}

/// Takes a module apart. What no compiler of this house writes (exceptions, SIMD, threads) it does
/// not know: whoever packs puts together again, and compares.
#[must_use]
pub fn take_apart(module: &[u8]) -> Vec<u8> {
    let mut apart = Apart {
        module,
        read: 0,
        streams: Default::default(),
    };
    walk(&mut apart);
    let lengths = apart.streams.iter().flat_map(|stream| {
        let length = u32::try_from(stream.len()).unwrap_or_default();
        length.to_le_bytes()
    });
    lengths.chain(apart.streams.concat()).collect()
}

struct Apart<'a> {
    module: &'a [u8],
    read: usize,
    streams: [Vec<u8>; STREAMS],
}

impl Walker for Apart<'_> {
    fn byte(&mut self, stream: Stream) -> u8 {
        let byte = self.module.get(self.read).copied().unwrap_or(0);
        self.read += 1;
        self.streams[stream as usize].push(byte);
        byte
    }

    fn left_out(&mut self) {
        while self.module.get(self.read).is_some_and(|byte| *byte > 127) {
            self.read += 1;
        }
        self.read += 1;
    }

    fn begin(&mut self) -> usize {
        self.left_out();
        0
    }

    fn end(&mut self, _: usize) {}

    fn is_done(&self) -> bool {
        self.is_at_end()
    }

    fn is_at_end(&self) -> bool {
        self.read >= self.module.len()
    }
}

/// Puts a module together, and says how many bytes it has. Damaged streams, and a place that is too
/// small, give a damaged module.
pub fn put_together(streams: &[u8], module: &mut [u8]) -> usize {
    let mut reads = [0; STREAMS];
    let mut start = HEAD;
    for (read, length) in reads.iter_mut().zip(streams.as_chunks::<4>().0) {
        *read = start;
        start = start.saturating_add(u32::from_le_bytes(*length) as usize);
    }
    let mut together = Together {
        streams,
        outside: reads[1],
        reads,
        module,
        written: 0,
    };
    walk(&mut together);
    together.written
}

struct Together<'a> {
    streams: &'a [u8],
    reads: [usize; STREAMS],
    /// Where the first stream ends.
    outside: usize,
    module: &'a mut [u8],
    written: usize,
}

impl Together<'_> {
    fn write(&mut self, byte: u8) {
        if let Some(place) = self.module.get_mut(self.written) {
            *place = byte;
        }
        self.written += 1;
    }
}

impl Walker for Together<'_> {
    fn byte(&mut self, stream: Stream) -> u8 {
        let read = &mut self.reads[stream as usize];
        let byte = self.streams.get(*read).copied().unwrap_or(0);
        *read += 1;
        self.write(byte);
        byte
    }

    fn left_out(&mut self) {
        self.write(0);
    }

    fn begin(&mut self) -> usize {
        self.written += PADDED;
        self.written
    }

    fn end(&mut self, start: usize) {
        let mut length = self.written - start;
        let place = start - PADDED..start;
        for (at, place) in self.module.get_mut(place).into_iter().flatten().enumerate() {
            let more = if at + 1 < PADDED { 128 } else { 0 };
            *place = length.to_le_bytes()[0] & 127 | more;
            length >>= 7;
        }
    }

    fn is_done(&self) -> bool {
        self.reads[Stream::Outside as usize] >= self.outside || self.is_at_end()
    }

    fn is_at_end(&self) -> bool {
        self.written >= self.module.len()
    }
}
