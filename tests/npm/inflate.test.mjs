// The package's inflate against Node's deflate: every kind of block, every strategy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, deflateRawSync } from "node:zlib";
import { buildSync } from "esbuild";

const source = buildSync({ entryPoints: ["pkg/src/inflate.ts"], bundle: true, format: "esm", write: false });
const { inflate, unpack } = await import(`data:text/javascript,${encodeURIComponent(source.outputFiles[0].text)}`);

/** The same bytes on every run. */
function noise(length, letters) {
  let seed = 1;
  return Uint8Array.from({ length }, () => (seed = (seed * 48271) % 2147483647) % letters);
}

const INPUTS = {
  nothing: new Uint8Array(0),
  "one byte": Uint8Array.of(7),
  "one byte, often": new Uint8Array(100_000).fill(7),
  "few letters": noise(50_000, 4),
  "no pattern": noise(200_000, 256),
  words: new TextEncoder().encode("An A-Number has 7 to 9 digits. ".repeat(3_000)),
  "far apart": Uint8Array.of(...noise(40_000, 200), ...noise(40_000, 200)),
};
const OPTIONS = {
  dynamic: { level: 9 },
  fast: { level: 1 },
  stored: { level: 0 },
  fixed: { strategy: constants.Z_FIXED },
  huffman: { strategy: constants.Z_HUFFMAN_ONLY },
  runs: { strategy: constants.Z_RLE },
};

for (const [name, input] of Object.entries(INPUTS))
  for (const [how, options] of Object.entries(OPTIONS))
    test(`${name}, ${how}`, () => {
      const packed = deflateRawSync(input, options);
      assert.deepEqual(Buffer.from(inflate(packed, input.length)), Buffer.from(input));
    });

test("as base64", () => {
  const packed = deflateRawSync(INPUTS.words).toString("base64");
  assert.deepEqual(Buffer.from(unpack(packed, INPUTS.words.length)), Buffer.from(INPUTS.words));
});
