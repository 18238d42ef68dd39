// The README's walk through the API, run as it stands.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startService } from "../support/service.mjs";

const README = new URL("../../../README.md", import.meta.url);

test("the README's walk ends in a session with a second factor", async (t) => {
  const service = await startService();
  t.after(() => service.stop());
  const blocks = [...(await readFile(README, "utf8")).matchAll(/<!-- walk -->\n```bash\n(.*?)```/gs)];
  assert.equal(blocks.length, 5);

  const script = ["set -euo pipefail", ...blocks.map(([, block]) => block), "", 'printf "\\n%s\\n" "$token"'].join("\n");
  const { PATH } = process.env;
  const env = { PATH, URL: service.url, EMAIL: service.email, PASSWORD: service.password };
  const lines = execFileSync("bash", ["-c", script], { env, encoding: "utf8" }).trim().split("\n");

  const recoveryCodes = lines.filter((line) => /^\d+\. (?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/.test(line));
  assert.equal(recoveryCodes.length, 10);
  const twoFactor = JSON.parse(lines.find((line) => line.startsWith("{")));
  assert.equal(twoFactor.state, "enabled");
  assert.deepEqual(twoFactor.authenticators.map(({ name }) => name), ["Terminal"]);
  const claims = JSON.parse(Buffer.from(lines.at(-1).split(".")[1], "base64url"));
  assert.ok(claims.amr.includes("otp"), `signed in by ${claims.amr}`);
});
