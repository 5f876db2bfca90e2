// Properties on Object.prototype while a function runs.

/** Names of descriptors, and places: Array.push itself is caught by a setter of a place. */
const ALWAYS = ["get", "set", "value", "writable", "enumerable", "configurable", "0", "1"];
/** Names that options, answers and modules have: every sixth, in turn. */
const NAMES = [
  "module", "cause", "fatal", "ignoreBOM", "buffer", "length", "env", "then", "toJSON", "undefined", "null", "",
  "kind", "ok", "display", "changes", "findings", "details", "code", "severity", "message", "field", "span", "fix", "looksLike", "source", "start", "end", "text", "safety",
  "what", "from", "to", "title", "url", "read", "rule", "rules", "met", "verdict", "host", "why", "where", "example", "whose", "purpose", "confidence", "check",
  "label", "name", "id", "placeholder", "autocomplete", "type", "maxLength", "section", "question", "answer", "locale", "today", "personal", "email", "optional", "data", "show",
  "score", "guessesLog10", "screens", "current", "shown", "missing", "facts", "progress", "boxes", "advice", "issues", "path", "prefix", "fiscalYear",
];

const plain = { __proto__: null, configurable: true, enumerable: true };
const value = { __proto__: null, ...plain, writable: true, value: "polluted" };
const setter = {
  __proto__: null,
  ...plain,
  get: () => "polluted",
  set() {
    throw new Error("an assignment was caught");
  },
};

let turn = 0;
let present = [];

/** A value, or at another time a setter, which catches what is assigned to any object. */
function pollute() {
  turn++;
  const names = NAMES.filter((_, at) => (at + turn) % 6 === 0);
  const how = turn % 4 < 2 ? value : setter;
  for (const name of names) Object.defineProperty(Object.prototype, name, how);
  for (const name of ALWAYS) Object.defineProperty(Object.prototype, name, value);
  present = [...names, ...ALWAYS];
}

function clean() {
  for (const name of present) delete Object.prototype[name];
}

let running = 0;

/** The function running with them; and so do those that it makes, or that hang on it. */
export function during(real) {
  if (typeof real === "object" && real !== null && Object.hasOwn(real, "~standard")) return { "~standard": schema(real["~standard"]) };
  if (typeof real !== "function" || /^class /.test(Function.prototype.toString.call(real))) return real;
  const wrapped = (...all) => {
    if (running++ === 0) pollute();
    let given;
    try {
      given = real(...all);
    } finally {
      if (--running === 0) clean();
    }
    return during(given);
  };
  for (const name of ["with", "~standard"])
    if (Object.hasOwn(real, name)) Object.defineProperty(wrapped, name, { value: name === "with" ? during(real.with) : schema(real[name]) });
  return wrapped;
}

const schema = (standard) => ({ ...standard, validate: during(standard.validate) });
