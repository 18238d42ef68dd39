import { expect, test } from "vitest";
import { ada, authenticated, bob } from "@/testing/answers";
import { createSessionStore } from "./session";

function signedIn() {
  const session = createSessionStore();
  session.adopt(authenticated("one"));
  return session;
}

const phaseOf = ({ current }: ReturnType<typeof createSessionStore>) => current().phase;

test("an end says why, and whose session it was, where nobody wanted it", () => {
  const ends = [undefined, "elsewhere", "expired", "replaced"] as const;
  const told = ends.map((because) => {
    const session = signedIn();
    session.end(because);
    return session.current();
  });
  expect(told.map((state) => state.phase === "anonymous" && state.over)).toEqual([
    undefined,
    undefined,
    { because: "expired", email: ada.email },
    { because: "replaced", email: ada.email },
  ]);
});

test("it is renewed for the same person alone, and begins for anybody", () => {
  const session = createSessionStore();
  expect(session.renew(authenticated("one"))).toBe(true);
  expect(session.renew(authenticated("two"))).toBe(true);
  expect(session.token()).toBe("two");
  expect(session.renew(authenticated("three", bob))).toBe(false);
  expect(phaseOf(session)).toBe("anonymous");
});

test("while it is held, it ends only by the wish of whoever is there", () => {
  for (const because of ["elsewhere", "expired", "replaced"] as const) {
    const session = signedIn();
    const [first, second] = [session.hold(), session.hold()];
    session.end(because);
    expect(session.token()).toBe("one");
    first();
    expect(phaseOf(session)).toBe("signedIn");
    second();
    expect(phaseOf(session)).toBe("anonymous");
  }
  const session = signedIn();
  const letGo = session.hold();
  session.end();
  expect(phaseOf(session)).toBe("anonymous");
  session.adopt(authenticated("two"));
  letGo();
  expect(session.token()).toBe("two");
});

test("what was about to end it is over once it goes on", () => {
  const session = signedIn();
  const letGo = session.hold();
  session.end("expired");
  session.renew(authenticated("two"));
  letGo();
  expect(session.token()).toBe("two");
});
