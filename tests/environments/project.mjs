// The project in the target folder: pinned packages, the packed package among them, and a folder for
// each application that is built and run.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const project = path.resolve(process.argv[2]);
export const modules = path.join(project, "node_modules");
export const prefile = path.join(modules, "prefile");

/** A pinned package of the project, as a module that stands there imports it. */
export async function tool(name) {
  const inside = path.join(project, "import.mjs");
  writeFileSync(inside, "export const load = (name) => import(name);");
  const { load } = await import(pathToFileURL(inside));
  return load(name);
}

/** A fresh folder of an application's own, with these files. */
export function folder(name, files) {
  const app = path.join(project, "apps", name);
  mkdirSync(app, { recursive: true });
  writeFileSync(path.join(app, "package.json"), `{ "type": "module", "private": true }`);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(app, file), text);
  return app;
}
