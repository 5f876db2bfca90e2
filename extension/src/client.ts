// The one place where messages are sent and heard.

import { type Sender, browser } from "./browser.js";
import type { AnswerTo, Message } from "./protocol.js";

/** The extension was updated or removed under this script. */
export class Gone extends Error {}

/**
 * A worker that is stopped in the middle of an answer is asked again, and so is one that a browser which
 * has just been started does not have yet: each time after so many milliseconds.
 */
const WAITS = [0, 0, 100, 500, 2000];

/** Sends a message to the worker, which is started if it sleeps. */
export async function send<Sent extends Message>(message: Sent): Promise<AnswerTo<Sent>> {
  let failure: unknown;
  for (const wait of WAITS) {
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    if (browser.runtime?.id === undefined) throw new Gone();
    try {
      const answer = await orGone(browser.runtime.sendMessage(message));
      // One that died while it was asked gives nothing.
      if (answer !== undefined) return answer as AnswerTo<Sent>;
    } catch (error) {
      failure = error;
    }
  }
  if (browser.runtime?.id === undefined) throw new Gone();
  throw failure ?? new Error("nobody answers");
}

/** In milliseconds. */
const LOOKS = 1000;

/** An answer. Who updates the extension while it is asked leaves the question open for ever. */
async function orGone(answer: Promise<unknown>): Promise<unknown> {
  let looking: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<never>((_, refuse) => {
    looking = setInterval(() => browser.runtime?.id === undefined && refuse(new Gone()), LOOKS);
  });
  try {
    return await Promise.race([answer, gone]);
  } finally {
    clearInterval(looking);
  }
}

/** Sends a message to a frame of a page, or to all of them. */
export async function sendTo<Sent extends Message>(tab: number, message: Sent, frame?: number): Promise<AnswerTo<Sent>> {
  const options = frame === undefined ? undefined : { frameId: frame };
  return (await browser.tabs.sendMessage(tab, message, options)) as AnswerTo<Sent>;
}

/** Tells all pages that are open, but for one, that what a person has set is another now. Most have nobody to hear it. */
export async function tellPages(but?: number): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined && id !== but) void sendTo(id, { say: "again" }).catch(() => {});
}

/** How each message is answered; one that is not here is somebody else's. */
export type Hearing = {
  readonly [Say in Message["say"]]?: (
    message: Extract<Message, { say: Say }>,
    sender: Sender,
  ) => Promise<AnswerTo<Extract<Message, { say: Say }>>>;
};

/** Hears messages of this extension's own parts; what comes back ends that. */
export function hear(hearing: Hearing): () => void {
  const listener = (message: unknown, sender: Sender, answer: (answer: unknown) => void): boolean => {
    if (sender.id !== browser.runtime.id) return false;
    const { say } = message as Message;
    const act = hearing[say] as ((message: unknown, sender: Sender) => Promise<unknown>) | undefined;
    if (act === undefined) return false;
    act(message, sender).then(answer, () => answer(undefined));
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
