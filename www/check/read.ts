// From a file that was chosen to what is in it: the worker, and the definition of the form's edition.
import { script } from "check-worker";
import type { FillOptions, OpenedPdf, PacketFinding } from "../../pkg/src/pdf.js";
import { defined, spoken } from "./words.js";
import type { Answered, Asked, Compared, Filled, Questions } from "./worker.js";

/** What the page loads on demand, by name. */
export type Load = (name: string) => Promise<{ bytes: Uint8Array }>;

/** No longer file is read; whatever it holds, it is too large. */
const LONGEST = 96 * 2 ** 20;

let worker: Worker | undefined;
let number = 0;

/** What is in a file; null when nothing can be read here. */
export async function read(file: File, load: Load): Promise<OpenedPdf | null> {
  const bytes = await bytesOf(file);
  const opened = await ask("open", { bytes, packs: [] });
  const form = opened?.form?.id.toLowerCase();
  if (form === undefined || !defined.includes(form)) return opened;
  const packs = await packsOf(form, load);
  // Offline: without the definition everything else still holds.
  return packs.length === 0 ? opened : ask("open", { bytes, packs });
}

/** The same without the definition of its form. */
export async function boxesOf(file: File): Promise<OpenedPdf | null> {
  return ask("open", { bytes: await bytesOf(file), packs: [] });
}

/** A file filled with values, for which a form was asked; null when nothing can be read here. */
export async function fillIn(file: File, form: string, values: Record<string, string>, options: FillOptions, load: Load): Promise<Filled | null> {
  return ask("fill", { bytes: await bytesOf(file), packs: await packsOf(form, load), values, options });
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return file.size > LONGEST ? new Uint8Array(LONGEST + 1) : new Uint8Array(await file.arrayBuffer());
}

/** The definition of a form, if it can be had. */
async function packsOf(form: string, load: Load): Promise<Uint8Array[]> {
  try {
    return [(await load(`form/${form}`)).bytes];
  } catch {
    return [];
  }
}

/** What files say of one person otherwise; null when nothing can be compared here. */
export function compare(files: readonly (OpenedPdf | null)[]): Promise<PacketFinding[] | null> {
  // Of a long form most boxes are empty.
  const answered = (file: OpenedPdf | null): Compared =>
    ({ form: file?.form ?? null, fields: file?.fields.filter(({ answered, whose }) => answered && whose !== null) ?? [] });
  return ask("compare", files.map(answered));
}

/** Ends what is being read, and forgets what was. */
export function stop(): void {
  worker?.terminate();
  worker = undefined;
}

function ask<Name extends keyof Questions>(name: Name, question: Questions[Name][0]): Promise<Questions[Name][1] | null> {
  const own = (worker ??= start());
  const asked: Asked = { number: ++number, locale: spoken(), today: today(), [name]: question };
  return new Promise((done) => {
    const end = (answer: Questions[Name][1] | null): void => {
      own.removeEventListener("message", heard);
      own.removeEventListener("error", failed);
      done(answer);
    };
    const heard = ({ data }: MessageEvent<Answered>): void => {
      if (data.number === asked.number) end(data.answer as Questions[Name][1] | null);
    };
    const failed = (): void => {
      stop();
      end(null);
    };
    own.addEventListener("message", heard);
    own.addEventListener("error", failed);
    own.postMessage(asked);
  });
}

/** What makes an address that scripts are started from; browsers that ask for it let one be made. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}
let trusted: ReturnType<Policies["createPolicy"]> | undefined;

function start(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  trusted ??= trustedTypes?.createPolicy("worker", { createScriptURL: (url) => url });
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const started = new Worker(trusted?.createScriptURL(url) ?? url);
  started.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return started;
}

/** The day, where the person is. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
