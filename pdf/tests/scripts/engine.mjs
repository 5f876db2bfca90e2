// Runs scripts of forms in a JavaScript engine, beside stand-ins for the boxes, and tells what they did.
// A line each: the script, then cases, blanks between; a case is `change|newText|formatted|box=value|...`.
// All of it is written as hexadecimal digits of UTF-8; a box without a value is blank. The answer has a
// line for each script: for each case what was done, as hexadecimal digits, or `!` where it threw.

import { createInterface } from "node:readline";
import vm from "node:vm";

const text = (digits) => Buffer.from(digits, "hex").toString("utf8");
const digits = (text) => Buffer.from(text, "utf8").toString("hex");

/** A box, or what boxes are in: whatever is asked of it is a box, too. */
function box(path, world) {
  return new Proxy(function () {}, {
    get(_, name) {
      if (typeof name === "symbol") return undefined;
      if (name === "rawValue") return world.values.has(path) ? world.values.get(path) : world.blank;
      if (name === "formattedValue") return world.formatted;
      if (name === "execEvent") return () => void world.done.push(`${path} runs`);
      return box(/^\d+$/.test(name) ? `${path}[${name}]` : `${path}.${name}`, world);
    },
    set(_, name, value) {
      const said = value === null || value === undefined ? "" : String(value);
      if (name === "rawValue") {
        world.values.set(path, value === null ? world.blank : said);
        world.done.push(`${path} = ${said}`);
      } else if (name === "access") {
        world.done.push(`${path} ${said === "open" || said === "" ? "opens" : "locks"}`);
      }
      return true;
    },
    apply: () => null,
  });
}

const KNOWN = new Set(["RegExp", "String", "Number", "Math", "Date", "undefined", "parseInt", "isNaN"]);

function run(compiled, script, one) {
  const [change, newText, formatted, ...values] = one.split("|");
  const world = { done: [], values: new Map(), formatted: text(formatted) };
  // What is blank has no value; scripts that compare with "" mean that.
  world.blank = /null/.test(script) ? null : "";
  for (const own of values) {
    const [path, value] = own.split("=");
    world.values.set(text(path), text(value));
  }
  const event = {
    get change() {
      return text(change);
    },
    set change(value) {
      world.done.push(`refused ${value}`);
    },
    newText: text(newText),
  };
  const host = { messageBox() {}, setFocus() {}, SetFocus() {} };
  const resolveNode = (path) => box(path, world);
  const xfa = { event, host, resolveNode, layout: { page: () => 1, pageCount: () => 1 } };
  const own = new Map([["xfa", xfa], ["app", { alert() {} }]]);
  const scope = new Proxy(Object.create(null), {
    has: (_, name) => typeof name === "string" && !KNOWN.has(name),
    get: (_, name) => (own.has(name) ? own.get(name) : typeof name === "symbol" ? undefined : box(name, world)),
    set: (_, name, value) => (own.set(name, value), true),
  });
  try {
    compiled.call(box("this", world), scope);
  } catch {
    return "!";
  }
  return digits(world.done.join("\n"));
}

for await (const line of createInterface({ input: process.stdin })) {
  const [script, ...cases] = line.split(" ");
  const source = text(script);
  let compiled;
  try {
    compiled = vm.runInThisContext(`(function (scope) { with (scope) {\n${source}\n} })`);
  } catch {
    console.log("?");
    continue;
  }
  console.log(cases.map((one) => run(compiled, source, one) || "-").join(" "));
}
