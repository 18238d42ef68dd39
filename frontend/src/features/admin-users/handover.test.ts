import { expect, test } from "vitest";
import { type HandoverEvent, type HandoverState, handover, start } from "./handover";

const play = (...events: HandoverEvent[]): HandoverState => events.reduce(handover, start);
const issued: HandoverEvent = {
  type: "issued",
  code: "7H3K-9M2P-XWQ4-T8VN",
  expiresAt: "2026-01-02T00:00:00Z",
};

test("a code is shown until somebody says that it was passed on", () => {
  const shown = play({ type: "submitted" }, issued);
  expect(shown).toMatchObject({ step: "shown", code: "7H3K-9M2P-XWQ4-T8VN", leaving: false });
  expect(handover(shown, { type: "passedOn" })).toEqual({ step: "closed", outcome: "passedOn" });
});

test("closing it asks first", () => {
  const leaving = play({ type: "submitted" }, issued, { type: "closing" });
  expect(leaving).toMatchObject({ step: "shown", leaving: true });
  expect(handover(leaving, { type: "stayed" })).toMatchObject({ step: "shown", leaving: false });
  expect(handover(leaving, { type: "left" })).toEqual({ step: "closed", outcome: "left" });
});

test("without a code there is nothing to pass on", () => {
  expect(play({ type: "submitted" }, { type: "issued" })).toEqual({ step: "closed", outcome: "withoutCode" });
});

test("the question can be closed, but not while the code is on its way", () => {
  expect(play({ type: "closing" })).toEqual({ step: "closed", outcome: "cancelled" });
  expect(play({ type: "submitted" }, { type: "closing" })).toEqual({ step: "asking", busy: true });
  expect(play({ type: "submitted" }, { type: "refused" })).toEqual(start);
});

test("a shown code is not lost to what comes late", () => {
  const shown = play({ type: "submitted" }, issued);
  for (const event of [{ type: "submitted" }, { type: "refused" }, { type: "stayed" }] as const)
    expect(handover(shown, event)).toEqual(shown);
});
