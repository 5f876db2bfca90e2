// On pages that ask for nothing of ours nothing is drawn, even where the extension looks.
import { expect, test } from "./browsers.ts";
import { ADDRESS } from "./styles.ts";

type Boxes = readonly (readonly [label: string, text: string])[];

/** What stands in boxes of other pages. */
const PAGES: Readonly<Record<string, Boxes>> = {
  "a shop's search": [["Search products", "red shoes size 9"]],
  "a basket": [["Quantity", "2"], ["Coupon code", "SAVE20NOW"]],
  "a checkout": [["Name on card", "Maria Garcia"], ["Card number", "4111 1111 1111 1111"], ["Security code", "123"], ["Expiration (MM/YY)", "04/29"]],
  "a delivery": [["Delivery instructions", "Leave it at door 12345678"], ["Gate code", "0042"]],
  "webmail": [["To", "ana@example.com"], ["Subject", "Your case EAC2212345678"], ["Search mail", "from:uscis A123456"]],
  "a chat": [["Type a message", "my number is 123-45-678"]],
  "a bank": [["Routing number", "021000021"], ["Account number", "000123456789"], ["Amount", "1,200.00"], ["Memo", "Rent 12/2026"]],
  "a bank's way in": [["Username", "maria1990"], ["Password", "A123456"]],
  "a web search": [["Search", "a-number 12345"]],
  "a map": [["Search here", "1234 Main"], ["Starting point", "Airport"]],
  "a calendar": [["Event title", "Dentist 31/12"], ["Guests", "ana, luis"]],
  "a forum": [["Title", "Is A123456 too short?"], ["Your reply", "SSN 000-12-3456 is no number"]],
  "a survey": [["How many people live in your home?", "5"], ["Annual income", "42000"], ["Comments", "none"]],
  "a loan": [["Loan amount", "15000"], ["Interest rate", "7.25"], ["Term in months", "48"]],
  "a parcel": [["Tracking number", "1Z999AA10123456784"]],
  "a library": [["Library card", "21234000"], ["Title or author", "Cien años"]],
  "a flight": [["From", "SFO"], ["To", "GUA"], ["Passengers", "2"], ["Booking reference", "X7K2QP"]],
  "a doctor": [["Member ID", "W123456789"], ["Group number", "87-654"], ["Reason for visit", "cough"]],
  "a tax program": [["Wages", "38500"], ["Federal tax withheld", "3120"], ["Refund", "900"]],
  "a game": [["Nickname", "x"], ["Redeem code", "ABCD-1234"]],
};

for (const [what, boxes] of Object.entries(PAGES))
  test(what, async ({ tab }) => {
    const inside = boxes.map(([label], at) => `<p><label for="b${at}">${label}</label> <input id="b${at}"${label === "Password" ? ' type="password"' : ""}></p>`);
    await tab.go(ADDRESS, { [ADDRESS]: { body: `<!doctype html><html lang="en"><title>${what}</title><body><form>${inside.join("")}</form></body></html>` } });
    await tab.run((texts) => {
      const type = (box: HTMLInputElement, text: string) => {
        box.focus();
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        box.blur();
      };
      (window as { again?: () => void }).again = () => {
        document.querySelectorAll<HTMLInputElement>("[id^=b]").forEach((box, at) => type(box, texts[at]!));
        type(document.querySelector("#ours")!, "A123456");
      };
      document.body.insertAdjacentHTML("beforeend", '<p><label for="ours">A-Number</label> <input id="ours"></p>');
    }, boxes.map(([, text]) => text));
    // Answers come in order: once the box of ours has its own, the others have had theirs.
    await expect.poll(() => tab.run(() => {
      (window as { again?: () => void }).again!();
      return document.querySelectorAll(".prefile-text").length;
    })).toBeGreaterThan(0);
    await expect.poll(() => tab.run(() => [...document.querySelectorAll(".prefile-text")].map((text) => text.textContent)))
      .toEqual(["Must fix: An A-Number has 7 to 9 digits; this has 6. Compare it with the paper."]);
    const touched = await tab.run(() => document.querySelectorAll("[id^=b][aria-invalid], [id^=b][aria-describedby]").length);
    expect(touched).toBe(0);
  });
