// The pages of PDFs as pdf.js draws them: node pdf/corpus/pictures.mjs FOLDER FILE.pdf ...
// It and its canvas are those of benches/ (npm ci there).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [, , folder, ...files] = process.argv;
const benches = createRequire(new URL("../../benches/package.json", import.meta.url));
const { createCanvas } = benches("@napi-rs/canvas");
const pdfjs = await import(benches.resolve("pdfjs-dist/legacy/build/pdf.mjs"));
const fonts = path.join(path.dirname(benches.resolve("pdfjs-dist/package.json")), "standard_fonts/");
const SCALE = 2;

mkdirSync(folder, { recursive: true });
for (const file of files) {
  const loading = pdfjs.getDocument({ data: new Uint8Array(readFileSync(file)), standardFontDataUrl: fonts, verbosity: 0 });
  const document = await loading.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
    await page.render({ canvasContext: canvas.getContext("2d"), viewport }).promise;
    const name = `${path.basename(file, ".pdf")}-${String(number).padStart(2, "0")}.png`;
    writeFileSync(path.join(folder, name), canvas.toBuffer("image/png"));
  }
  await loading.destroy();
}
