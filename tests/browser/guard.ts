// What every test of the page holds: nothing on the console, no breach of the page's policy, no
// request but to the build's own files.
import { test as base, expect, type Page } from "@playwright/test";

const OWN = /^http:\/\/127\.0\.0\.1:\d+\/(?:index\.html|style\.css|app\.js|es\.js|strength\.js|check\.js|form\/[a-z0-9-]+\.js)?$/;

const NONE = /^\b$/;

export const test = base.extend<{ away: RegExp; said: RegExp; guard: void }>({
  /** Addresses that a test leaves for on purpose. */
  away: [NONE, { option: true }],
  /** What a test makes the browser say on purpose. */
  said: [NONE, { option: true }],
  guard: [
    async ({ page, away, said }, use) => {
      const problems: string[] = [];
      page.on("console", (message) => {
        const known = said.test(message.text());
        if (["error", "warning"].includes(message.type()) && !known) problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("request", (request) => {
        const url = request.url().replace(/[#?].*$/, "");
        if (!OWN.test(url) && !/^(?:data|file|blob):/.test(url) && !away.test(url))
          problems.push(`asked for ${url}`);
      });
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const box = (page: Page) => page.locator("[data-part=box]");
export const answer = (page: Page) => page.locator(".answer");
export const characters = (page: Page) => page.locator(".characters");

/** Opens a screen of the page: "number", "es/notice". */
export async function open(page: Page, screen: string): Promise<void> {
  await page.goto(`./#/${screen}`);
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  // What is loaded on demand takes the focus when it comes.
  await expect(page.locator("[data-state=coming]")).toHaveCount(0);
}

/** Puts a text in the box as a person does who is done with it. */
export async function enter(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).blur();
  // What stood there about another text is dim until the new answer comes.
  if (text.trim() !== "") await expect(page.locator(".answer:not(.stale) > *").first()).toBeAttached();
}

/** Pastes a text, and returns how long the page did not answer. */
export const paste = (page: Page, text: string) =>
  box(page).evaluate(async (input, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const how = { bubbles: true, cancelable: true };
    // Firefox lets no script make a paste with a text of its own; a drop is read the same way.
    const event = navigator.userAgent.includes("Firefox")
      ? new DragEvent("drop", { ...how, dataTransfer: data })
      : new ClipboardEvent("paste", { ...how, clipboardData: data });
    const start = performance.now();
    input.dispatchEvent(event);
    await new Promise((done) => setTimeout(done, 20));
    return performance.now() - start;
  }, text);

export const MAIL = [
  "From: USCIS <news@uscis.gov>",
  "Your case needs a payment today. Go to https://uscis-gov.com/pay or to uscis-gov.com/pay",
  "Your account: https://my.uscis.gov/account, your visa: travel.state.gov",
  "The same again: https://uscis-gov.com/pay. Questions to help@example.com",
].join("\n");

export const NOTICE = [
  "Dear Maria Example,",
  "We received your Form I-765. Receipt Number: EAC2212345678.",
  "USCIS Online Account Number: 012345678901. A-Number: A012-345-678",
  "Tell us your receipt number EAC2212345678 when you call 800-375-5283.",
].join("\n");
