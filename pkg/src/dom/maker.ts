// Whoever made the page is told what is wrong with it; whoever fills it in sees nothing of that.

/** Tells it where errors of the page's program are told. */
export function tellMaker(what: string): void {
  // Not on a server.
  if (typeof reportError === "function") reportError(new TypeError(`prefile: ${what}`));
}
