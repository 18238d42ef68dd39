import { expect, test, vi } from "vitest";
import { ada, authenticated } from "@/testing/answers";
import { createActing } from "./acting";
import { createSessionStore } from "./session";
import type { User } from "./types";

const root: User = { ...ada, permissions: ["organizations.read", "organizations.write"] };
const harbour = { id: "03", name: "Harbour Works" };

const signIn = (user: User) => {
  const { session, notices } = authenticated("one");
  return { session: { ...session, user }, notices };
};

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage;
}

/** A page of its own; pages of one tab share its storage. */
function page(tab = storage()) {
  const session = createSessionStore();
  const acting = createActing(session, () => tab);
  return { session, acting };
}

test("a superadministrator enters another organization, and leaves it", () => {
  const { session, acting } = page();
  session.adopt(signIn(root));
  acting.enter(harbour);
  expect(acting.organizationId()).toBe("03");
  acting.leave();
  expect(acting.organizationId()).toBeUndefined();
  expect(acting.current()).toEqual({ phase: "left", organization: harbour, lost: false });
  acting.settle();
  expect(acting.current()).toEqual({ phase: "own" });
});

test("nobody else does, and nobody enters their own", () => {
  const { session, acting } = page();
  acting.enter(harbour);
  expect(acting.current()).toEqual({ phase: "own" });
  session.adopt(signIn(ada));
  acting.enter(harbour);
  expect(acting.organizationId()).toBeUndefined();
  session.adopt(signIn(root));
  acting.enter({ id: root.organizationId, name: "Home" });
  expect(acting.organizationId()).toBeUndefined();
});

test("it outlives the page, not the tab", () => {
  const tab = storage();
  const before = page(tab);
  before.session.adopt(signIn(root));
  before.acting.enter(harbour);
  const reloaded = page(tab);
  reloaded.session.adopt(signIn(root));
  expect(reloaded.acting.organizationId()).toBe("03");
  expect(page().acting.organizationId()).toBeUndefined();
});

test("what is kept is left alone where it says nothing", () => {
  for (const text of ["", "{", "7", '{"by":"01"}', '{"by":"01","organization":{"id":3,"name":"x"}}']) {
    const tab = storage();
    tab.setItem("nightlatch.acting", text);
    expect(page(tab).acting.current()).toEqual({ phase: "own" });
  }
  const acting = createActing(createSessionStore(), () => {
    throw new Error("no storage here");
  });
  expect(acting.current()).toEqual({ phase: "own" });
});

test("it ends at sign-out, and for whoever signs in next", () => {
  const tab = storage();
  const { session, acting } = page(tab);
  session.adopt(signIn(root));
  acting.enter(harbour);
  session.end();
  expect(acting.current()).toEqual({ phase: "own" });
  expect(page(tab).acting.current()).toEqual({ phase: "own" });

  session.adopt(signIn(root));
  acting.enter(harbour);
  session.end("expired");
  session.adopt(signIn({ ...root, id: "09" }));
  expect(acting.current()).toEqual({ phase: "own" });
});

test("a session that has expired goes on with it, for the same person", () => {
  const { session, acting } = page();
  session.adopt(signIn(root));
  acting.enter(harbour);
  session.end("expired");
  session.adopt(signIn(root));
  expect(acting.organizationId()).toBe("03");
});

test("it ends with the right to it", () => {
  const { session, acting } = page();
  const told = vi.fn();
  session.adopt(signIn(root));
  acting.enter(harbour);
  acting.subscribe(told);
  session.update({ user: { ...root, displayName: "Root" } });
  expect(told).not.toHaveBeenCalled();
  session.update({ user: ada });
  expect(acting.current()).toEqual({ phase: "left", organization: harbour, lost: true });
  expect(told).toHaveBeenCalledOnce();
});

test("its new name is taken over", () => {
  const { session, acting } = page();
  session.adopt(signIn(root));
  acting.enter(harbour);
  acting.rename({ id: "04", name: "Elsewhere" });
  acting.rename({ id: "03", name: "Harbour and Sons" });
  expect(acting.current()).toMatchObject({ organization: { id: "03", name: "Harbour and Sons" } });
});
