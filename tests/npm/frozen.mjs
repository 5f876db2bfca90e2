// Freezes the language's own objects before anything is imported, as hardened pages do: for
// `node --import`. What tests put something else in the place of is left (WebAssembly, TextEncoder).

const ROOTS = [
  Object, Function, Array, String, Number, Boolean, BigInt, Symbol, Error, RangeError, TypeError, SyntaxError, Map, Set, WeakMap, WeakRef, Promise,
  Proxy, Reflect, JSON, Math, Date, RegExp, ArrayBuffer, DataView, Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array, TextDecoder,
  [][Symbol.iterator](), new Map().entries(), "".matchAll(/x/g), (function* () {})(),
];

const frozen = new Set();
const rest = [...ROOTS];
while (rest.length > 0) {
  const one = rest.pop();
  if (one === null || !["object", "function"].includes(typeof one) || frozen.has(one)) continue;
  frozen.add(Object.freeze(one));
  rest.push(Object.getPrototypeOf(one));
  for (const { value, get, set } of Object.values(Object.getOwnPropertyDescriptors(one))) rest.push(value, get, set);
}
