import { expect, test } from "vitest";
import { recoveryFileName, recoveryText } from "./recovery-text";

test("recovery codes as a text say whose they are", () => {
  const codes = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, code: `CODE-${index}` }));
  const text = recoveryText({
    organization: "Example Trust",
    account: "ada@example.org",
    createdAt: "1 Jan 2026",
    codes,
  });
  expect(text).toContain(
    "Recovery codes for Example Trust\nAccount: ada@example.org\nCreated: 1 Jan 2026\n\n 1. CODE-0\n",
  );
  expect(text).toContain("\n10. CODE-9\n");
});

test("a file name holds what every file system takes", () => {
  expect(recoveryFileName("Müller & Söhne / Co.")).toBe("recovery-codes-m-ller-s-hne-co.txt");
  expect(recoveryFileName("東京")).toBe("recovery-codes.txt");
});
