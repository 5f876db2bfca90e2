// How the script of dist/prefile.html comes to the part for passwords: it is in the same script, and
// runs when it is asked for.
export const load = () => import("./strength-entry.mjs");
