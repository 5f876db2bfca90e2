// prefile/strength beside npm `zxcvbn` and the crate `zxcvbn` as wasm, in one run:
// node benches/strength.mjs <folder of zxcvbn.js and zxcvbn_bg.wasm>
//
// Started by `cargo xtask bench`. Times are the best of rounds of all sides in turn; a first answer
// is in a process of its own.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const crate = path.resolve(process.argv[2]);
const glue = pathToFileURL(path.join(crate, "zxcvbn.js")).href;
const bytes = path.join(crate, "zxcvbn_bg.wasm");
const dist = new URL("../pkg/dist/strength.js", import.meta.url).href;

const { strength } = await import(dist);
const zxcvbn = createRequire(import.meta.url)("zxcvbn");
const wasm = await import(glue);
wasm.initSync({ module: readFileSync(bytes) });
const SIDES = [(password) => strength(password).score, (password) => zxcvbn(password).score, (password) => wasm.score(password)];

/** Passwords of usual kinds, always the same. */
function passwords(count) {
  let state = 1;
  const below = (limit) => (state = (state * 48271) % 2147483647) % limit;
  const words = (
    "dragon monkey sunshine correct horse battery staple garcia maria jose liberty window coffee river winter summer " +
    "football princess shadow master michael jennifer thomas charlie purple orange secret family freedom"
  ).split(" ");
  const word = () => words[below(words.length)];
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const kinds = [
    () => word() + below(1000),
    () => `${capital(word())}${below(100)}!`,
    () => word().replace(/a/g, "@").replace(/o/g, "0").replace(/e/g, "3") + below(100),
    () => [word(), word(), word(), word()].join(" "),
    () => `${capital(word())}${capital(word())}#${1950 + below(70)}`,
    () => `${1 + below(12)}/${1 + below(28)}/${1950 + below(70)}${word()}`,
    () => `qwerty${below(1000)}${word()}`,
    () => Array.from({ length: 8 + below(8) }, () => String.fromCharCode(33 + below(94))).join(""),
  ];
  return Array.from({ length: count }, (_, place) => kinds[place % kinds.length]());
}

const ATTACK = "4@8({[</369&#!1/|0$5+7%2/";
const HOSTILE = {
  "published attack": ATTACK.repeat(2),
  "attack, long": ATTACK.repeat(20),
  "all look-alikes": "4@8({[<369!1|0$5+7%2".repeat(10),
  "one seven bar": "17|".repeat(100),
  "all digits": "8237461905".repeat(100),
  "one digit": "1".repeat(1000),
  "brackets": "({[<".repeat(100),
  "repeats in repeats": `${"a".repeat(6)}b`.repeat(6) + "c".repeat(60),
  "a keyboard walk": "qwertyuiop[]".repeat(20),
  "words": "passwordmonkeydragon".repeat(50),
  "ten megabytes": "aB3$".repeat(2_500_000),
  "marks": "\u0301".repeat(100_000),
  "pairs": "😀".repeat(1000),
  "NUL": "\0".repeat(1000),
};

function timed(check) {
  const start = performance.now();
  check();
  return performance.now() - start;
}

function best(rounds, checks) {
  const found = checks.map(() => Infinity);
  for (let round = 0; round < rounds; round++)
    checks.forEach((check, side) => (found[side] = Math.min(found[side], timed(check))));
  return found;
}

/** Milliseconds to an answer in a process of its own: the best of fifteen. */
function first(before, answer) {
  const source = `
    ${before}
    const start = performance.now();
    ${answer}
    console.log(performance.now() - start);`;
  const node = ["--input-type=module", "--eval", source];
  const runs = Array.from({ length: 15 }, () => +execFileSync("node", node, { cwd: import.meta.dirname }));
  return Math.min(...runs);
}

console.log(`load of the machine: ${loadavg()[0].toFixed(1)}`);

const usual = passwords(400);
for (const check of SIDES) usual.forEach(check);
const [ours, npm, theirs] = best(7, SIDES.map((check) => () => usual.forEach(check))).map((all) => (all / usual.length) * 1000);
console.log(`mean check               ${ours.toFixed(0)} µs; npm zxcvbn ${npm.toFixed(0)} µs, ${(npm / ours).toFixed(1)} times ours`);
console.log(`                         crate zxcvbn as wasm ${theirs.toFixed(0)} µs, ${(theirs / ours).toFixed(1)} times ours`);
if (npm / ours < 5 || theirs / ours < 5) console.log("                         missed: five times is wanted");

// Ours is in `cargo xtask sizes`.
const kilobytes = (text) => (gzipSync(text, { level: 9 }).length / 1000).toFixed(0);
const script = readFileSync(createRequire(import.meta.url).resolve("zxcvbn/dist/zxcvbn.js"));
const inline = readFileSync(bytes).toString("base64");
console.log(`gzip                     npm zxcvbn ${kilobytes(script)} KB; crate zxcvbn as wasm ${kilobytes(inline)} KB as base64`);

const TOLD = `("Tr0ub4dour&3")`;
const asked = [
  ["first answer (20 wanted)", `const { strength } = await import("${dist}");`, `strength${TOLD};`],
  ["  with its import", "", `(await import("${dist}")).strength${TOLD};`],
  ["npm zxcvbn", `import { createRequire } from "node:module";`, `createRequire(import.meta.url)("zxcvbn")${TOLD};`],
  [
    "crate zxcvbn as wasm",
    `import { readFileSync } from "node:fs"; const { initSync, score } = await import("${glue}"); const module = readFileSync("${bytes}");`,
    `initSync({ module }); score${TOLD};`,
  ],
];
for (const [what, before, answer] of asked) {
  console.log(`${what.padEnd(25)}${first(before, answer).toFixed(1)} ms`);
}

let worst = ["", 0];
const many = Array.from({ length: 200 }, (_, place) => "a".repeat(252) + place);
const all = Object.entries(HOSTILE).map(([name, text]) => [name, () => strength(text)]);
all.push(["much about the person", () => strength("a".repeat(100), { personal: many })]);
for (const [name, check] of all) {
  const [time] = best(5, [check]);
  console.log(`${name.padEnd(25)}${time.toFixed(2)} ms`);
  if (time > worst[1]) worst = [name, time];
}
console.log(`the worst                ${worst[0]}: ${worst[1].toFixed(2)} ms${worst[1] > 5 ? "  missed: 5 is wanted" : ""}`);
const [attacked, attackedCrate] = best(1, SIDES.slice(1).map((check) => () => check(HOSTILE["published attack"])));
console.log(`published attack         npm zxcvbn ${attacked.toFixed(0)} ms, crate zxcvbn as wasm ${attackedCrate.toFixed(0)} ms`);
