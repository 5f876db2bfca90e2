// Where a blank is chosen or dropped.
import { button, make } from "../check/dom.js";

/** The place; `take` gets the first file. */
export function chooser(words: { choose: string; drop: string }, take: (file: File) => void): HTMLElement {
  const input = make("input", "");
  Object.assign(input, { type: "file", accept: ".pdf,application/pdf", hidden: true });
  const place = make("div", "drop", button("action", words.choose, () => input.click()), make("p", "note", words.drop), input);
  const taken = (files: FileList | undefined | null): void => {
    if (files?.[0] !== undefined) take(files[0]);
  };
  input.addEventListener("change", () => {
    taken(input.files);
    // The same file once more is a choice, too.
    input.value = "";
  });
  for (const name of ["dragover", "dragleave", "drop"] as const)
    place.addEventListener(name, (event) => {
      place.classList.toggle("over", name === "dragover");
      if (name === "drop") taken(event.dataTransfer?.files);
    });
  return place;
}

let kept = false;

/** A file that is dropped beside the place would otherwise take the page away. */
export function keepPage(): void {
  if (kept) return;
  kept = true;
  for (const name of ["dragover", "drop"] as const)
    addEventListener(name, (event) => {
      if (document.querySelector(".paper-fill") !== null) event.preventDefault();
    });
}
