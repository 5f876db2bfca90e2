// How elements are made: text goes in as text, never as markup.

export interface Traits {
  readonly [name: string]: string | boolean | undefined;
}

/** A new element; a trait that is false or undefined is left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  traits: Traits,
  ...inside: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [trait, value] of Object.entries(traits))
    if (value !== undefined && value !== false) element.setAttribute(trait, value === true ? "" : value);
  element.append(...inside.filter((one) => one !== null));
  return element;
}

export function button(traits: Traits, text: string, act: () => void): HTMLButtonElement {
  const element = make("button", { type: "button", class: "plain", ...traits }, text);
  element.addEventListener("click", act);
  return element;
}

/** A heading that a script may put the focus on. */
export function title(text: string): HTMLElement {
  return make("h2", { tabindex: "-1", class: "title" }, text);
}

/** What is folded until somebody asks. */
export function folded(summary: string, ...inside: readonly Node[]): HTMLElement {
  return make("details", {}, make("summary", {}, summary), ...inside);
}
