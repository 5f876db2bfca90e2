// Our module beside npm `zxcvbn` 4.4.2 (and, if built, the crate `zxcvbn` as wasm), in one run.
//
//   cargo build --release -p prefile-strength --features wasm --target wasm32-unknown-unknown
//   wasm-bindgen --target nodejs --out-dir OUT target/wasm32-unknown-unknown/release/prefile_strength.wasm
//   npx --package binaryen@132 wasm-opt -O3 OUT/prefile_strength_bg.wasm -o OUT/prefile_strength_bg.wasm
//   npm install --prefix OUT zxcvbn@4.4.2
//   node strength/benches/peers.mjs OUT [FOLDER-OF-THE-CRATE-AS-WASM]
//
// The crate as wasm: a crate with one export, `score(password: &str) -> u8`, over `zxcvbn` 3.1.1, built
// the same way under the name `peer`. It ends with 1 if a hostile password takes more than 5 ms.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { resolve } from "node:path";

const [out, crate] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(`${out}/`);
const glue = readFileSync(`${out}/prefile_strength.js`, "utf8");
const bytes = readFileSync(`${out}/prefile_strength_bg.wasm`);

// What ships: the bytes as base64 beside the glue.
const base64 = bytes.toString("base64");
console.log("ships, gzip:", gzipSync(`${glue}\nconst bytes = "${base64}";`, { level: 9 }).length, "bytes");

const ms = (from) => Number(process.hrtime.bigint() - from) / 1e6;
let from = process.hrtime.bigint();
const decoded = Buffer.from(base64, "base64");
const ours = require(`${out}/prefile_strength.js`);
const cut = (password) => password.slice(0, 400);
ours.strength("Tr0ub4dour&3", "");
console.log("first answer:", ms(from).toFixed(1), "ms", `(${decoded.length} bytes)`);

from = process.hrtime.bigint();
const zxcvbn = require("zxcvbn");
zxcvbn("Tr0ub4dour&3");
console.log("zxcvbn 4.4.2, first answer:", ms(from).toFixed(1), "ms");
const theirs = crate ? createRequire(`${crate}/`)(`${crate}/peer.js`) : null;
if (theirs) {
  from = process.hrtime.bigint();
  theirs.score("Tr0ub4dour&3");
  console.log("crate as wasm, first answer:", ms(from).toFixed(1), "ms");
}

// Passwords of usual kinds, a fixed sequence.
let state = 1;
const below = (limit) => (state = (state * 48271) % 2147483647) % limit;
const words = ("dragon monkey sunshine correct horse battery staple garcia maria jose liberty window coffee river winter " +
  "summer football princess shadow master michael jennifer thomas charlie purple orange secret family freedom").split(" ");
const word = () => words[below(words.length)];
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const make = [
  () => word() + below(1000),
  () => capital(word()) + below(100) + "!",
  () => word().replace(/a/g, "@").replace(/o/g, "0").replace(/e/g, "3") + below(100),
  () => [word(), word(), word(), word()].join(" "),
  () => capital(word()) + capital(word()) + "#" + (1950 + below(70)),
  () => `${1 + below(12)}/${1 + below(28)}/${1950 + below(70)}` + word(),
  () => "qwerty" + below(1000) + word(),
  () => Array.from({ length: 8 + below(8) }, () => String.fromCharCode(33 + below(94))).join(""),
];
const passwords = Array.from({ length: 2000 }, (_, at) => make[at % make.length]());

function mean(check) {
  for (const password of passwords) check(password);
  const start = process.hrtime.bigint();
  for (const password of passwords) check(password);
  return ms(start) / passwords.length;
}
const us = mean((password) => ours.strength(password, ""));
const npm = mean((password) => zxcvbn(password));
console.log(`mean: ours ${(us * 1000).toFixed(1)} µs; zxcvbn 4.4.2 ${(npm * 1000).toFixed(1)} µs, ${(npm / us).toFixed(1)} times ours`);
if (theirs) {
  const wasm = mean((password) => theirs.score(password));
  console.log(`crate as wasm ${(wasm * 1000).toFixed(1)} µs, ${(wasm / us).toFixed(1)} times ours`);
}

const attack = "4@8({[</369&#!1/|0$5+7%2/".repeat(2);
const hostile = {
  "published attack": attack,
  "attack, long": attack.repeat(10),
  "all look-alikes": "4@8({[<369!1|0$5+7%2".repeat(10),
  "one seven bar": "17|".repeat(100),
  "all digits": "8237461905".repeat(100),
  "one digit": "1".repeat(1000),
  "brackets": "({[<".repeat(100),
  "repeats in repeats": ("a".repeat(6) + "b").repeat(6) + "c".repeat(60),
  "a keyboard walk": "qwertyuiop[]".repeat(20),
  "words": "passwordmonkeydragon".repeat(50),
  "ten megabytes": "aB3$".repeat(2_500_000),
  "marks": "\u0301".repeat(100_000),
  "pairs": "😀".repeat(1000),
  "NUL": "\0".repeat(1000),
};
let worst = ["", 0];
for (const [name, text] of Object.entries(hostile)) {
  let best = Infinity;
  for (let turn = 0; turn < 5; turn += 1) {
    const start = process.hrtime.bigint();
    ours.strength(cut(text), "");
    best = Math.min(best, ms(start));
  }
  console.log(`${name}: ${best.toFixed(2)} ms`);
  if (best > worst[1]) worst = [name, best];
}
const many = Array.from({ length: 64 }, (_, at) => "a".repeat(99) + at).join("\0");
from = process.hrtime.bigint();
ours.strength("a".repeat(100), many);
console.log(`much about the person: ${ms(from).toFixed(2)} ms`);
console.log(`worst: ${worst[0]}, ${worst[1].toFixed(2)} ms`);
if (worst[1] > 5) process.exitCode = 1;
