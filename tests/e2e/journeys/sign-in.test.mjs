// Signing in with a second factor: by mouse, by keyboard, with a recovery code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const LOGIN_FAILED =
  "Login failed. Please check your login details and try again. Otherwise contact your administrator.";

test("signing in with a second factor", async (t) => {
  const stage = await setStage(t);
  const cora = await stage.memberWithPhone("Cora");
  const { page } = await stage.openPage();

  await t.test("a wrong password and an unknown address are told the same", async () => {
    await page.goto("/");
    await pages.heading(page, "Sign in");
    await assertAccessible(page, "sign-in");
    await assertLooks(page, "sign-in");
    await pages.assertFitsPhone(page, "sign-in");
    for (const person of [{ ...cora, password: "not it" }, { email: "nobody@example.org", password: "not it" }]) {
      await pages.typePassword(page, person);
      await page.getByRole("alert").getByText(LOGIN_FAILED, { exact: true }).waitFor();
    }
    await assertAccessible(page, "sign-in, failed");
    await assertLooks(page, "sign-in, failed");
  });

  await t.test("the frame of the pages behind it comes while the password is typed", async () => {
    await page.waitForLoadState("networkidle");
    const frame = page.waitForResponse(/\/shell-[^/]+\.js$/);
    await page.goto("/sign-in");
    await frame;
  });

  await t.test("a wrong code says how many tries are left, and makes room for the next", async () => {
    await pages.typePassword(page, cora, "/account");
    await pages.heading(page, "Confirm that it is you");
    await pages.typeCode(page, cora.phone.wrongCode());
    await page.getByRole("alert").getByText("That code is not right. 4 tries left.").waitFor();
    const field = pages.codeField(page);
    assert.equal(await field.inputValue(), "");
    assert.equal(await field.evaluate((box) => box === document.activeElement), true);
    await assertAccessible(page, "challenge");
    await assertLooks(page, "challenge");
    await pages.assertFitsPhone(page, "challenge");
  });

  await t.test("a pasted code goes off by itself, and leads to the page that was asked for", async () => {
    const code = await cora.phone.code();
    await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${code.slice(0, 3)}-${code.slice(3)} `);
    await pages.codeField(page).focus();
    await page.keyboard.press("ControlOrMeta+V");
    await pages.heading(page, "My account");
    assert.equal(new URL(page.url()).pathname, "/account");
  });

  await t.test("a reload stays signed in, and a second tab is too", async () => {
    await page.reload();
    await pages.heading(page, "My account");
    const other = await page.context().newPage();
    await Promise.all([other.goto("/security"), page.reload()]);
    await pages.heading(other, "My security");
    await pages.heading(page, "My account");
    await pages.signOut(other, cora.displayName);
    await pages.heading(page, "Sign in");
    await other.close();
  });

  await t.test("a keyboard is enough", async () => {
    await pages.typePasswordByKeyboard(page, cora);
    await page.keyboard.press("Enter");
    await pages.heading(page, "Confirm that it is you");
    await page.keyboard.type(await cora.phone.code());
    await pages.heading(page, "My security");
    await page.keyboard.press("Tab");
    await pages.signOut(page, cora.displayName);
  });

  await t.test("a recovery code does instead, however it is typed, and is crossed off", async () => {
    await pages.typePassword(page, cora);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await assertAccessible(page, "challenge, recovery code");
    await assertLooks(page, "challenge, recovery code");
    const field = page.getByLabel("Recovery code");
    await field.fill(cora.recoveryCodes[2].toLowerCase().replaceAll("-", "  "));
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
    const list = page.getByRole("region", { name: "Recovery codes" });
    await list.getByText("9 of 10 left").waitFor();
    assert.equal(await list.locator("s").innerText(), "Code 3");
  });

  await t.test("it works once", async () => {
    await pages.signOut(page, cora.displayName);
    await pages.typePassword(page, cora);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByLabel("Recovery code").fill(cora.recoveryCodes[2]);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText(/^That code is not right/).waitFor();
    await page.getByRole("button", { name: "Back to sign-in" }).click();
    await assertOnlyPasswordIsMissing();
  });

  await t.test("the last wrong code ends the sign-in", async () => {
    assert.equal(await spendTries(), "sign-in");
    await assertOnlyPasswordIsMissing();
  });

  await t.test("past the limit a recovery code is the way in, and the page says so", async () => {
    // Until when depends on whether the code before was right less than half a minute ago.
    await page.route("**/verify", async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      await route.fulfill({ response, json: response.status() === 429 ? { ...answer, retryAfter: 590 } : answer });
    });
    while ((await spendTries()) !== "limit");
    await page.unroute("**/verify");
    await page.getByText(/^Too many wrong codes. You can try again in .*, or use another way now.$/).waitFor();
    assert.equal(await pages.codeField(page).count(), 0);
    await assertAccessible(page, "challenge, limit");
    await assertLooks(page, "challenge, limit");
    await pages.assertFitsPhone(page, "challenge, limit");
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByLabel("Recovery code").fill(cora.recoveryCodes[3]);
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
    await pages.signOut(page, cora.displayName);
  });

  /** Whoever has to begin again need not say again who they are. */
  async function assertOnlyPasswordIsMissing() {
    await pages.heading(page, "Sign in");
    assert.equal(await page.getByLabel("Email").inputValue(), cora.email);
    const password = page.getByLabel("Password", { exact: true });
    assert.equal(await password.inputValue(), "");
    await pages.assertFocused(password);
  }

  /** What the service answers after too many sign-ins, for so many seconds. */
  function limit(retryAfter) {
    const code = "too_many_sign_ins";
    return { type: "about:blank", title: code, status: 429, instance: "/v1/auth/login", code, retryAfter };
  }

  /** Types wrong codes until the sign-in takes no more, or the account does not; answers which. */
  async function spendTries() {
    await pages.typePassword(page, cora);
    await pages.heading(page, "Confirm that it is you");
    for (;;) {
      const answered = page.waitForResponse((response) => response.url().endsWith("/verify"));
      await pages.typeCode(page, cora.phone.wrongCode());
      const response = await answered;
      if (response.status() === 429) return "limit";
      const { attemptsRemaining: left } = await response.json();
      await page.getByRole("alert").getByText(left > 0 ? `${left} tr` : "it was the last try").waitFor();
      if (left === 0) return "sign-in";
    }
  }

  await t.test("a limit of the sign-in form counts down to when it is over", async () => {
    await page.route("**/v1/auth/login", (route) => route.fulfill({ status: 429, json: limit(600) }), { times: 1 });
    await pages.typePassword(page, cora);
    const alert = page.getByRole("alert");
    await alert.getByText(/^Too many sign-in attempts from your network. You can try again in 9:5\d/).waitFor();
    await assertAccessible(page, "sign-in, limit");
    await assertLooks(page, "sign-in, limit");
    await pages.assertFitsPhone(page, "sign-in, limit");
    await page.route("**/v1/auth/login", (route) => route.fulfill({ status: 429, json: limit(2) }), { times: 1 });
    await page.getByRole("button", { name: "Sign in" }).click();
    await alert.getByText(/You can try again in 0:0[12]/).waitFor();
    await alert.getByText("You can try again now.", { exact: true }).waitFor();
    await assertAccessible(page, "sign-in, limit over");
    await page.getByRole("button", { name: "Sign in" }).click();
    await pages.heading(page, "Confirm that it is you");
    await page.getByRole("button", { name: "Back to sign-in" }).click();
    await pages.heading(page, "Sign in");
  });

  await t.test("without a network, the page says so", async () => {
    await page.context().setOffline(true);
    await page.getByText("You are offline.").waitFor();
    await page.getByLabel("Email").fill(cora.email);
    await page.getByLabel("Password", { exact: true }).fill(cora.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await page.context().setOffline(false);
    await page.getByText("You are offline.").waitFor({ state: "detached" });
  });
});
