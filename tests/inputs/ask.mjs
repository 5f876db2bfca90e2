// Asks every function of the package about every bad input, in every place where a program may put it:
// nothing throws, and each answer has the contract's shape.

import { shapes, text as textShape } from "./shapes.mjs";
import { TEXTS } from "./texts.mjs";
import { THINGS } from "./things.mjs";

export const INPUTS = THINGS.length + TEXTS.length;

/** What is wrong with the answers of these entries; of the texts, one in so many is asked about. */
export function faults({ prefile, fields, prefileResolver, strength, evaluate, pack, openPdf, fillPdf, comparePdfs, blank }, step = 1) {
  const kinds = prefile.kinds().map(({ kind }) => kind);
  const shape = shapes(kinds);
  const said = [];
  let calls = 0;

  function hold(what, name, expected, ask) {
    calls++;
    try {
      const wrong = expected(ask());
      if (wrong !== undefined && said.length < 50) said.push(`${name} of ${what}: ${wrong}`);
    } catch (error) {
      if (said.length < 50) said.push(`${name} of ${what} threw ${String(error)}`);
    }
  }

  const { aNumber, checker } = prefile;
  const form = fields({ aNumber, "children.*.ssn": prefile.ssn });
  const resolver = prefileResolver({ aNumber });
  const ATTRIBUTES = ["label", "name", "id", "placeholder", "autocomplete", "type", "maxLength", "section"];
  const file = openPdf(blank);
  const anyName = shape.check(Infinity, textShape);

  /** As the text that is asked about. */
  function asText(of, make, length, turn) {
    for (const kind of [kinds[turn % kinds.length], kinds[(turn + 7) % kinds.length], kinds[(turn + 23) % kinds.length]]) {
      of(`check(${kind})`, shape.check(length), () => prefile.check(kind, make(), { today: "2026-11-22" }));
      of(`isValid(${kind})`, (valid) => shape.flag(valid) ?? (valid === prefile.check(kind, make()).ok ? undefined : "is not what check says"), () => prefile.isValid(kind, make()));
    }
    of("identify", shape.identified(length), () => prefile.identify(make()));
    of("scan", shape.found(length), () => prefile.scan(make()));
    const attribute = ATTRIBUTES[turn % ATTRIBUTES.length];
    of(`classifyField, ${attribute}`, shape.classified, () => prefile.classifyField({ [attribute]: make() }));
    of("checkLink", shape.link(length), () => prefile.checkLink(make()));
    of("checkLinks", shape.links(length), () => prefile.checkLinks(make()));
    of("checkPassword", shape.password(length), () => prefile.checkPassword(make(), { email: make(), personal: [make(), "Ibarra"] }));
    of("checkRecoveryAnswers", shape.answers, () => prefile.checkRecoveryAnswers([{ question: make(), answer: "x" }, { question: "x", answer: make() }], { personal: [make()] }));
    of("explain", shape.explanation, () => prefile.explain(make()));
    of("a checker", shape.check(length), () => aNumber(make(), make()));
    of("validate", shape.schema, () => aNumber["~standard"].validate(make()));
    of("fields", shape.schema, () => form["~standard"].validate({ aNumber: make(), children: [{ ssn: make() }, make()] }));
    of("a resolver", () => undefined, () => resolver({ aNumber: make() }, make(), { criteriaMode: "all" }));
    of("strength", shape.strength(length), () => strength(make(), { personal: [make()] }));
    of("openPdf", shape.opened, () => openPdf(make()));
    of("fillPdf, a value", shape.filledPdf, () => fillPdf(turn % 16 ? undefined : blank, { "form1[0].P1_Family[0]": make(), [String(turn)]: make() }));
    of("comparePdfs, a box", shape.compared, () => comparePdfs([file, { ...file, fields: file.fields.map((field) => ({ ...field, kind: "a-number", answered: true, value: make() })) }]));
    of("evaluate, an answer", shape.evaluation, () => evaluate([pack], { "applicant.family_name": make(), [String(turn)]: make() }));
  }

  /** As a kind, a language, a day, options, a box, a list, packs. */
  function elsewhere(of, make) {
    of("check, kind", anyName, () => prefile.check(make(), "219-09-9998"));
    of("check, options", shape.check(11), () => prefile.check("ssn", "219-09-9998", make()));
    of("check, locale", shape.check(11), () => prefile.check("ssn", "219-09-999", { locale: make() }));
    of("check, today", shape.check(13), () => prefile.check("receipt-number", "EAC4012345678", { today: make() }));
    of("isValid, kind", shape.flag, () => prefile.isValid(make(), "219-09-9998"));
    of("identify, options", shape.identified(13), () => prefile.identify("EAC2212345678", make()));
    of("scan, options", shape.found(13), () => prefile.scan("EAC2212345678", make()));
    of("classifyField", shape.classified, () => prefile.classifyField(make()));
    for (const name of ATTRIBUTES) of(`classifyField, ${name}`, shape.classified, () => prefile.classifyField({ [name]: make() }));
    of("checkLink, options", shape.link(9), () => prefile.checkLink("uscis.com", make()));
    of("checkLinks, options", shape.links(9), () => prefile.checkLinks("uscis.com", make()));
    of("checkPassword, options", shape.password(9), () => prefile.checkPassword("Ibarra-90", make()));
    of("checkPassword, personal", shape.password(9), () => prefile.checkPassword("Ibarra-90", { personal: make() }));
    of("checkRecoveryAnswers, list", shape.answers, () => prefile.checkRecoveryAnswers(make()));
    of("checkRecoveryAnswers, one", shape.answers, () => prefile.checkRecoveryAnswers([make()]));
    of("checkRecoveryAnswers, options", shape.answers, () => prefile.checkRecoveryAnswers([{ question: "x", answer: "y" }], make()));
    of("explain, locale", shape.explanation, () => prefile.explain("ssn/empty", make()));
    of("kinds", shape.kinds, () => prefile.kinds(make()));
    of("checker, kind", anyName, () => checker(make())("A012345678"));
    of("checker, options", shape.check(10), () => checker("a-number", make())("A012345678"));
    of("with", shape.check(10), () => aNumber.with(make())("A012345678"));
    of("validate, options", shape.schema, () => aNumber.with(make())["~standard"].validate(""));
    of("fields, values", shape.schema, () => form["~standard"].validate(make()));
    of("fields, rows", shape.schema, () => form["~standard"].validate({ aNumber: "A012345678", children: make() }));
    of("strength, options", shape.strength(9), () => strength("Ibarra-90", make()));
    of("strength, personal", shape.strength(9), () => strength("Ibarra-90", { personal: make() }));
    of("openPdf, options", shape.opened, () => openPdf(blank, make()));
    of("openPdf, packs", shape.opened, () => openPdf(blank, { packs: make(), today: make(), locale: make() }));
    of("openPdf, a pack", shape.opened, () => openPdf(blank, { packs: [make(), { id: "x", data: make() }] }));
    of("fillPdf", shape.filledPdf, () => fillPdf(make(), {}));
    of("fillPdf, values", shape.filledPdf, () => fillPdf(blank, make()));
    of("fillPdf, options", shape.filledPdf, () => fillPdf(blank, {}, make()));
    of("fillPdf, a form", shape.filledPdf, () => fillPdf(blank, {}, { form: make(), replace: make(), locale: make() }));
    of("fillPdf, an edition", shape.filledPdf, () => fillPdf(blank, {}, { form: { id: make(), edition: make() }, otherEdition: make() }));
    of("comparePdfs", shape.compared, () => comparePdfs(make()));
    of("comparePdfs, a file", shape.compared, () => comparePdfs([file, make(), { form: make(), fields: make() }, { form: file.form, fields: [make()] }]));
    of("comparePdfs, options", shape.compared, () => comparePdfs([file, file], make()));
    of("comparePdfs, an option", shape.compared, () => comparePdfs([file, file], { today: make(), locale: make() }));
    of("evaluate, packs", shape.evaluation, () => evaluate(make(), {}));
    of("evaluate, a pack", shape.evaluation, () => evaluate([make(), { id: "x", data: make() }], {}));
    of("evaluate, answers", shape.evaluation, () => evaluate([pack], make()));
    of("evaluate, options", shape.evaluation, () => evaluate([pack], {}, make()));
    of("evaluate, show", shape.evaluation, () => evaluate([pack], {}, { show: make(), today: make(), locale: make() }));
  }

  for (const [turn, [name, make]] of THINGS.entries()) {
    const of = (...asked) => hold(name, ...asked);
    asText(of, make, 0, turn);
    elsewhere(of, make);
  }
  for (const [turn, text] of TEXTS.entries()) {
    if (turn % step > 0) continue;
    const of = (...asked) => hold(JSON.stringify(text.slice(0, 60)), ...asked);
    asText(of, () => text, text.length, turn);
    // Among the options nothing is read but a language and a day.
    if (turn % 8 === 0) elsewhere(of, () => text);
  }
  return { said, calls };
}
