// Traps on order, in the package's own modules: to be imported before the package.
//
// No input makes a module trap. An allocation of four gigabytes does, and leaves it as a trap in the
// middle of a call would: what was in use stays in use, and every later answer is wrong.

/** How many instances there have been, and how many traps. */
export const seen = { instances: 0, traps: 0 };

/** What every module has that allocates. */
const ALLOCATES = ["room_for", "__wbindgen_malloc"];
const ALL = 2 ** 32 - 1;

let ordered = false;

/** Asks the package something under which its module traps, after what it was given is in memory. */
export function trapped(ask) {
  ordered = true;
  const answer = ask();
  if (ordered) throw new Error("the module was not called");
  return answer;
}

/** What only makes a module ready, or is the glue's own. */
const ASIDE = /^(room_for|answer_at|load_|give_|forget_|__)/;

const { Instance } = WebAssembly;
WebAssembly.Instance = class {
  constructor(...all) {
    const { exports } = new Instance(...all);
    this.exports = exports;
    // What unpacks the others is not called again.
    if (exports.unpacked_at) return;
    seen.instances++;
    const allocate = exports[ALLOCATES.find((name) => name in exports)];
    this.exports = { ...exports };
    for (const name of Object.keys(exports)) if (!ASIDE.test(name) && name !== "memory") this.exports[name] = trapping(exports[name], allocate);
  }
};

function trapping(call, allocate) {
  return (...all) => {
    if (!ordered) return call(...all);
    ordered = false;
    seen.traps++;
    allocate(ALL, 1);
    throw new Error("there was no trap");
  };
}
