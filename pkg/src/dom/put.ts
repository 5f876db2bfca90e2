// Puts a text into a box as a person would: the browser can take it back, and frameworks that keep
// the text themselves hear of it.

import type { Box } from "./collect.js";

/** Puts `text` in place of what stands in the box, and the cursor behind it. */
export function put(box: Box, text: string): void {
  box.focus();
  if (!type(box, text) || box.value !== text) set(box, text);
}

/** Types it, so that Ctrl+Z takes it back. Some kinds of boxes cannot be selected. */
function type(box: Box, text: string): boolean {
  try {
    box.select();
    return text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  } catch {
    return false;
  }
}

function set(box: Box, text: string): void {
  // React has a setter of its own on each box, by which it would take this for its own doing.
  valueOf(box).set?.call(box, text);
  const type = text === "" ? "deleteContent" : "insertReplacementText";
  const told = { __proto__: null, bubbles: true, composed: true, inputType: type, data: text };
  box.dispatchEvent(new InputEvent("input", told));
  box.dispatchEvent(new Event("change", { __proto__: null, bubbles: true } as EventInit));
}

function valueOf(box: Box): PropertyDescriptor {
  const { prototype } = box.localName === "textarea" ? HTMLTextAreaElement : HTMLInputElement;
  return Object.getOwnPropertyDescriptor(prototype, "value")!;
}
