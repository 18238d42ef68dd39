// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Refusal, toProblem, Unreachable } from "@/api/problem";
import { beginEnrollment } from "./api";
import { useEnrollment } from "./use-enrollment";

vi.mock(import("./api"), async (original) => ({ ...(await original()), beginEnrollment: vi.fn() }));

function begun(onSignedOut: () => unknown) {
  const response = new Response(null, { status: 401 });
  const over = { ...toProblem(undefined, response), code: "session_expired" as const };
  vi.mocked(beginEnrollment).mockRejectedValue(new Refusal(over));
  const { result } = renderHook(() =>
    useEnrollment(["totp"], true, { onDone: () => undefined, onSignedOut }),
  );
  return { result, begin: () => act(() => result.current.begin({ kind: "add", name: "Phone" })) };
}

test("whoever cannot be taken to the sign-in hears why, and may try again", async () => {
  const { result, begin } = begun(() => Promise.reject(new Unreachable()));
  await begin();
  expect(result.current.state).toMatchObject({ step: "app", busy: false });
  expect(result.current.state.failure).toMatch(/cannot be reached/);
});

test("whose session goes on after all may try again", async () => {
  const { result, begin } = begun(() => Promise.resolve(true));
  await begin();
  expect(result.current.state).toMatchObject({ step: "app", busy: false, failure: undefined });
});
