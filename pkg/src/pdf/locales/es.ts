/** Spanish for PDFs, beside "prefile/locales/es": importing both is all there is to do. */
import { text } from "../../generated/texts/pdf-es.js";
import { registerPdfTexts } from "../texts.js";

registerPdfTexts("es", text);
