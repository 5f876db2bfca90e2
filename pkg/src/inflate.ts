// The other half of the build's deflate (RFC 1951), because browsers inflate only asynchronously.
// A module as base64 of its deflated bytes ships in three quarters of the size of plain base64.
// What comes in is always the build's own output: there is no damaged input to answer for.

/** A prefix code as a table: the next `bits` bits index it; an entry is symbol × 16 + length. */
interface Code {
  table: Uint16Array;
  bits: number;
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The code whose symbols have these lengths. */
function codeOf(lengths: Uint8Array): Code {
  const bits = Math.max(1, ...lengths);
  const table = new Uint16Array(1 << bits);
  let next = 0;
  for (let length = 1; length <= bits; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      // Codes are packed from their first bit on, everything else from the last: turn it round.
      let index = 0;
      for (let bit = 0; bit < length; bit++) index |= ((next >> bit) & 1) << (length - 1 - bit);
      for (; index < table.length; index += 1 << length) table[index] = (symbol << 4) | length;
      next++;
    }
    next <<= 1;
  }
  return { table, bits };
}

/** Base value of each length or distance symbol: its extra bits say how far it reaches. */
function bases(extras: Uint8Array, first: number): Uint16Array {
  let base = first;
  return Uint16Array.from(extras, (extra) => {
    const here = base;
    base += 1 << extra;
    return here;
  });
}

const LENGTH_EXTRA = Uint8Array.from({ length: 29 }, (_, i) => (i < 8 || i === 28 ? 0 : (i - 4) >> 2));
const LENGTH_BASE = bases(LENGTH_EXTRA, 3);
LENGTH_BASE[28] = 258;
const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, i) => (i < 4 ? 0 : (i - 2) >> 1));
const DISTANCE_BASE = bases(DISTANCE_EXTRA, 1);

/** Inflates raw deflate data that is `length` bytes long when inflated. */
export function inflate(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  let from = 0;
  let to = 0;
  let held = 0;
  let count = 0;

  function take(bits: number): number {
    while (count < bits) {
      held |= (packed[from++] ?? 0) << count;
      count += 8;
    }
    const value = held & ((1 << bits) - 1);
    held >>>= bits;
    count -= bits;
    return value;
  }

  function symbol(code: Code): number {
    while (count < code.bits) {
      held |= (packed[from++] ?? 0) << count;
      count += 8;
    }
    const entry = code.table[held & (code.table.length - 1)] as number;
    held >>>= entry & 15;
    count -= entry & 15;
    return entry >> 4;
  }

  function dynamicCodes(): [Code, Code] {
    const literals = take(5) + 257;
    const distances = take(5) + 1;
    const own = take(4) + 4;
    const small = new Uint8Array(19);
    for (let i = 0; i < own; i++) small[ORDER[i] as number] = take(3);
    const code = codeOf(small);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length; ) {
      const step = symbol(code);
      if (step < 16) {
        lengths[i++] = step;
        continue;
      }
      const value = step === 16 ? (lengths[i - 1] as number) : 0;
      const times = step === 16 ? 3 + take(2) : step === 17 ? 3 + take(3) : 11 + take(7);
      lengths.fill(value, i, i + times);
      i += times;
    }
    return [codeOf(lengths.subarray(0, literals)), codeOf(lengths.subarray(literals))];
  }

  function fixedCodes(): [Code, Code] {
    const lengths = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280);
    return [codeOf(lengths), codeOf(new Uint8Array(30).fill(5))];
  }

  for (let last = 0; last === 0; ) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) {
      // A stored block starts at a whole byte; whole bytes may have been read ahead.
      from -= count >> 3;
      held = count = 0;
      const size = take(16);
      from += 2;
      out.set(packed.subarray(from, from + size), to);
      from += size;
      to += size;
      continue;
    }
    const [literals, distances] = kind === 1 ? fixedCodes() : dynamicCodes();
    for (;;) {
      const literal = symbol(literals);
      if (literal < 256) {
        out[to++] = literal;
        continue;
      }
      if (literal === 256) break;
      const size = (LENGTH_BASE[literal - 257] as number) + take(LENGTH_EXTRA[literal - 257] as number);
      const distance = symbol(distances);
      const back = (DISTANCE_BASE[distance] as number) + take(DISTANCE_EXTRA[distance] as number);
      for (const end = to + size; to < end; to++) out[to] = out[to - back] as number;
    }
  }
  return out;
}

/** Inflates base64 of raw deflate data: how a module stands in JavaScript. */
export function unpack(text: string, length: number): Uint8Array<ArrayBuffer> {
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return inflate(bytes, length);
}
