// The README's walk through the API, run as it stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as guides from "../support/guide.mjs";
import { startService } from "../support/service.mjs";

const { README, walk } = guides;
const ROLLOUT = guides.guide("rollout.md");

/** Runs blocks against a service of their own. */
async function run(t, blocks) {
  const service = await startService();
  t.after(() => service.stop());
  return guides.run(service, blocks);
}

test("the README's walk ends in a session with a second factor", async (t) => {
  const blocks = await walk(README);
  assert.equal(blocks.length, 5);
  const lines = await run(t, [...blocks, "", 'printf "\\n%s\\n" "$token"']);

  const recoveryCodes = lines.filter((line) => /^\d+\. (?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/.test(line));
  assert.equal(recoveryCodes.length, 10);
  const twoFactor = JSON.parse(lines.find((line) => line.startsWith("{")));
  assert.equal(twoFactor.state, "enabled");
  assert.deepEqual(twoFactor.authenticators.map(({ name }) => name), ["Terminal"]);
  const claims = JSON.parse(Buffer.from(lines.at(-1).split(".")[1], "base64url"));
  assert.ok(claims.amr.includes("otp"), `signed in by ${claims.amr}`);
});

/** Two people have twenty days from now on, and one of them has been given less: the guide's fourteen are more for that one. */
const TWENTY_DAYS = `policy=$(jq '.phases = [{everyone: true, startsAt: (now | todate), graceDays: 20}] | .newUsers = "grace"' <<<"$policy")
tag=$(ask --output /dev/null --write-out '%header{etag}' "$URL/v1/policy")
ask --request PUT --header "if-match: $tag" --json "$policy" --output /dev/null "$URL/v1/policy"
for name in ada grace; do
  jq --null-input --arg email "$name@example.org" '{$email, displayName: "Somebody", roles: ["member"], password: "their own secret words"}' |
    ask --json @- "$URL/v1/users" > person.json
done
jq --null-input '{deadline: (now + 2 * 86400 | todate), reason: "Asked for it."}' |
  ask --request PUT --json @- --output /dev/null "$URL/v1/users/$(jq --raw-output .id person.json)/deadline"`;

test("the guide to a roll-out previews it, saves it and gives more time", async (t) => {
  const guide = await walk(ROLLOUT);
  assert.equal(guide.length, 4);
  const lines = await run(t, [...(await walk(README)), 'printf "\\n"', ...guide, TWENTY_DAYS, guide[3]]);

  const told = lines.filter((line) => /^\{"(counts|role|everyone|deadlinesAhead|done)"/.test(line));
  const [preview, ...rest] = told.map((line) => JSON.parse(line));
  assert.equal(preview.counts.ready, 1, "the administrator, who has a second factor");
  assert.deepEqual(preview.warnings, ["only_one_administrator"]);
  assert.deepEqual(
    rest.slice(0, 4).map(({ role, everyone }) => role ?? everyone),
    ["superadmin", "admin", "manager", true],
  );
  assert.deepEqual(rest.slice(4, 6), [
    { deadlinesAhead: [], overdue: 0 },
    { done: 0, nextCursor: null },
  ]);
  assert.deepEqual(rest.at(-1), { done: 1, nextCursor: null }, "whoever has longer keeps that, and is not counted");
});
