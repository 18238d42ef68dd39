// Starts `nightlatch dev` on a fresh data folder, as a person would, and stops it with Ctrl-C's signal.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

/** Answers once the service is ready: its URL, the first administrator's credentials, its data folder, its log so far, and `stop()`. */
export async function startService({ pagesUrl } = {}) {
  const dataDir = await mkdtemp("/tmp/nightlatch-e2e-");
  await chmod(dataDir, 0o755); // the database's account has to enter, when the tests run as root
  const process_ = spawn(
    join(root, "target/debug/nightlatch"),
    ["dev", "--json", "--data-dir", dataDir, "--port", String(await freePort()), ...(pagesUrl ? ["--pages-url", pagesUrl] : [])],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const log = [];
  createInterface({ input: process_.stderr }).on("line", (line) => log.push(line));
  const exited = once(process_, "exit");

  try {
    const { url, email, password } = await credentials(process_, exited, log);
    return { url, email, password, dataDir, log, stop: () => stop(process_, exited, log, dataDir) };
  } catch (error) {
    process_.kill("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** The one line of JSON, printed when the service takes requests. */
async function credentials(process_, exited, log) {
  const printed = new Promise((resolve) => {
    createInterface({ input: process_.stdout }).on("line", (line) => {
      if (line.startsWith("{")) resolve(JSON.parse(line));
    });
  });
  const ended = exited.then(([code]) => fail(`the service ended with ${code} while it started`, log));
  const late = timeout(START_LIMIT_MS, () => fail("the service was not ready in time", log));
  return Promise.race([printed, ended, late.promise]).finally(late.cancel);
}

async function stop(process_, exited, log, dataDir) {
  process_.kill("SIGINT");
  const late = timeout(STOP_LIMIT_MS, () => {
    process_.kill("SIGKILL");
    fail("the service did not stop in time", log);
  });
  const [code] = await Promise.race([exited, late.promise]).finally(late.cancel);
  await rm(dataDir, { recursive: true, force: true });
  assert.equal(code, 0, `the service ended with ${code}:\n${log.join("\n")}`);
  const errors = log.filter((line) => /\bERROR\b|panicked at/.test(line));
  assert.deepEqual(errors, [], "the service logged no error");
}

function fail(message, log) {
  throw new Error(`${message}; its log:\n${log.join("\n")}`);
}

function timeout(ms, onExpiry) {
  let timer;
  const promise = new Promise((_, reject) => {
    timer = setTimeout(() => {
      try {
        onExpiry();
      } catch (error) {
        reject(error);
      }
    }, ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
