/** Spanish: importing this module is all there is to do. */
import { text } from "../generated/texts/es.js";
import { registerTexts } from "../texts.js";

registerTexts("es", text);
