import { expect, test } from "vitest";
import type { Permission } from "@/api/types";
import { layOut, pagesFor } from "./navigation";

const names = (pages: readonly { name: string }[]) => pages.map(({ name }) => name);

test("what is gone to now and then is behind the row once it is several pages", () => {
  const permissions: Permission[] = ["users.read", "keys.write", "webhooks.write"];
  const { row, more } = layOut(permissions);
  expect(names(row)).toEqual(["security", "overview", "users", "roles"]);
  expect(names(more)).toEqual(["api-keys", "webhooks"]);
  expect(new Set([...row, ...more])).toEqual(new Set(pagesFor(permissions)));
});

test("one page alone needs no menu", () => {
  const { row, more } = layOut(["keys.write"]);
  expect(names(row)).toEqual(["security", "api-keys"]);
  expect(more).toEqual([]);
});
