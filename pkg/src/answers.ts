// What a person said.

/**
 * What a person said, by the names of the facts: a text as it was typed, yes or no, the name of a
 * choice, null for "I have none", or a list's entries. What is left out is not answered yet.
 */
export type Answers = { readonly [fact: string]: Answer | readonly Answers[] | undefined };

/** One answer. */
export type Answer = string | boolean | null;

/** What must hold of answers that have a type of their own: an `interface` has no place for other names. */
export type Said<Given> = { readonly [Fact in keyof Given]: Answer | readonly (object & Said<Entry<Given[Fact]>>)[] | undefined };

type Entry<List> = List extends readonly (infer One)[] ? One : never;
