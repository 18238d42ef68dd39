// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describe as told } from "@/api/messages";
import { problemOf, Refusal } from "@/api/problem";
import { refusal } from "@/testing/answers";
import { Failure } from "./message";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const limit = async (retryAfter: number) =>
  new Refusal(await problemOf(refusal(429, "too_many_attempts", { retryAfter })));

const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

/** What is seen, and what a screen reader finds: the clock is for eyes alone. */
function words() {
  const alert = screen.getByRole("alert");
  const clock = alert.querySelector("[aria-hidden=true]:not(svg)")?.textContent ?? "";
  const heard = (alert.textContent ?? "").replace(clock, "");
  return { clock, heard };
}

test("a limit counts down where it stands, and says when it is over", async () => {
  const { container } = render(<Failure message={told(await limit(61))} />);
  expect(words()).toEqual({ clock: "1:01", heard: "Too many tries. You can try again in 2 minutes." });
  const shown = container.querySelector("[aria-hidden=true]:not(svg)");
  pass(2);
  expect(container.querySelector("[aria-hidden=true]:not(svg)")).toBe(shown);
  expect(words().clock).toBe("0:59");
  pass(59);
  expect(screen.getByRole("alert").textContent).toBe("You can try again now.");
});

test("nothing that is heard changes while time runs: a live region would say it each second", async () => {
  render(<Failure message={told(await limit(90))} />);
  const before = words().heard;
  for (const _ of Array(89)) {
    pass(1);
    expect(words().heard).toBe(before);
  }
  pass(1);
  expect(words().heard).toBe("You can try again now.");
});

test("a long time is told in words that get shorter", async () => {
  render(<Failure message={told(await limit(3600))} />);
  expect(words().clock).toBe("1 hour");
  pass(1);
  expect(words().clock).toBe("60 minutes");
  pass(3000);
  expect(words().clock).toBe("9:59");
});

test("the time counts from the answer, not from when it is shown", async () => {
  const late = await limit(30);
  vi.advanceTimersByTime(10_000);
  render(<Failure message={told(late)} />);
  expect(words().clock).toBe("0:20");
});

test("a further limit begins anew", async () => {
  const { rerender } = render(<Failure message={told(await limit(10))} />);
  pass(4);
  rerender(<Failure message={told(await limit(120))} />);
  expect(words()).toEqual({ clock: "2:00", heard: "Too many tries. You can try again in 2 minutes." });
  expect(vi.getTimerCount()).toBe(1);
});

test("no timer is left behind, neither when it is over nor when it is gone", async () => {
  const { unmount } = render(<Failure message={told(await limit(2))} />);
  pass(2);
  expect(vi.getTimerCount()).toBe(0);
  unmount();
  render(<Failure message={told(await limit(2))} />).unmount();
  expect(vi.getTimerCount()).toBe(0);
});
