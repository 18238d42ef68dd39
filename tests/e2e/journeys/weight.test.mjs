// The sign-in page is what everybody waits for.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const dist = new URL("../../../frontend/dist/", import.meta.url);
const KILOBYTE = 1000;

test("the sign-in page is light", async () => {
  const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));
  const chunks = new Set();
  const visit = (key) => {
    if (chunks.has(manifest[key])) return;
    chunks.add(manifest[key]);
    manifest[key].imports?.forEach(visit);
  };
  visit("index.html");
  visit("src/app/pages/sign-in.tsx");

  const scripts = [...chunks].map(({ file }) => file);
  const styles = [...chunks].flatMap(({ css }) => css ?? []);
  const [js, css] = await Promise.all([weigh(scripts), weigh(styles)]);
  assert.ok(js <= 130 * KILOBYTE, `${js} bytes of JavaScript, gzipped`);
  assert.ok(css <= 20 * KILOBYTE, `${css} bytes of CSS, gzipped`);
});

async function weigh(files) {
  const sizes = [...new Set(files)].map(async (file) => gzipSync(await readFile(new URL(file, dist))).length);
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}
