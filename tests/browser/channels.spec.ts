// No way out: each way in which a script can send something away is tried from the page and from the
// single file, and from a page without a policy, which shows that it is one.
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { expect, test as base, type Page } from "@playwright/test";
import { CHANNELS } from "./channels.ts";

const NAMES = Object.keys(CHANNELS);
const FILE = new URL("../../dist/prefile.html", import.meta.url).href;
const PLAIN = "<!doctype html><title>x</title><body>";

/** What browsers do for a page that has no policy: Firefox has no ping, and prefetches nothing for a file. */
const there = (browser: string, address: string) =>
  NAMES.filter((name) => browser !== "firefox" || !(name === "ping" || (name === "prefetch" && address.startsWith("file:"))));

/** Somebody else's server, which remembers what it was asked for. */
interface Away {
  url: string;
  asked: Set<string>;
  heard(name: string): Promise<string>;
}

const test = base.extend<{ away: Away }>({
  away: async ({}, use) => {
    const asked = new Set<string>();
    const waiting: (() => void)[] = [];
    const hear = (path = "") => {
      if (path === "/" || path === "/favicon.ico") return;
      asked.add(decodeURIComponent(path.slice(1)));
      for (const one of waiting) one();
    };
    const server = createServer((request, response) => {
      hear(request.url);
      const type = /import|script|preload/.test(request.url ?? "") ? "text/javascript" : "text/html";
      response.setHeader("content-type", type).setHeader("access-control-allow-origin", "*").end(request.url === "/" ? PLAIN : "");
    });
    server.on("upgrade", (request, socket) => {
      hear(request.url);
      socket.destroy();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const heard = (name: string) =>
      new Promise<string>((done) => waiting.push(() => asked.has(name) && done("got out")));
    await use({ url: `http://127.0.0.1:${port}`, asked, heard });
    server.closeAllConnections();
    server.close();
  },
});

/** Tries a way out; says which directive of the policy refused it, or that the file did not come. */
const attempt = (page: Page, name: string, url: string): Promise<string> =>
  page.evaluate(`(${String(tried)})(${String(CHANNELS[name])}, ${JSON.stringify(`${url}/${encodeURIComponent(name)}`)})`);

/** In the page. */
function tried(act: (url: string) => unknown, url: string): Promise<string> {
  return new Promise((done) => {
    document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
    try {
      const came = act(url);
      if (came instanceof Promise) void came.then(({ type }: Event) => done(type));
    } catch {
      // Some are refused by what they throw, too.
    }
  });
}

for (const from of ["a server", "a file"])
  test(`from ${from}, where there is no policy, each of them gets out`, async ({ page, away, browserName }, info) => {
    const file = info.outputPath("plain.html");
    writeFileSync(file, PLAIN);
    const address = from === "a file" ? pathToFileURL(file).href : away.url;
    await page.goto(address);
    for (const name of NAMES) void attempt(page, name, away.url).catch(() => {});
    await expect.poll(() => [...away.asked].sort()).toEqual(there(browserName, address).sort());
  });

for (const [what, address] of [["the page", "./"], ["the single file", FILE]] as const) {
  test(`nothing gets out of ${what}`, async ({ page, away, browserName }) => {
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
    for (const name of there(browserName, address)) {
      const end = await Promise.race([attempt(page, name, away.url), away.heard(name)]);
      expect(end, name).toMatch(/^([a-z]+-src(-elem)?|form-action|require-trusted-types-for|error)$/);
    }
    // What SECURITY.md names: nothing stops a page from being left, and the server hears nothing before.
    await page.evaluate((url) => void (location.href = `${url}/left`), away.url);
    await page.waitForURL(`${away.url}/left`);
    expect([...away.asked]).toEqual(["left"]);
  });

  test(`what the policy of ${what} does not stop`, async ({ page, away }) => {
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
    const opened = page.waitForEvent("popup");
    await page.evaluate((url) => void window.open(`${url}/opened`), away.url);
    await opened;
    await expect.poll(() => [...away.asked]).toEqual(["opened"]);
    const state = await page.evaluate(async () => {
      const connection = new RTCPeerConnection();
      connection.createDataChannel("x");
      await connection.setLocalDescription();
      return connection.signalingState;
    });
    expect(state).toBe("have-local-offer");
  });
}

test("the page's own host is asked for a style sheet by any script, whatever its address says", async ({ page }) => {
  await page.goto("./");
  const came = await page.evaluate(
    () =>
      new Promise((done) => {
        const link = document.createElement("link");
        Object.assign(link, { rel: "stylesheet", href: "style.css?said", onload: () => done(true), onerror: () => done(false) });
        document.head.append(link);
      }),
  );
  expect(came).toBe(true);
});
