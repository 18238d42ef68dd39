import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Assertion, PasskeyQuestion } from "@/api/types";
import * as webauthn from "@/lib/webauthn";
import * as api from "./api";
import { keepOffering } from "./offering";

vi.mock("@/lib/webauthn");
vi.mock("./api", () => ({ askWhoItIs: vi.fn() }));

const assertion = { id: "a" } as Assertion;
let asked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  asked = 0;
  vi.mocked(webauthn.autofillIsSupported).mockResolvedValue(true);
  vi.mocked(webauthn.offerPasskey).mockReturnValue(new Promise(() => undefined));
  vi.mocked(api.askWhoItIs).mockImplementation(async () => {
    const expiresAt = new Date(Date.now() + 300_000).toISOString();
    return { ceremonyId: String(++asked), expiresAt } as PasskeyQuestion;
  });
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

test("what is picked comes with the question that it answers", async () => {
  vi.mocked(webauthn.offerPasskey).mockResolvedValue(assertion);
  const picked = vi.fn();
  keepOffering(picked);
  await settle();
  expect(picked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ ceremonyId: "1" }), assertion);
});

test("a question is renewed before it is too old, and no more once the form is gone", async () => {
  const stop = keepOffering(() => undefined);
  await settle();
  await vi.advanceTimersByTimeAsync(269_000);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toBe(2);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(2);
  expect(webauthn.stopAsking).toHaveBeenCalledOnce();
});

test("a form that is left while the question is fetched asks nothing", async () => {
  keepOffering(() => undefined)();
  await settle();
  expect(webauthn.offerPasskey).not.toHaveBeenCalled();
});

test("a browser that cannot, or a service that will not, is left alone", async () => {
  vi.mocked(webauthn.autofillIsSupported).mockResolvedValueOnce(false);
  keepOffering(() => undefined);
  await settle();
  expect(asked).toBe(0);
  vi.mocked(api.askWhoItIs).mockRejectedValueOnce(new Error("no"));
  keepOffering(() => undefined);
  await settle();
  expect(webauthn.offerPasskey).not.toHaveBeenCalled();
});
