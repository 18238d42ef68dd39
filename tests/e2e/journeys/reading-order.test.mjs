// Whoever cannot see the page, uses no mouse, or reads it enlarged, finds the same things in the same order.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as pages from "../support/pages.mjs";
import { assertHoldsFocus, assertReflows, outlineOf, readingOf, tabOrder } from "../support/reading.mjs";
import { setStage } from "../support/stage.mjs";

const BELOW = ['link "Help (in a new tab)"', 'link "Open the mailbox"'];
const CODE = 'textbox "Authentication code"';
const QUESTIONS = ['button "My code does not work"', 'button "I lost my phone"', 'button "Why was I asked?"'];

const main = (page) => page.getByRole("main");

test("reading order on the way in", async (t) => {
  const stage = await setStage(t);
  const cora = await stage.memberWithPhone("Cora");
  const { page } = await stage.openPage();

  await t.test("sign-in", async () => {
    await page.goto("/sign-in");
    await pages.heading(page, "Sign in");
    assert.deepEqual(await readingOf(main(page)), [
      'heading "Sign in" [level=1]',
      "text: Email",
      'textbox "Email"',
      "text: Password",
      'textbox "Password"',
      'button "Show what I type"',
      'button "Sign in"',
      'link "Forgot your password?"',
    ]);
    await pages.assertFocused(page.getByRole("textbox", { name: "Email" }));
    assert.deepEqual(await tabOrder(page), [
      'textbox "Password"',
      'button "Show what I type"',
      'button "Sign in"',
      'link "Forgot your password?"',
      'combobox "Language"',
      'link "Help"',
      'link "Open the mailbox"',
    ]);
    await assertReflows(page, "sign-in");
  });

  await t.test("a code, and one that was not right", async () => {
    await pages.typePassword(page, cora);
    await pages.heading(page, "Confirm that it is you");
    const prompt = "Enter the six-digit code that your authenticator app shows for this account.";
    assert.deepEqual(await readingOf(main(page)), [
      'heading "Confirm that it is you" [level=1]',
      "text: Signing in as",
      `strong: ${cora.email}`,
      `paragraph: ${prompt}`,
      "text: Authentication code",
      CODE,
      'button "Verify"',
      'button "Use a recovery code instead"',
      'button "Back to sign-in"',
      "timer: 0:00 left to enter it",
      'list "Questions"',
      ...QUESTIONS,
    ]);
    await pages.assertFocused(pages.codeField(page));
    assert.deepEqual(await tabOrder(page), [
      'button "Verify"',
      'button "Use a recovery code instead"',
      'button "Back to sign-in"',
      ...QUESTIONS,
      ...BELOW,
    ]);
    await assertReflows(page, "challenge");
    const code = pages.codeField(page);
    assert.equal(await descriptionOf(code), prompt);

    await pages.typeCode(page, cora.phone.wrongCode());
    const alert = page.getByRole("alert").getByText(/^That code is not right/);
    await alert.waitFor();
    await pages.assertFocused(pages.codeField(page));
    assert.equal(await descriptionOf(code), `${prompt} ${await alert.innerText()}`);
    assert.equal(await pages.codeField(page).getAttribute("aria-invalid"), "true");
    await assertReflows(page, "challenge, refused");
  });

  await t.test("a recovery code", async () => {
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    assert.deepEqual(await readingOf(main(page)), [
      'heading "Confirm that it is you" [level=1]',
      "text: Signing in as",
      `strong: ${cora.email}`,
      "paragraph: Enter one of the recovery codes that you saved when you set up two-factor authentication.",
      "text: Recovery code",
      "paragraph: Six groups of four characters. Capitals, spaces and hyphens do not matter.",
      'textbox "Recovery code"',
      'button "Verify"',
      'button "Use a code from your authenticator app instead"',
      'button "Back to sign-in"',
      "timer: 0:00 left to enter it",
      'list "Questions"',
      'button "What are recovery codes, and where do I keep them?"',
      'button "I have no recovery codes left"',
    ]);
    const field = page.getByRole("textbox", { name: "Recovery code" });
    await pages.assertFocused(field);
    await assertReflows(page, "challenge, recovery code");
    await field.fill(cora.recoveryCodes[0].slice(0, -4));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText(/^That is not a whole recovery code/).waitFor();
    assert.match(await descriptionOf(field), /^Six groups of four .* That is not a whole recovery code: /);
    await field.fill(cora.recoveryCodes[0]);
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
  });

  await t.test("my security", async () => {
    const factors = [
      'link "Add a passkey"',
      'button "What is a passkey?"',
      'link "Add an authenticator"',
      'link "Replace Phone"',
      'button "Rename Phone"',
      'button "Remove Phone"',
      'button "I have a new phone"',
      'button "I lost my phone"',
      'link "Make new codes"',
      'button "What are recovery codes, and where do I keep them?"',
    ];
    const lost = 'link "replace it"';
    const rest = ['button "End the session of node"', 'button "I got a mail about something that I did not do"', 'button "Turn off…"'];
    await page.getByRole("button", { name: "End the session of node" }).waitFor();
    await page.getByText("You have just used a recovery code. Left: 9 of 10.").waitFor();
    assert.deepEqual((await outlineOf(main(page))).filter((line) => !line.startsWith("region")), [
      'heading "My security" [level=1]',
      lost,
      'heading "Two-factor authentication is on" [level=2]',
      'heading "Passkeys" [level=2]',
      ...factors.slice(0, 2),
      'heading "Authenticators" [level=2]',
      ...factors.slice(2, 8),
      'heading "Recovery codes" [level=2]',
      ...factors.slice(8),
      'heading "Where you are signed in" [level=2]',
      rest[0],
      'heading "Recent activity" [level=2]',
      rest[1],
      'heading "Turn off two-factor authentication" [level=2]',
      rest[2],
    ]);
    await pages.assertFocused(page.getByRole("heading", { name: "My security" }));
    assert.deepEqual(await tabOrder(page, { most: 14 }), [lost, ...factors, ...rest]);
    await assertReflows(page, "security");
    await assertHoldsFocus(page, {
      opener: page.getByRole("button", { name: "Rename Phone" }),
      title: "Rename Phone",
      field: (dialog) => dialog.getByRole("textbox", { name: "Name" }),
    });
  });
});

test("reading order of the set-up", async (t) => {
  const stage = await setStage(t);
  await (await stage.administrator()).enroll();
  await (await stage.administrator()).setMode("required");
  const dora = await stage.member("Dora");
  const { page } = await stage.openPage();
  const demand = "paragraph: Your organization requires two-factor authentication. Setting it up takes about two minutes.";

  await t.test("which factor it shall be", async () => {
    await pages.typePassword(page, dora);
    await pages.heading(page, "Choose your second factor");
    await pages.assertFocused(page.getByRole("heading", { name: "Choose your second factor" }));
    const choices = [
      'button "Passkey Your fingerprint, face or screen lock. Nothing to type, and no false page can get it from you."',
      'button "Authenticator app An app on your phone shows codes, and you type them in. It works on every device."',
    ];
    const questions = ['button "What is an authenticator app?"', 'button "What is a passkey?"', 'button "Why was I asked?"'];
    assert.deepEqual(await readingOf(main(page)), [
      "paragraph: Step 1",
      'heading "Choose your second factor" [level=1]',
      demand,
      "paragraph: When you sign in, it confirms that it is you, so a stolen password alone opens nothing.",
      ...choices,
      "paragraph: You can add the second one later.",
      'button "Back to sign-in"',
      'list "Questions"',
      ...questions,
    ]);
    assert.deepEqual(await tabOrder(page), [...choices, 'button "Back to sign-in"', ...questions, ...BELOW]);
    await assertReflows(page, "set-up, choice");
  });

  await t.test("an app, and the picture that it scans", async () => {
    await pages.chooseApp(page);
    await pages.assertFocused(page.getByRole("heading", { name: "Get an authenticator app" }));
    assert.deepEqual(await tabOrder(page), [
      'textbox "Name"',
      'button "I have an app"',
      'button "Back"',
      'button "Which app can I use?"',
      'button "Why was I asked?"',
      ...BELOW,
    ]);
    await assertReflows(page, "set-up, app");
    await page.getByRole("button", { name: "I have an app" }).click();
    await pages.heading(page, "Connect your app");
    assert.deepEqual(await readingOf(main(page)), [
      "paragraph: Step 3 of 4",
      'heading "Connect your app" [level=1]',
      "paragraph: In your app, choose to add an account, then point the camera at this code.",
      'img "QR code for your authenticator app"',
      "group: Can't scan? Show the setup key",
      "paragraph: Enter the six-digit code that the app shows now.",
      "text: Authentication code",
      CODE,
      'button "Turn on"',
      'button "Back"',
      'list "Questions"',
      'button "My code does not work"',
      'button "Which app can I use?"',
    ]);
    await page.getByText("Can't scan? Show the setup key").click();
    await assertReflows(page, "set-up, connect");
  });

  await t.test("a code, and the sheet of recovery codes", async () => {
    const phone = await pages.scanShownCode(page);
    const code = pages.codeField(page);
    await pages.typeCode(page, phone.wrongCode());
    await page.getByRole("alert").getByText(/^That code does not belong/).waitFor();
    assert.match(await descriptionOf(code), /^Enter the six-digit code that the app shows now\. That code does not belong/);
    await pages.assertFocused(pages.codeField(page));
    await pages.typeCode(page, await phone.code());
    await pages.shownRecoveryCodes(page);
    await pages.assertFocused(page.getByRole("heading", { name: "Save your recovery codes" }));
    const reading = await readingOf(main(page));
    assert.equal(reading.filter((line) => line.startsWith("code: ")).length, 10);
    const controls = [
      'button "Copy codes"',
      'link "Download codes"',
      'button "Print codes"',
      'checkbox "I have saved these codes"',
      'button "Continue"',
      'button "What are recovery codes, and where do I keep them?"',
    ];
    assert.deepEqual(await outlineOf(main(page)), [
      'heading "Save your recovery codes" [level=1]',
      'region "Recovery codes"',
      ...controls,
    ]);
    assert.deepEqual(await tabOrder(page), [...controls, ...BELOW]);
    await assertReflows(page, "set-up, recovery codes");
  });
});

test("reading order of an administrator's pages", async (t) => {
  const stage = await setStage(t);
  await stage.member("Cora");
  const { page } = await stage.openPage();
  await pages.signIn(page, stage.credentials);

  await t.test("the list of users", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Users" }).click();
    const filters = ["2FA status", "Role", "Account", "Login method"].map((name) => `combobox "${name}"`);
    const actions = ["Remind by email…", "Extend deadline…", "Reset…"].map((name) => `button "${name}" [disabled]`);
    const people = ["Administrator", "Cora"].map((name) => [`checkbox "Select ${name}"`, `link "${name}"`]);
    await page.getByRole("link", { name: "Cora" }).waitFor();
    await pages.assertFocused(page.getByRole("heading", { name: "Users", exact: true }));
    const columns = ["Roles", "Login method", "2FA status", "Recovery codes"];
    assert.deepEqual(await outlineOf(main(page)), [
      'link "Set up two-factor authentication"',
      'heading "Users" [level=1]',
      'button "Import people"',
      'button "Invite people"',
      'region "2 users"',
      'heading "2 users" [level=2]',
      'button "Columns"',
      "search",
      'searchbox "Search"',
      ...filters,
      'button "Saved filters"',
      'region "Selected users"',
      'checkbox "Select all shown"',
      ...actions,
      'table "Users"',
      'columnheader "User"',
      'button "User"',
      ...columns.map((name) => `columnheader "${name}"`),
      ...people.flat(),
    ]);
    const controls = [
      'button "Import people"',
      'button "Invite people"',
      'button "Columns"',
      'searchbox "Search"',
      ...filters,
      'button "Saved filters"',
      'checkbox "Select all shown"',
      ...actions,
      'button "User"',
      ...people.flat(),
    ];
    assert.deepEqual(await tabOrder(page, { most: controls.length }), controls);
  });

  await t.test("each page takes the focus to its title, and can be enlarged", async () => {
    for (const title of ["My security", "Overview", "Users", "Roles", "API keys", "Policy", "Audit log", "Webhooks", "Organizations"]) {
      await pages.visit(page, title);
      await arrive(title);
    }
    await pages.visit(page, "SSO");
    await arrive("Single sign-on");
    for (const [item, title] of [["My account", "My account"], ["Help", "Help"]]) {
      await page.getByRole("button", { name: "Administrator", exact: true }).click();
      await page.getByRole("menuitem", { name: item }).click();
      await arrive(title);
    }
  });

  async function arrive(title) {
    await pages.assertFocused(page.getByRole("heading", { name: title, exact: true, level: 1 }));
    await page.getByRole("status", { name: "Loading" }).first().waitFor({ state: "detached" });
    await assertReflows(page, title);
  }

  await t.test("each dialog takes the focus to its first field, holds it, and gives it back", async () => {
    for (const [path, opener, title, field] of [
      ["/admin/users", "Invite people", "Invite people", "Email addresses"],
      ["/roles", "Create a role", "Create a role", "Name"],
      ["/webhooks", "Create a webhook", "Create a webhook", "Name"],
      ["/organizations", "Create an organization", "Create an organization", "Name of the organization"],
    ]) {
      await page.goto(path);
      await assertHoldsFocus(page, {
        opener: page.getByRole("button", { name: opener, exact: true }),
        title,
        field: (dialog) => dialog.getByRole("textbox", { name: field, exact: true }),
      });
    }
  });
});

/** What is read about a field beside its name. */
const descriptionOf = (field) =>
  field.evaluate((element) => {
    const ids = element.getAttribute("aria-describedby").split(" ");
    return ids.map((id) => document.getElementById(id)?.innerText.trim()).filter(Boolean).join(" ");
  });
