// Starts the page's app. The module's bytes stand inline: the page may not fetch, not even from
// where it came. "page" and "page-bytes" are filled in by page.mjs.
//
// The bytes come first: what is packed already compresses better apart from code.
import { base64, length } from "page-bytes";
import { initSync } from "page";
import { unpack } from "../../pkg/src/unpack.ts";
import { load } from "on-demand";

// The app asks for the language that it needs. It comes sooner when it is on its way already.
const { hash } = location;
if (hash ? /^#\/?es\b/.test(hash) : navigator.language.startsWith("es")) load("es").catch(() => {});

try {
  initSync({ module: new WebAssembly.Module(unpack(base64, length)) });
} catch (error) {
  // The style sheet shows what the page says without its app.
  document.documentElement.dataset.app = "failed";
  throw error;
}
