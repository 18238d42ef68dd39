// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answer, api } from "./client";
import { Unreachable } from "./problem";

const fetched = vi.fn<typeof fetch>();
const headers = { "content-type": "application/json" };

beforeEach(() => vi.stubGlobal("fetch", fetched));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** An answer that begins, and comes to an end as `signal` or the network wants it. */
function beginning(signal: AbortSignal | null | undefined, cut?: Error): Response {
  return new Response(
    new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode('{"items":['));
        if (cut) body.error(cut);
        signal?.addEventListener("abort", () => body.error(signal.reason));
      },
    }),
    { headers },
  );
}

test("an answer that breaks off is no fault of the service's", async () => {
  fetched.mockImplementation(async (_, init) => beginning(init?.signal, new TypeError("terminated")));
  await expect(answer(api.GET("/v1/auth/config"))).rejects.toBeInstanceOf(Unreachable);
});

test("nor is one that does not come to its end", async () => {
  vi.useFakeTimers();
  fetched.mockImplementation(async (_, init) => beginning(init?.signal));
  const refused = expect(answer(api.GET("/v1/auth/config"))).rejects.toBeInstanceOf(Unreachable);
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;
});

test("whoever gives up waiting hears of that, and of nothing else", async () => {
  const stop = new AbortController();
  fetched.mockImplementation(async (_, init) => beginning(init?.signal));
  const asked = answer(api.GET("/v1/auth/config", { signal: stop.signal }));
  const refused = expect(asked).rejects.toMatchObject({ name: "AbortError" });
  await new Promise((resolve) => setTimeout(resolve));
  stop.abort();
  await refused;
});

test("an answer without a body is one", async () => {
  // Chromium has a body all the same.
  const none = Object.defineProperty(new Response(null, { status: 204 }), "body", {
    value: new ReadableStream(),
  });
  fetched.mockImplementation(async () => none);
  await expect(
    answer(api.POST("/v1/auth/password/forgot", { body: { email: "a@b.c" } })),
  ).resolves.toBeUndefined();
});

test("a file comes piece by piece, and takes as long as it takes", async () => {
  vi.useFakeTimers();
  fetched.mockImplementation(async (_, init) => {
    const { body } = beginning(init?.signal);
    return new Response(body, { headers: { "content-disposition": "attachment" } });
  });
  const file = await answer(api.GET("/v1/audit-events", { parseAs: "stream" }));
  await vi.advanceTimersByTimeAsync(60_000);
  const reader = (file as unknown as ReadableStream<Uint8Array>).getReader();
  expect((await reader.read()).value).toBeDefined();
});
