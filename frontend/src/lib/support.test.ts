import { expect, test } from "vitest";
import { supportHref, supportInWords } from "./support";

test("an address is mailed to, and a page is opened", () => {
  expect(supportHref("help@example.org")).toBe("mailto:help@example.org");
  expect(supportInWords("help@example.org")).toBe("help@example.org");
  expect(supportHref("https://help.example.org/2fa/")).toBe("https://help.example.org/2fa/");
  expect(supportInWords("https://help.example.org/2fa/")).toBe("help.example.org/2fa");
  expect(supportInWords("https://help.example.org/")).toBe("help.example.org");
});
