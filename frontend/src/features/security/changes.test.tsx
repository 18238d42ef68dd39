// @vitest-environment jsdom

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { session } from "@/api/client";
import { mine } from "@/api/queries";
import { authenticated, refusal } from "@/testing/answers";
import { disable, useChange } from "./changes";

const fetched = vi.fn<(request: Request) => Promise<Response>>();

beforeEach(() => {
  vi.stubGlobal("fetch", fetched);
  session.adopt(authenticated("one"));
});
afterEach(() => vi.unstubAllGlobals());

test("a second factor that is turned off is, even where no token can be had at once", async () => {
  fetched.mockImplementation(async ({ url }) => {
    if (url.endsWith("/refresh")) throw new TypeError("Failed to fetch");
    return new Response(null, { status: 204 });
  });
  await expect(disable({ password: "secret", code: "123456" })).resolves.toBeUndefined();
  fetched.mockImplementation(async () => refusal(503, "overloaded"));
  await expect(disable({ password: "secret", code: "123456" })).rejects.toThrow();
});

test("after a change that breaks off midway, what is shown is asked for anew", async () => {
  const queries = new QueryClient();
  queries.setQueryData([...mine, "sessions"], []);
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useChange(() => Promise.reject(new Error())), { wrapper });
  await act(() => result.current.mutateAsync(undefined).catch(() => undefined));
  expect(queries.getQueryState([...mine, "sessions"])?.isInvalidated).toBe(true);
});
