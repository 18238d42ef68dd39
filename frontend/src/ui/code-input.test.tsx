// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { emptyBoxes } from "@/lib/code-input";
import { CodeInput } from "./code-input";

function Harness({ onComplete, busy }: { onComplete: (code: string) => void; busy?: boolean }) {
  const [value, setValue] = useState(() => emptyBoxes(6));
  return (
    <MantineProvider>
      <CodeInput
        label="Code"
        value={value}
        onChange={setValue}
        onComplete={onComplete}
        busy={busy}
        focusRound={0}
      />
    </MantineProvider>
  );
}

function setUp(busy?: boolean) {
  const onComplete = vi.fn();
  render(<Harness onComplete={onComplete} busy={busy} />);
  const boxes = screen.getAllByRole<HTMLInputElement>("textbox");
  return { user: userEvent.setup(), onComplete, boxes, code: () => boxes.map(({ value }) => value).join("") };
}

test("the group and each digit have a name", () => {
  setUp();
  expect(screen.getByRole("group", { name: "Code" })).toBeTruthy();
  expect(screen.getByLabelText("Code, digit 6")).toBeTruthy();
});

test("typing goes from box to box and sends the code off once", async () => {
  const { user, onComplete, boxes } = setUp();
  expect(document.activeElement).toBe(boxes[0]);
  await user.keyboard("123456");
  expect(onComplete.mock.calls).toEqual([["123456"]]);
});

test("a pasted code sends itself off", async () => {
  const { user, onComplete, boxes } = setUp();
  await user.click(boxes[2] as HTMLInputElement);
  await user.paste("123 456");
  expect(onComplete.mock.calls).toEqual([["123456"]]);
});

test("a mistake is put right with backspace and arrows", async () => {
  const { user, onComplete, code } = setUp();
  await user.keyboard("129{Backspace}{Backspace}3456{ArrowLeft}");
  expect(code()).toBe("13456");
  expect(onComplete).not.toHaveBeenCalled();
});

test("while a code is on its way, the boxes keep the focus and take nothing", async () => {
  const { user, code, boxes } = setUp(true);
  await user.keyboard("1");
  expect(code()).toBe("");
  expect(document.activeElement).toBe(boxes[0]);
});
