// Elements of the extension's own pages. Texts are texts: nothing is ever read as markup.

type Props<Name extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Name], "style" | "children">>;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  props: Props<Name> = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), props);
  element.append(...inside);
  return element;
}

export function button(label: string, press: () => unknown): HTMLButtonElement {
  const element = make("button", { type: "button" }, label);
  element.addEventListener("click", () => void press());
  return element;
}

/** A box with its label. */
export function labelled(label: string, box: HTMLInputElement | HTMLSelectElement): HTMLElement {
  box.id ||= `box-${++count}`;
  return make("p", { className: "box" }, make("label", { htmlFor: box.id }, label), box);
}

let count = 0;

export function choice(values: readonly (readonly [value: string, label: string])[], chosen: string, choose: (value: string) => unknown): HTMLSelectElement {
  const element = make("select", {}, ...values.map(([value, label]) => make("option", { value, selected: value === chosen }, label)));
  element.addEventListener("change", () => void choose(element.value));
  return element;
}

/** An element of the page by its id. */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no ${id}`);
  return element;
}
