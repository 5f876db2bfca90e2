// Every function of the package runs with a polluted Object.prototype: for `node --import`. The rest of
// the process could not: the test runner itself does not survive it.
import { register } from "node:module";
import { during } from "./pollution.mjs";

/** As a module hook: whoever imports an entry of the package gets its functions, each in a wrapper. */
const HOOKS = `
  const own = "polluted:";
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    if (!/^prefile($|\\/(?!locales|packs|package))/.test(specifier)) return found;
    return { url: own + found.url, format: "module", shortCircuit: true };
  }
  export async function load(url, context, next) {
    if (!url.startsWith(own)) return next(url, context);
    const real = url.slice(own.length);
    const names = Object.keys(await import(real));
    const lines = names.map((name) => \`export const \${name} = during(real.\${name});\`);
    const source = \`import * as real from \${JSON.stringify(real)};
      const { during } = globalThis;
      \${lines.join("\\n")}\`;
    return { format: "module", source, shortCircuit: true };
  }`;

globalThis.during = during;
register(`data:text/javascript,${encodeURIComponent(HOOKS)}`);
