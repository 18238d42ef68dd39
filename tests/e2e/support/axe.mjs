// The accessibility rules that a machine can check, in both colour schemes.
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { settled } from "./settled.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** `underWay`: what the page shows only for a while is looked at, and not what it comes to. */
export async function assertAccessible(page, name, { underWay = false } = {}) {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    if (!underWay) await settled(page);
    await assertNoViolations(page, `${name}, ${colorScheme}`);
  }
}

/** Of a page that follows the browser's scheme by its styles alone. */
export async function assertStyledAccessibly(page, name) {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await assertNoViolations(page, `${name}, ${colorScheme}`);
  }
}

async function assertNoViolations(page, name) {
  // No page has frames of another origin; looked for, they cost a page more each time.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  assert.deepEqual(violations.map(describe), [], name);
}

function describe({ id, help, nodes }) {
  return `${id}: ${help} at ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`;
}
