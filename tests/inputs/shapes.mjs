// The shapes that answers have, written from the contract and not from the code. A shape says where a
// value differs from it, and nothing if it does not.

const typed = (type) => (value) => (typeof value === type ? undefined : `is no ${type}`);
export const text = typed("string");
export const flag = typed("boolean");
const filled = (value) => text(value) ?? (value === "" ? "is empty" : undefined);
const one = (...all) => (value) => (all.includes(value) ? undefined : `is ${String(value)}`);
const like = (pattern) => (value) => text(value) ?? (pattern.test(value) ? undefined : `is ${JSON.stringify(value)}`);
const within = (least, most) => (value) => (typeof value === "number" && value >= least && value <= most ? undefined : `is ${String(value)}`);
export const either = (...shapes) => (value) => (shapes.some((shape) => shape(value) === undefined) ? undefined : shapes.map((shape) => shape(value)).join(", nor: "));
export const maybe = (shape) => (value) => (value === null ? undefined : shape(value));
export const none = one(null);

export const list = (shape) => (value) => {
  if (!Array.isArray(value) || Object.getPrototypeOf(value) !== Array.prototype) return "is no list";
  for (const [at, entry] of value.entries()) {
    const wrong = shape(entry);
    if (wrong !== undefined) return `[${at}] ${wrong}`;
  }
};

/** A plain object with these names and no others. */
export const plain = (shapes) => (value) => {
  const wrong = isPlain(value);
  if (wrong !== undefined) return wrong;
  for (const name of Object.keys(value)) if (!Object.hasOwn(shapes, name)) return `.${name} is not in the contract`;
  for (const [name, shape] of Object.entries(shapes)) {
    const wrong = Object.hasOwn(value, name) ? shape(value[name]) : "is missing";
    if (wrong !== undefined) return `.${name} ${wrong}`;
  }
};

/** A plain object with any names. */
const record = (shape) => (value) => isPlain(value) ?? Object.values(value).map(shape).find((wrong) => wrong !== undefined);

function isPlain(value) {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return "is no plain object";
  const own = Object.getOwnPropertyDescriptors(value);
  for (const name of Reflect.ownKeys(own)) if (!own[name].enumerable || !("value" in own[name])) return `.${String(name)} is no plain property`;
}

const SEVERITIES = ["error", "warning", "note"];
const code = like(/^[a-z0-9-]+\/[a-z0-9-]+$/);
const span = (length) => (value) => plain({ start: within(0, length), end: within(0, length) })(value) ?? (value.start <= value.end ? undefined : "ends before it starts");
const source = plain({ title: filled, url: like(/^https?:\/\/\S+$/), read: like(/^\d{4}-\d\d-\d\d$/) });

/** The shapes of a build that knows these kinds. */
export function shapes(kinds) {
  const kind = one(...kinds);
  const finding = (length, field = none) =>
    plain({
      code,
      severity: one(...SEVERITIES),
      message: filled,
      field,
      span: maybe(span(length)),
      fix: maybe(plain({ text, safety: one("safe", "ask") })),
      looksLike: maybe(kind),
      source: maybe(source),
    });
  /** The gravest first. */
  const findings = (length, field) => (value) => {
    const wrong = list(finding(length, field))(value);
    if (wrong !== undefined) return wrong;
    const ranks = value.map(({ severity }) => SEVERITIES.indexOf(severity));
    return ranks.every((rank, at) => at === 0 || ranks[at - 1] <= rank) ? undefined : "is not ordered";
  };
  const check = (length, name = kind) => (value) =>
    plain({
      kind: name,
      ok: flag,
      value: maybe(text),
      display: maybe(text),
      changes: list(plain({ what: filled, from: text, to: text })),
      findings: findings(length),
      details: record(text),
    })(value) ??
    (value.ok === value.findings.some(({ severity }) => severity === "error") ? "is ok with an error, or not ok without" : undefined) ??
    (!value.ok && (value.value !== null || value.display !== null) ? "has a value and is not ok" : undefined);
  const link = (length) => plain({ verdict: one("official", "government", "contractor", "lookalike", "unofficial", "unreadable"), host: maybe(like(/^[\x21-\x7e]+$/)), span: span(length), findings: findings(length) });
  const bytes = (value) => (value instanceof Uint8Array ? undefined : "is no bytes");
  const point = within(-1e6, 1e6);
  const explained = {
    code,
    severity: one(...SEVERITIES),
    message: filled,
    why: filled,
    span: maybe(span(Infinity)),
    fix: maybe(plain({ text, safety: one("safe", "ask") })),
    looksLike: maybe(kind),
    source: maybe(source),
  };
  const filed = plain({ ...explained, field: maybe(text), other: maybe(text), place: maybe(filled) });
  const placed = { file: within(0, 99), field: text, place: filled };
  const issue = plain({ message: filled, path: list(either(text, within(0, 1e6))), finding: either(one(undefined), finding(Infinity, maybe(text))) });
  const whose = maybe(one("applicant", "petitioner", "beneficiary", "spouse", "child", "parent", "sponsor", "representative", "preparer", "interpreter", "employer"));
  const purpose = maybe(one("home", "mailing", "previous", "abroad", "birth", "entry", "expiry", "issue", "signature"));
  return {
    check,
    flag,
    identified: (length) => list(plain({ kind, confidence: within(0, 1), check: check(length) })),
    found: (length) => list(plain({ kind, value: filled, span: span(length), check: check(length) })),
    classified: maybe(plain({
      kind,
      confidence: within(0, 1),
      why: filled,
      whose,
      purpose,
    })),
    link,
    links: (length) => list(link(length)),
    password: (length) => plain({ ok: flag, rules: list(plain({ rule: filled, met: flag, message: filled })), findings: findings(length) }),
    answers: list(findings(0)),
    explanation: maybe(plain({ code, severity: one(...SEVERITIES), what: filled, why: filled, example: text, source })),
    kinds: (value) => list(plain({ kind, title: filled, where: filled, example: text }))(value) ?? (value.length === kinds.length ? undefined : "does not have every kind"),
    schema: either(plain({ value: () => undefined }), plain({ issues: (value) => list(issue)(value) ?? (value.length > 0 ? undefined : "is empty") })),
    strength: (length) => plain({ score: one(0, 1, 2, 3, 4), guessesLog10: within(0, Infinity), findings: findings(length) }),
    opened: plain({
      form: maybe(plain({ id: filled, edition: filled })),
      pages: list(plain({ page: within(1, 1e4), form: maybe(filled), edition: maybe(filled), width: point, height: point })),
      fields: list(plain({
        name: text,
        page: within(0, 1e4),
        part: maybe(filled),
        item: maybe(filled),
        label: maybe(filled),
        kind: maybe(kind),
        whose,
        purpose,
        type: one("text", "check", "choice", "button", "signature"),
        value: text,
        acrobatValue: maybe(text),
        answered: flag,
        readOnly: flag,
        maxLength: maybe(within(0, 1e9)),
        boxes: list(plain({ page: within(1, 1e4), left: point, top: point, width: point, height: point, state: maybe(text) })),
        findings: list(filed),
      })),
      findings: list(filed),
      read: maybe(isPlain),
    }),
    filledPdf: plain({ bytes, sheet: maybe(plain({ bytes, pages: within(1, 1e4), familyName: text, givenName: text, middleName: text, aNumber: text, entries: list(plain({ field: filled, page: text, part: text, item: text, text: filled })) })), changes: maybe(isPlain), findings: list(filed) }),
    compared: list(plain({ ...explained, ...placed, other: plain(placed) })),
    evaluation: plain({
      screens: list(plain({ pack: filled, id: filled, title: filled, status: one("done", "current", "reachable", "not-needed") })),
      current: maybe(isPlain),
      shown: maybe(isPlain),
      missing: list(plain({ facts: list(filled), why: filled })),
      findings: list(finding(Infinity, maybe(text))),
      progress: plain({ done: within(0, 1e6), total: within(0, 1e6) }),
      boxes: record(text),
      boxesByPack: record(record(text)),
      advice: list(plain({ pack: filled, id: filled, title: filled, body: filled, source: maybe(source) })),
      setAside: list(filled),
      timeLines: list(isPlain),
    }),
  };
}
