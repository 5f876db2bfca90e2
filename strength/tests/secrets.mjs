// After a call nothing of the password, or of what is known about the person, is in the module's memory.
//
//   node strength/tests/secrets.mjs OUT
//
// OUT as for `benches/peers.mjs`. Texts are looked for in every form in which the module may keep them:
// as typed and in small letters; one, two, four or eight bytes a character; five characters are enough.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const out = resolve(process.argv[2]);
const module = new WebAssembly.Module(readFileSync(`${out}/prefile_strength_bg.wasm`));
const nothing = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) (nothing[from] ??= {})[name] = () => {};

function instance() {
  const wasm = new WebAssembly.Instance(module, nothing).exports;
  const put = (text) => {
    const bytes = new TextEncoder().encode(text);
    const at = wasm.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  };
  return { wasm, put };
}

function found(memory, text) {
  const haystack = Buffer.from(memory.buffer);
  const pieces = [];
  for (const form of [text, text.toLowerCase()]) {
    for (const width of [1, 2, 4, 8]) {
      for (let at = 0; at + 5 <= form.length; at += 1) {
        const needle = Buffer.alloc(5 * width);
        [...form.slice(at, at + 5)].forEach((letter, place) => (needle[place * width] = letter.charCodeAt(0)));
        if (haystack.includes(needle)) pieces.push(`${form.slice(at, at + 5)} at ${width} bytes a character`);
      }
    }
  }
  return pieces;
}

let failed = false;
const say = (good, what) => {
  console.log(good ? "ok" : "FAILED", what);
  failed ||= !good;
};

for (const [name, password, personal] of [
  ["a password", "Zq7#vKx9!Lw2", "Hjx Wqzkv"],
  ["repeats", "Zq7#vKx9!Lw2".repeat(8), "vkx9!lw2zq7"],
  ["a part of it is personal", "Hjxwqzkv-Hjxwqzkv-99", "Hjxwqzkv Qpx\0Wqzkv@Hjxwq.example"],
]) {
  const { wasm, put } = instance();
  const [at, count] = wasm.strength(...put(password), ...put(personal));
  wasm.__wbindgen_free(at, count * 4, 4);
  const left = [...found(wasm.memory, password), ...found(wasm.memory, personal)];
  say(left.length === 0, `${name}: ${left.join("; ") || "nothing is left"}`);
}

// The search finds what is there: a text that was put and not yet passed.
const { wasm, put } = instance();
put("Zq7#vKx9!Lw2");
say(found(wasm.memory, "Zq7#vKx9!Lw2").length > 0, "a text that is there is found");
process.exitCode = failed ? 1 : 0;
