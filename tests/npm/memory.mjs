// What stands in the memory of the package's modules: to be imported before the package.

/** The memories of all instances so far. */
export const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...all) {
    super(...all);
    // What unpacks the others is given no text.
    if (!this.exports.unpacked_at) memories.push(this.exports.memory);
  }
};

/** So much of a text is enough to be found. */
const PIECE = 5;

/**
 * The pieces of a text that stand in any memory, in every form in which a module may keep them: as
 * typed and in small letters; one, two or four bytes a character.
 */
export function found(text) {
  const pieces = new Set();
  for (const form of [text, text.toLowerCase()])
    for (let at = 0; at + PIECE <= form.length; at++) pieces.add(form.slice(at, at + PIECE));
  return [...pieces].filter((piece) => [1, 2, 4].some((width) => stands(piece, width)));
}

function stands(piece, width) {
  const bytes = Buffer.alloc(piece.length * width);
  for (let place = 0; place < piece.length; place++) bytes[place * width] = piece.charCodeAt(place);
  return memories.some((memory) => Buffer.from(memory.buffer).includes(bytes));
}
