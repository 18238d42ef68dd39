import { expect, test } from "vitest";
import { chosenOf, eventsInWords, eventsOf, GROUPS, groupWords } from "./events";

test("a choice comes back as it was made", () => {
  for (const group of GROUPS) {
    const events = eventsOf({ everything: false, groups: [group], others: [] });
    expect(events.length).toBeGreaterThan(0);
    expect(chosenOf(events)).toEqual({ everything: false, groups: [group], others: [] });
  }
  expect(eventsOf({ everything: true, groups: ["signIns"], others: [] })).toEqual(["*"]);
  expect(chosenOf(["*"])).toEqual({ everything: true, groups: [], others: [] });
});

test("what was chosen elsewhere is kept", () => {
  const events = ["email.*", "login.failed", "password.*", "role.*"];
  expect(chosenOf(events)).toEqual({
    everything: false,
    groups: ["access"],
    others: ["login.failed", "role.*"],
  });
  expect(eventsOf(chosenOf(events))).toEqual(events);
});

test("events are told in words", () => {
  expect(eventsInWords(["*"])).toBe("All events");
  expect(eventsInWords(["email.*", "password.*", "login.failed", "email_code.*"])).toBe(
    `${groupWords("access")}; Sign-in failed; All of email code`,
  );
});
