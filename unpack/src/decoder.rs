//! LZMA, as the LZMA SDK's specification describes it (lzma-specification.txt, read 2026-11-22).

const EVEN: u16 = 1024;

// Where the odds of each question begin. Twelve states remember what the last symbols were.
const STATES: usize = 12;
const IS_MATCH: usize = 0;
const IS_REPEATED: usize = IS_MATCH + STATES;
const IS_OLDER: usize = IS_REPEATED + STATES;
const IS_OLDER_THAN_1: usize = IS_OLDER + STATES;
const IS_OLDER_THAN_2: usize = IS_OLDER_THAN_1 + STATES;
const IS_LONG: usize = IS_OLDER_THAN_2 + STATES;
const SLOTS: usize = IS_LONG + STATES;
const SLOT_BITS: u32 = 6;
const NEAR: usize = SLOTS + (4 << SLOT_BITS);
const FAR: usize = NEAR + 128;
const FAR_BITS: u32 = 4;
const LENGTHS: usize = FAR + (1 << FAR_BITS);
const REPEATED_LENGTHS: usize = LENGTHS + LENGTH;
const LITERALS: usize = REPEATED_LENGTHS + LENGTH;
const LITERAL: usize = 0x300;
/// At most so many bits of the byte before choose the odds of a literal.
const MOST_CONTEXT: u8 = 3;
const ODDS: usize = LITERALS + (LITERAL << MOST_CONTEXT);

// Within the odds of a length: two choices, then 8 short, 8 middle and 256 long ones.
const SHORT: usize = 2;
const MIDDLE: usize = SHORT + 8;
const LONG: usize = MIDDLE + 8;
const LENGTH: usize = LONG + 256;

/// A stream that is unpacked in parts, and where that stands.
pub struct Unpacking {
    /// How likely the next bit is a 0, in 2048ths, for each place where a bit may stand.
    odds: [u16; ODDS],
    /// How much is read.
    read: usize,
    range: u32,
    code: u32,
    /// So many bits of the byte before choose the odds of a literal.
    context: u8,
    state: usize,
    /// The last four distances, less one.
    back: [usize; 4],
    /// How much is unpacked.
    at: usize,
}

impl Default for Unpacking {
    fn default() -> Self {
        Self::new()
    }
}

impl Unpacking {
    /// Of a stream of which nothing is read.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            odds: [0; ODDS],
            read: 0,
            range: 0,
            code: 0,
            context: 0,
            state: 0,
            back: [0; 4],
            at: 0,
        }
    }

    /// Whether it has begun.
    #[must_use]
    pub const fn is_going(&self) -> bool {
        self.range != 0
    }

    /// Goes on until so many bytes of `unpacked` are filled from `packed`, or a few more; whether
    /// those are all.
    pub fn go_on(&mut self, packed: &[u8], unpacked: &mut [u8], until: usize) -> bool {
        let begins = !self.is_going();
        let mut bits = Bits {
            stream: Stream {
                packed: packed.get(self.read..).unwrap_or_default(),
                range: self.range,
                code: self.code,
            },
            odds: &mut self.odds,
        };
        if begins {
            bits.odds.fill(EVEN);
            // The first byte says nothing in LZMA, and here the context.
            self.context = packed.first().map_or(0, |byte| byte & MOST_CONTEXT);
            for _ in 0..5 {
                bits.stream.refill();
            }
            bits.stream.range = u32::MAX;
        }

        let mut out = Out {
            unpacked,
            at: self.at,
        };
        let until = until.min(out.unpacked.len());
        let (mut state, mut back) = (self.state, self.back);
        while out.at < until {
            if bits.next(IS_MATCH + state) == 0 {
                let before = usize::from(out.byte(0)) >> (8 - self.context);
                let matched = (state >= 7).then(|| out.byte(back[0]));
                out.put(bits.literal(LITERALS + LITERAL * before, matched));
                state = match state {
                    0..4 => 0,
                    4..10 => state - 3,
                    _ => state - 6,
                };
                continue;
            }
            let after = |literal: usize, other: usize| if state < 7 { literal } else { other };
            let length;
            if bits.next(IS_REPEATED + state) == 0 {
                length = bits.length(LENGTHS);
                back.rotate_right(1);
                back[0] = bits.distance(length);
                state = after(7, 10);
            } else {
                if bits.next(IS_OLDER + state) == 1 {
                    let [a, b, c, d] = back;
                    back = if bits.next(IS_OLDER_THAN_1 + state) == 0 {
                        [b, a, c, d]
                    } else if bits.next(IS_OLDER_THAN_2 + state) == 0 {
                        [c, a, b, d]
                    } else {
                        [d, a, b, c]
                    };
                } else if bits.next(IS_LONG + state) == 0 {
                    out.put(out.byte(back[0]));
                    state = after(9, 11);
                    continue;
                }
                length = bits.length(REPEATED_LENGTHS);
                state = after(8, 11);
            }
            for _ in 0..length + 2 {
                out.put(out.byte(back[0]));
            }
        }
        self.read = packed.len() - bits.stream.packed.len();
        self.range = bits.stream.range;
        self.code = bits.stream.code;
        (self.state, self.back, self.at) = (state, back, out.at);
        out.at >= out.unpacked.len()
    }
}

/// What is unpacked so far.
struct Out<'a> {
    unpacked: &'a mut [u8],
    at: usize,
}

impl Out<'_> {
    /// The byte so far back, less one.
    fn byte(&self, back: usize) -> u8 {
        let place = self.at.wrapping_sub(back).wrapping_sub(1);
        self.unpacked.get(place).map_or(0, |byte| *byte)
    }

    fn put(&mut self, byte: u8) {
        if let Some(place) = self.unpacked.get_mut(self.at) {
            *place = byte;
        }
        self.at += 1;
    }
}

/// The bits of the stream, each by its odds.
struct Bits<'a> {
    stream: Stream<'a>,
    odds: &'a mut [u16; ODDS],
}

/// Where reading stands. Loops work on a copy: it stays in registers.
#[derive(Clone, Copy)]
struct Stream<'a> {
    packed: &'a [u8],
    range: u32,
    code: u32,
}

impl Stream<'_> {
    #[expect(
        clippy::inline_always,
        reason = "a call takes longer than what it does"
    )]
    #[inline(always)]
    fn refill(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.code <<= 8;
            if let [byte, rest @ ..] = self.packed {
                self.code |= u32::from(*byte);
                self.packed = rest;
            }
        }
    }

    #[expect(
        clippy::inline_always,
        reason = "a call takes longer than what it does"
    )]
    #[inline(always)]
    fn next(&mut self, odds: &mut u16) -> usize {
        let bound = (self.range >> 11) * u32::from(*odds);
        let bit = self.code >= bound;
        if bit {
            self.range = self.range.wrapping_sub(bound);
            self.code = self.code.wrapping_sub(bound);
            *odds -= *odds >> 5;
        } else {
            self.range = bound;
            *odds += (2048 - *odds) >> 5;
        }
        self.refill();
        usize::from(bit)
    }
}

impl Bits<'_> {
    #[inline(never)]
    fn next(&mut self, place: usize) -> usize {
        let odds = self.odds.get_mut(place);
        odds.map_or(0, |odds| self.stream.next(odds))
    }

    /// Bits without odds.
    fn even(&mut self, count: u32) -> usize {
        let stream = &mut self.stream;
        let mut number = 0;
        for _ in 0..count {
            stream.range >>= 1;
            let bit = stream.code >= stream.range;
            if bit {
                stream.code = stream.code.wrapping_sub(stream.range);
            }
            stream.refill();
            number = number << 1 | usize::from(bit);
        }
        number
    }

    /// More bits behind those of `number`, up to `end`; the odds of each hang on those before it.
    #[inline(never)]
    fn more(&mut self, from: usize, mut number: usize, end: usize) -> usize {
        let mut stream = self.stream;
        while number < end {
            let odds = self.odds.get_mut(from + number);
            number = number << 1 | odds.map_or(0, |odds| stream.next(odds));
        }
        self.stream = stream;
        number
    }

    /// A number, the highest bit first.
    fn number(&mut self, from: usize, count: u32) -> usize {
        self.more(from, 1, 1 << count) - (1 << count)
    }

    /// The same, the lowest bit first.
    fn turned(&mut self, from: usize, count: u32) -> usize {
        let (mut number, mut turned) = (1, 0);
        for place in 0..count {
            let bit = self.next(from + number);
            number = number << 1 | bit;
            turned |= bit << place;
        }
        turned
    }

    /// A byte that was not copied. After a copy, `matched` is what the copy would go on with.
    fn literal(&mut self, from: usize, matched: Option<u8>) -> u8 {
        let mut number = 1;
        if let Some(matched) = matched {
            let mut matched = usize::from(matched);
            while number < 0x100 {
                let expected = matched >> 7 & 1;
                let bit = self.next(from + ((1 + expected) << 8) + number);
                number = number << 1 | bit;
                matched <<= 1;
                if bit != expected {
                    break;
                }
            }
        }
        self.more(from, number, 0x100).to_le_bytes()[0]
    }

    /// How much is copied, less two.
    fn length(&mut self, from: usize) -> usize {
        if self.next(from) == 0 {
            self.number(from + SHORT, 3)
        } else if self.next(from + 1) == 0 {
            8 + self.number(from + MIDDLE, 3)
        } else {
            16 + self.number(from + LONG, 8)
        }
    }

    /// From how far back, less one.
    fn distance(&mut self, length: usize) -> usize {
        let slot = self.number(SLOTS + (length.min(3) << SLOT_BITS), SLOT_BITS);
        if slot < 4 {
            return slot;
        }
        let count = u32::from(slot.to_le_bytes()[0] >> 1) - 1;
        let high = (2 | slot & 1) << count;
        if slot < 14 {
            high + self.turned(NEAR + high - slot, count)
        } else {
            let middle = self.even(count - FAR_BITS) << FAR_BITS;
            (high + middle).wrapping_add(self.turned(FAR, FAR_BITS))
        }
    }
}
