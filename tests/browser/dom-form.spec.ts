// What attached boxes offer, what they say of each other, and a form that is to be sent.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { beside, enter, expect, open, test } from "./host.ts";

const offer = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("the canonical form is offered, put in as if typed, and taken back", async ({ page, browserName }) => {
  await open(page, { html: `<label>A-Number <input></label>` });
  const box = page.getByLabel("A-Number");
  await page.evaluate(() => {
    const heard: string[] = ((globalThis as unknown as { heard: string[] }).heard = []);
    for (const type of ["input", "change"]) document.addEventListener(type, (event) => heard.push(`${type} ${(event.target as HTMLInputElement).value}`));
  });
  await enter(page, "A-Number", "a 12 345 678");
  await expect(box).toHaveValue("a 12 345 678");
  await expect(box).not.toHaveAttribute("aria-describedby");
  await offer(page, "Use A012-345-678").click();
  await expect(box).toHaveValue("A012-345-678");
  await expect(box).toBeFocused();
  await expect(offer(page, "Use A012-345-678")).toHaveCount(0);
  expect(await page.evaluate("heard.at(-1)")).toBe("input A012-345-678");
  await offer(page, "Undo").click();
  await expect(box).toHaveValue("a 12 345 678");
  await expect(offer(page, "Undo")).toHaveCount(0);
  await offer(page, "Use A012-345-678").click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(box).toHaveValue("a 12 345 678");
  // What is typed after an offer was taken is not taken back.
  if (browserName === "chromium") await page.keyboard.press("End");
  await page.keyboard.type("9");
  await expect(offer(page, "Undo")).toHaveCount(0);
});

test("a fix is offered only if the box can hold it", async ({ page }) => {
  const html = `<label>A-Number <input maxlength="9"></label> <label>SSN <input pattern="[0-9]{9}"></label>
    <label>EIN <input type="number"></label> <label>Receipt number <input></label> <label>ITIN <input type="password"></label>`;
  await open(page, { html });
  await enter(page, "A-Number", "12 345678");
  await enter(page, "SSN", "219 09 9998");
  await enter(page, "Receipt number", "EAC22123456O8");
  await enter(page, "ITIN", "912 90 3456");
  await enter(page, "EIN", "123456789");
  await expect(page.getByRole("button")).toHaveText(["Use 219099998", "Use EAC2212345608", "Use the corrected text"]);
  await expect(page.locator("main")).not.toContainText("912");
  await offer(page, "Use EAC2212345608").click();
  await expect(page.getByLabel("Receipt number")).toHaveValue("EAC2212345608");
  await expect(page.getByRole("status")).toHaveText("Receipt number: Fine");
});

const TWO = `<form><label>A-Number <input name="a"></label> <label>SSN <input name="s"></label></form>`;

test("the codes about two boxes show themselves in their examples", async ({ page }) => {
  await open(page, { html: "" });
  const rows = [...readFileSync("data/families/form.toml", "utf8").matchAll(/^([a-z-]+) = .*example = "([^"]*) \|([^"]*)"/gm)];
  expect(rows.length).toBe(3);
  for (const [, code, first = "", second = ""] of rows) {
    const other = code === "two-a-numbers" ? "A-Number" : "SSN";
    await page.evaluate(
      ([other]) => {
        const box = (label: string) => Object.assign(document.createElement("label"), { textContent: label });
        const labels = [box("A-Number"), box(other!)];
        for (const label of labels) label.append(document.createElement("input"));
        document.querySelector("main")!.replaceChildren(...labels);
      },
      [other],
    );
    await page.locator("input").first().fill(first);
    await page.locator("input").last().fill(second.trim());
    const found = (await page.evaluate("attached.check()")) as { code: string; message: string; source: object }[];
    expect(found, code).toContainEqual(expect.objectContaining({ code: `form/${code}`, severity: "warning", span: null, fix: null }));
    expect(found.map((one) => one.message).join(" ")).not.toMatch(/[{}]/);
  }
});

test("a Social Security Number in the box for the A-Number is moved", async ({ page }) => {
  await open(page, { html: TWO });
  await enter(page, "A-Number", "219-09-9998");
  await expect(beside(page)).toContainText("If this is a Social Security Number, it goes in the box “SSN”. That box is empty.");
  await offer(page, "Move it to “SSN”").click();
  await expect(page.getByLabel("SSN")).toHaveValue("219-09-9998");
  await expect(page.getByLabel("A-Number")).toHaveValue("");
  await expect(page.getByLabel("A-Number")).toBeFocused();
  await offer(page, "Undo").click();
  await expect(page.getByLabel("SSN")).toHaveValue("");
  await expect(page.getByLabel("A-Number")).toHaveValue("219-09-9998");
  await expect(offer(page, "Move it to “SSN”")).toBeVisible();
  await enter(page, "SSN", "123-45-6780");
  await expect(offer(page, "Move it to “SSN”")).toHaveCount(0);
});

const NO_ROOM = { "too short": "maxlength=9", "for numbers only": "type=number", "with another pattern": `pattern="[0-9]{9}"` };

for (const [what, attribute] of Object.entries(NO_ROOM))
  test(`nothing is moved into a box that would not take it: ${what}`, async ({ page }) => {
    await open(page, { html: TWO.replace("<input name=\"s\">", `<input name="s" ${attribute}>`) });
    await enter(page, "A-Number", "219-09-9998");
    await expect(beside(page)).toContainText("it goes in the box “SSN”");
    await expect(offer(page, "Move it to “SSN”")).toHaveCount(0);
  });

/** Each what a page makes of a text in the box for the Social Security Number, and what is left in both. */
const MASKS: Record<string, { mask: string; left: [string, string] }> = {
  "refuses it": { mask: `""`, left: ["219-09-9998", ""] },
  "cuts it": { mask: `box.value.slice(0, 5)`, left: ["219-09-9998", ""] },
  "writes it in its own way": { mask: `box.value.replace(/[^0-9]/g, "")`, left: ["", "219099998"] },
};

for (const [what, { mask, left }] of Object.entries(MASKS))
  test(`what is moved is lost nowhere: a mask that ${what}`, async ({ page }) => {
    await open(page, { html: TWO });
    await page.evaluate(`const box = document.querySelector("[name=s]"); box.addEventListener("input", () => (box.value = ${mask}));`);
    await enter(page, "A-Number", "219-09-9998");
    await offer(page, "Move it to “SSN”").click();
    const texts = () => page.locator("input").evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    await expect.poll(texts).toEqual(left);
    await expect(page.getByLabel("A-Number")).toBeFocused();
    // Not offered again, and there is nothing to take back.
    await expect(offer(page, "Move it to “SSN”")).toHaveCount(0);
    await expect(offer(page, "Undo")).toHaveCount(left[0] === "" ? 1 : 0);
  });

test("what stands in both boxes when they are clicked is what is moved and taken back", async ({ page }) => {
  await open(page, { html: TWO });
  const set = (name: string, text: string) => page.evaluate(([name, text]) => (document.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = text!), [name, text]);
  await enter(page, "A-Number", "219-09-9998");
  // The page writes without a word.
  await set("a", "219-09-9997");
  await offer(page, "Move it to “SSN”").click();
  await expect(page.getByLabel("SSN")).toHaveValue("219-09-9997");
  await set("s", "123-45-6780");
  await offer(page, "Undo").click();
  await expect(page.getByLabel("A-Number")).toHaveValue("219-09-9997");
  await expect(page.getByLabel("SSN")).toHaveValue("123-45-6780");
  await set("s", "");
  await enter(page, "A-Number", "219-09-9998");
  await set("s", "123-45-6780");
  await offer(page, "Move it to “SSN”").click();
  await expect(page.getByLabel("A-Number")).toHaveValue("219-09-9998");
  await expect(page.getByLabel("SSN")).toHaveValue("123-45-6780");
});

test("one number in two boxes is told at the second, until one changes", async ({ page }) => {
  await open(page, { html: TWO });
  await enter(page, "SSN", "219-09-9998");
  await enter(page, "A-Number", "219099998");
  await expect(beside(page)).toHaveText("Check this: The box “A-Number” has the same number. Look at both.");
  await expect(page.getByLabel("SSN")).toHaveAccessibleDescription(/same number/);
  await enter(page, "A-Number", "219099997");
  await expect(beside(page).locator("p")).toHaveCount(0);
});

test("two A-Numbers are told only of one person", async ({ page }) => {
  const box = (label: string, name: string) => `<p><label>${label} <input name="${name}"></label></p>`;
  const html = `
    ${box("Applicant A-Number", "one")} ${box("Applicant A-Number again", "two")} ${box("Spouse A-Number", "three")}
    ${box("Child A-Number", "four")} ${box("Child A-Number", "five")} ${box("A-Number", "list[0].a")} ${box("A-Number", "list[1].a")}`;
  await open(page, { html });
  const boxes = page.locator("input");
  for (let i = 0; i < 7; i++) await boxes.nth(i).fill(`A01234567${i}`);
  await boxes.last().blur();
  const told = () => page.evaluate(`attached.check().map(({ code, field }) => code + " " + field)`);
  expect(await told()).toEqual(["form/two-a-numbers two"]);
  // The same of two people is no less odd.
  await boxes.nth(2).fill("12345670");
  await boxes.nth(1).fill("A012345670");
  expect(await told()).toEqual(["form/same-number three"]);
});

const SEND = `<form action="/sent" method="get"><p><label>A-Number <input name="a"></label></p>
  <p><label>SSN <input name="s"></label></p> <p><label>City <input name="city" required></label></p>
  <button>Send</button> <button formnovalidate value="draft" name="how">Save</button></form>`;

const summary = (page: Page) => page.locator(".prefile-summary");

for (const how of ["", "novalidate"])
  test(`a form with faults stays, and lists them ${how}`, async ({ page }) => {
    await open(page, { html: SEND.replace("<form", `<form ${how}`) });
    await page.evaluate(() => {
      document.querySelector("form")?.addEventListener("submit", () => console.error("sent"));
    });
    await page.getByLabel("A-Number").fill("A123456");
    await page.getByLabel("SSN").fill("123");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(summary(page)).toBeFocused();
    // What the browser itself would not send is in the list where it is asked.
    const links = summary(page).getByRole("link");
    await expect(links).toHaveCount(how === "" ? 3 : 2);
    await expect(summary(page)).toHaveAccessibleName(how === "" ? "There are 3 things to fix" : "There are 2 things to fix");
    await expect(links.first()).toHaveText("A-Number: An A-Number has 7 to 9 digits; this has 6. Compare it with the paper.");
    await links.nth(1).click();
    await expect(page.getByLabel("SSN")).toBeFocused();
    expect(new URL(page.url()).hash).toBe("");
    await page.getByLabel("SSN").fill("219-09-9998");
    await page.getByLabel("A-Number").fill("A1234567");
    await expect(links).toHaveCount(how === "" ? 1 : 0);
    await page.getByLabel("City").fill("Springfield");
    if (how !== "") return;
    await page.getByLabel("City").blur();
    await expect(summary(page)).toHaveCount(0);
  });

test("without faults a form is sent, and so is a draft with them", async ({ page }) => {
  const files = { "/sent": "" };
  await open(page, { html: SEND, files });
  await page.getByLabel("A-Number").fill("A123456");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/sent\?a=A123456/);
  await page.goto("http://host.test/");
  await page.getByLabel("City").fill("Springfield");
  await page.getByLabel("A-Number").fill("A12345678");
  await page.getByLabel("City").press("Enter");
  await page.waitForURL(/\/sent\?a=A12345678/);
});

test("where only the browser has something to say, it says it as ever", async ({ page }) => {
  await open(page, { html: SEND });
  await page.getByLabel("A-Number").fill("A12345678");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByLabel("City")).toBeFocused();
  await expect(summary(page)).toHaveCount(0);
});

test("a page that asks for validity itself keeps its focus", async ({ page }) => {
  await open(page, { html: SEND });
  await enter(page, "A-Number", "A123456");
  await page.getByLabel("SSN").focus();
  expect(await page.evaluate(() => document.querySelector("form")?.checkValidity())).toBe(false);
  await expect(page.getByLabel("SSN")).toBeFocused();
  await expect(summary(page)).toHaveCount(0);
});

test("sent by a program, or by Enter where there is no button", async ({ page }) => {
  await open(page, { html: `<form action="/sent" novalidate><label>A-Number <input name="a"></label></form>` });
  await page.getByLabel("A-Number").fill("A123456");
  await page.getByLabel("A-Number").press("Enter");
  await expect(summary(page)).toHaveAccessibleName("There is 1 thing to fix");
  await page.evaluate(() => document.querySelector("form")?.requestSubmit());
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toHaveCount(1);
});

test("a box that is not shown keeps no form from being sent", async ({ page }) => {
  const files = { "/sent": "" };
  await open(page, { html: `<form action="/sent"><p><label>A-Number <input name="a"></label></p><button>Send</button></form>`, files });
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toHaveCount(1);
  await page.locator("p").first().evaluate((one) => (one.hidden = true));
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL(/\/sent/);
});

test("a root inside a form, and a form inside a shadow root", async ({ page }) => {
  await open(page, {
    html: `<form action="/sent"><div id="root"><label>A-Number <input name="a"></label></div><label>City <input></label><button>Send</button></form>`,
  });
  await page.getByLabel("A-Number").fill("A123456");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(summary(page)).toBeFocused();
  await page.unrouteAll();
  await open(page, {
    html: `<div id="root"></div>`,
    script: `
      import { attach } from "/dist/dom.js";
      const tree = root.attachShadow({ mode: "open" });
      const form = document.createElement("form");
      const label = document.createElement("label");
      label.append("SSN ", document.createElement("input"));
      form.append(label, document.createElement("button"));
      form.lastChild.textContent = "Send";
      tree.append(form);
      attach(root);`,
  });
  await page.getByLabel("SSN").fill("12");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(summary(page)).toBeFocused();
  await summary(page).getByRole("link").click();
  await expect(page.getByLabel("SSN")).toBeFocused();
});

const BELOW = `<p><label>A-Number <input name="a"></label></p><button type="button">Add</button>`;

/** Opens a page whose button counts its clicks. */
async function counted(page: Page): Promise<() => Promise<unknown>> {
  await open(page, { html: BELOW });
  await page.evaluate("window.clicks = 0; document.querySelector('button').addEventListener('click', () => clicks++)");
  return () => page.evaluate("clicks");
}

test("what is told of a box that was left does not push the button away from under the pointer", async ({ page }) => {
  const clicks = await counted(page);
  await page.getByLabel("A-Number").pressSequentially("A123456");
  await page.getByRole("button").hover();
  await page.mouse.down();
  // Time to draw, if anything were drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await expect(beside(page)).toHaveCount(0);
  await page.mouse.up();
  expect(await clicks()).toBe(1);
  await expect(beside(page)).toContainText("this has 6");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("what is told of a box that was left does not push the button away from under the finger", async ({ page, browserName }) => {
    test.skip(browserName !== "chromium", "only Chromium's driver touches");
    const clicks = await counted(page);
    await page.getByLabel("A-Number").pressSequentially("A123456");
    await page.getByRole("button").tap();
    await expect(beside(page)).toContainText("this has 6");
    expect(await clicks()).toBe(1);
  });
});

test("a pointer that was never seen to be let go keeps nothing back from who goes on by keyboard", async ({ page }) => {
  await open(page, { html: BELOW });
  await page.getByLabel("A-Number").pressSequentially("A123456");
  await page.evaluate(() => document.querySelector("input")!.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })));
  await page.keyboard.press("Tab");
  await expect(beside(page)).toContainText("this has 6");
});
