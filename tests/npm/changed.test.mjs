// The suite once more in a language that was changed: with a polluted Object.prototype, and with the
// language's own objects frozen.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

const SUITE = ["account", "api", "fields", "guide", "hostile", "recovery", "schema", "strength"].map((name) => `${name}.test.mjs`);
const env = { ...process.env, PREFILE_TRAPS: "50", PREFILE_ONCE: "done" };
// Otherwise it would report to the run that it is started by.
delete env.NODE_TEST_CONTEXT;

for (const how of ["polluted", "frozen"])
  test(`the suite, ${how}`, () => {
    let passed = 0;
    for (const file of SUITE) {
      const { status, stdout } = spawnSync("node", ["--import", `./${how}.mjs`, "--test-reporter=dot", file], { cwd: import.meta.dirname, env, encoding: "utf8" });
      assert.equal(status, 0, `${file}: ${stdout}`);
      passed += stdout.replaceAll("\n", "").length;
    }
    assert.ok(passed > 65, `${passed} passed`);
  });
