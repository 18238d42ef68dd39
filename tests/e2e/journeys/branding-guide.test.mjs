// The guide to branding, run as it stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { guide, README, run, walk } from "../support/guide.mjs";
import { startService } from "../support/service.mjs";

test("the guide to branding works", async (t) => {
  const blocks = await walk(guide("branding.md"));
  assert.equal(blocks.length, 3);
  const [signIn] = await walk(README);
  const service = await startService();
  t.after(() => service.stop());
  const picture = await sharp({ create: { width: 64, height: 16, channels: 3, background: "#3c58b3" } })
    .png()
    .toBuffer();
  const logo = `base64 --decode > logo.png <<<${picture.toString("base64")}`;
  assert.deepEqual(run(service, [signIn, logo, ...blocks]), [
    '["#3c58b3",1]',
    "[64,16]",
    '["#3c58b3","help@example.org"]',
  ]);
});
