// The guide to scripts, with curl and with the command line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { README, run, guide as page, walk } from "../support/guide.mjs";
import { startService } from "../support/service.mjs";

/** Somebody to reset. */
const GRACE = `jq --null-input '{email: "grace@example.org", displayName: "Grace", roles: ["member"], password: "her own secret words"}' |
  post /v1/users --header "authorization: Bearer $token" --output /dev/null`;

test("the guide to scripts lists, reminds, resets and exports", async (t) => {
  const guide = await walk(page("scripts.md"));
  assert.equal(guide.length, 8);
  const files = ['printf "\\n"', "wc --lines < audit.jsonl", "head --lines=2 resets.csv audit.csv", "stat --format=%a nightlatch.key"];
  const service = await startService();
  t.after(() => service.stop());
  const lines = run(service, [...(await walk(README)), GRACE, 'printf "\\n"', ...guide, ...files]);

  const codes = lines.filter((line) => /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(line));
  assert.equal(codes.length, 4, "two resets and two passes");
  assert.equal(new Set(codes).size, 4);
  assert.ok(lines.some((line) => /^grace@example\.org +Grace +member +notEnabled /.test(line)), "a table");
  assert.ok(lines.includes("grace@example.org"), "a list");
  assert.ok(lines.includes("1 done"), "a reminder");
  assert.ok(lines.includes('{"email":"grace@example.org","suspended":false}'));
  assert.equal(lines.filter((line) => line.startsWith("id,occurredAt,action,")).length, 2);
  assert.ok(lines.some((line) => line.includes(",two_factor.reset,")));
  assert.ok(Number(lines.find((line) => /^\d+$/.test(line))) > 10, "events");
  assert.equal(lines.at(-1), "600");
});
