// What a caller gives besides the text. A getter or a proxy may throw; that is no reason to.

/**
 * A property, as far as it can be read: of the object or of its class (elements have theirs there), but
 * none that every object would have because somebody put it on Object.prototype.
 */
export function own(object: unknown, name: string): unknown {
  if (typeof object !== "object" || object === null) return undefined;
  try {
    const one = object as Record<string, unknown>;
    if (Object.hasOwn(one, name) || one[name] !== Object.prototype[name as keyof object]) return one[name];
  } catch {
    // A getter or a proxy.
  }
  return undefined;
}

/** An option, if it is a string. */
export function option(options: unknown, name: "locale" | "today" | "email"): string | undefined {
  const value = own(options, name);
  return typeof value === "string" ? value : undefined;
}

/** A language, said by itself or among options. */
export function localeOf(given: unknown): string | undefined {
  return typeof given === "string" ? given : option(given, "locale");
}

/** The bytes of a file, of this window or of another; none of what only says that it has some. */
export function bytesGiven(given: unknown): Uint8Array {
  try {
    // A DataView is made of nothing but bytes, and asks no property of them.
    const view = ArrayBuffer.isView(given) ? new DataView(given.buffer, given.byteOffset, given.byteLength) : new DataView(given as ArrayBuffer);
    return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  } catch {
    return new Uint8Array();
  }
}

/** Longer words of a person's own are cut, and more than so many are left out. */
export const LONGEST_PERSONAL = 256;
const MOST_PERSONAL = 200;

/** The person's own words as modules take them: one after the other, a NUL between. */
export function personalOf(options: unknown): string {
  const personal = own(options, "personal");
  let all = "";
  try {
    if (!Array.isArray(personal)) return "";
    for (let i = 0; i < personal.length && i < MOST_PERSONAL; i++) {
      const one: unknown = personal[i];
      if (typeof one === "string") all += one.slice(0, LONGEST_PERSONAL) + "\0";
    }
  } catch {
    // What was read before a getter threw is used.
  }
  return all;
}

/** No page asks for a tenth of these; the core compares the first 32, and has a list for each. */
const MOST_ANSWERS = 1_000;

/** Questions and answers as the core takes them: one after the other, a NUL behind each. */
export function answersOf(answers: unknown): string {
  let all = "";
  try {
    if (!Array.isArray(answers)) return "";
    for (let i = 0; i < answers.length && i < MOST_ANSWERS; i++) {
      for (const name of ["question", "answer"]) {
        const text = own(answers[i], name);
        all += (typeof text === "string" ? text.slice(0, LONGEST_PERSONAL).replaceAll("\0", " ") : "") + "\0";
      }
    }
  } catch {
    // What was read before a getter threw is used.
  }
  return all;
}
