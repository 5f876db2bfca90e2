// The extension as it ships, in Chromium and Firefox as Debian ships them.
// Everything: `cargo xtask test --only beside`. One file, once it is built:
// `npx playwright test --config tests/extension name`.
import { defineConfig } from "@playwright/test";

export default defineConfig<object, { which: "chromium" | "firefox" }>({
  testDir: ".",
  outputDir: "../../test-results/extension",
  reporter: [["dot"]],
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  // A busy machine is ten times slower; what is waited for comes when it comes.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: "chromium", use: { which: "chromium" } },
    // Keys, colors and the life of the worker are tried where a test reaches them; the zips are no browser's.
    { name: "firefox", use: { which: "firefox" }, testIgnore: /(access|life|gate|words)\.spec\.ts$/ },
  ],
});
