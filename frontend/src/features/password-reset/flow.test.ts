import { expect, test } from "vitest";
import { Refusal, Unreachable } from "@/api/problem";
import { asking, choosing, opening, request, reset } from "./flow";

test("a link is asked for once at a time, and the answer is the same for everybody", () => {
  const busy = request(asking, { type: "submitted" });
  expect(busy).toEqual({ step: "asking", busy: true });
  expect(request(busy, { type: "sent", email: "ada@example.org" })).toEqual({
    step: "sent",
    email: "ada@example.org",
  });
});

test("what could not be sent can be asked for again", () => {
  const why = new Unreachable();
  const refused = request(request(asking, { type: "submitted" }), { type: "refused", why });
  expect(refused).toEqual({ step: "asking", busy: false, why });
  expect(request(refused, { type: "submitted" })).toEqual({ step: "asking", busy: true });
  expect(request({ step: "sent", email: "a@example.org" }, { type: "wentBack" })).toEqual(asking);
});

test("a password that is refused can be put right", () => {
  const why = new Unreachable();
  expect(reset(reset(choosing, { type: "submitted" }), { type: "refused", why })).toEqual({
    step: "choosing",
    busy: false,
    why,
  });
});

test("a link that is used or past its time leads no further", () => {
  const problem = {
    type: "about:blank",
    title: "",
    status: 410,
    instance: "/",
    code: "link_expired",
  } as const;
  expect(reset(choosing, { type: "refused", why: new Refusal(problem) })).toEqual({ step: "dead" });
  expect(reset(opening, { type: "refused", why: new Refusal(problem) })).toEqual({ step: "dead" });
  expect(reset(opening, { type: "opened" })).toEqual(choosing);
  expect(reset({ step: "dead" }, { type: "submitted" })).toEqual({ step: "dead" });
  expect(reset(choosing, { type: "reset" })).toEqual({ step: "done" });
});
