// What every environment is asked: one row for each entry of the package. An answer is compared as
// JSON. A row with `page: true` is only asked where there is a document, but imported everywhere;
// `withoutWasm` is the entry that answers the same without WebAssembly.
export const ENTRIES = [
  {
    from: "prefile",
    withoutWasm: "prefile/js",
    take: "aNumber, check, isValid, scan",
    asked: [
      [`check("a-number", "A12345").findings[0].code`, "a-number/too-short"],
      [`check("a-number", "A12345", { locale: "es" }).findings[0].message.includes("dígitos")`, true],
      [`check("a-number", "A# 012 345 678").display`, "A012-345-678"],
      [`isValid("a-number", "A012345678")`, true],
      [`isValid("a-number", "A01234567890")`, false],
      [`scan("Recibo EAC2212345678.").map(({ kind, span }) => [kind, span.start])`, [["receipt-number", 7]]],
      [`aNumber["~standard"].validate("a 12 345 678")`, { value: "A012345678" }],
      [`aNumber["~standard"].validate("").issues.map(({ path, finding }) => [path, finding.code])`, [[[], "a-number/empty"]]],
    ],
  },
  {
    from: "prefile/strength",
    take: "strength",
    asked: [
      [`[strength("P@ssw0rd1").score, strength("cobalt shrub waltz ninety").score]`, [1, 4]],
      [`strength("ibarra1985", { personal: ["Ibarra"], locale: "es" }).findings.map(({ code, span }) => [code, span.end])`,
        [["strength/personal", 6], ["strength/year", 10]]],
    ],
  },
  {
    from: "prefile/guide",
    take: "evaluate",
    asked: [
      [`evaluate([pack], { "filing.sent_to": "x" }).findings.map(({ code, field }) => [code, field])`,
        [["answer/unreadable", "filing.sent_to"]]],
      [`evaluate([pack], {}, { locale: "es" }).current.pack`, "g-1145"],
    ],
  },
  { from: "prefile/packs/g-1145", take: "default as pack", asked: [] },
  {
    from: "prefile/guide/element",
    take: "",
    page: true,
    asked: [
      [`(() => {
        const guide = document.createElement("prefile-guide");
        guide.setAttribute("pack", "g-1145");
        guide.lang = "es";
        document.body.append(guide);
        const said = [guide.evaluation.current.id, guide.shadowRoot.querySelector(".main").textContent];
        guide.remove();
        return said;
      })()`, ["sending", "Continuar"]],
    ],
  },
  {
    from: "prefile/pdf",
    take: "comparePdfs, openPdf",
    asked: [
      [`comparePdfs([openPdf(new Uint8Array(9)), openPdf(new Uint8Array(9))])`, []],
      [`openPdf(new Uint8Array(9)).findings.map(({ code, field }) => [code, field])`, [["pdf/not-a-pdf", null]]],
      [`openPdf(new Uint8Array(9), { locale: "es" }).findings[0].message.startsWith("Este archivo")`, true],
    ],
  },
  { from: "prefile/pdf/locales/es", take: "", asked: [] },
  {
    from: "prefile/dom",
    take: "attach",
    page: true,
    asked: [
      [`(() => {
        const [form, label, box] = ["form", "label", "input"].map((name) => document.createElement(name));
        document.body.append(form);
        form.append(label);
        label.append("A-Number", box);
        const { check, detach } = attach(form, { locale: "es" });
        box.value = "A12345";
        const said = [check().map(({ code }) => code), form.innerText.includes("Hay que corregirlo")];
        detach();
        form.remove();
        return said;
      })()`, [["a-number/too-short"], true]],
    ],
  },
  { from: "prefile/auto", take: "", asked: [] },
  { from: "prefile/locales/es", withoutWasm: "prefile/locales/es", take: "", asked: [] },
];

/** A module that imports the entries; its `answers` asks what can be asked there. */
export function program({ page = false, withoutWasm = false }) {
  const imports = chosen(withoutWasm).map(({ from, take }) => (take ? `import { ${take} } from "${from}";` : `import "${from}";`));
  const asked = askedIn({ page, withoutWasm }).map(([expression]) => `    ${expression},`);
  return [...imports, "export async function answers() {", "  return Promise.all([", ...asked, "  ]);", "}", ""].join("\n");
}

/** What is asked in a page or outside of one: expression and answer. */
export function askedIn({ page = false, withoutWasm = false }) {
  return chosen(withoutWasm)
    .filter((entry) => page || !entry.page)
    .flatMap(({ asked }) => asked);
}

function chosen(withoutWasm) {
  return withoutWasm ? ENTRIES.flatMap((entry) => (entry.withoutWasm ? { ...entry, from: entry.withoutWasm } : [])) : ENTRIES;
}
