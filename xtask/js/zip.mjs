// A zip of files, the same bytes for the same files.
import { deflateRawSync } from "node:zlib";

/** 1 January 1980, 0:00: no build has a time of its own. */
const DATE = (1 << 5) | 1;

/** `files`: bytes by name. They stand in the order of their names. */
export function zip(files) {
  const bodies = [];
  const entries = [];
  let at = 0;
  for (const [name, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const label = Buffer.from(name);
    // Version 2.0, no flags, deflated, time, date, checksum, sizes, length of the name, nothing more.
    const common = Buffer.alloc(26);
    [20, 0, 8, 0, DATE].forEach((value, place) => common.writeUInt16LE(value, place * 2));
    [crc32(bytes), packed.length, bytes.length].forEach((value, place) => common.writeUInt32LE(value, 10 + place * 4));
    common.writeUInt16LE(label.length, 22);
    bodies.push(Buffer.from("PK\x03\x04"), common, label, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    entries.push(Buffer.from("PK\x01\x02\x14\x00"), common, rest, label);
    at += 4 + common.length + label.length + packed.length;
  }
  const index = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, index, end]);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes) {
  let value = ~0;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}
