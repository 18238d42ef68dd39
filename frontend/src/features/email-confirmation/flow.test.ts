import { expect, test } from "vitest";
import { Refusal, Unreachable } from "@/api/problem";
import type { ProblemCode } from "@/api/types";
import { confirmation, start } from "./flow";

const refused = (code: ProblemCode) =>
  confirmation(start, {
    type: "refused",
    why: new Refusal({ type: "about:blank", title: "", status: 400, instance: "/", code }),
  });

test("nothing is confirmed before somebody says so", () => {
  const busy = confirmation(start, { type: "submitted" });
  expect(busy).toEqual({ step: "asking", busy: true });
  expect(confirmation(busy, { type: "confirmed" })).toEqual({ step: "confirmed" });
});

test("each way in which it can end has a page of its own", () => {
  expect(refused("link_expired")).toEqual({ step: "dead" });
  expect(refused("email_taken")).toEqual({ step: "taken" });
});

test("what could not be sent can be tried again", () => {
  const why = new Unreachable();
  expect(confirmation(start, { type: "refused", why })).toEqual({ step: "asking", busy: false, why });
});
