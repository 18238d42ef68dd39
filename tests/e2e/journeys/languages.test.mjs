// Everybody reads the pages in their own language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

/** What browsers ask for, and the titles of the first two pages. */
const LANGUAGES = [
  ["de-AT", "de", "Anmelden", "Meine Sicherheit"],
  ["fr-CA", "fr", "Connexion", "Ma sécurité"],
  ["es-MX", "es", "Iniciar sesión", "Mi seguridad"],
  ["zh-CN", "zh-Hans", "登录", "我的安全"],
  ["ja-JP", "ja", "ログイン", "マイセキュリティ"],
];

/** By the names of the fields, which are the same in every language. */
async function signIn(page, { email, password }) {
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
}

const assertSpeaks = async (page, tag) => assert.equal(await page.locator("html").getAttribute("lang"), tag);

/** The menu of the pages that are not in the header's row. */
const MORE = { en: "More", de: "Mehr", fr: "Plus", es: "Más", ja: "その他", "zh-Hans": "更多" };

test("languages", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  const cora = await stage.member("Cora");
  const { items } = (await administrator.send("GET", "/v1/users?q=cora")).body;
  const hook = { name: "Chat", url: "https://example.org/", events: ["login.succeeded"] };
  const { webhook } = (await administrator.send("POST", "/v1/webhooks", hook)).body;

  for (const [locale, tag, signInTitle, securityTitle] of LANGUAGES) {
    await t.test(`a browser that prefers ${locale} reads it`, async () => {
      const { page } = await stage.openPage({ locale });
      await page.goto("/");
      await pages.heading(page, signInTitle);
      await assertSpeaks(page, tag);
      await assertAccessible(page, `sign-in, ${tag}`);
      await pages.assertFitsPhone(page, `sign-in, ${tag}`);
      await signIn(page, cora);
      await pages.heading(page, securityTitle);
      await assertSpeaks(page, tag);
      await assertAccessible(page, `security, ${tag}`);
      await pages.assertFitsPhone(page, `security, ${tag}`);
    });
  }

  await t.test("another language is chosen on the sign-in page, and stays", async () => {
    const { page } = await stage.openPage({ locale: "pt-BR" });
    await page.goto("/");
    await pages.heading(page, "Sign in");
    await page.getByLabel("Language").selectOption({ label: "日本語" });
    await pages.heading(page, "ログイン");
    await signIn(page, cora);
    await pages.heading(page, "マイセキュリティ");
    await page.reload();
    await pages.heading(page, "マイセキュリティ");
    await assertSpeaks(page, "ja");
  });

  for (const tag of ["en-US", "fr-CA", "zh-CN"]) {
    await t.test(`what is told of somebody, or of a webhook, has room on the narrowest phone, ${tag}`, async () => {
      const { page } = await stage.openPage({ locale: tag });
      await page.setViewportSize({ width: 320, height: 740 });
      await page.goto("/");
      await signIn(page, stage.credentials);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      for (const path of [`/admin/users/${items[0].id}`, `/webhooks/${webhook.id}`]) {
        await page.goto(path);
        await page.getByRole("main").locator("dl time").first().waitFor();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide`);
      }
    });
  }

  for (const [tag, more] of Object.entries(MORE)) {
    await t.test(`who may see everything has one row of links, ${tag}`, async () => {
      const { page } = await stage.openPage({ locale: tag });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto("/");
      await signIn(page, stage.credentials);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      const navigation = page.getByRole("navigation");
      const links = navigation.getByRole("link");
      await links.first().waitFor();
      const tops = await links.or(navigation.getByRole("button")).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      assert.equal(new Set(tops).size, 1, `${tops}`);
      await navigation.getByRole("button", { name: more }).press("Enter");
      await links.nth(9).waitFor();
      await assertAccessible(page, `header, ${tag}`);
      await page.keyboard.press("Escape");
      await pages.assertFocused(navigation.getByRole("button", { name: more }));
      await pages.assertFitsPhone(page, `header, ${tag}`);
    });
  }
});
