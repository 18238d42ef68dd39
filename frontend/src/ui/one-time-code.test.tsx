// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { OneTimeCode } from "./one-time-code";

function setUp(lengths: number[]) {
  const onComplete = vi.fn();
  function Harness() {
    const [code, setCode] = useState<string>();
    const [round, setRound] = useState(0);
    return (
      <MantineProvider>
        <OneTimeCode lengths={lengths} round={round} onChange={setCode} onComplete={onComplete} />
        <output>{code ?? "none"}</output>
        <button type="button" onClick={() => setRound(round + 1)}>
          Refuse
        </button>
      </MantineProvider>
    );
  }
  render(<Harness />);
  const code = () => screen.getByRole("status").textContent;
  return { user: userEvent.setup(), onComplete, code, field: screen.getByRole<HTMLInputElement>("textbox") };
}

test("a code of one length sends itself off", async () => {
  const { user, onComplete, code } = setUp([8]);
  await user.keyboard("12345678");
  expect(onComplete.mock.calls).toEqual([["12345678"]]);
  expect(code()).toBe("12345678");
});

test("a code of several lengths waits", async () => {
  const { user, onComplete, code } = setUp([6, 8]);
  await user.keyboard("123456");
  expect(code()).toBe("123456");
  await user.keyboard("7");
  expect(code()).toBe("none");
  await user.keyboard("8");
  expect(code()).toBe("12345678");
  expect(onComplete).not.toHaveBeenCalled();
});

test("a refusal empties it, and takes the focus back", async () => {
  for (const lengths of [[6], [6, 8]]) {
    const { user, code, field } = setUp(lengths);
    await user.keyboard("123456");
    await user.click(screen.getByRole("button", { name: "Refuse" }));
    expect(code()).toBe("none");
    expect(field.value).toBe("");
    expect(document.activeElement).toBe(field);
    cleanup();
  }
});
