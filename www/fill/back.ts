// The answers in a filled PDF, as a file of answers that the page itself could have saved.
import type { Answer, Answers } from "../../pkg/src/answers.js";
import { type Load, read } from "../check/read.js";
import { say, speak } from "../check/words.js";

/** A line of such a file. */
type Row = { list: string; entries: number } | { fact: string; text: string; none?: true };

/** The name of the form's guide, a line break, and the file; what there is to say is thrown, in words. */
export async function answersOf(file: File, language: string, load: Load): Promise<string> {
  speak(language);
  const opened = await read(file, load).catch(() => undefined);
  if (opened === undefined) throw say("unopened");
  if (opened === null) throw say("failed");
  if (opened.read === null) {
    const unread = opened.fields.length === 0 ? opened.findings[0]?.message : undefined;
    const blank = !opened.fields.some(({ answered, readOnly }) => answered && !readOnly);
    throw unread ?? say(blank ? "back.blank" : "back.other");
  }
  const { id, answers } = opened.read;
  const saved = { file: "prefile answers", version: 1, answers: rows(answers) };
  return `${id}\n${JSON.stringify(saved, null, 1)}`;
}

function rows(answers: Answers): Row[] {
  return Object.entries(answers).flatMap(([fact, answer]): Row[] => {
    if (!isList(answer)) return row(fact, answer);
    const members = answer.flatMap((entry, at) =>
      Object.entries(entry).flatMap(([member, own]) => (isList(own) ? [] : row(`${fact}[${at}].${member}`, own))));
    return [{ list: fact, entries: answer.length }, ...members];
  });
}

function row(fact: string, answer: Answer | undefined): Row[] {
  if (answer === undefined) return [];
  if (answer === null) return [{ fact, text: "", none: true }];
  return [{ fact, text: typeof answer === "string" ? answer : answer ? "yes" : "no" }];
}

function isList(answer: Answers[string]): answer is readonly Answers[] {
  return Array.isArray(answer);
}
