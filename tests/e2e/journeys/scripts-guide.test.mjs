// The guide to scripts, with curl, with the command line, and with each of the programs that it shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { README, guide, inJavaScript, program, run, walk, write } from "../support/guide.mjs";
import { startService } from "../support/service.mjs";

const GUIDE = guide("scripts.md");
const CODE = /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/;

/** Somebody to reset, and somebody else of whom a search for her finds the address first. */
const PEOPLE = ["anna.grace@example.org", "grace@example.org"].map(
  (email) => `jq --null-input '{email: "${email}", displayName: "Grace", roles: ["member"], password: "her own secret words"}' |
  post /v1/users --header "authorization: Bearer $token" --output /dev/null`,
);

/** So many resets of the one and of the other are in an export. */
const resets = (file) => `for who in ",grace@" anna.grace@; do grep ",two_factor.reset," ${file} | grep --count "$who" || true; done`;

test("the guide to scripts lists, reminds, resets and exports", async (t) => {
  const blocks = await walk(GUIDE);
  assert.equal(blocks.length, 9);
  const files = ['printf "\\n"', "wc --lines < audit.jsonl", "head --lines=2 resets.csv audit.csv", "stat --format=%a nightlatch.key"];
  const [, found] = blocks.find((block) => /^id=/m.test(block)).match(/^(id=.*)/ms);
  const missed = found.replace("=grace@", "=race@");
  const nobody = ["set +e", `(set -e; ${missed}) 2> told; echo "ended with $?"`, "set -e", 'grep --only-matching "nobody has this address" told'];
  const service = await startService();
  t.after(() => service.stop());
  const lines = run(service, [...(await walk(README)), ...PEOPLE, 'printf "\\n"', ...blocks, ...nobody, resets("resets.csv"), ...files]);

  const codes = lines.filter((line) => CODE.test(line));
  assert.equal(codes.length, 4, "two resets and two passes");
  assert.equal(new Set(codes).size, 4);
  assert.ok(lines.some((line) => /^grace@example\.org +Grace +member +notEnabled /.test(line)), "a table");
  assert.equal(lines.filter((line) => line === "grace@example.org").length, 2, "in a list, and with a deadline");
  assert.equal(lines.filter((line) => line === "grace@example.org  done").length, 2, "a reminder, and a deadline");
  assert.ok(lines.includes('{"email":"grace@example.org","suspended":false}'));
  assert.equal(lines.filter((line) => line.startsWith("id,occurredAt,action,")).length, 2);
  assert.ok(lines.some((line) => line.includes(",two_factor.reset,")));
  assert.ok(Number(lines.find((line) => /^\d{2,}$/.test(line))) > 10, "events");
  assert.equal(lines.at(-1), "600");
  const told = lines.indexOf("nobody has this address");
  assert.equal(lines[told - 1], "ended with 5", "what comes after it is not asked for");
  assert.deepEqual(lines.slice(told + 1, told + 3), ["2", "0"], "grace was reset, and nobody else");
});

test("the guide to scripts does the same in Python and TypeScript", async (t) => {
  const [make] = await walk(GUIDE);
  const service = await startService();
  t.after(() => service.stop());
  const begun = [...(await walk(README)), ...PEOPLE, make, 'printf "\\nbegin\\n"'];
  const programs = [
    [write("script.py", await program(GUIDE, "python")), "python3 script.py grace@example.org"],
    [write("script.mjs", inJavaScript(await program(GUIDE, "ts"))), "node script.mjs grace@example.org"],
  ];
  const looks = ["head --lines=1 audit.csv", resets("audit.csv"), "rm audit.csv"];
  const nobody = programs.map(([, call]) => {
    const other = call.replace("grace@", "race@");
    return `(${other} 2>&1 || true) | grep --only-matching "Nobody has the address race@example.org" | head --lines=1; [ ! -e audit.csv ]`;
  });
  const lines = run(service, [...begun, ...programs.flatMap((blocks) => [...blocks, ...looks]), ...nobody]);
  const told = lines.slice(lines.indexOf("begin") + 1);
  assert.equal(told.length, 2 * 10 + 2, told.join("\n"));
  for (const [index, printed] of [told.slice(0, 10), told.slice(10, 20)].entries()) {
    const [first, other, reminded, reset, pass, suspended, restored, head, ofGrace, ofAnna] = printed;
    assert.equal(first, "anna.grace@example.org grace@example.org");
    const what = ["done", "too_many_attempts"][index];
    assert.deepEqual([other, reminded], [`anna.grace@example.org ${what}`, `grace@example.org ${what}`]);
    assert.match(reset, CODE);
    assert.match(pass, CODE);
    assert.equal(`${suspended} ${restored}`.toLowerCase(), "true false");
    assert.ok(head.startsWith("id,occurredAt,action,"));
    assert.deepEqual([ofGrace, ofAnna], [`${index + 1}`, "0"]);
  }
  assert.deepEqual(new Set(told.slice(20)), new Set(["Nobody has the address race@example.org"]));
});
