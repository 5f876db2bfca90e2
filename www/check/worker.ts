// Reads files apart from the page, so that the page stays quick. It is started from a text, so the
// page's policy holds in it, too: nothing can be asked for, nothing sent.
import { registerPdfTexts } from "../../pkg/src/pdf/texts.js";
import { text as pdfSpanish } from "../../pkg/src/generated/texts/pdf-es.js";
import { text as spanish } from "../../pkg/src/generated/texts/es.js";
import { type OpenedPdf, openPdf } from "../../pkg/src/pdf.js";
import { registerTexts } from "../../pkg/src/texts.js";

registerTexts("es", spanish);
registerPdfTexts("es", pdfSpanish);

/** A file to read. */
export interface Asked {
  number: number;
  bytes: Uint8Array;
  locale: string;
  today: string;
  /** Definitions, as the page loads them. */
  packs: Uint8Array[];
}

/** What was found in it. */
export interface Answered {
  number: number;
  opened: OpenedPdf | null;
}

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const { number, bytes, locale, today } = data;
  let opened: OpenedPdf | null = null;
  try {
    const packs = data.packs.map((pack) => ({ id: "", data: written(pack) }));
    opened = openPdf(bytes, { locale, today, packs });
  } catch {
    // WebAssembly is blocked; the page says so.
  }
  self.postMessage({ number, opened } satisfies Answered);
});

function written(bytes: Uint8Array): string {
  let signs = "";
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs);
}
