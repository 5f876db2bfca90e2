// The words on a page.

import { OURS } from "./collect.js";

/** So much of a text is read; what is made of it reads less. */
const LONGEST_READ = 4096;

/** What is no word about a box: other boxes, programs, and what stands there because of us. */
const ASIDE = `input, textarea, select, button, script, style, template, .${OURS}`;

/** The words inside a node, their spaces as people see them. */
export function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return tidy((node as Text).data);
  if (node.nodeType !== Node.ELEMENT_NODE || (node as Element).matches(ASIDE)) return "";
  if ((node as Element).firstElementChild === null) return tidy(node.textContent ?? "");
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (inner) => {
    const aside = inner.nodeType === Node.ELEMENT_NODE && (inner as Element).matches(ASIDE);
    return aside ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  let text = "";
  while (text.length < LONGEST_READ && walker.nextNode() !== null) {
    const { nodeType } = walker.currentNode;
    // Words of two elements are two words.
    text += nodeType === Node.TEXT_NODE ? (walker.currentNode as Text).data.slice(0, LONGEST_READ) : " ";
  }
  return tidy(text);
}

/** So much of a label is quoted. */
const LONGEST_LABEL = 60;

/** A label as it is quoted: "A-Number (if any): *" without its signs. */
export function quoted(label: string): string {
  const plain = label.replace(/[\s:*]+$/, "");
  return plain.length > LONGEST_LABEL ? `${plain.slice(0, LONGEST_LABEL).trimEnd()}…` : plain;
}

function tidy(text: string): string {
  return text.slice(0, LONGEST_READ).replace(/\s+/g, " ").trim();
}
