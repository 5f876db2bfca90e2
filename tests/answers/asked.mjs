// What is asked about each text, of any build of the package and wherever it runs; in the order of
// examples/answers.rs.

/** All answers about the text at a place of the list, as JSON. */
export function answers(prefile, kinds, text, place) {
  const options = { locale: place % 3 ? "en" : "es", ...(place % 2 && { today: "2026-11-22" }) };
  const personal = [text, "Ibarra"];
  const pairs = [
    { question: text, answer: "Ibarra" },
    { question: "Town?", answer: text },
  ];
  return JSON.stringify([
    ...kinds.map((kind) => prefile.check(kind, text, options)),
    kinds.map((kind) => prefile.isValid(kind, text)),
    prefile.identify(text, options),
    prefile.scan(text, options),
    prefile.checkLink(text, options),
    prefile.checkLinks(text, options),
    prefile.checkPassword(text, options),
    prefile.checkPassword(text, { ...options, email: text.slice(0, 256), personal }),
    prefile.checkRecoveryAnswers(pairs, { ...options, personal: ["Ibarra"] }),
    prefile.classifyField({ label: text }),
    prefile.classifyField({ name: text, section: text, maxLength: 9 }),
  ]);
}

/** The words of a language: every code, every kind. */
export function words(prefile, codes, locale) {
  return JSON.stringify([codes.map((code) => prefile.explain(code, locale)), prefile.kinds(locale)]);
}

/** FNV-1a over the units of a text. */
export function fingerprint(text) {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** The fingerprints of all that a build says: of the words in both languages, then of each text. */
export function fingerprints(prefile, codes, texts) {
  const kinds = prefile.kinds().map(({ kind }) => kind);
  return [
    ...["es", "en"].map((locale) => fingerprint(words(prefile, codes, locale))),
    ...texts.map((text, place) => fingerprint(answers(prefile, kinds, text, place))),
  ];
}
