// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { changed, changeViews, readViews, type SavedView, viewOf, viewsIn } from "./saved-views";

const late: SavedView = { name: "Late", search: { twoFactor: "overdue" } };
const ada: SavedView = { name: "Ada", search: { q: "ada", role: "member" } };
const owner = { organizationId: "o", userId: "u" };

beforeEach(() => localStorage.clear());

test("a view is saved, and saved again under its name in its place", () => {
  const views = changed(changed([], { type: "saved", view: late }), { type: "saved", view: ada });
  expect(views).toEqual([late, ada]);
  const anew = { name: "Late", search: { twoFactor: "blocked" } };
  expect(changed(views, { type: "saved", view: anew })).toEqual([anew, ada]);
});

test("a view gets another name, but not that of another one", () => {
  const views = [late, ada];
  expect(changed(views, { type: "renamed", from: "Ada", to: "Countess" })).toEqual([
    late,
    { ...ada, name: "Countess" },
  ]);
  expect(changed(views, { type: "renamed", from: "Ada", to: "Late" })).toEqual(views);
  expect(changed(views, { type: "deleted", name: "Late" })).toEqual([ada]);
});

test("an address is known by what it says, in whatever order", () => {
  expect(viewOf([late, ada], { role: "member", q: "ada" })).toBe(ada);
  expect(viewOf([late, ada], { q: "ada" })).toBeUndefined();
  expect(viewOf([late, ada], {})).toBeUndefined();
});

test("views are kept for one person in one organization", () => {
  changeViews(owner, "users", { type: "saved", view: late });
  changeViews(owner, "audit", { type: "saved", view: { name: "Late", search: { action: "a" } } });
  expect(readViews(owner).users).toEqual([late]);
  expect(readViews(owner).audit).toHaveLength(1);
  expect(readViews({ ...owner, userId: "somebody else" }).users).toEqual([]);
  expect(readViews({ ...owner, organizationId: "elsewhere" }).users).toEqual([]);
});

test("what another tab has saved meanwhile stays", () => {
  readViews(owner);
  localStorage.setItem("nightlatch.views.o.u", JSON.stringify({ version: 1, users: [ada] }));
  expect(changeViews(owner, "users", { type: "saved", view: late }).users).toEqual([ada, late]);
});

test("of what makes no sense nothing is read, and the rest is", () => {
  const nothing = { users: [], audit: [] };
  for (const found of [undefined, null, "x", 7, [], { version: 2, users: [late] }, { version: 1, users: {} }])
    expect(viewsIn(found)).toEqual(nothing);
  const broken = [
    null,
    {},
    { name: "", search: {} },
    { name: "x", search: { q: 1 } },
    { name: "x", search: [] },
  ];
  const tooLong = { name: "x".repeat(61), search: {} };
  const more = { ...late, html: "<b>" };
  expect(viewsIn({ version: 1, users: [...broken, tooLong, more, late] })).toEqual({
    users: [late],
    audit: [],
  });
  localStorage.setItem("nightlatch.views.o.u", "{");
  expect(readViews(owner)).toEqual(nothing);
});
