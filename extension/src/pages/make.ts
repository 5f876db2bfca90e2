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

/** What is reached by Tab. */
const REACHED = "button, input, select";

/** What has the focus, by its words and how many of these stand before it; null if nothing has. */
export function nameOfFocus(): readonly [name: string, before: number] | null {
  const { activeElement: one } = document;
  if (!(one instanceof HTMLElement) || !one.matches(REACHED)) return null;
  return [nameOf(one), alike(nameOf(one)).indexOf(one)];
}

/** Puts the focus where it was: after everything was drawn anew, or on the title if that is gone. */
export function refocus(was: ReturnType<typeof nameOfFocus>): void {
  if (was === null) return;
  const [name, before] = was;
  const again = alike(name);
  const one = again[before] ?? again.at(-1) ?? document.querySelector<HTMLElement>("#done, #boxes")!;
  if (!one.matches(REACHED)) one.tabIndex = -1;
  one.focus();
}

function alike(name: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(REACHED)].filter((one) => nameOf(one) === name);
}

function nameOf(one: Element): string {
  return one.getAttribute("aria-label") ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent ?? "";
}
