// The guides through the account: each from start to end on two paths, in English and in Spanish.
import type { Page } from "@playwright/test";
import { faults, outside, small } from "./axe.ts";
import { expect, open, test } from "./guard.ts";

/** A choice by its words, a text for a label, or "I have none" of the question at a place. */
type Said = string | [label: string, text: string] | { none: number };

interface Path {
  at: string;
  /** What is said on each screen. */
  screens: Said[][];
  /** Screens that a warning holds up once, and what it says. */
  held?: Record<number, string>;
  /** What the advice begins with, and what else is among it. */
  first: string;
  also: string[];
}

const PATHS: Path[] = [
  {
    at: "form/create-an-account",
    screens: [
      ["I'm not sure"],
      ["I help someone else"],
      [["Which e-mail address is it for?", "maria@example.com"]],
      ["Family, friends or a helper, too"],
      ["I have not begun"],
    ],
    held: { 3: "Other people read this mail." },
    first: "Look for an old one first",
    also: ["Take an address of your own", "The way up to the password", "Let the owner do it"],
  },
  {
    at: "es/form/create-an-account",
    screens: [
      ["No"],
      ["Es para mí"],
      [{ none: 0 }],
      ["El código de un solo uso no llega, o no lo acepta"],
      ["De una aplicación en mi teléfono"],
    ],
    first: "La página no acepta el código de la aplicación",
    also: ["Consiga primero un correo electrónico", "El camino después de la contraseña"],
  },
  {
    at: "form/add-a-paper-filed-case",
    screens: [
      ["I filed it"],
      [["Receipt number of the form that was mailed", "ioe 9087 162534"]],
      ["Yes, and I have it here"],
      [["Which date is on the Account Access Notice?", "10/16/2025"]],
      ["Yes, but the code is not taken"],
    ],
    held: { 3: "The notice is more than 90 days old." },
    first: "Ask for a new code",
    also: ["The code is not taken", "Look it up without an account"],
  },
  {
    at: "es/form/add-a-paper-filed-case",
    screens: [
      ["Soy el abogado o representante acreditado"],
      [["Número de recibo del formulario que se envió por correo", "EAC2212345678"]],
      ["Todavía no"],
    ],
    first: "Añádalo sin código",
    also: ["Si usted es el abogado o representante acreditado", "La clave del abogado es otra cosa"],
  },
  {
    at: "form/i-cannot-sign-in",
    screens: [["I lost the phone, or have a new number"], ["No"]],
    first: "Get your number or your app back",
    also: ["Ask USCIS for help", "Do not make a second account"],
  },
  {
    at: "es/form/i-cannot-sign-in",
    screens: [["Dice que la cuenta está bloqueada"], ["No"]],
    first: "Espere 20 minutos",
    also: ["Si esto no ayuda", "Nadie necesita su contraseña"],
  },
  {
    at: "form/staying-safe",
    screens: [["Someone calls me"], ["Money, or the number of a card"], ["I paid, or gave the number of a card"]],
    held: { 1: "USCIS takes no money by phone, text or e-mail." },
    first: "Call your bank or card company now",
    also: ["Hang up", "Where USCIS takes money", "Report it"],
  },
  {
    at: "es/form/staying-safe",
    screens: [["Uso una computadora o una red Wi-Fi de otros"], ["Una computadora o un teléfono que otros también usan"]],
    first: "En una computadora compartida",
    also: ["Quién puede saber su número de cuenta"],
  },
  {
    at: "form/filing-online",
    screens: [
      ["Yes"],
      ["No"],
      ["My lawyer or accredited representative"],
      ["Yes"],
      ["I have a draft"],
      [["When did you last work on it?", "12/25/2025"]],
    ],
    held: { 5: "Your draft ends 30 days after you last worked on it." },
    first: "Go on with the draft",
    also: ["Use the passcode", "Do not sign what is wrong"],
  },
  {
    at: "es/form/filing-online",
    screens: [["No estoy seguro"], ["Sí"]],
    first: "Mire si se puede presentar en línea",
    also: ["Si pide no pagar: por correo"],
  },
  {
    at: "form/before-i-send-it",
    screens: [
      [["Which form do you want to send?", "i485"]],
      ["By mail to a USCIS Lockbox"],
      ["I have not looked yet"],
      ["By hand"],
      ["Yes"],
      ["A child under 14", "By hand, with ink"],
      ["Someone put it into my language"],
      ["With a check or a money order"],
      ["Copies"],
      ["Not all, but those have a translation"],
      ["Yes"],
    ],
    held: { 7: "Since October 2025, checks and money orders are not taken" },
    first: "Compare the edition",
    also: ["Who signs for a child", "By card: Form G-1450", "With Form I-485: the medical report"],
  },
  {
    at: "es/form/before-i-send-it",
    screens: [[["¿Qué formulario quiere enviar?", "N-400"]], ["Lo presento en línea"]],
    first: "No tiene nada que enviar por correo",
    also: ["Lo que no podemos decirle"],
  },
  {
    at: "form/same-on-both-sides",
    screens: [
      [["Family name on the profile page", "Garcia"], ["Family name on the form", "Garcia"]],
      [["Given name on the profile page", "Maria"], ["Given name on the form", "Maria"]],
      [{ none: 0 }, { none: 1 }],
      [["Birth date on the profile page", "10/05/1967"], ["Birth date on the form", "10/06/1967"]],
      [["A-Number in the account", "A012345678"], ["A-Number on the form", "012 345 678"]],
      [{ none: 0 }, { none: 1 }],
      ["No"],
      ["Yes"],
    ],
    held: { 3: "The birth date is not the same." },
    first: "Find out which is right",
    also: ["If the form was sent already"],
  },
  {
    at: "es/form/same-on-both-sides",
    screens: [
      [["Apellido en la página de perfil", "Garcia"], ["Apellido en el formulario", "Garcia"]],
      [["Nombre en la página de perfil", "Maria"], ["Nombre en el formulario", "Maria"]],
      [{ none: 0 }, { none: 1 }],
      [["Fecha de nacimiento en la página de perfil", "10/05/1967"], ["Fecha de nacimiento en el formulario", "10/05/1967"]],
      [{ none: 0 }, { none: 1 }],
      [["Número de cuenta en línea en la página de perfil", "012345678901"], ["Número de cuenta en línea en el formulario", "0123-4567-8901"]],
      ["Sí"],
      [
        ["Calle en la cuenta", "12 Main St"],
        ["Calle en el formulario", "12 Main St"],
        ["Ciudad en la cuenta", "Austin"],
        ["Ciudad en el formulario", "Austin"],
        ["ZIP Code en la cuenta", "78701"],
        ["ZIP Code en el formulario", "78701"],
      ],
      ["No"],
    ],
    first: "Es igual",
    also: ["Lo que no comparamos"],
  },
  {
    at: "form/what-next",
    screens: [
      ["A request for evidence (I-797E)"],
      [["By which day must your answer be there?", "01/29/2026"]],
      ["Yes"],
    ],
    held: { 1: "You have 2 weeks or less." },
    first: "Read the request twice",
    also: ["Answer once, with all of it", "Tell USCIS your new address now"],
  },
  {
    at: "es/form/what-next",
    screens: [["Nada hasta ahora"], ["Por correo"], [{ none: 0 }], ["No"]],
    first: "Espere el aviso de recibo",
    also: ["Qué número sirve para qué"],
  },
];

const go = (page: Page) => page.getByRole("button", { name: /^(?:Continue|Continuar)$/ }).click();
const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function say(page: Page, said: Said): Promise<void> {
  if (typeof said === "string") await page.getByRole("radio", { name: said, exact: true }).check();
  else if (Array.isArray(said)) await page.getByLabel(said[0], { exact: true }).fill(said[1]);
  else await page.getByRole("checkbox").nth(said.none).check();
}

/** What is shown is fit for everyone. */
async function fit(page: Page): Promise<void> {
  const heading = (await title(page).textContent()) ?? "";
  expect(await faults(page), heading).toEqual([]);
  expect(await small(page), heading).toEqual([]);
  expect(await outside(page), heading).toBe(0);
}

for (const { at, screens, held, first, also } of PATHS)
  test(`${at}: ${first}`, async ({ page }) => {
    test.slow();
    await page.clock.setFixedTime(new Date("2026-01-15T12:00:00"));
    // So low that the foot does not stick: axe takes what it half covers for too small.
    await page.setViewportSize({ width: 320, height: 470 });
    await open(page, at);
    for (const [place, all] of screens.entries()) {
      await fit(page);
      const before = (await title(page).textContent()) ?? "";
      for (const said of all) await say(page, said);
      await go(page);
      const warning = held?.[place];
      if (warning !== undefined) {
        const summary = page.locator(".summary");
        await expect(summary).toBeFocused();
        await expect(summary).toContainText(warning);
        await go(page);
      }
      await expect(title(page)).not.toHaveText(before);
    }
    await expect(title(page)).toHaveText(/^(?:What to do|Qué hacer)$/);
    await fit(page);
    const advice = page.locator(".advice h2");
    await expect(advice.first()).toHaveText(first);
    const given = await advice.allTextContents();
    for (const one of also) expect(given).toContain(one);
  });

test("account and form, letter by letter", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, "form/same-on-both-sides");
  const compare = async (account: string, form: string) => {
    await page.getByLabel("Family name on the profile page").fill(account);
    await page.getByLabel("Family name on the form").fill(form);
    await go(page);
  };
  const sides = page.locator(".compared dd");
  await compare("Garcia", "Garsia");
  await expect(page.locator(".summary")).toBeFocused();
  await expect(page.getByText("Check this")).toBeVisible();
  await expect(page.locator(".compared mark")).toHaveText(["c", "s"]);
  await expect(sides).toHaveText(["Garcia (look here: c)", "Garsia (look here: s)"]);
  await expect(page.locator(".compared dt")).toHaveText(["Family name on the profile page", "Family name on the form"]);
  await fit(page);
  // How it is spelled is no more than a note, and holds nobody up.
  await compare("García", "GARCIA");
  await expect(title(page)).toHaveText("Your given name");
  await page.getByRole("button", { name: "Back" }).click();
  await compare("De la Cruz", "Delacruz X");
  await expect(page.locator(".compared mark")).toHaveText([" ", " C", "c", " X"]);
  await expect(sides.first()).toContainText("look here: space");
});
