// prefile/guide beside SurveyJS and JSON Forms on one made-up form: node benches/guide.mjs <pack program> [--json]
//
// Needs the built package (cargo xtask build --only package), the peers (npm ci in benches/) and the
// example `pack` of compiler/. Every side is given the same questions, conditions, required answers and
// checks, is warm, and counts the same faults. Times are milliseconds, the best of many rounds, rounds of
// all sides in turn: what else the machine does slows all of them. Only ratios are worth quoting.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { performance } from "node:perf_hooks";

const require = createRequire(import.meta.url);
const { Model } = require("survey-core");
const { coreReducer, init, update, createAjv, isVisible } = require("@jsonforms/core");
const { evaluate } = await import(new URL("../pkg/dist/guide.js", import.meta.url));
const [, , program] = process.argv;

/** A part of the form: ten questions; the ninth is asked when the eighth is yes. */
const QUESTIONS = [
  ["family", "family-name"], ["given", "given-name"], ["email", "email"], ["from", "date"], ["to", "date"],
  ["city", "city"], ["how", "choice"], ["other", "yes-no"], ["which", "text"], ["count", "number"],
];
const CHOICES = ["online", "on_paper", "not_yet"];
const YES = 7, ASKED_ON_YES = 8;

/** Every tenth part has an end before its beginning, and every fifth is asked one more. */
function answersOf(parts) {
  const answers = {};
  for (let i = 0; i < parts; i++) {
    const p = `p${i}`;
    Object.assign(answers, {
      [`${p}.family`]: `Ibarra`, [`${p}.given`]: "Ana", [`${p}.email`]: `ana${i}@example.com`,
      [`${p}.from`]: "2021-03-04", [`${p}.to`]: i % 10 === 0 ? "2020-01-02" : "2023-05-06",
      [`${p}.city`]: "Laredo", [`${p}.how`]: CHOICES[i % 3], [`${p}.other`]: i % 5 === 0, [`${p}.count`]: String(i),
    });
    if (i % 5 === 0) answers[`${p}.which`] = "Another thing";
  }
  return answers;
}

/** The definition as files, and the pack that the compiler makes of them. */
function ours(parts) {
  const folder = new URL(`../target/benches/form-${parts}/`, import.meta.url).pathname;
  rmSync(folder, { recursive: true, force: true });
  const put = (file, text) => {
    mkdirSync(path.dirname(folder + file), { recursive: true });
    writeFileSync(folder + file, text);
  };
  let facts = "", words = "", form = 'id = "made-up"\n', screens = "";
  for (let i = 0; i < parts; i++) {
    for (const [name, wants] of QUESTIONS) {
      facts += `[p${i}.${name}]\nwants = "${wants}"\n${wants === "choice" ? `choices = ${JSON.stringify(CHOICES)}\n` : ""}`;
      words += `[p${i}.${name}]\nlabel = "Question ${name} of part ${i}"\nwhy = "The form asks."\n`;
      if (wants === "choice") words += `choices = { online = "Online", on_paper = "On paper", not_yet = "Not yet" }\n`;
    }
    const ask = QUESTIONS.map(([name], at) => `  { fact = "p${i}.${name}"${at === ASKED_ON_YES ? `, when = "p${i}.other"` : ""} },\n`);
    form += `[[screen]]\nid = "part-${i}"\nask = [\n${ask.join("")}]\n`;
    form += `[[check]]\nid = "order-${i}"\nseverity = "error"\nwhen = "p${i}.to < p${i}.from"\nfact = "p${i}.to"\nsource = "rule"\n`;
    screens += `[screens.part-${i}]\ntitle = "Part ${i}"\n[checks.order-${i}]\nmessage = "It ends before it begins."\nwhy = "Dates are in order."\n`;
  }
  put("forms/facts.toml", facts);
  put("forms/made-up.toml", form);
  put("data/sources.toml", '[rule]\ntitle = "A rule"\nurl = "https://example.com/rule"\nread = "2026-01-01"\n');
  for (const language of ["en", "es"]) {
    put(`locales/${language}/forms/facts.toml`, words);
    put(`locales/${language}/forms/made-up.toml`, screens);
  }
  execFileSync(program, [folder, "forms/made-up.toml", `${folder}pack`], { stdio: "inherit" });
  const pack = { id: "made-up", data: readFileSync(`${folder}pack`).toString("base64") };
  return (answers) => {
    const found = evaluate([pack], answers, { today: "2026-11-22" });
    return { wrong: found.findings.filter(({ severity }) => severity === "error").length, missing: found.missing.length };
  };
}

/** Answers as the peers want them: a dot would be a path there. */
const undotted = (answers) => Object.fromEntries(Object.entries(answers).map(([name, value]) => [name.replace(".", "_"), value]));

function surveyJs(parts) {
  const pages = Array.from({ length: parts }, (_, i) => ({
    name: `part-${i}`,
    elements: QUESTIONS.map(([name, wants], at) => {
      const question = { name: `p${i}_${name}`, title: `Question ${name} of part ${i}`, isRequired: true, type: "text" };
      if (wants === "choice") Object.assign(question, { type: "radiogroup", choices: CHOICES });
      if (wants === "yes-no") question.type = "boolean";
      if (wants === "date") question.inputType = "date";
      if (wants === "number") question.inputType = "number";
      if (wants === "email") question.validators = [{ type: "email" }];
      if (at === ASKED_ON_YES) question.visibleIf = `{p${i}_${QUESTIONS[YES][0]}} = true`;
      if (name === "to") question.validators = [{ type: "expression", expression: `{p${i}_to} >= {p${i}_from}` }];
      return question;
    }),
  }));
  const model = new Model({ pages, checkErrorsMode: "onComplete" });
  const count = () => {
    model.validate();
    return { wrong: model.getAllQuestions(true).reduce((sum, { errors }) => sum + errors.length, 0), missing: 0 };
  };
  return {
    whole(answers) {
      model.data = answers;
      return count();
    },
    change(name, value) {
      model.setValue(name, value);
      return count();
    },
  };
}

/** The same for JSON Forms: a schema for what is right, and a layout with a rule for what is shown. */
function jsonForms(parts) {
  const properties = {}, elements = [], required = [];
  for (let i = 0; i < parts; i++) {
    for (const [at, [name, wants]] of QUESTIONS.entries()) {
      const key = `p${i}_${name}`;
      if (at !== ASKED_ON_YES) required.push(key);
      properties[key] = {
        ...{ "choice": { type: "string", enum: CHOICES }, "yes-no": { type: "boolean" }, "date": { type: "string", format: "date" },
          "email": { type: "string", format: "email" }, "number": { type: "string", pattern: "^[0-9]+$" } }[wants] ?? { type: "string", minLength: 1 },
      };
      const control = { type: "Control", scope: `#/properties/${key}` };
      if (at === ASKED_ON_YES)
        control.rule = { effect: "SHOW", condition: { scope: `#/properties/p${i}_${QUESTIONS[YES][0]}`, schema: { const: true } } };
      elements.push(control);
    }
    // ISO dates are in the order of their letters.
    properties[`p${i}_to`].formatMinimum = { $data: `1/p${i}_from` };
  }
  const schema = { type: "object", properties, required };
  const uischema = { type: "VerticalLayout", elements };
  const ajv = createAjv({ allErrors: true, $data: true });
  let state = coreReducer(undefined, init({}, schema, uischema, { ajv }));
  const count = () => {
    const shown = elements.filter((element) => isVisible(element, state.data, "", ajv)).length;
    if (shown < parts) throw new Error("JSON Forms shows nothing");
    return { wrong: state.errors.length, missing: 0 };
  };
  return {
    whole(answers) {
      state = coreReducer(state, update("", () => answers));
      return count();
    },
    change(name, value) {
      state = coreReducer(state, update(name, () => value));
      return count();
    },
  };
}

/** The best times of the sides, each with what it is given in each round made before. */
function best(rounds, sides) {
  const times = sides.map(() => Infinity);
  const given = sides.map(([, make]) => Array.from({ length: rounds }, (_, round) => make(round)));
  for (let round = 0; round < rounds; round++) {
    for (const [at, [side]] of sides.entries()) {
      const start = performance.now();
      side(...given[at][round]);
      times[at] = Math.min(times[at], performance.now() - start);
    }
  }
  return times;
}

const rows = [];
for (const [parts, rounds] of [[20, 100], [300, 40]]) {
  const answers = answersOf(parts);
  const sides = { prefile: ours(parts), survey: surveyJs(parts), forms: jsonForms(parts) };
  const wrong = Math.ceil(parts / 10);
  for (const [name, side] of Object.entries(sides)) {
    const found = typeof side === "function" ? side(answers) : side.whole(undotted(answers));
    if (found.wrong !== wrong || found.missing !== 0) throw new Error(`${name} finds ${JSON.stringify(found)}, not ${wrong} faults`);
  }
  // Each round is asked of another name, so that nothing is answered from memory.
  const named = (round) => `Ibarra ${"x".repeat(1 + (round % 7))}`;
  const half = Object.fromEntries(Object.entries(answers).slice(0, Object.keys(answers).length / 2));
  const facts = parts * QUESTIONS.length;
  for (const [what, some] of [["all answered", answers], ["half answered", half]]) {
    const anew = (round) => ({ ...some, "p0.family": named(round) });
    rows.push([`${facts} facts, ${what}`, ...best(rounds, [
      [sides.prefile, (round) => [anew(round)]],
      [sides.survey.whole, (round) => [undotted(anew(round))]],
      [sides.forms.whole, (round) => [undotted(anew(round))]],
    ])]);
  }
  sides.survey.whole(undotted(answers));
  sides.forms.whole(undotted(answers));
  rows.push([`${facts} facts, one answer changed`, ...best(rounds, [
    [sides.prefile, (round) => [{ ...answers, "p0.family": named(round) }]],
    [sides.survey.change, (round) => ["p0_family", named(round)]],
    [sides.forms.change, (round) => ["p0_family", named(round)]],
  ])]);
}

if (process.argv.includes("--json")) console.log(JSON.stringify(rows));
else {
  console.log(`${"".padEnd(34)}${["prefile", "SurveyJS", "", "JSON Forms", ""].map((head) => head.padStart(12)).join("")}`);
  const ms = (time) => `${time.toFixed(2)} ms`.padStart(12);
  const times = (theirs, our) => `${(theirs / our).toFixed(1)} times`.padStart(12);
  for (const [name, our, survey, forms] of rows)
    console.log(`${name.padEnd(34)}${ms(our)}${ms(survey)}${times(survey, our)}${ms(forms)}${times(forms, our)}`);
}
