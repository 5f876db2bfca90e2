// The package's types beside those of form libraries: types.tsx, as a strict project compiles it.
import { execFile } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { folder } from "./project.mjs";

const compilerOptions = {
  strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true,
  isolatedModules: true, verbatimModuleSyntax: true, skipLibCheck: true, noEmit: true, jsx: "react-jsx",
  target: "ES2022", module: "ESNext", moduleResolution: "Bundler", lib: ["ES2022", "DOM"], types: [],
};

/** Compiles it; fails with what the compiler has to say. */
export async function types() {
  const app = folder("types", { "tsconfig.json": JSON.stringify({ compilerOptions, files: ["types.tsx"] }) });
  cpSync(path.join(import.meta.dirname, "types.tsx"), path.join(app, "types.tsx"));
  await promisify(execFile)(path.resolve(import.meta.dirname, "../../node_modules/.bin/tsc"), ["--project", app]);
}
