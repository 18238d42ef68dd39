// The guide to scripts, with curl, with the command line, and with each of the programs that it shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { guide, inJavaScript, program, README, run, walk, write } from "../support/guide.mjs";
import { startService } from "../support/service.mjs";

const GUIDE = guide("scripts.md");
const CODE = /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/;

/** Somebody to reset. */
const GRACE = `jq --null-input '{email: "grace@example.org", displayName: "Grace", roles: ["member"], password: "her own secret words"}' |
  post /v1/users --header "authorization: Bearer $token" --output /dev/null`;

test("the guide to scripts lists, reminds, resets and exports", async (t) => {
  const blocks = await walk(GUIDE);
  assert.equal(blocks.length, 9);
  const files = [
    'printf "\\n"',
    "wc --lines < audit.jsonl",
    "head --lines=2 resets.csv audit.csv",
    "stat --format=%a nightlatch.key",
  ];
  const service = await startService();
  t.after(() => service.stop());
  const lines = run(service, [...(await walk(README)), GRACE, 'printf "\\n"', ...blocks, ...files]);

  const codes = lines.filter((line) => CODE.test(line));
  assert.equal(codes.length, 4, "two resets and two passes");
  assert.equal(new Set(codes).size, 4);
  assert.ok(
    lines.some((line) => /^grace@example\.org +Grace +member +notEnabled /.test(line)),
    "a table",
  );
  assert.equal(
    lines.filter((line) => line === "grace@example.org").length,
    2,
    "in a list, and with a deadline",
  );
  assert.equal(
    lines.filter((line) => line === "grace@example.org  done").length,
    2,
    "a reminder, and a deadline",
  );
  assert.ok(lines.includes('{"email":"grace@example.org","suspended":false}'));
  assert.equal(lines.filter((line) => line.startsWith("id,occurredAt,action,")).length, 2);
  assert.ok(lines.some((line) => line.includes(",two_factor.reset,")));
  assert.ok(Number(lines.find((line) => /^\d+$/.test(line))) > 10, "events");
  assert.equal(lines.at(-1), "600");
});

test("the guide to scripts does the same in Python and TypeScript", async (t) => {
  const [make] = await walk(GUIDE);
  const service = await startService();
  t.after(() => service.stop());
  const begun = [...(await walk(README)), GRACE, make, 'printf "\\nbegin\\n"'];
  const programs = [
    [write("script.py", await program(GUIDE, "python")), "python3 script.py grace@example.org"],
    [write("script.mjs", inJavaScript(await program(GUIDE, "ts"))), "node script.mjs grace@example.org"],
  ];
  const looks = 'head --lines=1 audit.csv; grep --count ",two_factor.reset," audit.csv; rm audit.csv';
  const lines = run(service, [...begun, ...programs.flatMap((blocks) => [...blocks, looks])]);
  const told = lines.slice(lines.indexOf("begin") + 1);
  assert.equal(told.length, 2 * 8, told.join("\n"));
  for (const [index, printed] of [told.slice(0, 8), told.slice(8)].entries()) {
    const [first, reminded, reset, pass, suspended, restored, head, resets] = printed;
    assert.equal(first, "grace@example.org");
    assert.equal(reminded, `grace@example.org ${["done", "too_many_attempts"][index]}`);
    assert.match(reset, CODE);
    assert.match(pass, CODE);
    assert.equal(`${suspended} ${restored}`.toLowerCase(), "true false");
    assert.ok(head.startsWith("id,occurredAt,action,"));
    assert.equal(Number(resets), index + 1);
  }
});
