/** What a check may be told. */
export interface Options {
  /** The language of the words, as a tag: "en", "es-MX". One that was not imported reads as English. */
  locale?: string | undefined;
  /** Today as an ISO date, "2026-11-22". Without it, rules that need a date are not applied. */
  today?: string | undefined;
  /** The person's own words (name, e-mail address, date of birth), for checks of passwords. */
  personal?: readonly string[] | undefined;
}

/** What a check of a password may be told. */
export interface PasswordOptions extends Options {
  /** The e-mail address of the account: a password should not repeat it. */
  email?: string | undefined;
}

/** An answer to a recovery question. */
export interface RecoveryAnswer {
  /** What the page asks: "Your first school?" */
  question: string;
  /** What the person answers. */
  answer: string;
}

/** What a page says of a box; what it does not say is left out. An input element has all but `label` and `section`. */
export interface Field {
  /** The words beside the box, or its `aria-label`. */
  label?: string | undefined;
  /** Its `name` attribute. */
  name?: string | undefined;
  /** Its `id` attribute. */
  id?: string | undefined;
  /** The grey text inside the empty box. */
  placeholder?: string | undefined;
  /** Its `autocomplete` attribute. */
  autocomplete?: string | undefined;
  /** Its `type` attribute; "select" and "textarea" for those elements. */
  type?: string | undefined;
  /** How many characters it takes at most. */
  maxLength?: number | undefined;
  /** The heading or legend over the box. It tells whose and what for, never which kind; but a state abroad is a province, and a receipt for a payment none of ours. */
  section?: string | undefined;
}
