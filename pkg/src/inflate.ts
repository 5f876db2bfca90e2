// The other half of the build's deflate (RFC 1951), because browsers inflate only asynchronously.
// A module as base64 of its deflated bytes ships in three quarters of the size of plain base64.
// What comes in is always the build's own output: there is no damaged input to answer for.
//
// It runs once, before any compiler of the engine has warmed up. So the tables are small, and the
// loop that does the work keeps what it needs in variables of its own.

/** A prefix code (RFC 1951, 3.2.2). */
interface Code {
  /** Codes of up to FAST bits, by the next FAST bits: symbol × 16 + length; 0 for a longer one. */
  fast: Uint16Array;
  /** How many codes there are of each length. */
  counts: Uint16Array;
  /** Symbols in the order of their codes. */
  symbols: Uint16Array;
}

/** Where reading stands: the next byte, and bits that were read and not used. */
interface Reader {
  packed: Uint8Array;
  from: number;
  held: number;
  count: number;
}

const FAST = 9;
const LONGEST = 15;
const END = 256;
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

// Each length or distance symbol stands for a base value and some extra bits.
const LENGTH_EXTRA = Uint8Array.from({ length: 29 }, (_, i) => (i < 8 || i === 28 ? 0 : (i - 4) >> 2));
const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, i) => (i < 4 ? 0 : (i - 2) >> 1));
const LENGTH_BASE = bases(LENGTH_EXTRA, 3);
const DISTANCE_BASE = bases(DISTANCE_EXTRA, 1);
LENGTH_BASE[28] = 258;

function bases(extras: Uint8Array, first: number): Uint16Array {
  let base = first;
  return Uint16Array.from(extras, (extra) => {
    const here = base;
    base += 1 << extra;
    return here;
  });
}

/** Inflates base64 of raw deflate data: how a module stands in JavaScript. */
export function unpack(text: string, length: number): Uint8Array<ArrayBuffer> {
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return inflate(bytes, length);
}

/** Inflates raw deflate data that is `length` bytes long when inflated. */
export function inflate(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  const reader: Reader = { packed, from: 0, held: 0, count: 0 };
  let to = 0;
  for (let last = 0; last === 0; ) {
    last = take(reader, 1);
    const kind = take(reader, 2);
    if (kind === 0) {
      to = copyBlock(reader, out, to);
    } else {
      const lengths = kind === 1 ? fixedLengths() : dynamicLengths(reader);
      const [literals, distances] = lengths.map(codeOf) as [Code, Code];
      to = inflateBlock(reader, literals, distances, out, to);
    }
  }
  return out;
}

/** The code whose symbols have these lengths. */
function codeOf(lengths: Uint8Array): Code {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const next = new Uint16Array(LONGEST + 2);
  const place = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length++) {
    next[length + 1] = (next[length]! + counts[length]!) << 1;
    place[length + 1] = place[length]! + counts[length]!;
  }
  const fast = new Uint16Array(1 << FAST);
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    symbols[place[length]!++] = symbol;
    const code = next[length]!++;
    if (length > FAST) continue;
    // Codes are packed from their first bit on, everything else from the last: turn it round.
    let index = 0;
    for (let bit = 0; bit < length; bit++) index |= ((code >> bit) & 1) << (length - 1 - bit);
    for (; index < fast.length; index += 1 << length) fast[index] = (symbol << 4) | length;
  }
  return { fast, counts, symbols };
}

/** The symbol, and its length, of a code that is longer than FAST bits. */
function slow({ counts, symbols }: Code, held: number): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST; length++) {
    code |= (held >> (length - 1)) & 1;
    const count = counts[length]!;
    if (code - count < first) return (symbols[index + code - first]! << 4) | length;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new RangeError("a code that is none");
}

function take(reader: Reader, bits: number): number {
  while (reader.count < bits) {
    reader.held |= (reader.packed[reader.from++] ?? 0) << reader.count;
    reader.count += 8;
  }
  const value = reader.held & ((1 << bits) - 1);
  reader.held >>>= bits;
  reader.count -= bits;
  return value;
}

/** A stored block: it starts at a whole byte. */
function copyBlock(reader: Reader, out: Uint8Array, to: number): number {
  reader.from -= reader.count >> 3;
  reader.held = reader.count = 0;
  const size = take(reader, 16);
  const start = reader.from + 2;
  reader.from = start + size;
  out.set(reader.packed.subarray(start, reader.from), to);
  return to + size;
}

function fixedLengths(): Uint8Array[] {
  return [new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280), new Uint8Array(30).fill(5)];
}

function dynamicLengths(reader: Reader): Uint8Array[] {
  const literals = take(reader, 5) + 257;
  const distances = take(reader, 5) + 1;
  const own = take(reader, 4) + 4;
  const small = new Uint8Array(19);
  for (let i = 0; i < own; i++) small[ORDER[i]!] = take(reader, 3);
  const { fast } = codeOf(small);
  const lengths = new Uint8Array(literals + distances);
  for (let i = 0; i < lengths.length; ) {
    // These codes have 7 bits at most. What is read ahead of one is put back.
    const ahead = take(reader, 7);
    const entry = fast[ahead]!;
    const used = entry & 15;
    reader.held = (reader.held << (7 - used)) | (ahead >> used);
    reader.count += 7 - used;
    const step = entry >> 4;
    if (step < 16) {
      lengths[i++] = step;
      continue;
    }
    const value = step === 16 ? lengths[i - 1]! : 0;
    const times = step === 16 ? 3 + take(reader, 2) : step === 17 ? 3 + take(reader, 3) : 11 + take(reader, 7);
    lengths.fill(value, i, i + times);
    i += times;
  }
  return [lengths.subarray(0, literals), lengths.subarray(literals)];
}

function inflateBlock(reader: Reader, literals: Code, distances: Code, out: Uint8Array, to: number): number {
  const { packed } = reader;
  const literal = literals.fast;
  const distance = distances.fast;
  const mask = (1 << FAST) - 1;
  let { from, held, count } = reader;
  for (;;) {
    // Room for a code and its extra bits: 15 + 5, or 15 + 13 in two steps.
    for (; count < 20; count += 8) held |= packed[from++]! << count;
    let entry = literal[held & mask]! || slow(literals, held);
    held >>>= entry & 15;
    count -= entry & 15;
    const symbol = entry >> 4;
    if (symbol < END) {
      out[to++] = symbol;
      continue;
    }
    if (symbol === END) break;
    let extra = LENGTH_EXTRA[symbol - END - 1]!;
    const end = to + LENGTH_BASE[symbol - END - 1]! + (held & ((1 << extra) - 1));
    held >>>= extra;
    count -= extra;
    for (; count < 15; count += 8) held |= packed[from++]! << count;
    entry = distance[held & mask]! || slow(distances, held);
    held >>>= entry & 15;
    count -= entry & 15;
    extra = DISTANCE_EXTRA[entry >> 4]!;
    for (; count < extra; count += 8) held |= packed[from++]! << count;
    let back = to - DISTANCE_BASE[entry >> 4]! - (held & ((1 << extra) - 1));
    held >>>= extra;
    count -= extra;
    while (to < end) out[to++] = out[back++]!;
  }
  reader.from = from;
  reader.held = held;
  reader.count = count;
  return to;
}
