// The page's part for passwords: dist/site/strength.js, and inside dist/prefile.html. It runs only
// when a person comes to that door. What has a bare name is filled in by page.mjs.
import { __wbg_reset_state, give_words, initSync, strength as measured } from "strength";
import { base64, length } from "strength-bytes";
import { base64 as words } from "strength-words";
import { bytesOf } from "../../pkg/src/base64.ts";
import { unpack } from "../../pkg/src/unpack.ts";
import { load } from "../../pkg/src/wasm.ts";

const module = load(() => unpack(base64, length), { initSync, __wbg_reset_state }, () => give_words(bytesOf(words)));
// Before anything is typed, not at the first character.
module.ready();

/** The numbers of strength/src/wasm.rs. */
export function strength(password, personal) {
  module.ready();
  try {
    return measured(password, personal);
  } catch (error) {
    module.died(error);
    throw error;
  }
}
