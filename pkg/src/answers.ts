// What a person said.

/**
 * What a person said, by the names of the facts: a text as it was typed, yes or no, the name of a
 * choice, null for "I have none", or a list's entries. What is left out is not answered yet.
 */
export type Answers = { readonly [fact: string]: Answer | readonly Answers[] | undefined };

/** One answer. */
export type Answer = string | boolean | null;
