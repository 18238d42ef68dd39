// The guide for those who move here: each of the programs that import a file over the API.
import assert from "node:assert/strict";
import { test } from "node:test";
import { guide, inJavaScript, program, README, run, walk, write } from "../support/guide.mjs";
import { startService } from "../support/service.mjs";

const GUIDE = guide("move-here.md");

/** Three people, of whom one has a secret that could be guessed. */
const USERS = ["ada", "grace", "alan"]
  .map((name) => ({
    email: `${name}@moved.example`,
    authenticators: [{ secret: name === "alan" ? "GEZDGNBV" : "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" }],
  }))
  .map((user) => JSON.stringify(user))
  .join("\n");

test("the guide for those who move here imports with curl, Python and TypeScript", async (t) => {
  const service = await startService();
  t.after(() => service.stop());
  const [signIn] = await walk(README);
  const blocks = [
    signIn,
    "export token",
    write("users.jsonl", USERS),
    await program(GUIDE, "bash", "curl"),
    'printf "\\nbegin\\n"',
    write("import.py", await program(GUIDE, "python")),
    write("import.mjs", inJavaScript(await program(GUIDE, "ts"))),
    "python3 import.py users.jsonl --dry-run",
    "node import.mjs users.jsonl --dry-run",
    "python3 import.py users.jsonl",
    "node import.mjs users.jsonl",
  ];
  const lines = run(service, blocks);
  const begins = lines.indexOf("begin");
  const tried = JSON.parse(lines[begins - 1]);
  assert.deepEqual([tried.dryRun, tried.imported, tried.failed], [true, 2, 1]);
  const told = lines.slice(begins + 1);
  const counts = told.filter((_, index) => index % 2 === 0).map((line) => line.match(/\d+/g).map(Number));
  assert.deepEqual(counts, [
    [2, 0, 1],
    [2, 0, 1],
    [2, 0, 1],
    [0, 2, 1],
  ]);
  for (const why of told.filter((_, index) => index % 2 === 1))
    assert.match(why, /^3: alan@moved\.example .+guessed/);
});
