import { expect, test } from "vitest";
import { type Entry, finding, fitting, start } from "./entries";
import { ordersFor } from "./orders";

const entry = (group: Entry["group"], name: string, also = ""): Entry => ({
  group,
  name,
  also,
  act: () => {},
});

const all = [
  entry("people", "Ada Über"),
  entry("actions", "Invite people"),
  entry("pages", "Overview", "/overview"),
  entry("pages", "Protokoll", "/admin/audit"),
  entry("pages", "Mine: an overview"),
];

const found = (text: string) => fitting(all, text).map(({ name }) => name);

test("without a text everything is there, in the order of the groups", () => {
  expect(found(" ")).toEqual(["Overview", "Protokoll", "Mine: an overview", "Invite people", "Ada Über"]);
});

test("every word has to occur, wherever, in capitals or not, with accents or without", () => {
  expect(found("PEOPLE inv")).toEqual(["Invite people"]);
  expect(found("uber")).toEqual(["Ada Über"]);
  expect(found("nothing")).toEqual([]);
});

test("what begins with it comes first in its group", () => {
  expect(fitting([...all].reverse(), "overview").map(({ name }) => name)).toEqual([
    "Overview",
    "Mine: an overview",
  ]);
});

test("a page is found by its address, whatever it is called", () => {
  expect(found("audit")).toEqual(["Protokoll"]);
});

test("arrows go round, and typing begins anew", () => {
  const up = finding(start, { type: "moved", key: "ArrowUp", size: 3 });
  expect(up.active).toBe(2);
  expect(finding(up, { type: "moved", key: "ArrowDown", size: 3 }).active).toBe(0);
  expect(finding(up, { type: "moved", key: "ArrowDown", size: 0 })).toEqual(up);
  expect(finding(up, { type: "typed", text: "a" })).toEqual({ text: "a", active: 0 });
});

test("nobody is offered what they may not do", () => {
  expect(ordersFor(["users.read"])).toEqual([]);
  expect(ordersFor(["audit.read"]).map(({ name }) => name)).toEqual(["export-log"]);
});
