// Answers for people who meet a second factor for the first time: on a page of their own, and beside where they ask.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const QUESTIONS = [
  "What is an authenticator app?",
  "Which app can I use?",
  "Why was I asked?",
  "I lost my phone",
  "I have a new phone",
  "My code does not work",
  "I have no recovery codes left",
  "What are recovery codes, and where do I keep them?",
  "What is a passkey?",
  "I got a mail about something that I did not do",
  "Whom do I ask?",
];

test("help", async (t) => {
  const stage = await setStage(t);
  const cora = await stage.memberWithPhone("Cora");
  const { page, context } = await stage.openPage();

  await t.test("the sign-in page leads to it, and it answers everybody", async () => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Help" }).click();
    await pages.heading(page, "Help");
    assert.deepEqual(await page.getByRole("heading", { level: 2 }).allInnerTexts(), QUESTIONS);
    await assertAccessible(page, "help");
    await assertLooks(page, "help");
    await pages.assertFitsPhone(page, "help");
    await page.getByRole("link", { name: "Go to sign-in" }).click();
    await pages.heading(page, "Sign in");
    await page.getByRole("link", { name: "Help" }).click();
    await pages.heading(page, "Help");
  });

  await t.test("a question in the list leads to its answer, and so does its address", async () => {
    const contents = page.getByRole("navigation", { name: "Questions" });
    assert.deepEqual(await contents.getByRole("link").allInnerTexts(), QUESTIONS);
    await contents.getByRole("link", { name: "I lost my phone" }).click();
    const answer = page.getByRole("heading", { name: "I lost my phone" });
    await assertOnTop(answer);
    assert.equal(new URL(page.url()).hash, "#lost-phone");

    await page.goto("/sign-in");
    await page.goto("/help#no-codes");
    await assertOnTop(page.getByRole("heading", { name: "I have no recovery codes left" }));
    await pages.assertFocused(page.getByRole("heading", { name: "I have no recovery codes left" }));
  });

  await t.test("beside a code, a question opens its answer, and Escape closes it", async () => {
    await pages.typePassword(page, cora);
    await pages.heading(page, "Confirm that it is you");
    const question = page.getByRole("button", { name: "My code does not work" });
    const answer = page.getByText(/^Wait for the next code: each one works once/);
    assert.equal(await question.getAttribute("aria-expanded"), "false");
    await question.press("Enter");
    assert.equal(await question.getAttribute("aria-expanded"), "true");
    await answer.waitFor();
    await assertAccessible(page, "challenge, answered");
    await assertLooks(page, "challenge, answered");
    await pages.assertFitsPhone(page, "challenge, answered");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await answer.waitFor({ state: "hidden" });
    await pages.assertFocused(question);
  });

  await t.test("there is more in another tab, and the sign-in goes on in this one", async () => {
    await page.getByRole("button", { name: "I lost my phone" }).click();
    const opening = context.waitForEvent("page");
    await page.getByRole("link", { name: "Read more (in a new tab)" }).click();
    const more = await opening;
    await assertOnTop(more.getByRole("heading", { name: "I lost my phone" }));
    await more.close();
    await pages.typeCode(page, await cora.phone.code());
    await pages.heading(page, "My security");
  });

  await t.test("a recovery code has its own questions", async () => {
    await pages.signOut(page, cora.displayName);
    await pages.typePassword(page, cora);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByRole("button", { name: "I have no recovery codes left" }).click();
    await page.getByText(/^If you can still sign in, make new ones now/).waitFor();
    await page.getByLabel("Recovery code").fill(cora.recoveryCodes[0]);
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
  });

  await t.test("whoever is signed in finds it in the menu, and at each part of their security", async () => {
    const region = (name) => page.getByRole("region", { name });
    await region("Authenticators").getByRole("button", { name: "I have a new phone" }).click();
    await region("Authenticators").getByText(/^Keep the old phone/).waitFor();
    await region("Recovery codes").getByRole("button", { name: /^What are recovery codes/ }).click();
    await region("Recent activity").getByRole("button", { name: /^I got a mail/ }).click();
    await region("Recent activity").getByText(/^Open the link in that mail/).waitFor();
    await assertAccessible(page, "security, answered");
    await pages.assertFitsPhone(page, "security, answered");
    await page.getByRole("button", { name: cora.displayName }).click();
    await page.getByRole("menuitem", { name: "Help" }).click();
    await pages.heading(page, "Help");
  });

  await t.test("within a dialog, Escape closes the answer first", async () => {
    const administrator = await stage.administrator();
    await administrator.setMode("off");
    const { page } = await stage.openPage();
    await pages.signIn(page, cora);
    await page.goto("/security/authenticators/new");
    await page.getByRole("button", { name: "I have an app" }).click();
    const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
    await dialog.getByRole("button", { name: "Why was I asked?" }).click();
    const answer = dialog.getByText(/^Passwords get guessed/);
    await answer.waitFor();
    await page.keyboard.press("Escape");
    await answer.waitFor({ state: "hidden" });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });
});

test("help in the language of the account, in a tab of its own", async (t) => {
  const stage = await setStage(t);
  const dora = await stage.member("Dora");
  const { page, context } = await stage.openPage();
  await pages.signIn(page, dora);
  await page.goto("/account");
  await page.getByRole("combobox", { name: "Language" }).selectOption({ label: "Deutsch" });
  await page.getByRole("button", { name: "Save language" }).click();
  await pages.heading(page, "Mein Konto");
  const other = await context.newPage();
  await other.goto("/help#passkey");
  await other.getByRole("heading", { name: "Was ist ein Passkey?" }).waitFor();
});

/** Its answer is what is read first. */
async function assertOnTop(heading) {
  await heading.waitFor();
  await heading.page().waitForFunction((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < 120;
  }, await heading.elementHandle());
}
