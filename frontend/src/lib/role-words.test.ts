import { expect, test } from "vitest";
import type { Role } from "@/api/types";
import { fromTheLeast, roleWords } from "./role-words";

test("roles are listed from the least to the most, those of every organization first", () => {
  const role = (name: string, builtIn: boolean, permissions: Role["permissions"]): Role => ({
    name,
    builtIn,
    permissions,
    description: "",
    users: 0,
  });
  const names = fromTheLeast([
    role("help-desk", false, ["users.read"]),
    role("auditor", false, ["audit.read"]),
    role("admin", true, ["users.read", "users.write"]),
    role("member", true, []),
  ]).map(({ name }) => roleWords(name));
  expect(names).toEqual(["Member", "Administrator", "auditor", "help-desk"]);
});
