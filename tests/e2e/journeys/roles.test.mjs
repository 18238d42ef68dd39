// Roles of the organization's own: made, given, changed, and deleted when nobody has them any more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("roles", async (t) => {
  const stage = await setStage(t);
  const fay = await stage.member("Fay");
  const max = await stage.member("Max", ["manager"]);
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const dialog = (name) => page.getByRole("dialog", { name });
  await pages.signIn(page, stage.credentials);

  await t.test("every organization has four", async () => {
    await page.getByRole("link", { name: "Roles" }).click();
    await pages.heading(page, "Built-in roles");
    await row("Member").first().getByText("Nothing beyond their own account").waitFor();
    await row("Manager").getByText("See the policy").waitFor();
    await page.getByText("There are none yet.").waitFor();
    await assertAccessible(page, "roles");
    await assertLooks(page, "roles");
    await pages.assertFitsPhone(page, "roles");
  });

  await t.test("a role is created", async () => {
    await page.getByRole("button", { name: "Create a role" }).click();
    const creating = dialog("Create a role");
    const name = creating.getByLabel("Name");
    await pages.assertFocused(name);
    await name.fill("Help desk");
    await creating.getByText("A name begins with a small letter.").waitFor();
    await assertAccessible(page, "create a role");
    await pages.assertInSightOnPhone(creating.getByRole("button", { name: "Create role" }));
    await assertLooks(page, "create a role");
    await pages.assertFitsPhone(page, "create a role");
    await name.fill("manager");
    await creating.getByLabel("Description").fill("Helps with lost phones.");
    await creating.getByLabel("See users, roles and the overview").check();
    await creating.getByRole("button", { name: "Create role" }).click();
    await creating.getByText("There is a role of this name already.").waitFor();
    await pages.assertFocused(name);
    await name.fill("help-desk");
    await creating.getByRole("button", { name: "Create role" }).click();
    await page.getByRole("status").getByText("The role help-desk is created.").waitFor();
    await row("help-desk").getByText("Helps with lost phones.").waitFor();
    await row("help-desk").getByText("Nobody").waitFor();
  });

  await t.test("it is given, and acts", async () => {
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("link", { name: "Fay" }).click();
    await page.getByRole("button", { name: "Change roles…" }).click();
    const roles = dialog("Roles of Fay");
    await roles.getByLabel("help-desk").check();
    await assertAccessible(page, "a user's roles");
    await roles.getByRole("button", { name: "Save roles" }).click();
    await page.getByText("Member, help-desk").or(page.getByText("help-desk, Member")).waitFor();

    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, fay);
    const navigation = hers.getByRole("navigation", { name: "Main" });
    assert.deepEqual(await navigation.getByRole("link").allInnerTexts(), [
      "My security",
      "Overview",
      "Users",
      "Roles",
    ]);
    await navigation.getByRole("link", { name: "Roles" }).click();
    await pages.heading(hers, "Built-in roles");
    assert.equal(await hers.getByRole("button", { name: "Create a role" }).count(), 0);
    assert.equal(await hers.getByRole("button", { name: /Delete/ }).count(), 0);
  });

  await t.test("it is changed", async () => {
    await page.getByRole("link", { name: "Roles" }).click();
    await row("help-desk").getByRole("link", { name: "1 user" }).waitFor();
    await page.getByRole("button", { name: "Change help-desk…" }).click();
    const changing = dialog("Change the role help-desk");
    await changing.getByText("1 user will have the new permissions").waitFor();
    await changing.getByRole("button", { name: "Save role" }).click();
    await changing.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Change help-desk…" }).click();
    await changing.getByLabel("Read the audit log").check();
    await assertAccessible(page, "change a role");
    await pages.assertFitsPhone(page, "change a role");
    await changing.getByRole("button", { name: "Save role" }).click();
    await page.getByRole("status").getByText("The role help-desk is changed.").waitFor();
    await row("help-desk").getByText("Read the audit log").waitFor();
  });

  await t.test("while somebody has it, it stays", async () => {
    await page.getByRole("button", { name: "Delete help-desk…" }).click();
    const deleting = dialog("Delete the role help-desk?");
    await assertAccessible(page, "delete a role");
    await deleting.getByRole("button", { name: "Delete role" }).click();
    await deleting.getByRole("alert").getByText("This role is in use").waitFor();
    await assertAccessible(page, "a role in use");
    await pages.assertFitsPhone(page, "a role in use");
    await deleting.getByRole("link", { name: "Users with this role" }).click();
    await pages.heading(page, "1 user");
    assert.equal(new URL(page.url()).searchParams.get("role"), "help-desk");
    await page.getByRole("link", { name: "Fay" }).click();
    await page.getByRole("button", { name: "Change roles…" }).click();
    await dialog("Roles of Fay").getByLabel("help-desk").uncheck();
    await dialog("Roles of Fay").getByRole("button", { name: "Save roles" }).click();
    await page.getByRole("status").getByText("The roles of Fay are changed.").waitFor();
  });

  await t.test("then it is deleted, and the log tells of all of it", async () => {
    await page.getByRole("link", { name: "Roles" }).click();
    await page.getByRole("button", { name: "Delete help-desk…" }).click();
    await dialog("Delete the role help-desk?").getByRole("button", { name: "Delete role" }).click();
    await page.getByRole("status").getByText("The role help-desk is deleted.").waitFor();
    await page.getByText("There are none yet.").waitFor();
    await page.getByRole("link", { name: "Audit log" }).click();
    for (const event of ["Role created", "Role changed", "Role deleted"]) await row(event).waitFor();
  });

  await t.test("a manager looks, and changes nothing", async () => {
    const { page: his } = await stage.openPage();
    await pages.signIn(his, max);
    await his.getByRole("link", { name: "Roles" }).click();
    await pages.heading(his, "Built-in roles");
    assert.equal(await his.getByRole("button", { name: "Create a role" }).count(), 0);
  });
});
