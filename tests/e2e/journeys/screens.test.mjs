// The page of documentation that shows every page.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { guide } from "../support/guide.mjs";

test("every page that is kept in pictures is in the documentation", async () => {
  const kept = await readdir(new URL("../looks/", import.meta.url));
  const shown = [...(await readFile(guide("screens.md"), "utf8")).matchAll(/looks\/([\w-]+\.webp)/g)].map(([, file]) => file);
  assert.deepEqual(kept.filter((file) => file.endsWith("-desktop-light.webp")).toSorted(), shown.toSorted());
});
