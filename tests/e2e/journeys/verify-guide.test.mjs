// The guide to verify, run as it stands, with each of the programs that it shows.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { guide, inJavaScript, program, README, run, walk, withTool } from "../support/guide.mjs";
import { startService } from "../support/service.mjs";

const GUIDE = guide("verify.md");
const here = fileURLToPath(new URL("..", import.meta.url));

test("the guide to verify works", async (t) => {
  const service = await startService();
  t.after(() => service.stop());
  // In a folder beside the libraries, where the programs find them.
  const folder = await mkdtemp(join(here, "verify-"));
  t.after(() => rm(folder, { recursive: true }));

  const [make, ask, check] = await walk(GUIDE);
  const codes = "recovery_codes() { jq --raw-output '.recoveryCodes[].code' <<<\"$confirmed\"; }";
  const told = "CODE=$(recovery_codes | sed -n 1p); echo; printf '%s\\n' \"$KEY\" \"$KEY_ID\" $(recovery_codes | tail -n +2)";
  const printed = run(service, [...(await walk(README)), codes, make, told, ask, `echo; ${check}`]);
  const begins = printed.findIndex((line) => line.startsWith("nlk_"));
  const [KEY, KEY_ID, ...rest] = printed.slice(begins);
  const [first, second, ...more] = rest;
  assert.equal(more.pop(), service.email);
  assert.equal(JSON.parse(more.slice(7).join("")).valid, true);

  const env = { PATH: process.env.PATH, URL: service.url, KEY, KEY_ID };
  await writeFile(join(folder, "verify.py"), await program(GUIDE, "python"));
  await writeFile(join(folder, "verify.mjs"), inJavaScript(await program(GUIDE, "ts")));
  const programs = [
    [withTool, ["pyjwt[crypto]==2.10.1", "python", join(folder, "verify.py")], first, "['rc']"],
    [process.execPath, [join(folder, "verify.mjs")], second, "[ 'rc' ]"],
  ];
  for (const [command, args, code, amr] of programs) {
    const says = () => execFileSync(command, [...args, service.email, code], { env, encoding: "utf8" }).trim();
    assert.equal(says(), amr);
    assert.equal(says(), "no", "a code counts once");
  }
});
