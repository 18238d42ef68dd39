import { expect, test } from "vitest";
import { addressesIn, objectionTo } from "./addresses";

const texts = (text: string) => addressesIn(text).map((address) => address.text);

test("commas, semicolons, spaces and lines part addresses", () => {
  expect(
    texts("a@example.org, b@example.org;c@example.org\nd@example.org\te@example.org f@example.org"),
  ).toEqual(["a", "b", "c", "d", "e", "f"].map((name) => `${name}@example.org`));
  expect(texts(" \n,; ")).toEqual([]);
});

test("names beside addresses, as mail programs write them, are left out", () => {
  expect(texts('Grace Hopper <grace@example.org>, "Turing, Alan" <alan@example.org>')).toEqual([
    "grace@example.org",
    "alan@example.org",
  ]);
  expect(texts("Grace <grace@example.org> Alan <alan@example.org>")).toEqual([
    "grace@example.org",
    "alan@example.org",
  ]);
});

test("who is there twice is invited once", () => {
  expect(texts("Ada@example.org, ada@EXAMPLE.org")).toEqual(["Ada@example.org"]);
});

test("what cannot be an address is shown as such", () => {
  expect(addressesIn("ada@example.org, nobody, a@b@c")).toEqual([
    { text: "ada@example.org", plausible: true },
    { text: "nobody", plausible: false },
    { text: "a@b@c", plausible: false },
  ]);
  expect(objectionTo(addressesIn("ada@example.org nobody"))).toBe("“nobody” is not an email address.");
  expect(objectionTo(addressesIn("nobody noone"))).toBe("“nobody” and 1 more are not email addresses.");
});

test("no more are invited at once than the service takes", () => {
  const many = Array.from({ length: 101 }, (_, index) => `u${index}@example.org`).join("\n");
  expect(objectionTo(addressesIn(many))).toBe("At most 100 at a time: these are 101.");
  expect(objectionTo(addressesIn(many).slice(1))).toBeUndefined();
});
