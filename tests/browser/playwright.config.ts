// The page as it ships, in Chromium and Firefox as Debian ships them.
// Everything: `cargo xtask test --only browser`. One file, once the page is built:
// `npx playwright test --config tests/browser name`.
import { defineConfig } from "@playwright/test";

const PORT = 4173;
const built = process.env["PREFILE_XTASK"];
const xtask = built === undefined ? "cargo xtask" : JSON.stringify(built);

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  reporter: [["dot"]],
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  // For two cores: while one waits for its browser, another goes on.
  workers: 3,
  // A busy machine is ten times slower; what is waited for comes when it comes.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { baseURL: `http://127.0.0.1:${PORT}/`, trace: "off" },
  projects: [
    {
      name: "chromium",
      use: { browserName: "chromium", launchOptions: { executablePath: "/usr/bin/chromium" } },
    },
    {
      // Stock Firefox, which Playwright drives through this channel.
      name: "firefox",
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: "/usr/bin/firefox-esr" },
      },
    },
  ],
  webServer: {
    command: `${xtask} serve --built --port ${PORT}`,
    cwd: "../..",
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
