// What a program may hand over where a text, options or a list are expected, and is none of them: each
// by name, made anew for each call. For Node and browsers.

const boom = () => {
  throw new Error("boom");
};
const NAMES = ["locale", "today", "personal", "email", "length", "question", "answer", "label", "maxLength", "data", "show", "optional"];

/** An object whose property throws when it is read. */
const throwing = (name, rest = {}) => Object.defineProperty(rest, name, { get: boom, enumerable: true });

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const TRAPS = [
  "get", "set", "has", "ownKeys", "getOwnPropertyDescriptor", "defineProperty", "deleteProperty", "getPrototypeOf", "setPrototypeOf",
  "isExtensible", "preventExtensions", "apply", "construct",
];
const all = (trap) => Object.fromEntries(TRAPS.map((name) => [name, trap]));

const PRIMITIVES = [
  undefined, null, true, false, 0, -0, 1, -1, 0.1, NaN, Infinity, -Infinity, 5e-324, 1e308, 1e21, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2,
  219099998, 12345678901, 0n, -1n, 219099998n, 2n ** 64n, 10n ** 400n,
  Symbol(), Symbol("ssn"), Symbol.for("ssn"), Symbol.iterator, Symbol.toPrimitive,
];

const OBJECTS = {
  "an object": () => ({}),
  "an object of nothing": () => Object.create(null),
  "an object of an object": () => Object.create({ label: "A-Number", locale: "es", data: "x" }),
  "a text as an object": () => new String("219-09-9998"),
  "a number as an object": () => new Number(219099998),
  "a yes as an object": () => new Boolean(true),
  "a symbol as an object": () => Object(Symbol("ssn")),
  "a bigint as an object": () => Object(1n),
  "a text with a class of its own": () => new (class Text extends String {})("219-09-9998"),
  "a text that says something else": () => Object.assign(new String("x"), { toString: () => "219-09-9998" }),
  "toString that throws": () => ({ toString: boom }),
  "toString that gives an object": () => ({ toString: () => ({}), valueOf: () => ({}) }),
  "toString that gives a text": () => ({ toString: () => "219-09-9998" }),
  "valueOf that throws": () => ({ valueOf: boom }),
  "toPrimitive that throws": () => ({ [Symbol.toPrimitive]: boom }),
  "toPrimitive that gives a text": () => ({ [Symbol.toPrimitive]: () => "219-09-9998" }),
  "toPrimitive that gives an object": () => ({ [Symbol.toPrimitive]: () => ({}) }),
  "toPrimitive that is none": () => ({ [Symbol.toPrimitive]: 7 }),
  "toJSON that throws": () => ({ toJSON: boom }),
  "a tag that throws": () => throwing(Symbol.toStringTag),
  "an iterator that throws": () => ({ [Symbol.iterator]: boom }),
  "an iterator without an end": () => ({ *[Symbol.iterator]() { for (;;) yield "x"; } }),
  "a thenable": () => ({ then: boom }),
  "a promise": () => Promise.resolve("219-09-9998"),
  "a date": () => new Date(0),
  "a date that is none": () => new Date(NaN),
  "a pattern": () => /219/g,
  "an error": () => new Error("219-09-9998"),
  "a map": () => new Map([["locale", "es"]]),
  "a set": () => new Set(["219-09-9998"]),
  "a weak map": () => new WeakMap(),
  "an address": () => new URL("https://uscis.gov"),
  "a function": () => () => "219-09-9998",
  "a function that throws": () => boom,
  "a class": () => class {},
  "an async function": () => async () => {},
  "a generator": () => (function* () {})(),
  "arguments": () => (function () { return arguments; })("219-09-9998"),
  "a list": () => [],
  "a list of texts": () => ["219-09-9998", "x"],
  "a list with holes": () => [, "x", ,],
  "a list of all sorts": () => [undefined, null, 1, {}, [], () => {}, Symbol("x"), 1n, revoked({})],
  "a list in itself": () => { const list = []; list.push(list); return list; },
  "a list that is very long": () => Object.assign([], { length: 2 ** 32 - 1 }),
  "a list whose entry throws": () => throwing("0", [1, 2]),
  "a list that is frozen": () => Object.freeze(["x"]),
  "a list of lists, deep": () => { let list = []; for (let i = 0; i < 10_000; i++) list = [list]; return list; },
  "an object in itself": () => { const one = {}; one.one = one; return one; },
  "an object, deep": () => { let one = {}; for (let i = 0; i < 10_000; i++) one = { one, label: one }; return one; },
  "like a list": () => ({ length: 1e9, 0: "x" }),
  "like a list, length below 0": () => ({ length: -1 }),
  "like a list, length no number": () => ({ length: "x" }),
  "bytes": () => Uint8Array.of(50, 49, 57),
  "bytes that are gone": () => { const bytes = new Uint8Array(8); structuredClone(bytes, { transfer: [bytes.buffer] }); return bytes; },
  "floats": () => new Float64Array(3),
  "a buffer": () => new ArrayBuffer(8),
  "a view": () => new DataView(new ArrayBuffer(8)),
  "the global object": () => globalThis,
  "Math": () => Math,
  "JSON": () => JSON,
  "Object.prototype": () => Object.prototype,
  "Function.prototype": () => Function.prototype,
  "a WebAssembly memory": () => (typeof WebAssembly === "object" ? new WebAssembly.Memory({ initial: 0 }) : {}),
  "something frozen": () => Object.freeze({ locale: 7, today: 7, personal: 7 }),
  "a proxy of nothing": () => new Proxy({}, {}),
  "a proxy of a list": () => new Proxy(["x"], {}),
  "a proxy of a text": () => new Proxy(new String("x"), {}),
  "a proxy, revoked": () => revoked({}),
  "a proxy of a list, revoked": () => revoked([]),
  "a proxy of a function, revoked": () => revoked(() => {}),
  "a proxy that always throws": () => new Proxy({}, all(boom)),
  "a proxy of a list that always throws": () => new Proxy([], all(boom)),
  "a proxy of a function that always throws": () => new Proxy(boom, all(boom)),
  "a proxy whose traps cannot be had": () => new Proxy({}, new Proxy({}, { get: boom })),
  "a proxy that lies of everything": () => new Proxy({}, { get: () => ({}), has: () => true, ownKeys: () => NAMES, getOwnPropertyDescriptor: () => ({ value: {}, configurable: true, enumerable: true }) }),
  "a proxy that breaks what holds": () => new Proxy(Object.freeze({ locale: "es" }), { get: () => "en", getOwnPropertyDescriptor: () => undefined }),
  "a proxy of itself, deep": () => { let one = {}; for (let i = 0; i < 500; i++) one = new Proxy(one, {}); return one; },
};

/** Every one by name; `make` makes it. */
export const THINGS = [
  ...PRIMITIVES.map((one) => [typeof one === "bigint" ? "a bigint" : typeof one === "symbol" ? "a symbol" : `${Object.is(one, -0) ? "-0" : one}`, () => one]),
  ...Object.entries(OBJECTS),
  ...NAMES.map((name) => [`${name} that throws`, () => throwing(name)]),
  ...NAMES.map((name) => [`${name} that is an object`, () => ({ [name]: {} })]),
  ...NAMES.map((name) => [`${name} that is a list`, () => ({ [name]: [[], {}, null] })]),
  ...NAMES.map((name) => [`${name} that is a symbol`, () => ({ [name]: Symbol("x") })]),
  ...NAMES.map((name) => [`${name} that is a proxy, revoked`, () => ({ [name]: revoked([]) })]),
  ...NAMES.map((name) => [`${name} that is a text object`, () => ({ [name]: new String("es") })]),
  ...TRAPS.map((trap) => [`a proxy whose ${trap} throws`, () => new Proxy({ locale: "es", personal: ["x"], label: "A-Number" }, { [trap]: boom })]),
  ...TRAPS.map((trap) => [`a proxy of a list whose ${trap} throws`, () => new Proxy(["x"], { [trap]: boom })]),
  ...TRAPS.map((trap) => [`a proxy whose ${trap} says nothing`, () => new Proxy({ locale: "es" }, { [trap]: () => undefined })]),
];
