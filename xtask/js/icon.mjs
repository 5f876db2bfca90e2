// The extension's icon as PNG: the page's seal, and on the agency's own sites one with a badge.
import { deflateSync } from "node:zlib";
import { crc32 } from "./zip.mjs";

/** Each pixel is looked at in so many places across. */
const FINE = 4;
const SIDE = 32;
const [TEAL, WHITE, GREEN] = [[19, 94, 91], [255, 255, 255], [29, 130, 62]];

/** A PNG of the icon, "plain" or "official". */
export function icon(look, size) {
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x++) row.set(pixel(look, x, y, SIDE / size), 1 + x * 4);
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // 8 bits of red, green, blue and alpha.
  head.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name, bytes) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const body = Buffer.concat([Buffer.from(name), bytes]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function pixel(look, x, y, scale) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < FINE * FINE; i++) {
    const color = at(look, (x + ((i % FINE) + 0.5) / FINE) * scale, (y + (Math.floor(i / FINE) + 0.5) / FINE) * scale);
    if (color === null) continue;
    color.forEach((value, place) => (sum[place] += value));
    sum[3]++;
  }
  const seen = Math.max(1, sum[3]);
  return [...sum.slice(0, 3).map((value) => Math.round(value / seen)), Math.round((sum[3] * 255) / (FINE * FINE))];
}

/** The color of a point of the seal, 32 by 32; null outside. */
function at(look, x, y) {
  if (look === "official") {
    const away = Math.hypot(x - 24, y - 24);
    if (away < 6) return GREEN;
    if (away < 8) return WHITE;
  }
  const corner = Math.hypot(Math.max(Math.abs(x - 16) - 9, 0), Math.max(Math.abs(y - 16) - 9, 0));
  if (corner > 7) return null;
  return Math.min(away([8, 17], [13.5, 22.5], x, y), away([13.5, 22.5], [24, 11], x, y)) < 2 ? WHITE : TEAL;
}

/** How far a point is from a line between two. */
function away([ax, ay], [bx, by], x, y) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const near = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - near * (bx - ax), y - ay - near * (by - ay));
}
