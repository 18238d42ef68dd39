// An API key: made and shown once, used, rotated, revoked, and named in the audit log.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("API keys", async (t) => {
  const stage = await setStage(t);
  await stage.member("Fay");
  const root = await stage.administrator();
  await root.send("POST", "/v1/roles", { name: "integrator", description: "", permissions: ["keys.write"] });
  const ivy = await stage.member("Ivy", ["integrator"]);
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const dialog = (name) => page.getByRole("dialog", { name });
  const call = (key, path = "/v1/users", init = {}) =>
    fetch(new URL(path, stage.url), { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
  const keys = {};
  await pages.signIn(page, stage.credentials);

  await t.test("there are none yet", async () => {
    await pages.visit(page, "API keys");
    await page.getByText("There are none yet.").waitFor();
    await assertAccessible(page, "no keys");
    await assertLooks(page, "no keys");
    await pages.assertFitsPhone(page, "no keys");
  });

  await t.test("a key is made, with the keyboard alone", async () => {
    await page.getByRole("button", { name: "Make a key" }).focus();
    await page.keyboard.press("Enter");
    const making = dialog("Make an API key");
    await pages.assertFocused(making.getByLabel("Name"));
    await pages.assertInSight(making.getByRole("button", { name: "Make the key" }));
    await page.keyboard.type("Directory");
    await page.keyboard.press("Tab");
    await pages.assertFocused(making.getByLabel("Check codes"));
    await making.getByLabel("See users, roles and the overview").focus();
    await page.keyboard.press("Space");
    await making.getByLabel("Add, change and suspend users").focus();
    await page.keyboard.press("Space");
    await making.getByLabel("Only from these networks").fill("everywhere");
    await making.getByText("More", { exact: true }).click();
    await making.getByLabel("Calls per minute").fill("600");
    await assertAccessible(page, "make a key");
    await assertLooks(page, "make a key");
    await pages.assertFitsPhone(page, "make a key");
    await making.getByRole("button", { name: "Make the key" }).click();
    await making.getByText("A network as 203.0.113.0/24").waitFor();
    await pages.assertFocused(making.getByLabel("Only from these networks"));
    await making.getByLabel("Only from these networks").fill("127.0.0.0/8\n::1");
    await making.getByRole("button", { name: "Make the key" }).click();
  });

  await t.test("it is shown once", async () => {
    const shown = dialog("The key Directory is made");
    keys.first = await shown.getByRole("region", { name: "Key" }).innerText();
    assert.match(keys.first, /^nlk_[a-z2-7]+_[a-z2-7]+$/);
    await assertAccessible(page, "a new key");
    await pages.assertFitsPhone(page, "a new key");
    await page.keyboard.press("Escape");
    await dialog("Close without the key?").getByRole("button", { name: "Stay here" }).click();
    await shown.getByRole("button", { name: "Copy key" }).click();
    await shown.getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), keys.first);
    await shown.getByRole("button", { name: "I have it" }).click();
    await page.getByRole("status").getByText("The key Directory is made.").waitFor();
    const made = row("Directory");
    for (const told of ["See users, roles and the overview", "127.0.0.0/8", "Never"]) await made.getByText(told).waitFor();
    assert.ok(keys.first.startsWith(await made.locator("code").innerText()));
    await assertAccessible(page, "a list of keys");
    await assertLooks(page, "a list of keys");
    await pages.assertFitsPhone(page, "a list of keys");
  });

  await t.test("a script works with it", async () => {
    const answer = await call(keys.first, "/v1/users?q=fay");
    const { items } = await answer.json();
    assert.deepEqual([answer.status, items[0].email], [200, "fay@example.org"]);
    const refused = await call(keys.first, "/v1/audit-events");
    assert.deepEqual([refused.status, (await refused.json()).requiredScope], [403, "audit.read"]);
    const order = { action: "remind", ids: [items[0].id] };
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(order) };
    assert.equal((await call(keys.first, "/v1/users/bulk", init)).status, 200);
  });

  await t.test("it gets a new secret, and the old one stays for a day", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Rotate Directory…" }).click();
    const rotating = dialog("Rotate the key Directory");
    await pages.assertFocused(rotating.getByLabel("The present secret stays good for"));
    await assertAccessible(page, "rotate a key");
    await pages.assertFitsPhone(page, "rotate a key");
    await rotating.getByRole("button", { name: "Rotate the key" }).click();
    const shown = dialog("The new secret of Directory");
    await shown.getByText("The secret from before stops working").waitFor();
    keys.second = await shown.getByRole("region", { name: "Key" }).innerText();
    await shown.getByRole("button", { name: "I have it" }).click();
    await row("Directory").getByText("The secret from before").waitFor();
    for (const key of [keys.first, keys.second]) assert.equal((await call(key)).status, 200);
  });

  await t.test("it is revoked, and refused from then on", async () => {
    await page.getByRole("button", { name: "Revoke Directory…" }).click();
    const revoking = dialog("Revoke the key Directory?");
    await revoking.getByText("It was last used on").waitFor();
    await pages.assertFocused(revoking.getByRole("button", { name: "Cancel" }));
    await assertAccessible(page, "revoke a key");
    await pages.assertFitsPhone(page, "revoke a key");
    await revoking.getByRole("button", { name: "Revoke key" }).click();
    await page.getByRole("status").getByText("The key Directory is revoked.").waitFor();
    await page.getByText("There are none yet.").waitFor();
    for (const key of [keys.first, keys.second]) assert.equal((await call(key)).status, 401);
  });

  await t.test("the audit log names the key", async () => {
    await page.getByRole("link", { name: "Audit log" }).click();
    await row("Reminded to set up two-factor authentication").getByText("API key Directory").waitFor();
    for (const event of ["API key made", "API key rotated", "API key revoked"]) await row(event).waitFor();
  });

  await t.test("nobody is offered more than they may do themselves", async () => {
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, ivy);
    await pages.visit(hers, "API keys");
    await hers.getByRole("button", { name: "Make a key" }).click();
    const scopes = hers.getByRole("group", { name: "What it may do" }).getByRole("checkbox");
    assert.equal(await scopes.count(), 2);
    await hers.getByLabel("Check codes").waitFor();
  });
});
