// The accessibility rules that a machine can check, in both colour schemes.
import assert from "node:assert/strict";
import axe from "axe-core";
import { settled } from "./settled.mjs";

const EVERY_RULE = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

/** Those that what a scheme changes can break. */
const RULES_OF_COLOUR = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

const SCHEMES = [
  ["dark", EVERY_RULE],
  ["light", RULES_OF_COLOUR],
];

/** `underWay`: what the page shows only for a while is looked at, and not what it comes to. */
export async function assertAccessible(page, name, { underWay = false } = {}) {
  for (const [colorScheme, rules] of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    if (!underWay) await settled(page);
    await assertNoViolations(page, rules, `${name}, ${colorScheme}`);
  }
}

/** Of a page that follows the browser's scheme by its styles alone. */
export async function assertStyledAccessibly(page, name) {
  for (const [colorScheme, rules] of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await assertNoViolations(page, rules, `${name}, ${colorScheme}`);
  }
}

async function assertNoViolations(page, rules, name) {
  assert.equal(page.frames().length, 1, "what is in another frame would not be looked at");
  // A page keeps it until it is left.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(violationsOf, rules);
  assert.deepEqual(violations.map(describe), [], name);
}

/** Runs in the page. */
async function violationsOf(runOnly) {
  const { violations } = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
  return violations;
}

function describe({ id, help, nodes }) {
  return `${id}: ${help} at ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`;
}
