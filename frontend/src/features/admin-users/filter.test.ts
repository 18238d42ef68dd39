import { expect, test } from "vitest";
import type { ListedUser } from "@/api/types";
import { ACCOUNTS, dueOf, filterOf, isNarrow, searchOf } from "./filter";

test("an address with nonsense shows everybody", () => {
  expect(filterOf({ q: "  ", twoFactor: "perhaps" })).toEqual({});
  expect(isNarrow(filterOf({}))).toBe(false);
});

test("an address keeps what is asked for, and nothing of what is left open", () => {
  const filter = filterOf({ q: " ada ", twoFactor: "overdue", role: "help-desk" });
  expect(filter).toEqual({ q: "ada", twoFactor: "overdue", role: "help-desk" });
  expect(searchOf(filter, { twoFactor: "", role: undefined })).toEqual({ q: "ada" });
});

test("who is invited only, or suspended, is a filter of its own", () => {
  expect(filterOf({ account: "invited" })).toEqual({ activated: false, suspended: false });
  expect(filterOf({ account: "active" })).toEqual({ activated: true, suspended: false });
  expect(filterOf({ account: "suspended" })).toEqual({ suspended: true });
  expect(filterOf({ account: "constructor" })).toEqual({});
  for (const account of ACCOUNTS) {
    expect(searchOf(filterOf({ account, q: "ada" }))).toEqual({ account, q: "ada" });
    expect(searchOf(filterOf({ account }), { account: "" })).toEqual({});
  }
});

test("no more is sought than the service takes", () => {
  expect(filterOf({ q: "a".repeat(120) }).q).toHaveLength(100);
});

const [past, future] = ["2026-12-01T00:00:00Z", "2026-12-08T00:00:00Z"];
const due = (standing: ListedUser["twoFactor"]["standing"], deadline?: string) =>
  dueOf({ twoFactor: { standing, deadline } as ListedUser["twoFactor"] }, Date.parse("2026-12-04T00:00:00Z"));

test("where somebody stands with their deadline", () => {
  expect(due("notice", future)).toEqual({ kind: "ahead", at: future });
  expect(due("mustEnroll", past)).toEqual({ kind: "overdue", at: past });
  expect(due("mustEnroll")).toEqual({ kind: "atNextSignIn" });
  expect(due("blocked", past)).toEqual({ kind: "blocked" });
  expect(due("ready")).toBeUndefined();
  expect(due("notice")).toBeUndefined();
});
