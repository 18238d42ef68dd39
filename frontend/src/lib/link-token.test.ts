import { expect, test } from "vitest";
import { tokenIn } from "./link-token";

test("a link's token stands behind its #", () => {
  expect(tokenIn("#token=nla_AZnzoVt7fAKNTh")).toBe("nla_AZnzoVt7fAKNTh");
  expect(tokenIn("token=nla_AZnzoVt7fAKNTh")).toBe("nla_AZnzoVt7fAKNTh");
});

test("an address without one has none", () => {
  for (const hash of ["", "#", "#token=", "#content"]) expect(tokenIn(hash)).toBeUndefined();
});
