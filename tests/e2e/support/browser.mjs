// A Chromium that talks to nobody but the service, and whose complaints fail the test that caused them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { followRequests, PATIENCE_MS } from "./settled.mjs";

const NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

// Whatever a browser does on its own account.
const QUIET = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];

/** `more` are switches of the browser. */
export async function launchBrowser(more = []) {
  const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v google-chrome"], {
    encoding: "utf8",
  }).trim();
  const args = [...QUIET, "--disable-dev-shm-usage", "--disable-gpu", NO_NETWORK, ...more];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  // Letters look the same wherever the tests run.
  const env = { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)) };
  const launch = () => chromium.launch({ executablePath, args, env });
  // It crashes now and then before it has begun, which says nothing of the service.
  return launch().catch(launch);
}

/** A person's fresh browser profile, on a `phone` if so. `close()` asserts that it had nothing to complain about. */
export async function openPage(browser, url, { beyond, locale = "en-GB", timezoneId, phone = false } = {}) {
  const context = await browser.newContext({
    baseURL: url,
    locale,
    timezoneId,
    ...(phone && { isMobile: true, hasTouch: true, viewport: { width: 375, height: 740 } }),
    reducedMotion: "reduce",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  context.on("page", followRequests);
  const page = await context.newPage();
  const complaints = watch(page, url, beyond);
  const close = async () => {
    await context.close();
    assert.deepEqual(complaints, [], "the browser has nothing to complain about");
  };
  return { page, context, close };
}

function watch(page, url, beyond) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
  page.on("console", (message) => {
    // A refusal is part of the story, and so is a network that the test cut: Chromium reports both as errors of its own, and the
    // app which page it could not draw.
    const told =
      /^(Unreachable\n|TypeError: Failed to fetch dynamically imported module|Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED))/;
    if (message.type() === "error" && !told.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const target = new URL(request.url());
    const local = ["data:", "blob:", "about:"].includes(target.protocol);
    if (!local && ![new URL(url).origin, beyond].includes(target.origin)) complaints.push(`request to ${target.origin}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${new URL(response.url()).pathname}`);
  });
  // Some violations never reach the console.
  page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, columnNumber } = event;
      const place = `${sourceFile}:${lineNumber}:${columnNumber}`;
      // biome-ignore lint/suspicious/noConsole: the page's own, which is listened to.
      console.error(`content security policy: ${violatedDirective} ${blockedURI} by ${place}`);
    });
  });
  return complaints;
}
