import path from "node:path";

/** The packages stand beside this folder. */
const root = path.resolve(import.meta.dirname, "../..");

export default { turbopack: { root }, outputFileTracingRoot: root };
