import { expect, test } from "vitest";
import { suggestPassword } from "./suggest-password";

test("a suggested password is long, and never the same", () => {
  const [one, other] = [suggestPassword(), suggestPassword()];
  expect(one).toMatch(/^(\w{4}-){4}\w{4}$/);
  expect(one).not.toBe(other);
});
