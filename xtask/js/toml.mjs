// Texts out of TOML as this house writes it: sections, and names with one line of text each.
import { readFileSync } from "node:fs";

/** The texts by section and name, "popup.title". What is no text is left out. */
export function textsOf(toml) {
  const texts = {};
  let section = "";
  for (const line of toml.split("\n")) {
    const head = /^\[([\w.-]+)\]$/.exec(line.trim());
    const entry = /^([\w-]+) = (".*")$/.exec(line.trim());
    if (head !== null) section = `${head[1]}.`;
    else if (entry !== null) texts[section + entry[1]] = JSON.parse(entry[2]);
  }
  return texts;
}

/** For esbuild: importing such a file gives its texts. */
export const withTexts = {
  name: "texts",
  setup({ onLoad }) {
    onLoad({ filter: /\.toml$/ }, ({ path }) => ({ contents: JSON.stringify(textsOf(readFileSync(path, "utf8"))), loader: "json" }));
  },
};
