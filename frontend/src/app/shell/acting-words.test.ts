import { expect, test } from "vitest";
import { actingInWords, reachInWords } from "./acting-words";

const organization = { id: "03", name: "Harbour Works" };

test("coming and going is told", () => {
  expect(actingInWords({ phase: "own" })).toBeUndefined();
  expect(actingInWords({ phase: "elsewhere", by: "01", organization })).toBe(
    "You are administering Harbour Works.",
  );
  expect(actingInWords({ phase: "left", organization, lost: false })).toMatch(/back in your own/);
  expect(actingInWords({ phase: "left", organization, lost: true })).toBeUndefined();
});

test("what concerns nobody's organization is not said to be recorded in one", () => {
  expect(reachInWords("/admin/users/01")).toMatch(/recorded in its audit log/);
  expect(reachInWords("/security/authenticators/new")).toMatch(/your own account/);
  expect(reachInWords("/account")).toMatch(/your own account/);
  expect(reachInWords("/organizations")).toMatch(/all organizations/);
});
