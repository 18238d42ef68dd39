import { expect, test } from "vitest";
import { Refusal, Unreachable } from "@/api/problem";
import { objection, start } from "./flow";

const pressed = objection(start, { type: "pressed" });

test("nothing happens before the button is pressed", () => {
  expect(start).toEqual({ step: "asking", busy: false });
  expect(pressed).toEqual({ step: "asking", busy: true });
  expect(objection(pressed, { type: "frozen" })).toEqual({ step: "frozen" });
});

test("a dead link is told from a failure that can be tried again", () => {
  const expired = new Refusal({
    type: "about:blank",
    title: "",
    status: 410,
    instance: "",
    code: "link_expired",
  });
  expect(objection(pressed, { type: "refused", why: expired })).toEqual({ step: "dead" });
  const why = new Unreachable();
  const failed = objection(pressed, { type: "refused", why });
  expect(failed).toEqual({ step: "asking", busy: false, why });
  expect(objection(failed, { type: "pressed" })).toEqual(pressed);
});

test("what is done stays done", () => {
  const frozen = objection(pressed, { type: "frozen" });
  expect(objection(frozen, { type: "refused", why: new Unreachable() })).toBe(frozen);
});
