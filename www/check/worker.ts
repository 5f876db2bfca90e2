// Reads files apart from the page, so that the page stays quick. It is started from a text, so the
// page's policy holds in it, too: nothing can be asked for, nothing sent.
import { registerPdfTexts } from "../../pkg/src/pdf/texts.js";
import { text as pdfSpanish } from "../../pkg/src/generated/texts/pdf-es.js";
import { text as spanish } from "../../pkg/src/generated/texts/es.js";
import { type FillOptions, type FilledPdf, type OpenedPdf, type PacketFinding, comparePdfs, fillPdf, openPdf } from "../../pkg/src/pdf.js";
import { registerTexts } from "../../pkg/src/texts.js";

registerTexts("es", spanish);
registerPdfTexts("es", pdfSpanish);

/** What is asked, each with what is answered: a file to read, with definitions as the page loads them; one to fill first; files to compare. */
export interface Questions {
  open: [asked: { bytes: Uint8Array; packs: Uint8Array[] }, answered: OpenedPdf];
  fill: [asked: { bytes: Uint8Array; packs: Uint8Array[]; values: Record<string, string>; options: FillOptions }, answered: Filled];
  compare: [asked: Compared[], answered: PacketFinding[]];
}

/** A filled file, and what is in it. */
export interface Filled {
  filled: FilledPdf;
  opened: OpenedPdf;
}

/** As much of an opened file as is compared. */
export type Compared = Pick<OpenedPdf, "form" | "fields">;

/** A question. */
export interface Asked {
  number: number;
  locale: string;
  today: string;
  open?: Questions["open"][0];
  fill?: Questions["fill"][0];
  compare?: Questions["compare"][0];
}

/** Its answer; null where nothing can be read. */
export interface Answered {
  number: number;
  answer: Questions[keyof Questions][1] | null;
}

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const { number, locale, today, open, fill, compare } = data;
  let answer: Answered["answer"] = null;
  const opened = (bytes: Uint8Array, packs: Uint8Array[]): OpenedPdf =>
    openPdf(bytes, { locale, today, packs: packs.map((pack) => ({ id: "", data: written(pack) })) });
  try {
    if (open !== undefined) answer = opened(open.bytes, open.packs);
    if (fill !== undefined) {
      const filled = fillPdf(fill.bytes, fill.values, { ...fill.options, locale });
      answer = { filled, opened: opened(filled.bytes, fill.packs) };
    }
    if (compare !== undefined) answer = comparePdfs(compare, { locale, today });
  } catch {
    // WebAssembly is blocked; the page says so.
  }
  self.postMessage({ number, answer } satisfies Answered);
});

function written(bytes: Uint8Array): string {
  let signs = "";
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs);
}
