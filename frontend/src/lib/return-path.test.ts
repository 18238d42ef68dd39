import { expect, test } from "vitest";
import { HOME, returnPath } from "./return-path";

test("after signing in, nobody is sent to another site", () => {
  expect(returnPath("/admin/users?twoFactor=enabled")).toBe("/admin/users?twoFactor=enabled");
  const elsewhere = [
    "https://example.org",
    "//example.org",
    "/\\example.org",
    "/\t/example.org",
    "javascript:1",
    7,
  ];
  for (const path of [...elsewhere, undefined, "/sign-in", "/sign-in?next=/", "/set-up"])
    expect(returnPath(path)).toBe(HOME);
});
