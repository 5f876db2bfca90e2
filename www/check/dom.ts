// Elements, with text as text.

type Child = Node | string | null;

/** An element with a class and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name, look: string, ...children: Child[]): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (look !== "") element.className = look;
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button that does this. */
export function button(look: string, label: string, act: () => void): HTMLButtonElement {
  const made = make("button", look, label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** What a box asks: the question in the reader's words, and what is printed on the form, which is English. */
export function labels(printed: string | null, question = ""): HTMLElement[] {
  const own = question === "" ? [] : [make("p", "row-question", question)];
  if (printed === null || printed === "") return own;
  const official = make("p", "row-label", printed);
  official.lang = "en";
  return [...own, official];
}

/** A part of a drawing. */
export function draw<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string | number>>, ...children: Child[]): SVGElementTagNameMap[Name] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The word and the shape of how grave something is, as the page draws them. */
export function status(severity: string, word: string): Element {
  const template = document.getElementById(`status-${severity}`) as HTMLTemplateElement;
  const mark = template.content.firstElementChild!.cloneNode(true) as Element;
  mark.querySelector("[data-text]")!.textContent = word;
  // The page would put its own words there.
  mark.querySelector("[data-text]")!.removeAttribute("data-text");
  return mark;
}
