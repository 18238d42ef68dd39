// The sign-in page is what everybody waits for.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const dist = new URL("../../../frontend/dist/", import.meta.url);
const KILOBYTE = 1000;

test("the sign-in page is light, in every language", async () => {
  const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));
  const languages = Object.keys(manifest).filter((key) => key.startsWith("virtual:words/"));
  assert.ok(languages.includes("virtual:words/en"));
  const first = Object.keys(manifest).find((key) => manifest[key].name === "first");
  assert.ok(first, "the sign-in page has a piece of its own");
  for (const language of languages) {
    const chunks = closure(manifest, ["index.html", first, language]);
    const [js, css] = await Promise.all([
      weigh(chunks.map(({ file }) => file)),
      weigh(chunks.flatMap(({ css }) => css ?? [])),
    ]);
    assert.ok(js <= 130 * KILOBYTE, `${language}: ${js} bytes of JavaScript, gzipped`);
    assert.ok(css <= 20 * KILOBYTE, `${css} bytes of CSS, gzipped`);
  }
});

/** These chunks and all that they import. */
function closure(manifest, keys) {
  const chunks = new Set();
  const visit = (key) => {
    if (chunks.has(manifest[key])) return;
    chunks.add(manifest[key]);
    manifest[key].imports?.forEach(visit);
  };
  keys.forEach(visit);
  return [...chunks];
}

async function weigh(files) {
  const sizes = [...new Set(files)].map(async (file) => gzipSync(await readFile(new URL(file, dist))).length);
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}
