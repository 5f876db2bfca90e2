/**
 * Watches the boxes that have the attribute `data-prefile`, and those inside an element that has it:
 * importing this module is all there is to do.
 */
import { attach } from "./dom.js";

// On a server there is nothing to watch.
if (typeof document === "object") attach(document.documentElement, { marked: true });
