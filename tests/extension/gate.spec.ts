// What is in the zips that ship: nothing that could send anything, and no permission that was not meant.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const ZIPS = ["dist/prefile-chromium.zip", "dist/prefile-firefox.zip"];

const FILES = [
  "_locales/en/messages.json", "_locales/es/messages.json", "content.js",
  "icons/official-16.png", "icons/official-32.png",
  "icons/plain-128.png", "icons/plain-16.png", "icons/plain-32.png", "icons/plain-48.png",
  "manifest.json", "options.html", "options.js", "popup.html", "popup.js", "style.css", "worker.js",
];

/** Ways to send something, to run a text, or to make markup of one. */
const NEVER = [
  /\bfetch\b\s*[(.]/, /XMLHttpRequest/, /WebSocket/, /sendBeacon/, /EventSource/, /RTCPeerConnection/, /WebTransport/, /importScripts/,
  /\bimport\s*\(/, /(?<!unsafe-)\beval\b/, /\bFunction\s*\(/, /innerHTML/, /outerHTML/, /insertAdjacentHTML/, /document\.write/, /createContextualFragment/,
  /DOMParser/, /\bpostMessage\b/, /externally_connectable/, /web_accessible_resources/,
];

const OFFICIAL = ["https://*.uscis.gov/*", "https://*.uscis.dhs.gov/*", "https://*.e-verify.gov/*"];

/** Addresses that people are told to type themselves. */
const TOLD = ["https://www.uscis.gov"];

/** The files of a zip by their names. */
function unzip(file: string): Map<string, Buffer> {
  const zip = readFileSync(file);
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf("PK\x05\x06");
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [size, length, from] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const name = zip.toString("utf8", at + 46, at + 46 + length);
    const begin = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    files.set(name, inflateRawSync(zip.subarray(begin, begin + size)));
    at += 46 + length;
  }
  return files;
}

for (const zip of ZIPS) {
  test(`${zip} has these files and no others`, () => {
    expect([...unzip(zip).keys()]).toEqual(FILES);
  });

  test(`${zip} asks for no more than was meant`, () => {
    const manifest = JSON.parse(unzip(zip).get("manifest.json")!.toString()) as Record<string, unknown>;
    expect(manifest["permissions"]).toEqual(["activeTab", "scripting", "storage"]);
    expect(manifest["optional_host_permissions"]).toEqual(["https://*/*"]);
    expect(manifest["host_permissions"]).toBeUndefined();
    expect(manifest["optional_permissions"]).toBeUndefined();
    expect((manifest["content_scripts"] as { matches: string[] }[]).map(({ matches }) => matches)).toEqual([OFFICIAL]);
    const { extension_pages: policy, ...others } = manifest["content_security_policy"] as Record<string, string>;
    expect(others).toEqual({});
    expect(policy!.split("; ").sort()).toEqual([
      "base-uri 'none'", "connect-src 'none'", "default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "img-src 'self'", "object-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
    ]);
    const own = zip.includes("firefox") ? "browser_specific_settings" : "minimum_chrome_version";
    expect(Object.keys(manifest).sort()).toEqual([
      "action", "background", own, "content_scripts", "content_security_policy", "default_locale", "description", "icons", "manifest_version",
      "name", "optional_host_permissions", "options_ui", "permissions", "version",
    ].sort());
    if (zip.includes("firefox"))
      expect((manifest["browser_specific_settings"] as { gecko: { data_collection_permissions: unknown } }).gecko.data_collection_permissions).toEqual({ required: ["none"] });
  });

  test(`nothing in ${zip} sends anything or runs a text`, () => {
    for (const [name, bytes] of unzip(zip)) {
      if (name.endsWith(".png")) continue;
      for (const word of NEVER) expect(bytes.toString(), name).not.toMatch(word);
    }
  });

  test(`the addresses in ${zip} are those of sources`, () => {
    const sources = readFileSync("data/sources.toml", "utf8");
    for (const [name, bytes] of unzip(zip)) {
      if (name.endsWith(".png")) continue;
      const found = bytes.toString().match(/\b(?:https?|wss?|ftp):\/\/[^\s"'`\\<>|]*/g) ?? [];
      for (const address of found) {
        const isPattern = name === "manifest.json" && [...OFFICIAL, "https://*/*"].includes(address);
        const isSource = sources.includes(`"${address}"`) || TOLD.includes(address.replace(/\.$/, ""));
        expect(isPattern || isSource, `${name}: ${address}`).toBe(true);
      }
    }
  });
}

test("the content script has neither the core nor anything that was saved", () => {
  const content = unzip(ZIPS[0]!).get("content.js")!.toString();
  for (const word of ["WebAssembly", "storage", "crypto", "A-Number", "family_name"]) expect(content).not.toContain(word);
});

test("a second build has the same bytes", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "prefile-again-"));
  const built = spawnSync("node", ["xtask/js/extension.mjs", folder], { encoding: "utf8" });
  expect(built.status, built.stderr).toBe(0);
  for (const zip of ZIPS) expect(readFileSync(path.join(folder, path.basename(zip))).equals(readFileSync(zip)), zip).toBe(true);
  rmSync(folder, { recursive: true });
});

test("Mozilla's linter finds nothing", () => {
  const { stdout } = spawnSync("node_modules/.bin/addons-linter", ["--output", "json", ZIPS[1]!], { encoding: "utf8" });
  const { errors, warnings, notices } = JSON.parse(stdout) as Record<string, { code: string; message: string; file: string }[]>;
  expect([...errors!, ...warnings!, ...notices!].map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([]);
});
