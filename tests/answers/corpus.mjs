// The texts about which every build is asked: those in the tests of the core, the examples of all kinds
// and codes, hostile ones, and variants of them all.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const HOSTILE = [
  "", " ", "\0", "\u200b\u2060", "\ud83d", "\udc4d\ud83d", "é", "مرحبا ١٢٣", "A٠١٢٣٤٥٦٧٨", "𝟎𝟏𝟐", "🗽".repeat(99), "字".repeat(4096), "1".repeat(4097),
  "A".repeat(70_000), "\n\t".repeat(500), "<".repeat(90), "a.".repeat(4000), "https://" + "x".repeat(65_536),
];
export const NOTICE = "🗽 Señora Ibarra: recibo EAC2212345678, A-Number A012 345 678, SSN 219-09-9998, https://uscis.gov.example.com. ";

/** All of them, by what a build says of its kinds and codes; as many variants as are asked for. */
export function corpus(prefile, codes, variants) {
  const texts = new Set([NOTICE, NOTICE.repeat(400), ...HOSTILE]);
  for (const name of readdirSync(root, { recursive: true })) {
    if (name.includes("node_modules")) continue;
    const source = () => readFileSync(path.join(root, name), "utf8");
    if (name.endsWith(".tsv")) for (const cell of source().split(/[\t\n]/)) texts.add(cell);
    if (!name.endsWith(".rs")) continue;
    for (const [, text] of source().matchAll(/"((?:[^"\\]|\\.)*)"/g)) texts.add(unescaped(text));
  }
  for (const { example } of prefile.kinds()) texts.add(example);
  for (const code of codes) texts.add(prefile.explain(code).example);
  const all = [...texts];
  for (const one of varied(all, variants)) texts.add(one);
  return [...texts];
}

/** Every code there is, from the declarations of the package in this folder. */
export function codesOf(dist) {
  const types = readFileSync(path.join(dist, "generated/types.d.ts"), "utf8");
  return [...types.matchAll(/^(?: \| )?"([a-z0-9-]+\/[a-z0-9-]+)"/gm)].map(([, code]) => code);
}

/** As Rust reads it, near enough: what matters is that all builds are asked the same. */
function unescaped(text) {
  const read = { n: "\n", t: "\t", r: "\r", 0: "\0", "\n": "" };
  return text.replace(/\\(?:u\{([0-9a-fA-F]+)\}|([^u]))/g, (_, code, sign) => (code ? String.fromCodePoint(Number.parseInt(code, 16)) : (read[sign] ?? sign)));
}

const SIGNS = [..."0123456789AZOIlnx<«-–—./@#: \u00a0\u200b\u202e\u0301０９٠٩АВСОаео", "\ud83d", "🗽", "\0", "\r\n"];

/** Texts with one to four things changed by chance: the same ones each time. */
function* varied(texts, count) {
  const next = random(22);
  const below = (end) => Math.floor(next() * end);
  const short = texts.filter(({ length }) => length < 200);
  for (let i = 0; i < count; i++) {
    let text = short[below(short.length)];
    for (let rest = 1 + below(4); rest > 0; rest--) {
      const [from, to] = [below(text.length + 1), below(text.length + 1)].sort((a, b) => a - b);
      const [before, part, behind] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
      text = [
        () => before + SIGNS[below(SIGNS.length)] + part + behind,
        () => before + SIGNS[below(SIGNS.length)] + text.slice(from + 1),
        () => before + text.slice(from + 1),
        () => before + behind + part,
        () => before + part + part + behind,
        () => before + part.toLowerCase() + behind.toUpperCase(),
        () => `${text} ${short[below(short.length)]}`,
      ][below(7)]();
    }
    yield text;
  }
}

/** Mulberry32. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
