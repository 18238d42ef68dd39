// An administrator looks for what one person did, and for what is about them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("audit log", async (t) => {
  const stage = await setStage(t);
  await stage.memberWithPhone("Fay");
  await stage.member("Gus");
  const root = await stage.administrator();
  await root.send("POST", "/v1/roles", { name: "auditor", description: "", permissions: ["audit.read"] });
  const amy = await stage.member("Amy", ["auditor"]);
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const doer = page.getByRole("combobox", { name: "Who did it" });
  const subject = page.getByRole("combobox", { name: "Whom it is about" });
  const asked = (name) => new URL(page.url()).searchParams.get(name);
  let gone;
  // The browser's own dialog is not for a test to answer.
  await page.addInitScript(() => delete window.showSaveFilePicker);
  await pages.signIn(page, stage.credentials);

  await t.test("somebody is found by name, with the keyboard alone", async () => {
    await page.getByRole("link", { name: "Audit log" }).click();
    await row("User added").first().waitFor();
    await doer.focus();
    await page.keyboard.type("f");
    await page.getByRole("option", { name: "Fay fay@example.org", selected: true }).waitFor();
    await page.getByRole("status").getByText("1 found.").waitFor();
    await assertAccessible(page, "people to choose from");
    await pages.assertFitsPhone(page, "people to choose from");
    await page.keyboard.press("Enter");
    await row("User added").first().waitFor({ state: "detached" });
    await row("Authenticator added").first().waitFor();
    assert.equal(await doer.inputValue(), "Fay");
    await pages.assertFocused(doer);
    await assertAccessible(page, "the log of one person");
    await assertLooks(page, "the log of one person");
    await pages.assertFitsPhone(page, "the log of one person");
  });

  await t.test("the address tells of them, and a page loaded anew names them", async () => {
    assert.match(asked("actor"), /^[\da-f-]{36}$/);
    await page.reload();
    await row("Authenticator added").first().waitFor();
    await page.waitForFunction(() => document.querySelector("[role=combobox]").value === "Fay");
  });

  await t.test("nobody is found where there is nobody", async () => {
    await doer.fill("xyz");
    await page.getByRole("status").getByText("Nobody found.").waitFor();
    await assertAccessible(page, "nobody to choose from");
    await page.keyboard.press("Escape");
    assert.equal(await doer.inputValue(), "Fay");
  });

  await t.test("they are taken out again", async () => {
    await page.getByRole("button", { name: "Clear “Who did it”" }).click();
    await row("User added").first().waitFor();
    assert.equal(asked("actor"), null);
    assert.equal(await doer.inputValue(), "");
  });

  await t.test("where there is nothing, it says of whom", async () => {
    await doer.fill("gus@");
    await page.getByRole("option", { name: /Gus/ }).click();
    await page.getByText("There is nothing here that Gus did.").waitFor();
    await assertAccessible(page, "nothing of one person");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await row("User added").first().waitFor();
  });

  await t.test("routine is left out until it is asked for", async () => {
    const routine = page.getByRole("checkbox", { name: "Show routine events, such as continued sessions" });
    const continued = row("Session continued").first();
    const told = page.getByText("Without routine events");
    assert.equal(await continued.count(), 0, "although the page was loaded anew");
    await page.getByRole("button", { name: "Export" }).click();
    await told.waitFor();
    await assertAccessible(page, "an export without routine");
    await page.keyboard.press("Escape");
    await routine.check();
    await continued.waitFor();
    assert.equal(asked("routine"), "shown");
    await page.reload();
    await continued.waitFor();
    await assertAccessible(page, "the log with routine");
    await pages.assertFitsPhone(page, "the log with routine");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "CSV" }).waitFor();
    assert.equal(await told.count(), 0);
    await page.keyboard.press("Escape");
    await routine.uncheck();
    await continued.waitFor({ state: "detached" });
    assert.equal(asked("routine"), null);
    await page.getByLabel("What happened").selectOption("Session continued");
    await continued.waitFor();
    assert.equal(await routine.count(), 0, "it is asked for by its name");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await row("User added").first().waitFor();
  });

  await t.test("the last days are a click away", async () => {
    const today = await page.evaluate(() => new Date().toLocaleDateString("en-CA"));
    await page.getByRole("button", { name: "Last 7 days" }).click();
    await page.waitForURL(/from=/);
    assert.equal((Date.parse(today) - Date.parse(asked("from"))) / 86_400_000, 6, "today is one of them");
    await row("User added").first().waitFor();
    await page.getByRole("button", { name: "Today" }).click();
    await page.waitForURL(({ searchParams }) => searchParams.get("from") === today);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.waitForURL(({ search }) => search === "");
  });

  await t.test("a user's page leads to both", async () => {
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("link", { name: "Gus" }).click();
    await assertAccessible(page, "a user's page with its way to the log");
    await page.getByRole("link", { name: "Events about this user" }).click();
    await row("User added").getByText("gus@example.org").waitFor();
    assert.equal(await page.getByRole("row").count(), 2);
    assert.equal(await subject.inputValue(), "Gus");
    await page.goBack();
    await page.getByRole("link", { name: "Events by this user" }).click();
    await page.getByText("There is nothing here that Gus did.").waitFor();
    gone = page.url();
  });

  await t.test("what the filter matches is saved as a file", async () => {
    const save = async (format) => {
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("menuitem", { name: format }).waitFor();
      await assertAccessible(page, `export as ${format}`);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: format }).click(),
      ]);
      await page.getByRole("status").getByText("The events are saved").waitFor();
      return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
    };
    await page.goto("/admin/audit");
    await row("User added").first().waitFor();
    await page.getByLabel("What happened").selectOption("User added");
    await row("Role created").waitFor({ state: "detached" });
    await pages.assertFitsPhone(page, "the log with its export");
    const [csvName, csv] = await save("CSV");
    assert.match(csvName, /^audit-events-\d{4}-\d\d-\d\d\.csv$/);
    const [head, ...rows] = csv.trim().split("\r\n");
    assert.match(head, /^id,occurredAt,action,outcome,actorId,actorEmail,/);
    assert.ok(rows.length >= 3 && rows.every((line) => line.includes(",user.created,")), csv);
    const [linesName, lines] = await save("JSON Lines");
    assert.match(linesName, /\.jsonl$/);
    assert.deepEqual(new Set(lines.trim().split("\n").map((line) => JSON.parse(line).action)), new Set(["user.created"]));
    await assertAccessible(page, "an export is saved");
  });

  await t.test("the log is checked against its seals", async () => {
    await sealed(root);
    await page.getByRole("button", { name: "Check the log" }).click();
    await page.getByRole("status").getByText("The log is whole:").waitFor();
    await assertAccessible(page, "a log that is whole");
    await assertLooks(page, "a log that is whole");
    await pages.assertFitsPhone(page, "a log that is whole");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await row("Audit log exported").first().waitFor();
  });

  await t.test("what is wrong with it is listed, and a check can be stopped", async () => {
    const finding = { kind: "altered", eventId: "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", seal: 2 };
    const findings = [
      { ...finding, occurredAt: "2026-11-24T09:00:00Z" },
      { kind: "sealMissing", seal: 3 },
    ];
    const asked = [];
    await page.route("**/v1/audit-events/verify*", async (route) => {
      await new Promise((resolve) => asked.push(resolve));
      await route.fulfill({ json: { findings, seals: 4, events: 20, unsealed: 0 } });
    });
    // The page says that it checks before it asks.
    const answer = async (number) => {
      const deadline = Date.now() + 10_000;
      while (asked.length < number) {
        assert.ok(Date.now() < deadline, `the page has asked ${asked.length} times`);
        await setTimeout(20);
      }
      asked[number - 1]();
    };
    await page.getByRole("button", { name: "Check the log" }).click();
    await page.getByText("Checking: 0 events so far.").waitFor();
    await pages.assertFocused(page.getByRole("button", { name: "Check the log" }));
    await assertAccessible(page, "a check under way", { underWay: true });
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Checking:").waitFor({ state: "detached" });
    await answer(1);
    await page.getByRole("button", { name: "Check the log" }).click();
    await page.getByText("Checking: 0 events so far.").waitFor();
    await answer(2);
    const alert = page.getByRole("alert").filter({ hasText: "The log is not as it was written." });
    await alert.getByText("An event was changed.").waitFor();
    await alert.getByText("Seal 3 was taken away.").waitFor();
    await assertAccessible(page, "a log that is not whole");
    await pages.assertFitsPhone(page, "a log that is not whole");
    await page.unroute("**/v1/audit-events/verify*");
  });

  await t.test("an export that breaks off says so, and saves nothing", async () => {
    await page.route("**/v1/audit-events*", (route) =>
      route.request().headers().accept === "text/csv" ? route.abort("internetdisconnected") : route.fallback(),
    );
    let saved = false;
    page.on("download", () => (saved = true));
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "CSV" }).click();
    await page.getByRole("alert").getByText("Nightlatch cannot be reached.").waitFor();
    await assertAccessible(page, "an export that failed");
    assert.equal(saved, false);
    await page.unroute("**/v1/audit-events*");
    // Where the story goes on.
    await page.goto(gone);
  });

  await t.test("who may not look at users reads the log all the same", async () => {
    const { search } = new URL(page.url());
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, amy);
    await hers.goto(`/admin/audit${search}`);
    await hers.getByText("There is nothing here that this person did.").waitFor();
    assert.equal(await hers.getByRole("combobox", { name: "Who did it" }).count(), 0);
    await hers.getByRole("button", { name: "Clear filters" }).click();
    await hers.getByRole("row").filter({ hasText: "User added" }).first().waitFor();
  });
});

/** Every event is sealed, which the service does within seconds. */
async function sealed(administrator) {
  const deadline = Date.now() + 30_000;
  for (let unsealed = await left(administrator); unsealed > 0; unsealed = await left(administrator)) {
    assert.ok(Date.now() < deadline, `${unsealed} events are not sealed yet`);
    await setTimeout(200);
  }
}

/** So many events are not sealed yet. */
async function left(administrator, cursor) {
  const path = `/v1/audit-events/verify${cursor ? `?cursor=${cursor}` : ""}`;
  const { unsealed, nextCursor } = (await administrator.send("GET", path)).body;
  return nextCursor ? unsealed + (await left(administrator, nextCursor)) : unsealed;
}
