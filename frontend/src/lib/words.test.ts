// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { createElement } from "react";
import { expect, test } from "vitest";
import { said } from "./patterns";
import { enriched } from "./rich-words";
import { words } from "./words";

const left = [
  {
    by: "tries",
    cases: { 0: "no try", one: "1 try", other: [{ value: "tries" }, " tries"] },
    otherwise: "other",
  },
  " left",
];

test("a number is told by itself, by its plural, or as the language writes it", () => {
  const told = (tries: number, locale = "en") => said(left, { tries }, locale);
  expect([0, 1, 2, 1200].map((tries) => told(tries))).toEqual([
    "no try left",
    "1 try left",
    "2 tries left",
    "1,200 tries left",
  ]);
  expect(told(1200, "de")).toBe("1.200 tries left");
});

test("what is neither of the cases takes the usual one", () => {
  const digits = [{ by: "digits", cases: { 6: "six", any: "some" }, otherwise: "any" }];
  expect([6, 8, "any"].map((value) => said(digits, { digits: value }, "ja"))).toEqual([
    "six",
    "some",
    "some",
  ]);
});

test("elements stand where the words have tags for them, and a name is none", () => {
  const say = (values: Record<string, string | number>) =>
    `${values.name} <b>reads <i/></b>, <link>here</link><when/>.`;
  const handed = { link: createElement("a"), when: createElement("time", null, "now") };
  // @ts-expect-error a name is a value, and a link an element.
  const { container } = render(enriched(say, { name: "<link>Ada</link>", ...handed }));
  expect(container.textContent).toBe("<link>Ada</link> , herenow.");
  expect(container.querySelectorAll("a")).toHaveLength(1);
});

test("words that nobody knows are told from those that are there", () => {
  const say = words("problems");
  expect(say("not_found")).toBe("This is no longer there.");
  expect([say.find("brand_new"), say.find("toString"), say.find("passkey")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
