// A page of the extension itself, its popup or its settings, by what a person finds there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What a page is, whoever drives it. */
interface Page {
  evaluate(program: string): Promise<unknown>;
  close(): Promise<void>;
}

export abstract class Part {
  /** Runs a program there, as if a person had done it. */
  abstract evaluate(program: string): Promise<unknown>;
  abstract close(): Promise<void>;

  async run<Result, Given>(act: (given: Given) => Result | Promise<Result>, given?: Given): Promise<Result> {
    return (await this.evaluate(`(${act})(${JSON.stringify(given)})`)) as Result;
  }

  /** Waits until it has drawn itself. */
  async drawn(): Promise<this> {
    await expect.poll(() => this.run(() => document.getElementById("main")?.childElementCount ?? 0).catch(() => 0)).toBeGreaterThan(0);
    return this;
  }

  text(): Promise<string> {
    return this.run(() => document.body.innerText);
  }

  /** Presses the button with this name. */
  async press(name: string): Promise<void> {
    await this.run((name) => {
      const all = [...document.querySelectorAll("button")];
      const one = all.find((button) => (button.getAttribute("aria-label") ?? button.textContent) === name);
      if (one === undefined) throw new Error(`no button "${name}" among ${all.map((button) => button.textContent).join(", ")}`);
      one.click();
    }, name);
  }

  /** What stands in the box with this label, "Trip 2: Countries" within a group; null where there is none. */
  value(label: string): Promise<string | null> {
    return this.run((label) => {
      const name = (one: Element) => `${one.closest("fieldset")?.querySelector("legend")?.textContent ?? ""}: ${one.textContent}`.replace(/^: /, "");
      const one = [...document.querySelectorAll("label")].find((one) => name(one) === label);
      return (one?.control as HTMLInputElement | undefined)?.value ?? null;
    }, label);
  }

  /** Puts a text into the box with this label, or chooses it there. */
  async type(label: string, text: string): Promise<void> {
    await this.run(([label, text]) => {
      const name = (one: Element) => `${one.closest("fieldset")?.querySelector("legend")?.textContent ?? ""}: ${one.textContent}`.replace(/^: /, "");
      const all = [...document.querySelectorAll("label")];
      const box = all.find((one) => name(one) === label)?.control as HTMLInputElement | HTMLSelectElement | undefined;
      if (box === undefined) throw new Error(`no box "${label}" among ${all.map(name).join(", ")}`);
      const option = "options" in box ? [...box.options].find((one) => one.label === text) : undefined;
      box.value = option?.value ?? text;
      for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, { bubbles: true }));
    }, [label, text] as const);
  }

  /** Hands over a file in the box with this label. */
  async file(label: string, text: string): Promise<void> {
    await this.run(([label, text]) => {
      const box = [...document.querySelectorAll("label")].find(({ textContent }) => textContent === label)!.control as HTMLInputElement;
      const files = new DataTransfer();
      files.items.add(new File([text], "answers.json", { type: "application/json" }));
      box.files = files.files;
      box.dispatchEvent(new Event("change"));
    }, [label, text] as const);
  }

  /** Presses a button that saves a file: what is in it. */
  async saved(name: string): Promise<string> {
    await this.run(() => {
      const scope = globalThis as { saved?: Promise<string> };
      const { createObjectURL } = URL;
      scope.saved = new Promise((done) => {
        URL.createObjectURL = (blob: Blob) => {
          URL.createObjectURL = createObjectURL;
          done(blob.text());
          return createObjectURL(blob);
        };
      });
    });
    await this.press(name);
    return await this.run(() => (globalThis as { saved?: Promise<string> }).saved!);
  }

  /** What axe finds there. */
  async faults(): Promise<string[]> {
    await this.evaluate(`${AXE}\n;0`);
    return await this.run(async (tags) => {
      const { axe } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      const { violations } = await axe.run(document, { runOnly: tags });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    }, TAGS);
  }
}

/** Keys by their numbers. */
export const KEYS = { Tab: 9, Enter: 13, Escape: 27, " ": 32 } as const;
export type Key = keyof typeof KEYS;

/** The popup in its window. */
export abstract class Popup extends Part {
  /** Presses a key as a person does. */
  abstract strike(key: Key): Promise<void>;
  abstract isOpen(): Promise<boolean>;
}

/** The settings. */
export class Options<Shown extends Page = Page> extends Part {
  readonly page: Shown;

  constructor(page: Shown) {
    super();
    this.page = page;
  }

  evaluate(program: string): Promise<unknown> {
    return this.page.evaluate(program);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
