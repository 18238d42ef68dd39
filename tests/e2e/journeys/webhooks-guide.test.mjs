// The guide to webhooks, run as it stands, with each of the receivers that it shows.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { guide, inJavaScript, program, README, run, walk, withTool } from "../support/guide.mjs";
import { freePort, startService } from "../support/service.mjs";

const GUIDE = guide("webhooks.md");
const here = fileURLToPath(new URL("..", import.meta.url));

const receivers = {
  async python(folder) {
    await writeFile(join(folder, "receiver.py"), await program(GUIDE, "python"));
    return [withTool, ["standardwebhooks==1.0.0", "python", join(folder, "receiver.py")]];
  },
  async ts(folder) {
    await writeFile(join(folder, "receiver.mjs"), inJavaScript(await program(GUIDE, "ts")));
    return [process.execPath, [join(folder, "receiver.mjs")]];
  },
};

for (const [language, written] of Object.entries(receivers)) {
  test(`the guide to webhooks works with its receiver in ${language}`, async (t) => {
    const blocks = await walk(GUIDE);
    assert.equal(blocks.length, 5);
    const [make, list, send, look, rotate] = blocks;
    const [signIn] = await walk(README);
    const service = await startService();
    t.after(() => service.stop());
    const port = await freePort();
    const RECEIVER = `http://127.0.0.1:${port}/`;
    const told = [make, 'printf "%s\\n" "$webhook" "$token"'];
    const [secret, webhook, token] = run(service, [signIn, ...told], { RECEIVER });
    assert.match(secret, /^whsec_/);
    const names = run(service, [signIn, list]);
    assert.ok(names.includes("two_factor.reset") && names.includes("webhook.test"), names.join());

    const receiver = await start(t, await command(t, written), { WEBHOOK_SECRET: secret, PORT: String(port) });
    const again = { webhook, token };
    const [queued] = run(service, [signIn, `webhook=${webhook}`, send], again);
    const { id } = JSON.parse(queued);
    await receiver.says(`webhook.test ${id}`);
    // Signing in is what this webhook is told of.
    await receiver.says(/^login\.succeeded /);

    const [changed] = run(service, [signIn, `webhook=${webhook}`, rotate], again);
    assert.match(changed, /^whsec_/);
    assert.notEqual(changed, secret);
    const [second] = run(service, [signIn, `webhook=${webhook}`, send], again);
    await receiver.says(`webhook.test ${JSON.parse(second).id}`);

    const deliveries = run(service, [signIn, `webhook=${webhook}`, look], again).map((line) => JSON.parse(line));
    const first = deliveries.findLast(({ event }) => event === "webhook.test");
    assert.equal(first.status, "delivered");
    assert.equal(first.responseStatus, 204);

    const forged = await fetch(RECEIVER, { method: "POST", body: "{}", headers: { "webhook-id": "1" } });
    assert.equal(forged.status, 401);
  });
}

/** In a folder beside the libraries, where the programs find them. */
async function command(t, written) {
  const folder = await mkdtemp(join(here, "receiver-"));
  t.after(() => rm(folder, { recursive: true }));
  return written(folder);
}

/** Answers once it listens; `says` waits for a line that it prints. */
async function start(t, [program, args], settings) {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => child.kill("SIGKILL"));
  const lines = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  await until(() => answers(Number(settings.PORT)), "it listens");
  const fits = (pattern) => (line) => (pattern instanceof RegExp ? pattern.test(line) : line === pattern);
  return { says: (pattern) => until(() => lines.some(fits(pattern)), `it says ${pattern}, not only ${lines}`) };
}

async function answers(port) {
  const socket = createConnection(port, "127.0.0.1");
  const connected = await Promise.race([
    once(socket, "connect").then(() => true, () => false),
    once(socket, "close").then(() => false, () => false),
  ]);
  socket.destroy();
  return connected;
}

async function until(happened, what) {
  // The first of them installs its library.
  const deadline = Date.now() + 120_000;
  while (!(await happened())) {
    assert.ok(Date.now() < deadline, `too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
