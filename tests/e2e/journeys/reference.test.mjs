// The reference of the API, as a page to read and to try.
import { test } from "node:test";
import { setStage } from "../support/stage.mjs";

test("the reference of the API", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage();
  await page.goto("/docs");
  await page.getByRole("heading", { name: "Nightlatch" }).waitFor();
  const operation = page.locator(".opblock").filter({ hasText: "/healthz" });
  await operation.getByRole("button").first().click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await operation.getByRole("button", { name: "Execute" }).click();
  await operation.locator(".live-responses-table").getByText('"ok"').waitFor();
});
