// Webhooks: made, tested, looked after, and deleted.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { startReceiver } from "../support/receiver.mjs";
import { setStage } from "../support/stage.mjs";

const types = ({ received }) => received.map(({ body }) => JSON.parse(body).type);

/** The signatures of a secret that a delivery carries. */
function isSignedWith(secret, { headers, body }) {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  return headers["webhook-signature"].split(" ").includes(expected);
}

test("webhooks", async (t) => {
  const stage = await setStage(t);
  const receiver = await startReceiver(t);
  const { page } = await stage.openPage();
  const dialog = (name) => page.getByRole("dialog", { name });
  const button = (name) => page.getByRole("button", { name });
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const secrets = [];
  await pages.signIn(page, stage.credentials);

  await t.test("there are none, and the page says what they are for", async () => {
    await pages.visit(page, "Webhooks");
    await pages.heading(page, "Webhooks");
    await page.getByRole("region", { name: "Webhooks of the organization" }).getByText("There are none yet.").waitFor();
    await assertAccessible(page, "no webhooks");
    await assertLooks(page, "no webhooks");
    await pages.assertFitsPhone(page, "no webhooks");
  });

  await t.test("one is made, by keyboard, and its secret shown once", async () => {
    await button("Create a webhook").click();
    const creating = dialog("Create a webhook");
    await pages.assertFocused(creating.getByLabel("Name"));
    await page.keyboard.type("Security channel");
    await page.keyboard.press("Tab");
    await page.keyboard.type("ftp://example.org/hook");
    await page.keyboard.press("Enter");
    await creating.getByText("The URL has to begin with https://.").waitFor();
    await pages.assertFocused(creating.getByLabel("URL"));
    await creating.getByLabel("URL").fill(receiver.url);
    await creating.getByLabel("Some kinds of events").check();
    await creating.getByLabel("Policy, roles and the organization").check();
    await assertAccessible(page, "create a webhook");
    await assertLooks(page, "create a webhook");
    await pages.assertFitsPhone(page, "create a webhook");
    await creating.getByRole("button", { name: "Create webhook" }).click();

    const shown = dialog("Security channel is created");
    const secret = await shown.getByLabel("Secret", { exact: true }).innerText();
    assert.match(secret, /^whsec_/);
    secrets.push(secret);
    await assertAccessible(page, "a webhook's secret");
    await pages.assertFitsPhone(page, "a webhook's secret");
    await page.keyboard.press("Escape");
    await dialog("Close without the secret?").getByRole("button", { name: "Stay here" }).click();
    await shown.getByRole("button", { name: "Copy secret" }).click();
    await shown.getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), secret);
    await shown.getByRole("button", { name: "I have saved it" }).click();
    await page.getByRole("status").getByText("The webhook Security channel is created.").waitFor();
    await row("Security channel").getByText("Nothing was sent yet").waitFor();
  });

  await t.test("a test arrives, signed", async () => {
    await page.getByRole("link", { name: "Security channel" }).click();
    await pages.heading(page, "Security channel");
    await page.getByText("Nothing was sent yet. A test shows whether it works.").waitFor();
    await button("Send a test").click();
    await row("Webhook tested").getByText("Delivered").waitFor();
    await row("Webhook tested").getByText(/^Answered 204 in \d+ ms/).waitFor();
    assert.deepEqual(types(receiver), ["webhook.test"]);
    assert.ok(isSignedWith(secrets[0], receiver.received[0]));
    await assertAccessible(page, "a webhook");
    await assertLooks(page, "a webhook");
    await pages.assertFitsPhone(page, "a webhook");
  });

  await t.test("what happens is told, and what it was not asked for is not", async () => {
    const administrator = await stage.administrator();
    await administrator.send("POST", "/v1/roles", { name: "help-desk", description: "", permissions: [] });
    await stage.member("Fay");
    await page.reload();
    await row("Role created").getByText("Delivered").waitFor();
    assert.deepEqual(types(receiver), ["webhook.test", "role.created"]);
  });

  await t.test("after a failure it is tried again, and on demand", async () => {
    receiver.status = 500;
    await row("Role created").getByRole("button", { name: "Send again" }).click();
    await page.getByRole("status").getByText("“Role created” is on its way again.").waitFor();
    await row("Role created").getByText("Trying again").waitFor();
    await row("Role created").getByText(/^Answered 500/).waitFor();
    await assertAccessible(page, "a delivery that failed");
    await pages.assertFitsPhone(page, "a delivery that failed");
    await page.getByLabel("Show").selectOption("Waiting");
    await row("Webhook tested").waitFor({ state: "detached" });
    await page.getByLabel("Show").selectOption("All");

    receiver.status = 204;
    await row("Role created").getByRole("button", { name: "Send again" }).click();
    await row("Role created").getByText("Delivered").waitFor();
  });

  await t.test("it gets a new secret, beside which the former one is good", async () => {
    await button("New secret…").click();
    const rotating = dialog("Make a new secret for Security channel");
    await assertAccessible(page, "a new secret");
    await pages.assertFitsPhone(page, "a new secret");
    await rotating.getByRole("button", { name: "Make a new secret" }).click();
    const shown = dialog("New secret of Security channel");
    secrets.push(await shown.getByLabel("Secret", { exact: true }).innerText());
    await shown.getByText("the one before is good as well").waitFor();
    await shown.getByRole("button", { name: "I have saved it" }).click();
    await page.getByText("Former secret ends").waitFor();
    const before = receiver.received.length;
    await button("Send a test").click();
    // The newest is the first.
    await row("Webhook tested").nth(1).waitFor();
    await row("Webhook tested").first().getByText("Delivered").waitFor();
    assert.equal(receiver.received.length, before + 1);
    for (const secret of secrets) assert.ok(isSignedWith(secret, receiver.received.at(-1)));
  });

  await t.test("it is changed, paused and resumed", async () => {
    await button("Change…").click();
    const changing = dialog("Change Security channel");
    assert.ok(await changing.getByLabel("Policy, roles and the organization").isChecked());
    await changing.getByLabel("Name").fill("Archive");
    await changing.getByLabel("All events").check();
    await changing.getByRole("button", { name: "Save webhook" }).click();
    await page.getByRole("status").getByText("The webhook Archive is changed.").waitFor();
    await pages.heading(page, "Archive");
    await row("Webhook changed").getByText("Delivered").waitFor();

    await button("Pause").click();
    await page.getByRole("status").getByText("It is paused").waitFor();
    await page.getByText("Off since").waitFor();
    assert.equal(await button("Send a test").count(), 0);
    assert.equal(await button(/^Send again/).count(), 0);
    await assertAccessible(page, "a paused webhook");
    await button("Resume").click();
    await page.getByRole("status").getByText("It is on").waitFor();
    await button("Send a test").waitFor();
    // Of this it is told as well, beside the change before.
    await row("Webhook changed").nth(1).waitFor();
    await row("Webhook changed").first().getByText("Delivered").waitFor();
  });

  await t.test("one whose receiver is gone is off", async () => {
    receiver.status = 410;
    await button("Send a test").click();
    await row("Webhook tested").first().getByText("Refused for good").waitFor();
    await page.reload();
    await page.getByText("Off: its receiver is gone").waitFor();
    await page.getByRole("link", { name: "All webhooks" }).click();
    await row("Archive").getByText("Off: its receiver is gone").waitFor();
    await assertAccessible(page, "the list of webhooks");
    await assertLooks(page, "the list of webhooks");
    await pages.assertFitsPhone(page, "the list of webhooks");
  });

  await t.test("it is deleted, and the log tells of all of it", async () => {
    await page.getByRole("link", { name: "Archive" }).click();
    await button("Delete…").click();
    const deleting = dialog("Delete Archive?");
    await assertAccessible(page, "delete a webhook");
    await deleting.getByRole("button", { name: "Delete webhook" }).click();
    await page.getByText("There are none yet.").waitFor();
    await page.getByRole("link", { name: "Audit log" }).click();
    for (const event of [
      "Webhook created",
      "New secret for a webhook made",
      "Delivery of a webhook repeated",
      "Webhook turned off: its receiver is gone",
      "Webhook deleted",
    ])
      await row(event).first().waitFor();
  });

  await t.test("who may not have them does not see them", async () => {
    const max = await stage.member("Max", ["manager"]);
    const { page: his } = await stage.openPage();
    await pages.signIn(his, max);
    assert.equal((await pages.pagesInHeader(his)).includes("Webhooks"), false);
    await his.goto("/webhooks");
    await pages.heading(his, "Page not found");
  });
});
