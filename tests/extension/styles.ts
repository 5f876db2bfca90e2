// Forms as they are met: the same boxes written in many ways. Every box says by `data-row` which it is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSync } from "esbuild";
import type { Site } from "./surface.ts";

export const ADDRESS = "https://my.uscis.gov/forms/one";

/** A box to be written. */
export interface Row {
  readonly label: string;
  readonly name: string;
}

type Style = (rows: readonly Row[]) => string | { html: string; files?: Record<string, { body: string; type?: string }> };

const each = (rows: readonly Row[], write: (row: Row, at: number) => string): string => rows.map(write).join("\n");
const framed = (inside: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Form</title></head><body>${inside}</body></html>`;
const script = (text: string): string => `<script>${text}</script>`;
const json = (rows: readonly Row[]): string => JSON.stringify(rows);

const packed = (name: string): string => readFileSync(createRequire(import.meta.url).resolve(name), "utf8");

let react: string | undefined;
/** React and its DOM, as a page bundles them. */
function reactScript(): string {
  react ??= buildSync({
    stdin: {
      contents: 'import * as React from "react"; import { createRoot } from "react-dom/client"; globalThis.React = React; globalThis.createRoot = createRoot;',
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  }).outputFiles[0]!.text;
  return react;
}

export const STYLES: Readonly<Record<string, Style>> = {
  "plain HTML": (rows) =>
    `<form>${each(rows, ({ label, name }, at) => `<p><label for="f${at}">${label}</label><br><input id="f${at}" name="${name}" data-row="${at}"></p>`)}<button>Next</button></form>`,

  "labels around": (rows) =>
    `<form>${each(rows, ({ label }, at) => `<label>${label} <span class="req">*</span> <input type="text" required data-row="${at}"></label>`)}</form>`,

  "USWDS": (rows) =>
    `<form class="usa-form usa-form--large">${each(
      rows,
      ({ label, name }, at) => `<div class="usa-form-group"><label class="usa-label" for="input-${at}">${label}</label>
        <span class="usa-hint" id="hint-${at}">As it is printed on your papers</span>
        <input class="usa-input" id="input-${at}" name="${name}" type="text" aria-describedby="hint-${at}" autocapitalize="off" autocorrect="off" data-row="${at}"></div>`,
    )}<button type="submit" class="usa-button">Next</button></form>`,

  "a table of two columns": (rows) =>
    `<form><table><tbody>${each(rows, ({ label }, at) => `<tr><td align="right"><b>${at + 1}.</b> ${label}:</td><td><input size="30" data-row="${at}"></td></tr>`)}</tbody></table></form>`,

  "a table with a head": (rows) =>
    `<form><table border="1"><thead><tr>${each(rows, ({ label }) => `<th>${label}</th>`)}</tr></thead>
      <tbody><tr>${each(rows, (_, at) => `<td><input size="8" data-row="${at}"></td>`)}</tr></tbody></table></form>`,

  "fieldsets": (rows) =>
    `<form><h2>Part 2. Information About You</h2>${each(rows, ({ label, name }, at) => `<fieldset><legend>${label}</legend><div class="row"><input name="${name}" data-row="${at}"></div></fieldset>`)}</form>`,

  "divs with aria-label": (rows) =>
    `<div role="form">${each(rows, ({ label }, at) => `<div class="field"><div class="cell"><input aria-label="${label}" data-row="${at}"></div></div>`)}</div>`,

  "divs with aria-labelledby": (rows) =>
    `<div>${each(rows, ({ label }, at) => `<div class="field"><div id="t${at}" class="text">${label}</div><div><div><input id="x${at}" aria-labelledby="t${at}" data-row="${at}"></div></div></div>`)}</div>`,

  "placeholders only": (rows) => `<form>${each(rows, ({ label }, at) => `<div><input placeholder="${label}" data-row="${at}"></div>`)}</form>`,

  "a list of definitions": (rows) =>
    `<form><dl>${each(rows, ({ label }, at) => `<dt>${label}</dt><dd><input data-row="${at}"></dd>`)}</dl></form>`,

  "open shadow roots": (rows) =>
    `<main id="host"></main>${script(`
      customElements.define("text-field", class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: "open" }).innerHTML = '<style>:host { display: block }</style><label><span></span> <input></label>';
          this.shadowRoot.querySelector("span").textContent = this.getAttribute("label");
          this.shadowRoot.querySelector("input").dataset.row = this.getAttribute("row");
        }
      });
      ${json(rows)}.forEach(({ label }, at) => {
        const field = document.createElement("text-field");
        field.setAttribute("label", label);
        field.setAttribute("row", at);
        document.querySelector("#host").append(field);
      });`)}`,

  "a frame of the same origin": (rows) => ({
    html: `<h1>Form</h1><iframe src="/forms/inner" title="The form" width="600" height="900"></iframe>`,
    files: { "https://my.uscis.gov/forms/inner": { body: framed(STYLES["plain HTML"]!(rows) as string) } },
  }),

  "a frame written by a script": (rows) =>
    `<iframe id="inner" title="The form" width="600" height="900"></iframe>${script(`
      document.querySelector("#inner").srcdoc = ${JSON.stringify(framed(STYLES["labels around"]!(rows) as string)).replaceAll("</", "<\\/")};`)}`,

  "React, controlled": (rows) => ({
    html: `<div id="root"></div><script src="/react.js"></script>${script(`
      const { createElement: h, useState } = React;
      function Field({ label, name, row }) {
        const [text, set] = useState("");
        return h("div", { className: "field" },
          h("label", { htmlFor: "r-" + name, className: "label" }, label),
          h("input", { id: "r-" + name, name, value: text, "data-row": row, onChange: (event) => set(event.target.value) }),
          text === "" ? h("span", { className: "hint" }, "Empty") : null);
      }
      createRoot(document.querySelector("#root")).render(h("form", null, ${json(rows)}.map((one, row) => h(Field, { key: row, row, ...one }))));`)}`,
    files: { "https://my.uscis.gov/react.js": { body: reactScript(), type: "text/javascript" } },
  }),

  "Vue": (rows) => ({
    html: `<div id="app"></div><script src="/vue.js"></script>${script(`
      Vue.createApp({
        data: () => ({ fields: ${json(rows)}.map((one) => ({ ...one, text: "" })) }),
        template: '<form @submit.prevent><div v-for="(field, at) in fields" :key="at" class="v-input"><label :for="\\'v\\' + at">{{ field.label }}</label><input :id="\\'v\\' + at" v-model.trim="field.text" :data-row="at"><p v-if="field.text">{{ field.text.length }} letters</p></div></form>',
      }).mount("#app");`)}`,
    files: { "https://my.uscis.gov/vue.js": { body: packed("vue/dist/vue.global.prod.js"), type: "text/javascript" } },
  }),

  "as Angular Material writes it": (rows) =>
    `<form novalidate class="ng-untouched ng-pristine">${each(
      rows,
      ({ label }, at) => `<mat-form-field class="mat-form-field ng-tns-c${at}"><div class="mat-form-field-wrapper"><div class="mat-form-field-flex"><div class="mat-form-field-infix">
        <input matinput class="mat-input-element ng-untouched ng-pristine" id="mat-input-${at}" formcontrolname="f${at}" data-row="${at}">
        <span class="mat-form-field-label-wrapper"><label class="mat-form-field-label" id="mat-label-${at}" for="mat-input-${at}" aria-owns="mat-input-${at}"><mat-label>${label}</mat-label></label></span>
        </div></div><div class="mat-form-field-subscript-wrapper"></div></div></mat-form-field>`,
    )}</form>${script(`
      addEventListener("input", ({ target }) => { target.classList.remove("ng-pristine"); target.classList.add("ng-dirty"); });
      addEventListener("focusout", ({ target }) => {
        target.classList.replace("ng-untouched", "ng-touched");
        Promise.resolve().then(() => (target.closest(".mat-form-field-wrapper").lastElementChild.innerHTML = '<div class="mat-hint">Checked</div>'));
      });`)}`,

  "steps of one page": (rows) =>
    `<main></main>${script(`
      const rows = ${json(rows)};
      let step = 0;
      function show() {
        document.querySelector("main").innerHTML = "<h2>Step " + (step + 1) + "</h2>" + rows.slice(step * 5, step * 5 + 5).map(({ label }, at) =>
          '<div><label for="s' + at + '">' + label + '</label><input id="s' + at + '" data-row="' + (step * 5 + at) + '"></div>').join("");
      }
      window.next = () => {
        if (++step * 5 >= rows.length) return false;
        history.pushState({}, "", "/forms/one/" + step);
        show();
        return true;
      };
      show();`)}`,

  "boxes that come late": (rows) =>
    `<main><p>Loading</p></main>${script(`
      addEventListener("load", () => setTimeout(() => {
        document.querySelector("main").innerHTML = ${json(rows)}.map(({ label }, at) =>
          '<div class="q"><span class="q-text">' + label + '</span><div class="a"><input data-row="' + at + '"></div></div>').join("");
      }, 50));`)}`,
};

/** The page that a style makes of the boxes. */
export function siteOf(style: Style, rows: readonly Row[]): Site {
  const made = style(rows);
  const { html, files = {} } = typeof made === "string" ? { html: made } : made;
  return { [ADDRESS]: { body: framed(html) }, ...files };
}
