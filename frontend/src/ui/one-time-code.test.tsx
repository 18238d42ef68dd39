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
  return { user: userEvent.setup(), onComplete, code, fields: screen.getAllByRole("textbox") };
}

test("one length means that many boxes, which send themselves off", async () => {
  const { user, onComplete, code, fields } = setUp([8]);
  expect(fields).toHaveLength(8);
  await user.keyboard("12345678");
  expect(onComplete.mock.calls).toEqual([["12345678"]]);
  expect(code()).toBe("12345678");
});

test("several lengths mean one field, which waits", async () => {
  const { user, onComplete, code, fields } = setUp([6, 8]);
  expect(fields).toHaveLength(1);
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
    const { user, code, fields } = setUp(lengths);
    await user.keyboard("123456");
    await user.click(screen.getByRole("button", { name: "Refuse" }));
    expect(code()).toBe("none");
    expect(fields.map((field) => (field as HTMLInputElement).value).join("")).toBe("");
    expect(document.activeElement).toBe(fields[0]);
    cleanup();
  }
});
