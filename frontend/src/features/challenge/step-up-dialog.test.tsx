// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gate } from "@/api/client";
import { show } from "@/testing/stage";
import { beginStepUp } from "./api";
import { StepUpDialog } from "./step-up-dialog";

vi.mock(import("./api"), async (original) => ({ ...(await original()), beginStepUp: vi.fn() }));

const asked = vi.mocked(beginStepUp);
const MINUTE_MS = 60_000;
const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * MINUTE_MS));

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockClear().mockImplementation(async () => ({
    challengeId: String(asked.mock.calls.length),
    methods: ["totp"],
    preferred: "totp",
    codeLengths: [6],
    expiresAt: new Date(Date.now() + 5 * MINUTE_MS).toISOString(),
  }));
});
afterEach(() => vi.useRealTimers());

// Each question counts as use of the session, which would outlive its owner's absence.
test("a question that nobody answers is not asked again by itself", async () => {
  show(<StepUpDialog />);
  await pass(4);
  expect(screen.getAllByRole("textbox")).toHaveLength(1);
  await pass(2);
  expect(screen.getByText("That took too long. Please start again.")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
  await pass(20);
  expect(asked).toHaveBeenCalledTimes(1);
});

test("whoever is back has it asked again, or leaves it", async () => {
  show(<StepUpDialog />);
  await pass(6);
  const again = screen.getByRole("button", { name: "Ask again" });
  expect(document.activeElement).toBe(again);
  fireEvent.click(again);
  await pass(1);
  expect(screen.getAllByRole("textbox")).toHaveLength(1);
  expect(screen.queryByText(/^That took too long/)).toBeNull();
  expect(asked).toHaveBeenCalledTimes(2);
  await pass(5);
  const settled = vi.spyOn(gate, "settle");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(settled.mock.calls).toEqual([[false]]);
});
