import { expect, test } from "vitest";
import { filterOf, searchOf } from "./filter";
import { columnOrder, isTold, ORDERS, orderOf, sortOf } from "./order";

test("an address says every order but the usual one", () => {
  for (const order of ORDERS) expect(orderOf(sortOf(order))).toBe(order);
  expect(sortOf("email")).toBe("");
  for (const nonsense of [undefined, "", "colour", "constructor", "--name"])
    expect(orderOf(nonsense)).toBe("email");
});

test("the order stands in the address beside the filter", () => {
  const filter = filterOf({ q: "ada" });
  expect(searchOf(filter, { sort: sortOf("-name") })).toEqual({ q: "ada", sort: "-name" });
  expect(searchOf(filter, { sort: sortOf("email") })).toEqual({ q: "ada" });
});

test("a header leads both ways round, and then back", () => {
  expect(columnOrder("user", "email")).toEqual({ sorted: undefined, next: "name" });
  expect(columnOrder("user", "name")).toEqual({ sorted: "ascending", next: "-name" });
  expect(columnOrder("user", "-name")).toEqual({ sorted: "descending", next: "email" });
});

test("the latest time comes first", () => {
  expect(columnOrder("lastSignIn", "name")).toEqual({ sorted: undefined, next: "-lastSignInAt" });
  expect(columnOrder("lastSignIn", "-lastSignInAt")).toEqual({ sorted: "descending", next: "lastSignInAt" });
  expect(columnOrder("created", "createdAt")).toEqual({ sorted: "ascending", next: "email" });
});

test("a column that cannot be sorted by has no order", () => {
  expect(columnOrder("roles", "name")).toBeUndefined();
});

test("an order that no header on the screen stands for has to be told otherwise", () => {
  expect(isTold("email", ["roles"])).toBe(true);
  expect(isTold("-name", ["roles"])).toBe(true);
  expect(isTold("-lastSignInAt", ["roles", "lastSignIn"])).toBe(true);
  expect(isTold("-lastSignInAt", ["roles"])).toBe(false);
  expect(isTold("-email", ["email"])).toBe(false);
});
